"""One text read over one event: its names, subjects, times and asks, and the words left over.

Each token is read once. Names come first, then phrases of the lexicons and subjects, the longer
one winning, then times; what none of them reads and is no filler is the topic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.questions import asides, when
from bot.questions.atoms import Reading
from bot.questions.clauses import Clauses
from bot.questions.entities import Found
from bot.questions.exclusion import exclude
from bot.questions.hours import marked, part_of, says_time
from bot.questions.index import EventIndex
from bot.questions.languages import detect
from bot.questions.lexicon import Mention, every_lexicon
from bot.questions.said import Said
from bot.questions.text import Token, folded, is_han, is_word, joined, number
from bot.questions.tokens import Words

_TELLING = 0.3  # what a word says, of 1, from which it may be a topic
_STRANGE = 0.44  # ... from which it surely is one, or somebody's name
_ASKS_BY_ITSELF = ("ask.now", "ask.next", "ask.join", "event.venue", "event.dates", "event.url")
_TIMELESS = ("ask.when", "event.dates", "point.")  # "first and last day" names no day
_MEALS = ("lunch", "teatime")
_INTRODUCED = 4  # words within which people say their names
_BOUNDS = frozenset(f"time.{word}" for word in ("between", "before", "until", "to"))
_ALSO_SAID = ("ask.here", "ask.recommend")  # in words that also tell of oneself
_CUES = ("speaks", "by", "ask.who", "ask.organiser")
Telling = Callable[[Sequence[str], str], Sequence[float]]  # how much words say (`Index.telling`)


class Sentence:
    """A text, read. `asks` are the concepts of the lexicon that it names, `subjects` those of
    `subjects.yaml`, `found` the names of the schedule, `time` what it says about time."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        event: EventIndex,
        *,
        now: datetime,
        own: str | None,
        zone: str | None,
    ) -> None:
        self.text, self.tokens, self.event = text, tokens, event
        places = every_lexicon().find("place", tokens)
        words = [*places, *every_lexicon().find("time", tokens)]
        self.found: Found = event.finder.find(text, tokens, words)
        self.language = detect(text, tokens, self.found.named, own)
        self.said = Said(tokens, self.language, self.found, event.search.knows)
        self.clauses = Clauses(text, tokens, self.said.lexicon)
        exclude(self.said, self.found, Words(tokens, words))
        self.asks, self.subjects = self.said.asks, self.said.subjects
        self.is_now = False
        self.time = self._time(now, zone)
        self.fillers = self.said.fillers()
        self.ordinal, self._ordinals = self._ordinal()
        # "And the room?": a room that nothing numbers is asked for.
        self._rooms = {i for m in places if m.concept == "room" for i in m.span}
        self.asks_room = bool(self._rooms) and not (self.found.rooms or self.found.unknown)
        # Clauses that begin as one speaks of oneself; those of them that ask nothing.
        self._personal = self.clauses.opened(self.said.lexicon.find("remark", tokens))
        self.remarks: set[int] = set()
        self.remarks = self._remarks()
        meal = self.time.part_only == "lunch"  # "when is lunch", but not "in the coffee break"
        timed = set() if meal else self.time.used
        phrases = {i for ask in self.asks if len(ask.span) > 1 for i in ask.span}
        self._off_topic = self._meant(self.said.off_topic() - timed - phrases)
        if self.clauses.of(self.time.used) <= self.remarks:
            self.time = replace(self.time, unknown=None)  # "my flight back is on Thursday"
        self.strange = False  # a word says much, and the programme does not know it
        self._common_codes()
        self._people()
        self._labels()
        self.left = self._left()
        self.topic = joined(self.text, self.tokens, self.left)

    def weigh(self, telling: Telling) -> None:
        """Leave out of the topic what says nothing, by its meaning."""
        self.left = self._without_chat(telling)
        self.topic = joined(self.text, self.tokens, self.left)

    def take_time(self, whole: Sentence) -> None:
        """Understand the time as in the longer text that this is the request of: "I have only
        Tuesday, which workshops are there", "I am busy till three tomorrow, what starts then"."""
        timely = self.says("ask.now", "ask.next")
        dateless = self.hours_only if self.time.window else not timely
        dated = dateless and not whole.hours_only
        alone = self.time.window is None and not timely and not self.topic
        free = alone and whole.time.open  # "I am free from two, any workshops?"
        if whole.time.window and (dated or self.points_at_hour or free):
            self.time = replace(self.time, window=whole.time.window)
        self.is_now |= whole.is_now and self.time.window is None

    # -- what it says

    def says(self, *concepts: str) -> bool:
        """Whether one of the concepts was named."""
        return self.said.says(*concepts)

    def says_in_one_word(self, concept: str) -> bool:
        """Whether the concept was named, and by single words only."""
        spans = [ask.span for ask in self.asks if ask.concept == concept]
        return bool(spans) and all(len(span) == 1 for span in spans)

    @property
    def names_house(self) -> bool:
        """Whether the house of the event is named as a body: "a hotel near UNESCO"."""
        return any(self._is_house(key) for key, _, _ in self.found.body_spans)

    @property
    def hours_only(self) -> bool:
        """Whether an hour or part of a day was named, but no day."""
        return self.time.hours_only

    @property
    def unnamed(self) -> int:
        """How many tokens belong to no name of the schedule."""
        return sum(not taken for taken in self.found.taken)

    @property
    def known(self) -> bool:
        """Whether the topic has a subject, or a word that the programme has."""
        return bool(self.subjects) or any(map(self._knows, self.left))

    @property
    def seeks_advice(self) -> bool:
        """Whether advice is sought on what the programme knows."""
        return self.says("ask.recommend") and self.known

    @property
    def off_topic(self) -> bool:
        """Whether it speaks of taxis, weather and the like, and of nothing in the programme."""
        if not self._off_topic:
            return False
        subjects = [m for m in self.subjects if self.event.search.subject(m.concept)]
        rest = [i for i in self.left if i not in self._off_topic]
        inside = {i for m in subjects for i in m.span}
        return inside <= self._off_topic and not any(map(self._knows, rest))

    @property
    def bare_rooms(self) -> tuple[str, ...]:
        """Rooms that a number by itself would name: "and in XI?"."""
        numbered = self.event.names.numbered_rooms
        values = [
            number(token.text)
            for i, token in enumerate(self.tokens)
            if not self.found.taken[i] and len(token.text) > 1 and i not in self.time.used
        ]
        found = [numbered.get(value, []) for value in values if value is not None]
        return tuple(found[0]) if len(found) == 1 else ()

    @property
    def brief(self) -> bool:
        """Whether at most a word is left that the programme may not have."""
        most = 3 if all(is_han(self.tokens[i].text) for i in self.left) else 1
        return not self.known and len(self.left) <= most

    @property
    def asks_alone(self) -> bool:
        """Whether a clause asks and says no more, and nothing elsewhere is a topic that the
        programme has: "which room please, I am on crutches"."""
        return bool(self._asking() - self.clauses.of(self.left)) and not self.known

    @property
    def of_one(self) -> bool:
        """Whether what it says of a time is said of something that was spoken of before: "is that
        one still on at five", "and does it end before six"."""
        if self.says("ask.programme", "ask.next", "ask.recommend", "ask.count"):
            return False
        said = [ask for ask in self.asks if not self.time.used.intersection(ask.span)]
        back = {i for ask in said if ask.concept.startswith("point.") for i in ask.span}
        whens = (ask for ask in said if ask.concept == "ask.when" and len(ask.span) == 1)
        # "¿Termina antes de las seis?": a verb in front asks of no others.
        begins = any(back.issuperset(range(when.start)) for when in whens)
        return begins or any(ask.concept == "point.this-one" for ask in said)

    @property
    def asks_host_apart(self) -> bool:
        """Whether a clause asks who holds the event, and what else is named stands elsewhere."""
        host = self.clauses.where(ask for ask in self.asks if ask.concept == "event.host")
        named = {i for i, taken in enumerate(self.found.taken) if taken}
        return bool(host - self.clauses.of(named.union(self.left)))

    @property
    def empty(self) -> bool:
        """Nothing but signs that mean nothing here: emoji, single letters."""
        read = (self.asks, self.fillers, self._ordinals, self.time.used, self.topic)
        return not any(read) and not any(self.found.taken) and not self.found.types

    @property
    def topic_anywhere(self) -> str:
        """The topic without where somebody is: "how do I connect from Accra"."""
        whence = {m.end for m in self.said.lexicon.find("whence", self.tokens)}
        return joined(self.text, self.tokens, [i for i in self.left if i not in whence])

    def _knows(self, at: int) -> bool:
        return self.event.search.knows(self.tokens[at].text)

    # -- reading

    def _remarks(self) -> set[int]:
        """Clauses that say something of the person and ask nothing, where others ask: "my flight
        was late, what is left today?". None that has a subject, or a word of the programme."""
        asking = self._asking()
        if self.time.window:
            asking |= self.clauses.of(self.time.used - self.fillers)
        has = self.event.search.subject
        known = self.clauses.where(each for each in self.subjects if has(each.concept))
        known |= self.clauses.of(filter(self._knows, self._left()))
        going = self._personal & self._going if self._going < self.clauses.all else set()
        return ((self._personal - asking if asking else set()) | going) - known

    def _asking(self, *but: str) -> set[int]:
        """The clauses that ask something, by other words than some."""
        return self.clauses.where(
            ask
            for ask in self.asks
            if (ask.concept.startswith("ask.") or ask.concept in _ASKS_BY_ITSELF)
            and ask.concept not in but
        )

    def _meant(self, off_topic: set[int]) -> set[int]:
        """Off-topic words but those of a remark: "no taxi around, what's on now?" has a clause
        that says where somebody is, and another that asks; "my flight lands at two, what can I
        see then" one that says when somebody comes."""
        told = self._going if self._going < self.clauses.all else set()
        off_topic = {i for i in off_topic if self.clauses.at(i) not in self.remarks | told}
        asked = self.clauses.where(
            ask
            for ask in self.asks
            if ask.concept in _ASKS_BY_ITSELF and not off_topic.intersection(ask.span)
        )
        remarks = self.clauses.of(off_topic)
        if asked and not asked & remarks:
            self.remarks |= remarks
            return set()
        return off_topic

    def _time(self, now: datetime, zone: str | None) -> when.When:
        event = self.event.event
        days = (event.first_day, event.last_day)
        # What greets ("good morning") or asks ("what time") is no time itself.
        bounds = self.said.lexicon.find("time", self.tokens)
        bounds = [m for m in bounds if m.concept in _BOUNDS or _is_not_before(m)]
        bounded = {i for m in bounds for i in (*m.span, m.end)}
        busy = [
            i
            for ask in self.asks
            if ask.concept in ("ask.hello", "ask.bye", "errand.stop-all")
            or (_is_timeless(ask) and ask.start not in bounded)  # "entre las dos y las tres"
            for i in ask.span
        ]
        busy += [i for subject in self.subjects for i in subject.span]
        errand = any(ask.concept.startswith("errand.") for ask in self.asks)
        mentions = self.said.mentions("time", busy)
        reading = Reading(
            self.text, self.tokens, mentions, self.said.taken(busy), days, leads=errand
        )
        postfix = self.language == "zh"
        told = self.clauses.where(self.said.lexicon.find("remark", self.tokens))
        here = self.clauses.where(ask for ask in self.asks if ask.concept == "ask.now")
        atoms = asides.meant(
            reading.atoms,
            self.clauses,
            self._asking(),
            now=here,
            told=told - self._asking(*_ALSO_SAID),
            postfix=postfix,
        )
        kinds = {atom.kind for atom in reading.atoms}
        meals = [
            atom for mark, atom in marked(atoms) if part_of(atom, atoms) in _MEALS and not mark
        ]
        self.names_meal = bool(meals)
        self.points_at_hour = not kinds.isdisjoint(asides.THEN)
        self._going = self.clauses.of(a.start for a in reading.atoms if a.kind in asides.GOING)
        found = when.read(
            atoms, now=now, zone=event.timezone, days=days, postfix=postfix, own_zone=zone
        )
        done = any(atom.kind == "time.done" for atom in reading.atoms)
        self.is_now = done and found.window is None  # "back from lunch, what's on?"
        beside = [a for a in reading.atoms if a not in atoms and says_time(a)]
        found = replace(found, used=found.used | when.tokens_of(beside))
        # "Is there still something on, or is it over?" asks about this moment.
        still = self.says("ask.still") and not (self.says("ask.now") and found.window is None)
        return when.still(found, now, event.timezone) if still else found

    def _ordinal(self) -> tuple[int | None, set[int]]:
        """ "The second one": which of what was shown, and the tokens that say so."""
        busy = [i for subject in self.subjects for i in subject.span]
        for mention in self.said.mentions("time", busy):
            group, _, name = mention.concept.rpartition(".")
            if group == "ordinal" and not self.time.used.intersection(mention.span):
                return (-1 if name == "last" else int(name)), set(mention.span)
        return None, set()

    def _common_codes(self) -> None:
        """A code that is a common word ("opening") names its session only by itself."""
        named = [
            (int(at), range(start, end))
            for at, start, end in self.found.common
            if self.found.is_free(range(start, end)) and not self._others(start, end)
        ]
        for at, span in named:
            self.found.sessions.append(at)
            self.found.take(span)

    def _people(self) -> None:
        busy = set(self.time.used) | self.fillers | self._off_topic | self.found.reserved
        busy |= self._rooms if self.asks_room else set()
        for mention in (*self.asks, *self.subjects):
            busy.update(mention.span)
        for spans in (self.found.type_spans, self.found.track_spans, self.found.body_spans):
            for _, start, end in spans:
                busy.update(range(start, end))
        free = [
            i not in busy and not self.found.taken[i] and token.text not in self.event.own_words
            for i, token in enumerate(self.tokens)
        ]
        free = [is_free and not self._introduces(i, free) for i, is_free in enumerate(free)]
        cue = self.says(*_CUES, "ask.when", "ask.where") and not self._off_topic
        short = sum(free) <= 2 and not (self._off_topic or self.subjects)
        self.event.finder.find_people(self.tokens, free, (cue, short), self.found)

    def _introduces(self, at: int, free: Sequence[bool]) -> bool:
        """Whether somebody says their own name: "hi, I am Peter, what is on now"."""
        beside = (i for i in (at - 1, at + 1) if 0 <= i < len(free))
        clause = self.clauses.at(at)
        told = clause in self._personal and self._personal < self.clauses.all
        told &= not self.says("point.it")  # "I missed Cerf, when is he on again"
        early = self.clauses.before(at) < _INTRODUCED
        return told and early and not any(free[i] for i in beside)

    def _labels(self) -> None:
        """Types, tracks and bodies: filters, unless their words belong to the topic."""
        found, cue = self.found, self.says(*_CUES)
        for value, start, end in found.type_spans:
            if not any(found.taken[start:end]):
                found.types.append(value)
                found.take(range(start, end))
        for value, start, end in found.track_spans:
            meant = self.says("track") or end - start >= 3
            if meant and not any(found.taken[start:end]):
                found.tracks.append(value)
                found.take(range(start, end))
        spans = self._bodies()
        named = {i for _, start, end in spans for i in range(start, end)}
        for value, start, end in spans:
            others = self.subjects or any(self._knows(i) for i in self._left() if i not in named)
            meant = cue or not (others or self.says("about")) or self._holds(value)
            if meant and not any(found.taken[start:end]):
                found.bodies.append(value)
                found.take(range(start, end))

    def _holds(self, body: str) -> bool:
        """Whether a body organises a session of a type that is named: "the open forum of X"."""
        names, types = self.event.names, self.found.types
        return any(names.sessions[at].type in types for at in names.bodies[body].organises)

    def _bodies(self) -> list[tuple[str, int, int]]:
        """The bodies that are named; the house of the event only if no other one is."""
        spans = self.found.body_spans
        return [span for span in spans if not self._is_house(span[0])] or list(spans)

    def _is_house(self, body: str) -> bool:
        """Whether a body has given its name to the place of the event."""
        return set(folded(self.event.names.bodies[body].name)) <= self.event.own_words

    # -- what is left

    def _others(self, start: int, end: int) -> list[int]:
        """The tokens left but those of a span."""
        return [i for i in self._left() if not start <= i < end]

    def _left(self) -> list[int]:
        """The tokens that no name, time, ask or filler has read."""
        read = set(self.time.used) | self.fillers | self._ordinals
        for ask in self.asks:
            read.update(ask.span)
        inside = {i for subject in self.subjects for i in subject.span}
        left = [
            i
            for i, token in enumerate(self.tokens)
            if (i not in read or i in inside)
            and not self.found.taken[i]
            and (token.text not in self.event.own_words or i in inside)
            and token.text.isalnum()
            and not self._is_figure(i)
            and not (i in self._rooms and self.asks_room)
            and self.clauses.at(i) not in self.remarks
        ]
        return [i for i in left if i in inside or is_word(self.tokens, i, left)]

    def _is_figure(self, at: int) -> bool:
        """Whether a token is a figure that somebody tells: an age, but no "5G"."""
        if self.clauses.at(at) not in self._personal:
            return False
        token, near = self.tokens[at], self.tokens[max(0, at - 1) : at + 2]
        glued = any(other.end == token.start or other.start == token.end for other in near)
        return token.text.isdecimal() and len(token.text) < 4 and not glued

    def _is_name(self, at: int) -> bool:
        """Whether the programme does not know a word that stands in capitals, or with one,
        between words that do not."""
        written = [self.text[token.start : token.end] for token in self.tokens]
        large = [i for i, word in enumerate(written) if not word.islower() and not is_han(word)]
        if len(written[at]) < 3 or self._knows(at) or 2 * len(large) > len(written):
            return False
        titled = written[at].istitle() and self.clauses.before(at) and self.language != "de"
        return written[at].isupper() or bool(titled)

    def _without_chat(self, telling: Telling) -> list[int]:
        """What is left without words that the programme does not know and that mean nothing:
        "it starts", "I sit in the corridor", in any language."""
        inside = {i for subject in self.subjects for i in subject.span}
        loose = [i for i in self.left if i not in inside and not is_han(self.tokens[i].text)]
        shares = dict(
            zip(loose, telling([self.tokens[i].text for i in loose], self.text), strict=True)
        )
        chat = {i for i, s in shares.items() if s < (0.01 if self._knows(i) else _TELLING)}
        chat = {i for i in chat if not self._is_name(i)}
        self.strange = any(s > _STRANGE and not self._knows(i) for i, s in shares.items())
        now = self.clauses.where(a for a in self.asks if a.concept in ("ask.now", "ask.next"))
        said = {i for i in loose if now and self.clauses.at(i) not in now}  # "I'm here, what's on?"
        self.strange &= not said
        kept = [i for i in self.left if i not in chat | said]
        return kept or (self.left if self.says("about") else [])  # something it is about


def _is_timeless(ask: Mention) -> bool:
    """Whether an ask has words that elsewhere name a time; the "e o" of "9 e o meio-dia" is no
    ask."""
    timeless = ask.concept.startswith(_TIMELESS) and ask.concept != "point.and"
    return timeless and len(ask.span) > 1


def _is_not_before(mention: Mention) -> bool:
    """Whether several words say from when: the hour behind "no antes de" is no ask's."""
    return mention.concept == "time.from" and len(mention.span) > 1
