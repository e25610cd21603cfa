"""Lengths of time: `half an hour`, `30 minutes`, `two and a half days`, `within the hour`."""

from __future__ import annotations

from bot.questions.times.sheet import OF_CLOCK, Atom, Sheet

_UNITS = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
_LENGTHS = {"half-hour": 30, "quarter-hour": 15, "two-hours": 120, "hour-and-half": 90}


def length(sheet: Sheet, at: int) -> None:
    """`half an hour`, `30 minutes`, `two and a half days`."""
    concepts = sheet.words.at(at)
    for word, minutes in _LENGTHS.items():
        if f"time.{word}" in concepts:
            sheet.add("length", at, concepts[f"time.{word}"], minutes)
            return
    one = concepts.get("time.one")
    number = sheet.words.number(at) or (None if one is None else (1, one))
    # "час" is one o'clock, and an hour; the twenty of "十一点二十分" are minutes past it.
    past = "time.clock" in sheet.words.before(at) and sheet.words.number(at - 2) is not None
    past |= bool((longer := sheet.words.number(at - 1)) and longer[1] > at)
    counts = "time.hour" not in concepts and not sheet.is_the(at) and not past
    if number and counts:
        _counted(sheet, at, *number)
    elif (end := _hour_ahead(sheet, at)) is not None:
        half = sheet.words.at(end).get("time.and-half", end)
        sheet.add("length", at, half, 90 if half > end else 60)
    elif sheet.leads and (not sheet.words.is_figure(at - 1) or sheet.taken[at - 1]):
        for unit, minutes in _UNITS.items():  # "напомни за час": an hour
            if f"time.{unit}" in concepts:
                sheet.add("length", at, concepts[f"time.{unit}"], minutes)
                return


def _hour_ahead(sheet: Sheet, at: int) -> int | None:
    """The end of an "hour" that is the next one, without a number."""
    concepts = sheet.words.at(at)
    if "time.next-hour" in concepts:
        sheet.atoms.append(Atom("time.coming", at, at))
        return concepts["time.next-hour"]
    end = concepts.get("time.hour")
    return end if end is not None and _comes(sheet, at, end) else None


def _comes(sheet: Sheet, start: int, end: int) -> bool:
    """Whether "hour" without a number is the one that begins now: "within the hour"."""
    before = sheet.words.before(start)
    ahead = not before.keys().isdisjoint(("time.within", "time.coming", "time.in"))
    return ahead or "time.coming" in sheet.words.at(end)


def _counted(sheet: Sheet, start: int, value: int, end: int) -> None:
    coming = sheet.words.at(end).get("time.coming")
    if coming is not None and sheet.words.at(coming):  # "les deux prochaines heures"
        sheet.atoms.append(Atom("time.coming", end, coming))
        end = coming
    half = sheet.words.at(end).get("time.and-half", end)  # "one and a half hours"
    concepts = sheet.words.at(half)
    for unit, minutes in _UNITS.items():
        after = concepts.get(f"time.{unit}")
        clock = unit == "hour" and half == end and _is_clock(sheet, start, value, concepts)
        clock |= unit == "day" and "time.at" in sheet.words.before(start)  # "الساعة 10 يوم"
        clock |= "time.pm" in concepts and value <= 12 and sheet.is_marked(start)  # "до 5 дня"
        if after is not None and not clock:
            last = sheet.words.at(after).get("time.and-half", after)  # "one hour and a half"
            extra = minutes // 2 if half > end or last > after else 0
            sheet.add("length", start, last, value * minutes + extra)
            return


def _is_clock(sheet: Sheet, start: int, value: int, unit: dict[str, int]) -> bool:
    """Whether "17 hours" is an hour of the day, by what stands before it."""
    marks = sheet.words.before(start).keys() & OF_CLOCK
    short = marks == {"time.after"} and value <= 5 and not sheet.dated  # "after two hours"
    return "time.clock" in unit and bool(marks) and not short
