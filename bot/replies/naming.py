"""What to call things in passing: events, what people follow, spans of time, languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from babel import Locale

from bot.messages import Line, Reply, Span
from bot.reminders.person import Subscription
from bot.replies.card import name
from bot.replies.moments import Reader, city, clock, day
from bot.replies.wording import Wording
from bot.schedule.model import Event, Programme, Session, Text
from bot.schedule.targets import Target, TargetKind
from bot.schedule.times import to_local


def called(event: Event, wording: Wording) -> str:
    """What people call an event in passing: the first of its other names, if that is shorter."""
    name = event.name.in_language(wording.language)
    short = event.also[0] if event.also else name
    return wording.fact(short if len(short) < len(name) else name)


def target_name(target: Target, programme: Programme, reader: Reader) -> Line:
    """What is followed, in words: `the highlights of IGF 2018`, a title, `Salle X (room)`."""
    say, schedule = reader.wording, programme.schedule(target.event)
    event = called(schedule.event, say) if schedule else target.event
    if target.kind in (TargetKind.HIGHLIGHTS, TargetKind.EVENT):
        return say.line(f"target-{target.kind}", event=event)
    value: str | Text = target.asked[1] if target.kind is TargetKind.QUERY else target.value
    if schedule is not None:
        session = schedule.session(target.value)
        names = {
            TargetKind.ROOM: {each.id: each.name for each in schedule.rooms},
            TargetKind.TYPE: {each.id: each.name for each in schedule.types},
            TargetKind.TRACK: {each.id: each.name for each in schedule.tracks},
            TargetKind.SESSION: {session.id: session.title} if session else {},
        }.get(target.kind, {})
        value = names.get(target.value, value)
    return say.line(f"target-{target.kind}", name=say.fact(value))


def titles(sessions: Sequence[Session], reader: Reader, most: int = 3) -> Line:
    """The titles of the first of some sessions, `most` at most, and how many more there are."""
    say = reader.wording
    found: list[Line] = [(Span(text=name(each, say)),) for each in sessions[:most]]
    more = len(sessions) - most
    found += [(Span(text=say.say("and-more", count=more)),)] if more > 0 else []
    return say.join("dot", found)


def lead(span: timedelta, reader: Reader) -> str:
    """A span of time, such as before a session: `1 day`, `90 minutes`."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    if seconds:
        return reader.wording.say("lead-seconds", count=minutes * 60 + seconds)
    for unit, size in (("days", 24 * 60), ("hours", 60)):
        if minutes and minutes % size == 0:
            return reader.wording.say(f"lead-{unit}", count=minutes // size)
    return reader.wording.say("lead-minutes", count=minutes)


def leads(spans: Iterable[timedelta], reader: Reader) -> str:
    """Several spans, longest first, so that they do not read as a sum: `1 day, then 1 hour`."""
    between = reader.wording.say("then")
    return between.join(lead(span, reader) for span in sorted(spans, reverse=True))


def moment(at: datetime, zone: str, reader: Reader) -> Line:
    """An instant on a zone's clock: `Tuesday 13 November, 08:30 (Paris)`."""
    local = to_local(at, zone)
    said = reader.wording.line("day-hour", day=day(reader, local.date()), hour=clock(local))
    return reader.wording.line("in-city", when=said, city=city(reader.wording, zone))


def target_names(targets: Sequence[Target], programme: Programme, reader: Reader) -> Line:
    """Several followed things, one after the other."""
    names = [target_name(each, programme, reader) for each in targets]
    return reader.wording.join("dot", names)


def followed_name(followed: Subscription, programme: Programme, reader: Reader) -> Line:
    """What is followed, and when reminders of it come if that was chosen for it alone."""
    what = target_name(followed.target, programme, reader)
    if followed.leads is None:
        return what
    return reader.wording.line("own-leads", what=what, leads=leads(followed.leads, reader))


def followed_names(followed: Sequence[Subscription], programme: Programme, reader: Reader) -> Line:
    """Several followed things, one after the other."""
    names = [followed_name(each, programme, reader) for each in followed]
    return reader.wording.join("dot", names)


def own_name(code: str) -> str:
    """What a language calls itself."""
    name = Locale.parse(code).get_language_name(code) or code
    return name[:1].upper() + name[1:]


def cut(text: str, most: int = 60) -> str:
    """What someone wrote, short enough to repeat."""
    return text if len(text) <= most else text[: most - 1] + "…"


def told(reader: Reader, message: str, /, **parts: str | int) -> Reply:
    """A reply of one message that needs no more than its own words."""
    return reader.wording.reply(reader.wording.lines(message, **parts))
