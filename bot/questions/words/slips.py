"""Slips of the fingers in the words that carry a question: `tommorow`, `wich`, `remaind`.

Only words that neither the programme nor any lexicon knows are corrected, and only for the
reading of lexicon words; names and topics have their own, more careful ways (`people`, `search`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.questions.words.lexicon import known_words, spellings
from bot.questions.words.text import Token


def corrected(
    parts: Sequence[Token], language: str, known: Callable[[str], bool]
) -> tuple[Token, ...]:
    """The tokens, unknown ones replaced by the lexicon word that they are a slip of."""
    read = {i for m in known_words(language).find(parts) for i in m.span}
    return tuple(
        part
        if i in read or len(part.text) < 5 or not part.text.isalpha() or known(part.text)
        else replace(part, text=_nearest(part.text, language))
        for i, part in enumerate(parts)
    )


@lru_cache(maxsize=5_000)
def _nearest(word: str, language: str) -> str:
    allowed = 1 if len(word) < 8 else 2
    found = process.extractOne(word, spellings(language), scorer=OSA.distance, score_cutoff=allowed)
    if found is None or found[0][0] != word[0]:
        return word
    return str(found[0])
