"""Builds the chats that are configured, and runs them. One that is not configured is not even
loaded: its library takes longer to import than the rest of the bot to start.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from pydantic import SecretStr

from bot import standby
from bot.chats.console import ConsoleChat
from bot.chats.telegram.pace import PAID_PER_SECOND, PER_SECOND, sustained
from bot.clock import Clock
from bot.config import Config
from bot.conversation.commands import COMMANDS
from bot.messages import AccountError, Address, Chat, Respond
from bot.replies import actions, talk
from bot.replies.wording import wording
from bot.store import Store, people, updates

log = structlog.get_logger()


@runtime_checkable
class Called(Protocol):
    """A chat whose platform calls."""

    async def hook(self, request: web.Request) -> web.StreamResponse:
        """Answer a call."""


def has_one(config: Config) -> bool:
    """Whether an account of a chat is configured."""
    return config.telegram.token is not None or bool(config.matrix.user)


def console(clock: Clock) -> ConsoleChat:
    """The terminal that the bot was started in."""
    return ConsoleChat(source=sys.stdin, sink=sys.stdout, clock=clock, colour=sys.stdout.isatty())


def configured(config: Config, store: Store, clock: Clock) -> list[Chat]:
    """A chat for each account in the configuration."""
    chats = [_telegram(config, store, clock)] if config.telegram.token is not None else []
    return chats + ([_matrix(config, store)] if config.matrix.user else [])


def hooks(config: Config, chats: Iterable[Chat]) -> list[web.RouteDef]:
    """What is mounted for platforms that call. Raises `AccountError`."""
    if not config.telegram.webhook_url:
        return []
    if not config.web.port:
        raise AccountError("[telegram] webhook_url needs a port: set PORT, or [web] port")
    path = urlsplit(config.telegram.webhook_url).path
    return [web.post(path, chat.hook) for chat in chats if isinstance(chat, Called)]


def admins(config: Config) -> list[Address]:
    """Where the people who run the bot can be reached, on the chats that are configured."""
    found = []
    if config.telegram.token is not None:
        found += [Address(platform="telegram", chat=str(id)) for id in config.telegram.admins]
    if config.matrix.user:
        found += [Address(platform="matrix", chat=id) for id in config.matrix.admins]
    return found


def rates(config: Config) -> dict[str, float]:
    """How many messages a second an account sends, of those that may not send many."""
    paid = config.telegram.paid_broadcast
    return {"telegram": sustained(PAID_PER_SECOND if paid else PER_SECOND)}


async def serve(chats: Sequence[Chat], respond: Respond, store: Store) -> None:
    """Run the chats until all have ended, each while this process has its account. An account that
    can no longer be used is logged, and the others go on: who is on another chat still gets
    reminders. Raises `AccountError` when none is left, and whatever else a chat raises."""
    running = {asyncio.ensure_future(standby.run(chat, respond, store)): chat for chat in chats}
    try:
        while running:
            ended, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for each in ended:
                chat = running.pop(each)
                try:
                    each.result()
                except AccountError as error:
                    if not running:
                        raise
                    log.error("a chat has ended", chat=chat.platform, cause=str(error))
    finally:
        for each in running:
            each.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def _telegram(config: Config, store: Store, clock: Clock) -> Chat:
    from bot.chats.telegram.chat import TelegramChat  # noqa: PLC0415  # see the module's docstring
    from bot.chats.telegram.webhook import Webhook  # noqa: PLC0415

    async def reachable(address: Address, inside: bool) -> None:
        await store.do(people.mute, address, muted=not inside)

    assert config.telegram.token is not None
    token, url = config.telegram.token.get_secret_value(), config.telegram.webhook_url
    return TelegramChat(
        token=token,
        api_url=config.telegram.api_url,
        admins=config.telegram.admins,
        paid=config.telegram.paid_broadcast,
        commands=talk.commands(list(COMMANDS)),
        language=config.language,
        inbox=_Inbox(store, "telegram", clock),
        webhook=Webhook.at(url, token) if url else None,
        moved=_move_in(store),
        reachable=reachable,
        clock=clock,
    )


def _matrix(config: Config, store: Store) -> Chat:
    from bot.chats.matrix.chat import MatrixChat  # noqa: PLC0415  # see the module's docstring

    matrix = config.matrix
    if not matrix.homeserver:
        raise AccountError("[matrix] homeserver is missing, such as https://matrix.example.org")
    return MatrixChat(
        homeserver=matrix.homeserver,
        user=matrix.user,
        password=_open(matrix.password),
        access_token=_open(matrix.access_token),
        folder=Path(matrix.folder),
        admins=matrix.admins,
        prefix=matrix.prefix,
        invites=matrix.invites,
        moved=_move_in(store),
        undo=actions.undo,
        hint=_choose,
    )


def _choose(language: str, choices: str) -> str:
    return wording(language).say("choose-number", choices=choices)


def _move_in(store: Store) -> Callable[[Address, Address], Awaitable[None]]:
    async def moved(old: Address, new: Address) -> None:
        await store.do(people.move, old, new)

    return moved


def _open(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret is not None else None


class _Inbox:
    """Updates of a platform in the store, until they are answered."""

    def __init__(self, store: Store, platform: str, clock: Clock) -> None:
        self._store = store
        self._platform = platform
        self._clock = clock

    async def receive(self, new: Sequence[tuple[int, str]]) -> Sequence[int]:
        """Keep them; the numbers of those that never came before."""
        return await self._store.do(updates.receive, self._platform, new, self._clock())

    async def answered(self, id: int) -> None:
        """Keep no more than the number."""
        await self._store.do(updates.answered, self._platform, id)

    async def waiting(self) -> Sequence[tuple[int, str]]:
        """Those that are not answered yet, in order."""
        return await self._store.do(updates.waiting, self._platform)
