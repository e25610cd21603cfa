"""At a real terminal: reminders come while something is being typed, and do not eat it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

from tests.acceptance.process import environment
from tests.patience import PATIENCE


class Terminal:
    """A terminal with the bot in it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", *arguments],
            cwd=folder,
            env=environment(TERM="xterm"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.screen = ""

    def types(self, text: str) -> None:
        """Press these keys."""
        os.write(self._ours, text.encode())

    def shows(self, *fragments: str, within: float = PATIENCE) -> None:
        """Wait until all of these have appeared, one after the other."""
        until = time.monotonic() + within
        os.set_blocking(self._ours, False)
        for fragment in fragments:
            while fragment not in self.screen:
                assert time.monotonic() < until, f"{fragment!r} does not come:\n{self.screen}"
                try:
                    self.screen += os.read(self._ours, 65536).decode()
                except BlockingIOError:
                    time.sleep(0.02)
            self.screen = self.screen[self.screen.index(fragment) + len(fragment) :]


def test_a_reminder_comes_above_what_is_being_typed(folder: Path) -> None:
    """The line is cleared, the reminder printed, and the half-typed question stands again."""
    terminal = Terminal(folder, "--at", "2018-11-13T14:40:00+01:00", "--speed", "30")
    terminal.shows("Ask about the programme", "> ")
    terminal.types("remind me of OF 4\r")
    terminal.shows("Done.", "> ")
    terminal.types("half a quest")
    terminal.shows("half a quest", "Starts in", "African Union Open Forum", "> half a quest")
    terminal.types("\b" * 12 + "/stop\r")
    terminal.shows("Stopped.", "> ")
    terminal.types("\x04")
    assert terminal.process.wait(PATIENCE) == 0
