"""Someone's day: in order of time, clashes marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.messages import Reply
from bot.replies.digest import digest
from bot.replies.wording import languages
from bot.schedule.model import Programme, Session, Text
from tests.replies.stage import LIBRARIES, NOW, UNION, actions, schedule


def _digest(*sessions: Session, language: str = "en", zone: str | None = None) -> Reply:
    programme = Programme(schedules=(schedule(*sessions),))
    return digest(sessions, programme, language=language, zone=zone, now=NOW)


def _at(id: str, hours: float) -> Session:
    """A session that begins so many hours after the African Union's."""
    assert UNION.start is not None
    assert UNION.end is not None
    later = timedelta(hours=hours)
    return replace(
        UNION, id=id, code=None, title=Text(id), start=UNION.start + later, end=UNION.end + later
    )


def test_a_day() -> None:
    """Numbered, with hours and rooms; what clashes with something before it says so."""
    reply = _digest(UNION, _at("Half", 0.5), _at("After", 1))
    lines = reply.plain.split("\n")
    assert lines[0] == "Your day, Tuesday 13 November"
    assert lines[2].startswith("1. African Union Open Forum")
    assert "15:00–16:00" in lines[3]
    assert lines[4] == "2. Half"
    assert lines[6] == "at the same time as African Union Open Forum"
    assert lines[7] == "3. After"
    assert lines[9] == "at the same time as Half"


def test_one_who_follows_everything_is_not_flooded() -> None:
    """Of many sessions at once two are named."""
    reply = _digest(*(_at(f"S{number}", 0) for number in range(6)))
    assert "at the same time as S0 · S1 · and 3 more" in reply.plain


def test_its_buttons() -> None:
    """A card for each session; why it came, and how to stop it."""
    assert actions(_digest(UNION)) == ["c:forum/union", "/digest off", "w:digest"]


def test_the_day_is_the_readers() -> None:
    """In Tokyo it is eight hours later: what begins at four in Paris is tomorrow's."""
    late = _at("Late", 1)
    assert "Your day, Wednesday 14 November" in _digest(late, zone="Asia/Tokyo").plain


def test_a_day_without_an_hour() -> None:
    """It has its day all the same."""
    reply = _digest(LIBRARIES)
    assert "Your day, Wednesday 14 November" in reply.plain
    assert "hour not announced yet" in reply.plain


@pytest.mark.parametrize("language", languages())
def test_a_day_in_every_language(language: str) -> None:
    """Nothing stays open, and other languages than English are not English."""
    plain = _digest(UNION, _at("Half", 0.5), LIBRARIES, language=language).plain
    assert not set(plain) & set("{}\x02\x03")
    assert language == "en" or "at the same time" not in plain
