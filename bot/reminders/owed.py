"""A delivery: one thing owed to one address, and whether it is still true.

A delivery is planned when it is due and looked at again right before it is sent: what is no
longer true by then is stale, and the reason is counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.messages import Address, Urgency
from bot.reminders.daily import sessions_of
from bot.reminders.due import start_of
from bot.reminders.person import Person, Subscription, leads_for
from bot.reminders.quiet import wait
from bot.schedule.model import Programme, Session
from bot.schedule.targets import Target, targets_of

Targets = Callable[[Session], Collection[Target]]
"""By which targets a session is followed."""

LATE = timedelta(minutes=2)
"""What leaves later than this after it was due is labelled late."""


class Owed(StrEnum):
    """What kind of thing a delivery is."""

    REMINDER = "reminder"  # a session starts in `lead`
    DAY = "day"  # a session is on that day; its hour is not announced
    SNOOZE = "snooze"  # a reminder that someone asked to see again
    NOTICE = "notice"  # what a publication changed in what someone follows
    DIGEST = "digest"  # what is on in a day of what someone follows

    @property
    def urgency(self) -> Urgency:
        """What leaves first."""
        others = {Owed.NOTICE: Urgency.NOTICE, Owed.DIGEST: Urgency.DIGEST}
        return others.get(self, Urgency.REMINDER)


class Stale(StrEnum):
    """Why something owed is not sent after all."""

    OVER = "over"  # too late to be of use
    GONE = "gone"  # the session is no longer in the programme
    CALLED_OFF = "called-off"
    MOVED = "moved"  # it is due again at its new time
    UNSUBSCRIBED = "unsubscribed"
    MUTED = "muted"
    SUPERSEDED = "superseded"  # a later reminder of the same session is due too
    QUIET = "quiet"  # the quiet hours last too long, and it was not known before they began
    EMPTY = "empty"  # nothing that they follow is on in that day


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing owed to one address.

    `about` is a session's key, `event@number` of the publication for a notice, or the day of a
    digest; `start` is what it counts back from (`due.Start.at`; for a notice, the instant of
    publication; for a digest, that at which its day begins, and `lead` is how long it lasts).
    `because` are the followed targets for which it is owed, empty for a snooze.
    """

    id: int
    kind: Owed
    address: Address
    person: Person
    about: str
    start: datetime
    lead: timedelta
    due: datetime
    expires: datetime
    urgency: Urgency = Urgency.REMINDER
    attempts: int = 0
    because: tuple[Target, ...] = ()

    @property
    def key(self) -> str:
        """Names the delivery for good, on every machine: a Matrix transaction id."""
        natural = f"{self.kind} {self.address} {self.about} {self.start} {self.lead}"
        return hashlib.sha256(natural.encode()).hexdigest()[:32]

    def late(self, now: datetime) -> bool:
        """Whether it leaves so much later than it was due that the reader should know."""
        return now - self.due > LATE


def still_true(
    delivery: Delivery,
    subscriptions: Iterable[Subscription],
    programme: Programme,
    now: datetime,
    targets: Targets = targets_of,
) -> tuple[Target, ...] | Stale | datetime:
    """The followed targets for which something is owed, or why it is not any more, or until
    when to wait because the person has quiet hours.

    `subscriptions` are the person's; `targets` gives what selects a session. Of a notice it
    says only whether the person still follows anything of the event (see `notices.concerning`).
    """
    because = _because(delivery, subscriptions, programme, now, targets)
    quiet = delivery.person.quiet
    if isinstance(because, Stale) or quiet is None or delivery.kind is Owed.SNOOZE:
        return because
    zone = delivery.person.zone or _home(because, programme)
    until = wait(now, _latest(delivery, programme), quiet, zone)
    if until is None:
        return Stale.QUIET
    return until if until > now else because


def _because(
    delivery: Delivery,
    subscriptions: Iterable[Subscription],
    programme: Programme,
    now: datetime,
    targets: Targets,
) -> tuple[Target, ...] | Stale:
    if delivery.kind is Owed.NOTICE:
        event, _, _ = delivery.about.partition("@")
        followed = tuple(each.target for each in subscriptions if each.target.event == event)
        return Stale.OVER if now >= delivery.expires else followed or Stale.UNSUBSCRIBED
    if delivery.kind is Owed.DIGEST:
        return _because_of_day(delivery, subscriptions, programme, now, targets)
    session = borne_out(delivery, programme, now)
    if isinstance(session, Stale):
        return session
    if delivery.kind is Owed.SNOOZE:
        return ()
    person, before = delivery.person, programme.of(session).reminders.before
    selecting, at_any_lead = frozenset(targets(session)), delivery.kind is Owed.DAY
    because = tuple(
        each.target
        for each in subscriptions
        if each.target in selecting
        and (at_any_lead or delivery.lead in leads_for(each, person, before))
    )
    return because or Stale.UNSUBSCRIBED


def borne_out(delivery: Delivery, programme: Programme, now: datetime) -> Session | Stale:
    """The session of a reminder, or why the programme does not bear the reminder out any more."""
    session = programme.session(delivery.about)
    if session is None:
        return Stale.GONE
    if not session.takes_place:
        return Stale.CALLED_OFF
    start = start_of(session, programme.of(session))
    if start is None:
        return Stale.MOVED
    if now >= start.ends:
        return Stale.OVER
    same = start.at == delivery.start and start.day_only == (delivery.kind is Owed.DAY)
    return session if same or delivery.kind is Owed.SNOOZE else Stale.MOVED


def _because_of_day(
    delivery: Delivery,
    subscriptions: Iterable[Subscription],
    programme: Programme,
    now: datetime,
    targets: Targets,
) -> tuple[Target, ...] | Stale:
    if delivery.person.digest is None:
        return Stale.UNSUBSCRIBED
    if now >= delivery.expires:
        return Stale.OVER
    sessions = sessions_of(programme, delivery.start, delivery.start + delivery.lead)
    selecting = {target for session in sessions for target in targets(session)}
    return tuple(each.target for each in subscriptions if each.target in selecting) or Stale.EMPTY


def _latest(delivery: Delivery, programme: Programme) -> datetime:
    """Before when it must leave if it waits."""
    session = programme.session(delivery.about)
    start = start_of(session, programme.of(session)) if session is not None else None
    return delivery.expires if start is None else start.latest


def _home(targets: Iterable[Target], programme: Programme) -> str:
    """The zone of the event that the targets are of."""
    schedules = (programme.schedule(each.event) for each in targets)
    return next((each.event.timezone for each in schedules if each is not None), "UTC")
