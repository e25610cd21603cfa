"""From a saved file to the programme in force: at once, after a quiet time, or by decision."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.messages import Address
from bot.publishing import folder
from bot.publishing.edits import (
    Declined,
    Edit,
    Foresee,
    Preview,
    Published,
    Refused,
    by_themselves,
)
from bot.publishing.folder import Look
from bot.publishing.in_force import InForce, parse
from bot.publishing.saved import Saved, Waiting
from bot.schedule.model import Programme
from bot.schedule.problems import Problem
from bot.schedule.yamlfile import version_of
from bot.store import Store, StoreError, schedules

log = structlog.get_logger()


class Publishing:
    """The folder of schedule files, and the programme in force.

    `recall` what was published last, then `read` the folder; then `watch` it. Meanwhile admins
    may look at a `preview`, `publish`, `hold` and `undo`. What they decide names the publication
    and the text that they looked at (`base`, `version`), so that it may come twice, or late.
    `foresee` is for counting whom an edit concerns.
    """

    def __init__(
        self,
        *,
        store: Store,
        folder: Path,
        clock: Clock,
        on_edit: Callable[[Edit], Awaitable[None]],
        wait: timedelta = timedelta(0),
    ) -> None:
        """`on_edit` is told of every file that was read because it was new or saved, and of
        every publication. A saved text takes effect when it was left alone for `wait`."""
        self._in_force = InForce(store=store, clock=clock, on_taken_up=on_edit)
        self.listeners = self._in_force.listeners
        self.foresee: Foresee = by_themselves
        self._store = store
        self._folder = folder
        self._clock = clock
        self._on_edit = on_edit
        self._wait = wait
        self._looks: dict[Path, Look | None] = {}
        self._waiting: dict[Path, Waiting] = {}
        self._one_at_a_time = asyncio.Lock()

    @property
    def programme(self) -> Programme:
        """Everything that is in force."""
        return self._in_force.programme

    @property
    def events(self) -> tuple[str, ...]:
        """The events that have a file."""
        return tuple(path.stem for path in folder.files(self._folder))

    async def recall(self) -> None:
        """Put in force what was published last, of the events that still have a file."""
        for event in self.events:
            await self._in_force.current(event)

    async def read(self) -> None:
        """Take up what others published, and what was saved since it was last read. Raises
        `StoreError`."""
        async with self._one_at_a_time:
            known = self.programme
            await self._in_force.catch_up()
            for path in sorted({*folder.files(self._folder), *self._looks}):
                look = await folder.settled(path)
                if look != self._looks.get(path) or self._is_due(path):
                    edit = await self._take(path, look, known)
                    self._looks[path] = look
                    if edit is not None:
                        await self._on_edit(edit)

    async def watch(self) -> None:
        """Read whenever a file is saved, and every few seconds, until cancelled."""
        async for _ in folder.saves(self._folder):
            try:
                await self.read()
            except StoreError as error:
                log.error("nothing can be published", cause=str(error))
            except Exception:
                log.exception("publishing failed")

    async def preview(self, event: str) -> Preview | Refused | Declined:
        """What publishing the saved file of an event would change."""
        async with self._one_at_a_time:
            saved = await self._decide_on(event)
            if not isinstance(saved, Saved):
                return saved
            held = await self._store.do(schedules.held, event) == saved.schedule.version
            waiting = self._waiting.get(saved.path) or self._left_alone(saved)
            return self._preview(saved, until=None if held else waiting.until, held=held)

    async def publish(
        self,
        event: str,
        *,
        base: int | None = None,
        version: str = "",
        silent: bool = False,
        by: Address | None = None,
    ) -> Published | Refused | Declined:
        """Publish the saved file of an event now; if `silent`, nobody is told."""
        async with self._one_at_a_time:
            saved = await self._decide_on(event, base, version)
            if not isinstance(saved, Saved):
                return saved
            done = await self._in_force.publish(
                saved.schedule, saved.text, saved.last, silent=silent, by=by
            )
            if done is None:
                return Declined.OVERTAKEN
            self._settle(saved)
            await self._on_edit(done)
            return done

    async def hold(
        self, event: str, *, base: int | None = None, version: str = ""
    ) -> Preview | Refused | Declined:
        """Keep the saved file of an event from being published by itself, until it is saved
        again."""
        async with self._one_at_a_time:
            saved = await self._decide_on(event, base, version)
            if not isinstance(saved, Saved):
                return saved
            version = saved.schedule.version
            if not await self._store.do(schedules.hold, event, version, saved.base):
                return Declined.OVERTAKEN
            self._settle(saved)
            return self._preview(saved, until=None, held=True)

    async def undo(
        self,
        event: str,
        *,
        number: int | None = None,
        silent: bool = False,
        by: Address | None = None,
    ) -> Published | Refused | Declined:
        """Put the text before the one in force (`number`) back in force, as a publication of
        its own. Of what was silent the undoing is silent too. A saved file that says otherwise
        is held."""
        async with self._one_at_a_time:
            path = self._file(event)
            text = await folder.read(path)
            saved = version_of(text) if isinstance(text, bytes) else None
            done = await self._in_force.undo(event, number, saved, silent=silent, by=by)
            if isinstance(done, Published):
                self._waiting.pop(path, None)
                await self._on_edit(done)
            return done

    async def _take(self, path: Path, look: Look | None, known: Programme) -> Edit | None:
        """What comes of a file that is new here, was saved, or has waited long enough; None if
        that is nothing to tell of. `known` is the programme that was told of last."""
        first, anew = path not in self._looks, look != self._looks.get(path)
        saved = await self._open(path, look)
        if isinstance(saved, Refused):
            self._waiting.pop(path, None)
            return saved if anew else None
        if saved.published:
            self._waiting.pop(path, None)
            here = saved.before if known.schedule(saved.event) is saved.before else None
            return Published(before=here, after=here) if here and anew and not first else None
        if anew and not first:
            await self._store.do(schedules.let_go, saved.event)
        elif await self._store.do(schedules.held, saved.event) == saved.schedule.version:
            self._waiting.pop(path, None)
            return None
        waiting = None if anew else self._waiting.get(path)
        overtaken = waiting is not None and waiting.base != saved.base
        if waiting is None or overtaken:
            waiting = self._left_alone(saved, again=overtaken)
        if saved.before is not None and self._clock() < waiting.until:
            self._waiting[path] = waiting
            return self._preview(saved, until=waiting.until, overtaken=overtaken)
        done = await self._in_force.publish(
            saved.schedule, saved.text, saved.last, unless_held=True
        )
        if done is None and anew:  # another process was faster: compare again
            return await self._take(path, look, known)
        if done is not None:
            self._waiting.pop(path, None)
        return done

    async def _open(self, path: Path, look: Look | None) -> Saved | Refused:
        text = await folder.read(path)
        if isinstance(text, Problem):
            return Refused(path=str(path), problems=(text,))
        loaded = await parse(path, text)
        if loaded.schedule is None:
            return Refused(path=str(path), problems=loaded.problems)
        last = await self._in_force.current(path.stem)
        before = self.programme.schedule(path.stem)
        return Saved(
            path=path, text=text, schedule=loaded.schedule, look=look, last=last, before=before
        )

    async def _decide_on(
        self, event: str, base: int | None = None, version: str = ""
    ) -> Saved | Refused | Declined:
        """The saved file of an event as it was looked at, if there is still something to decide."""
        path = self._file(event)
        saved = await self._open(path, await folder.settled(path))
        if isinstance(saved, Refused):
            return saved
        if base is not None and saved.base != base:
            published = saved.last.version if saved.last else ""
            already = saved.base == base + 1 and version and published.startswith(version)
            return Declined.ALREADY if already else Declined.OVERTAKEN
        if not saved.schedule.version.startswith(version):
            return Declined.OUTDATED
        return Declined.NOTHING if saved.published else saved

    def _preview(
        self,
        saved: Saved,
        *,
        until: datetime | None,
        held: bool = False,
        overtaken: bool = False,
    ) -> Preview:
        now = self._clock()
        return Preview(
            before=saved.before,
            after=saved.schedule,
            base=saved.base,
            wait=until - now if until is not None and until > now else None,
            held=held,
            overtaken=overtaken,
        )

    def _left_alone(self, saved: Saved, *, again: bool = False) -> Waiting:
        """For a while after it was saved, or from now on (`again`)."""
        now = self._clock()
        since = now if again or saved.look is None else min(saved.look.saved, now)
        return Waiting(base=saved.base, until=since + self._wait)

    def _settle(self, saved: Saved) -> None:
        """A file was decided on: it is not news any more, and waits for nothing."""
        self._looks[saved.path] = saved.look
        self._waiting.pop(saved.path, None)

    def _is_due(self, path: Path) -> bool:
        waiting = self._waiting.get(path)
        return waiting is not None and self._clock() >= waiting.until

    def _file(self, event: str) -> Path:
        found = (path for path in folder.files(self._folder) if path.stem == event)
        return next(found, self._folder / f"{event}.yaml")
