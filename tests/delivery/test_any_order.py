"""Whatever happens in whatever order: exactly what is owed is sent.

The oracle knows nothing of tables, watermarks or jobs. It keeps what each person follows, looks
at every minute that passed, and says who is owed what.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from bot.clock import StillClock
from bot.messages import ChatError, Failure
from bot.schedule.model import Session, Status
from bot.schedule.targets import Target
from bot.store import Store, people, subscriptions
from bot.store.tables import metadata
from tests.delivery.stage import EVENT, HIGHLIGHTS, Stage, address, target
from tests.programmes import HOUR, TEN_MINUTES, programme, session

BEGIN = datetime(2018, 11, 12, 6, tzinfo=UTC)
DEFAULT = (HOUR, TEN_MINUTES)
MINUTE = timedelta(minutes=1)

CHATS = st.sampled_from(["ann", "bo", "cy"])
IDS = st.sampled_from(["a", "b"])
TARGETS = st.sampled_from([target("a"), target("b"), EVENT, HIGHLIGHTS])
SPANS = st.sampled_from([5, 10, 25, 60, 90, 1440]).map(lambda count: count * MINUTE)
LEADS = st.none() | st.sets(SPANS, min_size=1, max_size=3).map(
    lambda leads: tuple(sorted(leads, reverse=True))
)
STARTS = st.one_of(
    st.integers(0, 60).map(lambda count: BEGIN + count * 30 * MINUTE),
    st.sampled_from([date(2018, 11, 12), date(2018, 11, 13)]),
    st.none(),
)


class Moment(NamedTuple):
    """What a session's reminders count back from; `timed` unless only its day is known."""

    start: datetime
    timed: bool


class Debt(NamedTuple):
    """A reminder that someone is owed."""

    chat: str
    id: str
    moment: Moment
    lead: timedelta


@dataclass
class Follower:
    """A person of the oracle."""

    leads: tuple[timedelta, ...] | None = None
    muted: bool = False
    follows: dict[Target, tuple[timedelta, ...] | None] = field(default_factory=dict)


class AnyOrder(RuleBasedStateMachine):
    """People, admins, the network and crashes, against the clock."""

    store: Store
    loop: asyncio.AbstractEventLoop

    def __init__(self) -> None:
        super().__init__()
        self.run(self.store.do(_empty))
        self.sessions = {"a": session("a", BEGIN + 3 * HOUR), "b": session("b", None)}
        self.people: dict[str, Follower] = {}
        self.clock = StillClock(BEGIN)
        self.seen = BEGIN
        self.pending: set[Debt] = set()
        self.planned: set[Debt] = set()
        self.down = False
        self.stage = Stage(self.store, self.clock, programme(*self.sessions.values()))
        self.stage.chat.during = self.network
        self.run(self.stage.courier.step())

    def run(self, work: Any) -> Any:
        """Run something of the bot's."""
        return self.loop.run_until_complete(work)

    async def network(self) -> None:
        """It may be down."""
        if self.down:
            raise ChatError(Failure.BUSY, "slow down", retry_after=1)

    # What can happen

    @rule(chat=CHATS, followed=TARGETS, leads=LEADS)
    def subscribe(self, chat: str, followed: Target, leads: tuple[timedelta, ...] | None) -> None:
        """Writing lifts a mute."""
        follower = self.people.setdefault(chat, Follower())
        follower.muted = False
        follower.follows[followed] = leads or follower.follows.get(followed)
        self.run(self.stage.follow(chat, followed, leads=leads))

    @rule(chat=CHATS, followed=TARGETS)
    def unsubscribe(self, chat: str, followed: Target) -> None:
        """Of one thing."""
        if chat in self.people:
            self.people[chat].follows.pop(followed, None)
            self.run(self.store.do(subscriptions.unsubscribe, self.number(chat), followed))

    @rule(chat=CHATS, leads=LEADS)
    def choose_leads(self, chat: str, leads: tuple[timedelta, ...] | None) -> None:
        """For everything, or the event's again."""
        if chat in self.people:
            self.people[chat].leads = leads
            self.run(self.store.do(people.set_leads, self.number(chat), leads))

    @rule(chat=CHATS)
    def block(self, chat: str) -> None:
        """The address is muted."""
        if chat in self.people:
            self.people[chat].muted = True
            self.run(self.store.do(people.mute, address(chat)))

    @rule(id=IDS, start=STARTS, off=st.booleans(), featured=st.booleans())
    def edit(self, id: str, start: datetime | date | None, off: bool, featured: bool) -> None:
        """A session is moved, called off, put on again."""
        status = Status.CANCELLED if off else Status.SCHEDULED
        self.sessions[id] = session(id, start, status=status, featured=featured)
        self.stage.courier.publish(programme(*self.sessions.values()))

    @rule(down=st.booleans())
    def change_network(self, down: bool) -> None:
        """It goes or comes."""
        self.down = down

    @rule()
    def crash(self) -> None:
        """The bot dies and starts again; what was to be sent is still to be sent."""
        self.run(self.stage.restart())

    @rule(minutes=st.integers(1, 200))
    def crash_after_planning(self, minutes: int) -> None:
        """The same, in the worst moment."""
        self.pass_time(minutes)
        self.run(self.stage.courier.plan())
        self.run(self.stage.restart())

    @rule(minutes=st.integers(1, 200) | st.integers(200, 2000))
    def wait(self, minutes: int) -> None:
        """Time passes, and the bot looks what is due."""
        self.pass_time(minutes)
        sent = self.run(self.stage.at(self.clock()))
        self.pending = {debt for debt in self.pending if self.still_owed(debt)}
        if self.down:
            assert sent == []
        else:
            expected = sorted(f"{debt.chat} {debt.id}" for debt in self.pending)
            assert sorted(text.replace(":", "").rsplit(" ", 1)[0] for text in _bare(sent)) == (
                expected
            )
            self.pending.clear()

    # The oracle

    def pass_time(self, minutes: int) -> None:
        """Who is owed what for the minutes that pass."""
        self.clock.at += minutes * MINUTE
        now = self.clock()
        for each in self.sessions.values():
            for moment, lead in _moments(each):
                if self.seen < moment.start - lead <= now < _end(each):
                    for chat in self.people:
                        debt = Debt(chat, each.id, moment, lead)
                        if not self.people[chat].muted and self.wants(debt, each):
                            self.pending.add(debt)
                            self.planned.add(debt)
        self.seen = now

    def still_owed(self, debt: Debt) -> bool:
        """Whether it is true now, and nothing newer of the session was due."""
        each = self.sessions[debt.id]
        newer = any(other[:3] == debt[:3] and other.lead < debt.lead for other in self.planned)
        return (
            not newer
            and not self.people[debt.chat].muted
            and debt.moment in {moment for moment, _ in _moments(each)}
            and self.clock() < _end(each)
            and self.wants(debt, each)
        )

    def wants(self, debt: Debt, each: Session) -> bool:
        """Whether the person follows the session with that lead."""
        follower = self.people[debt.chat]
        selecting = {target(each.id), EVENT, *([HIGHLIGHTS] if each.featured else [])}
        return any(
            each.start is None or debt.lead in (leads or follower.leads or DEFAULT)
            for followed, leads in follower.follows.items()
            if followed in selecting
        )

    def number(self, chat: str) -> int:
        """Of the person in the store."""
        person = self.run(self.store.do(people.find, address(chat)))
        return int(person.id)


def _bare(sent: list[str]) -> list[str]:
    return [text.removesuffix(" late") for text in sent]


def _moments(each: Session) -> Iterator[tuple[Moment, timedelta]]:
    """Moment and lead of every reminder that anyone could get of a session. In November it is
    8:00 in Paris at 7:00."""
    if each.status is Status.CANCELLED or each.day is None:
        return
    if each.start is None:
        at = datetime(each.day.year, each.day.month, each.day.day, 7, tzinfo=UTC)
        morning = Moment(at, timed=False)
        yield from ((morning, timedelta(days=1)), (morning, timedelta(0)))
    else:
        for count in (5, 10, 25, 60, 90, 1440):
            yield Moment(each.start, timed=True), count * MINUTE


def _end(each: Session) -> datetime:
    if each.end is not None:
        return each.end
    assert each.day is not None
    return datetime(each.day.year, each.day.month, each.day.day, 23, tzinfo=UTC)


def _empty(connection: sa.Connection) -> None:
    for table in reversed(metadata.sorted_tables):
        connection.execute(sa.delete(table))


def test_any_order(database: str) -> None:
    """No order of events makes the bot lose, double or send what is not owed."""
    loop = asyncio.new_event_loop()
    store = loop.run_until_complete(Store.open(database))
    machine = type("AnyOrder", (AnyOrder,), {"store": store, "loop": loop})
    examples = 60 if database.startswith("sqlite") else 15
    try:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=examples,
                stateful_step_count=30,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        loop.run_until_complete(store.close())
        loop.close()
