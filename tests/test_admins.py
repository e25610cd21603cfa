"""What the people who run the bot are told unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.admins import Admins
from bot.clock import StillClock
from bot.messages import Address, ChatError, Failure, Reply, Respond, Urgency
from bot.publishing import Edit, Preview, Published, Refused
from bot.schedule.model import Faq, Session, Status, Text
from bot.schedule.problems import Problem, Severity
from bot.schedule.targets import Target, TargetKind
from bot.store import Store, people, subscriptions
from tests.programmes import HOUR, NINE, schedule, session

ROOT = Address(platform="stage", chat="root")
SUE = Address(platform="stage", chat="sue")


class Recorder:
    """A chat that keeps what it sends. `fails` are addresses that cannot be reached."""

    platform = "stage"

    def __init__(self) -> None:
        self.sent: list[tuple[str, Reply]] = []
        self.keys: set[str] = set()
        self.fails: Sequence[Address] = ()

    async def run(self, respond: Respond) -> None:
        """Nobody writes."""

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Keep it, or fail."""
        if address in self.fails:
            raise ChatError(Failure.GONE, "blocked")
        self.sent.append((address.chat, reply))
        self.keys.add(key)
        return key

    async def close(self) -> None:
        """Nothing to let go of."""


class Office:
    """Two admins, and someone who follows the session `a`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.chat = Recorder()
        self.admins = Admins(
            store=store, chats=[self.chat], addresses=[ROOT, SUE], clock=StillClock(NINE)
        )

    async def told(self, edit: Edit) -> list[str]:
        """Who is told what of an edit."""
        self.chat.sent.clear()
        await self.admins.tell(edit)
        return [f"{chat}: {reply.plain}" for chat, reply in self.chat.sent]


@pytest.fixture
async def office(store: Store) -> Office:
    """At nine."""
    person = await store.do(people.find_or_create, Address(platform="stage", chat="ann"), NINE)
    target = Target(kind=TargetKind.SESSION, event="e", value="a")
    await store.do(subscriptions.subscribe, person.id, target, NINE)
    return Office(store)


A, B = session("a", NINE + HOUR), session("b", NINE + HOUR)


def moved(each: Session) -> Session:
    """Two hours later."""
    return session(each.id, NINE + 3 * HOUR)


def published(before: tuple[Session, ...], after: tuple[Session, ...]) -> Published:
    """The second publication."""
    return Published(before=schedule(*before), after=replace(schedule(*after), number=2))


async def test_a_publication_is_told_to_all_admins(office: Office) -> None:
    """What changed, how many are told, and a button that takes it back."""
    words = "Event is published: 1 moved to later.\n1 person will be told: 1 on Stage"
    assert await office.told(published((A, B), (moved(A), B))) == [
        f"root: {words}",
        f"sue: {words}",
    ]
    [[undo]] = office.chat.sent[0][1].buttons
    assert (undo.label, undo.action) == ("Undo", "p:undo-publish:e@2:")


async def test_who_did_it_is_not_told_of_it(office: Office) -> None:
    """The admin who pressed the button has the answer already."""
    edit = replace(published((A,), (moved(A),)), by=SUE)
    assert [each[:4] for each in await office.told(edit)] == ["root"]


async def test_a_waiting_edit_is_shown_with_what_can_be_decided(office: Office) -> None:
    """Before it takes effect."""
    off = replace(B, status=Status.CANCELLED)
    edit = Preview(
        before=schedule(A, B),
        after=replace(schedule(moved(A), off), version="abc"),
        base=1,
        wait=timedelta(seconds=90),
    )
    told = await office.told(edit)
    assert told[0] == (
        "root: Event, saved and not yet published: 1 cancelled, 1 moved to later.\n"
        "1 person will be told: 1 on Stage\n"
        "\n"
        "Moved to later: Session a\n"
        "Cancelled: Session b\n"
        "\n"
        "Unless you hold it, it is published in 90 seconds."
    )
    actions = [button.action for row in office.chat.sent[0][1].buttons for button in row]
    assert actions == ["p:publish:e@1:abc", "p:publish-silent:e@1:abc", "p:hold:e@1:abc"]


async def test_the_same_preview_twice_is_two_messages(office: Office) -> None:
    """A chat that drops repeated keys must not drop the second look at the same edit."""
    edit = Preview(before=schedule(A), after=schedule(moved(A)), base=1, wait=HOUR)
    await office.told(edit)
    office.admins._clock = StillClock(NINE + HOUR)
    await office.told(edit)
    assert len(office.chat.keys) == 4


async def test_a_long_preview_names_some_and_counts_the_rest(office: Office) -> None:
    """A message is to be read at a glance."""
    many = tuple(session(f"s{n}", NINE + HOUR) for n in range(20))
    edit = Preview(before=schedule(*many), after=schedule(*map(moved, many)), base=1)
    told = (await office.told(edit))[0]
    assert "20 moved to later" in told
    assert told.count("Session s") == 8
    assert told.endswith("and 12 more")


async def test_nobody_is_told_of_what_is_over(office: Office) -> None:
    """The count is of those who will hear of it."""
    over = session("a", NINE - 2 * HOUR)
    edit = published((over,), (replace(over, join="https://example.org"),))
    assert "nobody will be told" in (await office.told(edit))[0]


async def test_parts_that_no_session_holds_are_counted(office: Office) -> None:
    """A new answer is an edit too."""
    before = schedule(A)
    faq = (Faq(ask=("where",), answer=Text("Here")),)
    edit = Published(before=before, after=replace(before, faq=faq, number=2))
    told = await office.told(edit)
    assert told[0] == "root: Event is published: 1 other part of the file.\nnobody will be told"


async def test_a_file_put_right_is_told(office: Office) -> None:
    """Nothing has changed, but the admins heard of a fault and want to know that it is gone."""
    same = replace(schedule(A), number=2)
    told = await office.told(Published(before=same, after=same))
    assert told[0] == "root: Event is published; nothing that people see has changed."
    assert office.chat.sent[0][1].buttons == ()


async def test_a_refused_file_is_told_with_its_place(office: Office) -> None:
    """As the check tells it; warnings are not faults."""
    fault = Problem(
        path="e.yaml", line=3, column=4, severity=Severity.ERROR, rule="x", message="no such room"
    )
    doubt = replace(fault, severity=Severity.WARNING, message="odd")
    [told, _] = await office.told(Refused(path="e.yaml", problems=(fault, doubt)))
    assert "e.yaml was not taken over: 1 problem." in told
    assert "e.yaml:3:4: no such room" in told
    assert "odd" not in told


async def test_a_first_publication_is_no_news(office: Office) -> None:
    """Whoever starts a bot with a new file knows of it."""
    assert await office.told(Published(before=None, after=schedule(A))) == []


async def test_an_admin_who_cannot_be_reached_keeps_nothing_from_the_others(
    office: Office,
) -> None:
    """It is logged."""
    office.chat.fails = [ROOT]
    told = await office.told(published((A,), (moved(A),)))
    assert [each[:3] for each in told] == ["sue"]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_of_several_processes_one_tells(office: Office, database: str) -> None:
    """The one that sends for the account."""
    other = await Store.open(database)
    assert await other.hold("stage")
    assert await office.told(published((A,), (moved(A),))) == []
    await other.close()
    assert len(await office.told(published((A,), (moved(A),)))) == 2
