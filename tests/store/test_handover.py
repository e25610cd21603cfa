"""Whatever becomes of a person's preference meanwhile: everything comes, and comes once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import Address
from bot.reminders.due import due_moments
from bot.schedule.targets import Target, TargetKind, targets_of
from bot.store import deliveries, people, planning, profiles, subscriptions
from bot.store.deliveries import Outcome
from bot.store.planning import Owing
from bot.store.tables import metadata
from tests.programmes import HOUR, NINE, programme, session

NOW = datetime(2018, 11, 13, 7, 30, tzinfo=UTC)
EVENT = Target(kind=TargetKind.EVENT, event="e")
CHATS = {each: Address(platform=each, chat="1") for each in ("telegram", "matrix")}

STEPS = st.one_of(
    st.tuples(st.just("plan"), st.sampled_from("abc")),
    st.tuples(st.just("send"), st.sampled_from(sorted(CHATS))),
    st.tuples(st.just("prefer"), st.sampled_from(sorted(CHATS))),
    st.tuples(st.just("mute"), st.sampled_from(sorted(CHATS))),
    st.tuples(st.just("write"), st.sampled_from(sorted(CHATS))),
)


class Life:
    """A person on two chats, and what was sent to them."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.planned: set[str] = set()
        self.sent: Counter[str] = Counter()
        one, other = (people.find_or_create(connection, each, NOW).id for each in CHATS.values())
        subscriptions.subscribe(connection, one, EVENT, NOW)
        self.id = profiles.join(connection, one, other)

    def plan(self, id: str) -> None:
        """The reminder of a session is due, or due again after a crash."""
        about = session(id)
        (due,) = (each for each in due_moments(programme(about)) if each.lead == HOUR)
        reached = any(
            each.preferred and not each.muted
            for each in profiles.reaches(self._connection, self.id)
        )
        if reached:
            self.planned.add(about.key)
        planning.plan(self._connection, Owing.of(due, (HOUR,)), targets_of(about))

    def send(self, platform: str) -> None:
        """What is owed there leaves."""
        owed, _ = deliveries.claim(self._connection, platform, NINE, 99, lambda *_: (EVENT,))
        deliveries.settle(
            self._connection,
            [Outcome(delivery=each, state="sent", settled=NINE) for each in owed],
        )
        self.sent.update(each.about for each in owed)

    def prefer(self, platform: str) -> None:
        """They want reminders there."""
        profiles.prefer(self._connection, self.id, [CHATS[platform]])

    def mute(self, platform: str) -> None:
        """They block the bot there, unless that is the last way to them."""
        reaches = profiles.reaches(self._connection, self.id)
        if all(not each.muted for each in reaches):
            people.mute(self._connection, CHATS[platform])

    def write(self, platform: str) -> None:
        """They write there, and can be reached again."""
        people.find_or_create(self._connection, CHATS[platform], NOW)


@pytest.fixture(scope="module")
def engine() -> Iterator[sa.Engine]:
    """A database in memory."""
    engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    metadata.create_all(engine)
    yield engine
    engine.dispose()


@settings(deadline=None, max_examples=50)
@given(steps=st.lists(STEPS, max_size=14))
def test_everything_comes_once(engine: sa.Engine, steps: Sequence[tuple[str, str]]) -> None:
    """Through changes of preference, blocked chats and repeated planning."""
    with engine.connect() as connection:
        life = Life(connection)
        for step, what in steps:
            getattr(life, step)(what)
        for platform in CHATS:
            life.write(platform)
            life.prefer(platform)
            life.send(platform)
        assert life.sent == dict.fromkeys(life.planned, 1)
        connection.rollback()
