"""The clauses of a text: some ask, others only say where somebody is, or why they ask."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from bot.questions.words.lexicon import Lexicon
from bot.questions.words.phrases import Mention
from bot.questions.words.text import Token

_HAN = r"[\u4e00-\u9fff]"
_STOPS = re.compile(
    r"[,.;:!?()،؛؟]+\s|\s[-(]\s?|:\(|:\)"
    rf"|[,.;:!?()]+(?={_HAN})|(?<={_HAN})[,.;:!?()]+(?=\w)"
)
_ENDS = (".", "!", "?", "؟", ":)", ":(")
_SAID = 3  # words of a remark behind which a question may begin without a stop

BY_ITSELF = ("ask.now", "ask.next", "ask.join", "event.venue", "event.dates", "event.url")
"""Concepts that ask for something wherever they stand."""


class Clauses:
    """The clauses of a tokenised text, by number. A reason begins one ("... because my train
    leaves"), and so does a question or wish behind a remark: "we are from Leeds so which ...".
    `selves` are the words for oneself, `remarks` those and others that tell of the person."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._text = text
        stops = [match.end() for match in _STOPS.finditer(text)]
        self.selves = lexicon.find("self", tokens)
        self.remarks = [*lexicon.find("remark", tokens), *self.selves]
        reasons = [tokens[m.start].start for m in self.remarks if m.concept == "because"]
        self._begin({0, *stops, *reasons}, tokens)
        begun = [m.start for m in self.remarks if self._opens(m.start)]
        wanted = [
            tokens[m.start].start
            for m in (*lexicon.find("request", tokens), *lexicon.find("wish", tokens))
            if any(self.at(i) == self.at(m.start) and i + _SAID <= m.start for i in begun)
        ]
        self._begin({*self._starts, *wanted}, tokens)

    def _begin(self, starts: Collection[int], tokens: Sequence[Token]) -> None:
        self._starts = sorted(starts)
        self._numbers = [bisect_right(self._starts, token.start) - 1 for token in tokens]

    @property
    def all(self) -> set[int]:
        """The clauses that have words."""
        return set(self._numbers)

    def at(self, token: int) -> int:
        """The clause that a token stands in."""
        return self._numbers[token]

    def of(self, tokens: Iterable[int]) -> set[int]:
        """The clauses that some tokens stand in."""
        return {self._numbers[token] for token in tokens}

    def where(self, mentions: Iterable[Mention]) -> set[int]:
        """The clauses that mentions begin in."""
        return self.of(mention.start for mention in mentions)

    def asking(self, asks: Iterable[Mention], *, but: Collection[str] = ()) -> set[int]:
        """The clauses that ask something, by other concepts than some."""
        return self.where(
            ask
            for ask in asks
            if (ask.concept.startswith("ask.") or ask.concept in BY_ITSELF)
            and ask.concept not in but
        )

    @property
    def personal(self) -> set[int]:
        """The clauses that begin as one speaks of oneself."""
        return self.opened(self.remarks)

    def opened(self, mentions: Iterable[Mention]) -> set[int]:
        """The clauses whose first or second token begins a mention."""
        return self.where(m for m in mentions if self._opens(m.start))

    @property
    def sentences(self) -> list[set[int]]:
        """The clauses of each sentence."""
        found: list[set[int]] = [set()]
        for each in sorted(self.all):
            found[-1].add(each)
            if self.text(each).endswith(_ENDS):
                found.append(set())
        return found

    def length(self, numbers: Collection[int]) -> int:
        """How many tokens some clauses have."""
        return sum(number in numbers for number in self._numbers)

    def before(self, token: int) -> int:
        """How many tokens of its clause stand before one."""
        return token - self._numbers.index(self._numbers[token])

    def text(self, number: int) -> str:
        """A clause as it was written, with the stop behind it."""
        ends = [*self._starts[1:], len(self._text)]
        return self._text[self._starts[number] : ends[number]].strip()

    def _opens(self, at: int) -> bool:
        return at < 2 or self._numbers[at - 2] < self._numbers[at]
