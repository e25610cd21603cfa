"""Which sessions fit what a question names, and in which order they are shown.

Filters say yes, no, or perhaps: a session of the right day whose hour is not announced is never
a match for an hour, only mentioned beside the matches.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.questions.index import EventIndex
from bot.questions.question import Question, Window, Without
from bot.schedule.model import Part, Session
from bot.schedule.times import to_local

# From and to, in hours: when a session may be of which only the part of the day is stated.
_PARTS = {Part.MORNING: (0, 13), Part.AFTERNOON: (12, 19), Part.EVENING: (17, 24)}
_NOTHING = Without()
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(slots=True)
class Chosen:
    """Sessions (by position) that fit, and those that may: their hour is not announced."""

    sessions: list[int] = field(default_factory=list)
    hour_unknown: list[int] = field(default_factory=list)


def choose(question: Question, event: EventIndex) -> Chosen:
    """The event's sessions that fit all that the question names; its topic is not looked at."""
    chosen = Chosen()
    people = _with_people(question, event)
    without = question.without or _NOTHING
    unwanted = {at for subject in without.subjects for at in event.search.about(subject)}
    unwanted |= _of_people(without.speakers, event) | _of_bodies(without.organisers, event)
    for at, session in enumerate(event.sessions):
        if at in unwanted or (people is not None and at not in people):
            continue
        if not _fits_names(session, question):
            continue
        fits = _fits_window(session, question.window, event)
        if fits is None:
            chosen.hour_unknown.append(at)
        elif fits:
            chosen.sessions.append(at)
    return chosen


def _fits_names(session: Session, question: Question) -> bool:
    without = question.without or _NOTHING
    return not (
        session.type in without.types
        or session.format in without.formats
        or session.track in without.tracks
        or session.room in without.rooms
        or session.key in question.besides
        or (question.within and session.key not in question.within)
        or (question.rooms and session.room not in question.rooms)
        or (question.types and session.type not in question.types)
        or (question.formats and session.format not in question.formats)
        or (question.tracks and session.track not in question.tracks)
        or (question.languages and not set(question.languages) & set(session.languages))
    )


def _with_people(question: Question, event: EventIndex) -> set[int] | None:
    """Where the people named speak (else what they organise) and what the bodies named
    organise (else where people of theirs speak); None if nobody is named."""
    if not question.speakers and not question.organisers:
        return None
    if question.speakers:  # "the google guy, vint cerf": the person is the one
        return _of_people(question.speakers, event)
    return _of_bodies(question.organisers, event, hosting=question.hosting)


def _of_people(names: Container[str], event: EventIndex) -> set[int]:
    found = (each.speaks or each.organises for each in event.names.people if each.name in names)
    return set().union(*found)


def _of_bodies(names: Container[str], event: EventIndex, *, hosting: bool = False) -> set[int]:
    bodies = [each for each in event.names.bodies.values() if each.name in names]
    if hosting:
        return set().union(*(each.organises or each.speaks for each in bodies))
    return set().union(*(each.organises | each.speaks for each in bodies))


def _fits_window(session: Session, window: Window | None, event: EventIndex) -> bool | None:
    """Whether a session starts (or is on) in the window; None if it may."""
    if window is None:
        return True
    if window.days and session.day not in window.days:
        return False
    if session.start is not None:
        starts = window.start <= session.start < window.end
        return starts or (window.running and runs(session, window.start))
    if session.day is None:  # any day will do
        first, last = min(event.bounds.values()), max(event.bounds.values())
        return window.start <= first[0] and last[1] <= window.end
    start, end = event.bounds[session.day]
    if window.whole_day or (window.start <= start and end <= window.end):
        return start < window.end and end > window.start
    if session.part:
        low, high = _PARTS[session.part]
        start, end = start + timedelta(hours=low), start + timedelta(hours=high)
    return None if start < window.end and end > window.start else False


def runs(session: Session, at: datetime) -> bool:
    """Whether a session is known to be on at an instant."""
    known = session.start is not None and session.end is not None and session.takes_place
    return bool(known and session.start and session.end and session.start <= at < session.end)


def following(among: Iterable[int], event: EventIndex, now: datetime) -> list[int]:
    """What starts next: all that share the earliest known start still to come."""
    starts = {
        at: session.start
        for at in among
        if (session := event.sessions[at]).start and session.start > now and session.takes_place
    }
    first = min(starts.values(), default=None)
    return [at for at, start in starts.items() if start == first]


def today_unknown(among: Iterable[int], event: EventIndex, now: datetime) -> list[int]:
    """Sessions of today whose hour is not announced."""
    today = to_local(now, event.event.timezone).date()
    return [
        at for at in among if (session := event.sessions[at]).day == today and session.start is None
    ]


def in_time(places: Iterable[int], event: EventIndex, window: Window | None) -> list[int]:
    """By start; what had begun before the window after what starts in it, unknown hours last on
    their day, unknown days at the very end."""

    def key(at: int) -> tuple[object, ...]:
        session = event.sessions[at]
        begun = window is not None and session.start is not None and session.start < window.start
        return (session.day is None, str(session.day), begun, session.start or _LAST, at)

    return sorted(places, key=key)


def own_first(places: Iterable[int], question: Question, event: EventIndex) -> list[int]:
    """What a body organises itself before what its people organise."""
    own: set[int] = set()
    for body in event.names.bodies.values():
        if body.name in question.organisers:
            own |= body.itself
    return sorted(places, key=lambda at: at not in own)
