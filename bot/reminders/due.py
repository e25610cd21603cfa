"""When something is due: the moments at which followers of a session are told of it.

A session with an hour is due once for each lead. One with only a day is due at the event's
`day-only` hour on the day before and on that morning, for every follower. One without a day is
not due at all, nor is one that does not take place. What falls into someone's quiet hours and
cannot wait for the morning is due in the evening, for those who share them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from bot.reminders.leads import Leads
from bot.reminders.quiet import Quiet, evening, nights
from bot.schedule import times
from bot.schedule.model import Programme, Schedule, Session

UNSTATED = timedelta(hours=1)
"""How long after its start a session whose end no source states is still worth a reminder.
Never shown."""

HOUR_OPEN = timedelta(hours=1)
"""How long after the `day-only` hour a session may be thought to begin. Never shown."""


class _HasMoment(Protocol):
    """Something to do at a moment."""

    @property
    def due(self) -> datetime:
        """The moment."""


T = TypeVar("T", bound=_HasMoment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a session's reminders count back from. With only a day, that is the `day-only` hour
    of its day, and `day_only` is true. A reminder is worth sending before `ends`."""

    at: datetime
    ends: datetime
    day_only: bool = False

    @property
    def latest(self) -> datetime:
        """Before when a reminder that waits for the end of quiet hours must leave."""
        return self.at + HOUR_OPEN if self.day_only else self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A moment at which followers of a session are told of it, `lead` before `start`; or, to
    those who are `quiet` then, in the evening before."""

    due: datetime
    session: Session
    start: Start
    lead: timedelta
    quiet: Quiet | None = None


def start_of(session: Session, schedule: Schedule) -> Start | None:
    """What the session's reminders count back from, if it takes place; None without a day."""
    if session.start is not None:
        ends = session.end or session.start + (session.duration or UNSTATED)
        return Start(at=session.start, ends=ends)
    if session.day is None:
        return None
    _, ends = times.day_bounds(session.day, schedule.event.timezone)
    return Start(at=_day_only(session.day, schedule), ends=ends, day_only=True)


def due_moments(
    programme: Programme, leads: Iterable[timedelta] = (), quiet: Iterable[Quiet] = ()
) -> list[Due]:
    """All moments due in the programme, in order, for the events' own leads and these; and
    those due earlier to people with such quiet hours."""
    chosen, hours = set(leads), tuple(quiet)
    found: list[Due] = []
    for schedule in programme.schedules:
        due = sorted(_due(schedule, chosen), key=_moment)
        found += due
        for each in hours:
            found += _evenings(due, each, each.zone or schedule.event.timezone)
    return sorted(found, key=_moment)


def dues(session: Session, schedule: Schedule, leads: Iterable[timedelta]) -> Iterator[Due]:
    """The moments of one session, for those leads; none if it does not take place."""
    start = start_of(session, schedule)
    if start is None or not session.takes_place:
        return
    for lead in _day_leads(session, schedule, start) if start.day_only else leads:
        yield Due(due=start.at - lead, session=session, start=start, lead=lead)


def between(moments: Sequence[T], since: datetime, until: datetime) -> Sequence[T]:
    """Of moments in order, those after `since` and not after `until`."""
    first = bisect_right(moments, since, key=_moment)
    return moments[first : bisect_right(moments, until, first, key=_moment)]


def _moment(each: _HasMoment) -> datetime:
    return each.due


def _evenings(moments: Sequence[Due], quiet: Quiet, zone: str) -> Iterator[Due]:
    """What falls into quiet hours that end after the session began."""
    if not moments:
        return
    for night in nights(moments[0].due, moments[-1].due, quiet.hours, zone):
        first = bisect_left(moments, night.since, key=_moment)
        for due in moments[first : bisect_left(moments, night.until, first, key=_moment)]:
            if night.until >= due.start.latest:
                yield replace(due, due=evening(night), quiet=quiet)


def _due(schedule: Schedule, chosen: set[timedelta]) -> Iterator[Due]:
    leads = chosen.union(schedule.reminders.before)
    for session in schedule.sessions:
        yield from dues(session, schedule, leads)


def _day_leads(session: Session, schedule: Schedule, start: Start) -> Leads:
    assert session.day is not None
    return (start.at - _day_only(session.day - timedelta(days=1), schedule), timedelta(0))


def _day_only(day: date, schedule: Schedule) -> datetime:
    local = datetime.combine(day, schedule.reminders.day_only)
    return times.to_utc_anyhow(local, schedule.event.timezone)
