"""Dates and clock times in figures, as they are written in any of the languages.

Which of `13/11` and `11/13` is the month, and whether `10.30` is a time or a day, is settled by
the days of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.questions.times.calendar import nearest

_DATE = re.compile(r"(?<![\d:])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_HAN_DATE = re.compile(r"(?:(20\d\d)\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号號]?)?")
_SHORT = re.compile(r"(?<![\d:.,/-])(\d{1,2})([./])(\d{1,2})(?:\2((?:20)?\d\d))?(?![\d:/])\.?")
_CLOCK = re.compile(
    r"(?<![\d:.,])([01]?\d|2[0-4])\s?(?:[:.]|h|点|點|时|時|ч)\s?([0-5]\d)(?![\d])"
    r"(?:\s?([ap])\.?\s?m\b)?",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![\d:.,])([01]?\d|2[0-4])"
    r"(?:\s?([ap])\.?\s?m\b\.?|\s?h(?:rs?)?(?![a-z])|\s?[点點时時](半|整|钟|鐘)?)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<![\d:./-])([01]?\d|2[0-4])\s?[-~]\s?([01]?\d|2[0-4])(?![\w:/-]|\.\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """Something in figures: a `date` (year or None, month, day or None), a `clock` (minutes
    since midnight) or a `range` (two numbers). `exact` clocks are surely before or after noon."""

    kind: str
    start: int
    end: int
    value: tuple[int | None, ...]
    exact: bool = False


def figures(text: str, days: tuple[date, date]) -> Iterator[Figure]:
    """What a text has in figures, the surest first; later ones may overlap earlier ones."""
    for match in _DATE.finditer(text):
        yield Figure("date", *match.span(), tuple(map(int, match.groups())))
    for match in _HAN_DATE.finditer(text):
        numbers = (int(group) if group else None for group in match.groups())
        yield Figure("date", *match.span(), tuple(numbers))
    for match in _SHORT.finditer(text):
        value = _short(match, days)
        if value:
            yield Figure("date", *match.span(), value)
    for match in _CLOCK.finditer(text):
        hour, minute, half = int(match[1]), int(match[2]), match[3]
        exact = bool(half) or hour > 12 or match[1].startswith("0")
        yield Figure("clock", *match.span(), (_minutes(hour, minute, half),), exact)
    for match in _HOUR.finditer(text):
        hour, half = int(match[1]), match[2]
        minute = 30 if match[3] == "半" else 0
        exact = bool(half) or hour > 12
        yield Figure("clock", *match.span(), (_minutes(hour, minute, half),), exact)
    for match in _RANGE.finditer(text):
        if int(match[1]) < int(match[2]):
            yield Figure("range", *match.span(), (int(match[1]), int(match[2])))


def _short(match: re.Match[str], days: tuple[date, date]) -> tuple[int | None, int, int] | None:
    """`13/11`, `11/13` or `13.11.` as year, month and day; None if it is no date."""
    one, other = int(match[1]), int(match[3])
    year = None if match[4] is None else int(match[4]) % 100 + 2000
    first, last = days
    orders = ((other, one), (one, other))[: 1 if match[2] == "." else 2]  # "11.20" is a time
    readings = [(m, d) for m, d in orders if 1 <= m <= 12 and 1 <= d <= 31]
    near = [(m, d) for m, d in readings if m in (first.month, last.month)]
    inside = [(m, d) for m, d in near if (at := nearest(m, d, days)) and first <= at <= last]
    dotted = match[2] == "." and year is None and not match[0].endswith(".")
    best = (inside or near or ([] if dotted else readings))[:1]
    return (year, *best[0]) if best else None


def _minutes(hour: int, minute: int, half: str | None) -> int:
    """Minutes since midnight; `half` is the first letter of am or pm."""
    if half and half.lower() == "p" and hour < 12:
        hour += 12
    if half and half.lower() == "a" and hour == 12:
        hour = 0
    return hour * 60 + minute
