"""What one paper needs is not loaded for another: the table in the terminal needs none of the paper makers, and what is
read and not yet scored needs no arrays.
"""

import subprocess
import sys
from pathlib import Path

HEAVY = ("jinja2", "numpy", "typst", "xlsxwriter")
EXAMPLE = Path(__file__).parents[2] / "examples/cluster10-2024"


def loaded_by(code: str) -> str:
    probe = f"import sys\n{code}\nprint(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    return subprocess.run(
        [sys.executable, "-c", probe, EXAMPLE], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_words_load_no_paper_maker() -> None:
    assert loaded_by("import thidua.words.standings, thidua.words.sheets, thidua.words.statements") == ""


def test_paper_makers_are_loaded_when_their_paper_is_written() -> None:
    assert loaded_by("import thidua.files.outputs") == ""
    assert loaded_by("import thidua.files.standings_json, thidua.files.statements_md") == ""


def test_arrays_are_loaded_when_something_is_scored() -> None:
    reading = "from pathlib import Path\nfrom thidua.files.season import load_season\n"
    reading += "season = load_season(Path(sys.argv[1]))\n"
    assert loaded_by(reading) == ""
    assert loaded_by(reading + "season.evaluate()") == "numpy"
