"""Checking several files together, against what is published, and what the command prints."""

from __future__ import annotations

import json
from pathlib import Path

from bot.schedule.check import check, report
from bot.schedule.problems import Format
from tests.schedule.files import PATH, file, session

SCHEDULES = Path(__file__).parents[2] / "schedules"


def test_the_schedules_of_this_project_have_no_problems() -> None:
    """What is published from here is sound, without a warning."""
    files = {path.name: path.read_bytes() for path in SCHEDULES.glob("*.yaml")}
    assert [str(problem) for problem in check(files)] == []


def test_one_event_in_two_files_is_an_error() -> None:
    """Two files of one event would take turns."""
    text = file().encode()
    found = [str(problem) for problem in check({"a/conf.yaml": text, "b/conf.yaml": text})]
    assert found == [
        "b/conf.yaml:2:3: the event 'conf' is in a/conf.yaml already — one file for each event"
    ]


def test_a_published_session_that_is_gone_is_told_with_those_who_follow_it() -> None:
    """People who wait for a session have to hear that it is called off."""
    problems = check(
        {PATH: file().encode()}, against=session("code: A").encode(), followers={"talk": 14}
    )
    assert [str(each) for each in problems] == [
        f"{PATH}:6:11: warning: session 'talk' is gone; 14 people follow it — "
        "set 'status: cancelled' instead"
    ]


def test_a_published_session_that_turns_into_a_draft_is_told_too() -> None:
    """For people a draft is gone."""
    new, old = session("status: draft"), session("")
    (found,) = check({PATH: new.encode()}, against=old.encode())
    assert found.message == "session 'talk' is a draft now"
    assert check({PATH: old.encode()}, against=new.encode()) == ()


def test_another_time_zone_is_told() -> None:
    """It moves every session at once."""
    new = file().replace("Europe/Paris", "Europe/London")
    (found,) = check({PATH: new.encode()}, against=file().encode())
    assert str(found) == (
        f"{PATH}:2:3: warning: the time zone was Europe/Paris: every session moves"
    )


def test_the_published_version_of_another_event_says_nothing() -> None:
    """`--against` compares an event with itself."""
    other = session("").replace("id: conf", "id: other")
    assert check({PATH: file().encode()}, against=other.encode()) == ()


def test_the_text_ends_with_a_count_and_the_code_says_whether_there_are_errors() -> None:
    """Warnings alone do not fail a build."""
    assert report({PATH: file().encode()}) == ("1 file: 0 errors, 0 warnings", 0)
    text, code = report({PATH: session("start: 2018-11-20").encode()})
    assert (text.splitlines()[-1], code) == ("1 file: 0 errors, 1 warning", 0)
    text, code = report({PATH: b"", "x/other.yaml": file().encode()})
    assert (text.splitlines()[-1], code) == ("2 files: 3 errors, 0 warnings", 1)


def test_programs_get_nothing_but_their_format() -> None:
    """No count spoils the JSON."""
    text, code = report({PATH: b""}, Format.JSON)
    assert len(json.loads(text)) == 2
    assert code == 1
    assert report({PATH: file().encode()}, Format.JSON) == ("[]", 0)
    assert report({PATH: file().encode()}, Format.GITHUB) == ("", 0)
