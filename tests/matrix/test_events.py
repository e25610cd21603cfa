"""What events mean, without a homeserver."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chats.matrix.events import Reaction, Redaction, Text, arrival, parse, words_for_bot
from bot.chats.matrix.invitations import Invitation, invitation

ME = "@igf:bot.test"


def event(kind: str, content: Any, **more: Any) -> dict[str, Any]:
    base = {"type": kind, "event_id": "$e", "sender": "@a:b", "origin_server_ts": 0}
    return {**base, "content": content, **more}


def text(body: str, **content: Any) -> Text:
    found = parse(event("m.room.message", {"msgtype": "m.text", "body": body, **content}))
    assert isinstance(found, Text)
    return found


def called(said: Text, *, direct: bool = False, own_thread: bool = False) -> str | None:
    return words_for_bot(
        said, me=ME, name="IGF Bot", prefix="!igf", direct=direct, own_thread=own_thread
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("!igf now", "now"),
        ("!IGF: now", "now"),
        ("!igf", ""),
        ("!igf-other now", None),
        ("!igfx", None),
        ("tell !igf now", None),
        ("@igf:bot.test now", "now"),
        ("hello", None),
    ],
)
def test_the_prefix_calls(body: str, words: str | None) -> None:
    """The prefix as a word at the start, in any case; or the id, from clients that do not say
    whom they mention."""
    assert called(text(body)) == words


@pytest.mark.parametrize(
    "body", ["IGF Bot: now", "@igf:bot.test: now", "igf now", "igf:bot.test, now"]
)
def test_a_mention_is_taken_off(body: str) -> None:
    """However the client writes the name, the words remain."""
    assert called(text(body, **{"m.mentions": {"user_ids": [ME]}})) == "now"


def test_a_name_that_is_no_mention_does_not_call() -> None:
    """Where the client says whom it mentions, the words do not matter."""
    assert called(text(f"{ME} is a bot", **{"m.mentions": {}})) is None
    assert called(text("anything"), direct=True) == "anything"
    assert called(text("!igf anything"), direct=True) == "anything"


def test_commands_may_begin_with_an_exclamation_mark() -> None:
    """Matrix clients keep the slash for themselves."""
    assert called(text("!reminders"), direct=True) == "/reminders"
    assert called(text("/reminders"), direct=True) == "/reminders"
    assert called(text("!igf !zone Europe/Paris")) == "/zone Europe/Paris"
    assert called(text("!reminders")) is None
    assert called(text("!! wow"), direct=True) == "!! wow"


def test_a_quotation_is_not_part_of_the_reply() -> None:
    """Older clients repeat what they answer."""
    reply = {"m.relates_to": {"m.in_reply_to": {"event_id": "$x"}}}
    found = text("> <@x:y> one\n> two\n\nthree", **reply)
    assert (found.body, found.replies_to) == ("three", "$x")
    assert text("> not a reply").body == "> not a reply"


def test_a_thread_is_known_from_a_reply_in_it() -> None:
    """Clients that know no threads show them as replies; that is not a choice of the person."""
    relation = {"rel_type": "m.thread", "event_id": "$r", "m.in_reply_to": {"event_id": "$l"}}
    inside = text("x", **{"m.relates_to": {**relation, "is_falling_back": True}})
    assert (inside.thread, inside.replies_to) == ("$r", None)
    reply = text("x", **{"m.relates_to": relation})
    assert (reply.thread, reply.replies_to) == ("$r", "$l")


def test_reactions_and_redactions() -> None:
    """Bells and keycaps count, hearts do not; a redaction names its event in either place."""

    def reaction(key: str) -> Any:
        relation = {"rel_type": "m.annotation", "event_id": "$x", "key": key}
        return parse(event("m.reaction", {"m.relates_to": relation}))

    moment = datetime.fromtimestamp(0, UTC)
    bell = Reaction(id="$e", sender="@a:b", sent=moment, to="$x", bell=True)
    assert reaction("🔔") == reaction("🔔\ufe0f") == bell
    assert reaction("3\ufe0f\u20e3").choice == 3
    assert reaction("❤️") is None
    gone = Redaction(id="$e", sender="@a:b", sent=moment, of="$x")
    assert parse(event("m.room.redaction", {}, redacts="$x")) == gone
    assert parse(event("m.room.redaction", {"redacts": "$x"})) == gone


def member(now: str, before: str | None = None) -> dict[str, Any]:
    unsigned = {"prev_content": {"membership": before}} if before else {}
    return event("m.room.member", {"membership": now}, state_key=ME, unsigned=unsigned)


def test_the_arrival_is_the_invitation() -> None:
    """Coming in counts from the invitation, or from joining uninvited; a new name is no
    arrival, nor is a second invitation."""
    talk = event("m.room.message", {})
    assert arrival([talk, member("invite"), talk, member("join", "invite")], ME) == 1
    assert arrival([talk, member("join")], ME) == 1
    assert arrival([talk, member("join", "join")], ME) is None
    assert arrival([member("invite"), talk, member("invite", "invite")], ME) == 0


def invited(*events: Any) -> Invitation:
    return invitation({"invite_state": {"events": [*events]}}, ME)


def test_an_invitation_comes_from_whom_the_own_homeserver_names() -> None:
    """What the inviting server sends along may name anybody; the own one has the last word."""
    honest, forged = member("invite"), member("invite") | {"sender": "@admin:b"}
    assert invited(forged, honest).who == honest["sender"]


def test_an_invitation_may_say_which_room_is_replaced() -> None:
    create = event("m.room.create", {"predecessor": {"room_id": "!old"}}, state_key="")
    assert invited(create, member("invite")).replaces == "!old"
    assert invited(member("invite")).replaces == ""


# How long a busy machine takes says nothing about the reading.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
contents = st.dictionaries(
    st.sampled_from(["msgtype", "body", "formatted_body", "m.relates_to", "m.mentions", "redacts"]),
    json_like
    | st.just("m.text")
    | st.fixed_dictionaries(
        {}, optional={"rel_type": json_like, "event_id": json_like, "key": json_like}
    ),
)


@unhurried
@given(st.sampled_from(["m.room.message", "m.reaction", "m.room.redaction"]), contents)
def test_no_event_breaks_the_reading(kind: str, content: dict[str, Any]) -> None:
    """Anyone can put anything into an event."""
    found = parse(event(kind, content))
    if isinstance(found, Text):
        called(found)
    assert parse({"type": kind, "content": content}) is None
    assert parse(event(kind, content, origin_server_ts=10**30)) is None


@unhurried
@given(st.lists(json_like | st.builds(event, st.just("m.room.create"), json_like), max_size=3))
def test_no_invitation_breaks_the_reading(events: list[Any]) -> None:
    """Another homeserver can send anything along."""
    assert invited(*events, member("invite")).who == member("invite")["sender"]
