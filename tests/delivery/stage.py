"""A stage for the courier: people who follow things, a chat that records and fails on demand,
and a clock that stands still until it is moved."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.clock import Clock, StillClock
from bot.delivery import Courier, News, Writer
from bot.indexing import Indexing
from bot.messages import Address, ChatError, Reply, Respond, Span, Urgency
from bot.reminders.leads import Leads, format_lead
from bot.reminders.owed import Delivery
from bot.schedule.diff import SessionChange
from bot.schedule.model import Programme, Schedule, Session
from bot.schedule.targets import Target, TargetKind, targets_of
from bot.store import Store, deliveries, people, subscriptions

HIGHLIGHTS = Target(kind=TargetKind.HIGHLIGHTS, event="e")
EVENT = Target(kind=TargetKind.EVENT, event="e")


def target(id: str) -> Target:
    """A session, as a target."""
    return Target(kind=TargetKind.SESSION, event="e", value=id)


def address(chat: str) -> Address:
    """A chat of the stage's platform."""
    return Address(platform="stage", chat=chat)


class Recorder:
    """A chat that keeps what it sends. `fails` are raised one for each call, None to succeed;
    `during` runs while a call is under way."""

    platform = "stage"

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.keys: list[str] = []
        self.urgencies: list[Urgency] = []
        self.fails: deque[Exception | None] = deque()
        self.during: Callable[[], Awaitable[None]] | None = None

    async def run(self, respond: Respond) -> None:
        """Nobody writes."""

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Keep `chat: text`, or fail."""
        if self.during is not None:
            await self.during()
        failure = self.fails.popleft() if self.fails else None
        if failure is not None:
            raise failure
        self.sent.append(f"{address.chat}: {reply.plain}")
        self.keys.append(key)
        self.urgencies.append(urgency)
        return str(len(self.sent))

    async def close(self) -> None:
        """Nothing to let go of."""

    def take(self) -> list[str]:
        """What was sent since this was last asked."""
        taken, self.sent = self.sent, []
        return taken


class Terse(Writer):
    """Writes what is sent in a word or two."""

    def reminder(
        self, delivery: Delivery, session: Session, schedule: Schedule, now: datetime
    ) -> Reply:
        """`a 10m`, the lead being what is really left, and `late` if it is."""
        left = (session.start or delivery.start) - now
        sign = "-" if left < timedelta(0) else ""
        text = f"{session.id} {sign}{format_lead(abs(left))}{' late' if delivery.late(now) else ''}"
        return Reply(lines=((Span(text=text),),))

    def notice(
        self, delivery: Delivery, changes: Sequence[SessionChange], news: News, now: datetime
    ) -> Reply:
        """`a later, b cancelled`."""
        text = ", ".join(f"{change.id} {change.what[0]}" for change in changes)
        return Reply(lines=((Span(text=text),),))

    def digest(
        self, delivery: Delivery, sessions: Sequence[Session], programme: Programme, now: datetime
    ) -> Reply:
        """`day a b`."""
        return Reply(lines=((Span(text=" ".join(["day", *(each.id for each in sessions)])),),))


class Undecided:
    """In the place of `Indexing`: whom sessions concern is not known before it is decided for the
    programme that they are of. `during` runs while it is being decided."""

    def __init__(self, programme: Programme) -> None:
        self.during: Callable[[], Awaitable[None]] | None = None
        self._decided = programme

    def targets(self, session: Session) -> tuple[Target, ...]:
        """By which targets a session is followed."""
        known = self._decided.session(session.key) == session
        return targets_of(session) if known else ()

    async def decide(self, programme: Programme) -> None:
        """Decides, unless another one is published meanwhile."""
        during, self.during = self.during, None
        if during is None:
            self._decided = programme
        else:
            await during()


def courier(
    store: Store,
    chat: Recorder,
    clock: Clock,
    programme: Programme,
    *,
    resend: bool = True,
    rate: float | None = None,
    indexing: Indexing | Undecided | None = None,
) -> Courier:
    """A courier of that chat alone, which sends so many messages a second. `indexing` finds
    what saved questions select."""
    return Courier(
        store=store,
        chats={chat.platform: chat},
        clock=clock,
        writer=Terse("en"),
        programme=programme,
        resend_ambiguous=resend,
        rates={chat.platform: rate} if rate else None,
        targets=indexing.targets if indexing else targets_of,
        decide=indexing.decide if indexing else None,
    )


class Stage:
    """A courier with a still clock, and what happens around it."""

    def __init__(self, store: Store, clock: StillClock, programme: Programme) -> None:
        self.store = store
        self.clock = clock
        self.chat = Recorder()
        self.courier = courier(store, self.chat, clock, programme)

    async def follow(self, chat: str, *targets: Target, leads: Leads | None = None) -> int:
        """Someone follows these; the number of the person."""
        person = await self.store.do(people.find_or_create, address(chat), self.clock())
        for each in targets:
            await self.store.do(subscriptions.subscribe, person.id, each, self.clock(), leads=leads)
        return person.id

    async def at(self, moment: datetime) -> list[str]:
        """What is sent when the clock shows that moment."""
        self.clock.at = moment
        await self.courier.step()
        return self.chat.take()

    async def restart(self, *, resend: bool = True, rate: float | None = None) -> None:
        """Another life of the bot, with the programme of this one."""
        programme = self.courier.programme
        self.courier = courier(
            self.store, self.chat, self.clock, programme, resend=resend, rate=rate
        )

    async def counts(self) -> dict[str, int]:
        """Deliveries by state and reason."""
        return await self.store.do(deliveries.counts)


def failing(*failures: ChatError | None) -> deque[Exception | None]:
    """Failures for a recorder."""
    return deque(failures)
