"""How days, hours, lengths of time and time zones are written in a schedule file."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.schedule.kinds import Fault, Schema, list_of, texts
from bot.schedule.problems import quoted
from bot.schedule.times import known_zone, suggest_zone

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::00)?")
_OFFSET = re.compile(r"[0-9]\s*(Z|UTC|GMT|[+-][0-9]{1,2}(:?[0-9]{2})?)$")


@dataclass(frozen=True)
class Moment:
    """What a text says about a local time: a day, an hour, or both. An hour of 24:00 is given
    as `after_midnight`, the midnight that ends the day."""

    day: date | None
    hour: time | None
    after_midnight: bool = False

    def on(self, day: date) -> datetime:
        """The local date and time, on `day` if the text names none."""
        local = datetime.combine(self.day or day, self.hour or time())
        return local + timedelta(days=1) if self.after_midnight else local


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    if not found:
        raise Fault("date", f"{quoted(text)} is not a date", f"write it like {_iso(text)}")
    year, month, day = map(int, found.groups())
    if not 1970 <= year <= 2100:
        raise Fault("date", f"{quoted(text)} is not a day of our time", "is the year right?")
    if not 1 <= month <= 12:
        raise Fault("date", f"{quoted(text)} is not a day in the calendar", "write year-month-day")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        cure = f"{date(year, month, 1):%B %Y} has {days} days"
        raise Fault("date", f"{quoted(text)} is not a day in the calendar", cure)
    return date(year, month, day)


def _iso(text: str) -> str:
    """The date that `13/11/2018` or `13.11.2018` must mean; else an example."""
    found = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})", text)
    first, second, year = map(int, found.groups()) if found else (0, 0, 0)
    if first <= 12 < second:
        first, second = second, first  # month/day/year
    certain = 12 < first <= 31 and 1 <= second <= 12
    return f"{year}-{second:02}-{first:02}" if certain else "2018-11-14"


def _clock(text: str) -> tuple[time, bool]:
    """An hour of the day, and whether it was written as 24:00."""
    found = _CLOCK.fullmatch(text)
    if not found:
        raise Fault("time", f"{quoted(text)} is not a time of day", "write it like 09:30 or 21:30")
    hour, minute = int(found[1]), int(found[2])
    if (hour, minute) == (24, 0):
        return time(), True
    if hour > 23 or minute > 59:
        raise Fault("time", f"{quoted(text)} is not a time of day", "hours end at 24:00")
    return time(hour, minute), False


def _moment(text: str) -> Moment:
    """A full local date and time, a day alone, or an hour alone."""
    if _CLOCK.fullmatch(text):
        hour, after_midnight = _clock(text)
        return Moment(None, hour, after_midnight)
    day, _, rest = re.sub(r"(?<=[0-9])T(?=[0-9])", " ", text).partition(" ")
    if not re.search(r"[0-9][-./][0-9]", day):
        raise Fault("date", f"{quoted(text)} is not a date", "write it like 2018-11-14 09:30")
    if not rest.strip():
        return Moment(_day(day), None)
    if _OFFSET.search(rest):
        cure = "write local venue time, like 2018-11-14 09:30, and the end under 'end:'"
        raise Fault("utc-offset", f"{quoted(text)} has a UTC offset", cure)
    hour, after_midnight = _clock(rest.strip())
    return Moment(_day(day), hour, after_midnight)


def _hour(text: str) -> time:
    hour, after_midnight = _clock(text)
    if after_midnight:
        raise Fault("time", f"{quoted(text)} is not a time of day", "write 00:00 for midnight")
    return hour


def _start(text: str) -> Moment:
    moment = _moment(text)
    if moment.day is None:
        raise Fault(
            "no-date", f"{quoted(text)} has no date", f"write it like 2018-11-14 {text.strip()}"
        )
    return moment


def _end(text: str) -> Moment:
    moment = _moment(text)
    if moment.hour is None:
        raise Fault("time", f"{quoted(text)} has no hour", "write it like 10:30")
    return moment


_LOCAL: Schema = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ T]+[0-9]{1,2}:[0-9]{2}(:00)?)?$",
}
_LATER: Schema = {
    "type": "string",
    "pattern": "^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ T]+)?[0-9]{1,2}:[0-9]{2}(:00)?$",
}
START = texts(_start, _LOCAL)
END = texts(_end, _LATER)
HOUR = texts(_hour, {"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}(:00)?$"})


def _days(text: str) -> tuple[date, date]:
    first, _, last = text.partition(" to ")
    if not last and len(text) > 10:
        cure = "write one day, or 2018-11-12 to 2018-11-14"
        raise Fault("date", f"{quoted(text)} are not the dates of an event", cure)
    days = _day(first.strip()), _day((last or first).strip())
    if days[1] < days[0]:
        raise Fault("order", "the last day is before the first day")
    return days


DAYS = texts(
    _days,
    {"type": "string", "pattern": "^[0-9-]+( to [0-9-]+)?$"},
)

_UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1), "m": timedelta(minutes=1)}


def _span(text: str) -> timedelta:
    if re.fullmatch(r"[0-9]{1,4}", text):
        raise Fault("unit", f"{quoted(text)} needs a unit", f"write {text}m or {text}h")
    if not re.fullmatch(r"([0-9]{1,4}[dhm]\s*)+", text):
        raise Fault(
            "duration", f"{quoted(text)} is not a length of time", "write it like 90m or 1h 30m"
        )
    parts = re.findall(r"([0-9]+)([dhm])", text)
    span = sum((int(number) * _UNITS[unit] for number, unit in parts), timedelta())
    if not timedelta() < span <= timedelta(days=60):
        raise Fault("duration", f"{quoted(text)} is not between 1 minute and 60 days")
    return span


SPAN = texts(_span, {"type": "string", "pattern": "^([0-9]{1,4}[dhm]\\s*)+$"})
SPANS = list_of(SPAN)


def _zone(text: str) -> str:
    if not known_zone(text):
        meant = suggest_zone(text)
        cure = f"did you mean {quoted(meant)}?" if meant else "write it like 'Europe/Paris'"
        raise Fault("time-zone", f"there is no time zone {quoted(text)}", cure)
    return text


ZONE = texts(_zone, {"type": "string"})
