"""The login: made once, kept in a file, renewed when the homeserver forgets the token.

The rule that lives here: one installation is one device for ever, since a new device means new
keys. A token that is no longer known is refreshed; failing that, the password gets a new one for
the same device; failing that, a person has to act, and `LoginError` says what to do.
"""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.chats.matrix.server import JsonObject, Refused, Server, path
from bot.messages import AccountError


class LoginError(AccountError):
    """The account cannot be used until a person acts; the message says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A device of an account and its tokens."""

    user: str
    device: str
    token: str = field(repr=False)
    refresh: str | None = field(default=None, repr=False)


class Account:
    """The login of one user, kept in `folder` beside the device's keys."""

    def __init__(
        self,
        server: Server,
        *,
        user: str,
        password: str | None,
        access_token: str | None,
        folder: Path,
        device_name: str,
    ) -> None:
        self._server = server
        self._user = user
        self.password = password
        self._access_token = access_token
        self._folder = folder
        self._file = folder / "login.json"
        self._device_name = device_name
        self._renewing = asyncio.Lock()
        self._login: Login | None = None

    async def open(self) -> Login:
        """The login of last time, or a new one. Raises `LoginError`, `Refused`, `Unanswered`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        login = self._kept()
        if login is None and self.password:
            login = await self._log_in(None)
        elif login is None:
            login = await self._given()
        self._use(login)
        self._server.renew = self.renew
        return login

    async def renew(self, stale: str) -> None:
        """Replace the token `stale`, unless that has happened. Raises `LoginError`, `Refused`
        (a 429), `Unanswered`."""
        async with self._renewing:
            login = self._login
            assert login is not None
            if login.token != stale:
                return
            fresh = await self._refreshed(login)
            if fresh is None and self.password:
                fresh = await self._log_in(login.device)
            if fresh is None:
                raise LoginError(
                    "Matrix: the homeserver no longer accepts the access token. Set "
                    "MATRIX_PASSWORD, or log in anew and set MATRIX_ACCESS_TOKEN."
                )
            self._use(fresh)

    def _kept(self) -> Login | None:
        """Last time's login, if it is this user's and the device's keys are still there: a
        device whose keys changed would look like an impostor."""
        try:
            login = Login(**json.loads(self._file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        named = self._user in (login.user, login.user[1:].partition(":")[0])
        return login if named and keys_of(self._folder, login).exists() else None

    async def _given(self) -> Login:
        """The device that the operator's access token stands for."""
        if not self._access_token:
            raise LoginError("Matrix: set MATRIX_PASSWORD or MATRIX_ACCESS_TOKEN.")
        try:
            me = await self._server.request(
                "GET", path("account", "whoami"), token=self._access_token
            )
        except Refused as refused:
            if refused.retry_after is not None:
                raise
            raise LoginError(
                "Matrix: the homeserver does not accept MATRIX_ACCESS_TOKEN. Log in anew and set "
                "the new token."
            ) from None
        login = Login(user=me["user_id"], device=me.get("device_id", ""), token=self._access_token)
        keys = await self._server.request(
            "POST", path("keys", "query"), {"device_keys": {login.user: []}}, token=login.token
        )
        if not login.device or login.device in keys["device_keys"].get(login.user, {}):
            raise LoginError(
                "Matrix: the device of MATRIX_ACCESS_TOKEN has encryption keys of its own, which "
                f"are not in {self._folder}. Log in anew for the bot alone, or restore that folder."
            )
        return login

    async def _refreshed(self, login: Login) -> Login | None:
        """The login with new tokens, or None where the server will not refresh it."""
        if not login.refresh:
            return None
        try:
            answer = await self._server.request(
                "POST", path("refresh"), {"refresh_token": login.refresh}
            )
        except Refused as refused:
            if refused.retry_after is not None:
                raise
            return None
        return Login(
            user=login.user,
            device=login.device,
            token=answer["access_token"],
            refresh=answer.get("refresh_token", login.refresh),
        )

    async def _log_in(self, device: str | None) -> Login:
        request: JsonObject = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": self._user},
            "password": self.password,
            "refresh_token": True,
            "initial_device_display_name": self._device_name,
            **({"device_id": device} if device else {}),
        }
        try:
            answer = await self._server.request("POST", path("login"), request)
        except Refused as refused:
            if refused.retry_after is not None:
                raise
            raise LoginError(
                f"Matrix: the homeserver refuses to log {self._user} in: {refused}. Check user and "
                "MATRIX_PASSWORD; where passwords are switched off, set MATRIX_ACCESS_TOKEN."
            ) from None
        return Login(
            user=answer["user_id"],
            device=answer["device_id"],
            token=answer["access_token"],
            refresh=answer.get("refresh_token"),
        )

    def _use(self, login: Login) -> None:
        """Written before it is used: a token that only the server knows is a lost device."""
        write_private(self._file, json.dumps(asdict(login)))
        self._login = login
        self._server.token = login.token


def keys_of(folder: Path, login: Login) -> Path:
    """The file with the device's keys (nio's name for it)."""
    return folder / f"{login.user}_{login.device}.db"


def write_private(file: Path, text: str) -> None:
    """Replace a file that only this user may read, at once or not at all."""
    fresh = file.with_name(file.name + ".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    os.replace(fresh, file)
