"""Warnings: what may be a mistake although every value is sound."""

from __future__ import annotations

import pytest

from bot.schedule.yamlfile import load
from tests.schedule.files import PATH, file, session, sound, told


def warnings(text: str) -> list[str]:
    """The warnings of a sound file, as `line:column: sentence`."""
    assert load(text.encode(), PATH).schedule, told(text)
    return [each.replace("warning: ", "") for each in told(text)]


def two(first: str, second: str, more: str = "rooms: {a: {name: A}, b: {name: B}}") -> list[str]:
    """The warnings about two sessions, in lines 7 and 8; of rooms, only those used matter."""
    text = file(
        f"sessions:\n  - {{id: x, title: X, {first}}}\n  - {{id: y, title: Y, {second}}}", more
    )
    return [each for each in warnings(text) if "never used" not in each]


TEN = "start: 2018-11-12 10:00"
OVERLAPPING = f"{TEN}, end: 11:30", "start: 2018-11-12 11:00, end: 12:00"


def test_two_sessions_in_one_room_at_once() -> None:
    """The later one is told, with the end of the first."""
    first, second = OVERLAPPING
    assert two(f"{first}, room: a", f"{second}, room: a") == [
        "8:66: room 'a' has two sessions at once: 'x' and 'y' — 'x' ends at 11:30"
    ]
    assert two(f"{first}, room: a", f"{second}, room: b") == []


def test_a_speaker_in_two_sessions_at_once() -> None:
    """The place is that of the name in the list."""
    first, second = OVERLAPPING
    assert two(f"{first}, speakers: [Ann]", f"{second}, speakers: [Bob, Ann (MP)]") == [
        "8:76: speaker 'Ann' is in two sessions at once: 'x' and 'y' — 'x' ends at 11:30"
    ]


def test_one_meeting_link_for_two_sessions_at_once() -> None:
    """Two meetings cannot be behind one address; the event's own page is no meeting."""
    first, second = OVERLAPPING
    link = "join: https://example.org/m"
    assert two(f"{first}, {link}", f"{second}, {link}") == [
        "8:66: the link 'https://example.org/m' is used by two sessions at once: "
        "'x' and 'y' — 'x' ends at 11:30"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{TEN}, end: 11:00", "start: 2018-11-12 11:00, end: 12:00"),
        (f"{TEN}, end: 11:00", f"{TEN}, end: 11:00, status: cancelled"),
        ("start: 2018-11-12", "start: 2018-11-12"),
        (TEN, "start: 2018-11-12 10:30"),
    ],
)
def test_no_overlap_is_made_up(first: str, second: str) -> None:
    """One after the other, one called off, or times that are not known: no warning."""
    assert two(f"{first}, room: a, speakers: [Ann]", f"{second}, room: a, speakers: [Ann]") == []


def test_two_starts_at_once_overlap_even_without_ends() -> None:
    """An unknown end does not hide that both begin together."""
    assert two(f"{TEN}, room: a", f"{TEN}, room: a") == [
        "8:54: room 'a' has two sessions at once: 'x' and 'y'"
    ]


@pytest.mark.parametrize(
    ("lines", "more", "sentence"),
    [
        (
            "start: 2019-11-14 10:00",
            "",
            "9:12: 14 November 2019 is outside the event's dates — is the year right?",
        ),
        ("start: 2018-11-15", "", "9:12: 15 November 2018 is outside the event's dates"),
        (
            "start: 2018-11-12 08:00\nend: 22:00",
            "",
            "10:10: it lasts 14 hours — is the end right?",
        ),
        ("duration: 14h", "", "9:15: it lasts 14 hours — is the end right?"),
        ("languages: [en, French]", "", "9:21: 'French' is not a language code — write fr"),
        (
            "languages: [qx]",
            "",
            "9:17: 'qx' is not a language code — write a code such as en or fr",
        ),
        (
            "type: workshp",
            "types: {workshop: {name: Workshop}}",
            "9:11: only one session has the type 'workshp' — did you mean 'workshop'?",
        ),
        ("", "rooms:\n  a: {name: A}", "10:3: room 'a' is never used — delete it?"),
        (
            "speakers: [Internet Societ]",
            "names: {Internet Society: [ISOC]}",
            "10:9: no speaker or organiser is called 'Internet Society' — "
            "did you mean 'Internet Societ'?",
        ),
        (
            "start: 2018-11-12 10:00\npart: morning",
            "",
            "10:11: 'part' is not needed: the hour is announced — delete it",
        ),
        (
            "instead: other",
            "  - {id: other, title: Other}",
            "9:14: 'instead' is for cancelled and postponed sessions; this one is scheduled — "
            "add 'status: cancelled'?",
        ),
    ],
)
def test_doubts(lines: str, more: str, sentence: str) -> None:
    """Each doubt is a warning at its place, and the file is published all the same."""
    assert warnings(session(lines, more)) == [sentence]


def test_a_track_used_once_that_looks_like_another_one() -> None:
    """A slip in a track would put a session into one of its own."""
    assert two("track: human-rights", "track: media", "") == []
    assert two("track: human-rights", "track: human-right", "") == [
        "8:30: only one session has the track 'human-right' — did you mean 'human-rights'?"
    ]


def test_a_misspelt_room_does_not_make_the_right_one_unused() -> None:
    """One slip is one problem."""
    found = told(session("room: sale-x", "rooms: {salle-x: {name: Salle X}}"))
    assert found == ["9:11: there is no room 'sale-x' — did you mean 'salle-x'?"]


def test_a_sound_file_has_no_warnings() -> None:
    """Warnings that are always there are read by nobody."""
    assert sound(file())
    assert told(file()) == []
