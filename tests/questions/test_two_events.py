"""Nothing knows the IGF: a made-up event is answered as well, and two events are told apart.

The other event is what the IGF is not: online only, in another zone, past midnight, in two
languages, with rooms that have names and no numbers.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from bot.questions.answer import answer
from bot.questions.index import Index
from bot.questions.question import Answer, AnswerKind, Question, Reason
from bot.questions.understand import understand
from bot.schedule.model import Programme
from bot.schedule.yamlfile import load
from tests.questions.cases import HERE, igf

MAPAS = HERE.parent / "schedules" / "mapas-imaginarios.yaml"
FRIDAY_NOON = datetime(2018, 11, 2, 15, tzinfo=UTC)  # twelve in São Paulo


@cache
def both() -> Index:
    """The real programme and the made-up one."""
    loaded = load(MAPAS.read_bytes(), MAPAS.name)
    assert loaded.schedule is not None
    return Index(Programme(schedules=(*igf().schedules, loaded.schedule)))


def ask(text: str, at: datetime = FRIDAY_NOON) -> tuple[Question, Answer]:
    question = understand(text, both(), now=at, language=None, zone=None)
    return question, answer(question, both(), now=at)


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("what's on now", ["tinta-invisivel"]),
        ("o que vem agora às 14h?", ["legendas", "uphill-rivers", "metro"]),
        ("P-05", ["metro"]),
        ("quem fala na M-01?", ["fronteiras"]),
        ("sala ipê na sexta à tarde", ["legendas", "fronteiras"]),
        ("jacaranda room saturday evening", ["maratona"]),
        ("sessions with ingrid nebelkamp", ["sea-monsters", "dreaming-machines", "insomniacs",
                                             "moved-places"]),
        ("ingrid nebelkmap", ["sea-monsters", "dreaming-machines", "insomniacs", "moved-places"]),
        ("workshops on saturday", ["quintal", "maratona"]),
        ("oficinas no sábado", ["quintal", "maratona"]),
        ("here be dragons", ["sea-monsters"]),
        ("o que é o labirintos de bolso", ["labirintos"]),
        ("next lightning talk", ["relampago"]),
        ("domingo antes das 3 da manhã", ["insomniacs"]),
        ("sea and islands track on sunday", ["sonhos"]),
        ("mesa-redonda sobre fronteiras", ["fronteiras"]),
        ("talks in english on sunday", ["insomniacs", "moved-places"]),
        ("first session on sunday", ["insomniacs"]),
        ("algo para crianças", ["quintal"]),
        ("artificial intelligence", ["dreaming-machines"]),
        ("como entro na feira de mapas", ["feira"]),
    ],
)  # fmt: skip
def test_answers_another_kind_of_event(text: str, sessions: list[str]) -> None:
    """Rooms by name, parallel sessions, nights and languages come from the file alone."""
    _, given = ask(text)
    assert [session.id for session in given.sessions] == sessions, given


def test_what_runs_past_midnight_is_on_then() -> None:
    """A session that began the evening before is on after midnight, over a change of clocks."""
    _, given = ask("what's on now?", datetime(2018, 11, 4, 3, 30, tzinfo=UTC))
    assert {session.id for session in given.sessions} == {"maratona"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("when is the IGF?", "igf-2018"),
        ("quando é o festival de mapas?", "mapas-imaginarios"),
        ("where is WS 366", "igf-2018"),
        ("P-02 when", "mapas-imaginarios"),
        ("where does vint cerf speak", "igf-2018"),
        ("what does Noor Al-Rimal do", "mapas-imaginarios"),
        ("what's on in Salle X", "igf-2018"),
        ("what's on tomorrow", "mapas-imaginarios"),  # it is on; the IGF is ten days off
    ],
)
def test_tells_two_events_apart(text: str, event: str) -> None:
    """By name, by what only one of them has, and else by which is nearest in time."""
    question, _ = ask(text)
    assert question.event == event


def test_finds_in_the_other_event_what_this_one_lacks() -> None:
    """A topic that the event at hand does not have is looked for in the other one."""
    _, given = ask("refugees")
    assert {session.id for session in given.sessions} == {"ws-139", "ws-346"}


def test_the_chat_is_about_one_event() -> None:
    """A chat that belongs to an event asks about that one if nothing is named."""
    question = understand("what's on monday?", both(), now=FRIDAY_NOON, event="igf-2018")
    assert question.event == "igf-2018"


def test_nothing_published_is_no_fault() -> None:
    """Without a schedule there is help and an honest refusal."""
    empty = Index(Programme())
    asked = understand("what's on now?", empty, now=FRIDAY_NOON)
    assert answer(asked, empty, now=FRIDAY_NOON).reason is Reason.NOT_IN_PROGRAMME
    assert answer(asked, empty, now=FRIDAY_NOON).kind is AnswerKind.NONE
