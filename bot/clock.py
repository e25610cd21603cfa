"""Clocks: the wall's, and one that replays an event from a chosen moment at a chosen speed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives the present instant, in aware UTC."""


def wall_clock() -> datetime:
    """The present."""
    return datetime.now(UTC)


class ReplayClock:
    """Starts at `at` and runs `speed` times as fast as real time, which `ticks` (seconds, never
    stepping back) measures."""

    def __init__(
        self, at: datetime, speed: float, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self.at = at.astimezone(UTC)
        self.speed = speed
        self._ticks = ticks
        self._started = ticks()

    def __call__(self) -> datetime:
        """The replayed present."""
        return self.at + timedelta(seconds=(self._ticks() - self._started) * self.speed)
