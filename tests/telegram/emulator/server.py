"""The emulated Telegram: an HTTP server on the loopback with the Bot API of one bot."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from aiohttp import web

from tests.patience import PATIENCE
from tests.telegram.emulator.faults import Fault
from tests.telegram.emulator.limits import Limits
from tests.telegram.emulator.methods import IMPLEMENTED
from tests.telegram.emulator.people import Group, User
from tests.telegram.emulator.refusal import Refusal
from tests.telegram.emulator.spec import METHODS, Upload, checked
from tests.telegram.emulator.webhook import Webhook
from tests.telegram.emulator.world import Account, Room, World

T = TypeVar("T")

TOKEN = "700700:AAtest-token-of-the-emulator_0123456"


@dataclass(kw_only=True)
class Call:
    """One request of the bot, for the log. `at` is when it came (monotonic seconds)."""

    at: float
    method: str
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 0  # of the answer; 0: the connection was broken, or still open
    description: str = "ok"

    @property
    def chat(self) -> int | None:
        """The chat that the request is about."""
        chat = self.values.get("chat_id")
        return chat if isinstance(chat, int) else None

    @property
    def is_message(self) -> bool:
        """Whether it counts for Telegram's limits."""
        return self.method in _MESSAGES


_MESSAGES = {"sendMessage", "sendDocument", "sendPhoto", "editMessageText"}
_MESSAGES |= {"editMessageReplyMarkup"}


class Telegram:
    """Use as `async with Telegram() as telegram:`; then `telegram.url` is its address, and
    `telegram.user("Ann")` someone who talks to the bot. Leaving the block fails if the bot broke
    a rule of the Bot API. See the package's docstring for what people can do."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "igf_test_bot",
        limits: Limits | None = None,
        unknown_tags: tuple[str, ...] = (),
        port: int = 0,
    ) -> None:
        """`limits`: enforce these (None: accept any pace). `unknown_tags`: tags that this
        server refuses as an older one would."""
        self.token = token
        bot = Account(
            id=int(token.partition(":")[0]), name="IGF bot", username=username, is_bot=True
        )
        self.world = World(bot)
        self.limits = limits
        self.unknown_tags = unknown_tags
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.activity = asyncio.Event()
        self.webhook = Webhook(self.world.updates)
        self._faults: list[Fault] = []
        self._port = port
        self._runner: web.AppRunner | None = None

    # -- the server ------------------------------------------------------------------------

    @property
    def url(self) -> str:
        """What the bot takes for `https://api.telegram.org`."""
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        await self.comes_back()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.webhook.stop()
        await self.goes_down()
        if error is None:
            self.check()

    async def comes_back(self) -> None:
        """Listen, at the same address as before."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{id}", self._download)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.01
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def goes_down(self) -> None:
        """Stop listening and break every connection."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def check(self) -> None:
        """Fail if the bot broke a rule of the Bot API."""
        violations, self.violations = self.violations, []
        assert not violations, "the bot broke rules of the Bot API:\n" + "\n".join(violations)

    # -- people ----------------------------------------------------------------------------

    def user(
        self,
        name: str,
        *,
        language: str | None = "en",
        id: int | None = None,
        username: str | None = None,
        started: bool = True,
    ) -> User:
        """Someone with a Telegram account. `started`: the bot may write to them already."""
        id = id or 1001 + len(self.world.accounts)
        account = Account(id=id, name=name, username=username, language=language)
        self.world.accounts[id] = account
        members = {id: "member", self.world.bot.id: "member"}
        room = Room(id=id, kind="private", title=name, members=members, opened=started)
        self.world.rooms[id] = room
        return User(self, account, room)

    def users(self, number: int) -> list[User]:
        """Many people who have started the bot."""
        return [self.user(f"Reader {n}") for n in range(number)]

    def group(
        self,
        title: str,
        *members: User,
        admins: tuple[User, ...] = (),
        kind: Literal["group", "supergroup"] = "supergroup",
    ) -> Group:
        """A group in which the bot sits, among these people."""
        id = -(1_000_000_000_000 if kind == "supergroup" else 0) - 5001 - len(self.world.rooms)
        room = Room(id=id, kind=kind, title=title)
        room.members = {self.world.bot.id: "member"}
        room.members |= {user.account.id: "member" for user in members}
        room.members |= {user.account.id: "administrator" for user in admins}
        self.world.rooms[id] = room
        return Group(self, room)

    # -- faults ----------------------------------------------------------------------------

    def refuses(
        self,
        code: int,
        description: str = "",
        *,
        retry_after: int | None = None,
        method: str = "sendMessage",
        chat: User | Group | None = None,
        times: int = 1,
    ) -> None:
        """Answer the next requests with an error, carrying out nothing."""
        if code == 429:
            description = f"Too Many Requests: retry after {retry_after}"
        parameters = {} if retry_after is None else {"retry_after": retry_after}
        refusal = Refusal(description or f"Error {code}", code=code, parameters=parameters)
        self._fault(method, chat, times, refusal=refusal)

    def serves_error_pages(self, *, method: str = "sendMessage", times: int = 1) -> None:
        """Answer 502 with a web page, as a proxy does."""
        self._fault(method, None, times, page="<html><h1>502 Bad Gateway</h1></html>")

    def drops(
        self,
        when: Literal["before", "after"],
        *,
        method: str = "sendMessage",
        chat: User | Group | None = None,
        times: int = 1,
    ) -> None:
        """Break the connection before or after carrying the request out."""
        self._fault(method, chat, times, drop=when)

    def delays(
        self,
        seconds: float,
        *,
        method: str = "sendMessage",
        chat: User | Group | None = None,
        times: int = 1,
    ) -> None:
        """Carry the next requests out at once, but answer late."""
        self._fault(method, chat, times, delay=seconds)

    def _fault(self, method: str, chat: User | Group | None, times: int, **what: Any) -> None:
        id = chat.room.id if chat else None
        self._faults.append(Fault(method=method, chat=id, times=times, **what))

    # -- what happened ---------------------------------------------------------------------

    def sent(self, chat: User | Group | None = None) -> list[Call]:
        """The messages that were accepted, in order: to one chat, or to all."""
        return [
            call
            for call in self.calls
            if call.is_message
            and call.status == 200
            and (chat is None or call.chat == chat.room.id)
        ]

    def busiest(self, seconds: float = 1.0, chat: User | Group | None = None) -> int:
        """The most messages in any stretch of that length."""
        times = [call.at for call in self.sent(chat)]
        first = most = 0
        for last, at in enumerate(times):
            while times[first] <= at - seconds:
                first += 1
            most = max(most, last - first + 1)
        return most

    async def called(self, method: str, times: int = 1, *, within: float = PATIENCE) -> Call:
        """Wait until the bot has called a method that often, and give the last such call."""

        def found() -> Call | None:
            calls = [call for call in self.calls if call.method == method]
            return calls[times - 1] if len(calls) >= times else None

        return await self.until(found, f"the bot did not call {method} {times} times", within)

    async def until(
        self, found: Callable[[], T | None], failure: str, within: float = PATIENCE
    ) -> T:
        """Wait for something to become true; what `found` returns is the result."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                while (result := found()) is None:
                    self.activity.clear()
                    await self.activity.wait()
                return result
        raise AssertionError(failure)

    # -- requests --------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        call = Call(at=time.monotonic(), method=request.match_info["method"])
        self.calls.append(call)
        try:
            result = await self._carry_out(request, call)
        except Refusal as refusal:
            if refusal.violation:
                self.violations.append(f"{refusal.description} ({dict(call.values)})")
            return self._refused(call, refusal)
        finally:
            self.activity.set()
        if isinstance(result, web.Response):
            return result
        call.status = 200
        return web.json_response({"ok": True, "result": result})

    async def _carry_out(self, request: web.Request, call: Call) -> Any:
        if request.match_info["token"] != self.token:
            raise Refusal("Unauthorized", code=401)
        if call.method.lower() not in METHODS:
            raise Refusal("Not Found", code=404)
        given, uploads = await _read(request)
        call.values = given
        call.method, call.values = checked(call.method, given, uploads)
        self.activity.set()
        fault = next((each for each in self._faults if each.strikes(call.method, call.chat)), None)
        if fault and fault.refusal:
            raise fault.refusal
        if fault and fault.page:
            call.status = 502
            return web.Response(status=502, text=fault.page, content_type="text/html")
        if fault and fault.drop == "before":
            return _broken(request)
        self._check_pace(call)
        self._check_tags(call)
        result = await self._result(call, uploads)
        if fault:  # carried out, but the answer is late or lost
            self.activity.set()
            await asyncio.sleep(fault.delay)
        return _broken(request) if fault and fault.drop == "after" else result

    async def _result(self, call: Call, uploads: Mapping[str, Upload]) -> Any:
        if call.method in ("setWebhook", "deleteWebhook", "getWebhookInfo"):
            return self.webhook.handle(call.method, call.values)
        if call.method == "getUpdates" and self.webhook.url:
            raise Refusal(
                "Conflict: can't use getUpdates method while webhook is active; use "
                "deleteWebhook to delete the webhook first",
                code=409,
            )
        if call.method not in IMPLEMENTED:
            raise Refusal(f"Not Found: the emulator lacks {call.method}", code=404, violation=True)
        return await IMPLEMENTED[call.method](self.world, call.values, uploads)

    def _check_pace(self, call: Call) -> None:
        if self.limits is None or not call.is_message or call.chat is None:
            return
        paid = bool(call.values.get("allow_paid_broadcast"))
        wait = self.limits.wait(call.chat, call.at, paid=paid)
        if wait:
            seconds = int(wait) + 1
            raise Refusal(
                f"Too Many Requests: retry after {seconds}",
                code=429,
                parameters={"retry_after": seconds},
            )

    def _check_tags(self, call: Call) -> None:
        text = call.values.get("text") or call.values.get("caption") or ""
        for tag in self.unknown_tags:
            if call.values.get("parse_mode") and f"<{tag}" in text:
                raise Refusal(
                    f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}" at byte '
                    f"offset {text.index(f'<{tag}')}"
                )

    @staticmethod
    def _refused(call: Call, refusal: Refusal) -> web.Response:
        call.status, call.description = refusal.code, refusal.description
        body: dict[str, Any] = {
            "ok": False,
            "error_code": refusal.code,
            "description": refusal.description,
        }
        if refusal.parameters:
            body["parameters"] = refusal.parameters
        return web.json_response(body, status=refusal.code)

    async def _download(self, request: web.Request) -> web.Response:
        upload = self.world.files.get(request.match_info["id"])
        if request.match_info["token"] != self.token or upload is None:
            raise web.HTTPNotFound
        return web.Response(body=upload.data, content_type=upload.mime)


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """The parameters in any of the four ways that Telegram takes them, and the files."""
    if request.content_type == "application/json":
        return dict(await request.json()), {}
    given: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            data = value.file.read()
            uploads[name] = Upload(name=value.filename, mime=value.content_type, data=data)
        else:
            given[name] = value.decode() if isinstance(value, (bytes, bytearray)) else value
    return given, uploads


def _broken(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
