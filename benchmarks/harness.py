"""How a claim of speed is measured: ours and the peer's take turns in one run, their results are compared, medians are
divided, and one line says the ratio, the target and the peer.

A file of this folder is one benchmark. It prints, through `report` or `skip`, lines of the two forms

    BENCH <name> ratio=<x> target=<>=50 or <=3> peer=<name version>
    SKIP <name> <package>

`>=` is for "ours is so many times faster" (ratio = peer's time / ours), `<=` for "ours costs at most so many times as
much" (ratio = ours / peer's time). `benchmarks/run.py` runs the files and judges what they printed.
"""

import operator
import re
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

MINIMUM_RUNS = 5


class UnequalError(Exception):
    """Ours and the peer's disagree: a speed of two different things means nothing."""


@dataclass(frozen=True, slots=True)
class Target:
    """A bound on a ratio, `>=50` or `<=3`."""

    relation: str
    bound: float

    def is_met_by(self, ratio: float) -> bool:
        """Whether the ratio is on the good side of the bound, the bound itself included."""
        return ratio >= self.bound if self.relation == ">=" else ratio <= self.bound


def alternate(
    ours: Callable[[], T], peer: Callable[[], T], runs: int = 5, *, same: Callable[[T, T], bool] = operator.eq
) -> tuple[list[float], list[float]]:
    """Runs both in turn and returns the seconds of each run, ours first; the first pair warms up and is not counted.

    Every pair of results is compared by `same`, outside the measured time; a difference raises `UnequalError`.
    """
    if runs < MINIMUM_RUNS:
        raise ValueError(f"a median needs at least {MINIMUM_RUNS} runs, not {runs}")
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + 1):
        our_result, our_seconds = _timed(ours)
        peer_result, peer_seconds = _timed(peer)
        if not same(our_result, peer_result):
            raise UnequalError(f"ours {our_result!r:.200} is not the peer's {peer_result!r:.200}")
        seconds[0].append(our_seconds)
        seconds[1].append(peer_seconds)
    return seconds[0][1:], seconds[1][1:]


def _timed(action: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    result = action()
    return result, time.perf_counter() - start


def whole_process(command: Sequence[str | Path], *, cwd: Path | None = None) -> Callable[[], bytes]:
    """An action that runs the command as a fresh process and returns what it printed; a failing command raises.

    What it says on standard error is kept for the failure, so that nothing stands between the lines of results.
    """

    def run() -> bytes:
        return subprocess.run(command, cwd=cwd, check=True, capture_output=True, stdin=subprocess.DEVNULL).stdout

    return run


def times_faster(ours: Sequence[float], peer: Sequence[float]) -> float:
    """The peer's median over ours: 50 means that ours is fifty times faster."""
    return statistics.median(peer) / statistics.median(ours)


def times_cost(ours: Sequence[float], peer: Sequence[float]) -> float:
    """Our median over the peer's: 3 means that ours takes three times as long."""
    return statistics.median(ours) / statistics.median(peer)


def report(name: str, ratio: float, target: str, peer: str) -> None:
    """Prints the line of a measurement."""
    parse_target(target)
    print(f"BENCH {name} ratio={ratio:.2f} target={target} peer={peer}", flush=True)


def skip(name: str, package: str) -> None:
    """Prints the line of a benchmark whose peer is not installed."""
    print(f"SKIP {name} {package}", flush=True)


def parse_target(text: str) -> Target:
    """Reads `>=50` or `<=3`; anything else is a ValueError."""
    found = re.fullmatch(r"(>=|<=)(\d+(?:\.\d+)?)", text)
    if found is None:
        raise ValueError(f"a target is >= or <= and a number, not {text!r}")
    return Target(found[1], float(found[2]))


def falls_short(line: str) -> bool:
    """Whether a printed BENCH line misses its own target. The printed ratio counts, no hidden digits."""
    found = re.fullmatch(r"BENCH \S+ ratio=(\S+) target=(\S+) peer=.+", line)
    return found is not None and not parse_target(found[2]).is_met_by(float(found[1]))
