"""An invitation: who invites, and which room the new one says that it replaces.

The rule that lives here: the own homeserver puts the invitation itself at the end; what stands
before comes from the inviting server, and may be anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.chats.matrix.server import JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Not answered yet. `replaces` is a claim of the inviting server, or empty."""

    who: str
    replaces: str


def invitation(invited: JsonObject, me: str) -> Invitation:
    """The invitation of the account `me` in what a sync says of a room."""
    who = replaces = ""
    for event in invited.get("invite_state", {}).get("events", ()):
        match event:
            case {"type": "m.room.member", "state_key": key, "sender": str(sender)} if key == me:
                who = sender
            case {"type": "m.room.create", "content": {"predecessor": {"room_id": str(room)}}}:
                replaces = room
    return Invitation(who=who, replaces=replaces)
