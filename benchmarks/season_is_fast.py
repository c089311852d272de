"""The five-unit season from Excel to JSON, as a whole process, beside a bare `import numpy`.

At five units import time is everything: a command that an officer runs should not wait for its libraries.
"""

import json
import sys
from pathlib import Path

import numpy as np

from harness import alternate, report, times_cost, whole_process

SEASON = Path(__file__).parents[1] / "examples/cluster10-2024"
CRITERIA = 66  # lines of the example's rulebook, groups included


def is_whole(printed: bytes, _nothing: bytes) -> bool:
    """Whether the process scored every criterion of every unit, and not less work than it claims."""
    return [len(unit["criteria"]) for unit in json.loads(printed)["units"]] == [CRITERIA] * 5


def main() -> None:
    """Measures and prints the line."""
    command = Path(sys.executable).with_name("thidua")
    ours, peer = alternate(
        whole_process([command, "score", SEASON, "--json"]),
        whole_process([sys.executable, "-c", "import numpy"]),
        runs=15,
        same=is_whole,
    )
    report("season_is_fast", times_cost(ours, peer), "<=3", f"import numpy {np.__version__}")


if __name__ == "__main__":
    main()
