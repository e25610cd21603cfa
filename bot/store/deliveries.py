"""Deliveries: what is owed to whom, from planned to sent.

    planned -> sending -> sent
       ^          |-----> planned again, not before a later moment
       |          `-----> dead: it will never be accepted
       `----------------> stale: no longer true when its turn came

`planned` rows are made by set-based statements, each key once for good. `sending` is written
before the call, so that after a crash only those rows may or may not have been sent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.messages import Address, Urgency
from bot.reminders.owed import Delivery, Owed, Stale
from bot.reminders.person import Subscription
from bot.schedule.targets import Target
from bot.store import people, subscriptions
from bot.store.tables import OPEN, address, delivery, person, subscription

_OWED = ("kind", "about", "start", "lead", "due", "expires", "urgency", "attempts")
_PLANNED = sa.and_(OPEN, delivery.c.state == "planned")

Judge = Callable[[Delivery, Sequence[Subscription]], tuple[Target, ...] | Stale | datetime]
"""Says for what a delivery is owed, or why it is not any more, or until when it is to wait."""


def claim(
    connection: sa.Connection, platform: str, now: datetime, slots: int, judge: Judge
) -> tuple[list[Delivery], bool]:
    """Take the most urgent deliveries of a platform to send them now, at most `slots`.

    1. Select what is planned and due, on PostgreSQL passing over what another process holds.
    2. Look at each again; what is not true any more becomes stale, what is to wait is due later.
    3. Write that the others are being sent, before anybody calls.

    Also tells whether there may be more: everything looked at may have been stale.
    """
    rows = connection.execute(_MOST_URGENT, {"on": platform, "now": now, "slots": slots}).all()
    if not rows:
        return [], False
    followed = _followed_by(connection, {row.id for row in rows})
    owed: list[Delivery] = []
    stale: list[dict[str, Any]] = []
    waits: list[dict[str, Any]] = []
    for row in rows:
        each = _read(row)
        if row.muted or not row.preferred:
            found: tuple[Target, ...] | Stale | datetime = Stale.MUTED
        elif row.superseded:
            found = Stale.SUPERSEDED
        else:
            found = judge(each, followed.get(row.id, ()))
        if isinstance(found, Stale):
            stale.append({"which": each.id, "reason": found.value, "settled": now})
        elif isinstance(found, datetime):
            waits.append({"which": each.id, "not_before": found, "due": found})
        else:
            owed.append(replace(each, because=found, attempts=each.attempts + 1))
    _update(connection, "stale", stale)
    _update(connection, "planned", waits)
    if owed:
        connection.execute(_BEGUN, {"which": [each.id for each in owed]})
    return owed, len(rows) == slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a delivery that was claimed. `state` is `sent`, `dead`, `stale`, or
    `planned` (again, after `not_before`)."""

    delivery: Delivery
    state: str
    settled: datetime
    remote: str | None = None
    reason: str | None = None
    not_before: datetime | None = None
    muted: bool = False
    moved_to: Address | None = None


def settle(connection: sa.Connection, outcomes: Iterable[Outcome]) -> None:
    """Write down what became of deliveries."""
    by_state: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in outcomes:
        if each.moved_to is not None:
            people.move(connection, each.delivery.address, each.moved_to)
        if each.muted:
            people.mute(connection, each.delivery.address)
        row = {"which": each.delivery.id, "remote": each.remote, "reason": each.reason}
        again = each.state == "planned"
        when = {"not_before": each.not_before} if again else {"settled": each.settled}
        by_state[each.state].append(row | when)
    for state, rows in by_state.items():
        _update(connection, state, rows)


def recover(
    connection: sa.Connection,
    platform: str,
    now: datetime,
    *,
    again: bool,
    flying: Collection[int] = (),
) -> int:
    """Settle what a process was sending when it died: nobody knows whether it arrived.

    To be called by whoever alone may send on the platform, before it sends; `flying` are its
    own calls. The others are sent again, or given up as dead. Returns how many there were.
    """
    values = {"state": "planned"} if again else {"state": "dead", "settled": now}
    return connection.execute(
        sa.update(delivery)
        .where(
            OPEN,
            delivery.c.platform == platform,
            delivery.c.state == "sending",
            delivery.c.id.not_in(flying),
        )
        .values(values | {"reason": "the bot stopped while sending"})
    ).rowcount


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many deliveries there are by state, the stale and dead by reason: `stale: moved`."""
    rows = connection.execute(
        sa.select(delivery.c.state, delivery.c.reason, sa.func.count()).group_by(
            delivery.c.state, delivery.c.reason
        )
    )
    found: dict[str, int] = defaultdict(int)
    for state, reason, count in rows:
        found[f"{state}: {reason}" if state in ("stale", "dead") else state] += count
    return dict(found)


def _superseded() -> sa.ColumnElement[bool]:
    """Whether a later reminder, at a shorter lead, is planned or sent already."""
    later = delivery.alias()
    same = [later.c[name] == delivery.c[name] for name in ("address", "kind", "about", "start")]
    newer = sa.select(later.c.id).where(*same, later.c.lead < delivery.c.lead).exists()
    return delivery.c.kind.in_([Owed.REMINDER.value, Owed.DAY.value]) & newer


_MOST_URGENT = (
    sa.select(
        delivery.c.id.label("delivery"),
        _superseded().label("superseded"),
        *(delivery.c[name] for name in _OWED),
        *(address.c[name] for name in ("platform", "chat", "muted", "preferred")),
        person,
    )
    .join(address, address.c.id == delivery.c.address)
    .join(person, person.c.id == address.c.person)
    .where(
        delivery.c.platform == sa.bindparam("on"),
        _PLANNED,
        delivery.c.not_before <= sa.bindparam("now"),
    )
    .order_by(delivery.c.urgency, delivery.c.start, delivery.c.lead, delivery.c.id)
    .limit(sa.bindparam("slots"))
    .with_for_update(of=delivery, skip_locked=True)
)
"""Made once: making a statement takes as long as running it."""


_BEGUN = (
    sa.update(delivery)
    .where(delivery.c.id.in_(sa.bindparam("which", expanding=True)), OPEN)
    .values(state="sending", attempts=delivery.c.attempts + 1)
)


_FOLLOWED = sa.select(subscription).where(
    subscription.c.person.in_(sa.bindparam("people", expanding=True))
)


def _followed_by(connection: sa.Connection, ids: set[int]) -> dict[int, list[Subscription]]:
    rows = connection.execute(_FOLLOWED, {"people": [*ids]})
    found: dict[int, list[Subscription]] = defaultdict(list)
    for row in rows:
        found[row.person].append(subscriptions.read(row))
    return found


def _update(connection: sa.Connection, state: str, rows: list[dict[str, Any]]) -> None:
    """Set a state and what comes with it, for each row its own; `which` is the delivery."""
    if rows:
        connection.execute(_to(state, *(name for name in rows[0] if name != "which")), rows)


@cache
def _to(state: str, *names: str) -> sa.Update:
    return (
        sa.update(delivery)
        .where(delivery.c.id == sa.bindparam("which"), OPEN)
        .values(state=state, **{name: sa.bindparam(name) for name in names})
    )


def _read(row: sa.Row[Any]) -> Delivery:
    return Delivery(
        id=row.delivery,
        kind=Owed(row.kind),
        address=Address(platform=row.platform, chat=row.chat),
        person=people.read(row),
        about=row.about,
        start=row.start,
        lead=row.lead,
        due=row.due,
        expires=row.expires,
        urgency=Urgency(row.urgency),
        attempts=row.attempts,
    )
