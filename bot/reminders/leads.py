"""Leads: how long before a session someone wants to hear of it, and how people write that.

A lead is an exact span (1d is 24 hours), a whole number of minutes from one minute to thirty
days; a person has at most eight, kept longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

Leads = tuple[timedelta, ...]

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=30)
MOST = 8

_MINUTES = {"w": 7 * 24 * 60, "d": 24 * 60, "h": 60, "m": 1}
_LEAD = re.compile(r"(?:\d{1,6}(?:w|d|h|min|m))+")
_PART = re.compile(r"(\d+)(w|d|h|m)")


class LeadsFault(StrEnum):
    """What is wrong with leads as someone wrote them."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"


class LeadsError(ValueError):
    """Leads that cannot be used. `part` is the piece of text at fault."""

    def __init__(self, fault: LeadsFault, part: str = "") -> None:
        super().__init__(_SENTENCES[fault].format(part=part))
        self.fault = fault
        self.part = part


_SENTENCES = {
    LeadsFault.EMPTY: "no lead given; write for example: 1d 1h 10m",
    LeadsFault.UNREADABLE: "'{part}' is not a lead; write for example: 1d 1h 10m",
    LeadsFault.TOO_SHORT: "'{part}' is too short: the shortest lead is 1m",
    LeadsFault.TOO_LONG: "'{part}' is too long: the longest lead is 30d",
    LeadsFault.TOO_MANY: f"at most {MOST} leads",
}


def parse_leads(text: str) -> Leads:
    """Read leads such as `1d 1h 10m`, `90m` or `1h30m`, apart by blanks or commas.

    Raises `LeadsError`.
    """
    return check_leads(_lead(part) for part in text.lower().replace(",", " ").split())


def check_leads(leads: Iterable[timedelta]) -> Leads:
    """Those leads once each, longest first. Raises `LeadsError` if one is out of bounds."""
    found = tuple(sorted(set(leads), reverse=True))
    if not found:
        raise LeadsError(LeadsFault.EMPTY)
    for lead in found:
        if lead < SHORTEST:
            raise LeadsError(LeadsFault.TOO_SHORT, f"{lead.total_seconds():g}s")
        if lead > LONGEST:
            raise LeadsError(LeadsFault.TOO_LONG, format_lead(lead))
        if lead % SHORTEST:
            raise LeadsError(LeadsFault.UNREADABLE, f"{lead.total_seconds():g}s")
    if len(found) > MOST:
        raise LeadsError(LeadsFault.TOO_MANY)
    return found


def format_lead(lead: timedelta) -> str:
    """A lead as `parse_leads` reads it: `1d`, `1h30m`."""
    minutes = int(lead.total_seconds()) // 60
    written = ""
    for unit in ("d", "h", "m"):
        count, minutes = divmod(minutes, _MINUTES[unit])
        written += f"{count}{unit}" if count else ""
    return written or "0m"


def _lead(part: str) -> timedelta:
    if not _LEAD.fullmatch(part):
        raise LeadsError(LeadsFault.UNREADABLE, part)
    minutes = sum(int(count) * _MINUTES[unit] for count, unit in _PART.findall(part))
    if minutes > LONGEST // SHORTEST:
        raise LeadsError(LeadsFault.TOO_LONG, part)
    if minutes < 1:
        raise LeadsError(LeadsFault.TOO_SHORT, part)
    return timedelta(minutes=minutes)
