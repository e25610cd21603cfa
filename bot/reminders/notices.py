"""Notices: which changes of a publication are told, to whom, and until when.

One message tells a person all the changes of one publication in what they follow. What does
not take place has no room or link that anybody needs, and what is over is no news.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, KeysView
from datetime import datetime, timedelta

from bot.reminders.due import start_of
from bot.schedule.diff import SessionChange, What, session_changes
from bot.schedule.model import Programme, Schedule, Session, Status
from bot.schedule.targets import Target

TOLD = frozenset(What) - {What.TITLE, What.TEXT, What.END, What.TENTATIVE, What.CONFIRMED}
"""What makes people change their plans. The rest of a change is told with it, not for itself."""

SOON = timedelta(hours=1)
"""What changes so shortly before a session starts cannot wait behind other messages."""

Targets = Callable[[Session], Collection[Target]]


def told_changes(before: Schedule, after: Schedule) -> tuple[SessionChange, ...]:
    """The changes that their followers are told of."""
    return tuple(change for change in session_changes(before, after) if _is_told(change))


def concerned(changes: Iterable[SessionChange], targets: Targets) -> tuple[Target, ...]:
    """Whose followers are told: of what selects the sessions now, or did before."""
    found = dict.fromkeys(target for change in changes for target in _targets(change, targets))
    return tuple(found)


def to_come(
    changes: Iterable[SessionChange], programme: Programme, now: datetime
) -> tuple[SessionChange, ...]:
    """Those of sessions that are not over, by their old time and by their new one."""
    return tuple(change for change in changes if not _over(change, programme, now))


def urgent(changes: Iterable[SessionChange], now: datetime) -> bool:
    """Whether a session is among them that was, or is now, about to start."""
    starts = (each.start for change in changes for each in (change.old, change.new) if each)
    return any(start and now <= start <= now + SOON for start in starts)


def concerning(
    changes: Iterable[SessionChange],
    followed: Collection[Target],
    programme: Programme,
    now: datetime,
    targets: Targets,
) -> tuple[SessionChange, ...]:
    """Of a publication's changes, those to tell someone who follows these targets: what is
    still so in the programme, of sessions that are not over."""
    mine = (change for change in changes if not _targets(change, targets).isdisjoint(followed))
    so = [change for change in mine if _still_so(change, programme)]
    return to_come(so, programme, now)


def _is_told(change: SessionChange) -> bool:
    """Of a session that is off, only that it is; of a postponed one, also for when."""
    told = TOLD.intersection(change.what)
    sessions = [each for each in (change.old, change.new) if each is not None]
    if What.NEW in told:
        return change.new is not None and change.new.takes_place
    if any(each.takes_place for each in sessions):
        return bool(told)
    postponed = any(each.status is Status.POSTPONED for each in sessions)
    return postponed and bool(told - {What.ROOM, What.LINK})


def _targets(change: SessionChange, targets: Targets) -> KeysView[Target]:
    """In an order that is always the same."""
    sessions = [each for each in (change.old, change.new) if each is not None]
    return dict.fromkeys(target for each in sessions for target in targets(each)).keys()


def _still_so(change: SessionChange, programme: Programme) -> bool:
    """A later publication tells of its own changes."""
    session = change.new or change.old
    assert session is not None
    now = programme.session(session.key)
    if now is None or now != change.new:
        return now == change.new
    schedule = programme.of(now)
    return (schedule.join_of(now), schedule.place_of(now)) == (change.new_link, change.new_place)


def _over(change: SessionChange, programme: Programme, now: datetime) -> bool:
    """Whether the session ended, by its old time and by its new one."""
    starts = [
        start_of(session, programme.of(session))
        for session in (change.old, change.new)
        if session is not None
    ]
    ends = [start.ends for start in starts if start is not None]
    return bool(ends) and max(ends) <= now
