"""One turn of a conversation: a message, who wrote it, and what is known while it is answered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.messages import Address, Message
from bot.publishing import Publishing
from bot.questions.index import Index
from bot.questions.question import Context
from bot.reminders.leads import Leads
from bot.reminders.person import Person
from bot.replies.moments import Reader
from bot.replies.wording import wording
from bot.schedule.model import Programme, ReminderRules, Schedule, Session
from bot.schedule.times import day_of
from bot.store import Store


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Everything that a command or an answer needs. `language` is the one to answer in;
    `publishing` is for admins, where the bot publishes."""

    message: Message
    person: Person
    store: Store
    index: Index
    now: datetime
    language: str
    context: Context | None
    publishing: Publishing | None = None

    @property
    def programme(self) -> Programme:
        """What is published."""
        return self.index.programme

    @property
    def reader(self) -> Reader:
        """For whom the reply is worded."""
        return Reader(wording=wording(self.language), zone=self.person.zone, now=self.now)

    @property
    def may_change_reminders(self) -> bool:
        """In a group only those who moderate it decide what it follows."""
        return not self.message.group or self.message.moderates

    @property
    def schedule(self) -> Schedule | None:
        """The event that a command means: the one last spoken of, else the nearest in time."""
        if self.context and self.context.question.event:
            spoken_of = self.programme.schedule(self.context.question.event)
            if spoken_of is not None:
                return spoken_of
        schedules = self.programme.schedules
        return min(schedules, key=lambda each: _distance(each, self.now), default=None)

    def leads(self, event: str | None = None) -> Leads:
        """The leads that count for the person: their own, else the event's."""
        schedule = self.programme.schedule(event) if event else self.schedule
        rules = schedule.reminders if schedule else ReminderRules()
        return self.person.leads or rules.before

    @property
    def home(self) -> str:
        """The zone whose hours count for the person."""
        schedule = self.schedule
        return self.person.zone or (schedule.event.timezone if schedule else "UTC")

    def shown(self) -> tuple[Session, ...]:
        """The sessions last shown to the writer in this chat that are still in the programme."""
        keys = self.context.shown if self.context else ()
        found = (self.programme.session(key) for key in keys)
        return tuple(session for session in found if session is not None)


class Memory:
    """What was last shown to whom, for follow-ups. Bounded: the longest silent are forgotten."""

    def __init__(self, most: int = 10_000) -> None:
        self._contexts: OrderedDict[tuple[str, str], Context] = OrderedDict()
        self._most = most

    def recall(self, message: Message) -> Context | None:
        """What was last shown to the writer of a message in that chat."""
        return self._contexts.get(_place(message))

    def keep(self, message: Message, context: Context) -> None:
        """Remember what is shown in reply to a message."""
        self._contexts[_place(message)] = context
        self._contexts.move_to_end(_place(message))
        while len(self._contexts) > self._most:
            self._contexts.popitem(last=False)

    def forget(self, addresses: Iterable[Address]) -> None:
        """Whoever writes from these wants to be forgotten."""
        gone = {str(each) for each in addresses}
        for place in [place for place in self._contexts if place[0] in gone]:
            del self._contexts[place]


def _distance(schedule: Schedule, now: datetime) -> timedelta:
    """How far off an event is; one that is over counts as further than any to come."""
    first, after = schedule.event.first_day, schedule.event.last_day
    today = day_of(now, schedule.event.timezone)
    return first - today if today <= after else timedelta(days=36525) + (today - after)


def _place(message: Message) -> tuple[str, str]:
    return str(message.address), message.sender
