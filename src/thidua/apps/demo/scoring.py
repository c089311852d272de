"""What a season is scored by and from, recorded out of a season folder through the services. No number is retyped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from thidua.apps.access.roles import Actor, Role
from thidua.apps.appraisal.items import asked_by
from thidua.apps.demo.appraisal import Appraisal
from thidua.apps.demo.evidence import Filing
from thidua.apps.demo.months import Months, by_months, without
from thidua.apps.demo.returning import Returning
from thidua.apps.demo.script import ClusterScript, ScoreScript
from thidua.apps.demo.talking import Talking
from thidua.apps.demo.targets import Targets
from thidua.apps.reporting.services import adjust_total, import_figures, record_reviews
from thidua.apps.reporting.services.reviews import REVIEWS
from thidua.apps.reporting.services.taking import only
from thidua.apps.results.services import write_statement_row
from thidua.apps.results.stated import Wording
from thidua.apps.rulebooks.bridge import spelled
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook, import_targets
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Fault, Place
from thidua.core.plain import Cursor
from thidua.core.scoring.cells import FigureRow
from thidua.core.states import Stage
from thidua.files.figure_tables import read_figure_rows, read_target_rows
from thidua.files.season import SEASON_FILE, load_rulebook, load_season
from thidua.files.season_document import FileName, SeasonDocument, read_season_document
from thidua.files.tables import Table, read_tables
from thidua.files.yaml_text import load_yaml

InRole = Callable[[Role, str], Actor]


@dataclass(frozen=True, slots=True)
class Scoring:
    """One season's scores on their way into the database."""

    script: ScoreScript
    season: Season
    cluster: ClusterScript
    body: str  # the unit of the standing body
    in_role: InRole
    person: Callable[[str], Actor]
    running_from: datetime

    def acts(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """Everything that is recorded, each with its time."""
        script = self.script
        yield script.rulebook.at, self._rulebook
        if script.months is not None:
            figures, first = load_season(script.folder).figures, self.running_from
            yield from Months(script.months, self.season, figures, first, self.in_role).acts()
        yield script.targets.at, self._targets
        yield from Targets(self.season, self.cluster.members, self.body, self.in_role, script.targets.at).acts()
        yield script.targets.at, self._statements
        yield script.claims.at, partial(self._figures, {Stage.SELF})
        units = [unit.code for unit in self._document().units]
        yield script.claims.at, Filing(self.season, units, script.claims.at, self.in_role).file
        chair = self.cluster.chair
        yield from Talking(self.season, units, chair, script.claims.at, self.in_role, self._own_claims).acts()
        if script.returned is not None:
            yield from Returning(script.returned, self.season, chair, self.in_role).acts()
        yield script.reviews.at, partial(self._figures, REVIEWS)
        yield script.adjustments.at, self._adjustments
        if script.appraisal is not None:
            folder = load_season(script.folder)
            yield from Appraisal(script.appraisal, self.season, folder, self.person).acts()

    def _rulebook(self) -> None:
        actor = self.in_role(Role.SECRETARY, self.cluster.chair)
        name = _first(self._document().rulebook).name
        rulebook = load_rulebook(self.script.folder / name)
        if self.script.months is not None:
            rulebook = by_months(rulebook, self.script.months.indicators)
        import_rulebook(actor=actor, season=self.season, rulebook=rulebook, file_name=name)
        adopt_rulebook(actor=actor, season=self.season, document=self.script.rulebook.document)

    def _targets(self) -> None:
        actor = self.in_role(Role.STANDING_BODY, self.body)
        for name in self._document().targets:
            rows = [row for table in self._tables(name) for row in read_target_rows(table)]
            document = self.script.targets.document
            import_targets(actor=actor, season=self.season, rows=rows, document=document, file_name=name.name)

    def _statements(self) -> None:
        actor = self.in_role(Role.SECRETARY, self.cluster.chair)
        for rule, _place in self._document().statements:
            threshold = "" if rule.threshold is None else spelled(rule.threshold)
            given = Wording(rule.indicators, rule.comparator, rule.wording, rule.against, threshold, source=rule.source)
            write_statement_row(actor=actor, season=self.season, given=given)

    def _figures(self, stages: set[Stage] | frozenset[Stage]) -> None:
        document = self._document()
        for name in document.figures:
            rows = only([row for table in self._tables(name) for row in read_figure_rows(table)], stages)
            for unit in document.units:
                own = [row for row in rows if row.unit_default in (unit.short, unit.name, unit.code)]
                if Stage.SELF in stages:
                    self._claim(unit.code, own, name.name)
                else:
                    self._review(unit.code, own, name.name)

    def _own_claims(self, unit: str) -> dict[str, str]:
        """What a unit claims in the folder, by indicator, as it is typed."""
        found = {}
        member = next(one for one in self._document().units if one.code == unit)
        for name in self._document().figures:
            for table in self._tables(name):
                for row in only(read_figure_rows(table), {Stage.SELF}):
                    if row.unit_default in (member.short, member.name, member.code):
                        found[row.code.text] = row.stages[Stage.SELF].text
        return found

    def _claim(self, unit: str, rows: list[FigureRow], file_name: str) -> None:
        actor = self.in_role(Role.REPORTER, unit)
        rows = without(rows, self.script.months.indicators) if self.script.months else rows
        import_figures(actor=actor, season=self.season, unit=unit, rows=rows, file_name=file_name)

    def _review(self, unit: str, rows: list[FigureRow], file_name: str) -> None:
        """From the minute, by the chair's secretary; of the chair's own unit by the deputy's. Of the unit that was
        decided item by item only what was agreed on is left to record, and nothing of what the meeting agrees to.
        """
        decided = self.script.appraisal
        if decided is not None:
            rows = self._without_the_meetings(rows)
        if decided is not None and decided.unit == unit:
            rows = only(rows, {Stage.AGREED})
        office = self.cluster.deputy if unit == self.cluster.chair else self.cluster.chair
        record_reviews(
            actor=self.in_role(Role.SECRETARY, office),
            season=self.season,
            unit=unit,
            rows=rows,
            document=self.script.reviews.document,
            file_name=file_name,
        )

    def _without_the_meetings(self, rows: list[FigureRow]) -> list[FigureRow]:
        """The lines without agreed figures that say what was appraised: the meeting's close writes these."""
        asked = asked_by(rulebook_of(self.season, on=self.script.reviews.at.date()))
        return [_as_appraised(row) if row.code.text in asked else row for row in rows]

    def _adjustments(self) -> None:
        for one in load_season(self.script.folder).adjustments:
            adjust_total(
                actor=self.in_role(Role.STANDING_BODY, self.body),
                season=self.season,
                unit=one.unit,
                points=one.points.canonical().replace(".", ","),
                reason=one.reason,
                document=Document(one.document, one.decided_on),
            )

    def _document(self) -> SeasonDocument:
        """The folder's document; its faults were told when the folder was loaded for the facts."""
        raw = load_yaml(self.script.folder / SEASON_FILE)
        return read_season_document(Cursor(raw, Place(SEASON_FILE)))

    def _tables(self, name: FileName) -> tuple[Table, ...]:
        return read_tables(self.script.folder / name.name, name=name.name)


def _as_appraised(row: FigureRow) -> FigureRow:
    """A line whose agreed figure is left to the meeting where it is the appraised one."""
    appraised, agreed = row.stages.get(Stage.APPRAISED), row.stages.get(Stage.AGREED)
    if appraised is None or agreed is None or appraised.text != agreed.text:
        return row
    return replace(row, stages={stage: cell for stage, cell in row.stages.items() if stage is not Stage.AGREED})


def _first(name: FileName | None) -> FileName:
    if name is None:
        raise Fault("the season folder names no rulebook")
    return name
