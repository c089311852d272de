"""`thidua national` from the command line: results, progress on standard error, refusals in sentences."""

import shutil
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster10-2024"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("thidua")
    return subprocess.run([command, "national", *words], capture_output=True, text=True, check=False, encoding="utf-8")


def test_clusters_are_scored_by_workers_with_progress_beside_the_answer(tmp_path: Path) -> None:
    for name in ("a", "b"):
        shutil.copytree(EXAMPLE, tmp_path / "cac-cum" / name)
    rulebook, out = EXAMPLE / "rulebook.yaml", tmp_path / "out"
    done = run(tmp_path / "cac-cum", "--rulebook", rulebook, "--out", out, "--workers", "2")
    assert done.returncode == 0
    assert done.stdout == f"Đã chấm 10 dòng kết quả. Các tệp: {out / 'results.csv'}\n"
    assert done.stderr.splitlines()[:3] == ["0%", "50%", "100%"]


def test_a_refusal_is_told_in_sentences_and_nothing_is_written(tmp_path: Path) -> None:
    done = run(tmp_path, "--rulebook", EXAMPLE / "rulebook.yaml", "--out", tmp_path / "out", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()[1:]
    assert line.startswith(f"  - No subfolder of {tmp_path} holds a season.yaml, and there is no table either. ")
    assert list((tmp_path / "out").iterdir()) == []


def test_help_teaches_by_example() -> None:
    done = run("--help", "--lang=en")
    assert done.returncode == 0
    assert done.stdout.count("thidua national") == 4
