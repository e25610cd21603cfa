"""Hours that a text mentions beside the ones that it asks about.

Who is "stuck till five" and asks "what starts after five" gives one hour twice; lunch that somebody
is back from is over, and who arrives at two asks for what comes then.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.times.hours import hours_of, part_of, says_time
from bot.questions.times.sheet import Atom
from bot.questions.words.clauses import Clauses

_BOUNDS = frozenset(f"time.{word}" for word in ("before", "after", "until", "from", "between"))
THEN = {"time.after-that": "time.after", "time.before-that": "time.before"}
GOING = {"time.arrive": "time.after", "time.leave": "time.before"}
_GONE = ("time.yesterday", "time.other-year")  # days that people mostly tell of
# The parts of a day that are hours to come or go by; "early" is how one goes.
_POINTS = ("noon", "lunch", "afternoon", "evening")


def meant(
    atoms: Sequence[Atom],
    clauses: Clauses,
    asking: set[int],
    *,
    now: set[int],
    told: set[int],
    postfix: bool,
) -> list[Atom]:
    """The atoms that the question is about; `asking` are the clauses that ask, `now` those that
    ask about this moment, `told` those that only speak of oneself."""
    over = past(atoms, clauses, now) + gone(atoms, clauses, told)
    before = {each for each in told if any(each < asked for asked in now)}
    over += [atom for atom in atoms if clauses.at(atom.start) in before]  # "till two, what's on?"
    kept = _then(_gone_by([atom for atom in atoms if atom not in over], clauses))
    return _agreeing(kept, clauses, asking, postfix=postfix)


def past(atoms: Sequence[Atom], clauses: Clauses, now: set[int]) -> list[Atom]:
    """The parts of the day that are over, as their clause says: "I am back from lunch", or one
    behind it that asks about this moment: "lunch is over, what is on now"."""
    over = clauses.of(atom.start for atom in atoms if atom.kind == "time.done")
    over |= {clause for clause in clauses.all if any(clause < asked for asked in now)} - now
    return [
        atom
        for atom in atoms
        if atom.kind.startswith("time.part.")
        and clauses.at(atom.start) in over
        and not _bounds(atoms, atom, _BOUNDS - {"time.from", "time.between"})
    ]


def gone(atoms: Sequence[Atom], clauses: Clauses, told: set[int]) -> list[Atom]:
    """The days and years of which somebody only tells: "I arrived yesterday, ..."."""
    apart = told if told < clauses.all else set()
    return [atom for atom in atoms if atom.kind in _GONE and clauses.at(atom.start) in apart]


def pointed_at(atoms: Sequence[Atom], clauses: Clauses) -> set[int]:
    """The clauses with a time that a later one means by "then", and names no hour itself."""
    then = clauses.of(atom.start for atom in atoms if atom.kind == "time.then")
    then -= clauses.of(atom.start for atom in atoms if _is_hour(atom, atoms))
    timed = clauses.of(atom.start for atom in atoms if says_time(atom))
    return {clause for clause in timed if any(clause < each for each in then)} - then


def _is_hour(atom: Atom, atoms: Sequence[Atom]) -> bool:
    return atom.kind == "clock" or bool(part_of(atom, atoms))


def _then(atoms: Sequence[Atom]) -> list[Atom]:
    """ "Busy until four, what starts after that": the hour that "that" points at, marked so."""
    kept = list(atoms)
    for word in atoms:
        mark = THEN.get(word.kind)
        hours = [atom for atom in kept if _is_hour(atom, kept) and atom.end <= word.start]
        behind = any(_is_hour(atom, kept) and 0 <= atom.start - word.end <= 1 for atom in kept)
        if mark and hours and not behind:  # but "at two, or after four" points at none
            kept = _marked(kept, hours[-1], mark)
    return kept


def _gone_by(atoms: Sequence[Atom], clauses: Clauses) -> list[Atom]:
    """ "I land at two": the hour from which, or until which, somebody is there."""
    kept = list(atoms)
    for word in atoms:
        mark = GOING.get(word.kind)
        if mark is None:
            continue
        clause = clauses.at(word.start)
        inside = [a for a in kept if _is_hour(a, kept) and clauses.at(a.start) == clause]
        inside = [atom for atom in inside if atom.kind == "clock"] or inside
        bounds = _BOUNDS - {"time.after"} if mark == "time.before" else _BOUNDS
        if len(inside) != 1 or _bounds(kept, inside[0], bounds):
            continue  # but "the train leaves after lunch" gives time until then
        if inside[0].kind == "clock" or part_of(inside[0], kept) in _POINTS:
            kept = _marked(kept, inside[0], mark)
        elif any(atom.kind == "clock" for atom in kept):
            kept.remove(inside[0])
    return kept


def _bounds(atoms: Sequence[Atom], hour: Atom, marks: frozenset[str] = _BOUNDS) -> bool:
    """Whether a word before an hour says that something begins or ends there."""
    return any(a.kind in marks and 0 <= hour.start - a.end <= 1 for a in atoms)


def _marked(atoms: Sequence[Atom], hour: Atom, mark: str) -> list[Atom]:
    """The atoms, with another marker before an hour."""
    rest = [a for a in atoms if not (a.kind in _BOUNDS and 0 <= hour.start - a.end <= 1)]
    rest.insert(rest.index(hour), Atom(mark, hour.start, hour.start))
    return rest


def _agreeing(
    atoms: list[Atom], clauses: Clauses, asking: set[int], *, postfix: bool
) -> list[Atom]:
    """The atoms, without hours that contradict those that are asked about: of the last clause
    that asks, else the last ones."""
    if hours_of(atoms, postfix=postfix).agree:
        return atoms
    hours = [atom for atom in atoms if _is_hour(atom, atoms)]
    last = max(asking & clauses.of(atom.start for atom in hours), default=-1)
    tries = [[atom for atom in hours if clauses.at(atom.start) == last]] if last >= 0 else []
    tries += [hours[at:] for at in range(1, len(hours))]
    for kept in tries:
        fewer = [atom for atom in atoms if atom in kept or atom not in hours]
        if hours_of(fewer, postfix=postfix).agree:
            return fewer
    return atoms
