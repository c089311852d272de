"""What last year's figures reveal about a rulebook before anybody signs it: warnings, each with its path and its data.

- cliff: one case more or less would change a unit's points in a criterion out of all proportion;
- group of one: a rule that compares units finds only one to compare;
- leader that swallows the scale: one unit is so far ahead that all others who went beyond get next to nothing for it;
- dead criterion: every unit has the same points, so that nothing is told apart;
- easy target: every unit went far beyond its target.

The rules themselves are asked: a cliff is found by scoring again with another figure, never by reading band edges.
Nothing here forbids a rulebook; how much is too much is a `Thresholds` value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua.core.columns import Column, Mask, compare
from thidua.core.errors import Place, Problem, Severity
from thidua.core.kinds.base import Note
from thidua.core.kinds.leader import RelativeToBest, TargetAndLeader
from thidua.core.kinds.proportional import Proportional
from thidua.core.kinds.sources import Deviation
from thidua.core.kinds.sources import Figure as PlainFigure
from thidua.core.numbers import Number, Rate, round_to
from thidua.core.numeric import np
from thidua.core.rulebook.schema import Criterion, Leaf, Rulebook, Secrecy
from thidua.core.scoring.figures import FigureTable
from thidua.core.scoring.leaf import LeafScore, score_leaf
from thidua.core.season import Season
from thidua.core.states import State
from thidua.core.trial.cliffs import Near, find_cliffs
from thidua.core.trial.trying import Part, Trial, try_rulebook

BOUNDLESS = Number(10**9)  # a share of the target beyond which nobody goes
PATHS = {
    Part.CRITERION: "criteria",
    Part.BONUS: "total.bonuses",
    Part.KNOCK_OUT: "knock_outs",
    Part.TIE_BREAK: "tie_breaks",
    Part.ADJUSTMENT: "adjustments",
}
Fraction = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """How much is too much.

    cliff: see there · swallowed_share: of the points beyond the target, at most left to those behind the leader ·
    easy_excess: by which everybody exceeds an easy target.
    """

    cliff: Near = Near()
    swallowed_share: Rate = Rate(Number(10))
    easy_excess: Rate = Rate(Number(20))


USUAL = Thresholds()


def fairness_warnings(season: Season, rulebook: Rulebook, *, thresholds: Thresholds = USUAL) -> list[Problem]:
    """Every warning about a rulebook on a season's figures, in reading order, and what the figures cannot try."""
    trial = try_rulebook(season, rulebook)
    untried = [
        Problem(
            f"fairness.untried_{one.obstacle.value}",
            {"part": one.part, "code": one.code, "name": one.name, "indicators": one.indicators},
            Place(path=f"{PATHS[one.part]}[{one.code}]"),
            Severity.WARNING,
        )
        for one in trial.untried
    ]
    return [*find_unfairness(trial, thresholds=thresholds), *untried]


def find_unfairness(trial: Trial, *, thresholds: Thresholds = USUAL) -> list[Problem]:
    """The warnings about what could be tried, criterion by criterion in reading order."""
    table = trial.table(explained=True)
    found: list[Problem] = []
    for node, leaf in trial.tried.leaves:
        looking = _Looking(trial.tried, table, node, leaf, thresholds)
        found += looking.warnings()
    return found


@dataclass(slots=True)
class _Looking:
    """One criterion being looked at."""

    rulebook: Rulebook
    table: FigureTable
    node: Criterion
    leaf: Leaf
    thresholds: Thresholds

    def warnings(self) -> Iterator[Problem]:
        score = score_leaf(self.rulebook, self.node, self.leaf, self.table, explained=True)
        reported = np.flatnonzero(score.states == State.REPORTED)
        yield from self.cliffs(score)
        yield from self.groups_of_one(score)
        yield from self.swallowed(score)
        yield from self.dead(score, reported)
        yield from self.easy(reported)

    def problem(self, code: str, at: str, **data: object) -> Problem:
        path = f"criteria[{self.node.code}].{at}" if at else f"criteria[{self.node.code}]"
        return Problem(code, {"criterion": self.node.code, **data}, Place(path=path), Severity.WARNING)

    @property
    def name(self) -> str:
        """The criterion's words, or its code where only that may be shown."""
        return self.node.code if self.node.secrecy is Secrecy.CODE_ONLY else self.node.name

    def indicator_name(self, code: str) -> str:
        return code if self.node.secrecy is Secrecy.CODE_ONLY else self.rulebook.indicator(code).name

    def brief(self, rows: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.table.units[row].brief for row in rows)

    def printed(self, ratio: Fraction) -> Number:
        return round_to(ratio, self.rulebook.places)

    def cliffs(self, score: LeafScore) -> Iterator[Problem]:
        """Units that stand at an edge, those with the same figure named together."""
        near = self.thresholds.cliff
        for one in find_cliffs(self.rulebook, self.table, self.node, self.leaf, score=score, near=near):
            yield self.problem(
                "fairness.cliff",
                "rule",
                units=self.brief(one.rows),
                indicator=self.indicator_name(one.indicator),
                value=one.value,
                points=one.points,
                other=one.other,
                others=one.other_points,
                full=self.node.points,
            )

    # units compared with each other

    def groups_of_one(self, score: LeafScore) -> Iterator[Problem]:
        """Units that a comparing rule compares with nobody."""
        if not self.leaf.shape.relative and not self.leaf.source.relative:
            return
        alone = np.zeros(self.table.rows, np.bool_)
        for note in _base_notes(score, "leader.group_of_one"):
            alone |= _rows_of(note, self.table.rows)
        if not isinstance(self.leaf.shape, (RelativeToBest, TargetAndLeader)):
            reported = score.states == State.REPORTED
            groups = self.table.groups
            sizes = np.bincount(groups[reported], minlength=int(groups.max(initial=-1)) + 1)
            alone |= reported & (sizes[groups] == 1)
        for row in np.flatnonzero(alone & (score.states == State.REPORTED)):
            points = self.printed(score.exact.at(int(row)))
            is_without_target = isinstance(self.leaf.shape, TargetAndLeader)
            code = "fairness.group_of_one_without_target" if is_without_target else "fairness.group_of_one"
            yield self.problem(code, "rule", unit=self.table.units[int(row)].brief, points=points)

    def swallowed(self, score: LeafScore) -> Iterator[Problem]:
        """Clusters in which the leader leaves all others who went beyond the target at most the stated share."""
        for beyond, gained, most in self.gained(score):
            for group in np.unique(self.table.groups):
                rows = [int(row) for row in np.flatnonzero(beyond & (self.table.groups == group))]
                leaders = [row for row in rows if compare(gained.at(row), most.at(row)) >= 0]
                behind = [row for row in rows if row not in leaders]
                if leaders and behind and all(self.is_swallowed(gained.at(row), most.at(row)) for row in behind):
                    second = max(behind, key=lambda row: round_to(gained.at(row), 6).digits)
                    yield self.problem(
                        "fairness.leader_swallows",
                        "rule",
                        units=self.brief(leaders),
                        others=len(behind),
                        second=self.table.units[second].brief,
                        points=self.printed(score.exact.at(second)),
                        full=self.node.points,
                        share=self.thresholds.swallowed_share,
                    )

    def gained(self, score: LeafScore) -> Iterator[tuple[Mask, Column, Column]]:
        """Who shares what the leader leaves, what each one gains of it, and the most that there is to gain.

        Beyond the target (K9) that is what comes on top of the base share, relative to the best (K10) all points.
        A part of the year changes the most from unit to unit; such criteria are not looked at.
        """
        shape, full = self.leaf.shape, Column.constant(self.node.points)
        if self.leaf.months or not isinstance(shape, (TargetAndLeader, RelativeToBest)):
            return
        is_by_target = isinstance(shape, TargetAndLeader)
        base = full * Column.constant(shape.base_share) if isinstance(shape, TargetAndLeader) else Column.whole(0)
        codes = ("leader.by_excess", "leader.by_result") if is_by_target else ("leader.best",)
        for compared in _base_notes(score, *codes):
            for earned in _base_notes(score, "leaf.base"):
                points = earned.data["points"]
                if isinstance(points, Column):
                    yield _rows_of(compared, self.table.rows), points - base, full - base

    def is_swallowed(self, gained: Fraction, most: Fraction) -> bool:
        share = self.thresholds.swallowed_share.ratio
        return most[0] > 0 and compare(gained, (most[0] * share[0], most[1] * share[1])) <= 0

    # criteria that tell nothing apart

    def dead(self, score: LeafScore, reported: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Iterator[Problem]:
        """All units with the same printed points."""
        points = [self.printed(score.points.at(int(row))) for row in reported]
        if len(points) < 2 or any(one != points[0] for one in points):
            return
        data = {"units": len(points), "points": points[0], "name": self.name}
        if not points[0].digits:
            yield self.problem("fairness.dead_at_zero", "", **data)
        elif compare(points[0].ratio, self.node.points.ratio) >= 0:
            yield self.problem("fairness.dead_at_full", "", **data)
        else:
            yield self.problem("fairness.dead", "", full=self.node.points, **data)

    def easy(self, reported: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Iterator[Problem]:
        """A target that every unit exceeds by far; the least of them is named."""
        if not self.leaf.uses_target:
            return
        attained = self.attained()
        held = {int(row): attained.exact.at(int(row)) for row in reported if not _is_refused(attained, int(row))}
        excess = self.thresholds.easy_excess.ratio
        enough = (excess[1] + excess[0], excess[1])
        if len(held) < 2 or any(compare(degree, enough) < 0 for degree in held.values()):
            return
        least = min(held, key=lambda row: round_to(held[row], 6).digits)
        yield self.problem(
            "fairness.easy_target",
            "target",
            units=len(held),
            unit=self.table.units[least].brief,
            degree=Rate(round_to((held[least][0] * 100, held[least][1]), 1).normalised()),
            excess=self.thresholds.easy_excess,
            name=self.name,
        )

    def attained(self) -> LeafScore:
        """The degree to which each unit reaches its target: the criterion as if one point were for reaching it."""
        source = PlainFigure() if isinstance(self.leaf.source, Deviation) else self.leaf.source
        leaf = Leaf(
            indicator=self.leaf.indicator,
            shape=Proportional(cap=BOUNDLESS),
            source=source,
            target=self.leaf.target,
            cap=BOUNDLESS,
        )
        return score_leaf(
            self.rulebook, replace(self.node, points=Number(1), body=leaf), leaf, self.table, explained=False
        )


def _base_notes(score: LeafScore, *codes: str) -> list[Note]:
    """The notes of the base rule with one of these codes."""
    return [note for note in score.notes if note.code in codes and note.part is None]


def _rows_of(note: Note, rows: int) -> Mask:
    return np.ones(rows, np.bool_) if note.where is None else np.broadcast_to(note.where, (rows,))


def _is_refused(score: LeafScore, row: int) -> bool:
    return any(bool(refusal.mask[row]) for refusal in score.refusals)
