"""A file that somebody hands in: looked at before it is taken, its cells mended in the page."""

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from thidua.apps.rulebooks.services.reviewing import Line, cell_key, mended
from thidua.apps.rulebooks.services.taking import R
from thidua.core.errors import Place, Problem, Refused
from thidua.core.scoring.cells import Cell
from thidua.files.containers import check_table_file, refuse_macros
from thidua.files.figure_tables import hidden_lines
from thidua.files.tables import Table, tables_of

# Some ten times a unit's whole year, and the targets of more units than any cluster has: some 900, with 40 indicators,
# days and four milestones each. The file travels once more inside the form. More is no work for a page that somebody
# waits for: 140.000 lines (3.500 units) take half a minute and 370 MB to read; they come as a file for each cluster.
MOST_BYTES = 1_500_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIX = "o."  # before the name of a cell, in the names of its field


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of the preview: with a field where it is to be mended or was, and what is wrong with it."""

    key: str
    text: str
    problems: tuple[Problem, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it travels through the pages: its name, its bytes, and the cells that were written over."""

    name: str
    data: bytes
    texts: Mapping[str, str]

    @property
    def content(self) -> str:
        """The bytes as they stand in the form."""
        return base64.b64encode(self.data).decode()

    def rows(self, read: Callable[[Table], Iterable[R]], *, none: str) -> list[R]:
        """The lines. Raises Refused, at the field, for a file that holds none; `none` is the code of that."""
        try:
            file = check_table_file(self.name, self.data)
            refuse_macros(file)
            found = [row for table in tables_of(file) for row in read(table)]
        except Refused as refusal:
            raise Refused([Problem(one.code, one.data, _at_file(one.place)) for one in refusal.problems]) from None
        if not found:
            raise Refused(Problem(none, {"file": self.name}, Place(path="file")))
        return mended(found, self.texts)

    def hidden(self) -> list[int]:
        """The lines that are folded away in the file, of one that can be read."""
        return [line for table in tables_of(check_table_file(self.name, self.data)) for line in hidden_lines(table)]


def sent_first(file: UploadedFile) -> Sent:
    """A file as it arrives. Raises Refused for one that is too large."""
    if file.size is None or file.size > MOST_BYTES:
        raise Refused(Problem("upload_page.too_large", {"most": "1,5"}, Place(path="file")))
    return Sent(file.name or "", file.read(), {})


def sent_again(request: HttpRequest) -> Sent:
    """The file out of the form of its preview, with what was written over. Raises Refused for no such form."""
    try:
        data = base64.b64decode(request.POST["content"], validate=True)
    except binascii.Error:
        raise Refused(Problem("refusal.unreadable")) from None
    texts = {name.removeprefix(FIX): str(text) for name, text in request.POST.items() if name.startswith(FIX)}
    return Sent(request.POST.get("name", ""), data, texts)


def shown_cell(cell: Cell, line: Line[R], texts: Mapping[str, str]) -> ShownCell:
    """One cell of a line of the preview."""
    if not cell.place.cell:
        return ShownCell("", cell.text, (), is_open=False)
    key, problems = cell_key(cell.place), line.problems.get(cell.place.cell, ())
    return ShownCell(key, cell.text, problems, is_open=bool(problems) or key in texts)


def _at_file(place: Place) -> Place:
    return Place(place.file, place.sheet, place.cell, "file")
