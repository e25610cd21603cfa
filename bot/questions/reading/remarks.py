"""Which clauses of a text carry its request, and which only tell of the person: who asks, why,
for whom, an apology, thanks. What those tell narrows nothing; where advice is asked for, what
somebody does or cares for is the topic.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.questions.reading.sentence import Sentence
from bot.questions.words.phrases import Mention, tokens_in

_TALK = ("ask.hello", "ask.thanks", "ask.bye")
_TIMELY = ("ask.now", "ask.next", "ask.still")
_ERRANDS = ("errand.set", "errand.stop", "errand.list")
# What may be said of oneself in these words, too: "I attend", "I do the minister's schedule".
_ALSO_TOLD = (
    *("ask.recommend", "ask.here", "ask.programme", "ask.take-part", "ask.online"),
    *("ask.help", "ask.count", "ask.still", "event."),
)
_FACTS = ("theme", "venue", "host", "dates", "url", "title")
_OF_EVENT = ("when", "where", "who", "organiser", "length", "count", "help", "programme")
_MARKS = ("?", "؟")
_BACK = ("point.it", "point.those", "point.same-topic")
_TELLING = 3  # words of a sentence that tells something, though the programme knows none
_EARLY = 3  # words within which "I would like" begins a clause


def request_of(sentence: Sentence) -> str | None:
    """The text without the clauses that only tell of the person; None if nothing is to go, or
    what is left would not say what is wanted."""
    return _Clauses(sentence).request() if len(sentence.clauses.all) > 1 else None


def told_in(sentence: Sentence) -> str:
    """What a text tells of the person, if it asks nothing, or without a topic beside that."""
    told, rest = (clauses := _Clauses(sentence)).told, clauses.rest
    only = sentence.clauses.of(sentence.left) <= told if sentence.left else not rest
    return " ".join(map(sentence.clauses.text, sorted(told))) if only else ""


class _Clauses:
    """The clauses of a sentence: `told` are those that ask nothing, `rest` all others."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._clauses = sentence, sentence.clauses
        clauses, found = self._clauses, sentence.found
        opened = clauses.personal
        labelled = tokens_in(found.label_mentions)
        taken = {i for i, named in enumerate(found.taken) if named}
        self._named = clauses.of(taken - labelled)
        opened |= clauses.opened(a for a in sentence.asks if a.concept in _TALK)
        self._requested = self._requests(opened)
        told = opened - self._requested - self._named
        typed = clauses.where(found.type_mentions)
        if not typed - told:
            told = told - typed  # "I am here for the workshops, which ones are in room 9?"
        self.told, self.rest = told, clauses.all - told
        self._labelled = clauses.of(labelled)
        has = sentence.event.search
        subjects = (m for m in sentence.subjects if has.subject(m.concept))
        self._subjects = clauses.where(subjects)
        words = (i for i in sentence.left if has.knows(sentence.tokens[i].text))
        self._known = self._subjects | clauses.of(words)
        # "Is there anything about bees" says what is wanted, though the programme has no bees.
        self._said = clauses.of(sentence.unread) & self._asking(("about",))
        self._about = self._subjects | self._named | self._said

    def request(self) -> str | None:
        """The text of what is asked."""
        gone = self.told | self._aside()
        rest = self._clauses.all - gone
        advice, about = self._asking(("ask.recommend",)), rest & self._about
        if rest & self._pointing() and not rest & self._named:
            return None  # "I use a wheelchair, who works on that?"
        if rest & advice and not about & advice:
            gone = gone - advice - self._known  # "I teach, my bus is late, what's for me?"
        elif not rest & (about | self._known | self._complete()) and not self._at_told_hour():
            return None
        if not gone or not rest:
            return None
        return " ".join(map(self._clauses.text, sorted(self._clauses.all - gone)))

    def _aside(self) -> set[int]:
        """The clauses and sentences that ask and name nothing beside a request that needs no
        other: they tell of the person, whatever they begin with: "a friend of mine likes it"."""
        clauses, selves = self._clauses, self._clauses.where(self._clauses.selves)
        alone = self._requested & (self._about | self._complete()) - self._pointing()
        if not alone and not (self._requested and self._named):
            return set()
        free = clauses.all - self._requested - self._named
        aside, known = free & selves, self._known | self._complete()
        for each in clauses.sentences:
            strange = clauses.length(each) >= _TELLING and not each & known
            if each <= free and (each & selves or strange):
                aside |= each
        return aside

    def _at_told_hour(self) -> bool:
        """Whether something is asked for, and all that is told says when: "there is a gap in my
        diary from two to four, what could I do"."""
        told = self.told & self._timed() and not self.told & self._known
        return bool(told and self.rest & self._requested)

    def _requests(self, opened: set[int]) -> set[int]:
        """The clauses that ask or wish something, whatever they begin with."""
        clauses, sentence = self._clauses, self._sentence
        asks = [a for a in sentence.asks if a.concept.startswith(("ask.", *_ERRANDS))]
        weak = clauses.where(clauses.selves)  # "this is my first time at a conference"
        asking = clauses.where(a for a in asks if not a.concept.startswith((*_TALK, *_ALSO_TOLD)))
        asking |= clauses.where(a for a in asks if a.concept.startswith(_ALSO_TOLD)) - weak
        surely = clauses.of(tokens_in(filter(_asks_surely, asks)))
        wishes = sentence.said.lexicon.find("wish", sentence.tokens)
        wishing = clauses.where(m for m in wishes if clauses.before(m.start) < _EARLY)
        marked = {each for each in clauses.all if clauses.text(each).rstrip(")").endswith(_MARKS)}
        begun = clauses.opened(sentence.said.lexicon.find("request", sentence.tokens))
        return surely | wishing | marked | begun | (asking - opened)

    def _complete(self) -> set[int]:
        """The clauses that say by themselves which sessions, or which fact."""
        timely = self._asking((*_TIMELY, *_ERRANDS))
        return self._labelled | self._timed() | timely | self._whole()

    def _whole(self) -> set[int]:
        """The clauses that ask for a fact of the event, or the way in. The event's name alone is
        no fact: "I teach, is there anything for me at this forum?"."""
        facts = self._asking(("ask.join", *(f"event.{fact}" for fact in _FACTS)))
        asking = self._asking(("about", *(f"ask.{what}" for what in _OF_EVENT)))
        return facts | (self._asking(("event.name",)) & asking)

    def _pointing(self) -> set[int]:
        """The clauses that point to others, but not by the "there" of "is there"."""
        sentence = self._sentence
        requests = sentence.said.lexicon.find("request", sentence.tokens)
        begun = tokens_in(requests)
        back = (a for a in sentence.asks if a.concept in _BACK and not begun.intersection(a.span))
        return self._clauses.where(back) - self._whole()

    def _timed(self) -> set[int]:
        return self._clauses.of(self._sentence.time.used - self._sentence.fillers)

    def _asking(self, concepts: Iterable[str]) -> set[int]:
        named = tuple(concepts)
        return self._clauses.where(a for a in self._sentence.asks if a.concept.startswith(named))


def _asks_surely(ask: Mention) -> bool:
    """Whether words ask even in a clause that tells: more than one, or those for an errand."""
    if ask.concept.startswith((*_TALK, *_ALSO_TOLD)):
        return False
    return len(ask.span) > 1 or ask.concept.startswith(("ask.join", *_ERRANDS))
