"""What a question asks to follow: as little as it names, and as much.

A name alone (a room, a type, a track, a person, a body) is followed as such, and a topic as a
saved question, so that what is announced later counts too. Whatever else was named means the
sessions that were found, and so does a topic that found a single one. Who names nothing but the
event means all of it, or its highlights.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.question import Ask, Question
from bot.questions.words.text import folded
from bot.schedule.model import Schedule, Session
from bot.schedule.targets import Target, TargetKind, saved

LONGEST = 200
"""Characters of a saved question."""


def targets(
    question: Question, sessions: Sequence[Session], schedule: Schedule
) -> tuple[Target, ...]:
    """What to follow for a question that found these sessions."""
    names = _names(question)
    if not _narrowed(question):
        if len(names) == 1 and not question.topic:
            ((kind, values),) = names.items()
            return tuple(Target(kind=kind, event=schedule.event.id, value=each) for each in values)
        if not names and not question.topic:
            return _whole(question, schedule)
        topic = topic_of(question, schedule)
        if topic is not None and (topic.kind is TargetKind.TAG or len(sessions) != 1):
            return (topic,)
    return tuple(
        Target(kind=TargetKind.SESSION, event=each.event, value=each.id) for each in sessions
    )


def topic_of(question: Question, schedule: Schedule) -> Target | None:
    """The topic of a question, if it has nothing else, as something to follow: a tag of the
    schedule if it is one, else a saved question."""
    if not question.topic or _narrowed(question) or _names(question):
        return None
    words = folded(question.topic)
    for session in schedule.shown:
        for tag in session.tags:
            if folded(tag) == words:
                return Target(kind=TargetKind.TAG, event=session.event, value=tag)
    return saved(schedule.event.id, question.language, question.topic[:LONGEST])


def names_something(question: Question) -> bool:
    """Whether it says by itself what it is about, without what was said before."""
    about_all = question.of_event or question.ask is Ask.RECOMMEND
    return bool(about_all or question.topic or _names(question) or _narrowed(question))


def _whole(question: Question, schedule: Schedule) -> tuple[Target, ...]:
    """All of the event, or its highlights, if that is what was asked for."""
    event = schedule.event.id
    if question.ask is Ask.RECOMMEND and schedule.highlights:
        return (Target(kind=TargetKind.HIGHLIGHTS, event=event),)
    return (Target(kind=TargetKind.EVENT, event=event),) if question.of_event else ()


def _names(question: Question) -> dict[TargetKind, tuple[str, ...]]:
    named = {
        TargetKind.ROOM: question.rooms,
        TargetKind.TYPE: question.types,
        TargetKind.TRACK: question.tracks,
        TargetKind.SPEAKER: question.speakers,
        TargetKind.ORGANISER: question.organisers,
    }
    return {kind: values for kind, values in named.items() if values}


def _narrowed(question: Question) -> bool:
    """Whether it means certain sessions, or a certain time."""
    return bool(question.sessions or question.window or question.within or question.languages)
