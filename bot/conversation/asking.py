"""Answering a question, and doing what it asks about reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.conversation import following
from bot.conversation.turn import Memory, Turn
from bot.messages import Reply
from bot.questions.answer import answer
from bot.questions.question import Answer, Ask, Context, Errand, Kind, Question, Reason, Window
from bot.questions.understand import understand
from bot.replies import answers, talk
from bot.schedule.times import day_bounds, day_of
from bot.store import questions

_LACKING = (Reason.NOT_IN_PROGRAMME, Reason.NO_SUCH_PERSON)
"""Refusals that an admin may be able to mend with a `faq` entry."""


async def ask(turn: Turn, memory: Memory, question: Question) -> Reply:
    """Answer a question and remember what was shown; or do the errand that it is."""
    found = answer(question, turn.index, now=turn.now, context=turn.context)
    turn = replace(turn, language=turn.person.language or question.language)
    if found.kind is Kind.REMINDER:
        return await _errand(turn, memory, found)
    if found.kind is Kind.NONE and found.reason in _LACKING:
        await turn.store.do(questions.note, question.text, question.language, turn.now)
    _remember(turn, memory, found)
    return answers.render(
        found,
        programme=turn.programme,
        language=turn.language,
        zone=turn.person.zone,
        now=turn.now,
    )


async def _errand(turn: Turn, memory: Memory, found: Answer) -> Reply:
    errand = found.question.errand
    if errand is Errand.LIST:
        return await following.listing(turn)
    if errand is Errand.STOP_ALL:
        return await following.stop_all(turn)
    targets = found.targets or tuple(map(following.session_target, found.sessions))
    if errand is Errand.STOP:
        return await (following.unfollow(turn, targets) if targets else following.listing(turn))
    if not targets:
        return talk.subscribe_what(turn.reader, turn.programme)
    if found.unsure:
        return answers.render(
            found,
            programme=turn.programme,
            language=turn.language,
            zone=turn.person.zone,
            now=turn.now,
        )
    _remember(turn, memory, found)
    return await following.follow(turn, targets, found.question.leads)


def _remember(turn: Turn, memory: Memory, found: Answer) -> None:
    shown = tuple(session.key for session in found.sessions)
    context = Context(question=found.question, answer=found, at=turn.now, shown=shown)
    memory.keep(turn.message, context)


def read(turn: Turn, text: str) -> Question:
    """What a text asks, for this person, after what was last shown to them."""
    return understand(
        text,
        turn.index,
        now=turn.now,
        language=turn.person.language or turn.message.language,
        zone=turn.person.zone,
        context=turn.context,
    )


def about(turn: Turn, ask: Ask) -> Question:
    """A question about the event at hand, as a command puts it."""
    event = turn.schedule.event.id if turn.schedule else None
    return Question(ask=ask, event=event, language=turn.language)


def day(turn: Turn, ahead: int) -> Question:
    """The sessions of today (`ahead` 0) or a day after, on the venue's calendar."""
    question = about(turn, Ask.SESSIONS)
    if turn.schedule is None:
        return question
    zone = turn.schedule.event.timezone
    on = day_of(turn.now, zone) + timedelta(days=ahead)
    start, end = day_bounds(on, zone)
    return replace(question, window=Window(start=start, end=end, day=on, whole_day=True))


def session(turn: Turn, key: str) -> Question:
    """One session, named by its key."""
    event, _, _ = key.partition("/")
    return Question(event=event, sessions=(key,), language=turn.language)
