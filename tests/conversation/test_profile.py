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


async def test_quiet_hours_are_set_and_switched_off(bot: Talk) -> None:
    """The reply repeats them, whose clock they are by, and how to change them."""
    await bot.dialogue("""
        > /quiet
        < Quiet hours are off.
        < /quiet 22:00 07:00
        > [22:00–07:00]
        < Between 22:00 and 07:00 I stay silent.
        < Hours are those of Paris.
        > /quiet 11pm to 6:30 am
        < Between 23:00 and 06:30
        > /quiet all night
        < I cannot read “all night” as quiet hours. Write for example /quiet 22:00 07:00
        > /quiet 07:00 06:00
        < I cannot read
        > /quiet
        < Between 23:00 and 06:30
        > [Off]
        < Quiet hours are off.
    """)


async def test_the_digest_has_its_hour(bot: Talk) -> None:
    """Set, shown, changed and switched off."""
    await bot.dialogue("""
        > /digest
        < The morning digest is off.
        > [07:30]
        < Each morning at 07:30
        > /digest 8
        < Each morning at 08:00
        > /digest soon
        < I cannot read “soon” as an hour
        > /digest
        < 08:00
        > [Off]
        < The morning digest is off.
    """)


async def test_a_group_s_settings_are_changed_by_its_admins(bot: Talk) -> None:
    """Everyone may look."""
    bot.group, bot.moderates = True, False
    await bot.dialogue("""
        > /quiet
        < Quiet hours are off.
        > /quiet 22:00 07:00
        < only its admins
        > /digest 07:30
        < only its admins
        > /leads 5m
        < only its admins
    """)
