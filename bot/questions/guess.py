"""What a sentence asks that the words of no lexicon explain: what the nearest example asks.

Only for sentences that name nothing of the programme; a guess never overrules a name, a time or
a subject that was read.
"""

from __future__ import annotations

from dataclasses import replace

from bot.questions.index import Index
from bot.questions.question import Ask, Errand, Question, Reason

_NEAR = 0.5  # nearness from which an example is believed; measured, it belongs to the encoder
_NEARER = 0.56  # ... where the event is asked about as far as words tell
_PREPARED = 0.55  # ... of a prepared answer, from which the question is none of elsewhere
_ASKS = {
    "now": Ask.NOW,
    "next": Ask.NEXT,
    "where": Ask.WHERE,
    "when": Ask.WHEN,
    "who": Ask.WHO,
    "help": Ask.HELP,
    "hello": Ask.HELLO,
    "thanks": Ask.THANKS,
}
_OPEN = (Ask.WHEN, Ask.WHO, Ask.WHERE)
_ERRANDS = {"remind": Errand.SET, "stop": Errand.STOP, "list": Errand.LIST}


def guessed(question: Question, index: Index, *, known: bool, remarks: bool) -> Question:
    """The question, understood by meaning where words do not tell. `known` says that the
    programme has words of its topic, `remarks` that the text also says what it does not ask."""
    if question.unknown or question.errand or _names(question) or (known and question.topic):
        return question
    what, near = index.asks(question.text)
    if question.ask in _OPEN and not (question.topic or question.of_event or question.window):
        soon = what in ("now", "next") and near >= _NEAR  # "was beginnt gleich" asks for no hour
        return replace(question, ask=_ASKS[what]) if soon else question
    timely = question.ask in (Ask.NOW, Ask.NEXT)
    if what == "off-topic" and not remarks and not timely and question.topic:
        prepared = index.prepared(question, _PREPARED)
        if near >= (_NEARER if question.of_event else _NEAR) and prepared is None:
            return replace(question, unknown=(Reason.OFF_TOPIC, ""), of_event=False)
        return question
    if near < _NEAR or question.of_event or not question.topic or question.window:
        return question
    if what == "join":
        return replace(question, ask=Ask.JOIN, of_event=True, topic="")
    if what in _ERRANDS:
        return replace(question, ask=Ask.REMIND, errand=_ERRANDS[what], topic="")
    if what in _ASKS and not question.meant:
        asked = question.ask if question.ask is not Ask.SESSIONS else _ASKS[what]
        return replace(question, ask=asked, topic="")
    return question


def _names(question: Question) -> bool:
    return bool(
        question.sessions
        or question.rooms
        or question.types
        or question.tracks
        or question.speakers
        or question.organisers
        or question.languages
    )
