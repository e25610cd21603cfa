"""Quiet hours: what falls into them comes in the morning, or before them, and in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.messages import Address
from bot.reminders.due import due_moments, start_of
from bot.reminders.hours import HoursError
from bot.reminders.owed import Delivery, Owed, Stale, still_true
from bot.reminders.person import Person, Subscription
from bot.reminders.quiet import (
    EARLY,
    LONGEST,
    Hours,
    Quiet,
    evening,
    night_at,
    nights,
    parse_quiet,
    wait,
)
from bot.schedule.model import Session
from bot.schedule.targets import Target, TargetKind
from bot.schedule.times import to_local
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, schedule, session

NIGHT = (time(22), time(7))
PARIS = "Europe/Paris"
MINUTE = timedelta(minutes=1)


def paris(day: int, hour: int, minute: int = 0) -> datetime:
    """In November, when Paris is an hour ahead of UTC."""
    return datetime(2018, 11, day, hour, minute, tzinfo=UTC) - HOUR


def test_reads_quiet_hours() -> None:
    """Over midnight or within a day, but not around the clock."""
    assert parse_quiet("22:00 07:00") == NIGHT
    assert parse_quiet("13:00 14:30") == (time(13), time(14, 30))
    for text in ("07:00 07:00", "07:00 04:00", "22:00"):
        with pytest.raises(HoursError):
            parse_quiet(text)


def test_waits_for_the_morning_if_that_is_in_time() -> None:
    """At eleven at night, for a session at ten."""
    assert wait(paris(13, 23), paris(14, 10), NIGHT, PARIS) == paris(14, 7)
    assert wait(paris(13, 21, 59), paris(14, 10), NIGHT, PARIS) == paris(13, 21, 59)
    assert wait(paris(14, 7), paris(14, 10), NIGHT, PARIS) == paris(14, 7)
    assert wait(paris(13, 23), paris(14, 7), NIGHT, PARIS) is None


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (paris(14, 6, 30), ["13 21:50", "13 21:50"]),  # both before the night
        (paris(14, 7, 0), ["13 21:50", "13 21:50"]),  # the morning would be too late
        (paris(14, 7, 1), []),  # in the morning
        (paris(13, 22, 15), ["13 21:50"]),  # only the later one falls into the night
        (paris(14, 10), []),
    ],
)
def test_what_cannot_wait_is_due_in_the_evening(start: datetime, due: list[str]) -> None:
    """For those with such quiet hours; for all others it is due as ever."""
    quiet = Quiet(hours=NIGHT, zone=None)
    moments = due_moments(programme(session("a", start)), quiet=[quiet])
    early = [f"{to_local(each.due, PARIS):%d %H:%M}" for each in moments if each.quiet == quiet]
    assert early == due
    assert [each.lead for each in moments if each.quiet is None] == [HOUR, TEN_MINUTES]


def test_a_day_without_an_hour_may_wait_a_little() -> None:
    """That morning it is told at eight, or until nine; else in the evening before."""
    day = programme(session("a", date(2018, 11, 14)))

    def early(ends: time) -> int:
        quiet = Quiet(hours=(time(23), ends), zone=None)
        return sum(each.quiet == quiet for each in due_moments(day, quiet=[quiet]))

    assert early(time(8, 30)) == 0
    assert early(time(9, 0)) == 1


def test_quiet_hours_are_those_of_ones_own_clock() -> None:
    """What is day in Paris is night in Los Angeles."""
    there = Quiet(hours=NIGHT, zone="America/Los_Angeles")
    moments = due_moments(programme(session("a")), quiet=[there])
    assert [each.due for each in moments if each.quiet] == [paris(13, 6, 50)] * 2  # 21:50 there


HOURS = st.tuples(
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 59])),
    st.integers(1, LONGEST // MINUTE),
).map(lambda drawn: _hours(*drawn))
ZONES = st.sampled_from([PARIS, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"])
MOMENTS = st.datetimes(
    datetime(2018, 1, 1), datetime(2019, 1, 1), timezones=st.just(UTC)
) | st.datetimes(  # the nights in which clocks change in Paris and New York
    datetime(2018, 10, 28), datetime(2018, 11, 5), timezones=st.just(UTC)
)


def _hours(begins: time, minutes: int) -> Hours:
    ends = datetime.combine(date(2018, 1, 1), begins) + minutes * MINUTE
    return begins, ends.time()


@given(moment=MOMENTS, hours=HOURS, zone=ZONES, minutes=st.integers(1, 2 * 24 * 60))
def test_nobody_is_disturbed_and_nothing_comes_too_late(
    moment: datetime, hours: Hours, zone: str, minutes: int
) -> None:
    """Outside quiet hours nothing changes; what falls into them leaves outside of them, in the
    next morning or the last evening, and before the session begins."""
    start = moment + minutes * MINUTE
    night = night_at(moment, hours, zone)
    until = wait(moment, start, hours, zone)
    if night is None:
        assert until == moment
        return
    sent = evening(night) if until is None else until
    assert night_at(sent, hours, zone) is None
    assert sent < start
    assert sent in (night.until, night.since - EARLY)
    assert (until is None) == (night.until >= start)


@given(moment=MOMENTS, hours=HOURS, zone=ZONES)
def test_quiet_is_what_the_clock_says(moment: datetime, hours: Hours, zone: str) -> None:
    """By the hands of the clock, apart from days on which it is put forward or back."""
    local = to_local(moment, zone)
    offsets = {
        to_local(moment + days * timedelta(days=1), zone).utcoffset() for days in range(-2, 3)
    }
    assume(len(offsets) == 1)
    begins, ends = hours
    now = local.time()
    inside = begins <= now < ends if begins < ends else now >= begins or now < ends
    assert (night_at(moment, hours, zone) is not None) == inside


@given(moment=MOMENTS, hours=HOURS, zone=ZONES)
def test_every_night_is_found(moment: datetime, hours: Hours, zone: str) -> None:
    """The night of an instant is among those of any span of time around it."""
    night = night_at(moment, hours, zone)
    found = [*nights(moment - HOUR, moment + HOUR, hours, zone)]
    assert night is None or night in found
    assert all(one.until < other.since for one, other in pairwise(found))


@given(
    start=st.datetimes(datetime(2018, 11, 12), datetime(2018, 11, 14), timezones=st.just(UTC)),
    leads=st.sets(st.integers(1, 2000).map(lambda count: count * MINUTE), max_size=4),
    hours=HOURS,
)
def test_every_reminder_leaves_once(start: datetime, leads: set[timedelta], hours: Hours) -> None:
    """Planned early, or put off when its turn comes, or sent as ever: one of the three."""
    quiet = Quiet(hours=hours, zone=None)
    moments = due_moments(programme(session("a", start)), leads, [quiet])
    early = {each.lead: each.due for each in moments if each.quiet}
    assert len(early) == sum(each.quiet is not None for each in moments)
    for each in moments:
        if each.quiet is None:
            until = wait(each.due, start, hours, PARIS)
            assert (until is None) == (each.lead in early)
            sent = early[each.lead] if until is None else until
            assert night_at(sent, hours, PARIS) is None
            assert sent < start


PERSON = Person(id=1, created=NINE, quiet=NIGHT)
SESSION = Target(kind=TargetKind.SESSION, event="e", value="a")
FOLLOWS = [Subscription(target=SESSION, created=NINE)]


def _delivery(about: Session, kind: Owed = Owed.REMINDER) -> Delivery:
    start = start_of(about, schedule())
    assert start is not None
    return Delivery(
        id=1,
        kind=kind,
        address=Address(platform="console", chat="1"),
        person=PERSON,
        about=about.key,
        start=start.at,
        lead=HOUR,
        due=start.at - HOUR,
        expires=start.ends,
    )


def test_a_reminder_waits_for_the_morning() -> None:
    """Nothing is said against it but the hour."""
    a = session("a", paris(14, 7, 30))
    now = programme(a)
    assert still_true(_delivery(a), FOLLOWS, now, paris(14, 6, 30)) == paris(14, 7)
    assert still_true(_delivery(a), FOLLOWS, now, paris(14, 7)) == (SESSION,)
    assert still_true(_delivery(a), [], now, paris(14, 6, 30)) is Stale.UNSUBSCRIBED


def test_what_came_up_in_the_night_and_is_over_by_the_morning() -> None:
    """Silence was asked for; the reason is counted."""
    a = session("a", paris(14, 6, 30))
    assert still_true(_delivery(a), FOLLOWS, programme(a), paris(14, 5, 30)) is Stale.QUIET


def test_what_someone_asked_for_in_so_many_words_comes_when_they_said() -> None:
    """A snooze keeps its hour."""
    a = session("a", paris(14, 6, 30))
    assert still_true(_delivery(a, Owed.SNOOZE), [], programme(a), paris(14, 5, 30)) == ()


def test_a_notice_waits_too() -> None:
    """Of a publication at night."""
    notice = replace(
        _delivery(session("a")),
        kind=Owed.NOTICE,
        about="e@2",
        expires=paris(14, 23, 30),
        person=replace(PERSON, zone="Asia/Tokyo"),
    )
    now = paris(13, 23, 30)  # half past seven in Tokyo
    assert still_true(notice, FOLLOWS, programme(session("a")), now) == (SESSION,)
    night = replace(notice, person=PERSON)
    assert still_true(night, FOLLOWS, programme(session("a")), now) == paris(14, 7)
