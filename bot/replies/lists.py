"""Lists of sessions: a heading that repeats how the question was read, and numbered entries.

The rule that lives here: every session of a list is shown, however long it is; sessions that
may be meant too, because their hour is not announced, are named apart from them.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import Line, Span
from bot.questions.question import Answer, Ask
from bot.replies.card import entry, join, who
from bot.replies.moments import Reader, city, clock, relative
from bot.replies.naming import titles
from bot.replies.scope import scope
from bot.schedule.model import Programme, Schedule, Session
from bot.schedule.times import to_local


def listing(
    sessions: Sequence[Session], programme: Programme, reader: Reader, *, ask: Ask = Ask.SESSIONS
) -> list[Line]:
    """A numbered list; who speaks and how to join too, where that was asked."""
    lines: list[Line] = []
    for number, session in enumerate(sessions, 1):
        lines += entry(number, session, programme.of(session), reader)
        if ask is Ask.WHO:
            lines += who(session, reader.wording)
    if ask is Ask.JOIN:
        ways = (join(each, programme.of(each), reader.wording) for each in sessions)
        lines += dict.fromkeys(line for way in ways for line in way)
    return lines


def heading(answer: Answer, programme: Programme, reader: Reader) -> Line:
    """What the list is, and which words of the question it goes by."""
    schedule = programme.of(answer.sessions[0])
    if answer.unsure:
        return reader.wording.line("answer-unsure")
    first = lead(answer.question.ask, answer.sessions, schedule, reader)
    by = scope(answer.question, schedule, reader)
    return reader.wording.join("dot", [first, by])


def lead(ask: Ask, sessions: Sequence[Session], schedule: Schedule, reader: Reader) -> Line:
    """What the sessions are to the question: so many, on now, next, for you."""
    say, count, start = reader.wording, len(sessions), sessions[0].start
    if ask is Ask.NOW:
        here = to_local(reader.now, schedule.event.timezone)
        hour = say.say("in-city", when=clock(here), city=city(say, schedule.event.timezone))
        text = say.say("answer-now", count=count, hour=hour)
    elif ask is Ask.NEXT and start is not None and start > reader.now:
        text = say.say("answer-next", relative=relative(start, schedule.event, reader))
    elif ask is Ask.RECOMMEND:
        text = say.say("answer-recommend", count=count)
    else:
        text = say.say("answer-count", count=count)
    return (Span(text=text, bold=True),)


def hour_unknown(answer: Answer, reader: Reader) -> Line:
    """The sessions that may be meant too, because their hour is not announced."""
    if not answer.hour_unknown:
        return ()
    named = titles(answer.hour_unknown, reader, most=5)
    return reader.wording.line("answer-hour-unknown", titles=named)
