"""Notices: which changes of a publication are told, to whom, and until when.

One message tells a person all the changes of one publication in what they follow.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from bot.reminders.due import start_of
from bot.schedule.diff import SessionChange, What, session_changes
from bot.schedule.model import Programme, Schedule, Session
from bot.schedule.targets import Target

TOLD = frozenset(What) - {What.TITLE, What.TEXT, What.END, What.TENTATIVE, What.CONFIRMED}
"""What makes people change their plans. The rest of a change is told with it, not for itself."""

Targets = Callable[[Session], Collection[Target]]


def told_changes(before: Schedule, after: Schedule) -> tuple[SessionChange, ...]:
    """The changes that their followers are told of."""
    changes = session_changes(before, after)
    return tuple(change for change in changes if not TOLD.isdisjoint(change.what))


def concerned(changes: Iterable[SessionChange], targets: Targets) -> tuple[Target, ...]:
    """Whose followers are told: of what selects the sessions now, or did before."""
    found = dict.fromkeys(target for change in changes for target in _targets(change, targets))
    return tuple(found)


def concerning(
    changes: Iterable[SessionChange],
    followed: Collection[Target],
    programme: Programme,
    now: datetime,
    targets: Targets,
) -> tuple[SessionChange, ...]:
    """Of a publication's changes, those to tell someone who follows these targets: what is
    still so in the programme, of sessions that are not over."""
    return tuple(
        change
        for change in changes
        if not _targets(change, targets).isdisjoint(followed)
        and _still_so(change, programme)
        and not _over(change, programme, now)
    )


def _targets(change: SessionChange, targets: Targets) -> set[Target]:
    sessions = (change.old, change.new)
    return {target for each in sessions if each is not None for target in targets(each)}


def _still_so(change: SessionChange, programme: Programme) -> bool:
    """A later publication tells of its own changes."""
    session = change.new or change.old
    assert session is not None
    return programme.session(session.key) == change.new


def _over(change: SessionChange, programme: Programme, now: datetime) -> bool:
    """Whether the session ended, by its old time and by its new one."""
    starts = [
        start_of(session, programme.of(session))
        for session in (change.old, change.new)
        if session is not None
    ]
    ends = [start.ends for start in starts if start is not None]
    return bool(ends) and max(ends) <= now
