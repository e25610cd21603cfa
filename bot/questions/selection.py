"""By which targets each session is followed, as the index of a programme decides it.

Beyond what a session itself says (`schedule.targets`), people and bodies count under one name
however they are spelt, and saved questions select what they would find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.questions.answer import found_by
from bot.questions.index import Index
from bot.questions.question import Question
from bot.schedule.model import Session
from bot.schedule.targets import Target, TargetKind, targets_of

Keys = Mapping[str, tuple[Target, ...]]
"""Targets by the keys of the sessions that they select."""

Found = Mapping[Target, tuple[Session, ...]]
"""What saved questions select."""


class Selection:
    """Gives the targets of a session; of saved questions, these. `found` is what each of them
    selects; what is `known` of the same index need not be found again: it takes milliseconds."""

    def __init__(
        self, index: Index, questions: Iterable[Target] = (), known: Found | None = None
    ) -> None:
        self.found: dict[Target, tuple[Session, ...]] = {}
        self._named = _by_names(index)
        self._asked: dict[str, list[Target]] = defaultdict(list)
        for question in questions:
            there = known.get(question) if known else None
            self.found[question] = selected(question, index) if there is None else there
            for session in self.found[question]:
                self._asked[session.key].append(question)

    def __call__(self, session: Session) -> tuple[Target, ...]:
        """Every target by which a follower hears of a session."""
        named, asked = self._named.get(session.key, ()), self._asked.get(session.key, ())
        return tuple(dict.fromkeys((*targets_of(session), *named, *asked)))


def selected(question: Target, index: Index) -> tuple[Session, ...]:
    """What a saved question selects."""
    language, words = question.asked
    asked = Question(event=question.event, language=language, topic=words)
    return found_by(asked, index) if words else ()


@lru_cache(maxsize=4)
def _by_names(index: Index) -> Keys:
    """The targets of people and bodies, by the name that a question finds them under."""
    found: dict[str, list[Target]] = defaultdict(list)
    for id, event in index.events.items():
        for person in event.names.people:
            for at in person.speaks or person.organises:
                target = Target(kind=TargetKind.SPEAKER, event=id, value=person.name)
                found[event.sessions[at].key].append(target)
        for body in event.names.bodies.values():
            for at in body.organises or body.speaks:
                target = Target(kind=TargetKind.ORGANISER, event=id, value=body.name)
                found[event.sessions[at].key].append(target)
    return {key: tuple(targets) for key, targets in found.items()}
