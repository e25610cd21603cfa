"""Kills the Matrix chat (SIGKILL) at random moments while it is asked, and counts the answers.

`python -m benchmarks.matrix.kills [KILLS] [SEED]`: every question must have exactly one answer.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.matrix.conftest import Bot
from tests.matrix.homeserver import Homeserver
from tests.matrix.person import Person
from tests.matrix.process import Process


async def main(kills: int, seed: int) -> int:
    chance = random.Random(seed)
    server = Homeserver()
    folder = Path(tempfile.mkdtemp())
    started = time.monotonic()
    try:
        server.start()
        bot = Bot(server, folder)
        await bot.start()
        person = await Person.arrive(server)
        rooms = [await person.open_room(bot.id), await person.open_room(bot.id, encrypted=False)]
        await bot.stop()
        asked = 0
        for _ in range(kills):
            process = await Process.start(bot)
            # From before it has started to well after it has answered.
            end = time.monotonic() + chance.uniform(0.3, 2.5)
            while time.monotonic() < end:
                await person.say(chance.choice(rooms), f"question {asked}")
                asked += 1
                await asyncio.sleep(chance.uniform(0, 0.4))
            await process.kill()
        process = await Process.start(bot)
        answers = await _answers(person, bot.id, rooms, asked)
        await person.say(rooms[0], "the end")  # what would come twice has come by now
        await person.hear_text(rooms[0], bot.id, "Heard: the end")
        answers = await _answers(person, bot.id, rooms, asked)
        await process.kill()
        await person.leave_the_phone()
    finally:
        server.remove()
        shutil.rmtree(folder)
    lost = [n for n in range(asked) if answers[f"Heard: question {n}"] == 0]
    doubled = [text for text, count in answers.items() if count > 1]
    seconds = time.monotonic() - started
    print(
        f"{kills} kills (seed {seed}), {asked} questions, {len(lost)} lost, "
        f"{len(doubled)} doubled, {seconds:.0f} s"
    )
    return len(lost) + len(doubled)


async def _answers(person: Person, bot: str, rooms: list[str], asked: int) -> Counter[str]:
    def found() -> Counter[str] | None:
        texts = Counter(
            str(event["content"].get("body"))
            for room in rooms
            for event in person.messages(room, bot)
        )
        return texts if len([text for text in texts if "question" in text]) >= asked else None

    answers: Counter[str] = await person.until(found)
    return answers


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]]
    sys.exit(asyncio.run(main(*numbers, *(50, 1)[len(numbers) :])))
