"""Cards: joining, people, languages, and titles that nobody expects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.messages import Line
from bot.replies.card import card, entry, join
from bot.replies.wording import clean, languages
from bot.schedule.model import Contributor, Mode, Room, Session, Status, Text
from tests.replies.stage import (
    EVENT,
    LIBRARIES,
    NAMES,
    PROGRAMME,
    UNION,
    answer,
    reader,
    rendered,
    schedule,
)

ISOLATE, POP = "\u2068", "\u2069"


def _text(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def test_the_way_to_join_is_the_sessions_own() -> None:
    """A session's own link, else its room's."""
    assert _text(join(UNION, schedule(UNION), reader().wording)) == [
        "Join remotely: https://forum.example/of4/live"
    ]
    rooms = (Room(id="viii", name=Text("Salle VIII"), join="https://forum.example/viii"),)
    shared = replace(UNION, join=None)
    assert _text(join(shared, schedule(shared, rooms=rooms), reader().wording)) == [
        "Join remotely: https://forum.example/viii"
    ]


def test_the_events_page_is_said_to_be_no_more_than_that() -> None:
    """A general page is never passed off as the session's link; the event's note stands by it."""
    noted = replace(EVENT, join_note=Text("Register first.", (("fr", "Inscription avant."),)))
    of = schedule(NAMES, event=noted)
    assert _text(join(NAMES, of, reader().wording)) == [
        "Join remotely: no link of its own is announced. "
        "https://forum.example/remote (Register first.)"
    ]
    assert "(Inscription avant.)" in _text(join(NAMES, of, reader("fr").wording))[0]


def test_no_way_to_join() -> None:
    """None announced is said, except where nobody expects one."""
    bare = schedule(NAMES, event=replace(EVENT, join=None))
    assert _text(join(NAMES, bare, reader().wording)) == ["Join remotely: no link is announced."]
    on_site = schedule(NAMES, event=replace(EVENT, join=None, mode=Mode.IN_PERSON))
    assert join(NAMES, on_site, reader().wording) == ()


def test_links_can_be_followed() -> None:
    """The link itself is in the text and behind it."""
    (line,) = join(UNION, schedule(UNION), reader().wording)
    assert line[-1].link == line[-1].text == "https://forum.example/of4/live"


def test_languages_by_their_names() -> None:
    """Codes are for files."""
    spoken = replace(NAMES, languages=("fr", "en"))
    assert "Langues\u00a0: français, anglais" in _text(card(spoken, schedule(spoken), reader("fr")))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.CANCELLED, "Cancelled"),
        (Status.TENTATIVE, "Not confirmed yet"),
        (Status.POSTPONED, "Postponed to the time below"),
    ],
)
def test_what_to_know_before_all_else(status: Status, said: str) -> None:
    """The status stands right under the title, in bold, and in a list too."""
    session = replace(UNION, status=status)
    lines = card(session, schedule(session), reader())
    assert _text(lines)[1] == said
    assert lines[1][0].bold
    assert said.split(maxsplit=1)[0] in _text(entry(1, session, schedule(session), reader()))[1]


def test_a_code_that_the_title_has_is_not_repeated() -> None:
    """`DC-PAL: Libraries` needs no (DC-PAL)."""
    session = replace(LIBRARIES, title=Text("DC-PAL: Libraries"))
    assert _text(card(session, schedule(session), reader()))[0] == "DC-PAL: Libraries"


def test_a_room_without_capital_keeps_its_name() -> None:
    """Names are shown as the file writes them."""
    rooms = (Room(id="viii", name=Text("iHub")),)
    assert "iHub" in _text(card(UNION, schedule(UNION, rooms=rooms), reader()))


def test_a_latin_title_in_arabic_keeps_its_direction() -> None:
    """Alone on its line or in a row of facts, its question mark stays at its end."""
    session = replace(NAMES, title=Text("Who speaks?"), room="x")
    shown = rendered(answer(session, schedule=schedule(session)), language="ar").plain.split("\n")
    assert shown[0] == f"\u200f{ISOLATE}Who speaks?{POP}"
    assert f"{ISOLATE}Salle X{POP}" in _text(entry(1, session, schedule(session), reader("ar")))[1]


def _named(title: str) -> Session:
    person = Contributor(name=title, details=(title,))
    return replace(
        UNION, title=Text(title), summary=Text(title), code=None, speakers=(person, person)
    )


HOSTILE = [
    "<b>bold</b> & <a href='x'>",
    "{ $title } \x02title\x03",
    "\u202eevil\u202c ltr",
    "\u2069\u2069 out",
    "👩🏽‍💻 e\u0301\u0302\u0303 Ꙩ",
    "شبكة الإنترنت: a",
    "a\nb\r\n\x00c",
    "x" * 3000,
]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("title", HOSTILE)
def test_any_title_survives(title: str, language: str) -> None:
    """Markup, marks of direction, emoji and length reach the reader as they are."""
    _survives(title, language)


@given(st.text(min_size=1), st.sampled_from(languages()))
@example("\u2068", "ar")
def test_every_title_survives(title: str, language: str) -> None:
    """Whatever stands in a file is shown on its line, and turns nothing around."""
    _survives(title, language)


def _survives(title: str, language: str) -> None:
    session = _named(title)
    reply = rendered(
        answer(session, schedule=schedule(session)), language=language, programme=PROGRAMME
    )
    usual = card(UNION, schedule(UNION), reader(language))
    assert clean(title) in reply.plain
    assert len(reply.lines) == len(usual) + 1 + bool(clean(title))  # speakers, summary
    for line in reply.lines:
        _turns_nothing("".join(span.text for span in line))


def _turns_nothing(text: str) -> None:
    depth = 0
    for char in text:
        depth += {ISOLATE: 1, "\u2066": 1, "\u2067": 1, POP: -1}.get(char, 0)
        assert depth >= 0, "an isolate is closed that was never opened"
    assert depth == 0, "an isolate is left open"
