"""What a sentence does not want: "anything but workshops", "not in room X", "研讨会除外".

An "except" counts only where a type, a room or a subject stands right behind it (in some
languages before it), perhaps several with an "or" in between; elsewhere it is but a "not".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.questions.names.entities import Found
from bot.questions.question import Without
from bot.questions.reading.said import Said
from bot.questions.words.lexicon import Mention
from bot.questions.words.tokens import Words

_BETWEEN = 3  # little words that may stand in between: "not interested in any"
_FIELDS = ("types", "rooms", "subjects")
_Label = tuple[str, str, int, int]  # of `Without`: which field, its value, from where to where


def exclude(said: Said, found: Found, words: Words) -> None:
    """Take what is not wanted out of the asks, subjects and names, into `found.without`."""
    labels: list[_Label] = [
        *(("types", *span) for span in found.type_spans),
        *(("rooms", *span) for span in found.room_spans),
        *(("subjects", each.concept, each.start, each.end) for each in said.subjects),
    ]
    unwanted: list[_Label] = []
    for ask in said.asks:
        meant: list[_Label] = []
        if ask.concept == "except":
            meant += _behind(ask, labels, said.fillers(), words)
        elif ask.concept == "excepted" and found.is_free(ask.span):
            before = [label for label in labels if 0 <= ask.start - label[3] <= 1]
            before = [label for label in before if "or" not in words.at(label[3])]  # "or not?"
            meant += sorted(before, key=lambda label: label[3])[-1:]
        if meant:
            found.take(ask.span)
        unwanted += meant
    said.asks = [ask for ask in said.asks if ask.concept not in ("except", "excepted")]
    if not unwanted:
        return
    for _, _, start, end in unwanted:
        found.take(range(start, end))
    values = {field: tuple(v for f, v, _, _ in unwanted if f == field) for field in _FIELDS}
    found.without = Without(**values)
    found.rooms = [room for room in found.rooms if room not in found.without.rooms]
    said.subjects = [each for each in said.subjects if not found.taken[each.start]]


def _behind(
    ask: Mention, labels: Sequence[_Label], fillers: set[int], words: Words
) -> Iterator[_Label]:
    """The labels that an "except" is said of."""
    at = ask.end
    while True:
        for _ in range(_BETWEEN):
            here = [label for label in labels if label[2] == at]
            if here or at not in fillers:
                break
            at += 1
        if not here:
            return
        yield here[0]
        at = here[0][3]
        if "or" not in words.at(at):
            return
        at = words.at(at)["or"]
