"""Calendar files: one for a session, and one for everything that a person follows.

The rule that lives here: an entry says what the card says, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.messages import Attachment, Line, Reply, Span
from bot.reminders.leads import Leads
from bot.replies.card import card, heading, name
from bot.replies.moments import Reader
from bot.replies.naming import called
from bot.replies.wording import capital
from bot.schedule.ical import Entry, calendar, has_entry
from bot.schedule.model import Programme, Schedule, Session

MEDIA_TYPE = "text/calendar"


def one(session: Session, schedule: Schedule, reader: Reader, leads: Leads) -> Reply:
    """A session's file; or that its day is not announced."""
    say = reader.wording
    if not has_entry(session):
        return say.reply([capital((Span(text=say.say("unannounced-day")),))])
    lines = [say.line("calendar-one", title=heading(session, say))]
    if session.start is None:
        lines.append(say.line("calendar-day-only"))
    entry = _entry(session, schedule, reader, leads)
    return say.reply(lines, attachment=_file(session.id, name(session, say), [entry], reader))


def many(
    sessions: Sequence[Session],
    programme: Programme,
    reader: Reader,
    leads: Callable[[str], Leads],
) -> Reply:
    """One file for those sessions. `leads` gives those that count at an event."""
    say = reader.wording
    known = [each for each in sessions if has_entry(each)]
    if not known:
        return say.reply([say.line("calendar-none")])
    lines: list[Line] = [say.line("calendar-all", count=len(known))]
    if len(known) < len(sessions):
        lines.append(say.line("calendar-undated", count=len(sessions) - len(known)))
    entries = [_entry(each, programme.of(each), reader, leads(each.event)) for each in known]
    events = dict.fromkeys(called(programme.of(each).event, say) for each in known)
    return say.reply(lines, attachment=_file("calendar", ", ".join(events), entries, reader))


def _entry(session: Session, schedule: Schedule, reader: Reader, leads: Leads) -> Entry:
    title, *about = card(session, schedule, reader)
    return Entry(
        session=session,
        schedule=schedule,
        title=Reply(lines=(title,)).plain,
        about=Reply(lines=tuple(about)).plain,
        leads=leads,
    )


def _file(id: str, name: str, entries: Iterable[Entry], reader: Reader) -> Attachment:
    content = calendar(entries, name=name, now=reader.now)
    return Attachment(name=f"{id}.ics", media_type=MEDIA_TYPE, content=content)
