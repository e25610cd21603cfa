"""What a delivery says at the moment at which it leaves, and whether it is still owed then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial

from bot.delivery.notices import Newsroom
from bot.delivery.writer import Writer
from bot.messages import ChatError, Failure, Reply
from bot.reminders.daily import sessions_of
from bot.reminders.notices import concerning
from bot.reminders.owed import Delivery, Owed, Stale, borne_out, still_true
from bot.schedule.model import Programme, Session
from bot.schedule.targets import Target
from bot.store.deliveries import Judge

BEHIND = 5.0
"""Seconds that a notice waits here for what another process has published and planned."""


class Letters:
    """Judges and words deliveries by a programme; `targets` gives by which targets a session is
    followed."""

    def __init__(
        self,
        programme: Programme,
        *,
        writer: Writer,
        newsroom: Newsroom,
        targets: Callable[[Session], tuple[Target, ...]],
    ) -> None:
        self._programme = programme
        self._writer = writer
        self._newsroom = newsroom
        self._targets = targets
        self._decided = programme
        self._swapped = asyncio.Event()

    def publish(self, programme: Programme) -> None:
        """Judge and word by this programme from now on."""
        self._programme = programme

    def decided(self, programme: Programme) -> None:
        """From now on `targets` knows whom the sessions of this programme concern."""
        self._decided = programme
        self._swapped.set()
        self._swapped = asyncio.Event()

    def judge(self, now: datetime) -> Judge:
        """Whether deliveries are still true now. A crowd is told of few sessions, so what
        selects each is found once."""
        known: dict[str, Collection[Target]] = {}

        def targets(session: Session) -> Collection[Target]:
            if session.key not in known:
                known[session.key] = frozenset(self._targets(session))
            return known[session.key]

        return partial(still_true, programme=self._programme, now=now, targets=targets)

    async def word(self, delivery: Delivery, now: datetime) -> Reply | Stale:
        """The text of a delivery as of now. Raises `ChatError` if it has to wait for another
        process, `StoreError`."""
        if delivery.kind is Owed.NOTICE:
            return await self._notice(delivery, now)
        programme = self._programme
        if delivery.kind is Owed.DIGEST:
            day = sessions_of(programme, delivery.start, delivery.start + delivery.lead)
            mine = [each for each in day if set(delivery.because).intersection(self._targets(each))]
            return self._writer.digest(delivery, mine, programme, now) if mine else Stale.EMPTY
        session = borne_out(delivery, programme, now)  # an edit may just have been published
        if isinstance(session, Stale):
            return session
        return self._writer.reminder(delivery, session, programme.of(session), now)

    async def _notice(self, delivery: Delivery, now: datetime) -> Reply | Stale:
        news = await self._newsroom.news(delivery.about)
        if news is None or not await self._caught_up(delivery.about):
            return Stale.GONE
        changes = concerning(news.changes, delivery.because, self._programme, now, self._targets)
        if not changes:
            return Stale.SUPERSEDED
        return self._writer.notice(delivery, changes, news, now)

    async def _caught_up(self, about: str) -> bool:
        """Whether the event of a publication is here, once it is decided here whom that
        publication or a later one concerns. Raises `ChatError` if that takes too long."""
        event, _, number = about.partition("@")
        try:
            async with asyncio.timeout(BEHIND):
                while here := self._decided.schedule(event):
                    if here.number >= int(number):
                        return True
                    await self._swapped.wait()
        except TimeoutError:
            reason = "published by another process and not in force here"
            raise ChatError(Failure.BUSY, reason, retry_after=BEHIND) from None
        return False
