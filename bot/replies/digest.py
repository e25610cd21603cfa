"""Someone's day: the sessions that they follow, in order of time.

The rule that lives here: what is on at the same time as something before it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.messages import Line, Reply
from bot.reminders.daily import clashes
from bot.replies import actions
from bot.replies.card import entry
from bot.replies.margins import footer
from bot.replies.moments import Reader, day
from bot.replies.naming import titles
from bot.replies.wording import wording
from bot.schedule.model import Programme, Session
from bot.schedule.times import day_of

WHY, STOP = "w:digest", "/digest off"
"""The actions under a digest."""


def digest(
    sessions: Sequence[Session],
    programme: Programme,
    *,
    language: str,
    zone: str | None,
    now: datetime,
) -> Reply:
    """The day whose sessions these are, of one event or several."""
    reader = Reader(wording=wording(language), zone=zone, now=now)
    say, at_once = reader.wording, clashes(sessions, programme)
    lines: list[Line] = []
    for number, session in enumerate(sessions, 1):
        lines += entry(number, session, programme.of(session), reader)
        lines.append(_clash(at_once.get(session.key, ()), reader))
    first, home = sessions[0], programme.of(sessions[0])
    on = day_of(first.start, zone or home.event.timezone) if first.start else first.day
    assert on is not None, "what is on has a day"
    return say.reply(
        [say.line("digest-title", day=day(reader, on))],
        lines,
        [footer(home, reader, clock=True)],
        buttons=[*actions.numbered(sessions), actions.stop_or_why(STOP, WHY, say)],
    )


def _clash(others: Sequence[Session], reader: Reader) -> Line:
    """That other sessions of the day are on at the same time."""
    if not others:
        return ()
    return reader.wording.line("digest-clash", title=titles(others, reader, most=2))
