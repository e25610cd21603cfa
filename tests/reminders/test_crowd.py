"""When a crowd's reminders have to start leaving."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.crowd import EARLIEST, NOTICEABLE, begins
from tests.programmes import HOUR, NINE, TEN_MINUTES

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def test_a_crowd_starts_early_enough_for_its_last() -> None:
    """18,000 at 30 a second take ten minutes."""
    assert begins({NINE: 18_000}, 30) == {NINE: NINE - TEN_MINUTES}


def test_a_few_are_told_when_it_is_due() -> None:
    """Nobody notices some seconds."""
    assert begins({}, 30) == {}
    assert begins({NINE: 1_799}, 30) == {}
    assert begins({NINE: 1_800}, 30) == {NINE: NINE - MINUTE}


def test_an_earlier_crowd_is_through_before_a_later_one_starts() -> None:
    """Also a small one, which would otherwise stand in its way."""
    crowds = {NINE - 5 * MINUTE: 1_200, NINE: 18_000}
    assert begins(crowds, 30) == {
        NINE - 5 * MINUTE: NINE - TEN_MINUTES - 40 * SECOND,
        NINE: NINE - TEN_MINUTES,
    }


def test_never_more_than_an_hour_early() -> None:
    """A million at 30 a second would take nine hours."""
    assert begins({NINE: 1_000_000}, 30) == {NINE: NINE - HOUR}


CROWDS = st.dictionaries(
    st.integers(0, 300).map(lambda count: NINE + count * MINUTE), st.integers(0, 40_000)
)


@given(CROWDS, st.sampled_from([25.0, 30.0, 800.0]))
def test_everything_is_through_in_time_if_an_hour_is_enough(
    crowds: dict[datetime, int], rate: float
) -> None:
    """Sent in order of time, each from when it begins: the last one leaves before it is due."""
    early = begins(crowds, rate)
    if any(due - begin >= EARLIEST for due, begin in early.items()):
        return
    free = datetime.min.replace(tzinfo=NINE.tzinfo)
    for due in sorted(crowds):
        begin = early.get(due, due)
        assert begin == due or due - begin >= NOTICEABLE
        free = max(free, begin) + timedelta(seconds=crowds[due] / rate)
        assert free <= due + NOTICEABLE + SECOND
