"""The standings of a cluster: who is ranked, who is not and why, and by which steps ties were parted."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.core.columns import Column, Integers, total
from thidua.core.numbers import Number, round_to
from thidua.core.rulebook.above import Effect, KnockOut, TieBreak, TieKey
from thidua.core.scoring.evaluate import Evaluation, Scores
from thidua.core.standings.classes import Candidate, Classification, Share, classify
from thidua.core.standings.rank import Entrant, Key, Method, Ranked, TieStep, rank


@dataclass(frozen=True, slots=True)
class Unranked:
    """A unit that gets no rank: knocked out, or its sheet is incomplete."""

    unit: str
    total: Number
    knock_outs: tuple[KnockOut, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClusterStandings:
    """One cluster's order. provisional: the cluster is not closed, or an appraisal is waited for."""

    cluster: str
    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...]
    steps: tuple[TieStep, ...]
    provisional: bool
    classification: Classification | None = None


def standings(evaluation: Evaluation) -> tuple[ClusterStandings, ...]:
    """The standings of every cluster of the run, in the clusters' order."""
    clusters = dict.fromkeys(unit.cluster for unit in evaluation.table.units)
    return tuple(_of_cluster(evaluation, cluster) for cluster in clusters)


def _of_cluster(evaluation: Evaluation, cluster: str) -> ClusterStandings:
    rows = [row for row, unit in enumerate(evaluation.table.units) if unit.cluster == cluster]
    able = [row for row in rows if evaluation.is_complete(row) and not evaluation.knock_outs(row)]
    chain = evaluation.rulebook.tie_breaks
    columns = [key_column(evaluation, step) for step in chain]
    entrants = [
        Entrant(
            evaluation.table.units[row].code,
            evaluation.total_points(row),
            tuple(round_to(column.at(row), evaluation.rulebook.places) for column in columns),
        )
        for row in able
    ]
    keys = [Key(step.key.value, step.criterion, step.key is TieKey.POINTS_OF) for step in chain]
    ranking = rank(entrants, keys, Method(evaluation.rulebook.rank.value))
    waits = any(evaluation.waits_for_appraisal(code, row) for code in evaluation.leaves for row in rows)
    provisional = waits or not evaluation.closed
    unranked = tuple(_unranked(evaluation, row) for row in rows if row not in able)
    classes = evaluation.rulebook.classes
    classified = classify([_candidate(evaluation, one) for one in ranking.rows], classes) if classes else None
    return ClusterStandings(cluster, ranking.rows, unranked, ranking.steps, provisional, classified)


def _candidate(evaluation: Evaluation, one: Ranked) -> Candidate:
    """A ranked unit with what classes look at: its shares of each criterion, and what a knock-out leaves open."""
    row = evaluation.table.row(one.unit)
    caps = [item.best_class for item, mask in evaluation.knocked_out if item.effect is Effect.CLASS_CAP and mask[row]]
    names = [rule.name for rule in evaluation.rulebook.classes]
    return Candidate(
        unit=one.unit,
        total=one.total,
        place=one.rank,
        leaf_shares=tuple(_share(evaluation, code, row) for code in evaluation.leaves),
        top_shares=tuple(_share(evaluation, top.code, row) for top in evaluation.rulebook.criteria),
        best_allowed=max(caps, key=names.index, default=""),
    )


def _share(evaluation: Evaluation, code: str, row: int) -> Share:
    return Share(code, evaluation.points(code, row), evaluation.maximum(code, row))


def _unranked(evaluation: Evaluation, row: int) -> Unranked:
    missing = () if evaluation.is_complete(row) else evaluation.missing(row)
    unit = evaluation.table.units[row].code
    return Unranked(unit, evaluation.total_points(row), evaluation.knock_outs(row), missing)


def key_column(scores: Scores, step: TieBreak) -> Column:
    """The values of one step of the chain, one per unit."""
    if step.key is TieKey.POINTS_OF:
        node = scores.leaves.get(step.criterion) or scores.groups[step.criterion]
        return node.points
    top = scores.rulebook.find(step.criterion)
    nodes = [node for _depth, node in (top.walk() if top else scores.rulebook.walk())]
    leaves = [scores.leaves[node.code] for node in nodes if node.code in scores.leaves]
    amounts = [leaf.deducted if step.key is TieKey.DEDUCTIONS else leaf.added for leaf in leaves]
    return total([*amounts, Column(Integers.of(0))])
