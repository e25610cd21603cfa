"""What the encoder adds: topics that share no word with the programme. Everything else stays."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from bot.questions.index import Index, vectors_of
from bot.questions.meaning.encoder import Meaning, available
from bot.questions.question import AnswerKind, Reason
from tests.questions.cases import LANGUAGES, Case, cases, igf, index, run, wrong


@cache
def by_meaning() -> Index:
    """The real programme with its vectors."""
    assert available()
    index = Index(igf(), Meaning())
    return index.with_vectors(vectors_of(index))


@pytest.mark.parametrize("language", LANGUAGES)
def test_gives_what_is_asked_for(language: str) -> None:
    """Each case of the files, those found by meaning alone too."""
    failed = [(case["ask"], faults) for case in cases(language)
              if (faults := wrong(case, *run(case, by_meaning())))]  # fmt: skip
    assert not failed


def test_finds_by_words_until_the_vectors_are_there() -> None:
    """An index that has the encoder and no vectors yet answers as one without."""
    waiting = Index(igf(), Meaning())
    case: Case = {"ask": "sessions about hate speech"}
    assert run(case, waiting)[1].sessions == run(case, index())[1].sessions


def test_vectors_are_named_by_what_they_are_of() -> None:
    """The store can keep vectors over restarts: the same texts have the same names."""
    texts = index().texts_to_embed()
    assert texts == Index(igf()).texts_to_embed()
    assert all(len(key) == 32 for key in texts)


def test_some_vectors_are_better_than_none() -> None:
    """Vectors that are missing do no harm."""
    empty = Index(igf(), Meaning()).with_vectors({})
    assert run({"ask": "WS 142"}, empty)[1].kind is AnswerKind.SESSIONS


def test_offers_three_candidates_when_unsure() -> None:
    """In the middle band there are candidates, said to be that."""
    question, given = run({"ask": "cheaper phone calls"}, by_meaning())
    assert question.topic
    assert given.unsure
    assert 1 < len(given.sessions) <= 3


def test_suggests_beside_a_refusal() -> None:
    """What is not in the programme is refused; what is near it stands apart."""
    _, given = run({"ask": "sessions on climate change"}, by_meaning())
    assert given.reason is Reason.NOT_IN_PROGRAMME
    assert not given.sessions


def test_knows_everyday_words_from_telling_ones() -> None:
    """Rarity is measured over all languages."""
    meaning = Meaning()
    the, refugee, comme = meaning.rarity(["the", "refugee", "comme"])
    assert the == 0.1
    assert comme < 0.5 < refugee


def test_one_thread_may_forget_what_another_one_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions are answered on one thread while a programme is indexed on another."""
    meaning = Meaning()
    meaning.embed(["library"])
    encode = meaning._model.encode

    def interrupted(texts: list[str]) -> object:
        monkeypatch.setattr(meaning._model, "encode", encode)
        monkeypatch.setattr("bot.questions.meaning.encoder._KEPT", 0)
        meaning.embed(["archive"])
        return encode(texts)

    monkeypatch.setattr(meaning._model, "encode", interrupted)
    assert len(meaning.embed(["library", "museum"])) == 2


def test_vectors_have_length_one() -> None:
    """Nearness is a plain product."""
    rows = Meaning().embed(["a library", "eine Bibliothek"])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
