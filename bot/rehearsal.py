"""A rehearsal: an event on a simulated clock, with every message that would be sent."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import UsageError, Words
from bot.clock import StillClock
from bot.delivery import Courier
from bot.messages import Address, Reply, Respond, Urgency
from bot.schedule.model import Programme, Schedule
from bot.schedule.targets import Kind, Target
from bot.schedule.times import day_bounds, to_local
from bot.store import Store, people, subscriptions

FOLLOWER = Address(platform="rehearsal", chat="follower of the highlights")
BEFORE = timedelta(days=2)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One message of a rehearsal, and the instant at which it leaves."""

    at: datetime
    address: Address
    reply: Reply
    zone: str

    @property
    def text(self) -> str:
        """For people to read."""
        local = to_local(self.at, self.zone)
        return f"--- {local:%a %d %b %Y, %H:%M} ({self.zone}) ---\n{self.reply.plain}"

    @property
    def record(self) -> dict[str, str]:
        """For programs."""
        return {
            "at": to_local(self.at, self.zone).isoformat(),
            "to": self.address.chat,
            "text": self.reply.plain,
        }


class _Recorder:
    """A chat that keeps what it is given."""

    platform = FOLLOWER.platform

    def __init__(self, clock: StillClock, zone: str) -> None:
        self.sent: list[Sent] = []
        self._clock = clock
        self._zone = zone

    async def run(self, respond: Respond) -> None:
        """Nobody writes."""

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Keep it."""
        self.sent.append(Sent(at=self._clock(), address=address, reply=reply, zone=self._zone))
        return str(len(self.sent))

    async def close(self) -> None:
        """Nothing is held open."""


async def rehearse(
    programme: Programme,
    event: str,
    since: datetime | None,
    until: datetime | None,
    language: str,
) -> list[Sent]:
    """Every message to someone who follows the highlights of an event, in order of time.

    From two days before the event to its end, unless told otherwise. Raises `UsageError` if
    there is no such event.
    """
    schedule = programme.schedule(event)
    if schedule is None:
        known = ", ".join(each.event.id for each in programme.schedules)
        raise UsageError(f"there is no event {event!r}; there is: {known}")
    first, last = _span(schedule)
    clock = StillClock(since or first)
    recorder = _Recorder(clock, schedule.event.timezone)
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(f"sqlite:///{Path(folder) / 'rehearsal.db'}")
        try:
            person = await store.do(people.find_or_create, FOLLOWER, clock())
            target = Target(kind=Kind.HIGHLIGHTS, event=event)
            await store.do(subscriptions.subscribe, person.id, target, clock())
            words = Words(language)
            courier = Courier(
                store=store,
                chats={recorder.platform: recorder},
                clock=clock,
                render=words.reminder,
                render_notice=words.notice,
                render_digest=words.digest,
                programme=programme,
            )
            await courier.rehearse(clock, until or last)
        finally:
            await store.close()
    return recorder.sent


def _span(schedule: Schedule) -> tuple[datetime, datetime]:
    event = schedule.event
    start, _ = day_bounds(event.first_day, event.timezone)
    _, end = day_bounds(event.last_day, event.timezone)
    return start - BEFORE, end
