"""The slash commands. Each is a function of a turn and the text behind the command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation import asking, calendar, data, deciding, following, linking, profile
from bot.conversation.turn import Memory, Turn
from bot.messages import Reply
from bot.questions.question import Ask, Errand
from bot.replies import talk
from bot.schedule.targets import Target, TargetKind

Command = Callable[[Turn, Memory, str], Awaitable[Reply]]


async def start(turn: Turn, memory: Memory, payload: str) -> Reply:
    """`/start`, or a deep link `/start s_EVENT_SESSION` that shows a session."""
    kind, _, place = payload.partition("_")
    event, _, id = place.partition("_")
    session = turn.programme.session(f"{event}/{id}") if kind == "s" else None
    if session is None:
        return talk.welcome(turn.reader, turn.programme, group=turn.message.group)
    return await asking.ask(turn, memory, asking.session(turn, session.key))


async def help_(turn: Turn, memory: Memory, _text: str) -> Reply:
    """`/help`."""
    return await asking.ask(turn, memory, asking.about(turn, Ask.HELP))


async def now(turn: Turn, memory: Memory, _text: str) -> Reply:
    """`/now`."""
    return await asking.ask(turn, memory, asking.about(turn, Ask.NOW))


async def next_(turn: Turn, memory: Memory, _text: str) -> Reply:
    """`/next`."""
    return await asking.ask(turn, memory, asking.about(turn, Ask.NEXT))


async def today(turn: Turn, memory: Memory, _text: str) -> Reply:
    """`/today`, on the venue's calendar."""
    return await asking.ask(turn, memory, asking.day(turn, 0))


async def tomorrow(turn: Turn, memory: Memory, _text: str) -> Reply:
    """`/tomorrow`, on the venue's calendar."""
    return await asking.ask(turn, memory, asking.day(turn, 1))


async def highlights(turn: Turn, _memory: Memory, _text: str) -> Reply:
    """`/highlights`: follow the highlights of every event that has some."""
    targets = [
        Target(kind=TargetKind.HIGHLIGHTS, event=schedule.event.id)
        for schedule in turn.programme.schedules
        if schedule.highlights
    ]
    return await following.follow(turn, targets)


async def subscribe(turn: Turn, memory: Memory, text: str) -> Reply:
    """`/subscribe WHAT`: whatever a question about it would find."""
    if not text:
        return talk.subscribe_what(turn.reader, turn.programme)
    question = await asking.named(turn, text)
    return await asking.ask(
        turn, memory, replace(question, errand=question.errand or Errand.SET), anyhow=True
    )


async def unsubscribe(turn: Turn, memory: Memory, text: str) -> Reply:
    """`/unsubscribe WHAT`, or without a text the list to choose from."""
    if not text:
        return await following.listing(turn)
    question = await asking.named(turn, text)
    return await asking.ask(turn, memory, replace(question, errand=Errand.STOP))


async def reminders(turn: Turn, _memory: Memory, _text: str) -> Reply:
    """`/reminders`: what the person follows."""
    return await following.listing(turn)


async def stop(turn: Turn, _memory: Memory, _text: str) -> Reply:
    """`/stop`: no reminders any more."""
    return await following.stop_all(turn)


def _setting(change: Callable[[Turn, str], Awaitable[Reply]]) -> Command:
    async def command(turn: Turn, _memory: Memory, text: str) -> Reply:
        return await change(turn, text)

    return command


COMMANDS: dict[str, Command] = {
    "start": start,
    "help": help_,
    "now": now,
    "next": next_,
    "today": today,
    "tomorrow": tomorrow,
    "highlights": highlights,
    "subscribe": subscribe,
    "reminders": reminders,
    "calendar": _setting(calendar.followed),
    "leads": _setting(profile.leads),
    "timezone": _setting(profile.zone),
    "language": _setting(profile.language),
    "unsubscribe": unsubscribe,
    "stop": stop,
    "quiet": _setting(profile.quiet),
    "digest": _setting(profile.digest),
    "link": _setting(linking.link),
    "prefer": _setting(linking.prefer),
    "unlink": _setting(linking.unlink),
    "mydata": _setting(data.mydata),
    "forget": _setting(data.forget),
}

ADMIN_COMMANDS: dict[str, Command] = {"preview": _setting(deciding.preview)}
"""Those that no menu shows."""
