"""Planning: deliveries made in sets.

One INSERT ... SELECT for each followed target takes the place of a job for each person; the
unique key makes it harmless to do it twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.messages import Address, Urgency
from bot.reminders.daily import USE, Morning
from bot.reminders.due import Due, Start
from bot.reminders.leads import Leads
from bot.reminders.owed import Owed, Stale
from bot.reminders.quiet import Quiet
from bot.schedule.model import Session
from bot.schedule.targets import Target
from bot.store import people, subscriptions
from bot.store.insert import Insert, insert
from bot.store.schedules import Publication
from bot.store.tables import (
    OPEN,
    Instant,
    LeadList,
    Span,
    address,
    delivery,
    person,
    subscription,
)

CHUNK = 10_000
"""Followers planned in one transaction: a whole million would hold the database for seconds."""

NEWS = timedelta(days=1)
"""For how long a notice that could not be sent is still news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """What is owed to all followers of a target, or those who want it at `lead` (if `leads`,
    the event's own, are given), or those who have such `quiet` hours, or are on a `platform`. An
    `urgent` notice leaves among the reminders. To a crowd it leaves from `begins` on, before it
    is due but behind everything else."""

    kind: Owed
    about: str
    start: datetime
    lead: timedelta
    due: datetime
    expires: datetime
    leads: Leads | None = None
    quiet: Quiet | None = None
    urgent: bool = False
    platform: str | None = None
    begins: datetime | None = None

    @property
    def urgency(self) -> Urgency:
        """What leaves first."""
        if self.begins is not None:
            return Urgency.BROADCAST
        return Urgency.REMINDER if self.urgent else self.kind.urgency

    @classmethod
    def of(cls, due: Due, leads: Leads) -> Owing:
        """What a due moment owes; `leads` are the event's."""
        day_only = due.start.day_only
        return cls(
            kind=Owed.DAY if day_only else Owed.REMINDER,
            about=due.session.key,
            start=due.start.at,
            lead=due.lead,
            due=due.due,
            expires=due.start.ends,
            leads=None if day_only else leads,
            quiet=due.quiet,
        )

    @classmethod
    def notice(cls, new: Publication, now: datetime, *, urgent: bool = False) -> Owing:
        """What a publication owes. Its instant makes the key, and may be by another clock."""
        return cls(
            kind=Owed.NOTICE,
            about=f"{new.event}@{new.number}",
            start=new.published,
            lead=timedelta(0),
            due=now,
            expires=now + NEWS,
            urgent=urgent,
        )

    @classmethod
    def digest(cls, morning: Morning) -> Owing:
        """What a morning owes."""
        return cls(
            kind=Owed.DIGEST,
            about=morning.day.isoformat(),
            start=morning.due,
            lead=morning.until - morning.due,
            due=morning.due,
            expires=morning.due + USE,
        )


Place = tuple[int, int]
"""How far planning has got: the number of the target, and the last person of it."""


def plan(
    connection: sa.Connection, owing: Owing, targets: Sequence[Target], place: Place = (0, 0)
) -> Place | None:
    """Plan what is owed to the followers of these targets, once for each address.

    Does a part of it, and returns where to go on; None when all are planned.
    """
    first, after = place
    for number, target in enumerate(targets[first:], first):
        last = _chunk(connection, target, after)
        connection.execute(_insert(connection, _owed(owing, target, after, last)))
        if last is not None:
            return number, last
        after = 0
    return None


def count(
    connection: sa.Connection, owing: Owing, targets: Sequence[Target], place: Place = (0, 0)
) -> tuple[int, Place | None]:
    """How many deliveries that would be. Who follows several of the targets counts for each.

    Counts a part, and returns where to go on.
    """
    first, after = place
    found = 0
    for number, target in enumerate(targets[first:], first):
        last = _chunk(connection, target, after)
        rows = _owed(owing, target, after, last).subquery()
        found += connection.execute(sa.select(sa.func.count()).select_from(rows)).scalar_one()
        if last is not None:
            return found, (number, last)
        after = 0
    return found, None


def plan_digests(connection: sa.Connection, morning: Morning, after: int = 0) -> int | None:
    """Plan a morning's digests for people above the number `after`, if they follow anything of
    its events; what of that is on is for whoever sends them to say.

    Does a part of it, and returns the number after which to go on; None when all are planned.
    """
    theirs = sa.and_(
        person.c.digest == morning.daily.hour,
        people.has_zone(morning.daily.zone),
        person.c.id > after,
    )
    numbers = sa.select(person.c.id).where(theirs).order_by(person.c.id)
    last = connection.execute(numbers.offset(CHUNK - 1).limit(1)).scalar_one_or_none()
    follows = sa.select(subscription.c.event).where(
        subscription.c.person == person.c.id, subscription.c.event.in_(morning.events)
    )
    rows = (
        _rows(Owing.digest(morning))
        .join(person, person.c.id == address.c.person)
        .where(theirs, follows.exists(), ~address.c.muted, address.c.preferred)
    )
    if last is not None:
        rows = rows.where(person.c.id <= last)
    connection.execute(_insert(connection, rows))
    return last


def snooze(
    connection: sa.Connection, to: Address, session: Session, start: Start, due: datetime
) -> bool:
    """Owe the person of an address a session's reminder once more, at `due`. False if that is
    so already."""
    owing = Owing(
        kind=Owed.SNOOZE,
        about=session.key,
        start=start.at,
        lead=start.at - due,
        due=due,
        expires=start.ends,
    )
    whose = sa.select(address.c.person).where(people.is_address(to)).scalar_subquery()
    there = sa.select(address.c.id).where(
        address.c.person == whose, ~address.c.muted, address.c.preferred
    )
    new = _insert(connection, _rows(owing).where(address.c.id.in_(there))).returning(delivery.c.id)
    return connection.execute(new).first() is not None


def expire(connection: sa.Connection, now: datetime) -> int:
    """Drop what nobody can use any more, on every platform; how many that was."""
    return connection.execute(
        sa.update(delivery)
        .where(OPEN, delivery.c.state == "planned", delivery.c.expires <= now)
        .values(state="stale", reason=Stale.OVER.value, settled=now)
    ).rowcount


def _chunk(connection: sa.Connection, target: Target, after: int) -> int | None:
    """The person who ends the next chunk of a target's followers; None in the last chunk."""
    return connection.execute(
        sa.select(subscription.c.person)
        .where(subscriptions.is_target(target), subscription.c.person > after)
        .order_by(subscription.c.person)
        .offset(CHUNK - 1)
        .limit(1)
    ).scalar_one_or_none()


def _owed(owing: Owing, target: Target, after: int, last: int | None) -> sa.Select[Any]:
    """The deliveries to the followers of a target above `after`, up to `last`."""
    rows = (
        _rows(owing)
        .join(subscription, subscription.c.person == address.c.person)
        .where(
            subscriptions.is_target(target),
            subscription.c.person > after,
            ~address.c.muted,
            address.c.preferred,
        )
    )
    if last is not None:
        rows = rows.where(subscription.c.person <= last)
    if owing.platform is not None:
        rows = rows.where(address.c.platform == owing.platform)
    if owing.leads is not None or owing.quiet is not None:
        rows = rows.join(person, person.c.id == address.c.person)
    if owing.quiet is not None:
        rows = rows.where(person.c.quiet == owing.quiet.hours, people.has_zone(owing.quiet.zone))
    if owing.leads is not None:
        leads = sa.func.coalesce(
            subscription.c.leads, person.c.leads, sa.literal(owing.leads, LeadList)
        )
        seconds = int(owing.lead.total_seconds())
        rows = rows.where(sa.type_coerce(leads, sa.Text).like(f"% {seconds} %"))
    return rows


def _rows(owing: Owing) -> sa.Select[Any]:
    """A delivery of what is owed for each address."""
    values: dict[str, sa.ColumnElement[Any]] = {
        "kind": sa.literal(owing.kind.value),
        "about": sa.literal(owing.about),
        "start": sa.literal(owing.start, Instant),
        "lead": sa.literal(owing.lead, Span),
        "urgency": sa.literal(int(owing.urgency)),
        "due": sa.literal(owing.due, Instant),
        "expires": sa.literal(owing.expires, Instant),
        "state": sa.literal("planned"),
        "not_before": sa.literal(owing.begins or owing.due, Instant),
        "attempts": sa.literal(0),
    }
    columns = [value.label(name) for name, value in values.items()]
    return sa.select(address.c.id.label("address"), address.c.platform, *columns)


def _insert(connection: sa.Connection, rows: sa.Select[Any]) -> Insert:
    new = insert(connection, delivery).from_select(rows.selected_columns.keys(), rows)
    return new.on_conflict_do_nothing()
