"""What is published is found, and saved questions select it, as soon as it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.indexing import Indexing
from bot.messages import Address
from bot.questions.index import Index
from bot.schedule.model import Programme, Session, Text
from bot.schedule.targets import Target, saved, targets_of
from bot.store import Store, StoreError, people, subscriptions
from tests.patience import PATIENCE
from tests.programmes import programme

NOW = datetime(2018, 11, 13, 7, 30, tzinfo=UTC)
ANN = Address(platform="test", chat="ann")
MUSIC = saved("e", "en", "music")


def session(id: str, title: str) -> Session:
    """One with a title of its own."""
    return Session(event="e", id=id, title=Text(title))


SONGS = session("a", "Music from the mountains")
ROUTERS = session("b", "How routers talk")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """With one saved question."""
    opened = await Store.open(f"sqlite:///{tmp_path / 'bot.db'}")
    person = await opened.do(people.find_or_create, ANN, NOW)
    await opened.do(subscriptions.subscribe, person.id, MUSIC, NOW)
    yield opened
    await opened.close()


@pytest.fixture
async def indexing(store: Store, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Indexing]:
    """At work, without the extra that searches by meaning: it takes seconds to load."""
    monkeypatch.setattr("bot.indexing.available", lambda: False)
    indexing = Indexing(store=store)
    work = asyncio.create_task(indexing.run())
    yield indexing
    work.cancel()


async def save(store: Store, question: Target, *, kept: bool = True) -> None:
    """Ann saves a question, or drops it."""
    person = await store.do(people.find_or_create, ANN, NOW)
    if kept:
        await store.do(subscriptions.subscribe, person.id, question, NOW)
    else:
        await store.do(subscriptions.unsubscribe, person.id, question)


async def test_a_saved_question_selects_what_fits(indexing: Indexing) -> None:
    """Decided when asked for, on the programme that was taken just before."""
    assert indexing.targets(SONGS) == targets_of(SONGS)
    taken = programme(SONGS, ROUTERS)
    indexing.take(taken)
    await indexing.decide(taken)
    assert MUSIC in indexing.targets(SONGS)
    assert MUSIC not in indexing.targets(ROUTERS)


async def test_a_new_publication_is_decided_anew(indexing: Indexing) -> None:
    """A session that now fits is told; so is one that fitted, as it was and when it is gone."""
    first = programme(SONGS, ROUTERS)
    indexing.take(first)
    await indexing.decide(first)
    now_music = session("b", "How routers make music")
    second = programme(now_music)
    indexing.take(second)
    await indexing.decide(second)
    assert MUSIC in indexing.targets(now_music)
    assert MUSIC in indexing.targets(ROUTERS)  # as it was: what becomes of it concerns them
    assert MUSIC in indexing.targets(SONGS)
    assert indexing.index.programme is second


async def test_questions_come_and_go(indexing: Indexing, store: Store) -> None:
    """Each is decided at the next look, without a publication."""
    taken = programme(SONGS, ROUTERS)
    indexing.take(taken)
    await indexing.decide(taken)
    routers = saved("e", "en", "routers")
    await save(store, routers)
    await indexing.decide(taken)
    assert routers in indexing.targets(ROUTERS)
    await save(store, MUSIC, kept=False)
    await indexing.decide(taken)
    assert MUSIC not in indexing.targets(SONGS)


async def test_nothing_is_decided_before_all_is_there(
    indexing: Indexing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By words alone, whoever follows what only the meaning finds would be left out for good."""
    embedded = asyncio.Event()
    monkeypatch.setattr("bot.indexing.available", lambda: True)
    monkeypatch.setattr(indexing, "by_meaning", embedded.wait)
    taken = programme(SONGS, ROUTERS)
    indexing.take(taken)
    deciding = asyncio.create_task(indexing.decide(taken))
    while indexing.index.programme is not taken:
        await asyncio.sleep(0)
    await asyncio.wait([deciding], timeout=0.05)
    assert not deciding.done()
    embedded.set()
    await deciding
    assert MUSIC in indexing.targets(SONGS)


async def test_a_programme_that_is_replaced_is_not_waited_for(store: Store) -> None:
    """Nothing is decided then; who asks about the new one is answered."""
    indexing = Indexing(store=store)
    first, second = programme(ROUTERS), programme(SONGS)
    indexing.take(first)
    deciding = asyncio.create_task(indexing.decide(first))
    await asyncio.sleep(0)
    indexing.take(second)
    await deciding
    assert indexing.targets(SONGS) == targets_of(SONGS)


async def test_it_is_tried_again_when_the_store_failed(
    indexing: Indexing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meanwhile it is decided by words."""
    failures = [StoreError("no connection")]
    embedded = asyncio.Event()

    async def by_meaning() -> None:
        if failures:
            raise failures.pop()
        embedded.set()

    monkeypatch.setattr("bot.indexing.AGAIN", 0.0)
    monkeypatch.setattr("bot.indexing.available", lambda: True)
    monkeypatch.setattr(indexing, "by_meaning", by_meaning)
    taken = programme(SONGS)
    indexing.take(taken)
    await indexing.decide(taken)
    assert MUSIC in indexing.targets(SONGS)
    await asyncio.wait_for(embedded.wait(), PATIENCE)


async def test_reminders_go_on_when_indexing_fails(
    indexing: Indexing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is followed by name still is."""

    def broken(programme: Programme) -> Index:
        raise ValueError

    monkeypatch.setattr("bot.indexing.Index", broken)
    taken = programme(SONGS)
    indexing.take(taken)
    await indexing.decide(taken)
    assert indexing.targets(SONGS) == targets_of(SONGS)
