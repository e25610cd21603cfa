"""Calendar files, read back with the library that others use, too."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.schedule.ical import Entry, calendar, has_entry
from bot.schedule.model import (
    Event,
    ReminderRules,
    Room,
    Schedule,
    Session,
    Status,
    Text,
)

NOW = datetime(2018, 11, 1, 12, tzinfo=UTC)
START = datetime(2018, 11, 13, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)
JOIN = "https://meet.example.org/b/x?a=1&b=2,3;4"

EVENT = Event(
    id="forum",
    name=Text("World Forum"),
    timezone="Europe/Paris",
    first_day=date(2018, 11, 12),
    last_day=date(2018, 11, 14),
    venue="7 Place de Fontenoy, Paris",
    join="https://forum.example/remote",
)
TALK = Session(
    event="forum",
    id="talk",
    title=Text("Talk"),
    day=START.date(),
    start=START,
    end=START + HOUR,
    room="x",
    join=JOIN,
)
SCHEDULE = Schedule(
    event=EVENT,
    sessions=(TALK,),
    rooms=(Room(id="x", name=Text("Salle X")), Room(id="y", name=Text("Y"), address="1 Rue Y")),
    reminders=ReminderRules(day_only=time(8)),
    as_of=NOW,
    number=3,
)


def entry(session: Session = TALK, schedule: Schedule = SCHEDULE, **more: Any) -> Entry:
    return Entry(session=session, schedule=schedule, **{"title": str(session.title), **more})


def file(*entries: Entry) -> Any:
    """The file with these entries, read back."""
    return Calendar.from_ical(calendar(entries, name="Mine", now=NOW))


def read(*entries: Entry) -> Any:
    """The only event in the file."""
    (event,) = file(*entries).walk("VEVENT")
    assert event.errors == []
    return event


def test_a_session_with_everything() -> None:
    """Title, time in UTC, room with the address, and where to join in three places."""
    found = read(entry(about="Open forum\nSpeakers: Ann, Ben"))
    assert found["summary"] == "Talk"
    assert (found["dtstart"].dt, found["dtend"].dt) == (START, START + HOUR)
    assert found["location"] == "Salle X, 7 Place de Fontenoy, Paris"
    assert found["description"] == f"{JOIN}\nOpen forum\nSpeakers: Ann, Ben"
    assert found["url"] == found["conference"] == JOIN
    assert found["conference"].params["VALUE"] == "URI"
    assert found["conference"].params["FEATURE"] == ["AUDIO", "VIDEO"]
    assert found["status"] == "CONFIRMED"


def test_a_later_file_corrects_an_earlier_one() -> None:
    """The same UID, a higher number, and when it changed."""
    later = replace(SCHEDULE, number=4, as_of=NOW + HOUR)
    before, after = read(entry()), read(entry(schedule=later))
    assert before["uid"] == after["uid"] == "forum/talk@igf-bot"
    assert (before["sequence"], after["sequence"]) == (3, 4)
    assert after["last-modified"].dt == after["dtstamp"].dt == NOW + HOUR


def test_without_a_room_the_place_is_the_link() -> None:
    """As calendars make a place that is a link a button."""
    assert read(entry(replace(TALK, room=None)))["location"] == JOIN
    offline = replace(SCHEDULE, event=replace(EVENT, join=None))
    bare = read(entry(replace(TALK, room=None, join=None), offline))
    assert bare["location"] == EVENT.venue
    assert "url" not in bare
    assert "conference" not in bare


def test_the_page_of_the_event_is_not_called_a_meeting() -> None:
    """The way in that all sessions share is told, but not as picture and sound."""
    found = read(entry(replace(TALK, join=None)))
    assert found["conference"] == EVENT.join
    assert "FEATURE" not in found["conference"].params


def test_a_room_elsewhere_has_its_own_address() -> None:
    """Not the event's."""
    assert read(entry(replace(TALK, room="y")))["location"] == "Y, 1 Rue Y"


def test_a_session_without_an_hour_takes_the_day_and_blocks_nothing() -> None:
    """And rings when the bot would write: the day before and that morning."""
    found = read(entry(replace(TALK, start=None, end=None), leads=(HOUR, HOUR / 6)))
    assert found["dtstart"].dt == START.date()
    assert "dtend" not in found
    assert found["transp"] == "TRANSPARENT"
    rings = [alarm["trigger"].dt for alarm in found.walk("VALARM")]
    assert rings == [timedelta(hours=-16), timedelta(hours=8)]


def test_it_rings_at_the_leads() -> None:
    """Before the start, with the title; not for what is called off."""
    found = read(entry(leads=(HOUR, HOUR / 6)))
    alarms = found.walk("VALARM")
    assert [alarm["trigger"].dt for alarm in alarms] == [-HOUR, -HOUR / 6]
    assert {(str(each["action"]), str(each["description"])) for each in alarms} == {
        ("DISPLAY", "Talk")
    }
    off = read(entry(replace(TALK, status=Status.CANCELLED), leads=(HOUR,)))
    assert off.walk("VALARM") == []


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.SCHEDULED, "CONFIRMED"),
        (Status.TENTATIVE, "TENTATIVE"),
        (Status.POSTPONED, "TENTATIVE"),
        (Status.CANCELLED, "CANCELLED"),
    ],
)
def test_the_status_is_told(status: Status, word: str) -> None:
    """So that a cancelled session is struck out where it stands."""
    assert read(entry(replace(TALK, status=status)))["status"] == word


def test_what_has_no_day_or_is_a_draft_is_left_out() -> None:
    """There is nothing to enter, or nobody may see it."""
    undated = replace(TALK, day=None, start=None, end=None)
    draft = replace(TALK, status=Status.DRAFT)
    assert file(entry(undated), entry(draft)).walk("VEVENT") == []
    assert not has_entry(undated)
    assert not has_entry(draft)


def test_the_file_has_a_name() -> None:
    """In the new way and in the old."""
    found = file(entry())
    assert found["name"] == found["x-wr-calname"] == "Mine"
    assert found["version"] == "2.0"


def test_a_link_cannot_add_to_the_file() -> None:
    """A line break in a link would begin another property."""
    found = read(entry(replace(TALK, join="https://x/\r\nATTENDEE:mailto:a@b.c", room=None)))
    assert "attendee" not in found
    assert "url" not in found
    assert found["location"] == EVENT.venue


texts = st.text(max_size=120)
links = st.text(max_size=40).map("https://example.org/".__add__) | texts
moments = st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
sessions = st.builds(
    Session,
    event=st.just("forum"),
    id=st.from_regex("[a-z0-9-]{1,39}", fullmatch=True),
    title=texts.map(Text),
    start=st.none() | moments.map(lambda moment: moment.replace(microsecond=0)),
    day=st.dates(date(1980, 1, 1), date(2100, 1, 1)),
    room=st.sampled_from([None, "x", "y"]),
    status=st.sampled_from([each for each in Status if each is not Status.DRAFT]),
    join=st.none() | links,
    url=st.none() | links,
)


def letters(text: str) -> str:
    """What remains of a text whatever becomes of its blanks and marks."""
    return "".join(char for char in text if char.isalnum())


@example(TALK, "a\rb")
@given(sessions, texts)
def test_any_session_comes_back_as_it_was(session: Session, about: str) -> None:
    """Whatever stands in titles, links and texts, the file can be read, holds one entry with the
    same facts, and written again is the same file."""
    content = calendar([entry(session, about=about, leads=(HOUR,))], name=about, now=NOW)
    found: Any = Calendar.from_ical(content)
    assert found.to_ical() == content
    (event,) = found.walk("VEVENT")
    assert event.errors == []
    assert event["uid"] == f"forum/{session.id}@igf-bot"
    assert event["dtstart"].dt == (session.start or session.day)
    assert letters(event["summary"]) == letters(session.title.original)
    assert letters(event.get("description", "")).endswith(letters(about))
    assert len(event.walk("VALARM")) == (0 if not session.takes_place else 1 + (not session.start))
