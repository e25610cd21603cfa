"""Questions in files and what must come of them: `<language>.yaml` beside this module.

A case gives the text (`ask`), the moment in Paris (`at`), what was asked before (`after`), and
what is wanted: the kind, sessions (`first` shown, all of them, or their `count`), and the slots of
the question in the schedule's own terms. `meaning` marks what is found by meaning alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.questions.answer import answer
from bot.questions.index import Index
from bot.questions.question import Answer, Context, Question
from bot.questions.reading.followup import remembered
from bot.questions.understand import understand
from bot.schedule.model import Programme
from bot.schedule.times import to_local, to_utc
from bot.schedule.yamlfile import load

HERE = Path(__file__).parent
IGF = HERE.parents[1] / "schedules" / "igf-2018.yaml"
PARIS = "Europe/Paris"
LANGUAGES = ("en", "fr", "es", "de", "pt", "ru", "ar", "zh")
Case = dict[str, Any]


@cache
def igf() -> Programme:
    """The real programme."""
    loaded = load(IGF.read_bytes(), IGF.name)
    assert loaded.schedule is not None, loaded.problems
    return Programme(schedules=(loaded.schedule,))


@cache
def index() -> Index:
    """The real programme, found by words alone."""
    return Index(igf())


@cache
def cases(language: str) -> list[Case]:
    """The cases of a language's file."""
    text = (HERE / f"{language}.yaml").read_text(encoding="utf-8")
    return list(yaml.load(text, Loader=yaml.CBaseLoader))


def said_of_time(language: str) -> Iterator[tuple[str, str]]:
    """The texts of `times/<language>.yaml`, each with the window that it means."""
    text = (HERE / "times" / f"{language}.yaml").read_text(encoding="utf-8")
    file = yaml.load(text, Loader=yaml.CBaseLoader)
    for window, phrases in file["windows"].items():
        yield from ((window, frame.format(each)) for each in phrases for frame in file["frames"])


def moment(text: str) -> datetime:
    """A local time in Paris as an instant."""
    return to_utc(datetime.fromisoformat(text), PARIS)


def run(case: Case, over: Index) -> tuple[Question, Answer]:
    """Ask what the case asks, after what it says was asked before."""
    now = moment(case.get("at", "2018-11-11 10:00"))
    context: Context | None = None
    for text in (*case.get("after", ()), case["ask"]):
        question = understand(text, over, now=now, language=None, zone=None, context=context)
        given = answer(question, over, now=now)
        context = remembered(given, now, context)
    return question, given


def wrong(case: Case, question: Question, given: Answer) -> list[str]:
    """What differs from what the case wants."""
    ids = [session.id for session in given.sessions]
    got = {
        "kind": given.kind.value,
        "first": ids[:1],
        "sessions": sorted(ids),
        "count": str(len(ids)),
        "intent": question.ask.value,
        "fact": question.ask.value if question.of_event else "none",
        "language": question.language,
        "reason": given.reason.value if given.reason else "none",
        "errand": question.errand.value if question.errand else "none",
        "leads": [str(int(lead / timedelta(minutes=1))) for lead in question.leads],
        "rooms": list(question.rooms),
        "types": list(question.types),
        "formats": list(question.formats),
        "tracks": list(question.tracks),
        "speakers": list(question.speakers),
        "organisers": list(question.organisers),
        "day": _day(question),
        "window": window(question),
        "unsure": str(given.unsure).lower(),
    }
    found = []
    for key, value in case.items():
        if key in ("ask", "at", "after", "meaning"):
            continue
        wanted = value
        if key == "first":
            wanted = value if isinstance(value, list) else [value]
            if not ids or ids[0] not in wanted:
                found.append(f"first: {ids[:3]}, wanted {wanted}")
            continue
        if key == "sessions":
            wanted = sorted(value)
        if isinstance(got[key], list) and not isinstance(wanted, list):
            wanted = [wanted]
        if got[key] != wanted:
            found.append(f"{key}: {got[key]}, wanted {wanted}")
    return found


def _day(question: Question) -> str:
    window = question.window
    return str(window.day) if window and window.day and window.whole_day else "none"


def window(question: Question) -> str:
    """The span that a question means, on the clocks of Paris."""
    if question.window is None:
        return "none"
    instants = (question.window.start, question.window.end)
    start, end = (to_local(at, PARIS) for at in instants)
    return f"{start:%m-%d %H:%M} to {end:%m-%d %H:%M}"
