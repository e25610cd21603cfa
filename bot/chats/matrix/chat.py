"""Matrix as a chat: every question is answered once, whatever breaks in between.

The rule that lives here: how far the account was read (the sync token) is written only after the
work, and answers go out under the question's id; so a crash repeats the work, and nobody sees it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from pathlib import Path

import structlog

from bot.chats.matrix import signing
from bot.chats.matrix.account import Account, LoginError
from bot.chats.matrix.encryption import Encryption, require_encryption
from bot.chats.matrix.errors import chat_error
from bot.chats.matrix.hearing import Hearing
from bot.chats.matrix.html import Hint
from bot.chats.matrix.listening import Listener
from bot.chats.matrix.membership import Membership
from bot.chats.matrix.memory import FileMemory, Memory
from bot.chats.matrix.rooms import Rooms
from bot.chats.matrix.server import Refused, Server, Unanswered, beforehand, patiently
from bot.chats.matrix.speaking import Speaker
from bot.messages import Address, ChatError, Failure, Reply, Respond, Urgency

log = structlog.get_logger()

_READY = 30  # seconds that a delivery waits for the login, after a start


async def _nobody_moves(old: Address, new: Address) -> None:
    """Without a listener a move is followed all the same."""


def _reply_with(language: str, choices: str) -> str:
    """Without better words, everyone is told in English how to choose."""
    return f"Reply with {choices}"


class MatrixChat:
    """One account of one homeserver.

    `folder` keeps the login and the device's keys, `identity` the signing keys that have to be
    backed up. `prefix` calls the bot in rooms. `invites` is `all`, `admins` or a list of servers.
    `moved` hears of upgraded rooms. `undo` gives the action that undoes an action: a reply
    with exactly one such action gets a bell. `hint` says in a language how to choose.
    """

    platform = "matrix"

    def __init__(
        self,
        *,
        homeserver: str,
        user: str,
        folder: Path,
        password: str | None = None,
        access_token: str | None = None,
        identity: Path | None = None,
        memory: Memory | None = None,
        admins: Collection[str] = (),
        prefix: str = "!igf",
        invites: str = "all",
        moved: Callable[[Address, Address], Awaitable[None]] = _nobody_moves,
        undo: Callable[[str], str | None] = lambda action: None,
        hint: Hint = _reply_with,
        device_name: str = "igf-bot",
    ) -> None:
        require_encryption()
        self._server = Server(homeserver)
        self._account = Account(
            self._server,
            user=user,
            password=password,
            access_token=access_token,
            folder=folder,
            device_name=device_name,
        )
        self._folder = folder
        self._identity = identity or folder.with_name(folder.name + "-identity.json")
        self._memory = memory or FileMemory(folder / "memory.jsonl")
        self._admins = frozenset(admins)
        self._prefix = prefix
        self._invites = invites
        self._moved = moved
        self._undo = undo
        self._hint = hint
        self._ready = asyncio.Event()
        self._closing: list[Callable[[], None]] = []

    async def run(self, respond: Respond) -> None:
        """Answer until cancelled. Raises `LoginError` when a person has to act."""
        try:
            await self._listen(respond)
        except Refused as refused:
            raise LoginError(
                f"Matrix: the homeserver does not serve the account: {refused}. Ask whoever runs "
                "the homeserver."
            ) from None
        finally:
            self._ready.clear()  # what another process does with the account is not known here

    async def _listen(self, respond: Respond) -> None:
        await patiently(self._open)
        since = await self._memory.recall("token")
        whole = True
        while True:
            sync = await patiently(self._listener.sync, since, whole=whole)
            self._encryption.receive(sync)
            await self._settle()
            self._rooms.learn(sync)
            await self._membership.keep(sync)
            self._ready.set()
            news = await patiently(self._listener.events, sync, since)
            try:
                async with asyncio.TaskGroup() as rooms:
                    for room, events in news.items():
                        rooms.create_task(self._hearing.answer(room, events, respond))
            except ExceptionGroup as broken:
                raise broken.exceptions[0] from None
            await self._listener.forget(news)
            since, whole = str(sync["next_batch"]), False
            await self._memory.remember("token", since)

    async def _open(self) -> None:
        login = await self._account.open()
        me, server, memory = login.user, self._server, self._memory
        self._let_go()  # of a try that the network broke off
        self._encryption = encryption = Encryption(server, login, self._folder)
        self._closing.append(encryption.close)
        await encryption.settle()
        await signing.sign_device(server, login, self._identity, self._account.password)
        self._rooms = rooms = Rooms(encryption, me)
        self._membership = Membership(
            server,
            rooms,
            memory,
            me=me,
            invites=self._invites,
            admins=self._admins,
            moved=self._tell_moved,
        )
        self._closing.append(self._membership.close)
        await self._membership.open()
        self._listener = Listener(server, encryption, memory, me)
        await self._listener.open()
        self._speaker = Speaker(server, encryption, memory, me=me, undo=self._undo, hint=self._hint)
        self._hearing = Hearing(
            self._speaker, rooms, memory, me=me, prefix=self._prefix, admins=self._admins
        )

    async def _settle(self) -> None:
        """Tend the keys. What the homeserver refuses must not keep the bot from answering."""
        try:
            await patiently(self._encryption.settle)
        except Refused as refused:
            log.error("matrix.keys_refused", reason=str(refused))

    async def _tell_moved(self, old: str, new: str) -> None:
        await self._moved(_address(old), _address(new))

    async def ready(self) -> None:
        """Returns when the account is logged in and its rooms are known."""
        await self._ready.wait()

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Send, and return the event's id; the same key shows once. The address is a room, or a
        person (`@name:server`), for whom a room is made if need be. Reminders and notices mention
        the person, so that the phone rings; answers never ring. Raises `ChatError`."""
        try:
            async with asyncio.timeout(_READY):
                await self.ready()
            room = address.chat
            if room.startswith("@"):
                with beforehand():
                    room = await self._membership.between(room)
            await self._membership.arrival(room)
        except TimeoutError:
            raise ChatError(Failure.UNREACHABLE, "not connected to the homeserver yet") from None
        except (Refused, Unanswered, LoginError) as error:
            raise chat_error(error, in_room=True) from None
        if successor := await self._memory.recall(f"moved {room}"):
            raise ChatError(Failure.MOVED, "the room was upgraded", moved_to=_address(successor))
        if room not in self._rooms:
            raise ChatError(Failure.GONE, "the account is not in this room")
        rings = urgency in (Urgency.REMINDER, Urgency.NOTICE) and self._rooms.direct(room)
        try:
            return await self._speaker.say(
                room,
                reply,
                key,
                notice=urgency is Urgency.ANSWER,
                mentions=self._rooms.others(room) if rings else None,
            )
        except (Refused, Unanswered, LoginError) as error:
            raise chat_error(error, in_room=room in self._rooms) from None

    async def close(self) -> None:
        """Let go of connections and files."""
        self._let_go()
        await self._server.close()

    def _let_go(self) -> None:
        while self._closing:
            self._closing.pop()()


def _address(room: str) -> Address:
    return Address(platform=MatrixChat.platform, chat=room)
