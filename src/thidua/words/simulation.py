"""A simulation as people read it: who moves in a table, then why in sentences, then what could not be tried.

Ranks, points and differences are read, never made.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua.core.errors import Problem
from thidua.core.numbers import Number
from thidua.core.rulebook.schema import Rulebook, Secrecy
from thidua.core.trial.simulation import Aspect, Change, CriterionChange, PointsMove, Side, Simulation, Swap, UnitMove
from thidua.core.trial.trying import Obstacle, Part, Untried
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.rulebook import naming_of
from thidua.words.say import describe, say
from thidua.words.standings import stage_name
from thidua.words.tables import Heading, write_table

WIDTH = 100
FEW = 5  # criteria named for a unit or a swap; the JSON has them all


@dataclass(frozen=True, slots=True)
class Told:
    """A simulation in words: what it is, the table of units, and sentences under headings; none of them is empty."""

    opening: tuple[str, ...]
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def tell_simulation(simulation: Simulation, warnings: Sequence[Problem], lang: Language) -> Told:
    """The whole comparison, for a page or a terminal."""
    sections = (
        ("simulation.swaps", [_swap(one, simulation, lang) for one in simulation.swaps]),
        ("simulation.units", list(_units(simulation, lang))),
        ("simulation.changes", [_change(one, simulation, lang) for one in simulation.changes]),
        ("simulation.untried", [line for one in simulation.untried for line in _untried(one, simulation, lang)]),
        ("simulation.assumptions", list(_assumptions(simulation, lang))),
        ("simulation.warnings", [say(one.code, lang, **one.data) for one in warnings]),
    )
    headings, rows = _table(simulation, lang)
    told = ((say(heading, lang), tuple(sentences)) for heading, sentences in sections if sentences)
    return Told(tuple(_opening(simulation, lang)), tuple(headings), tuple(map(tuple, rows)), tuple(told))


def write_simulation(simulation: Simulation, warnings: Sequence[Problem], lang: Language) -> str:
    """The whole comparison as text."""
    told = tell_simulation(simulation, warnings, lang)
    lines = [line for sentence in told.opening for line in textwrap.wrap(sentence, WIDTH)]
    lines += ["", *write_table(told.headings, [list(row) for row in told.rows])]
    for heading, sentences in told.sections:
        lines += ["", heading]
        for sentence in sentences:
            lines += textwrap.wrap(sentence, WIDTH, initial_indent="· ", subsequent_indent="  ")
    return "\n".join(lines) + "\n"


def _opening(simulation: Simulation, lang: Language) -> Iterator[str]:
    season, new = simulation.trial.season, simulation.trial.rulebook
    yield say("simulation.title", lang, season=season.name.title, title=new.title, version=new.version)
    stage = stage_name(season.stage.value, lang)
    old = {"old": season.rulebook.title, "old_version": season.rulebook.version}
    yield say("simulation.made_from", lang, stage=stage, start=new.valid.start, **old)
    if season.has_illustrative_figures:
        yield say("standings.illustrative", lang)
    if not simulation.swaps:
        yield say("simulation.no_swaps", lang)


def _table(simulation: Simulation, lang: Language) -> tuple[list[Heading], list[list[str]]]:
    titles = ("rank_before", "rank_after", "unit", "total_before", "total_after", "change")
    widest = {"rank_before": 6, "rank_after": 6}
    headings = [
        Heading(say(f"simulation.{title}", lang), right=title != "unit", widest=widest.get(title, 12))
        for title in titles
    ]
    has_other_maximum = any(move.before.maximum != move.after.maximum for move in simulation.units)
    if has_other_maximum:
        headings += [
            Heading(say("simulation.maximum_before", lang), right=True, widest=12),
            Heading(say("simulation.maximum_after", lang), right=True, widest=12),
        ]
    return headings, [_row(move, lang, with_maximum=has_other_maximum) for move in simulation.units]


def _row(move: UnitMove, lang: Language, *, with_maximum: bool) -> list[str]:
    cells = [
        _rank(move.before, lang),
        _rank(move.after, lang),
        move.unit.brief,
        write_number(move.before.total, lang),
        write_number(move.after.total, lang),
        signed(move.change, lang),
    ]
    if with_maximum:
        cells += [write_number(side.maximum.normalised(), lang) for side in (move.before, move.after)]
    return cells


def _rank(side: Side, lang: Language) -> str:
    return "–" if side.rank is None else write_number(side.rank, lang) + ("=" if side.shared else "")


def signed(number: Number, lang: Language) -> str:
    """`+4,10`, `−2,00`, `0,00`."""
    return ("+" if number.digits > 0 else "") + write_number(number, lang)


def _swap(swap: Swap, simulation: Simulation, lang: Language) -> str:
    names = {unit.code: unit.brief for unit in simulation.trial.season.units}
    favour = [gain for gain in swap.gains if gain.points.digits > 0][:FEW]
    gains = [_gain(gain.criterion, gain.points, simulation, lang) for gain in favour]
    data = {
        "unit": names[swap.unit],
        "other": names[swap.other],
        "before": signed(swap.lead_before, lang),
        "after": signed(swap.lead_after, lang),
    }
    told = say(f"simulation.{swap.turn.value}", lang, **data)
    return f"{told} {say('simulation.because', lang, gains='; '.join(gains))}" if gains else told


def _gain(code: str, points: Number, simulation: Simulation, lang: Language) -> str:
    if not code:
        return say("simulation.rest", lang, change=signed(points, lang))
    name = _name(code, simulation, lang)
    return say("simulation.gain", lang, criterion=code, name=name, change=signed(points, lang))


def _name(code: str, simulation: Simulation, lang: Language) -> str:
    """The words of a criterion, the new ones where it has any; none where only its code may be shown."""
    books: tuple[Rulebook, ...] = (simulation.trial.rulebook, simulation.trial.season.rulebook)
    node = next(found for found in (book.find(code) for book in books) if found is not None)
    return say("trace.code_only", lang) if node.secrecy is Secrecy.CODE_ONLY else node.name


def _units(simulation: Simulation, lang: Language) -> Iterator[str]:
    for move in simulation.units:
        if not move.criteria and not move.rest.digits:
            continue
        moves = [_move(one, simulation, lang) for one in move.criteria[:FEW]]
        left = len(move.criteria) - FEW
        if left > 0:
            moves.append(say("simulation.more", lang, count=left))
        if move.rest.digits:
            moves.append(say("simulation.rest", lang, change=signed(move.rest, lang)))
        yield say(
            "simulation.unit_moves",
            lang,
            unit=move.unit.brief,
            change=signed(move.change, lang),
            moves="; ".join(moves),
        )


def _move(move: PointsMove, simulation: Simulation, lang: Language) -> str:
    data = {
        "criterion": move.criterion,
        "name": _name(move.criterion, simulation, lang),
        "change": signed(move.change, lang),
        "before": "" if move.before is None else write_number(move.before, lang),
        "after": "" if move.after is None else write_number(move.after, lang),
    }
    if move.before is None:
        return say("simulation.move_added", lang, **data)
    if move.after is not None:
        return say("simulation.move", lang, **data)
    untried = {one.code for one in simulation.untried if one.part is Part.CRITERION}
    return say(f"simulation.move_{'untried' if move.criterion in untried else 'removed'}", lang, **data)


def _change(change: CriterionChange, simulation: Simulation, lang: Language) -> str:
    name = _name(change.code, simulation, lang)
    data = {"criterion": change.code, "name": name, "before": change.before, "after": change.after}
    if change.change is not Change.CHANGED:
        return say(f"simulation.{change.change.value}", lang, **data)
    aspects = [say(f"simulation.aspect_{one.value}", lang, **data) for one in change.aspects]
    told = say("simulation.changed", lang, aspects="; ".join(aspects), **data)
    return f"{told} {say('simulation.check_name', lang)}" if Aspect.NAME in change.aspects else told


def _untried(one: Untried, simulation: Simulation, lang: Language) -> Iterator[str]:
    naming = naming_of(simulation.trial.rulebook, lang)
    data = {
        "part": one.part,
        "code": one.code,
        "name": _name(one.code, simulation, lang) if one.part is Part.CRITERION else one.name,
        "points": one.points,
        "indicators": naming.names(one.indicators),
    }
    is_consequence = one.obstacle in (Obstacle.DEPENDS, Obstacle.NOT_FORESEEN)
    code = f"{one.obstacle.value}_{one.part.value}" if is_consequence else f"untried_{one.obstacle.value}"
    yield say(f"simulation.{code}", lang, **data)
    for problem in one.problems[:FEW]:
        yield f"  {describe(problem, lang)}"


def _assumptions(simulation: Simulation, lang: Language) -> Iterator[str]:
    for one in simulation.trial.carried:
        data = {"old": _bounds(one.old, lang), "new": _bounds(one.new, lang)}
        yield say("simulation.carried", lang, indicator=one.indicator, **data)
    for day in simulation.trial.moved:
        yield say("simulation.moved_day", lang, given=day.given, moved=day.moved)


def _bounds(bounds: tuple[Number, Number], lang: Language) -> str:
    return "–".join(write_number(one.normalised(), lang) for one in bounds)
