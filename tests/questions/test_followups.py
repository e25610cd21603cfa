"""What a question takes from the one before it, and what it never takes."""

from __future__ import annotations

from datetime import timedelta

from bot.questions.answer import answer
from bot.questions.question import Answer, Ask, Context, Question
from bot.questions.reading.followup import remembered
from bot.questions.understand import questions_in, understand
from tests.questions.cases import index, moment

NINE = moment("2018-11-13 09:00")


def talk(*texts: str, pause: timedelta = timedelta(minutes=1)) -> tuple[Question, Answer]:
    """Ask one after the other; the last question and its answer."""
    context: Context | None = None
    now = NINE
    for text in texts:
        question = understand(text, index(), now=now, context=context)
        given = answer(question, index(), now=now)
        context = remembered(given, now, context)
        now += pause
    return question, given


def ids(given: Answer) -> list[str]:
    return [session.id for session in given.sessions]


def test_where_and_who_go_to_what_was_shown() -> None:
    """A question word alone is about the session last shown, turn after turn."""
    _, given = talk("WS 142", "where?", "and who organises it?", "when?")
    assert ids(given) == ["ws-142"]


def test_is_forgotten_after_half_an_hour() -> None:
    """What was shown long ago is not pointed at."""
    _, given = talk("WS 142", "who speaks there?", pause=timedelta(minutes=31))
    assert ids(given) != ["ws-142"]


def test_a_new_topic_takes_nothing_along() -> None:
    """Neither the day nor the room of the question before narrows a new topic."""
    question, _ = talk("what's in salle x on monday", "sessions about refugees")
    assert question.window is None
    assert question.rooms == ()


def test_slots_change_one_by_one() -> None:
    """Each short question changes what it names and keeps the rest."""
    question, _ = talk(
        "workshops on monday", "and on tuesday?", "only in salle ii", "and open forums?"
    )
    assert question.types == ("open-forum",)
    assert question.rooms == ("salle-ii",)
    assert question.window is not None
    assert str(question.window.day) == "2018-11-13"


def test_hours_stay_on_the_day_that_was_asked_for() -> None:
    """ "And in the afternoon?" is of that day, also across the days of the event."""
    question, _ = talk("workshops on wednesday morning", "and in the afternoon?")
    assert question.window is not None
    assert str(question.window.day) == "2018-11-14"


def test_points_at_the_last_and_the_second() -> None:
    """Ordinals count what was shown, from either end."""
    _, all_of_them = talk("best practice forums")
    _, second = talk("best practice forums", "the second one")
    _, last = talk("best practice forums", "the last one")
    assert ids(second) == ids(all_of_them)[1:2]
    assert ids(last) == ids(all_of_them)[-1:]


def test_an_ordinal_beyond_the_list_is_no_guess() -> None:
    """The ninth of four is nothing."""
    question, _ = talk("best practice forums", "the ninth one")
    assert question.sessions == ()


def test_the_only_one_shown_is_what_one_listens_to_from_home() -> None:
    """How to take part is asked of the one session shown, but of the event after a list."""
    for text in ("can I listen from home?", "¿puedo escucharla desde casa?", "可以在家听吗？"):
        _, one = talk("WS 376", text)
        _, several = talk("best practice forums", text)
        assert ids(one) == ["ws-376"], text
        assert ids(several) == [], text


def test_a_day_tells_one_of_a_list() -> None:
    """ "The one on Wednesday" is of what was shown, whatever else is on that day."""
    for text in ("the one on Wednesday", "celle de mercredi, à quelle heure et où ?", "周三那场"):
        _, given = talk("where does Michael Nelson speak", text)
        assert ids(given) == ["bpf-ai"], text


def test_which_language_is_asked_of_what_was_shown() -> None:
    """A language asked for is that of the session, and what is written is read in the last one."""
    for text in ("in which language?", "на каком языке?", "بأي لغة؟", "是什么语言的"):
        _, given = talk("WS 142", text)
        assert ids(given) == ["ws-142"], text


def test_small_talk_in_between_changes_nothing_by_itself() -> None:
    """Thanks are thanks, whatever was shown."""
    question, _ = talk("WS 142", "thanks")
    assert question.ask is Ask.THANKS
    assert question.sessions == ()


def test_without_words_before_a_pointer_points_nowhere() -> None:
    """The first message of a talk has nothing to point at."""
    question, _ = talk("where is it?")
    assert question.sessions == ()


def test_reads_several_questions_of_one_message() -> None:
    """Two whole questions are two; one with a sentence before it stays one."""
    two = questions_in("when is WS 80? and who speaks at WS 98?", index(), now=NINE)
    assert two == ("when is WS 80?", "and who speaks at WS 98?")
    one = "I run a small library? which sessions"
    assert questions_in(one, index(), now=NINE) == (one,)
