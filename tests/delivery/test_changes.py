"""What an edit changed is told to those whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import StillClock
from bot.messages import ChatError, Failure
from bot.publishing import Edit, Publishing
from bot.store import Store, people, subscriptions
from tests.delivery.stage import EVENT, Stage, address, failing, target
from tests.programmes import HOUR, NINE

BEFORE = NINE - 5 * HOUR

FILE = """
event: {id: e, name: Event, timezone: Europe/Paris, dates: 2018-11-12 to 2018-11-15}
reminders: {before: [1h]}
sessions:
  - {id: a, title: Session A, start: 2018-11-13 10:00, duration: 1h}
  - {id: b, title: Session B, start: 2018-11-13 12:00, duration: 1h}
  - {id: open, title: Session C, start: 2018-11-15}
"""


async def ignore(edit: Edit) -> None:
    """Admins are another test's matter."""


@dataclass
class Office:
    """A stage whose programme comes from a file."""

    stage: Stage
    publishing: Publishing
    file: Path

    async def save(self, old: str, new: str) -> None:
        """Change the file and have it read."""
        text = self.file.read_text()
        assert old in text
        self.file.write_text(text.replace(old, new))
        await self.publishing.read()


@pytest.fixture
async def office(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Ann follows session `a`, Bo the whole event, Cy nothing."""
    monkeypatch.setattr("bot.publishing.folder.SETTLED", 0)
    file = tmp_path / "schedules" / "e.yaml"
    file.parent.mkdir()
    file.write_text(FILE)
    clock = StillClock(BEFORE)

    publishing = Publishing(store=store, folder=file.parent, clock=clock, on_edit=ignore)
    stage = Stage(store, clock, publishing.programme)
    office = Office(stage, publishing, file)
    publishing.listeners.append(stage.courier.publish)
    await publishing.read()
    await stage.follow("ann", target("a"))
    await stage.follow("bo", EVENT)
    await stage.follow("cy")
    assert await stage.at(BEFORE) == []
    return office


async def test_a_move_is_told_to_the_followers(office: Office) -> None:
    """Once, and the reminder comes at the new time."""
    await office.save("10:00", "11:00")
    assert sorted(await office.stage.at(BEFORE)) == ["ann: a later", "bo: a later"]
    assert await office.stage.at(NINE - HOUR) == []
    assert sorted(await office.stage.at(NINE)) == ["ann: a 1h", "bo: a 1h"]


async def test_all_changes_of_a_publication_are_one_message(office: Office) -> None:
    """Each person is told of the sessions that they follow."""
    text = office.file.read_text().replace("10:00", "09:30").replace("Session B", "Session Bee")
    text = text.replace("start: 2018-11-15}", "start: 2018-11-15 15:00}")
    office.file.write_text(text)
    await office.publishing.read()
    assert sorted(await office.stage.at(BEFORE)) == [
        "ann: a earlier",
        "bo: a earlier, open hour-announced",
    ]


async def test_a_session_pulled_forward_past_its_reminder(office: Office) -> None:
    """It is told at once that it starts in a few minutes."""
    await office.stage.at(NINE - 2 * HOUR)
    await office.save("10:00", "08:04")
    assert sorted(await office.stage.at(NINE - 2 * HOUR)) == ["ann: a earlier", "bo: a earlier"]


async def test_a_cancelled_session(office: Office) -> None:
    """It is told, and nothing else comes of it."""
    await office.save("id: a,", "id: a, status: cancelled,")
    assert sorted(await office.stage.at(BEFORE)) == ["ann: a cancelled", "bo: a cancelled"]
    assert await office.stage.at(NINE - HOUR) == []


async def test_a_better_title_is_not_news(office: Office) -> None:
    """Nobody is disturbed for that."""
    await office.save("Session A", "Session A, the first")
    assert await office.stage.at(BEFORE) == []


async def test_notices_outlast_a_crash(office: Office) -> None:
    """Published, and the bot died before anyone was told: the next life of it tells them."""
    await office.save("10:00", "11:00")
    await office.stage.restart()
    assert sorted(await office.stage.at(BEFORE)) == ["ann: a later", "bo: a later"]


async def test_an_edit_while_the_bot_was_down(office: Office) -> None:
    """It is noticed at start, against what was in force before."""
    office.file.write_text(office.file.read_text().replace("10:00", "11:00"))
    publishing = Publishing(
        store=office.stage.store,
        folder=office.file.parent,
        clock=office.stage.clock,
        on_edit=ignore,
    )
    await publishing.recall()
    office.stage.courier.publish(publishing.programme)
    await office.stage.restart()
    publishing.listeners.append(office.stage.courier.publish)
    await publishing.read()
    assert sorted(await office.stage.at(BEFORE)) == ["ann: a later", "bo: a later"]


async def test_an_edit_of_an_edit(office: Office) -> None:
    """Who could not be told of the first is told of what is so in the end, not of both."""
    busy = ChatError(Failure.BUSY, "slow down", retry_after=60)
    office.stage.chat.fails = failing(busy, busy)
    await office.save("10:00", "11:00")
    assert await office.stage.at(BEFORE) == []
    await office.save("11:00", "11:30")
    later = BEFORE + timedelta(minutes=2)
    assert sorted(await office.stage.at(later)) == ["ann: a later", "bo: a later"]
    assert await office.stage.counts() == {"sent": 2, "stale: superseded": 2}


async def test_who_follows_later_is_not_told(office: Office) -> None:
    """A notice is for those who knew it otherwise."""
    await office.save("10:00", "11:00")
    assert len(await office.stage.at(BEFORE)) == 2
    await office.stage.follow("di", EVENT)
    assert await office.stage.at(BEFORE + timedelta(seconds=1)) == []


async def test_who_stops_following_is_not_told(office: Office) -> None:
    """Also when the notice was planned already."""
    await office.save("10:00", "11:00")
    await office.stage.courier.plan()
    for chat in ("ann", "bo"):
        person = await office.stage.store.do(people.find, address(chat))
        assert person is not None
        for each in (target("a"), EVENT):
            await office.stage.store.do(subscriptions.unsubscribe, person.id, each)
    assert await office.stage.at(BEFORE) == []
