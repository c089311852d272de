"""A season with a small rulebook and its targets, as far along as a test wants it, and lines of figures for it."""

from datetime import date, timedelta

from files.builders import RULEBOOK
from season_cases import (
    BODY,
    CHAIR,
    OPENED,
    PLAN,
    first_day_of,
    move_on,
    on,
    write_cluster,
    write_season,
    write_units,
)
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook, import_targets
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services import plan_phases
from thidua.core.errors import Place
from thidua.core.phases import Phase
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Cell, FigureRow, TargetRow
from thidua.core.states import Stage
from thidua.files.yaml_text import read_yaml

ADOPTED = Document("04/QĐ-CA10", date(2024, 1, 2))
GIVEN = Document("06/PL-CA10", date(2024, 1, 2))


def small_rulebook(**changed: str) -> Rulebook:
    """The rulebook of the small season, some of its texts exchanged."""
    text = RULEBOOK
    for old, new in changed.items():
        text = text.replace(old.replace("_", " "), new)
    return parse_rulebook(read_yaml(text.encode()))


def long_rulebook(count: int) -> Rulebook:
    """The small rulebook with a group of many counts more."""
    asked = "".join(f"  - {{code: so-{one}, name: Nội dung {one}, kind: count}}\n" for one in range(count))
    rule = 'rule: {kind: per_event, each: "0,1"}'
    parts = "".join(
        f"      - {{code: IV.{one}, name: Nội dung {one}, points: 1, indicator: so-{one}, {rule}}}\n"
        for one in range(count)
    )
    group = f"  - code: IV\n    name: Nhiều nội dung\n    points: {count}\n    parts:\n{parts}"
    text = RULEBOOK.replace("criteria:\n", f"{asked}criteria:\n") + group
    return parse_rulebook(read_yaml(text.encode()))


def today_in(phase: Phase) -> date:
    """A day in a phase."""
    return OPENED if phase is Phase.PREPARING else first_day_of(phase) + timedelta(days=2)


def scored_season(phase: Phase, *, with_rulebook: bool = True, with_targets: bool = True) -> Season:
    """The season in a phase, as a rule with a rulebook in force and the target of its one indicator that needs one."""
    with on(OPENED):
        write_units()
        season = write_season(write_cluster())
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
        if with_rulebook:
            adopt_small_rulebook(season)
        if with_rulebook and with_targets:
            import_targets(actor=BODY, season=season, rows=[target("pha-an", "cả cụm", "75%")], document=GIVEN)
    return move_on(season, to=phase)


def adopt_small_rulebook(season: Season) -> None:
    """Put the small rulebook in force."""
    import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(), file_name="bang.yaml")
    adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)


def target(code: str, unit: str, text: str, *, line: int = 2, valid_from: date | None = None) -> TargetRow:
    """A line of a table of targets."""
    place = Place("chi-tieu.xlsx", "Chỉ tiêu", f"D{line}")
    notes = {} if valid_from is None else {"valid_from": Cell(f"{valid_from:%d/%m/%Y}", day=valid_from)}
    return TargetRow(code=Cell(code, place), unit=Cell(unit), target=Cell(text, place), notes=notes, place=place)


def line(code: str, line: int = 2, *, unit: str = "Long An", evidence: str = "BC 5", **stages: str) -> FigureRow:
    """A line of a table of figures: `line("pha-an", self="93,1%")`."""
    cells = {
        Stage(name): Cell(text, Place("so-lieu.xlsx", "Số liệu", f"{column}{line}"))
        for column, (name, text) in zip("DEF", stages.items(), strict=False)
    }
    place = next(iter(cells.values())).place
    return FigureRow(
        code=Cell(code, Place("so-lieu.xlsx", "Số liệu", f"A{line}")),
        unit=Cell(unit, Place("so-lieu.xlsx", "Số liệu", f"B{line}")),
        stages=cells,
        notes={"evidence": Cell(evidence)},
        place=place,
    )
