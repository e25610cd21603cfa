"""What the schedule calls things, compiled for finding them in a question (`entities`).

Codes, titles, rooms, types and tracks become phrases, as do people and organisations
(`contributors`). Nothing about an event is known beforehand; the lexicons only add what such
things are called in general.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.questions.names.contributors import Contributors
from bot.questions.words.lexicon import LANGUAGES, common_words, entries, expand
from bot.questions.words.phrases import Phrases
from bot.questions.words.text import fold, folded, number
from bot.schedule.model import Label, Room, Schedule, Session, Text

_SEGMENT = re.compile(r"\s[-–—]\s|[:–—?!()\[\]\"“”]")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9-]{1,11})\)")
_CODE = re.compile(r"^(.*?)[\s_#-]*(\d+)$")
_OTHER = "other"  # a type of this id is called nothing in particular


class Names:
    """The names of one schedule. `phrases` stand for `session:3`, `room:salle-x` and so on."""

    def __init__(self, schedule: Schedule, sessions: tuple[Session, ...]) -> None:
        self.schedule, self.sessions = schedule, sessions
        self.phrases = Phrases()
        self.prefixes = Phrases()  # what may stand before a number: code prefixes and types
        self.numbers: dict[str, dict[int, int]] = defaultdict(dict)  # prefix, number: session
        self.numbered_rooms: dict[int, list[str]] = defaultdict(list)
        self.plain_titles = [
            (at, " ".join(folded(title)))
            for at, session in enumerate(sessions)
            for title in session.title.every()
        ]
        self._said = Counter(word for session in sessions for word in _words(session))
        for name in (*schedule.event.name.every(), *schedule.event.also):
            self._say(name, "event:")
        for at, session in enumerate(sessions):
            self._session(at, session)
        self._numbers()
        for room in schedule.rooms:
            self._room(room)
        self._labels()
        usual = frozenset(word for word, count in self._said.items() if count > 1)
        contributors = Contributors(schedule, sessions, self.phrases, usual)
        self.people, self.bodies = contributors.people, contributors.bodies
        self.people_by_word = contributors.people_by_word

    def titled(self, topic: str) -> int | None:
        """The session in whose title alone two neighbouring words of a topic stand together, one
        of them in no other title: "wicked problem"."""
        said = folded(topic)
        for pair in pairwise(said):
            both = self.titles_with(" ".join(pair))
            if len(both) == 1 and any(self.titles_with(word) == both for word in pair):
                return both.pop()
        return None

    def titles_with(self, words: str) -> set[int]:
        """The sessions that have folded words in a title, next to one another."""
        return {at for at, title in self.plain_titles if f" {words} " in f" {title} "}

    def is_word(self, word: str) -> bool:
        """Whether a word of a name is also one of everyday speech or of the titles."""
        return word in self._said or word in common_words()

    def _say(self, name: str, concept: str, *, least: int = 1) -> None:
        """Let a name of at least so many words stand for something."""
        phrase = folded(name)
        if len(phrase) >= least and not (len(phrase) == 1 and phrase[0] in common_words()):
            self.phrases.add(phrase, concept)

    # -- sessions

    def _session(self, at: int, session: Session) -> None:
        titles = session.title.every()
        own = {word for title in titles for word in folded(title)}
        for name in (session.code, session.id, *session.also):
            if not name or _CODE.match(name):  # `OF 20`: see `_numbers`
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
            for place, segment in enumerate(_SEGMENT.split(title)):  # "Hack the Hate: ..."
                self._say(segment, f"title:{at}", least=4 if place else 3)

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
                    common = len(phrase) == 1 and phrase[0] in common_words()
                    if phrase and (not common or (phrase in own and len(phrase[0]) > 2)):
                        self.phrases.add(phrase, f"type:{label.id}")
        for format in dict.fromkeys(session.format for session in self.sessions):
            if format and " " in format:  # "panel" and "debate" are said of any session
                for phrase in _called(Label(id=format.lower(), name=Text(original=format))):
                    self.phrases.add(phrase, f"format:{format}")
        for label in self.schedule.tracks:
            for name in (*label.name.every(), *label.also):
                self._say(name, f"track:{label.id}")


def _words(session: Session) -> set[str]:
    """The folded words of a session's title and summary."""
    texts = (*session.title.every(), *(session.summary.every() if session.summary else ()))
    return {word for text in texts for word in folded(text)}


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


def _is_acronym(name: str, title_words: set[str], session: Session) -> bool:
    """Whether a name of one word is an acronym, and no common word such as "opening"."""
    if not name.isupper() and not any(c.isdigit() for c in name):
        return False
    in_titles = any(name.upper() in re.split(r"\W+", title) for title in session.title.every())
    return in_titles or fold(name) not in title_words
