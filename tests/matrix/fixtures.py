"""The homeservers (each started when the first test asks for it) and people, for any test.

They are a plugin, so that all tests of a process share one homeserver.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.matrix.homeserver import Homeserver

if TYPE_CHECKING:
    from tests.matrix.person import Person

Arrive = Callable[[], Awaitable["Person"]]


@pytest.fixture(scope="session")
def homeserver() -> Iterator[Homeserver]:
    """A homeserver without rate limits, one for each process that runs tests."""
    server = Homeserver()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def limited() -> Iterator[Homeserver]:
    """A homeserver with the rate limits of a fresh installation, and tokens that soon expire."""
    server = Homeserver(limited=True)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
async def arrive(homeserver: Homeserver) -> AsyncIterator[Arrive]:
    """Makes people; they leave at the end of the test."""
    from tests.matrix.person import Person  # noqa: PLC0415  # not on every Python, and slow

    people: list[Person] = []

    async def arrive() -> Person:
        people.append(await Person.arrive(homeserver))
        return people[-1]

    yield arrive
    for person in people:
        await person.leave_the_phone()


@pytest.fixture
async def person(arrive: Arrive) -> Person:
    """Someone with one device."""
    return await arrive()
