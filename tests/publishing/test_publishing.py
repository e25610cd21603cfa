"""From a saved file to the programme in force: the new one, or the old one, never half."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import StillClock
from bot.publishing import Edit, Preview, Published, Publishing, Refused
from bot.schedule.diff import SessionChange
from bot.schedule.model import Programme
from bot.store import Store, schedules
from bot.store.schedules import Publication
from tests.patience import PATIENCE
from tests.programmes import NINE

FILE = """
event: {id: e, name: Event, timezone: Europe/Paris, dates: 2018-11-12 to 2018-11-14}
sessions:
  - {id: a, title: Session A, start: 2018-11-13 10:00}
"""
FAULTY = FILE.replace("2018-11-13 10:00", "2018-11-31 10:00")
OTHER = FILE.replace("Session A", "Session One")


class Desk:
    """A folder with a schedule file, and what was told of it."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.file = folder / "e.yaml"
        self.clock = StillClock(NINE)
        self.edits: asyncio.Queue[Edit] = asyncio.Queue()
        self.swaps: list[Programme] = []

    def publishing(self) -> Publishing:
        """A life of the bot."""
        made = Publishing(
            store=self.store, folder=self.folder, clock=self.clock, on_edit=self.edits.put
        )
        made.listeners.append(self.swaps.append)
        return made

    async def start(self) -> Publishing:
        """A life of the bot that has read the folder."""
        made = self.publishing()
        await made.recall()
        await made.read()
        return made

    def take(self) -> list[str]:
        """What was told of edits since this was last asked."""
        return [told(self.edits.get_nowait()) for _ in range(self.edits.qsize())]


def told(edit: Edit) -> str:
    """An edit in a few words."""
    if isinstance(edit, Refused):
        return f"{Path(edit.path).name} refused: {edit.problems[0].rule}"
    if isinstance(edit, Preview):
        return f"{edit.event} waits"
    return f"{edit.event}@{edit.number} published"


@pytest.fixture
def desk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """One good file."""
    monkeypatch.setattr("bot.publishing.folder.SETTLED", 0)
    folder = tmp_path / "schedules"
    folder.mkdir()
    desk = Desk(store, folder)
    desk.file.write_text(FILE)
    return desk


def title(programme: Programme) -> str:
    """Of the one session."""
    session = programme.session("e/a")
    assert session is not None
    return session.title.original


async def test_a_file_is_published(desk: Desk) -> None:
    """It is in force, stored with its text, and everyone who uses it is given it."""
    publishing = await desk.start()
    assert title(publishing.programme) == "Session A"
    assert desk.swaps == [publishing.programme]
    assert desk.take() == ["e@1 published"]
    schedule = publishing.programme.schedule("e")
    stored = await desk.store.do(schedules.current, "e")
    assert schedule is not None
    assert stored == Publication(
        event="e", number=1, version=schedule.version, text=FILE.encode(), published=NINE
    )
    assert schedule.as_of == NINE


async def test_nothing_new_is_nothing_told(desk: Desk) -> None:
    """Neither while it runs nor after a restart; and it stays as of its publication."""
    publishing = await desk.start()
    desk.take()
    await publishing.read()
    desk.clock.at += timedelta(days=1)
    again = await desk.start()
    assert desk.take() == []
    schedule = again.programme.schedule("e")
    assert schedule is not None
    assert schedule.as_of == NINE
    assert (await desk.store.do(schedules.current, "e")).number == 1  # type: ignore[union-attr] # is there


async def test_a_saved_file_is_swapped_in(desk: Desk) -> None:
    """With what has changed."""
    publishing = await desk.start()
    desk.file.write_text(OTHER)
    await publishing.read()
    assert title(publishing.programme) == title(desk.swaps[-1]) == "Session One"
    desk.edits.get_nowait()
    edit = desk.edits.get_nowait()
    assert isinstance(edit, Published)
    assert [each.id for each in edit.changes if isinstance(each, SessionChange)] == ["a"]


async def test_a_faulty_file_leaves_the_old_one_in_force(desk: Desk) -> None:
    """The place is told; and when it is put right, that is told too."""
    publishing = await desk.start()
    desk.take()
    desk.file.write_text(FAULTY)
    await publishing.read()
    assert title(publishing.programme) == "Session A"
    edit = desk.edits.get_nowait()
    assert isinstance(edit, Refused)
    assert [(each.line, each.column) for each in edit.problems] == [(4, 38)]
    desk.file.write_text(FILE)
    await publishing.read()
    assert desk.take() == ["e@1 published"]
    assert len(desk.swaps) == 1


async def test_a_faulty_file_at_start(desk: Desk) -> None:
    """What was good last is in force, out of the store."""
    await desk.start()
    desk.take()
    desk.file.write_text(FAULTY)
    publishing = await desk.start()
    assert title(publishing.programme) == "Session A"
    assert desk.take() == ["e.yaml refused: date"]


async def test_a_faulty_file_at_the_very_first_start(desk: Desk) -> None:
    """Nothing is in force, and the bot runs on."""
    desk.file.write_text(FAULTY)
    publishing = await desk.start()
    assert publishing.programme == Programme()
    assert desk.take() == ["e.yaml refused: date"]


async def test_one_faulty_file_does_not_keep_back_another(desk: Desk) -> None:
    """Each event stands for itself."""
    (desk.folder / "bad.yml").write_text("sessions: [")
    publishing = await desk.start()
    assert title(publishing.programme) == "Session A"
    assert [each.split(":")[0] for each in desk.take()] == ["bad.yml refused", "e@1 published"]


async def test_a_file_that_disappears(desk: Desk) -> None:
    """Its event stays in force until the next start, and that is told."""
    publishing = await desk.start()
    desk.take()
    desk.file.unlink()
    await publishing.read()
    await publishing.read()
    assert title(publishing.programme) == "Session A"
    assert desk.take() == ["e.yaml refused: gone"]
    assert (await desk.start()).programme == Programme()


async def test_a_file_that_cannot_be_read(desk: Desk) -> None:
    """It is told, with what the system says."""
    publishing = await desk.start()
    desk.take()
    desk.file.unlink()
    desk.file.mkdir()
    await publishing.read()
    assert desk.take() == ["e.yaml refused: unreadable"]


async def test_two_publishers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is overtaken compares again with what is in force now, and comes after it."""
    publishing = await desk.start()
    publish = schedules.publish
    overtaken = False

    def overtake(connection: object, new: Publication, **decided: object) -> bool:
        nonlocal overtaken
        if not overtaken:
            overtaken = True
            other = Publication(event="e", number=2, version="x", text=b"x", published=NINE)
            assert publish(connection, other)  # type: ignore[arg-type] # it is one
        return publish(connection, new, **decided)  # type: ignore[arg-type] # they are

    monkeypatch.setattr(schedules, "publish", overtake)
    desk.file.write_text(OTHER)
    await publishing.read()
    current = await desk.store.do(schedules.current, "e")
    assert current is not None
    assert (current.number, current.text) == (3, OTHER.encode())


async def test_a_file_that_is_still_being_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of it would be good as it stands, but is not taken for the whole."""
    publishing = await desk.start()
    desk.file.write_text(OTHER[: OTHER.index("sessions")] + "sessions: []\n")
    waits = 0

    async def meanwhile(seconds: float) -> None:
        nonlocal waits
        waits += 1
        if waits == 1:
            desk.file.write_text(OTHER)

    monkeypatch.setattr("bot.publishing.folder.SETTLED", 60)
    monkeypatch.setattr("bot.publishing.folder.asyncio.sleep", meanwhile)
    await publishing.read()
    assert waits == 2
    assert [title(each) for each in desk.swaps] == ["Session A", "Session One"]


def replaced(file: Path) -> None:
    """As most editors save: another file takes its name."""
    new = file.with_name("e.yaml.new")
    new.write_text(OTHER)
    new.replace(file)


def overwritten(file: Path) -> None:
    """The same file, emptied and written."""
    file.write_text(OTHER)


@pytest.mark.parametrize("save", [replaced, overwritten])
async def test_watching(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, save: Callable[[Path], None]
) -> None:
    """However an editor saves, it is noticed, once, as a whole."""
    monkeypatch.setattr("bot.publishing.folder.SETTLED", 0.05)
    publishing = await desk.start()
    desk.take()
    await watched(publishing, lambda: asyncio.to_thread(save, desk.file), desk)
    assert desk.take() == []
    assert title(publishing.programme) == "Session One"


async def test_watching_where_the_system_tells_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it looks now and then; a folder may even come back."""
    monkeypatch.setattr("bot.publishing.folder.LOOK", 0.05)
    publishing = await desk.start()
    desk.take()
    away = desk.folder.with_name("away")
    os.rename(desk.folder, away)

    async def come_back() -> None:
        (away / "e.yaml").write_text(OTHER)
        os.rename(away, desk.folder)

    await watched(publishing, come_back, desk)
    assert title(publishing.programme) == "Session One"


async def watched(publishing: Publishing, save: Callable[[], Awaitable[None]], desk: Desk) -> None:
    """Save while it is being watched, until the edit is told."""
    watching = asyncio.create_task(publishing.watch())
    await asyncio.sleep(0)
    await save()
    async with asyncio.timeout(PATIENCE):
        edit = await desk.edits.get()
        while isinstance(edit, Refused):
            edit = await desk.edits.get()
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
