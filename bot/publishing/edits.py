"""What comes of an edit: refused, waiting, or published; and why a decision may not be carried
out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.messages import Address
from bot.reminders.notices import Targets
from bot.schedule.diff import Change, diff
from bot.schedule.model import Schedule
from bot.schedule.problems import Problem
from bot.schedule.targets import targets_of

Foresee = Callable[[Schedule, Schedule], Awaitable[Targets]]
"""Finds by which targets sessions are followed when of an event the second schedule comes into
force after the first: whom that concerns."""


async def by_themselves(_before: Schedule, _after: Schedule) -> Targets:
    """By what sessions say of themselves, where nothing finds what saved questions select."""
    return targets_of


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A saved file that cannot be published; the last good text stays in force."""

    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class _Step:
    """From the schedule in force (None: the event is new) to another one."""

    before: Schedule | None
    after: Schedule

    @property
    def event(self) -> str:
        """The event's id."""
        return self.after.event.id

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differs, session by session."""
        return diff(self.before or replace(self.after, sessions=()), self.after)


@dataclass(frozen=True, kw_only=True)
class Preview(_Step):
    """A saved text that is not in force. `base` is the number of the publication that is; a
    decision holds only as long as it is. `wait` is in what time the text is published by
    itself, None if it is not; because it is `held`, perhaps. `overtaken`: another publication
    came between the save and now.
    """

    base: int
    wait: timedelta | None = None
    held: bool = False
    overtaken: bool = False

    @property
    def version(self) -> str:
        """The hash of the saved text."""
        return self.after.version


@dataclass(frozen=True, kw_only=True)
class Published(_Step):
    """A text that is in force now. `undone` is the instant of the publication that was put back
    in force, of which the saved file may now differ (`unsaved`). `by` is the admin who did it,
    if one did.
    """

    silent: bool = False
    undone: datetime | None = None
    unsaved: bool = False
    by: Address | None = None

    @property
    def number(self) -> int:
        """The publication's number."""
        return self.after.number


Edit = Refused | Preview | Published


class Declined(StrEnum):
    """Why a decision of an admin was not carried out."""

    OVERTAKEN = "overtaken"  # somebody else has published meanwhile
    OUTDATED = "outdated"  # the file was saved again since it was looked at
    ALREADY = "already"  # it is published already
    UNDONE = "undone-already"
    NOTHING = "nothing"  # the saved file is what is in force
    FIRST = "first"  # there is no publication before
