"""Tokens with what the lexicons say of each: concepts that begin or end there, and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.questions.words.phrases import Mention
from bot.questions.words.text import Token, han_number, number


class Words:
    """A tokenised text and the concepts found in it. Questions about a place outside of it are
    answered with nothing."""

    def __init__(self, tokens: Sequence[Token], mentions: Iterable[Mention]) -> None:
        self.tokens = tokens
        self.text = [token.text for token in tokens]
        self._begin: dict[int, dict[str, int]] = {}
        self._end: dict[int, dict[str, int]] = {}
        for mention in mentions:
            self._begin.setdefault(mention.start, {})[mention.concept] = mention.end
            self._end.setdefault(mention.end, {})[mention.concept] = mention.start

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, place: int) -> dict[str, int]:
        """The concepts that begin at a token, each with where it ends."""
        return self._begin.get(place, {})

    def before(self, place: int) -> dict[str, int]:
        """The concepts that end right before a token, each with where it begins."""
        return self._end.get(place, {})

    def is_figure(self, place: int) -> bool:
        """Whether the token is a number in figures."""
        return 0 <= place < len(self.text) and self.text[place].isdecimal()

    def number(self, place: int) -> tuple[int, int] | None:
        """The number at a token, in figures, words or Chinese, and where it ends."""
        if not 0 <= place < len(self.text):
            return None
        if self.is_figure(place):
            return int(self.text[place][:6]), place + 1
        return self._named("number", place) or self._han(place)

    def ordinal(self, place: int) -> tuple[int, int] | None:
        """The ordinal at a token (-1: the last) and where it ends."""
        return self._named("ordinal", place)

    def room_number(self, place: int) -> tuple[int, int] | None:
        """As `number`, with Roman figures and ordinals: what numbers a room."""
        if not 0 <= place < len(self.text):
            return None
        value = number(self.text[place])
        if value is not None:
            return value, place + 1
        named = self._named("number", place) or self._named("ordinal", place)
        return self._han(place) or (named if named and named[0] > 0 else None)

    def _named(self, group: str, place: int) -> tuple[int, int] | None:
        for concept, end in self.at(place).items():
            of, _, name = concept.partition(".")
            if of == group:
                return (-1 if name == "last" else int(name)), end
        return None

    def _han(self, place: int) -> tuple[int, int] | None:
        for length in (3, 2, 1):
            run = "".join(self.text[place : place + length])
            value = han_number(run) if len(run) == length else None
            if value is not None:
                return value, place + length
        return None
