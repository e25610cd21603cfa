"""python-telegram-bot's bot, with a short way for what is sent by the thousand.

Its `send_message` makes objects of everything that goes out and comes back, which takes longer
than the request itself. Of the answer only the message's number is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from telegram.ext import ExtBot

from bot.chats.telegram.transport import Json
from bot.messages import Urgency


class Account(ExtBot[Urgency]):
    """The bot's account."""

    async def send_text(self, values: Mapping[str, Any], urgency: Urgency) -> str:
        """`sendMessage` with these values, those that are None left out; the message's number.
        Raises what `send_message` does."""
        given = {name: value for name, value in values.items() if value is not None}
        post = partial(self.request.post, f"{self.base_url}/sendMessage", Json(given))
        assert self.rate_limiter is not None
        limited = self.rate_limiter.process_request
        sent = cast(dict[str, Any], await limited(post, (), {}, "sendMessage", given, urgency))
        return str(sent["message_id"])
