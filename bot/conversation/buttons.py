"""What a pressed button does. `replies.actions` lists the forms of an action."""

from __future__ import annotations

from bot.conversation import asking, deciding, following, profile
from bot.conversation.turn import Memory, Turn
from bot.messages import Reply
from bot.replies.naming import told
from bot.schedule.targets import Kind, Target


async def press(turn: Turn, memory: Memory, action: str) -> Reply:
    """Do what the button says; one that is out of date says so."""
    verb, _, rest = action.partition(":")
    match verb:
        case "c":
            return await _card(turn, memory, rest)
        case "f":
            return await following.follow(turn, _target(rest))
        case "fa":
            return await following.follow(turn, [*map(following.session_target, turn.shown())])
        case "u":
            kind, _, _ = rest.partition(":")
            if kind == "s":
                return await following.unfollow(turn, _target(rest))
            return await following.unfollow_by_action(turn, action)
        case "z":
            return await following.snooze(turn, rest)
        case "w":
            return await following.why(turn, rest)
        case "p":
            return await deciding.press(turn, rest)
        case profile.FORGET:
            memory.forget(turn.message)
            return await profile.forgotten(turn)
    return told(turn.reader, "session-gone")


async def _card(turn: Turn, memory: Memory, key: str) -> Reply:
    if turn.programme.session(key) is None:
        return told(turn.reader, "session-gone")
    return await asking.ask(turn, memory, asking.session(turn, key))


def _target(words: str) -> list[Target]:
    """The target in `s:EVENT/ID`, `h:EVENT` or `e:EVENT`."""
    kind, _, place = words.partition(":")
    event, _, id = place.partition("/")
    kinds = {"s": Kind.SESSION, "h": Kind.HIGHLIGHTS, "e": Kind.EVENT}
    return [Target(kind=kinds[kind], event=event, value=id)] if kind in kinds else []
