"""The same dialogue, the same outcome, on every chat."""

from __future__ import annotations

from typing import Any

import pytest
from icalendar import Calendar

from bot.messages import ChatError, Failure, Reply, Span, Urgency
from bot.replies.reminders import reminder
from bot.replies.wording import wording
from bot.schedule.targets import Target, TargetKind
from tests.contract.conftest import JOIN, KINDS, TALKS, TITLE, Stage

OPENING = Target(kind=TargetKind.SESSION, event="e", value="opening")


async def test_a_question_is_answered_with_the_card(stage: Stage) -> None:
    """When, what, where and how to join; a title that looks like markup reads as it stands."""
    await stage.someone.dialogue(f"""
        > when is the opening?
        < Tuesday 13 November, 10:00–11:00 (Paris)
        < {TITLE} (OP 1)
        < Hall
        < {JOIN}
    """)


async def test_a_choice_subscribes_and_another_stops_it(stage: Stage) -> None:
    """What the buttons say happens, and the list shows it."""
    await stage.someone.dialogue(f"""
        > when is OP 1?
        < {TITLE}
        > [Remind me]
        < Done. I will remind you of {TITLE}, 1 hour, then 10 minutes before the start.
        > /reminders
        < You are reminded 1 hour, then 10 minutes before:
        < 1. {TITLE}
    """)
    assert await stage.follows() == [OPENING]
    await stage.someone.dialogue(f"""
        > [Stop 1]
        < Stopped: {TITLE}.
        > /reminders
        < You have no reminders yet.
    """)
    assert await stage.follows() == []


async def test_words_and_commands_do_what_buttons_do(stage: Stage) -> None:
    """Subscribing in one's own words, changing the leads, and /stop."""
    await stage.someone.dialogue("""
        > remind me of OP 1
        < Done.
        > [Other times]
        < Reminders come 1 hour, then 10 minutes before a session.
        > /leads 30m
        < Reminders now come 30 minutes before a session.
        > /stop
        < Stopped. You get no more reminders from me
    """)
    assert await stage.follows() == []


async def test_a_follow_up_goes_on_from_what_was_shown(stage: Stage) -> None:
    """Who asks is known by the chat, so the conversation has a thread."""
    await stage.someone.dialogue(f"""
        > when is OP 1?
        < {TITLE}
        > where is it?
        < Hall
        > remind me of it
        < Done. I will remind you of {TITLE}
    """)


async def test_several_texts_at_once_are_answered_in_their_order(stage: Stage) -> None:
    """Nobody has to wait for an answer before the next question."""
    await stage.someone.says("when is OP 1?", "/reminders", "/leads")
    await stage.someone.hears(TITLE, "You have no reminders yet.", "Reminders come 1 hour")


async def test_a_long_answer_comes_whole_and_in_order(stage: Stage) -> None:
    """However many messages it takes, with the choices at its end."""
    await stage.someone.says("/tomorrow")
    titles = [f"{number}. Session talk-{number}\n" for number in range(1, TALKS + 1)]
    answer = await stage.someone.hears(f"{TALKS} sessions", *titles)
    assert len(answer) > 4096
    await stage.someone.dialogue("""
        > [Remind me of all]
        < Done.
    """)
    assert len(await stage.follows()) == TALKS


async def test_a_language_from_right_to_left(stage: Stage) -> None:
    """The words are Arabic, the facts stand as they are, and choices work."""
    say = wording("ar").say
    await stage.someone.dialogue(f"""
        > /language ar
        < {say("language-set")}
        > OP 1
        < {TITLE}
        < {JOIN}
        > [{say("button-remind")}]
        < {TITLE}
    """)
    assert await stage.follows() == [OPENING]


async def test_a_reminder_comes_unasked_with_the_link_and_its_choices(stage: Stage) -> None:
    """Sent by the delivery, not as an answer; its buttons work as an answer's do."""
    await stage.someone.dialogue("""
        > remind me of OP 1
        < Done.
    """)
    said = reminder(
        stage.opening,
        stage.programme.of(stage.opening),
        language="en",
        zone=None,
        now=stage.clock(),
    )
    await stage.someone.chat.send(stage.someone.address, said, "a key", Urgency.REMINDER)
    await stage.someone.hears(f"Starts in 1 hour: {TITLE}", "10:00–11:00", "Hall", JOIN)
    await stage.someone.dialogue(f"""
        > [Why this?]
        < You get this because you follow {TITLE}.
        > /reminders
        < 1. {TITLE}
        > [Stop 1]
        < Stopped: {TITLE}.
    """)
    assert await stage.follows() == []


async def test_a_calendar_file_arrives_as_it_was_made(stage: Stage) -> None:
    """By a button under a session, and by a command for all that is followed."""
    await stage.someone.dialogue(f"""
        > when is OP 1?
        < {TITLE}
        > [Calendar]
        < {TITLE} (OP 1), for your calendar: open the file to add it.
    """)
    name, content = await stage.someone.takes_file()
    assert name == "opening.ics"
    assert entries(content) == [f"{TITLE} (OP 1)"]
    await stage.someone.dialogue("""
        > remind me of OP 1
        < Done.
        > /calendar
        < 1 session that you follow, for your calendar
    """)
    name, content = await stage.someone.takes_file()
    assert name == "calendar.ics"
    assert entries(content) == [f"{TITLE} (OP 1)"]


def entries(content: bytes) -> list[str]:
    """What stands in a calendar file."""
    found: Any = Calendar.from_ical(content)
    return [str(event["summary"]) for event in found.walk("VEVENT")]


WAYS = [(kind, failure) for kind, someone in KINDS.items() for failure in someone.failures]


@pytest.mark.parametrize(("kind", "failure"), WAYS)
async def test_a_send_that_fails_says_how(stage: Stage, failure: Failure) -> None:
    """The error carries the decision and neither address nor secret; once mended, the same
    delivery arrives."""
    someone = stage.someone
    await someone.dialogue("""
        > /leads
        < Reminders come
    """)
    said = Reply(lines=((Span(text="It is about to begin"),),))
    await someone.fails(failure)
    with pytest.raises(ChatError) as error:
        await someone.chat.send(someone.address, said, "a key", Urgency.REMINDER)
    assert error.value.failure is failure
    assert (error.value.retry_after == 1.0) is (failure is Failure.BUSY)
    assert "127.0.0.1" not in str(error.value)
    await someone.mends()
    await someone.chat.send(someone.address, said, "a key", Urgency.REMINDER)
    await someone.hears("It is about to begin")
