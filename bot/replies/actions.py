"""The buttons under a reply, and the actions that they send back.

An action is a short word and the key of a session (`event/id`): `c:` shows its card, `f:s:`
follows it, `u:s:` stops that, `i:` gives its calendar file, `z:` reminds again later, `w:` says
why. `fa` follows all sessions just shown, `f:h:EVENT` the highlights of an event, `f:e:EVENT` all
of it, `f:q:EVENT/WORDS` a saved question and `f:g:EVENT/TAG` a tag. `w:EVENT@NUMBER` says why a
notice came, `u:n:` with the same stops that. `p:` is what an admin decides on a publication. An
action that begins with `/` is a command.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import Button
from bot.replies.card import name
from bot.replies.moments import Reader
from bot.replies.naming import called, cut
from bot.replies.wording import Rows, Wording, clean
from bot.schedule.model import Schedule, Session
from bot.schedule.targets import Target, TargetKind
from bot.schedule.times import day_of

LONGEST = 64  # bytes; what Telegram takes for the action of a button
SHOWN = 10  # so many of a list get a button of their own
IN_A_ROW = 5


def step(label: str, action: str) -> tuple[Button, ...]:
    """One button, or none where the action would be longer than chats allow."""
    return (Button(label=label, action=action),) if len(action.encode()) <= LONGEST else ()


def undo(action: str) -> str | None:
    """The action that undoes another, where there is one: following a session is stopped."""
    return "u" + action[1:] if action.startswith("f:s:") else None


def follow(session: Session, wording: Wording) -> tuple[Button, ...]:
    """Asks to be reminded of a session."""
    return step(wording.say("button-remind"), f"f:s:{session.key}")


def calendar(session: Session, wording: Wording) -> tuple[Button, ...]:
    """Asks for a session's calendar file, if it has a day."""
    if session.day is None:
        return ()
    return step(wording.say("button-calendar"), f"i:{session.key}")


def follow_highlights(schedule: Schedule, wording: Wording) -> tuple[Button, ...]:
    """Asks to be reminded of an event's highlights."""
    label = wording.say("button-highlights", event=called(schedule.event, wording))
    return step(label, f"f:h:{schedule.event.id}")


def follow_event(schedule: Schedule, wording: Wording) -> tuple[Button, ...]:
    """Asks to be reminded of everything at an event."""
    event = schedule.event
    label = wording.say("button-event", event=called(event, wording))
    return step(label, f"f:e:{event.id}")


def follow_topic(topic: Target, wording: Wording) -> tuple[Button, ...]:
    """Asks to be reminded of whatever is on a topic, now and later: a tag or a saved question."""
    words = topic.asked[1] if topic.kind is TargetKind.QUERY else topic.value
    kind = "q" if topic.kind is TargetKind.QUERY else "g"
    label = wording.say("button-follow-topic", topic=cut(words, 24))
    return step(label, f"f:{kind}:{topic.event}/{topic.value}")


def stop_and_why(session: Session, wording: Wording) -> tuple[Button, ...]:
    """Stop what brings reminders of a session, and why they come."""
    return stop_or_why(f"u:s:{session.key}", f"w:{session.key}", wording)


def stop_or_why(stop: str, why: str, wording: Wording) -> tuple[Button, ...]:
    """Under everything sent unasked: stop this, and why it came."""
    return step(wording.say("button-stop"), stop) + step(wording.say("button-why"), why)


def links(session: Session, schedule: Schedule, wording: Wording) -> tuple[Button, ...]:
    """Opens the way to take part, and the session's page."""
    join = schedule.join_of(session)
    label = "button-join" if join != schedule.event.join else "button-join-event"
    found = ((label, join), ("button-page", session.url))
    return tuple(Button(label=wording.say(each), link=clean(link)) for each, link in found if link)


def numbered(sessions: Sequence[Session]) -> Rows:
    """A numbered button for each of the first sessions of a list, opening its card."""
    row = [Button(label=str(at), action=f"c:{each.key}") for at, each in enumerate(sessions, 1)]
    row = row[:SHOWN]
    return tuple(tuple(row[at : at + IN_A_ROW]) for at in range(0, len(row), IN_A_ROW))


def titled(sessions: Sequence[Session], wording: Wording) -> Rows:
    """A button with the title for each candidate, one below the other."""
    return tuple(
        (Button(label=_short(f"{at}. {name(each, wording)}"), action=f"c:{each.key}"),)
        for at, each in enumerate(sessions[:SHOWN], 1)
    )


def _short(label: str, most: int = 48) -> str:
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"


def to_come(session: Session, schedule: Schedule, reader: Reader) -> bool:
    """Whether a session is still to begin, as far as that is announced, so that a reminder of
    it has a use."""
    if not session.takes_place:
        return False
    if session.start is not None:
        return session.start > reader.now
    today = day_of(reader.now, schedule.event.timezone)
    return (session.day or schedule.event.last_day) >= today
