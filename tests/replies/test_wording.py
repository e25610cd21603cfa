"""Wording: the same messages in every language, plurals, and facts put in as they are."""

from __future__ import annotations

import re
import unicodedata

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Span
from bot.replies.wording import FOLDER, clean, languages, wording
from bot.schedule.model import Text

ISOLATE, POP = "\u2068", "\u2069"


class _Gaps(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.counted: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        assert isinstance(node.selector, ast.VariableReference)
        self.counted.add(node.selector.id.name)
        self.generic_visit(node)


def _messages(language: str) -> dict[str, ast.Message]:
    text = (FOLDER / language / "wording.ftl").read_text(encoding="utf-8")
    body = FluentParser().parse(text).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    messages = [entry for entry in body if isinstance(entry, ast.Message)]
    assert len({each.id.name for each in messages}) == len(messages), "no id is given twice"
    return {message.id.name: message for message in messages}


def _gaps(message: ast.Message) -> _Gaps:
    gaps = _Gaps()
    gaps.visit(message)
    return gaps


ENGLISH = _messages("en")
OTHERS = [code for code in languages() if code != "en"]
NAMES_OF_DAYS = {"weekday", "month", "number"}  # each language takes what it needs of these


def test_eight_languages() -> None:
    """The bot speaks eight languages, English first."""
    assert languages() == ("en", "ar", "de", "es", "fr", "pt", "ru", "zh")


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_messages(language: str) -> None:
    """No message is missing, and none is left over."""
    assert list(_messages(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_states_the_same_facts(language: str) -> None:
    """A translation drops no fact; it may do without a number (`Speakers:`) where its grammar
    or a word such as `two` says it."""
    for id, message in _messages(language).items():
        ours, english = _gaps(message), _gaps(ENGLISH[id])
        assert ours.names <= english.names | NAMES_OF_DAYS, id
        dropped = english.names - ours.names - english.counted - NAMES_OF_DAYS
        assert not dropped, f"{id} drops {dropped}"


SHARED = {
    "de": {"event-site", "mydata-addresses"},
    "es": {"mydata-addresses"},
    "fr": {"answer-count", "lead-minutes"},
    "pt": {"mydata-addresses"},
}  # words that a language has in common with English


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    """Every message that has words has its own."""
    same = {id for id, message in _messages(language).items() if _same(message, ENGLISH[id])}
    assert same == SHARED.get(language, set())


def _same(message: ast.Message, english: ast.Message) -> bool:
    text = FluentSerializer().serialize_entry(message).partition("=")[2]
    words = re.sub(r"\{[^}]*\}", "", text)
    return message.equals(english) and any(char.isalpha() for char in words)


def test_an_unknown_language_is_answered_in_english() -> None:
    """Whatever code a chat tells, there is a wording."""
    assert wording("xx").language == "en"
    assert wording("").language == "en"
    assert wording("pt-BR") is wording("pt")
    assert wording("zh_Hant").language == "zh"


def test_an_unknown_message_is_an_error() -> None:
    """A misspelt id is found by tests and never shown."""
    with pytest.raises(LookupError, match="no-such-message"):
        wording("fr").say("no-such-message")


def test_a_missing_fact_is_an_error() -> None:
    """A message without its facts is found by tests and never shown."""
    with pytest.raises(LookupError, match="card-code"):
        wording("en").say("card-code", title="A")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 сессия"), (2, "2 сессии"), (5, "5 сессий"), (11, "11 сессий"), (21, "21 сессия")],
)
def test_russian_plurals(count: int, said: str) -> None:
    """One, few and many; 11 is many and 21 is one."""
    assert wording("ru").say("answer-count", count=count) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "جلسة واحدة"), (2, "جلستان"), (3, "3 جلسات"), (11, "11 جلسة"), (100, "100 جلسة")],
)
def test_arabic_plurals(count: int, said: str) -> None:
    """One, two, few, many and other, with western digits."""
    text = wording("ar").say("answer-count", count=count)
    assert text.replace(ISOLATE, "").replace(POP, "") == said


def test_facts_are_isolated_where_the_line_runs_from_the_right() -> None:
    """Latin titles and codes in an Arabic line keep their own direction."""
    text = wording("ar").say("card-code", title="DC: Access (2)", code="DC-PAL")
    assert text == "\u2068DC: Access (2)\u2069 (\u2068DC-PAL\u2069)"


@pytest.mark.parametrize("language", [code for code in languages() if code != "ar"])
def test_no_marks_elsewhere(language: str) -> None:
    """Languages that run from the left need no invisible characters."""
    text = wording(language).say("card-code", title="A", code="B")
    assert not [char for char in text if unicodedata.category(char) == "Cf"]


def test_a_fact_is_never_read_as_markup() -> None:
    """Braces, markers and HTML in a title are put in as they stand."""
    title = "{ $code } <b>\\u0041</b> { -term } [one]"
    assert wording("en").say("card-code", title=title, code="X") == f"{title} (X)"


def test_spans_keep_their_place() -> None:
    """A bold title stays bold wherever a language puts it."""
    title = Span(text="A", bold=True)
    line = wording("en").line("card-code", title=title, code="B")
    assert line == (title, Span(text=" (B)"))


def test_texts_of_the_schedule_come_in_the_readers_language() -> None:
    """A translated name is used, else the original."""
    name = Text("Open forum", (("fr", "Forum ouvert"),))
    assert wording("fr").fact(name) == "Forum ouvert"
    assert wording("de").fact(name) == "Open forum"


def test_a_torn_mark_of_direction_is_taken_out() -> None:
    """A mark that is never closed would turn the rest of the line around."""
    assert clean("a\u202eb") == "ab"
    assert clean("a\u2069\u2068b") == "ab"
    assert clean("a\u2067b\u2069c") == "a\u2067b\u2069c"


def test_a_fact_stays_on_one_line() -> None:
    """Breaks and control characters are blanks."""
    assert clean("a\r\n\tb\x00c\u2028d") == "a b c d"


@given(st.text())
def test_cleaning_settles(text: str) -> None:
    """Clean text is left alone."""
    assert clean(clean(text)) == clean(text)
