"""Who is reminded, and of what: a person's profile and what they follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from bot.reminders.leads import Leads
from bot.schedule.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A profile. None means not chosen: the language and zone are then guessed or the event's,
    the leads the event's. `quiet` is the local span of day in which nothing is sent.

    A group that follows something is a person too: it speaks for everyone in it.
    """

    id: int
    language: str | None = None
    zone: str | None = None
    leads: Leads | None = None
    quiet: tuple[time, time] | None = None
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A followed target, with leads of its own where the person chose some for it."""

    target: Target
    leads: Leads | None = None
    created: datetime


def leads_for(subscription: Subscription, person: Person, event: Leads) -> Leads:
    """The leads that count for what is followed: its own, else the person's, else the event's."""
    return subscription.leads or person.leads or event
