"""How leads are read and written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.leads import LeadsError, LeadsFault, check_leads, format_lead, parse_leads

MINUTES = st.integers(1, 30 * 24 * 60).map(lambda count: timedelta(minutes=count))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1d 1h 10m", [1440, 60, 10]),
        ("10m, 1h,1D", [1440, 60, 10]),
        ("1h30m", [90]),
        ("90min 90m", [90]),
        ("2w", [20160]),
    ],
)
def test_reads_leads(text: str, minutes: list[int]) -> None:
    """Longest first, each once."""
    assert parse_leads(text) == tuple(timedelta(minutes=count) for count in minutes)


@pytest.mark.parametrize(
    ("text", "fault", "says"),
    [
        (" ", LeadsFault.EMPTY, "no lead given; write for example: 1d 1h 10m"),
        ("1h soon", LeadsFault.UNREADABLE, "'soon' is not a lead; write for example: 1d 1h 10m"),
        ("10", LeadsFault.UNREADABLE, "'10' is not a lead"),
        ("-5m", LeadsFault.UNREADABLE, "'-5m' is not a lead"),
        ("0m", LeadsFault.TOO_SHORT, "'0m' is too short: the shortest lead is 1m"),
        ("31d", LeadsFault.TOO_LONG, "'31d' is too long: the longest lead is 30d"),
        ("999999w" * 500, LeadsFault.TOO_LONG, "the longest lead is 30d"),
        ("1m 2m 3m 4m 5m 6m 7m 8m 9m", LeadsFault.TOO_MANY, "at most 8 leads"),
    ],
)
def test_says_what_is_wrong(text: str, fault: LeadsFault, says: str) -> None:
    """The fault, the piece of text at fault, and the cure."""
    with pytest.raises(LeadsError) as raised:
        parse_leads(text)
    assert raised.value.fault is fault
    assert says in str(raised.value)
    assert raised.value.part in text


def test_refuses_parts_of_a_minute() -> None:
    """Leads from elsewhere than a text are held to the same rule."""
    with pytest.raises(LeadsError, match="'90s' is not a lead"):
        check_leads([timedelta(seconds=90)])


@given(st.lists(MINUTES, min_size=1, max_size=8))
def test_reads_what_it_writes(leads: list[timedelta]) -> None:
    """`format_lead` and `parse_leads` are each other's inverse."""
    assert parse_leads(" ".join(map(format_lead, leads))) == check_leads(leads)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but `LeadsError` is raised."""
    try:
        parse_leads(text)
    except LeadsError:
        pass
