"""What the Bot API allows a bot to ask: aiogram's models of its methods, and the length rules.

A request is turned from its wire form (texts of a form, JSON values) into typed values, and
checked to the last nested field. Nothing here knows the state of a chat.
"""

from __future__ import annotations

import json
import re
import types as python_types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin

from aiogram import methods, types
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from pydantic import BaseModel, ValidationError

from tests.telegram.emulator.refusal import broken_rule

METHODS: Mapping[str, type[TelegramMethod[Any]]] = {
    method.__api_method__.lower(): method
    for method in vars(methods).values()
    if isinstance(method, type)
    and issubclass(method, TelegramMethod)
    and method is not TelegramMethod
}


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file in a multipart request."""

    name: str
    mime: str
    data: bytes


def checked(
    method: str, given: Mapping[str, Any], uploads: Mapping[str, Upload]
) -> tuple[str, dict[str, Any]]:
    """The method by its proper name and the values given for it. Raises `Refusal`."""
    model = METHODS[method.lower()]
    values = {name: _decoded(model, name, value) for name, value in given.items()}
    files = {name: BufferedInputFile(each.data, each.name) for name, each in uploads.items()}
    attached = {name: file for name, file in files.items() if name in model.model_fields}
    try:
        request = model.model_validate(values | attached)
    except ValidationError as error:
        raise broken_rule(f"{model.__api_method__}: {_faults(error)}") from None
    rest = files.keys() - attached.keys() - set(re.findall(r"attach://([\w-]+)", str(values)))
    faults = [*_walk(request), *(f"the file {name!r} is not used" for name in sorted(rest))]
    if faults:
        raise broken_rule(f"{model.__api_method__}: {'; '.join(faults)}")
    return model.__api_method__, values


def _decoded(model: type[BaseModel], name: str, value: Any) -> Any:
    """A form carries everything as text: numbers, truth values and JSON objects too."""
    field = model.model_fields.get(name)
    if field is None or not isinstance(value, str):
        return value
    kinds = set(_kinds(field.annotation))
    if str in kinds:
        is_number = int in kinds and re.fullmatch(r"-?\d+", value)
        return int(value) if is_number else value
    try:
        return json.loads(value)
    except ValueError:
        raise broken_rule(f"can't parse {name}: {value!r} is not JSON") from None


def _kinds(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, python_types.UnionType):
        for each in get_args(annotation):
            yield from _kinds(each)
    else:
        yield annotation


def _faults(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
    )


def _walk(value: Any) -> Iterator[str]:
    """Every rule that the value or anything inside it breaks."""
    if isinstance(value, BaseModel) and not isinstance(value, InputFile):
        for name in value.model_extra or {}:
            yield f"{type(value).__name__} has no field {name!r}"
        yield from _lengths(value)
        yield from _shapes(value)
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name))
    elif isinstance(value, list):
        for each in value:
            yield from _walk(each)


# The fewest and most characters (bytes where it says so), or elements of a list.
_LENGTHS: dict[tuple[type, str], tuple[int, int]] = {
    (types.BotCommand, "command"): (1, 32),
    (types.BotCommand, "description"): (1, 256),
    (types.InlineKeyboardButton, "text"): (1, 256),
    (types.InputTextMessageContent, "message_text"): (1, 4096),
    (types.InlineQueryResultArticle, "title"): (1, 256),
    (types.CopyTextButton, "text"): (1, 256),
    (methods.AnswerCallbackQuery, "text"): (0, 200),
    (methods.AnswerInlineQuery, "results"): (0, 50),
    (methods.GetUpdates, "limit"): (1, 100),
    (methods.SetMyCommands, "commands"): (0, 100),
    (methods.SetMyDescription, "description"): (0, 512),
    (methods.SetMyName, "name"): (0, 64),
    (methods.SetMyShortDescription, "short_description"): (0, 120),
    (methods.SetWebhook, "secret_token"): (1, 256),
}
_BYTES: dict[tuple[type, str], tuple[int, int]] = {
    (types.InlineKeyboardButton, "callback_data"): (1, 64),
    (types.InlineQueryResultArticle, "id"): (1, 64),
}


def _lengths(value: BaseModel) -> Iterator[str]:
    for rules, unit in ((_LENGTHS, "characters"), (_BYTES, "bytes")):
        for (kind, name), (least, most) in rules.items():
            given = getattr(value, name, None) if isinstance(value, kind) else None
            if given is None:
                continue
            size = _size(given, in_bytes=rules is _BYTES)
            if not least <= size <= most:
                yield f"{name} has {size} {unit}, allowed are {least} to {most}: {given!r}"


def _size(value: Any, *, in_bytes: bool) -> int:
    if isinstance(value, int):
        return value
    return len(value.encode()) if in_bytes else len(value)


def _shapes(value: BaseModel) -> Iterator[str]:
    match value:
        case types.BotCommand() if not re.fullmatch("[a-z0-9_]+", value.command):
            yield f"BOT_COMMAND_INVALID: {value.command!r}"
        case types.InlineKeyboardButton():
            actions = value.model_fields_set - {"text", "style", "icon_custom_emoji_id"}
            if len(actions) != 1:
                yield f"the button {value.text!r} has {sorted(actions)} instead of one action"
            if value.url is not None and not re.fullmatch(r"(https?|tg|ton)://\S+", value.url):
                yield f"BUTTON_URL_INVALID: {value.url!r}"
        case types.InlineKeyboardMarkup():
            rows = [len(row) for row in value.inline_keyboard]
            if rows and (min(rows) < 1 or max(rows) > 8 or sum(rows) > 100):
                yield f"a keyboard has 1 to 8 buttons a row and at most 100, not {rows}"
        case methods.SetWebhook() if value.secret_token and not re.fullmatch(
            "[A-Za-z0-9_-]+", value.secret_token
        ):
            yield "secret_token has characters other than A-Z, a-z, 0-9, _ and -"
        case methods.AnswerInlineQuery():
            ids = [each.id for each in value.results]
            if len(ids) != len(set(ids)):
                yield "RESULT_ID_DUPLICATE"
        case methods.GetUpdates() if value.timeout is not None and value.timeout < 0:
            yield "timeout is negative"
