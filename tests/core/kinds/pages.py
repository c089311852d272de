"""Reads the pages about families of kinds: each YAML block with the worked table below it is a golden case.

A heading in backticks says what its column holds: `target`, `adjustment`, `points`, `points of X`, `maximum`, `rank`,
`class`, `state`, `refused`, or the code of a figure. Columns without backticks are for the reader alone. A row that
is refused is played by itself, the others together, as one cluster.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from thidua.core.scoring.evaluate import Evaluation
from thidua.files.golden import GoldenReport, evaluate_golden, run_golden
from thidua.files.yaml_text import read_yaml

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "docs" / "algorithms" / "kinds"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
EXAMPLE = re.compile(r"```yaml\n(.*?)```\n\n((?:^\|[^\n]*\n)+)", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
EXPECTED = {"points": "points", "maximum": "maximum", "rank": "ranks", "class": "classes", "state": "states"}
Case = dict[str, object]


@dataclass(frozen=True, slots=True)
class Example:
    """A YAML block of a page, the heading above it, and the rows of its table, cell by heading."""

    page: str
    heading: str
    number: int
    raw: Case
    rows: tuple[dict[str, str], ...]

    @property
    def name(self) -> str:
        """Which example of which page."""
        return f"{self.page} {self.number}"

    def cases(self) -> list[Case]:
        """The golden cases that the table comes to."""
        refused = [row for row in self.rows if row.get("`refused`", "–") != "–"]
        together = [row for row in self.rows if row not in refused]
        cases = [self.case(f"{self.name}: {row['Unit']}", [row]) for row in refused]
        return [*([self.case(self.name, together)] if together else []), *cases]

    def case(self, name: str, rows: list[dict[str, str]]) -> Case:
        """One case; a row that is refused expects nothing else."""
        made: dict[str, dict[str, dict[str, str]]] = {"figures": {row["Unit"]: {} for row in rows}}
        refused: list[str] = []
        for row in rows:
            codes = row.get("`refused`", "–")
            refused += [] if codes == "–" else codes.split(", ")
            for heading, cell in row.items():
                what, code = _meant(heading)
                said = cell != "–" and not (codes != "–" and what in EXPECTED.values())
                if what and said:
                    made.setdefault(what, {}).setdefault(row["Unit"], {})[code or self.whole(what)] = cell
        return {"case": name, **self.raw, **made, **({"refused": refused} if refused else {})}

    def whole(self, what: str) -> str:
        """What a heading without a code speaks of."""
        if what in ("targets", "adjustments"):
            return "figure"
        return "1" if "rule" in self.raw or what == "states" else "total"


def _meant(heading: str) -> tuple[str, str]:
    """(key of a golden case, code) of a heading; ("", "") for a column that the reader alone needs."""
    coded = re.fullmatch(r"`(.*)`", heading)
    if coded is None or coded[1] == "refused":
        return "", ""
    what, _of, code = coded[1].partition(" of ")
    if what in EXPECTED:
        return EXPECTED[what], code
    if what in ("target", "adjustment"):
        return f"{what}s", code
    return "figures", coded[1]


def examples_of(text: str, page: str) -> Iterator[Example]:
    """The worked examples of a page, in reading order."""
    for number, match in enumerate(EXAMPLE.finditer(text), start=1):
        lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in match[2].splitlines()]
        rows = tuple(dict(zip(lines[0], line, strict=True)) for line in lines[2:])
        raw = read_yaml(match[1].encode(), file=page)
        assert isinstance(raw, dict)
        yield Example(page, HEADING.findall(text[: match.start()])[-1], number, dict(raw), rows)


def play(cases: list[Case], folder: Path) -> GoldenReport:
    """The cases, through the runner of golden cases."""
    return run_golden(_written(cases, folder))


def scored(cases: list[Case], folder: Path) -> list[Evaluation]:
    """What the cases come to, those that are refused left out."""
    return list(evaluate_golden(_written(cases, folder)))


def _written(cases: list[Case], folder: Path) -> Path:
    """A file of cases. JSON is YAML too."""
    path = folder / "page.yaml"
    path.write_text(json.dumps(cases, ensure_ascii=False), encoding="utf-8")
    return path
