"""The real programme, `schedules/igf-2018.yaml`: all that its sources state, and nothing more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.schedule.model import Part, Schedule, Session, Text
from bot.schedule.yamlfile import load

FILE = Path(__file__).parents[2] / "schedules" / "igf-2018.yaml"
LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "ar", "zh")
LOADED = load(FILE.read_bytes(), FILE.name)
REMOTE = "https://www.intgovforum.org/multilingual/content/igf-2018-remote-hubs"


@pytest.fixture(scope="module")
def igf() -> Schedule:
    assert LOADED.schedule, "\n".join(map(str, LOADED.problems))
    return LOADED.schedule


def test_raises_no_doubt() -> None:
    """`check` has nothing to say about the file, not even a warning."""
    assert LOADED.problems == ()


def test_holds_the_sessions_of_each_day(igf: Schedule) -> None:
    """107 sessions of the programme and IFLA's side event; 22 have no announced day."""
    assert len(igf.sessions) == 108
    assert Counter(session.day for session in igf.sessions) == {
        date(2018, 11, 12): 26,
        date(2018, 11, 13): 37 + 1,
        date(2018, 11, 14): 22,
        None: 22,
    }


def test_states_an_hour_only_where_a_source_does(igf: Schedule) -> None:
    """36 starts are known, and 35 ends: the rest is to be announced."""
    started = [session for session in igf.sessions if session.start]
    days = Counter(session.day.day for session in started if session.day)
    assert days == {12: 10, 13: 18, 14: 8}
    assert [session.id for session in started if not session.end] == ["gcsc"]
    assert not [session.id for session in igf.sessions if session.end and not session.start]


def test_holds_the_sessions_of_each_type(igf: Schedule) -> None:
    """As many of each type as the sources were found for."""
    assert Counter(session.type for session in igf.sessions) == {
        "main-session": 10,
        "workshop": 44,
        "open-forum": 14,
        "best-practice-forum": 4,
        "dynamic-coalition": 9,
        "nri": 3,
        "lightning": 11,
        "other": 9,
        "ceremony": 3,
        "side-event": 1,
    }


def test_tells_paris_time(igf: Schedule) -> None:
    """09:00 at the venue is 08:00 UTC in November."""
    session = igf.session("ws-366")
    assert session
    assert session.start == datetime(2018, 11, 12, 8, 0, tzinfo=UTC)
    assert session.end == datetime(2018, 11, 12, 9, 30, tzinfo=UTC)


def test_knows_what_is_on_at_a_moment(igf: Schedule) -> None:
    """13 November, 15:10 in Paris."""
    now = datetime(2018, 11, 13, 14, 10, tzinfo=UTC)
    on = {
        each.id for each in igf.sessions if each.start and each.end and each.start <= now < each.end
    }
    assert on == {"ms-development", "of-4", "ws-384", "bpf-local-content"}


def test_features_the_two_events_of_ifla(igf: Schedule) -> None:
    """The highlights are IFLA's, and IFLA is named as organiser of both."""
    featured = [session for session in igf.sessions if session.featured]
    assert [session.id for session in featured] == ["ifla-alp", "dc-pal"]
    for session in featured:
        assert "IFLA" in [organiser.name for organiser in session.organisers]
        assert session.start is None
        assert igf.join_of(session) == REMOTE
        for text in (session.summary, session.note):
            assert_in_every_language(text)


def test_says_of_the_library_session_what_is_known(igf: Schedule) -> None:
    """Its day, its part of the day, its length and its room; its hour is not announced."""
    session = igf.session("dc-pal")
    assert session
    room = igf.room_of(session)
    assert (session.code, session.day, session.part) == ("DC-PAL", date(2018, 11, 14), Part.MORNING)
    assert session.duration == timedelta(minutes=90)
    assert room
    assert room.name.original == "Salle X"
    assert "Stephen Wyber" in [speaker.name for speaker in session.speakers]


def test_says_of_the_side_event_what_is_known(igf: Schedule) -> None:
    """It is at the American Library, whose street is known, and who takes part is told."""
    session = igf.session("ifla-alp")
    assert session
    room = igf.room_of(session)
    assert room
    assert room.name.original == "American Library in Paris"
    assert room.address == "rue du Général Camou, Paris 7e"
    assert session.day == date(2018, 11, 13)
    assert {"Libraries Without Borders", "Internet Society"} <= {
        each.name for each in session.speakers
    }


def test_invents_no_link(igf: Schedule) -> None:
    """No meeting link of a room or a session is known: all lead to the official page."""
    assert not [room.id for room in igf.rooms if room.join]
    assert not [session.id for session in igf.sessions if session.join]
    assert igf.event.join == REMOTE


def test_names_only_the_rooms_of_the_sources(igf: Schedule) -> None:
    """There is no Salle V."""
    numbers = ["I", "II", "III", "IV", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    names = [room.name.original for room in igf.rooms]
    assert names == [*(f"Salle {number}" for number in numbers), "American Library in Paris"]


def test_names_the_sources_of_everything(igf: Schedule) -> None:
    """Each session and each answer says where it comes from, and each session has a page."""
    assert not [session.id for session in igf.sessions if not session.sources or not session.url]
    assert not [faq.ask[0] for faq in igf.faq if not faq.sources]


def test_ids_are_the_codes_of_the_programme(igf: Schedule) -> None:
    """`WS 366` is `ws-366`, and so on for every workshop, open forum and lightning session."""
    for session in igf.sessions:
        if re.match(r"(ws|of|ls)-\d", session.id):
            assert session.code
            assert session.code.lower().replace(" ", "-") == session.id


def test_spells_a_person_in_one_way(igf: Schedule) -> None:
    """No other spelling of a name is itself in use, so following a name misses nothing."""
    aliases = {alias for names in igf.names.values() for alias in names}
    assert not aliases & set(names_in(igf.sessions))


def test_calls_things_in_eight_languages(igf: Schedule) -> None:
    """The event, its theme, its host, and every type and track."""
    for text in (igf.event.name, igf.event.theme, igf.event.host, igf.event.join_note):
        assert_in_every_language(text)
    for label in (*igf.types, *igf.tracks):
        assert_in_every_language(label.name)


def test_answers_in_eight_languages(igf: Schedule) -> None:
    """Each answer is there in all languages, and can be asked for in every script."""
    assert len(igf.faq) == 19
    for faq in igf.faq:
        assert_in_every_language(faq.answer)
        asked = "\n".join(faq.ask)
        for script in ("[a-z]", "[а-я]", "[\u0621-\u064a]", "[\u4e00-\u9fff]"):
            assert re.search(script, asked), f"{faq.ask[0]}: no question in {script}"


def test_no_question_has_two_answers(igf: Schedule) -> None:
    """A way of asking stands once, so that it leads to one answer."""
    asked = Counter(ask for faq in igf.faq for ask in faq.ask)
    assert [ask for ask, times in asked.items() if times > 1] == []


@pytest.mark.parametrize(
    ("ask", "names"),
    [
        ("how can I join online", ["Webex", REMOTE]),
        ("where is the IGF held", ["UNESCO", "7 Place de Fontenoy, 75007"]),
        ("what is the theme of the year", ["Internet of Trust"]),
        ("what is a remote hub", ["2018", "15", REMOTE]),
        ("how many people come", ["3000", "143", "1400", "101"]),
        ("how many sessions are there in all", ["171", "71", "107"]),
        ("what is IFLA doing at the IGF", ["DC-PAL", "Salle X", "American Library in Paris"]),
    ],
)
def test_answers_keep_names_and_numbers(igf: Schedule, ask: str, names: list[str]) -> None:
    """A fact reads the same in every language."""
    [faq] = [each for each in igf.faq if ask in each.ask]
    for language in LANGUAGES:
        for name in names:
            assert re.search(name, faq.answer.in_language(language)), f"{language}: no {name}"


def names_in(sessions: tuple[Session, ...]) -> Iterator[str]:
    for session in sessions:
        yield from (each.name for each in (*session.speakers, *session.organisers))


def assert_in_every_language(text: Text | None) -> None:
    assert text
    languages = [text.language, *(language for language, _ in text.translations)]
    assert languages == list(LANGUAGES), f"{text.original}: {languages}"
    assert all(text.every())
