"""Which sessions a topic means: words that agree, and meaning that agrees.

A question's word stands for the programme's words that it equals, shares a stem with, is a
misspelling or a translation of (`subject.*` in the lexicons), or lies close to in meaning. The
score of a session is the share of the question that it covers, rare words counting more, plus
the nearness of its title and summary to the whole topic.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import snowballstemmer
from rapidfuzz import fuzz, process

from bot.questions.text import words
from bot.schedule.model import Schedule, Session

_ALGORITHMS = {"en": "english", "fr": "french", "es": "spanish", "de": "german",
               "pt": "portuguese", "ru": "russian", "ar": "arabic"}  # fmt: skip
Array = Any  # numpy.ndarray of float32


@lru_cache(maxsize=8)
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(_ALGORITHMS[language])


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The word without its ending, by the rules of a language."""
    if language not in _ALGORITHMS or word.isdecimal():
        return word
    return str(_stemmer(language).stemWord(word))


def content_hash(text: str) -> str:
    """The name under which the vector of a text is kept."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A session (by position) and how well it fits: `covered` is the share of the question's
    words that it has, `near` the nearness in meaning, `exact` the share matched word by word."""

    at: int
    score: float
    covered: float
    near: float
    exact: float


class Search:
    """The searchable words and texts of one schedule."""

    def __init__(self, schedule: Schedule, sessions: Sequence[Session]) -> None:
        self.sessions = sessions
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        for at, session in enumerate(sessions):
            for text, weight in _fields(session, schedule):
                for word in words(text):
                    if len(word) > 1:
                        weights[word][at] = max(weight, weights[word].get(at, 0.0))
        self.words = list(weights)
        self._place = {word: i for i, word in enumerate(self.words)}
        self._postings = [
            (np.fromiter(weights[w], dtype=np.int32), np.fromiter(weights[w].values(), dtype=np.float32))
            for w in self.words
        ]  # fmt: skip
        total = len(sessions) + 1
        self._idf = [math.log(1 + total / (1 + len(weights[w]))) for w in self.words]
        self._usual = math.log(1 + total / 2)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            self._stems[stem(word, "en")].append(i)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self.words:
            if len(word) > 3 and word.isalpha():
                self._by_length[len(word)].append(word)
        self.texts = [_texts(session) for session in sessions]
        self._word_vectors: Array | None = None
        self._text_vectors: Array | None = None
        self._text_owner: Array | None = None

    def knows(self, word: str) -> bool:
        """Whether the programme has this very word."""
        return word in self._place

    def idf(self, word: str) -> float:
        """How rare a word is in the programme."""
        place = self._place.get(word)
        return self._usual if place is None else self._idf[place]

    def texts_to_embed(self) -> Iterable[str]:
        """Everything whose vector helps: titles and summaries, and single words."""
        for texts in self.texts:
            yield from texts
        yield from self.words

    def learn(self, vectors: Mapping[str, Array]) -> None:
        """Take the vectors, by content hash; texts without one are found by words alone."""
        rows, owners = [], []
        for at, texts in enumerate(self.texts):
            for text in texts:
                vector = vectors.get(content_hash(text))
                if vector is not None:
                    rows.append(vector)
                    owners.append(at)
        if rows:
            self._text_vectors = np.stack(rows).astype(np.float32)
            self._text_owner = np.array(owners)
        found = [vectors.get(content_hash(word)) for word in self.words]
        if any(vector is not None for vector in found):
            width = next(len(v) for v in found if v is not None)
            self._word_vectors = np.stack(
                [np.zeros(width, np.float32) if v is None else v for v in found]
            ).astype(np.float32)

    def near(self, vector: Array | None) -> Array:
        """The nearness of every session to a vector."""
        result = np.zeros(len(self.sessions), np.float32)
        if vector is not None and self._text_vectors is not None:
            np.maximum.at(result, self._text_owner, self._text_vectors @ vector)
        return result

    def like(
        self, word: str, language: str, vector: Array | None, translated: Iterable[str] = ()
    ) -> dict[int, float]:
        """The programme's words that a word stands for, with how sure that is (0 to 1)."""
        found: dict[int, float] = {}

        def put(places: Iterable[int], weight: float) -> None:
            for place in places:
                found[place] = max(weight, found.get(place, 0.0))

        if word in self._place:
            put((self._place[word],), 1.0)
        put(self._stems.get(stem(word, "en"), ()), 0.97)
        if language not in ("en", "zh"):
            put(self._stems.get(stem(word, language), ()), 0.9)
        for other in translated:
            if other in self._place:
                put((self._place[other],), 0.97)
            put(self._stems.get(stem(other, "en"), ()), 0.95)
        if not found and len(word) > 3 and word.isalpha():
            put(*self._misspelt(word))
        if vector is not None and self._word_vectors is not None:
            nearness = self._word_vectors @ vector
            for place in np.flatnonzero(nearness > 0.62):
                put((int(place),), _sure(float(nearness[place])))
        return found

    def _misspelt(self, word: str) -> tuple[list[int], float]:
        lengths = range(len(word) - 2, len(word) + 3)
        pool = [other for length in lengths for other in self._by_length.get(length, ())]
        best = process.extractOne(word, pool, scorer=fuzz.ratio, score_cutoff=80)
        if best is None or (len(word) < 5 and best[1] < 86):
            return [], 0.0
        places = [self._place[best[0]], *self._stems.get(stem(best[0], "en"), ())]
        return places, best[1] / 100

    def rank(
        self, parts: Sequence[tuple[str, Mapping[int, float]]], vector: Array | None
    ) -> list[Hit]:
        """All sessions by how well they fit: `parts` are the topic's words with what each
        stands for (from `like`), `vector` is the meaning of the whole."""
        size = len(self.sessions)
        covered, exact = np.zeros(size, np.float32), np.zeros(size, np.float32)
        total = 0.0
        for _, places in parts:
            best, sure = np.zeros(size, np.float32), np.zeros(size, np.float32)
            weight = self._usual
            if places:
                top = max(places, key=lambda place: (places[place], self._idf[place]))
                weight = self._idf[top]
            for place, how_sure in places.items():
                at, weights = self._postings[place]
                best[at] = np.maximum(best[at], how_sure * weights)
                if how_sure > 0.79:
                    sure[at] = np.maximum(sure[at], weights)
            covered += weight * best
            exact += weight * sure
            total += weight
        if total:
            covered /= total
            exact /= total
        near = self.near(vector)
        score = near + 0.6 * covered
        order = np.argsort(-score, kind="stable")
        return [
            Hit(int(at), float(score[at]), float(covered[at]), float(near[at]), float(exact[at]))
            for at in order
        ]


def _sure(nearness: float) -> float:
    """A nearness of words as a share: 0.62 says little, 0.9 says the same word."""
    return min(0.95, max(0.0, (nearness - 0.45) / 0.45))


def _fields(session: Session, schedule: Schedule) -> Iterable[tuple[str, float]]:
    for title in session.title.every():
        yield title, 1.0
    for name in (session.code, *session.also):
        if name:
            yield name, 1.0
    for tag in session.tags:
        yield tag, 0.8
    if session.summary:
        for text in session.summary.every():
            yield text, 0.7
    for label in schedule.tracks:
        if label.id == session.track:
            for text in label.name.every():
                yield text, 0.4
    for each in session.organisers:
        yield " ".join((each.name, *each.details)), 0.5
    for each in session.speakers:
        yield " ".join((each.name, *each.details)), 0.4


def _texts(session: Session) -> list[str]:
    """What of a session is compared with a topic by meaning."""
    title = session.title.original
    if session.summary is None:
        return [title]
    return [title, session.summary.original, f"{title}. {session.summary.original}"]
