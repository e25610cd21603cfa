"""What was said since a moment, in order, whole and in clear.

The rules that live here: where the homeserver leaves events out, they are fetched; what was said
before the account came into a room is not for it; a message whose key has not come yet is kept
until it does and the message is answered.
"""

from __future__ import annotations

import json
from itertools import chain

import structlog

from bot.chats.matrix.encryption import Encryption
from bot.chats.matrix.events import arrival
from bot.chats.matrix.memory import Memory
from bot.chats.matrix.server import JsonObject, Refused, Server, path

log = structlog.get_logger()

_PAGE = 100
_PAGES = 50  # of one room, in one go: 5,000 events
_UNREAD = 100  # messages kept until their key comes
_NOTHING: JsonObject = {"types": []}
_WAIT = 30  # seconds that the homeserver holds a sync while nothing happens


class Listener:
    """Reads the rooms of the account `me`."""

    def __init__(self, server: Server, encryption: Encryption, memory: Memory, me: str) -> None:
        self._server = server
        self._encryption = encryption
        self._memory = memory
        self._me = me
        self._unread: dict[str, tuple[str, JsonObject]] = {}  # by the event's id

    async def open(self) -> None:
        """Remember what could not be read last time."""
        self._unread = json.loads(await self._memory.recall("unread") or "{}")

    async def sync(self, since: str | None, *, whole: bool) -> JsonObject:
        """What happened since the token `since`; for a first time (None) the state alone, so that
        old messages are not answered. `whole`: with the full state of all rooms. Raises `Refused`,
        `Unanswered`."""
        timeline = {"limit": _PAGE if since else 0}
        wanted = {
            "presence": _NOTHING,
            "account_data": _NOTHING,
            "room": {"timeline": timeline, "ephemeral": _NOTHING, "account_data": _NOTHING},
        }
        query = {
            "filter": json.dumps(wanted),
            "timeout": str(0 if whole else _WAIT * 1000),
            "full_state": json.dumps(whole),
            **({"since": since} if since else {}),
        }
        # A homeserver may forget a request: then it is asked again.
        return await self._server.call(
            "GET", path("sync"), query=query, timeout=300 if whole else 2 * _WAIT
        )

    async def events(self, sync: JsonObject, since: str | None) -> dict[str, list[JsonObject]]:
        """The readable events of each room that are news, oldest first. Raises `Refused` (a 429),
        `Unanswered`."""
        news: dict[str, list[JsonObject]] = {}
        late = self._unread if sync.get("to_device", {}).get("events") else {}
        for room, event in late.values():
            if clear := self._encryption.decrypt(room, event):
                news.setdefault(room, []).append(clear)
        for room, joined in sync.get("rooms", {}).get("join", {}).items():
            for event in await self._missed(room, joined.get("timeline", {}), since):
                own = event.get("sender") == self._me
                if own or "state_key" in event or event["event_id"] in self._unread:
                    continue
                if clear := self._encryption.decrypt(room, event):
                    news.setdefault(room, []).append(clear)
                else:
                    log.info("matrix.key_missing", event_id=event["event_id"])
                    self._unread[event["event_id"]] = (room, event)
        await self._keep_unread()
        return news

    async def forget(self, answered: dict[str, list[JsonObject]]) -> None:
        """What came late and has been answered need not be kept."""
        for event in chain(*answered.values()):
            self._unread.pop(event["event_id"], None)
        await self._keep_unread()

    async def _missed(self, room: str, timeline: JsonObject, since: str | None) -> list[JsonObject]:
        events: list[JsonObject] = list(timeline.get("events", ()))
        start, pages = timeline.get("prev_batch"), 0
        while timeline.get("limited") and since and start and arrival(events, self._me) is None:
            if (pages := pages + 1) > _PAGES:
                log.warning("matrix.gap_too_long", events=len(events))
                break
            query = {"dir": "b", "from": start, "to": since, "limit": str(_PAGE)}
            try:
                page = await self._server.call("GET", path("rooms", room, "messages"), query=query)
            except Refused as refused:
                if refused.retry_after is not None:
                    raise
                break
            events = page["chunk"][::-1] + events
            start = page.get("end") if page["chunk"] else None
        came = arrival(events, self._me)
        return events if came is None else events[came + 1 :]

    async def _keep_unread(self) -> None:
        self._unread = dict(list(self._unread.items())[-_UNREAD:])
        words = json.dumps(self._unread) if self._unread else None
        if words != await self._memory.recall("unread"):
            await self._memory.remember("unread", words)
