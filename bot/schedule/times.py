"""Local time and instants: the only module that knows pytz.

Inside the bot every instant is aware UTC; a local time exists only together with the name of a
zone. Twice a year a local time is missing or comes twice: `to_utc` says so, `to_utc_anyhow`
settles it by a fixed rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches

import pytz


class UnknownZone(ValueError):
    """No time zone has this name. `suggestion` is a zone that may be meant."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.suggestion = suggest_zone(name)
        super().__init__(f"there is no time zone {name!r}")


class ClockChange(ValueError):
    """A local time that the clocks of a zone do not show exactly once. `why` is a sentence."""

    def __init__(self, local: datetime, zone: str, why: str) -> None:
        self.local = local
        self.zone = zone
        super().__init__(why)


class MissingHour(ClockChange):
    """A local time that clocks jump over when they go forward."""

    def __init__(self, local: datetime, zone: str) -> None:
        why = f"{local:%H:%M} does not exist on {_day(local)} in {zone}: clocks go forward"
        super().__init__(local, zone, why)


class DoubleHour(ClockChange):
    """A local time that comes twice because clocks go back."""

    def __init__(self, local: datetime, zone: str) -> None:
        why = f"{local:%H:%M} happens twice on {_day(local)} in {zone}: clocks go back"
        super().__init__(local, zone, why)


def _day(local: datetime) -> str:
    return f"{local.day} {local:%B %Y}"


def known_zone(name: str) -> bool:
    """Whether `name` is the exact name of a time zone, such as `Europe/Paris`."""
    return name in pytz.all_timezones_set


def zone(name: str) -> pytz.BaseTzInfo:
    """The zone of that name, to show instants in. Raises `UnknownZone`."""
    if not known_zone(name):
        raise UnknownZone(name)
    return pytz.timezone(name)


def suggest_zone(name: str) -> str | None:
    """The zone someone may mean who wrote a city, a country with one zone, or a misspelt name."""
    wanted = _plain(name)
    places: dict[str, str] = {}
    for place, full in _places():
        places.setdefault(place, full)
    if wanted in places:
        return places[wanted]
    close = get_close_matches(wanted, places, n=1, cutoff=0.8)
    return places[close[0]] if close else None


def _places() -> Iterator[tuple[str, str]]:
    """What zones are called, best names first: full names, cities, countries with one zone."""
    for full in pytz.common_timezones:
        yield _plain(full), full
    for full in pytz.common_timezones:
        yield _plain(full.rpartition("/")[2]), full
    for code, country in pytz.country_names.items():
        zones = pytz.country_timezones.get(code, [])
        if len(zones) == 1:
            yield _plain(country), zones[0]


def _plain(name: str) -> str:
    return name.strip().casefold().replace("_", " ").replace("-", " ")


def to_utc(local: datetime, zone_name: str) -> datetime:
    """The instant at which the clocks of the zone show `local` (naive).

    Raises `MissingHour`, `DoubleHour` or `UnknownZone`.
    """
    try:
        return zone(zone_name).localize(local, is_dst=None).astimezone(UTC)
    except pytz.NonExistentTimeError:
        raise MissingHour(local, zone_name) from None
    except pytz.AmbiguousTimeError:
        raise DoubleHour(local, zone_name) from None


def to_utc_anyhow(local: datetime, zone_name: str) -> datetime:
    """As `to_utc`, without fail in a known zone: a time that comes twice is the first one, a
    missing one is when clocks would have shown it had they not been moved."""
    try:
        return to_utc(local, zone_name)
    except ClockChange as change:
        first = isinstance(change, DoubleHour)
        return zone(zone_name).localize(local, is_dst=first).astimezone(UTC)


def to_local(instant: datetime, zone_name: str) -> datetime:
    """What the clocks of the zone show at an (aware) instant. Raises `UnknownZone`."""
    if instant.tzinfo is None:
        raise ValueError("an instant is aware, not a naive datetime")
    return instant.astimezone(zone(zone_name))


def day_of(instant: datetime, zone_name: str) -> date:
    """The calendar day in the zone at an instant."""
    return to_local(instant, zone_name).date()


def day_bounds(day: date, zone_name: str) -> tuple[datetime, datetime]:
    """From the first instant of a calendar day in the zone to the first one of the next day."""
    midnight = datetime.combine(day, time())
    return (
        to_utc_anyhow(midnight, zone_name),
        to_utc_anyhow(midnight + timedelta(days=1), zone_name),
    )
