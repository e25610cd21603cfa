"""What is due arrives: once, at its moment, while it is true."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.reminders.due import start_of
from bot.reminders.leads import parse_leads
from bot.schedule.model import Contributor, Status
from bot.schedule.targets import Target, TargetKind
from bot.store import people, planning, subscriptions, updates
from tests.delivery.stage import EVENT, HIGHLIGHTS, Stage, address, target
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, schedule, session

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


async def test_a_reminder_comes_at_each_lead(stage: Stage) -> None:
    """At its moment, not before, and not again."""
    await stage.follow("ann", target("a"))
    assert await stage.at(NINE - HOUR - SECOND) == []
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]
    assert await stage.at(NINE - HOUR + SECOND) == []
    assert await stage.at(NINE - TEN_MINUTES) == ["ann: a 10m"]
    assert await stage.at(NINE) == []
    assert await stage.counts() == {"sent": 2}


async def test_only_followers_are_told(stage: Stage) -> None:
    """Each by what they follow."""
    await stage.follow("ann", target("a"))
    await stage.follow("bo", target("b"))
    await stage.follow("cy", HIGHLIGHTS)
    await stage.follow("di")
    await stage.follow("eve", EVENT)
    await stage.follow("flo", Target(kind=TargetKind.EVENT, event="other"))
    assert sorted(await stage.at(NINE - HOUR)) == ["ann: a 1h", "cy: a 1h", "eve: a 1h"]


async def test_following_a_session_in_several_ways_is_one_reminder(stage: Stage) -> None:
    """A speaker, the highlights, the session and the whole event: one message."""
    featured = session("a", featured=True, track="t", speakers=(Contributor(name="Ann"),))
    stage.courier.publish(programme(featured))
    track = Target(kind=TargetKind.TRACK, event="e", value="t")
    speaker = Target(kind=TargetKind.SPEAKER, event="e", value="Ann")
    await stage.follow("ann", target("a"), HIGHLIGHTS, EVENT, track, speaker)
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]


async def test_own_leads_count_before_the_events(stage: Stage) -> None:
    """The subscription's, else the person's, else the event's."""
    person = await stage.follow("ann", EVENT)
    await stage.store.do(people.set_leads, person, parse_leads("30m"))
    other = await stage.follow("bo", EVENT, leads=parse_leads("5m"))
    await stage.store.do(people.set_leads, other, parse_leads("30m"))
    assert await stage.at(NINE - HOUR) == []
    assert await stage.at(NINE - 30 * MINUTE) == ["ann: a 30m"]
    assert await stage.at(NINE - TEN_MINUTES) == []
    assert await stage.at(NINE - 5 * MINUTE) == ["bo: a 5m"]


async def test_leads_do_not_take_one_for_another(stage: Stage) -> None:
    """A lead of 10 minutes is not one of 100."""
    person = await stage.follow("ann", EVENT)
    await stage.store.do(people.set_leads, person, parse_leads("100m 1m"))
    assert await stage.at(NINE - 100 * MINUTE) == ["ann: a 1h40m"]
    assert await stage.at(NINE - TEN_MINUTES) == []
    assert await stage.at(NINE - MINUTE) == ["ann: a 1m"]
    assert await stage.counts() == {"sent": 2}


async def test_a_day_alone_is_told_on_two_mornings(stage: Stage) -> None:
    """At 8:00 in Paris, to every follower; with the hour announced, the rest follows."""
    stage.courier.publish(programme(session("a", date(2018, 11, 15))))
    person = await stage.follow("ann", EVENT)
    await stage.store.do(people.set_leads, person, parse_leads("10m"))
    assert len(await stage.at(datetime(2018, 11, 14, 7, tzinfo=UTC))) == 1
    assert len(await stage.at(datetime(2018, 11, 15, 7, tzinfo=UTC))) == 1
    announced = datetime(2018, 11, 15, 9, tzinfo=UTC)
    stage.courier.publish(programme(session("a", announced)))
    assert await stage.at(announced - TEN_MINUTES) == ["ann: a 10m"]


async def test_a_moved_session_is_told_at_its_new_time(stage: Stage) -> None:
    """Not at the old one, and again though it had been told before."""
    await stage.follow("ann", target("a"))
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]
    stage.courier.publish(programme(session("a", NINE + 2 * HOUR)))
    assert await stage.at(NINE - TEN_MINUTES) == []
    assert await stage.at(NINE + HOUR) == ["ann: a 1h"]
    assert await stage.at(NINE + 2 * HOUR - TEN_MINUTES) == ["ann: a 10m"]


async def test_a_called_off_session_is_not_told(stage: Stage) -> None:
    """Nothing is due for what does not take place."""
    await stage.follow("ann", target("a"))
    stage.courier.publish(programme(session("a", status=Status.CANCELLED)))
    assert await stage.at(NINE) == []
    assert await stage.counts() == {}


async def test_what_was_missed_while_down_comes_late(stage: Stage) -> None:
    """The latest reminder only, labelled late, with the time that is really left."""
    await stage.follow("ann", target("a"))
    await stage.restart()
    assert await stage.at(NINE - 3 * MINUTE) == ["ann: a 3m late"]
    assert await stage.counts() == {"sent": 1, "stale: superseded": 1}


async def test_what_was_missed_is_of_use_until_the_end(stage: Stage) -> None:
    """During the session one can still join; afterwards nothing is sent."""
    await stage.follow("ann", target("a"))
    assert await stage.at(NINE + HOUR - SECOND) == ["ann: a -59m late"]
    stage.courier.publish(programme(session("b", NINE + 2 * HOUR)))
    await stage.follow("ann", target("b"))
    await stage.restart()
    assert await stage.at(NINE + 3 * HOUR) == []


async def test_a_restart_repeats_nothing(stage: Stage) -> None:
    """How far planning got is in the store."""
    await stage.follow("ann", target("a"))
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]
    await stage.restart()
    assert await stage.at(NINE - HOUR + SECOND) == []
    await stage.follow("bo", target("a"))
    await stage.restart()
    assert await stage.at(NINE - HOUR + 2 * SECOND) == []


async def test_unsubscribing_stops_what_is_planned(stage: Stage) -> None:
    """What was planned but not sent is looked at again."""
    ann = await stage.follow("ann", target("a"))
    bo = await stage.follow("bo", target("a"))
    cy = await stage.follow("cy", target("a"))
    await stage.follow("di", target("a"))
    stage.clock.at = NINE - HOUR
    await stage.courier.plan()
    await stage.store.do(subscriptions.unsubscribe, ann, target("a"))
    await stage.store.do(subscriptions.unsubscribe_all, bo)
    await stage.store.do(people.set_leads, cy, parse_leads("5m"))
    await stage.store.do(people.mute, address("di"))
    assert await stage.at(NINE - HOUR) == []
    assert await stage.counts() == {"stale: unsubscribed": 2, "stale: muted": 1}


async def test_a_muted_address_hears_nothing_until_it_writes(stage: Stage) -> None:
    """Writing to the bot again lifts it."""
    await stage.follow("ann", target("a"))
    await stage.store.do(people.mute, address("ann"))
    assert await stage.at(NINE - HOUR) == []
    await stage.store.do(people.find_or_create, address("ann"), NINE)
    assert await stage.at(NINE - TEN_MINUTES) == ["ann: a 10m"]


async def test_a_snooze_comes_once_more(stage: Stage) -> None:
    """At the moment that was asked for, without a subscription."""
    await stage.follow("ann")
    start = start_of(session("a"), schedule())
    assert start is not None
    for _ in range(2):
        await stage.store.do(
            planning.snooze, address("ann"), session("a"), start, NINE - 5 * MINUTE
        )
    assert await stage.at(NINE - 6 * MINUTE) == []
    assert await stage.at(NINE - 5 * MINUTE) == ["ann: a 5m"]
    assert await stage.at(NINE - 4 * MINUTE) == []


async def test_the_most_urgent_leaves_first(stage: Stage) -> None:
    """Of what is due together, the session that starts first."""
    stage.courier.publish(programme(session("late", NINE + 50 * MINUTE), session("soon")))
    for chat in ("ann", "bo"):
        await stage.follow(chat, EVENT)
    sent = await stage.at(NINE - TEN_MINUTES)
    assert [text.split()[1] for text in sent] == ["soon", "soon", "late", "late"]


async def test_a_crowd_is_planned_in_parts(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left out between two parts, and nobody gets it twice."""
    monkeypatch.setattr(planning, "CHUNK", 7)
    crowd = [f"{number:03}" for number in range(100)]
    for chat in crowd:
        by_session, by_highlights = chat > "030", chat < "060"
        await stage.follow(chat, *[target("a")] * by_session, *[HIGHLIGHTS] * by_highlights)
    assert sorted(await stage.at(NINE - HOUR)) == [f"{chat}: a 1h" for chat in crowd]


async def test_a_clock_that_is_set_forward_and_back(stage: Stage) -> None:
    """Forward: what was passed over comes. Back: nothing comes twice, and nothing is left out."""
    await stage.follow("ann", target("a"))
    assert await stage.at(NINE - HOUR + 5 * MINUTE) == ["ann: a 55m late"]
    assert await stage.at(NINE - 2 * HOUR) == []
    await stage.follow("bo", target("a"))
    assert await stage.at(NINE - HOUR) == ["bo: a 1h"]
    assert sorted(await stage.at(NINE - TEN_MINUTES)) == ["ann: a 10m", "bo: a 10m"]


async def test_a_clock_that_was_far_ahead_before_a_restart(stage: Stage) -> None:
    """The bot does not wait until it is that late again."""
    await stage.follow("ann", target("a"))
    stage.courier.publish(programme())
    assert await stage.at(NINE + 365 * 24 * HOUR) == []
    stage.courier.publish(programme(session("a")))
    await stage.restart()
    assert await stage.at(NINE - 2 * HOUR) == []
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]


async def test_the_night_when_clocks_go_back(stage: Stage) -> None:
    """A lead is a span of real time: a day before is 24 hours before."""
    start = datetime(2019, 10, 27, 9, tzinfo=UTC)
    day = timedelta(days=1)
    stage.courier.publish(programme(session("a", start), leads=(day,)))
    await stage.follow("ann", target("a"))
    assert await stage.at(start - day - SECOND) == []
    assert await stage.at(start - day) == ["ann: a 1d"]


async def test_what_is_long_over_is_forgotten(stage: Stage) -> None:
    """Once a day the bot looks what need not be kept any more."""
    await stage.follow("ann", target("a"))
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]
    await stage.store.do(updates.receive, "stage", [(1, "{}")], NINE)
    await stage.store.do(updates.answered, "stage", 1)
    await stage.at(NINE + timedelta(days=29))
    assert (await stage.counts())["sent"] == 1
    await stage.at(NINE + timedelta(days=31))
    assert "sent" not in await stage.counts()
    assert await stage.store.do(updates.receive, "stage", [(1, "{}")], NINE) == [1]


async def test_a_rehearsal_goes_from_moment_to_moment(stage: Stage) -> None:
    """Every reminder of the event, at its own time, as fast as it goes."""
    stage.courier.publish(programme(session("a"), session("b", NINE + HOUR)))
    await stage.follow("ann", EVENT)
    await stage.courier.rehearse(stage.clock, NINE + 3 * HOUR)
    assert stage.chat.sent == ["ann: a 1h", "ann: a 10m", "ann: b 1h", "ann: b 10m"]
    assert stage.clock() == NINE + 3 * HOUR
