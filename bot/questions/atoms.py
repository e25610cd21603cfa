"""The days, clock times and lengths that a text names: atoms for `when`.

Numbers are read here, once for all languages; words come from the lexicons (`time.*`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.questions.lexicon import Mention
from bot.questions.text import Token, han_number


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of time: `kind` is `date` (value: year or None, month, day), `monthday`,
    `clock` (minutes since midnight), `length` (minutes), or a `time.*` concept. `exact` clocks
    need no guess between morning and afternoon."""

    kind: str
    start: int
    end: int
    value: tuple[int | None, ...] = ()
    exact: bool = False


_DATE = re.compile(r"(?<![\d:])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_HAN_DATE = re.compile(r"(?:(20\d\d)\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号號]?)?")
_SHORT = re.compile(r"(?<![\d:.,/-])(\d{1,2})([./])(\d{1,2})(?:\2((?:20)?\d\d))?(?![\d:/])\.?")
_CLOCK = re.compile(
    r"(?<![\d:.,])([01]?\d|2[0-4])\s?(?:[:.]|h|点|點|时|時|ч)\s?([0-5]\d)(?![\d])"
    r"(?:\s?([ap])\.?\s?m\b)?",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![\d:.,])([01]?\d|2[0-4])(?:\s?([ap])\.?\s?m\b\.?|\s?h(?:rs?)?(?![a-z])|\s?[点點时時](半|整|钟|鐘)?)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<![\d:./-])([01]?\d|2[0-4])\s?-\s?([01]?\d|2[0-4])(?![\d:./-])")


class Reading:
    """The atoms of one text, in order. Tokens taken by names are not read."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        mentions: Iterable[Mention],
        taken: Sequence[bool],
        days: tuple[date, date],
        leads: bool = False,
    ) -> None:
        self._text, self._tokens, self._days, self._leads = text, tokens, days, leads
        self._taken = list(taken)
        self._words: dict[int, list[Mention]] = {}
        self._ends: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.concept.startswith(("time.", "number.", "ordinal.")):
                self._words.setdefault(mention.start, []).append(mention)
                self._ends.setdefault(mention.end, []).append(mention)
        self.atoms: list[Atom] = []
        self._figures()
        self._named_dates()
        self._lengths_and_days()
        self._clocks_in_words()
        self._years()
        self._rest()
        self.atoms.sort(key=lambda atom: (atom.start, atom.kind))

    def _add(self, atom: Atom) -> None:
        if any(self._taken[atom.start : atom.end]):
            return
        self._taken[atom.start : atom.end] = [True] * (atom.end - atom.start)
        self.atoms.append(atom)

    def _place(self, match: re.Match[str]) -> tuple[int, int] | None:
        inside = [
            at
            for at, token in enumerate(self._tokens)
            if token.start < match.end() and token.end > match.start()
        ]
        free = inside and not any(self._taken[at] for at in inside)
        return (inside[0], inside[-1] + 1) if free else None

    def _concepts(self, at: int) -> dict[str, int]:
        """The concepts that begin at a token, and where each ends."""
        return {mention.concept: mention.end for mention in self._words.get(at, ())}

    def _number(self, at: int) -> tuple[int, int] | None:
        """The number at a token (figures, words, Chinese), and where it ends."""
        if at >= len(self._tokens) or self._taken[at]:
            return None
        token = self._tokens[at].text
        if token.isdecimal():
            return int(token[:6]), at + 1
        for concept, end in self._concepts(at).items():
            group, _, name = concept.rpartition(".")
            if group == "number" and name.isdecimal():
                return int(name), end
        for length in (3, 2, 1):
            run = "".join(each.text for each in self._tokens[at : at + length])
            value = han_number(run) if len(run) == length else None
            if value is not None:
                return value, at + length
        return None

    def _ordinal(self, at: int) -> tuple[int, int] | None:
        for concept, end in self._concepts(at).items():
            group, _, name = concept.rpartition(".")
            if group == "ordinal":
                return (-1 if name == "last" else int(name)), end
        return None

    def _figures(self) -> None:
        for match in _DATE.finditer(self._text):
            self._figure("date", match, tuple(map(int, match.groups())))
        for match in _HAN_DATE.finditer(self._text):
            year, month, day = (int(group) if group else None for group in match.groups())
            self._figure("date", match, (year, month, day))
        for match in _SHORT.finditer(self._text):
            self._short(match)
        for match in _CLOCK.finditer(self._text):
            hour, minute, half = int(match[1]), int(match[2]), match[3]
            exact = bool(half) or hour > 12 or match[1].startswith("0")
            self._figure("clock", match, (_minutes(hour, minute, half),), exact)
        for match in _HOUR.finditer(self._text):
            hour, half = int(match[1]), match[2]
            minute = 30 if match[3] == "半" else 0
            self._figure("clock", match, (_minutes(hour, minute, half),), bool(half) or hour > 12)
        for match in _RANGE.finditer(self._text):
            place = self._place(match)
            if place and place[1] - place[0] == 2 and int(match[1]) < int(match[2]):
                self._add(Atom("clock", place[0], place[0] + 1, (int(match[1]) * 60,)))
                self._add(Atom("time.to", place[1], place[1]))
                self._add(Atom("clock", place[0] + 1, place[1], (int(match[2]) * 60,)))

    def _figure(
        self, kind: str, match: re.Match[str], value: tuple[int | None, ...], exact: bool = False
    ) -> None:
        place = self._place(match)
        if place:
            self._add(Atom(kind, *place, value, exact))

    def _short(self, match: re.Match[str]) -> None:
        """`13/11`, `11/13` and `13.11.`; `10.30` is a clock time unless it is a day of the event."""
        one, other = int(match[1]), int(match[3])
        year = None if match[4] is None else int(match[4]) % 100 + 2000
        first, last = self._days
        readings = [(other, one), (one, other)]
        near = [r for r in readings if r[0] in (first.month, last.month) and 1 <= r[1] <= 31]
        valid = near or [r for r in readings if 1 <= r[0] <= 12 and 1 <= r[1] <= 31]
        if near and not first.month == last.month == one == other:
            inside = [r for r in near if first <= date(first.year, r[0], min(r[1], 28)) <= last]
            valid = inside or near
        dotted = match[2] == "." and year is None and not match[0].endswith(".")
        if valid and not (dotted and not near):
            self._figure("date", match, (year, *valid[0]))

    def _named_dates(self) -> None:
        for at in range(len(self._tokens)):
            for concept, end in self._concepts(at).items():
                if concept.startswith("time.month.") and not self._taken[at]:
                    self._month(int(concept.rpartition(".")[2]), at, end)

    def _month(self, month: int, start: int, end: int) -> None:
        before = self._day_before(start)
        after = None if before is not None else self._number(end)
        if before is not None:
            at, day = before
            year = self._number(end)
            named = year is not None and 2000 <= year[0] <= 2100
            self._add(
                Atom("date", at, year[1] if year and named else end,
                     (year[0] if year and named else None, month, day))
            )  # fmt: skip
        elif after is not None and 1 <= after[0] <= 31:
            year = self._number(after[1])
            named = year is not None and 2000 <= year[0] <= 2100
            end = year[1] if year and named else self._suffix(after[1])
            self._add(
                Atom("date", start, end, (year[0] if year and named else None, month, after[0]))
            )
        elif after is not None and 2000 <= after[0] <= 2100:
            self._add(Atom("date", start, after[1], (after[0], month, None)))

    def _day_before(self, start: int) -> tuple[int, int] | None:
        """A day of the month up to three tokens before its month's name: `the 13th of`."""
        for at in range(start - 1, max(start - 4, -1), -1):
            token = self._tokens[at].text
            if token.isdecimal():
                day = int(token[:4])
                return (at, day) if 1 <= day <= 31 and not self._taken[at] else None
        return None

    def _suffix(self, at: int) -> int:
        """Past the `th` or `º` that is written onto a number."""
        if at >= len(self._tokens) or "time.day-suffix" not in self._concepts(at):
            return at
        token = self._tokens[at]
        between = self._text[self._tokens[at - 1].end : token.start]
        written_on = between in ("", "-") or len(token.text) > 2
        return at + 1 if written_on else at

    def _lengths_and_days(self) -> None:
        for at in range(len(self._tokens)):
            if self._taken[at]:
                continue
            half = self._concepts(at).get("time.half-hour")
            quarter = self._concepts(at).get("time.quarter-hour")
            two = self._concepts(at).get("time.two-hours")
            number = self._number(at) or self._one(at)
            if half is not None:
                self._add(Atom("length", at, half, (30,)))
            elif quarter is not None:
                self._add(Atom("length", at, quarter, (15,)))
            elif two is not None:
                self._add(Atom("length", at, two, (120,)))
            elif number is not None:
                self._counted(at, *number)
            elif self._leads:
                self._unit_alone(at)
            self._day_n(at)

    def _unit_alone(self, at: int) -> None:
        """`напомни за час`, `ذكرني قبل بساعة`: of a reminder, a unit by itself is one of it."""
        for unit, minutes in (("minute", 1), ("hour", 60), ("day", 1440), ("week", 10080)):
            end = self._concepts(at).get(f"time.{unit}")
            before = at and self._tokens[at - 1].text.isdecimal()
            if end is not None and not before:
                self._add(Atom("length", at, end, (minutes,)))
                return

    def _one(self, at: int) -> tuple[int, int] | None:
        end = self._concepts(at).get("time.one")
        return None if end is None else (1, end)

    def _counted(self, start: int, value: int, end: int) -> None:
        """`30 minutes`, `2 hours`, `the 13th`."""
        concepts = self._concepts(end) if end < len(self._tokens) else {}
        if "time.coming" in concepts and concepts["time.coming"] < len(self._tokens):
            end = concepts["time.coming"]  # "les deux prochaines heures"
            concepts = self._concepts(end)
            self.atoms.append(Atom("time.coming", start, end))
        marks = {m.concept for m in self._ends.get(start, ())}
        clock_before = "time.clock" in concepts and (
            bool(
                marks
                & {"time.at", "time.from", "time.until", "time.to", "time.between", "time.before"}
            )
            or ("time.after" in marks and value > 5)
        )
        for unit, minutes in (("minute", 1), ("hour", 60), ("day", 1440), ("week", 10080)):
            if f"time.{unit}" in concepts and not (clock_before and unit == "hour"):
                extra = self._and_a_half(concepts[f"time.{unit}"], minutes)
                self._add(Atom("length", start, extra[1], (value * minutes + extra[0],)))
                return
        suffixed = self._suffix(end)
        article = any(m.concept == "time.day-article" for m in self._ends.get(start, ()))
        weekday = any(m.concept.startswith("time.weekday") for m in self._ends.get(start, ()))
        figures = self._tokens[start].text.isdecimal()
        if figures and 1 <= value <= 31 and (suffixed > end or article or weekday):
            clock = any(f"time.{word}" in concepts for word in ("clock", "am", "pm"))
            near = self._days[0].day <= value <= self._days[1].day
            if not clock and (suffixed > end or near or (article and value > 12)):
                self._add(Atom("monthday", start, suffixed, (value,)))

    def _and_a_half(self, at: int, unit: int) -> tuple[int, int]:
        concepts = self._concepts(at) if at < len(self._tokens) else {}
        end = concepts.get("time.and-half")
        return (0, at) if end is None else (unit // 2, end)

    def _day_n(self, at: int) -> None:
        """`day 2`, `second day`, `la última jornada`."""
        concepts = self._concepts(at)
        if "time.day-word" in concepts:
            after = concepts["time.day-word"]
            nth = (
                (self._ordinal(after) or self._number(after)) if after < len(self._tokens) else None
            )
            if nth:
                self._nth_day(at, nth[1], nth[0])
        elif ordinal := self._ordinal(at):
            after = ordinal[1]
            if after < len(self._tokens) and "time.day-word" in self._concepts(after):
                end = self._concepts(after)["time.day-word"]
                self._nth_day(at, end, ordinal[0])

    def _nth_day(self, start: int, end: int, nth: int) -> None:
        """Day 2 is the event's second; day 14 of a short event is one of the month."""
        lasts = (self._days[1] - self._days[0]).days + 1
        if nth <= lasts:
            self._add(Atom("day", start, end, (nth,)))
        elif nth <= 31:
            self._add(Atom("monthday", start, end, (nth,)))

    def _clocks_in_words(self) -> None:
        """`at 9`, `half past ten`, `halb zehn`, `um neun Uhr`, `الساعة ٩`."""
        for at in range(len(self._tokens)):
            number = self._number(at)
            if number is None or not 0 <= number[0] <= 24:
                continue
            self._clock_at(at, *number)

    def _clock_at(self, at: int, hour: int, end: int) -> None:
        before = {m.concept: m.start for m in self._ends.get(at, ())}
        after = self._concepts(end) if end < len(self._tokens) else {}
        for word, minutes in (("half-past", 30), ("half-to", -30), ("quarter-past", 15),
                              ("quarter-to", -15)):  # fmt: skip
            if f"time.{word}" in before:
                start = before[f"time.{word}"]
                self._add(Atom("clock", start, end, (hour * 60 + minutes,)))
                return
        start = before.get("time.at", at)
        marked = any(
            f"time.{word}" in before
            for word in ("at", "before", "after", "until", "from", "between", "to")
        ) or any(atom.kind == "clock" and atom.end in (at, at - 1) for atom in self.atoms)
        minutes = 0
        for word, extra in (("and-half", 30), ("and-quarter", 15), ("less-quarter", -15)):
            if f"time.{word}" in after:
                end, minutes, marked = after[f"time.{word}"], extra, True
        if "time.clock" in after:
            end, marked = after["time.clock"], True
            tail = self._concepts(end) if end < len(self._tokens) else {}
            for word, extra in (("and-half", 30), ("and-quarter", 15), ("less-quarter", -15)):
                if f"time.{word}" in tail:
                    end, minutes = tail[f"time.{word}"], extra
            tail_number = self._number(end)
            if not minutes and tail_number and 1 <= tail_number[0] <= 59:
                minutes, end = tail_number
        # "à un" and "a una" are mostly no hours.
        bare = hour == 1 and not self._tokens[at].text.isdecimal() and "time.clock" not in after
        if (marked and not bare) or "time.am" in after or "time.pm" in after:
            self._add(Atom("clock", start, end, (hour * 60 + minutes,), hour > 12))

    def _years(self) -> None:
        """A year by itself: of the event or not."""
        for at, token in enumerate(self._tokens):
            if token.text.isdecimal() and len(token.text) == 4 and 1990 <= int(token.text) <= 2100:
                self._add(Atom("year", at, at + 1, (int(token.text),)))

    def _rest(self) -> None:
        for at in sorted(self._words):
            mentions = [m for m in self._words[at] if m.concept.startswith("time.")]
            if any(self._taken[m.start] for m in mentions):
                continue
            for mention in mentions:
                self.atoms.append(Atom(mention.concept, mention.start, mention.end))


def _minutes(hour: int, minute: int, half: str | None) -> int:
    if half and half.lower() == "p" and hour < 12:
        hour += 12
    if half and half.lower() == "a" and hour == 12:
        hour = 0
    return hour * 60 + minute
