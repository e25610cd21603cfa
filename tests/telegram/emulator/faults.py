"""What can go wrong on the way, on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.telegram.emulator.refusal import Refusal


@dataclass(kw_only=True)
class Fault:
    """Befalls the next `times` requests of a method (and a chat, if given).

    `refusal` answers with an error and does nothing; `page` answers with that text and status
    502, as a proxy would; `drop` breaks the connection before or after the request is carried
    out; `delay` answers that many seconds late (the request is carried out at once).
    """

    method: str
    chat: int | None
    times: int
    refusal: Refusal | None = None
    page: str | None = None
    drop: Literal["before", "after"] | None = None
    delay: float = 0.0

    def strikes(self, method: str, chat: object) -> bool:
        """Whether it befalls this request; if so, it is one nearer to its end."""
        hit = self.times > 0 and self.method == method and (self.chat is None or self.chat == chat)
        self.times -= hit
        return hit
