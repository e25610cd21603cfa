"""Types, tracks and bodies that a text names: filters, unless their words belong to the topic."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.questions.index import EventIndex
from bot.questions.names.entities import Found
from bot.questions.words.text import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What decides whether a label is meant: that the text asks for persons or bodies (`cue`),
    for a track, `about` something; and whether it has a topic without some tokens (`topical`)."""

    cue: bool
    track: bool
    about: bool
    topical: Callable[[Collection[int]], bool]

    def take(self, found: Found, event: EventIndex) -> None:
        """Make filters of the labels that are meant."""
        for value, start, end in found.type_spans:
            _take(found, found.types, value, range(start, end))
        for value, start, end in found.track_spans:
            if self.track or end - start >= 3:
                _take(found, found.tracks, value, range(start, end))
        spans = _bodies(found, event)
        named = {i for _, start, end in spans for i in range(start, end)}
        for value, start, end in spans:
            by_itself = not (self.about or self.topical(named))
            if self.cue or by_itself or _holds(value, found, event):
                _take(found, found.bodies, value, range(start, end))


def is_house(body: str, event: EventIndex) -> bool:
    """Whether a body has given its name to the place of the event."""
    return set(folded(event.names.bodies[body].name)) <= event.own_words


def _take(found: Found, labels: list[str], value: str, span: range) -> None:
    if found.is_free(span):
        labels.append(value)
        found.take(span)


def _holds(body: str, found: Found, event: EventIndex) -> bool:
    """Whether a body organises a session of a type that is named: "the open forum of X"."""
    names = event.names
    return any(names.sessions[at].type in found.types for at in names.bodies[body].organises)


def _bodies(found: Found, event: EventIndex) -> list[tuple[str, int, int]]:
    """The bodies that are named; the house of the event only if no other one is."""
    spans = found.body_spans
    return [span for span in spans if not is_house(span[0], event)] or list(spans)
