"""What a schedule is: an event, its sessions and what they hang on, as immutable values.

Nothing here reads files (`yamlfile`) or knows time zones (`times`). Instants are aware UTC;
a `day` is a calendar day at the venue. What no source states is None: it is still to be
announced, and nobody may fill it with a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the file states it, with the translations that the file gives.

    `original` is in `language` (None: the file does not say); `translations` are pairs of a
    language code and the text in it.
    """

    original: str
    translations: tuple[tuple[str, str], ...] = ()
    language: str | None = None

    def in_language(self, language: str) -> str:
        """The text in that language, or as it stands in the file."""
        return dict(self.translations).get(language, self.original)

    def every(self) -> tuple[str, ...]:
        """The original and all translations: what the text may be called by."""
        return (self.original, *(text for _, text in self.translations))

    def __str__(self) -> str:
        return self.original


class Status(StrEnum):
    """Whether a session takes place. A draft is never shown; the others are."""

    SCHEDULED = "scheduled"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DRAFT = "draft"


class Part(StrEnum):
    """Part of the day, where a source states it but not the hour."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Mode(StrEnum):
    """Where an event takes place; decides whose clock is shown first."""

    IN_PERSON = "in-person"
    HYBRID = "hybrid"
    ONLINE = "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A session type, a track or a room: an id, a name, and what else people call it."""

    id: str
    name: Text
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Room(Label):
    """A place where sessions are held. `address` only if it is not the event's own."""

    address: str | None = None
    join: str | None = None


Place = tuple[Text, str | None]
"""A room as people know it: its name and its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """A person or body named in a session as speaker or organiser.

    `details` are what stood in brackets behind the name: affiliation, role ("moderator").
    """

    name: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One entry of the programme. People's subscriptions hang on `event` and `id`."""

    event: str
    id: str
    title: Text
    code: str | None = None
    also: tuple[str, ...] = ()
    type: str | None = None
    track: str | None = None
    room: str | None = None
    day: date | None = None
    part: Part | None = None
    start: datetime | None = None
    end: datetime | None = None
    duration: timedelta | None = None  # the stated length, also when the hour is not announced
    status: Status = Status.SCHEDULED
    featured: bool = False
    join: str | None = None
    url: str | None = None
    summary: Text | None = None
    note: Text | None = None
    instead: str | None = None
    format: str | None = None
    tags: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()  # what people ask who want it
    languages: tuple[str, ...] = ()
    speakers: tuple[Contributor, ...] = ()
    organisers: tuple[Contributor, ...] = ()
    sources: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for moment in (self.start, self.end):
            if moment is not None and moment.utcoffset() != timedelta(0):
                raise ValueError(f"session {self.id!r}: instants are aware UTC")

    @property
    def key(self) -> str:
        """`event/id`: names the session among all events."""
        return f"{self.event}/{self.id}"

    @property
    def takes_place(self) -> bool:
        """Whether people can expect it at its time (announced, and not called off)."""
        return self.status in (Status.SCHEDULED, Status.TENTATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The conference itself."""

    id: str
    name: Text
    timezone: str
    first_day: date
    last_day: date
    also: tuple[str, ...] = ()
    mode: Mode = Mode.HYBRID
    theme: Text | None = None
    host: Text | None = None
    venue: str | None = None
    url: str | None = None
    join: str | None = None
    join_note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """An answer about the event as a whole, with the ways of asking for it in any language."""

    ask: tuple[str, ...]
    answer: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRules:
    """When people are reminded if they did not choose: leads, longest first, and the local
    hour for sessions whose own hour is not announced. `message` is one more line, with
    fields in braces, for every reminder of the event."""

    before: tuple[timedelta, ...] = (timedelta(days=1), timedelta(hours=1), timedelta(minutes=10))
    day_only: time = time(8, 0)
    message: str | None = None


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """An event's published programme. `version` is a hash of the file's text; `as_of` the
    instant at which that text was saved or published, where it is known; `number` counts the
    event's publications, 0 for a text that is not published."""

    event: Event
    sessions: tuple[Session, ...]
    rooms: tuple[Room, ...] = ()
    types: tuple[Label, ...] = ()
    tracks: tuple[Label, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faq: tuple[Faq, ...] = ()
    reminders: ReminderRules = ReminderRules()
    version: str = ""
    as_of: datetime | None = None
    number: int = 0

    @cached_property
    def _by_id(self) -> dict[str, Session]:
        return {session.id: session for session in self.sessions}

    @cached_property
    def _rooms(self) -> dict[str, Room]:
        return {room.id: room for room in self.rooms}

    def session(self, id: str) -> Session | None:
        """The session with that id, if the schedule has it."""
        return self._by_id.get(id)

    def room_of(self, session: Session) -> Room | None:
        """The room a session is in, if it is announced."""
        return self._rooms.get(session.room) if session.room else None

    def place_of(self, session: Session) -> Place | None:
        """What people are shown of the room a session is in: its name and its address."""
        room = self.room_of(session)
        return (room.name, room.address) if room else None

    def join_of(self, session: Session) -> str | None:
        """Where to join remotely: the session's own link, else its room's, else the event's."""
        room = self.room_of(session)
        return session.join or (room.join if room else None) or self.event.join

    @property
    def shown(self) -> Iterator[Session]:
        """The sessions people may see: all but drafts, in the file's order."""
        return (session for session in self.sessions if session.status is not Status.DRAFT)

    @property
    def highlights(self) -> list[Session]:
        """The sessions shown that stand out."""
        return [session for session in self.shown if session.featured]


@dataclass(frozen=True, kw_only=True)
class Programme:
    """Everything that is published: one schedule for each event."""

    schedules: tuple[Schedule, ...] = ()

    def schedule(self, event: str) -> Schedule | None:
        """The schedule of that event."""
        return next((each for each in self.schedules if each.event.id == event), None)

    def of(self, session: Session) -> Schedule:
        """The schedule that a session of this programme belongs to."""
        schedule = self.schedule(session.event)
        if schedule is None:
            raise LookupError(f"no schedule of {session.event!r}")
        return schedule

    def session(self, key: str) -> Session | None:
        """The session named `event/id`."""
        event, _, id = key.partition("/")
        schedule = self.schedule(event)
        return schedule.session(id) if schedule else None
