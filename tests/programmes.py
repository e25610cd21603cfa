"""Small programmes for tests: one event `e` in Paris, sessions by a few words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.schedule.model import Event, Programme, ReminderRules, Schedule, Session, Text

NINE = datetime(2018, 11, 13, 9, tzinfo=UTC)
"""Nine o'clock UTC, ten in Paris, on the day on which most tests take place."""

EVENT = Event(
    id="e",
    name=Text("Event"),
    timezone="Europe/Paris",
    first_day=date(2018, 11, 12),
    last_day=date(2018, 11, 14),
)

HOUR, TEN_MINUTES = timedelta(hours=1), timedelta(minutes=10)


def session(id: str, start: datetime | date | None = NINE, **fields: Any) -> Session:
    """A session that starts at an instant, or on a day alone, or at no stated time."""
    if isinstance(start, datetime):
        fields |= {"start": start, "day": start.date(), "end": start + HOUR}
    elif start is not None:
        fields |= {"day": start}
    return Session(event="e", id=id, title=Text(f"Session {id}"), **fields)


def schedule(*sessions: Session, leads: tuple[timedelta, ...] = (HOUR, TEN_MINUTES)) -> Schedule:
    """A schedule of those sessions; reminders leave before them, or at 8:00 in Paris."""
    rules = ReminderRules(before=leads, day_only=time(8))
    return Schedule(event=EVENT, sessions=sessions, reminders=rules)


def programme(*sessions: Session, leads: tuple[timedelta, ...] = (HOUR, TEN_MINUTES)) -> Programme:
    """The programme of one such schedule."""
    return Programme(schedules=(schedule(*sessions, leads=leads),))
