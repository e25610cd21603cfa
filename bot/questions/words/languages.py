"""Which of the bot's languages a text is in.

The script decides for Russian, Arabic and Chinese. Among the others the words of the lexicons
count first, then letter statistics; for one or two words the person's own language.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bot.questions.words.lexicon import LANGUAGES, known_words
from bot.questions.words.text import Token, is_arabic, is_cyrillic

_LATIN = ("en", "fr", "es", "de", "pt")


def detect(text: str, tokens: Sequence[Token], taken: Sequence[bool], own: str | None) -> str:
    """The language of a text's free tokens; `own` is the person's, for texts that do not
    tell."""
    free = [token for token, is_taken in zip(tokens, taken, strict=True) if not is_taken]
    letters = "".join(token.text for token in free) or "".join(token.text for token in tokens)
    script = _script(letters)
    if script:
        return script
    default = own if own in LANGUAGES else "en"
    if not free:
        return default
    scores = dict.fromkeys(_LATIN, 0.0)
    for language, score in _by_words(tokens, taken).items():
        scores[language] += score
    written = " ".join(text[token.start : token.end].lower() for token in free)
    if any(token.text.isalpha() for token in free):
        for language, share in _by_letters(written).items():
            scores[language] += share
    if default in scores:
        scores[default] += 0.1 if own is None else 0.9 if len(free) <= 2 else 0.3
    return max(scores, key=lambda language: scores[language])


def _script(letters: str) -> str | None:
    counts = {"ru": 0, "ar": 0, "zh": 0}
    latin = 0
    for letter in letters:
        if is_cyrillic(letter):
            counts["ru"] += 1
        elif is_arabic(letter):
            counts["ar"] += 1
        elif "\u3400" <= letter <= "\u9fff":
            counts["zh"] += 3
        elif letter.isalpha():
            latin += 1
    best = max(counts, key=lambda language: counts[language])
    # Names and technical terms stay Latin in any language, so a third of the letters is enough.
    return best if counts[best] * 3 > latin and counts[best] else None


def _by_words(tokens: Sequence[Token], taken: Sequence[bool]) -> dict[str, float]:
    """How many tokens the words of each language explain; those of several count less."""
    explained: dict[str, dict[int, float]] = {}
    for language in _LATIN:
        found = known_words(language).find(tokens, taken)
        # A phrase of several words is the surer sign.
        explained[language] = {i: 1.0 + 0.5 * (len(m.span) > 1) for m in found for i in m.span}
    return {
        language: sum(
            weight / sum(i in other for other in explained.values()) for i, weight in mine.items()
        )
        for language, mine in explained.items()
    }


@cache
def _identifier() -> Any:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LATIN))
    return identifier


def _by_letters(text: str) -> dict[str, float]:
    ranked = [(language, float(score)) for language, score in _identifier().rank(text)]
    top = max(score for _, score in ranked)
    shares = {language: math.exp((score - top) / 8) for language, score in ranked}
    total = sum(shares.values())
    return {language: share / total for language, share in shares.items()}
