"""Verifying one archive of 200 ballots (two questions of five, one with blank) beside `belenios-tool election verify`.

Whole processes on the same file. Ours uses every core; the tool uses one. Both must accept, and the result that ours
prints is that of the votes in the clear (`write_archive` asserts it when the archive is made).
"""

import shutil
import sys
import tempfile
from pathlib import Path

from ballots_cases import TWO_QUESTIONS, expected_counts, write_archive
from harness import alternate, report, skip, times_faster, whole_process

BALLOTS = 200
NAME = "ballots_verify"


def agree(ours: bytes, _peer: bytes) -> bool:
    """The peer accepted (it fails otherwise) and prints nothing; ours accepted and printed the expected numbers."""
    said = ours.decode()
    numbers = [line.split(": ")[1].split(" ")[0] for line in said.splitlines() if line.startswith("  ")]
    expected = [str(count) for row in expected_counts(TWO_QUESTIONS, BALLOTS) for count in row]
    return numbers == expected and "Everything checked holds" in said


def main() -> int:
    """Measures and prints the line."""
    if shutil.which("belenios-tool") is None:
        skip(NAME, "belenios-tool")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        archive = write_archive(Path(folder), TWO_QUESTIONS, BALLOTS)
        thidua = Path(sys.executable).with_name("thidua")
        ours, peer = alternate(
            whole_process([thidua, "poll", "verify", archive, "--lang", "en"]),
            whole_process(["belenios-tool", "election", "verify", "--dir", folder]),
            same=agree,
        )
    ratio = times_faster(ours, peer)
    report(NAME, ratio, ">=3", "belenios-tool 2.0 election verify")
    return int(ratio < 3)


if __name__ == "__main__":
    sys.exit(main())
