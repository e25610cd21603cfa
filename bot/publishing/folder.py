"""The folder of schedule files: which there are, when one was saved, and what it says."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import structlog
from watchfiles import awatch

from bot.schedule.problems import Problem, Severity

SETTLED = 0.5
"""Seconds for which a file must have been left alone: an editor may still be writing it."""

LOOK = 2.0
"""Seconds between looks at the folder where the system does not tell of changes."""

log = structlog.get_logger()


class Look(NamedTuple):
    """What tells one saved state of a file from another."""

    mtime_ns: int
    size: int
    inode: int

    @property
    def saved(self) -> datetime:
        """When it was saved, by the file system's clock."""
        return datetime.fromtimestamp(self.mtime_ns / 1e9, UTC)


def files(folder: Path) -> list[Path]:
    """The schedule files, one for each event."""
    found = [path for path in folder.glob("*") if path.suffix in (".yaml", ".yml")]
    return sorted({path.stem: path for path in sorted(found, reverse=True)}.values())


async def settled(path: Path) -> Look | None:
    """The file as it stands once nobody is writing it; None if there is none."""
    look = _look(path)
    while look is not None and time.time() - look.mtime_ns / 1e9 < SETTLED:
        await asyncio.sleep(SETTLED)
        before, look = look, _look(path)
        if look == before:
            break
    return look


async def read(path: Path) -> bytes | Problem:
    """What the file says, or why it cannot be read."""
    try:
        return await asyncio.to_thread(path.read_bytes)
    except OSError as error:
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


async def saves(folder: Path) -> AsyncIterator[None]:
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


def _look(path: Path) -> Look | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Look(found.st_mtime_ns, found.st_size, found.st_ino)
