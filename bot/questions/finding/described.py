"""Sessions that a text describes as a whole, whatever its single words: "nobody lays a cable to
our village". Somebody's situation has few of a programme's words, and many that say nothing.

How surely it describes one is weighed: how near in meaning the session is that fits best, how far
ahead, how much is said, and whether the text is like questions on a topic or like any others.
"""

from __future__ import annotations

from dataclasses import replace
from math import log

import numpy as np

from bot.questions.finding.filters import choose
from bot.questions.finding.sessions import Finding
from bot.questions.question import Answer, Ask, Kind, Reason
from bot.questions.words.text import is_han, tokens

# Measured on questions in eight languages, each set held out in turn; they belong to the encoder.
_LIKE, _AHEAD, _TOPIC, _OTHER, _SAID, _MISSING = 0.65, 0.7, 1.05, 1.75, 0.55, 0.9
_SURELY, _NO_FACT = 1.75, 1.87  # from where it answers, and where a fact of the event would
_CHARACTER = 0.6  # what a Chinese character is of a word
_MOST = 3  # candidates
_UNFOUND = (Reason.NOT_IN_PROGRAMME, Reason.NOTHING_THEN, Reason.OTHER_YEAR)


def described(found: Answer, finding: Finding) -> Answer | None:
    """Candidates that the text describes, where what was found is nothing, or no session."""
    q, search = finding.question, finding.event.search
    if not (finding.index.has_vectors and q.whole) or not _is_open(found, finding):
        return None
    chosen = choose(replace(q, types=(), formats=(), tracks=()), finding.event)
    among = [*chosen.sessions, *chosen.hour_unknown]
    vector = finding.index.embed([q.whole])[0]
    near, like = search.near(vector), search.alike(vector)
    order = np.argsort(-(near + like))
    best, second = order[:2]
    ahead = near[best] + like[best] - near[second] - like[second]
    asks = finding.index.sense(q.whole).like
    other = max(how for ask, how in asks.items() if ask not in ("topic", "recommend"))
    said = sum(_CHARACTER if is_han(each.text) else 1.0 for each in tokens(q.whole))
    missing = finding.topic is not None and finding.topic.missing
    sure = near[best] + _LIKE * like[best] + _AHEAD * ahead + _TOPIC * asks["topic"]
    sure += _SAID * log(max(1.0, min(said, 25.0))) - _OTHER * other - _MISSING * bool(missing)
    if best not in among or sure < (_NO_FACT if found.kind is Kind.EVENT else _SURELY):
        return None
    sessions = tuple(finding.event.sessions[at] for at in order[:_MOST] if at in among)
    return finding.make(Kind.SESSIONS, sessions=sessions, unsure=True)


def _is_open(found: Answer, finding: Finding) -> bool:
    """Whether single words may have misled: nothing that they name stands in the way."""
    q = finding.question
    named = q.speakers or q.rooms or q.sessions or q.within or q.errand or q.without
    if named or q.ask in (Ask.NOW, Ask.NEXT):
        return False
    if found.kind is Kind.NONE:
        return found.reason in _UNFOUND
    rest = q.text != q.whole and not (q.topic or q.window or q.organisers or q.tracks)
    return found.kind is Kind.EVENT or (found.kind is Kind.SESSIONS and rest)
