"""What the bot says about a person's chats: codes that join them, and where reminders come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.messages import Button, Line, Reply
from bot.replies.moments import Reader

HERE, OTHER, BOTH = "/prefer here", "/prefer other", "/prefer both"
"""The actions that choose where reminders come."""


def link_code(reader: Reader, code: str, holds: timedelta) -> Reply:
    """The code to write in the other chat, and for how long it can be used."""
    minutes = holds // timedelta(minutes=1)
    return reader.wording.reply([reader.wording.line("link-code", code=code, minutes=minutes)])


def linked(reader: Reader, *, here: bool, others: Sequence[str]) -> Reply:
    """That two chats share a profile now, and where reminders come, to be changed by a tap."""
    return _choice([reader.wording.line("link-done")], reader, here=here, others=others)


def preferred(reader: Reader, *, here: bool, others: Sequence[str]) -> Reply:
    """Where reminders come, to be changed by a tap. `here` if to this chat; `others` are the
    names of the other chats that they come to."""
    return _choice([], reader, here=here, others=others)


def _choice(lines: list[Line], reader: Reader, *, here: bool, others: Sequence[str]) -> Reply:
    say = reader.wording
    chats = say.join("comma", others)
    if here and others:
        lines.append(say.line("prefer-both", chats=chats))
    else:
        lines.append(say.line("prefer-here") if here else say.line("prefer-other", chats=chats))
    choices = (("here", HERE), ("other", OTHER), ("both", BOTH))
    row = [Button(label=say.say(f"button-prefer-{id}"), action=action) for id, action in choices]
    return say.reply(lines, buttons=[row])
