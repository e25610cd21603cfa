"""What stands around an answer: the event is over, whose clock it is, how old the facts are."""

from __future__ import annotations

from bot.messages import Line
from bot.replies.moments import Reader, city, day
from bot.replies.naming import called
from bot.schedule.model import Schedule
from bot.schedule.times import to_local


def over(schedule: Schedule, reader: Reader) -> Line:
    """That the event is over, once it is."""
    event = schedule.event
    if to_local(reader.now, event.timezone).date() <= event.last_day:
        return ()
    last = day(reader, event.last_day)
    return reader.wording.line("event-over", event=called(event, reader.wording), last=last)


def footer(schedule: Schedule, reader: Reader, *, clock: bool = False) -> Line:
    """Whose clock the hours of a list are on, and how old the programme is."""
    say, zone = reader.wording, schedule.event.timezone
    facts: list[str | Line] = []
    if clock:
        facts.append(say.line("footer-clock", city=city(say, zone)))
    if schedule.as_of is not None:
        on = day(reader, to_local(schedule.as_of, zone).date())
        facts.append(say.line("footer-as-of", day=on))
    return say.join("dot", facts)
