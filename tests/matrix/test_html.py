"""A reply in Matrix's HTML and as plain text."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.chats.matrix.html import actions_of, contents
from bot.chats.matrix.server import JsonObject
from bot.messages import Button, Line, Reply, Span


def content(*lines: Line, buttons: tuple[Button, ...] = (), rtl: bool = False) -> JsonObject:
    reply = Reply(lines=lines, buttons=(buttons,), right_to_left=rtl)
    (only,) = contents(reply, notice=True, hint=lambda language, choices: f"{language}: {choices}")
    return only


def test_titles_are_text_not_markup() -> None:
    """Whatever a title contains, it shows as it is."""
    found = content((Span(text='<b>"R&D"</b> <script>'),))
    assert found["formatted_body"] == '&lt;b&gt;"R&amp;D"&lt;/b&gt; &lt;script&gt;'
    assert found["body"] == '<b>"R&D"</b> <script>'


def test_bold_and_links() -> None:
    """Bold and links as the specification has them; plain text shows where a link leads, and a
    link of another scheme is text in both."""
    found = content(
        (
            Span(text="DC-PAL", bold=True),
            Span(text=", "),
            Span(text="join", link="https://a.b/?x&y"),
        ),
        (Span(text="odd", link="javascript:alert(1)"),),
    )
    assert found["formatted_body"] == (
        '<strong>DC-PAL</strong>, <a href="https://a.b/?x&amp;y">join</a><br>'
        "odd (javascript:alert(1))"
    )
    assert found["body"] == "DC-PAL, join (https://a.b/?x&y)\nodd (javascript:alert(1))"


def test_how_to_choose_is_said_in_the_language_of_the_reply() -> None:
    """By whoever has words in it; in HTML as something said beside."""
    row = (Button(label="Rappeler", action="a"),)
    reply = Reply(lines=((Span(text="DC-PAL"),),), buttons=(row,), language="fr")
    (found,) = contents(
        reply, notice=True, hint=lambda language, choices: f"{language} <{choices}>"
    )
    assert found["body"].endswith("\n1. Rappeler\nfr <1>")
    assert found["formatted_body"].endswith("<em>fr &lt;1&gt;</em>")


def test_buttons_become_numbered_choices() -> None:
    """Each button with an action has a number; a label that has it already is not numbered twice,
    a label that is only a number is in the text above."""
    buttons = (
        Button(label="1", action="c:a"),
        Button(label="2. Titled", action="c:b"),
        Button(label="Open", link="https://a.b"),
        Button(label="Remind me", action="fa"),
    )
    found = content((Span(text="Sessions"),), buttons=buttons)
    assert found["body"] == ("Sessions\n\n2. Titled\nOpen: https://a.b\n3. Remind me\nen: 1–3")
    assert actions_of(found) == ["c:a", "c:b", "fa"]


def test_right_to_left_lines_start_so() -> None:
    """Arabic lines begin with a mark, so that a Latin title at the start does not turn them."""
    found = content((Span(text="IFLA في"),), (), (Span(text="غدا"),), rtl=True)
    assert found["body"] == "\u200fIFLA في\n\n\u200fغدا"


ALLOWED = {"strong", "a", "br", "em"}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.text += "\n" if tag == "br" else ""
        assert all(name == "href" for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5), st.booleans())
def test_any_text_survives(texts: list[str], bold: bool) -> None:
    """Whatever the words, the HTML has only allowed tags, and its text is the words."""
    lines = tuple((Span(text=text.replace("\r", ""), bold=bold),) for text in texts)
    found = content(*lines)
    tags = Tags()
    tags.feed(found["formatted_body"])
    tags.close()
    assert tags.tags <= ALLOWED
    assert tags.text == found["body"]
