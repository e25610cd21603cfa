"""What people chose that there are moments for, and the moments."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from bot.reminders.daily import Daily, Morning, mornings
from bot.reminders.due import Due, due_moments
from bot.reminders.quiet import Quiet
from bot.schedule.model import Programme
from bot.store import people, subscriptions

Moment = Due | Morning
"""When something is to be planned: reminders of a session, or people's days."""


class Wishes(NamedTuple):
    """Leads, quiet hours and hours of digests that are in use."""

    leads: set[timedelta]
    quiet: set[Quiet]
    dailies: set[Daily]

    @classmethod
    def read(cls, connection: sa.Connection) -> Wishes:
        """As they are now."""
        return cls(
            subscriptions.leads_in_use(connection),
            people.quiet_in_use(connection),
            people.digests_in_use(connection),
        )

    def moments(self, programme: Programme) -> list[Moment]:
        """All moments of a programme, in order."""
        due = due_moments(programme, self.leads, self.quiet)
        return sorted([*due, *mornings(programme, self.dailies)], key=lambda each: each.due)
