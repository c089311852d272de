"""Small seasons on disk, whole and sound, for tests to break one thing at a time."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

SEASON = """\
season: cum-thu
title: Kỳ thi đua thử
cluster: Cụm thử
year: 2024
data: {from: 2023-11-16, to: 2024-11-16}
as_of: 2024-11-23
stage: agreed
closed: true
calendar: vn
units:
  - {code: tay-ninh, name: Công an tỉnh Tây Ninh, short: Tây Ninh, post: chair}
  - {code: long-an, name: Công an tỉnh Long An, short: Long An, post: deputy}
  - {code: binh-phuoc, name: Công an tỉnh Bình Phước, short: Bình Phước, valid: {from: 2000-01-01, to: 2025-07-01}}
order_of_speaking: [tay-ninh, long-an, binh-phuoc]
rulebook: rulebook.yaml
figures: [figures.xlsx]
targets: [targets.xlsx]
statements:
  - code: tren-90
    indicators: [pha-an]
    comparator: above
    threshold: 90%
    wording: "{passed}/{units} đơn vị trên {threshold}: {list}"
wholes:
  - {indicator: cai-nghien, value: 2.662/1438, source: Báo cáo tổng kết}
"""

RULEBOOK = """\
rulebook: bang-diem-thu
title: Bảng điểm thử
version: "1"
valid: {from: 2024-01-01}
indicators:
  - {code: pha-an, name: Tỷ lệ phá án, kind: percent}
  - {code: dieu-tra, name: Án được điều tra làm rõ, kind: share}
  - {code: cai-nghien, name: Hồ sơ cai nghiện, kind: result_target, measure: hồ sơ}
  - {code: tin-bai, name: Tin bài, kind: count, measure: bài}
  - {code: nop-bao-cao, name: Ngày nộp báo cáo, kind: day}
criteria:
  - code: I
    name: Công tác chuyên môn
    points: 30
    parts:
      - {code: I.1, name: Phá án, points: 10, indicator: pha-an, rule: target_and_leader}
      - {code: I.2, name: Điều tra, points: 10, indicator: dieu-tra, rule: {kind: proportional, of: whole}}
      - code: I.3
        name: Cai nghiện
        points: 10
        indicator: cai-nghien
        evidence: required
        rule: {kind: all_or_nothing, need: 100%}
  - code: II
    name: Phong trào
    points: 20
    parts:
      - {code: II.1, name: Không để bị động, points: 5, rule: pass_fail}
      - {code: II.2, name: Chỉ đạo, points: 10, rule: entry}
      - {code: II.3, name: Tin bài, points: 5, indicator: tin-bai, rule: {kind: per_event, each: "0,5"}}
  - code: III
    name: Báo cáo
    points: 1
    indicator: nop-bao-cao
    value: {kind: working_days_early, due: 15/11/2024}
    rule: {kind: per_event, each: "0,1"}
"""

Value = str | int | float | None
TITLES = ["Mã", "Đơn vị", "Nội dung", "Tự chấm", "Thẩm định", "Thống nhất", "Tính chất", "Nguồn", "Minh chứng"]
UNITS = ("Tây Ninh", "long-an", "Công an tỉnh Bình Phước")
# One line per indicator: the agreed figure of each unit.
AGREED: dict[str, tuple[Value, Value, Value]] = {
    "pha-an": ("93,1%", "95,57%", "90,2%"),
    "dieu-tra": ("343/359", "210/230", "19/20"),
    "cai-nghien": ("1.000/500", "862/438", "800/500"),
    "tin-bai": (7, 12, 0),
    "nop-bao-cao": ("11/11/2024", "15/11/2024", "18/11/2024"),
    "II.1": ("đạt", "đạt", "không đạt"),
    "II.2": (8.5, 9, "8,25"),
}
TARGET_TITLES = ["Mã", "Đơn vị", "Chỉ tiêu", "Từ ngày", "Văn bản", "Nguồn", "Tính chất"]
TARGETS: list[list[Value]] = [
    ["pha-an", "cả cụm", "75%", "01/01/2024", "Công văn số 1", "Bộ giao", "thực"],
]


def figure_lines() -> list[list[Value]]:
    """The figures line by line: titles in line 1, then 21 lines, unit by unit within an indicator."""
    lines: list[list[Value]] = [list(TITLES)]
    for code, agreed in AGREED.items():
        lines += [
            [code, unit, "", None, None, value, "minh họa", "Nguồn thử", "Báo cáo số 5"]
            for unit, value in zip(UNITS, agreed, strict=True)
        ]
    return lines


def target_lines() -> list[list[Value]]:
    """The targets line by line."""
    return [list(TARGET_TITLES), *copy.deepcopy(TARGETS)]


@dataclass
class SeasonFolder:
    """A season being made: texts of its documents and the lines of its tables."""

    path: Path
    season: str = SEASON
    rulebook: str = RULEBOOK
    figures: list[list[Value]] = field(default_factory=figure_lines)
    targets: list[list[Value]] = field(default_factory=target_lines)

    def row(self, code: str, unit: int = 0) -> int:
        """The line of an indicator and unit, from 1 as spreadsheets count."""
        return 2 + list(AGREED).index(code) * len(UNITS) + unit

    def put(self, cell: str, value: Value) -> None:
        """Change one cell of the figures, named as spreadsheets do (one letter)."""
        row, column = int(cell[1:]) - 1, ord(cell[0]) - ord("A")
        self.figures[row][column] = value

    def write(self) -> Path:
        """Write all files and give the folder."""
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / "season.yaml").write_text(self.season, encoding="utf-8")
        (self.path / "rulebook.yaml").write_text(self.rulebook, encoding="utf-8")
        write_workbook(self.path / "figures.xlsx", {"Số liệu": self.figures})
        write_workbook(self.path / "targets.xlsx", {"Chỉ tiêu": self.targets})
        return self.path


def write_workbook(path: Path, sheets: dict[str, Sequence[Sequence[Value]]]) -> Path:
    """A workbook of plain cells."""
    with xlsxwriter.Workbook(path) as workbook:
        for name, lines in sheets.items():
            sheet = workbook.add_worksheet(name)
            for row, line in enumerate(lines):
                for column, value in enumerate(line):
                    if isinstance(value, str):
                        sheet.write_string(row, column, value)
                    elif value is not None:
                        sheet.write_number(row, column, value)
    return path


def write_csv(path: Path, lines: Sequence[Sequence[Value]], *, delimiter: str = ";", encoding: str = "utf-8") -> Path:
    """A CSV file; a number with its decimal point."""
    text = "\n".join(delimiter.join("" if value is None else str(value) for value in line) for line in lines)
    path.write_bytes(text.encode(encoding))
    return path
