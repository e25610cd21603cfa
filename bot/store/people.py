"""People and the addresses at which they can be reached. A person may have several."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime, time

import sqlalchemy as sa

from bot.messages import Address
from bot.reminders.daily import Daily
from bot.reminders.leads import Leads, check_leads
from bot.reminders.person import Person
from bot.reminders.quiet import Hours, Quiet
from bot.store.handover import hand_over
from bot.store.insert import insert
from bot.store.tables import address as addresses
from bot.store.tables import lead, person, subscription


def find_or_create(
    connection: sa.Connection,
    address: Address,
    now: datetime,
    *,
    group: bool = False,
    heard: str | None = None,
) -> Person:
    """The person of an address, made with the first message from it; `heard` is the language
    that the chat tells then.

    Whoever writes from a muted address can be reached again: it is muted no more.
    """
    row = connection.execute(
        sa.select(person, addresses.c.muted).join(addresses).where(is_address(address))
    ).one_or_none()
    if row is None:
        return _create(connection, address, Person(id=0, heard=heard, created=now), group)
    if row.muted:
        connection.execute(sa.update(addresses).where(is_address(address)).values(muted=False))
    return read(row)


def find(connection: sa.Connection, address: Address) -> Person | None:
    """The person of an address, if it ever wrote."""
    row = connection.execute(
        sa.select(person).join(addresses).where(is_address(address))
    ).one_or_none()
    return None if row is None else read(row)


def set_language(connection: sa.Connection, id: int, language: str | None) -> None:
    """The language (its code) a person chose."""
    _set(connection, id, language=language)


def set_heard(connection: sa.Connection, id: int, language: str) -> None:
    """The language (its code) a person last wrote in."""
    _set(connection, id, heard=language)


def set_zone(connection: sa.Connection, id: int, zone: str | None) -> None:
    """The name of the time zone a person chose."""
    _set(connection, id, zone=zone)


def set_leads(connection: sa.Connection, id: int, leads: Leads | None) -> None:
    """How long before a session a person is reminded; None for the event's own leads.

    Raises `LeadsError`.
    """
    if leads is not None:
        leads = check_leads(leads)
        use_leads(connection, leads)
    _set(connection, id, leads=leads)


def has_zone(zone: str | None) -> sa.ColumnElement[bool]:
    """The rows of those who chose a time zone, or of those who chose none."""
    return person.c.zone.is_not_distinct_from(zone)


def set_quiet(connection: sa.Connection, id: int, quiet: Hours | None) -> None:
    """The local span of the day in which a person wants nothing."""
    _set(connection, id, quiet=quiet)


def set_digest(connection: sa.Connection, id: int, digest: time | None) -> None:
    """The local hour at which a person gets their day."""
    _set(connection, id, digest=digest)


def quiet_in_use(connection: sa.Connection) -> set[Quiet]:
    """All quiet hours, each with the clocks by which people have them."""
    columns = person.c.quiet, person.c.zone
    rows = connection.execute(sa.select(*columns).where(person.c.quiet.is_not(None)).distinct())
    return {Quiet(hours=row.quiet, zone=row.zone) for row in rows}


def digests_in_use(connection: sa.Connection) -> set[Daily]:
    """The hours at which people get their day, each with its clocks."""
    columns = person.c.digest, person.c.zone
    rows = connection.execute(sa.select(*columns).where(person.c.digest.is_not(None)).distinct())
    return {Daily(hour=row.digest, zone=row.zone) for row in rows}


def use_leads(connection: sa.Connection, leads: Leads) -> None:
    """From now on there are due moments for these leads."""
    rows = [{"lead": each} for each in leads]
    connection.execute(insert(connection, lead).on_conflict_do_nothing(), rows)


def mute(connection: sa.Connection, address: Address, *, muted: bool = True) -> None:
    """Send nothing to an address any more, since the bot is blocked there or the chat is gone;
    or, with `muted` false, send there again.

    If reminders came to that address alone, they go to the person's others from now on.
    """
    muting = sa.update(addresses).where(is_address(address)).values(muted=muted)
    id = connection.execute(muting.returning(addresses.c.person)).scalar_one_or_none()
    if muted and id is not None:
        prefer_some(connection, id)


def prefer_some(connection: sa.Connection, id: int) -> None:
    """See to it that reminders come to a person, if anything can."""
    mine = addresses.c.person == id
    reached = sa.select(addresses.c.id).where(mine, addresses.c.preferred, ~addresses.c.muted)
    others = sa.select(addresses.c.id).where(mine, ~addresses.c.preferred, ~addresses.c.muted)
    if connection.execute(reached).first() is None and connection.execute(others).first():
        every = sa.update(addresses).where(mine)
        connection.execute(every.values(preferred=~addresses.c.muted))
        hand_over(connection, id)


def move(connection: sa.Connection, old: Address, new: Address) -> None:
    """A chat got a new address; what is owed and followed goes along.

    If the new address already wrote, its person takes over what the old one chose and followed.
    """
    if old == new:
        return
    there = connection.execute(sa.select(addresses).where(is_address(new))).one_or_none()
    if there is None:
        connection.execute(
            sa.update(addresses)
            .where(is_address(old))
            .values(platform=new.platform, chat=new.chat, muted=False)
        )
        return
    here = connection.execute(sa.select(addresses).where(is_address(old))).one_or_none()
    if here is None:
        return
    if here.person != there.person:
        two = sa.select(person).where(person.c.id.in_([here.person, there.person]))
        known = {row.id: read(row) for row in connection.execute(two)}
        copy_profile(connection, known[here.person], known[there.person])
    connection.execute(sa.delete(addresses).where(addresses.c.id == here.id))
    left = sa.select(addresses.c.id).where(addresses.c.person == here.person)
    connection.execute(sa.delete(person).where(person.c.id == here.person, ~left.exists()))


def forget(connection: sa.Connection, id: int) -> None:
    """Delete everything about a person: addresses, subscriptions and deliveries too."""
    connection.execute(sa.delete(person).where(person.c.id == id))


def read(row: sa.Row[tuple[object, ...]]) -> Person:
    """The person in a row that has the columns of its table."""
    return Person(
        id=row.id,
        language=row.language,
        zone=row.zone,
        leads=row.leads,
        quiet=row.quiet,
        digest=row.digest,
        heard=row.heard,
        created=row.created,
    )


def insert_person(connection: sa.Connection, new: Person) -> Person:
    """Make a person; the number is given."""
    columns = {each.name: getattr(new, each.name) for each in person.c if each.name != "id"}
    made = sa.insert(person).values(columns).returning(person.c.id)
    return replace(new, id=connection.execute(made).scalar_one())


def _create(connection: sa.Connection, address: Address, new: Person, group: bool) -> Person:
    made = insert_person(connection, new)
    connection.execute(
        sa.insert(addresses).values(
            platform=address.platform,
            chat=address.chat,
            person=made.id,
            is_group=group,
            muted=False,
            preferred=True,
        )
    )
    return made


def copy_profile(connection: sa.Connection, one: Person, other: Person) -> None:
    """Give one person's settings and what they follow to another, whose own choices stay."""
    chosen = {
        each.name: getattr(one, each.name)
        for each in fields(Person)
        if getattr(other, each.name) is None and getattr(one, each.name) is not None
    }
    if chosen:
        _set(connection, other.id, **chosen)
    copy_subscriptions(connection, one.id, other.id)


def copy_subscriptions(connection: sa.Connection, old: int, new: int) -> None:
    """Let one person follow what another one follows."""
    columns = ["event", "kind", "value", "leads", "created"]
    copied = sa.select(sa.literal(new), *(subscription.c[name] for name in columns))
    connection.execute(
        insert(connection, subscription)
        .from_select(["person", *columns], copied.where(subscription.c.person == old))
        .on_conflict_do_nothing()
    )


def _set(connection: sa.Connection, id: int, **values: object) -> None:
    connection.execute(sa.update(person).where(person.c.id == id).values(values))


def is_address(address: Address) -> sa.ColumnElement[bool]:
    """The row of an address."""
    return sa.and_(addresses.c.platform == address.platform, addresses.c.chat == address.chat)
