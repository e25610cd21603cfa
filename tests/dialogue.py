"""Dialogues: tests that read like the chat.

    await bot.dialogue('''
        > when is the library session?
        < Wednesday 14 November
        < hour not announced
        > [Remind me]
        < Done.
    ''')

A line with `>` is written (in brackets: a button is pressed); each line with `<` must stand in
the reply, in this order.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.clock import StillClock
from bot.conversation import Conversation
from bot.messages import Address, Button, Message, Reply
from bot.publishing import Publishing
from bot.questions.index import Index
from bot.schedule.model import Programme
from bot.schedule.yamlfile import load
from bot.store import Store

ROOT = Path(__file__).parent.parent
IGF = ROOT / "schedules" / "igf-2018.yaml"
MAPAS = ROOT / "tests" / "schedules" / "mapas-imaginarios.yaml"


def programme_of(*files: Path) -> Programme:
    """The programme in those files, which must be faultless."""
    loaded = [load(file.read_bytes(), str(file)) for file in files]
    return Programme(schedules=tuple(each.schedule for each in loaded if each.schedule))


ANN = Address(platform="test", chat="ann")


@dataclass
class Talk:
    """A bot on a still clock, and one person (or another `sender`) who writes to it."""

    store: Store
    index: Index
    clock: StillClock
    address: Address = ANN
    sender: str = "ann"
    language: str | None = None
    group: bool = False
    moderates: bool = True
    admin: bool = False
    publishing: Publishing | None = None
    last: Reply | None = None
    conversation: Conversation = field(init=False)

    def __post_init__(self) -> None:
        self._ids = itertools.count(1)
        self.conversation = Conversation(
            store=self.store,
            index=lambda: self.index,
            clock=self.clock,
            publishing=self.publishing,
        )

    async def says(self, text: str, *, action: str | None = None) -> Reply:
        """Write something, or send a button's action; what the bot replies."""
        message = Message(
            address=self.address,
            id=str(next(self._ids)),
            sender=self.sender,
            text=text,
            action=action,
            sent=self.clock(),
            language=self.language,
            group=self.group,
            moderates=self.moderates,
            admin=self.admin,
        )
        self.last = await self.conversation.respond(message)
        return self.last

    async def presses(self, label: str) -> Reply:
        """Press the button of the last reply whose label has that in it."""
        return await self.says("", action=self.button(label).action)

    def button(self, label: str) -> Button:
        """A button of the last reply."""
        assert self.last is not None, "nothing was said yet"
        buttons = [button for row in self.last.buttons for button in row]
        for button in buttons:
            if label in button.label:
                return button
        raise AssertionError(f"no button {label!r} among {[each.label for each in buttons]}")

    async def dialogue(self, script: str) -> None:
        """Play a script; see the head of this file."""
        rest = ""
        for line in filter(None, map(str.strip, script.splitlines())):
            mark, said = line[0], line[1:].strip()
            if mark == ">":
                pressed = said.startswith("[") and said.endswith("]")
                reply = await (self.presses(said[1:-1]) if pressed else self.says(said))
                rest = reply.plain
                continue
            assert mark == "<", f"a line begins with > or <: {line!r}"
            assert said in rest, (
                f"after > the reply lacks {said!r}:\n{self.last and self.last.plain}"
            )
            rest = rest[rest.index(said) + len(said) :]

    def at(self, local: str) -> None:
        """Put the clock; `local` is an ISO instant with an offset."""
        self.clock.at = datetime.fromisoformat(local)
