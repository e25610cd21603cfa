"""A rehearsal: an event on a simulated clock, with every message that would be sent.

The file is published, people say what they want to be told of, the file is edited, and the clock
is put from one moment to the next; everything but the clock and the chat is the bot as it runs.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.admins import Admins
from bot.app import UsageError
from bot.clock import StillClock
from bot.conversation import Conversation
from bot.delivery import Courier, Writer
from bot.messages import Address, Message, Reply, Respond, Urgency
from bot.publishing import Edit, Publishing
from bot.questions.index import Index
from bot.schedule.model import Schedule
from bot.schedule.problems import as_text
from bot.schedule.times import day_bounds, to_local, to_utc_anyhow
from bot.schedule.yamlfile import load
from bot.script import Script, TimedEdit
from bot.store import Store, people, subscriptions

PLATFORM = "rehearsal"
ADMIN = Address(platform=PLATFORM, chat="the admin")
BEFORE = timedelta(days=2)

HIGHLIGHTS = Script(people={"a follower of the highlights": ["/highlights"]})
"""What is rehearsed unless told otherwise."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """Something in a rehearsal: a message that leaves, or an edit, of which no `to` is told."""

    at: datetime
    zone: str
    text: str
    to: str | None = None

    def __str__(self) -> str:
        """For people to read."""
        when = f"{to_local(self.at, self.zone):%a %d %b %Y, %H:%M} ({self.zone})"
        if self.to is None:
            return f"=== {when}: {self.text} ==="
        return f"--- {when}, to {self.to} ---\n{self.text}"

    @property
    def record(self) -> dict[str, str | None]:
        """For programs."""
        at = to_local(self.at, self.zone).isoformat()
        return {"at": at, "to": self.to, "text": self.text}


async def rehearse(
    event: str,
    text: bytes,
    script: Script = HIGHLIGHTS,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    language: str = "en",
) -> list[Happened]:
    """Every message to the people of a script and to the admin, in order of time. `text` is
    what the event's file says.

    From two days before the event to its end, unless told otherwise. Raises `UsageError` if the
    text cannot be published, or someone in the script follows nothing.
    """
    loaded = load(text, f"{event}.yaml")
    if loaded.schedule is None:
        raise UsageError(as_text(loaded.problems))
    first, last = _span(loaded.schedule)
    async with _stage(loaded.schedule, text, StillClock(since or first), language) as stage:
        for name, says in script.people.items():
            await stage.meet(name, says)
        for edit in script.edits:
            at = to_utc_anyhow(edit.at, stage.zone)
            if at < (until or last):
                await stage.edit(edit, at)
        await stage.play(until or last)
        return stage.happened


class _Stage:
    """The bot, with a chat that keeps what it is given."""

    platform = PLATFORM

    def __init__(
        self, schedule: Schedule, file: Path, store: Store, clock: StillClock, language: str
    ) -> None:
        self.happened: list[Happened] = []
        self.zone = schedule.event.timezone
        self._file = file
        self._store = store
        self._clock = clock
        self._publishing = Publishing(
            store=store, folder=file.parent, clock=clock, on_edit=self._tell
        )
        self._conversation = Conversation(
            store=store, index=self._index, clock=clock, language=language
        )
        self._admins = Admins(store=store, chats=[self], addresses=[ADMIN], clock=clock)
        self._courier = Courier(
            store=store,
            chats={PLATFORM: self},
            clock=clock,
            writer=Writer(language),
            programme=self._publishing.programme,
        )
        self._publishing.listeners.append(self._courier.publish)

    async def opens(self) -> None:
        """The file is published for the first time."""
        await self._publishing.read()
        self._words = Index(self._publishing.programme)

    async def meet(self, name: str, says: list[str]) -> None:
        """Someone writes to the bot."""
        address = Address(platform=PLATFORM, chat=name)
        for number, text in enumerate(says):
            message = Message(
                address=address, id=str(number), sender=name, text=text, sent=self._clock()
            )
            await self._conversation.respond(message)
        person = await self._store.do(people.find_or_create, address, self._clock())
        if not await self._store.do(subscriptions.subscriptions_of, person.id):
            raise UsageError(
                f"{name} follows nothing after saying {'; '.join(says)!r}: let a --script name "
                "people, and what they say to follow something"
            )

    async def edit(self, edit: TimedEdit, at: datetime) -> None:
        """Up to that moment all goes on; then the file is saved with an edit in it."""
        await self.play(at)
        self._happens(edit.why or "the schedule is edited")
        _save(self._file, edit.of(self._file.read_bytes()), at)
        await self._publishing.read()

    async def play(self, until: datetime) -> None:
        """Deliver all that is due up to a moment."""
        await self._courier.rehearse(self._clock, until)

    async def run(self, respond: Respond) -> None:
        """Nobody writes by itself."""

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Keep it."""
        self._happens(reply.plain, address.chat)
        return str(len(self.happened))

    async def close(self) -> None:
        """Nothing is held open."""

    def _happens(self, text: str, to: str | None = None) -> None:
        self.happened.append(Happened(at=self._clock(), zone=self.zone, text=text, to=to))

    async def _tell(self, edit: Edit) -> None:
        await self._admins.tell(edit)

    def _index(self) -> Index:
        return self._words


@asynccontextmanager
async def _stage(
    schedule: Schedule, text: bytes, clock: StillClock, language: str
) -> AsyncIterator[_Stage]:
    """A stage with a folder and a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "schedules" / f"{schedule.event.id}.yaml"
        _save(file, text, clock())
        store = await Store.open(f"sqlite:///{folder}/rehearsal.db")
        try:
            stage = _Stage(schedule, file, store, clock, language)
            await stage.opens()
            yield stage
        finally:
            await store.close()


def _save(file: Path, text: bytes, at: datetime) -> None:
    """Write a file as if at that moment: nobody is still typing."""
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text)
    os.utime(file, (at.timestamp(), at.timestamp()))


def _span(schedule: Schedule) -> tuple[datetime, datetime]:
    event = schedule.event
    start, _ = day_bounds(event.first_day, event.timezone)
    _, end = day_bounds(event.last_day, event.timezone)
    return start - BEFORE, end
