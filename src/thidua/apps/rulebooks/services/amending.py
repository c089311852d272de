"""Amending one target after the pact is signed: from a day on, by a document, with its reason."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks import events
from thidua.apps.rulebooks.bridge import day_cell
from thidua.apps.rulebooks.models import Target
from thidua.apps.rulebooks.services import target_checks
from thidua.apps.rulebooks.services.taking import hindering
from thidua.apps.rulebooks.services.target_rows import Origin, Standing, in_force, new_milestones, new_targets
from thidua.apps.rulebooks.services.targets import read_targets
from thidua.apps.seasons import checks
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.scoring.cells import Cell, TargetRow
from thidua.core.scoring.figures import Nature
from thidua.words.vietnamese import tidy


def amend_target(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    indicator: str,
    typed: str,
    valid_from: date | None,
    document: Document,
    reason: str,
    due_on: date | None = None,
    acknowledge_by: date | None = None,
    milestones: Mapping[date, str] | None = None,
    seen: int | None = None,
    is_illustrative: bool = False,
) -> Target:
    """Change one target; the version before it stays and counts for the days before. Milestones may change with it.

    seen: how many versions the cell had when somebody looked at it; one that was written since is refused.
    """
    row = _line(
        unit=unit,
        indicator=indicator,
        typed=typed.strip(),
        days={"valid_from": valid_from, "due_on": due_on},
        document=document,
        milestones=milestones or {},
        nature=Nature.ILLUSTRATIVE if is_illustrative else Nature.REAL,
    )
    with changing(season) as held:
        by = demand(actor, Verb.AMEND_TARGETS, held.subject(unit))
        standing = Standing.of(held.season, unit=unit, indicator=indicator)
        read = read_targets([row], held)
        refuse(
            [
                *([Problem("forms.fill_in", place=row.place)] if row.target.is_empty else ()),
                *hindering(read.problems),
                *([Problem("forms.fill_in", place=Place(path="valid_from"))] if valid_from is None else ()),
                *_meanwhile(standing, seen, unit, indicator),
                *checks.given("reason", reason, longest=2000),
                *check_document(document, today=held.today),
                *target_checks.of_noting(acknowledge_by, today=held.today),
            ]
        )
        before = in_force(standing.cells.get((unit, indicator), ()), valid_from or held.today)
        origin = Origin(by, document, reason=tidy(reason), acknowledge_by=acknowledge_by)
        new = list(new_targets(standing, read.targets, read.rows, origin, read.due))
        stones = list(new_milestones(standing, read.milestones, read.rows, origin))
        if not new or (before is not None and before.typed == new[0].typed and not stones):
            raise SeasonRefused(Problem("rulebooks.target_unchanged", place=row.place))
        with recording(
            events.TARGET_AMENDED,
            by=by,
            chain=held.season.ledger_chain(),
            reason=origin.reason,
            unit=unit,
            indicator=indicator,
            before=before.typed if before is not None else "",
            after=new[0].typed,
            document=document.number,
            date=document.date,
        ) as record:
            record.save(new[0])
            record.save_many(stones)
        return new[0]


def _line(
    *,
    unit: str,
    indicator: str,
    typed: str,
    days: Mapping[str, date | None],
    document: Document,
    milestones: Mapping[date, str],
    nature: Nature,
) -> TargetRow:
    """What was typed into the form as a line, each text at its field."""
    at = Place(path="typed")
    notes = {name: day_cell(day)._replace(place=Place(path=name)) for name, day in days.items()}
    return TargetRow(
        code=Cell(indicator, Place(path="indicator")),
        unit=Cell(unit, Place(path="unit")),
        target=Cell(typed, at) if typed else Cell(),
        notes={**notes, "source": Cell(document.number), "nature": Cell(nature.value)},
        milestones={
            day: Cell(text.strip(), Place(path=f"milestone_{day.isoformat()}"))
            for day, text in milestones.items()
            if text.strip()
        },
        place=at,
    )


def _meanwhile(standing: Standing, seen: int | None, unit: str, indicator: str) -> Iterator[Problem]:
    if seen is not None and standing.versions(unit, indicator) != seen:
        rows = standing.cells.get((unit, indicator), [])
        yield Problem("rulebooks.target_changed", {"typed": rows[-1].typed if rows else ""}, Place(path="typed"))
