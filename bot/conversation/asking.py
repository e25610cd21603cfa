"""Answering a question, and doing what it asks about reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.conversation import following
from bot.conversation.turn import Memory, Turn
from bot.messages import Reply, joined
from bot.questions.answer import answer
from bot.questions.followed import names_something, topic_of
from bot.questions.question import Answer, AnswerKind, Ask, Errand, Question, Reason, Window
from bot.questions.reading.followup import remembered
from bot.questions.understand import questions_in, understand
from bot.replies import actions, answers, talk
from bot.replies.wording import spoken
from bot.schedule.targets import Target
from bot.schedule.times import day_bounds, day_of
from bot.store import people, questions

_LACKING = (Reason.NOT_IN_PROGRAMME, Reason.NO_SUCH_PERSON)
"""Refusals that an admin may be able to mend with a `faq` entry."""


async def ask(turn: Turn, memory: Memory, question: Question, *, anyhow: bool = False) -> Reply:
    """Answer a question and remember what was shown; or do the errand that it is. With `anyhow`
    a topic that the programme does not have yet is followed without asking."""
    found = answer(question, turn.index, now=turn.now)
    turn = replace(turn, language=turn.person.language or question.language)
    if found.kind is AnswerKind.REMINDER:
        return await _errand(turn, memory, found, anyhow)
    return await _show(turn, memory, found)


async def ask_in_words(turn: Turn, memory: Memory, text: str) -> Reply:
    """Answer a message: its question, or each of its questions one after the other."""
    replies = []
    for part in questions_in(text, turn.index, now=turn.now):
        replies.append(await ask(turn, memory, await read(turn, part)))
        turn = replace(turn, context=memory.recall(turn.message))
    return joined(replies)


async def _show(turn: Turn, memory: Memory, found: Answer) -> Reply:
    question = found.question
    lacking = found.kind is AnswerKind.NONE and found.reason in _LACKING
    if lacking:
        await turn.store.do(questions.note, question.text, question.language, turn.now)
    _remember(turn, memory, found)
    reply = answers.render(
        found,
        programme=turn.programme,
        language=turn.language,
        zone=turn.person.zone,
        now=turn.now,
    )
    return _offering(turn, reply, _topic(found) if lacking else None)


async def _errand(turn: Turn, memory: Memory, found: Answer, anyhow: bool) -> Reply:
    errand, targets = found.question.errand, found.targets
    if errand is Errand.LIST:
        return await following.listing(turn)
    if errand is Errand.STOP_ALL:
        return await following.stop_all(turn)
    if errand is Errand.STOP:
        return await (following.unfollow(turn, targets) if targets else following.listing(turn))
    if not targets:
        return talk.subscribe_what(turn.reader, turn.programme)
    topic = _topic(found)
    if found.unsure:
        reply = await _show(turn, memory, replace(found, kind=AnswerKind.SESSIONS))
        return _offering(turn, reply, topic)
    if topic in targets and not found.sessions and not anyhow:
        reason = found.reason or Reason.NOT_IN_PROGRAMME
        return await _show(turn, memory, replace(found, kind=AnswerKind.NONE, reason=reason))
    _remember(turn, memory, found)
    reply = await following.follow(turn, targets, found.question.leads)
    return _offering(turn, reply, topic if topic not in targets else None)


def _topic(found: Answer) -> Target | None:
    """What was asked about, as something to follow, if it was a topic and nothing else."""
    return topic_of(found.question, found.schedule) if found.schedule else None


def _offering(turn: Turn, reply: Reply, topic: Target | None) -> Reply:
    """The reply with a button that follows a topic."""
    row = actions.follow_topic(topic, turn.reader.wording) if topic else ()
    return replace(reply, buttons=(*reply.buttons, row)) if row else reply


def _remember(turn: Turn, memory: Memory, found: Answer) -> None:
    memory.keep(turn.message, remembered(found, turn.now, turn.context))


async def read(turn: Turn, text: str) -> Question:
    """What a text asks, for this person, after what was last shown to them. Its language is
    kept: reminders come in it, unless one was chosen."""
    question = understand(
        text,
        turn.index,
        now=turn.now,
        language=turn.person.reads or spoken(turn.message.language),
        zone=turn.person.zone,
        context=turn.context,
    )
    if question.language != turn.person.heard:
        await turn.store.do(people.set_heard, turn.person.id, question.language)
    return question


async def named(turn: Turn, text: str) -> Question:
    """What the text behind a command names, by itself, or else by what was shown before."""
    alone = await read(replace(turn, context=None), text)
    return alone if names_something(alone) else await read(turn, text)


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
