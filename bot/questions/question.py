"""The two values between which answering happens: a `Question` and an `Answer`.

Text, buttons and commands all end in a `Question`; an `Answer` is data without wording, so
that every language and chat says the same. Neither does I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.schedule.model import Faq, Schedule, Session
from bot.schedule.targets import Target


class Ask(StrEnum):
    """What a question wants to know."""

    SESSIONS = "sessions"  # which sessions (by topic, filters, name)
    NOW = "now"  # what is on at this moment
    NEXT = "next"  # what starts next
    WHEN = "when"
    LENGTH = "length"  # how long it takes
    WHERE = "where"
    WHO = "who"
    JOIN = "join"  # how to take part remotely
    COUNT = "count"
    RECOMMEND = "recommend"
    EVENT = "event"  # a fact about the whole event
    REMIND = "remind"
    HELP = "help"
    HELLO = "hello"
    THANKS = "thanks"
    BYE = "bye"

    @property
    def is_talk(self) -> bool:
        """Whether nothing of a programme is asked for."""
        return self in (Ask.HELP, Ask.HELLO, Ask.THANKS, Ask.BYE)


class Errand(StrEnum):
    """What is to be done about reminders."""

    SET = "set"
    STOP = "stop"  # these ones
    STOP_ALL = "stop-all"
    LIST = "list"


class Reason(StrEnum):
    """Why there is no answer, as far as the next step depends on it."""

    NOT_IN_PROGRAMME = "not-in-programme"
    NO_SUCH_ROOM = "no-such-room"
    NO_SUCH_CODE = "no-such-code"
    NO_SUCH_PERSON = "no-such-person"
    OUTSIDE_DATES = "outside-dates"
    OTHER_YEAR = "other-year"
    NOTHING_THEN = "nothing-then"  # nothing known at that time
    EVENT_OVER = "event-over"
    OFF_TOPIC = "off-topic"
    EMPTY = "empty"  # nothing readable was written


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A span of time that the question names: from `start` to before `end`, in UTC. `day` is
    set when it is (a part of) one calendar day at the venue; `whole_day` if all of it.
    `running` if sessions that have begun before `start` and go on then count too. `days` if only
    those of several are meant: "Monday and Wednesday"."""

    start: datetime
    end: datetime
    day: date | None = None
    whole_day: bool = False
    running: bool = False
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What sessions must not be: of these types, in these rooms, by these, about these subjects."""

    types: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a person wants to know, in the schedule's own terms. Empty tuples do not filter."""

    ask: Ask = Ask.SESSIONS
    language: str = "en"
    event: str | None = None
    sessions: tuple[str, ...] = ()  # keys of sessions named outright
    window: Window | None = None
    rooms: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()  # as the schedule writes them: "Round Table"
    speakers: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    hosting: bool = False  # what the organisers hold themselves, not where their people speak
    languages: tuple[str, ...] = ()
    without: Without | None = None  # what is not wanted: "anything but workshops"
    topic: str = ""  # the words left for search
    meant: bool = False  # the topic is surely one: "about" says so, or a strange word in it
    of_event: bool = False  # about the event as a whole: `ask` says which fact
    several: bool = False  # ... and others with it: "dates and place, please"
    within: tuple[str, ...] = ()  # keys: only among these, which were shown before
    besides: tuple[str, ...] = ()  # keys of sessions that are known already: others are wanted
    pick: int | None = None  # of what fits, only the first (1) or the last (-1) in time
    errand: Errand | None = None
    leads: tuple[timedelta, ...] = ()
    unknown: tuple[Reason, str] | None = None  # something named that the programme lacks
    told: str = ""  # what somebody tells of themselves, where that is all there is of a topic
    text: str = ""
    whole: str = ""  # all that was written, with what it only tells

    @property
    def named(self) -> bool:
        """Whether anything but a topic is named."""
        people = self.speakers or self.organisers
        among = self.window or self.within or self.languages
        return bool(self.sessions or people or among) or self.labelled

    @property
    def off_topic(self) -> bool:
        """Whether it asks for what no programme has."""
        return self.unknown is not None and self.unknown[0] is Reason.OFF_TOPIC

    @property
    def labelled(self) -> bool:
        """Whether rooms or kinds of sessions are named, or what they must not be."""
        return bool(self.rooms or self.types or self.formats or self.tracks or self.without)


class AnswerKind(StrEnum):
    """The five kinds of answers."""

    SESSIONS = "sessions"
    NONE = "none"
    EVENT = "event"
    HELP = "help"
    REMINDER = "reminder"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer as data. `sessions` are shown as the answer, in this order; `suggestions` only
    as a next step, clearly apart. `unsure` means that the sessions are candidates."""

    kind: AnswerKind
    question: Question
    schedule: Schedule | None = None  # the event that the answer speaks of
    sessions: tuple[Session, ...] = ()
    suggestions: tuple[Session, ...] = ()
    hour_unknown: tuple[Session, ...] = ()  # that day, but at an hour not announced
    unsure: bool = False
    faq: Faq | None = None
    reason: Reason | None = None
    name: str = ""  # what `reason` speaks of: the room, code or person that is not there
    targets: tuple[Target, ...] = ()  # what a reminder errand is about


@dataclass(frozen=True, kw_only=True)
class Context:
    """What was last shown to a person in a chat: follow-ups point at it. `at` is when, `listed`
    the last list that what is shown is of: "the other one"."""

    question: Question
    answer: Answer
    at: datetime
    shown: tuple[str, ...] = ()  # keys of the sessions shown, in order
    listed: tuple[str, ...] = ()  # keys, in order
