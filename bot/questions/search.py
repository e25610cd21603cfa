"""Which sessions a topic means: words that agree, and meaning that agrees.

A term of a question (a subject or a word) stands for the programme's terms that it equals,
shares a stem with, is a misspelling of or lies close to in meaning. The score of a session is
the share of the question that it covers, rare terms counting more, plus the nearness in meaning
to the topic and to the whole sentence: of the nearest one among its title, its summary and what
people ask for it, and of all of them together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from bot.questions.documents import SUBJECT, asked_for, terms_of, texts_of
from bot.questions.meaning.encoder import Array, content_hash
from bot.questions.meaning.likeness import Likeness
from bot.questions.words.stems import stem
from bot.schedule.model import Schedule, Session

# Measured on questions in eight languages; what their words cover says less about new questions.
_SENTENCE = 0.7  # how much the meaning of the sentence counts, and that of its topic the rest
_COVERED = 0.35  # how much the share of the words counts beside nearness in meaning
_ALIKE = 0.5  # ... and the likeness to all that is said of a session, for vague topics
_ALONE = 0.7  # ... and where no meaning is known

# How sure it is that a word stands for another one of the programme.
_FORM = 0.97  # a form of it in English: hardly less than the word itself
_OTHER_FORM = 0.9  # ... in the question's own language, which also joins words by chance
_SLIP, _SHORT = 83, 6  # a slip is so like it, in percent: of six letters one may be another,
_SHORT_SLIP = 90  # ... and in shorter words one may be missing or too many: "women", no "woman"
# Of all pairs of words in the programme of 2018, one in 220 is nearer in meaning than 0.62, many
# of them by chance, and one in 2,000 nearer than 0.8, most of these translations and forms.
_NEAR = 0.62
_CERTAIN = 0.79  # forms and slips are so sure, and what is nearer than 0.8: the session has it


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a question with the programme's terms (by place) that it stands for, and how
    sure that is (0 to 1). `weight` counts its importance beside the rarity."""

    name: str
    places: Mapping[int, float]
    weight: float = 1.0


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
    """The searchable terms and texts of one schedule."""

    def __init__(self, schedule: Schedule, sessions: Sequence[Session]) -> None:
        self.sessions = sessions
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        for at, session in enumerate(sessions):
            for term, weight in terms_of(session, schedule).items():
                weights[term][at] = weight
        self.terms = list(weights)
        self._place = {term: i for i, term in enumerate(self.terms)}
        self._postings = [
            (
                np.fromiter(weights[term], dtype=np.int32),
                np.fromiter(weights[term].values(), dtype=np.float32),
            )
            for term in self.terms
        ]
        total = len(sessions) + 1
        self._idf = [math.log(1 + total / (1 + len(weights[term]))) for term in self.terms]
        self._usual = math.log(1 + total / 2)
        self._stems: dict[str, list[int]] = defaultdict(list)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for i, term in enumerate(self.terms):
            if not term.startswith(SUBJECT):
                self._stems[stem(term, "en")].append(i)
            if len(term) > 3 and term.isalpha():
                self._by_length[len(term)].append(term)
        self._asked_for = [asked_for(each) for each in sessions]
        self.texts = [texts_of(each) for each in sessions]
        self._word_vectors: Array | None = None
        self._text_vectors: Array | None = None
        self._text_owner: Array = np.zeros(0, np.int32)
        self._likeness: Likeness | None = None

    def knows(self, term: str) -> bool:
        """Whether the programme has this very word or subject."""
        return term in self._place

    def texts_to_embed(self) -> Iterable[str]:
        """Everything whose vector helps: titles and summaries, and single words."""
        for texts in self.texts:
            yield from texts
        yield from (term for term in self.terms if not term.startswith(SUBJECT))

    def learn(self, vectors: Mapping[str, Array]) -> None:
        """Take the vectors, by content hash; texts without one are found by words alone."""
        rows, owners = [], []
        for at, texts in enumerate(self.texts):
            for text in texts:
                vector = vectors.get(content_hash(text))
                if vector is not None:
                    rows.append(vector)
                    owners.append(at)
        if not rows:
            return
        self._text_vectors = np.stack(rows).astype(np.float32)
        self._text_owner = np.array(owners)
        self._likeness = Likeness(rows, list(map(str, owners)))
        none = np.zeros(self._text_vectors.shape[1], np.float32)
        self._word_vectors = np.stack(
            [vectors.get(content_hash(term), none) for term in self.terms]
        ).astype(np.float32)

    def near(self, vector: Array | None) -> Array:
        """The nearness of every session to a vector."""
        result = np.zeros(len(self.sessions), np.float32)
        if vector is not None and self._text_vectors is not None:
            np.maximum.at(result, self._text_owner, self._text_vectors @ vector)
        return result

    def alike(self, vector: Array | None) -> Array:
        """How much a vector is like all texts of each session."""
        result = np.zeros(len(self.sessions), np.float32)
        if self._likeness is not None and vector is not None:
            for owner, like in self._likeness.of(vector).items():
                result[int(owner)] = like
        return result

    def nearness(self, vectors: Sequence[Array]) -> Array | None:
        """How near each vector (row) is to each word of the programme (column)."""
        if self._word_vectors is None or not len(vectors) or vectors[0] is None:
            return None
        return np.asarray(vectors) @ self._word_vectors.T

    def word(self, word: str, language: str, nearness: Array | None = None) -> dict[int, float]:
        """The programme's words that a word stands for; `nearness` is its row of that."""
        found: dict[int, float] = {}

        def put(places: Iterable[int], sure: float) -> None:
            for place in places:
                found[place] = max(sure, found.get(place, 0.0))

        if word in self._place:
            put((self._place[word],), 1.0)
        put(self._stems.get(stem(word, "en"), ()), _FORM)
        if language not in ("en", "zh"):
            put(self._stems.get(stem(word, language), ()), _OTHER_FORM)
        if not found and len(word) > 3 and word.isalpha():
            put(*self._misspelt(word))
        if nearness is not None:
            for place in np.flatnonzero(nearness > _NEAR):
                put((int(place),), _sure(float(nearness[place])))
        return found

    def subject(self, subject: str) -> dict[int, float]:
        """The place of a subject, if the programme has it."""
        place = self._place.get(SUBJECT + subject)
        return {} if place is None else {place: 1.0}

    def lacks(self, subject: str, best: int) -> bool:
        """Whether no session is about a subject, nor the one that fits best asked for by it."""
        return not self.subject(subject) and subject not in self._asked_for[best]

    def about(self, subject: str) -> list[int]:
        """The sessions (by position) that are about a subject."""
        return [int(at) for place in self.subject(subject) for at in self._postings[place][0]]

    def _misspelt(self, word: str) -> tuple[list[int], float]:
        """The programme's word that this one is a slip of, one or two letters away."""
        lengths = range(len(word) - 2, len(word) + 3)
        pool = [
            other
            for length in lengths
            for other in self._by_length.get(length, ())
            if other[0] == word[0] or other[1:] == word[1:]
        ]
        cutoff = _SHORT_SLIP if len(word) < _SHORT else _SLIP
        best = process.extractOne(word, pool, scorer=fuzz.ratio, score_cutoff=cutoff)
        if best is None:
            return [], 0.0
        places = [self._place[best[0]], *self._stems.get(stem(best[0], "en"), ())]
        return places, best[1] / 100

    def rank(self, terms: Sequence[Term], vectors: Sequence[Array | None]) -> list[Hit]:
        """All sessions by how well they fit; `vectors` are the meanings of the topic and of the
        whole sentence that it stands in."""
        size = len(self.sessions)
        covered, exact = np.zeros(size, np.float32), np.zeros(size, np.float32)
        total = 0.0
        for term in terms:
            best, certain = np.zeros(size, np.float32), np.zeros(size, np.float32)
            rarity = self._usual
            if term.places:
                rarity = max((sure, self._idf[place]) for place, sure in term.places.items())[1]
            for place, sure in term.places.items():
                at, weights = self._postings[place]
                best[at] = np.maximum(best[at], sure * weights)
                if sure > _CERTAIN:
                    certain[at] = np.maximum(certain[at], weights)
            covered += term.weight * rarity * best
            exact += term.weight * rarity * certain
            total += term.weight * rarity
        if total:
            covered /= total
            exact /= total
        near = _within(*map(self.near, vectors))
        if self._likeness is None or vectors[0] is None:
            score = _ALONE * covered
        else:
            score = near + _COVERED * covered + _ALIKE * self.alike(_within(*vectors))
        order = np.argsort(-score, kind="stable")
        return [
            Hit(int(at), float(score[at]), float(covered[at]), float(near[at]), float(exact[at]))
            for at in order
        ]


def _within(topic: Array, sentence: Array) -> Array:
    """A topic as it is meant in its sentence."""
    return topic + _SENTENCE * (sentence - topic)


def _sure(nearness: float) -> float:
    """A nearness of words as a share: 0.62 says little, 0.9 says the same word."""
    return min(0.95, max(0.0, (nearness - 0.45) / 0.45))
