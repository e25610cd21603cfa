"""Types, tracks and bodies that a text names: filters, unless their words belong to the topic."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bot.questions.index import EventIndex
from bot.questions.names.found import Found
from bot.questions.words.phrases import Mention, tokens_in
from bot.questions.words.text import folded


def take_labels(
    found: Found,
    event: EventIndex,
    *,
    person: bool,
    track: bool,
    topical: Callable[[Collection[int]], bool],
) -> None:
    """Make filters of the labels that are meant, by whether the text asks for a `person` or body,
    or a `track`, and whether it has a topic without some tokens."""
    for type in found.type_mentions:
        _take(found, found.types, type)
    for named in found.track_mentions:
        if track or len(named.span) >= 3:
            _take(found, found.tracks, named)
    bodies = _bodies(found, event)
    by_itself = not topical(tokens_in(bodies))
    for body in bodies:
        if person or by_itself or _holds(body.concept, found, event):
            _take(found, found.bodies, body)


def is_house(body: str, event: EventIndex) -> bool:
    """Whether a body has given its name to the place of the event."""
    return set(folded(event.names.bodies[body].name)) <= event.own_words


def _take(found: Found, labels: list[str], mention: Mention) -> None:
    if found.is_free(mention.span):
        labels.append(mention.concept)
        found.take(mention.span)


def _holds(body: str, found: Found, event: EventIndex) -> bool:
    """Whether a body organises a session of a type that is named: "the open forum of X"."""
    names = event.names
    return any(names.sessions[at].type in found.types for at in names.bodies[body].organises)


def _bodies(found: Found, event: EventIndex) -> list[Mention]:
    """The bodies that are named; the house of the event only if no other one is."""
    bodies = found.body_mentions
    return [body for body in bodies if not is_house(body.concept, event)] or bodies
