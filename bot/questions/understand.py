"""From a text to a `Question`, in the order that keeps words from being read twice:
names of the schedule, time, what is asked, and at last the words that are left, the topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.questions import when
from bot.questions.atoms import Reading
from bot.questions.entities import Found
from bot.questions.followup import continued
from bot.questions.index import EventIndex, Index
from bot.questions.languages import detect
from bot.questions.lexicon import LANGUAGES, Mention, every_lexicon, lexicon
from bot.questions.question import Ask, Context, Errand, Question, Reason
from bot.questions.slips import corrected
from bot.questions.text import Token, clean, is_han, tokens
from bot.questions.topics import find_subjects


def understand(
    text: str,
    index: Index,
    *,
    now: datetime,
    language: str | None = None,
    zone: str | None = None,
    context: Context | None = None,
    event: str | None = None,
) -> Question:
    """What a text asks. `language` and `zone` are the person's, `context` what they were last
    shown, `event` the one the chat is about. Never raises, whatever the text."""
    cleaned = clean(text)
    parts = tokens(cleaned)
    if not parts:
        own = language if language in LANGUAGES else "en"
        return Question(unknown=(Reason.EMPTY, ""), language=own, text=cleaned)
    chosen = _event(index, parts, now, context, event)
    if chosen is None:
        return Question(unknown=(Reason.NOT_IN_PROGRAMME, ""), text=cleaned)
    reader = _Reader(cleaned, parts, chosen, now, language, zone)
    return continued(reader.question(), reader.marks, context, now)


def _event(
    index: Index, parts: Sequence[Token], now: datetime, context: Context | None, event: str | None
) -> EventIndex | None:
    """The event a text speaks of: named, or the one of the talk, or the nearest in time."""
    if len(index.events) < 2:
        return next(iter(index.events.values()), None)
    named = _named_event(index, parts)
    if named:
        return named
    previous = context.question.event if context else None
    for each in (previous, event):
        if each in index.events:
            return index.events[each]
    return min(index.events.values(), key=lambda each: _distance(each, now))


def _named_event(index: Index, parts: Sequence[Token]) -> EventIndex | None:
    text = " ".join(part.text for part in parts)
    best, length = None, 0
    for each in index.events.values():
        for name in (*each.event.name.every(), *each.event.also):
            words = " ".join(token.text for token in tokens(clean(name)))
            if f" {words} " in f" {text} " and len(words) > length:
                best, length = each, len(words)
    return best


def _distance(event: EventIndex, now: datetime) -> tuple[int, int]:
    days = (event.event.first_day - now.date()).days, (now.date() - event.event.last_day).days
    if days[0] > 0:
        return (1, days[0])
    return (2, days[1]) if days[1] > 0 else (0, 0)


class Marks:
    """What a text says besides its question: how it points at what was shown before."""

    def __init__(self, concepts: Iterable[str], ordinal: int | None, words: int) -> None:
        self.concepts = frozenset(concepts)
        self.ordinal = ordinal
        self.words = words

    def has(self, *concepts: str) -> bool:
        """Whether one of the concepts was named."""
        return any(concept in self.concepts for concept in concepts)


T = TypeVar("T")
_ASKS = (
    ("ask.count", Ask.COUNT),
    ("ask.recommend", Ask.RECOMMEND),
    ("ask.organiser", Ask.WHO),
    ("ask.who", Ask.WHO),
    ("ask.where", Ask.WHERE),
    ("ask.when", Ask.WHEN),
    ("ask.next", Ask.NEXT),
    ("ask.now", Ask.NOW),
)
_TALK = (
    ("ask.help", Ask.HELP),
    ("ask.thanks", Ask.THANKS),
    ("ask.bye", Ask.BYE),
    ("ask.hello", Ask.HELLO),
)
_ERRANDS = (
    ("errand.stop-all", Errand.STOP_ALL),
    ("errand.list", Errand.LIST),
    ("errand.stop", Errand.STOP),
    ("errand.set", Errand.SET),
)
_FACTS = (
    ("event.theme", Ask.RECOMMEND),
    ("event.venue", Ask.WHERE),
    ("event.host", Ask.WHO),
    ("event.dates", Ask.WHEN),
    ("event.url", Ask.HELP),
    ("event.title", Ask.EVENT),
)
# Kinds that say no more than "session", where the schedule has no such type.
_PLAIN_KINDS = ("kind.talk", "kind.lecture", "kind.panel")
_CUES = ("speaks", "by", "ask.who", "ask.organiser")
# Concepts whose single words are common in topics: a subject is believed first.
_WEAK = ("point.", "about", "speaks", "by", "track", "event.", "ask.take-part", "ask.online",
         "ask.programme", "ask.help", "ask.recommend", "ask.count", "ask.hello", "ask.bye")  # fmt: skip


class _Reader:
    """Reads one text over one event."""

    def __init__(
        self,
        text: str,
        parts: Sequence[Token],
        event: EventIndex,
        now: datetime,
        own: str | None,
        zone: str | None,
    ) -> None:
        self.text, self.tokens, self.event = text, parts, event
        self.now, self.zone = now, zone
        places = [*every_lexicon().find("place", parts), *every_lexicon().find("time", parts)]
        self.found: Found = event.finder.find(text, parts, places)
        self.language = detect(parts, self.found.taken, own)
        self.words = lexicon(self.language)
        self.spelt = corrected(parts, self.language, event.search.knows)
        self.asks, self.subjects = self._asks_and_subjects()
        self.time = self._time()
        self.fillers = self._fillers()
        ordinal, self.ordinals = self._ordinal()
        self.marks = Marks(
            (m.concept for m in self.asks), ordinal, sum(not t for t in self.found.taken)
        )
        self._weak_names()
        self._people()
        self._labels()

    def _mentions(self, group: str, busy: Iterable[int] = ()) -> list[Mention]:
        """The concepts in the text's language, and in others where it says nothing."""
        taken = self._taken(self.found.reserved, busy)
        own = self.words.find(group, self.spelt, taken)
        for mention in (*own, *self.words.find("filler", self.spelt, taken)):
            for i in mention.span:
                taken[i] = True
        others = every_lexicon().find(group, self.tokens, taken)
        return own + [mention for mention in others if self._foreign(mention)]

    def _taken(self, *more: Iterable[int]) -> list[bool]:
        """Which tokens are not to be read again."""
        taken = list(self.found.taken)
        for tokens_ in more:
            for i in tokens_:
                taken[i] = True
        return taken

    def _foreign(self, mention: Mention) -> bool:
        """Whether a phrase of another language is long and strange enough to be meant."""
        written = "".join(self.tokens[i].text for i in mention.span)
        known = len(mention.span) == 1 and self.event.search.knows(written)
        return (len(written) >= 4 or is_han(written)) and not known

    def _asks_and_subjects(self) -> tuple[list[Mention], list[Mention]]:
        """What is asked and what about; where both read a word, the longer phrase is right."""
        asks = self._mentions("ask")
        subjects = find_subjects(self.tokens, self.language, self.found.taken)
        times = [
            t
            for t in self.words.find("time", self.tokens, self.found.taken)
            if t.concept not in when.MARKERS
        ]
        asks = [
            a
            for a in asks
            if not any(
                t.start <= a.start and a.end <= t.end and len(t.span) > len(a.span) for t in times
            )
        ]
        kept = []
        for subject in subjects:
            if any(
                t.start <= subject.start
                and subject.end <= t.end
                and len(t.span) > len(subject.span)
                for t in times
            ):
                continue  # the "media" of "y media" is no subject
            rivals = [a for a in asks if a.start < subject.end and subject.start < a.end]
            stronger = [
                a
                for a in rivals
                if len(a.span) > len(subject.span)
                or (len(a.span) == len(subject.span) and not a.concept.startswith(_WEAK))
            ]
            if not stronger:
                asks = [a for a in asks if a not in rivals]
                kept.append(subject)
        return asks, kept

    def _time(self) -> when.When:
        days = (self.event.event.first_day, self.event.event.last_day)
        # What greets ("good morning") or asks ("what time") is no time itself.
        busy = [
            i
            for m in self.asks
            if m.concept in ("ask.hello", "ask.bye", "errand.stop-all")
            or (m.concept == "ask.when" and len(m.span) > 1)
            for i in m.span
        ]
        busy += [i for m in self.subjects for i in m.span]
        taken = self._taken(busy)
        reading = Reading(self.text, self.tokens, self._mentions("time", busy), taken, days)
        found = when.read(
            reading.atoms,
            now=self.now,
            zone=self.event.event.timezone,
            days=days,
            postfix=self.language == "zh",
            own_zone=self.zone,
        )
        if any(m.concept == "ask.still" for m in self.asks):
            found = when.still(found, self.now, self.event.event.timezone)
        return found

    def _fillers(self) -> set[int]:
        taken = self._taken(*(m.span for m in self.subjects))
        found = self.words.find("filler", self.spelt, taken)
        if self.language != "en":
            found += [m for m in lexicon("en").find("filler", self.tokens, taken)
                      if len(self.tokens[m.start].text) > 2]  # fmt: skip
        found += [
            m for m in self.words.find("kind", self.spelt, taken) if m.concept in _PLAIN_KINDS
        ]
        return {i for mention in found for i in mention.span}

    def _ordinal(self) -> tuple[int | None, set[int]]:
        """ "The second one": which of what was shown, and the tokens that say so."""
        busy = [i for m in self.subjects for i in m.span]
        for mention in self._mentions("time", busy):
            group, _, name = mention.concept.rpartition(".")
            if group == "ordinal" and not any(i in self.time.used for i in mention.span):
                return (-1 if name == "last" else int(name)), set(mention.span)
        return None, set()

    def _busy(self) -> set[int]:
        """Tokens that mean something else than a name."""
        busy = set(self.time.used) | self.fillers
        for mention in (*self.asks, *self.subjects):
            busy.update(mention.span)
        return busy

    def _weak_names(self) -> None:
        """A code that is a common word ("opening") names its session only by itself."""
        for at, start, end in self.found.weak:
            rest = [i for i in self._left() if not start <= i < end]
            if not rest and not any(self.found.taken[start:end]):
                self.found.sessions.append(at)
                self.found.take(range(start, end))

    def _people(self) -> None:
        cue = any(m.concept in (*_CUES, "ask.when", "ask.where") for m in self.asks)
        busy = self._busy()
        busy.update(i for m in self._off_topic_words() for i in m.span)
        for spans in (self.found.type_spans, self.found.track_spans, self.found.body_spans):
            for _, start, end in spans:
                busy.update(range(start, end))
        free = [
            i not in busy and not self.found.taken[i] and token.text not in self.event.own_words
            for i, token in enumerate(self.tokens)
        ]
        self.event.finder.find_people(self.tokens, free, cue, self.found)

    def _labels(self) -> None:
        """Types, tracks and bodies: filters, unless their words belong to the topic."""
        about = any(m.concept == "about" for m in self.asks)
        cue = any(m.concept in _CUES for m in self.asks)
        for value, start, end in self.found.type_spans:
            if not any(self.found.taken[start:end]):
                self.found.types.append(value)
                self.found.take(range(start, end))
        track_word = any(m.concept == "track" for m in self.asks)
        for value, start, end in self.found.track_spans:
            if (track_word or end - start >= 3) and not any(self.found.taken[start:end]):
                self.found.tracks.append(value)
                self.found.take(range(start, end))
        for value, start, end in self.found.body_spans:
            rest = [i for i in self._left() if not start <= i < end]
            if any(self.found.taken[start:end]):
                continue
            if (cue or not rest) and not (about and not cue):
                self.found.bodies.append(value)
                self.found.take(range(start, end))

    def _left(self) -> list[int]:
        """The tokens of the topic: those that no name, time, question or filler has read."""
        read = set(self.time.used) | self.fillers | self.ordinals
        for mention in self.asks:
            read.update(mention.span)
        for mention in self.subjects:
            read.difference_update(mention.span)
        left = [
            i
            for i, token in enumerate(self.tokens)
            if i not in read
            and not self.found.taken[i]
            and token.text not in self.event.own_words
            and token.text.isalnum()
        ]
        return [i for i in left if self._is_word(i, left)]

    def _is_word(self, at: int, left: Sequence[int]) -> bool:
        """A single letter, digit or Chinese character is none, unless another is written to it."""
        if len(self.tokens[at].text) > 1:
            return True
        return (
            at and self._glued(at) and (at - 1 in left or not is_han(self.tokens[at].text))
        ) or (
            at + 1 < len(self.tokens)
            and self._glued(at + 1)
            and (at + 1 in left or not is_han(self.tokens[at].text))
        )

    def _glued(self, at: int) -> bool:
        """Whether a token follows the one before it without a gap."""
        return self.tokens[at - 1].end == self.tokens[at].start

    def _topic(self) -> str:
        left = self._left()
        runs: list[tuple[int, int]] = []
        for i in left:
            start, end = self.tokens[i].start, self.tokens[i].end
            if runs and (start == runs[-1][1]):
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((start, end))
        return " ".join(self.text[start:end] for start, end in runs)

    def question(self) -> Question:
        """What the text asks."""
        names, found = self.event.names, self.found
        topic = self._topic()
        known = self._weighty(topic)
        errand = self._errand()
        base = Question(
            language=self.language,
            event=self.event.event.id,
            sessions=tuple(
                dict.fromkeys(names.sessions[at].key for at in found.sessions or found.titles)
            ),
            window=self.time.window,
            rooms=tuple(dict.fromkeys(found.rooms)),
            tracks=tuple(dict.fromkeys(found.tracks)),
            types=tuple(dict.fromkeys(found.types)),
            speakers=tuple(dict.fromkeys(names.people[p].name for p in found.people)),
            organisers=tuple(dict.fromkeys(names.bodies[b].name for b in found.bodies)),
            topic=topic,
            errand=errand,
            leads=self.time.lengths if errand else (),
            unknown=found.unknown
            or self._time_unknown(topic)
            or self._off_topic()
            or self._idle(topic),
            text=self.text,
        )
        if errand:
            return replace(base, ask=Ask.REMIND, window=None if self.time.lengths else base.window)
        named = bool(base.sessions or base.rooms or base.speakers or base.organisers or base.types)
        talk = self._first(_TALK)
        if talk and not named and not known and not base.window and not self._asks_sessions():
            return replace(base, ask=talk, topic="", unknown=None)
        if self._joins(topic, named or known):
            return replace(base, ask=Ask.JOIN, of_event=not named and not known)
        fact = self._first(_FACTS)
        if base.unknown and base.unknown[0] is Reason.OFF_TOPIC and (named or fact):
            base = replace(base, unknown=None, topic="")
        if fact and not named and not known and not base.unknown and not base.window:
            return replace(base, ask=fact, of_event=True)
        return replace(base, ask=self._ask(base))

    def _errand(self) -> Errand | None:
        """ "Cancel the reminder of ...": a verb and a noun with anything between them."""
        errand = self._first(_ERRANDS)
        if errand is Errand.SET and self.marks.has("errand.cancel"):
            return Errand.STOP
        return errand

    def _time_unknown(self, topic: str) -> tuple[Reason, str] | None:
        """A year in a topic ("agenda 2030") asks for no other edition of the event."""
        unknown = self.time.unknown
        year = unknown and unknown[0] is Reason.OTHER_YEAR and unknown[1]
        if year and topic and not self.found.event:
            return None
        return unknown

    def _idle(self, topic: str) -> tuple[Reason, str] | None:
        """Nothing but signs that mean nothing here: emoji, single letters."""
        said = (self.asks, self.fillers, self.ordinals, self.time.used, topic)
        read = any(said) or any(self.found.taken)
        return None if read or self.found.type_spans else (Reason.EMPTY, "")

    def _joins(self, topic: str, specific: bool) -> bool:
        """Whether the text asks how to take part. "Online" alone may be part of a topic."""
        if self.marks.has("ask.join"):
            return True
        part, online = self.marks.has("ask.take-part"), self.marks.has("ask.online")
        alone = part or (online and not topic)
        return (part and online) or (alone and not specific and not self.time.window)

    def _asks_sessions(self) -> bool:
        return self.marks.has(
            *(c for c, _ in _ASKS), "ask.join", "ask.programme", *(c for c, _ in _FACTS)
        )

    def _ask(self, base: Question) -> Ask:
        # The "next" of "the next two hours" is part of a time.
        said = {m.concept for m in self.asks if not self.time.used.issuperset(m.span)}
        for concept, ask in _ASKS:
            if concept in said and not (ask is Ask.NOW and base.window is not None):
                return ask
        # "Where is the forum of ..." turned out to ask for a session and not for the event.
        fact = self._first(_FACTS)
        return fact if fact in (Ask.WHERE, Ask.WHEN, Ask.WHO) else Ask.SESSIONS

    def _first(self, table: Sequence[tuple[str, T]]) -> T | None:
        return next((value for concept, value in table if self.marks.has(concept)), None)

    def _weighty(self, topic: str) -> bool:
        """Whether the topic has a subject or a word that the programme knows."""
        return bool(self.subjects) or any(
            self.event.search.knows(token.text) for token in tokens(clean(topic))
        )

    def _off_topic_words(self) -> list[Mention]:
        return [
            m
            for code in dict.fromkeys((self.language, "en"))
            for m in lexicon(code).find("off-topic", self.tokens, self.found.taken)
        ]

    def _off_topic(self) -> tuple[Reason, str] | None:
        mentions = self._off_topic_words()
        if not mentions:
            return None
        off = {i for m in mentions for i in m.span}
        known = [m for m in self.subjects if self.event.search.subject(m.concept)]
        if any(i not in off for m in known for i in m.span):
            return None
        rest = [self.tokens[i].text for i in self._left() if i not in off]
        if any(self.event.search.knows(word) for word in rest):
            return None
        return (Reason.OFF_TOPIC, "")
