"""Hours of the day as people write them: `22:00 07:00`, `7.30`, `10pm`."""

from __future__ import annotations

import re
from datetime import time

_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm)?(?:[\s,;–—-]|to\b)*", re.IGNORECASE)


class HoursError(ValueError):
    """A text that does not name the hours it should; says how to write them."""


def parse_hours(text: str, count: int) -> tuple[time, ...]:
    """Read so many hours, apart by blanks, commas or a dash. Raises `HoursError`."""
    found: list[time] = []
    rest = text.strip()
    while rest and len(found) < count:
        match = _HOUR.match(rest)
        if match is None:
            break
        found.append(_hour(*match.groups()))
        rest = rest[match.end() :]
    if rest or len(found) < count:
        raise HoursError(f"{text!r} is not {count} times of day; write for example 22:00")
    return tuple(found)


def _hour(hours: str, minutes: str | None, half: str | None) -> time:
    hour, minute = int(hours), int(minutes or 0)
    if half is not None:
        if not 1 <= hour <= 12:
            raise HoursError(f"{hours}{half} is not a time of day; write for example 10pm")
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    try:
        return time(0 if (hour, minute) == (24, 0) else hour, minute)
    except ValueError:
        raise HoursError(f"{hours}:{minute:02d} is not a time of day; write 22:00") from None
