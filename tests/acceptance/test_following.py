"""Following a topic on a running bot: what is added later is told, and is in one's day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.process import Running
from tests.telegram.emulator import Telegram

NEW = """\
  - id: quantum
    title: Quantum computing for every library
    start: 2018-11-13 11:00
    end: 12:00
    room: salle-x
"""


@pytest.fixture
async def bot(folder: Path, telegram: Telegram) -> AsyncIterator[Running]:
    """Not started yet; ended with the test."""
    running = Running(folder, telegram)
    yield running
    assert await running.stops() == 0
    assert "Traceback" not in running.complaints


async def test_a_topic_is_followed_before_there_is_anything_on_it(
    bot: Running, telegram: Telegram, folder: Path
) -> None:
    """The session that fits is told when it is published, and stands in the morning's digest;
    both say why they came."""
    await bot.starts(at="2018-11-13T07:00:00+01:00")
    ann = telegram.user("Ann", language="en")
    ann.says("/subscribe anything about quantum computing")
    await ann.hears("everything on “quantum computing”", "Nothing in the programme fits that yet")
    ann.says("/digest 07:30")
    await ann.hears("Each morning at 07:30")
    file = folder / "schedules" / "igf-2018.yaml"
    file.write_text(file.read_text().replace("\nsessions:\n", f"\nsessions:\n{NEW}", 1))
    await ann.hears("New: Quantum computing for every library", "Salle X")
    await ann.presses("Why this?").stops_spinning()
    await ann.hears("because you follow everything on “quantum computing”")
    assert await bot.stops() == 0
    await bot.starts(at="2018-11-13T07:29:55+01:00")
    day = await ann.hears("Your day, Tuesday 13 November")
    assert "Quantum computing for every library" in day
    assert "Stop this" in str(day.buttons)
