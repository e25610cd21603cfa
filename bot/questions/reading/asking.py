"""What one sentence asks by itself, and what it names, in the schedule's own terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from bot.questions.question import Ask, Errand, Question, Reason
from bot.questions.reading.sentence import Sentence

T = TypeVar("T")
# Of several concepts that a text names, the first one here is what it asks.
_ASKS = (
    ("ask.length", Ask.LENGTH),
    ("ask.count", Ask.COUNT),
    ("ask.recommend", Ask.RECOMMEND),
    ("ask.organiser", Ask.WHO),
    ("ask.who", Ask.WHO),
    ("ask.where", Ask.WHERE),
    ("ask.when", Ask.WHEN),
    ("ask.next", Ask.NEXT),
    ("ask.now", Ask.NOW),
)
TALK = (
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
_LONG = 5  # words that are more than chat
_ASKS_SESSIONS = (*(concept for concept, _ in (*_ASKS, *_FACTS)), "ask.join", "ask.programme")


def asked(sentence: Sentence) -> Question:
    """What the sentence asks by itself."""
    slots = _slots(sentence)
    errand = _errand(sentence)
    if errand:
        leads = sentence.time.lengths
        window = None if leads else slots.window
        whole = sentence.found.event and not sentence.says("point.it", "point.those")
        ask = Ask.RECOMMEND if sentence.says("ask.recommend") else Ask.REMIND
        return replace(slots, ask=ask, errand=errand, leads=leads, window=window, of_event=whole)
    found = (
        slots.sessions,
        slots.rooms,
        slots.speakers,
        slots.organisers,
        slots.types,
        slots.formats,
    )
    named = any(found) or slots.without is not None
    specific = named or sentence.known
    talk = _first(sentence, TALK)
    topical = sentence.strange and len(sentence.left) > 1  # "hey! a talk on crypto art?"
    if (
        talk
        and not (specific or topical)
        and not slots.window
        and not sentence.says(*_ASKS_SESSIONS)
    ):
        return replace(slots, ask=talk, topic="", unknown=None)
    if _joins(sentence, specific):
        # "I got no flight, is there a stream?" asks for the stream.
        unknown = None if slots.off_topic else slots.unknown
        if sentence.says("ask.still") and not named:
            slots = replace(slots, window=None)  # "can I still register?" names no time
        slots = replace(slots, topic=sentence.topic_anywhere, unknown=unknown)
        return replace(slots, ask=Ask.JOIN, of_event=not specific)
    fact = _fact(sentence, slots, specific)
    if fact:
        return replace(slots, ask=fact, of_event=True, organisers=(), unknown=None)
    if slots.off_topic and named and not _vaguely(sentence, slots):
        slots = replace(slots, unknown=None, topic="")  # "I'm in a taxi, where is WS 80?"
    if named or slots.topic or slots.window or slots.tracks or slots.unknown:
        ask = _ask(sentence, slots)
        if ask in (Ask.NOW, Ask.NEXT) and sentence.names_house:
            slots = replace(slots, organisers=())  # "I am at UNESCO, what is on now?"
        return replace(slots, ask=ask)
    if sentence.found.event and not sentence.says(*_ASKS_SESSIONS):
        return replace(slots, ask=Ask.EVENT, of_event=True)
    if sentence.asks or sentence.ordinal or sentence.time.used:
        return replace(slots, ask=_ask(sentence, slots))
    if sentence.unnamed >= _LONG:  # everyday words only, yet many: perhaps together they tell
        return replace(slots, topic=sentence.text, meant=True)
    return replace(slots, ask=Ask.HELP)


def _slots(sentence: Sentence) -> Question:
    """What the sentence names, in the schedule's terms."""
    names, found = sentence.event.names, sentence.found
    sessions = (names.sessions[at].key for at in found.sessions or found.titles)
    return Question(
        language=sentence.language,
        event=sentence.event.event.id,
        sessions=tuple(dict.fromkeys(sessions)),
        window=sentence.time.window,
        rooms=tuple(dict.fromkeys(found.rooms)),
        tracks=tuple(dict.fromkeys(found.tracks)),
        types=tuple(dict.fromkeys(found.types)),
        formats=tuple(dict.fromkeys(found.formats)),
        speakers=tuple(dict.fromkeys(names.people[at].name for at in found.people)),
        organisers=tuple(dict.fromkeys(names.bodies[key].name for key in found.bodies)),
        hosting=sentence.says("by", "ask.organiser") and not sentence.says("speaks"),
        without=found.without,
        languages=tuple(
            ask.concept.removeprefix("tongue.")
            for ask in sentence.asks
            if ask.concept.startswith("tongue.")
        ),
        topic=sentence.topic,
        meant=sentence.says("about") or sentence.strange,
        pick=_pick(sentence),
        several=sentence.says("event.dates", "ask.when")
        and sentence.says("event.venue", "ask.where"),
        unknown=_unknown(sentence),
        text=sentence.text,
    )


def _vaguely(sentence: Sentence, slots: Question) -> bool:
    """Whether what is named does not outweigh a subject that is off topic: the house of the event
    ("a hotel near UNESCO"), or what a session is to be ("a workshop on solar panels")."""
    if slots.sessions or slots.rooms or slots.speakers or slots.without:
        return False
    if slots.organisers:
        return sentence.names_house and not (slots.types or slots.formats)
    return sentence.says("about")


def _pick(sentence: Sentence) -> int | None:
    """Whether only the first or the last in time is wanted."""
    for concept, pick in (("point.earliest", 1), ("point.latest", -1)):
        if sentence.says(concept):
            return pick
    return sentence.ordinal if sentence.ordinal in (1, -1) else None


def _unknown(sentence: Sentence) -> tuple[Reason, str] | None:
    """What was named and cannot be in the programme."""
    if sentence.found.unknown:
        return sentence.found.unknown
    time = sentence.time.unknown
    # A year in a topic ("agenda 2030") asks for no other edition of the event.
    in_topic = time and time[0] is Reason.OTHER_YEAR and time[1] and sentence.topic
    if time and (not in_topic or sentence.found.event):
        return time
    if sentence.off_topic or _is_meal(sentence):
        return (Reason.OFF_TOPIC, "")
    return (Reason.EMPTY, "") if sentence.empty else None


def _is_meal(sentence: Sentence) -> bool:
    """ "When is lunch?" asks for food and not for sessions at noon."""
    found = sentence.found
    return (
        sentence.time.part_only == "lunch"
        and sentence.says("ask.when", "ask.where")
        and not sentence.says("ask.programme")
        and not sentence.known
        and not (found.sessions or found.titles or found.rooms or found.types or found.people)
    )


def _errand(sentence: Sentence) -> Errand | None:
    """What is to be done about reminders. "Cancel the reminder of ..." is a verb and a noun
    with anything between them; a single "stop" stops all only if nothing else is said."""
    errand = _first(sentence, _ERRANDS)
    if errand in (Errand.SET, Errand.LIST) and sentence.says("errand.cancel"):
        return Errand.STOP
    if errand is Errand.STOP_ALL and sentence.topic:
        return None if sentence.says_in_one_word("errand.stop-all") else errand
    return errand


def _joins(sentence: Sentence, specific: bool) -> bool:
    """Whether it asks how to take part. "Online" alone may be part of a topic."""
    if sentence.says("ask.join") and not sentence.seeks_advice:
        return True  # "I mend radio links, what should I see?" is no question how to join
    part, online = sentence.says("ask.take-part"), sentence.says("ask.online")
    part = part and not sentence.says("ask.now")  # "which one can I join right now?"
    alone = part or (online and not sentence.topic and sentence.unnamed <= _LONG)
    both = part and online and not sentence.seeks_advice
    return both or (alone and not specific and not sentence.time.window)


def _fact(sentence: Sentence, slots: Question, specific: bool) -> Ask | None:
    """Which fact of the whole event it asks for."""
    fact = _first(sentence, _FACTS)
    if fact is Ask.RECOMMEND and slots.tracks:
        fact = None  # one of the programme's themes, and not that of the event
    here = sentence.is_now or sentence.says("ask.now", "ask.next")
    if fact is Ask.WHERE and here:
        fact = None  # "I'm in the building, what's on?"
    if fact is Ask.WHERE and sentence.says("near") and sentence.off_topic:
        return None  # "a hotel near the venue"
    if fact is Ask.WHERE and slots.organisers and not sentence.known and sentence.names_house:
        return fact  # "how do I get to UNESCO": where the event is
    if fact is Ask.WHO and sentence.asks_host_apart and not sentence.found.type_mentions:
        return fact  # "who convenes this forum, the UN?"
    if specific or slots.window or (slots.unknown and not slots.off_topic):
        return None
    generic = sentence.says("event.name") and not sentence.found.type_mentions
    if fact is None and (sentence.found.event or (generic and not slots.topic)):
        # "where is the IGF", "who runs it", "when does the forum end"
        asked = _ask(sentence, slots)
        asked = Ask.WHEN if asked is Ask.LENGTH else asked
        return asked if asked in (Ask.WHEN, Ask.WHERE, Ask.WHO) else None
    return fact


def _ask(sentence: Sentence, slots: Question) -> Ask:
    # The "next" of "the next two hours" is part of a time.
    said = {a.concept for a in sentence.asks if not sentence.time.used.issuperset(a.span)}
    if "ask.who" in said and sentence.says_in_one_word("ask.who") and "ask.next" in said:
        return Ask.NEXT  # "la prochaine session qui ..."
    if _is_now(sentence, slots, said):
        return Ask.NOW
    if "ask.next" in said and not (slots.sessions or slots.window):
        return Ask.NEXT  # "when is the next workshop"
    for concept, ask in _ASKS:
        if concept in said and not (ask is Ask.NOW and slots.window is not None):
            return ask
    # "Where is the forum of ..." turned out to ask for a session and not for the event.
    fact = _first(sentence, _FACTS)
    if fact in (Ask.WHERE, Ask.WHEN, Ask.WHO):
        return fact
    return Ask.WHERE if sentence.asks_room and not slots.rooms else Ask.SESSIONS


def _is_now(sentence: Sentence, slots: Question, said: set[str]) -> bool:
    """Whether it asks what is on at this moment: "who is talking right now in room 12", or in
    front of a door, without a word for now: "I'm outside room 12, what's in there"."""
    if slots.sessions or slots.window is not None:
        return False
    others = {"ask.next", "ask.recommend", "ask.when", "ask.where", "ask.who", "ask.count"}
    now = "ask.now" in said or (sentence.is_now and not said & others)
    if slots.rooms:
        return now or "ask.here" in said
    return now and not slots.topic


def _first(sentence: Sentence, table: Sequence[tuple[str, T]]) -> T | None:
    return next((value for concept, value in table if sentence.says(concept)), None)
