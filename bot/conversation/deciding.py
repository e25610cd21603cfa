"""What the people who run the bot decide on saved schedules, in a chat.

The rule that lives here: only admins decide, and a decision holds on what was looked at. A button
that is pressed twice, or late, changes nothing and shows how things are now.
"""

from __future__ import annotations

from bot.admins import action, said
from bot.conversation.turn import Turn
from bot.messages import Address, Reply
from bot.publishing import Declined, Preview, Published, Publishing, Refused
from bot.replies import admin
from bot.replies.naming import called

Decided = Preview | Published | Refused | Declined


async def preview(turn: Turn, event: str) -> Reply:
    """`/preview` or `/preview EVENT`: what publishing the saved file would change."""
    publishing = turn.publishing
    if publishing is None or not turn.message.admin:
        return admin.only(turn.reader)
    wanted = [event] if event in publishing.events else publishing.events
    found = {each: await publishing.preview(each) for each in wanted}
    open_ = [each for each in found if found[each] is not Declined.NOTHING]
    if len(open_) > 1 or (event and event not in found):
        return admin.which(turn.reader, {each: f"/preview {each}" for each in open_ or found})
    here = turn.schedule.event.id if turn.schedule else event
    shown = open_[0] if open_ else here
    return await _reply(turn, publishing, shown, found.get(shown, Declined.NOTHING))


async def press(turn: Turn, words: str) -> Reply:
    """What a button of a preview or a publication says: `DOES:EVENT@NUMBER:VERSION`."""
    publishing = turn.publishing
    if publishing is None or not turn.message.admin:
        return admin.only(turn.reader)
    does, _, rest = words.partition(":")
    place, _, version = rest.partition(":")
    event, _, digits = place.partition("@")
    if event not in publishing.events:
        return await preview(turn, "")
    number = int(digits) if digits.isdecimal() else -1
    by = Address(platform=turn.message.address.platform, chat=turn.message.sender)
    done: Decided
    match does:
        case "publish" | "publish-silent":
            silent = does == "publish-silent"
            done = await publishing.publish(
                event, base=number, version=version, silent=silent, by=by
            )
        case "hold":
            done = await publishing.hold(event, base=number, version=version)
        case "undo-publish":
            done = await publishing.undo(event, number=number, by=by)
        case _:
            return await preview(turn, event)
    return await _reply(turn, publishing, event, done)


async def _reply(turn: Turn, publishing: Publishing, event: str, done: Decided) -> Reply:
    first = None
    if done in (Declined.OVERTAKEN, Declined.OUTDATED):
        first = f"admin-{done}"
        now = await publishing.preview(event)
        done = now if isinstance(now, Preview) else done
    if not isinstance(done, Declined):
        return await said(
            done, store=turn.store, reader=turn.reader, foresee=publishing.foresee, first=first
        )
    here = publishing.programme.schedule(event)
    name = called(here.event, turn.reader.wording) if here else event
    undo = action("undo-publish", event, here.number) if here and here.number > 1 else None
    return admin.declined(turn.reader, done, name, undo=undo)
