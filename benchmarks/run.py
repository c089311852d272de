"""Runs the benchmarks of this folder, or the one named, and exits with 1 if one falls short, fails or says nothing."""

import subprocess
import sys
from pathlib import Path

from harness import falls_short

HERE = Path(__file__).parent
NOT_BENCHMARKS = {"harness", "run", "large_season", "rows"}


def list_benchmarks(folder: Path) -> dict[str, Path]:
    """The benchmarks of a folder by name, in the order of their names."""
    return {path.stem: path for path in sorted(folder.glob("*.py")) if path.stem not in NOT_BENCHMARKS}


def run_benchmark(path: Path) -> bool:
    """Runs one file, shows its lines as they come, and tells whether it kept its promises."""
    lines: list[str] = []
    with subprocess.Popen([sys.executable, path], stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip("\n"))
    results = [line for line in lines if line.startswith(("BENCH ", "SKIP "))]
    return process.returncode == 0 and bool(results) and not any(map(falls_short, results))


def main(names: list[str], folder: Path = HERE) -> int:
    """Runs the named benchmarks, or all; 0 all kept, 1 one fell short, 2 no benchmark of that name."""
    known = list_benchmarks(folder)
    if unknown := [name for name in names if name not in known]:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    short = [name for name in names or known if not run_benchmark(known[name])]
    if short:
        print(f"fell short or failed: {', '.join(short)}", file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
