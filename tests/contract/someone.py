"""Someone at a chat, whatever chat it is: what they do there, and what they hear.

A dialogue is a script. A line with `>` is written (in brackets: a choice is taken); the lines with
`<` after it must be heard, in this order.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from bot.messages import Address, Chat, Failure


class Someone(ABC):
    """A person at one chat, and the adapter that serves them. `failures` are the ways in which
    sending can fail there."""

    failures: ClassVar[tuple[Failure, ...]] = ()
    chat: Chat
    address: Address

    @abstractmethod
    async def says(self, *texts: str) -> None:
        """Write, one text after the other without waiting for answers."""

    @abstractmethod
    async def presses(self, label: str) -> None:
        """Take the choice with that label: press its button, or type its number."""

    @abstractmethod
    def heard(self) -> str:
        """The bot's words since the person last said or pressed something."""

    @abstractmethod
    async def waits(self) -> None:
        """Returns when there may be something new."""

    @abstractmethod
    async def takes_file(self) -> tuple[str, bytes]:
        """Name and content of the file that came since, once one has come."""

    async def fails(self, failure: Failure) -> None:
        """Bring about that the next message to this person fails in that way."""
        raise NotImplementedError(f"{failure} does not happen here")

    async def mends(self) -> None:
        """Undo that."""
        raise NotImplementedError("nothing fails here")

    async def hears(self, *fragments: str) -> str:
        """What the bot says, once every fragment is in it, in this order."""
        while (missing := _missing(self.heard(), fragments)) is not None:
            try:
                await self.waits()
            except TimeoutError:
                raise AssertionError(
                    f"{missing!r} was not said in order:\n{self.heard()}"
                ) from None
        return self.heard()

    async def dialogue(self, script: str) -> None:
        """Play a script; see the head of this file."""
        expected: list[str] = []
        for line in filter(None, map(str.strip, script.splitlines())):
            mark, said = line[0], line[1:].strip()
            if mark == "<":
                expected.append(said)
                continue
            assert mark == ">", f"a line begins with > or <: {line!r}"
            await self.hears(*expected)
            expected.clear()
            if said.startswith("[") and said.endswith("]"):
                await self.presses(said[1:-1])
            else:
                await self.says(said)
        await self.hears(*expected)


def _missing(text: str, fragments: tuple[str, ...]) -> str | None:
    at = 0
    for fragment in fragments:
        found = text.find(fragment, at)
        if found < 0:
            return fragment
        at = found + len(fragment)
    return None
