"""Which changes of a publication are told, to whom, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.reminders.notices import concerned, concerning, told_changes, urgent
from bot.schedule.diff import What
from bot.schedule.model import Contributor, Programme, Room, Schedule, Session, Status, Text
from bot.schedule.targets import Target, TargetKind, targets_of
from tests.programmes import EVENT, HOUR, NINE, programme, schedule, session

A = Target(kind=TargetKind.SESSION, event="e", value="a")


def in_rooms(*sessions: Session, name: str = "Hall") -> Schedule:
    """With a room `r` of that name."""
    return replace(schedule(*sessions), rooms=(Room(id="r", name=Text(name)),))


def test_tells_what_makes_people_change_their_plans() -> None:
    """A move, a call-off, a link, an announced hour and a new session; not a better summary."""
    before = schedule(
        session("moved"),
        session("off"),
        session("link"),
        session("open", date(2018, 11, 13)),
        session("text"),
        session("same"),
    )
    after = schedule(
        session("moved", NINE + HOUR),
        session("off", status=Status.CANCELLED),
        session("link", join="https://example.org/room"),
        session("open", NINE),
        session("text", summary=Text("Better")),
        session("same"),
        session("new"),
    )
    found = {change.id: change.what[0] for change in told_changes(before, after)}
    assert found == {
        "moved": What.LATER,
        "off": What.CANCELLED,
        "link": What.LINK,
        "open": What.HOUR_ANNOUNCED,
        "new": What.NEW,
    }


def test_concerns_the_followers_of_before_and_after() -> None:
    """Who follows a speaker hears that she left the session, and who follows the new one too."""
    before = session("a", speakers=(Contributor(name="Ann"),))
    after = session("a", NINE + HOUR, speakers=(Contributor(name="Bo"),))
    found = concerned(told_changes(schedule(before), schedule(after)), targets_of)
    assert {target.value for target in found if target.kind is TargetKind.SPEAKER} == {"Ann", "Bo"}
    assert A in found


def test_tells_a_person_only_of_what_they_follow() -> None:
    """One notice, with the changes of their sessions alone."""
    before, after = (
        schedule(session("a"), session("b")),
        programme(session("a", NINE + HOUR), session("b", NINE + HOUR)),
    )
    changes = told_changes(before, after.schedules[0])
    assert [each.id for each in concerning(changes, {A}, after, NINE, targets_of)] == ["a"]


def test_tells_nothing_that_was_changed_again() -> None:
    """A later publication tells of it, from what people were told last."""
    changes = told_changes(schedule(session("a")), schedule(session("a", NINE + HOUR)))
    now = programme(session("a", NINE + 2 * HOUR))
    assert concerning(changes, {A}, now, NINE, targets_of) == ()


def test_tells_nothing_of_what_is_over() -> None:
    """By the old time and by the new one."""
    later = session("a", NINE + HOUR)
    changes = told_changes(schedule(session("a")), schedule(later))
    now = Programme(schedules=(schedule(later),))
    end = NINE + 2 * HOUR
    assert concerning(changes, {A}, now, end, targets_of) == ()
    assert concerning(changes, {A}, now, end - timedelta(seconds=1), targets_of) == changes


def test_tells_that_a_session_is_gone() -> None:
    """Also when nothing of it is left in the file."""
    changes = told_changes(schedule(session("a")), schedule())
    assert concerning(changes, {A}, programme(), NINE, targets_of) == changes


def test_tells_of_what_is_off_only_that_it_is() -> None:
    """Nobody needs the room or the link of a session that does not take place."""
    off = session("a", status=Status.CANCELLED)
    later = session("a", NINE + HOUR, status=Status.POSTPONED)
    for before, after, told in (
        (session("a"), replace(off, room="r"), True),
        (off, replace(off, room="r", join="https://example.org"), False),
        (off, session("a", NINE + HOUR, status=Status.CANCELLED), False),
        (off, later, True),
        (later, replace(later, room="r"), False),
        (later, session("a", NINE + 2 * HOUR, status=Status.POSTPONED), True),
        (later, off, True),
        (off, session("a"), True),
    ):
        assert bool(told_changes(in_rooms(before), in_rooms(after))) is told, (before, after)
    assert told_changes(schedule(off), schedule()) == ()
    assert told_changes(schedule(), schedule(off)) == ()
    assert told_changes(schedule(later), schedule()) != ()


def test_tells_the_link_that_counts() -> None:
    """A session inherits its link: what changes it is told, and told again if it changes again."""
    event = replace(EVENT, join="https://example.org/old")
    before = replace(schedule(session("a"), session("own", join="https://own")), event=event)
    after = replace(before, event=replace(event, join="https://example.org/new"))
    changes = told_changes(before, after)
    assert [(each.id, each.what, each.new_link) for each in changes] == [
        ("a", (What.LINK,), "https://example.org/new")
    ]
    now = Programme(schedules=(after,))
    assert concerning(changes, {A}, now, NINE, targets_of) == changes
    newer = Programme(schedules=(before,))
    assert concerning(changes, {A}, newer, NINE, targets_of) == ()


def test_tells_the_room_by_what_it_is_called() -> None:
    """Its sessions are told when that changes, and again if it changes again; none that is off."""
    off = session("off", room="r", status=Status.CANCELLED)
    sessions = (session("a", room="r"), session("b"), off)
    before, after = (in_rooms(*sessions, name=name) for name in ("Hall", "Aula"))
    changes = told_changes(before, after)
    assert [(each.id, each.what) for each in changes] == [("a", (What.ROOM,))]
    for now, told in ((after, changes), (before, ())):
        programme = Programme(schedules=(now,))
        assert concerning(changes, {A}, programme, NINE, targets_of) == told


def test_is_urgent_if_a_session_is_about_to_start() -> None:
    """By its new time, or by the one that people have in mind."""
    now = NINE - timedelta(minutes=30)
    for before, after, hurry in (
        (NINE + 5 * HOUR, NINE, True),
        (NINE, NINE + 5 * HOUR, True),
        (NINE + 5 * HOUR, NINE + 2 * HOUR, False),
        (NINE - 5 * HOUR, NINE + 5 * HOUR, False),
    ):
        changes = told_changes(schedule(session("a", before)), schedule(session("a", after)))
        assert urgent(changes, now) is hurry, (before, after)


def test_says_nothing_of_drafts() -> None:
    """A draft that changes is nobody's business yet."""
    draft = session("a", status=Status.DRAFT)
    assert told_changes(in_rooms(draft), in_rooms(replace(draft, room="r"))) == ()
