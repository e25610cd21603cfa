"""What a failed request means for the delivery: Telegram's errors as `ChatError`."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.chats.telegram.transport import ConnectionLost, NotSentInTime
from bot.messages import AccountError, Address, ChatError, Failure

PLATFORM = "telegram"

# Refusals that concern the chat and not the text (Telegram gives no codes, only these words).
_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "chat_write_forbidden",
    "chat_restricted",
    "not enough rights",
    "have no rights",
    "need administrator rights",
)


class TokenError(AccountError):
    """Telegram does not know the bot's token; the message says what to do."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram refuses the bot's token; get the right one from @BotFather and put it "
            "into TELEGRAM_TOKEN"
        )


def address(chat: int) -> Address:
    """The address of a chat by Telegram's number."""
    return Address(platform=PLATFORM, chat=str(chat))


def chat_error(error: TelegramError) -> ChatError:
    """The error with its decision."""
    reason = error.message
    match error:
        case RetryAfter():
            seconds = seconds_of(error)
            return ChatError(
                Failure.BUSY, f"Telegram asks to wait {seconds:g} s", retry_after=seconds
            )
        case ChatMigrated():
            moved_to = address(error.new_chat_id)
            return ChatError(Failure.MOVED, "the group became a supergroup", moved_to=moved_to)
        case Forbidden():
            return ChatError(Failure.GONE, reason)
        case BadRequest():
            gone = any(words in reason.lower() for words in _GONE)
            return ChatError(Failure.GONE if gone else Failure.REFUSED, reason)
        case InvalidToken():
            return ChatError(Failure.UNREACHABLE, "Telegram refuses the bot's token")
        case Conflict():
            return ChatError(Failure.UNREACHABLE, "another process listens with the bot's token")
        case NotSentInTime():
            return ChatError(Failure.UNREACHABLE, reason)
        case TimedOut() | ConnectionLost():
            return ChatError(Failure.AMBIGUOUS, reason)
        case NetworkError():  # no connection, or an error of the server's own (5xx)
            return ChatError(Failure.UNREACHABLE, reason[:200])
        case _:  # an answer that cannot be read
            return ChatError(Failure.AMBIGUOUS, reason[:200])


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
