"""Chat and ways of asking, told by meaning: in words that no lexicon has, in every language."""

from __future__ import annotations

from typing import Any

import pytest

from bot.questions.meaning.likeness import Likeness
from bot.questions.meaning.senses import Senses
from bot.questions.question import AnswerKind, Reason
from bot.questions.words.lexicon import LANGUAGES, entries
from tests.questions.cases import Case, index, run, wrong
from tests.questions.test_meaning import by_meaning

MORNING = "2018-11-13 09:30"
CASES: list[Case] = [
    # Chat beside a time is no topic.
    {"ask": "just grabbed my badge downstairs, what's running now", "intent": "now",
     "kind": "sessions", "at": MORNING},
    {"ask": "was beginnt denn hier gleich", "kind": "sessions", "at": MORNING},
    {"ask": "сижу в коридоре, что сейчас происходит", "intent": "now", "kind": "sessions",
     "at": MORNING},
    {"ask": "taxi was late, what's on now", "intent": "now", "kind": "sessions", "at": MORNING},
    {"ask": "anything on the 13th between midday and three",
     "window": "11-13 12:00 to 11-13 15:00"},
    {"ask": "what is on in the coming hour", "at": MORNING, "window": "11-13 09:30 to 11-13 10:30"},
    # ... but a topic that the programme lacks stays one, and so does a stranger's name.
    {"ask": "volcanoes tomorrow?", "kind": "none", "at": MORNING},
    {"ask": "when does roger federer come", "kind": "none"},
    {"ask": "durov speaks when", "kind": "none"},
    # What no word of a lexicon says.
    {"ask": "somewhere to kneel and pray?", "kind": "none", "reason": "off-topic"},
    {"ask": "my plane got cancelled, is there some kind of broadcast", "kind": "event"},
    {"ask": "is it all on zoom", "kind": "event"},
    {"ask": "i twisted my ankle on the stairs", "kind": "none", "reason": "off-topic"},
    {"ask": "der Beamer im Saal flackert", "kind": "none"},
    {"ask": "prends mon manteau au pressing", "kind": "none", "reason": "off-topic"},
    {"ask": "is george clooney around", "kind": "none"},
    {"ask": "aparece Penélope Cruz?", "kind": "none", "reason": "no-such-person"},
    {"ask": "who coded you", "kind": "help"},
    {"ask": "¿quién te construyó?", "kind": "help"},
    {"ask": "delegates came from how many places", "kind": "event"},
    {"ask": "der Name der Straße bitte", "kind": "event"},
    {"ask": "my boat sank, can I see it from the shore", "kind": "event"},
    {"ask": "telemedicine", "kind": "none"},
    {"ask": "who scolds others with racist words on the net", "first": "ws-80"},
    # Names.
    {"ask": "what is don means part of", "first": "dc-pal"},
    {"ask": "сессии с представителями Совета Европы", "organisers": "Council of Europe"},
    {"ask": "sessions with people from access now", "organisers": "Access Now"},
    {"ask": "经合组织的人参加哪些会", "organisers": "OECD"},
    # Pieces of titles, themes and rooms.
    {"ask": "qué es \"hack the hate\"", "first": "ws-80"},
    {"ask": "everything within the cybersecurity, trust and privacy theme",
     "tracks": "cybersecurity"},
    {"ask": "what's in room thirteen", "kind": "none", "reason": "no-such-room"},
    {"ask": "XII厅周一有什么", "rooms": "salle-xii"},
    # Follow-ups.
    {"ask": "which room?", "after": ["WS 80", "cool, ty"], "first": "ws-80"},
    {"ask": "and in IX?", "after": ["room X on tuesday"], "rooms": "salle-ix",
     "day": "2018-11-13"},
    {"ask": "which of those are in the main hall", "after": ["sessions with vint cerf"],
     "rooms": "salle-i"},
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case, id=case["ask"]) for case in CASES])
def test_understands_what_the_words_do_not_say(case: Case) -> None:
    """What people write around a question changes nothing, and what they mean is found."""
    assert not wrong(case, *run(case, by_meaning()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_has_examples_of_the_same_asks_in_every_language(language: str) -> None:
    """What one language gives examples of, all do; the words that say nothing are English."""
    asks = list(entries(language, "examples.yaml"))
    assert asks == [ask for ask in entries("en", "examples.yaml") if ask in asks]
    assert set(entries("en", "examples.yaml")) - set(asks) <= {"chat"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_tells_what_a_language_asks_by_the_examples_of_the_others(language: str) -> None:
    """Examples of a language that was not learnt are told right, more than four of five."""
    kept = [each for each in LANGUAGES if each != language]
    learnt = Likeness(*_vectors_and_asks(kept))
    told = [
        max(like, key=like.__getitem__) == ask
        for vector, ask in zip(*_vectors_and_asks([language]), strict=True)
        if (like := learnt.of(vector))
    ]
    assert sum(told) / len(told) > 0.8


def _vectors_and_asks(languages: list[str]) -> tuple[list[Any], list[str]]:
    of = [(text, ask) for language in languages
          for ask, texts in entries(language, "examples.yaml").items() if ask != "chat"
          for text in texts]  # fmt: skip
    return list(by_meaning().embed([text for text, _ in of])), [ask for _, ask in of]


def test_tells_chat_from_topics_in_any_language() -> None:
    """Verbs of beginning say nothing, whatever the language; bees and refugees say much."""
    over = by_meaning()
    assert max(over.telling(["beginnt", "commence", "começar"])) < 0.5
    assert min(over.telling(["beekeeping", "réfugiés", "пчеловодство"])) > 0.8


def test_knows_nothing_without_vectors() -> None:
    """Without the encoder every word counts, and no sentence is guessed."""
    assert index().telling(["beginnt"]) == [1.0]
    assert index().sense("wo ist das").ask == ""
    assert not index().sense("wo ist das").surely("where", 0.1)
    assert Senses().telling([]) == []


def test_a_long_sentence_in_everyday_words_gets_candidates() -> None:
    """No word of it is in the programme, yet together they lie near a session."""
    _, given = run({"ask": "giving those kids who grow up now a say in how the net is run"},
                   by_meaning())  # fmt: skip
    assert given.kind is AnswerKind.SESSIONS
    assert given.reason is not Reason.NOT_IN_PROGRAMME
