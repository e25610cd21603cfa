"""A file that somebody saved, until it is decided on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.publishing.folder import Look
from bot.schedule.model import Schedule
from bot.store.schedules import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A file without errors, and what was in force when it was read: in the store, and here."""

    path: Path
    text: bytes
    schedule: Schedule
    look: Look | None
    last: Publication | None = None
    before: Schedule | None = None

    @property
    def event(self) -> str:
        """The event's id: the file is named after it."""
        return self.path.stem

    @property
    def base(self) -> int:
        """The number of the publication that was in force, 0 if none was."""
        return self.last.number if self.last is not None else 0

    @property
    def published(self) -> bool:
        """Whether its very text is in force."""
        return self.last is not None and self.last.text == self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A saved file is left alone `until` then, in case that it is saved again. `base` is the
    number of the publication in force when that began."""

    base: int
    until: datetime
