"""Finding a person of the programme by what a question calls them: in part, misspelt, or in
another script.

Names from other scripts are compared by sound: consonants in classes, vowels left out, because
`Серф`, `سيرف` and `Cerf` share no letter but most of their consonants.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz, process

from bot.questions.names import Names
from bot.questions.text import Token, is_han

_LETTERS = 1  # by how many a surname in another script may be longer or shorter
_CLASSES: dict[str, str] = {}
for _class, _letters in {
    "1": "bfpvw",
    "2": "cgjkqsxz",
    "3": "dt",
    "4": "l",
    "5": "mn",
    "6": "r",
}.items():
    _CLASSES.update(dict.fromkeys(_letters, _class))


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The consonants of a word by class; neighbours of one class count once."""
    found = ""
    arabic = "\u0600" <= word[0] <= "\u06ff"  # there, the w is mostly an o or u
    for letter in anyascii(word).lower():
        group = "" if letter == "w" and found and arabic else _CLASSES.get(letter, "")
        if group and not found.endswith(group):
            found += group
    return found


def latin(word: str) -> str:
    """A word in Latin letters, without marks."""
    return "".join(c for c in anyascii(word).lower() if c.isalpha())


class People:
    """The people of a programme, found by parts of their names."""

    def __init__(self, names: Names, known: Callable[[str], bool]) -> None:
        self._known = known  # whether the programme uses a word
        self._people = names.people
        self._by_word = names.people_by_word
        self._all = [word for word in self._by_word if len(word) > 2]
        self._joined: dict[str, int] = {}
        for at, person in enumerate(self._people):
            for words in (person.words, person.words[::-1]):
                self._joined.setdefault("".join(words), at)

    def find(
        self, tokens: Sequence[Token], free: Sequence[bool], cue: bool, short: bool
    ) -> list[tuple[list[int], int, int]]:
        """People named by free tokens: who may be meant, and the tokens' range. A surname alone
        is enough where a `cue` says that a person is meant, an exact one in a `short` text."""
        found = []
        at = 0
        while at < len(tokens):
            hit = self._at(tokens, free, at, cue, short)
            if hit:
                found.append((hit[0], at, hit[1]))
                at = hit[1]
            else:
                at += 1
        return found

    def _at(
        self, tokens: Sequence[Token], free: Sequence[bool], at: int, cue: bool, short: bool
    ) -> tuple[list[int], int] | None:
        run = 0
        while run < 4 and at + run < len(tokens) and free[at + run]:
            run += 1
        if run and is_han(tokens[at].text):
            return self._chinese(tokens, at, run)
        for length in range(run, 1, -1):
            people = self._several([t.text for t in tokens[at : at + length]], 0.71 if cue else 0.8)
            if people:
                return people, at + length
        unknown = run > 1 and not self._known(tokens[at + 1].text)
        if run and (cue or short) and not unknown and not self._half(tokens, free, at):
            people = self._by_surname(tokens[at].text, slips=cue and short)
            if people:
                return people, at + 1
        return None

    def _half(self, tokens: Sequence[Token], free: Sequence[bool], at: int) -> bool:
        """Whether the word before is an unknown one: half of a name that is not ours."""
        if at == 0 or not free[at - 1] or self._known(tokens[at - 1].text):
            return False
        # `博特曼(Botterman)`: the same name once more, in another script
        return tokens[at - 1].text.isascii() == tokens[at].text.isascii()

    def _chinese(self, tokens: Sequence[Token], at: int, run: int) -> tuple[list[int], int] | None:
        for length in (4, 3, 2):
            if length <= run:
                name = latin("".join(t.text for t in tokens[at : at + length]))
                if name in self._joined:
                    return [self._joined[name]], at + length
        return None

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
        return [p for p, s in scores.items() if s >= best - 0.12] if best >= least else []

    def _distinct(self, person: int, words: Sequence[str]) -> bool:
        """Not two words of the question for one and the same word of the name."""
        return len(self._people[person].words) >= len(set(words))

    def _parts(self, word: str) -> dict[str, float]:
        """Words of names that a word may stand for, with how sure that is."""
        if word in self._by_word:
            return {word: 1.0}
        if len(word) < 3:
            return {}
        return self._close(word) if word.isascii() else self._transcribed(word)

    def _close(self, word: str) -> dict[str, float]:
        """Names that the word is a slip or the beginning of."""
        cutoff = 86 if len(word) < 5 else 78
        close = process.extract(word, self._all, scorer=fuzz.ratio, score_cutoff=cutoff, limit=6)
        parts = {name: score / 100 for name, score, _ in close}
        for name in self._all if len(word) >= 4 else ():
            if name.startswith(word):
                parts[name] = max(parts.get(name, 0.0), 0.85)
        return parts

    def _transcribed(self, word: str) -> dict[str, float]:
        """Names that the word is in another script: alike in letters or in sound."""
        roman, code = latin(word), sound(word)
        arabic = "\u0600" <= word[0] <= "\u06ff"  # it leaves most vowels out
        parts: dict[str, float] = {}
        for name in self._all:
            ratio = fuzz.ratio(roman, name) / 100
            same = sound(name) == code
            begins = len(code) >= 3 and sound(name).startswith(code)
            if ratio >= 0.75 or (same and len(code) >= 3 and ratio >= 0.4):
                parts[name] = max(ratio, 0.9 if same else 0.0)
            elif same and len(code) == 2 and (ratio >= 0.2 or arabic):
                parts[name] = 0.82 if ratio >= 0.6 else 0.74 if ratio >= 0.4 or arabic else 0.65
            elif begins and ratio >= 0.5:
                parts[name] = 0.78
        return parts

    def _by_surname(self, word: str, *, slips: bool) -> list[int]:
        people = [p for p in self._by_word.get(word, ()) if self._people[p].words[0] != word]
        if people or len(word) < 5 or not slips:
            return people if len(word) >= 4 else []
        found = []
        for part, how in self._parts(word).items():
            strange = not word.isascii() and abs(len(latin(word)) - len(part)) > _LETTERS
            if how >= (0.85 if len(word) >= 7 else 0.88) and len(sound(part)) >= 3 and not strange:
                found += [p for p in self._by_word[part] if self._people[p].words[0] != part]
        return found
