"""Following and no longer following: what reminders a person gets, and why.

The rule that lives here: a person is told what they will get and when, and in a group only those
who moderate it decide.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.reminders.due import start_of
from bot.reminders.leads import Leads
from bot.replies import talk
from bot.replies.naming import told
from bot.schedule.model import Session
from bot.schedule.targets import Kind, Target, targets_of
from bot.store import planning, subscriptions

DAY_SNOOZE = timedelta(hours=3)
"""When to say again that a session is on, while its hour is not announced."""


def session_target(session: Session) -> Target:
    """The session alone."""
    return Target(kind=Kind.SESSION, event=session.event, value=session.id)


async def follow(turn: Turn, targets: Sequence[Target], leads: Leads = ()) -> Reply:
    """Follow these; `leads` for them alone, if any were named."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    targets = [each for each in targets if turn.programme.schedule(each.event) is not None]
    if not targets:
        return talk.subscribe_what(turn.reader, turn.programme)
    sessions = _selected(turn, targets)
    if sessions and all(_is_over(turn, session) for session in sessions):
        return talk.subscribed_over(turn.reader, turn.programme, targets)
    new = await turn.store.do(_follow, turn.person.id, targets, turn.now, leads)
    return talk.subscribed(
        turn.reader,
        turn.programme,
        targets,
        leads or turn.leads(targets[0].event),
        sessions=[session for session in sessions if not _is_over(turn, session)],
        already=not new,
        undo=stop_action(targets[0]) if new and len(targets) == 1 else None,
    )


async def unfollow(turn: Turn, targets: Sequence[Target]) -> Reply:
    """Stop following these. What else brings reminders of the same sessions is said, with the
    buttons that stop it."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    had = await turn.store.do(_unfollow, turn.person.id, targets)
    if not had:
        others = await _followed_by_other_ways(turn, targets)
        if others:
            return _list(turn, others)
    return talk.unsubscribed(turn.reader, turn.programme, targets, had=had)


async def unfollow_by_action(turn: Turn, action: str) -> Reply:
    """Stop following what a button named by its mark (`stop_action`)."""
    followed = await turn.store.do(subscriptions.subscriptions_of, turn.person.id)
    targets = [each.target for each in followed if stop_action(each.target) == action]
    return await unfollow(turn, targets) if targets else await listing(turn)


async def listing(turn: Turn) -> Reply:
    """Everything that the person follows, each with a button that stops it."""
    followed = await turn.store.do(subscriptions.subscriptions_of, turn.person.id)
    return _list(turn, [each.target for each in followed])


async def stop_all(turn: Turn) -> Reply:
    """Follow nothing any more. Done at once: whoever says stop is not asked twice."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    await turn.store.do(subscriptions.unsubscribe_all, turn.person.id)
    return talk.stopped(turn.reader)


async def why(turn: Turn, key: str) -> Reply:
    """Which of the things that the person follows bring reminders of a session."""
    session = turn.programme.session(key)
    if session is None:
        return told(turn.reader, "session-gone")
    because = await _because(turn, [session])
    return talk.why(turn.reader, turn.programme, because, turn.leads(session.event))


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


def stop_action(target: Target) -> str:
    """The action of a button that stops following a target. A mark stands for the target, since
    a speaker's name may be longer than an action."""
    if target.kind is Kind.SESSION:
        return f"u:s:{target.event}/{target.value}"
    words = "\n".join((target.kind, target.event, target.value))
    return f"u:{hashlib.sha256(words.encode()).hexdigest()[:12]}"


def _list(turn: Turn, targets: Sequence[Target]) -> Reply:
    followed = [(each, stop_action(each)) for each in targets]
    return talk.subscriptions(turn.reader, turn.programme, followed, turn.leads())


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


def _selected(turn: Turn, targets: Sequence[Target]) -> list[Session]:
    wanted = set(targets)
    events = {each.event for each in targets}
    return [
        session
        for schedule in turn.programme.schedules
        if schedule.event.id in events
        for session in schedule.shown
        if wanted.intersection(targets_of(session))
    ]


async def _followed_by_other_ways(turn: Turn, targets: Sequence[Target]) -> list[Target]:
    return await _because(turn, _selected(turn, targets))


async def _because(turn: Turn, sessions: Sequence[Session]) -> list[Target]:
    followed = await turn.store.do(subscriptions.subscriptions_of, turn.person.id)
    selecting = {target for session in sessions for target in targets_of(session)}
    return [each.target for each in followed if each.target in selecting]


def _follow(
    connection: sa.Connection, person: int, targets: Sequence[Target], now: datetime, leads: Leads
) -> bool:
    new = [
        subscriptions.subscribe(connection, person, target, now, leads=leads or None)
        for target in targets
    ]
    return any(new)


def _unfollow(connection: sa.Connection, person: int, targets: Sequence[Target]) -> bool:
    had = [subscriptions.unsubscribe(connection, person, target) for target in targets]
    return any(had)
