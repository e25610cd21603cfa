"""The configuration says what is wrong with it, and keeps its secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Config, ConfigError, read_config

ROOT = Path(__file__).parent.parent


def test_the_example_loads_as_it_stands_and_holds_the_defaults() -> None:
    """Copying the example changes nothing, so every default in it is true."""
    assert read_config(ROOT / "config.example.toml", {}) == Config()


def test_the_example_comments_each_key() -> None:
    """Every key of the tree that is no secret stands in the example."""
    text = (ROOT / "config.example.toml").read_text()
    secrets = {"token", "password", "access_token"}
    tables = {name: field.annotation for name, field in Config.model_fields.items()}
    for name, table in tables.items():
        keys = getattr(table, "model_fields", {name: None})
        for key in set(keys) - secrets:
            assert f"\n{key} = " in text, key


def test_secrets_come_from_the_environment_and_are_never_printed() -> None:
    """A token in the environment arrives, and no printed form of the tree shows it."""
    config = read_config(
        None, {"TELEGRAM_TOKEN": "123:secret", "DATABASE_URL": "postgresql://x:pw@h/d"}
    )
    assert config.telegram.token is not None
    assert config.telegram.token.get_secret_value() == "123:secret"
    assert "secret" not in repr(config)
    assert "pw" not in repr(config)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "[telegram]\nadmin = [1]",
            "[telegram] admin: there is no such key — did you mean 'admins'?",
        ),
        ("shedules = 'x'", "shedules: there is no such key — did you mean 'schedules'?"),
        ("[telegram]\nadmins = ['me']", "[telegram] admins: input should be a valid integer"),
        ("[telegram]\ntoken = '1:x'", "[telegram] token is a secret: take it out of the file"),
        ("[telegram]\nwebhook_url = 'bot.org'", "[telegram] webhook_url: string should match"),
        ("[telegram", "not valid TOML"),
    ],
)
def test_a_fault_names_the_key_and_the_cure(tmp_path: Path, text: str, says: str) -> None:
    """Each fault is one sentence with the file, the key and what to do."""
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        read_config(file, {})
    assert str(caught.value).startswith(str(file))
    assert says in str(caught.value)


def test_a_platform_names_the_port() -> None:
    """Most do so by PORT."""
    assert read_config(None, {"PORT": "8080"}).web.port == 8080
    assert read_config(None, {"PORT": ""}).web.port == 0
    with pytest.raises(ConfigError, match=r"environment: \[web\] port: input should be"):
        read_config(None, {"PORT": "http"})


def test_a_missing_file_says_what_to_copy(tmp_path: Path) -> None:
    """A named file that is not there is an error, not silence."""
    with pytest.raises(ConfigError, match=r"copy config\.example\.toml"):
        read_config(tmp_path / "none.toml", {})
