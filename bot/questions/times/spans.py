"""Spans of hours: what in "10 till noon", "12-2pm" and "11 to half past noon" is a clock time only
because of the time that ends the span.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.questions.words.tokens import Words

_DASHES = ("-", "~", "〜")
_NOON = "time.part.noon"
_TO = frozenset(("time.to", "time.until"))
Clock = tuple[int, int, int]  # the tokens from where to before where, and minutes


def half_past_noon(words: Words) -> Iterator[Clock]:
    """`midi et demi`, `noon thirty`: what stands behind the word for noon."""
    for at in range(len(words)):
        noon = words.at(at).get(_NOON)
        for word, minutes in (("time.and-half", 30), ("time.and-quarter", 15)):
            half = words.at(noon).get(word) if noon is not None else None
            if noon is not None and half is not None:
                yield noon, half, 12 * 60 + minutes


def opened(text: str, words: Words, clocks: Sequence[int]) -> Iterator[Clock]:
    """Numbers that begin a span which ends at noon, or with one of the `clocks` (by token)."""
    for at in range(len(words)):
        number = words.number(at)
        if number and 0 < number[0] <= 24:
            end = number[1]
            marks = [words.at(end)[mark] for mark in _TO & words.at(end).keys()]
            behind = [*marks, end] if dashed(text, words, end) else marks
            if any(at in clocks or _NOON in words.at(at) for at in behind):
                yield at, end, number[0] * 60


def dashed(text: str, words: Words, at: int) -> bool:
    """Whether only a dash stands before a token."""
    if not 0 < at < len(words):
        return False
    return text[words.tokens[at - 1].end : words.tokens[at].start].strip() in _DASHES
