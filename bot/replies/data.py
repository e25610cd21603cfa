"""Everything that is kept about a person, and what they are asked before it is deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.messages import Line, Reply
from bot.reminders.person import Person, Subscription
from bot.replies import actions, naming
from bot.replies.moments import Reader, day
from bot.replies.naming import own_name
from bot.schedule.model import Programme
from bot.schedule.times import day_of


def mydata(
    reader: Reader,
    programme: Programme,
    person: Person,
    *,
    chats: Sequence[tuple[str, bool]],
    followed: Sequence[Subscription],
    leads: Iterable[timedelta],
    messages: int,
) -> Reply:
    """Everything. `chats` are addresses, each with whether reminders come there; `leads` those
    that count for the person; `messages` how many to them are on record."""
    say = reader.wording
    since = day_of(person.created, person.zone or "UTC")
    lines = [
        say.line("mydata"),
        say.line("mydata-addresses", addresses=say.join("comma", _chats(chats, reader))),
        say.line("mydata-since", day=day(reader, since)),
        *_languages(person, reader),
        say.line("mydata-leads", leads=naming.leads(leads, reader)),
    ]
    if person.zone:
        lines.append(say.line("mydata-zone", zone=person.zone))
    if person.quiet:
        start, end = (f"{each:%H:%M}" for each in person.quiet)
        lines.append(say.line("mydata-quiet", start=start, end=end))
    if person.digest:
        lines.append(say.line("mydata-digest", hour=f"{person.digest:%H:%M}"))
    if followed:
        what = naming.followed_names(followed, programme, reader)
        lines.append(say.line("mydata-follows", what=what))
    lines.append(say.line("mydata-messages", count=messages))
    return say.reply([*lines, say.line("mydata-forget")])


def forget_sure(reader: Reader, action: str) -> Reply:
    """Asks before everything about the person is deleted by `action`."""
    say = reader.wording
    buttons = [actions.step(say.say("button-forget"), action)]
    return say.reply([say.line("forget-sure")], buttons=buttons)


def _chats(chats: Sequence[tuple[str, bool]], reader: Reader) -> list[str | Line]:
    """Addresses; of several, also to which of them reminders come."""
    marked = len(chats) > 1
    return [
        reader.wording.line("mydata-reminded", address=address) if preferred and marked else address
        for address, preferred in chats
    ]


def _languages(person: Person, reader: Reader) -> list[Line]:
    """The language that was chosen, and the one that was last written in."""
    known = (("mydata-language", person.language), ("mydata-heard", person.heard))
    return [reader.wording.line(id, language=own_name(code)) for id, code in known if code]
