"""Coming into rooms, following them, and leaving.

The rules that live here: invitations are taken by policy, and admins' always; a room that was
upgraded is followed to its successor; a room where nobody else is left is left. None of that may
keep the bot from answering, so it happens beside the sync; what the network prevents is tried
again after the next sync, and an invitation is not forgotten over a restart. So an invitation may
be heard of when the bot is in the room already: then it stays. One to a successor may come before
the upgrade: then it waits for that.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Collection, Coroutine
from dataclasses import asdict

import structlog

from bot.chats.matrix.account import LoginError
from bot.chats.matrix.invitations import Invitation, invitation
from bot.chats.matrix.memory import Memory
from bot.chats.matrix.rooms import Rooms, state_events
from bot.chats.matrix.server import JsonObject, Refused, Server, Unanswered, path

log = structlog.get_logger()

Moved = Callable[[str, str], Awaitable[None]]
"""Told the old and the new id of a room."""

_ARRIVAL = 10  # seconds from joining a room to seeing it, at most
_JOIN = 180  # seconds that a join may take: the homeserver asks others for the room
_DIRECT: JsonObject = {
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


class Membership:
    """Where the account `me` comes in and goes out. `invites` is `all`, `admins`, or names of
    servers."""

    def __init__(
        self,
        server: Server,
        rooms: Rooms,
        memory: Memory,
        *,
        me: str,
        invites: str,
        admins: Collection[str],
        moved: Moved,
    ) -> None:
        self._server = server
        self._rooms = rooms
        self._memory = memory
        self._me = me
        self._policy = invites
        self._servers = {each for each in re.split(r"[,\s]+", invites) if each}
        self._admins = admins
        self._moved = moved
        self._invited: dict[str, Invitation] = {}  # by room
        self._upgraded: dict[str, tuple[str, str]] = {}  # successor: the room, who upgraded it
        self._closed: set[str] = set()  # successors that want an invitation
        self._arriving: dict[str, asyncio.Event] = {}  # joined, but its people are not known yet
        self._making = asyncio.Lock()
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def open(self) -> None:
        """Remember the invitations that are not answered yet."""
        kept = json.loads(await self._memory.recall("invitations") or "{}")
        self._invited = {room: Invitation(**each) for room, each in kept.items()}

    async def keep(self, sync: JsonObject) -> None:
        """Begin what a sync asks for: join, follow, leave."""
        rooms = sync.get("rooms", {})
        for room in rooms.get("leave", {}):
            self._forget(room)
        for room, joined in rooms.get("join", {}).items():
            if self._rooms.peopled(room):
                self._see(room)
            for event in state_events(joined, "m.room.tombstone"):
                successor = event["content"].get("replacement_room")
                if isinstance(successor, str) and successor:
                    self._upgraded[successor] = (room, str(event.get("sender")))
            if room in self._rooms and self._rooms.left_alone(room, joined):
                self._begin(room, self._leave(room))
        if invitations := rooms.get("invite", {}):
            for room, invited in invitations.items():
                self._hear(room, invitation(invited, self._me))
                self._closed.discard(room)
            await self._keep_invited()
        for room in self._invited:
            self._begin(room, self._answer_invitation(room))
        for successor, (room, who) in self._upgraded.items():
            if successor not in self._closed:
                self._begin(successor, self._follow(room, successor, who))

    def _begin(self, room: str, work: Coroutine[None, None, None]) -> None:
        """Do something about a room, unless something is being done about it."""
        if room in self._tasks:
            work.close()
            return

        async def carry_out() -> None:
            try:
                await work
            except Exception:  # of whoever is told of moves
                log.exception("matrix.room_failed")
            finally:
                del self._tasks[room]

        self._tasks[room] = asyncio.create_task(carry_out())

    def _hear(self, room: str, new: Invitation) -> None:
        """A stranger's invitation takes nothing away from that of somebody welcome."""
        if self._welcome(new.who) or not self._welcome(self._invited.get(room, new).who):
            self._invited[room] = new

    async def _answer_invitation(self, room: str) -> None:
        invited = self._invited[room]
        # Where the account is already, declining would mean leaving; to join again changes nothing.
        welcome = self._inside(room) or self._welcome(invited.who) or room in self._upgraded
        if not welcome and self._inside(invited.replaces):
            return  # that room may be about to say so, too
        done = await (
            self._join(room, invited.who) if welcome else self._try("rooms", room, "leave")
        )
        if done is None:
            return
        log.info("matrix.invitation", by=invited.who, taken=welcome and done)
        if self._invited[room] is not invited:  # another one came meanwhile
            await self._answer_invitation(room)
            return
        del self._invited[room]
        await self._keep_invited()
        if done and room in self._upgraded:
            old, by = self._upgraded[room]
            await self._follow(old, room, by)

    def _welcome(self, who: str) -> bool:
        if who in self._admins or self._policy == "all":
            return True
        return who.partition(":")[2] in self._servers

    async def _keep_invited(self) -> None:
        kept = {room: asdict(each) for room, each in self._invited.items()}
        await self._memory.remember("invitations", json.dumps(kept) if kept else None)

    async def _follow(self, room: str, successor: str, who: str) -> None:
        """Go on in the successor; where that needs an invitation, when it comes."""
        if not self._inside(successor):
            done = await self._join(successor, who)
            if done is False and successor in self._invited:  # the invitation came meanwhile
                done = await self._join(successor, who)
            if done is False:
                self._closed.add(successor)
            if not done:
                return
        await self._memory.remember(f"moved {room}", successor)
        await self._moved(room, successor)
        await self._leave(room)
        self._upgraded.pop(successor, None)

    async def _leave(self, room: str) -> None:
        if await self._try("rooms", room, "leave") is not None:
            await self._try("rooms", room, "forget")
            self._forget(room)

    def _forget(self, room: str) -> None:
        self._see(room)
        self._rooms.forget(room)

    async def _join(self, room: str, through: str) -> bool | None:
        """Join a room that the server of a person, `through`, knows."""
        server = through.partition(":")[2]
        done = await self._try("join", room, query={"via": server, "server_name": server})
        if done:
            self._arrive(room)
        return done

    async def _try(self, *parts: str, query: dict[str, str] | None = None) -> bool | None:
        """Whether the homeserver did it; None where it is worth another try."""
        try:
            await self._server.call("POST", path(*parts), query=query, timeout=_JOIN)
        except (Unanswered, LoginError):
            return None
        except Refused as refused:
            log.info("matrix.room_refused", reason=str(refused))
            return None if refused.retry_after is not None else False
        return True

    def _inside(self, room: str) -> bool:
        """Whether the account is in a room, as the last sync or a join since then says."""
        return room in self._rooms or room in self._arriving

    def _arrive(self, room: str) -> None:
        if not self._rooms.peopled(room):
            self._arriving.setdefault(room, asyncio.Event())

    def _see(self, room: str) -> None:
        if arriving := self._arriving.pop(room, None):
            arriving.set()

    async def arrival(self, room: str) -> None:
        """Returns at once, or for a room just joined when its people and keys are known. Raises
        `TimeoutError`."""
        if arriving := self._arriving.get(room):
            async with asyncio.timeout(_ARRIVAL):
                await arriving.wait()

    async def between(self, user: str) -> str:
        """The room of the account and one other person, made if there is none. Raises `Refused`,
        `Unanswered`, `LoginError`."""
        async with self._making:  # two at once would make two
            kept = await self._memory.recall(f"direct {user}")
            if kept is not None and self._inside(kept):
                return kept
            if found := self._rooms.between(user):
                return found
            answer = await self._server.call(
                "POST", path("createRoom"), _DIRECT | {"invite": [user]}
            )
            room = str(answer["room_id"])
            self._arrive(room)
            await self._memory.remember(f"direct {user}", room)
            return room

    def close(self) -> None:
        """Stop what is being done; what matters is begun again at the next start."""
        for task in self._tasks.values():
            task.cancel()
