"""Calendar files in the conversation: a button under a session, and a command."""

from __future__ import annotations

from typing import Any

from icalendar import Calendar

from bot.messages import Reply
from tests.dialogue import Talk


def titles(reply: Reply | None) -> list[str]:
    """What stands in the file that came with a reply."""
    assert reply is not None
    assert reply.attachment is not None
    found: Any = Calendar.from_ical(reply.attachment.content)
    return [str(event["summary"]) for event in found.walk("VEVENT")]


async def test_a_button_gives_the_sessions_file(bot: Talk) -> None:
    """Once the day is known; the hour may be open."""
    await bot.dialogue("""
        > when is the library session?
        < Wednesday 14 November
        > [Calendar]
        < (DC-PAL), for your calendar: open the file to add it.
        < The hour is not announced yet, so the entry is for the whole day.
    """)
    assert bot.last is not None
    assert bot.last.attachment is not None
    assert bot.last.attachment.name == "dc-pal.ics"


async def test_the_command_gives_everything_that_is_followed(bot: Talk) -> None:
    """However it is followed: a session, the highlights."""
    await bot.dialogue("""
        > remind me of OF 4
        < Done.
        > /highlights
        < Done.
        > /calendar
        < 3 sessions that you follow, for your calendar
    """)
    assert sorted(titles(bot.last)) == [
        "African Union Open Forum (OF 4)",
        "DC Public Access in Libraries: A Policy Toolkit for Public Access (DC-PAL)",
        "IFLA at the American Library in Paris: public access to connect everyone",
    ]


async def test_who_follows_nothing_is_told_how(bot: Talk) -> None:
    """With the highlights at hand."""
    await bot.dialogue("""
        > /calendar
        < You have no reminders yet.
        > [Highlights]
        < Done.
    """)


async def test_a_button_of_a_session_that_is_gone_says_so(bot: Talk) -> None:
    """An old message may be pressed long after."""
    reply = await bot.says("", action="i:igf-2018/no-such")
    assert "no longer in the programme" in reply.plain
