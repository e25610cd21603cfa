"""One text read over one event: its names, subjects, times and asks, and the words left over.

Names come first, then phrases of the lexicons and subjects, the longer one winning, then times;
what none of them reads and is no filler is the topic.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.questions.index import EventIndex
from bot.questions.names.found import Found
from bot.questions.reading.exclusion import exclude
from bot.questions.reading.labels import is_house, take_labels
from bot.questions.reading.said import Said
from bot.questions.reading.timing import timing
from bot.questions.words.clauses import BY_ITSELF, Clauses
from bot.questions.words.languages import detect
from bot.questions.words.lexicon import every_lexicon
from bot.questions.words.phrases import tokens_in
from bot.questions.words.text import Token, is_word, joined
from bot.questions.words.tokens import Words

_INTRODUCED = 4  # words within which people say their names
_FACTS = ("ask.join", "event.dates", "event.host", "event.theme", "event.url", "event.venue")
_CUES = ("speaks", "by", "ask.who", "ask.organiser")


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
        exclude(self.said, self.found, Words(tokens, words), self.clauses, event)
        self.asks, self.subjects = self.said.asks, self.said.subjects
        timed = timing(text, tokens, self.said, self.clauses, event=event.event, now=now, zone=zone)
        self.time, self.is_now = timed.meant, timed.is_now
        self._going, self._pointed = timed.going, timed.pointed
        self.points_at_hour, self.names_meal = timed.points_at_hour, timed.names_meal
        self.leaves = timed.leaves
        self.fillers = self.said.fillers()
        self.ordinal, self._ordinals = self._ordinal()
        # "And the room?": a room that nothing numbers is asked for.
        self._rooms = tokens_in(m for m in places if m.concept == "room")
        self.asks_room = bool(self._rooms) and not (
            self.found.rooms or self.found.without or self.found.unknown
        )
        # Clauses that begin as one speaks of oneself; those of them that ask nothing.
        self._personal = self.clauses.personal
        self.remarks: set[int] = set()
        self.remarks = self._remarks()
        meal = self.time.part_only == "lunch"  # "when is lunch", but not "in the coffee break"
        hours = set() if meal else self.time.used
        phrases = tokens_in(ask for ask in self.asks if len(ask.span) > 1)
        self._off_topic = self._meant(self.said.off_topic() - hours - phrases)
        if self.clauses.of(self.time.used) <= self.remarks - self._pointed:
            self.time = replace(self.time, unknown=None)  # "my flight back is on Thursday"
        self.strange = False  # a word says much, and the programme does not know it
        self._common_codes()
        self._people()
        take_labels(
            self.found,
            event,
            person=self.says(*_CUES),
            track=self.says("track"),
            topical=self._is_topical,
        )
        self.left = self.unread = self._left()
        self.topic = joined(self.text, self.tokens, self.left)

    def take_time(self, whole: Sentence) -> None:
        """Understand the time as in the longer text that this is the request of: "I have only
        Tuesday, which workshops are there", "I am busy till three tomorrow, what starts then"."""
        timely = self.says("ask.now", "ask.next")
        dateless = self.hours_only if self.time.window else not timely
        dated = dateless and not whole.hours_only
        names = bool(self.topic or self.found.people or self.found.bodies)
        alone = self.time.window is None and not timely and not names
        free = alone and whole.time.open  # "I am free from two, any workshops?"
        # "I leave tomorrow, is Cerf still to come?": whoever leaves does not say when.
        dated = dated and not (names and whole.leaves and self.time.window is None)
        asked = (dated or self.points_at_hour or free) and not self.asks_fact
        told = whole.time.window or (whole.time.unknown if self.points_at_hour else None)
        if told and asked:
            self.time = replace(self.time, window=whole.time.window, unknown=whole.time.unknown)
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
        """Whether the house of the event is the only body named: "a hotel near UNESCO"."""
        bodies = {body.concept for body in self.found.body_mentions}
        return bool(bodies) and all(is_house(key, self.event) for key in bodies)

    @property
    def asks_fact(self) -> bool:
        """Whether it asks for what is so at any time: of the event, the way in, or a session."""
        facts = any(ask.concept.startswith(_FACTS) for ask in self.asks)
        return bool(self.found.sessions or self.found.titles) or facts

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
        return bool(self.subjects) or any(map(self.knows, self.left))

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
        inside = tokens_in(subjects)
        return inside <= self._off_topic and not any(map(self.knows, rest))

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
        whence -= tokens_in(self.subjects)  # "el BPF de género"
        return joined(self.text, self.tokens, [i for i in self.left if i not in whence])

    def knows(self, at: int) -> bool:
        """Whether the programme has a token."""
        return self.event.search.knows(self.tokens[at].text)

    # -- reading

    def _remarks(self) -> set[int]:
        """Clauses that say something of the person and ask nothing, where others ask: "my flight
        was late, what is left today?". None that has a subject, or a word of the programme."""
        asking = self.clauses.asking(self.asks)
        if self.time.window:
            asking |= self.clauses.of(self.time.used - self.fillers)
        has = self.event.search.subject
        about = self.clauses.where(each for each in self.subjects if has(each.concept))
        known = about | self.clauses.of(filter(self.knows, self._left()))
        going = self._personal & self._going if self._going < self.clauses.all else set()
        told = self._personal - asking - known if asking else set()
        return told | ((going | self._pointed) - about)

    def _meant(self, off_topic: set[int]) -> set[int]:
        """Off-topic words but those of a remark: "no taxi around, what's on now?" has a clause
        that says where somebody is, and another that asks; "my flight lands at two, what can I
        see then" one that says when somebody comes."""
        told = self._going if self._going < self.clauses.all else set()
        off_topic = {i for i in off_topic if self.clauses.at(i) not in self.remarks | told}
        asked = self.clauses.where(
            ask
            for ask in self.asks
            if ask.concept in BY_ITSELF and not off_topic.intersection(ask.span)
        )
        remarks = self.clauses.of(off_topic)
        if asked and not asked & remarks:
            self.remarks |= remarks
            return set()
        return off_topic

    def _ordinal(self) -> tuple[int | None, set[int]]:
        """ "The second one": which of what was shown, and the tokens that say so."""
        busy = tokens_in(self.subjects)
        for mention in self.said.mentions("time", busy):
            group, _, name = mention.concept.rpartition(".")
            if group == "ordinal" and not self.time.used.intersection(mention.span):
                return (-1 if name == "last" else int(name)), set(mention.span)
        return None, set()

    def _common_codes(self) -> None:
        """A code that is a common word ("opening") names its session only by itself."""
        named = [
            code
            for code in self.found.common
            if self.found.is_free(code.span) and not self._others(code.span)
        ]
        for code in named:
            self.found.sessions.append(int(code.concept))
            self.found.take(code.span)

    def _people(self) -> None:
        busy = set(self.time.used) | self.fillers | self._off_topic | self.found.reserved
        busy |= self._rooms if self.asks_room else set()
        busy |= tokens_in((*self.asks, *self.subjects, *self.found.label_mentions))
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

    # -- what is left

    def _is_topical(self, named: Collection[int]) -> bool:
        """Whether there is a topic beside some tokens."""
        known = map(self.knows, self._others(named))
        return self.says("about") or bool(self.subjects) or any(known)

    def _others(self, named: Collection[int]) -> list[int]:
        """The tokens left but some."""
        return [i for i in self._left() if i not in named]

    def _left(self) -> list[int]:
        """The tokens that no name, time, ask or filler has read."""
        read = set(self.time.used) | self.fillers | self._ordinals
        for ask in self.asks:
            read.update(ask.span)
        inside = tokens_in(self.subjects)
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
