"""What an edit of the programme says to those who follow the sessions that it touched.

The rule that lives here: which change matters most decides the headline; the new time and place
stand above the old ones; one message tells all the changes that concern a person, and a link
that many sessions share is told once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.messages import Button, Line, Reply, Span
from bot.reminders.notices import SOON
from bot.replies import actions
from bot.replies.card import heading, instead, join, where
from bot.replies.moments import Reader, relative, when
from bot.replies.wording import wording
from bot.schedule.diff import SessionChange, What
from bot.schedule.model import Schedule, Session, Status

IN_FULL = 10  # so many changes are told in full; of the rest, the headlines
NAMED = 5  # so many of the sessions that got the same link are named


def notice(
    changes: Sequence[SessionChange],
    *,
    about: str,
    before: Schedule,
    after: Schedule,
    language: str,
    zone: str | None,
    now: datetime,
) -> Reply:
    """One message for all changes from schedule `before` to `after` that concern a person.
    `about` names the publication, `event@number`."""
    reader = Reader(wording=wording(language), zone=zone, now=now)
    say = reader.wording
    told = [change for change in changes if change.what]
    alone, linked = _by_link(told)
    blocks = [_change(change, before, after, reader) for change in alone[:IN_FULL]]
    blocks += [_other_link(sessions, after, reader) for sessions in linked]
    short = [headline(change, after, reader) for change in alone[IN_FULL:]]
    sessions = [each.new for each in told if each.new is not None and What.GONE not in each.what]
    if len(told) == 1 and sessions:
        return say.reply(*blocks, buttons=_buttons(sessions[0], after, reader))
    title = [say.line("notice-many", count=len(told))] if len(told) > 1 else []
    stop = actions.stop_or_why(f"u:n:{about}", f"w:{about}", say)
    return say.reply(title, *blocks, short, buttons=[*actions.numbered(sessions), stop])


def headline(change: SessionChange, schedule: Schedule, reader: Reader) -> Line:
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


def _by_link(
    changes: Sequence[SessionChange],
) -> tuple[list[SessionChange], list[list[Session]]]:
    """The changes to tell one by one, and the sessions that only got another link, together:
    those whose room's or event's link it is."""
    linked: dict[str | None, list[SessionChange]] = defaultdict(list)
    for change in changes:
        if change.inherited and change.what == (What.LINK,):
            linked[change.new_link].append(change)
    together = [each for each in linked.values() if len(each) > 1]
    grouped = {change.id for each in together for change in each}
    alone = [change for change in changes if change.id not in grouped]
    return alone, [[change.new for change in each if change.new] for each in together]


def _other_link(sessions: Sequence[Session], schedule: Schedule, reader: Reader) -> list[Line]:
    """Which sessions are joined in another way now, and how."""
    say = reader.wording
    titles: list[Line] = [heading(each, say) for each in sessions[:NAMED]]
    more = len(sessions) - NAMED
    titles += [(Span(text=say.say("and-more", count=more)),)] if more > 0 else []
    first = say.line("notice-link-many", count=len(sessions))
    return [first, say.join("dot", titles), *join(sessions[0], schedule, say)]


def _change(change: SessionChange, before: Schedule, after: Schedule, reader: Reader) -> list[Line]:
    """The headline, what holds now, and what held before."""
    say, old, new = reader.wording, change.old, change.new
    lines = [headline(change, after, reader)]
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


def _facts(session: Session, schedule: Schedule, reader: Reader) -> Line:
    return reader.wording.join(
        "dot", [when(session, schedule.event, reader), where(session, schedule, reader.wording)]
    )


def _buttons(session: Session, schedule: Schedule, reader: Reader) -> list[tuple[Button, ...]]:
    say = reader.wording
    links = actions.links(session, schedule, say) if session.takes_place else ()
    return [links, actions.stop_and_why(session, say)]
