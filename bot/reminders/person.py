"""Who is reminded, and of what: a person's profile and what they follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from bot.reminders.leads import Leads
from bot.reminders.quiet import Hours
from bot.schedule.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A profile. None means not chosen: the zone and the leads are then the event's, and the
    language is `heard`, the one that they last wrote in. `quiet` is the local span of day in
    which nothing is sent, `digest` the local hour at which they get their day.

    A group that follows something is a person too: it speaks for everyone in it.
    """

    id: int
    language: str | None = None
    zone: str | None = None
    leads: Leads | None = None
    quiet: Hours | None = None
    digest: time | None = None
    heard: str | None = None
    created: datetime

    @property
    def reads(self) -> str | None:
        """The language to write to them in, as far as it is known."""
        return self.language or self.heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A followed target, with leads of its own where the person chose some for it."""

    target: Target
    leads: Leads | None = None
    created: datetime


def leads_for(subscription: Subscription, person: Person, event: Leads) -> Leads:
    """The leads that count for what is followed: its own, else the person's, else the event's."""
    return subscription.leads or person.leads or event
