"""What of a session is searched: terms (its words and subjects), and texts with a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from bot.questions.words.lexicon import subjects
from bot.questions.words.text import clean, tokens, words
from bot.schedule.model import Schedule, Session, Text

SUBJECT = "#"  # begins the name of a subject among the terms
# How much a word says of a session that has it in its ...
_TITLE, _TAG, _SUMMARY, _ORGANISER, _SPEAKER, _TRACK = 1.0, 0.8, 0.7, 0.5, 0.4, 0.4
_ABOUT = _SUMMARY  # what weighs so much says what a session is about, and is read for subjects


def terms_of(session: Session, schedule: Schedule) -> dict[str, float]:
    """The words and subjects of a session, and how much each says about it."""
    found: dict[str, float] = {}
    for text, weight in _fields(session, schedule):
        for term in _terms(text, weight):
            found[term] = max(weight, found.get(term, 0.0))
    return found


def texts_of(session: Session) -> list[str]:
    """What of a session is compared with a topic by meaning."""
    title = session.title.original
    if session.summary is None:
        return [title, *session.ask]
    summary = session.summary.original
    return [title, summary, f"{title}. {summary}", *session.ask]


def asked_for(session: Session) -> frozenset[str]:
    """The subjects that people name who ask for a session."""
    return frozenset(subject for ask in session.ask for subject in _subjects(clean(ask)))


def _fields(session: Session, schedule: Schedule) -> Iterator[tuple[str, float]]:
    """The texts of a session, and how much a word in each says about it."""
    yield from _all(session.title, _TITLE)
    for name in (session.code, *session.also):
        if name:
            yield name, _TITLE
    for tag in session.tags:
        yield tag, _TAG
    yield from _all(session.summary, _SUMMARY)
    for label in schedule.tracks:
        if label.id == session.track:
            yield from _all(label.name, _TRACK)
    for each in session.organisers:
        yield " ".join((each.name, *each.details)), _ORGANISER
    for each in session.speakers:
        yield " ".join((each.name, *each.details)), _SPEAKER


def _all(text: Text | None, weight: float) -> Iterator[tuple[str, float]]:
    return ((each, weight) for each in (text.every() if text else ()))


def _terms(text: str, weight: float) -> Iterator[str]:
    """The words of a text, and its subjects where the text says what the session is about."""
    yield from (word for word in words(text) if len(word) > 1)
    if weight >= _ABOUT:
        for subject in _subjects(clean(" ".join(words(text)))):
            yield SUBJECT + subject


def _subjects(text: str) -> Iterator[str]:
    return (mention.concept for mention in subjects("en").find(tokens(text)))
