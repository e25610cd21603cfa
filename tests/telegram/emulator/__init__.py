"""A strict Telegram on the loopback, for one bot.

It accepts what the Bot API accepts and refuses what it refuses: every request is checked against
the Bot API's models (aiogram's) and length rules, HTML is read as strictly as Telegram reads it,
chats that are gone, blocked or moved answer so. A request that breaks a rule fails the test.

A test reads like the chat. The bot may be an object in the same loop or another process: it only
needs the token and the address.

    async with Telegram() as telegram:
        bot = start_the_bot(TELEGRAM_TOKEN=telegram.token, api_url=telegram.url)
        ann = telegram.user("Ann", language="fr")
        ann.says("when is the library session?")
        answer = await ann.hears("DC-PAL", "14 November")
        assert answer.buttons == ["Remind me", "Calendar"]
        await ann.presses("Remind me").stops_spinning()
        await ann.hears("I will remind you")

People:
- `telegram.user(name, language=, id=, username=, started=)`, `telegram.users(5000)`,
  `telegram.group(title, ann, ben, admins=(ann,))`; `ann.at(group)` is Ann in the group and can do
  what follows there too.
- `says(text, reply_to=)`, `starts(payload)` (a deep link), `edits(post, text)`,
  `sends(location={...})`, `presses(label)` and `.stops_spinning()`, `link(label)`.
- `await hears(*fragments)`: the bot's next message, which must contain them all;
  `hears_of(...)` passes over others; `unheard`, `history`, `transcript()`. To show that nothing was
  sent, ask something else and hear its answer next.
- `blocks()`, `unblocks()`, `deletes_account()`; `group.migrates(by=)`, `removes_bot(by=)`,
  `adds_bot(by=)`, `promotes(user)`; `await ann.asks_inline(text)`.

A message (`Post`) has `text`, `entities`, `buttons`, `marked("bold")`, `upload`, and shows later
edits. What goes wrong on demand, for the next `times` calls of a `method`, to a `chat` or all:
`telegram.refuses(429, retry_after=3)`, `refuses(500)`, `serves_error_pages()`,
`drops("before" | "after")`, `delays(seconds)`; `await goes_down()` and `comes_back()`;
`Telegram(limits=Limits())` enforces Telegram's pace; `Telegram(unknown_tags=("tg-time",))` is an
older server.

What happened: `telegram.calls` (every request: `at`, `method`, `values`, `status`), `sent(chat)`,
`busiest(seconds, chat)`, `await called("sendMessage", times=3)`, `world.commands`, `check()`.

`python -m tests.telegram.emulator` runs it as a process of its own, to talk to a bot by hand.
"""

from tests.telegram.emulator.limits import Limits
from tests.telegram.emulator.people import Group, Press, Seat, User
from tests.telegram.emulator.server import TOKEN, Call, Telegram
from tests.telegram.emulator.spec import Upload
from tests.telegram.emulator.world import Post

__all__ = [
    "TOKEN",
    "Call",
    "Group",
    "Limits",
    "Post",
    "Press",
    "Seat",
    "Telegram",
    "Upload",
    "User",
]
