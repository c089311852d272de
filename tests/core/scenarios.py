"""Random seasons in miniature: a rulebook as plain data, units, figures and targets that meet every edge of the rules.

Everything is drawn from one `Random`, so that hypothesis shrinks it and a benchmark repeats it. Values are drawn from
small pools around the targets, so that ties, leaders, caps, floors and exact edges come up often.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.rulebook import parse_rulebook
from thidua.core.rulebook.schema import Rulebook, StricterOf
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue, Level, Member, Target
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.states import Stage, State
from thidua.files.calendars import load_working_calendar

CALENDAR = load_working_calendar()
DUE = date(2024, 11, 15)
SIZES = (1, 1, 10**3, 2**53 // 7, 2**53, 2**62, 2**63, 2**64 + 1, 10**25)
RATIOS = ("percent", "share", "result_target")
MODES = ("exclude", "full", "zero", "average")
AMOUNTS = ("count", "decimal", "money")
LOCAL_SHAPES = (
    "balance", "all_or_nothing", "proportional", "bands", "per_event", "per_step", "piecewise", "two_key_bands",
    "by_level",
)  # fmt: skip
SOURCES = (
    "figure", "figure", "figure", "rounded", "growth", "growth", "deviation", "deviation", "deviation", "mean",
    "per_capita", "weighted_index",
)  # fmt: skip
LEVELS = ["không", "khiển trách", "cảnh cáo"]
ENTERED = ("entry", "range", "pass_fail")
RELATIVE_SHAPES = ("relative_to_best", "target_and_leader", "rank_points")
Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A season in miniature; `raw` is the rulebook as an officer would write it."""

    raw: Plain
    rulebook: Rulebook
    units: tuple[Member, ...]
    figures: tuple[Figure, ...]
    targets: tuple[Target, ...]
    adjustments: tuple[AuthorityAdjustment, ...]

    def table(self, units: tuple[Member, ...] | None = None, *, explained: bool = False) -> FigureTable:
        """The figures of all units, or of some."""
        return FigureTable(
            units or self.units, self.figures, self.targets, Stage.AGREED, calendar=CALENDAR, explained=explained
        )

    def evaluate(self, units: tuple[Member, ...] | None = None, *, explained: bool = False) -> Evaluation:
        """Scored by the product. Raises FiguresRefused."""
        table = self.table(units, explained=explained)
        known = {unit.code for unit in table.units}
        adjustments = [one for one in self.adjustments if one.unit in known]
        return evaluate(self.rulebook, table, adjustments=adjustments, closed=True)


def scenario(random: Random, *, local_only: bool = False) -> Scenario:
    """One season, its rulebook accepted by the checker."""
    return _Drawing(random, local_only=local_only).scenario()


@dataclass(slots=True)
class _Drawing:
    random: Random
    local_only: bool
    rounding_total: bool = False
    size: int = 1

    def scenario(self) -> Scenario:
        self.size = self.random.choice(SIZES)
        self.rounding_total = self.random.random() < 0.2
        units = self.units()
        drawn = [self.leaf(f"T{index}") for index in range(self.random.randint(1, 3))]
        raw = self.rulebook([leaf for leaf, _indicators in drawn], [one for _leaf, many in drawn for one in many])
        book = parse_rulebook(raw)
        figures = tuple(one for unit in units for ind in book.indicators for one in self.said(unit, ind.code, book))
        targets = tuple(one for unit in units for _node, leaf in book.leaves for one in self.given(unit, leaf, book))
        return Scenario(raw, book, units, figures, targets, self.adjustments(units))

    def units(self) -> tuple[Member, ...]:
        count, clusters = self.random.choice((1, 2, 3, 5, 7)), self.random.choice((1, 1, 2))
        names = [f"U{index}" for index in range(count)]
        return tuple(Member(name, name, f"C{index % clusters}") for index, name in enumerate(names))

    def maybe(self, share: float) -> bool:
        return self.random.random() < share

    def text(self, low: int = 0, high: int = 20, places: int = 1) -> str:
        """A short decimal as typed."""
        return _typed(Number(self.random.randint(low * 10**places, high * 10**places), places))

    def rulebook(self, leaves: list[Plain], indicators: list[Plain]) -> Plain:
        group = self.maybe(0.6)
        raw: Plain = {
            "rulebook": "r", "title": "t", "version": "1", "valid": {"from": "2024-01-01"}, "indicators": indicators,
            "criteria": [self.group(leaves)] if group else leaves, "places": str(self.random.choice((0, 2, 2, 2, 4))),
            "rounding": "total" if self.rounding_total else "leaf",
            "not_assigned": self.random.choice(MODES),
            "missing": self.random.choice(("blocks", "zero")),
            "rank": self.random.choice(("competition", "dense", "mean")),
            "tie_breaks": [{"key": "points_of", "criterion": leaves[0]["code"]}, {"key": "deductions"}],
            "total": self.total(),
        }  # fmt: skip
        if (own := Random(repr(raw))).random() < 0.3:
            raw["not_applicable"] = own.choice(MODES)
        if self.maybe(0.3):
            indicators.append({"code": "liet", "name": "điểm liệt", "kind": "verdict"})
            effect = {"effect": "zero_group", "criterion": "G"} if group and self.maybe(0.5) else {}
            raw["knock_outs"] = [{"code": "L", "name": "l", "when": {"indicator": "liet", "passed": "không"}, **effect}]
        return raw

    def total(self) -> Plain:
        total: Plain = {"authority_adjustment": "5"}
        if self.maybe(0.3):
            total["cap"] = self.text(5, 20)
        if self.maybe(0.3):
            total["floor"] = self.text(0, 4)
        if self.maybe(0.3):
            total["rescale_to"] = "100"
        return total

    def group(self, leaves: list[Plain]) -> Plain:
        group: Plain = {"code": "G", "name": "nhóm", "parts": leaves}
        whole = sum((Fraction(str(leaf["points"]).replace(",", ".")) for leaf in leaves), Fraction(0))
        group["points"] = _typed(Number(int(whole * 10), 1))
        if self.maybe(0.6):
            group["cap"] = self.text(1, 12)
            scalable = all("order" not in leaf and str(leaf.get("floor", "0"))[0] != "-" for leaf in leaves)
            group["scale_down"] = scalable and not self.rounding_total and self.maybe(0.7)
        if self.maybe(0.3):
            group["floor"] = self.text(0, 1)
        return group

    def leaf(self, code: str) -> tuple[Plain, list[Plain]]:
        shapes = LOCAL_SHAPES + ENTERED + (() if self.local_only else RELATIVE_SHAPES * 2)
        name = self.random.choice(shapes)
        kind = self.figure_kind(name)
        own: Plain = {"code": f"{code}.so", "name": "số", "kind": kind}
        own |= {"levels": LEVELS} if kind == "level" else {}
        own["direction"] = "more" if name in ENTERED else self.random.choice(("more", "less"))
        leaf: Plain = {"code": code, "name": code, "points": self.text(1, 20), "indicator": own["code"]}
        indicators = [own]
        is_ratio = kind in RATIOS
        if kind == "day":
            leaf["value"] = {"kind": "working_days_early", "due": "15/11/2024"}
        elif kind == "points" and self.maybe(0.3):
            leaf["value"] = self.mean(code, indicators, kind)
        elif kind not in ("points", "verdict", "level"):
            is_ratio = self.source(leaf, indicators, kind, name)
        leaf["rule"] = self.shape(name, leaf, indicators, is_ratio=is_ratio)
        if name in ("proportional", "relative_to_best", "target_and_leader") and self.maybe(0.3):
            leaf["target"] = self.target(code, indicators, is_ratio=is_ratio)
        self.weigh(leaf, indicators)
        self.adjust(leaf, indicators)
        if self.maybe(0.25):
            leaf["not_assigned"] = self.random.choice(MODES)
        if (own := Random(repr(leaf))).random() < 0.25:  # drawn apart, so that all else stays as it was drawn
            leaf["not_applicable"] = own.choice(MODES)
        return leaf, indicators

    def target(self, code: str, indicators: list[Plain], *, is_ratio: bool) -> object:
        """A target of the rulebook, or the stricter of it, the season's own and another indicator's figure."""
        end = self.end(is_ratio=is_ratio, negative=True)
        if self.maybe(0.4):
            return end
        indicators.append({"code": f"{code}.ct", "name": "ct", "kind": "percent" if is_ratio else "decimal"})
        several = [end, "season", f"{code}.ct"]
        self.random.shuffle(several)
        return {"stricter_of": [*dict.fromkeys((*several[: self.random.choice((1, 2))], f"{code}.ct"))]}

    def weigh(self, leaf: Plain, indicators: list[Plain]) -> None:
        """A coefficient by class of unit (K40), a part of the year (K43)."""
        code = leaf["code"]
        if self.maybe(0.12):
            indicators.append({"code": f"{code}.he", "name": "hệ số", "kind": "level", "levels": LEVELS})
            leaf["coefficient"] = {"indicator": f"{code}.he", "factors": ["1", "1,2", self.text(0, 2)]}
        if self.maybe(0.12):
            indicators.append({"code": f"{code}.thang", "name": "tháng", "kind": "count"})
            leaf["months"] = f"{code}.thang"

    def figure_kind(self, shape: str) -> str:
        if shape == "by_level":
            return "level"
        if shape in ENTERED:
            return "verdict" if shape == "pass_fail" else "points"
        if shape in ("bands", "per_step") and self.maybe(0.35):
            return "day"
        return self.random.choice(RATIOS + AMOUNTS)

    def source(self, leaf: Plain, indicators: list[Plain], kind: str, shape: str) -> bool:
        """Draw a source; whether what it yields is a ratio."""
        is_ratio, code = kind in RATIOS, str(leaf["code"])
        which = self.random.choice(SOURCES)
        if kind == "share" and not self.local_only and self.maybe(0.2):
            which = "against_mean"
        if which == "mean":
            leaf["value"] = self.mean(code, indicators, kind)
        elif which == "per_capita" and not is_ratio:
            indicators.append({"code": f"{code}.dan", "name": "dân số", "kind": "count"})
            leaf["value"] = {"kind": which, "population": f"{code}.dan", "per": self.random.choice(("1", "2"))}
        elif which == "weighted_index":
            others = self.others(code, indicators, kind)
            weights = [self.random.choice(("0", "0,5", "1")) for _one in others]
            leaf["value"] = {"kind": which, "others": others, "weights": ["0,5", *weights], "scale": self.text(1, 2)}
        elif which == "against_mean":
            leaf["value"] = which
        if which == "rounded" and is_ratio:
            leaf["value"] = {"kind": "figure", "percent_places": self.random.choice(("0", "1"))}
        elif which == "growth":
            indicators.append({"code": f"{code}.truoc", "name": "năm trước", "kind": kind})
            mode = self.random.choice(("relative", "pp"))
            leaf["value"] = {"kind": "growth", "base": f"{code}.truoc", "mode": mode}
            return is_ratio or mode == "relative"
        elif which == "deviation" and shape in ("bands", "per_step"):
            mode = self.random.choice(("relative", "pp"))
            leaf["value"] = {"kind": "deviation", "mode": mode}
            return is_ratio or mode == "relative"
        return is_ratio

    def others(self, code: str, indicators: list[Plain], kind: str) -> list[str]:
        """Further figures of the same kind, each an indicator of its own."""
        codes = [f"{code}.q{index}" for index in range(self.random.choice((1, 2, 4)))]
        indicators += [{"code": one, "name": one, "kind": kind} for one in codes]
        return codes

    def mean(self, code: str, indicators: list[Plain], kind: str) -> Plain:
        others = self.others(code, indicators, kind)
        value: Plain = {"kind": "mean", "others": others, "missing": self.random.choice(("blocks", "skip"))}
        if self.maybe(0.4):
            weights = ["0" if self.maybe(0.6) else self.random.choice(("1", "2")) for _one in others]
            return value | {"weights": [*weights, "1"]}
        return value | {"trim": self.random.choice(("0", "1", "1", "2"))}

    def two_keys(self, code: str, indicators: list[Plain], *, is_ratio: bool) -> Plain:
        """Two or three classes of another figure, with bands of their own."""
        indicators.append({"code": f"{code}.loai", "name": "loại", "kind": "count"})
        edges = sorted({self.random.randint(0, 6) for _ in range(2)})
        classes: list[Plain] = [{"bands": self.bands(is_ratio=is_ratio)["bands"]} for _one in range(len(edges) + 1)]
        for index, edge in enumerate(edges):
            lower, upper = self.random.choice((("from", "below"), ("above", "up_to")))
            classes[index + 1][lower] = classes[index][upper] = self.end(is_ratio=False, of=edge)
        if self.maybe(0.2) and len(classes) > 2:
            classes.pop()
        otherwise: Plain = {"otherwise": self.text(0, 3)} if self.maybe(0.7) else {}
        return {"by": f"{code}.loai", "classes": classes, **otherwise}

    def shape(self, name: str, leaf: Plain, indicators: list[Plain], *, is_ratio: bool) -> Plain:
        rule: Plain = {"kind": name}
        policies = ("no_target", "met_if_zero", "met_if_zero", "error")
        by_itself = {"balance": self.start, "rank_points": self.rank_points}
        if name in by_itself:
            rule |= by_itself[name]()
        elif name == "range":
            rule |= {"least": "-1", "most": leaf["points"]}
        elif name == "all_or_nothing":
            rule["need"] = self.end(is_ratio=is_ratio)
        elif name == "per_event":
            rule["each"] = self.text(0, 2)
        elif name == "per_step":
            rule |= {"start": self.end(is_ratio=is_ratio), "step": "0,5%" if is_ratio else "2", "each": self.text(0, 1)}
            rule |= {"first": self.text(0, 1), "whole_steps": self.maybe(0.7)}
        elif name == "bands":
            rule |= self.bands(is_ratio=is_ratio)
        elif name == "two_key_bands":
            rule |= self.two_keys(str(leaf["code"]), indicators, is_ratio=is_ratio)
        elif name == "by_level":
            rule["points_of_levels"] = self.points_of_levels()
        elif name == "piecewise":
            rule["knots"] = self.knots(is_ratio=is_ratio)
        elif name == "proportional":
            rule |= self.proportional(policies[1:], whole=is_ratio and indicators[0]["direction"] == "more")
        elif name == "target_and_leader":
            rule |= {"leader_by": self.random.choice(("x", "A")), "zero_target": self.random.choice(policies)}
            rule["base_share"] = self.random.choice(("50%", "0,6", "0", "1"))
        return rule

    def points_of_levels(self) -> list[str]:
        return [self.text(-2, 6) for _level in LEVELS]

    def start(self) -> Plain:
        return {"start": self.text()} if self.maybe(0.5) else {}

    def rank_points(self) -> Plain:
        ties = {"each": self.text(0, 3), "ties": self.random.choice(("competition", "mean", "dense"))}
        return ties | ({"first": self.text()} if self.maybe(0.5) else {})

    def knots(self, *, is_ratio: bool) -> list[Plain]:
        ends = sorted({self.random.randint(0, 20) for _ in range(4)})
        return [{"at": self.end(is_ratio=is_ratio, of=end), "points": self.text(-2, 10)} for end in ends]

    def proportional(self, policies: tuple[str, ...], *, whole: bool) -> Plain:
        """whole: whether the value may be a degree by itself."""
        of_whole = whole and self.maybe(0.3)
        ratio: Plain = {"of": "whole"} if of_whole else {"zero_target": self.random.choice(policies)}
        limits = {"cap": self.random.choice(("100%", "120%", "90%")), "floor": self.random.choice(("0%", "50%", "80%"))}
        return ratio | limits

    def bands(self, *, is_ratio: bool) -> Plain:
        """Three or four bands without holes, each edge belonging to one side."""
        ends = sorted({self.random.randint(0, 20) for _ in range(3)})
        edges = [self.end(is_ratio=is_ratio, of=end) for end in ends]
        bands: list[Plain] = [{"points": self.text(-3, 10)} for _ in range(len(edges) + 1)]
        for index, edge in enumerate(edges):
            lower, upper = self.random.choice((("from", "below"), ("above", "up_to")))
            bands[index + 1][lower], bands[index][upper] = edge, edge
        rule: Plain = {"bands": bands}
        if self.maybe(0.4) and len(bands) > 2:
            bands.pop()
            if self.maybe(0.6):
                rule["otherwise"] = self.text()
        if self.maybe(0.8):
            rule["no_value"] = self.text(-3, 3)
        return rule

    def end(self, *, is_ratio: bool, negative: bool = False, of: int | None = None) -> str:
        """A limit or target in the measure of the figures, on a coarse grid that figures share."""
        step = self.random.randint(0, 20) if of is None else of
        step = -step if negative and self.maybe(0.2) else step
        return f"{step * 5}%" if is_ratio else _typed(Number(step * self.size))

    def adjust(self, leaf: Plain, indicators: list[Plain]) -> None:
        for group in ("deductions", "bonuses"):
            many = [
                self.adjustment(leaf, indicators, f"{group[0]}{i}") for i in range(self.random.choice((0, 0, 1, 2)))
            ]
            if many:
                leaf[group] = [self.best_of(many)] if len(many) > 1 and self.maybe(0.4) else many
                if self.maybe(0.4):
                    leaf[f"{group[:-1].replace('se', 's')}_cap"] = self.text(1, 4)
        if self.maybe(0.4):
            order = ["deductions", "bonuses", "limit"]
            self.random.shuffle(order)
            leaf["order"] = order
        if self.maybe(0.3):
            leaf["floor"] = self.random.choice(("-5", "1"))
        if self.maybe(0.3):
            leaf["cap"] = self.text(10, 25)

    def best_of(self, alternatives: list[Plain]) -> Plain:
        several: Plain = {"name": "chọn một", "best_of": alternatives}
        return several | ({"cap": self.text(1, 3)} if self.maybe(0.4) else {})

    def adjustment(self, leaf: Plain, indicators: list[Plain], name: str) -> Plain:
        code = f"{leaf['code']}.{name}"
        indicators.append({"code": code, "name": code, "kind": "count"})
        made: Plain = {"name": name, "indicator": code, "rule": {"kind": "per_event", "each": self.text(0, 2)}}
        if self.maybe(0.2):
            made["rule"] = {"kind": "per_step", "start": "1", "step": "2", "each": self.text(0, 2)}
        if self.maybe(0.2):
            indicators.append({"code": f"{code}.goc", "name": "gốc", "kind": "count"})
            made["value"] = {"kind": "growth", "base": f"{code}.goc", "mode": "pp"}
        if self.maybe(0.5):
            made["cap"] = self.text(1, 5)
        if self.maybe(0.3):
            indicators.append({"code": f"{code}.dk", "name": "điều kiện", "kind": "share"})
            made["when"] = {"indicator": f"{code}.dk", "from": "50%"}
        made["when_missing"] = self.random.choice(("blocks", "nothing"))
        return made

    def said(self, unit: Member, indicator: str, book: Rulebook) -> list[Figure]:
        """What was said about an indicator of a unit, at one stage or two."""
        chance, found = self.random.random(), []
        state = State.REPORTED
        if chance < 0.06:
            return []
        if chance < 0.16:
            state = self.random.choice((State.MISSING, State.NOT_ASSIGNED, State.NOT_APPLICABLE))
        for stage in (Stage.SELF, Stage.APPRAISED, Stage.RECHECKED)[: self.random.choice((1, 1, 2, 3))]:
            value = self.value(indicator, book) if state is State.REPORTED else None
            found.append(Figure(unit=unit.code, indicator=indicator, stage=stage, value=value, state=state))
        return found

    def value(self, indicator: str, book: Rulebook) -> FigureValue:
        kind, sort = book.indicator(indicator).kind.value, indicator.rpartition(".")[2]
        if sort in ("thang", "dan"):
            months = self.random.choice((0, 1, 5, 6, 6, 12, 12, 12, 12, 12, 12, 13))
            return Number(months if sort == "thang" else self.random.choice((0, 1, 1, 1, 2, 2, 4)))
        step = self.random.choice((0, 1, 1, 2, 3, 4, 5, 10, 15, 20))
        if kind == "verdict":
            return self.maybe(0.7)
        if kind == "level":
            place = self.random.randint(0, len(LEVELS) - 1)
            return Level(place, LEVELS[place])
        if kind == "share" and self.maybe(0.03):
            return Rate(Number(self.random.randint(0, 20) * 5))  # a share that came without its counts
        if kind == "day":
            return DUE + timedelta(days=self.random.choice((-40, -6, -4, -1, 0, 0, 1, 3, 30)))
        if kind in ("share", "result_target"):
            return self.counts(kind, step)
        if kind == "percent":
            return Rate(Number(step * 50 + self.random.choice((0, 0, 0, 1, -1)), 1))
        if kind == "points":
            node = next(node for node, leaf in book.leaves if indicator in leaf.indicators)
            whole = round_down(node.points)
            return Number(self.random.randint(0, whole * 100), 2)
        return self.amount(indicator, kind, step)

    def counts(self, kind: str, step: int) -> Counts:
        """A twentieth grid beside fractions that float64 cannot tell apart."""
        if self.maybe(0.25):
            pair = self.random.choice(((343, 359), (34300001, 35900001), (686, 718), (2**60, 2**60 + 1), (0, 0)))
            return Counts(*pair, NumberKind(kind))
        times = self.random.choice((1, 3, self.size))
        return Counts(step * times, 20 * times, NumberKind(kind))

    def amount(self, indicator: str, kind: str, step: int) -> Number:
        if "." in indicator and indicator[-2] in "db":  # events of an adjustment
            return Number(self.random.choice((0, 0, 1, 2, 3, 9)))
        exact = step * self.size + self.random.choice((0, 0, 0, 1, -1 if step else 0))
        if kind != "decimal":
            return Number(exact)
        sign = -1 if self.maybe(0.2) else 1
        return Number(sign * exact * 10 + self.random.choice((0, 0, 5)), 1)

    def given(self, unit: Member, leaf: object, book: Rulebook) -> list[Target]:
        written = leaf.target is not None and not isinstance(leaf.target, StricterOf)  # type: ignore[attr-defined]
        if not leaf.uses_target or written or self.maybe(0.12):  # type: ignore[attr-defined]
            return []
        indicator, source = leaf.indicator, leaf.source  # type: ignore[attr-defined]
        is_ratio = book.indicator(indicator).kind.is_ratio or getattr(source, "mode", None) == "relative"
        is_ratio = is_ratio if source.name == "growth" else book.indicator(indicator).kind.is_ratio
        steps = self.random.choice((0, 4, 5, 5, 10, 15, -4))
        value = Rate(Number(steps * 5)) if is_ratio else Number(steps * self.size)
        if not value.ratio[0] and self.maybe(0.7):
            return []
        return [Target(unit=unit.code, indicator=indicator, value=value)]

    def adjustments(self, units: tuple[Member, ...]) -> tuple[AuthorityAdjustment, ...]:
        if not self.maybe(0.2):
            return ()
        points = Number(self.random.randint(-500, 500), 2)
        return (AuthorityAdjustment(unit=units[0].code, points=points, reason="r", document="d"),)


def round_down(number: Number) -> int:
    return number.digits // 10**number.places


def _typed(number: Number) -> str:
    sign, digits = "-" if number.digits < 0 else "", str(abs(number.digits)).rjust(number.places + 1, "0")
    return sign + (f"{digits[: -number.places]},{digits[-number.places :]}" if number.places else digits)
