"""What a sentence does not want: "anything but workshops", "not in room X", "研讨会除外".

An "except" counts only where a name, a kind or a subject stands right behind it (in some
languages before it), perhaps several with an "or" in between; elsewhere it is but a "not".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.questions.index import EventIndex
from bot.questions.names.found import Found
from bot.questions.question import Without
from bot.questions.reading.labels import is_house
from bot.questions.reading.said import Said
from bot.questions.words.clauses import Clauses
from bot.questions.words.phrases import Mention, tokens_in
from bot.questions.words.tokens import Words

_BETWEEN = 3  # little words that may stand in between: "not interested in any"
_PARTIES = ("speakers", "organisers")
_Label = tuple[str, Mention]  # a field of `Without`, and what it may have


def exclude(said: Said, found: Found, words: Words, clauses: Clauses, event: EventIndex) -> None:
    """Take what is not wanted out of the asks, subjects and names, into `found.without`."""
    unwanted: list[_Label] = []
    labels = list(_labels(said, found, clauses, event))
    for ask in said.asks:
        meant: list[_Label] = []
        if ask.concept == "except":
            meant += _behind(ask, labels, said.fillers(), words)
        elif ask.concept == "excepted" and found.is_free(ask.span):
            before = [label for label in labels if 0 <= ask.start - label[1].end <= 1]
            before = [label for label in before if "or" not in words.at(label[1].end)]  # "or not?"
            meant += sorted(before, key=lambda label: label[1].end)[-1:]
        if meant:
            found.take(ask.span)
        unwanted += meant
    said.asks = [ask for ask in said.asks if ask.concept not in ("except", "excepted")]
    if not unwanted:
        return
    found.take(tokens_in(mention for _, mention in unwanted))
    found.without = _without(unwanted, event)
    for field, mentions in _mentions(found).items():
        mentions[:] = [each for each in mentions if (field, each) not in unwanted]
    said.subjects = [each for each in said.subjects if not found.taken[each.start]]


def _mentions(found: Found) -> dict[str, list[Mention]]:
    """What may be unwanted, by the field of `Without`."""
    return {
        "types": found.type_mentions,
        "formats": found.format_mentions,
        "tracks": found.track_mentions,
        "rooms": found.room_mentions,
        "speakers": found.person_mentions,
        "organisers": found.body_mentions,
    }


def _labels(said: Said, found: Found, clauses: Clauses, event: EventIndex) -> Iterator[_Label]:
    """All that may be unwanted. Who is "not from Google" says so of oneself, and "not at UNESCO"
    is a place."""
    for field, mentions in _mentions(found).items():
        for each in mentions:
            told = field in _PARTIES and clauses.at(each.start) in clauses.personal
            house = field == "organisers" and is_house(each.concept, event)
            if not told and not house:
                yield field, each
    yield from (("subjects", each) for each in said.subjects)


def _without(unwanted: Sequence[_Label], event: EventIndex) -> Without:
    called: dict[str, Callable[[str], str]] = {
        "speakers": lambda person: event.names.people[int(person)].name,
        "organisers": lambda body: event.names.bodies[body].name,
    }
    named: dict[str, list[str]] = {}
    for field, mention in unwanted:
        named.setdefault(field, []).append(called.get(field, str)(mention.concept))
    return Without(**{field: tuple(dict.fromkeys(values)) for field, values in named.items()})


def _behind(
    ask: Mention, labels: Sequence[_Label], fillers: set[int], words: Words
) -> Iterator[_Label]:
    """The labels that an "except" is said of."""
    at = ask.end
    while True:
        for _ in range(_BETWEEN):
            here = [label for label in labels if label[1].start == at]
            if here or at not in fillers:
                break
            at += 1
        if not here:
            return
        yield here[0]
        at = here[0][1].end
        if "or" not in words.at(at):
            return
        at = words.at(at)["or"]
