"""A session as lines: the full card, and the short entry of a list.

The rule that lives here: a card always says when, where, who and how to join, or that this is
not announced, so that a misread question does little harm.
"""

from __future__ import annotations

from datetime import timedelta

from bot.messages import Line, Span
from bot.questions.question import Ask
from bot.replies.moments import Reader, when
from bot.replies.wording import Wording, capital, clean
from bot.schedule.model import Contributor, Mode, Schedule, Session, Status


def card(
    session: Session, schedule: Schedule, reader: Reader, *, said: Ask | None = None
) -> tuple[Line, ...]:
    """Everything that people need of a session, a line for each thing, apart from what has been
    `said` already (when, where, who or how to join)."""
    wording = reader.wording
    lines = [
        heading(session, wording),
        *status(session, schedule, reader),
        full_when(session, schedule, reader) if said is not Ask.WHEN else (),
        full_where(session, schedule, wording) if said is not Ask.WHERE else (),
        kind(session, schedule, wording),
        *(who(session, wording) if said is not Ask.WHO else ()),
        _languages(session, wording),
        wording.alone(session.summary),
        wording.line("card-note", note=wording.fact(session.note)) if session.note else (),
        *(join(session, schedule, wording) if said is not Ask.JOIN else ()),
        (Span(text=wording.say("card-page"), link=session.url),) if session.url else (),
    ]
    return tuple(line for line in lines if line)


def entry(number: int, session: Session, schedule: Schedule, reader: Reader) -> tuple[Line, ...]:
    """Two lines for a list: what it is, and when and where."""
    wording = reader.wording
    title = wording.line("entry", number=str(number), title=heading(session, wording))
    facts: list[Line] = [*status(session, schedule, reader, short=True)]
    facts += [when(session, schedule.event, reader, short=True), where(session, schedule, wording)]
    return title, wording.join("dot", facts)


def heading(session: Session, wording: Wording) -> Line:
    """The title, with the code by which the programme calls it."""
    title = name(session, wording)
    bold: Line = (Span(text=title, bold=True),)
    if session.code is None or session.code.casefold() in title.casefold():
        return wording.alone(bold)
    return wording.line("card-code", title=bold, code=session.code)


def name(session: Session, wording: Wording) -> str:
    """The title alone, as text; the id where nothing of the title can be seen."""
    return wording.fact(session.title) or session.id


def status(
    session: Session, schedule: Schedule, reader: Reader, *, short: bool = False
) -> tuple[Line, ...]:
    """What to know before all else: cancelled, postponed or not confirmed."""
    say = reader.wording.say
    lines: list[Line] = []
    if session.status is Status.POSTPONED:
        known = session.start is not None and session.start > reader.now
        said = say("card-postponed-to" if known and not short else "card-postponed")
        lines.append((Span(text=said, bold=True),))
    elif session.status in (Status.CANCELLED, Status.TENTATIVE):
        lines.append((Span(text=say(f"card-{session.status}"), bold=True),))
    if not short:
        lines.append(instead(session, schedule, reader.wording))
    return tuple(line for line in lines if line)


def instead(session: Session, schedule: Schedule, wording: Wording) -> Line:
    """What is on in the place of a session that is not."""
    other = schedule.session(session.instead) if session.instead else None
    return wording.line("card-instead", session=heading(other, wording)) if other else ()


def full_when(session: Session, schedule: Schedule, reader: Reader) -> Line:
    """When, with the length where only that is known."""
    said = when(session, schedule.event, reader)
    if session.start is not None or session.duration is None:
        return capital(said)
    return capital(reader.wording.join("dot", [said, lasts(session, reader.wording)]))


def lasts(session: Session, wording: Wording) -> Line:
    """How long it takes, or that this is not announced."""
    length = session.duration
    if length is None and session.start and session.end:
        length = session.end - session.start
    if length is None:
        return (Span(text=wording.say("length-unknown")),)
    return (Span(text=wording.say("lasts", minutes=length // timedelta(minutes=1))),)


def where(session: Session, schedule: Schedule, wording: Wording) -> Line:
    """The room, and the address if it is not the event's own."""
    room = schedule.room_of(session)
    if room is not None:
        return wording.join("dot", [room.name, room.address])
    if schedule.event.mode is Mode.ONLINE:
        return ()
    return (Span(text=wording.say("card-room-unknown")),)


def full_where(session: Session, schedule: Schedule, wording: Wording) -> Line:
    """Where, as a line of its own."""
    said = where(session, schedule, wording)
    return said if schedule.room_of(session) or not said else capital(said)


def kind(session: Session, schedule: Schedule, wording: Wording) -> Line:
    """What kind of session it is, and in which track."""
    types = {label.id: label.name for label in schedule.types}
    tracks = {label.id: label.name for label in schedule.tracks}
    facts = [
        types.get(session.type) if session.type else None,
        session.format,
        tracks.get(session.track) if session.track else None,
    ]
    return wording.join("dot", facts)


def who(session: Session, wording: Wording) -> tuple[Line, ...]:
    """The speakers and the organisers, as far as they are named."""
    lines = (
        people("card-speakers", session.speakers, wording),
        people("card-organisers", session.organisers, wording),
    )
    return tuple(line for line in lines if line)


def people(message: str, named: tuple[Contributor, ...], wording: Wording) -> Line:
    """Names with what stands in brackets behind them; nothing where nobody is named."""
    if not named:
        return ()
    names = wording.join("comma", [_person(each, wording) for each in named])
    return wording.line(message, count=len(named), names=names)


def _person(person: Contributor, wording: Wording) -> Line:
    if not person.details:
        return (Span(text=clean(person.name)),)
    details = clean("; ".join(person.details))
    return wording.line("card-person", name=person.name, details=details)


def _languages(session: Session, wording: Wording) -> Line:
    if not session.languages:
        return ()
    names = [wording.locale.languages.get(code, code) for code in session.languages]
    said = wording.join("comma", names)
    return wording.line("card-languages", count=len(names), languages=said)


def join(session: Session, schedule: Schedule, wording: Wording) -> tuple[Line, ...]:
    """How to take part remotely: the link of the session or its room; the event's page, said
    to be no more than that; or that none is announced."""
    event, link = schedule.event, schedule.join_of(session)
    if link is None:
        silent = event.mode is Mode.IN_PERSON
        return () if silent else (wording.line("join-none"),)
    span = Span(text=clean(link), link=link)
    if link != event.join:
        return (wording.line("join-own", link=span),)
    if event.join_note is None:
        return (wording.line("join-event", link=span),)
    return (wording.line("join-event-note", note=wording.fact(event.join_note), link=span),)
