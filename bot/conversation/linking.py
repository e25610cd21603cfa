"""One profile on several chats: a code joins them, and reminders come to the preferred one.

The rule that lives here: only chats of one's own are joined, and whoever joins them is told at
once where reminders come, and can change that with one tap.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.replies import chats
from bot.replies.naming import told
from bot.store import profiles
from bot.store.profiles import Reach


async def link(turn: Turn, text: str) -> Reply:
    """`/link` gives a code, `/link CODE` takes over the profile for which it was given."""
    if turn.message.group:
        return told(turn.reader, "link-private")
    if not text:
        code = await turn.store.do(profiles.offer, turn.person.id, turn.now)
        return chats.link_code(turn.reader, code, profiles.HOLDS)
    other = await turn.store.do(profiles.redeem, text, turn.now)
    if other is None:
        return told(turn.reader, "link-unknown")
    if other == turn.person.id:
        return told(turn.reader, "link-already")
    id = await turn.store.do(profiles.join, turn.person.id, other)
    here, others = _preferred(await turn.store.do(profiles.reaches, id), turn)
    return chats.linked(turn.reader, here=here, others=others)


async def prefer(turn: Turn, text: str) -> Reply:
    """`/prefer`: where reminders come; `/prefer here`, `other` or `both` changes that."""
    reaches = await turn.store.do(profiles.reaches, turn.person.id)
    if len(reaches) < 2:
        return told(turn.reader, "prefer-alone")
    here = turn.message.address
    choices = {
        "here": [here],
        "other": [each.address for each in reaches if each.address != here],
        "both": [each.address for each in reaches],
    }
    chosen = choices.get(text.strip().lower())
    if chosen is not None:
        await turn.store.do(profiles.prefer, turn.person.id, chosen)
        reaches = await turn.store.do(profiles.reaches, turn.person.id)
    to_this, others = _preferred(reaches, turn)
    return chats.preferred(turn.reader, here=to_this, others=others)


async def unlink(turn: Turn, _text: str) -> Reply:
    """`/unlink`: this chat has a profile of its own again, a copy of what was shared."""
    parted = await turn.store.do(profiles.part, turn.message.address, turn.now)
    return told(turn.reader, "unlinked" if parted else "prefer-alone")


def _preferred(reaches: Sequence[Reach], turn: Turn) -> tuple[bool, list[str]]:
    """Whether reminders come to this chat, and the names of the other ones they come to."""
    here = turn.message.address
    others = [each.address for each in reaches if each.preferred and each.address != here]
    return (
        any(each.preferred for each in reaches if each.address == here),
        [each.platform.capitalize() for each in others],
    )
