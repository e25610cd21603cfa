"""Names of the schedule in a question: codes, titles, rooms, types, tracks, people, bodies.

They are looked for first, and their words are no longer read as times, questions or topics:
"Before You Know It" is a title, the 10 of "salle 10 a 14h" a room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bot.questions.lexicon import Mention
from bot.questions.names import Names
from bot.questions.people import People
from bot.questions.question import Reason
from bot.questions.text import Token, han_number, is_han, number


@dataclass(slots=True)
class Found:
    """What a question names. Sessions, people and bodies by position or key; `taken` marks
    the tokens of names that cannot mean anything else."""

    taken: list[bool]
    sessions: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    rooms: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    tracks: list[str] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    body_spans: list[tuple[str, int, int]] = field(default_factory=list)
    track_spans: list[tuple[str, int, int]] = field(default_factory=list)
    type_spans: list[tuple[str, int, int]] = field(default_factory=list)
    common: list[tuple[int, int, int]] = field(default_factory=list)  # codes that are words
    event: bool = False  # the event is named
    reserved: set[int] = field(default_factory=set)  # tokens of names that may be the topic
    unknown: tuple[Reason, str] | None = None

    def take(self, span: Iterable[int]) -> None:
        """Mark tokens as read."""
        for i in span:
            self.taken[i] = True


class Finder:
    """Finds the names of one schedule."""

    def __init__(self, names: Names, known: Callable[[str], bool]) -> None:
        self.names = names
        self.people = People(names, known)

    def find(self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Found:
        """The names in a tokenised text; `mentions` are the words of all its languages."""
        found = Found([False] * len(tokens))
        words = _Words(tokens, mentions)
        self._codes(text, words, found)
        self._rooms(text, words, found)
        self._phrases(words, found)
        self._misspelt_titles(words, found)
        return found

    def find_people(
        self, tokens: Sequence[Token], free: Sequence[bool], hints: tuple[bool, bool], found: Found
    ) -> None:
        """People named by words that are still free. `hints`: whether a word says that a person
        is meant, and whether the text is short; then a surname is enough."""
        for people, start, end in self.people.find(tokens, free, *hints):
            found.people += [p for p in people if p not in found.people]
            found.take(range(start, end))

    def _codes(self, text: str, words: _Words, found: Found) -> None:
        """`WS 366`, `ws366`, `workshop n° 366`: what sessions of a type are numbered by."""
        for mention in self.names.prefixes.find(words.tokens):
            start, at = mention.start, mention.end
            while at < len(words.tokens) and "code" in words.concepts(at):
                at += 1
            if found.taken[start]:
                continue
            if at >= len(words.tokens) or not words.text[at].isdecimal():
                start, at = self._number_before(words, start)
            if start < 0 or (at > start and not self._looks_like_code(words, at)):
                continue
            session = self.names.numbers[mention.concept].get(int(words.text[at][:9]))
            span = range(min(start, mention.start), max(at + 1, mention.end))
            if session is not None:
                found.sessions.append(session)
            elif start == mention.start:
                shown = text[words.tokens[start].start : words.tokens[at].end]
                found.unknown = (Reason.NO_SUCH_CODE, shown)
            else:
                continue
            found.take(span)

    def _number_before(self, words: _Words, start: int) -> tuple[int, int]:
        """`443号工作坊`: where the number before a type stands, else -1."""
        at = start - 1
        while at > 0 and "code" in words.concepts(at):
            at -= 1
        marked = 0 <= at < start - 1 and words.text[at].isdecimal()
        return (at, at) if marked else (-1, -1)

    def _looks_like_code(self, words: _Words, at: int) -> bool:
        """Whether a number behind a type is no hour, day or count."""
        after = words.concepts(at + 1)
        if any(
            c.startswith(
                (
                    "time.hour",
                    "time.minute",
                    "time.month",
                    "time.day",
                    "time.am",
                    "time.pm",
                    "time.clock",
                )
            )
            for c in after
        ):
            return False
        return len(words.text[at]) <= 5

    def _rooms(self, text: str, words: _Words, found: Found) -> None:
        """`Salle X`, `room 10`, `зал 8`, `10号厅`: a word for room and a number."""
        for start in range(len(words.tokens)):
            end = words.ends(start, "room")
            if end is None or found.taken[start]:
                continue
            span, value, shown = self._room_number(words, start, end)
            if value is None or any(found.taken[i] for i in span):
                continue
            room = self.names.numbered_rooms.get(value)
            if room is not None:
                found.rooms.append(room)
                found.take(span)
            elif self.names.numbered_rooms:
                found.unknown = (
                    Reason.NO_SUCH_ROOM,
                    text[words.tokens[span[0]].start : words.tokens[span[-1]].end],
                )
                found.take(span)

    def _room_number(self, words: _Words, start: int, end: int) -> tuple[range, int | None, str]:
        at = end
        while (
            at < len(words.tokens) and "code" in words.concepts(at) and not number(words.text[at])
        ):
            at += 1
        value, after = words.number(at)
        if value is not None and not (words.text[at] == "i" and self._pronoun(words, start, at)):
            return range(start, after), value, ""
        behind = start - 1
        if behind >= 0 and words.text[behind] in ("号", "號"):
            behind -= 1
        for length in (3, 2, 1):
            low = behind - length + 1
            if low >= 0:
                value, after = words.number(low)
                if value is not None and after == behind + 1:
                    first = low - 1 if low and words.text[low - 1] == "第" else low
                    return range(first, end), value, ""
        return range(0), None, ""

    def _pronoun(self, words: _Words, start: int, at: int) -> bool:
        """`which room I need`: not the first room."""
        return (
            start > 0
            and any(c in ("ask.where", "filler") for c in words.concepts(start - 1))
            and (words.text[start - 1] in ("which", "what", "a", "the"))
        )

    def _phrases(self, words: _Words, found: Found) -> None:
        for mention in self.names.phrases.find(words.tokens, found.taken):
            group, _, value = mention.concept.partition(":")
            span = (mention.start, mention.end)
            match group:
                case "session":
                    found.sessions.append(int(value))
                    found.take(mention.span)
                case "event":
                    found.event = True
                    found.take(mention.span)
                case "word":
                    found.common.append((int(value), *span))
                case "title":
                    found.titles.append(int(value))
                    found.take(mention.span)
                case "room":
                    found.rooms.append(value)
                    found.take(mention.span)
                case "person":
                    found.people.append(int(value))
                    found.take(mention.span)
                case "type":
                    found.type_spans.append((value, *span))
                case "track":
                    found.track_spans.append((value, *span))
                case "body":
                    found.body_spans.append((value, *span))
                    if span[1] - span[0] > 1:
                        found.reserved.update(mention.span)

    def _misspelt_titles(self, words: _Words, found: Found) -> None:
        """A whole title or a good part of one, with mistakes."""
        rest = " ".join(words.text)
        if found.sessions or found.titles or len(words.text) < 4 or is_han(rest):
            return
        best, at = 0.0, -1
        for i, session in enumerate(self.names.sessions):
            for title in session.title.every():
                plain = self.names.plain_titles[title]
                if plain.count(" ") < 2:
                    continue
                score = (
                    fuzz.partial_ratio(plain, rest, score_cutoff=86)
                    if len(plain) <= len(rest) + 8
                    else 0.0
                )
                if score > best:
                    best, at = score, i
        if at >= 0:
            found.titles.append(at)
            alignment = fuzz.partial_ratio_alignment(
                self.names.plain_titles[str(self.names.sessions[at].title)], rest
            )
            if alignment:
                place = 0
                for i, word in enumerate(words.text):
                    middle = place + len(word) / 2
                    if alignment.dest_start <= middle <= alignment.dest_end:
                        found.taken[i] = True
                    place += len(word) + 1


class _Words:
    """Tokens with the concepts that begin at each."""

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.tokens = tokens
        self.text = [token.text for token in tokens]
        self._at: dict[int, dict[str, int]] = {}
        for mention in mentions:
            ends = self._at.setdefault(mention.start, {})
            ends[mention.concept] = max(mention.end, ends.get(mention.concept, 0))

    def concepts(self, at: int) -> dict[str, int]:
        return self._at.get(at, {})

    def ends(self, at: int, concept: str) -> int | None:
        return self._at.get(at, {}).get(concept)

    def number(self, at: int) -> tuple[int | None, int]:
        """The number at a token and where it ends: figures, roman, Chinese, in words."""
        if at < 0 or at >= len(self.text):
            return None, at
        value = number(self.text[at])
        if value is not None:
            return value, at + 1
        for length in (3, 2, 1):
            run = "".join(self.text[at : at + length])
            value = han_number(run) if len(run) == length else None
            if value is not None:
                return value, at + length
        for concept, end in self.concepts(at).items():
            group, _, name = concept.rpartition(".")
            if group in ("number", "ordinal") and name.isdecimal():
                return int(name), end
        return None, at
