"""Which sessions fit a topic: how well one must fit to be the answer, and which go with it.

A topic answers when its best score is in the upper band, offers candidates in the middle one, and
is refused below; a session that has its very words needs no score.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.questions.finding.topics import Topic
from bot.questions.search import Hit

# Measured on questions in eight languages over a real programme; they belong to the encoder.
SURE, PERHAPS = 0.57, 0.51  # bands of a topic's score: answer, candidates, else refusal
SUGGESTED = 0.33  # score from which a session is worth suggesting beside a refusal
_SENSED = 0.2  # nearness in meaning below which common words may be a coincidence
_TELLING = 0.5  # the weight that a topic's words have together if they say anything
_MOST, _FEW = 12, 5  # sessions shown for a topic: by its words, by meaning alone


def ranked(topic: Topic, among: Iterable[int]) -> list[Hit]:
    """The hits of a topic among some sessions (by position), best first."""
    allowed = set(among)
    return [hit for hit in topic.hits if hit.at in allowed]


def fits(topic: Topic, hit: Hit, band: float, *, sensing: bool) -> bool:
    """Whether a session fits a topic so well; `sensing` if meanings are known."""
    sensed = hit.near >= _SENSED or not sensing
    near = hit.score >= band and sensed and not topic.lacking
    return near or hit.exact >= _enough(topic)


def suiting(topic: Topic, among: Iterable[int]) -> list[Hit]:
    """The few that suit somebody who tells what they do or care for, best first."""
    return [hit for hit in ranked(topic, among)[:_FEW] if hit.score >= SUGGESTED]


def set_of(hits: Sequence[Hit], *, whole: bool = False) -> list[Hit]:
    """The sessions that belong to a topic: those that match its words about as well as the
    best one, or lie about as near to it; so many as are shown, or the `whole` set."""
    best = hits[0]
    exact = max(hit.exact for hit in hits)
    if exact >= 0.6:
        kept = [h for h in hits if h.exact >= 0.65 * exact or h.score >= 0.95 * best.score]
        return sorted(kept, key=lambda hit: -hit.score)[: None if whole else _MOST]
    return [hit for hit in hits if hit.score >= 0.8 * best.score][: None if whole else _FEW]


def _enough(topic: Topic) -> float:
    """The share of words that is enough by itself: less if a subject is among them."""
    if topic.subjects and not topic.lacking:
        return 0.25
    return 0.8 if topic.weight >= _TELLING else 1.1
