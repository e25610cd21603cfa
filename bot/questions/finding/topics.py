"""The topic of a question, ready for search: its subjects and words, and its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.index import EventIndex, Index
from bot.questions.question import Ask, Question
from bot.questions.search import Hit, Term
from bot.questions.words.lexicon import loanwords, subjects
from bot.questions.words.phrases import Mention, tokens_in
from bot.questions.words.text import Token, clean, is_han, tokens, words

_MOST = 12  # terms of a topic that are looked at
_LONG, _OUTVOTES = 10, 0.72  # a sentence of so many words that fits so well outvotes one of them


@dataclass(frozen=True, slots=True)
class Topic:
    """All sessions by how well they fit the topic. `subjects` are those that it names, as often
    as it does, `missing` those of them that the programme does not have; `weight` is what all
    terms weigh together: little for everyday words."""

    hits: list[Hit]
    weight: float
    subjects: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def lacking(self) -> bool:
        """Whether the programme lacks what was asked for: a subject narrows the one beside it,
        so "drones and the law" is not found where only the law is."""
        return bool(self.missing) and 2 * len(self.missing) >= len(self.subjects)


def find_subjects(
    parts: Sequence[Token], language: str, taken: Sequence[bool] = ()
) -> list[Mention]:
    """The subjects that tokens name, in the text's language and, in between, in English."""
    found = subjects(language).find(parts, taken)
    if language == "en":
        return found
    busy = list(taken) or [False] * len(parts)
    for mention in found:
        for i in mention.span:
            busy[i] = True
    for mention in loanwords().find(parts, busy):
        written = "".join(parts[i].text for i in mention.span)
        if len(written) >= 4 or language in ("ru", "ar", "zh"):
            found.append(mention)
    return found


def read_topic(question: Question, index: Index, event: EventIndex) -> Topic:
    """Rank the event's sessions by the topic of a question."""
    text = clean(question.topic)
    parts = tokens(text)
    mentions = find_subjects(parts, question.language)
    inside = tokens_in(mentions)
    first = {mention.concept: mention for mention in reversed(mentions)}.values()
    spans = {text[parts[m.start].start : parts[m.end - 1].end]: m for m in first}
    loose = [word for word in _loose(text, parts, inside) if len(word) > 1 or is_han(word)]
    single = list(dict.fromkeys([*spans, *loose]))[:_MOST]
    # Words that the programme has need no vector of their own.
    strange = [name for name in single if name not in spans and not event.search.knows(name)]
    vectors = index.embed([question.topic, question.text, *strange])
    nearness = event.search.nearness(vectors[2:])
    rows = {} if nearness is None else dict(zip(strange, nearness, strict=True))
    rarity = index.rarity(single)
    terms: list[Term] = []
    for at, name in enumerate(single):
        mention = spans.get(name)
        if mention is None:
            places = event.search.word(name, question.language, rows.get(name))
            terms.append(Term(name, places, rarity[at] * (0.5 if mentions else 1.0)))
        else:
            places = event.search.subject(mention.concept)
            for word in words(name):
                like = event.search.word(word, question.language)
                if len(mention.span) == 1 and places:
                    places = {**like, **places}
            terms.append(Term(name, places, 1.3))
    hits = event.search.rank(terms, vectors[:2])
    named = tuple(mention.concept for mention in mentions)
    missing = tuple(s for s in named if hits and event.search.lacks(s, hits[0].at))
    if question.ask is Ask.RECOMMEND and len(missing) < len(named):
        missing = ()  # who wants advice tells of himself: "I am a photographer, what on copyright"
    if len(tokens(question.text)) >= _LONG and hits and hits[0].score >= _OUTVOTES:
        missing = ()  # a single word of many: "the computer refused my mortgage, nobody says why"
    weight = sum(term.weight for term in terms)
    return Topic(hits, weight, named, missing)


def _loose(text: str, parts: Sequence[Token], inside: set[int]) -> list[str]:
    """The words between the subjects."""
    rest = list(text)
    for i in inside:
        rest[parts[i].start : parts[i].end] = " " * (parts[i].end - parts[i].start)
    return list(words("".join(rest)))
