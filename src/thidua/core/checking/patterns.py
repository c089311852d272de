"""Patterns in many figures that are worth a question: never a proof, and nothing at all about few figures.

Two tests, both exact:

- *Bunching just above a target*: among the figures that lie within a twentieth of their targets, as many should fall
  just below as just above. The caliper test (A. Gerber, N. Malhotra, "Do Statistical Reporting Standards Affect What Is
  Published?", Quarterly Journal of Political Science 3, 2008, 313–326): one-sided binomial with one half.
- *Preferred digits*: the last digits of counts from 100 on should be spread evenly over 0 to 9 (B. Beber, A. Scacco,
  "What the Numbers Say: A Digit-Based Test for Election Fraud", Political Analysis 20, 2012, 211–234): Pearson's
  chi-squared with nine degrees of freedom.

A question is asked at one chance in a hundred, from `LEAST` figures on. Takes exact fractions, knows no unit, no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

LEAST = 100  # figures; with fewer nothing is said
WINDOW = 20  # the part of the target that is looked at on each side: a twentieth
ODDS = 100  # one chance in so many
DIGITS_FROM = 100  # counts below have no last digit that is free

Ratio = tuple[int, int]
CRITICAL: Ratio = (21666, 1000)  # chi-squared, nine degrees of freedom, at one in a hundred


@dataclass(frozen=True, slots=True)
class Bunching:
    """How figures lie about their targets. `chance`: of so many above or more, were both sides alike."""

    figures: int
    below: int
    above: int
    chance: Ratio

    @property
    def is_enough(self) -> bool:
        """Whether there are figures enough to say anything."""
        return self.figures >= LEAST

    @property
    def is_question(self) -> bool:
        """Whether it is worth a question."""
        return self.is_enough and self.chance[0] * ODDS < self.chance[1]


@dataclass(frozen=True, slots=True)
class Digits:
    """How often each last digit stands, from 0 to 9."""

    counts: tuple[int, ...]

    @property
    def figures(self) -> int:
        return sum(self.counts)

    @property
    def is_enough(self) -> bool:
        """Whether there are figures enough to say anything."""
        return self.figures >= LEAST

    @property
    def statistic(self) -> Ratio:
        """Pearson's chi-squared against an even spread: Σ(10·count − all)² / (10·all); 0 for no figures."""
        if not self.figures:
            return 0, 1
        return sum((10 * count - self.figures) ** 2 for count in self.counts), 10 * self.figures

    @property
    def is_question(self) -> bool:
        """Whether it is worth a question."""
        (over, under), (most, whole) = self.statistic, CRITICAL
        return self.is_enough and over * whole > most * under

    @property
    def preferred(self) -> tuple[int, ...]:
        """The digits that stand more than half as often again as they should."""
        return tuple(digit for digit, count in enumerate(self.counts) if 20 * count > 3 * self.figures)


def bunching(pairs: Sequence[tuple[Ratio, Ratio]]) -> Bunching:
    """Figures with their targets; a target of 0 or below has no window. A figure at its target has reached it."""
    below = above = seen = 0
    for (value, of), (target, of_target) in pairs:
        if not of or not of_target or target <= 0:
            continue
        seen += 1
        ours, theirs = value * of_target, target * of
        if theirs <= ours and ours * WINDOW < theirs * (WINDOW + 1):
            above += 1
        elif ours < theirs and theirs * (WINDOW - 1) <= ours * WINDOW:
            below += 1
    return Bunching(seen, below, above, tail(below + above, above))


def tail(tries: int, hits: int) -> Ratio:
    """The chance of so many hits or more in so many tries of one half."""
    return sum(comb(tries, one) for one in range(hits, tries + 1)), 2**tries


def last_digits(counts: Sequence[int]) -> Digits:
    """The last digits of whole numbers from `DIGITS_FROM` on."""
    found = [0] * 10
    for count in counts:
        if count >= DIGITS_FROM:
            found[count % 10] += 1
    return Digits(tuple(found))
