"""The made-up event under `tests/schedules/`: it has what the IGF has not, so that nothing in the
bot can lean on the IGF. These tests hold the peculiarities that other tests count on."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.schedule.model import Mode, Part, Schedule, Session, Status
from bot.schedule.yamlfile import load

HERE = Path(__file__).parents[1] / "schedules" / "mapas-imaginarios.yaml"
IGF = Path(__file__).parents[2] / "schedules" / "igf-2018.yaml"
LOADED = load(HERE.read_bytes(), HERE.name)


@pytest.fixture(scope="module")
def festival() -> Schedule:
    assert LOADED.schedule, "\n".join(map(str, LOADED.problems))
    return LOADED.schedule


def test_raises_no_doubt() -> None:
    """Not even a warning: a cancelled session may share its room and hour with its substitute."""
    assert LOADED.problems == ()


def test_stands_beside_the_igf() -> None:
    """No session of one is taken for the other's."""
    schedules = [load(file.read_bytes(), file.name).schedule for file in (IGF, HERE)]
    keys = Counter(session.key for each in schedules if each for session in each.sessions)
    assert keys.total() == len(keys) == 108 + 30


def test_is_online_in_parallel_rooms_with_one_link_each(festival: Schedule) -> None:
    """Three sessions at once, each joined by its room's link; one session has its own."""
    assert festival.event.mode is Mode.ONLINE
    assert festival.event.venue is None
    at_once = [each for each in festival.sessions if each.start == utc(2018, 11, 2, 14, 10)]
    assert {festival.join_of(each) for each in at_once} == {
        "https://meet.example.org/ipe",
        "https://meet.example.org/jacaranda",
        "https://meet.example.org/araucaria",
    }
    assert festival.join_of(the("feira", festival)) == "https://feira.example.org/entrar"
    assert festival.join_of(the("lago", festival)) == "https://mapas.example.org/entrar"


def test_goes_past_midnight(festival: Schedule) -> None:
    """The midnight round is on Friday, and ends on Saturday."""
    session = the("meia-noite", festival)
    assert session.day == date(2018, 11, 2)
    assert session.start == utc(2018, 11, 3, 2, 30)
    assert session.duration == timedelta(hours=1)


def test_goes_over_the_clock_change(festival: Schedule) -> None:
    """From 22:30 to 02:30 is three hours when the clock skips one; 75 minutes stay 75 minutes."""
    marathon = the("maratona", festival)
    assert (marathon.start, marathon.end) == (utc(2018, 11, 4, 1, 30), utc(2018, 11, 4, 4, 30))
    assert marathon.duration == timedelta(hours=3)
    moon = the("lua", festival)
    assert moon.start
    assert moon.end
    assert moon.end - moon.start == timedelta(minutes=75)


def test_has_titles_in_two_languages_and_in_one(festival: Schedule) -> None:
    """Some titles are in Portuguese and English, some in one language, which goes unnamed."""
    islands = the("ilhas", festival).title
    assert islands.language == "pt"
    assert islands.in_language("en") == "The islands missing from the map"
    single = [session for session in festival.sessions if session.title.language is None]
    assert len(single) == 9
    assert the("uphill-rivers", festival) in single


def test_has_every_status(festival: Schedule) -> None:
    """Tentative, cancelled with a substitute, postponed, and a draft that is not shown."""
    by_status = {
        session.status: session.id
        for session in festival.sessions
        if session.status is not Status.SCHEDULED
    }
    assert by_status == {
        Status.TENTATIVE: "vento",
        Status.CANCELLED: "labirintos",
        Status.POSTPONED: "lago",
        Status.DRAFT: "bussola-torta",
    }
    assert the("labirintos", festival).instead == "espelhos"
    assert "bussola-torta" not in [session.id for session in festival.shown]


def test_leaves_an_hour_and_a_day_open(festival: Schedule) -> None:
    """One session has a day and a part of it, another nothing."""
    letter = the("naufrago", festival)
    assert (letter.day, letter.part, letter.start) == (date(2018, 11, 3), Part.EVENING, None)
    assert the("colecionadores", festival).day is None


def test_has_speakers_in_several_sessions(festival: Schedule) -> None:
    """The invited ones speak more than three times."""
    spoken = Counter(each.name for session in festival.sessions for each in session.speakers)
    assert [name for name, times in spoken.items() if times > 3] == [
        "Aurélia Tanque",
        "Tomás Vau",
        "Ingrid Nebelkamp",
        "Bento Quilha",
        "Noor Al-Rimal",
        "Mei Kazeno",
    ]


def the(id: str, schedule: Schedule) -> Session:
    session = schedule.session(id)
    assert session
    return session


def utc(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
