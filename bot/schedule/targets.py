"""What a person can follow in a programme, and which sessions that means.

A target is stored as three words (kind, event, value), so that the database can join
subscriptions with sessions; `targets_of` gives, for one session, every target that selects it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.schedule.model import Session


class TargetKind(StrEnum):
    """The kinds of things a person can follow."""

    HIGHLIGHTS = "highlights"
    EVENT = "event"
    SESSION = "session"
    TRACK = "track"
    ROOM = "room"
    SPEAKER = "speaker"
    ORGANISER = "organiser"
    TYPE = "type"
    TAG = "tag"
    QUERY = "query"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One followed thing: `value` is an id or name within `event` (empty for the event itself
    and its highlights; the language and the words of a saved question, see `saved`)."""

    kind: TargetKind
    event: str
    value: str = ""

    @property
    def asked(self) -> tuple[str, str]:
        """The language and the words of a saved question."""
        language, _, words = self.value.partition(" ")
        return language, words


def saved(event: str, language: str, words: str) -> Target:
    """A saved question about an event: whatever it finds, now and later."""
    return Target(kind=TargetKind.QUERY, event=event, value=f"{language} {words}")


def targets_of(session: Session) -> tuple[Target, ...]:
    """Every target, saved questions apart, by which a follower hears of this session."""

    def target(kind: TargetKind, value: str = "") -> Target:
        return Target(kind=kind, event=session.event, value=value)

    found = [target(TargetKind.SESSION, session.id), target(TargetKind.EVENT)]
    if session.featured:
        found.append(target(TargetKind.HIGHLIGHTS))
    for kind, value in (
        (TargetKind.TRACK, session.track),
        (TargetKind.ROOM, session.room),
        (TargetKind.TYPE, session.type),
    ):
        if value:
            found.append(target(kind, value))
    found += [target(TargetKind.SPEAKER, each.name) for each in session.speakers]
    found += [target(TargetKind.ORGANISER, each.name) for each in session.organisers]
    found += [target(TargetKind.TAG, tag) for tag in session.tags]
    return tuple(dict.fromkeys(found))
