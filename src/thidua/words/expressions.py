"""Writes arithmetic as people read it, and as a reader can check it: `10 + 10 × 12,334/19 ≈ 16,4916 → 16,49`.

Owns the signs. `=` joins what is exactly equal, `≈` a number rounded half up to the digits printed, `→` a rounding
that a rule asks for. Counts stand as 343/359, in brackets inside products; rates as 5%. Numbers that are compared get
as many digits as it takes to see the side: 97,996% is below 98%.

A written line is grammar, not prose: numbers of one language, `%` after a number, `+ − × /`, brackets, and the signs
above. Reading it back and computing it gives the printed points.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from thidua.core.columns import Expression, Literal, Operation, Operator, compare, exact, simplified
from thidua.core.numbers import Counts, Mean, Number, Rate, round_to, terminating
from thidua.words.language import Language
from thidua.words.numbers import write_number

Ratio = tuple[int, int]

READABLE_PLACES = 6  # a number that ends within so many decimals is written whole
_SUM, _AFTER_MINUS, _PRODUCT, _ATOM = 1, 2, 3, 4  # how strongly an operand must bind
_STRENGTH = {Operator.PLUS: _SUM, Operator.MINUS: _SUM, Operator.TIMES: _PRODUCT, Operator.OVER: _PRODUCT}


@dataclass(frozen=True, slots=True)
class Written:
    """A number on paper: its text, and whether the text is the number itself or a rounding of it."""

    text: str
    exact: bool

    @property
    def sign(self) -> str:
        """What joins the number to the arithmetic that it came from."""
        return "=" if self.exact else "≈"


def write_expression(expression: Expression, lang: Language) -> str:
    """The arithmetic of a row on one line, with no term and no bracket more than it needs."""
    return _operand(_without_idle_terms(simplified(expression)), lang, least=_SUM, leading=True)


def write_ratio(ratio: Ratio, lang: Language, *, percent: bool = False, places: int | None = None) -> Written:
    """A fraction as a decimal or a percentage: whole where it ends soon, otherwise rounded to `places` (4, percent 2).

    Given `places` also pads: 8 with two places is 8,00. The text of an unfinished fraction is rounded half up.
    """
    numerator, denominator = ratio[0] * (100 if percent else 1), ratio[1]
    sign = "%" if percent else ""
    whole = terminating((numerator, denominator))
    if whole is not None and whole.places <= (READABLE_PLACES if places is None else places):
        return Written(write_number(whole, lang, places) + sign, exact=True)
    cut = (2 if percent else 4) if places is None else places
    return Written(write_number(round_to((numerator, denominator), cut), lang, cut) + sign, exact=False)


def write_points(ratio: Ratio, places: int, lang: Language) -> str:
    """An amount of points inside a sentence, rounded to the rulebook's places, without idle zeros."""
    return write_number(round_to(ratio, places).normalised(), lang)


def write_beside(value: Ratio, other: Ratio, lang: Language, *, percent: bool) -> tuple[str, str]:
    """Two numbers that are compared, with enough digits to see which is larger."""
    order, scale = compare(value, other), 100 if percent else 1
    sign = "%" if percent else ""
    places = 2 if percent else 4
    while True:
        shown = [_shortened((ratio[0] * scale, ratio[1]), places) for ratio in (value, other)]
        if compare(shown[0].ratio, shown[1].ratio) == order:
            return write_number(shown[0], lang) + sign, write_number(shown[1], lang) + sign
        places += 1


def write_equation(
    expression: Expression, ratio: Ratio, lang: Language, *, percent: bool = False, whole: bool = False
) -> str:
    """`(31 − 20) / 20 = 55%`; `8/12 ≈ 66,67%`; a number that stands alone is written alone.

    whole: the formula keeps every term, also one that changes nothing: `(2 − 1) / 1 = 100%`.
    """
    result = write_ratio(ratio, lang, percent=percent)
    if isinstance(expression, Literal) and not isinstance(expression.value, Counts):
        return result.text
    arithmetic = _operand(expression, lang, least=_SUM, leading=True) if whole else write_expression(expression, lang)
    return result.text if arithmetic == result.text else f"{arithmetic} {result.sign} {result.text}"


def write_final_line(expression: Expression, points: Number, lang: Language) -> str:
    """`10 × 60/75 = 8,00`, or with the exact result in between where it is not yet the printed one.

    Where the result does not end, it gets enough digits that rounding *them* gives the points too.
    """
    arithmetic, printed = write_expression(expression, lang), write_number(points, lang, points.places)
    ratio = exact(expression)
    if compare(ratio, points.ratio) == 0:
        return f"{arithmetic} = {printed}"
    whole = terminating(ratio)
    if whole is not None and whole.places <= READABLE_PLACES:
        return f"{arithmetic} = {write_number(whole, lang)} → {printed}"
    places = points.places + 2
    while round_to((shown := round_to(ratio, places)).ratio, points.places) != points:
        places += 1
    return f"{arithmetic} ≈ {write_number(shown, lang, places)} → {printed}"


def is_share(expression: Expression) -> bool:
    """Whether the arithmetic yields a part of a whole, to be read in percent, and not a number of things."""
    if isinstance(expression, Literal):
        value = expression.value
        return value.is_rate if isinstance(value, Mean) else isinstance(value, (Counts, Rate))
    if _STRENGTH[expression.operator] == _SUM:
        return is_share(expression.left) or is_share(expression.right)
    return False


def _without_idle_terms(expression: Expression) -> Expression:
    """The same value without terms that come to zero: no deduction was made, nothing was added."""
    if isinstance(expression, Literal):
        return expression
    left, right = _without_idle_terms(expression.left), _without_idle_terms(expression.right)
    if _STRENGTH[expression.operator] == _SUM:
        if not exact(right)[0]:
            return left
        if expression.operator is Operator.PLUS and not exact(left)[0]:
            return right
    return Operation(expression.operator, left, right)


def _operand(expression: Expression, lang: Language, *, least: int, leading: bool = False) -> str:
    """An operand whose own operation must bind at least as strongly as `least`, or stand in brackets."""
    if isinstance(expression, Literal):
        return _literal(expression, lang, least=least, leading=leading)
    strength = _STRENGTH[expression.operator]
    opened = strength < least
    one, other = _in_one_measure(expression)
    left = _operand(one, lang, least=strength, leading=leading or opened)
    right = _operand(other, lang, least=_right_side(expression.operator))
    text = _joined(expression.operator, left, right)
    return f"({text})" if opened else text


def _in_one_measure(operation: Operation) -> tuple[Expression, Expression]:
    """A plain number that is added to, taken from or divided by a rate is written as a rate too: 12% − 2%."""
    left, right = operation.left, operation.right
    if operation.operator is Operator.TIMES or is_share(left) == is_share(right):
        return left, right
    return (left, _as_rate(right)) if is_share(left) else (_as_rate(left), right)


def _as_rate(expression: Expression) -> Expression:
    if not isinstance(expression, Literal) or not isinstance(expression.value, Number):
        return expression
    digits, places = expression.value.digits, expression.value.places
    return Literal(Rate(Number(digits, places - 2) if places > 1 else Number(digits * 10 ** (2 - places))))


def _right_side(operator: Operator) -> int:
    """a − (b + c) and a / (b × c) need their brackets; a + (b − c) and a × (b / c) mean the same without."""
    return {Operator.MINUS: _AFTER_MINUS, Operator.OVER: _ATOM}.get(operator, _STRENGTH[operator])


def _joined(operator: Operator, left: str, right: str) -> str:
    tight = operator is Operator.OVER and " " not in left + right
    return f"{left}/{right}" if tight else f"{left} {operator} {right}"


def _literal(literal: Literal, lang: Language, *, least: int, leading: bool) -> str:
    value = literal.value
    if isinstance(value, Counts):
        text = "/".join(write_number(Number(part), lang) for part in (value.numerator, value.denominator))
        return f"({text})" if least >= _PRODUCT else text
    text = write_number(value, lang)
    return f"({text})" if value.ratio[0] < 0 and not leading else text


def _shortened(ratio: Ratio, places: int) -> Number:
    """The exact decimal where it ends soon, otherwise rounded to so many places."""
    common = gcd(*ratio)
    whole = terminating((ratio[0] // common, ratio[1] // common))
    return whole if whole is not None and whole.places <= READABLE_PLACES else round_to(ratio, places)
