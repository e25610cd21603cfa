"""What the lexicons read in one text: what it asks, its subjects, and words that say nothing.

Phrases of the text's own language come first, then those of others where it says nothing.
Where an ask and a subject read the same word, the longer phrase is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.questions.finding.topics import find_subjects
from bot.questions.names.found import Found
from bot.questions.times.hours import MARKERS, PLAIN
from bot.questions.words.lexicon import every_lexicon, lexicon
from bot.questions.words.phrases import Mention, tokens_in
from bot.questions.words.slips import corrected
from bot.questions.words.text import Token, is_han

# Kinds that say no more than "session", where the schedule has no such type.
_PLAIN_KINDS = ("kind.talk", "kind.lecture", "kind.panel")
_JOINS = ("ask.join", "ask.take-part", "ask.online")
_CLOSE = 3  # words within which a topic goes on
# Concepts whose single words are common in topics: a subject is believed first.
_WEAK = (
    *("point.", "about", "speaks", "by", "track", "event."),
    *("ask.take-part", "ask.online", "ask.programme", "ask.help", "ask.recommend"),
    *("ask.count", "ask.hello", "ask.bye"),
)


class Said:
    """The phrases of the lexicons in a text. `asks` are concepts of `words.yaml`, `subjects` those
    of `subjects.yaml`; `spelt` are the tokens without slips. `knows` says whether the programme
    uses a word."""

    def __init__(
        self,
        tokens: Sequence[Token],
        language: str,
        found: Found,
        knows: Callable[[str], bool],
    ) -> None:
        self.tokens, self.language, self._found, self._knows = tokens, language, found, knows
        self.lexicon = lexicon(language)
        self.spelt = corrected(tokens, language, knows)
        self.asks, self.subjects = self._asks_and_subjects()

    def says(self, *concepts: str) -> bool:
        """Whether one of the concepts was named."""
        return any(ask.concept in concepts for ask in self.asks)

    def taken(self, *more: Iterable[int]) -> list[bool]:
        """Which tokens are not to be read again: those of names, and more."""
        taken = list(self._found.taken)
        for indexes in more:
            for i in indexes:
                taken[i] = True
        return taken

    def mentions(self, group: str, busy: Iterable[int] = ()) -> list[Mention]:
        """The concepts of a group in the text's language, and in others where it says nothing."""
        taken = self.taken(self._found.reserved, busy)
        own = self.lexicon.find(group, self.spelt, taken)
        for mention in (*own, *self.lexicon.find("filler", self.spelt, taken)):
            for i in mention.span:
                taken[i] = True
        others = every_lexicon().find(group, self.tokens, taken)
        return own + [mention for mention in others if self._foreign(mention)]

    def fillers(self) -> set[int]:
        """The tokens that say nothing: "the", "please", words for a session of no kind."""
        taken = self.taken(*(subject.span for subject in self.subjects))
        found = self.lexicon.find("filler", self.spelt, taken)
        if self.language != "en":
            english = lexicon("en").find("filler", self.tokens, taken)
            found += [m for m in english if len(self.tokens[m.start].text) > 2]
        kinds = self.lexicon.find("kind", self.spelt, taken)
        found += [m for m in kinds if m.concept in _PLAIN_KINDS]
        # Words such as "hour" and "before" are no topic where they name no time either.
        times = self.lexicon.find("time", self.spelt, taken)
        found += [m for m in times if m.concept in PLAIN or m.concept.startswith("number.")]
        return tokens_in(found)

    def topical_days(self) -> set[int]:
        """The days in a topic: "the jobs of tomorrow", where the sessions of tomorrow are held
        then. What stands before tells, unless it is a kind, says nothing, or says when."""
        of_days = self.lexicon.find("topical", self.tokens)
        if not of_days:
            return set()
        plain = [*self.asks, *self._found.label_mentions, *self.lexicon.find("time", self.tokens)]
        taken = self.taken(self.fillers(), tokens_in(plain))
        heads = {i for i, each in enumerate(self.tokens) if each.text.isalpha() and not taken[i]}
        return tokens_in(mention for mention in of_days if mention.start - 1 in heads)

    def off_topic(self) -> set[int]:
        """Tokens of taxis and weather; English ones in any language, but the German "über" is
        no taxi."""
        found = self.lexicon.find("off-topic", self.tokens, self._found.taken)
        if self.language != "en":
            read = self.taken(self.fillers(), *(ask.span for ask in self.asks))
            found += lexicon("en").find("off-topic", self.tokens, read)
        return tokens_in(found)

    def chores(self) -> set[str]:
        """What others are asked to do, if it has words of that: to write something, to sell."""
        found = self.lexicon.find("chore", self.tokens, self._found.taken)
        return {mention.concept for mention in found}

    def _foreign(self, mention: Mention) -> bool:
        """Whether a phrase of another language is long and strange enough to be meant."""
        written = "".join(self.tokens[i].text for i in mention.span)
        known = len(mention.span) == 1 and self._knows(written)
        only_own = mention.concept in ("except", "excepted")  # "open fora" excludes nothing
        return (len(written) >= 4 or is_han(written)) and not known and not only_own

    def _asks_and_subjects(self) -> tuple[list[Mention], list[Mention]]:
        """What is asked and what about; where both read a word, the longer phrase is right."""
        read = self.lexicon.find("time", self.tokens, self._found.taken)
        times = [time for time in read if time.concept not in MARKERS]
        units = {time.start for time in times if time.concept in PLAIN}
        asks = [
            ask
            for ask in self.mentions("ask")
            if not _inside_longer(ask, read if ask.concept.startswith("except") else times)
            and not (_may_count(ask) and ask.end in units)  # "l'heure qui vient"
        ]
        subjects = []
        bodies = [body.span for body in self._found.body_mentions]
        asks = [ask for ask in asks if not any(set(ask.span) < set(body) for body in bodies)]
        for subject in find_subjects(self.tokens, self.language, self._found.taken):
            if any(set(subject.span) < set(body) for body in bodies):
                continue  # the "access" of "Access Now"
            rivals = [ask for ask in asks if ask.start < subject.end and subject.start < ask.end]
            if _inside_longer(subject, times) or any(_beats(ask, subject) for ask in rivals):
                continue
            asks = [ask for ask in asks if ask not in rivals]
            subjects.append(subject)
        return _without_topical(asks), subjects


def _without_topical(asks: list[Mention]) -> list[Mention]:
    """The asks but ways of taking part that say what something is about: "on operations from
    a distance"."""
    joins = [ask for ask in asks if ask.concept in _JOINS]
    about = [ask.end for ask in asks if ask.concept == "about"]
    topical = about and joins and all(0 <= ask.start - about[0] <= _CLOSE for ask in joins)
    return [ask for ask in asks if ask not in joins] if topical else asks


def _inside_longer(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a longer phrase has all its tokens: the "media" of "y media" is no subject."""
    return any(
        other.start <= mention.start
        and mention.end <= other.end
        and len(other.span) > len(mention.span)
        for other in others
    )


def _may_count(ask: Mention) -> bool:
    """Whether the words that ask or point may be the number of a length: "les deux heures"."""
    return ask.concept.startswith(("ask.when", "point.")) and len(ask.span) > 1


def _beats(ask: Mention, subject: Mention) -> bool:
    """Whether tokens that both read mean the ask and not the subject."""
    if ask.concept == "point.and" and ask.start == 0:
        return True  # how a follow-up begins
    if len(ask.span) != len(subject.span):
        return len(ask.span) > len(subject.span)
    return not ask.concept.startswith(_WEAK)
