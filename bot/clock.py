"""Clocks: the wall's, one that replays an event from a chosen moment at a chosen speed, and one
that is put from moment to moment."""

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


class StillClock:
    """Stands at `at` until it is put elsewhere: for rehearsals and tests."""

    def __init__(self, at: datetime) -> None:
        self.at = at.astimezone(UTC)

    def __call__(self) -> datetime:
        """Where it stands."""
        return self.at


def wait_for(moment: datetime, clock: Clock) -> timedelta:
    """How long it takes in real time until the clock shows that moment."""
    speed = clock.speed if isinstance(clock, ReplayClock) else 1.0
    return (moment - clock()) / speed
