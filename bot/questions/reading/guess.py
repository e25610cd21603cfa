"""What a sentence asks that the words of no lexicon explain: what its meaning is like.

Only for sentences that name nothing of the programme. The more that was read of one, the surer
its meaning must be to say otherwise.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.questions.finding.topics import find_subjects
from bot.questions.index import Index
from bot.questions.meaning.senses import Sense
from bot.questions.question import Ask, Errand, Question, Reason
from bot.questions.words.phrases import tokens_in
from bot.questions.words.text import tokens, words

# How much a sentence must be like the examples of what it asks, and how much more than like any
# others. Measured; they belong to the encoder.
_BLANK = (0.3, 0.1)  # nothing was read: everyday words only
_STRANGE = (0.38, 0.1)  # its words are no topic of the programme
_KNOWN = (0.45, 0.22)  # its words might be one, or it asks about the event, or names a time
_SOUGHT = (0.5, 0.25)  # ... and that it is off topic would hide what is there
_TOLD = (0.3, 0.05)  # a prepared answer says so too
_NAMED = (0.62, 0.3)  # it names an organisation, which may be where things are
_AWAITED = (0.6, 0.2)  # somebody is awaited, whatever they are to speak on
_CHORE = (0.27, -0.15)  # it has words of what others are asked to do
_NEAR = 0.52  # nearness to a session, from which a sentence is about it and not astray
_MEANT = 0.6  # ... from which it is, though its words ask about the event
_PREPARED = 0.6  # nearness of a prepared answer, from which the question is none of elsewhere
_LONG = 6  # words that tell of something, though each of them is chat
_FACTS = {
    "dates": Ask.WHEN,
    "venue": Ask.WHERE,
    "host": Ask.WHO,
    "theme": Ask.RECOMMEND,
    "about": Ask.EVENT,
    "size": Ask.COUNT,
    "join": Ask.JOIN,
}
_ASKS = {
    "now": Ask.NOW,
    "next": Ask.NEXT,
    "where": Ask.WHERE,
    "when": Ask.WHEN,
    "who": Ask.WHO,
    "recommend": Ask.RECOMMEND,
}
_HAD_BY_SESSIONS = ("dates", "venue", "host")  # facts that sessions have, too
_TALK = {"help": Ask.HELP, "hello": Ask.HELLO, "thanks": Ask.THANKS}
_ELSEWHERE = (Reason.OFF_TOPIC, "")
_UNREAD = (Reason.OFF_TOPIC, Reason.EMPTY)  # what meaning may tell better
_OPEN = (Ask.WHEN, Ask.WHO, Ask.WHERE, Ask.COUNT)
_ERRANDS = {"remind": Errand.SET, "stop": Errand.STOP, "list": Errand.LIST}


def guessed(
    question: Question,
    index: Index,
    *,
    known: bool,
    remarks: bool,
    timed: bool = False,
    only_timed: bool = False,
    continues: bool = False,
    chores: Collection[str] = (),
) -> Question:
    """The question, understood by meaning where words do not tell. `known` says that the
    programme has words of its topic, `remarks` that the text also says what it does not ask,
    `timed` that it speaks of a time ("the whole week"), `only_timed` of that alone and of no
    meal, `continues` that it may go on with what was shown ("and in XI?"), `chores` what it has
    words of that others are asked to do."""
    sure = question.sessions or question.rooms or question.speakers
    if chores and not sure and _is_chore(question, index, chores):
        return replace(question, ask=Ask.SESSIONS, unknown=_ELSEWHERE, of_event=False)
    guess = _guessed(
        question, index, known=known, remarks=remarks, timed=timed, continues=continues
    )
    if only_timed and guess.unknown == _ELSEWHERE and question.ask is Ask.SESSIONS:
        return question  # "Tuesday after lunch"
    unread = guess.unknown is not None and guess.unknown[0] in _UNREAD
    if unread and not question.organisers and index.nearest(question) >= _NEAR:
        return replace(guess, topic=question.topic or question.text, meant=True, unknown=None)
    return guess


def _is_chore(question: Question, index: Index, chores: Collection[str]) -> bool:
    """Whether something else is wanted than the programme. Prices are asked of tickets too, so
    the meaning must say so; "write me a speech on AI" is about AI by its meaning."""
    return "chore.write" in chores or index.sense(question.text).surely("off-topic", *_CHORE)


def _guessed(
    question: Question,
    index: Index,
    *,
    known: bool,
    remarks: bool,
    timed: bool,
    continues: bool,
) -> Question:
    """What the words and the meaning of the whole sentence say."""
    lacks = question.unknown is not None and question.unknown[0] not in _UNREAD
    polite = question.ask in (Ask.HELLO, Ask.THANKS, Ask.BYE)
    if lacks or polite or question.errand or _names(question):
        return question
    sense = index.sense(question.text)
    if question.unknown and question.unknown[0] is Reason.EMPTY:  # words that nothing knows
        told = sense.ask in _FACTS and sense.surely(sense.ask, *_STRANGE)
        told |= sense.surely("hello", *_NAMED)  # "heeey"
        return _asking(question, sense) if told else question
    blank = not (question.topic or question.of_event or question.window or question.organisers)
    if question.ask in _OPEN and blank:
        return question if continues else _opened(question, sense)
    if _awaits(question, sense, index):
        return replace(question, unknown=(Reason.NO_SUCH_PERSON, ""), of_event=False)
    if _misread(question, sense, index):
        topic = question.topic or question.text
        return replace(question, ask=Ask.SESSIONS, of_event=False, topic=topic, meant=True)
    loose = question.ask is Ask.SESSIONS and bool(question.topic)
    told = loose and sense.ask in _FACTS and bool(index.prepared(question, _PREPARED))
    if not sense.surely(sense.ask, *(_TOLD if told else _needed(question, sense.ask, known))):
        return question
    if sense.ask in _HAD_BY_SESSIONS and _of_session(question, index):
        return question
    vague = continues or (timed and not sense.surely(sense.ask, *_NAMED))
    if vague and not (question.topic or question.organisers):
        return question
    if sense.ask == "off-topic":
        return question if remarks else _off_topic(question, sense, index)
    if sense.ask == "attends":
        unheard = question.topic and not known
        unknown = (Reason.NO_SUCH_PERSON, "") if unheard else question.unknown
        return replace(question, unknown=unknown, of_event=question.of_event and not unheard)
    return _asking(question, sense)


def _opened(question: Question, sense: Sense) -> Question:
    """ "How many?", "when?" and nothing else: what they ask for if nothing was shown before."""
    if sense.surely("attends", 0.45, 0.25):
        return replace(question, unknown=(Reason.NO_SUCH_PERSON, ""))  # "when is Shakira on"
    if sense.ask in ("now", "next") and sense.surely(sense.ask, 0.3):
        return replace(question, ask=_ASKS[sense.ask])  # "was beginnt gleich" asks for no hour
    if (sense.ask in _FACTS or sense.ask in _TALK) and sense.surely(sense.ask, *_STRANGE):
        return _asking(question, sense)
    if sense.ask not in ("", *_FACTS, *_TALK) and len(tokens(question.text)) >= _LONG:
        return replace(question, topic=question.text, meant=True)  # "they lie, who speaks of it"
    return question


def _awaits(question: Question, sense: Sense, index: Index) -> bool:
    """Whether somebody is awaited whom the programme does not know, though words of it ask for a
    way in or what comes next, or it has the topic: "will Shakira speak, or is that a rumour"."""
    if question.ask is Ask.NEXT:
        return not question.topic and sense.surely("attends", 0.45, 0.2)
    if not _has_stranger(question, index):
        return False
    if question.ask is Ask.JOIN:
        return sense.surely("attends", max(0.3, sense.like.get("join", 0.0) - 0.1), -0.1)
    return sense.surely("attends", *_AWAITED)


def _has_stranger(question: Question, index: Index) -> bool:
    """Whether the topic has a word that is neither of a subject nor of the programme."""
    event = index.events[question.event or ""]
    parts = tokens(question.topic)
    inside = tokens_in(find_subjects(parts, question.language))
    loose = (part.text for i, part in enumerate(parts) if i not in inside)
    return any(not event.search.knows(word) for word in loose)


def _of_session(question: Question, index: Index) -> bool:
    """Whether a day, place or host asked for is that of sessions: of a body that is a guest, or
    within a time."""
    house = index.events[question.event or ""].own_words
    guests = [name for name in question.organisers if not set(words(name)) <= house]
    return bool(guests) or (question.window is not None and not question.pick)


def _misread(question: Question, sense: Sense, index: Index) -> bool:
    """Whether words only seemed to ask about the event or the way in: "telemedicine", "nothing
    to watch in our language"."""
    if question.ask is not Ask.JOIN and not question.of_event:
        return False
    fact = question.ask not in (Ask.JOIN, Ask.EVENT)
    if index.nearest(question) >= _MEANT and (sense.surely("topic", *_TOLD) or not fact):
        return True
    return not fact and sense.surely("topic", 0.38, 0.12) and sense.like["join"] < 0.25


def _needed(question: Question, ask: str, known: bool) -> tuple[float, float]:
    """How sure the meaning must be to overrule what was read."""
    if question.organisers:
        return _NAMED
    if known and ask == "off-topic":
        return _SOUGHT
    astray = question.unknown and ask != "join"  # "my flight is cancelled" is why one asks that
    asks = question.ask in (Ask.HELP, Ask.NOW, Ask.NEXT)
    read = question.of_event or question.window or astray or asks
    if known and question.topic and ask == "dates":
        return _SOUGHT
    if read or (known and question.topic):
        return _KNOWN
    return _STRANGE if question.topic else _BLANK


def _off_topic(question: Question, sense: Sense, index: Index) -> Question:
    """The question, known to be none of the programme, unless something speaks for that."""
    sought = question.ask is Ask.RECOMMEND and sense.like["topic"] + sense.like["recommend"] > 0.4
    if sought or question.ask in (Ask.NOW, Ask.NEXT) or index.prepared(question, _PREPARED):
        return question
    ask = Ask.SESSIONS if question.ask is Ask.HELP else question.ask
    return replace(question, ask=ask, unknown=_ELSEWHERE, of_event=False)


def _asking(question: Question, sense: Sense) -> Question:
    """The question, asking what its meaning says."""
    what = sense.ask
    if what in _FACTS:
        asks = replace(question, ask=_FACTS[what], of_event=True, topic="", unknown=None)
        return replace(asks, organisers=())
    if question.organisers:
        return question
    if what in _TALK and question.ask in (Ask.NOW, Ask.NEXT):
        return question  # "what's up" behind "I am back from lunch"
    if what in _TALK:
        return replace(question, ask=_TALK[what], topic="", of_event=False, unknown=None)
    if question.of_event or question.unknown:
        return question
    if what in _ERRANDS:
        return replace(question, ask=Ask.REMIND, errand=_ERRANDS[what], topic="")
    if what in _ASKS and not (question.meant or question.window):
        asked = question.ask if question.ask is not Ask.SESSIONS else _ASKS[what]
        topic = question.topic if what == "recommend" else ""
        return replace(question, ask=asked, topic=topic)
    return question


def _names(question: Question) -> bool:
    """Whether something of the programme is named for sure."""
    sure = question.sessions or question.speakers or question.languages
    return question.labelled or bool(sure)
