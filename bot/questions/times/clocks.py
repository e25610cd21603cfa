"""Hours of the day: `at 9`, `half past ten`, `halb zehn`, `10 till noon`."""

from __future__ import annotations

from bot.questions.times.sheet import OF_CLOCK, Atom, Sheet
from bot.questions.times.spans import dashed, half_past_noon, opened

_BEFORE_HOUR = {
    "half-past": 30,
    "half-to": -30,
    "quarter-past": 15,
    "quarter-to": -15,
    "quarter-of": -45,  # "четверть пятого" is a quarter of the fifth hour
}
_PARTED = frozenset(("time.half-to", "time.quarter-of"))  # an ordinal may be the hour behind them
_BEHIND_HOUR = {"and-half": 30, "and-quarter": 15, "less-quarter": -15}
_FEW = 5  # minutes, the fewest that are said behind an hour


def clock(sheet: Sheet, at: int) -> None:
    """`at 9`, `half past ten`, `halb zehn`, `um neun Uhr`, `الساعة ٩`."""
    for concept, end in sheet.words.at(at).items():
        if concept.startswith("time.half-of."):  # "полдесятого"
            sheet.add("clock", at, end, int(concept.rpartition(".")[2]) * 60 - 30)
            return
    number = sheet.words.number(at)
    if number is None and (_PARTED & sheet.words.before(at).keys() or sheet.is_hour(at)):
        number = sheet.words.ordinal(at)  # "в половине десятого", "بعد الخامسة"
    if number is None or not 0 <= number[0] <= 24:
        return
    hour, end = number
    before, after = sheet.words.before(at), sheet.words.at(end)
    if "time.year" in after:
        return  # "depuis deux ans", "for ten years"
    for word, minutes in _BEFORE_HOUR.items():
        if f"time.{word}" in before:
            sheet.add("clock", before[f"time.{word}"], end, hour * 60 + minutes)
            return
    # "à un" and "a una" are mostly no hours, but behind another hour "und eins" is one.
    ranged = "time.one" not in sheet.words.at(at) and sheet.has_clock
    sure = sheet.words.is_figure(at) or "time.clock" in after or ranged or sheet.is_the(at)
    bare = hour == 1 and not (sure or _closes(sheet, at, end))
    bare |= _counts_behind(sheet, at, end)
    told = (sheet.is_marked(at) and not bare) or "time.am" in after or "time.pm" in after
    minutes, behind = _minutes(sheet, end)
    if told or behind > end:
        start = before.get("time.at", at)
        sheet.add("clock", start, behind, hour * 60 + minutes, exact=hour > 12)


def spans(sheet: Sheet) -> None:
    """`10 till noon`, `12h-14h`: hours, and dashes that stand for "to"."""
    for start, end, minutes in half_past_noon(sheet.words):
        sheet.add("clock", start, end, minutes, exact=True)
    clocks = [atom.start for atom in sheet.atoms if atom.kind == "clock"]
    for start, end, minutes in opened(sheet.text, sheet.words, clocks):
        sheet.add("clock", start, end, minutes)
    ends = {atom.end: atom.start for atom in sheet.atoms if atom.kind == "clock"}
    for at in clocks:
        # "بين العاشرة والثانية عشرة": the "and" is written onto the hour.
        between = at in ends and "time.between" in sheet.words.before(ends[at])
        if between or (at in ends and dashed(sheet.text, sheet.words, at)):
            sheet.atoms.append(Atom("time.to", at, at))


def _counts_behind(sheet: Sheet, at: int, end: int) -> bool:
    """Whether a number word behind "de" begins no span: "madre de dos"."""
    marks = sheet.words.before(at).keys() & OF_CLOCK
    to = sheet.words.at(end).keys() & {"time.to", "time.until"}
    sure = sheet.words.is_figure(at) or sheet.is_hour(at)
    return marks == {"time.between"} and not (to or sure)


def _closes(sheet: Sheet, at: int, end: int) -> bool:
    """Whether nothing is counted from a token on, so that "one" is an hour: "mañana a la
    una", "at one on Tuesday"; but "go to one", "à une réunion"."""
    tokens = sheet.words.tokens
    if "time.one" in sheet.words.at(at) and not tokens[at].text.endswith("a"):
        return False  # "à une" is no hour, "a la una" is
    if not sheet.words.before(at).keys() & (OF_CLOCK - {"time.to"}):
        return False
    if end == len(tokens) or sheet.text[tokens[end - 1].end : tokens[end].start].strip():
        return True
    next_to = end + 1 if len(tokens[end].text) <= 2 and not sheet.is_timed(end) else end
    return sheet.is_timed(next_to)


def _minutes(sheet: Sheet, at: int) -> tuple[int, int]:
    """What is said behind an hour: `Uhr`, `heures et quart`, `点 20`, `y veinte`."""
    clock = sheet.words.at(at).get("time.clock", at)
    for place in (clock, at):
        for word, minutes in _BEHIND_HOUR.items():
            if f"time.{word}" in sheet.words.at(place):
                return minutes, sheet.words.at(place)[f"time.{word}"]
    if clock > at:
        number = sheet.words.number(clock) if _joined(sheet, clock) else None
        return number if number and _FEW <= number[0] <= 59 else (0, clock)
    return _spoken(sheet, at) or (0, at)


def _spoken(sheet: Sheet, at: int) -> tuple[int, int] | None:
    """Minutes in words right behind an hour in words: "eleven twenty", "las once y veinte"."""
    if not at or sheet.words.is_figure(at - 1):
        return None
    ranged = "time.between" in sheet.words.before(at - 1)
    start = sheet.words.at(at).get("time.to", at) if not ranged else at
    number = sheet.words.number(start)
    told = number and number[0] > 12 and number[0] % _FEW == 0 and not sheet.words.is_figure(start)
    units = ("time.minute", "time.hour", "time.day")
    counts = number and sheet.words.at(number[1]).keys() & units  # "at eleven, twenty minutes"
    return number if told and not counts and _joined(sheet, start) else None


def _joined(sheet: Sheet, at: int) -> bool:
    """Whether nothing but blanks stands before a token."""
    tokens = sheet.words.tokens
    return at < len(tokens) and not sheet.text[tokens[at - 1].end : tokens[at].start].strip()
