"""A cell of the grid: what was asked of it, what became of that, and what its fields hold."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import At
from thidua.apps.reporting.services.figures import own_cells
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.states import Stage
from thidua.web.figures.entry_asking import Note, Reading
from thidua.web.figures.looking import Seen
from thidua.web.figures.understood import understood
from thidua.web.secretary.frame import Looking

NO_NOTE = Note()


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed into a cell, and the version that they had before them.

    comment: on a figure that is doubted, or that the unit wants to explain; nothing where none was typed.
    """

    text: str
    evidence: str
    version: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a cell, what stands in it now, and what is to be said of it.

    code: the key of the cell (`vu-an`, `vu-an@2024-03`) · state: `saved`, `refused`, or `conflict` where somebody else
    wrote it meanwhile · year: the figure of the year as it was read, with its points · readings: of a text that was
    asked about, those that may be meant.
    """

    code: str
    state: str
    version: int
    stands: str
    evidence: str
    understood: str
    year: str
    points: str
    says: str
    readings: tuple[Reading, ...] = ()

    def plain(self) -> dict[str, object]:
        """As the page reads it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class EntryCell:
    """A cell with what its fields hold: what stands, or what was typed and refused, with the reason."""

    key: str
    text: str
    evidence: str
    version: int
    understood: str
    answer: Answer | None
    is_open: bool = True
    note: Note = NO_NOTE
    questions: int = 0

    @property
    def look(self) -> str:
        """The classes of its cell."""
        if self.answer:
            return "is-back"
        if self.text:
            return "is-doubted" if self.note.asks else ""
        return "is-missing" if self.is_open else "is-off"

    @property
    def is_conflict(self) -> bool:
        return self.answer is not None and self.answer.state == "conflict"


@dataclass(frozen=True, slots=True)
class Cells:
    """Everything that fills the cells of one unit: rows, read figures, notes and open questions by key, and a refused
    form's texts.
    """

    rows: Mapping[str, Figure]
    read: Mapping[str, CoreFigure]
    asked: Mapping[str, Asked] = field(default_factory=dict)
    refused: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    questions: Mapping[str, int] = field(default_factory=dict)

    def cell(self, at: At, *, is_open: bool = True) -> EntryCell:
        """One cell as it is drawn."""
        key = at.path
        row, figure = self.rows.get(key), self.read.get(key)
        read = understood(figure) if figure else ""
        asked, answer = self.asked.get(key), self.refused.get(key)
        if asked is not None and answer is not None:
            text, evidence, version = asked.text, asked.evidence, asked.version
        else:
            text, evidence, version = (row.typed, row.evidence, row.version) if row else ("", "", 0)
            answer = None
        note, questions = self.notes.get(key, NO_NOTE), self.questions.get(key, 0)
        return EntryCell(key, text, evidence, version, read, answer, is_open, note, questions)


def rows_of(looking: Looking, unit: str) -> dict[str, Figure]:
    """The unit's own cells by key, taken back or not. One query."""
    return {at.path: row for at, row in own_cells(looking.season, unit).items()}


def read_of(seen: Seen, unit: str) -> dict[str, CoreFigure]:
    """What was read in the unit's own figures, by key: the year's, and those of the periods that make it."""
    found = {}
    for one in seen.inputs.figures:
        if one.unit == unit and one.stage is Stage.SELF:
            found[one.indicator] = one
            parts = one.made_of.parts if one.made_of else ()
            found |= {At(one.indicator, part.period).path: part for part in parts}
    return found
