"""Following: what a person gets is said, listed, and stopped at once."""

from __future__ import annotations

from tests.dialogue import Talk


async def test_a_session_is_found_followed_and_listed(bot: Talk) -> None:
    """From a question to a subscription in two lines."""
    await bot.dialogue("""
        > when is the library session?
        < Wednesday 14 November
        < hour not announced
        < Salle X
        < https://www.intgovforum.org/multilingual/content/igf-2018-remote-hubs
        > remind me of it
        < Done. I will remind you of DC Public Access in Libraries
        < The hour is not announced yet
        > /reminders
        < 1. DC Public Access in Libraries
    """)


async def test_one_tap_in_the_welcome_follows_the_highlights(bot: Talk) -> None:
    """A newcomer needs one tap, and another undoes it."""
    await bot.dialogue("""
        > /start
        < companion for IGF 2018
        > [Highlights]
        < Done. I will remind you of the highlights of IGF 2018, 1 day
        > /reminders
        < 1. the highlights of IGF 2018
        > [Stop 1]
        < Stopped: the highlights of IGF 2018
        > /reminders
        < no reminders yet
    """)


async def test_a_deep_link_shows_its_session(bot: Talk) -> None:
    """`?start=s_EVENT_SESSION` opens the card, ready to be followed."""
    await bot.dialogue("""
        > /start s_igf-2018_of-4
        < African Union Open Forum
        > [Remind me]
        < Done. I will remind you of African Union Open Forum
        > /subscribe african union open forum
        < You are already reminded of African Union Open Forum
    """)


async def test_a_deep_link_to_nothing_is_a_welcome(bot: Talk) -> None:
    """A link that is out of date still opens the door."""
    await bot.dialogue("""
        > /start s_igf-2018_no-such
        < I am your companion
    """)


async def test_all_sessions_of_a_list_are_followed_together(bot: Talk) -> None:
    """What was shown together can be followed together."""
    await bot.dialogue("""
        > dynamic coalitions on wednesday
        < 3 sessions
        > [Remind me of all]
        < Done.
        > /reminders
        < 1.
        < 3.
    """)


async def test_why_and_stop_stand_under_every_reminder(bot: Talk) -> None:
    """Stopping a session that comes by another way shows that way, with its button."""
    await bot.says("", action="f:h:igf-2018")
    await bot.says("", action="w:igf-2018/dc-pal")
    assert bot.last is not None
    assert "because you follow the highlights of IGF 2018" in bot.last.plain
    await bot.says("", action="u:s:igf-2018/dc-pal")
    assert "1. the highlights of IGF 2018" in bot.last.plain
    await bot.dialogue("""
        > [Stop 1]
        < Stopped: the highlights of IGF 2018
    """)


async def test_stop_is_obeyed_at_once(bot: Talk) -> None:
    """Whoever says stop is not asked twice."""
    await bot.dialogue("""
        > remind me of OF 4
        < Done.
        > /stop
        < Stopped.
        > /reminders
        < no reminders yet
    """)


async def test_what_is_over_cannot_be_followed(bot: Talk) -> None:
    """Nobody is promised a reminder that will never come."""
    await bot.dialogue("""
        > /subscribe WS 366
        < that is over
    """)


async def test_snooze_comes_halfway_to_the_start(bot: Talk) -> None:
    """A reminder put off comes again in time, and never when it is too late."""
    bot.at("2018-11-13T14:00:00+01:00")
    reply = await bot.says("", action="z:igf-2018/of-4")
    assert "in 30 minutes, at 14:30" in reply.plain
    bot.at("2018-11-13T14:59:00+01:00")
    reply = await bot.says("", action="z:igf-2018/of-4")
    assert "nothing left to remind you of" in reply.plain


async def test_a_group_is_subscribed_by_its_admins_only(bot: Talk) -> None:
    """Everyone may ask; only those who moderate decide what the group gets."""
    bot.group, bot.moderates = True, False
    await bot.dialogue("""
        > when is OF 4
        < 15:00
        > [Remind me]
        < only its admins
        > /stop
        < only its admins
    """)
    bot.moderates = True
    await bot.dialogue("""
        > remind us of OF 4
        < Done.
    """)


async def test_a_button_that_is_out_of_date_says_so(bot: Talk) -> None:
    """A session that is gone, or an action of another version, is no fault."""
    for action in ("c:igf-2018/none", "z:igf-2018/none", "w:nothing", "f:s:none/x", "bogus", "u:0"):
        reply = await bot.says("", action=action)
        assert reply.plain, action
        assert "wrong on my side" not in reply.plain, action
