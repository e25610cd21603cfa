"""One person on several chats: codes that join two profiles, and which chats reminders come to."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.messages import Address
from bot.store import people
from bot.store.handover import hand_over
from bot.store.tables import address, delivery, link, person

HOLDS = timedelta(minutes=10)
"""How long a code can be used."""

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Those that nobody takes for another one."""

LENGTH = 8
"""Letters of a code: more than anyone can try in its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """An address of a person; what is due goes to the `preferred` ones that are not `muted`."""

    address: Address
    preferred: bool
    muted: bool


def offer(connection: sa.Connection, id: int, now: datetime) -> str:
    """A code by which another chat can take this profile over; an earlier one is void."""
    connection.execute(sa.delete(link).where((link.c.expires <= now) | (link.c.person == id)))
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    connection.execute(sa.insert(link).values(code=code, person=id, expires=now + HOLDS))
    return code


def redeem(connection: sa.Connection, code: str, now: datetime) -> int | None:
    """The person who was offered that code, if it holds; it is used up then."""
    used = sa.delete(link).where(link.c.code == code.strip().upper(), link.c.expires > now)
    return connection.execute(used.returning(link.c.person)).scalar_one_or_none()


def join(connection: sa.Connection, one: int, other: int) -> int:
    """Make one person of two; the number that stays.

    The older profile's settings win, the younger one's fill its gaps; what either follows is
    followed. Reminders go on coming where they came to the older one.
    """
    rows = connection.execute(sa.select(person).where(person.c.id.in_([one, other]))).all()
    old, new = sorted(map(people.read, rows), key=lambda each: (each.created, each.id))
    people.copy_profile(connection, new, old)
    reached = any(each.preferred and not each.muted for each in reaches(connection, old.id))
    moved = sa.update(address).where(address.c.person == new.id)
    connection.execute(moved.values({"person": old.id} | ({"preferred": False} if reached else {})))
    connection.execute(sa.delete(person).where(person.c.id == new.id))
    hand_over(connection, old.id)
    return old.id


def part(connection: sa.Connection, of: Address, now: datetime) -> bool:
    """Let an address be a person of its own, who begins with a copy of the profile. False if it
    is one."""
    whole = people.find(connection, of)
    if whole is None or len(reaches(connection, whole.id)) < 2:
        return False
    own = people.insert_person(connection, replace(whole, created=now))
    people.copy_subscriptions(connection, whole.id, own.id)
    connection.execute(
        sa.update(address).where(people.is_address(of)).values(person=own.id, preferred=True)
    )
    people.prefer_some(connection, whole.id)
    return True


def prefer(connection: sa.Connection, id: int, chosen: Collection[Address]) -> None:
    """From now on, what is due goes to these addresses of a person; if none of them can be
    reached, to the others."""
    for each in reaches(connection, id):
        connection.execute(
            sa.update(address)
            .where(people.is_address(each.address))
            .values(preferred=each.address in chosen)
        )
    people.prefer_some(connection, id)
    hand_over(connection, id)


def reaches(connection: sa.Connection, id: int) -> list[Reach]:
    """Where a person can be reached, in the order in which they came."""
    rows = connection.execute(
        sa.select(address).where(address.c.person == id).order_by(address.c.id)
    )
    return [
        Reach(
            address=Address(platform=row.platform, chat=row.chat),
            preferred=row.preferred,
            muted=row.muted,
        )
        for row in rows
    ]


def messages(connection: sa.Connection, id: int) -> int:
    """How many messages to a person are on record: sent, to be sent, or given up."""
    counted = sa.select(sa.func.count()).select_from(delivery).join(address)
    return connection.execute(counted.where(address.c.person == id)).scalar_one()
