"""What words and sentences are by meaning, whatever their language: chat, or a way of asking.

`languages/<code>/examples.yaml` has sentences for each way of asking, and words that say nothing
about a programme. A word near one of those is chat in any language; a sentence that no lexicon
understands asks what the nearest example asks. Without vectors everything means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from bot.questions.lexicon import LANGUAGES, entries, expand

Array = Any  # numpy.ndarray of float32
_CHAT = "chat"  # the entry of words; the others are of sentences
_NOTHING, _SOMETHING = 0.68, 0.50  # nearness to chat: says nothing, says all that it says


class Senses:
    """Examples with their meaning, once it was learnt."""

    def __init__(self) -> None:
        self._chat: Array | None = None
        self._examples: Array | None = None
        self._asks: list[str] = []

    @staticmethod
    def texts() -> Iterator[str]:
        """Everything whose vector is needed."""
        yield from _chat_words()
        for _, example in _examples():
            yield example

    def learn(self, vectors: Mapping[str, Array]) -> None:
        """Take the vectors by text; without all of them nothing is known."""
        if all(text in vectors for text in self.texts()):
            self._chat = np.stack([vectors[word] for word in _chat_words()])
            self._examples = np.stack([vectors[example] for _, example in _examples()])
            self._asks = [ask for ask, _ in _examples()]

    def telling(self, words: Sequence[Array]) -> list[float]:
        """How much each word (its vector) says about a topic: from 0, chat, to 1."""
        if self._chat is None or not len(words) or words[0] is None:
            return [1.0] * len(words)
        nearness = (np.asarray(words) @ self._chat.T).max(axis=1)
        shares = (_NOTHING - nearness) / (_NOTHING - _SOMETHING)
        return [float(share) for share in np.clip(shares, 0.0, 1.0)]

    def asks(self, sentence: Array | None) -> tuple[str, float]:
        """What a sentence (its vector) asks by its nearest example, and how near that is."""
        if self._examples is None or sentence is None:
            return "", 0.0
        nearness = self._examples @ sentence
        best = int(nearness.argmax())
        return self._asks[best], float(nearness[best])


@cache
def _chat_words() -> tuple[str, ...]:
    """English words are enough: those of other languages lie beside them."""
    phrases = entries("en", "examples.yaml")[_CHAT]
    single = (v[0] for phrase in phrases for v in expand(phrase) if len(v) == 1)
    return tuple(dict.fromkeys(word for word in single if len(word) > 1))


@cache
def _examples() -> tuple[tuple[str, str], ...]:
    return tuple(
        (ask, example)
        for language in LANGUAGES
        for ask, sentences in entries(language, "examples.yaml").items()
        if ask != _CHAT
        for example in sentences
    )
