"""How a question continues the one before it.

A short question without a topic changes only what it names; "where", "when" and "who" go to
the session last shown; "the second one" and "those" point at what was shown. A new topic never
inherits anything, and after half an hour nothing is continued.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.questions.question import Answer, Ask, Context, Errand, Question
from bot.questions.reading.pointing import (
    asks_alone,
    bare_rooms,
    is_brief,
    is_of_one,
    is_one_of,
)
from bot.questions.reading.sentence import Sentence

KEPT = timedelta(minutes=30)
_HOUR = timedelta(hours=1)
_SHORT = 3  # words besides names: "room 8?" continues, a sentence of its own does not
_ABOUT_ONE = (Ask.WHEN, Ask.LENGTH, Ask.WHERE, Ask.WHO, Ask.JOIN)


def is_fresh(context: Context, now: datetime) -> bool:
    """Whether what was shown is still spoken of."""
    return timedelta(0) <= now - context.at <= KEPT


def continued(
    question: Question, sentence: Sentence, context: Context | None, now: datetime
) -> Question:
    """The question, completed from what was shown before if it points there."""
    if context is None or not is_fresh(context, now):
        return question
    level = sentence.says("point.level") and not sentence.says("ask.join", "ask.online")
    if level and context.shown and not (question.sessions or question.rooms):
        # "Will I get it if I am no engineer": of what was shown, whatever else it says.
        return Question(
            language=question.language,
            event=question.event,
            sessions=context.shown[:1],
            text=question.text,
        )
    if question.unknown or question.sessions:
        return question
    if context.question.rooms and bare_rooms(sentence) and not _names(question):
        question = replace(question, rooms=bare_rooms(sentence), topic="")  # "and in XI?"
    if context.question.errand and sentence.says("errand.cancel") and not _names(question):
        return replace(question, ask=Ask.REMIND, errand=Errand.STOP, sessions=context.shown)
    chat = (is_brief(sentence) and not question.meant) or asks_alone(sentence)
    if question.topic and chat and _about_one(question):
        question = replace(question, topic="")  # "and who's giving it": no topic, only words
    if question.topic:
        among = sentence.says("point.one-of") and len(context.shown) > 1
        return replace(question, within=context.shown) if among else question
    if _names(question) and sentence.says("point.those", "point.one-of") and len(context.shown) > 1:
        return replace(question, within=context.shown)
    if sentence.says("point.earliest", "point.latest") and not _names(question) and context.listed:
        return replace(question, within=context.listed, window=None)
    several = context.listed or context.shown
    if question.window and not _names(question) and is_one_of(sentence, several):
        return replace(question, within=several, of_event=False)  # "the one on Wednesday"
    one = is_of_one(sentence) or _joins_shown(question, context)
    if question.window and context.shown and one and not _names(question):
        # "Is that one still on this afternoon", "does it end before six?"
        return replace(question, sessions=context.shown[:1], window=None, of_event=False)
    if _names(question) or question.window or question.languages:
        return _narrowed(question, sentence, context)
    return _pointed(question, sentence, context) if context.shown else question


def _asks_more(question: Question, sentence: Sentence) -> bool:
    """Whether it asks for what comes next of the same: "more", "anything else?"."""
    points = ("point.those", "point.same-topic", "point.other")
    return (
        sentence.says("point.more")
        and not sentence.says(*points)
        and not (question.errand or question.of_event or sentence.left)
        and question.ask in (Ask.SESSIONS, Ask.NEXT, Ask.RECOMMEND, Ask.HELP)
    )


def _about_one(question: Question) -> bool:
    return question.ask in _ABOUT_ONE and not question.of_event and not question.window


def _asks_whose(question: Question, sentence: Sentence, context: Context) -> bool:
    """ "Who is there from Mozilla": whether a body sends somebody to the one that was shown."""
    names, place = sentence.event.names, sentence.event.place
    asks = question.ask is Ask.WHO and not (question.window or question.types or question.rooms)
    bodies = [names.bodies[key] for key in sentence.found.bodies]
    at = place.get(context.shown[0]) if len(context.shown) == 1 else None
    return asks and any(at in body.speaks | body.organises for body in bodies)


def _joins_shown(question: Question, context: Context) -> bool:
    """ "Can I join from home tomorrow": the only one that was shown, if it is that day."""
    if question.ask is not Ask.JOIN or question.window is None or len(context.shown) > 1:
        return False
    return any(session.day == question.window.day for session in context.answer.sessions)


def _names(question: Question) -> bool:
    return question.labelled or bool(question.speakers or question.organisers)


def _narrowed(question: Question, sentence: Sentence, context: Context) -> Question:
    """ "And on Wednesday?", "only in room 8": the earlier question with other slots."""
    if _asks_whose(question, sentence, context):
        return replace(question, sessions=context.shown[:1], organisers=(), of_event=False)
    alone = question.errand or question.of_event or question.ask.is_talk
    short = sentence.says("point.only", "point.and", "point.one-of") or sentence.unnamed <= _SHORT
    return question if alone or not short else _merged(context.question, question, sentence)


def _pointed(question: Question, sentence: Sentence, context: Context) -> Question:
    """The question about sessions that were shown, if it points at some."""
    shown = context.shown
    if question.errand in (Errand.LIST, Errand.STOP_ALL):
        return question
    if sentence.says("point.same-topic"):
        return _likewise(question, context)
    if _asks_more(question, sentence) and (len(shown) > 1 or context.question.ask is Ask.NEXT):
        known = (*context.question.besides, *shown)
        return replace(context.question, besides=known, sessions=(), unknown=None)
    if sentence.ordinal is not None:
        listed = context.listed or shown
        at = sentence.ordinal if sentence.ordinal < 0 else sentence.ordinal - 1
        if not -len(listed) <= at < len(listed):
            return replace(question, within=listed)  # there is no ninth of four
        return replace(question, sessions=(listed[at],), pick=None, of_event=False)
    others = tuple(key for key in context.listed if key not in shown)
    if sentence.says("point.other") and others and not question.of_event:
        return replace(question, sessions=others)
    if sentence.says("point.previous") and shown[0] in context.listed[1:]:
        before = context.listed[context.listed.index(shown[0]) - 1]
        return replace(question, sessions=(before,), pick=None, of_event=False)
    these, this = sentence.says("point.those"), sentence.says("point.it")
    if question.errand:
        whole = question.of_event or question.ask is Ask.RECOMMEND  # or its highlights
        if whole and not (these or this):
            return question
        return replace(question, sessions=shown[:1] if this and not these else shown)
    if question.of_event and sentence.found.event:
        return question  # "where is the forum?", whatever was shown
    several = len(shown) > 1 and question.ask is Ask.JOIN and question.of_event and not this
    if question.ask.is_talk or several:
        return question  # "can I listen from home" is of the event, but of the one that was shown
    if question.ask in _ABOUT_ONE or ((these or this) and not question.of_event):
        return replace(question, sessions=shown if these else shown[:1], of_event=False)
    return question


def _likewise(question: Question, context: Context) -> Question:
    """What else there is on the topic of what was shown."""
    first = next(iter(context.answer.sessions), None)
    topic = context.question.topic or (str(first.title) if first else "")
    asks = replace(question, ask=Ask.SESSIONS, topic=topic, text=topic or question.text)
    return replace(asks, meant=True, besides=context.shown)


def _merged(before: Question, question: Question, sentence: Sentence) -> Question:
    """The earlier question with the slots that the new one names."""
    window = question.window
    if window and sentence.hours_only and before.window and before.window.day and window.day:
        days = before.window.day - window.day  # "and in the afternoon?": of the same day
        start, end = window.start + days, window.end + days
        window = replace(window, start=start, end=end, day=before.window.day)
    elif window and window.day and window.whole_day and before.window and before.window.day:
        days, hours = window.day - before.window.day, before.window.end - before.window.start
        if hours <= _HOUR:  # "and Wednesday?", after "Monday at 9"
            start = before.window.start + days
            window = replace(before.window, start=start, end=start + hours, day=window.day)
    people = question.speakers or question.organisers
    kept = before.ask in (Ask.SESSIONS, Ask.COUNT, Ask.RECOMMEND)
    asked = question.ask if question.ask is not Ask.SESSIONS else None
    return replace(
        before,
        ask=asked or (before.ask if kept else Ask.SESSIONS),
        language=question.language,
        sessions=(),
        window=window or before.window,
        rooms=question.rooms or before.rooms,
        tracks=question.tracks or before.tracks,
        types=question.types or before.types,
        formats=question.formats or before.formats,
        speakers=question.speakers if people else before.speakers,
        organisers=question.organisers if people else before.organisers,
        hosting=question.hosting if people else before.hosting,
        without=question.without or before.without,
        languages=question.languages or before.languages,
        topic="" if people else before.topic,
        pick=question.pick,
        text=question.text,
        besides=(),
        errand=None,
        leads=(),
        of_event=False,
        unknown=None,
    )


def remembered(answer: Answer, now: datetime, before: Context | None) -> Context:
    """What to remember of an answer for the next question: thanks and greetings show nothing, and
    what was shown before them is still what is spoken of."""
    shown = tuple(session.key for session in answer.sessions)
    if answer.question.ask.is_talk and not shown and before is not None:
        return replace(before, at=now)
    new = Context(question=answer.question, answer=answer, at=now, shown=shown)
    if len(shown) > 1:
        return replace(new, listed=shown)
    kept = before is not None and bool(shown) and set(shown) <= set(before.listed)
    return replace(new, listed=before.listed) if before is not None and kept else new
