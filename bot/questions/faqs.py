"""Prepared answers: which `faq` entry of a schedule a text comes close to, by words or meaning.

The ways of asking may be in any language; a text in another one still comes near by meaning.
How near the nearest is tells whether there is an answer; which one it is, all ways of asking
tell together, and what they ask for: who wants a date is given no name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from bot.questions.meaning.encoder import Array, content_hash
from bot.questions.meaning.likeness import Likeness
from bot.questions.question import Ask
from bot.questions.words.lexicon import every_lexicon
from bot.questions.words.text import clean, tokens, words
from bot.schedule.model import Faq

_ASKS = {
    "event.theme": Ask.RECOMMEND,
    "track": Ask.RECOMMEND,
    "event.venue": Ask.WHERE,
    "ask.where": Ask.WHERE,
    "event.dates": Ask.WHEN,
    "ask.when": Ask.WHEN,
    "ask.count": Ask.COUNT,
    "event.host": Ask.WHO,
    "ask.organiser": Ask.WHO,
    "ask.who": Ask.WHO,
}
# Beside the nearest way of asking count its words, what all say together, and what they ask.
_WORDS, _ALL, _TOLD = 0.3, 0.5, 0.2
_FEW = 0.15  # the share of its ways of asking from which an entry may tell what is asked


class Faqs:
    """The prepared answers of one schedule, ready to be found."""

    def __init__(self, entries: Sequence[Faq]) -> None:
        self.entries = entries
        self._asks = [(at, *_weighed(ask)) for at, entry in enumerate(entries) for ask in entry.ask]
        self._tell = [_asks_of(entry) for entry in entries]
        self._having: dict[str, list[int]] = defaultdict(list)  # the asks that have a word
        for place, (_, found, _) in enumerate(self._asks):
            for word in found:
                self._having[word].append(place)
        self._vectors: Array | None = None
        self._owner: list[int] = []
        self._likeness: Likeness | None = None

    def texts(self) -> Iterator[str]:
        """The ways of asking, whose vectors help."""
        for entry in self.entries:
            yield from entry.ask

    def learn(self, vectors: Mapping[str, Array]) -> None:
        """Take the vectors of the ways of asking, by content hash."""
        known = [
            (at, vectors[key])
            for at, entry in enumerate(self.entries)
            for ask in entry.ask
            if (key := content_hash(ask)) in vectors
        ]
        if known:
            self._owner = [at for at, _ in known]
            self._vectors = np.stack([vector for _, vector in known])
            self._likeness = Likeness([vector for _, vector in known], list(map(str, self._owner)))

    def best(self, text: str, vector: Array | None, least: float, ask: Ask) -> Faq | None:
        """The entry that comes closest to a text, which asks for `ask`, if it comes nearer than
        `least` (0 to 1)."""
        asked, weight = _weighed(text)
        near = [0.0] * len(self.entries)
        for place in {place for word in asked for place in self._having.get(word, ())}:
            at, way, length = self._asks[place]
            near[at] = max(near[at], _shared(asked, weight, way, length))
        shared, like = near, dict[str, float]()
        if vector is not None and self._vectors is not None and self._likeness is not None:
            nearness = np.array(near)
            np.maximum.at(nearness, self._owner, self._vectors @ vector)
            near = nearness.tolist()
            like = self._likeness.of(vector)
        told = [tell[ask] if ask in _ASKS.values() else 1.0 for tell in self._tell]
        near = [each if told[at] else 0.0 for at, each in enumerate(near)]
        scores = [
            each and each + _WORDS * shared[at] + _ALL * like.get(str(at), 0.0) + _TOLD * told[at]
            for at, each in enumerate(near)
        ]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        return self.entries[best] if best is not None and max(near) > least else None


def _asks_of(entry: Faq) -> Counter[Ask]:
    """What the ways of asking for an entry ask, by their words, and which share of them does."""
    every, asks = every_lexicon(), Counter[Ask]()
    for ask in entry.ask:
        said = every.find("ask", tokens(clean(ask)))
        asks.update({_ASKS[each.concept] for each in said if each.concept in _ASKS})
    least = _FEW * len(entry.ask)
    return Counter({ask: n / len(entry.ask) for ask, n in asks.items() if n >= least})


def _weighed(text: str) -> tuple[frozenset[str], int]:
    """The words of a text and their length together."""
    found = frozenset(words(text))
    return found, sum(map(len, found))


def _shared(one: frozenset[str], size: int, other: frozenset[str], other_size: int) -> float:
    """How many of their words two texts share, long words counting more."""
    both = one & other
    return 2 * sum(map(len, both)) / max(1, size + other_size) if both else 0.0
