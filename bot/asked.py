"""Answers without a chat: one question, or many as records, from the files as they stand.

The history of a record is replayed first, so that follow-ups are understood as in a chat.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.app import REPLAY_STORE, UsageError
from bot.clock import wall_clock
from bot.indexing import Indexing
from bot.messages import Reply, joined
from bot.questions.answer import answer
from bot.questions.index import Index
from bot.questions.meaning.encoder import available
from bot.questions.question import Answer, Context
from bot.questions.reading.followup import remembered
from bot.questions.understand import questions_in, understand
from bot.replies.answers import render
from bot.schedule.model import Programme
from bot.schedule.problems import Severity, as_text
from bot.schedule.times import known_zone
from bot.schedule.yamlfile import load
from bot.store import Store, StoreError

Record = Mapping[str, Any]


def read_programme(folder: Path) -> Programme:
    """The schedule files of a folder as they stand; faults go to stderr.

    Raises `UsageError` if no file can be used.
    """
    schedules = []
    for path in sorted(folder.glob("*.y*ml")):
        saved = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        loaded = load(path.read_bytes(), str(path), as_of=saved)
        errors = [each for each in loaded.problems if each.severity is Severity.ERROR]
        if errors:
            sys.stderr.write(as_text(errors) + "\n")
        if loaded.schedule is not None:
            schedules.append(loaded.schedule)
    if not schedules:
        raise UsageError(f"{folder}: there is no schedule to answer from")
    return Programme(schedules=tuple(schedules))


async def index_of(programme: Programme) -> Index:
    """The index of a programme, with meaning if that is installed.

    Vectors are kept beside those of a replay; if another process has that store open, they are
    made anew.
    """
    if not available():
        return Index(programme)
    try:
        store = await Store.open(REPLAY_STORE)
    except StoreError:
        store = await Store.open("sqlite://")
    try:
        indexing = Indexing(store=store, on_progress=_show_progress)
        indexing.take(programme)
        await indexing.by_meaning()
    finally:
        await store.close()
    return indexing.index


def _show_progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        sys.stderr.write(f"\rLearning what the programme means: {done} of {of} texts{end}")


def record(line: str) -> Record:
    """A question as one JSON line. Raises `UsageError`."""
    try:
        found = json.loads(line)
    except ValueError as error:
        raise UsageError(f"not a JSON line: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise UsageError('a record is an object with a "text"')
    return found


def answer_record(record: Record, index: Index, language: str) -> dict[str, Any]:
    """Answer a record `{"id", "text", "history", "at", "tz", "lang"}`.

    `lang` is what a chat would tell of the person; the answer is in the question's language.
    """
    now = datetime.fromisoformat(record["at"]) if record.get("at") else wall_clock()
    zone = record.get("tz")
    zone = zone if isinstance(zone, str) and known_zone(zone) else None
    context: Context | None = None
    shown: list[tuple[Answer, Reply]] = []
    for text in [*record.get("history", ()), record["text"]]:
        shown = []
        for part in questions_in(text, index, now=now):
            question = understand(
                part, index, now=now, language=record.get("lang"), zone=zone, context=context
            )
            found = answer(question, index, now=now)
            context = remembered(found, now, context)
            reply = render(
                found,
                programme=index.programme,
                language=question.language or language,
                zone=zone,
                now=now,
            )
            shown.append((found, reply))
    sessions = dict.fromkeys(session.id for found, _ in shown for session in found.sessions)
    return {
        "id": record.get("id"),
        "kind": shown[0][0].kind,
        "sessions": list(sessions),
        "text": joined([reply for _, reply in shown]).plain,
    }
