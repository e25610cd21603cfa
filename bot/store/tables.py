"""The tables, and how values are stored.

An instant is the microseconds since 1970 in UTC, a span of time microseconds, on every
database alike. Leads are the seconds of each between blanks (` 86400 3600 `), so that one SQL
expression can ask for one of them. What the migrations make equals this file (a test).
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from bot.reminders.leads import Leads

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)

Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


class Instant(sa.TypeDecorator[datetime]):
    """An aware UTC datetime."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        """Raises `TypeError` on a naive datetime."""
        return None if value is None else (value - _EPOCH) // _TICK

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        """Aware UTC."""
        return None if value is None else _EPOCH + value * _TICK


class Span(sa.TypeDecorator[timedelta]):
    """A length of time."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Any) -> int | None:
        """Whole microseconds."""
        return None if value is None else value // _TICK

    def process_result_value(self, value: int | None, dialect: Any) -> timedelta | None:
        """As it went in."""
        return None if value is None else value * _TICK


class LeadList(sa.TypeDecorator[Leads]):
    """Leads, each as its seconds between blanks."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Leads | None, dialect: Any) -> str | None:
        """` 86400 3600 `."""
        return None if value is None else f" {' '.join(map(_seconds, value))} "

    def process_result_value(self, value: str | None, dialect: Any) -> Leads | None:
        """As they went in."""
        if value is None:
            return None
        return tuple(timedelta(seconds=int(seconds)) for seconds in value.split())


class Quiet(sa.TypeDecorator[tuple[time, time]]):
    """A span of the day: `22:00-07:00`."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[time, time] | None, dialect: Any) -> str | None:
        """To the minute."""
        return None if value is None else "{:%H:%M}-{:%H:%M}".format(*value)

    def process_result_value(self, value: str | None, dialect: Any) -> tuple[time, time] | None:
        """As it went in."""
        if value is None:
            return None
        begins, ends = map(time.fromisoformat, value.split("-"))
        return begins, ends


class Hour(sa.TypeDecorator[time]):
    """An hour of the day: `07:30`."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Any) -> str | None:
        """To the minute."""
        return None if value is None else f"{value:%H:%M}"

    def process_result_value(self, value: str | None, dialect: Any) -> time | None:
        """As it went in."""
        return None if value is None else time.fromisoformat(value)


def _seconds(lead: timedelta) -> str:
    return str(int(lead.total_seconds()))


metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _person(**options: Any) -> sa.Column[int]:
    owner = sa.ForeignKey("person.id", ondelete="CASCADE")
    return sa.Column("person", Id, owner, nullable=False, **options)


person = sa.Table(
    "person",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("language", sa.Text),
    sa.Column("zone", sa.Text),
    sa.Column("leads", LeadList),
    sa.Column("quiet", Quiet),
    sa.Column("created", Instant, nullable=False),
    sa.Column("heard", sa.Text),  # the language they last wrote in
    sa.Column("digest", Hour),  # when they get their day
    sqlite_autoincrement=True,  # an id that was forgotten is not given again
)

for chosen in (person.c.quiet, person.c.digest):  # whoever plans looks at these each second
    some = chosen.is_not(None)
    sa.Index(None, chosen, person.c.zone, sqlite_where=some, postgresql_where=some)

address = sa.Table(
    "address",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("platform", sa.Text, nullable=False),
    sa.Column("chat", sa.Text, nullable=False),
    _person(index=True),
    sa.Column("is_group", sa.Boolean, nullable=False),
    sa.Column("muted", sa.Boolean, nullable=False),  # nothing can be sent there
    sa.Column("preferred", sa.Boolean, nullable=False),  # what is due goes there
    sa.UniqueConstraint("platform", "chat"),
    sqlite_autoincrement=True,
)

subscription = sa.Table(
    "subscription",
    metadata,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, primary_key=True),
    _person(primary_key=True, index=True),
    sa.Column("leads", LeadList),
    sa.Column("created", Instant, nullable=False),
    sqlite_with_rowid=False,  # the key is the table: planning reads along it
)

SAVED = subscription.c.kind == sa.literal_column("'query'")
"""Saved questions. SQLite uses a partial index only for this very condition."""

sa.Index(
    "ix_subscription_saved",
    subscription.c.event,
    subscription.c.value,
    sqlite_where=SAVED,
    postgresql_where=SAVED,
)

link = sa.Table(  # codes by which another chat takes a profile over
    "link",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    _person(unique=True),
    sa.Column("expires", Instant, nullable=False),
)

lead = sa.Table(  # every lead that someone chose: due moments exist for these
    "lead",
    metadata,
    sa.Column("lead", Span, primary_key=True),
)

delivery = sa.Table(
    "delivery",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("address", Id, sa.ForeignKey("address.id", ondelete="CASCADE"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),  # a session's key, or event@publication
    sa.Column("start", Instant, nullable=False),
    sa.Column("lead", Span, nullable=False),
    sa.Column("platform", sa.Text, nullable=False),  # the address's, for the index of claims
    sa.Column("urgency", sa.Integer, nullable=False),
    sa.Column("due", Instant, nullable=False),
    sa.Column("expires", Instant, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("not_before", Instant, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("settled", Instant),  # when it was sent, or found dead or stale
    sa.Column("remote", sa.Text),  # the platform's id of the message
    sa.Column("reason", sa.Text),  # why it is dead or stale, or was put off
    sa.UniqueConstraint("address", "kind", "about", "start", "lead"),
    sqlite_autoincrement=True,
)

OPEN = delivery.c.settled.is_(None)
"""What is planned or being sent. SQLite uses a partial index only for this very condition."""

sa.Index(
    "ix_delivery_open",
    delivery.c.platform,
    delivery.c.state,
    delivery.c.urgency,
    delivery.c.start,
    delivery.c.lead,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)

publication = sa.Table(  # every text that was in force, numbered 1, 2, 3 for each event
    "publication",
    metadata,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("text", sa.LargeBinary, nullable=False),
    sa.Column("published", Instant, nullable=False),
    sa.Column("told", sa.Boolean, nullable=False),  # its notices are planned, or there are none
    sa.Column("silent", sa.Boolean, nullable=False, server_default=sa.false()),
)

held = sa.Table(  # a saved text that is not to be published by itself
    "held",
    metadata,
    sa.Column("event", sa.Text, primary_key=True),
    sa.Column("version", sa.Text, nullable=False),
)

mark = sa.Table(  # how far something has got: "planned" is the last planned instant
    "mark",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("at", Instant, nullable=False),
)

unanswered = sa.Table(  # questions the bot could not answer, without who asked
    "unanswered",
    metadata,
    sa.Column("text", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("last", Instant, nullable=False),
)

vector = sa.Table(  # embeddings, by the model's name and the hash of the text
    "vector",
    metadata,
    sa.Column("model", sa.Text, primary_key=True),
    sa.Column("content", sa.Text, primary_key=True),
    sa.Column("vector", sa.LargeBinary, nullable=False),
)

update = sa.Table(  # what a platform handed over: kept until it is answered, then only its id
    "update",
    metadata,
    sa.Column("platform", sa.Text, primary_key=True),
    sa.Column("id", Id, primary_key=True, autoincrement=False),
    sa.Column("body", sa.Text),
    sa.Column("received", Instant, nullable=False),
)
