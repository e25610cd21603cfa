"""The bot on Telegram, as its users meet it: `python -m bot run` as a process, on the emulator."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.process import Running, eventually
from tests.telegram.emulator import Telegram

ADMIN = 1
JOIN = "https://www.intgovforum.org/multilingual/content/igf-2018-remote-hubs"


@pytest.fixture
async def bot(folder: Path, telegram: Telegram) -> AsyncIterator[Running]:
    """Not started yet; ended with the test."""
    running = Running(folder, telegram, admins=[ADMIN])
    telegram.user("Root", id=ADMIN, started=True)
    yield running
    assert await running.stops() == 0
    assert "Traceback" not in running.complaints
    assert "[error" not in running.complaints


async def test_a_newcomer_subscribes_and_is_reminded_with_the_link(
    bot: Running, telegram: Telegram
) -> None:
    """From /start to a delivered reminder."""
    await bot.starts(at="2018-11-13T14:40:00+01:00", speed=30)
    ann = telegram.user("Ann", language="en")
    ann.says("/start")
    await ann.hears("companion for IGF 2018")
    ann.says("when is the african union open forum?")
    await ann.hears("15:00", "Salle VIII", JOIN)
    await ann.presses("Remind me").stops_spinning()
    await ann.hears("Done. I will remind you of African Union Open Forum")
    reminder = await ann.hears("Starts in", "African Union Open Forum", "Salle VIII", JOIN)
    assert "Why this?" in str(reminder.buttons)


async def test_a_reminder_moves_with_its_session(
    bot: Running, telegram: Telegram, folder: Path
) -> None:
    """The move is told, nothing comes at the old moment, and the reminder at the new one."""
    await bot.starts(at="2018-11-13T14:40:00+01:00")
    ann = telegram.user("Ann")
    ann.says("/leads 8m")
    await ann.hears("8 minutes")
    ann.says("remind me of OF 4")
    await ann.hears("Done.")
    edit(folder, "start: 2018-11-13 15:00\n    end: 16:00\n    room: salle-viii", start="15:06")
    notice = await ann.hears("African Union Open Forum", "15:06")
    assert "15:00" in notice
    assert await bot.stops() == 0
    await bot.starts(at="2018-11-13T14:51:30+01:00", speed=20)  # the old moment is 14:52
    reminder = await ann.hears("Starts in", "15:06")
    assert "15:00" not in reminder


async def test_after_a_crash_the_reminder_comes_once(
    bot: Running, telegram: Telegram, folder: Path
) -> None:
    """Killed between planning and sending, it sends after the next start, and only once."""
    await bot.starts(at="2018-11-13T14:47:00+01:00", speed=10)
    ann = telegram.user("Ann")
    ann.says("/leads 8m")
    await ann.hears("8 minutes")
    ann.says("remind me of OF 4")
    await ann.hears("Done.")
    await telegram.goes_down()
    await eventually(lambda: planned(folder), "nothing was planned at 14:52")
    await bot.is_killed()
    await telegram.comes_back()
    await bot.starts(at="2018-11-13T14:54:00+01:00")
    await ann.hears("Starts in", "African Union Open Forum")
    ann.says("/help")
    await ann.hears("I know the programme")
    assert sum("Starts in" in post.text for post in ann.history) == 1


async def test_who_blocks_the_bot_is_left_alone(bot: Running, telegram: Telegram) -> None:
    """After one refusal nothing more is sent there."""
    await bot.starts(at="2018-11-13T14:40:00+01:00")
    ann = telegram.user("Ann")
    ann.says("/leads 8m 6m 4m")
    await ann.hears("8 minutes")
    ann.says("remind me of OF 4")
    await ann.hears("Done.")
    sent = len(telegram.sent(ann))
    ann.blocks()
    ben = telegram.user("Ben")
    ben.says("/leads 3m")
    await ben.hears("3 minutes")
    ben.says("remind me of OF 4")
    await ben.hears("Done.")
    assert await bot.stops() == 0
    await bot.starts(at="2018-11-13T14:51:30+01:00", speed=20)
    await ben.hears("Starts")  # by then three were due for Ann
    assert len(telegram.sent(ann)) <= sent + 1


async def test_a_bad_save_is_told_to_the_admins_and_changes_nothing(
    bot: Running, telegram: Telegram, folder: Path
) -> None:
    """The admin reads the line and the cure; people get the last good answer."""
    await bot.starts(at="2018-11-13T10:00:00+01:00")
    admin = telegram.user("Root", id=ADMIN)
    file = folder / "schedules" / "igf-2018.yaml"
    file.write_text(file.read_text().replace("room: salle-x\n", "room: sale-x\n", 1))
    told = await admin.hears("igf-2018.yaml was not taken over", "did you mean 'salle-x'?")
    assert re.search(r"igf-2018\.yaml:\d+:\d+", str(told))
    ann = telegram.user("Ann")
    ann.says("where is DC-PAL?")
    await ann.hears("Salle X")


async def test_it_ends_cleanly_in_the_middle_of_a_poll(bot: Running, telegram: Telegram) -> None:
    """SIGTERM is obeyed at once, with exit code 0."""
    await bot.starts(at="2018-11-13T10:00:00+01:00")
    assert await bot.stops() == 0


def planned(folder: Path) -> bool:
    """Whether a reminder waits in the bot's database to be sent."""
    with closing(sqlite3.connect(f"file:{folder / 'data' / 'igf-bot.db'}?mode=ro", uri=True)) as db:
        (count,) = db.execute("SELECT count(*) FROM delivery WHERE state = 'planned'").fetchone()
        return bool(count)


def edit(folder: Path, old: str, *, start: str) -> None:
    """Move the session whose lines are `old`."""
    file = folder / "schedules" / "igf-2018.yaml"
    text = file.read_text()
    assert text.count(old) == 1, old
    new = re.sub(r"\d\d:\d\d\n", f"{start}\n", old, count=1)
    file.write_text(text.replace(old, new))
