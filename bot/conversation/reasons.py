"""Why something was sent unasked, and how to stop it. Every such message has both buttons."""

from __future__ import annotations

from bot.conversation import following
from bot.conversation.turn import Turn
from bot.delivery.notices import Newsroom
from bot.messages import Reply
from bot.replies import settings, talk
from bot.replies.naming import told
from bot.schedule.model import Session

DIGEST = "digest"


async def why(turn: Turn, about: str) -> Reply:
    """What brought a message about a session (`event/id`), about the changes of a publication
    (`event@number`), or about someone's day."""
    if about == DIGEST:
        return settings.why_digest(turn.reader, turn.person.digest)
    sessions = await _sessions(turn, about)
    if not sessions:
        return told(turn.reader, "session-gone")
    because = await following.because(turn, sessions)
    return talk.why(turn.reader, turn.programme, because, turn.leads(sessions[0].event))


async def stop(turn: Turn, about: str) -> Reply:
    """Stop what brought the news of a publication: at once if it is one thing; of several,
    each has its button."""
    because = await following.because(turn, await _sessions(turn, about))
    if len(because) == 1:
        return await following.unfollow(turn, [because[0].target])
    return following.listed(turn, because) if because else await following.listing(turn)


async def _sessions(turn: Turn, about: str) -> list[Session]:
    """The sessions that a message was about, as they were and as they are."""
    event, _, number = about.partition("@")
    if not number:
        session = turn.programme.session(about)
        return [session] if session else []
    if turn.programme.schedule(event) is None or not number.isdecimal():
        return []
    news = await Newsroom(turn.store).news(about)
    changes = news.changes if news else ()
    return [each for change in changes for each in (change.old, change.new) if each is not None]
