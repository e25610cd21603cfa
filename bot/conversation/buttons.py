"""What a pressed button does. `replies.actions` lists the forms of an action."""

from __future__ import annotations

from bot.conversation import asking, calendar, data, deciding, following, reasons
from bot.conversation.turn import Memory, Turn
from bot.messages import Reply
from bot.questions.followed import targets
from bot.replies.naming import told
from bot.schedule.targets import Target, TargetKind


async def press(turn: Turn, memory: Memory, action: str) -> Reply:
    """Do what the button says; one that is out of date says so."""
    verb, _, rest = action.partition(":")
    match verb:
        case "c":
            return await _card(turn, memory, rest)
        case "f":
            return await following.follow(turn, _target(rest))
        case "fa":
            return await following.follow(turn, _shown(turn))
        case "u":
            return await _stop(turn, action)
        case "i":
            return await calendar.session(turn, rest)
        case "z":
            return await following.snooze(turn, rest)
        case "w":
            return await reasons.why(turn, rest)
        case "p":
            return await deciding.press(turn, rest)
        case data.FORGET:
            return await data.forgotten(turn, memory)
    return told(turn.reader, "session-gone")


async def _card(turn: Turn, memory: Memory, key: str) -> Reply:
    if turn.programme.session(key) is None:
        return told(turn.reader, "session-gone")
    return await asking.ask(turn, memory, asking.session(turn, key))


async def _stop(turn: Turn, action: str) -> Reply:
    _, kind, about = (*action.split(":", 2), "")[:3]
    if kind == "s":
        return await following.unfollow(turn, _target(f"s:{about}"))
    if kind == "n":
        return await reasons.stop(turn, about)
    return await following.unfollow_by_action(turn, action)


def _shown(turn: Turn) -> tuple[Target, ...]:
    """What the list just shown was about: what its question named, else its sessions."""
    sessions = turn.shown()
    if turn.context is None or not sessions:
        return ()
    return targets(turn.context.question, sessions, turn.programme.of(sessions[0]))


KINDS = {
    "s": TargetKind.SESSION,
    "h": TargetKind.HIGHLIGHTS,
    "e": TargetKind.EVENT,
    "q": TargetKind.QUERY,
    "g": TargetKind.TAG,
}
"""The kinds of targets that actions name."""


def _target(words: str) -> list[Target]:
    """The target in `s:EVENT/ID`, `h:EVENT` or another of `KINDS`."""
    kind, _, place = words.partition(":")
    event, _, value = place.partition("/")
    return [Target(kind=KINDS[kind], event=event, value=value)] if kind in KINDS else []
