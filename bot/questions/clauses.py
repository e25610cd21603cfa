"""The clauses of a text: some ask, others only say where somebody is, or why they ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.questions.lexicon import Mention
from bot.questions.text import Token

_STOPS = re.compile(r"[,.;:!?()\n،؛؟]+\s|\s-\s|:\(|:\)|[,;!?](?=[\u4e00-\u9fff])")


class Clauses:
    """The clauses of a tokenised text, by number."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._numbers = [len(_STOPS.findall(text[: token.start])) for token in tokens]

    def at(self, token: int) -> int:
        """The clause that a token stands in."""
        return self._numbers[token]

    def of(self, tokens: Iterable[int]) -> set[int]:
        """The clauses that some tokens stand in."""
        return {self._numbers[token] for token in tokens}

    def where(self, mentions: Iterable[Mention]) -> set[int]:
        """The clauses that mentions begin in."""
        return self.of(mention.start for mention in mentions)

    def opened(self, mentions: Iterable[Mention]) -> set[int]:
        """The clauses whose first or second token begins a mention."""
        return self.where(m for m in mentions if m.start < 2 or self._opens(m.start))

    def _opens(self, at: int) -> bool:
        return self._numbers[at - 2] < self._numbers[at]
