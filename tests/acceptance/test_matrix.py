"""The bot on Matrix, as its users meet it: `python -m bot run` as a process, on a real homeserver,
with people on a client of another make."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.acceptance.process import MatrixAccount, Running, bot
from tests.matrix.homeserver import Homeserver
from tests.matrix.person import Person
from tests.telegram.emulator import Telegram

ADMIN = 1
JOIN = "https://www.intgovforum.org/multilingual/content/igf-2018-remote-hubs"

Run = Callable[..., Running]


@pytest.fixture
def account(homeserver: Homeserver) -> MatrixAccount:
    """The bot's, new for each test."""
    return MatrixAccount.made(homeserver)


@pytest.fixture
async def run(folder: Path, account: MatrixAccount) -> AsyncIterator[Run]:
    """Makes the bot, not started yet; it is ended with the test, and had nothing to complain of."""
    made: list[Running] = []

    def run(telegram: Telegram | None = None, admins: tuple[int | str, ...] = ()) -> Running:
        made.append(Running(folder, telegram, matrix=account, admins=admins))
        return made[-1]

    yield run
    for each in made:
        assert await each.stops() == 0
        assert "Traceback" not in each.complaints
        assert "[error" not in each.complaints


async def test_a_newcomer_subscribes_and_is_reminded_after_a_restart(
    run: Run, account: MatrixAccount, person: Person
) -> None:
    """Invited into an encrypted room, the bot answers encrypted, from a device that its owner has
    signed; what was asked while it was down is answered once; and the reminder, which rings, has
    the link to join."""
    bot = run()
    await bot.starts(at="2018-11-13T14:20:00+01:00")
    room = await person.open_room(account.id, is_direct=True)
    await person.say(room, "when is the african union open forum?")
    answer = await person.hear_text(room, account.id, "15:00")
    assert answer["encrypted"]
    assert answer["trust"] == "cross-signed-tofu"
    assert answer["content"]["msgtype"] == "m.notice"
    for part in ("Salle VIII", JOIN, "1. 🔔 Remind me"):
        assert part in answer["content"]["body"]
    await person.say(room, "1")
    await person.hear_text(room, account.id, "Done. I will remind you of African Union Open Forum")
    assert await bot.stops() == 0

    await person.say(room, "where is OF 4?")
    await bot.starts(at="2018-11-13T14:49:50+01:00", speed=10)
    reminder = await person.hear_text(room, account.id, "Starts in")
    assert reminder["encrypted"]
    assert reminder["content"]["msgtype"] == "m.text"
    assert reminder["content"]["m.mentions"] == {"user_ids": [person.id]}
    for part in ("African Union Open Forum", "Salle VIII", JOIN, "Why this?"):
        assert part in reminder["content"]["body"]
    await person.say(room, "!reminders")
    await person.hear_text(room, account.id, "You are reminded 1 day")
    bodies = [event["content"]["body"] for event in person.messages(room, account.id)]
    assert sum("Salle VIII" in body for body in bodies) == 3, bodies
    assert len(bodies) == 5

    await person.say(room, "!language fr")
    await person.hear_text(room, account.id, "français")
    await person.say(room, "OF 4")
    await person.hear_text(room, account.id, "Répondez par 1–2")


async def test_admins_on_both_chats_are_told_of_a_bad_save(
    run: Run, account: MatrixAccount, person: Person, folder: Path
) -> None:
    """The line and the cure, wherever an admin is; people still get the last good answer."""
    async with Telegram() as telegram:
        bot = run(telegram, admins=(ADMIN, person.id))
        root = telegram.user("Root", id=ADMIN)
        await bot.starts(at="2018-11-13T10:00:00+01:00")
        room = await person.open_room(account.id)
        file = folder / "schedules" / "igf-2018.yaml"
        file.write_text(file.read_text().replace("room: salle-x\n", "room: sale-x\n", 1))
        await root.hears("was not taken over", "did you mean 'salle-x'?")
        told = await person.hear_text(room, account.id, "igf-2018.yaml was not taken over")
        assert re.search(r"igf-2018\.yaml:\d+:\d+", told["content"]["body"])
        await person.say(room, "where is DC-PAL?")
        await person.hear_text(room, account.id, "Salle X")
        assert await bot.stops() == 0


def test_a_configuration_that_cannot_work_names_the_cure(folder: Path) -> None:
    """No traceback, and exit code 2."""
    (folder / "config.toml").write_text(
        '[matrix]\nuser = "@igf:x"\nhomeserver = "http://127.0.0.1:1"'
    )
    done = bot(folder, "run")
    assert done.returncode == 2, done
    assert done.stderr == "Matrix: set MATRIX_PASSWORD or MATRIX_ACCESS_TOKEN.\n"
