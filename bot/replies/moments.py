"""Days and hours for a reader: the venue's clock, and the reader's where it differs.

The rules that live here: the venue's time comes first where people meet in a place, the reader's
first where they meet online; a place names its clock by its city, never by an abbreviation; what
is not announced is said in words and never shown as an hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.messages import Line, Span
from bot.replies.wording import Wording
from bot.schedule.model import Event, Mode, Session
from bot.schedule.times import to_local


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom a reply is made: the wording, the IANA zone (None: not known, or not other than
    the venue's), and the present instant."""

    wording: Wording
    zone: str | None
    now: datetime


def city(wording: Wording, zone: str) -> str:
    """What people call the clock of an IANA zone: its city, in their language."""
    known = wording.locale.time_zones.get(zone)
    if known and "city" in known:
        return str(known["city"])
    name = zone.rpartition("/")[2].replace("_", " ")
    if zone.startswith("Etc/GMT") and name[3:4] in ("+", "-"):
        return "UTC" + ("−" if name[3] == "+" else "+") + name[4:]  # these count westwards
    return name


def clock(local: datetime) -> str:
    """The hour and minute on a 24-hour clock."""
    return f"{local:%H:%M}"


def day(reader: Reader, on: date, *, short: bool = False) -> str:
    """A day with its weekday, and with the year unless it is the present one."""
    return _day(reader.wording, on, short, on.year != reader.now.year)


@lru_cache(1024)
def _day(wording: Wording, on: date, short: bool, with_year: bool) -> str:
    width = "abbreviated" if short else "wide"
    return wording.say(
        "day" + ("-short" if short else "") + ("-year" if with_year else ""),
        weekday=wording.locale.days["format"][width][on.weekday()],
        day=wording.say("first-of-month") if on.day == 1 else str(on.day),
        month=wording.locale.months["format"][width][on.month],
        number=str(on.month),
        year=str(on.year),
    )


def days(reader: Reader, first: date, last: date) -> str:
    """From which day to which day something runs."""
    if first == last:
        return day(reader, first)
    return reader.wording.say("days", first=day(reader, first), last=day(reader, last))


def when(session: Session, event: Event, reader: Reader, *, short: bool = False) -> Line:
    """When a session is, or what of that is not announced. `short` leaves the venue's city
    away where no other clock is named."""
    wording, start = reader.wording, session.start
    if start is None:
        return (Span(text=_unannounced(session, reader, short)),)
    here = to_local(start, event.timezone)
    venue: Line = (Span(text=_at(session, here, event, reader, short=short), moment=start),)
    there = to_local(start, reader.zone) if reader.zone else here
    if there.utcoffset() == here.utcoffset():
        return venue if short else _in(reader, venue, event.timezone)
    assert reader.zone is not None
    venue = _in(reader, venue, event.timezone)
    if event.mode is Mode.ONLINE:
        own = _at(session, there, event, reader, short=short, zone=reader.zone)
        whole = wording.line("your-time-first", when=own, city=city(wording, reader.zone))
        return wording.line("first-and-second", first=whole, second=_at_venue(here, event, reader))
    return wording.line("first-and-second", first=venue, second=_your_time(here, there, reader))


def _unannounced(session: Session, reader: Reader, short: bool) -> str:
    wording = reader.wording
    if session.day is None:
        return wording.say("unannounced-day")
    on = day(reader, session.day, short=short)
    if session.part is None:
        return wording.say("unannounced-hour", day=on)
    return wording.say("unannounced-hour-part", day=on, part=wording.say(f"part-{session.part}"))


def _at(
    session: Session,
    local: datetime,
    event: Event,
    reader: Reader,
    *,
    short: bool,
    zone: str | None = None,
) -> str:
    """Day and hours on one clock, the venue's or that of `zone`."""
    wording = reader.wording
    on = day(reader, local.date(), short=short)
    if session.end is None:
        return wording.say("day-hour", day=on, hour=clock(local))
    end = to_local(session.end, zone or event.timezone)
    if end - local >= timedelta(days=1):
        return wording.say(
            "day-hour-until-day",
            day=on,
            hour=clock(local),
            last=day(reader, end.date(), short=short),
            end=clock(end),
        )
    return wording.say("day-hours", day=on, start=clock(local), end=clock(end))


def _in(reader: Reader, said: Line, zone: str) -> Line:
    return reader.wording.line("in-city", when=said, city=city(reader.wording, zone))


def _your_time(here: datetime, there: datetime, reader: Reader) -> Line:
    assert reader.zone is not None
    wording = reader.wording
    said = wording.line("your-time", hour=clock(there), city=city(wording, reader.zone))
    return _shifted(said, (there.date() - here.date()).days, wording)


def _at_venue(here: datetime, event: Event, reader: Reader) -> Line:
    assert reader.zone is not None
    said = reader.wording.line(
        "venue-time", hour=clock(here), city=city(reader.wording, event.timezone)
    )
    there = to_local(here, reader.zone)
    return _shifted(said, (here.date() - there.date()).days, reader.wording)


def _shifted(said: Line, days: int, wording: Wording) -> Line:
    """Marks a clock whose calendar shows another day than the one already named."""
    if not days:
        return said
    return wording.line("later-day" if days > 0 else "earlier-day", when=said, days=abs(days))


def relative(moment: datetime, event: Event, reader: Reader) -> str:
    """How far off an instant is: `now`, `in 9 minutes`, `tomorrow`, `5 minutes ago`. Days are
    counted on the reader's calendar, else on the venue's."""
    minutes = round((moment - reader.now).total_seconds() / 60)
    way, minutes = ("in" if minutes > 0 else "ago"), abs(minutes)
    say = reader.wording.say
    if minutes == 0:
        return say("now")
    if minutes < 60:
        return say(f"{way}-minutes", minutes=minutes)
    hours, rest = divmod(minutes, 60)
    zone = reader.zone or event.timezone
    days = abs((to_local(moment, zone).date() - to_local(reader.now, zone).date()).days)
    if days > 1 or (days == 1 and hours > 12):
        return in_days(days, reader.wording) if way == "in" else say("ago-days", days=days)
    if rest and hours < 3:
        return say(f"{way}-hours-minutes", hours=hours, minutes=rest)
    return say(f"{way}-hours", hours=round(minutes / 60))


def in_days(days: int, wording: Wording) -> str:
    """A day by how far off it is: `tomorrow`, `in 3 days`."""
    return wording.say("in-days", days=days)
