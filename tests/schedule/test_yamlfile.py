"""What a schedule file means: defaults, what stays open, and how values are read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.schedule.model import Contributor, Mode, Part, Status, Text
from bot.schedule.yamlfile import load
from tests.schedule.files import file, session, sound, talk, told

DOCS = Path(__file__).parents[2] / "docs" / "schedule-format.md"


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2018."""
    return datetime(2018, 11, day, hour, minute, tzinfo=UTC)


def test_the_file_in_the_documentation_is_a_sound_one() -> None:
    """What people copy from the documentation works."""
    block = re.search(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S)
    assert block
    loaded = load(block[1].encode(), "schedules/igf-2018.yaml")
    assert loaded.schedule, "\n".join(map(str, loaded.problems))
    assert loaded.problems == ()


def test_a_day_alone_leaves_the_hour_open() -> None:
    """The usual length says nothing about a session whose hour is not announced."""
    found = talk("start: 2018-11-14\npart: morning", "defaults: {duration: 90m}")
    assert found.day == date(2018, 11, 14)
    assert found.part is Part.MORNING
    assert (found.start, found.end, found.duration) == (None, None, None)


def test_a_length_that_is_stated_holds_without_an_hour() -> None:
    """Only what the file states of a session is known of it."""
    assert talk("start: 2018-11-14\nduration: 1h 30m").duration == timedelta(minutes=90)


def test_without_a_start_the_day_is_open_too() -> None:
    """A session may be announced before its day."""
    assert talk("").day is None


def test_the_usual_length_gives_an_end_where_there_is_an_hour() -> None:
    """A default is what a session does not say otherwise."""
    more = "defaults: {duration: 90m, type: session}"
    found = talk("start: 2018-11-14 09:30", more)
    assert (found.start, found.end) == (utc(14, 8, 30), utc(14, 10))
    assert found.type == "session"
    own = talk("start: 2018-11-14 09:30\nduration: 1h\ntype: workshop", more)
    assert (own.end, own.type) == (utc(14, 9, 30), "workshop")
    assert talk("start: 2018-11-14 09:30\nend: 10:15", more).end == utc(14, 9, 15)


def test_without_an_end_the_end_stays_unknown() -> None:
    """Nobody invents how long a session lasts."""
    found = talk("start: 2018-11-14 09:30")
    assert (found.start, found.end, found.duration) == (utc(14, 8, 30), None, None)


@pytest.mark.parametrize(
    ("end", "instant"),
    [
        ("23:59", utc(14, 22, 59)),
        ("24:00", utc(14, 23)),
        ("2018-11-15 00:30", utc(14, 23, 30)),
        ("2018-11-15T00:30", utc(14, 23, 30)),
    ],
)
def test_a_session_may_end_at_or_after_midnight(end: str, instant: datetime) -> None:
    """An hour alone is on the day of the start; later ends are written in full."""
    found = talk(f"start: 2018-11-14 22:00\nend: {end}")
    assert found.end == instant
    assert found.day == date(2018, 11, 14)


def test_a_length_is_exact_across_a_change_of_clocks() -> None:
    """Two hours from 01:30 end at 02:30 on the night that has the hour twice."""
    found = talk("start: 2018-10-28 01:30\nduration: 2h")
    assert found.start
    assert found.end
    assert found.end - found.start == timedelta(hours=2)


def test_a_text_may_be_given_in_languages() -> None:
    """The first one is the original, and the others are translations."""
    found = talk("summary: {fr: Bonjour, en: Hello}").summary
    assert found == Text("Bonjour", (("en", "Hello"),), "fr")
    assert found.in_language("en") == "Hello"
    assert found.in_language("de") == "Bonjour"


def test_brackets_behind_a_name_are_details() -> None:
    """Only brackets at the end are; a bracket within a name belongs to it."""
    found = talk(
        "speakers: [Valeria Betancourt (APC; moderator), Don Means, "
        '"Hirotaka Nakajima (Mercari, Inc.)", Ann (Ms) Lee, X (University (Paris))]'
    )
    assert found.speakers == (
        Contributor(name="Valeria Betancourt", details=("APC", "moderator")),
        Contributor(name="Don Means"),
        Contributor(name="Hirotaka Nakajima", details=("Mercari, Inc.",)),
        Contributor(name="Ann (Ms) Lee"),
        Contributor(name="X", details=("University (Paris)",)),
    )


def test_the_event_has_its_defaults_and_what_it_states() -> None:
    """A conference is hybrid unless the file says otherwise."""
    event = sound(file()).event
    assert (event.id, event.mode) == ("conf", Mode.HYBRID)
    assert (event.first_day, event.last_day) == (date(2018, 11, 12), date(2018, 11, 14))
    one_day = file().replace(" to 2018-11-14", "")
    assert sound(one_day).event.last_day == date(2018, 11, 12)


def test_the_join_link_is_the_session_s_else_the_room_s_else_the_event_s() -> None:
    """The most particular address holds."""
    text = file(
        """\
  join: https://example.org/event
rooms:
  a: {name: A, join: https://example.org/room}
  b: {name: B}
sessions:
  - {id: one, title: One, room: a, join: https://example.org/own}
  - {id: two, title: Two, room: a}
  - {id: three, title: Three, room: b}
  - {id: four, title: Four}
"""
    )
    schedule = sound(text)
    links = [str(schedule.join_of(each)).rpartition("/")[2] for each in schedule.sessions]
    assert links == ["own", "room", "event", "event"]


def test_what_things_are_called_is_read() -> None:
    """Names and other names of the event, rooms, types and sessions."""
    more = "rooms: {a: {name: Hall, also: [H], address: 1 Main Street}}\n"
    more += "types: {w: {name: W, also: [x]}}"
    text = session("also: [chat]\nroom: a\ntype: w", more)
    schedule = sound(text.replace("  timezone", "  also: [C, Conf]\n  timezone"))
    assert schedule.event.also == ("C", "Conf")
    assert [(each.also, each.address) for each in schedule.rooms] == [(("H",), "1 Main Street")]
    assert [each.also for each in schedule.types] == [("x",)]
    assert [each.also for each in schedule.sessions] == [("chat",)]


def test_a_type_without_a_name_is_called_by_its_id() -> None:
    """Types and tracks need no section of their own."""
    schedule = sound(session("type: open-forum", "types: {workshop: {name: Workshop}}"))
    assert [(each.id, each.name.original) for each in schedule.types] == [
        ("workshop", "Workshop"),
        ("open-forum", "open forum"),
    ]


def test_reminders_have_defaults_and_are_sorted() -> None:
    """Leads count from the longest, each once."""
    assert sound(file()).reminders.before == (
        timedelta(days=1),
        timedelta(hours=1),
        timedelta(minutes=10),
    )
    rules = sound(
        file(more="reminders: {before: [5m, 2h, 5m], day-only: 7:30, message: '{url} {{}}'}")
    ).reminders
    assert rules.before == (timedelta(hours=2), timedelta(minutes=5))
    assert rules.day_only == time(7, 30)
    assert rules.message == "{url} {{}}"


def test_other_spellings_and_answers_are_read() -> None:
    """They are what people may write, and what the event answers."""
    schedule = sound(
        session(
            "organisers: [Internet Society]",
            "names: {Internet Society: [ISOC]}\nfaq:\n  - ask: [badge, where do I register]\n"
            "    answer: At the door.\n    sources: [https://example.org]",
        )
    )
    assert schedule.names == {"Internet Society": ("ISOC",)}
    (answer,) = schedule.faq
    assert answer.ask == ("badge", "where do I register")
    assert str(answer.answer) == "At the door."


def test_the_version_follows_the_text() -> None:
    """Any other text is another version, and the same text the same one."""
    assert sound(file()).version == sound(file()).version != sound(file(more="# x")).version


def test_a_thousand_sessions_are_read() -> None:
    """A large conference is one file."""
    sessions = "".join(
        f"  - id: s-{number}\n    title: 'Talk: {number}'\n    start: 2018-11-12 10:00\n"
        f"    speakers: [Speaker {number} (Somewhere; chair)]\n"
        for number in range(1000)
    )
    schedule = sound(file(f"sessions:\n{sessions}"))
    assert len(schedule.sessions) == 1000
    assert schedule.session("s-999")


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_read(status: Status) -> None:
    """A cancelled session stays in the file, and a draft is there before it is shown."""
    assert talk(f"status: {status}").status is status


def test_yes_and_no_are_texts_until_a_field_says_otherwise() -> None:
    """`featured` is a truth value; a title `no` is a title."""
    assert talk("featured: yes").featured is True
    assert talk("code: no").code == "no"
    assert told(session("featured: perhaps")) == [
        "9:15: 'perhaps' is neither true nor false — write true or false"
    ]
