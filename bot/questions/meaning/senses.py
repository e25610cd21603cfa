"""What words and sentences are by meaning, whatever their language: chat, or a way of asking.

`languages/<code>/examples.yaml` has sentences for each way of asking, and words that say nothing
about a programme. A word near one of those is chat in any language; what a sentence asks is told
by its likeness to the examples of each way. Without vectors everything means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from bot.questions.meaning.encoder import Array
from bot.questions.meaning.likeness import Likeness
from bot.questions.words.lexicon import LANGUAGES, entries, expand

_CHAT = "chat"  # the entry of words; the others are of sentences
_KIN = (  # ways of asking that are much the same, and leave no doubt about one another
    {"help", "hello", "thanks"},
    {"dates", "when"},
    {"venue", "where"},
    {"host", "who"},
    {"now", "next"},
    {"topic", "recommend"},
)
_NOTHING, _SOMETHING = 0.68, 0.50  # nearness to chat: says nothing, says all that it says


@dataclass(frozen=True, slots=True)
class Sense:
    """What a sentence asks, by its meaning: how much it is like the examples of each way of
    asking, from about 0 to 1."""

    like: Mapping[str, float]

    @property
    def ask(self) -> str:
        """The way of asking that it is most like; nothing where nothing is known."""
        return max(self.like, key=self.like.__getitem__, default="")

    def surely(self, ask: str, least: float, lead: float = 0.0) -> bool:
        """Whether it is like `ask` by at least `least`, and by `lead` more than any other that
        is not much the same."""
        own = self.like.get(ask, 0.0)
        kin = next((kin for kin in _KIN if ask in kin), {ask})
        others = (like for other, like in self.like.items() if other not in kin)
        return own >= least and own - max(others, default=0.0) >= lead


class Senses:
    """Examples with their meaning, once it was learnt."""

    def __init__(self) -> None:
        self._chat: Array | None = None
        self._likeness: Likeness | None = None

    @staticmethod
    def texts() -> Iterator[str]:
        """Everything whose vector is needed."""
        yield from _chat_words()
        for _, example in examples():
            yield example

    def learn(self, vectors: Mapping[str, Array]) -> None:
        """Take the vectors by text; without all of them nothing is known."""
        if all(text in vectors for text in self.texts()):
            self._chat = np.stack([vectors[word] for word in _chat_words()])
            self._likeness = Likeness(
                [vectors[each] for _, each in examples()], [ask for ask, _ in examples()]
            )

    def telling(self, words: Sequence[Array]) -> list[float]:
        """How much each word (its vector) says about a topic: from 0, chat, to 1."""
        if self._chat is None or not len(words) or words[0] is None:
            return [1.0] * len(words)
        nearness = (np.asarray(words) @ self._chat.T).max(axis=1)
        shares = (_NOTHING - nearness) / (_NOTHING - _SOMETHING)
        return [float(share) for share in np.clip(shares, 0.0, 1.0)]

    def of(self, sentence: Array | None) -> Sense:
        """What a sentence (its vector) asks."""
        if self._likeness is None or sentence is None:
            return Sense({})
        return Sense(self._likeness.of(sentence))


@cache
def _chat_words() -> tuple[str, ...]:
    """English words are enough: those of other languages lie beside them."""
    phrases = entries("en", "examples.yaml")[_CHAT]
    single = (v[0] for phrase in phrases for v in expand(phrase) if len(v) == 1)
    return tuple(dict.fromkeys(word for word in single if len(word) > 1))


@cache
def examples() -> tuple[tuple[str, str], ...]:
    """Every example with what it asks, of all languages."""
    return tuple(
        (ask, example)
        for language in LANGUAGES
        for ask, sentences in entries(language, "examples.yaml").items()
        if ask != _CHAT
        for example in sentences
    )
