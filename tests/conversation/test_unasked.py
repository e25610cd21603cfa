"""What is sent unasked: in whose language, at which hour, why, and how to stop it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.publishing import Publishing
from bot.schedule.model import Programme
from tests.conversation.post import Letter, Post
from tests.dialogue import IGF, Talk


@pytest.fixture
async def post(bot: Talk) -> Post:
    """Delivers to the bot's chats; everything up to the morning of the 13th is past."""
    post = Post(bot)
    await post.courier.step()
    return post


def actions(letter: Letter) -> list[str]:
    """The actions of its buttons."""
    return [button.action for row in letter.reply.buttons for button in row if button.action]


async def test_reminders_come_in_the_language_last_written_in(bot: Talk, post: Post) -> None:
    """Nobody has to choose a language."""
    await bot.dialogue("""
        > rappelle-moi le forum de l'union africaine
        < C’est fait.
    """)
    (letter,) = await post.at("2018-11-13T14:00:00+01:00")
    assert "Début dans 1 heure" in letter.text
    await bot.says("what is on now?")
    (letter,) = await post.at("2018-11-13T14:50:00+01:00")
    assert "Starts in 10 minutes" in letter.text


async def test_the_language_of_the_chat_counts_until_someone_writes(bot: Talk, post: Post) -> None:
    """Whoever only presses buttons is still understood."""
    bot.language = "de-AT"
    await bot.says("", action="f:s:igf-2018/of-4")
    (letter,) = await post.at("2018-11-13T14:00:00+01:00")
    assert "Beginn in 1 Stunde" in letter.text


async def test_a_chosen_language_stays(bot: Talk, post: Post) -> None:
    """Whatever is written after."""
    await bot.dialogue("""
        > /language español
        > remind me of OF 4
        < Hecho.
    """)
    (letter,) = await post.at("2018-11-13T14:00:00+01:00")
    assert "dentro de 1 hora" in letter.text


async def test_why_names_the_way_and_stop_stops_it(bot: Talk, post: Post) -> None:
    """Under a reminder that came because of a speaker."""
    await bot.says("remind me when Walid Al-Saqaf speaks")
    (letter,) = await post.at("2018-11-13T13:20:00+01:00")
    assert "How blockchain can impact the Internet" in letter.text
    stop, why = (each for each in actions(letter) if each[:2] in ("u:", "w:"))
    reply = await bot.says("", action=why)
    assert "because you follow speaker: Walid Al-Saqaf" in reply.plain
    await bot.says("", action=stop)
    await bot.dialogue("""
        > [Stop 1]
        < Stopped: speaker: Walid Al-Saqaf
    """)
    assert await post.at("2018-11-13T14:10:00+01:00") == []


async def test_a_day_comes_in_the_morning_with_its_clashes(bot: Talk, post: Post) -> None:
    """In order of time, with a way to stop it and a reason."""
    assert await post.at("2018-11-13T07:00:00+01:00") == []
    await bot.dialogue("""
        > /digest 07:30
        < Each morning at 07:30
        < Hours are those of Paris
        > remind me of OF 4
        > remind me of MS-DEVELOPMENT
        > remind me of DC-PAL
    """)
    (letter,) = await post.at("2018-11-13T07:30:00+01:00")
    assert "Your day, Tuesday 13 November" in letter.text
    assert "DC Public Access" not in letter.text
    assert "at the same time as" in letter.text
    assert actions(letter)[-2:] == ["/digest off", "w:digest"]
    await bot.says("", action="w:digest")
    assert bot.last is not None
    assert "you asked for your day at 07:30" in bot.last.plain
    await bot.dialogue("""
        > [Stop this]
        < The morning digest is off.
    """)
    assert all("Your day" not in each.text for each in await post.at("2018-11-14T07:30:00+01:00"))


async def test_a_digest_follows_ones_own_clock(bot: Talk, post: Post) -> None:
    """Half past seven in Tokyo, with what is on from then on."""
    await bot.says("/digest 7:30")
    await bot.says("/timezone Tokyo")
    await bot.says("remind me of DC-PAL")
    assert await post.at("2018-11-13T23:29:00+01:00") == []
    (letter,) = await post.at("2018-11-13T23:30:00+01:00")
    assert "DC Public Access in Libraries" in letter.text


async def test_no_digest_where_nothing_is_on(bot: Talk, post: Post) -> None:
    """A day without anything followed is a day without a message."""
    await bot.says("/digest 07:30")
    await bot.says("remind me of OF 4")
    assert await post.at("2018-11-14T07:30:00+01:00") == []


async def test_the_night_is_quiet(bot: Talk, post: Post) -> None:
    """What falls into it comes in the morning, as if it were due then."""
    bot.at("2018-11-13T20:00:00+01:00")
    await bot.says("/quiet 22:00 08:30")
    await bot.says("/leads 11h 2h")
    await bot.says("remind me of MS-TECHNICAL")  # on the 14th at ten
    await post.courier.step()
    assert await post.at("2018-11-13T23:00:00+01:00") == []
    assert await post.at("2018-11-14T08:00:00+01:00") == []
    (letter,) = await post.at("2018-11-14T08:30:00+01:00")
    assert "Starts in 1 h 30 min" in letter.text
    assert "Late" not in letter.text


async def test_what_cannot_wait_for_the_morning_comes_in_the_evening(bot: Talk, post: Post) -> None:
    """And whoever follows it later than that is told so at once."""
    bot.at("2018-11-13T20:00:00+01:00")
    await bot.says("/quiet 22:00 10:30")
    await bot.says("/leads 1h")
    await bot.says("remind me of MS-TECHNICAL")
    await post.courier.step()
    (letter,) = await post.at("2018-11-13T21:50:00+01:00")
    assert "Content Blocking and Filtering" in letter.text
    assert await post.at("2018-11-14T10:30:00+01:00") == []
    bot.at("2018-11-13T23:00:00+01:00")
    await bot.dialogue("""
        > remind me of WS 376
        < Because of your quiet hours, without a reminder:
    """)


async def test_quiet_hours_set_too_late_for_the_evening(bot: Talk, post: Post) -> None:
    """What they swallow is named, also where only the day is known; the rest comes."""
    bot.at("2018-11-13T21:40:00+01:00")
    for each in ("/leads 1h", "remind me of MS-TECHNICAL", "remind me of WS 50"):
        await bot.says(each)
    await bot.says("remind me of DC-PAL")  # on the 14th, hour not announced
    in_time = await bot.says("/quiet 22:00 10:30")
    assert "without a reminder" not in in_time.plain
    await bot.says("/quiet off")
    await post.courier.step()
    bot.at("2018-11-13T21:55:00+01:00")
    too_late = await bot.says("/quiet 22:00 10:30")
    assert too_late.plain.splitlines()[-1] == (
        "Because of your quiet hours, without a reminder: "
        "Content Blocking and Filtering: a challenge for Internet growth · "
        "DC Public Access in Libraries: A Policy Toolkit for Public Access"
    )
    for hour in ("08:00", "09:00", "10:30"):
        assert await post.at(f"2018-11-14T{hour}:00+01:00") == []
    (letter,) = await post.at("2018-11-14T11:30:00+01:00")
    assert "WS 50" in letter.text


@pytest.fixture
async def published(bot: Talk, post: Post, tmp_path: Path) -> Edits:
    """The programme as a file that can be saved anew."""
    return await Edits.begin(bot, post, tmp_path)


class Edits:
    """A schedule file, saved again and again."""

    def __init__(self, bot: Talk, post: Post, folder: Path, publishing: Publishing) -> None:
        self._bot, self._post, self._folder, self._publishing = bot, post, folder, publishing

    @classmethod
    async def begin(cls, bot: Talk, post: Post, folder: Path) -> Edits:
        """With the programme as it is."""

        async def ignore(_edit: object) -> None:
            """Nobody is told here."""

        (folder / "schedules").mkdir()
        (folder / "schedules" / IGF.name).write_bytes(IGF.read_bytes())
        publishing = Publishing(
            store=bot.store, folder=folder / "schedules", clock=bot.clock, on_edit=ignore
        )
        edits = cls(bot, post, folder / "schedules" / IGF.name, publishing)
        await publishing.read()
        post.publish(publishing.programme)
        return edits

    async def save(self, *replaced: tuple[str, str], added: str = "") -> list[Letter]:
        """Save the file with these changes; what is sent because of it."""
        text = self._folder.read_text()
        for old, new in replaced:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        before, sessions, rest = text.partition("\nsessions:\n")
        self._folder.write_text(before + sessions + added + rest)
        await self._publishing.read()
        self._post.publish(self._publishing.programme)
        return await self._post.at(self._bot.clock().isoformat())


OF_4 = "    start: 2018-11-13 15:00\n    end: 16:00\n    room: salle-viii\n"
BLOCKCHAIN = """\
  - id: new
    title: Blockchain for public records
    start: 2018-11-14 12:00
    end: 13:00
"""


async def test_a_new_session_that_fits_a_saved_question_is_told(
    bot: Talk, post: Post, published: Edits
) -> None:
    """And reminded of; why it came is said, and one tap stops it."""
    await bot.dialogue("""
        > /subscribe anything about blockchain
        < everything on “blockchain”
        < So far that is 5 sessions
    """)
    (letter,) = await published.save(added=BLOCKCHAIN)
    assert letter.text.startswith("New: Blockchain for public records")
    why = next(each for each in actions(letter) if each.startswith("w:"))
    assert "because you follow everything on “blockchain”" in (await bot.says("", action=why)).plain
    (reminder,) = (
        each for each in await post.at("2018-11-14T11:50:00+01:00") if "public records" in each.text
    )
    assert "Starts in 10 minutes" in reminder.text
    assert reminder.address == bot.address


async def test_a_question_that_found_nothing_waits(bot: Talk, post: Post, published: Edits) -> None:
    """One tap under the refusal, and the first session that fits is told."""
    await bot.dialogue("""
        > is there anything on quantum computing?
        < I find nothing on “quantum computing”
        > [quantum computing]
        < Done. I will remind you of everything on “quantum computing”
        < Nothing in the programme fits that yet. I will tell you
    """)
    assert await published.save(added=BLOCKCHAIN) == []
    (letter,) = await published.save(
        added=BLOCKCHAIN.replace("id: new", "id: newer").replace("Blockchain", "Quantum computing")
    )
    assert "Quantum computing for public records" in letter.text


async def test_news_of_several_sessions_say_why_and_stop(
    bot: Talk, post: Post, published: Edits
) -> None:
    """Each thing followed that brought them, with its button."""
    await bot.says("remind me of OF 4")
    await bot.says("/subscribe everything in Salle VIII")
    await bot.says("/subscribe blockchain")
    (letter,) = await published.save(
        (OF_4, OF_4.replace("15:00", "15:05")),
        added=BLOCKCHAIN,
    )
    assert letter.text.startswith("2 changes to what you follow")
    stop, why = actions(letter)[-2:]
    reply = await bot.says("", action=why)
    for followed in ("African Union Open Forum", "room: Salle VIII", "everything on “blockchain”"):
        assert followed in reply.plain
    reply = await bot.says("", action=stop)
    assert [line[:2] for line in reply.plain.split("\n")[1:]] == ["1.", "2.", "3."]


async def test_news_of_a_session_that_is_gone_can_be_stopped(
    bot: Talk, post: Post, published: Edits
) -> None:
    """There is no card of it any more, but a reason, and a way out."""
    await bot.says("/subscribe everything in Salle VIII")
    (letter,) = await published.save(("  - id: of-4\n", "  - id: of-4\n    status: draft\n"))
    assert letter.text.startswith("No longer in the programme: African Union Open Forum")
    stop, why = actions(letter)
    assert "because you follow room: Salle VIII" in (await bot.says("", action=why)).plain
    assert "Stopped: room: Salle VIII" in (await bot.says("", action=stop)).plain


async def test_a_question_s_own_sessions_are_known_after_an_edit(bot: Talk, post: Post) -> None:
    """A session whose title changes is found by the new one."""
    await bot.says("/subscribe anything about quantum computing")
    (schedule,) = bot.index.programme.schedules
    of_4 = schedule.session("of-4")
    assert of_4 is not None
    title = replace(of_4.title, original="Quantum computing in Africa")
    sessions = (
        *(each for each in schedule.sessions if each.id != "of-4"),
        replace(of_4, title=title),
    )
    post.publish(Programme(schedules=(replace(schedule, sessions=sessions),)))
    (letter,) = await post.at("2018-11-13T14:00:00+01:00")
    assert "Quantum computing in Africa" in letter.text
