"""When which message may leave. Pure: the caller brings the time, in monotonic seconds.

Telegram allows about 30 messages a second over all chats (1000 where broadcasts are paid for),
one a second to a chat, 20 a minute to a group. A message takes a place when its request starts,
and the place comes free a second (a minute) after its *answer*. Telegram counts it somewhere
between the two, so by Telegram's own clock no second ever holds one message too many, however the
network delays them; and a server that slows down is sent less.

Among the messages whose chat may be written to, the most urgent leaves first, then the oldest.

A refusal (429) names the seconds to wait, but not who: the chat, or the bot as a whole. The chat
waits; when a second chat is refused within a second, everyone waits.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections import deque
from dataclasses import dataclass, field

from bot.messages import Urgency

PER_SECOND = 30
PAID_PER_SECOND = 1000
PER_GROUP_MINUTE = 20
CHAT_PAUSE = 1.0

# How much of its even spacing the pace makes up after the process woke late, in seconds.
_CATCH_UP = 0.05
_FEW = 1000  # chats that may be remembered for nothing


_ANSWERED = 0.2  # seconds in which Telegram usually answers


def sustained(per_second: int) -> float:
    """How many messages a second leave for as long as there are many: each place comes free a
    second after its answer."""
    return per_second / (1 + _ANSWERED)


@dataclass(order=True, slots=True, kw_only=True)
class Ticket:
    """A message that waits for its turn, or has it."""

    urgency: Urgency
    number: int
    chat: int = field(compare=False)
    started: bool = field(default=False, compare=False)
    left: bool = field(default=False, compare=False)


class _Places:
    """`most` messages in any `span` seconds."""

    __slots__ = ("_answered", "_most", "_open", "_span")

    def __init__(self, most: int, span: float) -> None:
        self._most = most
        self._span = span
        self._open = 0
        self._answered: deque[float] = deque()

    def free_at(self, now: float) -> float:
        """When there is a place, if no request were answered before; `inf` if only that helps."""
        while self._answered and self._answered[0] + self._span <= now:
            self._answered.popleft()
        if self._open + len(self._answered) < self._most:
            return now
        return self._answered[0] + self._span if self._answered else math.inf

    def start(self) -> None:
        self._open += 1

    def finish(self, now: float) -> None:
        self._open -= 1
        self._answered.append(now)

    @property
    def unused(self) -> bool:
        return not self._open and not self._answered


class _Chat:
    """What a chat's next message depends on."""

    __slots__ = ("halted_until", "held", "places")

    def __init__(self, id: int, pause: float) -> None:
        self.places = [_Places(1, pause)]
        if id < 0:  # groups have negative ids
            self.places.append(_Places(PER_GROUP_MINUTE, 60.0))
        self.halted_until = -math.inf
        self.held: list[Ticket] = []  # they wait for the answer to the one before

    def free_at(self, now: float) -> float:
        return max(self.halted_until, *(each.free_at(now) for each in self.places))


class Pace:
    """The queue of everything that waits to be sent by one bot."""

    def __init__(self, *, per_second: int = PER_SECOND, chat_pause: float = CHAT_PAUSE) -> None:
        """`chat_pause` is how many seconds lie between two messages to a chat."""
        self._chat_pause = chat_pause
        self._spacing = 1 / per_second
        self._places = _Places(per_second, 1.0)
        self._next_start = -math.inf
        self._halted_until = -math.inf
        self._refused: tuple[int, float] | None = None  # the last chat, and until when
        self._refused_at = -math.inf
        self._chats: dict[int, _Chat] = {}
        self._many = _FEW
        self._ready: list[Ticket] = []
        self._parked: list[tuple[float, Ticket]] = []  # their chats are free at a known time
        self._numbers = itertools.count()

    def queue(self, chat: int, urgency: Urgency) -> Ticket:
        """Line up for a chat."""
        ticket = Ticket(urgency=urgency, number=next(self._numbers), chat=chat)
        heapq.heappush(self._ready, ticket)
        return ticket

    def next(self, now: float) -> Ticket | None:
        """The message that leaves now, if one may. Its request must start, and be reported by
        `leave` when it is answered or given up."""
        while self._parked and self._parked[0][0] <= now:
            heapq.heappush(self._ready, heapq.heappop(self._parked)[1])
        if self._free_at(now) > now:
            return None
        while self._ready:
            ticket = heapq.heappop(self._ready)
            if ticket.left:
                continue
            chat = self._chats.get(ticket.chat) or self._new_chat(ticket.chat, now)
            free_at = chat.free_at(now)
            if free_at <= now:
                self._start(ticket, chat, now)
                return ticket
            if free_at == math.inf:
                chat.held.append(ticket)
            else:
                heapq.heappush(self._parked, (free_at, ticket))
        return None

    def wake(self, now: float) -> float:
        """When to ask `next` again, after it gave nothing; `inf`: not before a `leave`."""
        if self._ready:
            return self._free_at(now)
        return self._parked[0][0] if self._parked else math.inf

    def leave(self, ticket: Ticket, now: float) -> None:
        """The request was answered, or will never be made."""
        if ticket.left:
            return
        ticket.left = True
        if not ticket.started:
            return
        chat = self._chats[ticket.chat]
        for places in (self._places, *chat.places):
            places.finish(now)
        for held in chat.held:
            heapq.heappush(self._ready, held)
        chat.held.clear()

    def refuse(self, ticket: Ticket, seconds: float, now: float) -> None:
        """Telegram answered 429: the chat, or everyone, waits that long."""
        until = now + seconds
        chat = self._chats[ticket.chat]
        chat.halted_until = max(chat.halted_until, until)
        if self._refused and self._refused[0] != ticket.chat and now - self._refused_at <= 1.0:
            self._halted_until = max(self._halted_until, min(until, self._refused[1]))
        self._refused = (ticket.chat, until)
        self._refused_at = now

    def halt(self, chat: int | None, now: float) -> float:
        """Seconds for which refusals forbid to write to the chat (None: to anyone)."""
        known = self._chats.get(chat) if chat is not None else None
        until = max(self._halted_until, known.halted_until if known else -math.inf)
        return max(until - now, 0.0)

    def _free_at(self, now: float) -> float:
        return max(self._halted_until, self._next_start, self._places.free_at(now))

    def _start(self, ticket: Ticket, chat: _Chat, now: float) -> None:
        ticket.started = True
        for places in (self._places, *chat.places):
            places.start()
        self._next_start = max(self._next_start, now - _CATCH_UP) + self._spacing

    def _new_chat(self, id: int, now: float) -> _Chat:
        """Remember a chat; each time their number has doubled, forget those that need not wait."""
        if len(self._chats) >= self._many:
            self._chats = {
                known: chat
                for known, chat in self._chats.items()
                if chat.free_at(now) > now or not all(each.unused for each in chat.places)
            }
            self._many = max(2 * len(self._chats), _FEW)
        chat = self._chats[id] = _Chat(id, self._chat_pause)
        return chat
