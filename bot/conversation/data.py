"""What is kept about a person: they may see all of it, and have it deleted."""

from __future__ import annotations

from bot.conversation.turn import Memory, Turn
from bot.messages import Reply
from bot.replies import data
from bot.replies.naming import told
from bot.store import people, profiles, subscriptions

FORGET = "forget!"
"""The action that deletes everything about the person."""


async def mydata(turn: Turn, _text: str) -> Reply:
    """`/mydata`: everything that is kept about the person."""
    id = turn.person.id
    reaches = await turn.store.do(profiles.reaches, id)
    return data.mydata(
        turn.reader,
        turn.programme,
        turn.person,
        chats=[(str(each.address), each.preferred) for each in reaches],
        followed=await turn.store.do(subscriptions.subscriptions_of, id),
        leads=turn.leads(),
        messages=await turn.store.do(profiles.messages, id),
    )


async def forget(turn: Turn, _text: str) -> Reply:
    """`/forget`: asks once, since it cannot be undone."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    return data.forget_sure(turn.reader, FORGET)


async def forgotten(turn: Turn, memory: Memory) -> Reply:
    """Everything about the person is deleted, on all their chats."""
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    reaches = await turn.store.do(profiles.reaches, turn.person.id)
    memory.forget([each.address for each in reaches])
    await turn.store.do(people.forget, turn.person.id)
    return told(turn.reader, "forgotten")
