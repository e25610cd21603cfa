"""The slash commands."""

from __future__ import annotations

import pytest

from bot.conversation.commands import COMMANDS
from bot.questions.index import Index
from bot.replies import talk
from bot.schedule.model import Programme
from tests.dialogue import Talk


async def test_now_and_next_today_and_tomorrow(bot: Talk) -> None:
    """The commands ask what a question would ask."""
    bot.at("2018-11-13T15:10:00+01:00")
    await bot.dialogue("""
        > /now
        < 4 sessions
        > /next
        < 16:30
        > /today
        < Tuesday 13 November
        > /tomorrow
        < Wednesday 14 November
    """)


async def test_an_unknown_command_says_what_helps(bot: Talk) -> None:
    """Nobody is left alone with a slash."""
    await bot.dialogue("""
        > /frobnicate now
        < /frobnicate
        < /help
    """)


async def test_every_command_has_a_description_in_each_language() -> None:
    """What the menu shows is what there is."""
    table = talk.commands(list(COMMANDS))
    for language, described in table.items():
        assert set(described) == set(COMMANDS), language
        assert all(described.values()), language


@pytest.mark.parametrize("name", sorted(COMMANDS))
async def test_no_command_needs_a_programme(bot: Talk, name: str) -> None:
    """With nothing published every command still says something useful."""
    bot.index = Index(Programme())
    for text in (f"/{name}", f"/{name} x", f"/{name}@igf_bot"):
        reply = await bot.says(text)
        assert reply.plain
        assert "wrong on my side" not in reply.plain


async def test_several_questions_in_one_message_are_answered_one_after_the_other(bot: Talk) -> None:
    """Neither is lost."""
    await bot.dialogue("""
        > when is OF 4? where is WS 211?
        < Tuesday 13 November, 15:00
        < Salle XI
    """)
