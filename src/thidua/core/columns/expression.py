"""The arithmetic of one row as it can be written down: literals and the four operations, no numbers lost.

An expression is data. `thidua.words` writes it ("10 + 10 × 12,334/19"); reading that line back and evaluating it
gives the points again, which tests do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.numbers import Value


class Operator(StrEnum):
    """The four operations, by the sign that papers use."""

    PLUS = "+"
    MINUS = "−"
    TIMES = "×"
    OVER = "/"


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as it stands in a cell, in the rulebook, or as it came out of an earlier step."""

    value: Value


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions joined by a sign."""

    operator: Operator
    left: Expression
    right: Expression


Expression = Literal | Operation


def exact(expression: Expression) -> tuple[int, int]:
    """The value of an expression as (numerator, denominator > 0), not reduced.

    Raises ZeroDivisionError where the arithmetic divides by zero.
    """
    if isinstance(expression, Literal):
        numerator, denominator = expression.value.ratio
        return _positive(numerator, denominator)
    (a, b), (c, d) = exact(expression.left), exact(expression.right)
    match expression.operator:
        case Operator.PLUS:
            return a * d + c * b, b * d
        case Operator.MINUS:
            return a * d - c * b, b * d
        case Operator.TIMES:
            return a * c, b * d
        case Operator.OVER:
            return _positive(a * d, b * c)


def _positive(numerator: int, denominator: int) -> tuple[int, int]:
    if not denominator:
        raise ZeroDivisionError
    return (numerator, denominator) if denominator > 0 else (-numerator, -denominator)


def simplified(expression: Expression) -> Expression:
    """The same value with nothing added, nothing taken off and nothing multiplied by one."""
    if isinstance(expression, Literal):
        return expression
    left, right = simplified(expression.left), simplified(expression.right)
    neutral = (0, 1) if expression.operator in (Operator.PLUS, Operator.MINUS) else (1, 1)
    if _is(right, neutral):
        return left
    if expression.operator in (Operator.PLUS, Operator.TIMES) and _is(left, neutral):
        return right
    return Operation(expression.operator, left, right)


def _is(expression: Expression, number: tuple[int, int]) -> bool:
    if not isinstance(expression, Literal):
        return False
    numerator, denominator = expression.value.ratio
    return numerator * number[1] == number[0] * denominator
