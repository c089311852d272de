"""The standings as people read them: a table for the terminal, and the sentences that stand under every table.

The same sentences go into the workbook and on papers. Ranks and points are read, never made.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.core.columns import Column, total
from thidua.core.numbers import Number, round_to
from thidua.core.rulebook.schema import Criterion, Rounding, Secrecy
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.season import Season
from thidua.core.standings import ClusterStandings, Ranked, TieStep, Unranked
from thidua.core.standings.classes import Classified, Why
from thidua.core.standings.profile import state_in
from thidua.core.states import State
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.say import say
from thidua.words.tables import Heading, write_table

NAME_WIDTH = 40


@dataclass(frozen=True, slots=True)
class StandingsRow:
    """One unit's line: rank in words (`2=`, `–`), points of the top criteria, total, re-scaled total, class.

    lacking: for each number the word that stands instead of it, empty where there is one: of what nothing is known,
    the sum is no zero · class_name: empty where the rulebook has no classes or the unit got none.
    """

    rank: str
    unit: str
    name: str
    brief: str
    parts: tuple[Number, ...]
    total: Number
    rescaled: Number | None
    lacking: tuple[str, ...]
    class_name: str = ""

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Points of the top criteria, total, and the re-scaled total where there is one."""
        return (*self.parts, self.total, *([] if self.rescaled is None else [self.rescaled]))

    def written(self, lang: Language, places: int) -> tuple[str, ...]:
        """The numbers as printed, or what stands instead."""
        pairs = zip(self.numbers, self.lacking, strict=True)
        return tuple(word or write_number(number, lang, places) for number, word in pairs)

    @property
    def counted(self) -> Number:
        """What is ranked."""
        return self.total if self.rescaled is None else self.rescaled


@dataclass(frozen=True, slots=True)
class StandingsNote:
    """A sentence about the order, its code, and the codes of the units that it speaks of."""

    code: str
    units: tuple[str, ...]
    text: str


def standings_rows(evaluation: Evaluation, one: ClusterStandings, lang: Language) -> tuple[StandingsRow, ...]:
    """The lines of a cluster: ranked units from first to last, then those without a rank."""
    ranked = [_row(evaluation, one, place.unit, write_rank(place, lang), lang) for place in one.ranked]
    return (*ranked, *(_row(evaluation, one, unit.unit, "–", lang) for unit in one.unranked))


def write_rank(place: Ranked, lang: Language) -> str:
    """`1`, `2=` for a shared rank, `2,5=` by the mean method."""
    return write_number(place.rank, lang) + ("=" if place.shared else "")


def write_standings(season: Season, evaluation: Evaluation, one: ClusterStandings, lang: Language) -> str:
    """The standings of one cluster as text: what it is and how sure, the table, and why the order is what it is."""
    rows = standings_rows(evaluation, one, lang)
    lines = [say("standings.title", lang, title=one.cluster or season.name.title)]
    lines += [line for mark in standings_marks(season, evaluation, one, lang) for line in textwrap.wrap(mark, 100)]
    cells = [_cells(row, evaluation, lang) for row in rows]
    lines += ["", *write_table(_headings(evaluation, lang), cells)]
    for note in standings_notes(evaluation, one, lang):
        lines += textwrap.wrap(note, 100, initial_indent="· ", subsequent_indent="  ")
    return "\n".join(lines) + "\n"


def standings_marks(season: Season, evaluation: Evaluation, one: ClusterStandings, lang: Language) -> Iterator[str]:
    """What the table is made from and how sure it is: rulebook, stage, provisional or final, illustrative figures."""
    book, stage = evaluation.rulebook, evaluation.table.stage
    yield say("standings.made_from", lang, title=book.title, version=book.version, stage=stage_name(stage.value, lang))
    if one.unranked or not evaluation.closed:
        yield say("standings.provisional" if one.provisional or one.unranked else "standings.open", lang)
    else:
        yield say("standings.final", lang)
    if season.has_illustrative_figures:
        yield say("standings.illustrative", lang)


def stage_name(stage: str, lang: Language) -> str:
    """The stage of a figure in words: `tự chấm`, `thẩm định`, `thống nhất`, `phúc tra`."""
    return say(f"stage.{stage}", lang)


def standings_notes(evaluation: Evaluation, one: ClusterStandings, lang: Language) -> Iterator[str]:
    """Why the order is what it is: ties step by step, units without a rank, limits and roundings of the total."""
    yield from (note.text for note in noted(evaluation, one, lang))
    yield from _rescaling_note(evaluation, lang)
    waiting = [unit.brief for unit in evaluation.table.units if _waits(evaluation, unit.code)]
    if waiting:
        yield say("standings.waits", lang, units=waiting)
    if evaluation.rulebook.rounding is Rounding.TOTAL:
        yield say("standings.rounded_once", lang)


def noted(evaluation: Evaluation, one: ClusterStandings, lang: Language) -> Iterator[StandingsNote]:
    """The notes that concern units by name."""
    names = {unit.code: unit.brief for unit in evaluation.table.units}
    for step in one.steps:
        yield _tie_note(step, names, evaluation, lang)
    yield from _still_level(one, names, lang)
    for unit in one.unranked:
        yield from _unranked_notes(unit, names, lang)
    yield from _total_notes(evaluation, [*names], lang)
    for classified in one.classification.units if one.classification else ():
        yield from _class_notes(classified, names[classified.unit], lang)


def criterion_title(criterion: Criterion, lang: Language) -> str:
    """`I. Công tác chuyên môn`, the code alone where the rulebook keeps the words inside."""
    if criterion.secrecy is Secrecy.CODE_ONLY:
        return criterion.code
    return say("standings.criterion", lang, code=criterion.code, name=criterion.name)


def class_of(one: ClusterStandings, unit: str) -> str:
    """The class that a unit was given, empty for none."""
    classified = one.classification.units if one.classification else ()
    return next((each.name for each in classified if each.unit == unit), "")


def _row(evaluation: Evaluation, one: ClusterStandings, unit: str, rank: str, lang: Language) -> StandingsRow:
    row = evaluation.table.row(unit)
    rescaled = evaluation.total.rescaled
    states = [state_in(evaluation, criterion, row) for criterion in evaluation.rulebook.criteria]
    whole = [State.REPORTED if State.REPORTED in states else State.MISSING] * (1 if rescaled is None else 2)
    return StandingsRow(
        rank=rank,
        unit=unit,
        name=evaluation.table.units[row].name,
        brief=evaluation.table.units[row].brief,
        parts=tuple(evaluation.points(criterion.code, row) for criterion in evaluation.rulebook.criteria),
        total=evaluation.amount(evaluation.total.adjusted, row),
        rescaled=None if rescaled is None else evaluation.amount(rescaled, row),
        lacking=tuple(
            "" if state is State.REPORTED else say(f"cell.{state.word}", lang) for state in (*states, *whole)
        ),
        class_name=class_of(one, unit),
    )


def _headings(evaluation: Evaluation, lang: Language) -> list[Heading]:
    book = evaluation.rulebook
    headings = [Heading(say("standings.rank", lang), right=True), Heading(say("standings.unit", lang))]
    for criterion in book.criteria:
        maximum = say("standings.of", lang, points=criterion.points)
        headings.append(Heading(f"{criterion_title(criterion, lang)}\n{maximum}", right=True, widest=18))
    headings.append(Heading(say("standings.total", lang), right=True))
    if book.total.rescale_to is not None:
        headings.append(Heading(say("standings.rescaled", lang, points=book.total.rescale_to), right=True, widest=12))
    if book.classes:
        headings.append(Heading(say("standings.class", lang)))
    return headings


def _cells(row: StandingsRow, evaluation: Evaluation, lang: Language) -> list[str]:
    places = evaluation.rulebook.places
    name = row.brief if len(row.brief) <= NAME_WIDTH else row.brief[: NAME_WIDTH - 1] + "…"
    classes = [row.class_name or "–"] if evaluation.rulebook.classes else []
    return [row.rank, name, *row.written(lang, places), *classes]


def _tie_note(step: TieStep, names: dict[str, str], evaluation: Evaluation, lang: Language) -> StandingsNote:
    shown = [write_number(value, lang, evaluation.rulebook.places) for value in step.values]
    pairs = zip(step.units, shown, strict=True)
    values = [say("standings.with", lang, unit=names[unit], value=value) for unit, value in pairs]
    what = say(f"tie.{step.key.code}{'_in' if step.key.criterion else ''}", lang, criterion=step.key.criterion)
    code = "standings.parted" if step.parted else "standings.level"
    units = [names[unit] for unit in step.units]
    text = say(code, lang, units=units, what=what, values="; ".join(values) if step.parted else shown[0])
    return StandingsNote(code, step.units, text)


def _still_level(one: ClusterStandings, names: dict[str, str], lang: Language) -> Iterator[StandingsNote]:
    """Units that share a rank at the end, group by group."""
    shared = dict.fromkeys(place.rank for place in one.ranked if place.shared)
    for rank in shared:
        level = [place for place in one.ranked if place.rank == rank]
        units = [names[place.unit] for place in level]
        text = say("standings.shared", lang, units=units, rank=write_rank(level[0], lang), total=level[0].total)
        yield StandingsNote("standings.shared", tuple(place.unit for place in level), text)


def _unranked_notes(unit: Unranked, names: dict[str, str], lang: Language) -> Iterator[StandingsNote]:
    code, name = "standings.knocked_out", names[unit.unit]
    for item in unit.knock_outs:
        basis = say("trace.basis", lang, basis=item.legal_basis) if item.legal_basis else ""
        yield StandingsNote(code, (unit.unit,), say(code, lang, unit=name, name=item.name, code=item.code, basis=basis))
    if unit.missing:
        code = "standings.incomplete"
        text = say(code, lang, unit=name, criteria=unit.missing, count=len(unit.missing))
        yield StandingsNote(code, (unit.unit,), text)


def _total_notes(evaluation: Evaluation, units: list[str], lang: Language) -> Iterator[StandingsNote]:
    """Where the total is not the sum of the columns: limits, the standing body's adjustments."""
    for adjustment in evaluation.adjustments:
        name = evaluation.table.units[evaluation.table.row(adjustment.unit)].brief
        code = "standings.taken" if adjustment.points.digits < 0 else "standings.added"
        points = Number(abs(adjustment.points.digits), adjustment.points.places)
        data = {"unit": name, "points": points, "reason": adjustment.reason, "document": adjustment.document}
        yield StandingsNote(code, (adjustment.unit,), say(code, lang, **data))
    for unit in units:
        row = evaluation.table.row(unit)
        before = evaluation.amount(evaluation.total.sum, row)
        after = evaluation.amount(evaluation.total.limited, row)
        if before != after:
            name = evaluation.table.units[row].brief
            text = say("standings.limited", lang, unit=name, sum=before, limited=after)
            yield StandingsNote("standings.limited", (unit,), text)


def _rescaling_note(evaluation: Evaluation, lang: Language) -> Iterator[str]:
    """Which units were not given every task, so that totals compare only after re-scaling."""
    to, places = evaluation.rulebook.total.rescale_to, evaluation.rulebook.places
    full = round_to(total([Column.constant(top.points) for top in evaluation.rulebook.criteria]).at(0), places)
    most = [evaluation.amount(evaluation.total.maximum, row) for row in range(evaluation.table.rows)]
    less = [
        say("standings.with", lang, unit=unit.brief, value=write_number(number.normalised(), lang))
        for unit, number in zip(evaluation.table.units, most, strict=True)
        if number != full
    ]
    if to is not None and less:
        yield say("standings.rescaled_because", lang, points=to, full=full.normalised(), units=", ".join(less))


def _class_notes(classified: Classified, name: str, lang: Language) -> Iterator[StandingsNote]:
    """Classes for which a unit had the points and that it missed by something else."""
    for passed in classified.missed:
        if passed.why is not Why.POINTS:
            data = {"unit": name, "name": passed.name, "criterion": passed.criterion}
            code = f"standings.missed_{passed.why.value}"
            yield StandingsNote(code, (classified.unit,), say(code, lang, **data))


def _waits(evaluation: Evaluation, unit: str) -> bool:
    row = evaluation.table.row(unit)
    return any(evaluation.waits_for_appraisal(code, row) for code in evaluation.leaves)
