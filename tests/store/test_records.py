"""Unanswered questions, vectors, updates and publications."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.messages import Address
from bot.schedule.targets import Target, TargetKind
from bot.store import (
    Store,
    audience,
    people,
    questions,
    schedules,
    subscriptions,
    updates,
    vectors,
)
from bot.store.questions import Unanswered
from bot.store.schedules import Publication

NOW = datetime(2018, 11, 13, 7, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)

FIRST = Publication(event="e", number=1, version="abc", text=b"event: ...", published=NOW)


async def test_unanswered_questions_are_counted(store: Store) -> None:
    """By their words, without who asked, the most frequent first."""
    await store.do(questions.note, "Where is the   pool?", "en", NOW)
    await store.do(questions.note, "Any cats", "en", NOW)
    await store.do(questions.note, "where is the pool?", "en", LATER)
    assert await store.do(questions.most_asked) == [
        Unanswered(text="where is the pool?", language="en", times=2, last=LATER),
        Unanswered(text="any cats", language="en", times=1, last=NOW),
    ]
    assert await store.do(questions.solved, "any cats")
    assert not await store.do(questions.solved, "any cats")
    assert len(await store.do(questions.most_asked)) == 1


async def test_an_endless_question_is_cut(store: Store) -> None:
    """The list is to be read by people."""
    await store.do(questions.note, "why " * 1000, "en", NOW)
    [only] = await store.do(questions.most_asked)
    assert len(only.text) == questions.LONGEST


async def test_vectors_are_kept_for_each_model(store: Store) -> None:
    """The same text has another vector in another model."""
    await store.do(vectors.save, "small", {"a": b"1", "b": b"2"})
    await store.do(vectors.save, "small", {"a": b"1"})
    await store.do(vectors.save, "large", {"a": b"9"})
    await store.do(vectors.save, "large", {})
    assert await store.do(vectors.load, "small", ["a", "c"]) == {"a": b"1"}
    assert await store.do(vectors.load, "large", ["a"]) == {"a": b"9"}
    await store.do(vectors.keep_only, "small")
    assert await store.do(vectors.load, "large", ["a"]) == {}


async def test_updates_are_taken_once(store: Store) -> None:
    """What a platform repeats is known by its number, before and after it is answered."""
    both = [(7, '{"a": 1}'), (8, '{"b": 2}')]
    assert await store.do(updates.receive, "telegram", both, NOW) == [7, 8]
    assert await store.do(updates.receive, "telegram", [*both, (9, "{}")], NOW) == [9]
    assert await store.do(updates.receive, "telegram", [], NOW) == []
    await store.do(updates.answered, "telegram", 7)
    assert await store.do(updates.waiting, "telegram") == [(8, '{"b": 2}'), (9, "{}")]
    assert await store.do(updates.receive, "telegram", both, NOW) == []
    assert await store.do(updates.receive, "other", both, NOW) == [7, 8]


async def test_old_numbers_are_dropped_but_nothing_unanswered(store: Store) -> None:
    """A platform does not repeat for ever; a question does not go away by waiting."""
    await store.do(updates.receive, "telegram", [(7, "{}"), (8, "{}")], NOW)
    await store.do(updates.answered, "telegram", 7)
    await store.do(updates.forget_before, LATER)
    assert await store.do(updates.waiting, "telegram") == [(8, "{}")]
    assert await store.do(updates.receive, "telegram", [(7, "{}"), (8, "{}")], LATER) == [7]


async def test_publications_are_numbered(store: Store) -> None:
    """The latest is in force, earlier ones can be looked up."""
    assert await store.do(schedules.current, "e") is None
    second = replace(FIRST, number=2, text=b"event: other", published=LATER, told=False)
    assert await store.do(schedules.publish, FIRST)
    assert await store.do(schedules.publish, second)
    assert await store.do(schedules.current, "e") == second
    assert await store.do(schedules.find, "e", 1) == FIRST
    assert await store.do(schedules.find, "e", 3) is None


async def test_two_publishers_cannot_cross(store: Store) -> None:
    """Who comes second with the same number is told so, and changes nothing."""
    assert await store.do(schedules.publish, FIRST)
    assert not await store.do(schedules.publish, replace(FIRST, text=b"event: mine"))
    assert await store.do(schedules.current, "e") == FIRST


async def test_what_is_still_to_be_told(store: Store) -> None:
    """Until the notices of a publication are planned."""
    second = replace(FIRST, number=2, told=False)
    await store.do(schedules.publish, FIRST)
    await store.do(schedules.publish, second)
    assert await store.do(schedules.untold) == [second]
    await store.do(schedules.set_told, "e", 2)
    assert await store.do(schedules.untold) == []


async def test_a_held_text_is_not_published_by_itself(store: Store) -> None:
    """The text that an admin holds, and no other; whoever publishes anything lets it go."""
    second = replace(FIRST, number=2, version="def", text=b"event: other")
    await store.do(schedules.publish, FIRST)
    assert await store.do(schedules.held, "e") is None
    assert await store.do(schedules.hold, "e", "def", 1)
    assert await store.do(schedules.hold, "e", "def", 1)
    assert await store.do(schedules.held, "e") == "def"
    assert not await store.do(schedules.publish, second, unless_held=True)
    assert await store.do(schedules.current, "e") == FIRST
    assert await store.do(schedules.publish, second)
    assert await store.do(schedules.held, "e") is None
    third = replace(FIRST, number=3, version="ghi")
    assert await store.do(schedules.publish, third, hold="def", unless_held=True)
    assert await store.do(schedules.held, "e") == "def"
    await store.do(schedules.let_go, "e")
    assert await store.do(schedules.held, "e") is None


async def test_only_what_is_in_force_can_be_held_against(store: Store) -> None:
    """Somebody published meanwhile: the hold comes too late."""
    await store.do(schedules.publish, FIRST)
    await store.do(schedules.publish, replace(FIRST, number=2))
    assert not await store.do(schedules.hold, "e", "def", 1)
    assert await store.do(schedules.held, "e") is None
    assert await store.do(schedules.numbers) == {"e": 2}


async def test_the_audience_is_counted_by_chat(store: Store) -> None:
    """Everyone once for all that they follow, as planning would find them."""
    event = Target(kind=TargetKind.EVENT, event="e")
    room = Target(kind=TargetKind.ROOM, event="e", value="r")
    for platform, chat, targets in (
        ("matrix", "ann", [event, room]),
        ("telegram", "bo", [room]),
        ("telegram", "cy", [event]),
        ("telegram", "di", [Target(kind=TargetKind.ROOM, event="other", value="r")]),
        ("telegram", "ed", [event]),
    ):
        person = await store.do(people.find_or_create, Address(platform=platform, chat=chat), NOW)
        for each in targets:
            await store.do(subscriptions.subscribe, person.id, each, NOW)
    await store.do(people.mute, Address(platform="telegram", chat="ed"))
    assert await store.do(audience.count, [event, room]) == {"matrix": 1, "telegram": 2}
    assert await store.do(audience.count, [room]) == {"matrix": 1, "telegram": 1}
    assert await store.do(audience.count, []) == {}


async def test_an_audience_of_thousands_of_targets(store: Store) -> None:
    """An edit of an event's link concerns all of its sessions, rooms, speakers and so on."""
    many = [Target(kind=TargetKind.SPEAKER, event="e", value=f"Speaker {n}") for n in range(9000)]
    assert await store.do(audience.count, many) == {}
