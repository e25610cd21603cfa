"""What the words of a language mean: `languages/<code>/words.yaml`, compiled for matching.

A file maps concepts (`ask.when`, `time.tomorrow`) to phrases. In a phrase `(a|b)` is a choice,
`[a|b]` may be missing, and a word's final `*` stands for any ending. Phrases match whole tokens,
the longest one wins, and every apostrophe may be missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

from bot.questions.words.phrases import Mention, Phrases
from bot.questions.words.text import Token, clean, fold, tokens

LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "ar", "zh")
_GROUP = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")


# Concepts are matched in groups, so that a long phrase of one hides no word of another: the
# room in "which room" is one of `place`, the question one of `ask`.
_GROUPS = {
    "time": "time",
    "number": "time",
    "ordinal": "time",
    "room": "place",
    "code": "place",
    "or": "place",
    "whence": "whence",
    "role": "role",
    "kind": "kind",
    "filler": "filler",
    "off-topic": "off-topic",
    "chore": "chore",
    "main-room": "main-room",
    "self": "self",
    "remark": "remark",
    "because": "remark",
    "wish": "wish",
    "request": "request",
    "topical": "topical",
}


class Lexicon:
    """The words of some languages. `entries` are the concepts with their phrases as written."""

    def __init__(self, *languages: Mapping[str, Sequence[str]]) -> None:
        self._groups: dict[str, Phrases] = defaultdict(Phrases)
        for entries in languages:
            for concept, variant in _variants(entries):
                group = _GROUPS.get(concept.partition(".")[0], "ask")
                self._groups[group].add(variant, concept)

    def find(self, group: str, text: Sequence[Token], taken: Sequence[bool] = ()) -> list[Mention]:
        """The concepts of a group (a value of `_GROUPS`, or `ask`) in a text."""
        return self._groups[group].find(text, taken)


@cache
def expand(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Every sequence of folded tokens that a phrase of the data stands for."""
    group = _GROUP.search(phrase)
    if group is None:
        return tuple({_tokens(phrase): None, _tokens(phrase.replace("'", "")): None})
    before, after = phrase[: group.start()], phrase[group.end() :]
    choices = (group[1] or group[2] or "").split("|")
    if group[1] is None:
        choices.append("")
    return tuple(each for choice in choices for each in expand(f"{before}{choice}{after}"))


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(text for piece in phrase.split() for text in _piece(piece))


@cache
def _piece(piece: str) -> tuple[str, ...]:
    """The tokens of what stands between two blanks; a star is kept on the last."""
    texts = [token.text for token in tokens(clean(piece))]
    if texts and piece.endswith("*"):
        texts[-1] += "*"
    return tuple(texts)


def _flat(block: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in block.items():
        name = f"{path}.{key}" if path else str(key)
        if isinstance(value, Mapping):
            yield from _flat(value, name)
        else:
            yield name, [phrase for phrase in map(str.strip, re.split("[,\n]", value)) if phrase]


@cache
def entries(language: str, file: str = "words.yaml") -> dict[str, list[str]]:
    """The phrases of each concept in a language's `words.yaml` or `subjects.yaml`."""
    source = resources.files("bot").joinpath("languages", language, file)
    text = source.read_text(encoding="utf-8")
    # The base loader builds nothing but strings: in these files `no` and `on` are words.
    return dict(_flat(yaml.load(text, Loader=yaml.CBaseLoader)))  # noqa: S506


def _variants(entries: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each concept with each sequence of tokens that stands for it."""
    for concept, phrases in entries.items():
        for phrase in phrases:
            for variant in expand(phrase):
                yield concept, variant


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of one of `LANGUAGES`, read from the package at first use."""
    return Lexicon(entries(language))


@cache
def every_lexicon() -> Lexicon:
    """The words of all languages at once."""
    return Lexicon(*map(entries, LANGUAGES))


@cache
def known_words(language: str) -> Phrases:
    """Everything that words of a language are known by, to tell languages apart."""
    phrases = Phrases()
    for file in ("words.yaml", "subjects.yaml"):
        for concept, variant in _variants(entries(language, file)):
            if concept != "time.day-suffix":
                phrases.add(variant, language)
    return phrases


@cache
def subjects(language: str) -> Phrases:
    """What the subjects of `subjects.yaml` are called in a language."""
    phrases = Phrases()
    for subject, variant in _variants(entries(language, "subjects.yaml")):
        phrases.add(variant, subject)
    return phrases


@cache
def loanwords() -> Phrases:
    """English names of subjects as they turn up in other languages: whole words only, since
    "medic*" would be no medicine there."""
    phrases = Phrases()
    for subject, variant in _variants(entries("en", "subjects.yaml")):
        if not any(word.endswith("*") for word in variant):
            phrases.add(variant, subject)
    return phrases


@cache
def spellings(language: str) -> tuple[str, ...]:
    """The single words of `words.yaml`, for correcting slips; in order, so that of two that are
    equally near always the same one is meant."""
    found = {word.rstrip("*") for _, variant in _variants(entries(language)) for word in variant}
    return tuple(sorted(word for word in found if len(word) >= 5))


@cache
def common_words() -> frozenset[str]:
    """Single words that mean something in a sentence of any language: no names by themselves."""
    return frozenset(
        fold(phrase)
        for language in LANGUAGES
        for concept, phrases in entries(language).items()
        if not concept.startswith(("kind.", "off-topic", "chore", "event.", "main-room", "role"))
        for phrase in phrases
        if phrase.isalpha()
    )
