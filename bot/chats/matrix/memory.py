"""What the Matrix chat remembers between starts: a few words under a key.

The keys: `token` (how far the account was read), `last ROOM` or `last ROOM THREAD` (the reply
whose numbered choices count), `bell EVENT` (what taking a reaction away undoes), `moved ROOM`
(its successor), `direct USER` (the room made for them), `invitations` (those not answered yet),
`unread` (encrypted messages whose key has not come).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Protocol


class Memory(Protocol):
    """Keeps words by key. What was remembered outlasts the process."""

    async def recall(self, key: str) -> str | None:
        """What was remembered, or None."""

    async def remember(self, key: str, value: str | None) -> None:
        """Keep `value`, or forget it (None)."""


class ShortMemory:
    """Lasts as long as the process: for trying out and for tests."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    async def recall(self, key: str) -> str | None:
        """What was remembered, or None."""
        return self.words.get(key)

    async def remember(self, key: str, value: str | None) -> None:
        """Keep `value`, or forget it (None)."""
        if value is None:
            self.words.pop(key, None)
        else:
            self.words[key] = value


class FileMemory(ShortMemory):
    """A file that grows by a line for each change, and is written anew when it is opened. A line
    that a crash cut off is left out."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        file.parent.mkdir(parents=True, exist_ok=True)
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            try:
                key, value = json.loads(line)
            except ValueError:
                continue
            if value is None:
                self.words.pop(key, None)
            else:
                self.words[key] = value
        fresh = file.with_name(file.name + ".new")
        fresh.write_text("".join(map(_line, self.words.items())), encoding="utf-8")
        os.replace(fresh, file)
        self._file = file

    async def remember(self, key: str, value: str | None) -> None:
        """Keep `value`, or forget it (None)."""
        await super().remember(key, value)
        with self._file.open("a", encoding="utf-8") as out:
            out.write(_line((key, value)))


def _line(item: tuple[str, str | None]) -> str:
    return json.dumps(item) + "\n"
