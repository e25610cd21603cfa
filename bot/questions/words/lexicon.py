"""What the words of a language mean: `languages/<code>/words.yaml`, compiled for matching.

A file maps concepts (`ask.when`, `time.tomorrow`) to phrases. In a phrase `(a|b)` is a choice,
`[a|b]` may be missing, and a word's final `*` stands for any ending. Phrases match whole tokens,
the longest one wins, and every apostrophe may be missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from bot.questions.words.text import Token, clean, fold, tokens

LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "ar", "zh")
_KEPT = 5_000  # tokens of which it is kept what they begin
_GROUP = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named by the tokens from `start` to before `end`."""

    concept: str
    start: int
    end: int

    @property
    def span(self) -> range:
        """The indexes of its tokens."""
        return range(self.start, self.end)


@dataclass(slots=True)
class _Node:
    exact: dict[str, _Node] = field(default_factory=dict)
    prefix: dict[str, _Node] = field(default_factory=dict)
    concepts: list[str] = field(default_factory=list)

    def after(self, text: str) -> Iterator[tuple[int, _Node]]:
        """The nodes that a token leads to, and how many letters say so."""
        for form in _forms(text):
            if form in self.exact:
                yield len(form) + 1, self.exact[form]
            for length in range(1, len(form) + 1) if self.prefix else ():
                if form[:length] in self.prefix:
                    yield length, self.prefix[form[:length]]


class Phrases:
    """Phrases of tokens, each with the names of what it stands for."""

    def __init__(self) -> None:
        self._root = _Node()
        self._begun: dict[str, tuple[tuple[int, _Node], ...]] = {}
        self.single: set[str] = set()

    def add(self, phrase: Sequence[str], concept: str) -> None:
        """Let the phrase, a sequence of folded tokens, stand for the concept. A final `*` on
        a token stands for any ending."""
        node = self._root
        self._begun.clear()
        for text in phrase:
            table, key = (node.prefix, text[:-1]) if text.endswith("*") else (node.exact, text)
            node = table.setdefault(key, _Node())
        if node is not self._root and concept not in node.concepts:
            node.concepts.append(concept)
            if len(phrase) == 1 and not phrase[0].endswith("*"):
                self.single.add(phrase[0])

    def find(self, text: Sequence[Token], taken: Sequence[bool] = ()) -> list[Mention]:
        """The longest phrases, from the left, that do not overlap nor touch taken tokens."""
        found: list[Mention] = []
        at = 0
        while at < len(text):
            if (taken and taken[at]) or not self._beginning(text[at].text):
                at += 1
                continue
            end, concepts = self._longest(text, at, taken)
            found += [Mention(concept, at, end) for concept in concepts]
            at = max(end, at + 1)
        return found

    def _beginning(self, text: str) -> tuple[tuple[int, _Node], ...]:
        """What a phrase that begins with a token goes on with. Kept: most tokens begin none, and
        each is asked about many times."""
        begun = self._begun.get(text)
        if begun is None:
            if len(self._begun) >= _KEPT:
                self._begun.clear()
            begun = self._begun[text] = tuple(self._root.after(text))
        return begun

    def _longest(
        self, text: Sequence[Token], start: int, taken: Sequence[bool]
    ) -> tuple[int, list[str]]:
        best: tuple[int, list[str]] = (start, [])
        nodes = list(self._beginning(text[start].text))
        for at in range(start, len(text)):
            if taken and taken[at]:
                break
            if at > start:
                nodes = [
                    (letters + more, after)
                    for letters, node in nodes
                    for more, after in node.after(text[at].text)
                ]
            if not nodes:
                break
            ends = [(letters, node.concepts) for letters, node in nodes if node.concepts]
            if ends:  # `blockchain*` says more than `block*`
                most = max(letters for letters, _ in ends)
                concepts = [c for letters, found in ends if letters == most for c in found]
                best = (at + 1, list(dict.fromkeys(concepts)))
        return best


def _forms(text: str) -> tuple[str, ...]:
    """The token and, in Arabic, what is left without the words that are written onto it."""
    if not "\u0600" <= text[0] <= "\u06ff":
        return (text,)
    forms = [text]
    for clitic in ("وال", "بال", "فال", "كال", "عال", "هال", "لل", "ال", "و", "ب", "ل", "ف", "ع"):
        least = 2 if clitic == "و" else 3 if len(clitic) > 1 else 4
        if text.startswith(clitic) and len(text) - len(clitic) >= least:
            forms.append(text[len(clitic) :])
    for pronoun in ("ها", "هم", "ني"):
        if text.endswith(pronoun) and len(text) - len(pronoun) >= 4:
            forms.append(text[: -len(pronoun)])
    return tuple(forms)


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
}


class Lexicon:
    """The words of some languages. `entries` are the concepts with their phrases as written."""

    def __init__(self, *languages: Mapping[str, Sequence[str]]) -> None:
        self._groups: dict[str, Phrases] = defaultdict(Phrases)
        for entries in languages:
            for concept, phrases in entries.items():
                group = _GROUPS.get(concept.partition(".")[0], "ask")
                for phrase in phrases:
                    for variant in expand(phrase):
                        self._groups[group].add(variant, concept)

    def find(self, group: str, text: Sequence[Token], taken: Sequence[bool] = ()) -> list[Mention]:
        """The concepts of a group (`ask`, `time`, `place`, `filler`, `off-topic`) in a text."""
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
        for concept, called in entries(language, file).items():
            if concept == "time.day-suffix":
                continue
            for phrase in called:
                for variant in expand(phrase):
                    phrases.add(variant, language)
    return phrases


@cache
def subjects(language: str) -> Phrases:
    """What the subjects of `subjects.yaml` are called in a language."""
    phrases = Phrases()
    for subject, called in entries(language, "subjects.yaml").items():
        for phrase in called:
            for variant in expand(phrase):
                phrases.add(variant, subject)
    return phrases


@cache
def loanwords() -> Phrases:
    """English names of subjects as they turn up in other languages: whole words only, since
    "medic*" would be no medicine there."""
    phrases = Phrases()
    for subject, called in entries("en", "subjects.yaml").items():
        for phrase in called:
            for variant in expand(phrase):
                if not any(word.endswith("*") for word in variant):
                    phrases.add(variant, subject)
    return phrases


@cache
def spellings(language: str) -> tuple[str, ...]:
    """The single words of `words.yaml`, for correcting slips; in order, so that of two that are
    equally near always the same one is meant."""
    found = {
        word.rstrip("*")
        for called in entries(language).values()
        for phrase in called
        for variant in expand(phrase)
        for word in variant
    }
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
