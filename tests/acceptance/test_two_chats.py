"""One person on Telegram and Matrix at once: `docs/two-chats.md` shows what really happens."""

from __future__ import annotations

import re
from pathlib import Path

from tests.acceptance.process import ROOT, MatrixAccount, Running
from tests.matrix.homeserver import Homeserver
from tests.matrix.person import Person
from tests.telegram.emulator import Post, Telegram

RESTART = "Stopped, and started again at 14:49:58."


async def test_the_page_shows_what_really_happens(
    folder: Path, homeserver: Homeserver, person: Person
) -> None:
    """What is said on the page gets the page's answers: a profile that both chats share, and a
    reminder on the chosen one alone."""
    page = (ROOT / "docs" / "two-chats.md").read_text()
    transcript = page.partition("```text\n")[2].partition("```")[0]
    account = MatrixAccount.made(homeserver)
    async with Telegram() as telegram:
        bot = Running(folder, telegram, matrix=account)
        stage = _Stage(telegram, person, account.id)
        await bot.starts(at="2018-11-13T14:20:00+01:00")
        try:
            await stage.enters()
            for line in re.findall(r"^(?:\w+ > .*|\w+:|Stopped.*)$", transcript, re.MULTILINE):
                if line == RESTART:
                    assert await bot.stops() == 0
                    await bot.starts(at="2018-11-13T14:49:58+01:00")
                    stage.played.append(f"{line}\n")
                else:
                    await stage.plays(line)
        finally:
            assert await bot.stops() == 0
    assert _constant("\n".join(stage.played)).strip() == _constant(transcript).strip()


class _Stage:
    """Ann on Telegram, and the same person on Matrix."""

    def __init__(self, telegram: Telegram, person: Person, bot: str) -> None:
        self.played: list[str] = []
        self._ann = telegram.user("Ann")
        self._person = person
        self._bot = bot
        self._heard = 0
        self._code = ""

    async def enters(self) -> None:
        self._room = await self._person.open_room(self._bot, is_direct=True)

    async def plays(self, line: str) -> None:
        """Say what stands behind `>`, and note what is said next on that chat."""
        chat, _, words = line.partition(" > ")
        words = re.sub("link .+", f"link {self._code}", words)
        said = await (self._on_telegram(words) if chat == "Telegram" else self._on_matrix(words))
        if code := re.search(r"/link (\w+)", said):
            self._code = code[1]
        self.played.append(f"{line}\n{said}\n")

    async def _on_telegram(self, words: str) -> str:
        if words.startswith("["):
            self._ann.presses(words.strip("[]"))
        else:
            self._ann.says(words)
        return _shown(await self._ann.hears())

    async def _on_matrix(self, words: str) -> str:
        if words:
            await self._person.say(self._room, words)
        self._heard += 1
        events = await self._person.hear(self._room, self._bot, self._heard)
        event = events[self._heard - 1]
        assert event["encrypted"]
        return str(event["content"]["body"])


def _shown(post: Post) -> str:
    """A message on Telegram with its file and its buttons."""
    file = [f"📎 {post.upload.name}"] if post.upload else []
    rows = [" ".join(f"[{button['text']}]" for button in row) for row in post.keyboard]
    return "\n".join([post.text, *file, *rows])


def _constant(text: str) -> str:
    """Without what another day, another run or a slow machine makes different."""
    text = re.sub(r"Programme as of .*", "Programme as of a day", text)
    text = re.sub(r"([/!]link) \w+", r"\1 CODE", text)
    return re.sub(r"(starts) in \d+ minutes", r"\1 in some minutes", text, flags=re.IGNORECASE)
