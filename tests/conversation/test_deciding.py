"""Admins decide on saved schedules in the chat; a button may be pressed twice, or late."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.admins import action
from bot.clock import StillClock
from bot.messages import Address
from bot.publishing import Edit, Publishing
from bot.questions.index import Index
from bot.replies.actions import LONGEST
from bot.schedule.targets import Target, TargetKind
from bot.store import Store, people, schedules, subscriptions
from tests.dialogue import Talk
from tests.programmes import HOUR, NINE

FILE = """
event: {id: e, name: Event, timezone: Europe/Paris, dates: 2018-11-12 to 2018-11-14}
sessions:
  - {id: a, title: Opening, start: 2018-11-13 11:30, duration: 1h}
  - {id: b, title: Closing, start: 2018-11-13 16:00, duration: 1h}
"""
MOVED = FILE.replace("11:30", "14:30")
OFF = FILE.replace("id: b,", "id: b, status: cancelled,")


@dataclass
class Desk(Talk):
    """An admin who writes to a bot that publishes a folder."""

    file: Path = Path()

    async def saves(self, text: str) -> None:
        """The file is edited."""
        self.file.write_text(text)
        assert self.publishing is not None
        await self.publishing.read()

    @property
    def opening(self) -> str:
        """When the opening is, in the programme in force."""
        assert self.publishing is not None
        session = self.publishing.programme.session("e/a")
        assert session is not None
        assert session.start is not None
        return f"{session.start + HOUR:%H:%M}"

    @contextmanager
    def as_someone(self) -> Iterator[None]:
        """Who is no admin writes for a while."""
        self.admin = False
        yield
        self.admin = True


async def ignore(edit: Edit) -> None:
    """What admins are told unasked is another test's matter."""


@pytest.fixture
async def bot(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """At ten in Paris; a saved file waits a minute. Ann follows the opening on Telegram, Bo the
    event on Matrix, and a third is on Matrix and blocked the bot."""
    monkeypatch.setattr("bot.publishing.folder.SETTLED", 0)
    clock = StillClock(NINE)
    file = tmp_path / "schedules" / "e.yaml"
    file.parent.mkdir()
    file.write_text(FILE)
    publishing = Publishing(
        store=store,
        folder=file.parent,
        clock=clock,
        on_edit=ignore,
        wait=timedelta(minutes=1),
    )
    await publishing.read()
    for platform, chat, target in (
        ("telegram", "ann", Target(kind=TargetKind.SESSION, event="e", value="a")),
        ("matrix", "bo", Target(kind=TargetKind.EVENT, event="e")),
        ("matrix", "cy", Target(kind=TargetKind.EVENT, event="e")),
    ):
        person = await store.do(
            people.find_or_create, Address(platform=platform, chat=chat), clock()
        )
        await store.do(subscriptions.subscribe, person.id, target, clock())
    await store.do(people.mute, Address(platform="matrix", chat="cy"))
    return Desk(
        store=store,
        index=Index(publishing.programme),
        clock=clock,
        admin=True,
        publishing=publishing,
        file=file,
    )


async def test_what_a_saved_file_would_change_is_shown_before(bot: Desk) -> None:
    """The kinds of changes, whom they concern on which chat, and when it goes out by itself."""
    await bot.saves(MOVED.replace("id: b,", "id: b, status: cancelled,"))
    reply = await bot.says("/preview")
    assert reply.plain == (
        "Event, saved and not yet published: 1 cancelled, 1 moved to later.\n"
        "2 people will be told: 1 on Matrix, 1 on Telegram\n"
        "\n"
        "Moved to later: Opening\n"
        "Cancelled: Closing\n"
        "\n"
        "Unless you hold it, it is published in 1 minute."
    )
    labels = [button.label for row in reply.buttons for button in row]
    assert labels == ["Publish and tell", "Publish silently", "Hold"]
    assert bot.opening == "11:30"


async def test_a_room_that_is_called_otherwise_is_counted(bot: Desk) -> None:
    """By those who follow its sessions."""
    hall = "rooms: {h: {name: Hall}}\nsessions:"
    await bot.saves(FILE.replace("sessions:", hall).replace("id: a,", "id: a, room: h,"))
    assert bot.publishing is not None
    await bot.publishing.publish("e")
    await bot.saves(bot.file.read_text().replace("Hall", "Aula"))
    await bot.dialogue("""
        > /preview
        < Event, saved and not yet published: 1 room changed
        < 2 people will be told: 1 on Matrix, 1 on Telegram
        < Another room: Opening
    """)


async def test_publish_and_undo(bot: Desk) -> None:
    """What was published can be taken back, which is a publication too."""
    await bot.saves(MOVED)
    await bot.dialogue("""
        > /preview
        > [Publish and tell]
        < Event is published: 1 moved to later.
        < 2 people will be told: 1 on Matrix, 1 on Telegram
    """)
    assert bot.opening == "14:30"
    await bot.dialogue("""
        > [Undo]
        < Undone: the programme of Tuesday 13 November, 10:00 (Paris) is in force again.
        < 2 people will be told
        < The saved file still has what was undone; saving it again publishes it.
    """)
    assert bot.opening == "11:30"


async def test_what_was_undone_stays_so_until_the_next_save(bot: Desk) -> None:
    """Neither time nor another start of the bot publishes it; whoever saves, means it."""
    assert bot.publishing is not None
    await bot.saves(MOVED)
    await bot.publishing.publish("e")
    await bot.publishing.undo("e")
    bot.clock.at += HOUR
    await bot.publishing.read()
    again = Publishing(store=bot.store, folder=bot.file.parent, clock=bot.clock, on_edit=ignore)
    await again.recall()
    await again.read()
    assert again.programme == bot.publishing.programme
    assert bot.opening == "11:30"
    await bot.saves(MOVED)
    bot.clock.at += HOUR
    await bot.publishing.read()
    assert bot.opening == "14:30"


async def test_a_button_pressed_twice(bot: Desk) -> None:
    """The second time says how things are, and changes nothing."""
    assert bot.publishing is not None
    await bot.saves(MOVED)
    await bot.says("/preview")
    publish, hold = bot.button("Publish and tell").action, bot.button("Hold").action
    await bot.says("", action=publish)
    undo = bot.button("Undo").action
    for pressed, says in (
        (publish, "Event is published already."),
        (hold, "Event is published already."),
        (undo, "Undone: the programme"),
        (undo, "Event: that is undone already."),
        (publish, "Someone else has published meanwhile."),
    ):
        assert says in (await bot.says("", action=pressed)).plain, pressed
    assert bot.opening == "11:30"
    current = await bot.store.do(schedules.current, "e")
    assert current is not None
    assert current.number == 3


async def test_a_held_file_waits_for_a_decision(bot: Desk) -> None:
    """Its time is stopped; the same preview can still be published."""
    assert bot.publishing is not None
    await bot.saves(MOVED)
    await bot.dialogue("""
        > /preview
        > [Hold]
        < Event, saved and not yet published: 1 moved to later.
        < Held. The published programme stays as it is.
    """)
    bot.clock.at += HOUR
    await bot.publishing.read()
    assert bot.opening == "11:30"
    await bot.dialogue("""
        > /preview
        < Held.
        > [Publish silently]
        < Event is published: 1 moved to later.
        < nobody will be told
    """)
    assert bot.opening == "14:30"
    assert await bot.store.do(schedules.untold) == []


async def test_a_silent_publication_is_undone_silently(bot: Desk) -> None:
    """Who did not hear of it need not hear that it is not so."""
    await bot.saves(MOVED)
    await bot.dialogue("""
        > /preview
        > [Publish silently]
        > [Undo]
        < Undone:
        < nobody will be told
    """)
    assert await bot.store.do(schedules.untold) == []


async def test_a_decision_on_what_is_not_so_any_more(bot: Desk) -> None:
    """Saved again: the buttons of the old preview show the new one."""
    await bot.saves(MOVED)
    await bot.says("/preview")
    for label in ("Publish and tell", "Publish silently", "Hold"):
        pressed = bot.button(label).action
        await bot.saves(OFF)
        reply = await bot.says("", action=pressed)
        assert reply.plain.startswith("The file was saved again since that preview. As it is now:")
        assert "1 cancelled" in reply.plain
        await bot.saves(MOVED)
        await bot.says("/preview")
    assert bot.opening == "11:30"


async def test_two_admins_cannot_cross(bot: Desk, database: str) -> None:
    """Whoever comes second is told so, and sees what it would mean now."""
    await bot.saves(MOVED)
    await bot.says("/preview")
    publish = bot.button("Publish and tell").action
    other = bot.file.parent.parent / "other"
    other.mkdir()
    (other / "e.yaml").write_text(OFF)
    beside = await Store.open(database, beside=True)
    elsewhere = Publishing(store=beside, folder=other, clock=bot.clock, on_edit=ignore)
    await elsewhere.recall()
    await elsewhere.publish("e")
    await beside.close()
    reply = await bot.says("", action=publish)
    assert reply.plain.startswith("Someone else has published meanwhile.")
    assert "1 on again, 1 moved to later" in reply.plain
    await bot.dialogue("""
        > [Publish and tell]
        < Event is published: 1 on again, 1 moved to later.
    """)


async def test_nothing_to_decide(bot: Desk) -> None:
    """Then that is said; and at the first publication there is nothing to go back to."""
    await bot.dialogue("""
        > /preview
        < Event: the saved file is what is published.
        > /preview e
        < Event: the saved file is what is published.
        > /preview f
        < Which event?
        > [e]
        < Event: the saved file is what is published.
    """)
    reply = await bot.says("", action="p:undo-publish:e@1:")
    assert reply.plain == "Event: no earlier publication is there to go back to."


async def test_a_faulty_file_is_shown_as_such(bot: Desk) -> None:
    """With its line, and nothing to press."""
    await bot.saves(FILE.replace("11:30", "25:30"))
    reply = await bot.says("/preview")
    assert "e.yaml was not taken over: 1 problem" in reply.plain
    assert reply.buttons == ()


async def test_only_admins_decide(bot: Desk) -> None:
    """Whoever else finds the button, or writes the command, changes nothing."""
    await bot.saves(MOVED)
    await bot.says("/preview")
    actions = [bot.button(each).action for each in ("Publish and tell", "Hold")]
    with bot.as_someone():
        for said in (*actions, "p:undo-publish:e@1:", "/preview"):
            assert "Only the people who run this bot" in (await bot.says("", action=said)).plain
    assert bot.opening == "11:30"
    assert await bot.store.do(schedules.held, "e") is None


@pytest.mark.parametrize(
    "pressed", ["p:", "p:publish", "p:publish:e", "p:publish:e@x:y", "p:dance:e@1:", "p:hold:f@1:"]
)
async def test_an_action_that_means_nothing(bot: Desk, pressed: str) -> None:
    """It is answered with how things are."""
    await bot.saves(MOVED)
    assert "wrong on my side" not in (await bot.says("", action=pressed)).plain
    assert bot.opening == "11:30"


async def test_actions_fit_the_chats(bot: Desk) -> None:
    """Also those of an event with the longest id, after many publications."""
    longest = action("publish-silent", "e" * 20, 999_999, "f" * 16)
    assert len(longest.encode()) <= LONGEST
