"""Days: `14 November`, `the second day`, `le 14`, `2018`."""

from __future__ import annotations

from bot.questions.times.sheet import Sheet
from bot.questions.times.spans import dashed


def named_month(sheet: Sheet, at: int) -> None:
    """`14 November 2018`, `November 14th`, `le 14 nov`."""
    for concept, end in sheet.words.at(at).items():
        if not concept.startswith("time.month."):
            continue
        month = int(concept.rpartition(".")[2])
        before = _day_before(sheet, at)
        if before is not None:
            year, last = _year_at(sheet, end)
            sheet.add("date", before, last, year, month, int(sheet.words.text[before][:4]))
            if "time.to" in sheet.words.at(before - 1) and sheet.words.is_figure(before - 2):
                day = int(sheet.words.text[before - 2][:4])  # "12 and 14 November"
                sheet.add("date", before - 2, before - 1, year, month, day)
            return
        after = sheet.words.number(end)
        if after and 1 <= after[0] <= 31:
            year, last = _year_at(sheet, after[1])
            sheet.add("date", at, last if year else _suffix(sheet, last), year, month, after[0])
        elif after and _year_at(sheet, end)[0]:
            sheet.add("date", at, after[1], after[0], month, None)


def nth_day(sheet: Sheet, at: int) -> None:
    """`day 2`, `second day`, `la última jornada`, `el 14`, `dia 13`."""
    words = sheet.words
    after = words.at(at).get("time.day-word")
    counted = after is not None and "time.one" not in words.at(after)  # "den Tag eine Lücke"
    nth = (words.ordinal(after) or words.number(after)) if after is not None and counted else None
    if nth or (nth := _day_behind(sheet, at)):
        _day(sheet, at, nth[1], nth[0])
    elif words.is_figure(at):
        _monthday(sheet, at)


def _day_behind(sheet: Sheet, at: int) -> tuple[int, int] | None:
    """An ordinal with "day" behind it, and where that ends."""
    ordinal = None if sheet.is_hour(at) else sheet.words.ordinal(at)
    end = sheet.words.at(ordinal[1]).get("time.day-word") if ordinal else None
    return None if ordinal is None or end is None else (ordinal[0], end)


def year_alone(sheet: Sheet, at: int) -> None:
    """A year by itself: of the event or not."""
    text = sheet.words.text[at]
    if text.isdecimal() and len(text) == 4 and 1990 <= int(text) <= 2100:
        sheet.add("year", at, at + 1, int(text))


def _day_before(sheet: Sheet, start: int) -> int | None:
    """A day of the month up to three tokens before its month's name: `the 13th of`."""
    for at in range(start - 1, max(start - 4, -1), -1):
        if sheet.words.is_figure(at):
            fits = 1 <= int(sheet.words.text[at][:4]) <= 31 and not sheet.taken[at]
            return at if fits else None
    return None


def _year_at(sheet: Sheet, at: int) -> tuple[int | None, int]:
    number = sheet.words.number(at)
    return number if number and 2000 <= number[0] <= 2100 else (None, at)


def _suffix(sheet: Sheet, at: int) -> int:
    """Past the `th` or `º` that is written onto a number."""
    if "time.day-suffix" not in sheet.words.at(at):
        return at
    token = sheet.words.tokens[at]
    between = sheet.text[sheet.words.tokens[at - 1].end : token.start]
    return at + 1 if between in ("", "-") or len(token.text) > 2 else at


def _day(sheet: Sheet, start: int, end: int, nth: int) -> None:
    """Day 2 is the event's second; day 14 of a short event is one of the month."""
    lasts = (sheet.days[1] - sheet.days[0]).days + 1
    if nth <= 31:
        sheet.add("day" if nth <= lasts else "monthday", start, end, nth)


def _monthday(sheet: Sheet, at: int) -> None:
    """`the 13th`, `le 14`, `Wednesday 14`: no hour, and a suffix or an article says so."""
    value = int(sheet.words.text[at][:4])
    before, after = sheet.words.before(at), sheet.words.at(at + 1)
    end = _suffix(sheet, at + 1)
    article = "time.day-article" in before
    weekday = any(concept.startswith("time.weekday") for concept in before)
    clock = "time.clock" in after or (value <= 12 and bool({"time.am", "time.pm"} & after.keys()))
    clock |= dashed(sheet.text, sheet.words, at + 1) and sheet.words.is_figure(at + 1)
    near = sheet.days[0].day <= value <= sheet.days[1].day
    told = end > at + 1 or ((article or weekday) and near) or (article and value > 12)
    if told and not clock and 1 <= value <= 31:
        sheet.add("monthday", at, end, value)
