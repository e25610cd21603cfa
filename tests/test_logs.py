"""Logs say what happened, and keep what people wrote to themselves."""

from __future__ import annotations

import pytest
import structlog

from bot.logs import configure_logs


def test_a_traceback_shows_where_and_no_values(capsys: pytest.CaptureFixture[str]) -> None:
    """The words of a person and a token may stand in local variables: they are not shown."""
    configure_logs()
    secret = "123:token"

    def fail(text: str) -> None:
        raise ValueError("no")

    try:
        fail(secret)
    except ValueError:
        structlog.get_logger().exception("a message could not be answered")
    finally:
        structlog.reset_defaults()
    said = capsys.readouterr().err
    assert "a message could not be answered" in said
    assert "ValueError: no" in said
    assert secret not in said
