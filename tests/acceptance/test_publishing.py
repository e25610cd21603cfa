"""Publishing as those who run the bot meet it: beside a running bot, and in its chat."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.process import Running, bot
from tests.telegram.emulator import Telegram

ADMIN = 1
AT = "2018-11-13T14:00:00+01:00"
UNION = "start: 2018-11-13 15:00\n    end: 16:00\n    room: salle-viii"


@pytest.fixture
async def running(folder: Path, telegram: Telegram) -> AsyncIterator[Running]:
    """A bot that waits for ten minutes before it publishes what is saved."""
    running = Running(folder, telegram, admins=[ADMIN])
    with (folder / "config.toml").open("a") as config:
        config.write("[publishing]\nwait = 600\n")
    await running.starts(at=AT)
    yield running
    assert await running.stops() == 0
    assert "Traceback" not in running.complaints


async def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside the bot."""
    return await asyncio.to_thread(bot, folder, *arguments)


def move(folder: Path, start: str) -> None:
    """Move the African Union's forum."""
    file = folder / "schedules" / "igf-2018.yaml"
    text = file.read_text()
    assert UNION in text
    file.write_text(text.replace(UNION, UNION.replace("15:00", start).replace("16:00", "17:30")))


async def test_from_the_saved_file_to_the_follower_and_back(
    running: Running, telegram: Telegram, folder: Path
) -> None:
    """The admin sees what will happen and decides; Ann hears of it, and that it is undone."""
    admin, ann = telegram.user("Root", id=ADMIN, started=True), telegram.user("Ann")
    ann.says("remind me of OF 4")
    await ann.hears("Done.")
    move(folder, "16:30")
    preview = await admin.hears(
        "IGF 2018, saved and not yet published: 1 moved to later.",
        "1 person will be told: 1 on Telegram",
        "Moved to later: African Union Open Forum (OF 4)",
        "Unless you hold it, it is published in 10 minutes.",
    )
    await admin.presses("Hold", under=preview).stops_spinning()
    await admin.hears("Held.")
    await admin.presses("Publish and tell", under=preview).stops_spinning()
    published = await admin.hears("IGF 2018 is published: 1 moved to later.")
    await ann.hears("Moved to later", "16:30", "15:00")
    await admin.presses("Publish and tell", under=preview).stops_spinning()
    await admin.hears("IGF 2018 is published already.")
    await admin.presses("Undo", under=published).stops_spinning()
    await admin.hears("Undone:", "The saved file still has what was undone")
    await ann.hears("Moved earlier", "15:00")


async def test_the_command_line_beside_a_running_bot(
    running: Running, telegram: Telegram, folder: Path
) -> None:
    """It sees what the bot sees, and what it publishes is in force within seconds."""
    admin, ann = telegram.user("Root", id=ADMIN, started=True), telegram.user("Ann")
    ann.says("remind me of OF 4")
    await ann.hears("Done.")
    ann.says("is the pope coming?")
    await ann.hears("I find nothing")
    move(folder, "16:30")
    await admin.hears("saved and not yet published")
    shown = await command(folder, "preview", "--at", AT)
    assert shown.stdout.startswith(
        "IGF 2018, saved and not yet published: 1 moved to later.\n"
        "1 person will be told: 1 on Telegram\n"
    )
    done = await command(folder, "publish", "--at", AT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("IGF 2018 is published: 1 moved to later.\n1 person")
    await ann.hears("Moved to later", "16:30")
    await admin.hears("IGF 2018 is published: 1 moved to later.")
    again = await command(folder, "publish")
    assert again.stdout == "IGF 2018: the saved file is what is published.\n"
    assert "is the pope coming?" in (await command(folder, "unanswered")).stdout
    left = await command(folder, "unanswered", "--solved", "is the pope coming?")
    assert "pope" not in left.stdout
    assert "no question 'pope'" in (await command(folder, "unanswered", "--solved", "pope")).stderr
    undone = await command(folder, "publish", "--undo", "--silent", "--at", AT)
    assert "Undone:" in undone.stdout
    assert "nobody will be told" in undone.stdout
    await admin.hears("IGF 2018 is published: 1 moved earlier.")
    assert not any("Moved earlier" in post.text for post in ann.history)


async def test_a_bot_of_another_version_is_not_meddled_with(running: Running, folder: Path) -> None:
    """Its database is not ours to change, and the cure is named."""
    with closing(sqlite3.connect(folder / "data" / "igf-bot.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '0001'")
        database.commit()
    done = await command(folder, "publish")
    assert done.returncode == 2
    assert "is in use by a bot of another version: restart that one" in done.stderr


def test_a_schedule_that_was_never_published(folder: Path) -> None:
    """Before the bot ran for the first time there is nothing to compare with."""
    assert "108 new" in bot(folder, "preview").stdout
    assert "108 new" in bot(folder, "publish", "igf-2018").stdout
    undone = bot(folder, "publish", "--undo")
    assert undone.returncode == 1
    assert "no earlier publication" in undone.stdout


def test_wrong_names_and_faulty_files(folder: Path) -> None:
    """The cause and the cure; nothing is published."""
    done = bot(folder, "publish", "igf-2019")
    assert done.returncode == 2
    assert "there is no schedule file of 'igf-2019'; there is: igf-2018" in done.stderr
    file = folder / "schedules" / "igf-2018.yaml"
    file.write_text(file.read_text().replace("room: salle-x\n", "room: sale-x\n", 1))
    done = bot(folder, "publish")
    assert done.returncode == 1
    assert "did you mean 'salle-x'?" in done.stdout
    (folder / "schedules" / "other.yaml").write_text("")
    assert "which event is to be undone?" in bot(folder, "publish", "--undo").stderr
