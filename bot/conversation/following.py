"""Following and no longer following: what reminders a person gets.

The rule that lives here: a person is told what they will get and when, and in a group only those
who moderate it decide.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.questions.selection import Selection
from bot.reminders.due import dues, start_of
from bot.reminders.leads import Leads
from bot.reminders.person import Subscription, leads_for
from bot.reminders.quiet import is_lost
from bot.replies import talk
from bot.replies.naming import told
from bot.schedule.model import Session
from bot.schedule.targets import Target, TargetKind
from bot.store import planning, subscriptions

MOST_QUESTIONS = 30
"""Saved questions of a person: each is asked again with every publication."""

DAY_SNOOZE = timedelta(hours=3)
"""When to say again that a session is on, while its hour is not announced."""


async def follow(turn: Turn, targets: Sequence[Target], leads: Leads = ()) -> Reply:
    """Follow these; `leads` for them alone, if any were named."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    targets = [each for each in targets if turn.programme.schedule(each.event) is not None]
    if not targets:
        return talk.subscribe_what(turn.reader, turn.programme)
    sessions = await selected(turn, targets)
    if sessions and all(_is_over(turn, session) for session in sessions):
        return talk.subscribed_over(turn.reader, turn.programme, targets)
    done = await turn.store.do(_follow, turn.person.id, targets, turn.now, leads)
    if done is None:
        return told(turn.reader, "follow-too-many", count=MOST_QUESTIONS)
    spans = done.leads or turn.leads(targets[0].event)
    to_come = [session for session in sessions if not _is_over(turn, session)]
    return talk.subscribed(
        turn.reader,
        turn.programme,
        targets,
        spans,
        sessions=to_come,
        silent=[session for session in to_come if _is_silent(turn, session, spans)],
        already=not done.new,
        undo=stop_action(targets[0]) if done.new and len(targets) == 1 else None,
    )


async def unfollow(turn: Turn, targets: Sequence[Target]) -> Reply:
    """Stop following these. What else brings reminders of the same sessions is said, with the
    buttons that stop it."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    had = await turn.store.do(_unfollow, turn.person.id, targets)
    if not had:
        others = await because(turn, await selected(turn, targets))
        if others:
            return listed(turn, others)
    return talk.unsubscribed(turn.reader, turn.programme, targets, had=had)


async def unfollow_by_action(turn: Turn, action: str) -> Reply:
    """Stop following what a button named by its mark (`stop_action`)."""
    followed = await _followed(turn)
    targets = [each.target for each in followed if stop_action(each.target) == action]
    return await unfollow(turn, targets) if targets else await listing(turn)


async def listing(turn: Turn) -> Reply:
    """Everything that the person follows, each with a button that stops it."""
    return listed(turn, await _followed(turn))


def listed(turn: Turn, followed: Sequence[Subscription]) -> Reply:
    """These, each with a button that stops it."""
    stops = [(each, stop_action(each.target)) for each in followed]
    return talk.subscriptions(turn.reader, turn.programme, stops, turn.leads())


async def stop_all(turn: Turn) -> Reply:
    """Follow nothing any more. Done at once: whoever says stop is not asked twice."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    await turn.store.do(subscriptions.unsubscribe_all, turn.person.id)
    return talk.stopped(turn.reader)


async def snooze(turn: Turn, key: str) -> Reply:
    """Remind of a session again: halfway to its start, or in three hours if only its day is
    known."""
    session = turn.programme.session(key)
    if session is None:
        return told(turn.reader, "session-gone")
    schedule = turn.programme.of(session)
    start, at = start_of(session, schedule), _later(session, turn.now)
    if start is None or at is None or at >= start.ends:
        return talk.snoozed(turn.reader, schedule, None)
    await turn.store.do(planning.snooze, turn.message.address, session, start, at)
    return talk.snoozed(turn.reader, schedule, at)


async def because(turn: Turn, sessions: Sequence[Session]) -> list[Subscription]:
    """What the person follows that selects one of these sessions, present or former ones."""
    followed = await _followed(turn)
    selection = await _selection(turn, [each.target for each in followed])
    selecting = {target for session in sessions for target in selection(session)}
    return [each for each in followed if each.target in selecting]


async def selected(turn: Turn, targets: Sequence[Target]) -> list[Session]:
    """The sessions that these targets select, in the order of the programme."""
    wanted, selection = set(targets), await _selection(turn, targets)
    return [
        session
        for schedule in turn.programme.schedules
        for session in schedule.shown
        if wanted.intersection(selection(session))
    ]


async def silenced(turn: Turn) -> list[Session]:
    """What the person follows of which quiet hours swallow every reminder that is still to come,
    in the order of the programme."""
    followed = {each.target: each for each in await _followed(turn)}
    selection = await _selection(turn, [*followed])
    found = []
    for session in await selected(turn, [*followed]):
        before = turn.programme.of(session).reminders.before
        mine = [followed[each] for each in selection(session) if each in followed]
        leads = {lead for each in mine for lead in leads_for(each, turn.person, before)}
        if _is_silent(turn, session, leads):
            found.append(session)
    return found


def stop_action(target: Target) -> str:
    """The action of a button that stops following a target. A mark stands for the target, since
    a speaker's name may be longer than an action."""
    if target.kind is TargetKind.SESSION:
        return f"u:s:{target.event}/{target.value}"
    words = "\n".join((target.kind, target.event, target.value))
    return f"u:{hashlib.sha256(words.encode()).hexdigest()[:12]}"


async def _followed(turn: Turn) -> tuple[Subscription, ...]:
    return await turn.store.do(subscriptions.subscriptions_of, turn.person.id)


async def _selection(turn: Turn, targets: Sequence[Target]) -> Selection:
    questions = [each for each in targets if each.kind is TargetKind.QUERY]
    return await asyncio.to_thread(Selection, turn.index, questions)


def _later(session: Session, now: datetime) -> datetime | None:
    if session.start is None:
        return now + DAY_SNOOZE
    left = session.start - now
    return now + left / 2 if left >= timedelta(minutes=2) else None


def _is_over(turn: Turn, session: Session) -> bool:
    if not session.takes_place:
        return True
    start = start_of(session, turn.programme.of(session))
    return start is not None and start.ends <= turn.now


def _is_silent(turn: Turn, session: Session, leads: Iterable[timedelta]) -> bool:
    """Whether quiet hours swallow every reminder that is still to come."""
    quiet, schedule = turn.person.quiet, turn.programme.of(session)
    if quiet is None:
        return False
    zone = turn.person.zone or schedule.event.timezone
    ahead = [each for each in dues(session, schedule, leads) if each.due > turn.now]
    return bool(ahead) and all(
        is_lost(each.due, each.start.latest, turn.now, quiet, zone) for each in ahead
    )


class _Followed(NamedTuple):
    """Whether anything is followed that was not before, and the leads chosen for the first."""

    new: bool
    leads: Leads | None


def _follow(
    connection: sa.Connection, person: int, targets: Sequence[Target], now: datetime, leads: Leads
) -> _Followed | None:
    """None if those would be too many saved questions."""
    mine = {each.target for each in subscriptions.subscriptions_of(connection, person)}
    questions = [each for each in {*mine, *targets} if each.kind is TargetKind.QUERY]
    if len(questions) > MOST_QUESTIONS and not mine.issuperset(targets):
        return None
    new = [
        subscriptions.subscribe(connection, person, target, now, leads=leads or None)
        for target in targets
    ]
    followed = {each.target: each for each in subscriptions.subscriptions_of(connection, person)}
    return _Followed(any(new), followed[targets[0]].leads)


def _unfollow(connection: sa.Connection, person: int, targets: Sequence[Target]) -> bool:
    had = [subscriptions.unsubscribe(connection, person, target) for target in targets]
    return any(had)
