"""How a sentence points back at what was spoken of before it."""

from __future__ import annotations

from collections.abc import Collection

from bot.questions.reading.sentence import Sentence
from bot.questions.words.phrases import tokens_in
from bot.questions.words.text import is_han, number

_OF_OTHERS = ("ask.programme", "ask.next", "ask.recommend", "ask.count")


def bare_rooms(sentence: Sentence) -> tuple[str, ...]:
    """Rooms that a number by itself would name: "and in XI?"."""
    numbered = sentence.event.names.numbered_rooms
    values = [
        number(token.text)
        for i, token in enumerate(sentence.tokens)
        if not sentence.found.taken[i] and len(token.text) > 1 and i not in sentence.time.used
    ]
    found = [numbered.get(value, []) for value in values if value is not None]
    return tuple(found[0]) if len(found) == 1 else ()


def is_brief(sentence: Sentence) -> bool:
    """Whether at most a word is left that the programme may not have."""
    most = 3 if all(is_han(sentence.tokens[i].text) for i in sentence.left) else 1
    return not sentence.known and len(sentence.left) <= most


def asks_alone(sentence: Sentence) -> bool:
    """Whether a clause asks and says no more, and nothing elsewhere is a topic that the
    programme has: "which room please, I am on crutches"."""
    return (
        bool(sentence.clauses.asking(sentence.asks) - sentence.clauses.of(sentence.left))
        and not sentence.known
    )


def is_one_of(sentence: Sentence, shown: Collection[str]) -> bool:
    """Whether a time tells one of several that were shown: "the one on Wednesday"."""
    tells = sentence.says("point.one-of") and not sentence.says(*_OF_OTHERS)
    return len(shown) > 1 and (tells or is_of_one(sentence))


def is_of_one(sentence: Sentence) -> bool:
    """Whether what it says of a time is said of something that was spoken of before: "is that
    one still on at five", "and does it end before six"."""
    if sentence.says(*_OF_OTHERS):
        return False
    said = [ask for ask in sentence.asks if not sentence.time.used.intersection(ask.span)]
    back = tokens_in(ask for ask in said if ask.concept.startswith("point."))
    whens = (ask for ask in said if ask.concept == "ask.when" and len(ask.span) == 1)
    # "¿Termina antes de las seis?": a verb in front asks of no others.
    begins = any(back.issuperset(range(when.start)) for when in whens)
    return begins or any(ask.concept == "point.this-one" for ask in said)
