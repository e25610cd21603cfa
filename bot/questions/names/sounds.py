"""How names sound, to compare them across scripts: `Серф`, `سيرف` and `Cerf` share no letter.

Words become Latin letters (`latin`), letters that are written differently become one (`plain`),
and as Arabic leaves vowels out and Chinese adds some, consonants count most (`bones`, `sound`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

# Several letters for one sound, longest first; then letters for which scripts have but one.
_WRITTEN = (
    *(("shch", "s"), ("dzh", "j"), ("sch", "s"), ("tch", "k"), ("zh", "j"), ("kh", "h")),
    *(("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "z"), ("sh", "s"), ("ch", "k"), ("ck", "k")),
    *(("c", "k"), ("q", "k"), ("x", "s")),
)
_ARABIC = str.maketrans("pvz", "bfs", "wy")
_CHINESE = str.maketrans("pdgjvzr", "btkkwsl", "y")
_VOWELS = str.maketrans("", "", "aeiou")
_TWICE = re.compile(r"(.)\1+")
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


def is_arabic(word: str) -> bool:
    """Whether a word is in Arabic letters."""
    return "\u0600" <= word[0] <= "\u06ff"


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
    letters = re.sub("kh$", "k", latin(word))  # `Герлах`
    for written, spoken in _WRITTEN:
        letters = letters.replace(written, spoken)
    return _TWICE.sub(r"\1", letters)


@lru_cache(maxsize=20_000)
def bones(word: str, *, chinese: bool = False) -> str:
    """The consonants of a word as Arabic or Chinese spell them."""
    table = _CHINESE if chinese else _ARABIC
    return _TWICE.sub(r"\1", plain(word).translate(table).translate(_VOWELS))


def spellings(name: str) -> tuple[str, ...]:
    """A name as it is written, and if a J begins it as the many say it to whom that is a Y."""
    return (name, f"y{name[1:]}") if name[0] == "j" else (name,)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The consonants of a word by class; neighbours of one class count once."""
    found = ""
    arabic = is_arabic(word)  # there, the w is mostly an o or u
    letters = plain(word) if not word.isascii() else word
    for letter in letters:
        group = "" if letter == "w" and found and arabic else _CLASSES.get(letter, "")
        if group and not found.endswith(group):
            found += group
    return found
