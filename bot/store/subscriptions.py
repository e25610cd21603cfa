"""What people follow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.reminders.leads import Leads, check_leads
from bot.reminders.person import Subscription
from bot.schedule.targets import Target, TargetKind
from bot.store.insert import insert
from bot.store.people import use_leads
from bot.store.tables import SAVED, address, delivery, lead, subscription

_ANYONE = (  # built once: it is asked for each target of each session that is due
    sa.select(subscription.c.person)
    .where(*(subscription.c[name] == sa.bindparam(name) for name in ("event", "kind", "value")))
    .limit(1)
)


def subscribe(
    connection: sa.Connection,
    person: int,
    target: Target,
    now: datetime,
    *,
    leads: Leads | None = None,
) -> bool:
    """Follow a target, with leads of its own if given. False if that was so before.

    Raises `LeadsError`.
    """
    if leads is not None:
        leads = check_leads(leads)
        use_leads(connection, leads)
    row = connection.execute(sa.select(subscription.c.leads).where(_is(person, target))).first()
    if row is None:
        new = insert(connection, subscription).values(
            person=person, **_columns(target), leads=leads, created=now
        )
        connection.execute(new.on_conflict_do_nothing())
        return True
    if leads is None or row.leads == leads:
        return False
    connection.execute(sa.update(subscription).where(_is(person, target)).values(leads=leads))
    return True


def unsubscribe(connection: sa.Connection, person: int, target: Target) -> bool:
    """Follow a target no more. False if that was so before."""
    return connection.execute(sa.delete(subscription).where(_is(person, target))).rowcount > 0


def unsubscribe_all(connection: sa.Connection, person: int) -> int:
    """Follow nothing any more, and drop what is still owed; how many things were followed."""
    mine = sa.select(address.c.id).where(address.c.person == person)
    connection.execute(
        sa.delete(delivery).where(delivery.c.address.in_(mine), delivery.c.state == "planned")
    )
    followed = sa.delete(subscription).where(subscription.c.person == person)
    return connection.execute(followed).rowcount


def subscriptions_of(connection: sa.Connection, person: int) -> tuple[Subscription, ...]:
    """What a person follows, in the order in which they chose it."""
    rows = connection.execute(
        sa.select(subscription)
        .where(subscription.c.person == person)
        .order_by(*(subscription.c[name] for name in ("created", "event", "kind", "value")))
    )
    return tuple(map(read, rows))


def followers(connection: sa.Connection, targets: Iterable[Target]) -> int:
    """How many people follow at least one of these."""
    any_of = sa.or_(sa.false(), *(is_target(target) for target in targets))
    counted = sa.select(sa.func.count(subscription.c.person.distinct())).where(any_of)
    return connection.execute(counted).scalar_one()


def followed(connection: sa.Connection, targets: Iterable[Target]) -> list[Target]:
    """Those of the targets that anybody follows."""
    return [each for each in targets if connection.execute(_ANYONE, _columns(each)).first()]


def leads_in_use(connection: sa.Connection) -> set[timedelta]:
    """Every lead that someone chose. An unused one may be among them: it costs nothing much."""
    return set(connection.execute(sa.select(lead.c.lead)).scalars())


def saved_questions(connection: sa.Connection) -> set[Target]:
    """The questions that people saved, each once."""
    rows = connection.execute(
        sa.select(subscription.c.event, subscription.c.value).where(SAVED).distinct()
    )
    return {Target(kind=TargetKind.QUERY, event=row.event, value=row.value) for row in rows}


def is_target(target: Target) -> sa.ColumnElement[bool]:
    """The rows of those who follow a target."""
    return sa.and_(*(subscription.c[name] == value for name, value in _columns(target).items()))


def read(row: sa.Row[tuple[object, ...]]) -> Subscription:
    """The subscription in a row that has the columns of its table."""
    target = Target(kind=TargetKind(row.kind), event=row.event, value=row.value)
    return Subscription(target=target, leads=row.leads, created=row.created)


def _is(person: int, target: Target) -> sa.ColumnElement[bool]:
    return sa.and_(is_target(target), subscription.c.person == person)


def _columns(target: Target) -> dict[str, str]:
    return {"event": target.event, "kind": target.kind.value, "value": target.value}
