"""Sessions as an iCalendar file (RFC 5545, RFC 7986), for people's own calendars.

The rules that live here: an entry keeps its UID and counts up with each publication, so that a
later file corrects an earlier one; a session without an hour takes the whole day and blocks
nothing; one without a day has no entry. The link to join stands in four places, since most
calendars show only some of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, Parameters, vUri

from bot.schedule.model import Schedule, Session, Status

_STATUS = {
    Status.SCHEDULED: "CONFIRMED",
    Status.TENTATIVE: "TENTATIVE",
    Status.POSTPONED: "TENTATIVE",  # iCalendar has no word for it
    Status.CANCELLED: "CANCELLED",
}
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_LINK = re.compile("https?://[^\\s\x00-\x20\x7f-\xa0\ud800-\udfff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A session for a calendar: its title and what to say of it, in the reader's words, and how
    long before it the calendar rings."""

    session: Session
    schedule: Schedule
    title: str
    about: str = ""
    leads: tuple[timedelta, ...] = ()


def calendar(entries: Iterable[Entry], *, name: str, now: datetime) -> bytes:
    """The file with those entries, called `name` where calendars show that. Sessions without a
    day and drafts are left out."""
    file = Calendar()
    file.add("prodid", "-//igf-bot//igf-bot//EN")
    file.add("version", "2.0")
    file.add("name", _line(name))
    file.add("x-wr-calname", _line(name))
    for entry in entries:
        if has_entry(entry.session):
            file.add_component(_event(entry, now))
    return bytes(file.to_ical())


def has_entry(session: Session) -> bool:
    """Whether enough is announced of a session for a calendar."""
    return session.day is not None and session.status is not Status.DRAFT


def _event(entry: Entry, now: datetime) -> Event:
    session, schedule = entry.session, entry.schedule
    changed = schedule.as_of or now
    event = Event()
    event.add("uid", f"{session.key}@igf-bot")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", schedule.number)
    event.add("status", _STATUS[session.status])
    event.add("summary", _line(entry.title))
    _add_time(event, session)
    _add_place(event, entry)
    for trigger in _triggers(entry):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _line(entry.title))
        alarm.add("trigger", trigger)
        event.add_component(alarm)
    return event


def _add_time(event: Event, session: Session) -> None:
    if session.start is None:
        event.add("dtstart", session.day)
        event.add("transp", "TRANSPARENT")
        return
    event.add("dtstart", session.start.astimezone(UTC))
    if session.end is not None:
        event.add("dtend", session.end.astimezone(UTC))


def _add_place(event: Event, entry: Entry) -> None:
    session, schedule = entry.session, entry.schedule
    room, link = schedule.room_of(session), _link(schedule.join_of(session))
    if room is not None:
        address = room.address or schedule.event.venue
        place = ", ".join(each for each in (str(room.name), address) if each)
    else:
        place = link or schedule.event.venue or ""
    about = "\n".join(each for each in (link, entry.about) if each)
    for property, text in (("location", place), ("description", about)):
        if text := _text(text):
            event.add(property, text)
    if page := link or _link(session.url):
        event.add("url", page)
    if link:
        kind = {} if link == schedule.event.join else {"FEATURE": ["AUDIO", "VIDEO"]}
        event.add("conference", vUri(link, params=Parameters({"VALUE": "URI", **kind})))


def _triggers(entry: Entry) -> Iterator[timedelta]:
    """When the calendar rings, from the start on: at the leads. For a whole day, whose start is
    midnight, when the bot would write: at the event's hour, on the day before and that morning."""
    if not entry.leads or not entry.session.takes_place:
        return
    if entry.session.start is not None:
        yield from (-lead for lead in entry.leads)
        return
    morning = entry.schedule.reminders.day_only
    hour = timedelta(hours=morning.hour, minutes=morning.minute)
    yield from (hour - timedelta(days=1), hour)


def _line(text: str) -> str:
    return " ".join(_text(text).split())


def _text(text: str) -> str:
    """Without what a calendar cannot hold; lines stay lines."""
    return _UNSEEN.sub("", _BREAKS.sub("\n", text)).strip()


def _link(link: str | None) -> str | None:
    """A web address as it is; nothing else, which could be read as more of the file."""
    return link if link and _LINK.fullmatch(link) else None
