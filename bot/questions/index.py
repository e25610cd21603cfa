"""Everything about a programme that answering needs, worked out once when it changes.

An `Index` is never changed after it is built: `with_vectors` gives a new one that also knows
the meaning of texts. Vectors come from outside, by content hash, because making them takes
seconds and they are worth keeping.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any, Protocol

import numpy as np
from babel.dates import get_timezone_location

from bot.questions.faqs import Faqs
from bot.questions.meaning.encoder import content_hash
from bot.questions.meaning.senses import Sense, Senses
from bot.questions.names.called import Names
from bot.questions.names.entities import Finder
from bot.questions.question import Question
from bot.questions.search import Search
from bot.questions.words.lexicon import LANGUAGES
from bot.questions.words.text import clean, fold, is_han, tokens
from bot.schedule.model import Event, Faq, Programme, Schedule, Session
from bot.schedule.times import day_bounds


class Embedder(Protocol):
    """Turns texts into vectors of length 1 (`meaning.Meaning`)."""

    def embed(self, texts: Sequence[str]) -> Any:
        """One row of float32 for each text."""

    def rarity(self, words: Sequence[str]) -> list[float]:
        """How rarely each word is used in general, from 0 to 1."""


class EventIndex:
    """One event's schedule, ready for questions."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.sessions: tuple[Session, ...] = tuple(schedule.shown)
        self.names = Names(schedule, self.sessions)
        self.search = Search(schedule, self.sessions)
        self.finder = Finder(self.names, self.search.knows)
        self.place = {session.key: at for at, session in enumerate(self.sessions)}
        self.own_words = _own_words(schedule.event)
        self.faqs = Faqs(schedule.faq)
        zone = schedule.event.timezone
        days = {session.day for session in self.sessions if session.day is not None}
        self.bounds = {day: day_bounds(day, zone) for day in days}

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.schedule.event

    def with_vectors(self, vectors: Mapping[str, Any]) -> EventIndex:
        """The same with the meaning of texts, by content hash."""
        event = copy(self)
        event.search, event.faqs = copy(self.search), copy(self.faqs)
        event.search.learn(vectors)
        event.faqs.learn(vectors)
        return event


class Index:
    """All published events, ready for questions. Building it is quick; `with_vectors` adds
    meaning to it."""

    def __init__(self, programme: Programme, meaning: Embedder | None = None) -> None:
        self.programme = programme
        self.meaning = meaning
        self.events = {each.event.id: EventIndex(each) for each in programme.schedules}
        self.senses = Senses()
        self.has_vectors = False

    def texts_to_embed(self) -> dict[str, str]:
        """The texts whose vectors help, by content hash."""
        texts = [
            text
            for event in self.events.values()
            for text in (*event.search.texts_to_embed(), *event.faqs.texts())
        ]
        texts += self.senses.texts()
        return {content_hash(text): text for text in dict.fromkeys(texts)}

    def with_vectors(self, vectors: Mapping[str, bytes]) -> Index:
        """The same with the meaning of texts: rows of float32 as bytes, by content hash."""
        arrays = {key: np.frombuffer(data, np.float32) for key, data in vectors.items()}
        index = copy(self)
        index.events = {id: event.with_vectors(arrays) for id, event in self.events.items()}
        known = {text: h for text in self.senses.texts() if (h := content_hash(text)) in arrays}
        index.senses = Senses()
        index.senses.learn({text: arrays[key] for text, key in known.items()})
        index.has_vectors = True
        return index

    def embed(self, texts: Sequence[str]) -> Any:
        """Vectors of a question's texts, or Nones while there is nothing to compare with."""
        if self.meaning is None or not self.has_vectors or not texts:
            return [None] * len(texts)
        return self.meaning.embed(texts)

    def telling(self, words: Sequence[str], sentence: str = "") -> list[float]:
        """How much each word of a sentence says about a topic, from 0 (chat) to 1; 1 where
        nothing tells. The sentence is embedded along, as `sense` needs it right after: together is
        quicker."""
        texts = [*words, sentence] if words and sentence else words
        return self.senses.telling(self.embed(texts)[: len(words)])

    def sense(self, sentence: str) -> Sense:
        """What a sentence asks by its meaning."""
        return self.senses.of(self.embed([sentence])[0])

    def nearest(self, question: Question) -> float:
        """How near the session is that the whole text of a question comes nearest to."""
        event = self.events.get(question.event or "")
        near = event.search.near(self.embed([question.text])[0]) if event else ()
        return float(max(near, default=0.0))

    def prepared(self, question: Question, least: float) -> Faq | None:
        """The prepared answer that a question comes nearer to than `least`, if there is one."""
        event = self.events.get(question.event or "")
        vector = self.embed([question.text])[0]
        return event.faqs.best(question.text, vector, least, question.ask) if event else None

    def rarity(self, words: Sequence[str]) -> list[float]:
        """How rarely each word is used in general, from 0 to 1; 1 where nothing tells."""
        return [1.0] * len(words) if self.meaning is None else self.meaning.rarity(words)


def vectors_of(index: Index) -> dict[str, bytes]:
    """The vectors of everything in the index, by content hash. Takes seconds: 1 ms a text."""
    if index.meaning is None:
        return {}
    texts = index.texts_to_embed()
    rows = np.asarray(index.meaning.embed(list(texts.values())), np.float32)
    return {key: row.tobytes() for key, row in zip(texts, rows, strict=True)}


def _own_words(event: Event) -> frozenset[str]:
    """Words of the event's own name and place: in a question about its sessions they say
    nothing. Chinese characters are words of too many kinds."""
    own = _words(*event.name.every(), *event.also, event.venue or "")
    cities = [
        _words(get_timezone_location(event.timezone, locale=language, return_city=True))
        for language in LANGUAGES
    ]
    if any(city <= own for city in cities):  # it takes place there
        own = own.union(*cities)
    return frozenset(word for word in own if not is_han(word))


def _words(*texts: str) -> set[str]:
    return {fold(token.text) for text in texts for token in tokens(clean(text))}
