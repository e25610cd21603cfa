"""What the schedule calls things, compiled for finding them in a question (`entities`).

Codes, titles, rooms, types, tracks, people and organisations become phrases. Nothing about an
event is known beforehand; the lexicons only add what such things are called in general.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from bot.questions.lexicon import LANGUAGES, Phrases, entries, every_lexicon, expand
from bot.questions.search import stem
from bot.questions.text import clean, fold, number, tokens
from bot.schedule.model import Contributor, Label, Room, Schedule, Session

_SEGMENT = re.compile(r"\s[-–—]\s|[:–—?!()\[\]\"“”]")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,11})\)")
_CODE = re.compile(r"^(.*?)[\s_#-]*(\d+)$")
_ROLE_OF = re.compile(
    r"(?:vice-|co-)?(?:president|director|chair|head|ceo|secretary|minister|member|ambassador)"
    r"[\w -]*? (?:of|at) (?:the )?(.+)",
    re.IGNORECASE,
)
_OTHER = "other"  # a type of this id is called nothing in particular


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


def folded(text: str) -> tuple[str, ...]:
    """The folded tokens of a name."""
    return tuple(token.text for token in tokens(clean(text)))


class Names:
    """The names of one schedule. `phrases` stand for `session:3`, `room:salle-x` and so on."""

    def __init__(self, schedule: Schedule, sessions: tuple[Session, ...]) -> None:
        self.schedule, self.sessions = schedule, sessions
        self.phrases = Phrases()
        self.prefixes = Phrases()  # what may stand before a number: code prefixes and types
        self.numbers: dict[str, dict[int, int]] = defaultdict(dict)  # prefix, number: session
        self.numbered_rooms: dict[int, list[str]] = defaultdict(list)
        self.people: list[Person] = []
        self.people_by_word: dict[str, list[int]] = defaultdict(list)
        self.bodies: dict[str, Body] = {}
        self.plain_titles = [
            (at, " ".join(folded(title)))
            for at, session in enumerate(sessions)
            for title in session.title.every()
        ]
        for name in (*schedule.event.name.every(), *schedule.event.also):
            self._say(name, "event:")
        for at, session in enumerate(sessions):
            self._session(at, session)
        self._numbers()
        for room in schedule.rooms:
            self._room(room)
        self._labels()
        self._contributors()

    def _say(self, name: str, concept: str, *, least: int = 1) -> None:
        """Let a name of at least so many words stand for something."""
        phrase = folded(name)
        if len(phrase) >= least and not (len(phrase) == 1 and phrase[0] in _common_words()):
            self.phrases.add(phrase, concept)

    # -- sessions

    def _session(self, at: int, session: Session) -> None:
        titles = session.title.every()
        own = {word for title in titles for word in folded(title)}
        for name in (session.code, session.id, *session.also):
            if not name or _CODE.match(name):  # `OF 20`: see `numbers`
                continue
            phrase = folded(name)
            if len(phrase) == 1 and name != session.id and not _is_acronym(name, own, session):
                self._say(name, f"word:{at}")
                continue
            if len(phrase) == 1 and name == session.id:
                continue  # people say the code
            self._say(name, f"session:{at}")
            joined = "".join(phrase)
            if len(joined) >= 3:
                self._say(joined, f"session:{at}")
        types = {name for label in self.schedule.types for name in label.also}
        for title in titles:
            self._say(title, f"title:{at}", least=2)
            for acronym in set(_ACRONYM.findall(title)) - types:
                self._say(acronym, f"session:{at}")
            for segment in _SEGMENT.split(title):
                self._say(segment, f"title:{at}", least=4)

    def _numbers(self) -> None:
        """Numbered codes (`WS 366`): by what they begin with, and by what their type is called."""
        prefixes: dict[str, str] = {}
        for at, session in enumerate(self.sessions):
            match = _CODE.match(session.code or "")
            if match and match[1]:
                prefix = " ".join(folded(match[1]))
                self.numbers[prefix].setdefault(int(match[2]), at)
                self.prefixes.add(folded(match[1]), prefix)
                prefixes.setdefault(session.type or "", prefix)
        for label in self.schedule.types:
            if label.id in prefixes:
                for called in _called(label):
                    self.prefixes.add(called, prefixes[label.id])

    # -- rooms, types, tracks

    def _room(self, room: Room) -> None:
        names = {" ".join(folded(name)) for name in (*room.name.every(), *room.also)}
        for name in (*room.name.every(), *room.also):
            self._say(name, f"room:{room.id}")
            words = folded(name)
            value = number(words[-1]) if len(words) == 2 else None
            if value is not None:
                self.numbered_rooms[value].append(room.id)
        main = [phrase for phrases in _everywhere("main-room") for phrase in expand(phrases)]
        if any(" ".join(phrase) in names for phrase in main):
            for phrase in main:
                self.phrases.add(phrase, f"room:{room.id}")

    def _labels(self) -> None:
        for label in self.schedule.types:
            if label.id != _OTHER:
                own = {folded(name) for name in (*label.name.every(), *label.also)}
                for phrase in _called(label):
                    common = len(phrase) == 1 and phrase[0] in _common_words()
                    if phrase and (not common or (phrase in own and len(phrase[0]) > 2)):
                        self.phrases.add(phrase, f"type:{label.id}")
        for label in self.schedule.tracks:
            for name in (*label.name.every(), *label.also):
                self._say(name, f"track:{label.id}")

    # -- people and bodies

    def _contributors(self) -> None:
        people: dict[tuple[str, ...], Person] = {}
        for at, session in enumerate(self.sessions):
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
        self.people = list(people.values())
        usual = self._title_words()
        for place, person in enumerate(self.people):
            if _is_person(person, usual):
                self.phrases.add(person.words, f"person:{place}")
                for word in set(person.words):
                    if len(word) > 1:
                        self.people_by_word[word].append(place)
        for key in self.bodies:
            self.phrases.add(tuple(key.split()), f"body:{key}")
        self._first_words(usual)
        self._other_names(usual)

    def _first_words(self, usual: frozenset[str]) -> None:
        """A body by the first word of its name, where that is nobody else's: "Mozilla"."""
        first: dict[str, list[str]] = defaultdict(list)
        for key in self.bodies:
            first[key.split()[0]].append(key)
        for word, keys in first.items():
            strange = len(word) >= 5 and word not in usual and word not in _common_words()
            if strange and len(keys) == 1 and word not in self.people_by_word:
                self.phrases.add((word,), f"body:{keys[0]}")

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
        short = len(words) == 1 and (words[0] in _common_words() or len(words[0]) < 3)
        return None if role or short or not words else self._named_body(words, name)

    def _named_body(self, words: tuple[str, ...], name: str) -> Body:
        return self.bodies.setdefault(" ".join(words), Body(name))

    def _title_words(self) -> frozenset[str]:
        """Words of more than one title or summary: no one's name."""
        counts: Counter[str] = Counter()
        for session in self.sessions:
            texts = (*session.title.every(), *(session.summary.every() if session.summary else ()))
            counts.update({word for text in texts for word in folded(text)})
        return frozenset(word for word, count in counts.items() if count > 1)

    def _other_names(self, usual: frozenset[str]) -> None:
        """One body under all its names: those of the file, and acronyms in brackets."""
        known = {name: tuple(others) for name, others in self.schedule.names.items()}
        for session in self.sessions:
            for each in session.organisers:
                acronyms = tuple(d for d in each.details if _abbreviates(d, each.name))
                if acronyms:
                    known[each.name] = (*known.get(each.name, ()), *acronyms)
        people = {person.words: place for place, person in enumerate(self.people)}
        for name, others in known.items():
            place = people.get(folded(name))
            if place is not None and _is_person(self.people[place], usual):
                for other in filter(None, map(folded, others)):
                    self.phrases.add(other, f"person:{place}")
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
                    if key and key not in _common_words():
                        self.bodies[key] = whole
                        self.phrases.add(tuple(key.split()), f"body:{key}")
                        self.phrases.add(_any_case(key), f"body:{key}")


def _called(label: Label) -> Iterator[tuple[str, ...]]:
    """What sessions of a type are called: its names, plurals, and `kind.*` of the lexicons."""
    names = (*label.name.every(), *label.also)
    plain = {" ".join(folded(name)) for name in names} | {label.id.replace("-", " ")}
    for name in names:
        yield folded(name)
        if name.isascii() and name[-1:].isalpha() and not name.endswith("s"):
            yield folded(f"{name}s")
    for concept in entries("en"):
        group, _, kind = concept.partition(".")
        if group == "kind" and any(n == kind or n.startswith(f"{kind} ") for n in plain):
            for phrase in _everywhere(concept):
                yield from expand(phrase)


def _everywhere(concept: str) -> Iterable[str]:
    """The phrases of a concept in all languages."""
    return (phrase for language in LANGUAGES for phrase in entries(language)[concept])


def _any_case(key: str) -> tuple[str, ...]:
    """A Russian name of several words in any of its cases: `совет* европ*`."""
    words = key.split()
    if len(words) < 2 or not "\u0400" <= key[0] <= "\u04ff":
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


def _is_acronym(name: str, title_words: set[str], session: Session) -> bool:
    """Whether a name of one word is an acronym, and no common word such as "opening"."""
    if not name.isupper() and not any(c.isdigit() for c in name):
        return False
    in_titles = any(name.upper() in re.split(r"\W+", title) for title in session.title.every())
    return in_titles or fold(name) not in title_words


@cache
def _common_words() -> frozenset[str]:
    """Single words that mean something in a sentence of any language: no names by themselves."""
    return frozenset(
        fold(phrase)
        for language in LANGUAGES
        for concept, phrases in entries(language).items()
        if not concept.startswith(("kind.", "off-topic", "event.", "main-room", "role"))
        for phrase in phrases
        if phrase.isalpha()
    )
