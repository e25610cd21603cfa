"""What those who run the bot are told of saved schedules and publications, and how that is said.

They read English when the bot writes unasked, as the log is.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence

import structlog

from bot.clock import Clock
from bot.messages import Address, Chat, ChatError, Reply, Urgency
from bot.publishing import Edit, Foresee, Preview, Published, Refused
from bot.publishing.edits import by_themselves
from bot.reminders.notices import concerned, to_come, told_changes
from bot.replies import admin
from bot.replies.moments import Reader
from bot.replies.wording import wording
from bot.schedule.diff import FileChange, SessionChange, What
from bot.schedule.model import Programme
from bot.schedule.problems import Format, Severity, show
from bot.store import Store, StoreError, audience

MOST_PROBLEMS = 20
"""So many problems are shown in a chat; the rest is for `python -m bot check`."""

_UNSEEN = {"version", "as_of", "number", "order"}
"""Parts of a schedule that nobody writes."""

log = structlog.get_logger()


class Admins:
    """The people who run the bot, at their addresses."""

    def __init__(
        self,
        *,
        store: Store,
        chats: Sequence[Chat],
        addresses: Sequence[Address],
        clock: Clock,
        foresee: Foresee = by_themselves,
    ) -> None:
        """`foresee` is for counting whom an edit concerns."""
        self._store = store
        self._chats = {chat.platform: chat for chat in chats}
        self._addresses = addresses
        self._clock = clock
        self._foresee = foresee

    async def run(self, edits: asyncio.Queue[Edit]) -> None:
        """Tell of each edit until cancelled."""
        while True:
            edit = await edits.get()
            try:
                await self.tell(edit)
            except StoreError as error:
                log.error("the admins could not be told", cause=str(error))

    async def tell(self, edit: Edit) -> None:
        """Tell of an edit, except whoever did it. Raises `StoreError`."""
        _note(edit)
        if isinstance(edit, Published) and edit.before is None:
            return
        reader = Reader(wording=wording("en"), zone=None, now=self._clock())
        reply = await said(edit, store=self._store, reader=reader, foresee=self._foresee)
        for address in self._addresses:
            if isinstance(edit, Published) and edit.by == address:
                continue
            # Of several processes, the one that sends for the account tells.
            if await self._store.hold(address.platform):
                await self._send(address, reply)

    async def _send(self, address: Address, reply: Reply) -> None:
        key = f"admin {address} {self._clock().isoformat()}"
        try:
            await self._chats[address.platform].send(address, reply, key, Urgency.NOTICE)
        except ChatError as error:
            log.warning("an admin could not be told", chat=address.platform, cause=str(error))


async def said(
    edit: Edit,
    *,
    store: Store,
    reader: Reader,
    foresee: Foresee = by_themselves,
    first: str | None = None,
) -> Reply:
    """An edit in words, with the decisions that it leaves open as buttons. `first` is a message
    to say before a preview. Raises `StoreError`."""
    if isinstance(edit, Refused):
        errors = [each for each in edit.problems if each.severity is Severity.ERROR]
        text = show(errors[:MOST_PROBLEMS], Format.TEXT)
        return admin.refused(reader, edit.path, text, len(errors))
    counts, rest = _counted(edit)
    news = _news(edit, reader)
    told_on: Mapping[str, int] = {}
    if news and edit.before is not None:
        targets = await foresee(edit.before, edit.after)
        told_on = await store.do(audience.count, concerned(news, targets))
    if isinstance(edit, Preview):
        return admin.preview(
            reader,
            edit.after,
            counts,
            told_on,
            _decisions(edit),
            rest=rest,
            named=news,
            wait=edit.wait,
            held=edit.held,
            first="admin-overtaken" if edit.overtaken else first,
        )
    undo = action("undo-publish", edit.event, edit.number)
    if edit.undone is not None:
        return admin.undone(
            reader, edit.after, edit.undone, unsaved=edit.unsaved, told_on=told_on, undo=undo
        )
    return admin.published(
        reader,
        edit.after,
        counts,
        rest=rest,
        told_on=told_on,
        undo=undo if counts or rest else None,
    )


def action(does: str, event: str, number: int, version: str = "") -> str:
    """What a button sends back: a decision, and on what of which it holds."""
    return f"p:{does}:{event}@{number}:{version[:12]}"


def _decisions(edit: Preview) -> Mapping[str, str]:
    open_ = ["publish", "publish-silent"] + (["hold"] if edit.wait else [])
    return {does: action(does, edit.event, edit.base, edit.version) for does in open_}


def _counted(edit: Preview | Published) -> tuple[Counter[What], int]:
    """How many sessions something happened to, by what matters most of it; and how many other
    parts of the file changed."""
    kinds: Counter[What] = Counter()
    rest = 0
    for change in edit.changes:
        if isinstance(change, FileChange):
            rest += change.part not in _UNSEEN
        elif change.what:
            kinds[change.what[0]] += 1
    return kinds, rest


def _news(edit: Preview | Published, reader: Reader) -> Sequence[SessionChange]:
    """The changes that people are told of."""
    if edit.before is None or (isinstance(edit, Published) and edit.silent):
        return ()
    changes = told_changes(edit.before, edit.after)
    return to_come(changes, Programme(schedules=(edit.after,)), reader.now)


def _note(edit: Edit) -> None:
    if isinstance(edit, Refused):
        log.warning("a schedule file was refused", file=edit.path, problems=len(edit.problems))
    elif isinstance(edit, Published):
        changes = dict(_counted(edit)[0])
        log.info("published", schedule=edit.event, number=edit.number, changes=changes)
