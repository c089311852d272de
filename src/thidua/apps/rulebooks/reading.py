"""A rulebook out of a file that somebody hands in: our workbook or YAML, told apart by the content."""

from dataclasses import dataclass

from thidua.core.errors import Place, Problem, Refused, Severity
from thidua.core.plain import Cursor
from thidua.core.rulebook.parse import read_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.files.containers import check_table_file
from thidua.files.rulebook_sheets import is_rulebook_workbook, read_rulebook_tables
from thidua.files.tables import tables_of
from thidua.files.yaml_text import read_yaml

_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checker found in a file: a rulebook that may be drafted, or none, and all problems in reading order."""

    rulebook: Rulebook | None
    problems: tuple[Problem, ...]


def check_rulebook_file(name: str, data: bytes) -> Checked:
    """Read and check a rulebook. Never raises for what somebody hands in: every mistake is among the problems."""
    try:
        rulebook, problems = _from_workbook(name, data) if data.startswith(_ZIP) else _from_yaml(name, data)
    except Refused as refused:
        return Checked(None, refused.problems)
    is_sound = all(problem.severity is Severity.WARNING for problem in problems)
    return Checked(rulebook if is_sound else None, tuple(problems))


def _from_workbook(name: str, data: bytes) -> tuple[Rulebook | None, list[Problem]]:
    tables = tables_of(check_table_file(name, data))
    if not is_rulebook_workbook(tables):
        return None, [Problem("rulebooks.other_workbook", {}, Place(name))]
    return read_rulebook_tables(tables)


def _from_yaml(name: str, data: bytes) -> tuple[Rulebook | None, list[Problem]]:
    return read_rulebook(Cursor(read_yaml(data, file=name), Place(name)))
