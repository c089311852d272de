"""Golden cases: worked examples in YAML that an officer can write, played through the same code as a season.

A case gives a rule or a whole rulebook, figures as people type them, and what must come out: points, ranks, classes,
states, or the refusal. Owns the form of such files and the comparison; docs/golden-cases.md describes both. Never
decides how points are computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from thidua.core.errors import FiguresRefused, NumberRefused, Place, Problem, Refused, RulebookRefused
from thidua.core.numbers import Number, NumberKind
from thidua.core.plain import Cursor, each, raise_if_any
from thidua.core.reading import read_number
from thidua.core.rulebook.parse import read_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Cell, Scope
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member, Target
from thidua.core.scoring.intake import STATES, FigureIntake
from thidua.core.scoring.lookup import word
from thidua.core.scoring.target_intake import NO_TARGET, NO_TASK
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.standings import ClusterStandings, standings
from thidua.core.states import Stage, State
from thidua.files.calendars import load_working_calendar
from thidua.files.yaml_text import load_yaml

OWN = "figure"  # the figure of a single rule
RULE = "1"  # its criterion
TOTAL = "total"
CASE_KEYS = (
    "case", "rulebook", "rule", "indicators", "figures", "targets", "adjustments", "closed", "points", "maximum",
    "ranks", "classes", "states", "refused",
)  # fmt: skip
GIVEN = ("figures", "targets", "adjustments")
EXPECTED = ("points", "maximum", "ranks", "classes", "states")
STATE_WORDS = {
    State.REPORTED: "đã báo cáo",
    State.MISSING: "chưa báo cáo",
    State.NOT_ASSIGNED: "không giao",
    State.NOT_APPLICABLE: "không áp dụng",
}
UNRANKED = "không xếp hạng"
UNCLASSED = "không xếp loại"
AS_IN_LAW = {"title": "ca mẫu", "version": "1", "valid": {"from": "2024-01-01"}}

Texts = Mapping[str, Mapping[str, Cursor]]


@dataclass(frozen=True, slots=True)
class GoldenFailure:
    """One thing that came out otherwise: in which case, what, and both sides as written."""

    case: str
    what: str
    expected: str
    actual: str


@dataclass(frozen=True, slots=True)
class GoldenReport:
    """A file of cases, played. `cases` counts all of them."""

    file: str
    cases: int
    failures: tuple[GoldenFailure, ...]

    @property
    def wrong(self) -> int:
        """How many cases failed in one way or several."""
        return len({failure.case for failure in self.failures})


@dataclass(frozen=True, slots=True)
class _Case:
    """A case as read: texts are not yet numbers, because reading them may be what is tested."""

    name: str
    rulebook: Cursor
    given: Mapping[str, Texts]
    expected: Mapping[str, Texts]
    refused: tuple[str, ...]
    closed: bool


@dataclass(slots=True)
class _Played:
    """What a case came to. Empty evaluation: the case was refused with these codes."""

    evaluation: Evaluation | None = None
    standings: tuple[ClusterStandings, ...] = ()
    refused: list[str] = field(default_factory=list)


def run_golden(path: Path) -> GoldenReport:
    """Play every case of a file. Raises a Refused with every problem when the file itself cannot be read."""
    cases = _read_cases(path)
    failures = tuple(failure for case in cases for failure in _differences(case, _play(case)))
    return GoldenReport(path.name, len(cases), failures)


def evaluate_golden(path: Path) -> Iterator[Evaluation]:
    """Every case of a file that is not refused, scored and explained: worked examples that can be told in words."""
    for case in _read_cases(path):
        played = _play(case)
        if played.evaluation is not None:
            yield played.evaluation


def _read_cases(path: Path) -> tuple[_Case, ...]:
    root = Cursor(load_yaml(path), Place(file=path.name))
    cases = tuple(each(root.items(), _read_case))
    twice = {one.name for one in cases if [other.name for other in cases].count(one.name) > 1}
    root.problems.extend(Problem("golden.case_twice", {"found": name}, root.place) for name in sorted(twice))
    raise_if_any(root.problems, FiguresRefused)
    return cases


def _read_case(cursor: Cursor) -> _Case | None:
    entries = cursor.mapping(CASE_KEYS, required=("case", "figures"))
    name = entries["case"].text() if "case" in entries else None
    rulebook = _rulebook(cursor, entries)
    given = {key: _by_unit(entries[key], OWN) for key in GIVEN if key in entries}
    expected = {key: _by_unit(entries[key], _whole(key, entries)) for key in EXPECTED if key in entries}
    refused = entries["refused"].texts() if "refused" in entries else ()
    closed = entries["closed"].flag() if "closed" in entries else False
    if bool(expected) == bool(refused):
        cursor.refuse("golden.nothing_expected", keys=", ".join((*EXPECTED, "refused")))
    if name is None or rulebook is None:
        return None
    return _Case(name, rulebook, given, expected, refused, bool(closed))


def _whole(key: str, entries: Mapping[str, Cursor]) -> str:
    """What a bare text beside a unit speaks of: the single rule, or the total of a rulebook."""
    return RULE if "rule" in entries or key == "states" else TOTAL


def _rulebook(cursor: Cursor, entries: Mapping[str, Cursor]) -> Cursor | None:
    """The rulebook of a case as a document of its own: the one written, or one around the single rule."""
    if ("rulebook" in entries) == ("rule" in entries):
        cursor.refuse("golden.one_rulebook")
        return None
    own: list[Problem] = []  # a rulebook may be refused on purpose
    if "rulebook" in entries:
        written = entries["rulebook"]
        if not isinstance(written.raw, dict):
            written.mapping(())
            return None
        return Cursor({"rulebook": "ca-mau", **AS_IN_LAW, **written.raw}, written.place, own)
    rule = entries["rule"]
    if not isinstance(rule.raw, dict):
        rule.mapping(())
        return None
    leaf = {"code": RULE, "name": "quy tắc", **rule.raw}
    figure = {"code": OWN, "name": "số liệu"} | _described(leaf.pop(OWN, None))
    others = entries["indicators"].raw if "indicators" in entries else []
    indicators = [figure, *others] if isinstance(others, list) else others
    document = {"rulebook": "ca-mau", **AS_IN_LAW, "indicators": indicators, "criteria": [{"indicator": OWN, **leaf}]}
    return Cursor(document, rule.place, own)


def _described(kind: object) -> dict[str, object]:
    """`figure: count`, or `figure: {kind: count, direction: less}`."""
    return cast(dict[str, object], kind) if isinstance(kind, dict) else {"kind": kind}


def _by_unit(cursor: Cursor, bare: str) -> Texts:
    """Unit → what → text. A bare text beside a unit is kept under `bare`."""
    if not isinstance(cursor.raw, dict):
        cursor.refuse("golden.not_by_unit", found=str(cursor.raw))
        return {}
    units = {str(unit): cursor.at(str(unit), raw) for unit, raw in cursor.raw.items()}
    return {unit: _by_what(one, bare) for unit, one in units.items()}


def _by_what(cursor: Cursor, bare: str) -> Mapping[str, Cursor]:
    if not isinstance(cursor.raw, dict):
        return {bare: cursor}
    return {str(what): cursor.at(str(what), raw) for what, raw in cursor.raw.items()}


def _play(case: _Case) -> _Played:
    """Read, score and rank, or the codes of what was refused on the way."""
    try:
        # A cursor collects its problems; each play starts with none.
        rulebook, problems = read_rulebook(Cursor(case.rulebook.raw, case.rulebook.place))
        raise_if_any(problems, RulebookRefused)
        if rulebook is None:
            raise RulebookRefused(problems)
        evaluation = evaluate(rulebook, _table(case, rulebook), adjustments=_adjustments(case), closed=case.closed)
        return _Played(evaluation, standings(evaluation))
    except Refused as refused:
        return _Played(refused=sorted({problem.code for problem in refused.problems}))


def _table(case: _Case, rulebook: Rulebook) -> FigureTable:
    units = tuple(Member(code, code) for code in case.given.get("figures", {}))
    reading = _Reading(rulebook, FigureIntake(Scope(units=(), rulebook=rulebook)))
    figures = tuple(reading.figures(case.given.get("figures", {})))
    targets = tuple(reading.targets(case.given.get("targets", {})))
    raise_if_any(reading.problems, FiguresRefused)
    calendar = load_working_calendar()
    return FigureTable(units, figures, targets, Stage.SELF, calendar=calendar, explained=True)


@dataclass(slots=True)
class _Reading:
    """Texts of a case being read as figures and targets of its rulebook, by the reader of seasons."""

    rulebook: Rulebook
    intake: FigureIntake

    @property
    def problems(self) -> list[Problem]:
        """Everything that could not be read."""
        return self.intake.problems

    def figures(self, texts: Texts) -> Iterator[Figure]:
        for unit, indicator, cursor in self.known(texts):
            text = "" if cursor.raw is None else str(cursor.raw).strip()
            if not text or text == STATE_WORDS[State.MISSING]:
                continue
            if word(text) in STATES:
                yield Figure(unit=unit, indicator=indicator, stage=Stage.SELF, value=None, state=STATES[word(text)])
                continue
            value = self.intake.value(Cell(text, cursor.place), self.rulebook.indicator(indicator))
            if value is not None:
                yield Figure(unit=unit, indicator=indicator, stage=Stage.SELF, value=value)

    def targets(self, texts: Texts) -> Iterator[Target]:
        for unit, indicator, cursor in self.known(texts):
            if cursor.raw is None or word(str(cursor.raw)) in NO_TARGET | NO_TASK:
                continue
            amount = Cursor(cursor.raw, cursor.place, self.problems).amount()
            if amount is not None:
                yield Target(unit=unit, indicator=indicator, value=amount)

    def known(self, texts: Texts) -> Iterator[tuple[str, str, Cursor]]:
        """Every text with its unit and indicator. An indicator that does not exist is a problem."""
        codes = [indicator.code for indicator in self.rulebook.indicators]
        for unit, whats in texts.items():
            for what, cursor in whats.items():
                indicator = codes[0] if what == OWN and OWN not in codes and len(codes) == 1 else what
                if indicator in codes:
                    yield unit, indicator, cursor
                else:
                    data = {"found": what, "known": ", ".join(codes)}
                    self.problems.append(Problem("golden.unknown_indicator", data, cursor.place))


def _adjustments(case: _Case) -> list[AuthorityAdjustment]:
    problems: list[Problem] = []
    found: list[AuthorityAdjustment] = []
    for unit, whats in case.given.get("adjustments", {}).items():
        for cursor in whats.values():
            points = Cursor(cursor.raw, cursor.place, problems).number()
            if points is not None:
                found.append(AuthorityAdjustment(unit=unit, points=points, reason="ca mẫu", document="ca mẫu"))
    raise_if_any(problems, FiguresRefused)
    return found


def _differences(case: _Case, played: _Played) -> Iterator[GoldenFailure]:
    """Everything that came out otherwise than the case says."""
    evaluation = played.evaluation
    if case.refused or evaluation is None:
        expected, actual = ", ".join(sorted(case.refused)), ", ".join(played.refused)
        if expected != actual:
            yield GoldenFailure(case.name, "refused", expected or "–", actual or "–")
        return
    rows = {unit.code: row for row, unit in enumerate(evaluation.table.units)}
    for what, texts in case.expected.items():
        for unit, entries in texts.items():
            for code, cursor in entries.items():
                written = "" if cursor.raw is None else str(cursor.raw).strip()
                label = f"{what}, {unit}" + ("" if code in (RULE, TOTAL) else f", {code}")
                actual = "–" if unit not in rows else _actual(what, played, rows[unit], code)
                if not _same(what, written, actual):
                    yield GoldenFailure(case.name, label, written, actual)


def _actual(what: str, played: _Played, row: int, code: str) -> str:
    """What came out, as it would be typed. "–" for what does not exist."""
    evaluation = cast(Evaluation, played.evaluation)
    if what == "ranks":
        return _rank(played.standings, evaluation.table.units[row].code)
    if what == "classes":
        return _class(played.standings, evaluation.table.units[row].code)
    if what in ("points", "maximum") and code == TOTAL:
        places = evaluation.total.maximum if what == "maximum" else evaluation.total.points
        return _typed(evaluation.amount(places, row))
    if evaluation.rulebook.find(code) is None or (what == "states" and code not in evaluation.leaves):
        return "–"
    if what == "states":
        return STATE_WORDS[evaluation.state(code, row)]
    return _typed(evaluation.points(code, row) if what == "points" else evaluation.maximum(code, row))


def _rank(clusters: Iterable[ClusterStandings], unit: str) -> str:
    for row in (row for cluster in clusters for row in cluster.ranked):
        if row.unit == unit:
            return _typed(row.rank.normalised()) + ("=" if row.shared else "")
    return UNRANKED


def _class(clusters: Iterable[ClusterStandings], unit: str) -> str:
    """The name of a unit's class; a unit that is not ranked has none, nor has one that reached none."""
    tables = (cluster.classification for cluster in clusters if cluster.classification is not None)
    found = next((row.name for table in tables for row in table.units if row.unit == unit), "")
    return found or UNCLASSED


def _typed(number: Number) -> str:
    sign, digits = "-" if number.digits < 0 else "", str(abs(number.digits)).rjust(number.places + 1, "0")
    return sign + (f"{digits[: -number.places]},{digits[-number.places :]}" if number.places else digits)


def _same(what: str, written: str, actual: str) -> bool:
    """Numbers are the same when their values are (8 and 8,00); words when their letters are."""
    if what == "states":
        return written.casefold() == actual
    if what == "classes":
        return written.casefold() == actual.casefold()
    if what == "ranks":
        return written.replace(" ", "").casefold() == actual.replace(" ", "")
    try:
        return read_number(written, NumberKind.DECIMAL) == read_number(actual.replace("–", ""), NumberKind.DECIMAL)
    except NumberRefused:
        return False
