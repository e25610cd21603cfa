"""Who is who in the rooms that the account is in.

The rules that live here: two people are a conversation, more are a room; a room of many is busy,
and there answers go into threads. Who has the power of a moderator, or made the room, may speak
for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.chats.matrix.encryption import Encryption
from bot.chats.matrix.server import JsonObject

_BUSY = 10  # members, from which on a room counts as busy
_MODERATOR = 50  # the power level of those who speak for a room, by convention
_CREATORS = 12  # the room version from which on creators stand above all power levels


class Rooms:
    """The rooms of one account `me`, as the last sync left them."""

    def __init__(self, encryption: Encryption, me: str) -> None:
        self._encryption = encryption
        self._me = me
        self._creators: dict[str, set[str]] = {}

    def learn(self, sync: JsonObject) -> None:
        """Note who made the rooms: nio does not."""
        for room, joined in sync.get("rooms", {}).get("join", {}).items():
            for event in state_events(joined, "m.room.create"):
                version = str(event["content"].get("room_version"))
                if version.isdecimal() and int(version) >= _CREATORS:
                    more = event["content"].get("additional_creators")
                    others = more if isinstance(more, list) else []
                    self._creators[room] = {str(each) for each in (event.get("sender"), *others)}

    def __contains__(self, room: str) -> bool:
        return room in self._encryption.rooms

    def peopled(self, room: str) -> bool:
        """Whether the account is there with others. A room that is being made gets its encryption
        first and its people last, and a sync may show it half made."""
        return room in self and bool(self.others(room))

    def forget(self, room: str) -> None:
        """The account has left a room."""
        self._encryption.forget(room)
        self._creators.pop(room, None)

    def direct(self, room: str) -> bool:
        """Whether the account and one other are the only ones there."""
        return len(self._encryption.rooms[room].users) <= 2

    def busy(self, room: str) -> bool:
        """Whether so many are there that answers had better go into threads."""
        return len(self._encryption.rooms[room].users) > _BUSY

    def others(self, room: str) -> list[str]:
        """Everyone there but the account."""
        return [user for user in self._encryption.rooms[room].users if user != self._me]

    def between(self, user: str) -> str | None:
        """A room of the account and that person alone."""
        rooms = self._encryption.rooms
        return next((room for room in rooms if self.others(room) == [user]), None)

    def left_alone(self, room: str, joined: JsonObject) -> bool:
        """Whether the others have gone; a room just made has not seen them yet."""
        members = state_events(joined, "m.room.member", any_key=True)
        went = any(event["content"].get("membership") in ("leave", "ban") for event in members)
        return went and not self.others(room)

    def own_name(self, room: str) -> str | None:
        """The account's display name there."""
        me = self._encryption.rooms[room].users.get(self._me)
        return me.display_name if me else None

    def moderates(self, room: str, user: str) -> bool:
        """Whether a person may speak for the room."""
        level: int = self._encryption.rooms[room].power_levels.get_user_level(user)
        return level >= _MODERATOR or user in self._creators.get(room, ()) or self.direct(room)


def state_events(joined: JsonObject, kind: str, *, any_key: bool = False) -> Iterator[JsonObject]:
    """The state events of a kind in what a sync says of a room; those about a person or another
    part of the room (`any_key`) are left out otherwise."""
    for part in ("state", "timeline"):
        for event in joined.get(part, {}).get("events", ()):
            wanted = "state_key" in event and (any_key or event["state_key"] == "")
            if wanted and event.get("type") == kind and isinstance(event.get("content"), dict):
                yield event
