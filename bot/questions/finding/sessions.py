"""The sessions that a question means: those that it names, at its time, ranked by its topic.

The grammar filters and the search ranks what is left. What is known for sure (codes, titles,
names) answers alone; where nothing fits, the answer says why, and what comes close.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.questions.finding.filters import (
    Chosen,
    choose,
    following,
    in_time,
    own_first,
    runs,
    today_unknown,
)
from bot.questions.finding.relevance import PERHAPS, SUGGESTED, SURE, fits, ranked, set_of, suiting
from bot.questions.finding.topics import Topic, read_topic
from bot.questions.index import EventIndex, Index
from bot.questions.question import Answer, AnswerKind, Ask, Question, Reason, Window
from bot.questions.search import Hit
from bot.schedule.model import Session
from bot.schedule.times import day_bounds, to_local

# Measured on questions in eight languages over a real programme; they belong to the encoder.
_DESCRIBED, _APART = 0.4, 0.15  # nearness to one of somebody's sessions, and less to their others
_EXACT = (Ask.WHEN, Ask.LENGTH, Ask.WHERE, Ask.JOIN)  # who asks so has one session in mind
_OPEN = (Ask.SESSIONS, Ask.RECOMMEND)  # ... and who so, anything that suits
_FAQ_ELSE = 0.62  # nearness of a prepared answer where no session fits


class Finding:
    """Finds the sessions of one question over one event, and makes answers of them."""

    def __init__(self, question: Question, index: Index, event: EventIndex, now: datetime) -> None:
        self.question, self.index, self.event, self.now = question, index, event, now
        self.topic = read_topic(question, index, event) if question.topic else None

    def make(self, kind: AnswerKind, **values: Any) -> Answer:
        """An answer of a kind."""
        blank = Answer(kind=kind, question=self.question, schedule=self.event.schedule)
        return replace(blank, **values)

    def refuse(self, reason: Reason, name: str = "", **values: Any) -> Answer:
        """No answer, and why."""
        return self.make(AnswerKind.NONE, reason=reason, name=name, **values)

    def fact(self, least: float) -> Answer | None:
        """A prepared answer, if one is near enough."""
        if not self.event.schedule.faq:
            return None
        faq = self.event.faqs.best(self.question.text, self._vector, least, self.question.ask)
        return self.make(AnswerKind.EVENT, faq=faq) if faq else None

    @cached_property
    def _vector(self) -> Any:
        """The meaning of the whole text."""
        return self.index.embed([self.question.text])[0]

    def _shown(self, places: Iterable[int], hour_unknown: Iterable[int] = ()) -> Answer:
        return self.make(
            AnswerKind.SESSIONS,
            sessions=self._these(places),
            hour_unknown=self._these(self._in_time(hour_unknown)),
        )

    def _these(self, places: Iterable[int]) -> tuple[Session, ...]:
        return tuple(self.event.sessions[at] for at in places)

    def _in_time(self, places: Iterable[int]) -> list[int]:
        return in_time(places, self.event, self.question.window)

    # -- sessions

    def sessions(self) -> Answer:
        """The answer that shows what fits, or says that nothing does."""
        question = self.question
        chosen = choose(question, self.event)
        if question.sessions:
            at = self.event.place
            places = [at[key] for key in question.sessions if key in at]
            # "The library one on Wednesday": of those that share a name, what else is said tells.
            fitting = [each for each in places if each in chosen.sessions]
            return self._shown(self._named_first(fitting or places))
        if question.pick and self.topic is None:
            return self._picked()
        if question.ask is Ask.NOW:
            return self._now(self._matching(chosen))
        if question.ask is Ask.NEXT and not question.window:
            return self._next(self._matching(chosen))
        if self.topic is not None and not self._pinned(chosen):
            return self._about(self.topic, chosen)
        return self._all(chosen) if self.question.named else self._unnamed()

    def _pinned(self, chosen: Chosen) -> bool:
        """Whether two names leave one session to ask the hour or place of, whatever it is called:
        "when is the IFLA thing at the American Library"."""
        q = self.question
        names = (q.organisers, q.rooms, q.speakers, q.types)
        return len(chosen.sessions) == 1 and q.ask in _EXACT and sum(map(bool, names)) > 1

    def _all(self, chosen: Chosen) -> Answer:
        """Everything that fits, in time's order."""
        if not chosen.sessions:
            return self._nothing(chosen)
        places = self._in_time(chosen.sessions)
        if self.question.organisers and not self.question.window:
            places = self._described_first(own_first(places, self.question, self.event))
        advises = self.question.ask is Ask.RECOMMEND
        if topic := self.topic or (self._told if advises else None):
            fitting = [hit.at for hit in suiting(topic, places)]
            places = list(dict.fromkeys((*fitting, *places)))
        return self._shown(places, chosen.hour_unknown)

    @cached_property
    def _told(self) -> Topic | None:
        """What somebody tells of themselves, as a topic."""
        told = self.question.told
        asks = replace(self.question, topic=told, text=told)
        return read_topic(asks, self.index, self.event) if told else None

    def _named_first(self, places: list[int]) -> list[int]:
        """Of sessions that share a name, the one first that has the other words too."""
        if self.topic is None or len(places) < 2:
            return places
        best = ranked(self.topic, places)[0]
        return sorted(places, key=lambda at: at != best.at or best.score < PERHAPS)

    def _described_first(self, places: list[int]) -> list[int]:
        """The session first that the sentence describes beside the name of who holds it."""
        if len(places) < 2:
            return places
        if self.topic is not None:
            return self._named_first(places)
        near = self.event.search.near(self._vector)
        best, second = sorted(places, key=lambda at: -float(near[at]))[:2]
        told = near[best] >= _DESCRIBED and near[best] - near[second] >= _APART
        return sorted(places, key=lambda at: at != best) if told else places

    def _unnamed(self) -> Answer:
        """Nothing is named: a fact of the event, its highlights, or the day that matters."""
        ask = self.question.ask
        fitting = suiting(self._told, range(len(self.event.sessions))) if self._told else []
        if fitting and ask in _OPEN and fitting[0].score >= PERHAPS:
            return self._shown(hit.at for hit in set_of(fitting))
        if ask in (Ask.COUNT, Ask.WHEN, Ask.LENGTH, Ask.WHERE, Ask.WHO):
            return self.fact(_FAQ_ELSE) or self.make(AnswerKind.EVENT)
        if ask is Ask.RECOMMEND:
            featured = [at for at, each in enumerate(self.event.sessions) if each.featured]
            return self._shown(self._in_time(featured)) if featured else self.make(AnswerKind.HELP)
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
            return self.refuse(Reason.NOT_IN_PROGRAMME)
        if self._over and window.start >= self._end:
            return self.refuse(Reason.EVENT_OVER)
        unknown = self._these(self._in_time(chosen.hour_unknown))
        return self.refuse(Reason.NOTHING_THEN, hour_unknown=unknown)

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
            return self.refuse(Reason.EVENT_OVER)
        return self.refuse(
            Reason.NOTHING_THEN,
            suggestions=self._these(following(among, self.event, self.now)),
            hour_unknown=self._these(unknown),
        )

    def _next(self, among: Sequence[int]) -> Answer:
        places = following(among, self.event, self.now)
        if places:
            return self._shown(places)
        if self._over:
            return self.refuse(Reason.EVENT_OVER)
        if among and self.topic is not None:  # "when is the next one on privacy", of no known hour
            return self._shown(among)
        unknown = today_unknown(among, self.event, self.now)
        return self.refuse(Reason.NOTHING_THEN, hour_unknown=self._these(unknown))

    @property
    def _end(self) -> datetime:
        return day_bounds(self.event.event.last_day, self.event.event.timezone)[1]

    @property
    def _over(self) -> bool:
        return self.now >= self._end

    # -- topics

    def _about(self, topic: Topic, chosen: Chosen) -> Answer:
        hits = ranked(topic, chosen.sessions)
        sure = [hit for hit in hits if self._fits(topic, hit, SURE)]
        if sure:
            return self._shown(hit.at for hit in set_of(sure))
        titled = None if topic.missing else self.event.names.titled(self.question.topic)
        if titled in chosen.sessions and titled is not None:
            return self._shown([titled])
        if hits and self._fits(topic, hits[0], PERHAPS):
            return replace(self._shown(hit.at for hit in hits[:3]), unsure=True)
        q = self.question
        if not topic.subjects and (q.speakers or q.organisers or q.rooms or self._beside(topic)):
            return self._all(chosen)  # what else was said beside the name is chat
        if q.types and q.organisers and chosen.sessions and not topic.missing:
            return self._all(chosen)  # both say which one it is: the topic is in other words
        if (q.types or q.organisers) and not (q.window or q.rooms or q.speakers):
            # What is named in passing ("workshop on libraries") must not hide the only match.
            everywhere = ranked(topic, range(len(self.event.sessions)))
            if everywhere and self._fits(topic, everywhere[0], SURE):
                return self._shown(hit.at for hit in set_of(everywhere))
        if q.told and q.ask is Ask.RECOMMEND and chosen.sessions and not topic.missing:
            # Advice for what somebody tells of themselves: what lies nearest, or all of that time.
            near = replace(self._shown(hit.at for hit in hits[:3]), unsure=True)
            return self._all(chosen) if self.question.named else near
        late = ranked(topic, chosen.hour_unknown)
        if late and self._fits(topic, late[0], SURE):
            unknown = self._these(hit.at for hit in set_of(late))
            return self.refuse(Reason.NOTHING_THEN, hour_unknown=unknown)
        return self.fact(_FAQ_ELSE) or self._unfound(topic)

    def about_all(self) -> tuple[Session, ...]:
        """All that surely fits."""
        places = choose(self.question, self.event).sessions
        if self.topic is not None:
            hits = ranked(self.topic, places)
            sure = hits and self._fits(self.topic, hits[0], SURE)
            places = [hit.at for hit in set_of(hits, whole=True)] if sure else []
        return self._these(self._in_time(places))

    def _unfound(self, topic: Topic) -> Answer:
        known = self.question.besides  # after "more", what was shown is no suggestion
        close = [hit.at for hit in topic.hits[:3] if hit.score >= SUGGESTED and not known]
        return self.refuse(
            Reason.NOT_IN_PROGRAMME, self.question.topic, suggestions=self._these(close)
        )

    def _fits(self, topic: Topic, hit: Hit, band: float) -> bool:
        return fits(topic, hit, band, sensing=self.index.has_vectors)

    def _matching(self, chosen: Chosen) -> list[int]:
        """What of the chosen fits the topic, if there is one."""
        if self.topic is None:
            return chosen.sessions
        hits = ranked(self.topic, chosen.sessions)
        if hits and self._fits(self.topic, hits[0], PERHAPS):
            return [hit.at for hit in set_of(hits)]
        return chosen.sessions if self._beside(self.topic) else []

    def _beside(self, topic: Topic) -> bool:
        """Whether what is left beside a time is chat and no topic."""
        q = self.question
        timed = q.window is not None or q.ask in (Ask.NOW, Ask.NEXT)
        return timed and not q.meant and not topic.subjects
