"""Exact columns: bounded whole numbers, fractions over all units at once, their order, and their written form.

Owns the arithmetic that every rule kind stands on. Knows nothing of criteria, units or seasons.
"""

from thidua.core.columns.column import Column, Condition, total
from thidua.core.columns.expression import Expression, Literal, Operation, Operator, exact, simplified
from thidua.core.columns.grid import Itself
from thidua.core.columns.integers import Integers, Mask, Rows
from thidua.core.columns.order import Places, best_of_groups, compare, places_by_keys, places_in_groups

__all__ = [
    "Column",
    "Condition",
    "Expression",
    "Integers",
    "Itself",
    "Literal",
    "Mask",
    "Operation",
    "Operator",
    "Places",
    "Rows",
    "best_of_groups",
    "compare",
    "exact",
    "places_by_keys",
    "places_in_groups",
    "simplified",
    "total",
]
