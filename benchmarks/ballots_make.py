"""Making ballots beside `belenios-tool election generate-ballot`, one core each, the same 40 voters and votes.

Ours is one fresh process that makes all of them; the tool makes one a process (its start costs a tenth of a ballot).
Every ballot of either side must pass our full check, so both made ballots of the same election.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ballots_cases import SUITE, TWO_QUESTIONS, Setup, set_up, vote_of
from harness import alternate, report, skip, times_faster
from thidua.core.ballots.ballot import check_ballot, read_ballot
from thidua.core.ballots.proofs import bases_of

BALLOTS = 40
NAME = "ballots_make"
OURS = """
import json, sys
from ballots_cases import make_some
work = json.load(open(sys.argv[1]))
sys.stdout.buffer.write(b"\\n".join(make_some((work["election"].encode(), 0, work["words"]))))
"""


def make_ours(folder: Path, setup: Setup) -> list[bytes]:
    """All ballots by one process of ours."""
    work = folder / "work.json"
    work.write_text(json.dumps({"election": setup.election.raw.decode(), "words": setup.words}))
    command = [sys.executable, "-c", OURS, work]
    done = subprocess.run(command, cwd=Path(__file__).parent, check=True, stdout=subprocess.PIPE)
    return done.stdout.split(b"\n")


def make_theirs(folder: Path, setup: Setup) -> list[bytes]:
    """All ballots by the tool."""
    ballots = []
    for voter, word in enumerate(setup.words):
        (folder / "word").write_text(word)
        (folder / "vote").write_text(json.dumps(vote_of(TWO_QUESTIONS, voter)))
        command = [
            "belenios-tool",
            "election",
            "generate-ballot",
            "--dir",
            ".",
            "--privcred",
            "word",
            "--ballot",
            "vote",
        ]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True)
        ballots.append(done.stdout.strip())
    return ballots


def main() -> int:
    """Measures and prints the line."""
    if shutil.which("belenios-tool") is None:
        skip(NAME, "belenios-tool")
        return 0
    setup = set_up(TWO_QUESTIONS, BALLOTS)
    bases = bases_of(SUITE, setup.election.public_key)

    def same(ours: list[bytes], theirs: list[bytes]) -> bool:
        for raw in (*ours, *theirs):
            check_ballot(setup.election, bases, read_ballot(raw, SUITE.group))
        voters = [[read_ballot(raw, SUITE.group).credential for raw in side] for side in (ours, theirs)]
        return voters[0] == voters[1] and len(ours) == BALLOTS

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"{setup.election.uuid}.bel").write_bytes(setup.archive)
        ours, peer = alternate(lambda: make_ours(folder, setup), lambda: make_theirs(folder, setup), same=same)
    ratio = times_faster(ours, peer)
    report(NAME, ratio, ">=2", "belenios-tool 2.0 election generate-ballot")
    return int(ratio < 2)


if __name__ == "__main__":
    sys.exit(main())
