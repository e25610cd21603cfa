"""Days and hours: whose clock, in which order, and what is not announced."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.replies.moments import city, day, relative, when
from bot.replies.wording import languages, wording
from bot.schedule.model import Session
from tests.replies.stage import (
    EVENT,
    LIBRARIES,
    MIDNIGHT,
    NOW,
    ONLINE_EVENT,
    SOMEDAY,
    UNION,
    reader,
)


def _when(session: Session, zone: str | None = None, language: str = "en") -> str:
    event = ONLINE_EVENT if session.event == "nightly" else EVENT
    now = datetime(2019, 1, 1, tzinfo=UTC) if session.event == "nightly" else NOW
    line = when(session, event, reader(language, zone, now))
    return "".join(span.text for span in line)


def test_the_venues_time_with_its_city() -> None:
    """A reader whose zone is not known sees whose clock it is."""
    assert _when(UNION) == "Tuesday 13 November, 15:00–16:00 (Paris)"


def test_the_readers_time_second() -> None:
    """Where people meet in a place, that place's clock comes first."""
    assert _when(UNION, "America/New_York") == (
        "Tuesday 13 November, 15:00–16:00 (Paris), 09:00 your time (New York)"
    )


def test_no_second_clock_where_both_show_the_same() -> None:
    """Berlin's clock is that of Paris."""
    assert _when(UNION, "Europe/Berlin") == "Tuesday 13 November, 15:00–16:00 (Paris)"


def test_another_day_for_the_reader() -> None:
    """A reader far away may have to come on another day."""
    late = replace(UNION, start=datetime(2018, 11, 13, 17, tzinfo=UTC), end=None)
    assert _when(late, "Asia/Tokyo") == (
        "Tuesday 13 November, 18:00 (Paris), 02:00 your time (Tokyo), +1 day"
    )
    early = replace(UNION, start=datetime(2018, 11, 13, 4, tzinfo=UTC), end=None)
    assert _when(early, "America/Los_Angeles").endswith("20:00 your time (Los Angeles), −1 day")


def test_the_readers_time_first_online() -> None:
    """Where people meet online, the reader's clock comes first, on the reader's day."""
    assert _when(MIDNIGHT, "America/New_York") == (
        "Tuesday 1 January, 19:30–20:30 your time (New York), 09:30 there (Tokyo), +1 day"
    )


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (LIBRARIES, "Wednesday 14 November, in the morning, hour not announced yet"),
        (replace(LIBRARIES, part=None), "Wednesday 14 November, hour not announced yet"),
        (SOMEDAY, "day and hour not announced yet"),
    ],
)
def test_what_is_not_announced_is_said(session: Session, said: str) -> None:
    """An unknown hour is said in words."""
    assert _when(session, "Asia/Tokyo") == said


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("session", [LIBRARIES, SOMEDAY])
def test_an_unknown_hour_is_no_hour(session: Session, language: str) -> None:
    """Midnight never stands in for an hour that nobody announced."""
    assert ":" not in _when(session, "Asia/Tokyo", language)


def test_from_one_day_into_another() -> None:
    """An exhibition of three days names both."""
    start = datetime(2018, 11, 12, 8, tzinfo=UTC)
    stand = replace(UNION, start=start, end=start + timedelta(days=2, hours=9))
    assert _when(stand) == ("Monday 12 November, 09:00 until Wednesday 14 November, 18:00 (Paris)")


def test_the_moment_is_kept() -> None:
    """Chats that can show an instant in the reader's zone are given it."""
    moments = [span.moment for span in when(UNION, EVENT, reader()) if span.moment]
    assert moments == [UNION.start]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Wednesday 14 November"),
        ("fr", "mercredi 14 novembre"),
        ("es", "miércoles 14 de noviembre"),
        ("de", "Mittwoch, 14. November"),
        ("pt", "quarta-feira, 14 de novembro"),
        ("ru", "среда, 14 ноября"),
        ("ar", "الأربعاء 14 نوفمبر"),
        ("zh", "11月14日星期三"),
    ],
)
def test_a_day_in_every_language(language: str, said: str) -> None:
    """Weekday, day and month as people write them, digits western everywhere."""
    text = day(reader(language), date(2018, 11, 14))
    assert text.replace("\u2068", "").replace("\u2069", "") == said


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "samedi 1er décembre"), ("pt", "sábado, 1º de dezembro")]
)
def test_the_first_of_a_month(language: str, said: str) -> None:
    """It is counted, unlike all others, where people do so."""
    assert day(reader(language), date(2018, 12, 1)) == said


def test_the_year_where_it_is_another() -> None:
    """Years later, or before, a date has its year."""
    later = reader(now=datetime(2020, 1, 1, tzinfo=UTC))
    assert day(later, date(2018, 11, 14)) == "Wednesday 14 November 2018"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
        ("Etc/GMT+3", "UTC−3"),
        ("Etc/GMT-14", "UTC+14"),
    ],
)
def test_a_clock_is_named_by_its_city(zone: str, said: str) -> None:
    """The name of a zone is its city; `Etc/GMT+3`, which counts westwards, is put right."""
    assert city(wording("en"), zone) == said


def test_cities_have_their_own_names() -> None:
    """As people write them in their language."""
    assert [city(wording(code), "Europe/Paris") for code in ("ru", "ar", "zh")] == [
        "Париж",
        "باريس",
        "巴黎",
    ]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "now"),
        (0.4, "now"),
        (1, "in 1 minute"),
        (8.9, "in 9 minutes"),
        (59.9, "in 1 hour"),
        (80, "in 1 h 20 min"),
        (180, "in 3 hours"),
        (250, "in 4 hours"),
        (12 * 60, "in 12 hours"),
        (24 * 60, "tomorrow"),
        (3 * 24 * 60, "in 3 days"),
        (-5, "5 minutes ago"),
        (-60, "1 hour ago"),
        (-24 * 60, "yesterday"),
    ],
)
def test_how_far_off(minutes: float, said: str) -> None:
    """Minutes below an hour, then hours, then days of the calendar."""
    assert relative(NOW + timedelta(minutes=minutes), EVENT, reader()) == said


def test_russian_minutes() -> None:
    """A number of minutes takes its form."""
    said = [relative(NOW + timedelta(minutes=n), EVENT, reader("ru")) for n in (1, 3, 9, 21)]
    assert said == ["через 1 минуту", "через 3 минуты", "через 9 минут", "через 21 минуту"]


def test_hours_late_in_the_evening_are_hours() -> None:
    """Two hours past midnight is not yet tomorrow."""
    evening = datetime(2018, 11, 13, 22, 30, tzinfo=UTC)
    soon = relative(evening + timedelta(hours=2), EVENT, reader(now=evening))
    assert soon == "in 2 hours"
