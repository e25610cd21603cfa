"""The topic of a question, ready for search: its words, what each may stand for, its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.questions.index import EventIndex, Index
from bot.questions.question import Question
from bot.questions.search import Hit
from bot.questions.text import is_han, words
from bot.schedule.model import Faq


@dataclass(frozen=True, slots=True)
class Topic:
    """All sessions by how well they fit the topic."""

    words: tuple[str, ...]
    hits: list[Hit]


def read_topic(question: Question, index: Index, event: EventIndex) -> Topic:
    """Rank the event's sessions by the topic of a question."""
    parts = list(dict.fromkeys(_words(question.topic)))[:16]
    vectors = index.embed([question.topic, *parts])
    likes = []
    for part, vector in zip(parts, vectors[1:], strict=True):
        likes.append((part, event.search.like(part, question.language, vector)))
    return Topic(tuple(parts), event.search.rank(likes, vectors[0]))


def _words(topic: str) -> Iterator[str]:
    yield from (word for word in words(topic) if len(word) > 1 or is_han(word))


def best_faq(question: Question, index: Index, event: EventIndex, least: float) -> Faq | None:
    """The prepared answer whose ways of asking come closest to the text, if close enough."""
    if not event.schedule.faq:
        return None
    text = question.text
    vector = index.embed([text])[0]
    best, found = least, None
    plain = " ".join(words(text))
    for at, faq in enumerate(event.schedule.faq):
        score = max(
            (fuzz.token_set_ratio(plain, " ".join(words(ask))) / 100 - 0.2 for ask in faq.ask),
            default=0.0,
        )
        if vector is not None and at < len(event.faq_vectors):
            score = max([score, *(float(row @ vector) for row in event.faq_vectors[at])])
        if score > best:
            best, found = score, faq
    return found
