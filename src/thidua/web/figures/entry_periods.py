"""The grid over periods: indicators that are reported within the year as lines, months or quarters as columns.

The year stands at the end, put together from the periods; nobody types it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua.apps.reporting.periods import At
from thidua.apps.reporting.windows import Window, WindowState, windows_of
from thidua.core.periods import Frequency
from thidua.core.rulebook.schema import Rulebook
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_cells import Cells, EntryCell
from thidua.web.figures.entry_table import EntryGroup, EntryLine
from thidua.web.secretary.frame import Looking
from thidua.words.periods import write_short_period
from thidua.words.say import say, write_period

YEAR, QUARTERS = "nam", ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class View:
    """What the grid shows: the year, the periods of a frequency, or the months of one quarter."""

    frequency: Frequency | None = None
    quarter: str = ""

    @property
    def value(self) -> str:
        """As it stands in the address."""
        if self.frequency is None:
            return YEAR
        return f"{self.frequency.value}.{self.quarter}" if self.quarter else self.frequency.value

    @property
    def title(self) -> str:
        lang = current_language()
        if self.frequency is None:
            return say("entry.by_year", lang)
        if self.quarter:
            return say("entry.months_of_quarter", lang, number=self.quarter)
        return say(f"entry.by_{self.frequency.value}", lang)


@dataclass(frozen=True, slots=True)
class Column:
    """A period at the head of a column, and how it stands to the unit today."""

    window: Window
    state: WindowState

    @property
    def code(self) -> str:
        return self.window.period.code

    @property
    def short(self) -> str:
        return write_short_period(self.code, current_language())

    @property
    def name(self) -> str:
        return write_period(self.code, current_language())

    @property
    def note(self) -> str:
        """In two words why figures are late here or not taken; nothing where all is as planned."""
        return "" if self.state is WindowState.OPEN else say(f"entry.window_{self.state.value}", current_language())

    @property
    def look(self) -> str:
        return {WindowState.LATE: "is-late", WindowState.REOPENED: "is-half"}.get(self.state, "")


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One indicator with a cell for each column; lacking: how many periods the year still waits for."""

    line: EntryLine
    cells: tuple[tuple[Column, EntryCell], ...]
    lacking: int


@dataclass(frozen=True, slots=True)
class PeriodGroup:
    """The lines below a top criterion."""

    code: str
    name: str
    lines: tuple[PeriodLine, ...]


def views_of(rulebook: Rulebook) -> list[View]:
    """Every way to look at the grid: what is reported most often comes first, the year last."""
    asked = {one.frequency for one in rulebook.indicators if one.has_periods}
    found = [View(one) for one in reversed(Frequency) if one in asked]
    months = [View(Frequency.MONTH, quarter) for quarter in QUARTERS] if Frequency.MONTH in asked else []
    return [*found, *months, View()]


def view_of(views: Sequence[View], asked: str) -> View:
    """The view that is asked for by its value; without one, of what is reported most often."""
    return next((one for one in views if one.value == asked), views[0])


def columns_of(looking: Looking, rulebook: Rulebook, unit: str, view: View) -> list[Column]:
    """The periods of a frequency, none for the year; of months, those of one quarter where it is asked for."""
    if view.frequency is None:
        return []
    windows = windows_of(looking.season, rulebook, unit, on=looking.today).values()
    found = [Column(one, one.state(looking.today)) for one in windows if one.period.frequency is view.frequency]
    if not view.quarter:
        return found
    first = 3 * int(view.quarter) - 2
    return [one for one in found if first <= one.window.period.number <= first + 2]


def period_groups(
    groups: Sequence[EntryGroup], rulebook: Rulebook, columns: Sequence[Column], cells: Cells, frequency: Frequency
) -> Iterator[PeriodGroup]:
    """The lines that are reported so often, with their cells."""
    for group in groups:
        asked = [line for line in group.lines if rulebook.indicator(line.code).frequency is frequency]
        if asked:
            yield PeriodGroup(group.code, group.name, tuple(_line(line, columns, cells) for line in asked))


def _line(line: EntryLine, columns: Sequence[Column], cells: Cells) -> PeriodLine:
    shown = tuple((one, cells.cell(At(line.code, one.code), is_open=one.state.takes_figures)) for one in columns)
    year = cells.read.get(line.code)
    return PeriodLine(line, shown, len(year.lacking) if year is not None else 0)
