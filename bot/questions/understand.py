"""From a text to a `Question`: which event it is about, what it asks (`asking`), what of that is
guessed by meaning (`guess`), and what it continues (`followup`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.questions.index import EventIndex, Index
from bot.questions.names.found import Found
from bot.questions.question import Ask, Context, Question, Reason
from bot.questions.reading.asking import TALK, asked
from bot.questions.reading.chat import weigh
from bot.questions.reading.followup import continued, is_fresh
from bot.questions.reading.guess import guessed
from bot.questions.reading.remarks import request_of, told_in
from bot.questions.reading.sentence import Sentence
from bot.questions.words.lexicon import LANGUAGES, every_lexicon
from bot.questions.words.text import LIMIT, clean, tokens

_ENDS = re.compile(r"(?<=[?؟？;\n])")  # where one question of a message may end


def understand(
    text: str,
    index: Index,
    *,
    now: datetime,
    language: str | None = None,
    zone: str | None = None,
    context: Context | None = None,
    event: str | None = None,
) -> Question:
    """What a text asks. `language` and `zone` are the person's, `context` what they were last
    shown, `event` the one the chat is about. Never raises, whatever the text."""
    cleaned = clean(text)
    parts = tokens(cleaned)
    spoken = context.question.language if context is not None else None
    own = next((each for each in (language, spoken) if each in LANGUAGES), None)
    chosen = _event(index, cleaned, now, context, event)
    if not parts or chosen is None:
        reason = Reason.NOT_IN_PROGRAMME if parts else Reason.EMPTY
        return Question(unknown=(reason, ""), language=own or "en", text=cleaned)
    sentence = Sentence(cleaned, parts, chosen, now=now, own=own, zone=zone)
    weigh(sentence, index.telling)
    told = told_in(sentence)
    request = request_of(sentence)
    if request:
        whole, own = sentence, sentence.language
        sentence = Sentence(request, tokens(request), chosen, now=now, own=own, zone=zone)
        sentence.take_time(whole)
        weigh(sentence, index.telling)
    question = asked(sentence)
    if not _asks_programme(sentence):
        question = guessed(
            question,
            index,
            known=sentence.known,
            remarks=bool(sentence.remarks or (told and sentence.seeks_advice)),
            timed=bool(sentence.time.used),
            only_timed=bool(sentence.time.window) and not (sentence.left or sentence.names_meal),
            chores=sentence.said.chores(),
            continues=context is not None and is_fresh(context, now) and bool(context.shown),
        )
    return replace(continued(question, sentence, context, now), told=told, whole=cleaned)


def _asks_programme(sentence: Sentence) -> bool:
    """Whether it asks for the programme as a whole: "what is on the agenda"."""
    return {ask.concept for ask in sentence.asks} == {"ask.programme"} and not sentence.left


def questions_in(text: str, index: Index, *, now: datetime) -> tuple[str, ...]:
    """The questions of a message, each by itself: mostly one, the text as it is. Several only
    where each asks something and says about what."""
    pieces = [piece for piece in map(str.strip, _ENDS.split(text[: 4 * LIMIT])) if piece]
    if len(pieces) < 2:
        return (text,)
    read = [understand(piece, index, now=now) for piece in pieces]
    whole = all(map(_stands_alone, read))
    return tuple(pieces) if whole else (text,)


def _stands_alone(question: Question) -> bool:
    """Whether a question says what it wants and about what."""
    about = question.sessions or question.speakers or question.organisers or question.rooms
    asks = question.ask not in (Ask.SESSIONS, Ask.RECOMMEND, *(ask for _, ask in TALK))
    timed = question.window is not None and not question.topic
    asks_about = asks and (about or question.topic)
    return not question.told and bool(question.of_event or timed or asks_about)


def _event(
    index: Index, text: str, now: datetime, context: Context | None, event: str | None
) -> EventIndex | None:
    """The event a text speaks of: named, or the only one that has what it names, or the one of
    the talk, or the nearest in time."""
    events = list(index.events.values())
    if len(events) < 2:
        return next(iter(events), None)
    parts = tokens(text)
    words = [*every_lexicon().find("place", parts), *every_lexicon().find("time", parts)]
    found = [(each, each.finder.find(text, parts, words)) for each in events]
    for each, names in found:
        free = [not taken and len(p.text) > 2 for p, taken in zip(parts, names.taken, strict=True)]
        each.finder.find_people(parts, free, (False, False), names)
    for has in (_names_event, _names_session, _names_anything):
        only = [each for each, names in found if has(names)]
        if len(only) == 1:
            return only[0]
    previous = context.question.event if context else None
    for known in (previous, event):
        if known in index.events:
            return index.events[known]
    return min(events, key=lambda each: _distance(each, now))


def _names_event(found: Found) -> bool:
    return found.event


def _names_session(found: Found) -> bool:
    return bool(found.sessions or found.titles)


def _names_anything(found: Found) -> bool:
    return bool(found.rooms or found.people or found.body_mentions or found.track_mentions)


def _distance(event: EventIndex, now: datetime) -> tuple[int, int]:
    """On now, else to come, else past; the nearer the smaller."""
    before = (event.event.first_day - now.date()).days
    after = (now.date() - event.event.last_day).days
    if before > 0:
        return (1, before)
    return (2, after) if after > 0 else (0, 0)
