"""The daily digest: when someone gets their day, and what is on in it.

A day lasts from the hour at which the digest comes to the same hour on the next day, so that
each session is in one digest: also for those whose night is the day at the venue.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.reminders.due import start_of
from bot.schedule.model import Programme, Schedule, Session
from bot.schedule.times import day_of, to_utc_anyhow

USE = timedelta(hours=6)
"""How long a digest that could not be sent is still of use."""

NOON = time(12)
"""Where in its day a session counts whose hour is not announced."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """The people who get their day at the same hour of the same clock. `zone` None: they chose
    no zone, so each event's counts."""

    hour: time
    zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A moment at which people get their day, which lasts until `until`; `events` have
    something on in it. `day` is the one that their calendar shows at that moment."""

    due: datetime
    until: datetime
    day: date
    daily: Daily
    events: tuple[str, ...]


def mornings(programme: Programme, dailies: Iterable[Daily]) -> list[Morning]:
    """All mornings of days on which something is on, in order."""
    schedules = [(each, _moments(each)) for each in programme.schedules]
    found: list[Morning] = []
    for daily in dailies:
        zones = {daily.zone} if daily.zone else {each.event.timezone for each, _ in schedules}
        for zone in zones:
            own = [each for each in schedules if daily.zone or each[0].event.timezone == zone]
            found += _mornings(own, daily, zone)
    return sorted(found, key=lambda morning: morning.due)


def sessions_of(programme: Programme, since: datetime, until: datetime) -> list[Session]:
    """What is on in a day, in order of time; sessions without an hour last."""
    found: list[tuple[bool, datetime, Session]] = []
    for schedule in programme.schedules:
        for session in schedule.shown:
            moment = _moment(session, schedule)
            if moment is not None and since <= moment < until:
                found.append((session.start is None, moment, session))
    return [session for *_, session in sorted(found, key=lambda each: each[:2])]


def clashes(sessions: Sequence[Session], programme: Programme) -> dict[str, tuple[Session, ...]]:
    """By the key of each session of a day, those before it in the list that are on at the same
    time."""
    spans = []
    for session in sessions:
        start = start_of(session, programme.of(session))
        if start is not None and not start.day_only:
            spans.append((start.at, start.ends, session))
    found: dict[str, tuple[Session, ...]] = {}
    for number, (at, ends, session) in enumerate(spans):
        with_it = tuple(other for a, e, other in spans[:number] if a < ends and at < e)
        if with_it:
            found[session.key] = with_it
    return found


def _mornings(
    schedules: Sequence[tuple[Schedule, list[datetime]]], daily: Daily, zone: str
) -> Iterator[Morning]:
    moments = [moment for _, found in schedules for moment in found]
    if not moments:
        return
    day, last = day_of(min(moments), zone) - _DAY, day_of(max(moments), zone)
    while day <= last:
        due, until = _at(day, daily.hour, zone), _at(day + _DAY, daily.hour, zone)
        events = tuple(
            each.event.id
            for each, found in schedules
            if bisect_left(found, due) < bisect_left(found, until)
        )
        if events:
            yield Morning(due=due, until=until, day=day, daily=daily, events=events)
        day += _DAY


def _moments(schedule: Schedule) -> list[datetime]:
    found = (_moment(session, schedule) for session in schedule.shown)
    return sorted(moment for moment in found if moment is not None)


def _moment(session: Session, schedule: Schedule) -> datetime | None:
    """The instant that decides in which day a session is; None if it is in none."""
    if not session.takes_place:
        return None
    if session.start is None and session.day is not None:
        return _at(session.day, NOON, schedule.event.timezone)
    return session.start


def _at(day: date, hour: time, zone: str) -> datetime:
    return to_utc_anyhow(datetime.combine(day, hour), zone)
