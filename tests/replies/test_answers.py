"""Answers as people read them: the thing asked for first, exactly these sessions, what next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.questions.question import Answer, AnswerKind, Ask, Errand, Question, Reason, Window
from bot.replies.wording import languages
from bot.schedule.model import Faq, Programme, Session, Status, Text
from bot.schedule.targets import Target, TargetKind
from tests.replies.stage import (
    FORUM,
    LIBRARIES,
    MIDNIGHT,
    NAMES,
    NIGHTLY,
    NOW,
    SOMEDAY,
    UNION,
    actions,
    answer,
    rendered,
    schedule,
)

TUESDAY = Window(start=NOW, end=NOW, day=date(2018, 11, 13), whole_day=True)


def test_one_session_is_a_card() -> None:
    """Everything one needs of a session, a line for each thing."""
    assert rendered(answer(LIBRARIES)).plain == (
        "Public Access in Libraries (DC-PAL)\n"
        "Wednesday 14 November, in the morning, hour not announced yet · lasts 90 minutes\n"
        "Salle X\n"
        "Dynamic coalition\n"
        "Speakers: Valeria Betancourt (APC; moderator), Don Means\n"
        "Organiser: IFLA\n"
        "How libraries bring people online.\n"
        "Join remotely: no link of its own is announced; "
        "the event’s page on taking part remotely: https://forum.example/remote\n"
        "Page of the session (https://forum.example/dc-pal)"
    )


def test_when() -> None:
    """The time comes first, in words, with the reader's clock and how far off it is."""
    reply = rendered(answer(UNION, question=Question(ask=Ask.WHEN)), zone="Africa/Nairobi")
    assert reply.plain == (
        "It is on Tuesday 13 November, 15:00–16:00 (Paris), 17:00 your time (Nairobi); "
        "it starts in 50 minutes.\n"
        "\n"
        "African Union Open Forum (OF 4)\n"
        "Salle VIII · 1 rue Miollis, Paris\n"
        "Open forum\n"
        "Join remotely: https://forum.example/of4/live"
    )


@pytest.mark.parametrize(
    ("session", "ask", "said"),
    [
        (NAMES, Ask.WHEN, "It is on now: Tuesday 13 November, 14:00–15:30 (Paris)."),
        (
            LIBRARIES,
            Ask.WHEN,
            "When: Wednesday 14 November, in the morning, hour not announced yet.",
        ),
        (SOMEDAY, Ask.WHEN, "When: day and hour not announced yet."),
        (UNION, Ask.WHERE, "It is in Salle VIII, 1 rue Miollis, Paris."),
        (LIBRARIES, Ask.WHERE, "It is in Salle X, 7 Place de Fontenoy, Paris."),
        (NAMES, Ask.WHERE, "The room is not announced yet."),
        (LIBRARIES, Ask.WHO, "Speakers: Valeria Betancourt (APC; moderator), Don Means"),
        (NAMES, Ask.WHO, "No speakers are named in the programme yet."),
        (UNION, Ask.JOIN, "Join remotely: https://forum.example/of4/live"),
        (NAMES, Ask.NOW, "On now, at 14:10 (Paris): 1 session"),
        (UNION, Ask.NEXT, "Next, in 50 minutes"),
        (UNION, Ask.COUNT, "1 session"),
        (UNION, Ask.RECOMMEND, "This may be for you"),
    ],
)
def test_what_was_asked_comes_first(session: Session, ask: Ask, said: str) -> None:
    """The first line answers the question; the card follows."""
    assert rendered(answer(session, question=Question(ask=ask))).plain.split("\n")[0] == said


@pytest.mark.parametrize("ask", [Ask.WHEN, Ask.WHERE, Ask.WHO, Ask.JOIN])
def test_the_rest_of_the_card_follows(ask: Ask) -> None:
    """Whatever was asked, time, room, speakers, organisers and the way to join are there, once."""
    plain = rendered(answer(LIBRARIES, question=Question(ask=ask))).plain
    for fact in ("Wednesday 14 November", "Salle X", "Don Means", "IFLA", "forum.example/remote"):
        assert plain.count(fact) == 1, fact


def test_a_list_says_how_the_question_was_read() -> None:
    """A heading, each session with time and room, then what may be meant too."""
    question = Question(window=TUESDAY)
    reply = rendered(answer(NAMES, UNION, question=question, hour_unknown=(LIBRARIES,)))
    assert reply.plain == (
        "2 sessions · Tuesday 13 November\n"
        "\n"
        "1. Domain names\n"
        "Tue 13 Nov, 14:00–15:30 · room not announced yet\n"
        "2. African Union Open Forum (OF 4)\n"
        "Tue 13 Nov, 15:00–16:00 · Salle VIII · 1 rue Miollis, Paris\n"
        "\n"
        "The same day, hour not announced yet: Public Access in Libraries\n"
        "Times in Paris"
    )
    assert actions(reply) == ["c:forum/names", "c:forum/union", "fa"]


def test_filters_are_repeated_in_the_programmes_names() -> None:
    """Types, rooms, people, hours and the words searched for."""
    window = Window(start=NOW, end=NOW + timedelta(hours=2), day=date(2018, 11, 13))
    question = Question(
        types=("open-forum",), rooms=("x",), speakers=("Don Means",), window=window, topic="trust"
    )
    assert rendered(answer(NAMES, UNION, question=question)).plain.split("\n")[0] == (
        "2 sessions · Open forum · Don Means · Salle X · Tuesday 13 November, 14:10–16:10 · “trust”"
    )


def test_a_long_list_shows_every_session() -> None:
    """Forty sessions are forty entries; the first ten have a button."""
    many = [replace(UNION, id=f"s{n}", title=Text(f"Talk number {n}.")) for n in range(40)]
    reply = rendered(
        answer(*many, schedule=schedule(*many)), programme=Programme(schedules=(schedule(*many),))
    )
    assert all(f"Talk number {n}." in reply.plain for n in range(40))
    assert actions(reply) == [f"c:forum/s{n}" for n in range(10)] + ["fa"]


def test_few_of_many_without_an_hour_are_named() -> None:
    """Five, and the number of the others."""
    many = tuple(replace(LIBRARIES, id=f"s{n}", title=Text(f"Talk {n}")) for n in range(8))
    plain = rendered(answer(NAMES, UNION, hour_unknown=many)).plain
    assert (
        "hour not announced yet: Talk 0 · Talk 1 · Talk 2 · Talk 3 · Talk 4 · and 3 more" in plain
    )


def test_unsure() -> None:
    """Candidates are said to be that, each with a button that names it."""
    reply = rendered(answer(NAMES, LIBRARIES, unsure=True))
    assert reply.plain.startswith("I am not sure which one you mean. The closest in the programme:")
    assert [row[0].label for row in reply.buttons] == [
        "1. Domain names",
        "2. Public Access in Libraries",
    ]


def test_no_session_in_a_refusal_is_an_answer() -> None:
    """Suggestions come after the reason and are said not to be the answer."""
    why = answer(
        kind=AnswerKind.NONE,
        reason=Reason.NOT_IN_PROGRAMME,
        name="sailing",
        suggestions=(LIBRARIES,),
    )
    assert rendered(why).plain == (
        "I find nothing on “sailing” in the programme of WF18.\n"
        "\n"
        "Not what you asked for, but close:\n"
        "1. Public Access in Libraries (DC-PAL)\n"
        "Wed 14 Nov, in the morning, hour not announced yet · Salle X\n"
        "\n"
        "Times in Paris"
    )


def test_a_room_that_is_not_there() -> None:
    """The cure for a wrong room is the list of rooms."""
    why = answer(kind=AnswerKind.NONE, reason=Reason.NO_SUCH_ROOM, name="Salle V")
    assert rendered(why).plain == (
        "The programme has no room “Salle V”.\nIts rooms: Salle X, Salle VIII"
    )


def test_as_of() -> None:
    """Where the date of the programme is known, an answer has it."""
    dated = replace(FORUM, as_of=datetime(2018, 11, 10, 8, tzinfo=UTC))
    reply = rendered(answer(UNION, schedule=dated), programme=Programme(schedules=(dated,)))
    assert reply.plain.endswith("\n\nProgramme as of Saturday 10 November")


def test_what_is_not_about_the_programme_has_no_date() -> None:
    """The weather has no programme."""
    dated = replace(FORUM, as_of=datetime(2018, 11, 10, 8, tzinfo=UTC))
    for reason, stands in ((Reason.OFF_TOPIC, False), (Reason.NOT_IN_PROGRAMME, True)):
        why = answer(kind=AnswerKind.NONE, reason=reason, schedule=dated)
        assert ("Programme as of" in rendered(why).plain) is stands


def test_after_the_event() -> None:
    """It is said to be over, in the past, and nothing is left to remind of."""
    later = datetime(2020, 1, 1, tzinfo=UTC)
    reply = rendered(answer(UNION, question=Question(ask=Ask.WHEN)), now=later)
    assert reply.plain.startswith(
        "WF18 is over; its last day was Wednesday 14 November 2018.\n"
        "It was on Tuesday 13 November 2018, 15:00–16:00 (Paris)."
    )
    assert actions(reply) == []


def test_a_cancelled_session_says_so_first() -> None:
    """Nobody is sent to a session that is off, nor reminded of it."""
    off = replace(UNION, status=Status.CANCELLED, instead="names")
    reply = rendered(answer(off, question=Question(ask=Ask.WHEN)))
    assert reply.plain.startswith(
        "African Union Open Forum (OF 4)\nCancelled\nOn instead: Domain names\n"
    )
    assert "it starts" not in reply.plain
    assert actions(reply) == []


def test_facts_of_the_event() -> None:
    """The fact asked for, then the others."""
    reply = rendered(answer(kind=AnswerKind.EVENT, question=Question(ask=Ask.WHERE)))
    assert reply.plain == (
        "Where: 7 Place de Fontenoy, Paris\n"
        "World Forum 2018\n"
        "When: from Monday 12 November to Wednesday 14 November\n"
        "Host: Government of France\n"
        "Theme: Trust\n"
        "4 sessions in the programme\n"
        "Taking part remotely: https://forum.example/remote\n"
        "Website: https://forum.example/"
    )
    assert actions(reply) == ["f:h:forum"]


def test_a_prepared_answer() -> None:
    """An answer from the file, with its source, in the reader's language."""
    faq = Faq(
        ask=("badge",),
        answer=Text("At the gate.", (("fr", "À l’entrée."),)),
        sources=("https://forum.example/badge",),
    )
    what = answer(kind=AnswerKind.EVENT, question=Question(ask=Ask.EVENT), faq=faq)
    assert rendered(what, language="fr").plain == (
        "À l’entrée.\nSource\u00a0: https://forum.example/badge"
    )


def test_online_sessions_have_no_room() -> None:
    """Where people meet online, nobody misses a room."""
    reply = rendered(
        answer(MIDNIGHT, schedule=NIGHTLY),
        programme=Programme(schedules=(NIGHTLY,)),
        zone="Europe/Paris",
        now=datetime(2019, 1, 1, tzinfo=UTC),
    )
    assert reply.plain == (
        "Midnight talk\n"
        "Wednesday 2 January, 01:30–02:30 your time (Paris), 09:30 there (Tokyo)\n"
        "Join remotely: no link is announced."
    )


def _everything() -> dict[str, Answer]:
    """One answer for each way of asking, each reason and each errand."""
    found = {
        f"{ask}-{count}": answer(
            *sessions, question=Question(ask=ask, window=TUESDAY), hour_unknown=(LIBRARIES,)
        )
        for ask in Ask
        for count, sessions in enumerate(((UNION,), (LIBRARIES,), (UNION, NAMES, SOMEDAY)))
    }
    for reason in Reason:
        found[f"none-{reason}"] = answer(kind=AnswerKind.NONE, reason=reason, suggestions=(UNION,))
        found[f"none-{reason}-named"] = answer(kind=AnswerKind.NONE, reason=reason, name="Salle V")
    for ask in Ask:
        found[f"event-{ask}"] = answer(kind=AnswerKind.EVENT, question=Question(ask=ask))
        found[f"help-{ask}"] = answer(kind=AnswerKind.HELP, question=Question(ask=ask))
        found[f"nowhere-{ask}"] = answer(
            kind=AnswerKind.HELP, question=Question(ask=ask), schedule=None
        )
    for errand in Errand:
        targets = (Target(kind=TargetKind.SESSION, event="forum", value="union"),)
        for targeted in ((), targets):
            found[f"{errand}-{len(targeted)}"] = answer(
                *(UNION,) * len(targeted),
                kind=AnswerKind.REMINDER,
                question=Question(errand=errand),
                targets=targeted,
            )
    return found


EVERYTHING = _everything()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("what", EVERYTHING)
def test_everything_is_said_in_every_language(what: str, language: str) -> None:
    """No gap is left open, and no reply is empty."""
    reply = rendered(EVERYTHING[what], language=language, zone="Asia/Tokyo")
    assert reply.plain.strip()
    assert not set(reply.plain) & set("{}\x02\x03")
    assert reply.right_to_left == (language == "ar")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "kind", [AnswerKind.NONE, AnswerKind.EVENT, AnswerKind.HELP, AnswerKind.REMINDER]
)
def test_without_a_programme(kind: AnswerKind, language: str) -> None:
    """A bot that nobody has given a programme yet says so and does not fail."""
    nothing = answer(kind=kind, schedule=None)
    assert rendered(nothing, language=language, programme=Programme()).plain.strip()
