"""A reminder, rendered at the moment at which it leaves.

The rule that lives here: it says what, when, where, who and how to join, how far off the start
is now, and, when it comes late, that it does.
"""

from __future__ import annotations

import re
from datetime import datetime

from bot.messages import Button, Line, Reply
from bot.replies import actions
from bot.replies.card import full_when, full_where, heading, join, kind, name, status, who
from bot.replies.moments import Reader, in_days, relative
from bot.replies.naming import called
from bot.replies.wording import capital, wording
from bot.schedule.model import Schedule, Session
from bot.schedule.times import day_of

_FIELD = re.compile(r"\{(\w+)\}")


def reminder(
    session: Session,
    schedule: Schedule,
    *,
    language: str,
    zone: str | None,
    now: datetime,
    late: bool = False,
) -> Reply:
    """The text for a person who follows the session; `late` if it leaves after its time."""
    reader = Reader(wording=wording(language), zone=zone, now=now)
    say = reader.wording
    head = [say.line("reminder-late")] if late else []
    return say.reply(
        [
            *head,
            _headline(session, schedule, reader),
            *status(session, schedule, reader),
            full_when(session, schedule, reader),
            full_where(session, schedule, say),
            kind(session, schedule, say),
            *who(session, say),
            *join(session, schedule, say),
            _message(session, schedule, reader),
        ],
        buttons=_buttons(session, schedule, reader),
    )


def _headline(session: Session, schedule: Schedule, reader: Reader) -> Line:
    """What it is and how far off: `Starts in 9 minutes: African Union Open Forum`."""
    say, event, title = reader.wording, schedule.event, heading(session, reader.wording)
    if session.start is not None:
        off = relative(session.start, event, reader)
        begun = session.start < reader.now and off != say.say("now")
        message = "reminder-started" if begun else "reminder-starts"
        return say.line(message, relative=off, title=title)
    if session.day is None:
        return title
    away = (session.day - day_of(reader.now, event.timezone)).days
    off = in_days(away, say) if away > 0 else say.say("reminder-today")
    return capital(say.line("reminder-day-only", relative=off, title=title))


def _message(session: Session, schedule: Schedule, reader: Reader) -> Line:
    """The event's own line, unless a fact that it names is not announced."""
    message, say, room = schedule.reminders.message, reader.wording, schedule.room_of(session)
    if not message:
        return ()
    facts = {
        "title": name(session, say),
        "room": say.fact(room.name) if room else None,
        "join": schedule.join_of(session),
        "url": session.url,
        "event": called(schedule.event, say),
    }
    if any(facts.get(field, field) is None for field in _FIELD.findall(message)):
        return ()
    text = _FIELD.sub(lambda match: str(facts.get(match[1], match[0])), message)
    return say.alone(text)


def _buttons(session: Session, schedule: Schedule, reader: Reader) -> list[tuple[Button, ...]]:
    say = reader.wording
    begun = session.start is not None and session.start <= reader.now
    snooze = () if begun else actions.step(say.say("button-snooze"), f"z:{session.key}")
    return [actions.links(session, schedule, say), snooze, actions.stop_and_why(session, say)]
