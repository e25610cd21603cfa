"""How hours of the day are read."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.hours import HoursError, parse_hours

HOURS = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("22:00 07:00", [time(22), time(7)]),
        ("22:00-07:00", [time(22), time(7)]),
        ("22 – 7", [time(22), time(7)]),
        ("22.30, 6.15", [time(22, 30), time(6, 15)]),
        ("22h30 7h", [time(22, 30), time(7)]),
        ("10pm to 7 AM", [time(22), time(7)]),
        ("24:00 12am", [time(0), time(0)]),
        ("٢٢:٠٠ ٠٧:٠٠", [time(22), time(7)]),
    ],
)
def test_reads_two_hours(text: str, read: list[time]) -> None:
    """As people write them in any of the languages."""
    assert list(parse_hours(text, 2)) == read


@pytest.mark.parametrize("text", ["", "22:00", "25:00 7:00", "22:60 7", "13pm 7", "soon", "1 2 3"])
def test_says_what_is_wrong(text: str) -> None:
    """With an example of how to write it."""
    with pytest.raises(HoursError, match="write"):
        parse_hours(text, 2)


@given(st.lists(HOURS, min_size=2, max_size=2))
def test_reads_what_is_usual(hours: list[time]) -> None:
    """`22:00 07:00`."""
    text = " ".join(f"{hour:%H:%M}" for hour in hours)
    assert list(parse_hours(text, 2)) == hours


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but `HoursError` is raised."""
    try:
        parse_hours(text, 1)
    except HoursError:
        pass
