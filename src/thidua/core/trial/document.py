"""A simulation as plain data, in the one spelling of values: for programs, and for keeping beside a draft rulebook."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.core.canonical import Plain, to_plain
from thidua.core.errors import Problem
from thidua.core.rulebook.digest import rulebook_digest
from thidua.core.rulebook.schema import Rulebook
from thidua.core.trial.simulation import Side, Simulation, Swap, UnitMove
from thidua.core.trial.trying import Untried

FORMAT = "thidua-simulation-1"


def simulation_document(simulation: Simulation, warnings: Sequence[Problem], *, engine: str) -> dict[str, Plain]:
    """The whole comparison as plain data; `engine` names the program's version."""
    season, new = simulation.trial.season, simulation.trial.rulebook
    return {
        "format": FORMAT,
        "engine": engine,
        "season": to_plain(season.name),
        "stage": season.stage.value,
        "before": _rulebook(season.rulebook),
        "after": _rulebook(new),
        "units": [_unit(move) for move in simulation.units],
        "swaps": [_swapped(swap) for swap in simulation.swaps],
        "changes": [
            {
                "criterion": one.code,
                "name": one.name,
                "change": one.change.value,
                "before": one.before.canonical(),
                "after": one.after.canonical(),
                "aspects": [aspect.value for aspect in one.aspects],
            }
            for one in simulation.changes
        ],
        "untried": [_untried(one) for one in simulation.untried],
        "carried": [
            {"indicator": one.indicator, "old": to_plain(one.old), "new": to_plain(one.new)}
            for one in simulation.trial.carried
        ],
        "moved_days": [{"given": to_plain(one.given), "moved": to_plain(one.moved)} for one in simulation.trial.moved],
        "warnings": [{"code": one.code, "path": one.place.path, "data": to_plain(dict(one.data))} for one in warnings],
    }


def _rulebook(rulebook: Rulebook) -> dict[str, Plain]:
    return {"code": rulebook.code, "version": rulebook.version, "digest": rulebook_digest(rulebook)}


def _unit(move: UnitMove) -> dict[str, Plain]:
    return {
        "unit": move.unit.code,
        "name": move.unit.name,
        "before": _side(move.before),
        "after": _side(move.after),
        "change": move.change.canonical(),
        "criteria": [
            {
                "criterion": one.criterion,
                "before": to_plain(one.before),
                "after": to_plain(one.after),
                "change": one.change.canonical(),
            }
            for one in move.criteria
        ],
        "rest": move.rest.canonical(),
    }


def _side(side: Side) -> dict[str, Plain]:
    return {
        "total": side.total.canonical(),
        "maximum": side.maximum.canonical(),
        "rank": to_plain(side.rank),
        "shared": side.shared,
    }


def _swapped(swap: Swap) -> dict[str, Plain]:
    return {
        "unit": swap.unit,
        "other": swap.other,
        "turn": swap.turn.value,
        "lead_before": swap.lead_before.canonical(),
        "lead_after": swap.lead_after.canonical(),
        "gains": [{"criterion": one.criterion, "points": one.points.canonical()} for one in swap.gains],
    }


def _untried(one: Untried) -> dict[str, Plain]:
    return {
        "part": one.part.value,
        "code": one.code,
        "name": one.name,
        "obstacle": one.obstacle.value,
        "points": one.points.canonical(),
        "indicators": list(one.indicators),
        "problems": [problem.code for problem in one.problems],
    }
