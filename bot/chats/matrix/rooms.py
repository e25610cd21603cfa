"""Which rooms the account is in, and who is who there.

The rules that live here: invitations are taken by policy, and admins' always; a room where nobody
else is left is left; a room that was upgraded is followed to its successor. Two people are a
conversation, more are a room; a room of many is busy, and there answers go into threads.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Collection, Iterator

import structlog

from bot.chats.matrix.encryption import Encryption
from bot.chats.matrix.memory import Memory
from bot.chats.matrix.server import JsonObject, Refused, Server, Unanswered, path

log = structlog.get_logger()

Moved = Callable[[str, str], Awaitable[None]]
"""Told the old and the new id of a room."""

_ROOM: JsonObject = {
    "is_direct": True,
    "preset": "trusted_private_chat",
    "initial_state": [
        {
            "type": "m.room.encryption",
            "state_key": "",
            "content": {"algorithm": "m.megolm.v1.aes-sha2"},
        }
    ],
}
_ARRIVAL = 10  # seconds from joining a room to seeing it, at most
_BUSY = 10  # members, from which on a room counts as busy
_MODERATOR = 50  # the power level of those who speak for a room, by convention


class Rooms:
    """The rooms of one account `me`. `invites` is `all`, `admins`, or names of servers."""

    def __init__(
        self,
        server: Server,
        encryption: Encryption,
        memory: Memory,
        *,
        me: str,
        invites: str,
        admins: Collection[str],
        moved: Moved,
    ) -> None:
        self._server = server
        self._encryption = encryption
        self._memory = memory
        self._me = me
        self._policy = invites
        self._servers = {each for each in re.split(r"[,\s]+", invites) if each}
        self._admins = admins
        self._moved = moved
        self._creators: dict[str, set[str]] = {}
        self._invited: dict[str, str] = {}  # room: who invited
        self._upgraded: dict[str, tuple[str, str]] = {}  # successor: the room, who upgraded it
        self._arriving: dict[str, asyncio.Event] = {}  # joined, but not yet seen in a sync

    async def keep(self, sync: JsonObject) -> None:
        """Do what a sync asks for: join, follow, leave. What the network prevents is tried again
        after the next one."""
        rooms = sync.get("rooms", {})
        for room in rooms.get("leave", {}):
            self._encryption.forget(room)
        for room, joined in rooms.get("join", {}).items():
            if arrived := self._arriving.pop(room, None):
                arrived.set()
            for event in _events(joined):
                self._learn(room, event)
        for room, invited in rooms.get("invite", {}).items():
            self._invited[room] = _inviter(invited, self._me)
        for room, who in list(self._invited.items()):
            await self._answer_invitation(room, who)
        for successor, (room, who) in list(self._upgraded.items()):
            await self._follow(room, successor, who)
        for room, joined in rooms.get("join", {}).items():
            if room in self._encryption.rooms and self._left_alone(room, joined):
                await self._leave(room)

    def _learn(self, room: str, event: JsonObject) -> None:
        content = event.get("content")
        if event.get("state_key") != "" or not isinstance(content, dict):
            return
        sender = str(event.get("sender"))
        if event.get("type") == "m.room.create" and str(content.get("room_version")).isdigit():
            # From version 12 on creators stand above all power levels, and in none.
            more = content.get("additional_creators", [])
            over = int(content["room_version"]) >= 12
            self._creators[room] = {sender, *more} if over else set()
        elif event.get("type") == "m.room.tombstone":
            successor = content.get("replacement_room")
            if isinstance(successor, str) and successor:
                self._upgraded[successor] = (room, sender)

    async def _answer_invitation(self, room: str, who: str) -> None:
        if self._welcome(who) or room in self._upgraded:
            if await self._try("POST", path("join", room), who):
                self._arrive(room)
                self._invited.pop(room, None)
        elif await self._try("POST", path("rooms", room, "leave"), None):
            self._invited.pop(room, None)
            log.info("matrix.invitation_declined", by=who)

    def _welcome(self, who: str) -> bool:
        if who in self._admins or self._policy == "all":
            return True
        return who.partition(":")[2] in self._servers

    async def _follow(self, room: str, successor: str, who: str) -> None:
        """Go on in the successor; where that needs an invitation, when it comes."""
        if successor not in self._encryption.rooms and successor not in self._arriving:
            if not await self._try("POST", path("join", successor), who, keep_refused=True):
                return
            self._arrive(successor)
        await self._memory.remember(f"moved {room}", successor)
        await self._moved(room, successor)
        await self._leave(room)
        self._upgraded.pop(successor, None)

    async def _leave(self, room: str) -> None:
        if await self._try("POST", path("rooms", room, "leave"), None):
            await self._try("POST", path("rooms", room, "forget"), None)
            self._encryption.forget(room)

    async def _try(
        self, method: str, path: str, through: str | None, *, keep_refused: bool = False
    ) -> bool:
        """Whether there is nothing more to try: done, or refused for good. `through` is someone
        whose server knows the room."""
        server = through.partition(":")[2] if through else ""
        query = {"via": server, "server_name": server} if server else None
        try:
            await self._server.call(method, path, query=query)
        except Unanswered:
            return False
        except Refused as refused:
            log.info("matrix.room_refused", reason=str(refused))
            return refused.retry_after is None and not keep_refused
        return True

    def _left_alone(self, room: str, joined: JsonObject) -> bool:
        """Whether the others have gone; a room just made has not seen them yet."""
        if any(user != self._me for user in self._encryption.rooms[room].users):
            return False
        return any(
            event.get("type") == "m.room.member"
            and event.get("content", {}).get("membership") in ("leave", "ban")
            for event in _events(joined)
        )

    def _arrive(self, room: str) -> None:
        if room not in self._encryption.rooms:
            self._arriving.setdefault(room, asyncio.Event())

    async def arrival(self, room: str) -> None:
        """Returns at once, or for a room just joined when its people and keys are known. Raises
        `TimeoutError`."""
        if arriving := self._arriving.get(room):
            async with asyncio.timeout(_ARRIVAL):
                await arriving.wait()

    async def between(self, user: str) -> str:
        """The room of the account and one other person, made if there is none. Raises `Refused`,
        `Unanswered`, `LoginError`."""
        kept = await self._memory.recall(f"direct {user}")
        if kept is not None and (kept in self._encryption.rooms or kept in self._arriving):
            return kept
        for room, state in self._encryption.rooms.items():
            if user in state.users and self.direct(room):
                return room
        answer = await self._server.call("POST", path("createRoom"), _ROOM | {"invite": [user]})
        room = str(answer["room_id"])
        self._arrive(room)
        await self._memory.remember(f"direct {user}", room)
        return room

    def __contains__(self, room: str) -> bool:
        return room in self._encryption.rooms

    def direct(self, room: str) -> bool:
        """Whether the account and one other are the only ones there."""
        return len(self._encryption.rooms[room].users) <= 2

    def busy(self, room: str) -> bool:
        """Whether so many are there that answers had better go into threads."""
        return len(self._encryption.rooms[room].users) > _BUSY

    def others(self, room: str) -> list[str]:
        """Everyone there but the account."""
        return [user for user in self._encryption.rooms[room].users if user != self._me]

    def own_name(self, room: str) -> str | None:
        """The account's display name there."""
        me = self._encryption.rooms[room].users.get(self._me)
        return me.display_name if me else None

    def moderates(self, room: str, user: str) -> bool:
        """Whether a person may speak for the room."""
        level: int = self._encryption.rooms[room].power_levels.get_user_level(user)
        return level >= _MODERATOR or user in self._creators.get(room, ()) or self.direct(room)


def _events(joined: JsonObject) -> Iterator[JsonObject]:
    for part in ("state", "timeline"):
        yield from joined.get(part, {}).get("events", ())


def _inviter(invited: JsonObject, me: str) -> str:
    for event in invited.get("invite_state", {}).get("events", ()):
        if event.get("type") == "m.room.member" and event.get("state_key") == me:
            return str(event.get("sender"))
    return ""
