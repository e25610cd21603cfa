"""A text on which times are marked: what was read of it so far, and what is still to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.questions.words.phrases import Mention
from bot.questions.words.text import Token, is_arabic
from bot.questions.words.tokens import Words

OF_CLOCK = frozenset(
    f"time.{word}" for word in ("at", "before", "after", "until", "from", "between", "to")
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of time: `kind` is `date` (value: year or None, month, day), `monthday`, `day`
    (of the event, -1 the last), `year`, `clock` (minutes since midnight), `length` (minutes),
    or a `time.*` concept. `exact` clocks need no guess between morning and afternoon."""

    kind: str
    start: int
    end: int
    value: tuple[int | None, ...] = ()
    exact: bool = False


class Sheet:
    """One text and its atoms. What is taken is not read again; `days` are the event's first and
    last, `leads` says that the text is about reminders, where "an hour" needs no number."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        mentions: Iterable[Mention],
        taken: Sequence[bool],
        days: tuple[date, date],
        *,
        leads: bool = False,
    ) -> None:
        self.text, self.words, self.days = text, Words(tokens, mentions), days
        self.taken = list(taken)
        self.leads = leads
        self.atoms: list[Atom] = []

    def add(self, kind: str, start: int, end: int, *value: int | None, exact: bool = False) -> None:
        """Take tokens as an atom, if none of them is taken."""
        if not any(self.taken[start:end]):
            self.taken[start:end] = [True] * (end - start)
            self.atoms.append(Atom(kind, start, end, value, exact))

    @property
    def has_clock(self) -> bool:
        """Whether an hour of the day was read."""
        return any(atom.kind == "clock" for atom in self.atoms)

    @property
    def dated(self) -> bool:
        """Whether a day is named, from whose hours nothing is counted."""
        days = ("time.weekday.", "time.tomorrow")
        places = range(len(self.words))
        return any(concept.startswith(days) for at in places for concept in self.words.at(at))

    def is_timed(self, at: int) -> bool:
        """Whether a word of time begins at a token."""
        return any(concept.startswith("time.") for concept in self.words.at(at))

    def is_hour(self, at: int) -> bool:
        """Whether an ordinal is one of the clock, as all Arabic hours are: of female gender."""
        word = self.words.text[at]
        return is_arabic(word) and word.endswith("ه")

    def is_the(self, at: int) -> bool:
        """Whether an article is written onto a word: "الواحدة" counts nothing."""
        return self.words.text[at].startswith("ال")

    def is_marked(self, at: int) -> bool:
        """Whether what stands before a number makes it an hour."""
        if self.words.before(at).keys() & OF_CLOCK:
            return True
        return any(atom.kind == "clock" and atom.end in (at, at - 1) for atom in self.atoms)
