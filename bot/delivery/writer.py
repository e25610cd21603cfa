"""The words of what is sent unasked, in the language and zone of each person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.delivery.notices import News
from bot.messages import Reply
from bot.reminders.owed import Delivery
from bot.replies.digest import digest
from bot.replies.notices import notice
from bot.replies.reminders import reminder
from bot.schedule.diff import SessionChange
from bot.schedule.model import Programme, Schedule, Session


class Writer:
    """Writes reminders, notices and digests; `language` is for people who have none."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._second: tuple[datetime, Schedule] | None = None
        self._worded: dict[tuple[Any, ...], Reply] = {}

    def reminder(
        self, delivery: Delivery, session: Session, schedule: Schedule, now: datetime
    ) -> Reply:
        """A reminder of a session, at the second in which it leaves. Of a crowd, all who read
        the same words get the same reply: wording it takes longer than sending it."""
        second = now.replace(microsecond=0)
        if self._second is None or self._second[0] != second or self._second[1] is not schedule:
            self._second, self._worded = (second, schedule), {}
        person = delivery.person
        form = (session.key, person.reads or self._language, person.zone, delivery.late(second))
        if form not in self._worded:
            _, language, zone, late = form
            self._worded[form] = reminder(
                session, schedule, language=language, zone=zone, now=second, late=late
            )
        return self._worded[form]

    def notice(
        self, delivery: Delivery, changes: Sequence[SessionChange], news: News, now: datetime
    ) -> Reply:
        """What a publication changed in what the person follows."""
        return notice(
            changes,
            about=delivery.about,
            before=news.before,
            after=news.after,
            language=delivery.person.reads or self._language,
            zone=delivery.person.zone,
            now=now,
        )

    def digest(
        self, delivery: Delivery, sessions: Sequence[Session], programme: Programme, now: datetime
    ) -> Reply:
        """What is on in the person's day of what they follow."""
        return digest(
            sessions,
            programme,
            language=delivery.person.reads or self._language,
            zone=delivery.person.zone,
            now=now,
        )
