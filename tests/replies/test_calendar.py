"""What is said with a calendar file, and what stands in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.messages import Reply
from bot.replies import calendar
from bot.replies.answers import show
from bot.replies.wording import languages
from bot.schedule.model import Programme, Session
from tests.replies.stage import (
    FORUM,
    HOUR,
    LIBRARIES,
    MIDNIGHT,
    NIGHTLY,
    NOW,
    PROGRAMME,
    SOMEDAY,
    UNION,
    actions,
    reader,
)


def events(reply: Reply) -> Any:
    """The entries of the file that comes with a reply."""
    assert reply.attachment is not None
    assert reply.attachment.media_type == "text/calendar"
    return Calendar.from_ical(reply.attachment.content).walk("VEVENT")


def test_a_session_comes_as_a_file_of_its_own() -> None:
    """Named by its id; the entry says what the card says."""
    reply = calendar.one(UNION, FORUM, reader(), (HOUR,))
    assert reply.plain == (
        "African Union Open Forum (OF 4), for your calendar: open the file to add it."
    )
    assert reply.attachment is not None
    assert reply.attachment.name == "union.ics"
    (event,) = events(reply)
    assert event["summary"] == "African Union Open Forum (OF 4)"
    assert event["description"].split("\n")[0] == UNION.join
    assert "Open forum" in event["description"]
    assert "Tuesday 13 November, 15:00" in event["description"]
    assert len(event.walk("VALARM")) == 1


def test_an_hour_that_is_open_is_said_in_both() -> None:
    """In the reply, and in the entry, which is for the whole day."""
    reply = calendar.one(LIBRARIES, FORUM, reader(), (HOUR,))
    assert "The hour is not announced yet, so the entry is for the whole day." in reply.plain
    (event,) = events(reply)
    assert "hour not announced yet" in event["description"]


def test_a_day_that_is_open_gives_no_file() -> None:
    """It is said instead."""
    reply = calendar.one(SOMEDAY, FORUM, reader(), (HOUR,))
    assert (reply.plain, reply.attachment) == ("Day and hour not announced yet", None)


def test_everything_that_is_followed_comes_in_one_file() -> None:
    """What has no day yet is counted and left out."""
    leads = {"forum": (HOUR,), "nightly": (2 * HOUR,)}
    programme = Programme(schedules=(FORUM, NIGHTLY))
    reply = calendar.many(
        [UNION, LIBRARIES, SOMEDAY, MIDNIGHT], programme, reader(), leads.__getitem__
    )
    assert reply.plain.split("\n") == [
        "3 sessions that you follow, for your calendar: open the file to add them.",
        "1 session has no day yet and is not in the file.",
    ]
    found = {str(event["uid"]): event for event in events(reply)}
    assert list(found) == [
        "forum/union@igf-bot",
        "forum/libraries@igf-bot",
        "nightly/midnight@igf-bot",
    ]
    (alarm,) = found["nightly/midnight@igf-bot"].walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=-2)


def test_nothing_with_a_day_gives_no_file() -> None:
    """There is nothing to put into a calendar, and that is said."""
    reply = calendar.many([SOMEDAY], PROGRAMME, reader(), lambda event: (HOUR,))
    assert reply.attachment is None
    assert "nothing to put into a calendar" in reply.plain


@pytest.mark.parametrize("language", languages())
def test_in_every_language(language: str) -> None:
    """The reply says which language it is in, and the facts stand in it and in the entry."""
    reply = calendar.one(UNION, FORUM, reader(language), (HOUR,))
    assert reply.language == language
    assert "African Union Open Forum" in reply.plain
    assert "15:00" in events(reply)[0]["description"]


@pytest.mark.parametrize(
    ("session", "offered"), [(UNION, True), (LIBRARIES, True), (SOMEDAY, False)]
)
def test_a_card_offers_the_file(session: Session, offered: bool) -> None:
    """If there is a day to enter."""
    card = show(session, FORUM, language="en", zone=None, now=NOW)
    assert (f"i:{session.key}" in actions(card)) is offered


def test_what_is_over_is_not_offered() -> None:
    """A calendar looks ahead."""
    card = show(UNION, FORUM, language="en", zone=None, now=NOW + 24 * HOUR)
    assert f"i:{UNION.key}" not in actions(card)
