"""The daily digest: when it comes, and what is on in a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Address
from bot.reminders.daily import Daily, clashes, mornings, sessions_of
from bot.reminders.owed import Delivery, Owed, Stale, still_true
from bot.reminders.person import Person, Subscription
from bot.schedule.model import Session, Status
from bot.schedule.targets import Target, TargetKind
from bot.schedule.times import to_local
from tests.programmes import HOUR, NINE, programme, session

DAY = timedelta(days=1)
HALF_PAST_SEVEN = Daily(hour=time(7, 30), zone=None)
MORNING = datetime(2018, 11, 13, 6, 30, tzinfo=UTC)  # 7:30 in Paris


def test_comes_only_on_days_with_something_on() -> None:
    """A session on the 13th and one on the 15th: two mornings."""
    found = mornings(programme(session("a"), session("b", NINE + 2 * DAY)), [HALF_PAST_SEVEN])
    assert [each.due for each in found] == [MORNING, MORNING + 2 * DAY]
    assert found[0].until == MORNING + DAY
    assert found[0].events == ("e",)


def test_what_is_called_off_makes_no_day() -> None:
    """Nor does a session whose day is not announced."""
    off = session("a", status=Status.CANCELLED)
    assert mornings(programme(off, session("b", None)), [HALF_PAST_SEVEN]) == []


def test_the_morning_is_that_of_ones_own_clock() -> None:
    """Half past seven in Tokyo is half past eleven the evening before in Paris."""
    tokyo = Daily(hour=time(7, 30), zone="Asia/Tokyo")
    (found,) = mornings(programme(session("a")), [tokyo])
    assert found.due == datetime(2018, 11, 12, 22, 30, tzinfo=UTC)


def test_a_night_over_there_is_part_of_the_day_before() -> None:
    """Nine in Paris is midnight in Los Angeles: the digest of the morning before has it."""
    there = Daily(hour=time(7, 30), zone="America/Los_Angeles")
    at_nine = session("a", datetime(2018, 11, 13, 8, tzinfo=UTC))
    (found,) = mornings(programme(at_nine), [there])
    assert f"{to_local(found.due, 'America/Los_Angeles'):%d %H:%M}" == "12 07:30"


def test_a_day_is_in_order_of_time() -> None:
    """What has no hour comes last."""
    sessions = [
        session("open", date(2018, 11, 13)),
        session("late", NINE + HOUR),
        session("early"),
        session("off", status=Status.CANCELLED),
        session("draft", status=Status.DRAFT),
        session("tomorrow", NINE + DAY),
    ]
    found = sessions_of(programme(*sessions), MORNING, MORNING + DAY)
    assert [each.id for each in found] == ["early", "late", "open"]


def test_clashes_are_marked_on_the_later_one() -> None:
    """One that begins as another ends does not clash, nor one whose hour is open."""
    sessions = [
        session("a"),
        session("b", NINE + HOUR / 2),
        session("c", NINE + HOUR),
        session("d", date(2018, 11, 13)),
    ]
    found = clashes(sessions, programme(*sessions))
    assert {key: [each.id for each in others] for key, others in found.items()} == {
        "e/b": ["a"],
        "e/c": ["b"],
    }


STARTS = st.one_of(
    st.none(),
    st.datetimes(datetime(2018, 10, 26), datetime(2018, 11, 2), timezones=st.just(UTC)),
    st.dates(date(2018, 10, 26), date(2018, 11, 2)),
)
DAILIES = st.builds(
    Daily,
    hour=st.builds(time, st.integers(0, 23), st.sampled_from([0, 30])),
    zone=st.sampled_from([None, "Asia/Tokyo", "America/Los_Angeles", "Europe/Paris"]),
)


@given(starts=st.lists(STARTS, max_size=6), daily=DAILIES)
def test_each_session_is_in_one_digest(starts: list[datetime | date | None], daily: Daily) -> None:
    """Whatever the clock, also in the night in which clocks change; and none is empty."""
    sessions = [session(str(number), start) for number, start in enumerate(starts)]
    whole = programme(*sessions)
    days = [sessions_of(whole, each.due, each.until) for each in mornings(whole, [daily])]
    assert all(days)
    told = sorted(each.id for day in days for each in day)
    assert told == [each.id for each in sessions if each.day is not None]


SESSION = Target(kind=TargetKind.SESSION, event="e", value="a")
OTHER = Target(kind=TargetKind.SESSION, event="e", value="z")
PERSON = Person(id=1, created=NINE, digest=time(7, 30))
DIGEST = Delivery(
    id=1,
    kind=Owed.DIGEST,
    address=Address(platform="console", chat="1"),
    person=PERSON,
    about="2018-11-13",
    start=MORNING,
    lead=DAY,
    due=MORNING,
    expires=MORNING + 6 * HOUR,
)


def _told(delivery: Delivery, *sessions: Session, now: datetime = MORNING) -> object:
    follows = [Subscription(target=each, created=NINE) for each in (SESSION, OTHER)]
    return still_true(delivery, follows, programme(*sessions), now)


def test_a_digest_is_owed_for_what_is_on() -> None:
    """Of all that someone follows, what selects a session of the day."""
    assert _told(DIGEST, session("a"), session("z", NINE + DAY)) == (SESSION,)


def test_no_digest_of_an_empty_day() -> None:
    """Moved away since it was planned, or never there."""
    assert _told(DIGEST, session("a", NINE + DAY)) is Stale.EMPTY


def test_no_digest_once_it_is_switched_off_or_too_late() -> None:
    """Nobody needs the morning's news in the afternoon."""
    off = replace(DIGEST, person=replace(PERSON, digest=None))
    assert _told(off, session("a")) is Stale.UNSUBSCRIBED
    assert _told(DIGEST, session("a"), now=MORNING + 6 * HOUR) is Stale.OVER


def test_a_digest_respects_quiet_hours() -> None:
    """It comes when they end."""
    quiet = replace(DIGEST, person=replace(PERSON, quiet=(time(22), time(8))))
    assert _told(quiet, session("a")) == MORNING + HOUR / 2
