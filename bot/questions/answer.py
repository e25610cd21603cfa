"""From a `Question` to an `Answer`: filter by what it names, rank by its topic, or say why not.

The grammar filters and the search ranks what is left. What is known for sure (codes, titles,
names) answers alone; a topic answers when its score is in the upper band, offers candidates in
the middle one, and is refused below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.questions.index import EventIndex, Index
from bot.questions.question import Answer, Ask, Context, Errand, Kind, Question, Reason, Window
from bot.questions.search import Hit
from bot.questions.topics import Topic, read_topic
from bot.schedule.model import Faq, Part, Session
from bot.schedule.targets import Kind as TargetKind
from bot.schedule.targets import Target
from bot.schedule.times import day_bounds, to_local

SURE, PERHAPS = 0.60, 0.45  # bands of a topic's score: answer, candidates, else refusal
_TELLING = 0.5  # the rarity that a topic's words have together if they say anything
_SENSED = 0.2  # nearness in meaning below which common words may be a coincidence
MOST = 12  # sessions shown for a topic
_TALK = (Ask.HELP, Ask.HELLO, Ask.THANKS, Ask.BYE)
_PARTS = {Part.MORNING: (0, 13), Part.AFTERNOON: (12, 19), Part.EVENING: (17, 24)}  # hours


def answer(
    question: Question, index: Index, *, now: datetime, context: Context | None = None
) -> Answer:
    """The answer to a question. Pure: the same question, index and instant, the same answer."""
    event = index.events.get(question.event or "")
    if event is None:
        kind = Kind.HELP if question.ask in _TALK else Kind.NONE
        reason = question.unknown[0] if question.unknown else Reason.NOT_IN_PROGRAMME
        return Answer(kind=kind, question=question, reason=reason)
    return _Answering(question, index, event, now).answer()


@dataclass(slots=True)
class _Chosen:
    """Sessions that pass the filters, and those of the day whose hour is not announced."""

    sessions: list[int]
    hour_unknown: list[int]


class _Answering:
    """Answers one question over one event."""

    def __init__(self, question: Question, index: Index, event: EventIndex, now: datetime) -> None:
        self.question, self.index, self.event, self.now = question, index, event, now
        self.read: Topic | None = None

    def answer(self) -> Answer:
        question = self.question
        if question.ask in _TALK and not question.errand and not question.of_event:
            return self._make(Kind.HELP)
        if question.errand:
            return self._errand()
        if question.unknown and not question.sessions:
            return self._refuse(*question.unknown)
        if question.of_event:
            return self._make(Kind.EVENT, faq=self._faq(least=0.45))
        if not self._has_names() and not question.within and not self._in_so_many_words():
            faq = self._faq(least=0.72)
            if faq:
                return self._make(Kind.EVENT, faq=faq)
        return self._sessions()

    def _in_so_many_words(self) -> bool:
        """Whether a session has the topic's own words: then no prepared answer is nearer."""
        topic = self._topic()
        return bool(
            topic and topic.hits and max(h.exact for h in topic.hits) >= self._enough(topic)
        )

    def _make(self, kind: Kind, **values: object) -> Answer:
        return replace(
            Answer(kind=kind, question=self.question, schedule=self.event.schedule), **values
        )  # type: ignore[arg-type]

    def _refuse(self, reason: Reason, name: str = "", **values: object) -> Answer:
        return self._make(Kind.NONE, reason=reason, name=name, **values)

    def _has_names(self) -> bool:
        q = self.question
        return bool(
            q.sessions or q.rooms or q.types or q.tracks or q.speakers or q.organisers or q.window
        )

    # -- sessions

    def _sessions(self) -> Answer:
        question = self.question
        if question.sessions:
            named = [self.event.place[k] for k in question.sessions if k in self.event.place]
            return self._shown(named)
        topic = self._topic()
        chosen = self._filtered()
        if question.pick and topic is None and not question.within:
            return self._picked(chosen)
        if question.ask is Ask.NOW:
            return self._now(self._matching(topic, chosen))
        if question.ask is Ask.NEXT and not question.window:
            return self._next(self._matching(topic, chosen))
        if topic is None:
            return self._all(chosen)
        return self._about(topic, chosen)

    def _topic(self) -> Topic | None:
        if self.read is None and self.question.topic:
            self.read = read_topic(self.question, self.index, self.event)
        return self.read

    def _all(self, chosen: _Chosen) -> Answer:
        question = self.question
        if not self._has_names() and not question.within:
            if question.ask is Ask.COUNT:
                return self._make(Kind.EVENT)
            if question.ask in (Ask.WHEN, Ask.WHERE, Ask.WHO):
                return self._make(Kind.EVENT)
            if question.ask is Ask.RECOMMEND:
                featured = [i for i, s in enumerate(self.event.sessions) if s.featured]
                return self._shown(self._in_time(featured)) if featured else self._make(Kind.HELP)
            return self._programme()
        if not chosen.sessions:
            return self._nothing(chosen)
        places = self._in_time(chosen.sessions)
        if question.organisers and not question.window:  # a body's own sessions before others
            own = {i for b in self.event.names.bodies.values()
                   if b.name in question.organisers for i in b.itself}  # fmt: skip
            places.sort(key=lambda i: i not in own)
        return self._shown(places, chosen.hour_unknown)

    def _programme(self) -> Answer:
        """The whole programme was asked for: the day that matters now."""
        self._set_today()
        chosen = self._filtered()
        return (
            self._shown(self._in_time(chosen.sessions))
            if chosen.sessions
            else self._nothing(chosen)
        )

    def _set_today(self) -> None:
        """Ask about today, or the event's day that is nearest to it."""
        event = self.event.event
        today = to_local(self.now, event.timezone).date()
        day = min(max(today, event.first_day), event.last_day)
        start, end = day_bounds(day, event.timezone)
        window = Window(start=start, end=end, day=day, whole_day=True)
        self.question = replace(self.question, window=window)

    def _nothing(self, chosen: _Chosen) -> Answer:
        if self.question.window:
            over = self._over() and self.question.window.start >= self._end()
            if over:
                return self._refuse(Reason.EVENT_OVER)
            return self._refuse(
                Reason.NOTHING_THEN, hour_unknown=self._these(self._in_time(chosen.hour_unknown))
            )
        return self._refuse(Reason.NOT_IN_PROGRAMME)

    def _about(self, topic: Topic, chosen: _Chosen) -> Answer:
        hits = self._ranked(topic, chosen.sessions)
        if not hits and chosen.hour_unknown:
            hits = []
        best = hits[0] if hits else None
        filters = self._has_names()
        q = self.question
        if (best is None or not self._fits(topic, best, PERHAPS)) and not topic.subjects:
            if q.speakers or q.organisers or q.rooms:  # what else was said is chat
                self.question = replace(q, topic="")
                return self._all(chosen)
        if best is None or not self._fits(topic, best, PERHAPS):
            # A type named in passing ("workshop on libraries") must not hide the only match.
            if self.question.types and not self.question.window and not self.question.rooms:
                relaxed = replace(self.question, types=())
                wider = _Answering(relaxed, self.index, self.event, self.now)
                hits = wider._ranked(topic, range(len(self.event.sessions)))
                if hits and self._fits(topic, hits[0], SURE):
                    return self._shown([h.at for h in _set_of(hits)])
            if filters and chosen.hour_unknown:
                late = self._ranked(topic, chosen.hour_unknown)
                if late and self._fits(topic, late[0], SURE):
                    return self._refuse(
                        Reason.NOTHING_THEN, hour_unknown=self._these([h.at for h in _set_of(late)])
                    )
            return self._unfound(topic, chosen)
        shown = [h.at for h in _set_of(hits)]
        if self._fits(topic, best, SURE):
            return self._shown(shown, order=False)
        return self._shown([h.at for h in hits[:3]], unsure=True)

    def _unfound(self, topic: Topic, chosen: _Chosen) -> Answer:
        faq = self._faq(least=0.62)
        if faq and not chosen.hour_unknown:
            return self._make(Kind.EVENT, faq=faq)
        everywhere = self._ranked(topic, range(len(self.event.sessions)))
        close = [h.at for h in everywhere[:3] if h.score >= 0.33]
        return self._refuse(
            Reason.NOT_IN_PROGRAMME, self.question.topic, suggestions=self._these(close)
        )

    def _fits(self, topic: Topic, hit: Hit, band: float) -> bool:
        sensed = hit.near >= _SENSED or not self.index.has_vectors
        return (hit.score >= band and sensed) or hit.exact >= self._enough(topic)

    def _enough(self, topic: Topic) -> float:
        """The share of words that is enough by itself: less if a subject is among them."""
        if len(topic.missing) < len(topic.subjects):
            return 0.25
        return 0.8 if topic.weight >= _TELLING else 1.1

    def _matching(self, topic: Topic | None, chosen: _Chosen) -> list[int]:
        if topic is None:
            return chosen.sessions
        hits = self._ranked(topic, chosen.sessions)
        return [h.at for h in _set_of(hits)] if hits and self._fits(topic, hits[0], PERHAPS) else []

    def _ranked(self, topic: Topic, among: Iterable[int]) -> list[Hit]:
        allowed = set(among)
        return [hit for hit in topic.hits if hit.at in allowed]

    def _now(self, among: Sequence[int]) -> Answer:
        running = [i for i in among if self._runs(self.event.sessions[i], self.now)]
        if running:
            return self._shown(self._in_time(running), self._today_unknown(among))
        if self._over():
            return self._refuse(Reason.EVENT_OVER)
        following = self._following(among)
        return self._refuse(
            Reason.NOTHING_THEN,
            suggestions=self._these(following),
            hour_unknown=self._these(self._today_unknown(among)),
        )

    def _picked(self, chosen: _Chosen) -> Answer:
        """The first or last one in time, of the day that matters if none is named."""
        if not self.question.window:
            self._set_today()
            chosen = self._filtered()
        starts = {i: s.start for i in chosen.sessions if (s := self.event.sessions[i]).start}
        if not starts:
            return self._all(chosen)
        best = (min if self.question.pick == 1 else max)(starts.values())
        return self._shown([i for i, start in starts.items() if start == best])

    def _next(self, among: Sequence[int]) -> Answer:
        following = self._following(among)
        if following:
            return self._shown(following)
        if self._over():
            return self._refuse(Reason.EVENT_OVER)
        return self._refuse(
            Reason.NOTHING_THEN, hour_unknown=self._these(self._today_unknown(among))
        )

    def _following(self, among: Sequence[int]) -> list[int]:
        """What starts next: all that share the earliest start still to come."""
        starts = [
            (s.start, i)
            for i in among
            if (s := self.event.sessions[i]).start and s.start > self.now
        ]
        first = min((start for start, _ in starts), default=None)
        return [i for start, i in starts if start == first]

    def _today_unknown(self, among: Iterable[int]) -> list[int]:
        today = to_local(self.now, self.event.event.timezone).date()
        return [i for i in among if (s := self.event.sessions[i]).day == today and s.start is None]

    # -- filters

    def _filtered(self) -> _Chosen:
        q = self.question
        chosen = _Chosen([], [])
        for at, session in enumerate(self.event.sessions):
            if q.within and session.key not in q.within:
                continue
            if q.rooms and session.room not in q.rooms:
                continue
            if q.types and session.type not in q.types:
                continue
            if q.tracks and session.track not in q.tracks:
                continue
            if q.languages and not set(q.languages) & set(session.languages):
                continue
            if (q.speakers or q.organisers) and not self._has_people(at):
                continue
            fits = self._fits_window(session, q.window)
            if fits:
                chosen.sessions.append(at)
            elif fits is None:
                chosen.hour_unknown.append(at)
        return chosen

    def _has_people(self, at: int) -> bool:
        q, names = self.question, self.event.names
        for person in names.people if q.speakers else ():
            if person.name in q.speakers and at in (person.speaks or person.organises):
                return True
        for body in names.bodies.values() if q.organisers else ():
            if body.name in q.organisers and at in (body.organises or body.speaks):
                return True
        return False

    def _fits_window(self, session: Session, window: Window | None) -> bool | None:
        """Whether a session starts (or is on) in the window; None if its hour is not announced
        and it may."""
        if window is None:
            return True
        if session.start is not None:
            if window.start <= session.start < window.end:
                return True
            return window.running and self._runs(session, window.start)
        if session.day is None:
            return False
        start, end = day_bounds(session.day, self.event.event.timezone)
        if window.whole_day or (start >= window.start and end <= window.end):
            return start < window.end and end > window.start
        if session.part:
            low, high = _PARTS[session.part]
            start, end = start + timedelta(hours=low), start + timedelta(hours=high)
        return None if start < window.end and end > window.start else False

    def _runs(self, session: Session, at: datetime) -> bool:
        return bool(session.start and session.end and session.start <= at < session.end)

    # -- showing

    def _shown(
        self,
        places: Sequence[int],
        hour_unknown: Sequence[int] = (),
        *,
        unsure: bool = False,
        order: bool = True,
    ) -> Answer:
        return self._make(
            Kind.SESSIONS,
            sessions=self._these(places),
            hour_unknown=self._these(self._in_time(hour_unknown)),
            unsure=unsure,
        )

    def _these(self, places: Iterable[int]) -> tuple[Session, ...]:
        return tuple(self.event.sessions[i] for i in places)

    def _in_time(self, places: Iterable[int]) -> list[int]:
        """By start; what had begun before the window after what starts in it, unknown hours last
        on their day, unknown days at the very end."""
        last = datetime.max.replace(tzinfo=UTC)
        window = self.question.window

        def key(at: int) -> tuple[object, ...]:
            session = self.event.sessions[at]
            day = session.day or (session.start.date() if session.start else None)
            late = window is not None and bool(session.start and session.start < window.start)
            return (day is None, str(day), late, session.start or last, at)

        return sorted(places, key=key)

    def _end(self) -> datetime:
        return day_bounds(self.event.event.last_day, self.event.event.timezone)[1]

    def _over(self) -> bool:
        return self.now >= self._end()

    # -- errands and facts

    def _errand(self) -> Answer:
        question = self.question
        if question.errand in (Errand.LIST, Errand.STOP_ALL):
            return self._make(Kind.REMINDER)
        if not self._has_names() and not question.topic:
            return self._make(Kind.REMINDER)
        found = self._sessions()
        if question.unknown and not found.sessions:
            return found
        targets = tuple(
            Target(kind=TargetKind.SESSION, event=s.event, value=s.id) for s in found.sessions
        )
        return replace(found, kind=Kind.REMINDER, targets=targets)

    def _faq(self, least: float) -> Faq | None:
        from bot.questions.topics import best_faq

        return best_faq(self.question, self.index, self.event, least)


def _set_of(hits: Sequence[Hit]) -> list[Hit]:
    """The sessions that belong to a topic: those that match its words about as well as the
    best one, or lie about as near to it."""
    best = hits[0]
    exact = max(hit.exact for hit in hits)
    if exact >= 0.6:
        kept = [h for h in hits if h.exact >= 0.65 * exact]
        return sorted(kept, key=lambda h: -h.score)[:MOST]
    return [h for h in hits if h.score >= 0.8 * best.score][:5]
