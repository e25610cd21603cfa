"""The methods of the Bot API, as far as a bot like this can need them.

Each takes the world, the checked values and the uploaded files, and returns the result's JSON or
raises `Refusal`. What the Bot API has and this lacks answers 404, so that it cannot be missed.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tests.telegram.emulator.markup import Entity, parse, utf16_length
from tests.telegram.emulator.refusal import Refusal, bad_request, broken_rule
from tests.telegram.emulator.spec import Upload
from tests.telegram.emulator.world import Json, Post, Room, World

Values = Mapping[str, Any]
Uploads = Mapping[str, Upload]
Method = Callable[[World, Values, Uploads], Awaitable[Any]]

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)

IMPLEMENTED: dict[str, Method] = {}
"""By the name that the Bot API gives."""


def _method(function: Method) -> Method:
    first, *rest = function.__name__.split("_")
    IMPLEMENTED[first + "".join(word.title() for word in rest)] = function
    return function


@_method
async def get_me(world: World, values: Values, uploads: Uploads) -> Json:
    return {
        **world.bot.json,
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@_method
async def get_updates(world: World, values: Values, uploads: Uploads) -> list[Json]:
    if "allowed_updates" in values:
        world.updates.allowed = values["allowed_updates"]
    if offset := values.get("offset"):
        world.updates.confirm(offset)
    return await world.updates.fetch(values.get("limit", 100), values.get("timeout", 0))


@_method
async def send_message(world: World, values: Values, uploads: Uploads) -> Json:
    text, entities = _text(values, "text", most=4096)
    if not text:
        raise broken_rule("message text is empty")
    return _post(world, values, text=text, entities=entities).json


@_method
async def send_document(world: World, values: Values, uploads: Uploads) -> Json:
    id, upload = _file(world, values, uploads, "document")
    document = {
        "file_id": id,
        "file_unique_id": f"u{id}",
        "file_name": upload.name,
        "mime_type": upload.mime,
        "file_size": len(upload.data),
    }
    return _captioned(world, values, upload, {"document": document})


@_method
async def send_photo(world: World, values: Values, uploads: Uploads) -> Json:
    id, upload = _file(world, values, uploads, "photo")
    size = {"file_id": id, "file_unique_id": f"u{id}", "width": 640, "height": 480}
    return _captioned(world, values, upload, {"photo": [size]})


@_method
async def send_chat_action(world: World, values: Values, uploads: Uploads) -> bool:
    world.writable(values["chat_id"])
    return True


@_method
async def edit_message_text(world: World, values: Values, uploads: Uploads) -> Json:
    text, entities = _text(values, "text", most=4096)
    if not text:
        raise broken_rule("message text is empty")
    return _edit(world, values, text=text, entities=entities, keyboard=_keyboard(values))


@_method
async def edit_message_reply_markup(world: World, values: Values, uploads: Uploads) -> Json:
    return _edit(world, values, keyboard=_keyboard(values))


@_method
async def delete_message(world: World, values: Values, uploads: Uploads) -> bool:
    room = world.room(values["chat_id"])
    if room.posts.pop(values["message_id"], None) is None:
        raise bad_request("message to delete not found")
    return True


@_method
async def answer_callback_query(world: World, values: Values, uploads: Uploads) -> bool:
    callback = world.callbacks.pop(values["callback_query_id"], None)
    if callback is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    callback.answer.set_result(values.get("text", ""))
    return True


@_method
async def answer_inline_query(world: World, values: Values, uploads: Uploads) -> bool:
    asked = world.inline.pop(values["inline_query_id"], None)
    if asked is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    for result in values["results"]:
        content = result.get("input_message_content", {})
        if "message_text" in content:
            _text(content, "message_text", most=4096)
    asked.set_result(values["results"])
    return True


@_method
async def set_my_commands(world: World, values: Values, uploads: Uploads) -> bool:
    if not values["commands"]:
        raise broken_rule("commands are empty; deleteMyCommands takes them away")
    world.commands[_commands_for(values)] = values["commands"]
    return True


@_method
async def get_my_commands(world: World, values: Values, uploads: Uploads) -> list[Json]:
    return world.commands.get(_commands_for(values), [])


@_method
async def delete_my_commands(world: World, values: Values, uploads: Uploads) -> bool:
    world.commands.pop(_commands_for(values), None)
    return True


@_method
async def set_my_description(world: World, values: Values, uploads: Uploads) -> bool:
    key = ("description", values.get("language_code", ""))
    world.profile[key] = values.get("description", "")
    return True


@_method
async def set_my_short_description(world: World, values: Values, uploads: Uploads) -> bool:
    key = ("short_description", values.get("language_code", ""))
    world.profile[key] = values.get("short_description", "")
    return True


@_method
async def get_chat(world: World, values: Values, uploads: Uploads) -> Json:
    return {
        **world.room(values["chat_id"]).json,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }


@_method
async def get_chat_member(world: World, values: Values, uploads: Uploads) -> Json:
    room = world.room(values["chat_id"])
    account = world.accounts.get(values["user_id"])
    if account is None:
        raise bad_request("invalid user_id specified")
    return world.status(room, account)


@_method
async def get_chat_administrators(world: World, values: Values, uploads: Uploads) -> list[Json]:
    room = world.room(values["chat_id"])
    if room.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    leading = ("creator", "administrator")
    return [
        world.status(room, world.accounts[id])
        for id, status in room.members.items()
        if status in leading
    ]


@_method
async def leave_chat(world: World, values: Values, uploads: Uploads) -> bool:
    room = world.writable(values["chat_id"])
    if room.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    world.change(room, world.bot, "left")
    return True


@_method
async def get_file(world: World, values: Values, uploads: Uploads) -> Json:
    id = values["file_id"]
    if id not in world.files:
        raise bad_request("invalid file_id")
    size = len(world.files[id].data)
    return {"file_id": id, "file_unique_id": f"u{id}", "file_size": size, "file_path": id}


def _text(values: Values, name: str, *, most: int) -> tuple[str, list[Entity]]:
    if values.get("parse_mode") and values.get("entities"):
        raise broken_rule("entities and parse_mode exclude each other")
    text, entities = parse(values.get(name, ""), values.get("parse_mode"))
    if utf16_length(text) > most:
        kind = "message" if most == 4096 else "message caption"
        raise broken_rule(f"{kind} is too long")
    return text, entities or values.get("entities", [])


def _keyboard(values: Values) -> list[list[Json]]:
    return (values.get("reply_markup") or {}).get("inline_keyboard", [])  # type: ignore[no-any-return]  # checked by the spec


def _post(world: World, values: Values, *, text: str, **details: Any) -> Post:
    room = world.writable(values["chat_id"])
    reply_to = _replied_to(room, values.get("reply_parameters") or {})
    return room.post(world.bot, text, keyboard=_keyboard(values), reply_to=reply_to, **details)


def _replied_to(room: Room, reply: Json) -> Post | None:
    post = room.posts.get(reply.get("message_id", 0))
    if reply and post is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return post


def _captioned(world: World, values: Values, upload: Upload, media: Json) -> Json:
    text, entities = _text(values, "caption", most=1024)
    return _post(world, values, text=text, entities=entities, media=media, upload=upload).json


def _file(world: World, values: Values, uploads: Uploads, name: str) -> tuple[str, Upload]:
    """A file by what it is given as: uploaded here, attached under a name, or known already."""
    given = values.get(name, "")
    attached = re.fullmatch(r"attach://([\w-]+)", given)
    upload = uploads.get(attached[1] if attached else name)
    if upload is None:
        if given not in world.files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return given, world.files[given]
    if not upload.data:
        raise bad_request("file must be non-empty")
    id = f"file{len(world.files) + 1}"
    world.files[id] = upload
    return id, upload


def _edit(world: World, values: Values, **changes: Any) -> Json:
    if "message_id" not in values:
        raise broken_rule("message identifier is not specified")
    post = world.writable(values["chat_id"]).posts.get(values["message_id"])
    if post is None:
        raise bad_request("message to edit not found")
    if post.sender is not world.bot:
        raise bad_request("message can't be edited")
    if all(getattr(post, name) == value for name, value in changes.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    for name, value in changes.items():
        setattr(post, name, value)
    return post.json | {"edit_date": int(time.time())}


def _commands_for(values: Values) -> tuple[str, str]:
    """For whom commands are set: a scope and a language."""
    language = values.get("language_code") or ""
    if not re.fullmatch("|[a-z]{2}", language):
        raise Refusal("Bad Request: invalid language code specified", violation=True)
    return json.dumps(values.get("scope") or {"type": "default"}, sort_keys=True), language
