"""A bot with a programme, a store and a still clock, and someone at each kind of chat."""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import StillClock
from bot.conversation import Conversation
from bot.questions.index import Index
from bot.schedule.model import Programme, Room, Session, Text
from bot.schedule.targets import Target
from bot.store import Store, people, subscriptions
from tests.contract.someone import Someone
from tests.contract.telegram import OnTelegram, on_telegram
from tests.contract.terminal import AtTerminal, at_terminal
from tests.matrix.homeserver import Homeserver
from tests.programmes import NINE, schedule, session

KINDS: dict[str, type[Someone]] = {"terminal": AtTerminal, "telegram": OnTelegram}
if sys.version_info < (3, 13):  # as in tests/matrix: the other client is not there
    from tests.contract.matrix import OnMatrix, on_matrix

    KINDS["matrix"] = OnMatrix

JOIN = "https://meet.example.org/opening?a=1&b=2"
TITLE = "Opening & <Welcome> of *all*"
TALKS = 80


def _programme() -> Programme:
    """An opening, and after it a day of many talks."""
    opening = session("opening", room="hall", join=JOIN, code="OP 1")
    talks = [
        session(f"talk-{number}", NINE + timedelta(days=1, minutes=number))
        for number in range(1, TALKS + 1)
    ]
    known = schedule(replace(opening, title=Text(TITLE)), *talks)
    return Programme(schedules=(replace(known, rooms=(Room(id="hall", name=Text("Hall")),)),))


@dataclass(kw_only=True)
class Stage:
    """The bot of a test, and who talks to it."""

    someone: Someone
    store: Store
    clock: StillClock
    programme: Programme

    @property
    def opening(self) -> Session:
        """The one session with everything."""
        found = self.programme.session("e/opening")
        assert found is not None
        return found

    async def follows(self) -> list[Target]:
        """What the person follows, as the store has it."""
        person = await self.store.do(people.find, self.someone.address)
        assert person is not None
        followed = await self.store.do(subscriptions.subscriptions_of, person.id)
        return [each.target for each in followed]


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which chat it is."""
    return str(request.param)


@pytest.fixture
async def stage(
    kind: str, request: pytest.FixtureRequest, sqlite_file: Path, tmp_path: Path
) -> AsyncIterator[Stage]:
    """The morning before the opening, on one kind of chat."""
    store = await Store.open(f"sqlite:///{shutil.copy(sqlite_file, tmp_path / 'bot.db')}")
    clock = StillClock(NINE - timedelta(hours=1))
    programme = _programme()
    index = Index(programme)
    conversation = Conversation(store=store, index=lambda: index, clock=clock)

    def chat() -> AbstractAsyncContextManager[Someone]:
        if kind == "terminal":
            return at_terminal(conversation.respond, clock, tmp_path)
        if kind == "telegram":
            return on_telegram(conversation.respond, clock)
        homeserver: Homeserver = request.getfixturevalue("homeserver")
        return on_matrix(conversation.respond, homeserver, tmp_path)

    async with chat() as someone:
        yield Stage(someone=someone, store=store, clock=clock, programme=programme)
    await store.close()
