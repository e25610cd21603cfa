"""Telegram's HTML, read as strictly as Telegram does: text and entities, or a refusal.

The rules are those of the Bot API's "Formatting options": these tags and no others, balanced, with
these attributes; `&lt; &gt; &amp; &quot;` and numbers as the only escapes. Offsets and lengths
count UTF-16 units. What Telegram cleans away silently (control characters, blanks at the ends)
is cleaned away here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from tests.telegram.emulator.refusal import broken_rule

Entity = dict[str, Any]

MOST_ENTITIES = 100  # further ones are ignored

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
_TAGS = {*_SIMPLE, "a", "span", "tg-emoji", "tg-time", "blockquote"}
# bold and its kin may hold and be held by anything but code; the rest cannot hold one another.
_SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}

_TOKEN = re.compile(
    r"(?P<text>[^<&]+)"
    r"|<(?P<end>/?)(?P<tag>[^\s>]*)(?P<attributes>(?:[^>'\"]|'[^']*'|\"[^\"]*\")*)>"
    r"|&(?P<escape>#?\w+);"
    r"|(?P<other>[<&])"
)
_ATTRIBUTE = re.compile(r"\s+([^\s=>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]+)))?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def utf16_length(text: str) -> int:
    """How Telegram counts: characters outside the basic plane count twice."""
    return len(text.encode("utf-16-le")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of the text that an entity covers."""
    return text.encode("utf-16-le")[offset * 2 : (offset + length) * 2].decode("utf-16-le")


def parse(text: str, mode: str | None) -> tuple[str, list[Entity]]:
    """The text without markup, and its entities in order. Raises `Refusal`."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise broken_rule("strings must be encoded in UTF-8")
    if mode is None:
        return _trimmed(_cleaned(text), [])
    if mode.lower() != "html":
        raise broken_rule("unsupported parse_mode (this emulator reads HTML alone)")
    return _trimmed(*_parse_html(text))


def _parse_html(text: str) -> tuple[str, list[Entity]]:
    plain, length = "", 0
    open_tags: list[tuple[str, Entity]] = []
    entities: list[Entity] = []
    for token in _TOKEN.finditer(text):
        piece, tag = token[0], token["tag"]
        if token["other"] == "<":
            raise _unparsed(f"Unclosed start tag {_place(token)}")
        if token["escape"]:
            piece = _decoded(token["escape"]) or piece
        if token["end"] == "":
            entity = _start(tag.lower(), token["attributes"], _place(token))
            open_tags.append((tag.lower(), entity | {"offset": length}))
        elif token["end"] == "/":
            entity = _end(tag.lower(), open_tags, _place(token))
            entity["length"] = length - entity["offset"]
            if entity["length"] and entity["type"]:
                _check_nesting(entity, [each for _, each in open_tags])
                entities.append(entity)
        else:
            plain += _cleaned(piece)
            length += utf16_length(_cleaned(piece))
    if open_tags:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return plain, sorted(entities, key=lambda each: (each["offset"], -each["length"]))


def _place(token: re.Match[str]) -> str:
    return f"at byte offset {len(token.string[: token.start()].encode())}"


def _start(tag: str, attributes: str, place: str) -> Entity:
    if tag not in _TAGS:
        raise _unparsed(f'Unsupported start tag "{tag}" {place}')
    given = dict(_attributes(tag, attributes, place))
    if tag == "a":
        url = given.get("href", "")
        return {"type": "text_link" if _is_link(url) else "", "url": url}
    if tag == "span":
        if given.get("class") != "tg-spoiler":
            raise _unparsed(f'Tag "span" must have class "tg-spoiler" {place}')
        return {"type": "spoiler"}
    if tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": given.get("emoji-id", "")}
    if tag == "tg-time":
        return _moment(given, place)
    if tag == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in given else "blockquote"}
    if tag == "code" and given.get("class", "").startswith("language-"):
        return {"type": "code", "language": given["class"].removeprefix("language-")}
    return {"type": _SIMPLE[tag]}


def _moment(given: dict[str, str], place: str) -> Entity:
    unix, form = given.get("unix", ""), given.get("format", "")
    if not re.fullmatch(r"\d{1,10}", unix):
        raise _unparsed(f'Tag "tg-time" must have attribute "unix" {place}')
    if not re.fullmatch("r|w?[dD]?[tT]?", form):
        raise _unparsed(f'Tag "tg-time" has an unsupported format "{form}" {place}')
    entity: Entity = {"type": "date_time", "unix_time": int(unix)}
    return entity | {"date_time_format": form} if form else entity


def _attributes(tag: str, text: str, place: str) -> Iterator[tuple[str, str]]:
    position = 0
    while text[position:].strip():
        found = _ATTRIBUTE.match(text, position)
        if found is None or (found.lastindex == 1 and tag != "blockquote"):
            raise _unparsed(f'Expected equal sign in an attribute of the tag "{tag}" {place}')
        value = next((each for each in found.groups()[1:] if each is not None), "")
        yield found[1].lower(), re.sub(r"&(#?\w+);", lambda m: _decoded(m[1]) or m[0], value)
        position = found.end()


def _end(tag: str, open_tags: list[tuple[str, Entity]], place: str) -> Entity:
    if not open_tags:
        raise _unparsed(f"Unexpected end tag {place}")
    expected, entity = open_tags.pop()
    if tag not in ("", expected):
        raise _unparsed(f'Unmatched end tag {place}, expected "</{expected}>", found "</{tag}>"')
    return entity


def _check_nesting(inner: Entity, outer: list[Entity]) -> None:
    """Telegram drops such an entity in silence; a correct bot does not send it."""
    kinds = {each["type"] for each in outer} - {"", "blockquote", "expandable_blockquote"}
    code = kinds & {"code", "pre"} and (inner["type"], kinds) != ("code", {"pre"})
    if code or (inner["type"] not in _SPLITTABLE and kinds - _SPLITTABLE - {"pre"}):
        raise _unparsed(f"{inner['type']} cannot be inside {', '.join(sorted(kinds))}")


def _decoded(name: str) -> str:
    if name.startswith("#"):
        number = re.fullmatch(r"#(?:x([0-9a-f]+)|(\d+))", name, re.IGNORECASE)
        return html.unescape(f"&{name};") if number else ""
    return _NAMED.get(name, "")


def _is_link(url: str) -> bool:
    return re.fullmatch(r"(?:(?:https?|tg|ton|tonsite)://|mailto:|tel:)?\S+\.?\S+", url) is not None


def _cleaned(text: str) -> str:
    """Control characters become blanks; carriage returns, line and paragraph separators and the
    old direction marks (U+202A to U+202E) vanish."""
    text = re.sub("[\r\u2028-\u202e]", "", text)
    return re.sub("[\x00-\x08\x0b-\x1f]", " ", text)


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    shift = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    end = utf16_length(text)
    kept = []
    for entity in entities[:MOST_ENTITIES]:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] - shift + entity["length"], end)
        if start < stop:
            kept.append(entity | {"offset": start, "length": stop - start})
    return text, kept


def found_entities(text: str) -> list[Entity]:
    """What Telegram marks in the text that a person types: commands, mentions, links."""
    patterns = {
        "bot_command": r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?(?![\w/])",
        "mention": r"(?<![\w@/])@\w{3,32}\b",
        "url": r"\bhttps?://\S+",
    }
    found = [
        {
            "type": kind,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }
        for kind, pattern in patterns.items()
        for match in re.finditer(pattern, text)
    ]
    return sorted(found, key=lambda each: (each["offset"], -each["length"]))


def _unparsed(reason: str) -> Exception:
    return broken_rule(f"can't parse entities: {reason}")
