"""What an edit of the programme says to those who follow the sessions that it touched.

The rule that lives here: which change matters most decides the headline; the new time and place
stand above the old ones; one message tells all the changes that concern a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.messages import Button, Line, Reply
from bot.replies import actions
from bot.replies.card import heading, join, status, where
from bot.replies.moments import Reader, relative, when
from bot.replies.wording import wording
from bot.schedule.model import Schedule, Session, Status

Edit = tuple[Session | None, Session | None]
"""A session before and after an edit; None: it was not there, or is there no longer."""

SOON = 60  # minutes; a session moved to start within these is said to start in so many


def notice(
    edits: Sequence[Edit],
    *,
    before: Schedule,
    after: Schedule,
    language: str,
    zone: str | None,
    now: datetime,
) -> Reply:
    """One message for all edits from schedule `before` to `after` that concern a person."""
    reader = Reader(wording=wording(language), zone=zone, now=now)
    say = reader.wording
    blocks = [_edit(edit, before, after, reader) for edit in edits]
    sessions = [new for _, new in edits if new is not None]
    if len(edits) == 1:
        buttons = _buttons(sessions[0], after, reader) if sessions else []
        return say.reply(*blocks, buttons=buttons)
    title = [say.line("notice-many", count=len(edits))]
    return say.reply(title, *blocks, buttons=actions.numbered(sessions))


def kind_of(edit: Edit, before: Schedule, after: Schedule, now: datetime) -> str:
    """What an edit is to those who follow the session, by what matters most to them: `gone`,
    `new`, `cancelled`, `postponed`, `again`, `hour`, `earlier`, `moved`, `room`, `link`,
    `confirmed` or `edited`."""
    old, new = edit
    if new is None or new.status is Status.DRAFT:
        return "gone"
    if old is None or old.status is Status.DRAFT:
        return "new"
    if new.status is not old.status and not new.takes_place:
        return str(new.status)
    if new.takes_place and not old.takes_place:
        return "again"
    if (old.start, old.end, old.day, old.part) != (new.start, new.end, new.day, new.part):
        return _moved(old, new, now)
    if old.room != new.room:
        return "room"
    if before.join_of(old) != after.join_of(new):
        return "link"
    return "confirmed" if new.status is not old.status else "edited"


def _moved(old: Session, new: Session, now: datetime) -> str:
    if old.start is None:
        return "hour" if new.start is not None else "moved"
    if new.start is not None and new.start < old.start and _starts_soon(new, now):
        return "earlier"
    return "moved"


def _starts_soon(session: Session, now: datetime) -> bool:
    return session.start is not None and 0 <= (session.start - now).total_seconds() <= SOON * 60


def _edit(edit: Edit, before: Schedule, after: Schedule, reader: Reader) -> list[Line]:
    """The headline, what holds now, and what held before."""
    say, kind = reader.wording, kind_of(edit, before, after, reader.now)
    old, new = edit
    session, schedule = (new, after) if new is not None else (old, before)
    assert session is not None, "an edit has a session before or after it"
    title = heading(session, say)
    off = relative(session.start, after.event, reader) if session.start else ""
    lines = [say.line(f"notice-{kind}", title=title, relative=off)]
    if kind in ("cancelled", "postponed", "gone"):
        lines += status(session, schedule, reader)[1:]
        return [*lines, say.line("notice-planned", facts=_facts(old or session, before, reader))]
    now, then = _facts(session, schedule, reader), _facts(old, before, reader) if old else ()
    if not then or then == now:
        lines.append(now)
    else:
        lines += [say.line("notice-now", facts=now), say.line("notice-before", facts=then)]
    return [*lines, *join(session, schedule, say)]


def _facts(session: Session, schedule: Schedule, reader: Reader) -> Line:
    return reader.wording.join(
        "dot", [when(session, schedule.event, reader), where(session, schedule, reader.wording)]
    )


def _buttons(session: Session, schedule: Schedule, reader: Reader) -> list[tuple[Button, ...]]:
    say = reader.wording
    links = actions.links(session, schedule, say) if session.takes_place else ()
    return [links, actions.stop_and_why(session, say)]
