"""From 1.000 to 10.000 ballots: the work a ballot grows at most 1,25 times, and memory stays bounded.

One question of two answers, so that the whole takes two minutes: the work a ballot is less than in `ballots_verify`,
which makes fixed costs and the streaming weigh more, not less. 1.000 ballots are measured three times, 10.000 once.
Work is processor time of all processes together, which a busy machine disturbs less than time on the clock. Memory is
what the peak resident size of the reading process gains a byte that the archive gains (from 7 to 73 MB); the published
list of credentials, read whole, is most of it. Linux counts the peak from the start of the program.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from ballots_cases import ONE_SMALL_QUESTION, expected_counts, write_archive
from harness import report

SMALL, LARGE = 1_000, 10_000
AUDIT = """
import json, re, resource, sys
from pathlib import Path
from thidua.files.poll_audit import audit_archive
if __name__ == "__main__":
    report = audit_archive(Path(sys.argv[1]))
    peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(each.ru_utime + each.ru_stime for each in used)
    print(json.dumps({"counts": report.counts, "peak": int(peak), "seconds": seconds}))
"""


def audit(archive: Path, ballots: int) -> tuple[float, int]:
    """Processor seconds and peak kilobytes of one audit in a fresh process."""
    done = subprocess.run([sys.executable, "-c", AUDIT, archive], check=True, stdout=subprocess.PIPE)
    found = json.loads(done.stdout)
    assert found["counts"] == expected_counts(ONE_SMALL_QUESTION, ballots)
    return found["seconds"], found["peak"]


def main() -> int:
    """Measures and prints both lines."""
    with tempfile.TemporaryDirectory() as name:
        small = write_archive(Path(name), ONE_SMALL_QUESTION, SMALL)
        large = write_archive(Path(name), ONE_SMALL_QUESTION, LARGE)
        runs = [audit(small, SMALL) for _ in range(3)]
        large_seconds, large_peak = audit(large, LARGE)
        growth_bytes = large.stat().st_size - small.stat().st_size
    small_seconds = statistics.median(seconds for seconds, _ in runs)
    small_peak = max(peak for _, peak in runs)
    print(f"peak {small_peak} and {large_peak} kB, {small_seconds:.1f} and {large_seconds:.1f} s", file=sys.stderr)
    growth = large_seconds / LARGE / (small_seconds / SMALL)
    memory = (large_peak - small_peak) * 1024 / growth_bytes
    report("ballots_growth_time", growth, "<=1.25", "linear growth from 1000 ballots")
    report("ballots_growth_memory", memory, "<=0.5", "bytes that the archive grows")
    return int(growth > 1.25 or memory > 0.5)


if __name__ == "__main__":
    sys.exit(main())
