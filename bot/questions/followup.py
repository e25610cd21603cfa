"""How a question continues the one before it.

A short question without a topic changes only what it names; "where", "when" and "who" go to
the session last shown; "the second one" and "those" point at what was shown. A new topic never
inherits anything, and after half an hour nothing is continued.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.questions.question import Answer, Ask, Context, Errand, Question

KEPT = timedelta(minutes=30)
_ABOUT_ONE = (Ask.WHEN, Ask.WHERE, Ask.WHO, Ask.JOIN)


class Pointers(Protocol):
    """How the text points: concepts named, an ordinal, and how many words are no names."""

    ordinal: int | None
    words: int

    def has(self, *concepts: str) -> bool:
        """Whether one of the concepts was named."""


def continued(
    question: Question, marks: Pointers, context: Context | None, now: datetime
) -> Question:
    """The question, completed from what was shown before if it points there."""
    if context is None or (not context.shown and not context.question.window):
        return question
    if not timedelta(0) <= now - context.at <= KEPT or question.unknown or question.sessions:
        return question
    before = context.question
    points = marks.has("point.it", "point.those")
    named = (
        question.rooms
        or question.types
        or question.tracks
        or question.speakers
        or question.organisers
    )
    if question.topic and not marks.has("point.one-of"):
        return question
    if question.topic:
        return replace(question, within=context.shown) if len(context.shown) > 1 else question
    if marks.ordinal is not None and not named and not question.window and context.shown:
        at = marks.ordinal if marks.ordinal < 0 else marks.ordinal - 1
        if -len(context.shown) <= at < len(context.shown):
            return replace(question, sessions=(context.shown[at],), of_event=False)
        return question
    if question.errand is Errand.SET or question.errand is Errand.STOP:
        if named or question.window or not context.shown:
            return question
        chosen = (
            context.shown
            if marks.has("point.those")
            else context.shown[: 1 if marks.has("point.it") else None]
        )
        return replace(question, sessions=chosen)
    if question.errand or question.ask in (Ask.HELP, Ask.HELLO, Ask.THANKS, Ask.BYE):
        return question
    if question.ask in _ABOUT_ONE and not named and not question.window and context.shown:
        if question.ask is Ask.JOIN and question.of_event and not points:
            return question
        chosen = context.shown if marks.has("point.those") else context.shown[:1]
        return replace(question, sessions=chosen, of_event=False)
    if question.of_event:
        return question
    if named or question.window or question.languages:
        if marks.has("point.only", "point.and") or marks.words <= 3:
            return _merged(before, question)
        return question
    if points and context.shown:
        chosen = context.shown if marks.has("point.those") else context.shown[:1]
        return replace(question, sessions=chosen)
    return question


def _merged(before: Question, question: Question) -> Question:
    """The earlier question with the slots that the new one names."""
    people = question.speakers or question.organisers
    return replace(
        before,
        ask=question.ask if question.ask is not Ask.SESSIONS else _kept(before.ask),
        language=question.language,
        sessions=(),
        window=question.window or before.window,
        rooms=question.rooms or before.rooms,
        tracks=question.tracks or before.tracks,
        types=question.types or before.types,
        speakers=question.speakers if people else before.speakers,
        organisers=question.organisers if people else before.organisers,
        topic="" if people else before.topic,
        text=question.text,
        errand=None,
        leads=(),
        unknown=None,
    )


def _kept(ask: Ask) -> Ask:
    return ask if ask in (Ask.SESSIONS, Ask.COUNT, Ask.RECOMMEND) else Ask.SESSIONS


def shown(question: Question, answer: Answer, now: datetime) -> Context:
    """What to remember of an answer for the next question."""
    return Context(
        question=question, answer=answer, at=now, shown=tuple(s.key for s in answer.sessions)
    )
