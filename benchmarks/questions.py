"""How long a question takes: on the real programme and on one of 1,000 sessions, by words alone
and with meaning. Beside them, for a yardstick, a bare SQLite FTS5 query and a bare embedding.

    python -m benchmarks.questions
"""

from __future__ import annotations

import random
import resource
import sqlite3
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.questions.answer import answer
from bot.questions.index import Index, vectors_of
from bot.questions.meaning.encoder import Meaning, available
from bot.questions.understand import understand
from bot.schedule.model import (
    Contributor,
    Event,
    Label,
    Programme,
    Room,
    Schedule,
    Session,
    Text,
)
from tests.questions.cases import LANGUAGES, cases, igf, moment

NOW = moment("2018-11-13 09:30")
WORDS = {
    "verb": "Building Measuring Rethinking Securing Teaching Funding Mapping Testing Sharing",
    "kind": "open rural digital public local resilient inclusive quantum urban playful",
    "thing": "networks libraries archives batteries vaccines gardens satellites markets robots "
    "rivers classrooms hospitals elections museums bicycles oceans theatres forests sensors",
    "people": "teachers engineers nurses farmers judges poets pilots children elders migrants",
    "first": "Ana Ivo Mei Omar Lena Raj Zoe Kofi Nina Paul Yara Tomas Aiko Samir Vera Luis",
    "last": "Silva Novak Chen Haddad Weber Mehta Okafor Rossi Petrov Kim Costa Dubois Sato",
}


def big(sessions: int, seed: int = 2018) -> Schedule:
    """A made-up programme of varied titles in 20 rooms on five days."""
    draw = random.Random(seed)
    first = datetime(2018, 11, 12, 8, tzinfo=UTC)

    def one(group: str) -> str:
        return draw.choice(WORDS[group].split())

    def title() -> str:
        return (
            f"{one('verb')} {one('kind')} {one('thing')} for {one('people')}: "
            f"{one('thing')} and {one('kind')} {one('thing')} No. {draw.randrange(10_000)}"
        )

    def session(number: int) -> Session:
        start = first + timedelta(days=number % 5, minutes=30 * draw.randrange(20))
        names = [f"{one('first')} {one('last')}-{one('last')}" for _ in range(3)]
        return Session(
            event="big",
            id=f"s-{number}",
            code=f"S {number}",
            title=Text(title()),
            summary=Text(f"{title()}. {title()}."),
            room=f"r{draw.randrange(20)}",
            type=draw.choice(("talk", "workshop")),
            track=f"t{draw.randrange(8)}",
            day=start.date(),
            start=start,
            end=start + timedelta(minutes=60),
            speakers=tuple(Contributor(name=name) for name in names),
        )

    return Schedule(
        event=Event(
            id="big",
            name=Text("Big Conference"),
            timezone="Europe/Paris",
            first_day=date(2018, 11, 12),
            last_day=date(2018, 11, 16),
        ),
        sessions=tuple(session(number) for number in range(sessions)),
        rooms=tuple(Room(id=f"r{i}", name=Text(f"Room {i}")) for i in range(20)),
        types=tuple(Label(id=each, name=Text(each.title())) for each in ("talk", "workshop")),
        tracks=tuple(Label(id=f"t{i}", name=Text(f"Track {i}")) for i in range(8)),
    )


def measure(name: str, ask: Callable[[str], object], texts: Sequence[str]) -> None:
    """Print the times of one way of answering, each text asked once, after some that warm it up."""
    warming, texts = texts[::10], [text for at, text in enumerate(texts) if at % 10]
    for text in warming:
        ask(text)
    walls, cpu = [], time.process_time()
    for text in texts:
        begun = time.perf_counter()
        ask(text)
        walls.append((time.perf_counter() - begun) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / len(texts)
    walls.sort()
    p50, p99 = walls[len(walls) // 2], walls[int(len(walls) * 0.99)]
    print(f"{name:44} p50 {p50:6.2f} ms   p99 {p99:6.2f} ms   CPU {cpu:6.2f} ms")


def asker(index: Index) -> Callable[[str], object]:
    return lambda text: answer(understand(text, index, now=NOW), index, now=NOW)


def full_text(schedule: Schedule) -> Callable[[str], object]:
    """A bare search: any word of the question in title or summary, best first."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE session USING fts5(title, summary, tokenize='porter')")
    rows = [(str(s.title), str(s.summary or "")) for s in schedule.sessions]
    database.executemany("INSERT INTO session VALUES (?, ?)", rows)

    def ask(text: str) -> object:
        words = " OR ".join(f'"{word}"' for word in text.replace('"', " ").split())
        query = "SELECT rowid FROM session WHERE session MATCH ? ORDER BY rank LIMIT 10"
        return database.execute(query, (words or '""',)).fetchall()

    return ask


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    texts = [case["ask"] for language in LANGUAGES for case in cases(language)]
    print(f"{len(texts)} questions in {len(LANGUAGES)} languages")
    begun = time.perf_counter()
    asker(Index(igf()))("hello")
    print(f"words of all languages read, {memory():.0f} MB, {time.perf_counter() - begun:.1f} s")
    programmes = {
        f"IGF 2018, {len(igf().schedules[0].sessions)} sessions": igf(),
        "made up, 1000 sessions": Programme(schedules=(big(1000),)),
    }
    for name, programme in programmes.items():
        begun = time.perf_counter()
        index = Index(programme)
        print(f"\n{name}: indexed by words in {time.perf_counter() - begun:.2f} s")
        measure("  by words", asker(index), texts)
        measure("  bare SQLite FTS5 query", full_text(programme.schedules[0]), texts)
        if available():
            by_meaning(programme, texts)
        print(f"  memory so far {memory():.0f} MB")


def by_meaning(programme: Programme, texts: Sequence[str]) -> None:
    meaning = Meaning()
    index = Index(programme, meaning)
    begun = time.perf_counter()
    vectors = vectors_of(index)
    print(f"  {len(vectors)} texts embedded in {time.perf_counter() - begun:.1f} s")
    measure("  with meaning", asker(index.with_vectors(vectors)), texts)
    strange = [f"{text} +" for text in texts]  # the encoder keeps the vectors of what it has read
    measure("  bare embedding of the question", lambda text: meaning.embed([text]), strange)


if __name__ == "__main__":
    main()
