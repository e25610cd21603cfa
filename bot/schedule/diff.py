"""What an edit did to a schedule: `apply(old, diff(old, new))` is `new`.

Each session that differs is one `SessionChange`, with the kinds that matter to people who
follow it; whatever else differs is a `FileChange` for each part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from bot.schedule.model import Place, Schedule, Session, Status


class What(StrEnum):
    """What happened to a session, as people see it; the most important first."""

    NEW = "new"
    GONE = "gone"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    RESTORED = "restored"  # takes place after all
    TENTATIVE = "tentative"  # no longer certain
    CONFIRMED = "confirmed"  # no longer tentative
    EARLIER = "earlier"  # another day or hour, before the old one
    LATER = "later"
    DAY_ANNOUNCED = "day-announced"
    HOUR_ANNOUNCED = "hour-announced"
    TIME_WITHDRAWN = "time-withdrawn"  # its day or hour is open again
    END = "end"  # starts as before, ends at another time
    ROOM = "room"  # another one, or it is called or found otherwise
    LINK = "link"  # where to join, by session, room or event
    TITLE = "title"
    TEXT = "text"  # anything else people can read


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange:
    """How a session changed. `old` is None if it is new, `new` is None if it is gone; `fields`
    names the fields that differ. Links and places are those before and after, be they its own
    or come they with its room or event."""

    old: Session | None
    new: Session | None
    what: tuple[What, ...]
    fields: tuple[str, ...] = ()
    old_link: str | None = None
    new_link: str | None = None
    old_place: Place | None = None
    new_place: Place | None = None

    @property
    def inherited(self) -> bool:
        """Whether nothing of the session's own entry differs."""
        return self.old == self.new

    @property
    def id(self) -> str:
        """The session's id, which no change touches."""
        session = self.new or self.old
        assert session is not None
        return session.id


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """Another value of a part of the schedule around its sessions, such as `event` or `faq`;
    of `order`, the ids of the sessions."""

    part: str
    old: object
    new: object


Change = SessionChange | FileChange

_PARTS = tuple(field.name for field in fields(Schedule) if field.name != "sessions")
_FIELDS = tuple(field.name for field in fields(Session))
_TOLD_APART = {"title", "day", "start", "end", "duration", "status", "room", "join"}


def diff(old: Schedule, new: Schedule) -> tuple[Change, ...]:
    """Everything that differs between two schedules of one event: sessions in the order of the
    new schedule, then those that are gone, then the rest of the file."""
    return (*session_changes(old, new), *_file_changes(old, new))


def apply(old: Schedule, changes: Iterable[Change]) -> Schedule:
    """The schedule that the changes lead to from `old`."""
    sessions = {session.id: session for session in old.sessions}
    parts: dict[str, Any] = {}
    for change in changes:
        if isinstance(change, FileChange):
            parts[change.part] = change.new
        elif change.new is None:
            del sessions[change.id]
        else:
            sessions[change.id] = change.new
    order = parts.pop("order", sessions)
    return replace(old, sessions=tuple(sessions[id] for id in order), **parts)


def session_changes(old: Schedule, new: Schedule) -> Iterator[SessionChange]:
    """The sessions that differ, or whose link or place does because their room or event has
    changed."""
    for id in dict.fromkeys(session.id for session in (*new.sessions, *old.sessions)):
        before, after = old.session(id), new.session(id)
        old_link, old_place = _around(before, old)
        new_link, new_place = _around(after, new)
        link, place = old_link != new_link, old_place != new_place
        if before != after or link or place:
            yield SessionChange(
                old=before,
                new=after,
                what=tuple(_what(before, after, link=link, place=place)),
                fields=_differing(before, after),
                old_link=old_link,
                new_link=new_link,
                old_place=old_place,
                new_place=new_place,
            )


def _around(session: Session | None, schedule: Schedule) -> tuple[str | None, Place | None]:
    if session is None:
        return None, None
    return schedule.join_of(session), schedule.place_of(session)


def _file_changes(old: Schedule, new: Schedule) -> Iterator[FileChange]:
    for part in _PARTS:
        before, after = getattr(old, part), getattr(new, part)
        if before != after:
            yield FileChange(part=part, old=before, new=after)
    order = [tuple(session.id for session in each.sessions) for each in (old, new)]
    if order[0] != order[1]:
        yield FileChange(part="order", old=order[0], new=order[1])


def _differing(old: Session | None, new: Session | None) -> tuple[str, ...]:
    if old is None or new is None:
        return _FIELDS
    return tuple(name for name in _FIELDS if getattr(old, name) != getattr(new, name))


def _what(old: Session | None, new: Session | None, *, link: bool, place: bool) -> Iterator[What]:
    """What people see of a change. A draft is not there for them."""
    if old is None or old.status is Status.DRAFT:
        if new is not None and new.status is not Status.DRAFT:
            yield What.NEW
        return
    if new is None or new.status is Status.DRAFT:
        yield What.GONE
        return
    if old.status is not new.status:
        yield _status(old.status, new.status)
    yield from _time(old, new)
    if place:
        yield What.ROOM
    if link:
        yield What.LINK
    if old.title != new.title:
        yield What.TITLE
    if set(_differing(old, new)) - _TOLD_APART:
        yield What.TEXT


def _status(old: Status, new: Status) -> What:
    if new is Status.CANCELLED:
        return What.CANCELLED
    if new is Status.POSTPONED:
        return What.POSTPONED
    if old in (Status.CANCELLED, Status.POSTPONED):
        return What.RESTORED
    return What.TENTATIVE if new is Status.TENTATIVE else What.CONFIRMED


def _time(old: Session, new: Session) -> Iterator[What]:
    if old.day and not new.day:
        yield What.TIME_WITHDRAWN
        return
    if new.day and not old.day:
        yield What.DAY_ANNOUNCED
    elif old.start and new.start:
        yield from _moved(old.start, new.start)
    elif old.day and new.day:
        yield from _moved(old.day, new.day)
    if new.start and not old.start:
        yield What.HOUR_ANNOUNCED
    elif old.start and not new.start:
        yield What.TIME_WITHDRAWN
    elif old.start == new.start and (old.end, old.duration) != (new.end, new.duration):
        yield What.END


def _moved(old: date, new: date) -> Iterator[What]:
    """Days and instants alike: a `datetime` is a `date`, and both here are of one kind."""
    if old != new:
        yield What.EARLIER if new < old else What.LATER
