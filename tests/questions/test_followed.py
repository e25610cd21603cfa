"""What a question asks to follow, and which sessions that selects."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.questions.answer import answer
from bot.questions.index import Index
from bot.questions.selection import Selection, selected
from bot.questions.understand import understand
from bot.schedule.model import Contributor, Programme, Session, Text
from bot.schedule.targets import Target, TargetKind, saved
from tests.questions.cases import igf, index

NOW = datetime(2018, 11, 11, 10, tzinfo=UTC)


def followed(text: str, over: Index | None = None) -> list[tuple[TargetKind, str]]:
    """Kind and value of what is to be followed."""
    over = over or index()
    found = answer(understand(text, over, now=NOW), over, now=NOW)
    return [(each.kind, each.value) for each in found.targets]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("remind me of everything in Salle X", (TargetKind.ROOM, "salle-x")),
        ("remind me of all workshops", (TargetKind.TYPE, "workshop")),
        ("remind me of the emerging technologies track", (TargetKind.TRACK, "emerging")),
        ("remind me when Luca Belli speaks", (TargetKind.SPEAKER, "Luca Belli")),
        ("remind me of everything by ISOC", (TargetKind.ORGANISER, "Internet Society")),
        ("keep me posted on blockchain", (TargetKind.QUERY, "en blockchain")),
        ("remind me of the sessions on libraries", (TargetKind.TAG, "libraries")),
        ("erinnere mich an alles über Blockchain", (TargetKind.QUERY, "de Blockchain")),
        ("remind me of quantum computing", (TargetKind.QUERY, "en quantum computing")),
        ("remind me of OF 4", (TargetKind.SESSION, "of-4")),
        ("remind me of the session on protecting children online", (TargetKind.SESSION, "ws-239")),
    ],
)  # fmt: skip
def test_one_thing_named_is_followed_as_such(text: str, target: tuple[TargetKind, str]) -> None:
    """A room, a person, a topic; a session if that is what was named, or all that was found."""
    assert followed(text) == [target]


def test_a_time_means_the_sessions() -> None:
    """Whatever else is named."""
    kinds = {kind for kind, _ in followed("remind me of all workshops tomorrow")}
    assert kinds == {TargetKind.SESSION}


def _with(*sessions: Session) -> Index:
    """The real programme with more sessions."""
    (schedule,) = igf().schedules
    return Index(
        Programme(schedules=(replace(schedule, sessions=(*schedule.sessions, *sessions)),))
    )


def _new(id: str, title: str, **fields: object) -> Session:
    return replace(Session(event="igf-2018", id=id, title=Text(title)), **fields)  # type: ignore[arg-type]  # any fields


BLOCKCHAIN = saved("igf-2018", "en", "blockchain")


def test_a_saved_question_selects_what_its_answer_shows() -> None:
    """And more, where the answer has no room for all."""
    for text in ("blockchain", "access", "cybersecurity", "youth", "net neutrality"):
        shown = answer(understand(text, index(), now=NOW), index(), now=NOW).sessions
        assert {*shown} <= {*selected(saved("igf-2018", "en", text), index())}, text
    assert len(selected(saved("igf-2018", "en", "access"), index())) > 12


def test_a_new_session_that_fits_is_selected() -> None:
    """The index of the new programme decides; what does not fit is left out."""
    over = _with(_new("new", "Blockchain for public records"), _new("other", "Music at noon"))
    selection = Selection(over, [BLOCKCHAIN])
    new, other = (over.programme.session(f"igf-2018/{id}") for id in ("new", "other"))
    assert new is not None
    assert other is not None
    assert BLOCKCHAIN in selection(new)
    assert BLOCKCHAIN not in selection(other)


def test_nothing_is_selected_by_words_that_mean_nothing() -> None:
    """Nobody is told of sessions that have nothing to do with what they asked."""
    for words in ("", "quantum computing", "buy milk", "\x00", "🙂"):
        assert selected(saved("igf-2018", "en", words), index()) == ()
    assert selected(saved("nowhere", "en", "blockchain"), index()) == ()


def test_a_person_is_one_however_they_are_spelt() -> None:
    """Whoever follows a speaker hears of sessions that write the name in another way."""
    new = _new("new", "Zero rating", speakers=(Contributor(name="LUCA BELLI"),))
    targets = Selection(_with(new))(new)
    assert Target(kind=TargetKind.SPEAKER, event="igf-2018", value="Luca Belli") in targets


def test_a_body_is_one_under_all_its_names() -> None:
    """As the file's `names` say."""
    new = _new("new", "Routing", organisers=(Contributor(name="ISOC"),))
    targets = Selection(_with(new))(new)
    assert Target(kind=TargetKind.ORGANISER, event="igf-2018", value="Internet Society") in targets


def test_a_session_that_is_gone_keeps_its_own_targets() -> None:
    """Its followers are to be told."""
    gone = _new("gone", "Gone", room="salle-x")
    targets = Selection(index())(gone)
    assert Target(kind=TargetKind.ROOM, event="igf-2018", value="salle-x") in targets


def test_what_is_followed_selects_what_was_shown() -> None:
    """Nobody is promised less than they saw."""
    (schedule,) = igf().schedules
    selection = Selection(index())
    for text in ("remind me of everything in Salle X", "remind me when Luca Belli speaks"):
        found = answer(understand(text, index(), now=NOW), index(), now=NOW)
        (target,) = found.targets
        assert {s.id for s in schedule.shown if target in selection(s)} == {
            s.id for s in found.sessions
        }
