"""What people say about time in eight languages means the same span, however they frame it."""

from __future__ import annotations

import pytest

from bot.questions.understand import understand
from tests.questions.cases import LANGUAGES, index, moment, said_of_time, window

NOW = moment("2018-11-13 08:00")


@pytest.mark.parametrize("language", LANGUAGES)
def test_means_the_same_span_in_every_frame(language: str) -> None:
    """Each phrase of `times/<language>.yaml` is the window that it stands beside; nothing of it,
    nor of the frame around, is left for a topic."""
    wrong = []
    for wanted, text in said_of_time(language):
        asked = understand(text, index(), now=NOW, language=language)
        got = asked.unknown[0].value if asked.unknown else window(asked)
        if got != wanted or asked.topic or asked.sessions or asked.rooms:
            wrong.append((text, got, wanted, asked.topic))
    assert not wrong
