"""What the pages of targets read: who has which indicator, what stands, and how it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.models import Target
from thidua.apps.rulebooks.selectors import scope_of
from thidua.apps.rulebooks.services.target_rows import Standing, in_force
from thidua.apps.rulebooks.services.targets import lines_of, read_targets
from thidua.apps.seasons.services.changing import Held
from thidua.core.errors import Problem, RulebookRefused
from thidua.core.rulebook.schema import FigureKind, Indicator, Rulebook
from thidua.core.scoring.cells import Scope, SeasonUnit
from thidua.core.scoring.figures import Target as CoreTarget
from thidua.core.scoring.intake import take_in
from thidua.core.scoring.lookup import word
from thidua.core.scoring.target_intake import NO_TARGET, NO_TASK
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.matrix import name_of, written_value
from thidua.web.secretary.frame import Looking
from thidua.words.say import say

NOT_NUMBERS = frozenset({FigureKind.VERDICT, FigureKind.LEVEL, FigureKind.DAY, FigureKind.POINTS})


@dataclass(frozen=True, slots=True)
class Seen:
    """The season's units, rulebook and everything that was ever given, read once for a page."""

    looking: Looking
    units: tuple[SeasonUnit, ...]
    rulebook: Rulebook
    standing: Standing
    scope: Scope

    @property
    def indicators(self) -> list[Indicator]:
        """Those that are numbers, or were given a target, in the order of the rulebook; judged ones first."""
        given = {indicator for _unit, indicator in self.standing.cells}
        judged = {leaf.indicator for _node, leaf in self.rulebook.leaves if leaf.uses_target and leaf.target is None}
        rows = [one for one in self.rulebook.indicators if one.kind not in NOT_NUMBERS or one.code in given]
        return sorted(rows, key=lambda one: one.code not in judged | given)

    def name(self, code: str) -> str:
        """The name of an indicator, its code where its words are withheld."""
        return name_of(code, self.rulebook)

    def in_force(self, unit: str, indicator: str) -> Target | None:
        """What counts today."""
        return in_force(self.standing.cells.get((unit, indicator), ()), self.looking.today)

    def written(self) -> dict[tuple[str, str], str]:
        """By unit and indicator, what counts today as people read it; nothing is asked of the rows again."""
        names = {unit.code: unit.name for unit in self.units}
        found = (self.in_force(*key) for key in self.standing.cells if key[0] in names)
        rows = [bridge.target_row(row, names[row.unit]) for row in found if row is not None]
        read = take_in((), rows, self.scope).targets
        return {(one.unit, one.indicator): written_target(one) for one in read}

    def measure(self, code: str) -> str:
        return self.rulebook.indicator(code).measure


def seen_by(looking: Looking) -> Seen | None:
    """What the pages show; None where no rulebook was adopted."""
    try:
        scope = scope_of(looking.season, on=looking.today)
    except RulebookRefused:
        return None
    if scope.rulebook is None:
        return None
    return Seen(looking, tuple(scope.units), scope.rulebook, Standing.of(looking.season), scope)


def look_of(typed: str) -> tuple[str, str]:
    """Whether a target is a number, none, or of no task: the look of its cell and the words for that."""
    lang = current_language()
    if not typed:
        return "is-missing", say("targets_page.not_given", lang)
    if word(typed) in NO_TASK:
        return "is-unassigned", say("targets_page.no_task", lang)
    if word(typed) in NO_TARGET:
        return "is-na", say("targets_page.no_target", lang)
    return "", ""


def understood(looking: Looking, unit: str, indicator: str, typed: str) -> tuple[str, Sequence[Problem]]:
    """What the reader makes of a text in a cell, and what it asks or refuses."""
    held = Held(looking.season, looking.standing, looking.today)
    read = read_targets(lines_of({(unit, indicator): typed}, {}, {}), held)
    return "".join(written_target(one) for one in read.targets[:1]), read.problems


def understood_all(looking: Looking, cells: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The same for many cells at once, of those that can be read."""
    held = Held(looking.season, looking.standing, looking.today)
    read = read_targets(lines_of(cells, {}, {}), held)
    return {(one.unit, one.indicator): written_target(one) for one in read.targets}


def written_target(target: CoreTarget) -> str:
    """A target as people read it."""
    lang = current_language()
    if target.value is None:
        return say("targets_page.no_target" if target.is_assigned else "targets_page.no_task", lang)
    return written_value(target.value)


def milestone_days(seen: Seen, also: Iterable[date] = ()) -> list[date]:
    """The ends of the season's quarters, and the days for which milestones were given."""
    season = seen.looking.season
    ends = [
        date(year, month, 31 if month in (3, 12) else 30)
        for year in range(season.data_from.year, season.data_to.year + 1)
        for month in (3, 6, 9, 12)
    ]
    given = {day for _unit, _indicator, day in seen.standing.stones}
    return sorted({day for day in ends if season.data_from <= day <= season.data_to} | given | set(also))
