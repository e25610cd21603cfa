"""What may be a mistake in a schedule although every value is sound: the warnings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from bot.schedule.blocks import Block, Field
from bot.schedule.entries import Entry
from bot.schedule.fields import FileFields, SessionFields
from bot.schedule.kinds import is_language, language_meant
from bot.schedule.model import Event, Schedule, Session
from bot.schedule.problems import Place, closest, did_you_mean, quoted
from bot.schedule.times import to_local
from bot.schedule.yamltree import List, Map, Node, Scalar

LONGEST = timedelta(hours=12)
"""A session that lasts longer may have a wrong end."""


def doubt(schedule: Schedule, entries: Sequence[Entry], file: Block) -> None:
    """Report everything doubtful as warnings."""
    for entry in entries:
        _times(entry, schedule.event)
        _languages(entry)
    _overlaps(entries, schedule.event)
    types = (each.text for each in _keys(file.node(FileFields.types)))
    tracks = (each.text for each in _keys(file.node(FileFields.tracks)))
    _lookalikes(entries, SessionFields.type, types, "type")
    _lookalikes(entries, SessionFields.track, tracks, "track")
    _unused_rooms(entries, file)
    _unused_names(schedule, file)


def _times(entry: Entry, event: Event) -> None:
    session, block = entry.session, entry.block
    at = block.at(SessionFields.start)
    if session.day and not event.first_day <= session.day <= event.last_day:
        block.report.warning(
            "outside-dates",
            at,
            f"{_spoken(session.day)} is outside the event's dates",
            "is the year right?" if session.day.year != event.first_day.year else "",
        )
    if session.duration and session.duration > LONGEST:
        hours = session.duration / timedelta(hours=1)
        at = block.at(SessionFields.end if SessionFields.end in block else SessionFields.duration)
        block.report.warning("long", at, f"it lasts {hours:g} hours", "is the end right?")


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _languages(entry: Entry) -> None:
    node = entry.block.node(SessionFields.languages)
    for code, at in _placed(entry.session.languages, node):
        if not is_language(code):
            meant = language_meant(code)
            cure = f"write {meant}" if meant else "write a code such as en or fr"
            message = f"{quoted(code)} is not a language code"
            entry.block.report.warning("language", at, message, cure)


def _placed(names: Sequence[str], node: Node) -> Iterator[tuple[str, Place]]:
    """The names of a list with their places, unless a faulty one is missing among them."""
    if isinstance(node, List) and len(node.items) == len(names):
        yield from zip(names, (item.at for item in node.items), strict=True)


def _overlaps(entries: Iterable[Entry], event: Event) -> None:
    """Two sessions at once in one room, with one speaker, or behind one meeting link."""
    taking_place = [each for each in entries if each.session.start and each.session.takes_place]
    taking_place.sort(key=lambda entry: (_start(entry.session), entry.block.start))
    for names, message in (
        (_room, "room {} has two sessions at once: {} and {}"),
        (_speakers, "speaker {} is in two sessions at once: {} and {}"),
        (_link, "the link {} is used by two sessions at once: {} and {}"),
    ):
        last: dict[str, Session] = {}  # by name, the session so far that ends last
        for entry in taking_place:
            session = entry.session
            for name, at in names(entry):
                other = last.get(name)
                if other and other is not session and _end(other) > _start(session):
                    told = message.format(*map(quoted, (name, other.id, session.id)))
                    clock = f"{to_local(_end(other), event.timezone):%H:%M}"
                    cure = f"{quoted(other.id)} ends at {clock}" if other.end else ""
                    entry.block.report.warning("overlap", at, told, cure)
                if other is None or _end(session) > _end(other):
                    last[name] = session


def _start(session: Session) -> datetime:
    assert session.start is not None
    return session.start


def _end(session: Session) -> datetime:
    """The end, or just after the start where no end is known."""
    return session.end or _start(session) + timedelta(minutes=1)


def _room(entry: Entry) -> Iterator[tuple[str, Place]]:
    if entry.session.room:
        yield entry.session.room, entry.block.at(SessionFields.room)


def _speakers(entry: Entry) -> Iterator[tuple[str, Place]]:
    names = [speaker.name for speaker in entry.session.speakers]
    yield from _placed(names, entry.block.node(SessionFields.speakers))


def _link(entry: Entry) -> Iterator[tuple[str, Place]]:
    if entry.session.join:
        yield entry.session.join, entry.block.at(SessionFields.join)


def _lookalikes(
    entries: Iterable[Entry], field: Field[str], declared: Iterable[str], noun: str
) -> None:
    """A type or track that only one session has, and that looks like another one."""
    used = [entry for entry in entries if field in entry.block]
    count = Counter(_text(entry.block.node(field)) for entry in used)
    known = {name for name in count if count[name] > 1} | set(declared)
    for entry in used:
        name = _text(entry.block.node(field))
        meant = None if name in known else closest(name, known, cutoff=0.8)
        if meant:
            message = f"only one session has the {noun} {quoted(name)}"
            cure = f"did you mean {quoted(meant)}?"
            entry.block.report.warning("lookalike", entry.block.at(field), message, cure)
        known.add(name)


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _unused_rooms(entries: Iterable[Entry], file: Block) -> None:
    used = {_text(entry.block.node(SessionFields.room)) for entry in entries}
    rooms = _keys(file.node(FileFields.rooms))
    if not used <= {room.text for room in rooms} | {""}:
        return  # a room is misspelt, which is told already; it may be any of these
    for room in rooms:
        if room.text not in used:
            file.report.warning(
                "unused-room", room.at, f"room {quoted(room.text)} is never used", "delete it?"
            )


def _unused_names(schedule: Schedule, file: Block) -> None:
    contributors = [
        contributor
        for session in schedule.sessions
        for contributor in (*session.speakers, *session.organisers)
    ]
    named = {contributor.name for contributor in contributors}
    # Bodies that only stand behind their people count as well.
    details = [detail for contributor in contributors for detail in contributor.details]
    named |= {part.strip() for detail in details for part in re.split(r"[,/;]", detail)}
    named |= set(details)
    for name in _keys(file.node(FileFields.names)):
        if name.text not in named:
            message = f"no speaker or organiser is called {quoted(name.text)}"
            file.report.warning("unused-name", name.at, message, did_you_mean(name.text, named))


def _keys(node: Node) -> list[Scalar]:
    return [key for key, _ in node.pairs] if isinstance(node, Map) else []
