"""Reads the entries of a programme: each session's values, its times, and what it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.schedule.blocks import Block, Field
from bot.schedule.fields import SessionFields
from bot.schedule.model import Event, Room, Session, Status, Text
from bot.schedule.moments import Moment
from bot.schedule.problems import closest, did_you_mean, quoted
from bot.schedule.times import ClockChange, to_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A session and the block of the file it was read from."""

    session: Session
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What a session takes over if it does not say otherwise."""

    duration: timedelta | None = None
    type: str | None = None


def read_entry(block: Block, event: Event, defaults: Defaults) -> Entry:
    """The session of a block. Faulty values are reported and stood in for."""
    f = SessionFields
    times = _times(block, event, defaults.duration)
    part = block[f.part]
    if part and times.start:
        block.report.warning(
            "part", block.at(f.part), "'part' is not needed: the hour is announced", "delete it"
        )
    status = block[f.status] or Status.SCHEDULED
    if f.instead in block and status not in (Status.CANCELLED, Status.POSTPONED):
        message = f"'instead' is for cancelled and postponed sessions; this one is {status}"
        block.report.warning("instead", block.at(f.instead), message, "add 'status: cancelled'?")
    session = Session(
        event=event.id,
        id=block[f.id] or "",
        title=block[f.title] or Text(""),
        code=block[f.code],
        also=block[f.also] or (),
        type=block[f.type] or defaults.type,
        track=block[f.track],
        room=block[f.room],
        day=times.day,
        part=None if times.start else part,
        start=times.start,
        end=times.end,
        duration=times.duration,
        status=status,
        featured=block[f.featured] or False,
        join=block[f.join],
        url=block[f.url],
        summary=block[f.summary],
        note=block[f.note],
        instead=block[f.instead],
        format=block[f.format],
        tags=block[f.tags] or (),
        ask=block[f.ask] or (),
        languages=block[f.languages] or (),
        speakers=block[f.speakers] or (),
        organisers=block[f.organisers] or (),
        sources=block[f.sources] or (),
    )
    return Entry(session=session, block=block)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Times:
    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    duration: timedelta | None = None


def _times(block: Block, event: Event, usual: timedelta | None) -> _Times:
    """A session's times, as far as they are stated. The usual length is taken only where the
    start has an hour: a day alone promises nothing about its length."""
    f = SessionFields
    report = block.report
    start, end, duration = block[f.start], block[f.end], block[f.duration]
    if f.end in block and f.duration in block:
        report.error(
            "end-or-duration", block.at(f.duration), "give end or duration, not both", "delete one"
        )
        end = None
    if start is None or start.day is None or start.hour is None:
        if end is not None and (start or f.start not in block):
            report.error(
                "end-without-start",
                block.at(f.end),
                "it has an hour to end but none to start",
                "write the hour into start, or delete end",
            )
        return _Times(day=start.day if start else None, duration=duration)
    local = start.on(start.day)
    begins = _instant(local, event, block, f.start)
    if begins is None:
        return _Times(day=local.date(), duration=duration)
    if end is not None:
        ends = _end(end, start.day, begins, event, block)
        length = ends - begins if ends else None
        return _Times(day=local.date(), start=begins, end=ends, duration=length)
    length = duration or (None if f.end in block else usual)
    ends = begins + length if length else None
    return _Times(day=local.date(), start=begins, end=ends, duration=length)


def _end(end: Moment, day: date, begins: datetime, event: Event, block: Block) -> datetime | None:
    """The instant of an end, an hour alone being on the day of the start."""
    field = SessionFields.end
    local = end.on(day)
    ends = _instant(local, event, block, field)
    if ends is None or ends > begins:
        return ends
    message, cure = "it ends before it starts", "is the day right?"
    if end.day is None:
        after = f"{local + timedelta(days=1):%Y-%m-%d %H:%M}"
        cure = f"if it ends after midnight write the full end: {after}"
    if ends == begins:
        message, cure = "it ends when it starts", "delete end if the end is not announced"
    block.report.error("order", block.at(field), message, cure)
    return None


def _instant(local: datetime, event: Event, block: Block, field: Field[Moment]) -> datetime | None:
    try:
        return to_utc(local, event.timezone)
    except ClockChange as change:
        block.report.error(
            "clock-change", block.at(field), str(change), "write an hour before or after the change"
        )
        return None


def check_ids(entries: Iterable[Entry]) -> None:
    """Report ids that are used twice."""
    first: dict[str, int] = {}
    for entry in entries:
        id, block = entry.session.id, entry.block
        at = block.at(SessionFields.id)
        if not id:
            continue
        if id in first:
            message = f"the id {quoted(id)} is used twice (first on line {first[id]})"
            cure = "people's reminders hang on ids: give this session one of its own"
            block.report.error("id-twice", at, message, cure)
        first.setdefault(id, at.line)


def check_references(entries: Sequence[Entry], rooms: Mapping[str, Room]) -> None:
    """Report rooms and sessions that are named but not there."""
    called = {name: room.id for room in rooms.values() for name in (*room.name.every(), *room.also)}
    called |= {id: id for id in rooms}
    ids = {entry.session.id for entry in entries}
    for entry in entries:
        session, block = entry.session, entry.block
        if session.room is not None and session.room not in rooms:
            meant = closest(session.room, called)
            cure = f"did you mean {quoted(called[meant])}?" if meant else "add it under 'rooms:'"
            message = f"there is no room {quoted(session.room)}"
            block.report.error("no-room", block.at(SessionFields.room), message, cure)
        if session.instead is not None and (
            session.instead not in ids or session.instead == session.id
        ):
            others = ids - {session.id}
            message = f"there is no other session {quoted(session.instead)}"
            cure = did_you_mean(session.instead, others)
            block.report.error("no-session", block.at(SessionFields.instead), message, cure)
