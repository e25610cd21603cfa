"""How a question was read, in the programme's own names: `Tuesday 13 November · Salle X`.

Repeating it above a list lets people see at once when a word was taken wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time, timedelta

from bot.messages import Line, Span
from bot.questions.question import Question, Window
from bot.replies.moments import Reader, clock, day, days
from bot.schedule.model import Label, Schedule, Text
from bot.schedule.times import to_local

# The hours of a question that are told by their name.
_PARTS = {
    ("00:00", "12:00"): "part-morning",
    ("13:00", "18:00"): "part-afternoon",
    ("18:00", "00:00"): "part-evening",
}


def scope(question: Question, schedule: Schedule, reader: Reader) -> Line:
    """The filters of a question one after the other; empty where it has none."""
    wording = reader.wording
    facts: list[str | Text | Line] = [
        *_named(question.types, schedule.types),
        *question.formats,
        *_named(question.tracks, schedule.tracks),
        *question.speakers,
        *question.organisers,
        *_named(question.rooms, schedule.rooms),
        *(wording.locale.languages.get(code, code) for code in question.languages),
    ]
    if question.window is not None:
        facts.append(window(question.window, schedule, reader))
    if question.without is not None:
        without = question.without
        names = [
            *_named(without.types, schedule.types),
            *without.formats,
            *_named(without.tracks, schedule.tracks),
            *_named(without.rooms, schedule.rooms),
            *(*without.speakers, *without.organisers, *without.subjects),
        ]
        facts.append(wording.line("scope-without", names=wording.join("comma", names)))
    if question.topic:
        facts.append(wording.line("quoted", text=question.topic))
    return wording.join("dot", facts)


def window(window: Window, schedule: Schedule, reader: Reader) -> Line:
    """A span of time on the venue's clock; whole days by their names."""
    wording, zone = reader.wording, schedule.event.timezone
    if window.day is not None and window.whole_day:
        return (Span(text=day(reader, window.day)),)
    if window.days:
        return wording.join("comma", [day(reader, each) for each in window.days])
    start, end = to_local(window.start, zone), to_local(window.end, zone)
    if start.time() == end.time() == time():
        return (Span(text=days(reader, start.date(), end.date() - timedelta(days=1))),)
    part = _PARTS.get((clock(start), clock(end)))
    if part and window.day is not None:
        return wording.line("day-hour", day=day(reader, window.day), hour=wording.say(part))
    if start.date() == end.date() or window.day is not None:
        return wording.line(
            "day-hours", day=day(reader, start.date()), start=clock(start), end=clock(end)
        )
    return wording.line(
        "day-hour-until-day",
        day=day(reader, start.date()),
        hour=clock(start),
        last=day(reader, end.date()),
        end=clock(end),
    )


def _named(ids: Iterable[str], labels: Iterable[Label]) -> Iterable[Text | str]:
    names = {label.id: label.name for label in labels}
    return (names.get(id, id) for id in ids)
