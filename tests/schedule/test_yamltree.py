"""What cannot be read as YAML, or is refused before it costs anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.problems import MOST, Report, Severity
from bot.schedule.yamlfile import load
from bot.schedule.yamltree import DEEPEST, LARGEST, Map, Scalar, grow
from tests.schedule.files import PATH, file, session, told


@pytest.mark.parametrize("text", ["9:30", "09:30", "no", "1.10", "0730", "2018-11-31", "0x1F"])
def test_every_scalar_stays_the_text_it_is(text: str) -> None:
    """YAML would make numbers and truth values of these."""
    tree = grow(f"a: {text}", Report(PATH))
    assert isinstance(tree, Map)
    ((_, value),) = tree.pairs
    assert isinstance(value, Scalar)
    assert value.text == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 'x\nb: c", "1:4: not valid YAML: the quotes that open here are never closed"),
        ("a: [b, c\nd: e", "1:4: not valid YAML: the bracket that opens here is never closed"),
        ("a: {b: c\nd: e", "1:4: not valid YAML: the brace that opens here is never closed"),
        ("a: @b", "1:4: not valid YAML: no text starts with this character"),
        ('a: "b" c', "1:8: not valid YAML: this does not belong to what stands before"),
        ('a: "\\d"', "1:5: not valid YAML: a backslash has a meaning in double quotes"),
        ("a: b\n  c: d", "2:4: not valid YAML: this line is indented too far"),
        ("a:\n\t- b", "2:1: not valid YAML: a tab stands before the text"),
        ("a: 'b': c", "1:7: not valid YAML: a text with ': ' in it needs quotes"),
        ("a: b\n---\nc: d", "2:1: a second document starts here"),
        ("- a\n- b", "1:1: the file needs names and values"),
        ("just words", "1:1: the file needs names and values"),
    ],
)
def test_what_is_not_yaml_is_told_in_plain_words(text: str, problem: str) -> None:
    """The place is where an editor has to look, not where the parser gave up."""
    (found,) = told(text)
    assert found.startswith(problem)
    assert " — " in found, "it names the cure"


def test_a_colon_in_a_title_hides_no_other_problem() -> None:
    """The most usual slip is passed over, so that the rest is checked in the same run."""
    text = file(
        """\
sessions:
  - id: one
    title: Libraries: a policy toolkit
  - id: two
    title: Tools: for all: of us
    room: nowhere
"""
    )
    assert told(text) == [
        "8:21: not valid YAML: a text with ': ' in it needs quotes — put quotes around it",
        "10:17: not valid YAML: a text with ': ' in it needs quotes — put quotes around it",
        "10:26: not valid YAML: a text with ': ' in it needs quotes — put quotes around it",
        "11:11: there is no room 'nowhere' — add it under 'rooms:'",
    ]


def test_names_given_twice_are_told_with_the_first_line() -> None:
    """YAML would silently take the last one."""
    assert told(session("room: a\nroom: b", "rooms: {a: {name: A}}")) == [
        "10:5: 'room' is given twice (first on line 9) — delete one of them"
    ]


def test_anchors_aliases_and_tags_are_refused_and_the_rest_is_read() -> None:
    """Defaults are written as defaults; and a text with ! needs quotes."""
    text = session("code: &x A\nformat: *x\nsummary: !b c\nstatus: wrong")
    assert [each.split(" — ")[0] for each in told(text)] == [
        "9:11: anchors are not used here",
        "10:13: aliases are not used here",
        "11:14: tags are not used here",
        "12:13: 'wrong' is not a status",
    ]


def test_a_file_of_another_encoding_is_told_where_it_goes_wrong() -> None:
    """Latin-1 from an old editor, and UTF-16 from another one."""
    assert told(file().replace("Conference", "Café").encode("latin-1")) == [
        "3:12: this is not UTF-8 text — save the file as UTF-8"
    ]
    assert told(file().encode("utf-16"))[0].startswith("1:1: this is not UTF-8")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    """They change nothing, places included."""
    text = session("room: nowhere")
    assert told(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == told(text)


def test_characters_that_nobody_sees_are_refused_written_or_escaped() -> None:
    """Control characters and marks that turn a text around have no place in a programme."""
    for character in ("\x00", "\x1b", "\x85", "\u2028", "\u202e"):
        found = told(session(f"summary: a{character}b"))
        assert found == [
            f"9:15: there is an invisible character here (U+{ord(character):04X}) — delete it"
        ]
    assert told(session('summary: "a\\0b"')) == [
        "9:14: there is an invisible character here (U+0000) — delete it"
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x" * (LARGEST + 1), "larger than 2 MB"),
        (b"[" * 5000, f"nested more than {DEEPEST} levels"),
        (b"{a: " * 5000, f"nested more than {DEEPEST} levels"),
        (b"- " * 5000, f"nested more than {DEEPEST} levels"),
        (b"sessions:\n" + b"- a\n" * 120_000, "more than 100,000 entries"),
        (b"a: &a [l, l]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "aliases are not used"),
        (b"[" + b"*a," * 100_000 + b"]", "aliases are not used"),
        (b"\x00" * 100_000, "invisible character"),
        (b"a: b: c\n" * 100_000, "needs quotes"),
        (b"a: b\n" * 300_000, "given twice"),
        (b"%" * 100_000, "not valid YAML"),
        (b"'" * 99_999, "never closed"),
        (b"\xff\xfe" * 1000, "not UTF-8"),
        (b"", "'event' is missing"),
        (b"# only a comment", "'event' is missing"),
    ],
)
def test_hostile_and_empty_files_end_in_a_sentence(content: bytes, sentence: str) -> None:
    """Nothing hangs, nothing crashes, and the sentences stay few."""
    loaded = load(content, PATH)
    assert loaded.schedule is None
    assert any(sentence in problem.message for problem in loaded.problems)
    assert all(problem.severity is Severity.ERROR for problem in loaded.problems)
    assert len(loaded.problems) <= MOST + 1


@given(st.binary(max_size=400))
def test_no_bytes_make_the_loader_raise(content: bytes) -> None:
    """Bad input is a problem with a place, never an exception."""
    loaded = load(content, PATH)
    assert loaded.schedule is None
    assert loaded.problems
    for problem in loaded.problems:
        assert problem.line >= 1
        assert problem.column >= 1


_WORDS = """
event: sessions: rooms: defaults: names: faq: reminders: types: id: title: start: end: room: name:
speakers: duration: timezone: dates: join: before: message: day-only: also: conf Europe/Paris a
9:30 24:00 2018-11-14 2018-11-31 2018-11-14T10:00Z 1h 90 {x} {{ ~ null https://x http://[ www.x
(a (b) c) 中 é - { } [ ] , & * ! # ' " | > ? % @ `
"""


@given(
    st.lists(
        st.sampled_from([*_WORDS.split(), "\n", "\n  ", "\n    ", "\n  - ", " ", "\t", ": "]),
        max_size=60,
    ).map("".join)
)
def test_no_text_of_the_format_s_own_words_makes_it_raise(text: str) -> None:
    """Files that are nearly right reach every rule."""
    assert load(text.encode(), PATH).problems


@given(st.integers(0, 400), st.text(max_size=6))
def test_no_slip_in_a_sound_file_makes_it_raise(place: int, slip: str) -> None:
    """A few characters typed anywhere give a schedule or problems."""
    text = session("start: 2018-11-12 10:00\nend: 11:00\nspeakers: [A (B; c), D]\nroom: a",
                   "rooms: {a: {name: {en: A, fr: B}}}\nfaq:\n  - {ask: [x], answer: y}\n"
                   "reminders: {before: [1d, 1h], message: 'See {url}'}")  # fmt: skip
    loaded = load((text[:place] + slip + text[place:]).encode("utf-8", "replace"), PATH)
    assert loaded.schedule or loaded.problems
