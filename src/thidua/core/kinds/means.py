"""Values made of several figures: K27 panels, K41 periods, K42 sub-units, K28 weighted index, K39 against the mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.core.columns import Column, Mask, total
from thidua.core.kinds.base import Inputs, Run, Source, missing_where_any, source
from thidua.core.kinds.params import INDICATORS, NUMBER, WHOLE, many, one_of, param
from thidua.core.numbers import Number
from thidua.core.numeric import np
from thidua.core.states import State

if TYPE_CHECKING:
    from numpy.typing import NDArray

Given = list[tuple[Column, Mask]]


class WhenSomeMissing(StrEnum):
    """What a figure that was not reported does to a mean."""

    BLOCKS = "blocks"
    SKIP = "skip"


@source("mean", "K27", "K41", "K42")
@dataclass(frozen=True, slots=True, kw_only=True)
class Mean(Source):
    """The mean of the criterion's own indicator and others: judges (K27), periods (K41), sub-units (K42).

    trim drops so many of the highest and of the lowest; with fewer than 2·trim + 1 values the plain mean is taken and
    noted (DOMAIN: trimming needs n ≥ 3). weights: one for the own indicator, then one for each other; not together
    with trim. K27: 8, 9, 9, 10, 6 trimmed by one → 8,67, plain 8,40. K41: 9; 8,5; 10; 9,5 → 9,25.
    """

    others: tuple[str, ...] = param(INDICATORS, about="the other indicators / các chỉ số khác")
    weights: tuple[Number, ...] | None = param(
        many(NUMBER), default=None, about="weights, own first / trọng số, của chỉ số chính trước"
    )
    trim: int = param(
        WHOLE, default=0, about="how many of the highest and lowest to drop / bỏ bao nhiêu điểm cao, thấp nhất"
    )
    missing: WhenSomeMissing = param(
        one_of(WhenSomeMissing), default=WhenSomeMissing.BLOCKS, about="a missing figure / khi thiếu số liệu"
    )

    def states(self, own: NDArray[np.int8], inputs: Inputs) -> NDArray[np.int8]:
        """Blocking: missing where any is; skipping: reported where any is."""
        others = [inputs.figure(one).states for one in self.others]
        if self.missing is WhenSomeMissing.BLOCKS:
            return missing_where_any(own, others)
        states = own.copy()
        for other in others:
            states[(states == State.MISSING) & (other == State.REPORTED)] = State.REPORTED
        return states

    def draw(self, run: Run) -> Column:
        """The mean of what was reported, exact."""
        drawn = [run.inputs.figure(one) for one in self.others]
        given = [
            (run.value, run.drawn.states == State.REPORTED),
            *((one.column, one.states == State.REPORTED) for one in drawn),
        ]
        weights = self.weights or (Number(1),) * len(given)
        nothing = Column.whole(0)
        summed = total(
            [
                run.choose((mask, column * Column.constant(weight)), otherwise=nothing)
                for (column, mask), weight in zip(given, weights, strict=True)
            ]
        )
        size = total(
            [
                run.choose((mask, Column.constant(weight)), otherwise=nothing)
                for (_column, mask), weight in zip(given, weights, strict=True)
            ]
        ).settled()
        if self.trim:
            summed, size = self._trimmed(run, given, summed, size)
        run.leave_out(run.is_zero(size), "scoring.figure_not_given")  # whatever has weight was not assigned
        run.note("source.mean", where=run.valid, sum=summed, size=size)
        return (summed / size).settled()

    def _trimmed(self, run: Run, given: Given, summed: Column, size: Column) -> tuple[Column, Column]:
        """Sum and number of what is left without the extremes, where enough was given."""
        enough = run.spread((size >= Column.whole(2 * self.trim + 1)).mask)
        rest, dropped = given, Column.whole(0)
        for largest in (True, False):
            for _round in range(self.trim):
                extreme, rest = without_extreme(run, rest, largest=largest)
                dropped = dropped + extreme
        run.note("source.trimmed", where=run.valid & enough, dropped=dropped)
        run.note("source.too_few_to_trim", where=run.valid & ~enough, size=size)
        fewer = (size - Column.whole(2 * self.trim)).settled()
        return (
            run.choose((enough, summed - dropped), otherwise=summed),
            run.choose((enough, fewer), otherwise=size),
        )


def without_extreme(run: Run, given: Given, *, largest: bool) -> tuple[Column, Given]:
    """The largest (or smallest) value given in each row, 0 where none is, and what was given without it."""
    best, held = given[0]
    place = np.zeros(run.inputs.rows, dtype=np.intp)
    for index, (column, mask) in enumerate(given[1:], start=1):
        beats = (column > best if largest else column < best).mask
        better = mask & (run.spread(beats) | ~held)
        best, held = run.choose((better, column), otherwise=best), held | mask
        place[better] = index
    rest = [(column, mask & (place != index)) for index, (column, mask) in enumerate(given)]
    return run.choose((held, best), otherwise=Column.whole(0)), rest


@source("weighted_index", "K28")
@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedIndex(Source):
    """scale · Σ weight · sub-index, over the criterion's own indicator and others (PCI: ten sub-indices, scale 10)."""

    others: tuple[str, ...] = param(INDICATORS, about="the other sub-indices / các chỉ số thành phần khác")
    weights: tuple[Number, ...] = param(many(NUMBER), about="weights, own first / trọng số, của chỉ số chính trước")
    scale: Number = param(NUMBER, default=Number(1), about="multiplied at the end / hệ số nhân")

    def draw(self, run: Run) -> Column:
        """The weighted sum, exact."""
        others = [run.inputs.figure(one) for one in self.others]
        for other in others:
            run.leave_out(other.states != State.REPORTED, "scoring.figure_not_given")
        columns = [run.value, *(other.column for other in others)]
        weighed = [Column.constant(weight) * column for weight, column in zip(self.weights, columns, strict=True)]
        index = Column.constant(self.scale) * total(weighed)
        run.note("source.weighted_index", where=run.valid, index=index)
        return index.settled()


@source("against_mean", "K39")
@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstMean(Source):
    """How far a share lies above the cluster's mean, in percentage points; the mean is the ratio of the sums.

    553/589 = 93,89 %, own 95,54 % → +1,65 (DOMAIN K39). A rate without counts cannot enter a sum and is refused.
    """

    relative = True

    def draw(self, run: Run) -> Column:
        """Own share − Σ numerators / Σ denominators of the cluster's units that reported."""
        counted = run.spread(np.asarray(False) if run.drawn.counted is None else run.drawn.counted)
        run.refuse(run.valid & ~counted, "scoring.rate_has_no_counts")
        groups, among = run.inputs.groups, run.valid & counted
        sums = [Column(part.sums(groups, among)) for part in (run.value.num, run.value.den)]
        mean = (sums[0] / sums[1]).as_counts()
        run.note("source.against_mean", where=run.valid, value=run.value, mean=mean)
        return (run.value - mean).settled()
