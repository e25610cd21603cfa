"""Finding a person of the programme by what a question calls them: in part, misspelt, or in
another script (`sounds`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from bot.questions.names.called import Names
from bot.questions.names.sounds import Sounds, latin
from bot.questions.words.text import Token, is_han

_NAMESAKES = 3  # people of one given name, of whom any may be meant
_PART = 7  # Chinese characters that a part of a name may have
_TIE = 0.08  # people who are less likely by no more than this may be meant too
# In another script, measured on a programme with 400 names: how alike a whole name must be, with
# and without a word that asks for a person, each of its words, and how much less alike the next
# person's; the same of a surname that stands alone.
_ALIKE, _BOLDLY, _EACH, _LEAD = 0.76, 0.72, 0.62, 0.04
_SURNAME, _SOUNDS = 0.84, 4  # of so many letters
# The same of Chinese, then with the lead, and how much less for each side cut from a word.
_HAN, _SURELY_HAN, _CUT = 0.78, 0.93, 0.08
_SHORT = 0.6  # how much a word of few letters counts
# What stands between the names of one person: of, son of, the.
_PARTICLES = frozenset(
    "al el as ash de den der des di do dos du da la le van von fon bin ben bn".split()  # noqa: SIM905
)
# ... and what a name goes on behind: servant, father.
_OPENS = frozenset(("bd", "abd", "abw", "abu"))


class People:
    """The people of a programme, found by parts of their names."""

    def __init__(self, names: Names, known: Callable[[str], bool]) -> None:
        self._known = known  # whether the programme uses a word
        self._people = names.people
        self._by_word = names.people_by_word
        self._all = [word for word in self._by_word if len(word) > 2]
        self._given = _given_names(names)
        self._joined: dict[str, int] = {}
        for at, person in enumerate(self._people):
            for words in (person.words, person.words[::-1]):
                self._joined.setdefault("".join(words), at)

    def find(
        self, tokens: Sequence[Token], free: Sequence[bool], cue: bool, short: bool
    ) -> list[tuple[list[int], int, int]]:
        """People named by free tokens: who may be meant, and the tokens' range. A surname alone
        is enough where a `cue` says that a person is meant, an exact one in a `short` text."""
        found: list[tuple[list[int], int, int]] = []
        at = 0
        while at < len(tokens) and self._all:
            hit = self._at(tokens, free, at, cue, short)
            found += [hit] if hit else []
            at = hit[2] if hit else at + 1
        return found

    def _at(
        self, tokens: Sequence[Token], free: Sequence[bool], at: int, cue: bool, short: bool
    ) -> tuple[list[int], int, int] | None:
        if is_han(tokens[at].text):
            return self._chinese(tokens, free, at)
        if at and latin(tokens[at - 1].text) in _OPENS:
            return None  # "Abd al-Fattah" is no Fattah
        run = _run(tokens, free, at)
        for length in range(run, 1, -1):
            words = [token.text for token in tokens[at : at + length]]
            if words[0].isascii() and words[-1].isascii():
                people = self._several(words, 0.71 if cue else 0.8)
            else:
                people = self._sounding(words, _BOLDLY if cue else _ALIKE)
            if people:
                return people, at, at + length
        unknown = run > 1 and not self._known(tokens[at + 1].text)
        if run and (cue or short) and not unknown and not self._half(tokens, free, at):
            people = self._by_surname(tokens[at].text, slips=cue and short)
            if run == 1:  # "Taylor Swift" is no Taylor
                people = people or self._given.get(tokens[at].text, [])
            if people:
                return people, at, at + 1
        return None

    def _half(self, tokens: Sequence[Token], free: Sequence[bool], at: int) -> bool:
        """Whether the word before is an unknown one: half of a name that is not ours."""
        if at == 0 or not free[at - 1] or self._known(tokens[at - 1].text):
            return False
        # `博特曼(Botterman)`: the same name once more, in another script
        return tokens[at - 1].text.isascii() == tokens[at].text.isascii()

    # -- in Latin letters

    def _several(self, words: Sequence[str], least: float) -> list[int]:
        """People of whom every word is a part of the name, as surely as `least`."""
        scores: dict[int, float] = {}
        for i, word in enumerate(words):
            parts = self._parts(word)
            if not parts:
                return []
            here: dict[int, float] = {}
            for part, how in parts.items():
                for person in self._by_word[part]:
                    here[person] = max(how, here.get(person, 0.0))
            scores = here if i == 0 else {p: s + here[p] for p, s in scores.items() if p in here}
        scores = {p: s / len(words) for p, s in scores.items() if self._distinct(p, words)}
        best = max(scores.values(), default=0.0)
        return [p for p, s in scores.items() if s >= best - _TIE] if best >= least else []

    def _distinct(self, person: int, words: Sequence[str]) -> bool:
        """Not two words of the question for one and the same word of the name."""
        return len(self._people[person].words) >= len(set(words))

    def _parts(self, word: str) -> dict[str, float]:
        """Words of names that the word is, or is a slip or the beginning of."""
        if word in self._by_word:
            return {word: 1.0}
        if len(word) < 3:
            return {}
        cutoff = 86 if len(word) < 5 else 78
        close = process.extract(word, self._all, scorer=fuzz.ratio, score_cutoff=cutoff, limit=6)
        parts = {name: score / 100 for name, score, _ in close}
        for name in self._all if len(word) >= 4 else ():
            if name.startswith(word):
                parts[name] = max(parts.get(name, 0.0), 0.85)
        return parts

    def _by_surname(self, word: str, *, slips: bool) -> list[int]:
        people = [p for p in self._by_word.get(word, ()) if self._people[p].words[0] != word]
        if people or len(word) < (5 if word.isascii() else 4) or not slips:
            return people if len(word) >= 4 else []
        if not word.isascii():
            return self._surname(word)
        sure = 0.85 if len(word) >= 7 else 0.88
        parts = (part for part, how in self._parts(word).items() if how >= sure)
        found = [(part, p) for part in parts for p in self._by_word[part]]
        return [p for part, p in found if self._people[p].words[0] != part]

    # -- in another script

    def _sounding(self, words: Sequence[str], least: float) -> list[int]:
        """The person whose name the words sound like."""
        scores = self._scores(words)
        best = int(scores.argmax())
        return [best] if scores[best] >= least and _lead(scores) >= _LEAD else []

    def _scores(self, words: Sequence[str]) -> Any:
        """How much each person is called as the words sound; 0 if one of them does not fit."""
        told = [word for word in words if latin(word) not in _PARTICLES] or list(words)
        owners, parts = self._owned
        likes = np.zeros((len(told), len(self._people)), np.float32)
        for row, word in zip(likes, told, strict=True):
            np.maximum.at(row, owners, self._sounds.like(word)[parts])
        weights = np.array([1.0 if len(latin(word)) > 3 else _SHORT for word in told])
        scores = weights @ likes / weights.sum()
        return np.where((likes.min(axis=0) >= _EACH) & (self._long >= len(told)), scores, 0.0)

    def _surname(self, word: str) -> list[int]:
        """The people whose surname alone a word sounds like."""
        likes = self._sounds.like(word)
        best = int(likes.argmax())
        name = self._words[best]
        sure = likes[best] >= _SURNAME and _lead(likes) >= _LEAD and len(name) >= _SOUNDS
        return [p for p in self._by_word[name] if self._people[p].words[0] != name] if sure else []

    def _chinese(
        self, tokens: Sequence[Token], free: Sequence[bool], at: int
    ) -> tuple[list[int], int, int] | None:
        for length in range(min(_run(tokens, free, at), 4), 1, -1):
            name = latin("".join(t.text for t in tokens[at : at + length]))
            if name in self._joined:
                return [self._joined[name]], at, at + length
        return self._foreign(tokens, free, at)

    def _foreign(
        self, tokens: Sequence[Token], free: Sequence[bool], at: int
    ) -> tuple[list[int], int, int] | None:
        """A name from elsewhere: `卢卡·贝利`. Where it begins and ends only likeness tells; a word
        that may be part of it is not left out beside it."""
        parts = _dotted(tokens, free, at)
        if len(parts) < 2:
            return None
        text = [token.text for token in tokens]
        first, *inner, last = parts
        best, found = _HAN, None
        for start in first:
            for end in range(last.start + 1, last.stop + 1):
                left_out = (start > first.start) + 2 * (end < last.stop and free[end])
                left_out += start > first.start and free[start - 1]
                spans = (range(start, first.stop), *inner, range(last.start, end))
                scores = self._scores(["".join(text[i] for i in span) for span in spans])
                like = float(scores.max()) - _CUT * left_out + 0.01 * (end - start)
                if like > best and like + _lead(scores) >= _SURELY_HAN:
                    best, found = like, ([int(scores.argmax())], start, end)
        return found

    @cached_property
    def _words(self) -> list[str]:
        return list(self._by_word)

    @cached_property
    def _sounds(self) -> Sounds:
        return Sounds(self._words)

    @cached_property
    def _owned(self) -> tuple[Any, Any]:
        """People and the words (by place) of their names, in pairs."""
        pairs = [(p, at) for at, word in enumerate(self._words) for p in self._by_word[word]]
        return np.array([p for p, _ in pairs], int), np.array([at for _, at in pairs], int)

    @cached_property
    def _long(self) -> Any:
        return np.array([len(person.words) for person in self._people])


def _run(tokens: Sequence[Token], free: Sequence[bool], at: int) -> int:
    """How many tokens from one on may be a name: free ones, with particles in between."""
    run = 0
    for i in range(at, min(at + 4, len(tokens))):
        if free[i]:
            run = i + 1 - at
        elif not run or latin(tokens[i].text) not in _PARTICLES:
            break
    return run


def _dotted(tokens: Sequence[Token], free: Sequence[bool], at: int) -> list[range]:
    """The parts of a Chinese text from a token on that dots may hold together: no commas, around
    which sentences begin and end with words that are read."""
    parts, start = [], at
    for i in range(at + 1, len(tokens) + 1):
        inside = i < len(tokens) and is_han(tokens[i].text)
        gap = tokens[i].start - tokens[i - 1].end if inside else 1
        inside = inside and (gap < 1 or (gap == 1 and free[i - 1] and free[i]))
        if gap:
            parts.append(range(start, i))
            start = i
        if not inside:
            break
    if len(parts[0]) > _PART:
        return []  # not yet
    return [*parts[:-1], parts[-1][:_PART]]


def _lead(likes: Any) -> float:
    """How much more alike the best one is than the next."""
    second, best = np.partition(likes, -2)[-2:] if len(likes) > 1 else (0.0, 1.0)
    return float(best - second)


def _given_names(names: Names) -> dict[str, list[int]]:
    """Given names that are few people's and no words: whoever says "Divina" means one of them."""
    given: dict[str, list[int]] = defaultdict(list)
    for word, people in names.people_by_word.items():
        if len(word) >= 5 and not names.is_word(word):
            given[word] = [p for p in people if names.people[p].words[0] == word]
    return {word: people for word, people in given.items() if 0 < len(people) <= _NAMESAKES}
