"""What the schedule calls things, compiled for finding them in a question.

Codes, titles, rooms, types, tracks, people and organisations become phrases; nothing here is
known beforehand. `Reading` of a question: `entities`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.questions.lexicon import LANGUAGES, Phrases, entries, every_lexicon, expand
from bot.questions.text import clean, fold, number, tokens
from bot.schedule.model import Label, Room, Schedule, Session

_SEGMENT = re.compile(r"\s[-–—]\s|[:–—?!()\[\]\"“”]")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,11})\)")
_CODE = re.compile(r"^(.*?)[\s_#-]*(\d+)$")


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
    """An organisation: sessions it organises, and those where people of it speak."""

    name: str
    organises: set[int] = field(default_factory=set)
    speaks: set[int] = field(default_factory=set)
    itself: set[int] = field(default_factory=set)  # organises as a body, not through a person


def folded(text: str) -> tuple[str, ...]:
    """The folded tokens of a name."""
    return tuple(token.text for token in tokens(clean(text)))


class Names:
    """The names of one schedule."""

    def __init__(self, schedule: Schedule, sessions: tuple[Session, ...]) -> None:
        self.schedule, self.sessions = schedule, sessions
        self.phrases = Phrases()
        self.people: list[Person] = []
        self.bodies: dict[str, Body] = {}
        self.people_by_word: dict[str, list[int]] = defaultdict(list)
        self.numbered_rooms: dict[int, str] = {}
        self.numbers: dict[str, dict[int, int]] = defaultdict(dict)  # code prefix -> number
        self.prefixes = Phrases()  # what may stand before a number: code prefixes and types
        self._common = _common_words()
        for name in (*schedule.event.name.every(), *schedule.event.also):
            self._say(name, "event:")
        self._codes()
        self._titles()
        self._rooms()
        self._labels()
        self._contributors()

    def _say(self, text: str, concept: str, *, least: int = 1) -> None:
        phrase = folded(text)
        if len(phrase) >= least and not (len(phrase) == 1 and phrase[0] in self._common):
            self.phrases.add(phrase, concept)

    def _codes(self) -> None:
        types: dict[str, str] = {}
        known = {name for label in self.schedule.types for name in label.also}
        for at, session in enumerate(self.sessions):
            own = {word for title in session.title.every() for word in folded(title)}
            for name in (session.code, session.id, *session.also):
                if name and not _CODE.match(name):  # `OF 20`: see `numbers`
                    phrase = folded(name)
                    common = len(phrase) == 1 and phrase[0] in own and not _acronym(name, session)
                    self._say(name, f"{'word' if common else 'session'}:{at}")
                    if common:
                        continue
                    joined = "".join(folded(name))
                    if len(joined) >= 3 and not joined.isdecimal():
                        self._say(joined, f"session:{at}")
            for title in session.title.every():
                for acronym in set(_ACRONYM.findall(title)) - known:
                    self._say(acronym, f"session:{at}")
            match = _CODE.match(session.code or "")
            if match and match[1]:
                prefix = " ".join(folded(match[1]))
                self.numbers[prefix].setdefault(int(match[2]), at)
                self.prefixes.add(folded(match[1]), prefix)
                types.setdefault(session.type or "", prefix)
        for label in self.schedule.types:
            if label.id in types:
                for called in (*label.name.every(), *label.also, *synonyms(label)):
                    for phrase in expand(called):
                        self.prefixes.add(phrase, types[label.id])

    def _titles(self) -> None:
        self.plain_titles = {
            title: " ".join(folded(title)) for s in self.sessions for title in s.title.every()
        }
        for at, session in enumerate(self.sessions):
            for title in session.title.every():
                self._say(title, f"title:{at}", least=2)
                for segment in _SEGMENT.split(title):
                    self._say(segment, f"title:{at}", least=4)

    def _rooms(self) -> None:
        for room in self.schedule.rooms:
            for name in (*room.name.every(), *room.also):
                self._say(name, f"room:{room.id}")
                words = folded(name)
                value = number(words[-1]) if len(words) == 2 else None
                if value is not None:
                    self.numbered_rooms[value] = room.id
            if _is_main(room):
                for language in LANGUAGES:
                    for phrase in entries(language).get("main-room", ()):
                        self._say_label(phrase, f"room:{room.id}")

    def _labels(self) -> None:
        for label in self.schedule.types:
            if label.id == "other":
                continue
            for name in (*label.name.every(), *label.also, *synonyms(label)):
                for form in _forms(name):
                    self._say_label(form, f"type:{label.id}")
        for label in self.schedule.tracks:
            for name in (*label.name.every(), *label.also):
                self._say(name, f"track:{label.id}")

    def _say_label(self, name: str, concept: str) -> None:
        for phrase in expand(name):
            if phrase and not (len(phrase) == 1 and phrase[0] in self._common):
                self.phrases.add(phrase, concept)

    def _contributors(self) -> None:
        people: dict[tuple[str, ...], Person] = {}
        affiliations: Counter[str] = Counter()
        for at, session in enumerate(self.sessions):
            for role, contributors in (
                ("speaks", session.speakers),
                ("organises", session.organisers),
            ):
                for each in contributors:
                    words = folded(each.name)
                    if not words:
                        continue
                    person = people.setdefault(words, Person(each.name, words))
                    getattr(person, role).add(at)
                    person.detailed |= bool(each.details) and role == "organises"
                    for detail in each.details:
                        for part in re.split(r"[,/;]", detail):
                            body = self._body(part)
                            if body:
                                getattr(body, role).add(at)
                                affiliations[body.name] += 1
                    if role == "organises":
                        body = self._body(each.name)
                        if body:
                            body.organises.add(at)
                            body.itself.add(at)
        self.people = list(people.values())
        usual = self._title_words()
        for at, person in enumerate(self.people):
            if len(person.words) < 2:
                continue
            ordinary = sum(word in usual for word in person.words)
            if not person.speaks and not person.detailed:
                continue
            if ordinary * 2 >= len(person.words) or len(person.words) > 6:
                continue  # "Libraries Without Borders" is no person
            self.phrases.add(person.words, f"person:{at}")
            for word in set(person.words):
                if len(word) > 1:
                    self.people_by_word[word].append(at)
        self._name_bodies()

    def _title_words(self) -> frozenset[str]:
        """Words of more than one title or summary."""
        counts: Counter[str] = Counter()
        for session in self.sessions:
            texts = (*session.title.every(), *(session.summary.every() if session.summary else ()))
            counts.update({word for text in texts for word in folded(text)})
        return frozenset(word for word, count in counts.items() if count > 1)

    def _body(self, name: str) -> Body | None:
        name = _ACRONYM.sub("", name).strip()
        words = folded(name)
        if name[:1].islower() or every_lexicon().find("role", tokens(clean(name))[:1]):
            return None  # "moderator" and "President of France" are roles
        if not words or (len(words) == 1 and (words[0] in self._common or len(words[0]) < 3)):
            return None
        return self.bodies.setdefault(" ".join(words), Body(name))

    def _name_bodies(self) -> None:
        for key, body in self.bodies.items():
            self.phrases.add(tuple(key.split()), f"body:{key}")
        known = dict(self.schedule.names)
        for session in self.sessions:
            for each in session.organisers:
                for detail in each.details:
                    if _abbreviates(detail, each.name):
                        known[each.name] = (*known.get(each.name, ()), detail)
        for name, others in known.items():
            keys = [" ".join(folded(each)) for each in (name, *others)]
            bodies = [self.bodies[key] for key in keys if key in self.bodies]
            if not bodies:
                continue
            whole = Body(name, set().union(*(b.organises for b in bodies)),
                         set().union(*(b.speaks for b in bodies)),
                         set().union(*(b.itself for b in bodies)))  # fmt: skip
            for key in keys:
                if key and key not in self._common:
                    self.bodies[key] = whole
                    self.phrases.add(tuple(key.split()), f"body:{key}")


def synonyms(label: Label) -> Iterator[str]:
    """What people of all languages call this kind of session (`kind.*` in the lexicons)."""
    called = {" ".join(folded(name)) for name in (*label.name.every(), *label.also)}
    called.add(label.id.replace("-", " "))
    for kind in entries("en"):
        group, _, name = kind.partition(".")
        if group == "kind" and any(name == each or each.startswith(f"{name} ") for each in called):
            for language in LANGUAGES:
                yield from entries(language).get(kind, ())


def _abbreviates(short: str, name: str) -> bool:
    """Whether a text in brackets is the acronym of the name before it."""
    initials = [word[0] for word in folded(name)]
    return (
        len(initials) > 1 and short.isupper() and " " not in short and fold(short)[0] == initials[0]
    )


def _acronym(name: str, session: Session) -> bool:
    """Whether a title writes the name in capitals, as an acronym and not as a word."""
    return any(name.upper() in re.split(r"\W+", title) for title in session.title.every())


def _forms(name: str) -> Iterable[str]:
    """A name and its plain plural; acronyms as they are."""
    yield name
    if name.isascii() and not name.endswith(("s", "*", ")")):
        yield f"{name}s"


def _is_main(room: Room) -> bool:
    names = {" ".join(folded(name)) for name in (*room.name.every(), *room.also)}
    return any(
        " ".join(phrase) in names
        for language in LANGUAGES
        for pattern in entries(language).get("main-room", ())
        for phrase in expand(pattern)
    )


def _common_words() -> frozenset[str]:
    """Single words that mean something in a sentence of any language: no names by themselves."""
    found: set[str] = set()
    for language in LANGUAGES:
        for concept, phrases in entries(language).items():
            if not concept.startswith(("kind.", "off-topic", "event.", "main-room")):
                found.update(fold(p) for p in phrases if p.isalpha())
    return frozenset(found)
