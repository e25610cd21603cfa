"""From a `Question` to an `Answer`: an errand, talk, a fact of the event, or sessions (`finding`).

A prepared answer of the schedule counts as a fact: the surer it is that a fact is asked for, the
less near it must be.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.questions.finding.described import described
from bot.questions.finding.sessions import Finding
from bot.questions.followed import targets
from bot.questions.index import Index
from bot.questions.question import Answer, AnswerKind, Ask, Errand, Question, Reason
from bot.schedule.model import Session

# Measured on questions in eight languages over a real programme; they belong to the encoder.
_FAQ = 0.68  # nearness from which a prepared answer is the one
_FAQ_FACT = 0.45  # ... where the event is asked about anyway
_FAQ_ALONE = 0.85  # ... where nothing but the programme is asked for, or the hour of something
_FAQ_JOIN, _JOINED = 0.33, 0.3  # of a question how to join: of a prepared answer, a session
_JOIN_SURELY = 0.68  # ... of a prepared answer, where a session has the words
_ANY_TIME = datetime.min.replace(tzinfo=UTC)  # where the present makes no difference


def answer(question: Question, index: Index, *, now: datetime) -> Answer:
    """The answer to a question. Pure: the same question, index and instant, the same answer."""
    event = index.events.get(question.event or "")
    if event is None:
        kind = AnswerKind.HELP if question.ask.is_talk else AnswerKind.NONE
        reason = question.unknown[0] if question.unknown else Reason.NOT_IN_PROGRAMME
        return Answer(kind=kind, question=question, reason=reason)
    finding = Finding(question, index, event, now)
    found = _answered(finding)
    found = described(found, finding) or found
    if found.reason is Reason.NOT_IN_PROGRAMME and question.topic and not question.within:
        return _elsewhere(question, index, now) or found
    return found


def _elsewhere(question: Question, index: Index, now: datetime) -> Answer | None:
    """What another event has on a topic that the event asked about does not have."""
    for id, event in index.events.items():
        if id != question.event and not (question.rooms or question.types or question.tracks):
            other = replace(question, event=id)
            found = _answered(Finding(other, index, event, now))
            if found.kind is AnswerKind.SESSIONS and not found.unsure:
                return found
    return None


def found_by(question: Question, index: Index) -> tuple[Session, ...]:
    """Every session that a question surely means, by its topic and all that it names, however
    many they are; in order of time."""
    event = index.events.get(question.event or "")
    if event is None:
        return ()
    return Finding(question, index, event, now=_ANY_TIME).about_all()


def _answered(found: Finding) -> Answer:
    question = found.question
    if question.errand:
        return _errand(found)
    if question.ask.is_talk and not question.of_event:
        return found.make(AnswerKind.HELP)
    if question.unknown and not question.sessions:
        return found.refuse(*question.unknown)
    if question.ask is Ask.JOIN and not found.question.named and not _joins_session(found):
        # "How do remote hubs work", "which platform do you use"
        return found.fact(_FAQ_JOIN) or found.make(AnswerKind.EVENT)
    if question.of_event:
        prepared = None if question.several else found.fact(_FAQ_FACT)
        return prepared or found.make(AnswerKind.EVENT)
    timely = question.ask in (Ask.NOW, Ask.NEXT)
    lacking = found.topic is not None and found.topic.lacking
    if not (found.question.named or timely or lacking):
        exact = question.ask in (Ask.WHEN, Ask.LENGTH, Ask.WHERE)
        alone = exact if question.topic else not exact  # "what time is the closing", "sessions?"
        return found.fact(_FAQ_ALONE if alone else _FAQ) or found.sessions()
    return found.sessions()


def _joins_session(found: Finding) -> bool:
    """Whether it is a session, by its topic, that is to be joined, and not the event."""
    if found.topic is None or not found.topic.hits or found.question.of_event:
        return False
    best = found.topic.hits[0]
    if found.index.has_vectors and best.near < _JOINED:
        return False
    prepared = _JOIN_SURELY if best.exact >= 0.7 else _FAQ_FACT  # "which platform do you use"
    return best.exact >= 0.5 and found.fact(prepared) is None


def _errand(found: Finding) -> Answer:
    """What is to be done about reminders, and of which sessions."""
    question, schedule = found.question, found.event.schedule
    if question.errand in (Errand.LIST, Errand.STOP_ALL):
        return found.make(AnswerKind.REMINDER)
    if not found.question.named and not question.topic:
        return found.make(AnswerKind.REMINDER, targets=targets(question, (), schedule))
    if question.unknown and not question.sessions:
        return found.refuse(*question.unknown)
    shown = found.sessions()
    follow = targets(shown.question, shown.sessions, schedule)
    return replace(shown, kind=AnswerKind.REMINDER, targets=follow)
