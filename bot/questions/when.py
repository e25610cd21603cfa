"""Which span of time a question means, from the atoms that `atoms` found.

Days come from weekdays, dates and words such as "tomorrow"; hours from clock times, parts of
the day and what stands before them ("before", "from ... to", "in the next"). Local time is the
venue's, unless the text says "my time".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.questions.atoms import Atom
from bot.questions.question import Reason, Window
from bot.schedule.times import day_bounds, to_local, to_utc_anyhow

DAY = 24 * 60
# From and to, in minutes since local midnight. Who says "after lunch" counts from 13:00.
PARTS = {
    "first-thing": (0, 10 * 60),
    "morning": (0, 12 * 60),
    "noon": (12 * 60, 14 * 60),
    "lunch": (12 * 60, 14 * 60),
    "afternoon": (13 * 60, 18 * 60),
    "late": (16 * 60, 20 * 60),
    "evening": (18 * 60, DAY),
    "tonight": (18 * 60, DAY),
}
_BEFORE = {"lunch": 12 * 60, "noon": 12 * 60, "afternoon": 13 * 60, "evening": 18 * 60}
_AFTER = {"lunch": 13 * 60, "noon": 12 * 60, "first-thing": 10 * 60, "late": 18 * 60}
_POINT = timedelta(minutes=15)  # "at 9" reaches to what starts before 9:15


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What a text says about time. `used` are the tokens that said it; `lengths` are spans
    that bound no window (leads of reminders); `now`, `still` and `next` are asked by words."""

    window: Window | None = None
    unknown: tuple[Reason, str] | None = None
    used: frozenset[int] = frozenset()
    lengths: tuple[timedelta, ...] = ()
    hours_only: bool = False  # an hour or part of the day was named, and no day
    part_only: str = ""  # the one part of a day that is all that was said


@dataclass(slots=True)
class _Hours:
    """Bounds in minutes since midnight, narrowed as words are read."""

    low: int = 0
    high: int = DAY
    point: int | None = None
    named: bool = False
    parts: list[tuple[int, int]] = field(default_factory=list)


def read(
    atoms: Sequence[Atom],
    *,
    now: datetime,
    zone: str,
    days: tuple[date, date],
    postfix: bool = False,
    own_zone: str | None = None,
    relative_only: bool = False,
) -> When:
    """The window that the atoms name. `zone` is the venue's, `own_zone` the reader's, `days`
    the event's first and last one; `postfix` says that "before" stands behind its hour."""
    kinds = {atom.kind for atom in atoms}
    lengths = tuple(
        timedelta(minutes=atom.value[0] or 0) for atom in atoms if atom.kind == "length"
    )
    used = frozenset(i for atom in atoms if _says_time(atom) for i in range(atom.start, atom.end))
    local = to_local(now, zone)
    spoken_zone = own_zone if own_zone and "time.my-time" in kinds else zone
    if relative := _relative(atoms, now, lengths):
        return When(window=relative, used=used | _marker_tokens(atoms), lengths=lengths)
    if relative_only:
        return When(used=used, lengths=lengths)
    found = _days(atoms, local.date(), days)
    if isinstance(found, tuple) and found and isinstance(found[0], Reason):
        return When(unknown=(found[0], str(found[1])), used=used, lengths=lengths)
    named_days = [day for day in found if isinstance(day, date)]
    hours = _hours(atoms, postfix)
    if not named_days and not hours.named:
        return When(used=used, lengths=lengths)
    hours_only = not named_days
    if not named_days:
        named_days = [_likely_day(hours, local, days)]
    window = _window(min(named_days), max(named_days), hours, spoken_zone, zone)
    return When(window=window, used=used | _marker_tokens(atoms), lengths=lengths,
                hours_only=hours_only, part_only=_only_part(atoms))  # fmt: skip


def still(found: When, now: datetime, zone: str) -> When:
    """What is left of the window that was found, or of today: "what can I still see?"."""
    window = found.window
    if window is None:
        _, end = day_bounds(to_local(now, zone).date(), zone)
        return replace(found, window=Window(start=now, end=end, running=True))
    if not window.start < now < window.end:
        return found
    return replace(found, window=replace(window, start=now, whole_day=False, running=True))


MARKERS = frozenset(
    f"time.{word}" for word in ("before", "after", "until", "from", "between", "to", "at", "within",
                                "in", "day-article", "day-suffix", "one", "clock")
)  # fmt: skip
_UNITS = frozenset(f"time.{word}" for word in ("hour", "minute", "day", "week", "day-word", "half",
                                               "and-half", "and-quarter", "less-quarter",
                                               "half-past", "half-to", "quarter-past", "quarter-to",
                                               "half-hour", "coming"))  # fmt: skip


# Words of time that say nothing by themselves.
PLAIN = MARKERS | _UNITS


def _only_part(atoms: Sequence[Atom]) -> str:
    said = [(mark, atom) for mark, atom in _pairs(atoms) if _says_time(atom)]
    return _part(said[0][1], atoms) if len(said) == 1 and not said[0][0] else ""


def _says_time(atom: Atom) -> bool:
    return atom.kind not in MARKERS and atom.kind not in _UNITS


def _marker_tokens(atoms: Sequence[Atom]) -> frozenset[int]:
    """Markers next to a time belong to it; elsewhere "before" may be a word of the topic."""
    spans = [(a.start, a.end) for a in atoms if a.kind not in MARKERS]
    return frozenset(
        i
        for atom in atoms
        if atom.kind in MARKERS
        and any(abs(atom.end - start) <= 1 or abs(atom.start - end) <= 1 for start, end in spans)
        for i in range(atom.start, atom.end)
    )


def _relative(atoms: Sequence[Atom], now: datetime, lengths: Sequence[timedelta]) -> Window | None:
    """`in the next two hours`, `in half an hour`."""
    for before, atom in _pairs(atoms):
        if atom.kind != "length" or not atom.value[0]:
            continue
        mark = (
            before if before in ("time.within", "time.in") else _mark_behind(atom, atoms) or before
        )
        if mark in ("time.within", "time.in", "time.after") or _coming(atom, atoms):
            span = timedelta(minutes=atom.value[0])
            if before == "time.within" or _coming(atom, atoms):
                return Window(start=now, end=now + span)
            if span < timedelta(days=1):
                return Window(start=now + span - _POINT, end=now + span + _POINT, running=False)
    return None


def _coming(length: Atom, atoms: Sequence[Atom]) -> bool:
    """`les deux prochaines heures`: an adjective in or beside a length."""
    return any(
        a.kind == "time.coming" and length.start - 1 <= a.start <= length.end + 1 for a in atoms
    )


def _pairs(atoms: Sequence[Atom]) -> list[tuple[str, Atom]]:
    """Each atom that is no marker with the marker right before it, if there is one."""
    found = []
    for atom in atoms:
        if atom.kind in MARKERS:
            continue
        before = [a.start for a in atoms if _says_time(a) and a.start < atom.start]
        since = max(before, default=-1)  # a marker belongs to the time right behind it
        marks = [m for m in atoms if m.kind in MARKERS and 0 <= atom.start - m.end <= 1 and m.start > since
                 and m.kind not in ("time.day-article", "time.one", "time.clock")]  # fmt: skip
        strong = sorted(marks, key=lambda m: (m.kind in ("time.at", "time.in", "time.to"), -m.end))
        found.append((strong[0].kind if strong else "", atom))
    return found


def _days(
    atoms: Sequence[Atom], today: date, days: tuple[date, date]
) -> list[date] | tuple[Reason, str]:
    """The calendar days named, or why one of them cannot be."""
    found: list[date] = []
    dated: list[date] = []
    for atom in atoms:
        if atom.kind == "time.other-year":
            return (Reason.OTHER_YEAR, "")
        day = _day(atom, atoms, today, days)
        if isinstance(day, Reason):
            year = atom.value[0]
            return (day, str(year or ""))
        if day is not None:
            (dated if atom.kind in ("date", "monthday") else found).append(day)
    found = dated or found  # a date is surer than the weekday named with it
    outside = [day for day in found if not days[0] <= day <= days[1]]
    if outside and len(outside) == len(found):
        return (Reason.OUTSIDE_DATES, outside[0].isoformat())
    return found


def _day(  # noqa: PLR0912: one branch for each way to name a day
    atom: Atom, atoms: Sequence[Atom], today: date, days: tuple[date, date]
) -> date | Reason | None:
    first, last = days
    value = atom.value
    try:
        match atom.kind:
            case "date":
                year, month, day = value
                if year is not None and not first.year <= year <= last.year:
                    return Reason.OTHER_YEAR
                return date(year or first.year, month or 1, day) if day else None
            case "year":
                inside = first.year <= (value[0] or 0) <= last.year
                return None if inside else Reason.OTHER_YEAR
            case "monthday":
                return date(first.year, first.month, value[0] or 1)
            case "day":
                nth = value[0] or 0
                return last if nth < 0 else first + timedelta(days=nth - 1)
            case "time.first-day":
                return first
            case "time.last-day":
                return last
            case "time.today" | "time.tonight":
                return today
            case "time.yesterday":
                return today - timedelta(days=1)
            case "time.day-after-tomorrow":
                return today + timedelta(days=2)
            case "time.tomorrow":
                return None if _is_morning(atom, atoms) else today + timedelta(days=1)
    except ValueError:
        return None
    if atom.kind.startswith("time.weekday."):
        return _weekday(int(atom.kind.rpartition(".")[2]), today, days)
    return None


def _is_morning(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """`Dienstag morgen`: the word for tomorrow means the morning behind a day."""
    also = any(a.kind == "time.morning-after-day" and a.start == atom.start for a in atoms)
    before = any(
        a.end == atom.start
        and (a.kind.startswith("time.weekday") or a.kind in ("date", "time.today"))
        for a in atoms
    )
    return also and before


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


def _hours(atoms: Sequence[Atom], postfix: bool) -> _Hours:
    """The bounds within a day."""
    hours = _Hours()
    pairs = _pairs(atoms)
    parts = [_part(atom, atoms) for atom in atoms]
    named_parts = [part for part in parts if part]
    afternoon = any(p in ("afternoon", "late", "evening", "tonight") for p in named_parts) or any(
        a.kind == "time.pm" for a in atoms
    )
    morning = any(p in ("first-thing", "morning") for p in named_parts) or any(
        a.kind == "time.am" for a in atoms
    )
    clocks = [atom for atom in atoms if atom.kind == "clock"]
    open_from = False
    for before, atom in pairs:
        after = _mark_behind(atom, atoms) if postfix else ""
        mark = after or before
        if atom.kind == "clock":
            minutes = _guess(atom, morning=morning, afternoon=afternoon)
            open_from = _bound(hours, mark, minutes, minutes, open_from=open_from)
        elif part := _part(atom, atoms):
            if mark or not any(_beside(atom, clock) for clock in clocks):
                _bound_part(hours, mark, part, with_clock=bool(clocks))
    if hours.parts and hours.point is None:
        hours.low = max(hours.low, min(low for low, _ in hours.parts))
        hours.high = min(hours.high, max(high for _, high in hours.parts))
    if hours.low >= hours.high:
        hours.low, hours.high = min(hours.low, hours.high), max(hours.low, hours.high) or DAY
    return hours


def _beside(part: Atom, clock: Atom) -> bool:
    """`4 in the afternoon`, `下午4点`: the part tells which half of the day is meant."""
    return 0 <= part.start - clock.end <= 2 or 0 <= clock.start - part.end <= 1


def _mark_behind(atom: Atom, atoms: Sequence[Atom]) -> str:
    for mark in atoms:
        if mark.kind in ("time.before", "time.after") and (0 <= mark.start - atom.end <= 1):
            return mark.kind
    return ""


def _part(atom: Atom, atoms: Sequence[Atom]) -> str:
    if atom.kind == "time.tonight":
        return "tonight"
    if atom.kind == "time.tomorrow" and _is_morning(atom, atoms):
        return "morning"
    return atom.kind.removeprefix("time.part.") if atom.kind.startswith("time.part.") else ""


def _bound(hours: _Hours, mark: str, start: int, end: int, *, open_from: bool) -> bool:
    """Narrow the hours by a clock time behind its marker; whether a "to" may follow."""
    hours.named = True
    if mark == "time.to" and hours.point is None and not open_from and not hours.low:
        mark = ""  # "à 14h" is no end unless something began
    if mark in ("time.from", "time.between"):
        hours.low = start
        return True
    if mark in ("time.to", "time.until", "time.before") or open_from:
        if hours.point is not None and mark in ("time.to", "time.until"):
            hours.low, hours.point = hours.point, None
        if hours.low and start <= hours.low and start + 12 * 60 > hours.low:
            start += 12 * 60
        hours.high = min(start, DAY)
        return False
    if mark == "time.after":
        hours.low = end
        return False
    hours.point = start
    return False


def _bound_part(hours: _Hours, mark: str, part: str, *, with_clock: bool) -> None:
    low, high = PARTS[part]
    hours.named = True
    if mark == "time.before":
        hours.high = _BEFORE.get(part, low or high)
    elif mark == "time.after":
        hours.low = _AFTER.get(part, high)
    elif mark in ("time.until", "time.to"):
        hours.high = low or high
    elif mark == "time.from":
        hours.low = low
    elif not (with_clock and hours.point is not None):
        hours.parts.append((low, high))


def _guess(atom: Atom, *, morning: bool, afternoon: bool) -> int:
    """Minutes since midnight: sessions are held between 7:00 and 19:00 if nothing says other."""
    minutes = atom.value[0] or 0
    if atom.exact or minutes >= 13 * 60:
        return minutes
    early = minutes < 7 * 60 and not morning
    return minutes + 12 * 60 if (afternoon or early) and minutes < 12 * 60 else minutes


def _likely_day(hours: _Hours, local: datetime, days: tuple[date, date]) -> date:
    """The day that an hour without one means: today, or the event's next day once it is past."""
    first, last = days
    today = local.date()
    end = hours.point + 60 if hours.point is not None else hours.high
    past = local.hour * 60 + local.minute >= end
    day = today + timedelta(days=1) if past and today < last else today
    return max(day, first)


def _window(first: date, last: date, hours: _Hours, spoken: str, venue: str) -> Window:
    if not hours.named:
        start, _ = day_bounds(first, venue)
        _, end = day_bounds(last, venue)
        one = first == last
        return Window(start=start, end=end, day=first if one else None, whole_day=one)
    low = hours.point if hours.point is not None else hours.low
    start = _instant(first, low, spoken)
    end = start + _POINT if hours.point is not None else _instant(last, hours.high, spoken)
    day = to_local(start, venue).date()
    return Window(start=start, end=max(end, start), day=day if first == last else None,
                  running=hours.point is not None)  # fmt: skip


def _instant(day: date, minutes: int, zone: str) -> datetime:
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001: local by meaning
    return to_utc_anyhow(midnight + timedelta(minutes=minutes), zone)
