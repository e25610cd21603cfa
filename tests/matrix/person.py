"""A person on Matrix: a client of another make than the bot's (mautrix on libolm)."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from typing import Any

from mautrix.api import HTTPAPI, Method, Path
from mautrix.client import Client, DecryptionDispatcher
from mautrix.client.state_store import MemoryStateStore
from mautrix.crypto import CryptoStore, OlmMachine, StateStore
from mautrix.crypto.attachments import decrypt_attachment
from mautrix.crypto.store import MemoryCryptoStore
from mautrix.errors import SessionNotFound
from mautrix.types import (
    ContentURI,
    CrossSigner,
    CrossSigningUsage,
    EncryptedEvent,
    EventType,
    RoomID,
    SigningKey,
    TOFUSigningKey,
    TrustState,
    UserID,
)

from tests.matrix.homeserver import Homeserver
from tests.patience import PATIENCE


class _Rooms(MemoryStateStore, StateStore):  # type: ignore[misc]  # mautrix has them so
    async def find_shared_rooms(self, user_id: UserID) -> list[RoomID]:
        return [room for room, members in self.members.items() if user_id in members]


class _Keys(MemoryCryptoStore):
    """mautrix's, which fails when a key that it knows is looked up again."""

    async def put_cross_signing_key(
        self, user_id: UserID, usage: CrossSigningUsage, key: SigningKey
    ) -> None:
        known = self._cross_signing_keys.setdefault(user_id, {})
        first = known[usage].first if usage in known else key
        known[usage] = TOFUSigningKey(key=key, first=first)

    async def drop_signatures_by_key(self, signer: CrossSigner) -> int:
        return len(self._signatures.pop(signer, {}))


class Person:
    """One device of one person, reading along. `seen` holds what others wrote, in clear, as
    (room, event) in order."""

    def __init__(self, server: Homeserver, id: str, password: str) -> None:
        self.server = server
        self.id = id
        self.password = password
        self.seen: list[tuple[str, dict[str, Any]]] = []
        self._news = asyncio.Condition()

    @classmethod
    async def arrive(cls, server: Homeserver, name: str | None = None) -> Person:
        """A new person with a first device."""
        name = name or f"user-{secrets.token_hex(4)}"
        password = secrets.token_hex(8)
        person = cls(server, server.register(name, password), password)
        await person.log_in()
        return person

    async def another_device(self) -> Person:
        """The same person on another device."""
        twin = Person(self.server, self.id, self.password)
        await twin.log_in()
        return twin

    async def log_in(self) -> None:
        rooms = _Rooms()
        self.client = Client(
            api=HTTPAPI(base_url=self.server.url), mxid=UserID(self.id), state_store=rooms
        )
        await self.client.login(password=self.password)
        keys: CryptoStore = _Keys(account_id=self.id, pickle_key="test")
        self.keys = OlmMachine(self.client, keys, rooms)
        await keys.put_device_id(self.client.device_id)
        await self.keys.load()
        self.client.crypto = self.keys
        self.client.remove_dispatcher(DecryptionDispatcher)  # it does not wait for keys
        self.client.add_event_handler(EventType.ROOM_ENCRYPTED, self._decrypt)
        self.client.add_event_handler(EventType.ALL, self._note)
        await self.keys.share_keys()
        self.client.start(None)

    async def leave_the_phone(self) -> None:
        """Stop reading along."""
        self.client.stop()
        await self.client.api.session.close()

    def exclude_insecure_devices(self) -> None:
        """Give keys only to devices that their owner has signed, as clients may (MSC4153)."""
        self.keys.send_keys_min_trust = TrustState.CROSS_SIGNED_TOFU

    async def _decrypt(self, event: EncryptedEvent) -> None:
        room = str(event.room_id)
        for _ in range(100):  # the key may come after the message
            try:
                clear = await self.keys.decrypt_megolm_event(event)
            except SessionNotFound:
                await asyncio.sleep(0.05)
            else:
                trust = str(clear["mautrix"]["trust_state"])
                await self._add(room, {**clear.serialize(), "trust": trust, "encrypted": True})
                return
        await self._add(room, {**event.serialize(), "type": "undecryptable"})

    async def _note(self, event: Any) -> None:
        if event.type != EventType.ROOM_ENCRYPTED and hasattr(event, "room_id"):
            await self._add(str(event.room_id), {**event.serialize(), "type": str(event.type)})

    async def _add(self, room: str, event: dict[str, Any]) -> None:
        async with self._news:
            self.seen.append((room, event))
            self._news.notify_all()

    async def until(self, found: Callable[[], Any]) -> Any:
        """What `found` gives, once it gives something."""

        async def wait() -> Any:
            async with self._news:
                await self._news.wait_for(lambda: bool(found()))
                return found()

        return await asyncio.wait_for(wait(), PATIENCE)

    def messages(self, room: str, sender: str | None = None) -> list[dict[str, Any]]:
        """The messages of a room in order, those of one sender if it is named."""
        return [
            event
            for place, event in self.seen
            if place == room
            and event["type"] in ("m.room.message", "undecryptable")
            and event["sender"] == (sender or event["sender"])
        ]

    async def hear(self, room: str, sender: str, count: int = 1) -> list[dict[str, Any]]:
        """The messages of a sender, once there are so many."""
        found: list[dict[str, Any]] = await self.until(
            lambda: len(own := self.messages(room, sender)) >= count and own
        )
        return found

    async def hear_text(self, room: str, sender: str, text: str) -> dict[str, Any]:
        """The first message of a sender with that text in it, once it is there."""

        def found() -> Any:
            bodies = self.messages(room, sender)
            return next((e for e in bodies if text in e["content"].get("body", "")), None)

        event: dict[str, Any] = await self.until(found)
        return event

    async def file(self, room: str, sender: str, since: int = 0) -> dict[str, Any]:
        """The content of the last event with a file of a sender, once it is there, after so many
        messages."""

        def found() -> Any:
            contents = [event["content"] for event in self.messages(room, sender)[since:]]
            files = [each for each in contents if each.get("msgtype") in ("m.file", "m.image")]
            return files[-1] if files else None

        content: dict[str, Any] = await self.until(found)
        return content

    async def open_file(self, content: dict[str, Any]) -> bytes:
        """What is in a file, decrypted if it is encrypted."""
        keys = content.get("file")
        url = ContentURI(keys["url"] if keys else content["url"])
        data: bytes = await self.client.download_media(url)
        if not keys:
            return data
        clear: bytes = decrypt_attachment(
            data, keys["key"]["k"], keys["hashes"]["sha256"], keys["iv"]
        )
        return clear

    async def open_room(
        self, *invited: str, encrypted: bool = True, wait: bool = True, **more: Any
    ) -> str:
        """Make a room and invite; `wait` until they have come."""
        state = (
            [{"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
            if encrypted
            else []
        )
        body = {"invite": invited, "initial_state": state, "preset": "private_chat", **more}
        answer = await self.call("POST", "createRoom", body=body)
        room = str(answer["room_id"])
        if wait:
            await self.until(lambda: all(self.membership(room, u) == "join" for u in invited))
        return room

    def membership(self, room: str, user: str) -> str | None:
        """What a user is in a room: invite, join or leave."""
        found = None
        for place, event in self.seen:
            member = event["type"] == "m.room.member" and event.get("state_key") == user
            if place == room and member:
                found = event["content"]["membership"]
        return found

    def invitations(self) -> set[str]:
        """The rooms to which the person is invited."""
        rooms = {place for place, _ in self.seen}
        return {room for room in rooms if self.membership(room, self.id) == "invite"}

    async def say(self, room: str, text: str, **content: Any) -> str:
        """Write a text; returns the event's id."""
        return await self.send(
            room, "m.room.message", {"msgtype": "m.text", "body": text, **content}
        )

    async def send(self, room: str, kind: str, content: dict[str, Any]) -> str:
        event = await self.client.send_message_event(
            RoomID(room),
            EventType.find(kind, EventType.Class.MESSAGE),
            content,  # type: ignore[arg-type]  # a plain dictionary serves
        )
        return str(event)

    async def react(self, room: str, event: str, key: str) -> str:
        """React to an event; returns the reaction's id."""
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self.send(room, "m.reaction", {"m.relates_to": relation})

    async def redact(self, room: str, event: str) -> None:
        await self.client.redact(RoomID(room), event)  # type: ignore[arg-type]  # an id is a str

    async def call(
        self, method: str, *parts: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """One request of the client-server API."""
        place = Path.v3
        for part in parts:
            place = place[part]
        answer: dict[str, Any] = await self.client.api.request(
            Method(method), place, content=body if body is not None else {}
        )
        return answer
