"""A crowd: more people than an account can reach in a moment. Its reminders start to leave early,
so that the last one still gets the promised lead.

An account sends so many messages a second. What is due to many must all have left by then, and
before that has to start which is due later; so one counts backwards from the last.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

EARLIEST = timedelta(hours=1)
"""How much early it may be: whoever asked for ten minutes has no use for hours."""

NOTICEABLE = timedelta(minutes=1)
"""What leaves within that time need not start early."""


def begins(crowds: Mapping[datetime, int], rate: float) -> dict[datetime, datetime]:
    """When those moments have to begin that cannot wait until they are due.

    `crowds` says how many messages are due at a moment, `rate` how many leave in a second.
    """
    found: dict[datetime, datetime] = {}
    end = max(crowds, default=None)
    for due in sorted(crowds, reverse=True):
        assert end is not None  # there is a moment
        begin = min(due, end) - timedelta(seconds=crowds[due] / rate)
        end = max(begin, due - EARLIEST)
        if due - end >= NOTICEABLE:
            found[due] = end
    return found
