"""A nation's year: 3,400 units x 200 criteria x 12 periods = 8.16 million cells, on one core, without compilation.

Rulebook of K4 K6 K9 K10 K11 K12 K17 K29, 25 criteria each, in ten groups with a veto and tie-breaks; 2 % of the
figures missing, 5 % of the columns given as n/d, one column in đồng. The figures lie in memory as arrays; making them
is not timed. The peer is the fraction-by-fraction oracle of the tests, timed over a sample of whole clusters and scaled
by cells (all 8.16 million would take it several minutes); every score and rank of the sample is compared exactly. The
second line is the growth of resident memory over the input, results included.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from thidua.core.rulebook import parse_rulebook
from thidua.core.rulebook.schema import FigureKind, Rulebook
from thidua.core.scoring.arrays import ArrayTable, Cells

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

KINDS = ("K4", "K6", "K9", "K10", "K11", "K12", "K17", "K29")
CRITERIA, UNITS, PERIODS, CLUSTER, SEED = 200, 3400, 12, 7.5, 2024
SAMPLE = 60  # clusters that the oracle scores
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
    states = (random.random(rows) < 0.02).astype(np.int8)  # 1 is MISSING
    if kind is FigureKind.VERDICT:
        return Cells(numerator=(random.random(rows) < 0.99).astype(np.int64), states=states)
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
