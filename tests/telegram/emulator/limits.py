"""How often a bot may send: to everyone, to one chat, to one group.

The Bot FAQ's numbers, enforced without mercy: over any stretch of the given length, not one
message more.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Limits:
    """Counts accepted messages. `None` switches a rule off."""

    per_second: int | None = 30
    paid_per_second: int = 1000
    per_chat_second: int | None = 1
    per_group_minute: int | None = 20
    _sent: dict[int | None, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def wait(self, chat: int, now: float, *, paid: bool) -> float:
        """Seconds until the chat may get a message: 0 accepts (and counts) this one."""
        rules: list[tuple[int | None, int | None, float]]
        rules = [(None, self.paid_per_second if paid else self.per_second, 1.0)]
        rules.append((chat, self.per_chat_second, 1.0))
        if chat < 0:
            rules.append((chat, self.per_group_minute, 60.0))
        waits = [self._wait(whom, most, span, now) for whom, most, span in rules if most]
        longest = max(waits, default=0.0)
        if longest == 0.0:
            self._sent[None].append(now)
            self._sent[chat].append(now)
        return longest

    def _wait(self, whom: int | None, most: int, span: float, now: float) -> float:
        sent = self._sent[whom]
        while sent and sent[0] <= now - 60.0:
            sent.popleft()
        return 0.0 if len(sent) < most else max(sent[-most] + span - now, 0.0)
