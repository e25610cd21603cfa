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
        > dynamic coalitions on the 14th
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


async def test_one_thing_named_is_followed_with_all_that_it_brings(bot: Talk) -> None:
    """A room, a person, a body, a type, a tag, a topic: what that is so far is said."""
    await bot.dialogue("""
        > remind me of everything in Salle X
        < room: Salle X
        < So far that is 5 sessions:
        > /subscribe Luca Belli
        < speaker: Luca Belli
        > /subscribe everything by ISOC
        < organiser: Internet Society
        > /subscribe all workshops
        < type: Workshop
        < and 31 more
        > /subscribe the emerging technologies track
        < track:
        > /subscribe libraries
        < tag: libraries
        > keep me posted on blockchain
        < everything on “blockchain”
        > /subscribe IGF 2018
        < all of IGF 2018
        > /subscribe the highlights
        < the highlights of IGF 2018
        > /reminders
        < 9.
    """)


async def test_a_command_is_not_narrowed_by_what_was_shown(bot: Talk) -> None:
    """But it may point at it."""
    await bot.dialogue("""
        > what is on in Salle X?
        < sessions
        > /subscribe all workshops
        < type: Workshop
        < 34 sessions
        > when is OF 4?
        < 15:00
        > /subscribe it
        < African Union Open Forum
    """)


async def test_all_of_a_topic_s_list_is_followed_as_a_question(bot: Talk) -> None:
    """So that what is added later counts too; one tap stops it."""
    await bot.dialogue("""
        > anything about blockchain?
        < 5 sessions
        > [Remind me of all]
        < everything on “blockchain”
        < So far that is 5 sessions
        > [Undo]
        < Stopped: everything on “blockchain”
    """)


async def test_a_topic_with_one_session_offers_the_topic_too(bot: Talk) -> None:
    """The session is followed at once, and what comes later by one tap."""
    await bot.dialogue("""
        > remind me of protecting children online
        < Online child sexual exploitation
        > [later ones too]
        < everything on “protecting children”
    """)


async def test_what_the_programme_lacks_is_followed_only_if_that_was_meant(bot: Talk) -> None:
    """A slip is refused with a button; a command is obeyed, and can be undone."""
    await bot.dialogue("""
        > remind me to buy milk
        < I find nothing on “buy milk”
        > /reminders
        < no reminders yet
        > /subscribe quantum computing
        < Nothing in the programme fits that yet
        > [Undo]
        < Stopped: everything on “quantum computing”
    """)


async def test_a_button_to_follow_a_topic_outlives_a_restart(bot: Talk) -> None:
    """It does not hang on what was shown last."""
    await bot.says("is there anything on quantum computing?")
    action = bot.button("quantum computing").action
    other = Talk(store=bot.store, index=bot.index, clock=bot.clock)
    assert "everything on “quantum computing”" in (await other.says("", action=action)).plain


async def test_leads_for_one_thing_alone_are_kept_and_listed(bot: Talk) -> None:
    """They are said again wherever that thing is named, and do not touch the others."""
    await bot.dialogue("""
        > remind me 30 minutes before OF 4
        < 30 minutes before the start
        > remind me of MS-DEVELOPMENT
        < 1 day, then 1 hour, then 10 minutes before
        > /reminders
        < You are reminded 1 day, then 1 hour, then 10 minutes before:
        < African Union Open Forum (30 minutes before)
        > /subscribe OF 4
        < already reminded of African Union Open Forum, 30 minutes before
        > remind me 2 hours before OF 4
        < Done. I will remind you of African Union Open Forum, 2 hours before
    """)


async def test_topics_are_followed_in_every_language(bot: Talk) -> None:
    """The words are kept with their language, and each is stopped by its own button."""
    await bot.says("rappelle-moi tout sur la blockchain")
    await bot.says("erinnere mich an alles über Blockchain")
    reply = await bot.says("", action="/reminders")
    assert "2." in reply.plain
    await bot.dialogue("""
        > [1 beenden]
        < Erinnerungen beendet: alles zu „
    """)


async def test_saved_questions_have_a_limit(bot: Talk) -> None:
    """Each is asked again with every publication; what is already followed stays."""
    for number in range(30):
        await bot.says("", action=f"f:q:igf-2018/en topic {number}")
    await bot.dialogue("""
        > /subscribe quantum computing
        < at most 30 topics
        > remind me of OF 4
        < Done.
    """)
    assert "already" in (await bot.says("", action="f:q:igf-2018/en topic 7")).plain
