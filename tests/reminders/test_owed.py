"""What is looked at again right before it is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages import Address
from bot.reminders.owed import LATE, Delivery, Owed, Stale, still_true
from bot.reminders.person import Person, Subscription
from bot.schedule.model import Programme, Status
from bot.schedule.targets import Target, TargetKind
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, session

SESSION = Target(kind=TargetKind.SESSION, event="e", value="a")
EVENT = Target(kind=TargetKind.EVENT, event="e")
NOW = NINE - TEN_MINUTES

PERSON = Person(id=1, created=NINE)
FOLLOWS = [Subscription(target=SESSION, created=NINE), Subscription(target=EVENT, created=NINE)]
DELIVERY = Delivery(
    id=1,
    kind=Owed.REMINDER,
    address=Address(platform="console", chat="1"),
    person=PERSON,
    about="e/a",
    start=NINE,
    lead=TEN_MINUTES,
    due=NOW,
    expires=NINE + HOUR,
)


def test_owed_for_all_that_selects_the_session() -> None:
    """So that the message can say why it came and offer to stop it."""
    assert still_true(DELIVERY, FOLLOWS, programme(session("a")), NOW) == (SESSION, EVENT)


@pytest.mark.parametrize(
    ("then", "why"),
    [
        (programme(), Stale.GONE),
        (programme(session("a", status=Status.CANCELLED)), Stale.CALLED_OFF),
        (programme(session("a", NINE + HOUR)), Stale.MOVED),
        (programme(session("a", date(2018, 11, 13))), Stale.MOVED),
        (programme(session("a", None)), Stale.MOVED),
        (programme(session("a"), leads=(HOUR,)), Stale.UNSUBSCRIBED),
    ],
)
def test_the_programme_has_changed(then: Programme, why: Stale) -> None:
    """What the programme no longer says is not sent, for the reason that is counted."""
    assert still_true(DELIVERY, FOLLOWS, then, NOW) is why


def test_nobody_is_told_of_what_is_over() -> None:
    """A reminder is of use until the session ends."""
    after = NINE + HOUR
    assert still_true(DELIVERY, FOLLOWS, programme(session("a")), after) is Stale.OVER
    before = after - timedelta(seconds=1)
    assert still_true(DELIVERY, FOLLOWS, programme(session("a")), before) == (SESSION, EVENT)


def test_the_person_changed_their_mind() -> None:
    """Subscriptions and leads count as they are when the message leaves."""
    now = programme(session("a"))
    assert still_true(DELIVERY, [], now, NOW) is Stale.UNSUBSCRIBED
    hourly = replace(DELIVERY, person=replace(PERSON, leads=(HOUR,)))
    assert still_true(hourly, FOLLOWS, now, NOW) is Stale.UNSUBSCRIBED
    own = [replace(FOLLOWS[0], leads=(TEN_MINUTES,))]
    assert still_true(hourly, own, now, NOW) == (SESSION,)


def test_a_snooze_was_asked_for() -> None:
    """It comes without a subscription, also after a move, but not when the session is over."""
    snooze = replace(DELIVERY, kind=Owed.SNOOZE)
    assert still_true(snooze, [], programme(session("a", NINE + HOUR)), NOW) == ()
    assert still_true(snooze, [], programme(session("a")), NINE + HOUR) is Stale.OVER


def test_the_key_is_the_same_on_every_machine() -> None:
    """It does not hang on the number of the row, but on all that makes the delivery its own."""
    assert replace(DELIVERY, id=2, attempts=5).key == DELIVERY.key
    other = Address(platform="console", chat="2")
    changed = [
        replace(DELIVERY, kind=Owed.SNOOZE),
        replace(DELIVERY, address=other),
        replace(DELIVERY, about="e/b"),
        replace(DELIVERY, start=NINE + HOUR),
        replace(DELIVERY, lead=HOUR),
    ]
    assert len({DELIVERY.key, *(each.key for each in changed)}) == 6


def test_what_is_late() -> None:
    """A few seconds are not worth a word."""
    assert not DELIVERY.late(NOW + LATE)
    assert DELIVERY.late(NOW + LATE + timedelta(seconds=1))
