"""Schedule files for tests: a sound one around the lines that a test is about."""

from __future__ import annotations

from bot.schedule.model import Schedule, Session
from bot.schedule.yamlfile import load

PATH = "schedules/conf.yaml"

EVENT = """\
event:
  id: conf
  name: Conference
  timezone: Europe/Paris
  dates: 2018-11-12 to 2018-11-14
"""


def file(sessions: str = "sessions: []", more: str = "") -> str:
    """A file with these sessions (from line 6 on) and these further sections."""
    return f"{EVENT}{sessions.rstrip()}\n{more}"


def session(lines: str, more: str = "") -> str:
    """A file with one session: its further lines stand from line 9 on, from column 5."""
    lines = "".join(f"    {line}\n" for line in lines.strip().split("\n"))
    return file(f"sessions:\n  - id: talk\n    title: Talk\n{lines}", more)


def told(text: str | bytes, path: str = PATH) -> list[str]:
    """The problems of a file, as `line:column: sentence`."""
    content = text.encode() if isinstance(text, str) else text
    return [str(each).removeprefix(f"{path}:") for each in load(content, path).problems]


def sound(text: str) -> Schedule:
    """The schedule of a file that has no errors."""
    loaded = load(text.encode(), PATH)
    assert loaded.schedule, "\n".join(map(str, loaded.problems))
    return loaded.schedule


def talk(lines: str, more: str = "") -> Session:
    """The only session of a sound file with these further lines."""
    (found,) = sound(session(lines, more)).sessions
    return found
