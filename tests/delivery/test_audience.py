"""How many people an edit is said to concern, and who is told when it is published: the same."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.admins import said
from bot.clock import StillClock
from bot.indexing import Indexing
from bot.publishing import Edit, Preview, Publishing
from bot.replies.moments import Reader
from bot.replies.wording import wording
from bot.schedule.model import Programme
from bot.schedule.targets import Target, TargetKind, saved
from bot.store import Store
from tests.delivery.stage import Stage, courier, target
from tests.programmes import HOUR, NINE

FILE = """
event: {id: e, name: Event, timezone: Europe/Paris, dates: 2018-11-12 to 2018-11-15}
rooms: {hall: {name: Hall}}
sessions:
  - {id: a, title: How routers talk, start: 2018-11-13 12:00, duration: 1h, room: hall}
  - {id: b, title: Songs and music, start: 2018-11-13 14:00, duration: 1h}
  - {id: c, title: Closing, start: 2018-11-13 16:00, duration: 1h, speakers: [Ann Lee]}
  - {id: d, title: Breakfast with music, start: 2018-11-13 08:00, duration: 1h}
"""
NEW = "sessions:\n  - {id: n, title: TITLE, start: 2018-11-14 10:00, duration: 1h}\n"
FOLLOWED = {
    "music": saved("e", "en", "music"),
    "routers": saved("e", "en", "routers"),
    "whales": saved("e", "en", "whales"),
    "elsewhere": saved("other", "en", "music"),
    "lee": Target(kind=TargetKind.SPEAKER, event="e", value="Ann Lee"),
    "hall": Target(kind=TargetKind.ROOM, event="e", value="hall"),
    "c": target("c"),
}


async def ignore(edit: Edit) -> None:
    """What admins are told unasked is another test's matter."""


@dataclass
class Bureau:
    """People who follow things, a bot that finds what their questions mean, and a file."""

    stage: Stage
    publishing: Publishing
    file: Path

    async def save(self, text: str) -> int:
        """Save the file; how many people the preview says will be told."""
        self.file.write_text(text)
        edit = await self.publishing.preview("e")
        assert isinstance(edit, Preview)
        reader = Reader(wording=wording("en"), zone=None, now=self.stage.clock())
        reply = await said(
            edit, store=self.stage.store, reader=reader, foresee=self.publishing.foresee
        )
        count = re.search(r"(\d+) (?:person|people) will be told", reply.plain)
        return int(count[1]) if count else 0

    async def publish(self) -> list[str]:
        """Publish what was saved; who is told."""
        await self.publishing.publish("e")
        return sorted(each.partition(":")[0] for each in await self.stage.at(self.stage.clock()))


@pytest.fixture
async def bureau(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bureau]:
    """At ten in Paris. Questions are understood by words: a model takes seconds to load."""
    monkeypatch.setattr("bot.publishing.folder.SETTLED", 0)
    monkeypatch.setattr("bot.indexing.available", lambda: False)
    file = tmp_path / "schedules" / "e.yaml"
    file.parent.mkdir()
    file.write_text(FILE)
    clock = StillClock(NINE)
    publishing = Publishing(store=store, folder=file.parent, clock=clock, on_edit=ignore, wait=HOUR)
    indexing, stage = Indexing(store=store), Stage(store, clock, Programme())
    stage.courier = courier(store, stage.chat, clock, Programme(), indexing=indexing)
    publishing.listeners += [stage.courier.publish, indexing.take]
    publishing.foresee = indexing.foresee
    for chat, followed in FOLLOWED.items():
        await stage.follow(chat, followed)
    await publishing.read()
    work = asyncio.create_task(indexing.run())
    assert await stage.at(NINE) == []
    yield Bureau(stage, publishing, file)
    work.cancel()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("sessions:\n", NEW.replace("TITLE", "Whales"), ["whales"], id="new"),
        pytest.param("sessions:\n", NEW.replace("TITLE", "Trains"), [], id="new to nobody"),
        pytest.param(
            "Songs and music, start: 2018-11-13 14:00",
            "Songs of whales, start: 2018-11-13 15:00",
            ["music", "whales"],
            id="another subject",
        ),
        pytest.param(
            "  - {id: b, title: Songs and music, start: 2018-11-13 14:00, duration: 1h}\n",
            "",
            ["music"],
            id="gone",
        ),
        pytest.param("{name: Hall}", "{name: Aula}", ["hall", "routers"], id="room"),
        pytest.param("16:00", "17:00", ["c", "lee"], id="moved"),
        pytest.param("08:00", "08:30", [], id="over"),
    ],
)
async def test_who_is_counted_is_told(bureau: Bureau, old: str, new: str, told: list[str]) -> None:
    """Also whoever saved a question that a session fits which nobody has seen yet."""
    assert old in FILE
    assert await bureau.save(FILE.replace(old, new)) == len(told)
    assert await bureau.publish() == told
