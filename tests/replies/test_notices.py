"""Notices: what an edit means to those who follow the session."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.messages import Reply
from bot.replies.notices import notice
from bot.replies.wording import languages, wording
from bot.schedule.diff import What, session_changes
from bot.schedule.model import Session, Status, Text
from tests.replies.stage import (
    HOUR,
    LIBRARIES,
    NAMES,
    NOW,
    SOMEDAY,
    UNION,
    actions,
    schedule,
)

TIMES: dict[str, Any] = {
    "start": datetime(2018, 11, 13, 15, tzinfo=UTC),
    "end": datetime(2018, 11, 13, 16, tzinfo=UTC),
}


def _notice(
    old: tuple[Session, ...],
    new: tuple[Session, ...],
    *,
    language: str = "en",
    now: datetime = NOW,
) -> Reply:
    before, after = schedule(*old), schedule(*new)
    changes = list(session_changes(before, after))
    return notice(
        changes,
        about="forum@2",
        before=before,
        after=after,
        language=language,
        zone=None,
        now=now,
    )


def _edited(session: Session = UNION, language: str = "en", **fields: Any) -> Reply:
    return _notice((session, NAMES), (replace(session, **fields), NAMES), language=language)


def test_moved() -> None:
    """The new time and room stand above the old ones."""
    reply = _edited(**TIMES, room="x")
    assert reply.plain == (
        "Moved to later: African Union Open Forum (OF 4)\n"
        "Now: Tuesday 13 November, 16:00–17:00 (Paris) · Salle X\n"
        "Before: Tuesday 13 November, 15:00–16:00 (Paris) · Salle VIII · 1 rue Miollis, Paris\n"
        "Join remotely: https://forum.example/of4/live"
    )
    assert actions(reply) == ["u:s:forum/union", "w:forum/union"]


def test_pulled_forward() -> None:
    """A session that is about to begin says in how long."""
    soon = NOW + timedelta(minutes=4)
    plain = _edited(start=soon, end=soon + HOUR).plain
    assert plain.startswith("Moved earlier, starts in 4 minutes: African Union Open Forum (OF 4)")


def test_cancelled() -> None:
    """What is on instead, and what had been planned; no way to join is offered."""
    reply = _edited(status=Status.CANCELLED, instead="names")
    assert reply.plain == (
        "Cancelled: African Union Open Forum (OF 4)\n"
        "On instead: Domain names\n"
        "It was planned: Tuesday 13 November, 15:00–16:00 (Paris) · "
        "Salle VIII · 1 rue Miollis, Paris"
    )


def test_postponed_to_a_known_time() -> None:
    """The new time is told with it."""
    plain = _edited(status=Status.POSTPONED, **TIMES).plain
    assert "Now: Tuesday 13 November, 16:00–17:00 (Paris)" in plain


def test_hour_announced() -> None:
    """The hour that people waited for."""
    start = datetime(2018, 11, 14, 9, tzinfo=UTC)
    assert _edited(LIBRARIES, start=start, part=None).plain.startswith(
        "Hour announced: Public Access in Libraries (DC-PAL)\n"
        "Now: Wednesday 14 November, 10:00 (Paris) · Salle X\n"
        "Before: Wednesday 14 November, in the morning, hour not announced yet · Salle X\n"
    )


def test_day_and_hour_announced_at_once() -> None:
    """The hour is what counts."""
    plain = _edited(SOMEDAY, day=TIMES["start"].date(), **TIMES).plain
    assert plain.startswith(
        "Hour announced: Closing remarks\nNow: Tuesday 13 November, 16:00–17:00"
    )


def test_another_link() -> None:
    """The new link, in the text and as a button."""
    reply = _edited(join="https://forum.example/new")
    assert reply.plain == (
        "Another way to join: African Union Open Forum (OF 4)\n"
        "Tuesday 13 November, 15:00–16:00 (Paris) · Salle VIII · 1 rue Miollis, Paris\n"
        "Join remotely: https://forum.example/new"
    )
    assert reply.buttons[0][0].link == "https://forum.example/new"


def test_a_new_title_names_the_old_one() -> None:
    """So that people know what it was called."""
    plain = _edited(title=Text("African Union: open forum")).plain
    assert plain.startswith("New title: African Union: open forum (OF 4)\n")
    assert "Before: African Union Open Forum (OF 4)" in plain


def test_gone() -> None:
    """A session that is no longer in the file can still be told of, and why, and stopped."""
    reply = _notice((UNION, NAMES), (NAMES,))
    assert reply.plain.startswith("No longer in the programme: African Union Open Forum (OF 4)")
    assert actions(reply) == ["u:n:forum@2", "w:forum@2"]


def test_several_in_one() -> None:
    """One message for all that an edit did."""
    moved = replace(UNION, **TIMES)
    reply = _notice((UNION, NAMES), (moved, LIBRARIES))
    assert reply.plain.split("\n")[0] == "3 changes to what you follow"
    assert [line.split(":")[0] for line in reply.plain.split("\n\n")[1:]] == [
        "Moved to later",
        "New",
        "No longer in the programme",
    ]
    assert actions(reply) == ["c:forum/union", "c:forum/libraries", "u:n:forum@2", "w:forum@2"]


def test_a_room_that_is_called_otherwise() -> None:
    """As if it was another one: what it is called now, and what it was called."""
    before = schedule(LIBRARIES, NAMES)
    rooms = tuple(
        replace(each, name=Text("Aula")) if each.id == LIBRARIES.room else each
        for each in before.rooms
    )
    after = replace(before, rooms=rooms)
    reply = notice(
        list(session_changes(before, after)),
        about="forum@2",
        before=before,
        after=after,
        language="en",
        zone=None,
        now=NOW,
    )
    assert reply.plain.startswith(
        "Another room: Public Access in Libraries (DC-PAL)\n"
        "Now: Wednesday 14 November, in the morning, hour not announced yet · Aula\n"
        "Before: Wednesday 14 November, in the morning, hour not announced yet · Salle X\n"
    )


def test_a_link_that_many_share() -> None:
    """It is told once, with the sessions that it is for."""
    rest = [replace(SOMEDAY, id=f"s{n}", title=Text(f"Talk {n}")) for n in range(7)]
    before = schedule(UNION, *rest)
    after = replace(before, event=replace(before.event, join="https://forum.example/new"))
    changes = list(session_changes(before, after))
    reply = notice(
        changes,
        about="forum@2",
        before=before,
        after=after,
        language="en",
        zone=None,
        now=NOW,
    )
    assert reply.plain == (
        "7 changes to what you follow\n"
        "\n"
        "Another way to join 7 sessions\n"
        "Talk 0 · Talk 1 · Talk 2 · Talk 3 · Talk 4 · and 2 more\n"
        "Join remotely: no link of its own is announced; "
        "the event’s page on taking part remotely: https://forum.example/new"
    )


def test_a_great_many_changes() -> None:
    """The first are told in full, of the rest what happened to which: a message can be read."""
    many = [replace(UNION, id=f"s{n}", title=Text(f"Talk {n}"), code=None) for n in range(30)]
    plain = _notice(tuple(many), tuple(replace(each, **TIMES) for each in many)).plain
    assert plain.count("Moved to later: ") == 30
    assert plain.count("Now: ") == 10
    assert len(plain) < 4096


def test_what_nobody_sees_is_not_told() -> None:
    """An edit of a draft is no change."""
    draft = replace(SOMEDAY, status=Status.DRAFT)
    edited = replace(draft, title=Text("Closing"))
    plain = _notice((UNION, draft), (replace(UNION, room="x"), edited)).plain
    assert plain.startswith("Another room: ")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("what", What)
def test_every_change_has_its_words(what: What, language: str) -> None:
    """To those who follow, and to the admins in numbers."""
    say = wording(language).say
    assert "A" in say(f"notice-{what}", title="A")
    assert "7" in say(f"changes-{what}", count=7)


@pytest.mark.parametrize("language", languages())
def test_in_every_language(language: str) -> None:
    """Nothing stays open."""
    for reply in (
        _edited(language=language, **TIMES),
        _edited(language=language, status=Status.CANCELLED, instead="names"),
        _notice((UNION, NAMES), (LIBRARIES, SOMEDAY), language=language),
    ):
        assert not set(reply.plain) & set("{}\x02\x03")
