"""Sessions that a text describes as a whole, whatever its single words: "nobody lays a cable to
our village". Somebody's situation has few of a programme's words, and many that say nothing.

How surely it describes one is weighed: how near in meaning the session is that fits best, how far
ahead, how much is said, and whether the text is like questions on a topic or like any others.
"""

from __future__ import annotations

from dataclasses import replace
from math import log

from bot.questions.finding.filters import choose
from bot.questions.finding.sessions import Finding
from bot.questions.question import Answer, AnswerKind, Ask, Question, Reason, Without
from bot.questions.words.text import is_han, tokens

# Measured on questions in eight languages, each set held out in turn; they belong to the encoder.
_LIKE, _AHEAD, _TOPIC, _OTHER, _SAID, _MISSING = 0.65, 0.7, 1.05, 1.75, 0.55, 0.9
_SURELY, _NO_FACT = 1.75, 1.87  # from where it answers, and where a fact of the event would
_BETTER = 0.2  # how much nearer than the session that single words found
_CHARACTER = 0.6  # what a Chinese character is of a word
_LONG = 25  # words from which a text says no more
_MOST = 3  # candidates
_UNFOUND = (Reason.NOT_IN_PROGRAMME, Reason.NOTHING_THEN, Reason.OTHER_YEAR)


def described(found: Answer, finding: Finding) -> Answer | None:
    """Candidates that the text describes, where what was found is nothing, or no session, or one
    that lies much less near."""
    q, index, search = finding.question, finding.index, finding.event.search
    if not (index.has_vectors and q.whole) or not _is_open(found, q):
        return None
    vector = index.embed([q.whole])[0]
    near = search.near(vector)
    fit = near + search.alike(vector)
    order = sorted(_among(found, finding), key=lambda at: -float(fit[at]))[:_MOST]
    if len(order) < 2:
        return None
    best, second = order[:2]
    sure = _sure(finding, float(near[best]), float(fit[best]), float(fit[second]))
    if sure < (_NO_FACT if found.kind is AnswerKind.EVENT else _SURELY):
        return None
    first = finding.event.place[found.sessions[0].key] if q.topic and found.sessions else None
    titled = first is not None and finding.event.names.titled(q.topic) == first
    if titled or (first is not None and fit[best] - fit[first] < _BETTER):
        return None
    sessions = tuple(finding.event.sessions[at] for at in order)
    return finding.make(AnswerKind.SESSIONS, sessions=sessions, unsure=True)


def _sure(finding: Finding, near: float, fit: float, second: float) -> float:
    """How surely the text describes the best session, which is so `near` in meaning and with its
    examples a `fit` of that much; the `second` best one's is less."""
    q = finding.question
    asks = finding.index.sense(q.whole).like
    other = max(how for ask, how in asks.items() if ask not in ("topic", "recommend"))
    words = sum(_CHARACTER if is_han(each.text) else 1.0 for each in tokens(q.whole))
    said = log(max(1.0, min(words, _LONG)))
    missing = bool(finding.topic and finding.topic.missing)
    session = near + _LIKE * (fit - near) + _AHEAD * (fit - second)
    return session + _SAID * said + _TOPIC * asks["topic"] - _OTHER * other - _MISSING * missing


def _is_open(found: Answer, q: Question) -> bool:
    """Whether single words may have misled: nothing that they name stands in the way."""
    if q.speakers or q.rooms or q.sessions or q.within or q.errand or q.ask in (Ask.NOW, Ask.NEXT):
        return False
    if found.kind is AnswerKind.SESSIONS:
        asked = q.types or q.formats if q.topic else q.window or q.text == q.whole
        return not (asked or q.tracks or q.organisers)
    return found.kind is AnswerKind.EVENT or found.reason in _UNFOUND


def _among(found: Answer, finding: Finding) -> list[int]:
    """The sessions that it may be: whoever tells that they are "still" or "all night" without
    something names no time, and those who have no access do not exclude it."""
    q = finding.question
    told = found.kind is AnswerKind.EVENT or (q.window and q.window.running and not q.window.day)
    open_ = replace(q, types=(), formats=(), tracks=(), window=None if told else q.window)
    if q.without and q.without == Without(subjects=q.without.subjects):
        open_ = replace(open_, without=None)
    chosen = choose(open_, finding.event)
    return [*chosen.sessions, *chosen.hour_unknown]
