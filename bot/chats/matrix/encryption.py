"""Rooms and keys: nio's state and its Olm machine, fed by us and without its network code.

The rules that live here: what one sync brings is stored in one transaction, so that a crash
never leaves half a key; an event that nio chokes on is left out, not the whole sync; a message
is encrypted only when every device of the room has been sent its key.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import nio  # type: ignore[import-untyped]  # nio ships no types
import nio.crypto  # type: ignore[import-untyped]  # as above
import nio.store  # type: ignore[import-untyped]  # as above
import structlog

from bot.chats.matrix.account import Login
from bot.chats.matrix.server import JsonObject, Refused, Server, path
from bot.messages import AccountError

log = structlog.get_logger()


def require_encryption() -> None:
    """Raise where nio lacks its encryption: it would send plain text into encrypted rooms."""
    if not nio.crypto.ENCRYPTION_ENABLED:
        raise AccountError(
            "Matrix: encryption is not available, and without it nothing is sent. Install the "
            "extra `matrix` (matrix-nio[e2e])."
        )


class Encryption:
    """What the account knows of its rooms, and the keys of its device."""

    def __init__(self, server: Server, login: Login, folder: Path) -> None:
        require_encryption()
        # Its complaints are about messages that come twice after a crash, which is our doing.
        logging.getLogger("nio").setLevel(logging.CRITICAL)
        self._server = server
        self._client = nio.Client(
            login.user, login.device, str(folder), nio.ClientConfig(store=nio.store.SqliteStore)
        )
        self._client.restore_login(login.user, login.device, login.token)
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @property
    def rooms(self) -> dict[str, Any]:
        """nio's rooms that the account is in, by id."""
        return self._client.rooms  # type: ignore[no-any-return]  # nio ships no types

    def encrypted(self, room: str) -> bool:
        """Whether what is said in a room is encrypted."""
        return room in self.rooms and bool(self.rooms[room].encrypted)

    def forget(self, room: str) -> None:
        """The account has left a room."""
        self._client.rooms.pop(room, None)
        self._client.invited_rooms.pop(room, None)

    def receive(self, sync: JsonObject) -> None:
        """Take in one answer of /sync: keys, members, power levels."""
        counts = sync.get("device_one_time_keys_count")
        if isinstance(counts, dict) and not counts.get("signed_curve25519"):
            self._client.olm.uploaded_key_count = 0  # nio overlooks a count of nought
        if not self._take(sync):
            for piece in _pieces(sync):
                if not self._take(piece):
                    log.warning("matrix.event_left_out", rooms=[*piece["rooms"]["join"]])

    def _take(self, sync: JsonObject) -> bool:
        with self._client.store.database.atomic():
            try:
                response = nio.SyncResponse.from_dict(sync)
                if isinstance(response, nio.ErrorResponse):
                    return False
                self._client.receive_response(response)
            except Exception as error:  # anyone can send an event that nio did not expect
                log.info("matrix.sync_failed", reason=type(error).__name__)
                return False
        return True

    async def settle(self) -> None:
        """Do what the last sync made necessary: upload keys, look up devices, mend sessions.
        Raises `Refused`, `Unanswered`."""
        if self._client.should_upload_keys:
            await self._upload()
        if self._client.should_query_keys:
            await self._query()
        if self._client.should_claim_keys:
            await self._claim(self._client.get_users_for_key_claiming())
        for message in list(self._client.outgoing_to_device_messages):
            await self._to_device(message.type, message.as_dict())
            self._client.receive_response(nio.ToDeviceResponse(message))

    async def _upload(self) -> None:
        olm = self._client.olm
        keys = olm.share_keys()
        olm.save_account()  # before the server knows them: a key that is only there is lost mail
        try:
            answer = await self._server.call("POST", path("keys", "upload"), keys)
        except Refused as refused:
            if refused.status != 400:
                raise
            log.error("matrix.keys_refused", reason=str(refused))  # the next ones get new ids
            olm.mark_keys_as_published()
            olm.save_account()
        else:
            self._client.receive_response(nio.KeysUploadResponse.from_dict(answer))

    async def _query(self) -> None:
        users: JsonObject = {user: [] for user in self._client.users_for_key_query}
        answer = await self._server.call("POST", path("keys", "query"), {"device_keys": users})
        self._client.receive_response(nio.KeysQueryResponse.from_dict(answer))
        # A server that is away is not asked again before each message, but when its user writes.
        self._client.users_for_key_query.difference_update(users)

    async def _claim(self, devices: dict[str, list[str]]) -> None:
        wanted = {user: dict.fromkeys(each, "signed_curve25519") for user, each in devices.items()}
        answer = await self._server.call("POST", path("keys", "claim"), {"one_time_keys": wanted})
        self._client.receive_response(nio.KeysClaimResponse.from_dict(answer))

    async def _to_device(self, kind: str, content: JsonObject) -> None:
        await self._server.call("PUT", path("sendToDevice", kind, uuid4().hex), content)

    async def encrypt(self, room: str, kind: str, content: JsonObject) -> tuple[str, JsonObject]:
        """The event's type and content as they go out: encrypted where the room is. Raises
        `Refused`, `Unanswered`."""
        async with self._locks[room]:
            state = self.rooms.get(room)
            if state is None:
                raise Refused(404, {"errcode": "M_NOT_FOUND", "error": "not in this room"})
            if not state.encrypted or kind == "m.reaction":  # reactions are never encrypted
                return kind, content
            if not state.members_synced:
                answer = await self._server.call("GET", path("rooms", room, "joined_members"))
                self._client.receive_response(nio.JoinedMembersResponse.from_dict(answer, room))
            if self._client.should_query_keys:
                await self._query()
            if self._client.olm.should_share_group_session(room):
                await self._share(room, list(state.users))
            kind, content = self._client.encrypt(room, kind, content)
            return kind, content

    async def _share(self, room: str, users: list[str]) -> None:
        """Send the room's key to each device. Broken off, it goes on where it stopped."""
        if missing := self._client.get_missing_sessions(room):
            await self._claim(missing)
        olm = self._client.olm
        for devices, content in olm.share_group_session_parallel(
            room, users, ignore_unverified_devices=True
        ):
            await self._to_device("m.room.encrypted", content)
            olm.outbound_group_sessions[room].users_shared_with.update(devices)
        olm.outbound_group_sessions[room].shared = True

    def decrypt(self, room: str, event: JsonObject) -> JsonObject | None:
        """The event in clear; as it is where it is not encrypted; None while its key is not
        there."""
        if event.get("type") != "m.room.encrypted":
            return event
        try:
            secret = nio.Event.parse_event(event)
            if not isinstance(secret, nio.MegolmEvent):
                return None
            secret.room_id = room
            clear = self._client.decrypt_event(secret)
        except Exception:  # no key, a wrong key, or content that nio did not expect
            return None
        return clear.source if isinstance(clear, nio.Event) else None

    def close(self) -> None:
        """Let go of the file."""
        self._client.store.database.close()


def _pieces(sync: JsonObject) -> Iterator[JsonObject]:
    """A sync in parts that can fail alone: each event to the device, each event of a room."""
    count = 0

    def piece(room: str | None = None, join: JsonObject | None = None, **rest: Any) -> JsonObject:
        nonlocal count
        count += 1
        rooms = {"join": {room: join} if room else {}}
        return {"next_batch": f"{sync['next_batch']}/{count}", "rooms": rooms, **rest}

    kept = ("device_lists", "device_one_time_keys_count", "device_unused_fallback_key_types")
    yield piece(**{key: sync[key] for key in kept if key in sync})
    for event in sync.get("to_device", {}).get("events", ()):
        yield piece(to_device={"events": [event]})
    rooms = sync.get("rooms", {})
    for room, invite in rooms.get("invite", {}).items():
        yield piece() | {"rooms": {"join": {}, "invite": {room: invite}}}
    for room, join in rooms.get("join", {}).items():
        yield piece(room, {"summary": join.get("summary", {})})
        for part in ("state", "timeline"):
            for event in join.get(part, {}).get("events", ()):
                yield piece(room, {part: {"events": [event]}})
