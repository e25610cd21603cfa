"""What is published is found, and saved questions select it, as soon as it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.indexing import Indexing
from bot.messages import Address
from bot.schedule.model import Session, Text
from bot.schedule.targets import Target, saved, targets_of
from bot.store import Store, people, subscriptions
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


async def test_nobody_waits_forever(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """If indexing hangs, reminders go on by what was decided last."""
    monkeypatch.setattr("bot.indexing.PATIENCE", 0.01)
    indexing = Indexing(store=store)
    taken = programme(SONGS)
    indexing.take(taken)
    await indexing.decide(taken)
    assert indexing.targets(SONGS) == targets_of(SONGS)
