"""From 1.000 to 10.000 ballots: time a ballot grows at most 1,25 times, and so does the memory of the process.

One question of two answers, so that the whole takes two minutes: the work a ballot is less than in `ballots_verify`,
which makes fixed costs and the streaming weigh more, not less. 1.000 ballots are measured three times, 10.000 once.
Memory is the peak resident size of the process that reads the archive (Linux counts it from the start of the program,
not from the process that started it); the archive itself grows tenfold, to 65 MB.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ballots_cases import ONE_SMALL_QUESTION, expected_counts, write_archive
from harness import report

SMALL, LARGE = 1_000, 10_000
AUDIT = """
import json, re, sys
from pathlib import Path
from thidua.files.poll_audit import audit_archive
if __name__ == "__main__":
    report = audit_archive(Path(sys.argv[1]))
    peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]
    print(json.dumps({"counts": report.counts, "peak": int(peak)}))
"""


def audit(archive: Path, ballots: int) -> tuple[float, int]:
    """Seconds and peak kilobytes of one audit in a fresh process."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", AUDIT, archive], check=True, stdout=subprocess.PIPE)
    seconds = time.perf_counter() - start
    found = json.loads(done.stdout)
    assert found["counts"] == expected_counts(ONE_SMALL_QUESTION, ballots)
    return seconds, found["peak"]


def main() -> int:
    """Measures and prints both lines."""
    with tempfile.TemporaryDirectory() as name:
        small = write_archive(Path(name), ONE_SMALL_QUESTION, SMALL)
        large = write_archive(Path(name), ONE_SMALL_QUESTION, LARGE)
        runs = [audit(small, SMALL) for _ in range(3)]
        large_seconds, large_peak = audit(large, LARGE)
    small_seconds = statistics.median(seconds for seconds, _ in runs)
    growth = large_seconds / LARGE / (small_seconds / SMALL)
    memory = large_peak / max(peak for _, peak in runs)
    print(
        f"peak {max(peak for _, peak in runs)} kB and {large_peak} kB, {small_seconds:.1f} s and {large_seconds:.1f} s"
    )
    report("ballots_growth_time", growth, "<=1.25", "linear growth from 1000 ballots")
    report("ballots_growth_memory", memory, "<=1.25", "peak memory at 1000 ballots")
    return int(growth > 1.25 or memory > 1.25)


if __name__ == "__main__":
    sys.exit(main())
