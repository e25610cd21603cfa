"""What a sentence does not want: "anything but workshops", "not in room X", "研讨会除外".

An "except" counts only where a name, a kind or a subject stands right behind it (in some
languages before it), perhaps several with an "or" in between; elsewhere it is but a "not".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.questions.index import EventIndex
from bot.questions.names.entities import Found, Span
from bot.questions.question import Without
from bot.questions.reading.labels import is_house
from bot.questions.reading.said import Said
from bot.questions.words.clauses import Clauses
from bot.questions.words.phrases import Mention
from bot.questions.words.tokens import Words

_BETWEEN = 3  # little words that may stand in between: "not interested in any"
_PARTIES = ("speakers", "organisers")
_Label = tuple[str, str, int, int]  # of `Without`: which field, its value, from where to where


def exclude(said: Said, found: Found, words: Words, clauses: Clauses, event: EventIndex) -> None:
    """Take what is not wanted out of the asks, subjects and names, into `found.without`."""
    unwanted: list[_Label] = []
    labels = list(_labels(said, found, clauses, event))
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
    found.without = _without(unwanted, event)
    for spans in _spans(found).values():
        spans[:] = [span for span in spans if (span[1], span[2]) not in {u[2:] for u in unwanted}]
    said.subjects = [each for each in said.subjects if not found.taken[each.start]]


def _spans(found: Found) -> dict[str, list[Span]]:
    """What may be unwanted, by the field of `Without`."""
    return {
        "types": found.type_spans,
        "formats": found.format_spans,
        "tracks": found.track_spans,
        "rooms": found.room_spans,
        "speakers": found.person_spans,
        "organisers": found.body_spans,
    }


def _labels(said: Said, found: Found, clauses: Clauses, event: EventIndex) -> Iterator[_Label]:
    """All that may be unwanted. Who is "not from Google" says so of oneself, and "not at UNESCO"
    is a place."""
    for field, spans in _spans(found).items():
        for value, start, end in spans:
            told = field in _PARTIES and clauses.at(start) in clauses.personal
            house = field == "organisers" and is_house(value, event)
            if not told and not house:
                yield field, value, start, end
    for each in said.subjects:
        yield "subjects", each.concept, each.start, each.end


def _without(unwanted: Sequence[_Label], event: EventIndex) -> Without:
    called: dict[str, Callable[[str], str]] = {
        "speakers": lambda person: event.names.people[int(person)].name,
        "organisers": lambda body: event.names.bodies[body].name,
    }
    named: dict[str, list[str]] = {}
    for field, value, _, _ in unwanted:
        named.setdefault(field, []).append(called.get(field, str)(value))
    return Without(**{field: tuple(dict.fromkeys(values)) for field, values in named.items()})


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
