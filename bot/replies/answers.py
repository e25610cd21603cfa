"""An `Answer` as a reply in the reader's language: the thing asked for first, then the card or
the list, then what to do next.

The rule that lives here: what is shown as the answer is exactly `answer.sessions`; candidates
and suggestions are said to be that.
"""

from __future__ import annotations

from datetime import datetime

from bot.messages import Line, Reply
from bot.questions.question import Answer, AnswerKind, Ask
from bot.replies import actions, events, refusals
from bot.replies.card import card, join, lasts, who
from bot.replies.lists import heading, hour_unknown, lead, listing
from bot.replies.margins import footer, over
from bot.replies.moments import Reader, relative, when
from bot.replies.wording import capital, wording
from bot.schedule.model import Mode, Programme, Schedule, Session


def render(
    answer: Answer, *, programme: Programme, language: str, zone: str | None, now: datetime
) -> Reply:
    """What to say to a person who reads `language` and lives in `zone` (None: not known)."""
    reader = Reader(wording=wording(language), zone=zone, now=now)
    if answer.kind is AnswerKind.HELP:
        return events.small_talk(answer, programme, reader)
    if answer.kind is AnswerKind.EVENT:
        return events.event(answer, programme, reader)
    if answer.kind is AnswerKind.REMINDER:
        return events.errand(answer, programme, reader)
    if answer.kind is AnswerKind.NONE or not answer.sessions:
        return refusals.refusal(answer, programme, reader)
    return _sessions(answer, programme, reader)


def show(
    session: Session, schedule: Schedule, *, language: str, zone: str | None, now: datetime
) -> Reply:
    """The card of one session, as the button of a list opens it."""
    return _one(session, schedule, None, Reader(wording=wording(language), zone=zone, now=now))


def _sessions(answer: Answer, programme: Programme, reader: Reader) -> Reply:
    sessions, say = answer.sessions, reader.wording
    schedule = programme.of(sessions[0])
    if len(sessions) == 1 and not answer.unsure:
        return _one(sessions[0], schedule, answer, reader)
    buttons = list(actions.titled(sessions, say) if answer.unsure else actions.numbered(sessions))
    if not answer.unsure and any(
        actions.to_come(each, programme.of(each), reader) for each in sessions
    ):
        buttons.append(actions.step(say.say("button-remind-all"), "fa"))
    return say.reply(
        [over(schedule, reader), heading(answer, programme, reader)],
        listing(sessions, programme, reader, ask=answer.question.ask),
        [hour_unknown(answer, reader), footer(schedule, reader, clock=True)],
        buttons=buttons,
    )


def _one(session: Session, schedule: Schedule, answer: Answer | None, reader: Reader) -> Reply:
    ask = answer.question.ask if answer else Ask.SESSIONS
    say, first = reader.wording, _first(ask, session, schedule, reader)
    remind = actions.to_come(session, schedule, reader)
    return say.reply(
        [over(schedule, reader), *first],
        card(session, schedule, reader, said=ask if first else None),
        [hour_unknown(answer, reader) if answer else (), footer(schedule, reader)],
        buttons=[
            actions.follow(session, say) + actions.calendar(session, say) if remind else (),
            actions.links(session, schedule, say),
        ],
    )


def _first(ask: Ask, session: Session, schedule: Schedule, reader: Reader) -> tuple[Line, ...]:
    """What was asked for, in words."""
    say = reader.wording
    if ask is Ask.WHEN and session.takes_place:
        return (_when(session, schedule, reader),)
    if ask is Ask.LENGTH:
        return (capital(lasts(session, say)),)
    if ask is Ask.WHERE:
        return _where(session, schedule, reader)
    if ask is Ask.WHO:
        unnamed = () if session.speakers else (say.line("answer-who-unknown"),)
        return (*unnamed, *who(session, say))
    if ask is Ask.JOIN:
        return join(session, schedule, say) or (say.line("answer-join-on-site"),)
    if ask in (Ask.NOW, Ask.NEXT, Ask.COUNT, Ask.RECOMMEND):
        return (lead(ask, (session,), schedule, reader),)
    return ()


def _when(session: Session, schedule: Schedule, reader: Reader) -> Line:
    say, event = reader.wording, schedule.event
    said = when(session, event, reader)
    if session.start is None:
        return say.line("answer-when-unknown", when=said)
    if session.start > reader.now:
        return say.line("answer-when", when=said, relative=relative(session.start, event, reader))
    if session.end is not None and session.end > reader.now:
        return say.line("answer-when-running", when=said)
    return say.line("answer-when-past", when=said)


def _where(session: Session, schedule: Schedule, reader: Reader) -> tuple[Line, ...]:
    say, room, event = reader.wording, schedule.room_of(session), schedule.event
    if event.mode is Mode.ONLINE and room is None:
        return (say.line("answer-where-online"), *join(session, schedule, say))
    if room is None:
        venue = say.line("answer-venue", place=event.venue) if event.venue else ()
        return tuple(line for line in (say.line("answer-where-unknown"), venue) if line)
    place = say.join("comma", [room.name, room.address or event.venue])
    return (say.line("answer-where", place=place),)
