"""A rehearsal plays a script: what people say, edits at their moments, and all that follows."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import UsageError
from bot.rehearsal import HIGHLIGHTS, rehearse
from bot.schedule.diff import FileChange, diff
from bot.schedule.yamlfile import load
from bot.script import ScriptError, TimedEdit, read_script
from tests.dialogue import IGF, MAPAS
from tests.programmes import HOUR, NINE

FILE = """
event: {id: e, name: Event, timezone: Europe/Paris, dates: 2018-11-12 to 2018-11-14}
rooms: {hall: {name: Hall}}
reminders: {before: [1h]}
sessions:
  - {id: a, title: Opening of the forum, start: 2018-11-13 11:30, duration: 1h, room: hall}
  - {id: b, title: Closing ceremony, start: 2018-11-13 16:00, duration: 1h, featured: true}
"""
PEOPLE = "people: {Ann: [remind me of the opening], Bo: [/subscribe closing ceremony]}\n"


async def played(
    tmp_path: Path, script: str, until: datetime = NINE + 12 * HOUR
) -> list[tuple[str, str | None, str]]:
    """What happens in a rehearsal from nine in Paris on: hour, to whom, and the first words."""
    file = tmp_path / "script.yaml"
    file.write_text(script)
    happened = await rehearse("e", FILE.encode(), read_script(file), since=NINE - HOUR, until=until)
    return [
        (each.record["at"][11:16], each.to, each.text.split("\n")[0].split(":")[0])
        for each in happened
        if each.record["at"]
    ]


async def test_who_follows_what_is_told_what_when(tmp_path: Path) -> None:
    """A move and a cancellation, in order of time: the reminders follow, and end."""
    script = """edits:
- {at: 2018-11-13 15:30, sessions: {b: {status: cancelled}}}
- {at: 2018-11-13 10:00, why: an hour later, sessions: {a: {start: 2018-11-13 12:30}}}
"""
    assert await played(tmp_path, PEOPLE + script) == [
        ("10:00", None, "an hour later"),
        ("10:00", "the admin", "Event is published"),
        ("10:00", "Ann", "Moved to later"),
        ("11:30", "Ann", "Starts in 1 hour"),
        ("15:00", "Bo", "Starts in 1 hour"),
        ("15:30", None, "the schedule is edited"),
        ("15:30", "the admin", "Event is published"),
        ("15:30", "Bo", "Cancelled"),
    ]


async def test_what_is_after_the_end_does_not_happen(tmp_path: Path) -> None:
    """Neither an edit nor a message."""
    script = "edits: [{at: 2018-11-13 12:00, sessions: {b: {status: cancelled}}}]"
    assert await played(tmp_path, PEOPLE + script, until=NINE + HOUR) == [
        ("10:30", "Ann", "Starts in 1 hour")
    ]


async def test_an_edit_that_is_refused(tmp_path: Path) -> None:
    """The admin hears of it, and everything goes on by the last good text."""
    script = "edits: [{at: 2018-11-13 10:00, why: a slip, sessions: {a: {room: hal}}}]"
    slip, refused, *rest = await played(tmp_path, PEOPLE + script)
    assert slip == ("10:00", None, "a slip")
    assert refused[1] == "the admin"
    assert refused[2].endswith("e.yaml was not taken over")
    assert rest == [
        ("10:30", "Ann", "Starts in 1 hour"),
        ("15:00", "Bo", "Starts in 1 hour"),
    ]


async def test_without_a_script_the_highlights_are_rehearsed() -> None:
    """From two days before the event to its end."""
    [reminder] = await rehearse("e", FILE.encode())
    assert str(reminder).startswith(
        "--- Tue 13 Nov 2018, 15:00 (Europe/Paris), to a follower of the highlights ---\n"
        "Starts in 1 hour: Closing ceremony\n"
    )


async def test_who_follows_nothing_is_named() -> None:
    """Else a rehearsal would be silent, and nobody would know why."""
    text = FILE.replace(", featured: true", "")
    with pytest.raises(UsageError, match="follows nothing after saying '/highlights'"):
        await rehearse("e", text.encode(), HIGHLIGHTS)


async def test_a_file_with_faults_is_not_rehearsed() -> None:
    """They are told, with their places."""
    with pytest.raises(UsageError, match=r"e\.yaml:6:"):
        await rehearse("e", FILE.replace("11:30", "25:30").encode())


@pytest.mark.parametrize("file", [IGF, MAPAS])
def test_an_edit_changes_what_it_names_and_nothing_else(file: Path) -> None:
    """Everything else stands in the file as before."""
    before = load(file.read_bytes(), str(file)).schedule
    assert before is not None
    at = datetime(2018, 11, 13)
    same = load(TimedEdit(at=at).of(file.read_bytes()), str(file)).schedule
    assert same is not None
    assert [each.part for each in diff(before, same) if isinstance(each, FileChange)] == ["version"]
    assert len(diff(before, same)) == 1


def test_an_edit_takes_out_moves_and_adds() -> None:
    """A value, a block within a block, an empty value, a session that was not there."""
    edit = TimedEdit(
        at=datetime(2018, 11, 13),
        event={"join": "https://example.org"},
        rooms={"hall": {"join": "https://example.org/hall"}},
        sessions={"a": {"room": ""}, "c": {"title": "Coffee"}},
    )
    schedule = load(edit.of(FILE.encode()), "e.yaml").schedule
    assert schedule is not None
    assert schedule.event.join == "https://example.org"
    assert (schedule.rooms[0].name.original, schedule.rooms[0].join) == (
        "Hall",
        "https://example.org/hall",
    )
    a, b, c = schedule.sessions
    assert (a.room, a.start, b.id, c.title.original) == (
        None,
        NINE + timedelta(minutes=90),
        "b",
        "Coffee",
    )


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("people: [Ann]", "script.yaml: people: "),
        ("people: {}\nedits: [{at: noon}]", "script.yaml: edits.0.at: "),
        ("people: {}\nedits: [{at: 2018-11-13 10:00, session: {}}]", "edits.0.session: "),
        ("people: {", "script.yaml: "),
        ("", "script.yaml: "),
    ],
)
def test_a_script_that_cannot_be_played(tmp_path: Path, script: str, says: str) -> None:
    """It is said which part of it, and why."""
    (tmp_path / "script.yaml").write_text(script)
    with pytest.raises(ScriptError, match=says):
        read_script(tmp_path / "script.yaml")


def test_a_script_that_is_not_there(tmp_path: Path) -> None:
    """The system's own reason."""
    with pytest.raises(ScriptError, match="cannot be read: No such file"):
        read_script(tmp_path / "none.yaml")
