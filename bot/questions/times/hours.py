"""Which hours of a day a text means: clock times and parts of the day, and what stands before
them ("before", "from ... to", "after lunch").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.questions.times.sheet import Atom

DAY = 24 * 60
# From and to, in minutes since local midnight. Who says "after lunch" counts from 13:00.
PARTS = {
    "first-thing": (0, 10 * 60),
    "morning": (0, 12 * 60),
    "noon": (12 * 60, 14 * 60),
    "lunch": (12 * 60, 14 * 60),
    "afternoon": (13 * 60, 18 * 60),
    "teatime": (15 * 60, 17 * 60 + 30),
    "late": (16 * 60, 20 * 60),
    "evening": (18 * 60, DAY),
    "tonight": (18 * 60, DAY),
}
_LATEST = 19 * 60  # sessions are held in the twelve hours before it if nothing says other
_BEFORE = {"lunch": 12 * 60, "noon": 12 * 60, "afternoon": 13 * 60, "evening": 18 * 60, "late": DAY}
_UNTIL = {"late": DAY}  # "until the end of the day"
_AFTER = {"lunch": 13 * 60, "noon": 12 * 60, "first-thing": 10 * 60, "late": 18 * 60}
MARKERS = frozenset(
    f"time.{word}"
    for word in (
        *("before", "after", "until", "from", "between", "to", "at", "within", "in"),
        *("onward", "day-article", "day-suffix", "one", "clock"),
    )
)
_UNITS = frozenset(
    f"time.{word}"
    for word in (
        *("hour", "minute", "day", "week", "year", "day-word"),
        *("and-half", "and-quarter", "less-quarter"),
        *("half-past", "half-to", "quarter-past", "quarter-to", "quarter-of"),
        *("half-hour", "quarter-hour"),
        *("two-hours", "hour-and-half", "coming", "next-hour"),
        *("done", "arrive", "leave", "after-that", "before-that", "then"),
    )
)
PLAIN = MARKERS | _UNITS  # words that name no time by themselves
_UNMARKING = ("time.day-article", "time.one", "time.clock", "time.day-suffix")
_DAYS = ("today", "tomorrow", "day-after-tomorrow", "first-day", "last-day")
_FAINT = ("time.at", "time.in", "time.to")  # of several markers, these are the least telling


@dataclass(slots=True)
class Hours:
    """Bounds in minutes since midnight, narrowed as words are read; `point` is a clock time
    without any marker."""

    low: int = 0
    high: int = DAY
    point: int | None = None
    named: bool = False
    parts: list[tuple[int, int]] = field(default_factory=list)
    open: bool = False  # a "from" was read that a "to" may follow
    until: bool = False  # an "until" was read: it begins at the latest now
    clash: bool = False  # a bound and a part of the day contradict each other

    @property
    def agree(self) -> bool:
        """Whether all that was read can be true."""
        bound = self.low > 0 or self.high < DAY
        return self.low < self.high and not self.clash and not (bound and self.point is not None)

    def settle(self) -> None:
        """Make a span of bounds in the wrong order: "before five, after three"."""
        if self.low >= self.high:
            self.low, self.high = min(self.low, self.high), max(self.low, self.high) or DAY


def hours_of(atoms: Sequence[Atom], *, postfix: bool) -> Hours:
    """The hours that the atoms name. `postfix`: "before" stands behind its hour."""
    hours = Hours()
    morning, afternoon = _halves(atoms)
    clocks = [atom for atom in atoms if atom.kind == "clock"]
    for before, atom in marked(atoms):
        mark = (mark_behind(atom, atoms) if postfix else "") or _limit(atom, atoms) or before
        part = part_of(atom, atoms)
        if atom.kind == "clock":
            _bound(hours, mark, _guess(atom, morning=morning, afternoon=afternoon))
        elif part and not _belongs(atom, part, "to" if _ends(hours, part) else mark, clocks):
            _bound_part(hours, mark, part)
    if hours.parts and hours.point is None:
        low, high = min(low for low, _ in hours.parts), max(high for _, high in hours.parts)
        hours.clash = 0 < hours.low < low or high < hours.high < DAY
        hours.low, hours.high = max(hours.low, low), min(hours.high, high)
    return hours


def says_time(atom: Atom) -> bool:
    """Whether an atom names a time by itself."""
    return atom.kind not in PLAIN


def marked(atoms: Sequence[Atom]) -> list[tuple[str, Atom]]:
    """Each atom that is no marker, with the marker right before it if there is one."""
    found = []
    for atom in atoms:
        if atom.kind not in MARKERS:
            marks = _marks_before(atom.start, atoms)
            ahead = next((a for a in atoms if _specifies(a, atoms) and a.end == atom.start), None)
            if not marks and atom.kind == "clock" and ahead:  # "before Tuesday 10 am", "到下午一点"
                marks = _marks_before(ahead.start, atoms)
            found.append((marks[0].kind if marks else "", atom))
    return found


def _marks_before(start: int, atoms: Sequence[Atom]) -> list[Atom]:
    """The markers right before a token, the most telling first. One that another time stands
    behind belongs to that."""
    since = max((a.start for a in atoms if says_time(a) and a.start < start), default=-1)
    marks = [
        mark
        for mark in atoms
        if mark.kind in MARKERS
        and mark.kind not in _UNMARKING
        and 0 <= start - mark.end <= 1
        and mark.start > since
    ]
    return sorted(marks, key=lambda mark: (mark.kind in _FAINT, -mark.end))


def is_day(atom: Atom) -> bool:
    """Whether an atom names a calendar day."""
    days = ("date", "monthday", "day", *(f"time.{day}" for day in _DAYS))
    return atom.kind in days or atom.kind.startswith("time.weekday.")


def _specifies(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """Whether an atom says of a clock time behind it which day or half of the day it is of."""
    return is_day(atom) or part_of(atom, atoms) not in ("", "lunch")


def mark_behind(atom: Atom, atoms: Sequence[Atom]) -> str:
    """The "before" or "after" right behind an atom."""
    for mark in atoms:
        if mark.kind in ("time.before", "time.after") and 0 <= mark.start - atom.end <= 1:
            return mark.kind
    return ""


def _limit(atom: Atom, atoms: Sequence[Atom]) -> str:
    """A bound of several words right behind an hour that no other time follows: "at three at
    the earliest"."""
    for mark in atoms:
        last = mark.start == atom.end and not any(a.start == mark.end for a in atoms)
        if mark.kind in ("time.from", "time.until") and last and mark.end > mark.start + 1:
            return mark.kind
    return ""


def part_of(atom: Atom, atoms: Sequence[Atom]) -> str:
    """Which part of the day an atom names, if it does."""
    if atom.kind == "time.tonight":
        return "tonight"
    if atom.kind == "time.tomorrow" and means_morning(atom, atoms):
        return "morning"
    return atom.kind.removeprefix("time.part.") if atom.kind.startswith("time.part.") else ""


def means_morning(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """`Dienstag morgen`: behind a day, the word for tomorrow means the morning."""
    also = any(a.kind == "time.morning-after-day" and a.start == atom.start for a in atoms)
    before = any(
        a.end == atom.start
        and (a.kind.startswith("time.weekday") or a.kind in ("date", "time.today"))
        for a in atoms
    )
    return also and before


def only_part(atoms: Sequence[Atom]) -> str:
    """The one part of the day that is all that was said."""
    said = [(mark, atom) for mark, atom in marked(atoms) if says_time(atom)]
    return part_of(said[0][1], atoms) if len(said) == 1 and not said[0][0] else ""


def _halves(atoms: Sequence[Atom]) -> tuple[bool, int]:
    """Whether the text says morning, and if it says afternoon or later, until when that goes."""
    parts = {part_of(atom, atoms) for atom in atoms}
    noons = {atom.start for atom in atoms if part_of(atom, atoms) in ("noon", "lunch")}
    kinds = {atom.kind for atom in atoms if atom.start not in noons}
    morning = bool(parts & {"first-thing", "morning"}) or "time.am" in kinds
    late = [PARTS[part][1] for part in parts & {"afternoon", "late", "evening", "tonight"}]
    return morning, DAY if "time.pm" in kinds else max(late, default=0)


def _ends(hours: Hours, part: str) -> bool:
    """Whether a part of the day ends what a "from" began: "from ten, noon"."""
    return hours.open and PARTS[part][0] > hours.low and part in ("noon", "lunch")


def _belongs(atom: Atom, part: str, mark: str, clocks: Sequence[Atom]) -> bool:
    """Whether a part of the day only says of a clock time which half of the day is meant."""
    if part != "lunch" and any(clock.start == atom.end for clock in clocks):
        return True
    if any(clock.start < atom.end and atom.start < clock.end for clock in clocks):
        return True  # "à midi et demi"
    return not mark and any(_beside(atom, clock) for clock in clocks)


def _beside(part: Atom, clock: Atom) -> bool:
    """`4 in the afternoon`, `下午4点`: the part tells which half of the day is meant."""
    return 0 <= part.start - clock.end <= 2 or 0 <= clock.start - part.end <= 1


def _guess(clock: Atom, *, morning: bool, afternoon: int) -> int:
    """Minutes since midnight: sessions are held between 7:00 and 19:00 if nothing says other."""
    minutes = clock.value[0] or 0
    if clock.exact or minutes >= 13 * 60:
        return minutes
    early = minutes < _LATEST - 12 * 60 and not morning
    late = minutes + 12 * 60 <= afternoon  # "between ten and the end of the day": not at 22:00
    return minutes + 12 * 60 if (late or early) and minutes < 12 * 60 else minutes


def _begun(hours: Hours) -> bool:
    """Whether an hour was named that another one may end."""
    return hours.point is not None or hours.open or bool(hours.low)


def _bound(hours: Hours, mark: str, minutes: int) -> None:
    """Narrow the hours by a clock time behind its marker."""
    hours.named = True
    if mark == "time.to" and not _begun(hours):
        mark = ""  # "à 14h" is no end unless something began
    if mark in ("time.from", "time.between", "time.onward"):
        hours.low, hours.open = minutes, True
    elif mark in ("time.to", "time.until", "time.before") or hours.open:
        if hours.point is not None and mark in ("time.to", "time.until"):
            hours.low, hours.point = hours.point, None
        if hours.low - 12 * 60 < minutes <= hours.low:
            if hours.low >= _LATEST:  # "from 11 to 1 in the afternoon": not at 23:00
                hours.low -= 12 * 60
            else:
                minutes += 12 * 60
        hours.high, hours.open = min(minutes, DAY), False
        hours.until = mark == "time.until"
    elif mark == "time.after":
        hours.low = minutes
    else:
        hours.point = minutes


def _bound_part(hours: Hours, mark: str, part: str) -> None:
    """Narrow the hours by a part of the day behind its marker."""
    low, high = PARTS[part]
    hours.named = True
    if mark == "time.to" and not _begun(hours):
        mark = ""  # "und nachmittags"
    if _ends(hours, part) and mark in ("", "time.at"):
        mark, hours.open = "time.to", False
    if mark in ("time.until", "time.to") and hours.point is not None:  # "10 till noon"
        hours.low, hours.point = hours.point, None
    if mark == "time.before":
        hours.high = _BEFORE.get(part, low or high)
    elif mark == "time.after":
        hours.low = _AFTER.get(part, high)
    elif mark in ("time.until", "time.to"):
        hours.high = _UNTIL.get(part, low or high)
        hours.until = mark == "time.until"
    elif mark in ("time.from", "time.between"):
        hours.low, hours.open = low, True
    elif hours.point is None:
        hours.parts.append((low, high))
