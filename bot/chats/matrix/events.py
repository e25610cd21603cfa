"""What an event of a room means to the bot: a text, a reaction, one taken away, or nothing.

The rules that live here: edits, notices (which is how bots talk) and anything malformed mean
nothing. In a room with others, a text is for the bot after its prefix, when it is mentioned, or in
its own thread; between two, every text is. Nothing here asks the homeserver.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.chats.matrix.html import BELL
from bot.chats.matrix.server import JsonObject

_FALLBACK = re.compile(r"\A(> [^\n]*\n)+\n?")  # the quotation that older clients put before a reply
_KEYCAP = re.compile("([1-9])\ufe0f?\u20e3")
_COMMAND = re.compile(r"\A!(?=[A-Za-z])")
_NUMBER = re.compile(r"[1-9]\d?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Something that a person did in a room."""

    id: str
    sender: str
    sent: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Heard):
    """A text. `mentions` is None where the client does not say; `replies_to` is the message
    that the person chose to answer; a `related` event cannot be the root of a thread."""

    body: str
    html: str = ""
    mentions: tuple[str, ...] | None = None
    thread: str | None = None
    replies_to: str | None = None
    related: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction(Heard):
    """A reaction to the message `to`: a bell, or the keycap of a choice."""

    to: str
    bell: bool = False
    choice: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction(Heard):
    """The event `of` was taken away."""

    of: str


def parse(event: JsonObject) -> Text | Reaction | Redaction | None:
    """What a decrypted event means, or None."""
    content = _dict(event.get("content"))
    id, sender, moment = event.get("event_id"), event.get("sender"), event.get("origin_server_ts")
    if not (isinstance(id, str) and isinstance(sender, str) and isinstance(moment, int)):
        return None
    try:
        sent = datetime.fromtimestamp(moment / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    match event.get("type"):
        case "m.room.message":
            return _text(content, Heard(id=id, sender=sender, sent=sent))
        case "m.reaction":
            return _reaction(content, Heard(id=id, sender=sender, sent=sent))
        case "m.room.redaction":
            of = event.get("redacts") or content.get("redacts")
            return (
                Redaction(id=id, sender=sender, sent=sent, of=of) if isinstance(of, str) else None
            )
    return None


def _text(content: JsonObject, heard: Heard) -> Text | None:
    body = content.get("body")
    relation = _dict(content.get("m.relates_to"))
    kind = relation.get("rel_type")
    if content.get("msgtype") != "m.text" or not isinstance(body, str) or kind == "m.replace":
        return None
    thread = _id(relation.get("event_id")) if kind == "m.thread" else None
    answered = _id(_dict(relation.get("m.in_reply_to")).get("event_id"))
    mentions = content.get("m.mentions")
    named = _dict(mentions).get("user_ids", ())
    return Text(
        id=heard.id,
        sender=heard.sender,
        sent=heard.sent,
        body=_FALLBACK.sub("", body) if answered else body,
        html=str(content.get("formatted_body", "")),
        mentions=None if mentions is None else tuple(named) if isinstance(named, list) else (),
        thread=thread,
        replies_to=None if thread and relation.get("is_falling_back") else answered,
        related=kind is not None,
    )


def _reaction(content: JsonObject, heard: Heard) -> Reaction | None:
    relation = _dict(content.get("m.relates_to"))
    to, key = _id(relation.get("event_id")), relation.get("key")
    if to is None or not isinstance(key, str):
        return None
    keycap = _KEYCAP.fullmatch(key)
    bell = key.rstrip("\ufe0f") == BELL
    if not bell and not keycap:
        return None
    choice = int(keycap[1]) if keycap else None
    return Reaction(
        id=heard.id, sender=heard.sender, sent=heard.sent, to=to, bell=bell, choice=choice
    )


def arrival(events: list[JsonObject], me: str) -> int | None:
    """Where in a room's events the account came in, by an invitation or by itself: what stands
    before was said to others. None where it was there all the time."""
    found = None
    for at, event in enumerate(events):
        if event.get("type") != "m.room.member" or event.get("state_key") != me:
            continue
        before = _dict(_dict(event.get("unsigned")).get("prev_content")).get("membership")
        now = _dict(event.get("content")).get("membership")
        if now in ("join", "invite") and before not in ("join", "invite"):
            found = at
    return found


def words_for_bot(
    text: Text, *, me: str, name: str | None, prefix: str, direct: bool, own_thread: bool
) -> str | None:
    """The words of a text that are meant for the bot, without prefix or mention; None where it
    is spoken to others. `name` is the bot's display name in the room. A command may begin with
    `!`, since Matrix clients keep `/` for themselves."""
    words = _called(text, me=me, name=name, prefix=prefix)
    if words is None and (direct or own_thread):
        words = text.body.strip()
    return words and _COMMAND.sub("/", words)


def _called(text: Text, *, me: str, name: str | None, prefix: str) -> str | None:
    body = text.body.strip()
    if prefix and (
        found := re.match(rf"{re.escape(prefix)}(?![\w-])[:,]?\s*", body, re.IGNORECASE)
    ):
        return body[found.end() :]
    if _mentions(text, me):
        return _without_name(body, me, name)
    return None


def _mentions(text: Text, me: str) -> bool:
    if text.mentions is not None:
        return me in text.mentions
    pill = f"matrix.to/#/{me}"
    return me in text.body or pill in text.html or pill.replace("@", "%40") in text.html


def _without_name(body: str, me: str, name: str | None) -> str:
    names = [me[1:], *([name] if name else []), me[1:].partition(":")[0]]
    called = "|".join(re.escape(each) for each in names)
    body = re.sub(rf"\A@?(?:{called})(?![\w-])[:,]?\s*", "", body, flags=re.IGNORECASE)
    return body.replace(me, "").strip()


def number(words: str) -> int | None:
    """The number that a text consists of, or None."""
    return int(words) if _NUMBER.fullmatch(words) else None


def _dict(value: Any) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _id(value: Any) -> str | None:
    return value if isinstance(value, str) else None
