"""The nights in which clocks change: a session keeps its instant and a morning its hour, and
everybody is told everything once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.clock import StillClock
from bot.reminders.leads import format_lead
from bot.schedule.times import to_utc
from bot.store import Store, people
from tests.delivery.stage import EVENT, Stage
from tests.programmes import HOUR, programme, session

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Night:
    """The night before a day on which clocks change in Paris."""

    day: date
    before: int
    after: int
    """Hours that Paris is ahead of UTC, until one o'clock UTC and from then on."""

    def utc(self, hour: int, minute: int = 0) -> datetime:
        """That hour UTC of the day; a negative one is of the day before."""
        midnight = datetime.combine(self.day, time(), UTC)
        return midnight + timedelta(hours=hour, minutes=minute)

    def paris(self, hour: int, minute: int = 0, *, days: int = 0) -> datetime:
        """When clocks in Paris show that, on the day or so many days later."""
        local = datetime.combine(self.day + days * DAY, time(hour, minute))
        return to_utc(local, "Europe/Paris")


@pytest.fixture(
    params=[Night(date(2019, 10, 27), 2, 1), Night(date(2019, 3, 31), 1, 2)],
    ids=["back", "forward"],
)
def night(request: pytest.FixtureRequest) -> Night:
    """In autumn clocks go from three to two, in spring from two to three."""
    found: Night = request.param
    return found


async def stage_with(store: Store, night: Night, *starts: datetime | date) -> Stage:
    """At the beginning of the day before; sessions `a`, `b` and so on."""
    sessions = [session(id, start) for id, start in zip("abcd", starts, strict=False)]
    stage = Stage(store, StillClock(night.utc(-24)), programme(*sessions, leads=(HOUR,)))
    await stage.courier.step()
    return stage


async def told(stage: Stage, until: datetime) -> list[tuple[datetime, str]]:
    """What is sent, and when, while the clock goes on until then."""
    sent = []
    while stage.clock() < until:
        moment = stage.clock() + HOUR / 2
        sent += [(moment, each) for each in await stage.at(moment)]
    return sent


async def test_sessions_in_that_night(store: Store, night: Night) -> None:
    """A lead is a span of real time, also between two sessions at half past two."""
    starts = [night.utc(0, 30), night.utc(1, 30), night.utc(2, 30)]
    stage = await stage_with(store, night, *starts)
    await stage.follow("ann", EVENT)
    assert await told(stage, night.utc(4)) == [
        (night.utc(-1, 30), "ann: a 1h"),
        (night.utc(0, 30), "ann: b 1h"),
        (night.utc(1, 30), "ann: c 1h"),
    ]


async def test_a_session_whose_hour_is_not_announced(store: Store, night: Night) -> None:
    """At eight in Paris, on both mornings."""
    stage = await stage_with(store, night, night.day)
    await stage.follow("ann", EVENT)
    moments = [moment for moment, _ in await told(stage, night.utc(24))]
    assert moments == [night.utc(8 - 24 - night.before), night.utc(8 - night.after)]


@pytest.mark.parametrize("hour", [time(7, 30), time(2, 30)], ids=["morning", "in the night"])
async def test_days_at_their_hour(store: Store, night: Night, hour: time) -> None:
    """Once each, also at an hour that comes twice or not at all; a session is in one of them."""
    starts = [night.paris(9, days=-1), night.paris(1), night.paris(9), night.paris(1, days=1)]
    stage = await stage_with(store, night, *starts)
    await store.do(people.set_digest, await stage.follow("ann", EVENT), hour)
    ahead = night.after if hour == time(7, 30) else night.before
    assert [each for each in await told(stage, night.utc(24)) if "day" in each[1]] == [
        (night.utc(hour.hour - 24 - night.before, 30), "ann: day a b"),
        (night.utc(hour.hour - ahead, 30), "ann: day c d"),
    ]


async def test_quiet_hours_end_at_seven(store: Store, night: Night) -> None:
    """What can wait comes then, by that morning's clock; the rest in the evening."""
    stage = await stage_with(store, night, night.paris(6, 30), night.paris(7, 30))
    person = await stage.follow("ann", EVENT)
    await store.do(people.set_quiet, person, (time(22, 10), time(7)))
    evening = night.paris(22, days=-1)
    left = format_lead(night.paris(6, 30) - evening)
    assert await told(stage, night.utc(12)) == [
        (evening, f"ann: a {left}"),
        (night.paris(7), "ann: b 30m"),
    ]


async def test_quiet_hours_that_end_when_clocks_change(store: Store, night: Night) -> None:
    """At the first half past two; or, if there is none, when it would have been."""
    stage = await stage_with(store, night, night.utc(2))
    person = await stage.follow("ann", EVENT)
    await store.do(people.set_quiet, person, (time(22), time(2, 30)))
    first = (night.utc(1), "ann: a 1h") if night.before == 2 else (night.utc(1, 30), "ann: a 30m")
    assert await told(stage, night.utc(12)) == [first]
