"""Quiet hours: a span of the local day in which a person gets nothing.

What falls into them is sent in the morning, when they end, if that is before the session begins;
else in the evening, before they begin; and never after the session began.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.reminders.hours import HoursError, parse_hours
from bot.schedule.times import day_of, to_utc_anyhow

EARLY = timedelta(minutes=10)
"""How long before the quiet hours begin that is sent which cannot wait for the morning."""

LONGEST = timedelta(hours=20)
"""Whoever wants silence around the clock wants no reminders."""

Hours = tuple[time, time]
"""From when to when on the local clock; over midnight if the first is the later one."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """The people who share their quiet hours and their clock. `zone` None: they chose no zone,
    so the event's counts."""

    hours: Hours
    zone: str | None


@dataclass(frozen=True, slots=True)
class Night:
    """One stretch of quiet hours, from `since` to before `until`."""

    since: datetime
    until: datetime


def parse_quiet(text: str) -> Hours:
    """Read quiet hours such as `22:00 07:00`. Raises `HoursError`."""
    begins, ends = parse_hours(text, 2)
    day = date(2000, 1, 1)
    long = datetime.combine(day, ends) - datetime.combine(day, begins)
    if not timedelta(0) < long % _DAY <= LONGEST:
        raise HoursError(f"{text!r} is longer than {LONGEST // timedelta(hours=1)} hours")
    return begins, ends


def night_at(moment: datetime, hours: Hours, zone: str) -> Night | None:
    """The quiet hours that an instant falls into, on the clocks of a zone."""
    today = day_of(moment, zone)
    for day in (today - _DAY, today):
        night = _night(day, hours, zone)
        if night.since <= moment < night.until:
            return night
    return None


def nights(since: datetime, until: datetime, hours: Hours, zone: str) -> Iterator[Night]:
    """The quiet hours of every day between two instants, and of a day around them."""
    day, last = day_of(since, zone) - _DAY, day_of(until, zone)
    while day <= last:
        yield _night(day, hours, zone)
        day += _DAY


def wait(moment: datetime, before: datetime, hours: Hours, zone: str) -> datetime | None:
    """Until when to wait with what would be sent at `moment`: not at all, until the quiet hours
    end; None if that is not before `before`."""
    night = night_at(moment, hours, zone)
    if night is None:
        return moment
    return night.until if night.until < before else None


def is_lost(due: datetime, before: datetime, now: datetime, hours: Hours, zone: str) -> bool:
    """Whether what is due then can no more be sent in time: it falls into quiet hours that
    last too long, and the evening before them has passed."""
    night = night_at(due, hours, zone)
    return night is not None and night.until >= before and evening(night) <= now


def evening(night: Night) -> datetime:
    """When that is sent which cannot wait for the end of the quiet hours."""
    return night.since - EARLY


@lru_cache(4096)
def _night(day: date, hours: Hours, zone: str) -> Night:
    """The quiet hours that begin on that day."""
    begins, ends = (datetime.combine(day, hour) for hour in hours)
    if ends <= begins:
        ends += _DAY
    return Night(to_utc_anyhow(begins, zone), to_utc_anyhow(ends, zone))
