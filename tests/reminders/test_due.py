"""When sessions are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.due import Due, between, due_moments, start_of
from bot.schedule.model import Status
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, schedule, session


def _told(moments: list[Due]) -> list[tuple[str, str, timedelta]]:
    return [(due.session.id, f"{due.due:%d %H:%M}", due.lead) for due in moments]


def test_once_for_each_lead_in_use() -> None:
    """The event's own leads, and those that people chose."""
    moments = due_moments(programme(session("a")), [timedelta(minutes=5), HOUR])
    assert _told(moments) == [
        ("a", "13 08:00", HOUR),
        ("a", "13 08:50", TEN_MINUTES),
        ("a", "13 08:55", timedelta(minutes=5)),
    ]


def test_a_day_without_an_hour() -> None:
    """On the day before and that morning, at 8:00 in Paris, whatever the leads."""
    moments = due_moments(programme(session("a", date(2018, 11, 13))), [timedelta(minutes=5)])
    assert _told(moments) == [
        ("a", "12 07:00", timedelta(days=1)),
        ("a", "13 07:00", timedelta(0)),
    ]


def test_a_day_without_an_hour_when_clocks_change() -> None:
    """It is 8:00 on both days, 25 hours apart."""
    moments = due_moments(programme(session("a", date(2018, 10, 28))))
    assert _told(moments) == [
        ("a", "27 06:00", timedelta(hours=25)),
        ("a", "28 07:00", timedelta(0)),
    ]


def test_what_is_not_due() -> None:
    """Sessions without a day, and those that do not take place."""
    off = [
        session(status.value, status=status)
        for status in (Status.CANCELLED, Status.POSTPONED, Status.DRAFT)
    ]
    assert due_moments(programme(session("open", None), *off)) == []
    assert len(due_moments(programme(session("a", status=Status.TENTATIVE)))) == 2


def test_until_when_a_reminder_is_worth_sending() -> None:
    """To the end; where no source states it, by the duration, or for an hour; a day to its end."""

    def ends(**fields: Any) -> datetime:
        start = start_of(replace(session("a", None), **fields), schedule())
        assert start is not None
        return start.ends

    assert ends(start=NINE, end=NINE + 2 * HOUR) == NINE + 2 * HOUR
    assert ends(start=NINE, duration=3 * HOUR) == NINE + 3 * HOUR
    assert ends(start=NINE) == NINE + HOUR
    assert ends(day=date(2018, 11, 13)) == datetime(2018, 11, 13, 23, tzinfo=UTC)


MOMENTS = st.datetimes(datetime(2018, 11, 10), datetime(2018, 11, 16), timezones=st.just(UTC))
STARTS = st.one_of(st.none(), MOMENTS, MOMENTS.map(lambda moment: moment.date()))
LEADS = st.sets(st.integers(1, 2000).map(lambda count: timedelta(minutes=count)), max_size=4)


@given(starts=st.lists(STARTS, max_size=5), leads=LEADS, cuts=st.tuples(MOMENTS, MOMENTS, MOMENTS))
def test_nothing_is_lost_or_doubled_between_looks(
    starts: list[datetime | date | None],
    leads: set[timedelta],
    cuts: tuple[datetime, datetime, datetime],
) -> None:
    """What is due from a to c is what is due from a to b and from b to c."""
    sessions = [session(str(number), start) for number, start in enumerate(starts)]
    moments = due_moments(programme(*sessions), leads)
    a, b, c = sorted(cuts)
    assert [*between(moments, a, c)] == [*between(moments, a, b), *between(moments, b, c)]
    assert all(a < due.due <= c for due in between(moments, a, c))


@given(starts=st.lists(STARTS, max_size=5), leads=LEADS)
def test_each_moment_is_a_start_minus_its_lead(
    starts: list[datetime | date | None], leads: set[timedelta]
) -> None:
    """Every session with an hour is due once for each lead in use, in order."""
    sessions = [session(str(number), start) for number, start in enumerate(starts)]
    moments = due_moments(programme(*sessions, leads=(HOUR,)), leads)
    assert [due.due for due in moments] == sorted(due.due for due in moments)
    assert all(due.due == due.start.at - due.lead for due in moments)
    timed = [each.id for each in sessions if each.start is not None]
    found = {(due.session.id, due.lead) for due in moments if not due.start.day_only}
    assert found == {(id, lead) for id in timed for lead in leads | {HOUR}}
