"""Which span of time a question means, from the atoms that `scan` found.

Days come from weekdays, dates and words such as "tomorrow"; hours from `hours`. Local time is
the venue's, unless the text says "my time".
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.questions.question import Reason, Window
from bot.questions.times.calendar import nearest
from bot.questions.times.hours import (
    DAY,
    MARKERS,
    Hours,
    hours_of,
    mark_behind,
    marked,
    means_morning,
    only_part,
    says_time,
)
from bot.questions.times.reach import next_week, reach
from bot.questions.times.sheet import Atom
from bot.schedule.times import day_bounds, to_local, to_utc_anyhow

_POINT = timedelta(minutes=15)  # "at 9" reaches to what starts before 9:15
# What makes two days the ends of a span, where "Monday and Wednesday" are but two days.
_WEEKS = ("this-week", "next-week")
_SPANS = frozenset(f"time.{word}" for word in ("from", "to", "until", "between", *_WEEKS))
_FROM_TODAY = {
    "time.today": 0,
    "time.tonight": 0,
    "time.yesterday": -1,
    "time.tomorrow": 1,
    "time.day-after-tomorrow": 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What a text says about time. `used` are the tokens that said it; `lengths` the spans
    ("30 minutes") in it, which in a reminder are its leads."""

    window: Window | None = None
    unknown: tuple[Reason, str] | None = None
    used: frozenset[int] = frozenset()
    lengths: tuple[timedelta, ...] = ()
    hours_only: bool = False  # an hour or part of the day was named, and no day
    part_only: str = ""  # the one part of a day that is all that was said
    open: bool = False  # it begins at an hour and ends with its day: "I am free from two"


def read(
    atoms: Sequence[Atom],
    *,
    now: datetime,
    zone: str,
    days: tuple[date, date],
    postfix: bool = False,
    own_zone: str | None = None,
    ors: Container[int] = (),
) -> When:
    """The window that the atoms name. `zone` is the venue's, `own_zone` the reader's, `days`
    the event's first and last one; `postfix` says that "before" stands behind its hour, `ors`
    where an "or" or "and" stands."""
    lengths = tuple(timedelta(minutes=a.value[0] or 0) for a in atoms if a.kind == "length")
    said = When(used=tokens_of(filter(says_time, atoms)), lengths=lengths)
    all_used = said.used | tokens_of(_markers_beside(atoms))
    relative = _relative(atoms, now)
    if relative:
        return replace(said, window=relative, used=all_used)
    local = to_local(now, zone)
    named = _days(atoms, local.date(), days)
    if isinstance(named, tuple):
        return replace(said, unknown=named)
    hours = hours_of(atoms, postfix=postfix)
    hours.settle()
    if not named and not hours.named:
        return said
    chosen = named or [_likely_day(hours, local, days)]
    bounded = bool(named) and not hours.named and min(named) == max(named)
    if bounded:
        chosen = list(reach(atoms, named[0], local.date(), days, postfix=postfix))
        if not days[0] <= chosen[0] <= chosen[1] <= days[1]:
            return replace(said, unknown=(Reason.OUTSIDE_DATES, chosen[0].isoformat()))
    spanned = bounded or any(atom.kind in _SPANS and atom.start not in ors for atom in atoms)
    mine = own_zone if any(atom.kind == "time.my-time" for atom in atoms) else None
    found = replace(
        said,
        window=replace(
            _window(min(chosen), max(chosen), hours, mine or zone, zone),
            days=() if spanned or len(chosen) < 2 else tuple(sorted(chosen)),
        ),
        used=all_used,
        hours_only=not named,
        part_only=only_part(atoms),
        open=hours.point is None and hours.low > 0 and hours.high == DAY,
    )
    ahead = bounded and local.date() == chosen[0] < chosen[1]
    return still(found, now, zone) if ahead or (hours.until and not hours.low) else found


def still(found: When, now: datetime, zone: str) -> When:
    """What is left of the window that was found, or of today: "what can I still see?"."""
    window = found.window
    if window is None:
        _, end = day_bounds(to_local(now, zone).date(), zone)
        return replace(found, window=Window(start=now, end=end, running=True))
    if not window.start < now < window.end:
        return found
    return replace(found, window=replace(window, start=now, whole_day=False, running=True))


def tokens_of(atoms: Iterable[Atom]) -> frozenset[int]:
    """The tokens that atoms are read from."""
    return frozenset(i for atom in atoms for i in range(atom.start, atom.end))


def _markers_beside(atoms: Sequence[Atom]) -> list[Atom]:
    """Markers next to a time belong to it; elsewhere "before" may be a word of the topic."""
    spans = [(atom.start, atom.end) for atom in atoms if atom.kind not in MARKERS]
    return [
        atom
        for atom in atoms
        if atom.kind in MARKERS
        and any(abs(atom.end - start) <= 1 or abs(atom.start - end) <= 1 for start, end in spans)
    ]


def _relative(atoms: Sequence[Atom], now: datetime) -> Window | None:
    """`in the next two hours`, `in half an hour`, `半小时后`."""
    for before, atom in marked(atoms):
        if atom.kind != "length" or not atom.value[0]:
            continue
        span = timedelta(minutes=atom.value[0])
        coming = any(
            a.kind == "time.coming" and atom.start - 1 <= a.start <= atom.end + 1 for a in atoms
        )
        if before == "time.within" or coming:
            return Window(start=now, end=now + span)
        mark = before if before == "time.in" else mark_behind(atom, atoms) or before
        if mark in ("time.in", "time.after") and span < timedelta(days=1):
            return Window(start=now + span - _POINT, end=now + span + _POINT)
    return None


def _days(
    atoms: Sequence[Atom], today: date, days: tuple[date, date]
) -> list[date] | tuple[Reason, str]:
    """The calendar days named, or why one of them cannot be."""
    dated: list[date] = []
    others: list[date] = []
    for atom in atoms:
        if atom.kind == "time.other-year":
            return (Reason.OTHER_YEAR, "")
        year = atom.value[0] if atom.kind in ("date", "year") else None
        if year is not None and not days[0].year <= year <= days[1].year:
            return (Reason.OTHER_YEAR, str(year))
        day = _day(atom, atoms, today, days)
        if day is None and atom.kind in ("date", "monthday") and atom.value[-1]:
            return (Reason.OUTSIDE_DATES, "")  # "31 November"
        if day is not None and not _beside_day(atom, atoms):
            (dated if atom.kind in ("date", "monthday") else others).append(day)
    kinds = {atom.kind for atom in atoms}
    week = next_week(today, days) if "time.next-week" in kinds else []
    week = week or (list(days) if "time.this-week" in kinds else [])
    found = dated or others or week  # a date is surer than the weekday named with it
    outside = [day for day in found if not days[0] <= day <= days[1]]
    if outside and len(outside) == len(found):
        return (Reason.OUTSIDE_DATES, outside[0].isoformat())
    return found


def _beside_day(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """Whether the day right behind tells which one is meant: "ليوم الثلاثاء"."""
    behind = (a.kind for a in atoms if a.start == atom.end)
    named = any(kind in ("date", "monthday") or "weekday" in kind for kind in behind)
    return atom.kind == "time.today" and named


def _day(atom: Atom, atoms: Sequence[Atom], today: date, days: tuple[date, date]) -> date | None:
    """The day that an atom names; None if it names none that there is."""
    first, last = days
    if atom.kind in ("date", "monthday"):
        year, month, day = atom.value if atom.kind == "date" else (None, None, *atom.value)
        within = (date(year, 1, 1), date(year, 12, 31)) if year else days
        return nearest(month, day, within) if day else None
    if atom.kind in ("day", "time.first-day", "time.last-day"):
        nth = atom.value[0] or 1 if atom.kind == "day" else 1
        return last if atom.kind == "time.last-day" or nth < 0 else first + timedelta(days=nth - 1)
    if atom.kind.startswith("time.weekday."):
        return _weekday(int(atom.kind.rpartition(".")[2]), today, days)
    if atom.kind in _FROM_TODAY and not means_morning(atom, atoms):
        return today + timedelta(days=_FROM_TODAY[atom.kind])
    return None


def _weekday(number: int, today: date, days: tuple[date, date]) -> date:
    """That weekday of the event, the nearest one not past; else the next one there is."""
    first, last = days
    span = [first + timedelta(days=i) for i in range(min((last - first).days, 60) + 1)]
    inside = [day for day in span if day.isoweekday() == number]
    ahead = [day for day in inside if day >= today]
    if inside:
        return (ahead or inside[-1:])[0]
    start = max(today, first - timedelta(days=7))
    return start + timedelta(days=(number - start.isoweekday()) % 7)


def _likely_day(hours: Hours, local: datetime, days: tuple[date, date]) -> date:
    """The day that an hour without one means: today, or the event's next day once it is past."""
    first, last = days
    today = local.date()
    end = hours.point + 60 if hours.point is not None else hours.high
    past = local.hour * 60 + local.minute >= end
    return max(today + timedelta(days=1) if past and today < last else today, first)


def _window(first: date, last: date, hours: Hours, spoken: str, venue: str) -> Window:
    """The span from the first to the last day, in hours of the `spoken` zone."""
    one = first == last
    if not hours.named:
        start, end = day_bounds(first, venue)[0], day_bounds(last, venue)[1]
        return Window(start=start, end=end, day=first if one else None, whole_day=one)
    point = hours.point is not None
    start = _instant(first, hours.low if hours.point is None else hours.point, spoken)
    end = start + _POINT if point else _instant(last, hours.high, spoken)
    day = to_local(start, venue).date() if one else None
    return Window(start=start, end=max(end, start), day=day, running=point)


def _instant(day: date, minutes: int, zone: str) -> datetime:
    midnight = datetime.combine(day, time())
    return to_utc_anyhow(midnight + timedelta(minutes=minutes), zone)
