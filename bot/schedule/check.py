"""Checks schedule files before they are published: each on its own, all together, and against
what is published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from bot.schedule.model import Schedule, Status
from bot.schedule.problems import Format, Place, Problem, Report, Severity, quoted, show
from bot.schedule.yamlfile import Loaded, load


def check(
    files: Mapping[str, bytes],
    against: bytes | None = None,
    followers: Mapping[str, int] | None = None,
) -> tuple[Problem, ...]:
    """Every problem of the files (contents by path), sorted.

    `against` is the published text of one of the events; `followers` says how many people
    follow each of its sessions, by id, where that is known.
    """
    loaded = [load(content, path) for path, content in sorted(files.items())]
    found = [problem for each in loaded for problem in each.problems]
    found += _events_twice(loaded, files)
    if against is not None:
        found += _against(loaded, files, against, followers or {})
    return tuple(sorted(found, key=lambda problem: (problem.path, problem.line, problem.column)))


def report(
    files: Mapping[str, bytes], format: Format = Format.TEXT, against: bytes | None = None
) -> tuple[str, int]:
    """What the `check` command prints, and its exit code: 1 if there is an error."""
    problems = check(files, against)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    text = show(problems, format)
    if format is Format.TEXT:
        counts = f"{_many(errors, 'error')}, {_many(len(problems) - errors, 'warning')}"
        text = "\n".join(filter(None, (text, f"{_many(len(files), 'file')}: {counts}")))
    return text, 1 if errors else 0


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _events_twice(loaded: Iterable[Loaded], files: Mapping[str, bytes]) -> list[Problem]:
    """A file's stem is its event's id, or `load` has said so."""
    found: list[Problem] = []
    first: dict[str, str] = {}
    for each in loaded:
        id = PurePath(each.path).stem
        if id in first:
            sheet = _sheet(each.path, files[each.path])
            message = f"the event {quoted(id)} is in {first[id]} already"
            sheet.error("event-twice", each.event_at, message, "one file for each event")
            found += sheet.problems
        first.setdefault(id, each.path)
    return found


def _against(
    loaded: Iterable[Loaded],
    files: Mapping[str, bytes],
    against: bytes,
    followers: Mapping[str, int],
) -> list[Problem]:
    """What people who follow the published version would lose."""
    found: list[Problem] = []
    for new in loaded:
        old = load(against, new.path).schedule
        if old is None or new.schedule is None:
            continue
        sheet = _sheet(new.path, files[new.path])
        _gone(old, new.schedule, new.sessions_at, followers, sheet)
        if old.event.timezone != new.schedule.event.timezone:
            message = f"the time zone was {old.event.timezone}: every session moves"
            sheet.warning("time-zone-changed", new.event_at, message)
        found += sheet.problems
    return found


def _gone(
    old: Schedule, new: Schedule, at: Place, followers: Mapping[str, int], sheet: Report
) -> None:
    for session in old.shown:
        now = new.session(session.id)
        if now is None or now.status is Status.DRAFT:
            message = f"session {quoted(session.id)} is {'a draft now' if now else 'gone'}"
            if count := followers.get(session.id):
                message += f"; {count} {'person follows' if count == 1 else 'people follow'} it"
            sheet.warning("gone", at, message, "set 'status: cancelled' instead")


def _sheet(path: str, content: bytes) -> Report:
    return Report(path, content.decode("utf-8-sig", "replace").split("\n"))
