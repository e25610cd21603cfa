"""How a text becomes tokens that compare equal however they were typed.

Any string is accepted: control, bidi and stacked combining characters go, width and digit
variants become plain ones, at most `LIMIT` characters are read. Every Chinese character is a
token of its own, letters and digits part (`ws366` is `ws`, `366`), and each token keeps its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from bot.questions.words.hanzi import SIMPLIFIED

LIMIT = 300
_STOPS = (".", ",", ";", ":", "!", "?", "؟", "،", "؛", "。")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_SIGN = "\u2300-\u23ff\u2600-\u27bf\U0001f300-\U0001faff"  # 🔔, ⏰
_TOKEN = re.compile(rf"[{_HAN}]|\d+|[^\W\d_{_HAN}]+|[{_SIGN}]")
_WORD = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")  # `helloooo`
_HAN_RUN = re.compile(rf"[{_HAN}]")
# Letters that people write in several ways: Arabic alef, ya, ta marbuta and their hamza forms.
_ARABIC = str.maketrans("أإآٱىةؤئگڤپچ", "اااايهويكفبج", "ـء")
_VARIANTS = {**_ARABIC, **SIMPLIFIED}
# Beside what has a plain form in Unicode, as "（" does.
_QUOTES = str.maketrans("’‘ʼ`‛“”„«»‐‒–—−。、", "'''''\"\"\"\"\"-----.,")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a Chinese character or an emoji. `text` is folded; `start` and `end`
    are its place in the cleaned text."""

    text: str
    start: int
    end: int


def clean(text: str) -> str:
    """The text as it is read: plain forms, plain quotes and dashes, single blanks, at most `LIMIT`
    characters. The end of a line ends a sentence, as people write in chats."""
    plain = unicodedata.normalize("NFKC", text[: 4 * LIMIT])
    lines = [" ".join("".join(map(_plain, line)).split()) for line in plain.splitlines()]
    *earlier, last = [line for line in lines if line] or [""]
    ended = (line if line.endswith(_STOPS) else f"{line}." for line in earlier)
    return " ".join([*ended, last])[:LIMIT].strip().translate(_QUOTES)


def _plain(character: str) -> str:
    if character in "\u200b\ufeff":
        return " "  # blanks, though of no width
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cs", "Co"):
        return ""
    if category.startswith(("C", "Z")):
        return " "
    if category in ("Nd", "No") and not character.isascii():
        return str(unicodedata.digit(character, ""))
    return character


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The word without case, accents and spelling variants of its letters or characters; a letter
    that is drawn out counts once, but not in Roman figures."""
    if _STRETCHED.search(word) and not set(word.lower()) <= set("ivxlcdm"):
        word = _STRETCHED.sub(r"\1", word)
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    letters = "".join(c for c in bare if unicodedata.category(c) not in ("Mn", "Cf"))
    return "".join(map(_latin, letters.translate(_VARIANTS)))


def _latin(letter: str) -> str:
    """`ı`, `ø`, `ł` and their like have no accent to take off, yet are typed without."""
    return anyascii(letter).lower() if "\x7f" < letter < "\u0250" else letter


@lru_cache(maxsize=2_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a cleaned text. What folds to nothing (a lone hamza) is none."""
    found = (Token(fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text))
    return tuple(token for token in found if token.text)


def folded(text: str) -> tuple[str, ...]:
    """The folded tokens of a name."""
    return tuple(token.text for token in tokens(clean(text)))


def words(text: str) -> Iterator[str]:
    """The folded words of a text for searching; Chinese runs stay whole, `CamelCase` parts."""
    for match in _WORD.finditer(_CAMEL.sub(" ", text)):
        yield fold(match.group())


def is_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _HAN_RUN.search(text) is not None


def is_arabic(text: str) -> bool:
    """Whether it begins with an Arabic letter."""
    return "\u0600" <= text[:1] <= "\u06ff"


def is_cyrillic(text: str) -> bool:
    """Whether it begins with a Cyrillic letter."""
    return "\u0400" <= text[:1] <= "\u04ff"


def is_word(tokens: Sequence[Token], at: int, among: Sequence[int]) -> bool:
    """Whether a token is a word and no single letter, digit or Chinese character; `5` and `g`
    are one if written together, Chinese characters if both are `among` those meant."""
    if len(tokens[at].text) > 1:
        return True
    alone = is_han(tokens[at].text)
    before = at > 0 and _touches(tokens, at) and (at - 1 in among or not alone)
    after = at + 1 < len(tokens) and _touches(tokens, at + 1)
    return before or (after and (at + 1 in among or not alone))


def joined(text: str, tokens: Sequence[Token], indexes: Sequence[int]) -> str:
    """The text of tokens: with their gaps closed to blanks, joined where they touch."""
    pieces: list[str] = []
    for i in indexes:
        glued = i > 0 and i - 1 in indexes and _touches(tokens, i)
        pieces.append(("" if glued else " ") + text[tokens[i].start : tokens[i].end])
    return "".join(pieces).strip()


def _touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token follows the one before it without a gap."""
    return tokens[at - 1].end == tokens[at].start


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
          "xv", "xvi", "xvii", "xviii", "xix", "xx")  # fmt: skip
_HAN_DIGITS = "零一二三四五六七八九"


def number(token: str) -> int | None:
    """The number a folded token stands for: `12` or `xii`."""
    if token.isdecimal():
        return int(token[:9])
    return _ROMAN.index(token) + 1 if token in _ROMAN else None


def han_number(characters: str) -> int | None:
    """The number that Chinese digits stand for, up to 99: `十二`, `二十`."""
    tens, ten, ones = characters.replace("两", "二").rpartition("十")
    if any(c not in _HAN_DIGITS for c in tens + ones) or len(tens + ones) > 2 or tens == "一":
        return None
    if not ten:
        return _HAN_DIGITS.index(ones) if len(ones) == 1 else None
    return (_HAN_DIGITS.index(tens) if tens else 1) * 10 + (_HAN_DIGITS.index(ones) if ones else 0)
