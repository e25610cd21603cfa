"""What a text says about time: which of it is meant, and what it tells beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.questions.reading.said import Said
from bot.questions.times import asides, when
from bot.questions.times.hours import marked, part_of, says_time
from bot.questions.times.scan import scan
from bot.questions.times.sheet import Atom, Sheet
from bot.questions.words.clauses import Clauses
from bot.questions.words.phrases import Mention
from bot.questions.words.text import Token
from bot.schedule.model import Event

_TIMELESS = ("ask.when", "event.dates", "point.")  # "first and last day" names no day
_MEALS = ("lunch", "teatime")
_BOUNDS = frozenset(
    f"time.{word}" for word in ("between", "before", "after", "until", "to", "within")
)
_ALSO_SAID = ("ask.here", "ask.recommend")  # in words that also tell of oneself
_SAID = (*_ALSO_SAID, "ask.still", "ask.when")  # ... and when: "free later today"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`meant` is what is asked about; `is_now`: this moment, as something is over ("back from
    lunch, what's on?"). `points_at_hour`: to one that was named ("after that", "then").
    `names_meal`: one by itself. In the clauses `going` somebody comes or leaves; those `pointed`
    at only say when: "I have a gap at two. What is on then?"; `leaves`: somebody does."""

    meant: when.When
    is_now: bool
    points_at_hour: bool
    names_meal: bool
    going: frozenset[int]
    pointed: frozenset[int]
    leaves: bool


def timing(
    text: str,
    tokens: Sequence[Token],
    said: Said,
    clauses: Clauses,
    *,
    event: Event,
    now: datetime,
    zone: str | None,
) -> Timing:
    """Read what a text says about time; `zone` is the person's."""
    reading, postfix = _reading(text, tokens, said, event), said.language == "zh"
    told = clauses.where(clauses.remarks)
    atoms = asides.meant(
        reading,
        clauses,
        clauses.asking(said.asks),
        now=clauses.where(ask for ask in said.asks if ask.concept == "ask.now"),
        told=told - clauses.asking(said.asks, but=_ALSO_SAID),
        postfix=postfix,
    )
    days = (event.first_day, event.last_day)
    found = when.read(
        atoms,
        now=now,
        zone=event.timezone,
        days=days,
        postfix=postfix,
        own_zone=zone,
        ors={m.start for m in said.lexicon.find("place", tokens) if m.concept == "or"},
    )
    kinds = {atom.kind for atom in reading}
    is_now = "time.done" in kinds and found.window is None
    beside = [atom for atom in reading if atom not in atoms and says_time(atom)]
    found = replace(found, used=found.used | when.tokens_of(beside))
    # "Is there still something on, or is it over?" asks about this moment.
    lasting = clauses.where(ask for ask in said.asks if ask.concept == "ask.still")
    others = clauses.asking(said.asks, but=(*_ALSO_SAID, "ask.still")) - lasting
    # "My battery has 5 % left, when is it" tells of no time, but "then" may mean one.
    apart = bool(others) and lasting <= clauses.personal and "time.then" not in kinds
    still = bool(lasting) and not (apart or (said.says("ask.now") and found.window is None))
    return Timing(
        meant=when.still(found, now, event.timezone) if still else found,
        is_now=is_now,
        points_at_hour=not kinds.isdisjoint((*asides.THEN, "time.then")),
        names_meal=any(part_of(a, atoms) in _MEALS and not mark for mark, a in marked(atoms)),
        going=frozenset(clauses.of(a.start for a in reading if a.kind in asides.GOING)),
        leaves="time.leave" in kinds,
        pointed=frozenset(
            asides.pointed_at(reading, clauses)
            - clauses.asking((a for a in said.asks if not found.used.issuperset(a.span)), but=_SAID)
        ),
    )


def _reading(text: str, tokens: Sequence[Token], said: Said, event: Event) -> Sequence[Atom]:
    """All that is said about time, but in words that greet ("good morning") or ask ("what
    time")."""
    bounds = said.lexicon.find("time", tokens)
    weekdays = {i for m in bounds if m.concept.startswith("time.weekday.") for i in m.span}
    begun = {m.start - 2 for m in bounds if m.concept == "time.to"}  # "das duas às quatro"
    bounds = [m for m in bounds if m.concept in _BOUNDS or _is_bound(m, begun)]
    bounded = {i for m in bounds for i in (*m.span, m.end)}
    busy = [
        i
        for ask in said.asks
        if ask.concept in ("ask.hello", "ask.bye", "errand.stop-all")
        or (_is_timeless(ask) and ask.start not in bounded)  # "entre las dos y las tres"
        for i in ask.span
        if i not in weekdays
    ]
    busy += [i for subject in said.subjects for i in subject.span]
    busy += said.topical_days()
    errand = any(ask.concept.startswith("errand.") for ask in said.asks)
    days = (event.first_day, event.last_day)
    mentions, taken = said.mentions("time", busy), said.taken(busy)
    return scan(Sheet(text, tokens, mentions, taken, days, leads=errand))


def _is_timeless(ask: Mention) -> bool:
    """Whether an ask has words that elsewhere name a time; the "e o" of "9 e o meio-dia" is no
    ask."""
    timeless = ask.concept.startswith(_TIMELESS) and ask.concept != "point.and"
    return timeless and len(ask.span) > 1


def _is_bound(mention: Mention, begun: set[int]) -> bool:
    """Whether several words say from when, or one where an hour with a "to" is `begun`: what is
    behind "no antes de" is no ask's."""
    several = mention.concept in ("time.from", "time.at") and len(mention.span) > 1
    return several or (mention.concept == "time.from" and mention.end - 1 in begun)
