"""The people on the other side: what a test says, presses, hears and does to the bot."""

from __future__ import annotations

import asyncio
import itertools
import time
from typing import TYPE_CHECKING, Any

from tests.patience import PATIENCE
from tests.telegram.emulator.markup import found_entities
from tests.telegram.emulator.world import Account, Callback, Json, Post, Room

if TYPE_CHECKING:
    from tests.telegram.emulator.server import Telegram

_ids = itertools.count(1)


class Seat:
    """A person in a chat: their own with the bot, or a group's."""

    def __init__(self, telegram: Telegram, account: Account, room: Room) -> None:
        self.telegram = telegram
        self.account = account
        self.room = room
        self._heard = room.newest  # the last message that `hears` looked at

    def says(self, text: str, *, reply_to: Post | None = None) -> Post:
        """Write into the chat."""
        self.room.opened = True
        post = self.room.post(self.account, text, entities=found_entities(text), reply_to=reply_to)
        self.telegram.world.updates.add("message", post.json)
        return post

    def edits(self, post: Post, text: str) -> None:
        """Change what one has written."""
        post.text, post.entities = text, found_entities(text)
        edited = post.json | {"edit_date": int(time.time())}
        self.telegram.world.updates.add("edited_message", edited)

    def sends(self, **media: Any) -> Post:
        """Send something other than text, e.g. `sends(location={...})`."""
        self.room.opened = True
        post = self.room.post(self.account, "", media=media)
        self.telegram.world.updates.add("message", post.json)
        return post

    def presses(self, label: str, under: Post | None = None) -> Press:
        """Press the button whose label is, or contains, `label`: under that message, or under
        the newest that has such a button."""
        post, button = self._button(label, under)
        assert "callback_data" in button, f"the button opens {button.get('url')}"
        loop = asyncio.get_running_loop()
        callback = Callback(id=f"call{next(_ids)}", room=self.room, answer=loop.create_future())
        self.telegram.world.callbacks[callback.id] = callback
        query: Json = {
            "id": callback.id,
            "from": self.account.json,
            "chat_instance": str(self.room.id),
            "message": post.json,
            "data": button["callback_data"],
        }
        self.telegram.world.updates.add("callback_query", query)
        return Press(callback)

    def link(self, label: str, under: Post | None = None) -> str:
        """What a button opens."""
        url: str = self._button(label, under)[1]["url"]
        return url

    async def hears(self, *fragments: str, within: float = PATIENCE) -> Post:
        """Wait for the bot's next message, which must contain every fragment."""

        def next_post() -> Post | None:
            posts = self.room.posts.values()
            return next((p for p in posts if p.id > self._heard and self._is_bots(p)), None)

        post = await self.telegram.until(
            next_post, f"no message came in {within:g} s.\n{self.transcript()}", within
        )
        self._heard = post.id
        missing = [fragment for fragment in fragments if fragment not in post]
        assert not missing, f"the message lacks {missing}.\n{self.transcript()}"
        return post

    async def hears_of(self, *fragments: str, within: float = PATIENCE) -> Post:
        """Like `hears`, passing over messages that lack a fragment."""
        until = time.monotonic() + within
        while True:
            post = await self.hears(within=max(until - time.monotonic(), 0.0))
            if all(fragment in post for fragment in fragments):
                return post

    @property
    def unheard(self) -> list[Post]:
        """What the bot has said since, without waiting."""
        return [p for p in self.room.posts.values() if p.id > self._heard and self._is_bots(p)]

    @property
    def history(self) -> list[Post]:
        """All that the bot has said here."""
        return [post for post in self.room.posts.values() if self._is_bots(post)]

    def transcript(self) -> str:
        """The chat as it stands, to read."""
        posts = [f"{post.sender.name}: {post}" for post in self.room.posts.values()]
        faults = [
            f"({call.method}: {call.status} {call.description})"
            for call in self.telegram.calls
            if call.status not in (0, 200) and call.chat in (None, self.room.id)
        ]
        return "\n".join([f"--- {self.room.title} ---", *posts, *faults])

    def _is_bots(self, post: Post) -> bool:
        return post.sender is self.telegram.world.bot

    def _button(self, label: str, under: Post | None) -> tuple[Post, Json]:
        posts = [under] if under else list(reversed(self.room.posts.values()))
        for matches in (str.__eq__, str.__contains__):
            for post in posts:
                for button in itertools.chain.from_iterable(post.keyboard):
                    if matches(button["text"], label):
                        return post, button
        raise AssertionError(f"there is no button {label!r}.\n{self.transcript()}")


class Press:
    """A button that was pressed, spinning until the bot answers."""

    def __init__(self, callback: Callback) -> None:
        self._callback = callback

    async def stops_spinning(self, within: float = PATIENCE) -> str:
        """Wait for the answer; gives its text."""
        async with asyncio.timeout(within):
            return await asyncio.shield(self._callback.answer)


class User(Seat):
    """A person in their own chat with the bot."""

    def __init__(self, telegram: Telegram, account: Account, room: Room) -> None:
        super().__init__(telegram, account, room)
        self._seats: dict[int, Seat] = {}

    def at(self, group: Group) -> Seat:
        """The same person in a group."""
        seat = Seat(self.telegram, self.account, group.room)
        return self._seats.setdefault(group.room.id, seat)

    def starts(self, payload: str = "") -> Post:
        """Open the chat by a link `t.me/bot?start=payload` and press Start."""
        if self.room.members[self.telegram.world.bot.id] == "kicked":
            self.unblocks()
        return self.says(f"/start {payload}".rstrip())

    def blocks(self) -> None:
        """Let the bot write no more."""
        self.telegram.world.change(self.room, self.account, "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        self.telegram.world.change(self.room, self.account, "member")

    def deletes_account(self) -> None:
        """Be gone."""
        self.account.deactivated = True

    async def asks_inline(self, text: str, within: float = PATIENCE) -> list[Json]:
        """Write `@bot text` in any chat; gives the results that the bot offers."""
        loop = asyncio.get_running_loop()
        id = f"inline{next(_ids)}"
        results: asyncio.Future[list[Json]] = loop.create_future()
        self.telegram.world.inline[id] = results
        query = {"id": id, "from": self.account.json, "query": text, "offset": ""}
        self.telegram.world.updates.add("inline_query", query)
        async with asyncio.timeout(within):
            return await results


class Group:
    """A group, and what happens to it as a whole."""

    def __init__(self, telegram: Telegram, room: Room) -> None:
        self.telegram = telegram
        self.room = room

    def promotes(self, user: User) -> None:
        """Make someone an admin."""
        self.room.members[user.account.id] = "administrator"

    def removes_bot(self, by: User) -> None:
        """Throw the bot out."""
        self.telegram.world.change(self.room, by.account, "kicked")

    def adds_bot(self, by: User) -> None:
        """Take the bot in."""
        self.telegram.world.change(self.room, by.account, "member")

    def migrates(self, by: User) -> Group:
        """Become a supergroup: another id, the same people."""
        world = self.telegram.world
        new = self.telegram.group(self.room.title)
        new.room.members = dict(self.room.members)
        self.room.successor = new.room.id
        for room, service in (
            (self.room, {"migrate_to_chat_id": new.room.id}),
            (new.room, {"migrate_from_chat_id": self.room.id}),
        ):
            world.updates.add("message", room.post(by.account, "", service=service).json)
        return new
