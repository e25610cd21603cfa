"""What an edit did: the laws of `diff` and `apply`, and what people hear of each change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.diff import FileChange, SessionChange, What, apply, diff, session_changes
from bot.schedule.model import (
    Contributor,
    Event,
    Faq,
    Label,
    Part,
    ReminderRules,
    Room,
    Schedule,
    Session,
    Status,
    Text,
)
from tests.schedule.files import session, sound

EVENT = Event(
    id="conf",
    name=Text("Conference"),
    timezone="UTC",
    first_day=date(2018, 11, 12),
    last_day=date(2018, 11, 14),
)
MONDAY, TUESDAY = date(2018, 11, 12), date(2018, 11, 13)
TEN, ELEVEN = (datetime(2018, 11, 12, hour, tzinfo=UTC) for hour in (10, 11))
HOUR = timedelta(hours=1)

words = st.sampled_from(["a", "b", "c"])
texts = st.builds(Text, words)
links = st.none() | st.sampled_from(["https://example.org/1", "https://example.org/2"])
instants = st.none() | st.sampled_from([TEN, ELEVEN])


def _session(id: str) -> st.SearchStrategy[Session]:
    return st.builds(
        Session,
        event=st.just("conf"),
        id=st.just(id),
        title=texts,
        room=st.none() | words,
        track=st.none() | words,
        day=st.none() | st.sampled_from([MONDAY, TUESDAY]),
        part=st.none() | st.sampled_from(Part),
        start=instants,
        end=instants,
        duration=st.none() | st.just(HOUR),
        status=st.sampled_from(Status),
        join=links,
        tags=st.lists(words, max_size=2).map(tuple),
        speakers=st.lists(st.builds(Contributor, name=words), max_size=2).map(tuple),
    )


_sessions = st.lists(words, unique=True).flatmap(
    lambda ids: st.tuples(*(_session(id) for id in ids))
)
schedules = st.builds(
    Schedule,
    event=st.builds(replace, st.just(EVENT), join=links),
    sessions=_sessions,
    rooms=st.lists(words, unique=True).flatmap(
        lambda ids: st.tuples(
            *(st.builds(Room, id=st.just(id), name=texts, join=links) for id in ids)
        )
    ),
    types=st.lists(st.builds(Label, id=words, name=texts), max_size=1).map(tuple),
    names=st.dictionaries(words, st.just(("x",)), max_size=2),
    faq=st.lists(st.builds(Faq, ask=st.just(("x",)), answer=texts), max_size=1).map(tuple),
    reminders=st.builds(ReminderRules, message=st.none() | words),
    version=words,
    as_of=instants,
)


@given(schedules)
def test_nothing_differs_from_itself(schedule: Schedule) -> None:
    """Saving a file without an edit tells nobody anything."""
    assert diff(schedule, schedule) == ()


@given(schedules, schedules)
def test_applying_what_differs_gives_the_new_schedule(old: Schedule, new: Schedule) -> None:
    """A diff leaves nothing out, the order of sessions included."""
    assert apply(old, diff(old, new)) == new


@given(schedules, schedules)
def test_a_change_without_a_kind_is_one_that_nobody_sees(old: Schedule, new: Schedule) -> None:
    """Drafts are not shown, a link of its own may be what room or event have already, and two
    rooms may look the same."""
    for change in session_changes(old, new):
        shown = [each for each in (change.old, change.new) if each]
        draft = all(each.status is Status.DRAFT for each in shown)
        inherits = {"join", "room"}.issuperset(change.fields)
        same_link, same_place = (
            change.old_link == change.new_link,
            change.old_place == change.new_place,
        )
        assert bool(change.what) != (draft or (inherits and same_link and same_place))


def _talk(**values: Any) -> Session:
    return replace(Session(event="conf", id="talk", title=Text("Talk")), **values)


def _what(old: Session | None, new: Session | None) -> list[str]:
    rooms = tuple(Room(id=id, name=Text(id.upper())) for id in "ab")
    schedules = [
        Schedule(event=EVENT, sessions=(each,) if each else (), rooms=rooms) for each in (old, new)
    ]
    return [str(what) for change in session_changes(*schedules) for what in change.what]


AT_TEN = {"day": MONDAY, "start": TEN, "end": ELEVEN, "duration": HOUR}
AT_ELEVEN = {"day": MONDAY, "start": ELEVEN, "end": ELEVEN + HOUR, "duration": HOUR}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (AT_TEN, AT_ELEVEN, ["later"]),
        (AT_ELEVEN, AT_TEN, ["earlier"]),
        (AT_TEN, AT_TEN | {"end": None, "duration": None}, ["end"]),
        ({"day": MONDAY}, AT_TEN, ["hour-announced"]),
        ({}, {"day": MONDAY}, ["day-announced"]),
        ({}, AT_TEN, ["day-announced", "hour-announced"]),
        ({"day": MONDAY}, {"day": TUESDAY}, ["later"]),
        ({"day": TUESDAY}, AT_TEN, ["earlier", "hour-announced"]),
        (AT_TEN, {"day": MONDAY}, ["time-withdrawn"]),
        (AT_TEN, {"day": TUESDAY}, ["later", "time-withdrawn"]),
        (AT_TEN, {}, ["time-withdrawn"]),
        ({}, {"status": Status.CANCELLED}, ["cancelled"]),
        ({}, {"status": Status.POSTPONED}, ["postponed"]),
        ({"status": Status.CANCELLED}, {}, ["restored"]),
        ({"status": Status.POSTPONED}, {"status": Status.TENTATIVE}, ["restored"]),
        ({"status": Status.POSTPONED}, {"status": Status.CANCELLED}, ["cancelled"]),
        ({}, {"status": Status.TENTATIVE}, ["tentative"]),
        ({"status": Status.TENTATIVE}, {}, ["confirmed"]),
        ({"status": Status.DRAFT}, {}, ["new"]),
        ({}, {"status": Status.DRAFT}, ["gone"]),
        ({"status": Status.DRAFT}, {"status": Status.DRAFT, "room": "a"}, []),
        ({"room": "a"}, {"room": "b"}, ["room"]),
        ({}, {"room": "b", "title": Text("Other")}, ["room", "title"]),
        ({}, {"join": "https://example.org"}, ["link"]),
        ({}, {"tags": ("a",)}, ["text"]),
        (AT_TEN, AT_ELEVEN | {"room": "b", "status": Status.TENTATIVE},
         ["tentative", "later", "room"]),
    ],
)  # fmt: skip
def test_what_happened_to_a_session(
    old: dict[str, Any], new: dict[str, Any], what: list[str]
) -> None:
    """Each kind of change that people act upon has its name, the most important first."""
    assert _what(_talk(**old), _talk(**new)) == what


def test_sessions_come_and_go() -> None:
    """A session that is in one of the schedules only is new or gone; a draft is neither."""
    assert _what(None, _talk()) == ["new"]
    assert _what(_talk(), None) == ["gone"]
    assert _what(None, _talk(status=Status.DRAFT)) == []


def test_a_link_changes_with_its_room_s_or_its_event_s() -> None:
    """People who wait for a session have to hear that the meeting has moved."""
    room = "rooms: {{a: {{name: A, join: https://example.org/{}}}}}"
    old, new = (sound(session("room: a", room.format(number))) for number in (1, 2))
    change, *rest = diff(old, new)
    assert isinstance(change, SessionChange)
    assert change.what == (What.LINK,)
    assert (change.old_link, change.new_link) == (
        "https://example.org/1",
        "https://example.org/2",
    )
    assert change.fields == ()
    assert [each.part for each in rest if isinstance(each, FileChange)] == ["rooms", "version"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("{name: Hall}", "{name: Aula}", (What.ROOM,)),
        ("{name: Hall}", "{name: Hall, address: 1 Main Street}", (What.ROOM,)),
        ("{name: {en: Hall, fr: Salle}}", "{name: {en: Hall, fr: Aula}}", (What.ROOM,)),
        ("{name: Hall, also: [H]}", "{name: Hall, also: [The Hall]}", None),
    ],
)
def test_a_room_that_is_called_or_found_otherwise(
    old: str, new: str, what: tuple[What, ...] | None
) -> None:
    """Whoever looks for its sessions looks for another one; how else it is asked for is unseen."""
    schedules = [sound(session("room: a", f"rooms: {{a: {each}}}")) for each in (old, new)]
    found = [each.what for each in session_changes(*schedules)]
    assert found == ([what] if what else [])


def test_a_room_that_gets_another_id() -> None:
    """Nobody sees ids."""
    old, new = (sound(session(f"room: {id}", f"rooms: {{{id}: {{name: A}}}}")) for id in "ab")
    assert [each.what for each in session_changes(old, new)] == [()]


def test_a_change_names_the_fields_that_differ() -> None:
    """A preview can show every field, before and after."""
    (change,) = session_changes(
        Schedule(event=EVENT, sessions=(_talk(room="a"),)),
        Schedule(event=EVENT, sessions=(_talk(room="b", code="X"),)),
    )
    assert set(change.fields) == {"room", "code"}
    assert change.id == "talk"
