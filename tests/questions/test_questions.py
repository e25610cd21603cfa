"""What people ask in eight languages comes out as the question they mean."""

from __future__ import annotations

import pytest

from tests.questions.cases import LANGUAGES, Case, cases, index, run, wrong

ASKED = [
    pytest.param(case, id=f"{language}: {case['ask']}")
    for language in LANGUAGES
    for case in cases(language)
    if "meaning" not in case
]


@pytest.mark.parametrize("case", ASKED)
def test_gives_what_is_asked_for(case: Case) -> None:
    """A question of the files gets the answer that its case wants, by words alone."""
    question, given = run(case, index())
    assert not wrong(case, question, given), given.question
