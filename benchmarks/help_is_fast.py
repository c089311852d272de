"""`thidua --help` answers at once: within twice a bare `python -c pass` plus 60 ms.

The ratio is time / (2 x bare + 60 ms), so the target is <=1. Both are whole processes of the same Python.
"""

import platform
import statistics
import sys
from pathlib import Path

from harness import alternate, report, whole_process

ALLOWANCE = 0.060


def main() -> None:
    """Measures and prints the line."""
    command = Path(sys.executable).with_name("thidua")
    ours, bare = alternate(
        whole_process([command, "--help"]),
        whole_process([sys.executable, "-c", "pass"]),
        runs=9,
        same=lambda text, nothing: b"thidua" in text and nothing == b"",
    )
    ratio = statistics.median(ours) / (2 * statistics.median(bare) + ALLOWANCE)
    report("help_is_fast", ratio, "<=1", f"2 x (python {platform.python_version()} -c pass) + 60 ms")


if __name__ == "__main__":
    main()
