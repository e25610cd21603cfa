"""From a `Question` to an `Answer`: filter by what it names, rank by its topic, or say why not.

The grammar filters and the search ranks what is left. What is known for sure (codes, titles,
names) answers alone; a topic answers when its score is in the upper band, offers candidates in
the middle one, and is refused below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from bot.questions.filters import (
    Chosen,
    choose,
    following,
    in_time,
    own_first,
    runs,
    today_unknown,
)
from bot.questions.followed import targets
from bot.questions.index import EventIndex, Index
from bot.questions.question import Answer, Ask, Context, Errand, Kind, Question, Reason, Window
from bot.questions.search import Hit
from bot.questions.text import tokens
from bot.questions.topics import Topic, read_topic
from bot.schedule.model import Session
from bot.schedule.times import day_bounds, to_local

# Measured on questions in eight languages over a real programme; they belong to the encoder.
SURE, PERHAPS = 0.60, 0.38  # bands of a topic's score: answer, candidates, else refusal
_SENSED = 0.2  # nearness in meaning below which common words may be a coincidence
_TELLING = 0.5  # the weight that a topic's words have together if they say anything
_TOGETHER, _LONG = 0.31, 5  # nearness of a whole sentence of so many words to a session
_EXACT = (Ask.WHEN, Ask.LENGTH, Ask.WHERE, Ask.JOIN)  # who asks so has one session in mind
_SUGGESTED = 0.33  # score from which a session is worth suggesting beside a refusal
_FAQ = 0.72  # nearness from which a prepared answer is the one
_FAQ_ELSE = 0.62  # ... where no session fits
_FAQ_JOIN, _JOINED = 0.33, 0.2  # of a question how to join: of a prepared answer, a session
_FAQ_FACT = 0.45  # ... where the event is asked about anyway
_MOST, _FEW = 12, 5  # sessions shown for a topic: by its words, by meaning alone
_ANY_TIME = datetime.min.replace(tzinfo=UTC)  # where the present makes no difference
_TALK = (Ask.HELP, Ask.HELLO, Ask.THANKS, Ask.BYE)


def answer(
    question: Question, index: Index, *, now: datetime, context: Context | None = None
) -> Answer:
    """The answer to a question. Pure: the same question, index and instant, the same answer."""
    event = index.events.get(question.event or "")
    if event is None:
        kind = Kind.HELP if question.ask in _TALK else Kind.NONE
        reason = question.unknown[0] if question.unknown else Reason.NOT_IN_PROGRAMME
        return Answer(kind=kind, question=question, reason=reason)
    found = _Answering(question, index, event, now).answer()
    if found.reason is Reason.NOT_IN_PROGRAMME and question.topic and not question.within:
        return _elsewhere(question, index, now) or found
    return found


def _elsewhere(question: Question, index: Index, now: datetime) -> Answer | None:
    """What another event has on a topic that the event asked about does not have."""
    for id, event in index.events.items():
        if id != question.event and not (question.rooms or question.types or question.tracks):
            other = replace(question, event=id)
            found = _Answering(other, index, event, now).answer()
            if found.kind is Kind.SESSIONS and not found.unsure:
                return found
    return None


def found_by(question: Question, index: Index) -> tuple[Session, ...]:
    """Every session that a question surely means, by its topic and all that it names, however
    many they are; in order of time."""
    event = index.events.get(question.event or "")
    if event is None:
        return ()
    return _Answering(question, index, event, now=_ANY_TIME).about_all()


class _Answering:
    """Answers one question over one event."""

    def __init__(self, question: Question, index: Index, event: EventIndex, now: datetime) -> None:
        self.question, self.index, self.event, self.now = question, index, event, now
        self.topic = read_topic(question, index, event) if question.topic else None

    def answer(self) -> Answer:
        question = self.question
        if question.errand:
            return self._errand()
        if question.ask in _TALK and not question.of_event:
            return self._make(Kind.HELP)
        if question.unknown and not question.sessions:
            return self._refuse(*question.unknown)
        if question.ask is Ask.JOIN and not self._named and not self._joins_session():
            # "How do remote hubs work", "which platform do you use"
            return self._fact(_FAQ_JOIN) or self._make(Kind.EVENT)
        if question.of_event:
            return self._fact(_FAQ_FACT) or self._make(Kind.EVENT)
        timely = question.ask in (Ask.NOW, Ask.NEXT)
        if not (self._named or timely or self._in_so_many_words()):
            return self._fact(_FAQ) or self._sessions()
        return self._sessions()

    def _joins_session(self) -> bool:
        """Whether it is a session, by its topic, that is to be joined, and not the event."""
        if self.topic is None or not self.topic.hits or self.question.of_event:
            return False
        best = self.topic.hits[0]
        if self.index.has_vectors and best.near < _JOINED:
            return False
        whole = best.exact >= 0.7
        return whole or (best.exact >= 0.5 and self._fact(_FAQ_FACT) is None)

    # -- making answers

    def _make(self, kind: Kind, **values: Any) -> Answer:
        blank = Answer(kind=kind, question=self.question, schedule=self.event.schedule)
        return replace(blank, **values)

    def _refuse(self, reason: Reason, name: str = "", **values: Any) -> Answer:
        return self._make(Kind.NONE, reason=reason, name=name, **values)

    def _fact(self, least: float) -> Answer | None:
        """A prepared answer, if one is near enough."""
        if not self.event.schedule.faq:
            return None
        faq = self.event.faqs.best(self.question.text, self._vector, least)
        return self._make(Kind.EVENT, faq=faq) if faq else None

    @cached_property
    def _vector(self) -> Any:
        """The meaning of the whole text."""
        return self.index.embed([self.question.text])[0]

    def _shown(self, places: Iterable[int], hour_unknown: Iterable[int] = ()) -> Answer:
        return self._make(
            Kind.SESSIONS,
            sessions=self._these(places),
            hour_unknown=self._these(self._in_time(hour_unknown)),
        )

    def _these(self, places: Iterable[int]) -> tuple[Session, ...]:
        return tuple(self.event.sessions[at] for at in places)

    def _in_time(self, places: Iterable[int]) -> list[int]:
        return in_time(places, self.event, self.question.window)

    @property
    def _named(self) -> bool:
        """Whether anything but a topic is named."""
        q = self.question
        return bool(
            q.sessions
            or q.rooms
            or q.types
            or q.tracks
            or q.speakers
            or q.organisers
            or q.window
            or q.languages
            or q.within
            or q.without
        )

    # -- sessions

    def _sessions(self) -> Answer:
        question = self.question
        if question.sessions:
            places = self.event.place
            return self._shown([places[key] for key in question.sessions if key in places])
        chosen = choose(question, self.event)
        if question.pick and self.topic is None:
            return self._picked()
        if question.ask is Ask.NOW:
            return self._now(self._matching(chosen))
        if question.ask is Ask.NEXT and not question.window:
            return self._next(self._matching(chosen))
        if self.topic is not None:
            return self._about(self.topic, chosen)
        return self._all(chosen) if self._named else self._unnamed()

    def _all(self, chosen: Chosen) -> Answer:
        """Everything that fits, in time's order."""
        if not chosen.sessions:
            return self._nothing(chosen)
        places = self._in_time(chosen.sessions)
        if self.question.organisers and not self.question.window:
            places = own_first(places, self.question, self.event)
        return self._shown(places, chosen.hour_unknown)

    def _unnamed(self) -> Answer:
        """Nothing is named: a fact of the event, its highlights, or the day that matters."""
        ask = self.question.ask
        if ask in (Ask.COUNT, Ask.WHEN, Ask.LENGTH, Ask.WHERE, Ask.WHO):
            return self._make(Kind.EVENT)
        if ask is Ask.RECOMMEND:
            featured = [at for at, each in enumerate(self.event.sessions) if each.featured]
            return self._shown(self._in_time(featured)) if featured else self._make(Kind.HELP)
        self._set_today()
        return self._all(choose(self.question, self.event))

    def _set_today(self) -> None:
        """Ask about today, or the event's day that is nearest to it."""
        event = self.event.event
        today = to_local(self.now, event.timezone).date()
        day = min(max(today, event.first_day), event.last_day)
        start, end = day_bounds(day, event.timezone)
        window = Window(start=start, end=end, day=day, whole_day=True)
        self.question = replace(self.question, window=window)

    def _nothing(self, chosen: Chosen) -> Answer:
        """Nothing fits, and why."""
        window = self.question.window
        if window is None:
            return self._refuse(Reason.NOT_IN_PROGRAMME)
        if self._over and window.start >= self._end:
            return self._refuse(Reason.EVENT_OVER)
        unknown = self._these(self._in_time(chosen.hour_unknown))
        return self._refuse(Reason.NOTHING_THEN, hour_unknown=unknown)

    def _picked(self) -> Answer:
        """The first or last one in time, of the day that matters if none is named."""
        if not self.question.window and not self.question.within:
            self._set_today()
        chosen = choose(self.question, self.event)
        starts = {at: s.start for at in chosen.sessions if (s := self.event.sessions[at]).start}
        if not starts:
            return self._all(chosen)
        best = (min if self.question.pick == 1 else max)(starts.values())
        return self._shown([at for at, start in starts.items() if start == best])

    def _now(self, among: Sequence[int]) -> Answer:
        running = [at for at in among if runs(self.event.sessions[at], self.now)]
        unknown = today_unknown(among, self.event, self.now)
        if running:
            return self._shown(self._in_time(running), unknown)
        if self._over:
            return self._refuse(Reason.EVENT_OVER)
        return self._refuse(
            Reason.NOTHING_THEN,
            suggestions=self._these(following(among, self.event, self.now)),
            hour_unknown=self._these(unknown),
        )

    def _next(self, among: Sequence[int]) -> Answer:
        places = following(among, self.event, self.now)
        if places:
            return self._shown(places)
        if self._over:
            return self._refuse(Reason.EVENT_OVER)
        unknown = today_unknown(among, self.event, self.now)
        return self._refuse(Reason.NOTHING_THEN, hour_unknown=self._these(unknown))

    @property
    def _end(self) -> datetime:
        return day_bounds(self.event.event.last_day, self.event.event.timezone)[1]

    @property
    def _over(self) -> bool:
        return self.now >= self._end

    # -- topics

    def _about(self, topic: Topic, chosen: Chosen) -> Answer:
        hits = self._ranked(topic, chosen.sessions)
        sure = [hit for hit in hits if self._fits(topic, hit, SURE)]
        if sure:
            return self._shown(hit.at for hit in _set_of(sure))
        if hits and self._fits(topic, hits[0], PERHAPS):
            return replace(self._shown(hit.at for hit in hits[:3]), unsure=True)
        q = self.question
        if not topic.subjects and (q.speakers or q.organisers or q.rooms or self._beside(topic)):
            return self._all(chosen)  # what else was said beside the name is chat
        if (q.types or q.organisers) and not (q.window or q.rooms or q.speakers):
            # What is named in passing ("workshop on libraries") must not hide the only match.
            everywhere = self._ranked(topic, range(len(self.event.sessions)))
            if everywhere and self._fits(topic, everywhere[0], SURE):
                return self._shown(hit.at for hit in _set_of(everywhere))
        late = self._ranked(topic, chosen.hour_unknown)
        if late and self._fits(topic, late[0], SURE):
            unknown = self._these(hit.at for hit in _set_of(late))
            return self._refuse(Reason.NOTHING_THEN, hour_unknown=unknown)
        return self._fact(_FAQ_ELSE) or self._together(topic) or self._unfound(topic)

    def _together(self, topic: Topic) -> Answer | None:
        """Candidates that lie near to the sentence as a whole, whatever its single words."""
        question = self.question
        if (
            self._named
            or question.ask in _EXACT
            or topic.missing
            or len(tokens(question.text)) < _LONG
        ):
            return None
        near = self.event.search.near(self.index.embed([question.text])[0])
        best = sorted(range(len(near)), key=lambda at: -float(near[at]))[:3]
        if not best or near[best[0]] < _TOGETHER:
            return None
        return replace(self._shown(best), unsure=True)

    def about_all(self) -> tuple[Session, ...]:
        """All that surely fits."""
        places = choose(self.question, self.event).sessions
        if self.topic is not None:
            hits = self._ranked(self.topic, places)
            sure = hits and self._fits(self.topic, hits[0], SURE)
            places = [hit.at for hit in _set_of(hits, whole=True)] if sure else []
        return self._these(self._in_time(places))

    def _unfound(self, topic: Topic) -> Answer:
        close = [hit.at for hit in topic.hits[:3] if hit.score >= _SUGGESTED]
        return self._refuse(
            Reason.NOT_IN_PROGRAMME, self.question.topic, suggestions=self._these(close)
        )

    def _in_so_many_words(self) -> bool:
        """Whether a session has the topic's own words: then no prepared answer is nearer."""
        if self.topic is None or not self.topic.hits:
            return False
        return max(hit.exact for hit in self.topic.hits) >= _enough(self.topic)

    def _fits(self, topic: Topic, hit: Hit, band: float) -> bool:
        sensed = hit.near >= _SENSED or not self.index.has_vectors
        missing = topic.subjects and len(topic.missing) == len(topic.subjects)
        return (hit.score >= band and sensed and not missing) or hit.exact >= _enough(topic)

    def _matching(self, chosen: Chosen) -> list[int]:
        """What of the chosen fits the topic, if there is one."""
        if self.topic is None:
            return chosen.sessions
        hits = self._ranked(self.topic, chosen.sessions)
        if hits and self._fits(self.topic, hits[0], PERHAPS):
            return [hit.at for hit in _set_of(hits)]
        return chosen.sessions if self._beside(self.topic) else []

    def _beside(self, topic: Topic) -> bool:
        """Whether what is left beside a time is chat and no topic."""
        q = self.question
        timed = q.window is not None or q.ask in (Ask.NOW, Ask.NEXT)
        return timed and not q.meant and not topic.subjects

    def _ranked(self, topic: Topic, among: Iterable[int]) -> list[Hit]:
        allowed = set(among)
        return [hit for hit in topic.hits if hit.at in allowed]

    # -- reminders

    def _errand(self) -> Answer:
        question = self.question
        if question.errand in (Errand.LIST, Errand.STOP_ALL):
            return self._make(Kind.REMINDER)
        if not self._named and not question.topic:
            return self._make(Kind.REMINDER, targets=targets(question, (), self.event.schedule))
        if question.unknown and not question.sessions:
            return self._refuse(*question.unknown)
        found = self._sessions()
        follow = targets(found.question, found.sessions, self.event.schedule)
        return replace(found, kind=Kind.REMINDER, targets=follow)


def _enough(topic: Topic) -> float:
    """The share of words that is enough by itself: less if a subject is among them."""
    if len(topic.missing) < len(topic.subjects):
        return 0.25
    return 0.8 if topic.weight >= _TELLING else 1.1


def _set_of(hits: Sequence[Hit], *, whole: bool = False) -> list[Hit]:
    """The sessions that belong to a topic: those that match its words about as well as the
    best one, or lie about as near to it; so many as are shown, or the `whole` set."""
    best = hits[0]
    exact = max(hit.exact for hit in hits)
    if exact >= 0.6:
        kept = [hit for hit in hits if hit.exact >= 0.65 * exact]
        return sorted(kept, key=lambda hit: -hit.score)[: None if whole else _MOST]
    return [hit for hit in hits if hit.score >= 0.8 * best.score][: None if whole else _FEW]
