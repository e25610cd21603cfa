"""What an answer of a homeserver means, and of the proxy before it, which speaks no Matrix."""

from __future__ import annotations

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.chats.matrix.server import Refused, Server, Unanswered


async def renewal_breaks_off(stale: str) -> None:
    raise Unanswered("broken off", perhaps_done=True)


async def failure(status: int, body: str, **headers: str) -> Refused | Unanswered:
    """What one answer means, while no token can be renewed."""

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=status, text=body, headers=headers)

    app = web.Application()
    app.router.add_get("/", answer)
    async with TestServer(app) as proxy:
        server = Server(str(proxy.make_url("")))
        server.renew = renewal_breaks_off
        with pytest.raises((Refused, Unanswered)) as error:
            await server.call("GET", "/")
        await server.close()
    assert isinstance(error.value, Refused | Unanswered)
    return error.value


@pytest.mark.parametrize("status", [404, 502, 503])
async def test_a_page_instead_of_an_answer_means_that_the_homeserver_is_away(status: int) -> None:
    """So it is asked again."""
    assert isinstance(await failure(status, "<html>"), Unanswered)


async def test_what_is_too_large_for_a_proxy_is_refused() -> None:
    """Asked again, it would be as large."""
    refused = await failure(413, "<html>")
    assert isinstance(refused, Refused)
    assert refused.retry_after is None


async def test_a_proxy_may_ask_to_wait() -> None:
    """Nothing was done, and it says for how long."""
    refused = await failure(429, "<html>", **{"Retry-After": "7"})
    assert isinstance(refused, Refused)
    assert refused.retry_after == 7


async def test_a_request_is_not_done_before_its_token_is_renewed() -> None:
    """Whatever became of the renewal."""
    away = await failure(401, '{"errcode": "M_UNKNOWN_TOKEN"}')
    assert isinstance(away, Unanswered)
    assert not away.perhaps_done
