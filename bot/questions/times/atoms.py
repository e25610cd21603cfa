"""The days, clock times and lengths that a text names: atoms for `when`.

Figures are read first (`figures`), then numbers with their units, then single words of the
lexicons (`time.*`). Each token belongs to one atom, unless a word has two meanings that only
`when` can tell apart ("morgen").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.questions.times.figures import Figure, figures
from bot.questions.times.spans import dashed, half_past_noon, opened
from bot.questions.words.lexicon import Mention
from bot.questions.words.text import Token, is_han
from bot.questions.words.tokens import Words

_UNITS = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
_LENGTHS = {"half-hour": 30, "quarter-hour": 15, "two-hours": 120}
_BEFORE_HOUR = {
    "half-past": 30,
    "half-to": -30,
    "quarter-past": 15,
    "quarter-to": -15,
    "quarter-of": -45,  # "четверть пятого" is a quarter of the fifth hour
}
_PARTED = frozenset(("time.half-to", "time.quarter-of"))  # an ordinal may be the hour behind them
_BEHIND_HOUR = {"and-half": 30, "and-quarter": 15, "less-quarter": -15}
_OF_CLOCK = frozenset(
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


class Reading:
    """The atoms of one text, in order. Taken tokens are not read; `leads` says that the text is
    about reminders, where "an hour" needs no number."""

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
        self._text, self._words, self._days = text, Words(tokens, mentions), days
        self._taken = list(taken)
        self._leads = leads
        self.atoms: list[Atom] = []
        for figure in figures(text, days):
            self._figure(figure)
        for read in (self._month, self._nth_day, self._length, self._clock, self._year):
            for at in range(len(tokens)):
                if not self._taken[at]:
                    read(at)
        self._spans()
        self._rest()
        self.atoms.sort(key=lambda atom: (atom.start, atom.kind))

    def _add(
        self, kind: str, start: int, end: int, *value: int | None, exact: bool = False
    ) -> None:
        if not any(self._taken[start:end]):
            self._taken[start:end] = [True] * (end - start)
            self.atoms.append(Atom(kind, start, end, value, exact))

    def _figure(self, figure: Figure) -> None:
        inside = [
            at
            for at, token in enumerate(self._words.tokens)
            if token.start < figure.end and token.end > figure.start
        ]
        if not inside or any(self._taken[at] for at in inside):
            return
        start, end = inside[0], inside[-1] + 1
        if self._leads and figure.kind == "clock" and self._is_lead(start, end):
            self._add("length", start, end, figure.value[0])
        elif figure.kind != "range":
            self._add(figure.kind, start, end, *figure.value, exact=figure.exact)
        elif end - start == 2:
            self._range(start, figure)

    def _is_lead(self, start: int, end: int) -> bool:
        """Whether "1h" is a length: of a reminder, with "before" behind it or in no time."""
        letters = self._words.text[end - 1] in ("h", "hr", "hrs") and end - start == 2
        return letters and "time.before" in self._words.at(end)

    def _range(self, start: int, figure: Figure) -> None:
        """`9-11` are hours, `12-14 November` days."""
        low, high = (number or 0 for number in figure.value)
        months = [c for c in self._words.at(start + 2) if c.startswith("time.month.")]
        if months:
            month = int(months[0].rpartition(".")[2])
            self._add("date", start, start + 1, None, month, low)
            self._add("date", start + 1, start + 2, None, month, high)
        else:
            self._add("clock", start, start + 1, low * 60)
            self._add("time.to", start + 1, start + 1)
            self._add("clock", start + 1, start + 2, high * 60)

    # -- days

    def _month(self, at: int) -> None:
        """`14 November 2018`, `November 14th`, `le 14 nov`."""
        for concept, end in self._words.at(at).items():
            if not concept.startswith("time.month."):
                continue
            month = int(concept.rpartition(".")[2])
            before = self._day_before(at)
            if before is not None:
                year, last = self._year_at(end)
                self._add("date", before, last, year, month, int(self._words.text[before][:4]))
                return
            after = self._words.number(end)
            if after and 1 <= after[0] <= 31:
                year, last = self._year_at(after[1])
                self._add("date", at, last if year else self._suffix(last), year, month, after[0])
            elif after and self._year_at(end)[0]:
                self._add("date", at, after[1], after[0], month, None)

    def _day_before(self, start: int) -> int | None:
        """A day of the month up to three tokens before its month's name: `the 13th of`."""
        for at in range(start - 1, max(start - 4, -1), -1):
            if self._words.is_figure(at):
                fits = 1 <= int(self._words.text[at][:4]) <= 31 and not self._taken[at]
                return at if fits else None
        return None

    def _year_at(self, at: int) -> tuple[int | None, int]:
        number = self._words.number(at)
        return number if number and 2000 <= number[0] <= 2100 else (None, at)

    def _suffix(self, at: int) -> int:
        """Past the `th` or `º` that is written onto a number."""
        if "time.day-suffix" not in self._words.at(at):
            return at
        token = self._words.tokens[at]
        between = self._text[self._words.tokens[at - 1].end : token.start]
        return at + 1 if between in ("", "-") or len(token.text) > 2 else at

    def _nth_day(self, at: int) -> None:
        """`day 2`, `second day`, `la última jornada`, `el 14`, `dia 13`."""
        words = self._words
        after = words.at(at).get("time.day-word")
        nth = (words.ordinal(after) or words.number(after)) if after is not None else None
        if nth:
            self._day(at, nth[1], nth[0])
        elif (ordinal := words.ordinal(at)) and not self._is_hour(at):
            end = words.at(ordinal[1]).get("time.day-word")
            if end is not None:
                self._day(at, end, ordinal[0])
        elif words.is_figure(at):
            self._monthday(at)

    def _day(self, start: int, end: int, nth: int) -> None:
        """Day 2 is the event's second; day 14 of a short event is one of the month."""
        lasts = (self._days[1] - self._days[0]).days + 1
        if nth <= 31:
            self._add("day" if nth <= lasts else "monthday", start, end, nth)

    def _monthday(self, at: int) -> None:
        """`the 13th`, `le 14`, `Wednesday 14`: no hour, and a suffix or an article says so."""
        value = int(self._words.text[at][:4])
        before, after = self._words.before(at), self._words.at(at + 1)
        end = self._suffix(at + 1)
        article = "time.day-article" in before
        weekday = any(concept.startswith("time.weekday") for concept in before)
        clock = any(f"time.{word}" in after for word in ("clock", "am", "pm"))
        clock |= dashed(self._text, self._words, at + 1) and self._words.is_figure(at + 1)
        near = self._days[0].day <= value <= self._days[1].day
        told = end > at + 1 or ((article or weekday) and near) or (article and value > 12)
        if told and not clock and 1 <= value <= 31:
            self._add("monthday", at, end, value)

    def _year(self, at: int) -> None:
        """A year by itself: of the event or not."""
        text = self._words.text[at]
        if text.isdecimal() and len(text) == 4 and 1990 <= int(text) <= 2100:
            self._add("year", at, at + 1, int(text))

    # -- lengths and hours

    def _length(self, at: int) -> None:
        """`half an hour`, `30 minutes`, `two and a half days`."""
        concepts = self._words.at(at)
        for word, minutes in _LENGTHS.items():
            if f"time.{word}" in concepts:
                self._add("length", at, concepts[f"time.{word}"], minutes)
                return
        one = concepts.get("time.one")
        number = self._words.number(at) or (None if one is None else (1, one))
        # "час" is one o'clock, and an hour; with an article, "الواحدة" counts nothing.
        counts = "time.hour" not in concepts and not self._words.text[at].startswith("ال")
        if number and counts:
            self._counted(at, *number)
        elif (end := self._hour_ahead(at)) is not None:
            half = self._words.at(end).get("time.and-half", end)
            self._add("length", at, half, 90 if half > end else 60)
        elif self._leads and (not self._words.is_figure(at - 1) or self._taken[at - 1]):
            for unit, minutes in _UNITS.items():  # "напомни за час": an hour
                if f"time.{unit}" in concepts:
                    self._add("length", at, concepts[f"time.{unit}"], minutes)
                    return

    def _hour_ahead(self, at: int) -> int | None:
        """The end of an "hour" that is the next one, without a number."""
        concepts = self._words.at(at)
        if "time.next-hour" in concepts:
            self.atoms.append(Atom("time.coming", at, at))
            return concepts["time.next-hour"]
        end = concepts.get("time.hour")
        return end if end is not None and self._comes(at, end) else None

    def _comes(self, start: int, end: int) -> bool:
        """Whether "hour" without a number is the one that begins now: "within the hour"."""
        before = self._words.before(start)
        ahead = not before.keys().isdisjoint(("time.within", "time.coming", "time.in"))
        return ahead or "time.coming" in self._words.at(end)

    def _counted(self, start: int, value: int, end: int) -> None:
        coming = self._words.at(end).get("time.coming")
        if coming is not None and self._words.at(coming):  # "les deux prochaines heures"
            self.atoms.append(Atom("time.coming", end, coming))
            end = coming
        half = self._words.at(end).get("time.and-half", end)  # "one and a half hours"
        concepts = self._words.at(half)
        for unit, minutes in _UNITS.items():
            after = concepts.get(f"time.{unit}")
            clock = unit == "hour" and half == end and self._is_clock(start, value, concepts)
            clock |= "time.pm" in concepts and value <= 12 and self._marked(start)  # "до 5 дня"
            if after is not None and not clock:
                last = self._words.at(after).get("time.and-half", after)  # "one hour and a half"
                extra = minutes // 2 if half > end or last > after else 0
                self._add("length", start, last, value * minutes + extra)
                return

    def _is_clock(self, start: int, value: int, unit: dict[str, int]) -> bool:
        """Whether "17 hours" is an hour of the day, by what stands before it."""
        marks = self._words.before(start).keys() & _OF_CLOCK
        short = marks == {"time.after"} and value <= 5 and not self._dated  # "after two hours"
        return "time.clock" in unit and bool(marks) and not short

    def _clock(self, at: int) -> None:
        """`at 9`, `half past ten`, `halb zehn`, `um neun Uhr`, `الساعة ٩`."""
        for concept, end in self._words.at(at).items():
            if concept.startswith("time.half-of."):  # "полдесятого"
                self._add("clock", at, end, int(concept.rpartition(".")[2]) * 60 - 30)
                return
        number = self._words.number(at)
        if number is None and (_PARTED & self._words.before(at).keys() or self._is_hour(at)):
            number = self._words.ordinal(at)  # "в половине десятого", "بعد الخامسة"
        if number is None or not 0 <= number[0] <= 24:
            return
        hour, end = number
        before, after = self._words.before(at), self._words.at(end)
        if "time.year" in after:
            return  # "depuis deux ans", "for ten years"
        for word, minutes in _BEFORE_HOUR.items():
            if f"time.{word}" in before:
                self._add("clock", before[f"time.{word}"], end, hour * 60 + minutes)
                return
        # "à un" and "a una" are mostly no hours, but behind another hour "und eins" is one.
        ranged = "time.one" not in self._words.at(at) and self._has_clock
        sure = self._words.is_figure(at) or "time.clock" in after or ranged
        bare = hour == 1 and not (sure or self._closes(at, end))
        bare |= self._counts_behind(at, end)
        told = (self._marked(at) and not bare) or "time.am" in after or "time.pm" in after
        minutes, behind = self._minutes(end)
        if told or behind > end:
            start = before.get("time.at", at)
            self._add("clock", start, behind, hour * 60 + minutes, exact=hour > 12)

    def _counts_behind(self, at: int, end: int) -> bool:
        """Whether a number word behind "de" begins no span: "madre de dos"."""
        marks = self._words.before(at).keys() & _OF_CLOCK
        to = self._words.at(end).keys() & {"time.to", "time.until"}
        return marks == {"time.between"} and not (to or self._words.is_figure(at))

    def _closes(self, at: int, end: int) -> bool:
        """Whether nothing is counted from a token on, so that "one" is an hour: "mañana a la
        una", "at one on Tuesday"; but "go to one", "à une réunion"."""
        tokens = self._words.tokens
        if "time.one" in self._words.at(at) and not tokens[at].text.endswith("a"):
            return False  # "à une" is no hour, "a la una" is
        if not self._words.before(at).keys() & (_OF_CLOCK - {"time.to"}):
            return False
        if end == len(tokens) or self._text[tokens[end - 1].end : tokens[end].start].strip():
            return True
        next_to = end + 1 if len(tokens[end].text) <= 2 and not self._timed(end) else end
        return self._timed(next_to)

    @property
    def _dated(self) -> bool:
        """Whether a day is named, from whose hours nothing is counted."""
        days = ("time.weekday.", "time.tomorrow")
        places = range(len(self._words))
        return any(concept.startswith(days) for at in places for concept in self._words.at(at))

    def _timed(self, at: int) -> bool:
        return any(concept.startswith("time.") for concept in self._words.at(at))

    @property
    def _has_clock(self) -> bool:
        return any(atom.kind == "clock" for atom in self.atoms)

    def _is_hour(self, at: int) -> bool:
        """Whether an ordinal is one of the clock, as all Arabic hours are: of female gender."""
        word = self._words.text[at]
        return "\u0600" <= word[0] <= "\u06ff" and word.endswith("ه")

    def _marked(self, at: int) -> bool:
        """Whether what stands before a number makes it an hour."""
        if self._words.before(at).keys() & _OF_CLOCK:
            return True
        return any(atom.kind == "clock" and atom.end in (at, at - 1) for atom in self.atoms)

    def _minutes(self, at: int) -> tuple[int, int]:
        """What is said behind an hour: `Uhr`, `heures et quart`, `点 20`."""
        clock = self._words.at(at).get("time.clock", at)
        for place in (clock, at):
            for word, minutes in _BEHIND_HOUR.items():
                if f"time.{word}" in self._words.at(place):
                    return minutes, self._words.at(place)[f"time.{word}"]
        number = self._words.number(clock) if clock > at and self._joined(clock) else None
        return number if number and 1 <= number[0] <= 59 else (0, clock)

    def _joined(self, at: int) -> bool:
        """Whether nothing but blanks stands before a token."""
        tokens = self._words.tokens
        return at < len(tokens) and not self._text[tokens[at - 1].end : tokens[at].start].strip()

    def _spans(self) -> None:
        """`10 till noon`, `12h-14h`: hours, and dashes that stand for "to"."""
        for start, end, minutes in half_past_noon(self._words):
            self._add("clock", start, end, minutes, exact=True)
        clocks = [atom.start for atom in self.atoms if atom.kind == "clock"]
        for start, end, minutes in opened(self._text, self._words, clocks):
            self._add("clock", start, end, minutes)
        ends = {atom.end for atom in self.atoms if atom.kind == "clock"}
        for at in clocks:
            if at in ends and dashed(self._text, self._words, at):
                self.atoms.append(Atom("time.to", at, at))

    def _rest(self) -> None:
        """The words of time that belong to no number."""
        for at in range(len(self._words)):
            for concept, end in self._words.at(at).items():
                name = is_han(self._words.text[at]) and end == at + 1 and not self._timed(end)
                if concept == "time.tomorrow" and name:
                    continue  # "明早" is tomorrow, "姚明" a person
                if concept.startswith("time.") and not self._taken[at]:
                    self.atoms.append(Atom(concept, at, end))
