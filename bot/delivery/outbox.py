"""Sending what is planned: claim, call, settle; and what becomes of a call that fails.

Claims and settlings share one transaction, a turn. Turns follow one another as fast as the
database writes, so each takes in all the calls that ended during the one before: under load
they grow, and where few are allowed in flight nothing waits for a timer. Half of what may be in
flight is claimed at a time, so that there are calls to make while the next ones are claimed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import sqlalchemy as sa
import structlog

from bot.clock import Clock
from bot.messages import Chat, ChatError, Failure, Reply
from bot.reminders.owed import Delivery, Stale
from bot.store import Store, StoreError, deliveries
from bot.store.deliveries import Judge, Outcome

IN_FLIGHT = 32
"""Calls of one chat at a time, and so what a crash may at most repeat."""

FEWEST = 8
"""The same for a chat that sends only so many messages a second: as many as leave until one is
answered and settled, and at least these. What has to wait for longer is not begun yet."""

ANSWERED = 0.25
"""Seconds in which a call is usually answered and settled."""

GATHERED = 0.01
"""Seconds in which calls that end are gathered for one turn, where they end by the hundred a
second: a turn for each would take longer than the calls."""

LONGEST_CALL = 120.0
"""Seconds after which a call counts as broken off."""

LONGEST_WAIT = timedelta(minutes=1)
"""Between attempts to reach a server that does not answer."""

log = structlog.get_logger()


class Outbox:
    """What one chat sends: claims the most urgent, calls, and settles."""

    def __init__(
        self,
        chat: Chat,
        *,
        store: Store,
        clock: Clock,
        word: Callable[[Delivery, datetime], Awaitable[Reply | Stale]],
        judge: Callable[[datetime], Judge],
        resend_ambiguous: bool,
        rate: float = 0.0,
    ) -> None:
        """`rate` is how many messages a second the chat sends, if that is known."""
        self.bell = asyncio.Event()
        self._chat = chat
        self._store = store
        self._clock = clock
        self._word = word
        self._judge = judge
        self._resend_ambiguous = resend_ambiguous
        self._slots = max(FEWEST, int(rate * ANSWERED)) if rate else IN_FLIGHT
        self._claimed_at_once = max(FEWEST, self._slots // 2)
        self._gathered = GATHERED if self._slots > IN_FLIGHT else 0.0
        self._ours = False
        self._stopping = False
        self._resting: tuple[datetime, datetime] | None = None
        self._flying: dict[asyncio.Task[None], int] = {}
        self._ended: list[Outcome] = []

    async def serve(self) -> None:
        """Send what is planned whenever the bell rings, until stopped and all calls ended."""
        platform = self._chat.platform
        try:
            while not self._stopping or self._flying or self._ended:
                await self.bell.wait()
                await asyncio.sleep(self._gathered)
                self.bell.clear()
                try:
                    if await self._turn():
                        self.bell.set()
                except StoreError as error:
                    log.error("nothing can be delivered", chat=platform, cause=str(error))
                except Exception:
                    log.exception("delivering failed", chat=platform)
        finally:
            for call in self._flying:
                call.cancel()

    async def drain(self) -> None:
        """Send all that is planned and due, then return."""
        while (more := await self._turn()) or self._flying or self._ended:
            if self._flying and not more:
                await asyncio.wait(self._flying, return_when=asyncio.FIRST_COMPLETED)

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping = True
        self.bell.set()

    async def _turn(self) -> bool:
        """Settle the calls that ended and begin others in their place, in one transaction.

        Tells whether there may be more to begin at once. Raises `StoreError`; what ended is
        then settled at the next turn.
        """
        now = self._clock()
        free = min(self._slots - len(self._flying), self._claimed_at_once)
        if self._stopping or self._rests(now) or not await self._is_ours():
            free = 0
        ended, self._ended = self._ended, []
        try:
            owed, more = await self._store.do(
                _settle_and_claim,
                ended,
                platform=self._chat.platform,
                now=now,
                free=free,
                judge=self._judge(now),
            )
        except StoreError:
            self._ended = ended + self._ended
            raise
        for each in owed:
            call = asyncio.create_task(self._call(each))
            self._flying[call] = each.id
            call.add_done_callback(self._flying.pop)
        return more and len(self._flying) < self._slots

    def _rests(self, now: datetime) -> bool:
        """Whether the server was out of reach just now. A pause that is wholly ahead is from
        before the clock was set back."""
        return self._resting is not None and self._resting[0] <= now < self._resting[1]

    async def _is_ours(self) -> bool:
        """Whether this process sends for the account. When it begins to, what another life of
        the bot left in flight is settled first."""
        platform = self._chat.platform
        try:
            held = await self._store.hold(platform)
        except StoreError:
            self._ours = False
            raise
        if held and not self._ours:
            again = self._resend_ambiguous
            count = await self._store.do(
                deliveries.recover,
                platform,
                self._clock(),
                again=again,
                flying=[*self._flying.values()],
            )
            if count:
                log.warning("stopped while sending", chat=platform, messages=count, again=again)
        self._ours = held
        return held

    async def _call(self, delivery: Delivery) -> None:
        try:
            outcome = await self._send(delivery)
        except Exception as error:  # a mistake in a chat or in a text must not end the others
            log.exception("a delivery failed", about=delivery.about)
            outcome = self._failed(delivery, ChatError(Failure.AMBIGUOUS, type(error).__name__))
        self._ended.append(outcome)
        self.bell.set()

    async def _send(self, delivery: Delivery) -> Outcome:
        try:
            reply = await self._word(delivery, self._clock())
            if isinstance(reply, Stale):
                return Outcome(
                    delivery=delivery, state="stale", settled=self._clock(), reason=reply.value
                )
            async with asyncio.timeout(LONGEST_CALL):
                remote = await self._chat.send(
                    delivery.address, reply, delivery.key, delivery.urgency
                )
        except ChatError as error:
            return self._failed(delivery, error)
        except TimeoutError:
            return self._failed(delivery, ChatError(Failure.AMBIGUOUS, "no answer"))
        self._resting = None
        return Outcome(delivery=delivery, state="sent", settled=self._clock(), remote=remote)

    def _failed(self, delivery: Delivery, error: ChatError) -> Outcome:
        now = self._clock()
        outcome = after_failure(delivery, error, now, resend_ambiguous=self._resend_ambiguous)
        if error.failure is Failure.UNREACHABLE:
            self._resting = now, outcome.not_before or now
        log.warning("not sent", chat=self._chat.platform, about=delivery.about, why=outcome.reason)
        return outcome


def after_failure(
    delivery: Delivery, error: ChatError, now: datetime, *, resend_ambiguous: bool
) -> Outcome:
    """What becomes of a delivery whose call failed.

    Whatever may be tried again is tried until it is no longer true, with growing pauses.
    """
    wait = min(timedelta(seconds=2 ** min(delivery.attempts, 10)), LONGEST_WAIT)
    muted = error.failure is Failure.GONE
    dead = error.failure in (Failure.GONE, Failure.REFUSED) or (
        error.failure is Failure.AMBIGUOUS and not resend_ambiguous
    )
    if error.retry_after is not None:
        wait = timedelta(seconds=error.retry_after)
    if error.failure is Failure.MOVED:
        wait = timedelta(0)
    return Outcome(
        delivery=delivery,
        state="dead" if dead else "planned",
        settled=now,
        not_before=now + wait,
        reason=f"{error.failure}: {error}",
        muted=muted,
        moved_to=error.moved_to,
    )


def _settle_and_claim(
    connection: sa.Connection,
    ended: list[Outcome],
    *,
    platform: str,
    now: datetime,
    free: int,
    judge: Judge,
) -> tuple[list[Delivery], bool]:
    deliveries.settle(connection, ended)
    if free == 0:
        return [], False
    return deliveries.claim(connection, platform, now, free, judge)
