"""The season that benchmarks of scoring share: ten units, 176 criteria in the proportions of a real table (12
quantitative, 51 passed or failed, 113 of entered points), every figure given, two tie-breaks, one relative rule.
"""

from thidua.core.numbers import Number
from thidua.core.rulebook import parse_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.figures import Figure, FigureValue, Member, Target
from thidua.core.states import Stage

UNITS, QUANTITATIVE, VERDICTS, ENTERED = 10, 12, 51, 113
Plain = dict[str, object]


def members(units: int = UNITS, *, cluster: str = "Cụm") -> tuple[Member, ...]:
    """Units by number."""
    return tuple(Member(f"u{number}", f"Đơn vị {number}", cluster) for number in range(1, units + 1))


def rulebook() -> Rulebook:
    """Twelve groups of leaves; the parts add up."""
    leaves = [*_quantitative(), *_verdicts(), *_entered()]
    size = -(-len(leaves) // 12)
    groups = [leaves[start : start + size] for start in range(0, len(leaves), size)]
    return parse_rulebook(
        {
            "rulebook": "bang-lon",
            "title": "Bảng tiêu chí lớn",
            "version": "1",
            "valid": {"from": "01/01/2024"},
            "indicators": [_indicator(f"q{number}") for number in range(1, QUANTITATIVE + 1)],
            "criteria": [
                {"code": f"G{number}", "name": f"Nhóm {number}", "points": _sum(parts), "parts": parts}
                for number, parts in enumerate(groups, start=1)
            ],
        }
    )


def _quantitative() -> list[Plain]:
    rules: list[Plain] = [
        {"kind": "proportional"},
        {"kind": "target_and_leader"},
        {"kind": "relative_to_best"},
        {"kind": "bands", "bands": [{"below": "75", "points": "0"}, {"from": "75", "below": "90", "points": "5"},
                                    {"from": "90", "points": "10"}]},
    ]  # fmt: skip
    return [_leaf("q", number, "10", rules[number % len(rules)]) for number in range(1, QUANTITATIVE + 1)]


def _verdicts() -> list[Plain]:
    return [_leaf("v", number, "5", {"kind": "pass_fail"}) for number in range(1, VERDICTS + 1)]


def _entered() -> list[Plain]:
    return [_leaf("e", number, "5", {"kind": "entry"}) for number in range(1, ENTERED + 1)]


def _leaf(kind: str, number: int, points: str, rule: Plain) -> Plain:
    code = f"{kind}{number}"
    own = {"indicator": code} if kind == "q" else {}
    return {"code": code, "name": f"Tiêu chí {code}", "points": points, "rule": rule, **own}


def _indicator(code: str) -> Plain:
    return {"code": code, "name": f"Chỉ số {code}", "kind": "count"}


def _sum(parts: list[Plain]) -> str:
    return str(sum(int(str(part["points"])) for part in parts))


def figures(units: tuple[Member, ...], stage: Stage = Stage.SELF) -> tuple[Figure, ...]:
    """A figure for each unit and indicator."""
    return tuple(
        Figure(unit=unit.code, indicator=one.code, stage=stage, value=value_of(one.code, row))
        for row, unit in enumerate(units)
        for one in rulebook().indicators
    )


def targets(units: tuple[Member, ...]) -> tuple[Target, ...]:
    """A target for each unit and quantitative indicator."""
    share = Number(75, 0)
    return tuple(
        Target(unit=unit.code, indicator=f"q{number}", value=share)
        for unit in units
        for number in range(1, QUANTITATIVE + 1)
    )


def value_of(code: str, row: int) -> FigureValue:
    """What a unit reports: different for each, and always the same."""
    number = int(code[1:]) * 7 + row * 3
    match code[0]:
        case "q":
            return Number(60 + number % 50)
        case "v":
            return number % 5 != 0
    return Number(number % 41, 1)


def spelled(value: FigureValue) -> str:
    """The value as an officer types it."""
    if isinstance(value, bool):
        return "đạt" if value else "không đạt"
    assert isinstance(value, Number)
    return value.canonical().replace(".", ",")
