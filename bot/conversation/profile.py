"""A person's settings: leads, time zone, language, quiet hours, the hour of their digest."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.following import silenced
from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.reminders.hours import HoursError, parse_hours
from bot.reminders.leads import LeadsError, parse_leads
from bot.reminders.quiet import parse_quiet
from bot.replies import settings
from bot.replies.naming import told
from bot.replies.wording import languages, wording
from bot.schedule.times import known_zone, suggest_zone
from bot.store import people


async def leads(turn: Turn, text: str) -> Reply:
    """`/leads 1d 1h 10m`: how long before a session reminders come."""
    if not text:
        return settings.leads(turn.reader, turn.leads())
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    try:
        chosen = parse_leads(text)
    except LeadsError:
        return settings.leads_invalid(turn.reader, text)
    await turn.store.do(people.set_leads, turn.person.id, chosen)
    return settings.leads(turn.reader, chosen, changed=True)


async def zone(turn: Turn, text: str) -> Reply:
    """`/timezone Nairobi`: the clock that the person lives by."""
    if not text:
        schedule = next(iter(turn.programme.schedules), None)
        return settings.zone(turn.reader, schedule.event.timezone if schedule else "UTC")
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    near = text if known_zone(text) else suggest_zone(text)
    if near is None or not _names_city(text, near):
        return settings.zone_unknown(turn.reader, text, near)
    await turn.store.do(people.set_zone, turn.person.id, near)
    return settings.zone(replace(turn.reader, zone=near), near, changed=True)


async def language(turn: Turn, text: str) -> Reply:
    """`/language fr`: the language to write in, whatever the question's."""
    if not text:
        return settings.language_choice(turn.reader)
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    code = _language_named(text)
    if code is None:
        return settings.language_choice(turn.reader, unknown=text)
    await turn.store.do(people.set_language, turn.person.id, code)
    return settings.language_set(replace(turn.reader, wording=wording(code)))


async def quiet(turn: Turn, text: str) -> Reply:
    """`/quiet 22:00 07:00`: the hours in which nothing is sent; `/quiet off`: none."""
    if not text:
        return settings.quiet(turn.reader, turn.person.quiet, turn.home)
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    try:
        hours = None if _is_off(text) else parse_quiet(text)
    except HoursError:
        return settings.quiet_invalid(turn.reader, text)
    await turn.store.do(people.set_quiet, turn.person.id, hours)
    silent = await silenced(replace(turn, person=replace(turn.person, quiet=hours)))
    return settings.quiet(turn.reader, hours, turn.home, silent)


async def digest(turn: Turn, text: str) -> Reply:
    """`/digest 07:30`: when the person gets their day; `/digest off`: never."""
    if not text:
        return settings.digest(turn.reader, turn.person.digest, turn.home)
    if not turn.may_change_reminders:
        return told(turn.reader, "group-admins-only")
    try:
        hour = None if _is_off(text) else parse_hours(text, 1)[0]
    except HoursError:
        return settings.digest_invalid(turn.reader, text)
    await turn.store.do(people.set_digest, turn.person.id, hour)
    return settings.digest(turn.reader, hour, turn.home)


def _is_off(text: str) -> bool:
    return text.strip().casefold() == "off"


def _names_city(text: str, zone_name: str) -> bool:
    """Whether the text is the zone's own city, and not only close to it."""
    city = zone_name.rpartition("/")[2].replace("_", " ")
    return text.casefold().replace("_", " ") in (city.casefold(), zone_name.casefold())


def _language_named(text: str) -> str | None:
    """The code of a language given by its code or its name, in itself or in another language."""
    wanted = text.strip().casefold()
    for code in languages():
        names = {code} | {
            (wording(other).locale.languages.get(code) or code).casefold() for other in languages()
        }
        if wanted in names:
            return code
    return None
