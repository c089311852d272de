"""Loads a season folder: `season.yaml`, its rulebook, its figures and its targets, as one value.

All problems of all files come at once, each with file, sheet and cell; nothing is written anywhere. What a figure may
be is decided in `core.scoring.intake`, which the entry grid asks as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from thidua.core.errors import FiguresRefused, NumberRefused, Place, Problem, Refused, RulebookRefused, Severity
from thidua.core.kinds.sources import WorkingDaysEarly
from thidua.core.numbers import Counts, NumberKind
from thidua.core.plain import Cursor, raise_if_any
from thidua.core.reading import read_number
from thidua.core.results.result import SeasonName
from thidua.core.rulebook.parse import parse_rulebook, read_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.aggregate import yearly
from thidua.core.scoring.cells import FigureRow, Scope, TargetRow
from thidua.core.scoring.figures import Member
from thidua.core.scoring.intake import Taken, take_in
from thidua.core.season import Season, Whole, sum_of_parts
from thidua.core.statements import Against, StatementRule, check_rule
from thidua.core.timeline import WorkingCalendar
from thidua.files.figure_tables import read_figure_rows, read_target_rows, table_of_list
from thidua.files.season_document import CALENDARS, FileName, SeasonDocument, WholeText, read_season_document
from thidua.files.tables import Table, read_tables
from thidua.files.yaml_text import Plain, YamlRefused, load_yaml

SEASON_FILE = "season.yaml"
YAML_ENDINGS = (".yaml", ".yml")
R = TypeVar("R", FigureRow, TargetRow)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A season, and what its reader should look at without being stopped by it."""

    season: Season
    warnings: tuple[Problem, ...]


def load_rulebook(path: Path) -> Rulebook:
    """The rulebook of a YAML file. Raises RulebookRefused with every mistake."""
    try:
        document = load_yaml(path)
    except YamlRefused as refused:
        raise RulebookRefused(refused.problems) from None
    return parse_rulebook(document, file=path.name)


def load_season(path: Path) -> Season:
    """The season of a folder, or of its `season.yaml`. Raises FiguresRefused with every problem of every file."""
    return read_season(path).season


def read_season(path: Path) -> Loaded:
    """The season of a folder with its warnings. Raises FiguresRefused with every problem of every file."""
    file = path if path.suffix.lower() in YAML_ENDINGS else path / SEASON_FILE
    try:
        document = load_yaml(file)
    except YamlRefused as refused:
        raise FiguresRefused(refused.problems) from None
    return _Loading(file.parent, file.name).season(document)


@dataclass(slots=True)
class _Loading:
    """One folder being read."""

    folder: Path
    file: str
    problems: list[Problem] = field(default_factory=list)

    def season(self, raw: Plain) -> Loaded:
        root = Cursor(raw, Place(self.file), self.problems)
        document = read_season_document(root)
        rulebook, unreadable = self.rulebook(document.rulebook)
        self.check_dates(document, rulebook)
        rules = tuple(self.known_statements(document, rulebook, unreadable))
        scope = Scope(
            units=document.units,
            rulebook=rulebook,
            unreadable=unreadable | document.unread_units,
            data=document.data,
            as_of=document.as_of,
            compared=frozenset(code for rule in rules if rule.against is Against.TARGET for code in rule.indicators),
            compares=True,
        )
        taken = take_in(self.figure_rows(document), self.target_rows(document), scope)
        self.problems += taken.problems
        taken = replace(taken, figures=yearly(taken.figures, scope))
        wholes = tuple(self.wholes(document, rulebook))
        if rulebook is None or document.name is None:
            raise FiguresRefused(self.problems)
        season = _season(document, name=document.name, rulebook=rulebook, taken=taken, statements=rules, wholes=wholes)
        season = replace(season, calendar=self.calendar(document, rulebook))
        if not document.unread_units:
            self.problems += _parts_that_do_not_add_up(season, document.wholes, self.problems)
        raise_if_any(self.problems, FiguresRefused)
        return Loaded(season, tuple(self.problems))

    def rulebook(self, name: FileName | None) -> tuple[Rulebook | None, frozenset[str]]:
        """The rulebook as far as it can be read, and the codes of indicators that it names at all."""
        if name is None:
            return None, frozenset()
        try:
            document = load_yaml(self.folder / name.name, name=name.name)
        except YamlRefused as refused:
            self.problems += refused.problems
            return None, frozenset()
        rulebook, found = read_rulebook(Cursor(document, Place(name.name)))
        self.problems += found
        if not any(problem.severity is Severity.ERROR for problem in found):
            return rulebook, frozenset()
        return rulebook, frozenset(_codes(document))

    def figure_rows(self, document: SeasonDocument) -> Iterator[FigureRow]:
        shared = {name.name for name in document.targets}
        return self.rows(document.figures, shared, read_figure_rows)

    def target_rows(self, document: SeasonDocument) -> Iterator[TargetRow]:
        shared = {name.name for name in document.figures}
        return self.rows(document.targets, shared, read_target_rows)

    def rows(self, names: Sequence[FileName], shared: set[str], read: Callable[..., Iterator[R]]) -> Iterator[R]:
        """The lines of all tables; what is refused joins the problems, so that the other tables are read as well."""
        for name, table in self.tables(names):
            try:
                lines = read(table, is_shared=name.name in shared)
            except Refused as refused:
                self.problems += refused.problems
                continue
            yield from lines

    def tables(self, names: Sequence[FileName]) -> Iterator[tuple[FileName, Table]]:
        for name in names:
            try:
                tables = self.tables_of(name)
            except Refused as refused:
                self.problems += refused.problems
                continue
            for table in tables:
                yield name, table

    def tables_of(self, name: FileName) -> tuple[Table, ...]:
        path = self.folder / name.name
        if path.suffix.lower() in YAML_ENDINGS:
            return (table_of_list(load_yaml(path, name=name.name), name.name),)
        return read_tables(path, name=name.name)

    def calendar(self, document: SeasonDocument, rulebook: Rulebook) -> WorkingCalendar | None:
        """The calendar, when some rule counts working days."""
        if not _counts_working_days(rulebook):
            return None
        if not document.calendar:
            self.problems.append(Problem("scoring.no_calendar", {}, Place(self.file, path="calendar")))
        if document.calendar not in CALENDARS:
            return None
        from thidua.files.calendars import load_working_calendar  # noqa: PLC0415 - few rulebooks count working days

        return load_working_calendar()

    def check_dates(self, document: SeasonDocument, rulebook: Rulebook | None) -> None:
        """A rulebook is asked only for days on which it is valid."""
        if rulebook is not None and document.as_of is not None and document.as_of not in rulebook.valid:
            data = {"day": document.as_of, "rulebook": rulebook.code, "start": rulebook.valid.start}
            self.problems.append(Problem("figures.rulebook_not_valid", data, Place(self.file, path="as_of")))

    def known_statements(
        self, document: SeasonDocument, rulebook: Rulebook | None, unreadable: frozenset[str]
    ) -> Iterator[StatementRule]:
        for rule, place in document.statements:
            found = [] if rulebook is None else list(check_rule(rule, rulebook, place))
            self.problems += [one for one in found if one.data.get("found") not in unreadable]
            unknown = [one for one in found if one.code == "figures.unknown_indicator"]
            if rulebook is not None and not unknown:
                yield rule

    def wholes(self, document: SeasonDocument, rulebook: Rulebook | None) -> Iterator[Whole]:
        kinds = {} if rulebook is None else {one.code: one.kind.number_kind for one in rulebook.indicators}
        for whole in document.wholes:
            if rulebook is not None and whole.indicator not in kinds:
                self.problems.append(Problem("figures.unknown_indicator", {"found": whole.indicator}, whole.place))
                continue
            try:
                value = read_number(whole.value, kinds.get(whole.indicator, NumberKind.RESULT_TARGET))
            except NumberRefused as refused:
                self.problems += [replace(problem, place=whole.place) for problem in refused.problems]
                continue
            if isinstance(value, Counts):
                yield Whole(indicator=whole.indicator, value=value, source=whole.source)
            else:
                self.problems.append(Problem("figures.whole_without_counts", {"found": whole.value}, whole.place))


def _season(
    document: SeasonDocument,
    *,
    name: SeasonName,
    rulebook: Rulebook,
    taken: Taken,
    statements: tuple[StatementRule, ...],
    wholes: tuple[Whole, ...],
) -> Season:
    members = tuple(Member(unit.code, unit.name, name.cluster, unit.short) for unit in document.units)
    return Season(
        name=name,
        units=members,
        rulebook=rulebook,
        figures=taken.figures,
        targets=taken.targets,
        stage=document.stage,
        closed=document.closed,
        as_of=document.as_of,
        data=document.data,
        adjustments=document.adjustments,
        statements=statements,
        order_of_speaking=document.order_of_speaking,
        posts=dict(document.posts),
        movements=document.movements,
        wholes=wholes,
        facts=document.facts,
    )


def _counts_working_days(rulebook: Rulebook) -> bool:
    sources = [leaf.source for _node, leaf in rulebook.leaves]
    sources += [one.source for _node, leaf in rulebook.leaves for one in leaf.adjustments]
    return any(isinstance(source, WorkingDaysEarly) for source in sources)


def _parts_that_do_not_add_up(
    season: Season, texts: Sequence[WholeText], problems: Sequence[Problem]
) -> Iterator[Problem]:
    """Wholes that the units' parts do not add up to. Missing parts are told when no other problem explains them."""
    places = {text.indicator: text.place for text in texts}
    is_unsettled = any(problem.severity is not Severity.WARNING for problem in problems)
    for whole in season.wholes:
        parts = sum_of_parts(season, whole)
        data = {"indicator": whole.indicator, "whole": whole.value}
        if parts is None and not is_unsettled:
            yield Problem("figures.whole_without_parts", data, places[whole.indicator])
        elif parts is not None and parts.ratio != whole.value.ratio:
            yield Problem("figures.parts_do_not_add_up", {**data, "parts": parts}, places[whole.indicator])


def _codes(document: Plain) -> Iterator[str]:
    """Every code that stands in a rulebook, wherever."""
    if isinstance(document, dict):
        code = document.get("code")
        if isinstance(code, str):
            yield code
        for value in document.values():
            yield from _codes(value)
    elif isinstance(document, list):
        for value in document:
            yield from _codes(value)
