"""Whatever is typed, there is a question and an answer to it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.answer import answer
from bot.questions.question import Answer, AnswerKind, Reason
from bot.questions.understand import questions_in, understand
from bot.questions.words.text import LIMIT, clean, fold, tokens
from tests.questions.cases import LANGUAGES, cases, index

NOW = datetime(2018, 11, 13, 9, tzinfo=UTC)
WORDS = [word for language in LANGUAGES for case in cases(language) for word in case["ask"].split()]
PIECES = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=12).map(" ".join)


def ask(text: str) -> Answer:
    return answer(understand(text, index(), now=NOW), index(), now=NOW)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    """Any string of Unicode, control characters and lone surrogates included."""
    assert isinstance(ask(text), Answer)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_any_mixture_of_words_is_answered(text: str) -> None:
    """Words of real questions in any order, of eight languages at once."""
    given = ask(text)
    assert given.kind is not AnswerKind.NONE or given.reason is not None
    for session in given.sessions:
        assert session.event == "igf-2018"


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_a_message_is_split_into_its_own_words(text: str) -> None:
    """The questions in a message are pieces of it."""
    assert all(piece in text for piece in questions_in(text, index(), now=NOW))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_cleaning_is_settled(text: str) -> None:
    """Cleaned text stays as it is, and each token says where it stands in it."""
    cleaned = clean(text)
    assert len(cleaned) <= LIMIT
    assert clean(cleaned) == cleaned
    for token in tokens(cleaned):
        assert fold(cleaned[token.start : token.end]) == token.text


@pytest.mark.parametrize(
    "text",
    [
        "W\u0336S\u0336 \u0336 3\u03366\u03366\u0336",  # struck through
        "\u202ewhere is WS 366\u202c",  # written backwards
        "where\u0000is\u200bWS\u00a0366??",
        "ＷＨＥＲＥ　ＩＳ　ＷＳ　３６６",
        "wo ist WS ٣٦٦",
        "where is WS 366 " + "very " * 500,
        "*where* is _WS_ `366`",
    ],
)
def test_reads_through_decoration(text: str) -> None:
    """Stacked marks, bidi controls, wide forms, other digits and markup hide nothing."""
    assert [session.id for session in ask(text).sessions] == ["ws-366"]


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e", "?!", "🦖", "-", "ء", "ـ"])
def test_nothing_readable_is_said_to_be_that(text: str) -> None:
    """An empty message has its own refusal."""
    assert ask(text).reason is Reason.EMPTY


@pytest.mark.parametrize(
    "text",
    [
        "'; DELETE FROM rows WHERE 1=1; --",
        "<script>alert(1)</script>",
        "{{ 7 * 7 }} ${jndi:ldap://x}",
        "def f(x): return x[::-1]",
        "A" * 5000,
        "99999999999999999999 pm on 99/99/9999 in room 9999999999",
        "the 31st of february at 25:61",
    ],
)
def test_code_and_nonsense_show_no_session(text: str) -> None:
    """What is no question gets no session."""
    assert not ask(text).sessions
