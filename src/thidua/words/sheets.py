"""A unit's score sheet as people read it, ready for any paper: one value for HTML, PDF and screen.

Owns what stands on a score sheet and in which order; how it looks is the template's business. The five states of a
cell are never one another: a number, not reported, not assigned, not applicable, not yet appraised.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.core.columns import Literal, Operation, Operator
from thidua.core.numbers import Number, round_to
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.schema import Criterion, Missing, Rounding, Secrecy
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import Nature
from thidua.core.scoring.trace import explain
from thidua.core.season import Season
from thidua.core.standings import ClusterStandings
from thidua.core.standings.profile import has_number, state_in
from thidua.core.states import State
from thidua.words.expressions import write_final_line
from thidua.words.language import Language
from thidua.words.numbers import write_date, write_number
from thidua.words.say import say
from thidua.words.standings import class_of, noted, stage_name, write_rank
from thidua.words.traces import Explanation, explain_in_words


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One criterion of the sheet. `state` is the stable word of its state; groups are always `reported`.

    points: as printed, or what stands instead of a number · note: what a limit or a knock-out did to a group.
    """

    depth: int
    code: str
    name: str
    points: str
    maximum: str
    state: str
    is_group: bool
    waits: bool
    provisional: bool
    illustrative: bool
    note: str = ""
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A criterion's cell in a table of all units: points as printed or the word of their state, and its marks."""

    text: str
    state: str
    waits: bool = False
    illustrative: bool = False

    @property
    def is_number(self) -> bool:
        """Whether points stand in it."""
        return self.state == State.REPORTED.word


@dataclass(frozen=True, slots=True)
class TotalLine:
    """One line under the sheet: what it is, the amount, and its arithmetic where there is some."""

    label: str
    amount: str
    arithmetic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """Everything on one unit's sheet. marks: sentences that must be seen first · digests: by which to find it again."""

    season: str
    cluster: str
    year: str
    unit: str
    unit_code: str
    ranking: str
    total: str
    maximum: str
    marks: tuple[str, ...]
    is_final: bool
    illustrative: bool
    lines: tuple[SheetLine, ...]
    totals: tuple[TotalLine, ...]
    notes: tuple[str, ...]
    made_from: tuple[tuple[str, str], ...]


def score_sheet(
    season: Season, evaluation: Evaluation, one: ClusterStandings, unit: str, lang: Language, *, result_digest: str
) -> ScoreSheet:
    """The sheet of a unit of the cluster. The evaluation must have been made with `explained=True`."""
    row = evaluation.table.row(unit)
    member = evaluation.table.units[row]
    lines = tuple(_lines(evaluation, row, lang))
    final = evaluation.closed and unit in [place.unit for place in one.ranked]
    illustrative = any(line.illustrative for line in lines)
    total, maximum = _headline_total(evaluation, row, lang)
    return ScoreSheet(
        season=season.name.title,
        cluster=member.cluster or season.name.cluster,
        year=str(season.name.year),
        unit=member.name,
        unit_code=unit,
        ranking=_ranking(one, unit, lang),
        total=total,
        maximum=maximum,
        marks=tuple(_marks(evaluation, row, lang, final=final, illustrative=illustrative)),
        is_final=final,
        illustrative=illustrative,
        lines=lines,
        totals=tuple(_totals(evaluation, row, lang)),
        notes=tuple(_notes(evaluation, one, unit, lang)),
        made_from=tuple(made_from(evaluation, lang, result_digest)),
    )


def sheet_line(evaluation: Evaluation, criterion: Criterion, row: int, lang: Language, *, depth: int = 0) -> SheetLine:
    """The line of one criterion; a leaf's has its explanation."""
    made = _leaf_line if criterion.group is None else _group_line
    return made(evaluation, criterion, depth, row, lang)


def short_digest(digest: str) -> str:
    """The head of a digest as it is compared by eye: `5be2 91c4 0d7a 33f8`."""
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def cell_word(state: State, lang: Language) -> str:
    """What stands in a cell instead of a number: `thiếu`, `–` for not assigned, `KAD` for not applicable."""
    return say(f"cell.{state.word}", lang)


def cell_of(evaluation: Evaluation, criterion: Criterion, row: int, lang: Language) -> SheetCell:
    """What stands in the cell of a criterion and a unit."""
    code, state = criterion.code, state_in(evaluation, criterion, row)
    text = _points(evaluation.points(code, row), lang) if state is State.REPORTED else cell_word(state, lang)
    if criterion.group is not None:
        return SheetCell(text, state.word)
    return SheetCell(
        text=text,
        state=state.word,
        waits=evaluation.waits_for_appraisal(code, row),
        illustrative=leaf_is_illustrative(evaluation, code, row),
    )


def leaf_is_illustrative(evaluation: Evaluation, code: str, row: int) -> bool:
    """Whether a figure or target that a leaf's points hang on is illustrative."""
    table, unit = evaluation.table, evaluation.table.units[row].code
    indicators = evaluation.leaves[code].leaf.indicators
    given = [read(unit, indicator) for indicator in indicators for read in (table.chosen, table.in_force)]
    return any(one is not None and one.origin.nature is Nature.ILLUSTRATIVE for one in given)


def _lines(evaluation: Evaluation, row: int, lang: Language) -> Iterator[SheetLine]:
    for depth, criterion in evaluation.rulebook.walk():
        yield sheet_line(evaluation, criterion, row, lang, depth=depth)


def _leaf_line(evaluation: Evaluation, criterion: Criterion, depth: int, row: int, lang: Language) -> SheetLine:
    trace = explain(evaluation, evaluation.table.units[row].code, criterion.code)
    explanation = explain_in_words(trace, lang)
    number = has_number(evaluation, criterion.code, row)
    return SheetLine(
        depth=depth,
        code=criterion.code,
        name=explanation.name,
        points=explanation.points if number else cell_word(trace.state, lang),
        maximum=explanation.maximum if trace.maximum.digits else "–",
        state="reported" if number else trace.state.word,
        is_group=False,
        waits=explanation.waits_for_appraisal,
        provisional=explanation.provisional,
        illustrative=explanation.illustrative,
        explanation=explanation,
    )


def _group_line(evaluation: Evaluation, criterion: Criterion, depth: int, row: int, lang: Language) -> SheetLine:
    leaves = [node.code for _depth, node in criterion.walk() if node.code in evaluation.leaves]
    state = state_in(evaluation, criterion, row)
    return SheetLine(
        depth=depth,
        code=criterion.code,
        name=say("trace.code_only", lang) if criterion.secrecy is Secrecy.CODE_ONLY else criterion.name,
        points=_points(evaluation.points(criterion.code, row), lang)
        if state is State.REPORTED
        else cell_word(state, lang),
        maximum=write_number(evaluation.maximum(criterion.code, row).normalised(), lang),
        state=state.word,
        is_group=True,
        waits=False,
        provisional=any(evaluation.is_provisional(code, row) for code in leaves),
        illustrative=any(leaf_is_illustrative(evaluation, code, row) for code in leaves),
        note=_group_note(evaluation, criterion, row, lang),
    )


def _group_note(evaluation: Evaluation, criterion: Criterion, row: int, lang: Language) -> str:
    """Why a group's points are not the sum of its parts."""
    score = evaluation.groups[criterion.code]
    summed, points = evaluation.amount(score.sum, row), evaluation.points(criterion.code, row)
    emptied = [item.name for item, mask in score.emptied if mask[row]]
    if emptied:
        return say("sheet.emptied", lang, names=emptied, sum=_points(summed, lang))
    if summed != points:
        rescaled = criterion.group is not None and criterion.group.rescale
        return say(
            "sheet.group_rescaled" if rescaled else "sheet.limited",
            lang,
            sum=_points(summed, lang),
            points=_points(points, lang),
        )
    return ""


def _points(number: Number, lang: Language) -> str:
    return write_number(number, lang, number.places)


def _headline_total(evaluation: Evaluation, row: int, lang: Language) -> tuple[str, str]:
    """The total that is ranked and what it is out of."""
    rescale_to = evaluation.rulebook.total.rescale_to
    most = evaluation.amount(evaluation.total.maximum, row) if rescale_to is None else rescale_to
    return _points(evaluation.total_points(row), lang), write_number(most.normalised(), lang)


def _totals(evaluation: Evaluation, row: int, lang: Language) -> Iterator[TotalLine]:
    """The grand total line by line, each one only where it changes something."""
    total = evaluation.total
    summed, limited, adjusted = (evaluation.amount(one, row) for one in (total.sum, total.limited, total.adjusted))
    maximum = evaluation.amount(total.maximum, row)
    out_of = write_number(maximum.normalised(), lang)
    yield TotalLine(say("sheet.sum", lang, maximum=out_of), _points(summed, lang))
    if limited != summed:
        yield TotalLine(say("sheet.within_limits", lang), _points(limited, lang))
    for award in evaluation.awards:
        points = evaluation.amount(award.points, row)
        if points.digits:
            yield TotalLine(say("sheet.award", lang, name=award.adjustment.name), _points(points, lang))
    for adjustment in evaluation.adjustments:
        if adjustment.unit == evaluation.table.units[row].code:
            reason = {"reason": adjustment.reason, "document": adjustment.document}
            code = "sheet.taken" if adjustment.points.digits < 0 else "sheet.added"
            points = round_to(adjustment.points.ratio, evaluation.rulebook.places)
            yield TotalLine(say(code, lang, **reason), _points(points, lang))
    if adjusted != limited:
        yield TotalLine(say("sheet.adjusted", lang), _points(adjusted, lang))
    if total.rescaled is not None and maximum.digits:
        yield _rescaled(evaluation, adjusted, maximum, row, lang)


def _rescaled(evaluation: Evaluation, adjusted: Number, maximum: Number, row: int, lang: Language) -> TotalLine:
    target, points = evaluation.rulebook.total.rescale_to or Number(0), evaluation.total_points(row)
    product = Operation(Operator.TIMES, Literal(adjusted.normalised()), Literal(target))
    arithmetic = write_final_line(Operation(Operator.OVER, product, Literal(maximum.normalised())), points, lang)
    return TotalLine(say("sheet.rescaled", lang, points=target), _points(points, lang), arithmetic)


def _ranking(one: ClusterStandings, unit: str, lang: Language) -> str:
    place = next((place for place in one.ranked if place.unit == unit), None)
    if place is None:
        return say("sheet.unranked", lang)
    count, class_name = len(one.ranked) + len(one.unranked), class_of(one, unit)
    code = "sheet.classed" if class_name else "sheet.ranked"
    return say(code, lang, rank=write_rank(place, lang), count=count, name=class_name)


def _notes(evaluation: Evaluation, one: ClusterStandings, unit: str, lang: Language) -> Iterator[str]:
    """What the standings say of the unit; that its sheet is incomplete stands among the marks already."""
    for note in noted(evaluation, one, lang):
        if unit in note.units and note.code != "standings.incomplete":
            yield note.text


def _marks(evaluation: Evaluation, row: int, lang: Language, *, final: bool, illustrative: bool) -> Iterator[str]:
    """What the reader must know before the first number."""
    missing = evaluation.missing(row)
    if missing and evaluation.rulebook.missing is Missing.BLOCKS:
        yield say("sheet.incomplete", lang, count=len(missing), criteria=missing)
    yield say("sheet.final" if final else "sheet.provisional", lang)
    if illustrative:
        yield say("sheet.illustrative", lang)
    if evaluation.rulebook.rounding is Rounding.TOTAL:
        yield say("standings.rounded_once", lang)


def made_from(evaluation: Evaluation, lang: Language, result_digest: str) -> Iterator[tuple[str, str]]:
    """Label and value of everything by which the sheet can be found and computed again."""
    book, table = evaluation.rulebook, evaluation.table
    yield say("sheet.rulebook", lang), say("sheet.version", lang, title=book.title, version=book.version)
    yield say("sheet.basis", lang), book.legal_basis or say("timeline.basis_unknown", lang)
    yield say("sheet.stage", lang), stage_name(table.stage.value, lang)
    if table.as_of is not None:
        yield say("sheet.as_of", lang), write_date(table.as_of)
    yield say("sheet.rulebook_digest", lang), short_digest(rulebook_digest(book))
    yield say("sheet.result_digest", lang), short_digest(result_digest)
