"""Spans of days that one day bounds: "until Wednesday", "after Monday", "from Tuesday onwards"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.questions.times.hours import is_day
from bot.questions.times.sheet import Atom

_BEHIND = ("time.before", "time.after", "time.until", "time.onward")


def reach(
    atoms: Sequence[Atom], day: date, today: date, days: tuple[date, date], *, postfix: bool
) -> tuple[date, date]:
    """From which day to which one is meant, where `day` is the only one named. `days` are the
    event's first and last; `postfix`: the bounds stand behind their day."""
    kinds = {kind for atom in atoms if is_day(atom) for kind in _beside(atom, atoms, postfix)}
    first, last = days
    since = min(max(today, first), day)
    if "time.until" in kinds and "time.today" not in kinds:  # but "ليوم" is "for the day of"
        return since, day
    if "time.onward" in kinds:
        return day, last if day >= today else today
    if "time.before" in kinds:
        return (since if since < day else min(first, day)), day - timedelta(days=1)
    later = "time.after" in kinds and day != today  # but "later today" is today
    if later and kinds.isdisjoint(("time.from", "time.coming")):
        return day + timedelta(days=1), last
    return day, day


def next_week(today: date, days: tuple[date, date]) -> list[date]:
    """The first and last day of the event in the week to come; its Monday if there is none."""
    monday = today + timedelta(days=8 - today.isoweekday())
    first, last = max(days[0], monday), min(days[1], monday + timedelta(days=6))
    return [first, last] if first <= last else [monday]


def _beside(day: Atom, atoms: Sequence[Atom], postfix: bool) -> set[str]:
    """What stands right before a day, and of its bounds behind it those that count there."""
    before = {a.kind for a in atoms if 0 <= day.start - a.end <= 1 and a is not day}
    behind = {a.kind for a in atoms if 0 <= a.start - day.end <= 1 and a.kind in _BEHIND}
    if not postfix:  # "from Tuesday onwards"
        behind &= {"time.onward"} if "time.from" in before else set()
    return before | behind
