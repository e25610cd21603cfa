"""Any reply becomes messages that Telegram takes and that say the same."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.chats.telegram.html import Page, pages
from bot.messages import Line, Reply, Span
from tests.telegram.emulator.markup import parse, utf16_length, utf16_slice

MOMENT = datetime(2018, 11, 14, 9, 0, tzinfo=UTC)

# Every character there is, lone surrogates and control characters among them.
TEXT = st.text(st.characters(exclude_categories=[]))
SPANS = st.builds(
    Span,
    text=TEXT | st.sampled_from(["<b>", "&amp;", "</a>", "a & b < c > d", "𝄞", "\ud834"]),
    bold=st.booleans(),
    link=st.none() | st.sampled_from(['https://a.org/?q="x"&y=<z>', "Room 5", "tel:+33"]),
    moment=st.none() | st.just(MOMENT),
)
REPLIES = st.builds(
    Reply,
    lines=st.lists(st.lists(SPANS, max_size=4).map(tuple), max_size=8).map(tuple),
    right_to_left=st.booleans(),
)


def seen(text: str) -> str:
    """What is to be seen of a text: Telegram removes some of the rest, or makes it blank."""
    unseen = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
    return "".join(c for c in text if unicodedata.category(c) not in unseen and c != "\ufffd")


def shown(page: Page) -> str:
    return parse(page.html, "HTML")[0]


def said(*lines: str, link: str | None = None) -> tuple[Page, ...]:
    return pages(Reply(lines=tuple((Span(text=line, link=link),) for line in lines)))


@given(REPLIES)
def test_any_text_survives(reply: Reply) -> None:
    """Whatever is in a title, Telegram shows it as it is, and refuses nothing."""
    made = pages(reply)
    plain = "".join(span.text + (span.link or "") for line in reply.lines for span in line)
    texts = "".join(shown(page) for page in made)
    for span in (span for line in reply.lines for span in line):
        assert seen(span.text) in seen(texts)
    assert set(seen(texts)) <= set(seen(plain)) | set("()")
    assert all(shown(page) for page in made), "no page is empty once Telegram has trimmed it"
    for page in made:
        assert utf16_length(parse(page.plain, None)[0]) <= 4096


WORDS = st.text("ab é𝄞&<\u0645", max_size=600)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=15), st.booleans())
def test_long_replies_are_cut_between_lines(texts: list[list[str]], bold: bool) -> None:
    """No page is too long, nothing is lost, and no line is cut that fits a page."""
    lines: tuple[Line, ...] = tuple(
        tuple(Span(text=text * 3, bold=bold) for text in line) for line in texts
    )
    made = [shown(page) for page in pages(Reply(lines=lines))]
    assert all(utf16_length(text) <= 4096 for text in made)
    assert seen("".join(made)) == seen("".join(span.text for line in lines for span in line))
    on_pages = [line.strip() for text in made for line in text.split("\n")]
    for line in lines:
        text = "".join(span.text for span in line).strip()
        assert utf16_length(text) > 4000 or text in on_pages or not text


def test_pages_are_as_full_as_can_be() -> None:
    """Two lines share a page if both fit, to the last unit."""
    assert len(said("x" * 2047, "𝄞" * 1024)) == 1
    assert len(said("x" * 2048, "𝄞" * 1024)) == 2
    assert len(said("x" * 4096)) == 1
    assert [len(shown(page)) for page in said("word " * 2000)] == [4094, 4094, 1809]
    assert [len(shown(page)) for page in said("x" * 5000)] == [4096, 904]
    assert [page.html[:3] for page in said("a" * 4096, "", "b")] == ["aaa", "b"]


def test_a_page_has_at_most_a_hundred_marks() -> None:
    """Telegram would silently drop the formatting beyond."""
    made = pages(Reply(lines=tuple((Span(text=f"{n}", bold=True),) for n in range(250))))
    assert [page.html.count("<b>") for page in made] == [100, 100, 50]


def test_nothing_visible_is_no_page() -> None:
    """Telegram refuses empty messages, so none is made."""
    assert (
        said()
        == said(" ", "\n", "\x1f", "\u200b")
        == pages(Reply(lines=((), ()), right_to_left=True))
        == ()
    )


def test_marks_mean_what_they_say() -> None:
    """Bold, links and moments become entities over exactly their words."""
    line = (
        Span(text="𝄞 <DC-PAL>", bold=True),
        Span(text=": "),
        Span(text="14 Nov, 10:00", moment=MOMENT),
        Span(text=" – "),
        Span(text="join", link='https://a.org/?a="1"&b', moment=MOMENT, bold=True),
    )
    text, entities = parse(pages(Reply(lines=(line,)))[0].html, "HTML")
    assert text == "𝄞 <DC-PAL>: 14 Nov, 10:00 – join"
    marks = [(each["type"], utf16_slice(text, each["offset"], each["length"])) for each in entities]
    assert marks == [
        ("bold", "𝄞 <DC-PAL>"),
        ("date_time", "14 Nov, 10:00"),
        ("text_link", "join"),
        ("bold", "join"),
    ]
    assert entities[1]["unix_time"] == MOMENT.timestamp()
    assert "date_time_format" not in entities[1], "a format would replace the words"
    assert entities[2]["url"] == 'https://a.org/?a="1"&b'


def test_what_cannot_be_opened_is_shown() -> None:
    """A link that is none is written out; the plain form writes all of them out if it fits."""
    assert shown(said("join", link="ask at the desk")[0]) == "join (ask at the desk)"
    assert said("join", link="https://a.org")[0].plain == "join (https://a.org)"
    assert said("x" * 4090, link="https://a.org")[0].plain == "x" * 4090


def test_a_right_to_left_line_is_told_so() -> None:
    """A line of Arabic that begins with a number or a Latin name still runs from the right."""
    reply = Reply(lines=((Span(text="15:00 القاعة"),), ()), right_to_left=True)
    assert pages(reply)[0].html.startswith("\u200f15:00")
