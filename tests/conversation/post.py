"""What is sent unasked to those who talk with the bot: a courier with the bot's own words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.delivery import Courier, Writer
from bot.messages import Address, Reply, Respond, Urgency
from bot.questions.index import Index
from bot.questions.selection import Selection
from bot.schedule.model import Programme, Session
from bot.schedule.targets import Target
from bot.store import subscriptions
from tests.dialogue import Talk


@dataclass(frozen=True)
class Letter:
    """A message that was sent unasked."""

    address: Address
    reply: Reply

    @property
    def text(self) -> str:
        """As people read it."""
        return self.reply.plain


class Post:
    """Delivers to the chats of a talk, by its clock, store and programme."""

    def __init__(self, talk: Talk, *platforms: str) -> None:
        self._talk = talk
        self._letters: list[Letter] = []
        self._selection = Selection(talk.index)
        self.courier = Courier(
            store=talk.store,
            chats={platform: _Chat(platform, self._letters) for platform in platforms or ("test",)},
            clock=talk.clock,
            writer=Writer("en"),
            programme=talk.index.programme,
            targets=self._targets,
            decide=self._decide,
        )

    async def at(self, local: str) -> list[Letter]:
        """What is sent when the clock shows that moment."""
        self._talk.at(local)
        await self.courier.step()
        letters = [*self._letters]
        self._letters.clear()
        return letters

    def publish(self, programme: Programme) -> None:
        """Answer and deliver by this programme from now on."""
        self._talk.index = Index(programme)
        self.courier.publish(programme)

    def _targets(self, session: Session) -> tuple[Target, ...]:
        return self._selection(session)

    async def _decide(self, _programme: Programme) -> None:
        questions = await self._talk.store.do(subscriptions.saved_questions)
        self._selection = Selection(self._talk.index, questions)


class _Chat:
    """A chat that keeps what it is given."""

    def __init__(self, platform: str, letters: list[Letter]) -> None:
        self.platform = platform
        self._letters = letters

    async def run(self, respond: Respond) -> None:
        """Nobody writes."""

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Keep it."""
        self._letters.append(Letter(address, reply))
        return str(len(self._letters))

    async def close(self) -> None:
        """Nothing to let go of."""
