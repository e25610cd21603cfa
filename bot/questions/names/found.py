"""What the names in a text come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.questions.question import Reason, Without
from bot.questions.words.phrases import Mention


@dataclass(slots=True)
class Found:
    """What a question names. Sessions, people and bodies by position or key; `taken` marks the
    tokens of names that cannot mean anything else, the spans are for whoever decides."""

    taken: list[bool]
    sessions: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    tracks: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    event: bool = False  # the event is named
    common: list[Mention] = field(default_factory=list)  # codes that are words of their own
    without: Without | None = None  # what of that is not wanted
    room_mentions: list[Mention] = field(default_factory=list)
    format_mentions: list[Mention] = field(default_factory=list)
    person_mentions: list[Mention] = field(default_factory=list)
    type_mentions: list[Mention] = field(default_factory=list)
    track_mentions: list[Mention] = field(default_factory=list)
    body_mentions: list[Mention] = field(default_factory=list)
    reserved: set[int] = field(default_factory=set)  # tokens of names that may be the topic
    unknown: tuple[Reason, str] | None = None

    @property
    def label_mentions(self) -> list[Mention]:
        """What may be a filter, or belong to the topic."""
        return [*self.type_mentions, *self.track_mentions, *self.body_mentions]

    def take(self, span: Iterable[int]) -> None:
        """Mark tokens as read."""
        for i in span:
            self.taken[i] = True

    @property
    def rooms(self) -> list[str]:
        """The rooms named."""
        return [room.concept for room in self.room_mentions]

    @property
    def formats(self) -> list[str]:
        """The formats named."""
        return [format.concept for format in self.format_mentions]

    @property
    def people(self) -> list[int]:
        """The people named, by position."""
        return list(dict.fromkeys(int(person.concept) for person in self.person_mentions))

    @property
    def named(self) -> list[bool]:
        """The tokens that are names, types of more than a word among them, which any language
        may borrow: "les best practice forums"."""
        named = list(self.taken)
        for type in self.type_mentions:
            if len(type.span) > 1:
                named[type.start : type.end] = [True] * len(type.span)
        return named

    def is_free(self, span: Iterable[int]) -> bool:
        """Whether none of the tokens is read."""
        return not any(self.taken[i] for i in span)
