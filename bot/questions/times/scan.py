"""The days, clock times and lengths that a text names: atoms for `when`.

Figures are read first (`figures`), then numbers with their units, then single words of the
lexicons (`time.*`). Each token belongs to one atom, unless a word has two meanings that only
`when` can tell apart ("morgen").
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.times.clocks import clock, spans
from bot.questions.times.dates import named_month, nth_day, year_alone
from bot.questions.times.figures import Figure, figures
from bot.questions.times.lengths import length
from bot.questions.times.sheet import Atom, Sheet
from bot.questions.times.spans import dashed
from bot.questions.words.text import is_han


def scan(sheet: Sheet) -> Sequence[Atom]:
    """The atoms of a text, in order."""
    for each in figures(sheet.text, sheet.days):
        _figure(sheet, each)
    for read in (named_month, nth_day, length, clock, year_alone):
        for at in range(len(sheet.words)):
            if not sheet.taken[at]:
                read(sheet, at)
    spans(sheet)
    _rest(sheet)
    return sorted(sheet.atoms, key=lambda atom: (atom.start, atom.kind))


def _figure(sheet: Sheet, figure: Figure) -> None:
    inside = [
        at
        for at, token in enumerate(sheet.words.tokens)
        if token.start < figure.end and token.end > figure.start
    ]
    if not inside or any(sheet.taken[at] for at in inside):
        return
    start, end = inside[0], inside[-1] + 1
    if sheet.leads and figure.kind == "clock" and _is_lead(sheet, start, end):
        sheet.add("length", start, end, figure.value[0])
    elif figure.kind != "range":
        sheet.add(figure.kind, start, end, *figure.value, exact=figure.exact)
    elif end - start == 2:
        _range(sheet, start, figure)


def _is_lead(sheet: Sheet, start: int, end: int) -> bool:
    """Whether "1h" is a length: of a reminder, with "before" behind it or in no time."""
    letters = sheet.words.text[end - 1] in ("h", "hr", "hrs") and end - start == 2
    return letters and "time.before" in sheet.words.at(end)


def _range(sheet: Sheet, start: int, figure: Figure) -> None:
    """`9-11` are hours, `12-14 November` days."""
    low, high = (number or 0 for number in figure.value)
    beside = {**sheet.words.before(start), **sheet.words.at(start + 2), **sheet.words.at(start + 3)}
    months = [concept for concept in beside if concept.startswith("time.month.")]
    if months:  # "November 12-14", "12-14 de noviembre"
        month = int(months[0].rpartition(".")[2])
        sheet.add("date", start, start + 1, None, month, low)
        sheet.atoms.append(Atom("time.to", start + 1, start + 1))
        sheet.add("date", start + 1, start + 2, None, month, high)
    else:
        sheet.add("clock", start, start + 1, low * 60)
        sheet.atoms.append(Atom("time.to", start + 1, start + 1))
        sheet.add("clock", start + 1, start + 2, high * 60)


def _rest(sheet: Sheet) -> None:
    """The words of time that belong to no number."""
    for at in range(len(sheet.words)):
        for concept, end in sheet.words.at(at).items():
            name = is_han(sheet.words.text[at]) and end == at + 1 and not sheet.is_timed(end)
            if concept == "time.tomorrow" and name:
                continue  # "明早" is tomorrow, "姚明" a person
            if concept.startswith("time.weekday.") and dashed(sheet.text, sheet.words, at):
                sheet.atoms.append(Atom("time.to", at, at))  # "Mon-Tue"
            if concept.startswith("time.") and not sheet.taken[at]:
                sheet.atoms.append(Atom(concept, at, end))
