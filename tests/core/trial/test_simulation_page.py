"""Every table of docs/algorithms/simulation.md, computed by the product's own functions."""

from pathlib import Path

from thidua.core.numbers import Number
from thidua.core.trial.fairness import Thresholds
from thidua.core.trial.simulation import PointsMove, Side, Simulation, simulate
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.simulation import signed
from trial_cases import worked_rulebook, worked_season

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "simulation.md"


def table(first_column: str) -> list[list[str]]:
    """The rows of the table whose first heading is given."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(f"| {first_column} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def worked() -> Simulation:
    return simulate(worked_season(), worked_rulebook())


def vietnamese(number: Number | None) -> str:
    assert number is not None
    return write_number(number, Language.VI)


def arrow(move: PointsMove) -> str:
    return f"{vietnamese(move.before)} → {vietnamese(move.after)}"


def rank(side: Side) -> str:
    return vietnamese(side.rank)


def test_figures_are_those_of_the_page() -> None:
    given = worked_season()
    said = {(one.unit, one.indicator): one.value for one in given.figures}
    rows = [
        [unit.brief, *(write_number(said[unit.code, code], Language.VI) for code in ("pha-an", "I.2", "tin-bai"))]  # type: ignore[arg-type]
        for unit in given.units
    ]
    assert rows == table("Unit")


def test_points_totals_and_ranks() -> None:
    rows = []
    for move in worked().units:
        by_code = {one.criterion: arrow(one) for one in move.criteria}
        total = f"{vietnamese(move.before.total)} → {vietnamese(move.after.total)}"
        name = f"{move.unit.brief}, {rank(move.before)} → {rank(move.after)}"
        rows.append([name, by_code["I.1"], by_code["I.2"], by_code["I.3"], total])
        assert (vietnamese(move.before.maximum), vietnamese(move.after.maximum)) == ("100,00", "80,00")
        assert move.rest == Number(0)
    assert rows == table("Unit, old rank → new rank")


def test_swaps_and_their_reasons() -> None:
    names = {unit.code: unit.brief for unit in worked_season().units}
    rows = [
        [
            f"{names[swap.unit]}, {names[swap.other]}",
            f"{signed(swap.lead_before, Language.VI)} → {signed(swap.lead_after, Language.VI)}",
            " · ".join(f"{gain.criterion} {signed(gain.points, Language.VI)}" for gain in swap.gains),
        ]
        for swap in worked().swaps
    ]
    assert rows == table("Who overtakes whom")


def test_thresholds_are_the_usual_ones() -> None:
    usual = Thresholds()
    values = (
        usual.cliff.share,
        Number(usual.cliff.cases),
        usual.cliff.percent,
        usual.swallowed_share,
        usual.easy_excess,
    )
    assert [write_number(value, Language.VI) for value in values] == [row[1] for row in table("Threshold")]
