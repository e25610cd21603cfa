"""Phrases of tokens, compiled for matching: whole tokens, the longest phrase first. A word's final
`*` stands for any ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.questions.words.text import Token, is_arabic

_KEPT = 5_000  # tokens of which it is kept what they begin


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


def tokens_in(mentions: Iterable[Mention]) -> set[int]:
    """The indexes of all their tokens."""
    return {i for mention in mentions for i in mention.span}


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
    if not is_arabic(text):
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
