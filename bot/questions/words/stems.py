"""Words without their endings."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import snowballstemmer

_ALGORITHMS = {"en": "english", "fr": "french", "es": "spanish", "de": "german",
               "pt": "portuguese", "ru": "russian", "ar": "arabic"}  # fmt: skip


@lru_cache(maxsize=8)
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(_ALGORITHMS[language])


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The word without its ending, by the rules of a language."""
    if language not in _ALGORITHMS or word.isdecimal():
        return word
    return str(_stemmer(language).stemWord(word))
