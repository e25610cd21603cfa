"""Answers that are not sessions: facts of the event, its questions and answers, help and small
talk, and what a reminder would be about.
"""

from __future__ import annotations

from datetime import timedelta

from bot.messages import Line, Reply, Span
from bot.questions.question import Answer, Ask, Errand
from bot.replies import actions
from bot.replies.lists import listing
from bot.replies.margins import footer, over
from bot.replies.moments import Reader, days
from bot.replies.naming import called, leads, target_name
from bot.replies.wording import Rows, clean
from bot.schedule.model import Event, Programme, Schedule


def event(answer: Answer, programme: Programme, reader: Reader) -> Reply:
    """A prepared answer of the event, or its facts with the one asked for first."""
    say = reader.wording
    schedule = answer.schedule or next(iter(programme.schedules), None)
    if schedule is None:
        return say.reply([say.line("none-programme")])
    if answer.faq is None:
        said = facts(schedule, reader, first=answer.question.ask)
    else:
        said = [say.alone(answer.faq.answer)]
        said += [_link("event-source", link, reader) for link in answer.faq.sources[:2]]
    return say.reply(
        [over(schedule, reader)],
        said,
        [footer(schedule, reader)],
        buttons=_buttons(schedule, reader),
    )


def facts(schedule: Schedule, reader: Reader, *, first: Ask = Ask.EVENT) -> list[Line]:
    """What the schedule says of the event, a line for each fact; `first` leads."""
    say, event = reader.wording, schedule.event
    said: dict[Ask, list[Line]] = {
        Ask.EVENT: [say.alone((Span(text=say.fact(event.name), bold=True),))],
        Ask.WHEN: [say.line("event-when", days=days(reader, event.first_day, event.last_day))],
        Ask.WHERE: [say.line("event-where", place=event.venue)] if event.venue else [],
        Ask.WHO: [say.line("event-host", host=say.fact(event.host))] if event.host else [],
        Ask.RECOMMEND: [say.line("event-theme", theme=say.fact(event.theme))]
        if event.theme
        else [],
        Ask.COUNT: [say.line("event-count", count=sum(1 for _ in schedule.shown))],
        Ask.JOIN: _join(event, reader),
        Ask.HELP: [_link("event-site", event.url, reader)] if event.url else [],
    }
    order = sorted(said, key=lambda ask: ask is not first)
    return [line for ask in order for line in said[ask]]


def _join(event: Event, reader: Reader) -> list[Line]:
    if event.join is None:
        return [reader.wording.line("join-none")]
    note = reader.wording.alone(event.join_note)
    return [_link("event-join", event.join, reader), note]


def _link(message: str, link: str, reader: Reader) -> Line:
    return reader.wording.line(message, link=Span(text=clean(link), link=link))


def _buttons(schedule: Schedule, reader: Reader) -> Rows:
    return (actions.follow_highlights(schedule, reader.wording),) if schedule.highlights else ()


def small_talk(answer: Answer, programme: Programme, reader: Reader) -> Reply:
    """A greeting, thanks, goodbye, or what the bot can do."""
    ask = answer.question.ask
    message = f"small-{ask}" if ask in (Ask.HELLO, Ask.THANKS, Ask.BYE) else "help"
    schedule = answer.schedule or next(iter(programme.schedules), None)
    if schedule is None:
        return reader.wording.reply(reader.wording.lines("help-without-event"))
    name = called(schedule.event, reader.wording)
    example = next((each.code for each in schedule.shown if each.code), schedule.event.name)
    lines = reader.wording.lines(message, event=name, example=str(example))
    return reader.wording.reply(lines, buttons=_buttons(schedule, reader))


def errand(answer: Answer, programme: Programme, reader: Reader) -> Reply:
    """What a reminder errand is about, and the step that does it."""
    say, question = reader.wording, answer.question
    if question.errand is Errand.LIST:
        return say.reply([say.line("errand-list")])
    if question.errand is Errand.STOP_ALL:
        return say.reply([say.line("errand-stop-all")])
    names = say.join("dot", [target_name(each, programme, reader) for each in answer.targets])
    if question.errand is Errand.STOP:
        return say.reply(
            [say.line("errand-stop", what=names) if names else say.line("errand-list")]
        )
    if not names and not answer.sessions:
        return say.reply([say.line("errand-what")])
    schedule = answer.schedule or next(iter(programme.schedules), None)
    chosen = question.leads or (schedule.reminders.before if schedule else (timedelta(hours=1),))
    lines = [say.line("errand-set", leads=leads(chosen, reader))]
    lines += listing(answer.sessions, programme, reader) if answer.sessions else [names]
    if len(answer.sessions) == 1:
        return say.reply(lines, buttons=[actions.follow(answer.sessions[0], say)])
    return say.reply(lines, buttons=[actions.step(say.say("button-remind-all"), "fa")])
