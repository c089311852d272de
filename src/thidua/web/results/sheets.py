"""Score sheets: which ones somebody may open, and one of them whole."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thidua.apps.access.verbs import Verb
from thidua.web.results.reading import Of, Reading, reading
from thidua.words.numbers import write_number
from thidua.words.say import say
from thidua.words.sheets import ScoreSheet, SheetLine, score_sheet
from thidua.words.standings import noted


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit whose sheet may be opened."""

    unit: str
    name: str
    is_mine: bool
    total: str
    missing: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet with the page that explains it."""

    line: SheetLine
    address: str

    @property
    def level(self) -> str:
        """The class by which a line is indented."""
        return f"is-level-{min(self.line.depth, 3)}"


@reading(Verb.READ_SHEET, Of.UNITS)
def listed(request: HttpRequest, reading: Reading) -> HttpResponse:
    """The sheets that this person may open; a single one opens at once."""
    units = [unit for unit in reading.scored.season.units if reading.may_read_sheet(unit.code)]
    if len(units) == 1:
        return redirect("score_sheet", reading.looking.season.slug, units[0].code)
    entries = [_entry(unit.code, unit.name, reading) for unit in units]
    return render(request, "results/sheets.html", reading.context(entries=entries))


@reading(Verb.READ_SHEET, Of.UNIT)
def page(request: HttpRequest, reading: Reading, unit: str) -> HttpResponse:
    """One unit's sheet: the tree of criteria with points, state and the most that there was."""
    sheet = sheet_of(reading, unit)
    slug = reading.looking.season.slug
    lines = [Line(line, reverse("explain_points", args=[slug, unit, line.code])) for line in sheet.lines]
    others = [one for one in reading.scored.season.units if one.code != unit and reading.may_read_sheet(one.code)]
    return render(request, "results/sheet.html", reading.context(sheet=sheet, unit=unit, lines=lines, others=others))


def sheet_of(reading: Reading, unit: str) -> ScoreSheet:
    """The sheet, without rank and without a word on the order where the person may not know the order yet."""
    scored, lang = reading.scored, reading.lang
    sheet = score_sheet(scored.season, scored.explained, scored.standings, unit, lang, result_digest=scored.digest)
    if reading.may_read_standings:
        return sheet
    own = [note.text for note in noted(scored.explained, scored.standings, lang) if note.units == (unit,)]
    hidden = say("results.rank_hidden", lang)
    return replace(sheet, ranking=hidden, notes=tuple(text for text in sheet.notes if text in own))


def _entry(unit: str, name: str, reading: Reading) -> Entry:
    evaluation = reading.scored.explained
    row = evaluation.table.row(unit)
    total = write_number(evaluation.total_points(row), reading.lang, evaluation.rulebook.places)
    return Entry(unit, name, unit in reading.own_units, total, len(evaluation.missing(row)))
