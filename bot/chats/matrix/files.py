"""A file as the content of a Matrix event.

The rule that lives here: where the room is encrypted, so is the file, with a key of its own that
travels in the event. The homeserver then learns neither its name nor its kind.
"""

from __future__ import annotations

from nio.crypto.attachments import (  # type: ignore[import-untyped]  # nio ships no types
    encrypt_attachment,
)

from bot.chats.matrix.encryption import Encryption
from bot.chats.matrix.server import UPLOAD, JsonObject, Server
from bot.messages import Attachment


async def file_content(
    server: Server, encryption: Encryption, room: str, file: Attachment
) -> JsonObject:
    """Upload a file, and return the content of the event that shows it in a room. Raises
    `Refused`, `Unanswered`, `LoginError`."""
    content: JsonObject = {
        "msgtype": "m.image" if file.is_picture else "m.file",
        "body": file.name,
        "filename": file.name,
        "info": {"mimetype": file.media_type, "size": len(file.content)},
        "m.mentions": {},
    }
    if not encryption.encrypted(room):
        answer = await server.call("POST", UPLOAD, file.content, query={"filename": file.name})
        return content | {"url": answer["content_uri"]}
    secret, keys = encrypt_attachment(file.content)
    answer = await server.call("POST", UPLOAD, secret)
    return content | {"file": {**keys, "url": answer["content_uri"]}}
