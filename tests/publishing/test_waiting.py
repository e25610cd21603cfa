"""A saved file may have to be left alone for a while; and several processes may publish."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import StillClock
from bot.publishing import Declined, Edit, Preview, Published, Publishing, Refused
from bot.store import Store, schedules
from bot.store.schedules import Publication
from tests.programmes import NINE

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
FILE = """
event: {id: e, name: Event, timezone: Europe/Paris, dates: 2018-11-12 to 2018-11-14}
sessions:
  - {id: a, title: Session A, start: 2018-11-13 11:00}
"""
OTHER = FILE.replace("11:00", "12:00")
THIRD = FILE.replace("11:00", "13:00")


class Desk:
    """A process of the bot: what is in force there, and what its admins would be told."""

    def __init__(self, store: Store, folder: Path, clock: StillClock, wait: timedelta) -> None:
        self.edits: list[Edit] = []
        self.file = folder / "e.yaml"
        self.clock = clock
        self.publishing = Publishing(
            store=store, folder=folder, clock=clock, on_edit=self._note, wait=wait
        )

    async def starts(self) -> None:
        """As the bot does."""
        await self.publishing.recall()
        await self.publishing.read()

    async def after(self, span: timedelta, saved: str | None = None) -> list[str]:
        """What is told when some time has passed, and the file was perhaps saved."""
        self.clock.at += span
        if saved is not None:
            self.file.write_text(saved)
        await self.publishing.read()
        return self.take()

    def take(self) -> list[str]:
        """What was told since this was last asked."""
        edits, self.edits = self.edits, []
        return [_told(edit) for edit in edits]

    @property
    def hour(self) -> str:
        """In Paris, when the one session starts."""
        session = self.publishing.programme.session("e/a")
        assert session is not None
        assert session.start is not None
        return f"{session.start + timedelta(hours=1):%H}"

    async def _note(self, edit: Edit) -> None:
        self.edits.append(edit)


def _told(edit: Edit) -> str:
    assert not isinstance(edit, Refused)
    if isinstance(edit, Published):
        return f"published {edit.number}"
    wait = f"{edit.wait.total_seconds():g}s" if edit.wait else "held"
    return ("overtaken, " if edit.overtaken else "") + wait


Open = Callable[..., Awaitable[Desk]]


@pytest.fixture
async def open_desk(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Open]:
    """Opens desks on one store, and a folder with a good file for each name of one."""
    monkeypatch.setattr("bot.publishing.folder.SETTLED", 0)
    clock = StillClock(NINE)
    stores = []

    async def open_desk(name: str = "one", wait: timedelta = MINUTE) -> Desk:
        stores.append(await Store.open(database, beside=True))
        folder = tmp_path / name
        if not folder.exists():
            folder.mkdir()
            (folder / "e.yaml").write_text(FILE)
        desk = Desk(stores[-1], folder, clock, wait)
        await desk.starts()
        desk.take()
        return desk

    yield open_desk
    for store in stores:
        await store.close()


async def test_a_burst_of_edits_is_one_publication(open_desk: Open) -> None:
    """Each save is shown to the admins; it takes effect when the last is a minute old."""
    desk = await open_desk()
    assert await desk.after(SECOND, OTHER) == ["60s"]
    assert await desk.after(30 * SECOND, THIRD) == ["60s"]
    assert await desk.after(59 * SECOND) == []
    assert desk.hour == "11"
    assert await desk.after(SECOND) == ["published 2"]
    assert desk.hour == "13"


async def test_what_was_taken_back_in_time_is_never_published(open_desk: Open) -> None:
    """Nobody hears of a slip that was mended within the minute."""
    desk = await open_desk()
    await desk.after(SECOND, OTHER)
    await desk.after(SECOND, FILE)
    assert await desk.after(2 * MINUTE) == []
    assert desk.hour == "11"


async def test_an_edit_made_while_the_bot_was_down(open_desk: Open) -> None:
    """What was saved long before the start has waited already; what was saved just now waits."""
    desk = await open_desk()
    for saved, expected in ((NINE - 2 * MINUTE, "12"), (NINE - SECOND, "11")):
        desk.file.write_text(OTHER if expected == "12" else FILE)
        os.utime(desk.file, (saved.timestamp(), saved.timestamp()))
        again = await open_desk()
        assert again.hour == "12"
    assert await again.after(MINUTE) == ["published 3"]
    assert again.hour == "11"


async def test_the_first_publication_does_not_wait(open_desk: Open) -> None:
    """Nothing is in force that it could spoil."""
    desk = await open_desk()
    assert desk.hour == "11"
    current = await desk.publishing.preview("e")
    assert current is Declined.NOTHING


async def test_a_hold_stops_every_clock(open_desk: Open) -> None:
    """Also that of another process, and of one that starts later; the next save starts it anew."""
    one, two = await open_desk(), await open_desk()
    assert await one.after(SECOND, OTHER) == ["60s"]
    assert await two.after(SECOND) == ["60s"]
    held = await one.publishing.hold("e")
    assert isinstance(held, Preview)
    assert held.held
    assert await two.after(2 * MINUTE) == []
    assert await one.after(SECOND) == []
    three = await open_desk(wait=timedelta(0))
    assert (one.hour, two.hour, three.hour) == ("11", "11", "11")
    assert await two.after(SECOND, THIRD) == ["60s"]
    assert await two.after(MINUTE) == ["published 2"]


async def test_what_is_published_meanwhile_is_compared_again(open_desk: Open) -> None:
    """A preview that does not hold any more is not acted on: there is a new one, and time."""
    one, two = await open_desk("one"), await open_desk("two", wait=timedelta(0))
    assert await one.after(SECOND, OTHER) == ["60s"]
    assert await two.after(SECOND, THIRD) == ["published 2"]
    assert await one.after(SECOND) == ["published 2"]
    assert one.hour == "13"
    assert await one.after(MINUTE) == ["overtaken, 60s"]
    assert await one.after(MINUTE) == ["published 3"]
    assert one.hour == "12"


async def test_what_another_process_publishes_is_taken_up(open_desk: Open) -> None:
    """It is in force here within a look, and told of once in each process."""
    one, two = await open_desk(wait=timedelta(0)), await open_desk(wait=timedelta(0))
    assert await one.after(SECOND, OTHER) == ["published 2"]
    assert await two.after(SECOND) == ["published 2"]
    assert (one.hour, two.hour) == ("12", "12")
    await two.publishing.undo("e")
    assert two.take() == ["published 3"]
    assert await one.after(SECOND) == ["published 3"]
    assert (one.hour, two.hour) == ("11", "11")
    assert one.publishing.programme == two.publishing.programme


async def test_what_an_admin_decided_is_no_news_to_the_watch(open_desk: Open) -> None:
    """The file was saved and published by hand before it was looked at: that is told once."""
    desk = await open_desk()
    desk.file.write_text(OTHER)
    await desk.publishing.publish("e")
    assert desk.take() == ["published 2"]
    assert await desk.after(SECOND) == []


async def test_of_two_publishers_one_is_told(open_desk: Open) -> None:
    """Both looked at the same; the second finds that it is not so any more."""
    one, two = await open_desk("one"), await open_desk("two")
    one.file.write_text(OTHER)
    two.file.write_text(THIRD)
    assert isinstance(await one.publishing.publish("e", base=1), Published)
    assert await two.publishing.publish("e", base=1) is Declined.OVERTAKEN
    assert await two.publishing.hold("e", base=1) is Declined.OVERTAKEN
    assert await two.publishing.undo("e", number=1) is Declined.OVERTAKEN
    assert (one.hour, two.hour) == ("12", "12")


async def test_of_two_publishers_at_once_one_wins(open_desk: Open) -> None:
    """Whichever it is: the other changes nothing and is told so."""
    one, two = await open_desk("one"), await open_desk("two")
    one.file.write_text(OTHER)
    two.file.write_text(THIRD)
    both = await asyncio.gather(*(each.publishing.publish("e", base=1) for each in (one, two)))
    assert sorted(str(each) if isinstance(each, Declined) else "" for each in both) == [
        "",
        "overtaken",
    ]
    await one.after(SECOND)
    await two.after(SECOND)
    assert one.hour == two.hour == ("12" if isinstance(both[0], Published) else "13")


async def test_the_store_decides_between_publishers(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store decides, whatever both had read before."""
    one, two = await open_desk("one"), await open_desk("two")
    one.file.write_text(OTHER)
    two.file.write_text(THIRD)
    publish = schedules.publish

    def overtaken(connection: object, new: Publication, **decided: object) -> bool:
        other = Publication(event="e", number=2, version="x", text=b"x", published=NINE)
        publish(connection, other)  # type: ignore[arg-type] # it is one
        return publish(connection, new, **decided)  # type: ignore[arg-type] # they are

    monkeypatch.setattr(schedules, "publish", overtaken)
    assert await one.publishing.publish("e") is Declined.OVERTAKEN
    assert one.hour == "11"


async def test_what_this_version_cannot_read_stops_nothing(open_desk: Open) -> None:
    """A newer bot may have published what an older one does not understand: the older one goes
    on with what it has, and can still publish."""
    desk = await open_desk(wait=timedelta(0))
    new = Publication(event="e", number=2, version="x", text=b"newer: format", published=NINE)
    beside = await open_desk()
    await beside.publishing._store.do(schedules.publish, new)
    assert await desk.after(SECOND) == []
    assert desk.hour == "11"
    assert await desk.after(SECOND, OTHER) == ["published 3"]
    assert desk.hour == "12"
