"""The languages mirror each other, each of their words is used, and none hides another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from bot.questions.question import Reason
from bot.questions.times.scan import scan
from bot.questions.times.sheet import Sheet
from bot.questions.understand import understand
from bot.questions.words.lexicon import LANGUAGES, entries, expand, lexicon, spellings, subjects
from bot.questions.words.text import Token, clean, fold, tokens
from bot.questions.words.tokens import Words
from tests.questions.cases import cases, index, moment, said_of_time

GROUPS = ("ask", "time", "place", "kind", "filler", "off-topic", "main-room", "remark", "wish",
          "request", "self", "chore", "whence", "topical")  # fmt: skip
# Held by tests of their own below, or about the schedule's words and not the question's.
ELSEWHERE = ("number.", "ordinal.", "time.month.", "time.weekday.", "time.half-of.", "kind.",
             "tongue.", "role", "main-room")  # fmt: skip
DAYS = (date(2018, 11, 12), date(2018, 11, 14))


@pytest.mark.parametrize("file", ["words.yaml", "subjects.yaml"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_has_the_same_entries_in_every_language(language: str, file: str) -> None:
    """What one language can say, all can."""
    assert list(entries(language, file)) == list(entries("en", file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_says_no_subject_with_an_empty_page(language: str) -> None:
    """Every subject has a word in every language."""
    assert not [subject for subject, called in entries(language, "subjects.yaml").items()
                if not called]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_uses_every_entry_in_a_case(language: str) -> None:
    """Each entry of the words is named by a question of the language's file."""
    used = {
        mention.concept
        for text in (*_asked(language), *(text for _, text in said_of_time(language)))
        for group in GROUPS
        for mention in lexicon(language).find(group, tokens(clean(text)))
    }
    unused = [
        concept
        for concept, phrases in entries(language).items()
        if phrases and concept not in used and not concept.startswith(ELSEWHERE)
    ]
    assert not unused


def _asked(language: str) -> Iterator[str]:
    for case in cases(language):
        yield from (case["ask"], *case.get("after", ()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_asks_at_least_sixty_questions(language: str) -> None:
    """Each language is held by enough of its own questions."""
    assert len(cases(language)) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_finds_every_subject_by_every_word(language: str) -> None:
    """No word for a subject is taken away by another subject."""
    wrong = [
        (phrase, subject, found)
        for subject, called in entries(language, "subjects.yaml").items()
        for phrase in called
        for words in expand(phrase)
        if subject not in (found := _subjects(language, words))
    ]
    assert not wrong


def _subjects(language: str, words: tuple[str, ...]) -> set[str]:
    return {mention.concept for mention in subjects(language).find(_tokens(words))}


def _tokens(words: tuple[str, ...]) -> list[Token]:
    return [Token(word.rstrip("*"), i * 20, i * 20 + len(word)) for i, word in enumerate(words)]


def _phrases(group: str) -> Iterator[tuple[str, int, str]]:
    for language in LANGUAGES:
        for concept, phrases in entries(language).items():
            prefix, _, name = concept.rpartition(".")
            if prefix == group and name.isdecimal():
                for phrase in phrases:
                    yield language, int(name), phrase


@pytest.mark.parametrize("group", ["number", "ordinal"])
def test_reads_every_number_word(group: str) -> None:
    """A word for a number is that number."""
    for language, value, phrase in _phrases(group):
        for written in expand(phrase):
            parts = _tokens(written)
            words = Words(parts, lexicon(language).find("time", parts))
            number = words.number(0) if group == "number" else words.ordinal(0)
            assert number is not None, (language, phrase)
            assert number[0] == value, (language, phrase)


def test_every_phrase_has_tokens() -> None:
    """A sign that no text can have is no word, and a lone star stands for nothing."""
    for language in LANGUAGES:
        for file in ("words.yaml", "subjects.yaml"):
            for concept, phrases in entries(language, file).items():
                for phrase in phrases:
                    assert all(expand(phrase)), (language, concept, phrase)
                    assert "*" not in phrase.split(), (language, concept, phrase)


@pytest.mark.parametrize("file", ["words.yaml", "subjects.yaml"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_says_nothing_twice(language: str, file: str) -> None:
    """Each phrase of an entry says something that the others do not say together."""
    for concept, phrases in entries(language, file).items():
        said = Counter(each for phrase in phrases for each in _said(phrase))
        for phrase in phrases:
            assert any(said[each] == 1 for each in _said(phrase)), (concept, phrase)


def _said(phrase: str) -> set[tuple[str, ...] | str]:
    """What a phrase stands for; if it is a single word, also that this is a common one: "what's"
    says as much as "whats", but only the latter is no name."""
    return {*expand(phrase), *((fold(phrase),) if phrase.isalpha() else ())}


def test_reads_every_month() -> None:
    """`14` and the name of a month are that day."""
    for language, month, phrase in _phrases("time.month"):
        text = clean(f"14 {phrase.rstrip('*')}")
        parts = tokens(text)
        found = lexicon(language).find("time", parts)
        atoms = scan(Sheet(text, parts, found, [False] * len(parts), DAYS))
        assert any(a.kind == "date" and a.value == (None, month, 14) for a in atoms), (
            language,
            phrase,
        )


def test_reads_every_day_of_the_week() -> None:
    """A day of the event is found, and one outside of it refused."""
    now = moment("2018-11-11 10:00")
    for language, number, phrase in _phrases("time.weekday"):
        text = " ".join(expand(phrase)[0]).rstrip("*")
        asked = understand(text, index(), now=now, language=language)
        if asked.language != language:
            continue  # abbreviations such as "lun" are of several languages
        if number <= 3:
            assert asked.window is not None, (language, phrase)
            assert asked.window.day == date(2018, 11, 11 + number), (language, phrase)
        else:
            assert asked.unknown is not None, (language, phrase)
            assert asked.unknown[0] is Reason.OUTSIDE_DATES, (language, phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_reads_every_name_of_a_language(language: str) -> None:
    """ "In French" filters by the language that sessions are held in."""
    now = moment("2018-11-11 10:00")
    for concept, phrases in entries(language).items():
        group, _, code = concept.partition(".")
        for phrase in phrases if group == "tongue" else ():
            asked = understand(phrase, index(), now=now, language=language)
            assert asked.languages == (code,), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_knows_every_kind_of_session(language: str) -> None:
    """What sessions are called in general is one of the kinds, whatever the schedule calls them."""
    for concept, phrases in entries(language).items():
        if concept.startswith("kind."):
            for phrase in phrases:
                for words in expand(phrase):
                    found = lexicon(language).find("kind", _tokens(words))
                    assert concept in {mention.concept for mention in found}, phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_takes_a_slip_for_the_same_word_in_every_process(language: str) -> None:
    """Of two words that are equally near, the first is meant; so they stand in an order that no
    process gives its sets."""
    assert list(spellings(language)) == sorted(spellings(language))
