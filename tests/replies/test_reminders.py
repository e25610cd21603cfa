"""Reminders as they leave: how far off, whether late, where, who, how to join."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import Reply
from bot.replies.reminders import reminder
from bot.replies.wording import languages
from bot.schedule.model import ReminderRules, Schedule, Session, Status
from tests.replies.stage import FORUM, LIBRARIES, NAMES, NOW, SOMEDAY, UNION, actions, schedule


def _reminder(
    session: Session,
    now: datetime,
    *,
    of: Schedule = FORUM,
    late: bool = False,
    language: str = "en",
    zone: str | None = None,
) -> Reply:
    return reminder(session, of, language=language, zone=zone, now=now, late=late)


def _before(minutes: float, session: Session = UNION) -> datetime:
    assert session.start is not None
    return session.start - timedelta(minutes=minutes)


def _head(reply: Reply) -> str:
    return reply.plain.split("\n")[0]


def test_a_reminder() -> None:
    """What, how far off, when for both clocks, where, and the way to join."""
    reply = _reminder(UNION, _before(9), zone="America/New_York")
    assert reply.plain == (
        "Starts in 9 minutes: African Union Open Forum (OF 4)\n"
        "Tuesday 13 November, 15:00–16:00 (Paris), 09:00 your time (New York)\n"
        "Salle VIII · 1 rue Miollis, Paris\n"
        "Open forum\n"
        "Join remotely: https://forum.example/of4/live"
    )
    assert actions(reply) == ["z:forum/union", "u:s:forum/union", "w:forum/union"]
    assert reply.buttons[0][0].link == "https://forum.example/of4/live"


def test_who_speaks() -> None:
    """Speakers and organisers are named."""
    plain = _reminder(LIBRARIES, NOW).plain
    assert "Speakers: Valeria Betancourt (APC; moderator), Don Means" in plain
    assert "Organiser: IFLA" in plain


@pytest.mark.parametrize(
    ("minutes", "head"),
    [
        (24 * 60, "Starts tomorrow: "),
        (60, "Starts in 1 hour: "),
        (9.9, "Starts in 10 minutes: "),
        (0.2, "Starts now: "),
        (0, "Starts now: "),
        (-0.3, "Starts now: "),
        (-5, "Started 5 minutes ago: "),
    ],
)
def test_how_far_off_it_is_now(minutes: float, head: str) -> None:
    """The text counts from the moment at which it leaves."""
    assert _head(_reminder(UNION, _before(minutes))).startswith(head)


def test_late_is_said() -> None:
    """A reminder that was held up says so first, and offers no snooze once it has begun."""
    reply = _reminder(UNION, _before(-5), late=True)
    assert reply.plain.startswith(
        "Late: this should have reached you earlier.\n"
        "Started 5 minutes ago: African Union Open Forum (OF 4)\n"
    )
    assert actions(reply) == ["u:s:forum/union", "w:forum/union"]


def test_the_day_before_without_an_hour() -> None:
    """Tomorrow, and that the hour is not announced."""
    assert _head(_reminder(LIBRARIES, NOW)) == (
        "Tomorrow, hour not announced yet: Public Access in Libraries (DC-PAL)"
    )


def test_that_morning_without_an_hour() -> None:
    """Today, by the venue's calendar."""
    morning = datetime(2018, 11, 14, 7, tzinfo=UTC)
    head = _head(_reminder(LIBRARIES, morning, zone="America/Los_Angeles"))
    assert head == "Today, hour not announced yet: Public Access in Libraries (DC-PAL)"


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("Captions are on {url}", "Captions are on https://forum.example/dc-pal"),
        ("{title} in {room}, {event}", "Public Access in Libraries in Salle X, WF18"),
        ("Stream: {join}", "Stream: https://forum.example/remote"),
    ],
)
def test_the_events_own_line(message: str, line: str) -> None:
    """The file's line closes the reminder, its fields filled."""
    of = schedule(LIBRARIES, reminders=ReminderRules(message=message))
    assert _reminder(LIBRARIES, NOW, of=of).plain.split("\n")[-1] == line


def test_the_events_line_without_its_fact() -> None:
    """A line about a page that is not announced is left out."""
    of = schedule(NAMES, reminders=ReminderRules(message="Captions are on {url}"))
    assert "Captions" not in _reminder(NAMES, NOW, of=of).plain


def test_a_tentative_session_says_so() -> None:
    """Not confirmed is told with the reminder."""
    unsure = replace(UNION, status=Status.TENTATIVE)
    plain = _reminder(unsure, _before(9), of=schedule(unsure)).plain
    assert plain.split("\n")[1] == "Not confirmed yet"


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("fr", "Début dans 9 minutes\u00a0: "),
        ("es", "Empieza dentro de 9 minutos: "),
        ("de", "Beginn in 9 Minuten: "),
        ("pt", "Começa em 9 minutos: "),
        ("ru", "Начало через 9 минут: "),
        ("zh", "9分钟后开始："),
    ],
)
def test_in_other_languages(language: str, head: str) -> None:
    """The same, as people say it there."""
    assert _head(_reminder(UNION, _before(9), language=language)).startswith(head)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("session", [UNION, NAMES, LIBRARIES, SOMEDAY])
@pytest.mark.parametrize("late", [False, True])
def test_every_reminder_in_every_language(session: Session, language: str, late: bool) -> None:
    """Nothing stays open, and the way to join is always there."""
    plain = _reminder(session, NOW, language=language, late=late, zone="Asia/Tokyo").plain
    assert "https://forum.example/" in plain
    assert not set(plain) & set("{}\x02\x03")
