"""A person's settings, and what is kept about them."""

from __future__ import annotations

from tests.dialogue import Talk


async def test_leads_are_set_and_used(bot: Talk) -> None:
    """Someone's own leads are what a new subscription names."""
    await bot.dialogue("""
        > /leads
        < 1 day
        > /leads 2h 15m
        < 2 hours, then 15 minutes before
        > remind me of OF 4
        < 2 hours, then 15 minutes before
        > /leads soon
        < I cannot read “soon”
        < /leads 1d 1h 10m
    """)


async def test_a_zone_is_understood_by_its_city(bot: Talk) -> None:
    """The reader's hour stands beside the venue's; a near miss is offered as a button."""
    await bot.dialogue("""
        > /timezone
        < hours are those of Paris
        > /timezone Nairobi
        < Nairobi; it is 10:30 there
        > when is OF 4
        < 15:00
        < 17:00
        > /timezone Nairoby
        < Did you mean Nairobi?
        > [Nairobi]
        < Nairobi
        > /timezone Atlantis
        < I know no time zone “Atlantis”
    """)


async def test_the_chosen_language_wins_over_the_question_s(bot: Talk) -> None:
    """Unless one was chosen, the answer is in the question's language."""
    await bot.dialogue("""
        > quand est OF 4
        < mardi 13 novembre
        > /language deutsch
        > quand est OF 4
        < Dienstag
        > /language klingon
        < klingon
        > [English]
        < English
    """)


async def test_everything_kept_is_shown_and_can_be_deleted(bot: Talk) -> None:
    """`/forget` asks once, then nothing is left."""
    await bot.dialogue("""
        > /timezone Nairobi
        > remind me of OF 4
        > /mydata
        < test:ann
        < Africa/Nairobi
        < African Union Open Forum
        > /forget
        < Delete everything
        > [Delete everything]
        < Deleted.
        > /timezone
        < I do not know your time zone
        > /reminders
        < no reminders yet
    """)
