"""Every rule of the format, in its sentence: the fault, its place, and the cure.

`session-faults.txt` and `file-faults.txt` hold the faults with the sentences they must give.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.schedule.files import EVENT, session, told

ROOMS = "rooms: {salle-x: {name: Salle X}}"


def _faults(name: str) -> list[tuple[str, str]]:
    """The faults of a file, each with its sentence."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    blocks = [block for block in text.strip().split("\n\n") if not block.startswith("#")]
    pairs = [block.split("\n=> ") for block in blocks]
    return [(lines, sentence) for lines, sentence in pairs]


SESSION = _faults("session-faults.txt")


def _errors(text: str) -> list[str]:
    return [each for each in told(text) if ": warning: " not in each]


@pytest.mark.parametrize(("lines", "sentence"), SESSION)
def test_faults_of_a_session(lines: str, sentence: str) -> None:
    """Each fault is told in a sentence that names its cure."""
    found = _errors(session(lines, ROOMS))
    assert any(each.startswith(sentence) for each in found), found


@pytest.mark.parametrize(("text", "sentence"), _faults("file-faults.txt"))
def test_faults_of_a_file(text: str, sentence: str) -> None:
    """So are the faults of the event, its rooms and the sections around the sessions."""
    found = _errors(f"{text}\n".replace("EVENT\n", EVENT))
    assert any(each.startswith(sentence) for each in found), found


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [(lines, sentence) for lines, sentence in SESSION if not re.search(r"\n|\(|status", lines)],
)
def test_a_fault_is_told_once_and_hides_no_other(lines: str, sentence: str) -> None:
    """A fault has one sentence, and the next fault is told in the same run."""
    found = _errors(session(f"{lines}\nstatus: never", ROOMS))
    assert len(found) == 2, found
    assert found[0].startswith(sentence)
    assert found[1].startswith("10:13: 'never' is not a status")
