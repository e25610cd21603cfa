"""The script of a rehearsal: what people say to the bot at its start, and edits of the schedule.

    people:
      Ann: [remind me of the African Union forum, /timezone Nairobi]
    edits:
      - at: 2018-11-13 09:30
        why: The forum moves to the afternoon.
        sessions:
          of-4: {start: 2018-11-13 16:30, end: 17:30}

An edit says what is to stand in the schedule file then, in the words of the file; an empty value
takes a field out. Times are those of the venue.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

Block = dict[str, Any]


class ScriptError(Exception):
    """A script that cannot be played; the message says why."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TimedEdit(_Part):
    """What is to stand in the file from a moment on, and why."""

    at: datetime
    why: str = ""
    event: Block = {}
    rooms: Block = {}
    types: Block = {}
    tracks: Block = {}
    sessions: dict[str, Block] = {}

    def of(self, text: bytes) -> bytes:
        """The text of a schedule file with this edit made in it."""
        file = _read(text)
        for part in ("event", "rooms", "types", "tracks"):
            if new := getattr(self, part):
                file[part] = _laid_over(file.get(part) or {}, new)
        sessions = {each["id"]: each for each in file["sessions"]}
        for id, new in self.sessions.items():
            sessions[id] = _laid_over(sessions.get(id, {"id": id}), new)
        file["sessions"] = list(sessions.values())
        return yaml.safe_dump(file, allow_unicode=True, sort_keys=False).encode()


class Script(_Part):
    """What each person says, and the edits in order of time."""

    people: dict[str, list[str]]
    edits: list[TimedEdit] = []


def read_script(file: Path) -> Script:
    """The script in a file. Raises `ScriptError`."""
    try:
        script = Script.model_validate(_read(file.read_bytes()))
    except OSError as error:
        raise ScriptError(f"{file}: cannot be read: {error.strerror}") from None
    except yaml.YAMLError as error:
        raise ScriptError(f"{file}: {error}") from None
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"]))
        raise ScriptError(f"{file}: {place}: {fault['msg'].lower()}") from None
    return Script(people=script.people, edits=sorted(script.edits, key=lambda each: each.at))


def _read(text: bytes) -> Any:
    """Every value as text, as the schedule file has it."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text


def _laid_over(old: Block, new: Mapping[str, Any]) -> Block:
    """A block with others' values in place of its own, block by block; empty ones are left out."""
    whole = dict(old)
    for key, value in new.items():
        under = whole.get(key)
        both = isinstance(value, dict) and isinstance(under, dict)
        whole[key] = _laid_over(under or {}, value) if both else value
    return {key: value for key, value in whole.items() if value != ""}
