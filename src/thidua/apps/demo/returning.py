"""A report of the demonstration that is sent back with the reason. All of it is illustrative and says so.

The unit completes its report with a figure that nobody ever reported; the chair's secretary asks for the document
behind it, and the unit takes the figure out again. What is scored is what it was, and the versions tell the rest. The
reports of that year went on paper, as the guard's document says.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from thidua.apps.access.roles import Actor, Role
from thidua.apps.demo.script import ReturnedScript
from thidua.apps.reporting.services import Typed, enter_figures, import_figures, return_report, submit_report
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place
from thidua.core.scoring.cells import Cell, FigureRow
from thidua.core.states import Stage


@dataclass(frozen=True, slots=True)
class Returning:
    """One report, submitted and sent back."""

    script: ReturnedScript
    season: Season
    chair: str
    in_role: Callable[[Role, str], Actor]

    def acts(self) -> Iterator[tuple[datetime, Callable[[], object]]]:
        """The three acts, each with its time."""
        yield self.script.submitted_at, self._submit
        yield self.script.returned_at, self._return
        yield self.script.emptied_at, self._empty

    def _submit(self) -> None:
        one, place = self.script, Place(path=self.script.indicator)
        row = FigureRow(
            code=Cell(one.indicator, place),
            unit=Cell(one.unit),
            stages={Stage.SELF: Cell(one.typed, place)},
            notes={"nature": Cell("minh họa", place)},
            place=place,
        )
        actor = self._reporter()
        import_figures(actor=actor, season=self.season, unit=one.unit, rows=[row], file_name="bo-sung.xlsx")
        submit_report(actor=actor, season=self.season, unit=one.unit)

    def _return(self) -> None:
        actor = self.in_role(Role.SECRETARY, self.chair)
        return_report(actor=actor, season=self.season, unit=self.script.unit, reason=self.script.reason)

    def _empty(self) -> None:
        cells = {self.script.indicator: Typed("")}
        enter_figures(actor=self._reporter(), season=self.season, unit=self.script.unit, cells=cells)

    def _reporter(self) -> Actor:
        return self.in_role(Role.REPORTER, self.script.unit)
