"""What an admin decides on saved schedules, on the command line: beside a bot that runs, which
takes it up within seconds, or before it starts."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from bot.admins import said
from bot.app import UsageError
from bot.clock import wall_clock
from bot.indexing import Indexing
from bot.publishing import Declined, Edit, Preview, Published, Publishing, Refused
from bot.replies import admin
from bot.replies.moments import Reader
from bot.replies.naming import called
from bot.replies.wording import wording
from bot.store import Store


class Decision(StrEnum):
    """What to do with a saved schedule."""

    PREVIEW = "preview"
    PUBLISH = "publish"
    HOLD = "hold"
    UNDO = "undo"


async def decide(
    decision: Decision,
    event: str | None,
    *,
    silent: bool,
    now: datetime,
    url: str,
    folder: Path,
    wait: timedelta,
) -> tuple[str, int]:
    """Decide on the saved file of an event, or of all that differ from what is published: what
    came of it in words, and the exit code. If `silent`, nobody is told of a publication; else
    those are who follow what is to come at `now`. Raises `StoreError`, `UsageError`."""
    store = await Store.open(url, beside=True)
    try:
        publishing = Publishing(
            store=store, folder=folder, clock=wall_clock, on_edit=_ignore, wait=wait
        )
        await publishing.recall()
        reader = Reader(wording=wording("en"), zone=None, now=now)
        told, code = [], 0
        for each in _meant(decision, event, publishing, folder):
            done = await _decide(publishing, decision, each, silent)
            told.append(await _in_words(done, each, publishing, store, reader))
            code |= isinstance(done, Refused) or done in (Declined.OVERTAKEN, Declined.FIRST)
        return "\n\n".join(told), int(code)
    finally:
        await store.close()


def _meant(
    decision: Decision, event: str | None, publishing: Publishing, folder: Path
) -> tuple[str, ...]:
    known = ", ".join(publishing.events)
    if not known:
        raise UsageError(f"{folder}: there is no schedule file")
    if event is not None and event not in publishing.events:
        raise UsageError(f"there is no schedule file of {event!r}; there is: {known}")
    if event is None and decision is Decision.UNDO and len(publishing.events) > 1:
        raise UsageError(f"which event is to be undone? There is: {known}")
    return (event,) if event is not None else publishing.events


async def _decide(
    publishing: Publishing, decision: Decision, event: str, silent: bool
) -> Preview | Published | Refused | Declined:
    match decision:
        case Decision.PREVIEW:
            return await publishing.preview(event)
        case Decision.PUBLISH:
            return await publishing.publish(event, silent=silent)
        case Decision.HOLD:
            return await publishing.hold(event)
        case Decision.UNDO:
            return await publishing.undo(event, silent=silent)


async def _in_words(
    done: Edit | Declined, event: str, publishing: Publishing, store: Store, reader: Reader
) -> str:
    if not isinstance(done, Declined):
        foresee = Indexing(store=store).foresee
        return (await said(done, store=store, reader=reader, foresee=foresee)).plain
    here = publishing.programme.schedule(event)
    name = called(here.event, reader.wording) if here else event
    return admin.declined(reader, done, name, undo=None).plain


async def _ignore(edit: Edit) -> None:
    """Whoever decided sees the answer."""
