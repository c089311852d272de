"""The board of periods as a table: units in rows, periods in columns, in each cell how many figures of how many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thidua.apps.reporting.timeliness import BoardRow, Filled, Reported
from thidua.apps.reporting.windows import WindowState
from thidua.core.numbers import round_to
from thidua.core.periods import PeriodName
from thidua.core.scoring.cells import SeasonUnit
from thidua.web.common.templatetags.words import current_language
from thidua.words.numbers import write_number
from thidua.words.periods import write_short_period
from thidua.words.say import say

LOOKS = {
    Filled.COMPLETE: "",
    Filled.PARTIAL: "is-wait",
    Filled.MISSING: "is-missing",
    Filled.WAITING: "",
    Filled.AHEAD: "is-unassigned",
    Filled.NOT_OWED: "is-na",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A period at the head of the table: its name, short and whole, its due day and how many units have it whole."""

    short: str
    name: PeriodName
    due: str
    whole: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit and a period: what stands there, how it looks, and what is read aloud."""

    text: str
    look: str
    aloud: str
    late: int


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's row with its cells, its share and how many of its periods are late."""

    unit: SeasonUnit
    cells: tuple[Cell, ...]
    typed: int
    owed: int
    share: str
    late: int
    may_see: bool


@dataclass(frozen=True, slots=True)
class PeriodBoard:
    """The whole board, and the share of cells typed of those of periods that have begun."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    typed: int
    owed: int
    share: str


def period_board(rows: Sequence[BoardRow], may_see: Callable[[str], bool]) -> PeriodBoard:
    """The table of a board."""
    lang = current_language()
    columns = tuple(
        Column(
            write_short_period(one.window.period.code, lang),
            PeriodName(one.window.period.code),
            f"{one.window.due_on.day:02}/{one.window.due_on.month:02}",
            sum(row.periods[at].filled is Filled.COMPLETE for row in rows),
        )
        for at, one in enumerate(rows[0].periods)
    )
    typed, owed = sum(row.typed for row in rows), sum(row.owed for row in rows)
    lines = tuple(
        Line(
            row.unit,
            tuple(_cell(one) for one in row.periods),
            row.typed,
            row.owed,
            _share(row.typed, row.owed),
            row.late,
            may_see(row.unit.code),
        )
        for row in rows
    )
    return PeriodBoard(columns, lines, typed, owed, _share(typed, owed))


def _cell(one: Reported) -> Cell:
    lang = current_language()
    late = one.days_late
    has_begun = one.filled not in (Filled.AHEAD, Filled.NOT_OWED)
    text = f"{one.typed}/{one.owed}" if has_begun else "–"
    look = "is-late" if late and one.filled is not Filled.MISSING else LOOKS[one.filled]
    words = [say(f"Filled.{one.filled.value}", lang)]
    if late:
        words.append(say("board.late", lang, count=late))
    if one.state is WindowState.CLOSED:
        words.append(say("WindowState.closed", lang))
    return Cell(text, look, ", ".join(words), late)


def _share(typed: int, owed: int) -> str:
    """The share in whole per cent, rounded once; nothing where nothing has begun."""
    return f"{write_number(round_to((100 * typed, owed), 0), current_language())}%" if owed else ""
