"""What an edit of the programme says to those who follow the sessions that it touched.

The rule that lives here: which change matters most decides the headline; the new time and place
stand above the old ones; one message tells all the changes that concern a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.messages import Button, Line, Reply
from bot.replies import actions
from bot.replies.card import heading, instead, join, where
from bot.replies.moments import Reader, relative, when
from bot.replies.wording import wording
from bot.schedule.diff import SessionChange, What
from bot.schedule.model import Schedule, Session, Status

SOON = timedelta(hours=1)  # a session moved to start within this is said to start in so long


def notice(
    changes: Sequence[SessionChange],
    *,
    before: Schedule,
    after: Schedule,
    language: str,
    zone: str | None,
    now: datetime,
) -> Reply:
    """One message for all changes from schedule `before` to `after` that concern a person."""
    reader = Reader(wording=wording(language), zone=zone, now=now)
    say = reader.wording
    told = [change for change in changes if change.what]
    blocks = [_change(change, before, after, reader) for change in told]
    sessions = [change.new for change in told if change.new is not None]
    if len(told) == 1:
        return say.reply(*blocks, buttons=_buttons(sessions[0], after, reader) if sessions else ())
    title = [say.line("notice-many", count=len(told))]
    return say.reply(title, *blocks, buttons=actions.numbered(sessions))


def _change(change: SessionChange, before: Schedule, after: Schedule, reader: Reader) -> list[Line]:
    """The headline, what holds now, and what held before."""
    say, old, new = reader.wording, change.old, change.new
    lines = [_headline(change, after, reader)]
    then = _facts(old, before, reader) if old else ()
    now = _facts(new, after, reader) if new else ()
    if new is None or What.GONE in change.what or not new.takes_place:
        lines += [instead(new, after, say)] if new else []
        postponed_to = new is not None and new.status is Status.POSTPONED and now != then
        lines += [say.line("notice-now", facts=now)] if postponed_to else []
        return [*lines, say.line("notice-planned", facts=then)]
    if old is None or What.NEW in change.what or now == then:
        lines.append(now)
    else:
        lines += [say.line("notice-now", facts=now), say.line("notice-before", facts=then)]
    if old is not None and What.TITLE in change.what:
        lines.append(say.line("notice-before", facts=heading(old, say)))
    return [*lines, *join(new, after, say)]


def _headline(change: SessionChange, schedule: Schedule, reader: Reader) -> Line:
    """What matters most of a change, and to which session it happened."""
    say, session = reader.wording, change.new or change.old
    assert session is not None, "a change has a session before or after it"
    title, what = heading(session, say), change.what[0]
    if What.HOUR_ANNOUNCED in change.what:
        what = What.HOUR_ANNOUNCED
    start = session.start
    if what is What.EARLIER and start and timedelta(0) <= start - reader.now <= SOON:
        off = relative(start, schedule.event, reader)
        return say.line("notice-earlier-soon", title=title, relative=off)
    return say.line(f"notice-{what}", title=title)


def _facts(session: Session, schedule: Schedule, reader: Reader) -> Line:
    return reader.wording.join(
        "dot", [when(session, schedule.event, reader), where(session, schedule, reader.wording)]
    )


def _buttons(session: Session, schedule: Schedule, reader: Reader) -> list[tuple[Button, ...]]:
    say = reader.wording
    links = actions.links(session, schedule, say) if session.takes_place else ()
    return [links, actions.stop_and_why(session, say)]
