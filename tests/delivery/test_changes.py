"""What an edit changed is told to those whom it concerns."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import StillClock
from bot.messages import ChatError, Failure
from bot.publishing import Edit, Publishing
from bot.schedule.targets import Target, TargetKind
from bot.store import Store, people, subscriptions
from tests.delivery.stage import EVENT, Stage, Undecided, address, courier, failing, target
from tests.programmes import HOUR, NINE, TEN_MINUTES

BEFORE = NINE - 5 * HOUR

FILE = """
event:
  {id: e, name: Event, timezone: Europe/Paris, dates: 2018-11-12 to 2018-11-15, join: http://event}
reminders: {before: [1h, 10m]}
rooms:
  hall: {name: Hall, join: http://hall}
sessions:
  - {id: a, title: Session A, start: 2018-11-13 10:00, duration: 1h}
  - {id: b, title: Session B, start: 2018-11-13 12:00, duration: 1h, room: hall}
  - {id: open, title: Session C, start: 2018-11-15}
"""

NEW = "  - {id: n, title: N, start: 2018-11-14 10:00}\n"


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


async def test_after_a_move_the_reminders_come_again(office: Office) -> None:
    """Also the one that had come for the old time; and nothing at the old moments."""
    assert len(await office.stage.at(NINE - HOUR)) == 2
    await office.save("10:00", "12:00")
    assert len(await office.stage.at(NINE - HOUR / 2)) == 2
    assert await office.stage.at(NINE) == []
    # Session B, at the same time, was always there.
    assert sorted(await office.stage.at(NINE + HOUR)) == ["ann: a 1h", "bo: a 1h", "bo: b 1h"]
    last = await office.stage.at(NINE + 2 * HOUR - TEN_MINUTES)
    assert sorted(last) == ["ann: a 10m", "bo: a 10m", "bo: b 10m"]


async def test_a_session_pulled_forward_past_one_of_its_reminders(office: Office) -> None:
    """The one that is past does not come after all; the one to come does."""
    now = NINE - 2 * HOUR
    await office.stage.at(now)
    await office.save("10:00", "08:30")
    assert sorted(await office.stage.at(now)) == ["ann: a earlier", "bo: a earlier"]
    moment = now + HOUR / 2 - TEN_MINUTES
    assert sorted(await office.stage.at(moment)) == ["ann: a 10m", "bo: a 10m"]


async def test_what_starts_soon_is_told_before_reminders(office: Office) -> None:
    """Nobody waits for others' reminders to hear that a session begins in nine minutes."""
    for number in range(3):
        await office.stage.follow(f"x{number}", target("a"))
    await office.stage.at(NINE - HOUR - timedelta(minutes=1))
    office.stage.clock.at = NINE - HOUR
    await office.save("12:00", "09:09")
    told = await office.stage.at(NINE - HOUR)
    assert told[0] == "bo: b earlier"
    assert len(told) == 6


async def test_what_is_far_off_is_told_after_reminders(office: Office) -> None:
    """Reminders cannot wait, news of the afternoon can."""
    office.stage.clock.at = NINE - HOUR
    await office.save("12:00", "16:00")
    assert (await office.stage.at(NINE - HOUR))[-1] == "bo: b later"


async def test_an_announced_hour(office: Office) -> None:
    """It is told, and brings the reminders that a day alone does not."""
    await office.save("start: 2018-11-15}", "start: 2018-11-13 10:30}")
    assert await office.stage.at(BEFORE) == ["bo: open earlier"]
    await office.save("10:30}", "10:30, duration: 20m}")
    assert await office.stage.at(BEFORE) == []
    assert "bo: open 1h" in await office.stage.at(NINE - HOUR / 2)


async def test_another_link_of_a_room(office: Office) -> None:
    """It concerns the sessions there, and those who follow them, or the room."""
    await office.stage.follow("di", Target(kind=TargetKind.ROOM, event="e", value="hall"))
    await office.save("http://hall", "http://other")
    assert sorted(await office.stage.at(BEFORE)) == ["bo: b link", "di: b link"]


async def test_another_link_of_the_event(office: Office) -> None:
    """It concerns every session that has no link of its own, nor by its room."""
    await office.save("http://event", "http://other")
    assert sorted(await office.stage.at(BEFORE)) == ["ann: a link", "bo: a link, open link"]


async def test_a_room_that_is_called_otherwise(office: Office) -> None:
    """Whoever looks for its sessions has to know; not of those that are over."""
    await office.stage.follow("di", Target(kind=TargetKind.ROOM, event="e", value="hall"))
    await office.save("name: Hall", "name: Aula")
    assert sorted(await office.stage.at(BEFORE)) == ["bo: b room", "di: b room"]
    await office.save("name: Aula", "name: Aula, also: [Hall]")
    assert await office.stage.at(BEFORE) == []
    await office.stage.at(NINE + 3 * HOUR)
    await office.save("name: Aula", "name: Hall")
    assert await office.stage.at(NINE + 3 * HOUR) == []


async def test_a_link_that_was_changed_again(office: Office) -> None:
    """Who could not be told of the first is told of the link that works, once."""
    office.stage.chat.fails = failing(ChatError(Failure.BUSY, "slow down", retry_after=60))
    await office.save("http://hall", "http://wrong")
    assert await office.stage.at(BEFORE) == []
    await office.save("http://wrong", "http://right")
    assert await office.stage.at(BEFORE + timedelta(minutes=2)) == ["bo: b link"]
    assert await office.stage.counts() == {"sent": 1, "stale: superseded": 1}


async def test_the_link_of_what_is_off_is_no_news(office: Office) -> None:
    """Nobody wants to know how to join a cancelled session; that it is on again, they do."""
    await office.save("id: b,", "id: b, status: cancelled,")
    assert await office.stage.at(BEFORE) == ["bo: b cancelled"]
    await office.save("http://hall", "http://other")
    assert await office.stage.at(BEFORE) == []
    await office.save("status: cancelled, ", "")
    assert await office.stage.at(BEFORE) == ["bo: b restored"]


async def test_a_new_session_in_what_people_follow(office: Office) -> None:
    """Who follows the room or the event hears of it; as long as it is a draft, nobody."""
    await office.stage.follow("di", Target(kind=TargetKind.ROOM, event="e", value="hall"))
    new = "  - {id: d, title: D, start: 2018-11-14 10:00, room: hall"
    await office.save("sessions:\n", f"sessions:\n{new}, status: draft}}\n")
    assert await office.stage.at(BEFORE) == []
    await office.save(", status: draft", "")
    assert sorted(await office.stage.at(BEFORE)) == ["bo: d new", "di: d new"]


async def test_a_session_that_is_taken_out(office: Office) -> None:
    """Who followed it hears that it is gone."""
    await office.save(FILE.splitlines()[7] + "\n", "")
    assert sorted(await office.stage.at(BEFORE)) == ["ann: a gone", "bo: a gone"]


async def test_a_silent_publication(office: Office) -> None:
    """Nobody is told, but the reminders go by it."""
    office.file.write_text(office.file.read_text().replace("10:00", "11:00"))
    await office.publishing.publish("e", silent=True)
    assert await office.stage.at(BEFORE) == []
    assert await office.stage.at(NINE - HOUR) == []
    assert len(await office.stage.at(NINE)) == 2


async def test_what_is_undone_is_told(office: Office) -> None:
    """Who heard of the move hears that it is not so, and is reminded at the first time."""
    await office.save("10:00", "11:00")
    assert len(await office.stage.at(BEFORE)) == 2
    await office.publishing.undo("e")
    assert sorted(await office.stage.at(BEFORE)) == ["ann: a earlier", "bo: a earlier"]
    assert sorted(await office.stage.at(NINE - HOUR)) == ["ann: a 1h", "bo: a 1h"]


async def test_a_sender_who_is_behind_waits(office: Office, database: str) -> None:
    """Another process published and planned. The one that sends has not taken that up yet, nor
    decided whom it concerns: to it the news would look out of date, or nobody's."""
    stage = office.stage
    undecided = Undecided(stage.courier.programme)
    stage.courier = courier(
        stage.store, stage.chat, stage.clock, stage.courier.programme, indexing=undecided
    )
    office.publishing.listeners[:] = [stage.courier.publish]
    store = await Store.open(database, beside=True)
    other = Publishing(
        store=store, folder=office.file.parent, clock=office.stage.clock, on_edit=ignore
    )
    await other.recall()
    office.file.write_text(FILE.replace("sessions:\n", f"sessions:\n{NEW}"))
    await other.publish("e")
    await stage.courier.plan()
    assert await stage.counts() == {}
    await Stage(store, stage.clock, other.programme).courier.plan()
    assert await stage.counts() == {"planned": 1}
    sending = asyncio.create_task(stage.courier.step())
    while (await stage.counts()).get("sending") != 1:
        assert not sending.done()
    await office.publishing.read()
    await asyncio.wait([sending], timeout=0.05)
    await stage.courier.plan()
    await sending
    assert stage.chat.take() == ["bo: n new"]
    await store.close()


async def test_a_sender_who_stays_behind_leaves_it_to_others(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older version of the bot, say, that cannot read what was published: it is tried again
    later, by whoever sends then."""
    monkeypatch.setattr("bot.delivery.letters.BEHIND", 0.01)
    older = office.stage.courier.programme
    await office.save("10:00", "11:00")
    await office.stage.courier.plan()
    office.stage.courier.publish(older)
    assert await office.stage.at(BEFORE) == []
    office.stage.courier.publish(office.publishing.programme)
    later = await office.stage.at(BEFORE + timedelta(seconds=1))
    assert sorted(later) == ["ann: a later", "bo: a later"]
