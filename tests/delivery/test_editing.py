"""An edit is published in the middle of a broadcast: from then on nobody gets the old truth, and
nobody is told anything twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from typing import Any

import pytest

from bot.delivery.outbox import FEWEST
from bot.store import Store
from tests.delivery.stage import Undecided, courier, target
from tests.delivery.test_changes import NEW, Office, office
from tests.programmes import HOUR, NINE

__all__ = ["office"]  # a fixture

DUE = NINE - HOUR
CROWD = {f"{number:02}" for number in range(60)}
FOLLOWERS = {*CROWD, "ann", "bo"}


@pytest.fixture(autouse=True)
async def crowd(office: Office) -> None:
    """Sixty people follow the session too; a few calls are under way at a time."""
    for chat in CROWD:
        await office.stage.follow(chat, target("a"))
    await office.stage.restart(rate=25)
    office.publishing.listeners[:] = [office.stage.courier.publish]
    assert await office.stage.at(DUE - HOUR) == []


def told(sent: list[str], words: str) -> Counter[str]:
    """How often each was told that."""
    split = (each.split(": ", 1) for each in sent)
    return Counter(chat for chat, text in split if text == words)


@pytest.mark.parametrize(
    ("old", "new", "news"),
    [
        ("10:00", "11:00", "a later"),
        ("10:00", "09:30", "a earlier"),
        ("id: a,", "id: a, status: cancelled,", "a cancelled"),
        ("start: 2018-11-13 10:00", "start: 2018-11-13", "a time-withdrawn"),
    ],
)
async def test_a_publication_in_the_middle_of_a_broadcast(
    office: Office, old: str, new: str, news: str
) -> None:
    """Those who were reminded hear what changed, and so do the others, who are not reminded."""
    chat, calls, told_before = office.stage.chat, 0, 0
    saved = asyncio.Event()

    async def during() -> None:
        nonlocal calls, told_before
        calls += 1
        if calls == 20:
            await office.save(old, new)
            told_before = len(chat.sent)
            saved.set()
        elif calls > 20:
            await saved.wait()

    chat.during = during
    sent = await office.stage.at(DUE)
    assert 0 < len(told(sent, "a 1h")) <= told_before + FEWEST < len(FOLLOWERS)
    sent += await office.stage.at(DUE)
    assert {text.split(": ", 1)[1] for text in sent} == {"a 1h", news}
    assert max(told(sent, "a 1h").values()) == 1
    assert told(sent, news) == Counter(FOLLOWERS)


async def test_a_publication_between_claiming_and_wording(
    office: Office, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was claimed by the old programme is looked at again before it is put into words."""
    work = store.do
    published = False

    async def do(function: Any, *args: Any, **kwargs: Any) -> Any:
        nonlocal published
        done = await work(function, *args, **kwargs)
        if function.__name__ == "_settle_and_claim" and not published:
            published = True
            await office.save("10:00", "11:00")
        return done

    monkeypatch.setattr(store, "do", do)
    assert await office.stage.at(DUE) == []
    assert told(await office.stage.at(DUE), "a later") == Counter(FOLLOWERS)
    assert told(await office.stage.at(NINE), "a 1h") == Counter(FOLLOWERS)


async def test_after_it_the_reminders_come_at_the_new_time(office: Office) -> None:
    """To all, those included who had been reminded of the old one."""

    async def during() -> None:
        office.stage.chat.during = None
        await office.save("10:00", "11:00")

    office.stage.chat.during = during
    await office.stage.at(DUE)
    await office.stage.at(DUE)
    assert told(await office.stage.at(NINE), "a 1h") == Counter(FOLLOWERS)


async def test_a_publication_while_it_is_being_decided_whom_the_last_one_concerns(
    office: Office,
) -> None:
    """Both are told once it is decided: of the first, too, who follows its new session."""
    stage = office.stage
    undecided = Undecided(stage.courier.programme)
    await office.save("sessions:\n", f"sessions:\n{NEW}")
    stage.courier = courier(
        stage.store, stage.chat, stage.clock, stage.courier.programme, indexing=undecided
    )
    office.publishing.listeners[:] = [stage.courier.publish]
    undecided.during = partial(office.save, "12:00", "13:00")
    sent = await stage.at(DUE)
    sent += await stage.at(DUE)
    assert told(sent, "n new") == told(sent, "b later") == Counter({"bo"})
