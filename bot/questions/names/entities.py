"""Names of the schedule in a question: codes, titles, rooms, types, tracks, people, bodies.

They are looked for first, and their words are no longer read as times, questions or topics:
"Before You Know It" is a title, the 10 of "salle 10 a 14h" a room.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from bot.questions.names.called import Names
from bot.questions.names.found import Found
from bot.questions.names.numbered import Numbered
from bot.questions.names.people import People
from bot.questions.words.phrases import Mention
from bot.questions.words.text import Token, is_han
from bot.questions.words.tokens import Words

_QUOTED = re.compile(r"[\"'‚「『《](?P<said>[^\"'」』》]{5,})[\"'」』》]")
_MISSPELT = 86  # likeness (of 100) from which a run of words is a title with mistakes


class Finder:
    """Finds the names of one schedule; `known` says whether the programme uses a word."""

    def __init__(self, names: Names, known: Callable[[str], bool]) -> None:
        self.names = names
        self.people = People(names, known)
        self._numbered = Numbered(names)

    def find(self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Found:
        """The names in a tokenised text; `mentions` are the words of all its languages."""
        found = Found([False] * len(tokens))
        words = Words(tokens, mentions)
        self._numbered.codes(text, words, found)
        self._numbered.rooms(text, words, found)
        self._quoted(text, words, found)
        for mention in self.names.phrases.find(tokens, found.taken):
            self._phrase(mention, found)
        if not found.sessions and not found.titles:
            self._misspelt_title(words, found)
        return found

    def find_people(
        self, tokens: Sequence[Token], free: Sequence[bool], hints: tuple[bool, bool], found: Found
    ) -> None:
        """People named by words that are still free. `hints`: whether a word says that a person
        is meant, and whether the text is short; then a surname is enough."""
        for people, start, end in self.people.find(tokens, free, *hints):
            found.person_mentions += [Mention(str(person), start, end) for person in people]
            found.take(range(start, end))

    def _phrase(self, mention: Mention, found: Found) -> None:
        """A name that stands in the text word by word."""
        group, _, value = mention.concept.partition(":")
        named = Mention(value, mention.start, mention.end)
        undecided = {
            "word": found.common,
            "type": found.type_mentions,
            "track": found.track_mentions,
            "body": found.body_mentions,
        }
        if group in undecided:
            undecided[group].append(named)
            if group == "body" and len(mention.span) > 1:
                found.reserved.update(mention.span)
            return
        places = {
            "format": found.format_mentions,
            "room": found.room_mentions,
            "person": found.person_mentions,
        }
        if group in places:
            places[group].append(named)
        elif group == "event":
            found.event = True
        else:
            (found.sessions if group == "session" else found.titles).append(int(value))
        found.take(mention.span)

    def _quoted(self, text: str, words: Words, found: Found) -> None:
        """A piece of one title, in quotes."""
        for match in _QUOTED.finditer(text):
            start, end = match.span("said")
            span = [i for i, token in enumerate(words.tokens) if start <= token.start < end]
            said = " ".join(words.text[i] for i in span)
            titled = self.names.titles_with(said)
            if len(span) > 1 and len(titled) == 1:
                found.titles += titled
                found.take(span)

    def _misspelt_title(self, words: Words, found: Found) -> None:
        """A whole title, with mistakes."""
        text = " ".join(words.text)
        if len(words) < 4 or is_han(text):
            return
        best, at, plain = float(_MISSPELT), -1, ""
        for i, title in self.names.plain_titles:
            if title.count(" ") >= 2 and len(title) <= len(text) + 8:
                likeness = fuzz.partial_ratio(title, text, score_cutoff=best)
                if likeness > best:
                    best, at, plain = likeness, i, title
        if at < 0:
            return
        found.titles.append(at)
        alike = fuzz.partial_ratio_alignment(plain, text)
        place = 0
        for i, word in enumerate(words.text):
            middle = place + len(word) / 2
            found.taken[i] |= bool(alike and alike.dest_start <= middle <= alike.dest_end)
            place += len(word) + 1
