"""Names with a number: the codes of sessions and the numbers of rooms. What looks like one may
be an hour, a count or a date.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.questions.names.called import Names
from bot.questions.names.found import Found
from bot.questions.question import Reason
from bot.questions.words.lexicon import common_words
from bot.questions.words.phrases import Mention
from bot.questions.words.text import is_han
from bot.questions.words.tokens import Words

_UNITS = ("hour", "minute", "month", "day", "clock")  # behind a number: it is no code
_MOST = {"minute": 120, "day": 31, "month": 31}  # ... of what: nobody counts 182 hours
_HALVES = ("am", "pm")  # ... if in one word: "WS 80 in the morning" is one


class Numbered:
    """Finds the codes and numbered rooms of one schedule."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def codes(self, text: str, words: Words, found: Found) -> None:
        """`WS 366`, `ws366`, `workshop n° 366`, `366号研讨会`: a type and a number."""
        for mention in self._names.prefixes.find(words.tokens):
            at = mention.end
            while "code" in words.at(at):
                at += 1
            before = self._number_before(words, mention.start)
            if not found.is_free(mention.span) or _counts(text, words, mention, at):
                continue
            numbers = self._names.numbers[mention.concept]
            hours = words.is_figure(at) and _begins_hours(text, words, at)
            if words.is_figure(at) and not hours and self._is_code(words, at, numbers):
                self._code(mention, at, text, words, found)
            elif not words.is_figure(at) and before is not None:
                self._code(mention, before, text, words, found)

    def _number_before(self, words: Words, start: int) -> int | None:
        at = start - 1
        while at >= 0 and "code" in words.at(at):
            at -= 1
        return at if at < start - 1 and words.is_figure(at) else None

    def _is_code(self, words: Words, at: int, numbers: Mapping[int, int]) -> bool:
        """Whether a number behind a type is no hour, day or count; `numbers` are those there
        are."""
        value = int(words.text[at][:9])
        glued = at + 1 < len(words) and words.tokens[at + 1].start == words.tokens[at].end
        if glued and words.text[at + 1].isascii() and not words.at(at + 1):
            return False  # "a workshop on 5G"
        for concept, end in words.at(at + 1).items():
            group, _, unit = concept.partition(".")
            half = unit in _HALVES and end == at + 2
            counted = next((each for each in _UNITS if unit.startswith(each)), "")
            if group == "time" and (half or counted) and unit != "day-article":
                by = words.text[at + 1].startswith("ب")  # "by an hour", and not 182 of them
                most = _MOST.get(counted, 24)
                return value in numbers and not half and (by or value > most)
        return len(words.text[at]) <= 5

    def _code(self, mention: Mention, at: int, text: str, words: Words, found: Found) -> None:
        span = range(min(at, mention.start), max(at + 1, mention.end))
        session = self._names.numbers[mention.concept].get(int(words.text[at][:9]))
        if session is not None:
            found.sessions.append(session)
        elif at >= mention.end:
            found.unknown = (Reason.NO_SUCH_CODE, _written(text, words, span))
        else:
            return
        found.take(span)

    def rooms(self, text: str, words: Words, found: Found) -> None:
        """`Salle X`, `room 10`, `зал 8`, `10号厅`: a word for room and a number."""
        for start in range(len(words)):
            end = words.at(start).get("room")
            number = self._room_number(words, start, end) if end is not None else None
            if number is None or not self._names.numbered_rooms:
                continue
            value, span = number
            if not found.is_free(span):
                continue
            rooms = self._names.numbered_rooms.get(value)
            if rooms:
                found.room_mentions += [Mention(room, span.start, span.stop) for room in rooms]
                self._more_rooms(words, span.stop, found)
            else:
                found.unknown = (Reason.NO_SUCH_ROOM, _written(text, words, span))
            found.take(span)

    def _more_rooms(self, words: Words, at: int, found: Found) -> None:
        """`Saal IX oder XII`: further numbers behind the first one, each behind an "or"."""
        while "or" in words.at(at):
            number = words.room_number(words.at(at)["or"])
            rooms = self._names.numbered_rooms.get(number[0]) if number else None
            if number is None or not rooms or _is_time(words, number[1]):
                return
            found.room_mentions += [Mention(room, words.at(at)["or"], number[1]) for room in rooms]
            found.take(range(at, number[1]))
            at = number[1]

    def _room_number(self, words: Words, start: int, end: int) -> tuple[int, range] | None:
        """The number of a room whose word stands from `start` to before `end`."""
        at = end
        while "code" in words.at(at) and words.room_number(at) is None:
            at += 1
        number = words.room_number(at)
        if number and is_han(words.text[start]):  # `VII厅三天`: it stands before
            number = number if words.text[at].isascii() else None
        if number and not _is_pronoun(words, start, at):
            return number[0], range(start, number[1])
        last = start - 1
        while last >= 0 and words.text[last] in ("号", "號"):
            last -= 1
        numbers = [
            (number[0], range(first, end))
            for first in range(max(0, last - 2), last + 1)
            if (number := words.room_number(first)) and number[1] == last + 1
        ]
        # `周三十一号厅`: the three belongs to the weekday, as there is no 31.
        known = [each for each in numbers if each[0] in self._names.numbered_rooms]
        for value, span in known or numbers:
            ordinal = span.start > 0 and words.text[span.start - 1] == "第"
            return value, range(span.start - ordinal, end)
        return None


def _counts(text: str, words: Words, prefix: Mention, at: int) -> bool:
    """Whether a prefix that is a little word stands between two others: "a company of 20
    people"."""
    if prefix.start == 0 or at + 1 >= len(words):
        return False
    first = words.tokens[prefix.start]
    little = text[first.start : first.end].islower() and first.text in common_words()
    before, after = words.text[prefix.start - 1], words.text[at + 1]
    return little and before.isalpha() and before not in common_words() and after.isalpha()


def _begins_hours(text: str, words: Words, at: int) -> bool:
    """Whether a figure is the first of "14:00" or of "2-4 pm", or at least of no code there is."""
    if not words.is_figure(at + 1):
        return False
    sign = text[words.tokens[at].end : words.tokens[at + 1].start].strip()
    units = {c.removeprefix("time.") for c in words.at(at + 2)}
    return sign == ":" or (sign == "-" and not units.isdisjoint((*_HALVES, *_UNITS)))


def _is_time(words: Words, at: int) -> bool:
    """Whether the number before a token is one of the clock or calendar: "ou 14 h"."""
    units = (f"time.{unit}" for unit in ("clock", "hour", "minute", "month"))
    return any(concept.startswith(unit) for unit in units for concept in words.at(at))


def _written(text: str, words: Words, span: range) -> str:
    """The tokens of a span as they were written."""
    return text[words.tokens[span[0]].start : words.tokens[span[-1]].end]


def _is_pronoun(words: Words, start: int, at: int) -> bool:
    """`which room I need`: not the first room."""
    return words.text[at] == "i" and start > 0 and words.text[start - 1] in ("which", "what", "the")
