"""Calendar files, as a button or a command asks for them."""

from __future__ import annotations

from bot.conversation import following
from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.replies import calendar
from bot.replies.naming import told
from bot.store import subscriptions


async def session(turn: Turn, key: str) -> Reply:
    """The file of one session."""
    found = turn.programme.session(key)
    if found is None:
        return told(turn.reader, "session-gone")
    schedule = turn.programme.of(found)
    return calendar.one(found, schedule, turn.reader, turn.leads(found.event))


async def followed(turn: Turn, _text: str) -> Reply:
    """`/calendar`: everything that the person follows; or how to follow something."""
    mine = await turn.store.do(subscriptions.subscriptions_of, turn.person.id)
    if not mine:
        return await following.listing(turn)
    sessions = await following.selected(turn, [each.target for each in mine])
    return calendar.many(sessions, turn.programme, turn.reader, turn.leads)
