"""Reads a schedule file: bytes in, a schedule or problems out.

All problems of a file are found in one run: each value is read on its own, so that a faulty one
hides no other. Only a file without errors gives a schedule; until then the caller keeps the last
good one. Nothing here raises on any content.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath

from bot.schedule.blocks import Block, read_block
from bot.schedule.doubts import doubt
from bot.schedule.entries import Defaults, check_ids, check_references, read_entry
from bot.schedule.fields import (
    DefaultFields,
    EventFields,
    FaqFields,
    FileFields,
    LabelFields,
    ReminderFields,
    RoomFields,
)
from bot.schedule.model import (
    Event,
    Faq,
    Label,
    Mode,
    ReminderRules,
    Room,
    Schedule,
    Text,
)
from bot.schedule.problems import START, Place, Problem, Report, TooManyProblems, quoted
from bot.schedule.yamltree import Refused, decode, grow


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a file gave: a schedule, unless there is an error among the problems. `event_at`
    and `sessions_at` are where these two begin in the file."""

    path: str
    schedule: Schedule | None
    problems: tuple[Problem, ...]
    event_at: Place = START
    sessions_at: Place = START


def load(content: bytes, path: str, *, as_of: datetime | None = None) -> Loaded:
    """Read one file. `path` names it in problems, and its stem is the event's id; `as_of` is
    when this content was saved."""
    report = Report(path)
    schedule, event_at, sessions_at = None, START, START
    try:
        root = grow(decode(content, report), report)
        file = read_block(root, FileFields, "the file", report) or Block(root.at, {}, report)
        event_at, sessions_at = file.at(FileFields.event), file.at(FileFields.sessions)
        schedule = _schedule(file, PurePath(path).stem)
        schedule = replace(schedule, version=version_of(content), as_of=as_of)
    except (Refused, TooManyProblems):
        pass
    return Loaded(
        path=path,
        schedule=None if report.failed else schedule,
        problems=report.problems,
        event_at=event_at,
        sessions_at=sessions_at,
    )


def version_of(content: bytes) -> str:
    """What names this content and no other."""
    return hashlib.sha256(content).hexdigest()[:16]


def _schedule(file: Block, stem: str) -> Schedule:
    """The schedule of a file. Faulty values are stood in for, so that reading goes on: what
    comes out counts only if the report has no error."""
    event = _event(_part(file, file[FileFields.event]), stem)
    defaults = _defaults(_part(file, file[FileFields.defaults]))
    rooms = {id: _room(id, block) for id, block in (file[FileFields.rooms] or {}).items()}
    blocks, answers = file[FileFields.sessions] or (), file[FileFields.faq] or ()
    entries = [read_entry(block, event, defaults) for block in blocks]
    check_ids(entries)
    check_references(entries, rooms)
    sessions = tuple(entry.session for entry in entries)
    schedule = Schedule(
        event=event,
        sessions=sessions,
        rooms=tuple(rooms.values()),
        types=_labels(file[FileFields.types], (each.type for each in sessions)),
        tracks=_labels(file[FileFields.tracks], (each.track for each in sessions)),
        names=file[FileFields.names] or {},
        faq=tuple(map(_faq, answers)),
        reminders=_reminders(_part(file, file[FileFields.reminders])),
    )
    doubt(schedule, entries, file)
    return schedule


def _part(file: Block, block: Block | None) -> Block:
    """A block that may be absent."""
    return block or Block(file.start, {}, file.report)


def _event(block: Block, stem: str) -> Event:
    f = EventFields
    id = block[f.id]
    if id is not None and id != stem:
        message = f"the event's id {quoted(id)} and the file's name {quoted(stem)} differ"
        block.report.error("file-name", block.at(f.id), message, "rename one of them")
    first_day, last_day = block[f.dates] or (date.min, date.max)
    return Event(
        id=id or stem,
        name=block[f.name] or Text(stem),
        timezone=block[f.timezone] or "UTC",
        first_day=first_day,
        last_day=last_day,
        also=block[f.also] or (),
        mode=block[f.mode] or Mode.HYBRID,
        theme=block[f.theme],
        host=block[f.host],
        venue=block[f.venue],
        url=block[f.url],
        join=block[f.join],
        join_note=block[f.join_note],
    )


def _defaults(block: Block) -> Defaults:
    return Defaults(duration=block[DefaultFields.duration], type=block[DefaultFields.type])


def _room(id: str, block: Block) -> Room:
    f = RoomFields
    return Room(
        id=id,
        name=block[f.name] or Text(id),
        also=block[f.also] or (),
        address=block[f.address],
        join=block[f.join],
    )


def _labels(blocks: Mapping[str, Block] | None, used: Iterable[str | None]) -> tuple[Label, ...]:
    """The named types or tracks, and those that sessions use without naming them: they are
    called by their id, with blanks."""
    f = LabelFields
    labels = {
        id: Label(id=id, name=block[f.name] or Text(id), also=block[f.also] or ())
        for id, block in (blocks or {}).items()
    }
    for id in used:
        if id is not None and id not in labels:
            labels[id] = Label(id=id, name=Text(id.replace("-", " ")))
    return tuple(labels.values())


def _faq(block: Block) -> Faq:
    f = FaqFields
    return Faq(
        ask=block[f.ask] or (),
        answer=block[f.answer] or Text(""),
        sources=block[f.sources] or (),
    )


def _reminders(block: Block) -> ReminderRules:
    f = ReminderFields
    usual = ReminderRules()
    before, day_only = block[f.before], block[f.day_only]
    return ReminderRules(
        before=usual.before if before is None else tuple(sorted(set(before), reverse=True)),
        day_only=usual.day_only if day_only is None else day_only,
        message=block[f.message],
    )
