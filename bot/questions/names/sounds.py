"""How names sound, to compare them across scripts: `Серф`, `سيرف` and `Cerf` share no letter.

Words become Latin letters (`latin`), letters that are written differently become one (`plain`),
and as Arabic leaves vowels out and Chinese adds some, consonants count most (`bones`). `Sounds`
tells which words of names a word of another script may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process

from bot.questions.words.text import is_arabic, is_han

# Several letters for one sound, longest first; then letters for which scripts have but one.
_WRITTEN = tuple(
    (re.compile(written), spoken)
    for written, spoken in (
        *(("shch", "s"), ("dzh|dge", "j"), ("sch", "s"), ("tch", "k"), ("zh", "j"), ("kh$", "k")),
        *(("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("t[sz]", "s"), ("sh", "s")),
        *(("c[hk]", "k"), ("c(?=[eiy])", "s"), ("[cq]", "k"), ("ks|x", "s"), ("o[ou]", "u")),
        *(("ee", "i"), (r"(.)\1+", r"\1")),
    )
)
# What scripts write as one: Arabic has no p, v and z of its own for names, Chinese no voice.
_MERGED = {
    "arabic": str.maketrans("pvz", "bfs", "aeiouwy"),
    "chinese": str.maketrans("pdgjvzr", "btkkwsl", "aeiouy"),
    "other": str.maketrans("w", "v", "aeiouy"),
}
_TWICE = re.compile(r"(.)\1+")
_ONE = 0.8  # how much a single consonant tells, of what several do
_VOWELS = {"arabic": 0.35, "chinese": 0.35, "other": 0.5}  # how much all letters count


@lru_cache(maxsize=20_000)
def latin(word: str) -> str:
    """A word in Latin letters, without marks."""
    if is_arabic(word) and len(word) > 3:  # `اولغا` begins with an o, `زينه` ends with an a
        word = re.sub("^ا[وي]", "ا", word).removesuffix("ه")
        word = word.removeprefix("ال") if len(word) > 5 else word
    return "".join(c for c in anyascii(word).lower() if c.isalpha())


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word in Latin letters as it is spoken, whoever wrote it down."""
    letters = latin(word)
    for written, spoken in _WRITTEN:
        letters = written.sub(spoken, letters)
    return letters


def bones(word: str, script: str) -> str:
    """The consonants of a word as a script spells them."""
    return _TWICE.sub(r"\1", plain(word).translate(_MERGED[script]))


def spellings(name: str) -> tuple[str, ...]:
    """A name as it is written, and as those write it to whom a J is a Y, or a W a U."""
    spelt = [name]
    if name[0] == "j":
        spelt.append(f"y{name[1:]}")
    if "w" in name:
        spelt.append(name.replace("w", "u"))
    return tuple(spelt)


class Sounds:
    """Words of names by how they sound."""

    def __init__(self, words: Sequence[str]) -> None:
        spelt = [(at, each) for at, word in enumerate(words) for each in spellings(word)]
        self._size = len(words)
        self._owner = np.array([at for at, _ in spelt], dtype=np.int32)
        self._plain = [plain(each) for _, each in spelt]
        self._bones = {script: [bones(each, script) for _, each in spelt] for script in _MERGED}
        self._likes = lru_cache(maxsize=2_000)(self._compared)

    def like(self, word: str) -> Any:
        """How much a word of another script sounds like each word, from 0 to 1."""
        return self._likes(word)

    def _compared(self, word: str) -> Any:
        script = "arabic" if is_arabic(word) else "chinese" if is_han(word) else "other"
        whole, frame = [plain(word)], [bones(word, script)]
        few = _ONE if len(frame[0]) < 2 else 1.0
        letters = process.cdist(whole, self._plain, scorer=fuzz.ratio)[0]
        consonants = process.cdist(frame, self._bones[script], scorer=fuzz.ratio)[0]
        share = _VOWELS[script]
        likes = (share * letters + (1 - share) * few * consonants) / 100
        best = np.zeros(self._size, np.float32)
        np.maximum.at(best, self._owner, likes)
        return best
