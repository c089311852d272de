"""A nation's year: 3,400 units x 200 criteria x 12 periods = 8.16 million cells, on one core, without compilation.

Rulebook of K4 K6 K9 K10 K11 K12 K17 K29, 25 criteria each, in ten groups with a veto and tie-breaks; 2 % of the
figures missing, 5 % of the columns given as n/d, one column in đồng. The figures lie in memory as arrays; making them
is not timed. The peer is the oracle of the tests, one Fraction at a time, with its search for targets replaced by a
look-up; it is timed over a sample of whole clusters and scaled by cells (all 8.16 million would take it minutes). Every
score, sum and rank of the sample is compared exactly. The second line is the peak of resident memory above the input,
results included, over the size of the input.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from harness import alternate, report, skip, times_faster
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.rulebook import parse_rulebook
from thidua.core.rulebook.schema import FigureKind, Leaf, Rulebook
from thidua.core.scoring.arrays import ArrayTable, Cells
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue, Member, Target
from thidua.core.standings.arrays import SheetColumns, score_arrays
from thidua.core.states import Stage, State

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from core.oracle import Oracle, Sheet, fraction, ranks

KINDS = ("K4", "K6", "K9", "K10", "K11", "K12", "K17", "K29")
CRITERIA, UNITS, PERIODS, CLUSTER, SEED = 200, 3400, 12, 7.5, 2024
SAMPLE = 12  # clusters that the oracle scores
STATUS = Path("/proc/self/status")
MONEY = "T1"
Plain = dict[str, object]


def is_fraction(number: int) -> bool:
    """Whether a criterion's figures are given as n/d: ten of two hundred, two each of K4 K6 K9 K10 K11."""
    return 9 <= number <= 24 and (number - 1) % len(KINDS) < 5


def leaf_of(number: int) -> tuple[Plain, list[Plain]]:
    """One criterion as an officer would write it, and its indicators."""
    kind, code = KINDS[(number - 1) % len(KINDS)], f"T{number}"
    figures = "share" if is_fraction(number) else "count"
    own: Plain = {"code": f"{code}.so", "name": code, "kind": "money" if code == MONEY else figures}
    leaf: Plain = {"code": code, "name": code, "points": "5", "indicator": own["code"]}
    percent = figures == "share"
    match kind:
        case "K4":
            leaf["rule"] = {"kind": "proportional"}
        case "K6":
            ends = ("60%", "80%", "95%") if percent else ("600", "800", "950")
            leaf["rule"] = {"kind": "bands", "bands": bands_of(ends)}
        case "K9":
            leaf["rule"] = {"kind": "target_and_leader"}
        case "K10":
            leaf["rule"] = {"kind": "relative_to_best"}
        case "K11":
            leaf["rule"] = {"kind": "rank_points", "each": "0,5"}
        case "K12":
            deduction = {"name": "trễ hạn", "indicator": own["code"], "rule": {"kind": "per_event", "each": "0,5"}}
            leaf |= {"rule": {"kind": "balance"}, "deductions": [{**deduction, "cap": "3,5"}]}
        case "K17":
            own["kind"] = "percent"
            leaf["rule"] = {"kind": "per_step", "start": "92%", "first": "0,1", "step": "1%", "each": "0,1"}
            leaf["cap"] = "0,5"
        case "K29":
            own["direction"] = "less"
            leaf |= {"value": {"kind": "growth", "base": f"{code}.truoc"}, "target": "-5%"}
            leaf["rule"] = {"kind": "proportional"}
            return leaf, [own, {"code": f"{code}.truoc", "name": "năm trước", "kind": "count"}]
    return leaf, [own]


def bands_of(ends: tuple[str, str, str]) -> list[Plain]:
    """Four steps without holes."""
    low, middle, high = ends
    return [
        {"below": low, "points": "0"},
        {"from": low, "below": middle, "points": "2"},
        {"from": middle, "up_to": high, "points": "3,5"},
        {"above": high, "points": "5"},
    ]


def rulebook_of(criteria: int = CRITERIA) -> Rulebook:
    """Ten groups of leaves, a veto, two tie-breaks."""
    leaves = [leaf_of(number) for number in range(1, criteria + 1)]
    size = criteria // 10
    groups: list[Plain] = [
        {
            "code": f"G{index}",
            "name": f"nhóm {index}",
            "points": str(5 * size),
            "parts": [leaf for leaf, _own in leaves[index * size : (index + 1) * size]],
        }
        for index in range(10)
    ]
    indicators = [one for _leaf, own in leaves for one in own]
    veto: Plain = {"code": "liet", "name": "điểm liệt", "kind": "verdict"}
    return parse_rulebook(
        {
            "rulebook": "nation",
            "title": "nation",
            "version": "1",
            "valid": {"from": "2024-01-01"},
            "missing": "zero",
            "indicators": [*indicators, veto],
            "criteria": groups,
            "knock_outs": [{"code": "L", "name": "liệt", "when": {"indicator": "liet", "passed": False}}],
            "tie_breaks": [{"key": "points_of", "criterion": "G0"}, {"key": "deductions"}],
        }
    )


def groups_of(units: int, periods: int) -> NDArray[np.intp]:
    """Clusters of seven and eight units, anew in every period: rows stand period by period."""
    one = (np.arange(units) / CLUSTER).astype(np.intp)
    return np.concatenate([one + period * (one[-1] + 1) for period in range(periods)])


def table_of(rulebook: Rulebook, units: int = UNITS, periods: int = PERIODS, seed: int = SEED) -> ArrayTable:
    """Figures drawn at random around the rules' edges, 2 % of them missing."""
    groups, random = groups_of(units, periods), np.random.default_rng(seed)
    figures: dict[str, Cells] = {}
    targets: dict[str, Cells] = {}
    for indicator in rulebook.indicators:
        figures[indicator.code] = cells_of(random, indicator.code, indicator.kind, len(groups))
    for node, leaf in rulebook.leaves:
        if leaf.uses_target and leaf.target is None:
            targets[leaf.indicator] = targets_of(random, node.code, rulebook, leaf.indicator, len(groups))
    return ArrayTable(groups, figures, targets)


def cells_of(random: np.random.Generator, code: str, kind: FigureKind, rows: int) -> Cells:
    """One column of figures."""
    if kind is FigureKind.VERDICT:
        return Cells(numerator=(random.random(rows) < 0.99).astype(np.int64))
    states = np.where(random.random(rows) < 0.02, np.int8(State.MISSING), np.int8(State.REPORTED))
    if kind is FigureKind.SHARE:
        whole = random.integers(1, 400, rows)
        return Cells(numerator=(whole * random.integers(50, 101, rows)) // 100, denominator=whole, states=states)
    if kind is FigureKind.PERCENT:
        return Cells(numerator=random.integers(850, 1001, rows), denominator=1000, states=states)
    if kind is FigureKind.MONEY:
        return Cells(numerator=random.integers(5 * 10**12, 15 * 10**12, rows), states=states)
    events = int(code.partition(".")[0][1:]) % 8 == 6  # K12 counts few events
    return Cells(numerator=random.integers(0, 10, rows) if events else random.integers(400, 1201, rows), states=states)


def targets_of(random: np.random.Generator, code: str, rulebook: Rulebook, indicator: str, rows: int) -> Cells:
    """Targets in the measure of the figures."""
    kind = rulebook.indicator(indicator).kind
    if kind is FigureKind.SHARE:
        return Cells(numerator=random.integers(70, 96, rows), denominator=100)
    return Cells(numerator=np.full(rows, 10**13) if code == MONEY else random.integers(500, 1001, rows))


@dataclass(slots=True)
class Peer(Oracle):
    """The oracle, which finds the targets of a unit at once."""

    given: dict[tuple[str, str], Fraction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        Oracle.__post_init__(self)
        self.given = {(one.unit, one.indicator): fraction(one.value) for one in self.table.targets}

    def target(self, unit: Member, leaf: Leaf) -> Fraction | None:
        """The target of a leaf for a unit."""
        if leaf.target is not None:
            return Oracle.target(self, unit, leaf)
        return self.given.get((unit.code, leaf.indicator))


def cluster_table(rulebook: Rulebook, table: ArrayTable, group: int) -> FigureTable:
    """One cluster of the arrays as typed figures, a unit named after its row."""
    rows = np.flatnonzero(table.groups == group).tolist()
    kinds = {indicator.code: indicator.kind for indicator in rulebook.indicators}
    figures = [
        Figure(unit=str(row), indicator=code, stage=Stage.SELF, value=typed(cells, row, kinds[code]))
        for code, cells in table.figures.items()
        for row in rows
        if cells.states is None or cells.states[row] == State.REPORTED
    ]
    targets = [
        Target(unit=str(row), indicator=code, value=Number(*decimal(cells, row)))
        for code, cells in table.targets.items()
        for row in rows
    ]
    members = tuple(Member(str(row), str(row), str(group)) for row in rows)
    return FigureTable(members, tuple(figures), tuple(targets), Stage.SELF)


def typed(cells: Cells, row: int, kind: FigureKind) -> FigureValue:
    """A cell as it would have been typed."""
    above = int(cells.numerator[row])
    if kind is FigureKind.VERDICT:
        return bool(above)
    if kind is FigureKind.PERCENT:
        return Rate(Number(above, 1))
    if not isinstance(cells.denominator, int):
        return Counts(above, int(cells.denominator[row]), NumberKind.SHARE)
    return Number(above)


def decimal(cells: Cells, row: int) -> tuple[int, int]:
    """Digits and places of a target."""
    return int(cells.numerator[row]), 2 if cells.denominator == 100 else 0


def oracle_of(rulebook: Rulebook, tables: list[FigureTable]) -> dict[str, tuple[Sheet, Fraction]]:
    """Sheet and rank (0: none) of every unit of the sample."""
    found: dict[str, tuple[Sheet, Fraction]] = {}
    first = rulebook.tie_breaks[0].criterion
    for table in tables:
        sheets = Peer(rulebook, table).score()
        ranked = [unit for unit, sheet in sheets.items() if not sheet.knocked_out]
        keys = [
            (
                sheets[unit].total,
                sheets[unit].groups[first][0],
                -sum((cell.deducted for cell in sheets[unit].cells.values()), Fraction(0)),
            )
            for unit in ranked
        ]
        places = dict(zip(ranked, ranks(keys, rulebook.rank.value), strict=True))
        found |= {unit: (sheet, places.get(unit, Fraction(0))) for unit, sheet in sheets.items()}
    return found


def same(sheets: SheetColumns, oracle: dict[str, tuple[Sheet, Fraction]]) -> bool:
    """Whether every number of the sample is the oracle's."""
    return all(
        all(Fraction(int(sheets.points[code][row]), 100) == cell.points for code, cell in sheet.cells.items())
        and all(Fraction(int(sheets.points[code][row]), 100) == sums[0] for code, sums in sheet.groups.items())
        and Fraction(int(sheets.total[row]), 100) == sheet.total
        and Fraction(int(sheets.twice_rank[row]), 2) == rank
        for row, (sheet, rank) in ((int(unit), each) for unit, each in oracle.items())
    )


def main() -> None:
    """Measures and prints both lines."""
    rulebook = rulebook_of()
    table = table_of(rulebook)
    sample = np.linspace(0, table.groups[-1], SAMPLE, dtype=int).tolist()
    tables = [cluster_table(rulebook, table, group) for group in sample]
    cells = CRITERIA * sum(one.rows for one in tables)
    ours, peer = alternate(
        lambda: score_arrays(rulebook, table), lambda: oracle_of(rulebook, tables), runs=7, same=same
    )
    scale = CRITERIA * table.rows / cells
    ratio = times_faster(ours, [seconds * scale for seconds in peer])
    report("nation", ratio, ">=50", f"oracle in Fractions, {cells} of {CRITERIA * table.rows} cells, scaled")
    if STATUS.exists():
        grown = subprocess.run([sys.executable, __file__, "memory"], check=True, stdout=subprocess.PIPE, text=True)
        report("nation_memory", float(grown.stdout), "<=1.5", f"input arrays, {table.nbytes >> 20} MiB")
    else:
        skip("nation_memory", "Linux")


def memory() -> None:
    """In a fresh process: how far the run raises resident memory, over the size of its input."""
    rulebook = rulebook_of()
    table = table_of(rulebook)
    before = resident("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forgets the peak so far
    score_arrays(rulebook, table)
    print((resident("VmHWM") - before) / table.nbytes)


def resident(line: str) -> int:
    """A line of the process's status, in bytes."""
    found = next(each for each in STATUS.read_text(encoding="ascii").splitlines() if each.startswith(line))
    return 1024 * int(found.split()[1])


if __name__ == "__main__":
    memory() if sys.argv[1:] == ["memory"] else main()
