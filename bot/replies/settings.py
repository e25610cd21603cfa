"""What the bot says about a person's settings: leads, zone, language, quiet hours, digest.

Every refusal repeats what was written and names the cure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import time, timedelta

from bot.messages import Button, Line, Reply
from bot.reminders.quiet import Hours
from bot.replies import actions, naming
from bot.replies.moments import Reader, city, clock
from bot.replies.naming import cut, own_name, told
from bot.replies.wording import languages
from bot.schedule.model import Session
from bot.schedule.times import to_local

_NIGHTS = ("22:00 07:00", "23:00 08:00")
_MORNINGS = ("07:00", "07:30", "08:00")


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


def quiet(reader: Reader, hours: Hours | None, home: str, silent: Sequence[Session] = ()) -> Reply:
    """The hours in which nothing is sent, or that there are none, and how to change that.
    `home` is the zone whose hours count while the reader's is not known; of `silent` sessions
    no reminder comes any more because of the hours."""
    say = reader.wording
    if hours is None:
        lines = [say.line("quiet-off"), say.line("quiet-how")]
        row = [Button(label=each.replace(" ", "–"), action=f"/quiet {each}") for each in _NIGHTS]
        return say.reply(lines, buttons=[row])
    start, end = (f"{hour:%H:%M}" for hour in hours)
    lines = [say.line("quiet-set", start=start, end=end), *_clock_of(home, reader)]
    if silent:
        lines.append(say.line("follow-in-quiet", titles=naming.titles(silent, reader)))
    return say.reply(lines, buttons=[actions.step(say.say("button-off"), "/quiet off")])


def quiet_invalid(reader: Reader, text: str) -> Reply:
    """That a text is not two hours of the day, and how to write them."""
    return told(reader, "quiet-invalid", text=cut(text))


def digest(reader: Reader, hour: time | None, home: str) -> Reply:
    """When the reader gets their day, or that they do not, and how to change that."""
    say = reader.wording
    if hour is None:
        lines = [say.line("digest-off"), say.line("digest-how")]
        row = [Button(label=each, action=f"/digest {each}") for each in _MORNINGS]
        return say.reply(lines, buttons=[row])
    lines = [say.line("digest-set", hour=f"{hour:%H:%M}"), *_clock_of(home, reader)]
    return say.reply(lines, buttons=[actions.step(say.say("button-off"), "/digest off")])


def digest_invalid(reader: Reader, text: str) -> Reply:
    """That a text is not an hour of the day, and how to write one."""
    return told(reader, "digest-invalid", text=cut(text))


def why_digest(reader: Reader, hour: time | None) -> Reply:
    """Why someone gets their day."""
    if hour is None:
        return told(reader, "why-nothing")
    say = reader.wording
    line = say.line("why-digest", hour=f"{hour:%H:%M}")
    return say.reply([line], buttons=[actions.step(say.say("button-stop"), "/digest off")])


def _clock_of(home: str, reader: Reader) -> list[Line]:
    """By whose clock hours are meant, where the reader did not say where they are."""
    if reader.zone is not None:
        return []
    return [reader.wording.line("subscribe-zone", city=city(reader.wording, home))]
