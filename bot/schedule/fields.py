"""The fields of a schedule file: which names each block knows, and of what kind they are.

The loader, its "did you mean", and the JSON Schema for editors all read these tables.
"""

from __future__ import annotations

from bot.schedule import kinds, moments
from bot.schedule.blocks import Field, block_of, blocks_by_id, blocks_of, lists_by_name
from bot.schedule.kinds import choice
from bot.schedule.model import Mode, Part, Status


class EventFields:
    """The conference itself."""

    id = Field(kinds.EVENT_ID, "The file's name; people's reminders hang on it.", required=True)
    name = Field(kinds.TITLE, "What the event is called.", required=True)
    also = Field(kinds.LINES, "What else people call it.")
    timezone = Field(moments.ZONE, "The venue's zone, like Europe/Paris.", required=True)
    mode = Field(choice(Mode, "a mode"), "in-person, hybrid (the default) or online.")
    theme = Field(kinds.TITLE, "The event's theme.")
    host = Field(kinds.TITLE, "Who hosts it.")
    venue = Field(kinds.LINE, "The venue and its address.")
    dates = Field(moments.DAYS, "Like 2018-11-12 to 2018-11-14, or one day.", required=True)
    url = Field(kinds.WEB_ADDRESS, "The event's web page.")
    join = Field(kinds.WEB_ADDRESS, "Where to join remotely, unless a room or session says.")
    join_note = Field(kinds.TITLE, "One sentence about that address.")


class LabelFields:
    """A session type or a track."""

    name = Field(kinds.TITLE, "What it is called.", required=True)
    also = Field(kinds.LINES, "What else people call it.")


class RoomFields:
    """A place where sessions are held."""

    name = Field(kinds.TITLE, "What it is called.", required=True)
    also = Field(kinds.LINES, "What else people call it.")
    address = Field(kinds.LINE, "Where it is, if not at the event's venue.")
    join = Field(kinds.WEB_ADDRESS, "Where to join the sessions in this room remotely.")


class DefaultFields:
    """What holds for every session that does not say otherwise."""

    duration = Field(moments.SPAN, "For sessions whose start has an hour, like 90m.")
    type = Field(kinds.ID, "The type of session.")


class ReminderFields:
    """When people are reminded if they did not choose."""

    before = Field(moments.SPANS, "How long before the start, like [1d, 1h, 10m].")
    day_only = Field(moments.HOUR, "Local hour for sessions whose own hour is not announced.")
    message = Field(kinds.MESSAGE, "One more line: {title} {room} {join} {url} {event}.")


class SessionFields:
    """One entry of the programme."""

    id = Field(kinds.ID, "Never change it: people's reminders hang on it.", required=True)
    code = Field(kinds.LINE, "How the programme calls it.")
    also = Field(kinds.LINES, "What else people call it.")
    title = Field(kinds.TITLE, "The title as published.", required=True)
    start = Field(moments.START, "Local: 2018-11-14 09:30, or 2018-11-14 if the hour is open.")
    end = Field(moments.END, "An hour of the same day, or a full local date and time.")
    duration = Field(moments.SPAN, "The length, like 90m; instead of end.")
    part = Field(choice(Part, "a part of the day"), "Where the hour is open: morning, ...")
    room = Field(kinds.REFERENCE, "The id of a room under rooms.")
    type = Field(kinds.ID, "The type of session.")
    track = Field(kinds.ID, "The track it belongs to.")
    format = Field(kinds.LINE, "Panel, round table, ...")
    status = Field(choice(Status, "a status"), "scheduled (the default), tentative, ...")
    instead = Field(kinds.REFERENCE, "The id of the session that is on in its place.")
    featured = Field(kinds.YES_NO, "Whether it is one of the event's highlights.")
    organisers = Field(kinds.CONTRIBUTORS, "Who organises it: Name (affiliation; role).")
    speakers = Field(kinds.CONTRIBUTORS, "Who speaks: Name (affiliation; role).")
    tags = Field(kinds.LINES, "Further words to find and follow it by.")
    ask = Field(kinds.LINES, "What people ask who want it, in plain words of any language.")
    languages = Field(kinds.LINES, "Codes of the languages spoken, like [en, fr].")
    join = Field(kinds.WEB_ADDRESS, "Where to join it remotely.")
    url = Field(kinds.WEB_ADDRESS, "Its web page.")
    summary = Field(kinds.TEXT, "What it is about.")
    note = Field(kinds.TEXT, "What people should know, such as a change.")
    sources = Field(kinds.WEB_ADDRESSES, "Where these facts come from.")


class FaqFields:
    """An answer about the event as a whole."""

    ask = Field(kinds.LINES, "Ways of asking for it, in any language.", required=True)
    answer = Field(kinds.TEXT, "The answer.", required=True)
    sources = Field(kinds.WEB_ADDRESSES, "Where it comes from.")


class FileFields:
    """A schedule file."""

    event = Field(block_of(EventFields, "the event"), "The conference itself.", required=True)
    rooms = Field(blocks_by_id(RoomFields, "room"), "Where sessions are held, by id.")
    types = Field(blocks_by_id(LabelFields, "type"), "What types of sessions are called, by id.")
    tracks = Field(blocks_by_id(LabelFields, "track"), "What tracks are called, by id.")
    names = Field(lists_by_name(kinds.LINES), "Other spellings of speakers and organisers.")
    defaults = Field(
        block_of(DefaultFields, "the defaults"),
        "What holds for every session that does not say otherwise.",
    )
    reminders = Field(
        block_of(ReminderFields, "the reminders"),
        "When people are reminded if they did not choose.",
    )
    sessions = Field(blocks_of(SessionFields, "session"), "The programme.", required=True)
    faq = Field(blocks_of(FaqFields, "answer"), "Answers about the event as a whole.")
