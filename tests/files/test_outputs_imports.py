"""What one paper needs is not loaded for another: the table in the terminal needs none of the paper makers."""

import subprocess
import sys

HEAVY = ("jinja2", "typst", "xlsxwriter")


def loaded_by(code: str) -> str:
    probe = f"import sys\n{code}\nprint(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    return subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.strip()


def test_words_load_no_paper_maker() -> None:
    assert loaded_by("import thidua.words.standings, thidua.words.sheets, thidua.words.statements") == ""


def test_paper_makers_are_loaded_when_their_paper_is_written() -> None:
    assert loaded_by("import thidua.files.outputs") == ""
    assert loaded_by("import thidua.files.standings_json, thidua.files.statements_md") == ""
