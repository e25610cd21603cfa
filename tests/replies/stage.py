"""A programme to render: a small conference in Paris, and one that meets online only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.messages import Reply
from bot.questions.question import Answer, AnswerKind, Question
from bot.replies.answers import render
from bot.replies.moments import Reader
from bot.replies.wording import wording
from bot.schedule.model import (
    Contributor,
    Event,
    Label,
    Mode,
    Part,
    Programme,
    Room,
    Schedule,
    Session,
    Text,
)

NOW = datetime(2018, 11, 13, 13, 10, tzinfo=UTC)
"""Ten past two in Paris on the second day."""

HOUR = timedelta(hours=1)
EVENT_JOIN = "https://forum.example/remote"

EVENT = Event(
    id="forum",
    name=Text("World Forum 2018", (("fr", "Forum mondial 2018"),)),
    also=("WF18",),
    timezone="Europe/Paris",
    first_day=date(2018, 11, 12),
    last_day=date(2018, 11, 14),
    theme=Text("Trust"),
    host=Text("Government of France"),
    venue="7 Place de Fontenoy, Paris",
    url="https://forum.example/",
    join=EVENT_JOIN,
)

LIBRARIES = Session(
    event="forum",
    id="libraries",
    code="DC-PAL",
    title=Text("Public Access in Libraries"),
    day=date(2018, 11, 14),
    part=Part.MORNING,
    duration=timedelta(minutes=90),
    room="x",
    type="coalition",
    featured=True,
    organisers=(Contributor(name="IFLA"),),
    speakers=(
        Contributor(name="Valeria Betancourt", details=("APC", "moderator")),
        Contributor(name="Don Means"),
    ),
    summary=Text("How libraries bring people online."),
    url="https://forum.example/dc-pal",
)
UNION = Session(
    event="forum",
    id="union",
    code="OF 4",
    title=Text("African Union Open Forum"),
    day=date(2018, 11, 13),
    start=datetime(2018, 11, 13, 14, tzinfo=UTC),
    end=datetime(2018, 11, 13, 15, tzinfo=UTC),
    room="viii",
    type="open-forum",
    join="https://forum.example/of4/live",
)
NAMES = Session(
    event="forum",
    id="names",
    title=Text("Domain names"),
    day=date(2018, 11, 13),
    start=datetime(2018, 11, 13, 13, tzinfo=UTC),
    end=datetime(2018, 11, 13, 14, 30, tzinfo=UTC),
)
SOMEDAY = Session(event="forum", id="someday", title=Text("Closing remarks"))


_BASE = Schedule(
    event=EVENT,
    sessions=(),
    rooms=(
        Room(id="x", name=Text("Salle X")),
        Room(id="viii", name=Text("Salle VIII"), address="1 rue Miollis, Paris"),
    ),
    types=(
        Label(id="coalition", name=Text("Dynamic coalition", (("fr", "Coalition"),))),
        Label(id="open-forum", name=Text("Open forum")),
    ),
)


def schedule(*sessions: Session, **fields: Any) -> Schedule:
    """The forum's programme with these sessions."""
    return replace(_BASE, sessions=sessions, **fields)


FORUM = schedule(LIBRARIES, UNION, NAMES, SOMEDAY)
PROGRAMME = Programme(schedules=(FORUM,))

ONLINE_EVENT = Event(
    id="nightly",
    name=Text("Nightly"),
    timezone="Asia/Tokyo",
    first_day=date(2019, 1, 1),
    last_day=date(2019, 1, 3),
    mode=Mode.ONLINE,
)
MIDNIGHT = Session(
    event="nightly",
    id="midnight",
    title=Text("Midnight talk"),
    day=date(2019, 1, 2),
    start=datetime(2019, 1, 2, 0, 30, tzinfo=UTC),  # 09:30 in Tokyo
    end=datetime(2019, 1, 2, 1, 30, tzinfo=UTC),
)
NIGHTLY = Schedule(event=ONLINE_EVENT, sessions=(MIDNIGHT,))


def reader(language: str = "en", zone: str | None = None, now: datetime = NOW) -> Reader:
    """Someone who reads that language."""
    return Reader(wording=wording(language), zone=zone, now=now)


def answer(*sessions: Session, kind: AnswerKind = AnswerKind.SESSIONS, **fields: Any) -> Answer:
    """An answer that shows these sessions."""
    question = fields.pop("question", Question())
    shown: dict[str, Any] = {"schedule": FORUM, "sessions": sessions}
    return Answer(kind=kind, question=question, **(shown | fields))


def rendered(
    what: Answer,
    *,
    language: str = "en",
    zone: str | None = None,
    now: datetime = NOW,
    programme: Programme = PROGRAMME,
) -> Reply:
    """What the bot says to that answer."""
    return render(what, programme=programme, language=language, zone=zone, now=now)


def actions(reply: Reply) -> list[str]:
    """What the buttons under a reply send back, links apart."""
    return [button.action for row in reply.buttons for button in row if button.action]
