"""What exists on the emulated Telegram: accounts, chats, messages, and the updates of one bot."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.telegram.emulator.markup import Entity, utf16_slice
from tests.telegram.emulator.refusal import Refusal, bad_request
from tests.telegram.emulator.spec import Upload

Json = dict[str, Any]
Kind = Literal["private", "group", "supergroup"]

# Kinds of updates that a bot gets only if it asks for them.
_ONLY_ON_DEMAND = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(kw_only=True)
class Account:
    """A person, or the bot itself."""

    id: int
    name: str
    username: str | None = None
    language: str | None = None
    is_bot: bool = False
    deactivated: bool = False

    @property
    def json(self) -> Json:
        """The account as a `User`."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username:
            user["username"] = self.username
        if self.language:
            user["language_code"] = self.language
        return user


@dataclass(kw_only=True, eq=False)
class Post:
    """A message in a chat, as it stands now. `arrived` is when (monotonic seconds)."""

    id: int
    chat: Room
    sender: Account
    date: int
    text: str
    entities: list[Entity] = field(default_factory=list)
    keyboard: list[list[Json]] = field(default_factory=list)
    upload: Upload | None = None
    media: Json = field(default_factory=dict)
    reply_to: Post | None = None
    service: Json = field(default_factory=dict)
    arrived: float = field(default_factory=time.monotonic)

    @property
    def json(self) -> Json:
        """The message as a `Message`."""
        text, entities = ("caption", "caption_entities") if self.media else ("text", "entities")
        message: Json = {
            "message_id": self.id,
            "from": self.sender.json,
            "chat": self.chat.json,
            "date": self.date,
            **self.service,
            **self.media,
        }
        if self.text:
            message[text] = self.text
        if self.entities:
            message[entities] = self.entities
        if self.keyboard:
            message["reply_markup"] = {"inline_keyboard": self.keyboard}
        if self.reply_to:
            message["reply_to_message"] = {
                key: value for key, value in self.reply_to.json.items() if key != "reply_to_message"
            }
        return message

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons under the message, row by row."""
        return [button["text"] for row in self.keyboard for button in row]

    def marked(self, kind: str) -> list[str]:
        """The pieces of the text that carry an entity (`bold`, `text_link`, `date_time`)."""
        return [
            utf16_slice(self.text, each["offset"], each["length"])
            for each in self.entities
            if each["type"] == kind
        ]

    def __contains__(self, fragment: str) -> bool:
        return fragment in self.text

    def __str__(self) -> str:
        rows = (" ".join(f"[{button['text']}]" for button in row) for row in self.keyboard)
        return "\n    ".join([*self.text.split("\n"), *rows])


@dataclass(kw_only=True, eq=False)
class Room:
    """A chat: a person's with the bot, or a group's."""

    id: int
    kind: Kind
    title: str
    members: dict[int, str] = field(default_factory=dict)  # the status of each account
    posts: dict[int, Post] = field(default_factory=dict)
    newest: int = 0  # the id of the last message; those of deleted ones do not come again
    opened: bool = True  # private: the person has started the bot
    successor: int | None = None

    @property
    def json(self) -> Json:
        """The chat as a `Chat`."""
        name = "first_name" if self.kind == "private" else "title"
        return {"id": self.id, "type": self.kind, name: self.title}

    def post(self, sender: Account, text: str, **details: Any) -> Post:
        """Put a message into the chat."""
        self.newest += 1
        post = Post(
            id=self.newest, chat=self, sender=sender, date=int(time.time()), text=text, **details
        )
        self.posts[post.id] = post
        return post


class Updates:
    """What waits for the bot to fetch it. An update stays until a higher offset confirms it."""

    def __init__(self) -> None:
        self.pending: list[Json] = []
        self.allowed: Sequence[str] = ()
        self.changed = asyncio.Event()
        self._next_id = 700_001
        self._poll = 0

    def add(self, kind: str, content: Json) -> None:
        """Queue an update, unless the bot said that it does not want its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in _ONLY_ON_DEMAND
        if wanted:
            self.pending.append({"update_id": self._next_id, kind: content})
            self._next_id += 1
            self.changed.set()

    def confirm(self, offset: int) -> None:
        """Forget what is older than `offset`; a negative one keeps that many of the newest."""
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [each for each in self.pending if each["update_id"] >= offset]

    async def fetch(self, limit: int, timeout: float) -> list[Json]:
        """Wait up to `timeout` seconds for updates. Raises a 409 refusal when another call
        comes meanwhile: only one process may poll."""
        self._poll = poll = self._poll + 1
        self.changed.set()  # wakes the other poller, if there is one
        until = time.monotonic() + timeout
        while True:
            self.changed.clear()
            left = until - time.monotonic()
            if self.pending or left <= 0:
                return self.pending[:limit]
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.changed.wait(), left)
            if poll != self._poll:
                raise Refusal(
                    "Conflict: terminated by other getUpdates request; make sure that only "
                    "one bot instance is running",
                    code=409,
                )


@dataclass(kw_only=True)
class Callback:
    """A pressed button, until the bot answers it."""

    id: str
    room: Room
    answer: asyncio.Future[str]


class World:
    """Everything that exists, and how to find it."""

    def __init__(self, bot: Account) -> None:
        self.bot = bot
        self.accounts: dict[int, Account] = {bot.id: bot}
        self.rooms: dict[int, Room] = {}
        self.updates = Updates()
        self.callbacks: dict[str, Callback] = {}
        self.inline: dict[str, asyncio.Future[list[Json]]] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.files: dict[str, Upload] = {}
        self.profile: dict[tuple[str, str], str] = {}

    def room(self, id: object) -> Room:
        """The chat, if the bot can see it. Raises `Refusal`."""
        room = self.rooms.get(id) if isinstance(id, int) else None
        if room is None or not room.opened:
            raise bad_request("chat not found")
        if room.successor is not None:
            raise Refusal(
                "Bad Request: group chat was upgraded to a supergroup chat",
                parameters={"migrate_to_chat_id": room.successor},
            )
        return room

    def writable(self, id: object) -> Room:
        """The chat, if the bot may write there now. Raises `Refusal`."""
        room = self.room(id)
        if room.kind == "private":
            if self.accounts[room.id].deactivated:
                raise Refusal("Forbidden: user is deactivated", code=403)
            if room.members[self.bot.id] == "kicked":
                raise Refusal("Forbidden: bot was blocked by the user", code=403)
        elif room.members.get(self.bot.id) not in ("member", "administrator"):
            raise Refusal(f"Forbidden: bot was kicked from the {room.kind} chat", code=403)
        return room

    def status(self, room: Room, account: Account) -> Json:
        """A member of a chat as a `ChatMember`."""
        status = room.members.get(account.id, "left")
        member: Json = {"status": status, "user": account.json}
        if status == "creator":
            member["is_anonymous"] = False
        if status == "kicked":
            member["until_date"] = 0
        if status == "administrator":
            member |= dict.fromkeys(_RIGHTS, False)
        return member

    def change(self, room: Room, by: Account, status: str) -> None:
        """Give the bot another status in a chat, and tell it."""
        before = self.status(room, self.bot)
        room.members[self.bot.id] = status
        change = {
            "chat": room.json,
            "from": by.json,
            "date": int(time.time()),
            "old_chat_member": before,
            "new_chat_member": self.status(room, self.bot),
        }
        self.updates.add("my_chat_member", change)


_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
