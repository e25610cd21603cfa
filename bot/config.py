"""The configuration: one typed tree from a TOML file and the environment.

Read once at start, seen only by the wiring. Secrets come from the environment alone, so that a
configuration file can be shown to anyone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from rapidfuzz import process

DEFAULT_FILE = Path("config.toml")

Seconds = Annotated[float, Field(gt=0)]


class ConfigError(Exception):
    """The configuration cannot be used; the message says which key, why, and what to write."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class TelegramConfig(_Table):
    """The Telegram account. It is used when TELEGRAM_TOKEN is set."""

    token: SecretStr | None = None
    api_url: str = "https://api.telegram.org"
    admins: list[int] = []
    paid_broadcast: bool = False
    webhook_url: str = Field(default="", pattern="^(https?://[^/]+/.*)?$")


class MatrixConfig(_Table):
    """The Matrix account. It is used when `user` and a password or token are set."""

    homeserver: str = ""
    user: str = ""
    password: SecretStr | None = None
    access_token: SecretStr | None = None
    admins: list[str] = []
    prefix: str = "!igf"
    invites: str = "all"
    folder: str = "data/matrix"


class StoreConfig(_Table):
    """The database."""

    url: SecretStr = SecretStr("sqlite:///data/igf-bot.db")


class PublishingConfig(_Table):
    """When a saved schedule takes effect: at once, or after it was left alone for `wait`
    seconds."""

    wait: float = Field(default=0, ge=0)


class DeliveryConfig(_Table):
    """How reminders leave."""

    resend_ambiguous: bool = True


class WebConfig(_Table):
    """The bot's own web server; without a port there is none."""

    port: int = Field(default=0, ge=0, le=65535)


class Config(_Table):
    """Everything an operator can set."""

    schedules: str = "schedules"
    language: str = "en"
    store: StoreConfig = StoreConfig()
    publishing: PublishingConfig = PublishingConfig()
    delivery: DeliveryConfig = DeliveryConfig()
    web: WebConfig = WebConfig()
    telegram: TelegramConfig = TelegramConfig()
    matrix: MatrixConfig = MatrixConfig()


# Where each variable of the environment goes in the tree.
_VARIABLES = {
    "TELEGRAM_TOKEN": ("telegram", "token"),
    "MATRIX_PASSWORD": ("matrix", "password"),
    "MATRIX_ACCESS_TOKEN": ("matrix", "access_token"),
    "DATABASE_URL": ("store", "url"),
}


def read_config(file: Path | None, environment: Mapping[str, str]) -> Config:
    """The configuration from `file` (None: `config.toml` if it is there) and the environment.

    Raises `ConfigError` with every fault of the file, one a line.
    """
    file = file or (DEFAULT_FILE if DEFAULT_FILE.exists() else None)
    tree = _read_toml(file) if file else {}
    for variable, (table, key) in _VARIABLES.items():
        if value := environment.get(variable, "").strip():
            branch = tree.setdefault(table, {})
            if isinstance(branch, dict):
                branch[key] = SecretStr(value)
    if port := environment.get("PORT", "").strip():
        tree["web"] = {"port": int(port) if port.isdecimal() else port}
    try:
        return Config.model_validate(tree)
    except ValidationError as error:
        faults = [_sentence(fault["loc"], fault["type"], fault["msg"]) for fault in error.errors()]
        raise ConfigError(
            "\n".join(f"{file or 'environment'}: {each}" for each in faults)
        ) from None


def _read_toml(file: Path) -> dict[str, object]:
    try:
        tree: dict[str, object] = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{file}: there is no such file; copy config.example.toml") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: not valid TOML: {error}") from None
    for table, key in _VARIABLES.values():
        branch = tree.get(table)
        if isinstance(branch, dict) and key in branch and (table, key) != ("store", "url"):
            variable = next(v for v, place in _VARIABLES.items() if place == (table, key))
            raise ConfigError(
                f"{file}: [{table}] {key} is a secret: take it out of the file and set {variable}"
            )
    store = tree.get("store")
    if isinstance(store, dict) and isinstance(store.get("url"), str):
        store["url"] = SecretStr(store["url"])
    return tree


def _sentence(place: tuple[int | str, ...], kind: str, message: str) -> str:
    names = [name for name in place if isinstance(name, str)]
    where = " ".join([*(f"[{name}]" for name in names[:-1]), names[-1]])
    if kind != "extra_forbidden":
        return f"{where}: {message[0].lower()}{message[1:]}"
    near = process.extractOne(str(place[-1]), _keys(place[:-1]), score_cutoff=60)
    return f"{where}: there is no such key" + (f" — did you mean '{near[0]}'?" if near else "")


def _keys(place: tuple[int | str, ...]) -> list[str]:
    model: type[BaseModel] = Config
    for name in place:
        annotation = model.model_fields[str(name)].annotation
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return []
        model = annotation
    return list(model.model_fields)
