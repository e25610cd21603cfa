"""Local time and instants, and the hours that are missing or come twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import pytz
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.times import (
    DoubleHour,
    MissingHour,
    UnknownZone,
    day_bounds,
    day_of,
    known_zone,
    suggest_zone,
    to_local,
    to_utc,
    to_utc_anyhow,
    zone,
)

zones = st.sampled_from(pytz.common_timezones)
locals_ = st.datetimes(datetime(1990, 1, 1), datetime(2035, 1, 1))


def test_winter_and_summer_have_their_own_offset() -> None:
    """An instant is reckoned by the offset of its own day."""
    assert to_utc(datetime(2018, 11, 14, 9, 30), "Europe/Paris") == datetime(
        2018, 11, 14, 8, 30, tzinfo=UTC
    )
    assert to_utc(datetime(2018, 7, 14, 9, 30), "Europe/Paris") == datetime(
        2018, 7, 14, 7, 30, tzinfo=UTC
    )


def test_a_missing_hour_is_refused_in_words() -> None:
    """What no clock shows is an error that names the day."""
    with pytest.raises(MissingHour, match="02:30 does not exist on 25 March 2018 in Europe/Paris"):
        to_utc(datetime(2018, 3, 25, 2, 30), "Europe/Paris")


def test_a_double_hour_is_refused_in_words() -> None:
    """What clocks show twice is an error that names the day."""
    with pytest.raises(DoubleHour, match="02:30 happens twice on 28 October 2018"):
        to_utc(datetime(2018, 10, 28, 2, 30), "Europe/Paris")


def test_anyhow_takes_the_first_of_two_and_goes_on_over_a_gap() -> None:
    """Where an answer is better than an error, the rule is fixed."""
    assert to_utc_anyhow(datetime(2018, 10, 28, 2, 30), "Europe/Paris") == datetime(
        2018, 10, 28, 0, 30, tzinfo=UTC
    )
    gap = to_utc_anyhow(datetime(2018, 3, 25, 2, 30), "Europe/Paris")
    assert f"{to_local(gap, 'Europe/Paris'):%H:%M}" == "03:30"


@given(locals_, zones)
def test_there_and_back_is_the_same_local_time(local: datetime, name: str) -> None:
    """What the clocks show at the instant of a local time is that local time."""
    try:
        instant = to_utc(local, name)
    except (MissingHour, DoubleHour):
        return
    assert instant.utcoffset() == timedelta(0)
    assert to_local(instant, name).replace(tzinfo=None) == local


@given(st.dates(date(1990, 1, 1), date(2035, 1, 1)), zones)
def test_days_follow_one_another_without_a_gap(day: date, name: str) -> None:
    """The end of a day is the start of the next one, whatever the clocks do at midnight."""
    start, end = day_bounds(day, name)
    assert end == day_bounds(day + timedelta(days=1), name)[0]
    if start < end:  # Samoa had no 30 December 2011
        assert day_of(start, name) == day == day_of(end - timedelta(microseconds=1), name)


def test_days_with_a_change_of_clocks_are_shorter_and_longer() -> None:
    """Bounds are instants: a day in spring has 23 hours, one in autumn 25."""
    for day, hours in ((date(2018, 3, 25), 23), (date(2018, 10, 28), 25)):
        start, end = day_bounds(day, "Europe/Paris")
        assert end - start == timedelta(hours=hours)


def test_a_day_may_begin_at_one_o_clock() -> None:
    """In São Paulo, clocks went from 24:00 to 01:00 on 4 November 2018."""
    start, _ = day_bounds(date(2018, 11, 4), "America/Sao_Paulo")
    assert f"{to_local(start, 'America/Sao_Paulo'):%d %H:%M}" == "04 01:00"


def test_the_reader_s_day_may_be_another_one() -> None:
    """A day belongs to a zone."""
    evening = datetime(2018, 11, 13, 23, 30, tzinfo=UTC)
    assert day_of(evening, "Europe/Paris") == date(2018, 11, 14)
    assert day_of(evening, "America/New_York") == date(2018, 11, 13)


def test_a_naive_instant_is_refused() -> None:
    """An instant without a zone would be taken for the machine's own."""
    with pytest.raises(ValueError, match="aware"):
        to_local(datetime(2018, 11, 14), "Europe/Paris")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Paris", "Europe/Paris"),
        ("new york", "America/New_York"),
        ("europe/paris", "Europe/Paris"),
        ("Europe/Pariss", "Europe/Paris"),
        ("Port au Prince", "America/Port-au-Prince"),
        ("France", "Europe/Paris"),
        ("UTC+1", None),
        ("nowhere at all", None),
    ],
)
def test_a_zone_is_suggested_for_cities_countries_and_slips(
    written: str, meant: str | None
) -> None:
    """People know their city, not the name of a zone."""
    assert not known_zone(written)
    assert suggest_zone(written) == meant
    with pytest.raises(UnknownZone) as error:
        zone(written)
    assert error.value.suggestion == meant
