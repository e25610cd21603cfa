"""Publishing: from a saved schedule file to the programme in force.

A file without errors is stored and then swapped in as a whole; of a faulty one the problems are
told and the last good text stays in force, also over a restart. Every text that was in force is
kept in the store, so that an edit made while the bot was down is noticed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from watchfiles import awatch

from bot.clock import Clock
from bot.reminders.notices import told_changes
from bot.schedule.diff import Change, diff
from bot.schedule.model import Programme, Schedule
from bot.schedule.problems import Problem, Severity
from bot.schedule.yamlfile import load
from bot.store import Store, StoreError, schedules
from bot.store.schedules import Publication

SETTLED = 0.5
"""Seconds for which a file must have been left alone: an editor may still be writing it."""

LOOK = 2.0
"""Seconds between looks at the folder where the system does not tell of changes."""

Look = tuple[int, int, int] | None
"""When a file was saved, its size and its inode; None if there is no such file."""

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What came of a saved file. `schedule` is now in force; None if the file was refused and
    the last good text stays. `problems` may be warnings alone. `changes` are against what was
    in force before; none if the event is new."""

    path: str
    schedule: Schedule | None
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


class Publishing:
    """The folder of schedule files, and the programme in force.

    `recall` what was published last, then `read` the folder; then `watch` it.
    """

    def __init__(
        self,
        *,
        store: Store,
        folder: Path,
        clock: Clock,
        on_edit: Callable[[Edit], Awaitable[None]],
    ) -> None:
        """`on_edit` is told of every file that was read because it was new or saved."""
        self.programme = Programme()
        self.listeners: list[Callable[[Programme], None]] = []
        self._store = store
        self._folder = folder
        self._clock = clock
        self._on_edit = on_edit
        self._looks: dict[Path, Look] = {}
        self._reading = asyncio.Lock()

    async def recall(self) -> None:
        """Put in force what was published last, of the events that still have a file."""
        for path in _files(self._folder):
            last = await self._store.do(schedules.current, path.stem)
            if last is not None:
                schedule, _ = await _parse(path, last.text, min(last.published, self._clock()))
                if schedule is not None:
                    self._put_in_force(schedule)

    async def read(self) -> None:
        """Publish the files that were saved since they were last read. Raises `StoreError`."""
        async with self._reading:
            for path in sorted({*_files(self._folder), *self._looks}):
                look = await _settled(path)
                if look != self._looks.get(path):
                    edit = await self._publish(path)
                    self._looks[path] = look
                    if edit is not None:
                        await self._on_edit(edit)

    async def watch(self) -> None:
        """Read whenever a file is saved, until cancelled."""
        async for _ in _saves(self._folder):
            try:
                await self.read()
            except StoreError as error:
                log.error("nothing can be published", cause=str(error))
            except Exception:
                log.exception("publishing failed")

    async def _publish(self, path: Path) -> Edit | None:
        """Put a file in force as it is now; None if it was read for the first time and is what
        was in force before."""
        try:
            text = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            return Edit(path=str(path), schedule=None, problems=(_unreadable(path, error),))
        event, now = path.stem, self._clock()
        last = await self._store.do(schedules.current, event)
        saved = last is None or last.text != text
        as_of = now if last is None or saved else min(last.published, now)  # a replay goes back
        schedule, problems = await _parse(path, text, as_of)
        if schedule is None:
            return Edit(path=str(path), schedule=None, problems=problems)
        before = self.programme.schedule(event)
        changes = diff(before, schedule) if before is not None else ()
        if saved:
            new = Publication(
                event=event,
                number=1 if last is None else last.number + 1,
                version=schedule.version,
                text=text,
                published=now,
                told=before is None or not told_changes(before, schedule),
            )
            if not await self._store.do(schedules.publish, new):
                return await self._publish(path)  # another process was faster: compare again
        self._put_in_force(schedule)
        if not saved and path not in self._looks:
            return None
        return Edit(path=str(path), schedule=schedule, problems=problems, changes=changes)

    def _put_in_force(self, schedule: Schedule) -> None:
        rest = [each for each in self.programme.schedules if each.event.id != schedule.event.id]
        every = sorted([*rest, schedule], key=lambda each: each.event.id)
        self.programme = Programme(schedules=tuple(every))
        for listener in self.listeners:
            listener(self.programme)


async def _parse(
    path: Path, text: bytes, as_of: datetime
) -> tuple[Schedule | None, tuple[Problem, ...]]:
    loaded = await asyncio.to_thread(load, text, str(path), as_of=as_of)
    return loaded.schedule, loaded.problems


def _files(folder: Path) -> list[Path]:
    """The schedule files, one for each event."""
    found = [path for path in folder.glob("*") if path.suffix in (".yaml", ".yml")]
    return list({path.stem: path for path in sorted(found, reverse=True)}.values())


async def _settled(path: Path) -> Look:
    """What tells one saved state of a file from another, once nobody is writing it."""
    look = _look(path)
    while look is not None and time.time() - look[0] / 1e9 < SETTLED:
        await asyncio.sleep(SETTLED)
        before, look = look, _look(path)
        if look == before:
            break
    return look


def _look(path: Path) -> Look:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


async def _saves(folder: Path) -> AsyncIterator[None]:
    """Now and then, and soon after something in the folder was saved."""
    while True:
        try:
            wait = int(LOOK * 1000)
            async for _ in awatch(
                folder, debounce=200, rust_timeout=wait, yield_on_timeout=True, recursive=False
            ):
                yield
        except (OSError, RuntimeError) as error:  # no folder, or the system watches no more
            log.warning("looking now and then instead of watching", cause=str(error))
        await asyncio.sleep(LOOK)
        yield


def _unreadable(path: Path, error: OSError) -> Problem:
    gone = isinstance(error, FileNotFoundError)
    return Problem(
        path=str(path),
        line=1,
        column=1,
        severity=Severity.ERROR,
        rule="gone" if gone else "unreadable",
        message="the file is gone" if gone else f"the file cannot be read: {error.strerror}",
        cure="its last text stays in force until the bot starts again",
    )
