"""Finding a person of the programme by what a question calls them: in part, misspelt, or in
another script (`sounds`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from bot.questions.names.phrases import Names
from bot.questions.names.sounds import bones, is_arabic, latin, plain, sound, spellings
from bot.questions.words.text import Token, is_han

_NAMESAKES = 3  # people of one given name, of whom any may be meant
_HAN = 12  # Chinese characters that a name may have
_HALF, _FOREIGN = 0.6, 0.8  # likeness from which Chinese with a dot in it is a name, and a half
_TIE = 0.08  # people who are less likely by no more than this may be meant too
_ALIKE_ARABIC, _ALIKE_CYRILLIC = 0.8, 0.75  # likeness in letters, whatever the sound
_LETTERS = 1  # by how many a surname in another script may be longer or shorter


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
        run, most = 0, _HAN if is_han(tokens[at].text) else 4
        while run < most and at + run < len(tokens) and free[at + run]:
            run += 1
        if run and is_han(tokens[at].text):
            return self._chinese(tokens, at, run)
        for length in range(run, 1, -1):
            people = self._several([t.text for t in tokens[at : at + length]], 0.71 if cue else 0.8)
            if people and not self._vague(people, tokens[at].text):
                return people, at + length
        unknown = run > 1 and not self._known(tokens[at + 1].text)
        if run and (cue or short) and not unknown and not self._half(tokens, free, at):
            people = self._by_surname(tokens[at].text, slips=cue and short)
            if run == 1:  # "Taylor Swift" is no Taylor
                people = people or self._given.get(tokens[at].text, [])
            if people and not self._vague(people, tokens[at].text):
                return people, at + 1
        return None

    def _vague(self, people: Sequence[int], word: str) -> bool:
        """Whether a word in another script sounds like so many names that it is none of them."""
        return not word.isascii() and len(people) > _NAMESAKES

    def _half(self, tokens: Sequence[Token], free: Sequence[bool], at: int) -> bool:
        """Whether the word before is an unknown one: half of a name that is not ours."""
        if at == 0 or not free[at - 1] or self._known(tokens[at - 1].text):
            return False
        # `博特曼(Botterman)`: the same name once more, in another script
        return tokens[at - 1].text.isascii() == tokens[at].text.isascii()

    def _chinese(self, tokens: Sequence[Token], at: int, run: int) -> tuple[list[int], int] | None:
        for length in range(min(run, 4), 1, -1):
            name = latin("".join(t.text for t in tokens[at : at + length]))
            if name in self._joined:
                return [self._joined[name]], at + length
        return self._foreign(tokens, at, run)

    def _foreign(self, tokens: Sequence[Token], at: int, run: int) -> tuple[list[int], int] | None:
        """A name from elsewhere: `卢卡·贝利`. Where it begins and ends only likeness tells."""
        dots = [i for i in range(at + 1, at + run) if tokens[i].start > tokens[i - 1].end]
        if not dots:
            return None
        best, found = _FOREIGN, None
        for start in range(max(at, dots[0] - 6), dots[0]):
            given = self._spoken("".join(t.text for t in tokens[start : dots[0]]))
            for end in range(dots[0] + 1, min(dots[0] + 6, at + run) + 1):
                family = self._spoken("".join(t.text for t in tokens[dots[0] : end]))
                for person in given.keys() & family.keys():
                    like = (given[person] + family[person]) / 2 + 0.01 * (end - start)
                    like -= 0.08 * (end < at + run)  # characters are left that belong to none
                    if like > best and len(self._people[person].words) > 1:
                        best, found = like, ([person], end)
        return found

    def _spoken(self, written: str) -> dict[int, float]:
        """People with a word in their name that sounds like Chinese characters."""
        people: dict[int, float] = {}
        for name in self._all:
            like = _chinese(written, name)
            if like >= _HALF:
                for person in self._by_word[name]:
                    people[person] = max(people.get(person, 0.0), like)
        return people

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
        """Words of names that a word may stand for, with how sure that is."""
        if word in self._by_word:
            return {word: 1.0}
        if len(word) < (3 if word.isascii() else 2):  # `بن` is short for three letters
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
        sure = _arabic if is_arabic(word) else _cyrillic
        parts: dict[str, float] = {}
        for spelling in self._written.like(word):
            how = sure(word, spelling)
            for name in self._written.names[spelling] if how else ():
                parts[name] = max(how, parts.get(name, 0.0))
        return parts

    @cached_property
    def _written(self) -> _Written:
        return _Written(self._all)

    def _by_surname(self, word: str, *, slips: bool) -> list[int]:
        people = [p for p in self._by_word.get(word, ()) if self._people[p].words[0] != word]
        if people or len(word) < 5 or not slips:
            return people if len(word) >= 4 else []
        found = []
        for part, how in self._parts(word).items():
            strange = not word.isascii() and not _surely(word, part)
            if how >= (0.85 if len(word) >= 7 else 0.88) and len(sound(part)) >= 3 and not strange:
                found += [p for p in self._by_word[part] if self._people[p].words[0] != part]
        return found


class _Written:
    """Names by how they are written and spoken, so that a word of another script is compared
    with those only that it may stand for (`_arabic`, `_cyrillic`)."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for spelling in spellings(name):
                self.names[spelling].append(name)
        self._as_written = {spelling: spelling for spelling in self.names}
        self._spoken = {spelling: plain(spelling) for spelling in self.names}
        self._frames = {spelling: bones(spelling) for spelling in self.names}
        self._sounds = {spelling: sound(spelling) for spelling in self.names}

    def like(self, word: str) -> set[str]:
        """The spellings that are alike in sound, or in most letters."""
        code = sound(word)
        if is_arabic(word):
            found = {each for each, other in self._sounds.items() if other == code}
            return found | _near(bones(word), self._frames, _ALIKE_ARABIC)
        found = {each for each, other in self._sounds.items() if other.startswith(code)}
        found |= _near(latin(word), self._as_written, _ALIKE_CYRILLIC)
        return found | _near(plain(word), self._spoken, _ALIKE_CYRILLIC)


def _near(text: str, others: Mapping[str, str], least: float) -> set[str]:
    """The keys of the texts that are alike by at least so much."""
    found = process.extract(
        text, others, scorer=fuzz.ratio, score_cutoff=100 * least - 0.001, limit=None
    )
    return {key for _, _, key in found}


def _surely(word: str, name: str) -> bool:
    """Whether a word in another script is so like a surname that it may stand alone."""
    if is_arabic(word):
        return fuzz.ratio(bones(word), bones(name)) >= 85
    near = abs(len(latin(word)) - len(name)) <= _LETTERS
    return near and fuzz.ratio(plain(word), plain(name)) >= 65


@lru_cache(maxsize=50_000)
def _arabic(word: str, name: str) -> float:
    """How surely an Arabic word is a name: vowels do not count, as most are not written."""
    frame, other = bones(word), bones(name)
    alike = fuzz.ratio(frame, other) / 100
    if frame == other:
        return 0.9 if len(frame) >= 2 else 0.72
    if sound(word) == sound(name) and len(frame) >= 2:
        return 0.85 if alike >= 0.7 else 0.74 if alike >= 0.5 else 0.0
    return 0.74 if alike >= _ALIKE_ARABIC else 0.0


@lru_cache(maxsize=50_000)
def _cyrillic(word: str, name: str) -> float:
    """How surely a word of another alphabet is a name."""
    code, other = sound(word), sound(name)
    alike = max(fuzz.ratio(latin(word), name), fuzz.ratio(plain(word), plain(name))) / 100
    if alike >= _ALIKE_CYRILLIC or (code == other and len(code) >= 3 and alike >= 0.4):
        return max(alike, 0.9 if code == other else 0.0)
    if code == other and alike >= 0.2:
        if len(code) != 2:  # `Гай`, `Рей`: sure beside another word only
            return 0.65 if latin(word)[:1] == name[0] else 0.0
        return 0.82 if alike >= 0.6 else 0.74 if alike >= 0.4 else 0.65
    return 0.78 if len(code) >= 3 and other.startswith(code) and alike >= 0.5 else 0.0


@lru_cache(maxsize=50_000)
def _chinese(written: str, name: str) -> float:
    """How much Chinese characters sound like a name: its consonants count most."""
    said = bones(written, chinese=True)
    frame = fuzz.ratio(said, bones(name, chinese=True)) * (1 if len(said) > 1 else 0.8)
    return (0.65 * frame + 0.35 * fuzz.ratio(plain(written), plain(name))) / 100


def _given_names(names: Names) -> dict[str, list[int]]:
    """Given names that are few people's and no words: whoever says "Divina" means one of them."""
    given: dict[str, list[int]] = defaultdict(list)
    for word, people in names.people_by_word.items():
        if len(word) >= 5 and not names.is_word(word):
            given[word] = [p for p in people if names.people[p].words[0] == word]
    return {word: people for word, people in given.items() if 0 < len(people) <= _NAMESAKES}
