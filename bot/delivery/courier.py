"""Planning what is due, at the moment at which it is.

Planning is driven by the watermark: whatever became due since the last planned instant is
planned, however late the wake-up. APScheduler only sees to it that a wake-up is not late: one
job for each distinct due moment, never one for a person. Since it sleeps until an hour of the
wall clock, which may be set back meanwhile, the courier also looks every second by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock, StillClock, wait_for
from bot.delivery.crowds import HORIZON, Crowds, Wanted
from bot.delivery.housekeeping import Housekeeping
from bot.delivery.letters import Letters
from bot.delivery.notices import Newsroom
from bot.delivery.outbox import Outbox
from bot.delivery.wishes import Moment, Wishes
from bot.delivery.writer import Writer
from bot.messages import Chat
from bot.reminders.daily import USE, Morning
from bot.reminders.due import Due, between
from bot.reminders.notices import concerned, urgent
from bot.schedule.model import Programme, Session
from bot.schedule.targets import Target, targets_of
from bot.store import Store, StoreError, planning, schedules, subscriptions, watermark
from bot.store.schedules import Publication

WAKE = timedelta(seconds=1)
"""Between looks, by the monotonic clock: without them, a stepped wall clock or a suspended
machine would make it late by as much."""

GRACE = 10.0
"""Seconds that calls in flight have to end when the bot is stopped."""

log = structlog.get_logger()


class Courier:
    """Plans what is due in a programme, and has it sent by the chats."""

    def __init__(
        self,
        *,
        store: Store,
        chats: Mapping[str, Chat],
        clock: Clock,
        writer: Writer,
        programme: Programme,
        resend_ambiguous: bool = True,
        rates: Mapping[str, float] | None = None,
        targets: Callable[[Session], tuple[Target, ...]] = targets_of,
        decide: Callable[[Programme], Awaitable[None]] | None = None,
    ) -> None:
        """`chats` are by platform, as are `rates`: how many messages a second one sends, if that
        is not many. `targets` gives by which targets a session is followed, once
        `decide` has settled that for a programme."""
        self.programme = programme
        self._store = store
        self._clock = clock
        self._targets = targets
        self._decide = decide
        self._newsroom = Newsroom(store)
        self._letters = Letters(programme, writer=writer, newsroom=self._newsroom, targets=targets)
        self._crowds = Crowds(store, rates or {})
        self._housekeeping = Housekeeping(store)
        self._moments: Sequence[Moment] = ()
        self._wishes = Wishes(set(), set(), set())
        self._until: datetime | None = None
        self._bell = asyncio.Event()
        self._scheduler: AsyncIOScheduler | None = None
        self._outboxes = [
            Outbox(
                chat,
                store=store,
                clock=clock,
                word=self._letters.word,
                judge=self._letters.judge,
                resend_ambiguous=resend_ambiguous,
                rate=(rates or {}).get(platform, 0.0),
            )
            for platform, chat in chats.items()
        ]

    def publish(self, programme: Programme) -> None:
        """Deliver by this programme from now on."""
        self.programme = programme
        self._letters.publish(programme)
        self._rebuild()

    def ring(self) -> None:
        """Look at once whether something is due."""
        self._bell.set()

    async def run(self) -> None:
        """Plan and deliver until cancelled; calls in flight are then let to end."""
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
        )
        self._rebuild()
        self._scheduler.start()
        loops = [asyncio.create_task(self._plan_when_rung())]
        loops += [asyncio.create_task(outbox.serve()) for outbox in self._outboxes]
        try:
            await asyncio.wait(loops)
        finally:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
            loops[0].cancel()
            for outbox in self._outboxes:
                outbox.stop()
            _, late = await asyncio.wait(loops, timeout=GRACE)
            for loop in late:
                loop.cancel()

    async def step(self) -> None:
        """Plan and deliver all that is due by now, then return."""
        await self.plan()
        for outbox in self._outboxes:
            await outbox.drain()

    async def rehearse(self, clock: StillClock, until: datetime) -> None:
        """Put the clock, which must be the courier's own, from one due moment to the next up to
        `until`, and deliver each, as fast as it goes."""
        await self.step()
        while ahead := between(self._moments, clock(), until):
            clock.at = ahead[0].due
            await self.step()
        clock.at = max(until, clock())
        await self.step()

    async def plan(self) -> None:
        """Plan all that became due since it was last done. Raises `StoreError`."""
        now = self._clock()
        wishes, planned, untold = await self._store.do(_look)
        if self._until is None or wishes != self._wishes:
            self._wishes = wishes
            self._rebuild()
        if self._until is None:
            self._until = planned or now
        if now < self._until:  # a clock set back: what was sent is not sent again
            await self._store.do(watermark.hurry_news, now)
            self._until = now
        programme, moments = self.programme, self._moments
        if self._decide is not None:
            await self._decide(programme)
        if programme is not self.programme:  # published meanwhile, and not decided yet
            self._bell.set()
            return
        self._letters.decided(programme)
        await self._plan_notices(untold, programme, now)
        due = between(moments, self._until, now)
        for each in reversed(due):  # or the first of two reminders would leave before the second
            if isinstance(each, Morning):
                await self._plan_digests(each, now)
            elif now < each.start.ends:
                await self._plan(*self._wanted(each, programme))
        if moments is not self._moments:  # published meanwhile: it is all done again
            self._bell.set()
            return
        self._until = now
        await self._plan_crowds(now)
        await self._housekeeping.tidy(now, anyhow=bool(due))

    async def _plan_crowds(self, now: datetime) -> None:
        if self._crowds.is_due(now):
            soon, programme = between(self._moments, now, now + HORIZON), self.programme
            wanted = [self._wanted(each, programme) for each in soon if isinstance(each, Due)]
            await self._crowds.count(wanted, now)
        for owing, targets in self._crowds.begun(now):
            await self._plan(owing, targets)

    def _wanted(self, due: Due, programme: Programme) -> Wanted:
        before = programme.of(due.session).reminders.before
        return planning.Owing.of(due, before), self._targets(due.session)

    async def _plan_notices(
        self, untold: list[Publication], programme: Programme, now: datetime
    ) -> None:
        for each in untold:
            here = programme.schedule(each.event)
            if here is None or here.number < each.number:
                continue  # by another process, and not in force here yet
            news = await self._newsroom.news(f"{each.event}@{each.number}")
            if news is not None:
                owing = planning.Owing.notice(each, now, urgent=urgent(news.changes, now))
                await self._plan(owing, concerned(news.changes, self._targets))
            await self._store.do(schedules.set_told, each.event, each.number)

    async def _plan(self, owing: planning.Owing, targets: Sequence[Target]) -> None:
        targets = await self._store.do(subscriptions.followed, targets)
        place: planning.Place | None = (0, 0) if targets else None
        while place is not None:
            place = await self._store.do(planning.plan, owing, targets, place)
            self._ring_outboxes()

    async def _plan_digests(self, morning: Morning, now: datetime) -> None:
        after: int | None = 0 if now < morning.due + USE else None
        while after is not None:
            after = await self._store.do(planning.plan_digests, morning, after)
            self._ring_outboxes()

    async def _plan_when_rung(self) -> None:
        while True:
            try:
                await self.plan()
            except StoreError as error:
                log.error("nothing can be planned", cause=str(error))
            except Exception:
                log.exception("planning failed")
            self._ring_outboxes()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._bell.wait(), WAKE.total_seconds())
            self._bell.clear()

    def _ring_outboxes(self) -> None:
        for outbox in self._outboxes:
            outbox.bell.set()

    def _rebuild(self) -> None:
        """Find the due moments anew, and wake up at each that is ahead."""
        self._moments = self._wishes.moments(self.programme)
        self._crowds.forget()
        self._bell.set()
        if self._scheduler is None:
            return
        self._scheduler.remove_all_jobs()
        now, wall = self._clock(), datetime.now(UTC)
        for moment in {due.due for due in self._moments if due.due > now}:
            at = wall + wait_for(moment, self._clock)
            self._scheduler.add_job(self._wake, "date", run_date=at)

    async def _wake(self) -> None:
        self._bell.set()


def _look(
    connection: sa.Connection,
) -> tuple[Wishes, datetime | None, list[Publication]]:
    return (
        Wishes.read(connection),
        watermark.planned_until(connection),
        schedules.untold(connection),
    )
