"""How Telegram says no: an HTTP status with a description, and perhaps parameters."""

from __future__ import annotations


class Refusal(Exception):
    """A request that is answered with an error. `violation` marks one that a correct bot never
    makes (against the Bot API's own rules): it fails the test."""

    def __init__(
        self,
        description: str,
        *,
        code: int = 400,
        parameters: dict[str, int] | None = None,
        violation: bool = False,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}
        self.violation = violation


def bad_request(reason: str) -> Refusal:
    """What can happen to a correct bot: the chat is gone, the message was deleted."""
    return Refusal(f"Bad Request: {reason}")


def broken_rule(reason: str) -> Refusal:
    """What can only happen to a wrong bot."""
    return Refusal(f"Bad Request: {reason}", violation=True)
