"""Dates that are told in part: which year, which month."""

from __future__ import annotations

from datetime import date, timedelta


def nearest(month: int | None, day: int, days: tuple[date, date]) -> date | None:
    """The date that a day means, of a month if one is told: one of the event, from the first to
    the last of `days`, else the one nearest to it. None if there is no such day: 31 November."""
    first, last = days
    months = [month] if month else [first.month, last.month]
    years = (first.year, last.year)
    found = [real for year in years for each in months if (real := _real(year, each, day))]
    return min(found, key=lambda real: max(first - real, real - last, timedelta()), default=None)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
