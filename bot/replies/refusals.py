"""Why there is no answer, and what to try next.

The rule that lives here: a refusal names its cause; suggestions come after it and are said not
to be the answer.
"""

from __future__ import annotations

from bot.messages import Line, Reply
from bot.questions.question import Answer, Reason
from bot.replies import actions
from bot.replies.lists import hour_unknown, listing
from bot.replies.margins import footer
from bot.replies.moments import Reader, day, days
from bot.replies.naming import called
from bot.replies.scope import window
from bot.schedule.model import Programme, Schedule

_ABOUT_A_NAME = (
    Reason.NOT_IN_PROGRAMME,
    Reason.NO_SUCH_ROOM,
    Reason.NO_SUCH_CODE,
    Reason.NO_SUCH_PERSON,
)


def refusal(answer: Answer, programme: Programme, reader: Reader) -> Reply:
    """Says why, and offers the next step."""
    say = reader.wording
    schedule = answer.schedule or next(iter(programme.schedules), None)
    if schedule is None:
        return say.reply([say.line("none-programme")])
    why = [_why(answer, schedule, reader), hour_unknown(answer, reader)]
    if not answer.suggestions:
        next_step = _next_step(answer, schedule, reader)
        about_it = answer.reason not in (Reason.OFF_TOPIC, Reason.EMPTY)
        return say.reply([*why, next_step], [footer(schedule, reader)] if about_it else [])
    return say.reply(
        why,
        [say.line("none-suggestions"), *listing(answer.suggestions, programme, reader)],
        [footer(schedule, reader, clock=True)],
        buttons=actions.numbered(answer.suggestions),
    )


def _why(answer: Answer, schedule: Schedule, reader: Reader) -> Line:
    say, event = reader.wording, schedule.event
    reason = answer.reason or (
        Reason.NOTHING_THEN if answer.hour_unknown else Reason.NOT_IN_PROGRAMME
    )
    if answer.question.besides and reason in (Reason.NOT_IN_PROGRAMME, Reason.NOTHING_THEN):
        return say.line("none-more")
    message = f"none-{reason}"
    if answer.name and reason in _ABOUT_A_NAME:
        message += "-named"
    if reason is Reason.NOTHING_THEN and answer.question.window is not None:
        when = window(answer.question.window, schedule, reader)
        return say.line("none-nothing-then-window", when=when)
    return say.line(
        message,
        event=called(event, say),
        name=answer.name,
        days=days(reader, event.first_day, event.last_day),
        last=day(reader, event.last_day),
    )


def _next_step(answer: Answer, schedule: Schedule, reader: Reader) -> Line:
    """What may be asked instead: the rooms that there are, or any question that works."""
    say = reader.wording
    if answer.reason is Reason.NO_SUCH_ROOM and schedule.rooms:
        rooms = say.join("comma", [room.name for room in schedule.rooms])
        return say.line("none-rooms", rooms=rooms)
    return say.line("none-try")
