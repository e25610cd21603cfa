"""What the bot says around answers: welcome, what is followed and stopped, the terminal's greeting.

A button whose action begins with `/` means that command. Every refusal names the cure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.messages import Button, Line, Reply
from bot.reminders.person import Subscription
from bot.replies import actions, naming
from bot.replies.margins import over
from bot.replies.moments import Reader, city, clock, days, relative
from bot.replies.naming import (
    called,
    cut,
    followed_name,
    followed_names,
    own_name,
    target_names,
    told,
)
from bot.replies.wording import languages, wording
from bot.schedule.model import Programme, Schedule, Session
from bot.schedule.targets import Target, TargetKind
from bot.schedule.times import to_local

COMMANDS = (
    "start", "help", "now", "next", "today", "tomorrow", "highlights", "subscribe", "reminders",
    "calendar", "leads", "timezone", "language", "unsubscribe", "stop", "quiet", "digest", "link",
    "prefer", "unlink", "mydata", "forget",
)  # fmt: skip


def commands(names: Sequence[str] = COMMANDS) -> dict[str, dict[str, str]]:
    """For each language code, each command (without slash) with its description."""
    return {
        code: {name: wording(code).say(f"command-{name}") for name in names} for code in languages()
    }


def welcome(reader: Reader, programme: Programme, *, group: bool = False) -> Reply:
    """What the bot is, and one tap for the highlights."""
    say = reader.wording
    if not programme.schedules:
        return told(reader, "help-without-event")
    if group:
        return told(reader, "welcome-group")
    lines: list[Line] = []
    for schedule in programme.schedules:
        message = "welcome" if schedule.event.venue else "welcome-without-place"
        facts = {
            "event": called(schedule.event, say),
            "days": days(reader, schedule.event.first_day, schedule.event.last_day),
        }
        lines += say.lines(message, place=schedule.event.venue or "", **facts)
        lines.append(over(schedule, reader))
    spoken = say.join("comma", [own_name(code) for code in languages()])
    buttons = [_offers(schedule, reader) for schedule in programme.schedules]
    buttons.append(_commands(reader, now="/now", next="/next"))
    return say.reply(lines, [say.line("welcome-languages", languages=spoken)], buttons=buttons)


def _offers(schedule: Schedule, reader: Reader) -> tuple[Button, ...]:
    """What of an event may be followed by one tap: its highlights, else all of it."""
    if schedule.highlights:
        return actions.follow_highlights(schedule, reader.wording)
    return actions.follow_event(schedule, reader.wording)


def _commands(reader: Reader, **named: str) -> tuple[Button, ...]:
    """Buttons that mean commands; each is named by its message, `button-` left away."""
    return tuple(
        Button(label=reader.wording.say(f"button-{name}"), action=action)
        for name, action in named.items()
    )


def subscribed(
    reader: Reader,
    programme: Programme,
    targets: Sequence[Target],
    leads: Iterable[timedelta],
    *,
    sessions: Sequence[Session] = (),
    silent: Sequence[Session] = (),
    already: bool = False,
    undo: str | None = None,
) -> Reply:
    """What is followed from now on and when reminders come. `sessions` are those that the
    targets select: which they are is said, and of the ones without an hour what happens. Of
    `silent` ones no reminder comes because of quiet hours. `undo` is an action."""
    message = "subscribed-already" if already else "subscribed"
    say, what = reader.wording, target_names(targets, programme, reader)
    lines = [say.line(message, what=what, leads=naming.leads(leads, reader))]
    if any(each.kind is not TargetKind.SESSION for each in targets):
        lines.append(_so_far(sessions, reader))
    if silent:
        lines.append(say.line("follow-in-quiet", titles=naming.titles(silent, reader)))
    unknown = sum(1 for each in sessions if each.start is None)
    if unknown:
        message = "subscribed-hours-unknown" if len(sessions) > 1 else "subscribed-hour-unknown"
        lines.append(say.line(message, count=unknown))
    schedule = programme.schedule(targets[0].event) if targets else None
    if reader.zone is None and schedule is not None:
        lines.append(say.line("subscribe-zone", city=city(say, schedule.event.timezone)))
    row = _commands(reader, leads="/leads") + (_commands(reader, undo=undo) if undo else ())
    return say.reply(lines, buttons=[row])


def _so_far(sessions: Sequence[Session], reader: Reader) -> Line:
    """The sessions that something followed selects at present."""
    say = reader.wording
    if not sessions:
        return say.line("follow-none-yet")
    return say.line("follow-sessions", count=len(sessions), titles=naming.titles(sessions, reader))


def subscribed_over(reader: Reader, programme: Programme, targets: Sequence[Target]) -> Reply:
    """That nothing is left to remind of."""
    what = target_names(targets, programme, reader)
    return reader.wording.reply([reader.wording.line("subscribed-over", what=what)])


def subscribe_what(reader: Reader, programme: Programme) -> Reply:
    """Asks what to follow, with the events' highlights to choose from."""
    say = reader.wording
    buttons = []
    for schedule in programme.schedules:
        if schedule.highlights:
            buttons.append(actions.follow_highlights(schedule, say))
        buttons.append(actions.follow_event(schedule, say))
    return say.reply([say.line("subscribe-what")], buttons=buttons)


def unsubscribed(
    reader: Reader, programme: Programme, targets: Sequence[Target], *, had: bool = True
) -> Reply:
    """That reminders of these are stopped, or were never set (`had` false)."""
    message = "unsubscribed" if had else "unsubscribed-not"
    what = target_names(targets, programme, reader)
    return reader.wording.reply([reader.wording.line(message, what=what)])


def subscriptions(
    reader: Reader,
    programme: Programme,
    followed: Sequence[tuple[Subscription, str]],
    leads: Iterable[timedelta],
) -> Reply:
    """Everything that a person follows; each with the action that stops it, as a button. `leads`
    are those that count where none were chosen for it alone."""
    say = reader.wording
    if not followed:
        buttons = [_offers(schedule, reader) for schedule in programme.schedules]
        return say.reply([say.line("subscriptions-none")], buttons=buttons)
    lines = [say.line("subscriptions", leads=naming.leads(leads, reader))]
    stops: list[Button] = []
    for number, (each, action) in enumerate(followed, 1):
        what = followed_name(each, programme, reader)
        lines.append(say.line("subscriptions-numbered", number=str(number), what=what))
        stops += actions.step(say.say("button-stop-number", number=str(number)), action)
    rows = [stops[at : at + 3] for at in range(0, len(stops), 3)]
    return say.reply(lines, buttons=[*rows, _commands(reader, leads="/leads")])


def stopped(reader: Reader) -> Reply:
    """That no more reminders come."""
    return told(reader, "stopped")


def why(
    reader: Reader,
    programme: Programme,
    because: Sequence[Subscription],
    leads: Iterable[timedelta],
) -> Reply:
    """Which of the things followed bring a message."""
    say = reader.wording
    if not because:
        return told(reader, "why-nothing")
    what = followed_names(because, programme, reader)
    return say.reply(
        [say.line("why", what=what), say.line("why-leads", leads=naming.leads(leads, reader))],
        buttons=[_commands(reader, leads="/leads")],
    )


def snoozed(reader: Reader, schedule: Schedule, at: datetime | None) -> Reply:
    """When the reminder comes again; None: it is too late for that."""
    if at is None:
        return told(reader, "snoozed-not")
    zone = reader.zone or schedule.event.timezone
    off = relative(at, schedule.event, reader)
    hour = reader.wording.say(
        "in-city", when=clock(to_local(at, zone)), city=city(reader.wording, zone)
    )
    return told(reader, "snoozed", relative=off, hour=hour)


def unknown_command(reader: Reader, command: str) -> Reply:
    """That there is no such command."""
    return told(reader, "unknown-command", command="/" + cut(command.lstrip("/")))


def greeting(
    reader: Reader, programme: Programme, *, replay: tuple[datetime, float] | None = None
) -> Reply:
    """What the terminal says at its start. `replay` is from when and how many times as fast."""
    say = reader.wording
    lines: list[Line] = []
    for schedule in programme.schedules:
        event = schedule.event
        lines.append(
            say.line(
                "terminal-event",
                event=say.fact(event.name),
                days=days(reader, event.first_day, event.last_day),
            )
        )
    home = programme.schedules[0].event.timezone if programme.schedules else "UTC"
    if replay is not None:
        at, speed = replay
        moment = naming.moment(at, home, reader)
        lines.append(say.line("terminal-replay", moment=moment, speed=f"{speed:g}"))
    else:
        lines.append(say.line("terminal-present", moment=naming.moment(reader.now, home, reader)))
    if not programme.schedules:
        lines.append(say.line("none-programme"))
    return say.reply([*lines, say.line("terminal-ask")])
