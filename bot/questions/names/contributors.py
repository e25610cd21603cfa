"""The people and organisations of a schedule, under all their names.

A contributor is a person or a body; nobody says which, so the words of its name and what stands
beside it decide. Bodies are also found in what persons are affiliated to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.questions.words.lexicon import common_words, every_lexicon
from bot.questions.words.phrases import Phrases
from bot.questions.words.stems import stem
from bot.questions.words.text import clean, fold, folded, is_cyrillic, tokens
from bot.schedule.model import Contributor, Schedule, Session

_ROLE_OF = re.compile(
    r"(?:vice-|co-)?(?:president|director|chair|head|ceo|secretary|minister|member|ambassador)"
    r"[\w -]*? (?:of|at) (?:the )?(.+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Person:
    """A name of the programme, and the sessions (by position) it speaks in or organises."""

    name: str
    words: tuple[str, ...]
    speaks: set[int] = field(default_factory=set)
    organises: set[int] = field(default_factory=set)
    detailed: bool = False  # has an affiliation, as persons do and bodies do not


@dataclass(slots=True)
class Body:
    """An organisation: sessions that it or its people organise, and where its people speak."""

    name: str
    organises: set[int] = field(default_factory=set)
    speaks: set[int] = field(default_factory=set)
    itself: set[int] = field(default_factory=set)  # organises as a body, not through a person


class Contributors:
    """Who speaks and organises. Their names become `phrases`: `person:3` by position, `body:ifla`
    by the folded name. `usual` are words that several sessions say: no one's name."""

    def __init__(
        self,
        schedule: Schedule,
        sessions: tuple[Session, ...],
        phrases: Phrases,
        usual: frozenset[str],
    ) -> None:
        self._schedule, self._sessions, self._phrases = schedule, sessions, phrases
        self.people_by_word: dict[str, list[int]] = defaultdict(list)
        self.bodies: dict[str, Body] = {}
        self.people = self._contributors()
        self._say_people(usual)
        for key in self.bodies:
            phrases.add(tuple(key.split()), f"body:{key}")
        self._first_words(usual)
        self._other_names(usual)

    def _contributors(self) -> list[Person]:
        """Everybody who speaks or organises; their bodies are noted on the way."""
        people: dict[tuple[str, ...], Person] = {}
        for at, session in enumerate(self._sessions):
            for speaker in session.speakers:
                self._contributor(speaker, people).speaks.add(at)
                for body in self._affiliations(speaker):
                    body.speaks.add(at)
            for organiser in session.organisers:
                person = self._contributor(organiser, people)
                person.organises.add(at)
                person.detailed |= bool(organiser.details)
                for body in self._affiliations(organiser):
                    body.organises.add(at)
                itself = self._body(organiser.name)
                if itself:
                    itself.organises.add(at)
                    itself.itself.add(at)
        return list(people.values())

    def _say_people(self, usual: frozenset[str]) -> None:
        """Let the names of persons stand for them, whole and in part."""
        for place, person in enumerate(self.people):
            if _is_person(person, usual):
                self._phrases.add(person.words, f"person:{place}")
                for word in set(person.words):
                    if len(word) > 1:
                        self.people_by_word[word].append(place)

    def _first_words(self, usual: frozenset[str]) -> None:
        """A body by the first word of its name, where that is nobody else's: "Mozilla"."""
        first: dict[str, list[str]] = defaultdict(list)
        for key in self.bodies:
            first[key.split()[0]].append(key)
        for word, keys in first.items():
            strange = len(word) >= 5 and word not in usual and word not in common_words()
            if strange and len(keys) == 1 and word not in self.people_by_word:
                self._phrases.add((word,), f"body:{keys[0]}")

    def _contributor(self, each: Contributor, people: dict[tuple[str, ...], Person]) -> Person:
        words = folded(each.name)
        return people.setdefault(words, Person(each.name, words))

    def _affiliations(self, each: Contributor) -> Iterator[Body]:
        for detail in each.details:
            for part in re.split(r"[,/;]", detail):
                body = self._body(part.strip())
                if body:
                    yield body

    def _body(self, name: str) -> Body | None:
        """The body of that name; None for roles ("moderator", "President of France")."""
        of = _ROLE_OF.match(name)
        if of and " " in of[1]:  # "President of the National Library of France": of that body
            name = of[1]
        words = folded(name)
        role = name[:1].islower() or every_lexicon().find("role", tokens(clean(name))[:1])
        short = len(words) == 1 and (words[0] in common_words() or len(words[0]) < 3)
        return None if role or short or not words else self._named_body(words, name)

    def _named_body(self, words: tuple[str, ...], name: str) -> Body:
        return self.bodies.setdefault(" ".join(words), Body(name))

    def _other_names(self, usual: frozenset[str]) -> None:
        """One body under all its names: those of the file, and acronyms in brackets."""
        known = {name: tuple(others) for name, others in self._schedule.names.items()}
        for session in self._sessions:
            for each in session.organisers:
                acronyms = tuple(d for d in each.details if _abbreviates(d, each.name))
                if acronyms:
                    known[each.name] = (*known.get(each.name, ()), *acronyms)
        people = {person.words: place for place, person in enumerate(self.people)}
        for name, others in known.items():
            place = people.get(folded(name))
            if place is not None and _is_person(self.people[place], usual):
                for other in filter(None, map(folded, others)):
                    self._phrases.add(other, f"person:{place}")
                continue
            keys = [" ".join(folded(each)) for each in (name, *others)]
            bodies = [self.bodies[key] for key in keys if key in self.bodies]
            if bodies:
                whole = Body(name)
                for body in bodies:
                    whole.organises |= body.organises
                    whole.speaks |= body.speaks
                    whole.itself |= body.itself
                for key in keys:
                    if key and key not in common_words():
                        self.bodies[key] = whole
                        self._phrases.add(tuple(key.split()), f"body:{key}")
                        self._phrases.add(_any_case(key), f"body:{key}")


def _any_case(key: str) -> tuple[str, ...]:
    """A Russian name of several words in any of its cases: `совет* европ*`."""
    words = key.split()
    if len(words) < 2 or not is_cyrillic(key):
        return tuple(words)
    return tuple(f"{s}*" if len(s := stem(word, "ru")) > 3 else word for word in words)


def _is_person(person: Person, usual: frozenset[str]) -> bool:
    """Whether a contributor is a person: "Libraries Without Borders" is none."""
    ordinary = sum(word in usual for word in person.words)
    # A speaker may be called like a word ("Don Means"), a body is called by words only.
    most = len(person.words) if person.speaks and len(person.words) == 2 else 0
    fits = 2 <= len(person.words) <= 6 and (ordinary * 2 < len(person.words) or ordinary < most)
    return fits and (bool(person.speaks) or person.detailed)


def _abbreviates(short: str, name: str) -> bool:
    """Whether a text in brackets is the acronym of the name before it."""
    words = folded(name)
    return len(words) > 1 and short.isupper() and short.isalnum() and fold(short)[0] == words[0][0]
