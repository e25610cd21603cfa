"""What a failed send means for the delivery: Matrix's errors as `ChatError`."""

from __future__ import annotations

from bot.chats.matrix.account import LoginError
from bot.chats.matrix.server import TOKEN_ERRORS, Refused, Unanswered
from bot.messages import ChatError, Failure

_ACCOUNT = (
    *TOKEN_ERRORS,
    "M_USER_DEACTIVATED",
    "M_USER_LOCKED",
    "M_USER_SUSPENDED",
    "M_CONSENT_NOT_GIVEN",
    "M_RESOURCE_LIMIT_EXCEEDED",
)


def chat_error(error: Refused | Unanswered | LoginError, *, in_room: bool) -> ChatError:
    """The error with its decision. `in_room`: as far as the account knows, it is in the room."""
    if isinstance(error, Unanswered):
        failure = Failure.AMBIGUOUS if error.perhaps_done else Failure.UNREACHABLE
        return ChatError(failure, str(error))
    if isinstance(error, LoginError):
        return ChatError(Failure.UNREACHABLE, "the Matrix account is logged out")
    if error.retry_after is not None:
        return ChatError(Failure.BUSY, "the homeserver's rate limit", retry_after=error.retry_after)
    if error.code in _ACCOUNT:
        return ChatError(Failure.UNREACHABLE, f"the Matrix account may not send ({error.code})")
    if error.status in (403, 404) and not in_room:
        return ChatError(Failure.GONE, "the account is not in this room")
    return ChatError(Failure.REFUSED, f"the homeserver refuses this message ({error.code})")
