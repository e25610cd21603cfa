"""What the bot says about a person's settings: leads, zone, language, quiet hours, data.

Every refusal repeats what was written and names the cure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import time, timedelta

from bot.messages import Button, Reply
from bot.replies import actions, naming
from bot.replies.moments import Reader, city, clock
from bot.replies.naming import cut, own_name, target_names, told
from bot.replies.wording import languages
from bot.schedule.model import Programme
from bot.schedule.targets import Target
from bot.schedule.times import to_local


def leads(reader: Reader, spans: Iterable[timedelta], *, changed: bool = False) -> Reply:
    """How long before a session reminders come."""
    said = naming.leads(spans, reader)
    return told(reader, "leads-set" if changed else "leads-now", leads=said)


def leads_invalid(reader: Reader, text: str) -> Reply:
    """That a text is not times before a session, and how to write them."""
    return told(reader, "leads-invalid", text=cut(text))


def zone(reader: Reader, default: str, *, changed: bool = False) -> Reply:
    """The reader's zone with the hour there; `default` is the zone used while it is not known."""
    say = reader.wording
    if reader.zone is None:
        return told(reader, "zone-none", city=city(say, default))
    hour = clock(to_local(reader.now, reader.zone))
    message = "zone-set" if changed else "zone-now"
    return told(reader, message, zone=city(say, reader.zone), hour=hour)


def zone_unknown(reader: Reader, text: str, suggestion: str | None = None) -> Reply:
    """That a zone is not known, with the one that may be meant as a button."""
    say = reader.wording
    if suggestion is None:
        return told(reader, "zone-unknown", text=cut(text))
    near = city(say, suggestion)
    line = say.line("zone-suggestion", text=cut(text), zone=near)
    return say.reply([line], buttons=[actions.step(near, f"/timezone {suggestion}")])


def language_set(reader: Reader) -> Reply:
    """Said in the language just chosen."""
    return told(reader, "language-set")


def language_choice(reader: Reader, unknown: str | None = None) -> Reply:
    """The languages as buttons, each by its own name; `unknown` is what was not one of them."""
    say = reader.wording
    line = say.line("language-choose")
    if unknown is not None:
        line = say.line("language-unknown", text=cut(unknown))
    row = [Button(label=own_name(code), action=f"/language {code}") for code in languages()]
    return say.reply([line], buttons=[row[at : at + 4] for at in range(0, len(row), 4)])


def quiet(reader: Reader, start: time | None, end: time | None) -> Reply:
    """The hours in which nothing is sent, or that there are none."""
    if start is None or end is None:
        return told(reader, "quiet-off")
    return told(reader, "quiet-set", start=f"{start:%H:%M}", end=f"{end:%H:%M}")


def forget_sure(reader: Reader, action: str) -> Reply:
    """Asks before everything about the person is deleted by `action`."""
    say = reader.wording
    buttons = [actions.step(say.say("button-forget"), action)]
    return say.reply([say.line("forget-sure")], buttons=buttons)


def mydata(
    reader: Reader,
    programme: Programme,
    *,
    followed: Sequence[Target],
    leads: Iterable[timedelta],
    addresses: Sequence[str],
    quiet: tuple[time, time] | None = None,
) -> Reply:
    """Everything that is kept about a person."""
    say = reader.wording
    lines = [
        say.line("mydata"),
        say.line("mydata-addresses", addresses=say.join("comma", addresses)),
        say.line("mydata-language", language=own_name(say.language)),
        say.line("mydata-leads", leads=naming.leads(leads, reader)),
    ]
    if reader.zone:
        lines.append(say.line("mydata-zone", zone=reader.zone))
    if quiet:
        start, end = (f"{each:%H:%M}" for each in quiet)
        lines.append(say.line("mydata-quiet", start=start, end=end))
    if followed:
        lines.append(say.line("mydata-follows", what=target_names(followed, programme, reader)))
    return say.reply([*lines, say.line("mydata-forget")])
