"""The benchmark harness: turns, equality, ratios, the printed lines and the judgement on them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness import (
    Target,
    UnequalError,
    alternate,
    falls_short,
    parse_target,
    report,
    skip,
    times_cost,
    times_faster,
    whole_process,
)
from run import list_benchmarks, main


def noting(log: list[str], name: str, result: int) -> Callable[[], int]:
    def action() -> int:
        log.append(name)
        return result

    return action


def test_both_take_turns_and_the_warming_pair_is_not_counted() -> None:
    log: list[str] = []
    ours, peer = alternate(noting(log, "ours", 7), noting(log, "peer", 7), runs=5)
    assert log == ["ours", "peer"] * 6
    assert (len(ours), len(peer)) == (5, 5)
    assert min(ours + peer) >= 0


def test_different_results_are_refused() -> None:
    with pytest.raises(UnequalError, match="ours 7 is not the peer's 8"):
        alternate(lambda: 7, lambda: 8)


def test_results_of_different_shape_are_compared_by_the_given_rule() -> None:
    ours, peer = alternate(lambda: 7, lambda: -7, same=lambda left, right: left == -right)
    assert (len(ours), len(peer)) == (5, 5)


def test_fewer_than_five_runs_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 5 runs"):
        alternate(lambda: 7, lambda: 7, runs=4)


def test_ratios_divide_medians() -> None:
    ours, peer = [1.0, 2.0, 90.0], [8.0, 1.0, 10.0]
    assert (times_faster(ours, peer), times_cost(ours, peer)) == (4.0, 0.25)


def test_a_whole_process_returns_what_it_printed() -> None:
    assert whole_process(["printf", "a b"])() == b"a b"


def test_a_failing_process_is_not_measured() -> None:
    with pytest.raises(Exception, match="non-zero exit status 1"):
        whole_process(["false"])()


@pytest.mark.parametrize(
    ("text", "target"), [(">=50", Target(">=", 50.0)), ("<=3", Target("<=", 3.0)), ("<=1.5", Target("<=", 1.5))]
)
def test_targets_are_read(text: str, target: Target) -> None:
    assert parse_target(text) == target


@pytest.mark.parametrize("text", ["50", "=50", "<3", ">= 50", "<=", "<=-1", "<=3x"])
def test_other_targets_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a target is"):
        parse_target(text)


def test_lines_have_the_form_that_scripts_read(capsys: pytest.CaptureFixture[str]) -> None:
    report("scoring", 77.349, ">=50", "decimal 3.11.7")
    skip("verifying", "belenios-tool")
    assert capsys.readouterr().out == (
        "BENCH scoring ratio=77.35 target=>=50 peer=decimal 3.11.7\nSKIP verifying belenios-tool\n"
    )


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("BENCH a ratio=50 target=>=50 peer=x 1", False),
        ("BENCH a ratio=49.9 target=>=50 peer=x 1", True),
        ("BENCH a ratio=3 target=<=3 peer=x 1", False),
        ("BENCH a ratio=3.01 target=<=3 peer=x 1", True),
        ("BENCH a ratio=1234.00 target=>=50 peer=x 1", False),
        ("SKIP a belenios-tool", False),
        ("reading the season …", False),
    ],
)
def test_the_printed_ratio_is_judged(line: str, short: bool) -> None:
    assert falls_short(line) is short


FILES = {
    "met": "print('BENCH met ratio=60 target=>=50 peer=x 1')",
    "missed": "print('BENCH missed ratio=40 target=>=50 peer=x 1')",
    "skipped": "print('SKIP skipped belenios-tool')",
    "silent": "pass",
    "broken": "print('BENCH broken ratio=60 target=>=50 peer=x 1'); raise SystemExit(3)",
    "harness": "raise SystemExit('not a benchmark')",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_file_but_the_harness_is_a_benchmark(folder: Path) -> None:
    assert list(list_benchmarks(folder)) == ["broken", "met", "missed", "silent", "skipped"]


@pytest.mark.parametrize(
    ("name", "status"), [("met", 0), ("skipped", 0), ("missed", 1), ("silent", 1), ("broken", 1), ("absent", 2)]
)
def test_one_benchmark_is_run_and_judged(folder: Path, name: str, status: int) -> None:
    assert main([name], folder) == status


def test_all_are_run_and_those_that_fell_short_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], folder) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "BENCH broken ratio=60 target=>=50 peer=x 1",
        "BENCH met ratio=60 target=>=50 peer=x 1",
        "BENCH missed ratio=40 target=>=50 peer=x 1",
        "SKIP skipped belenios-tool",
    ]
    assert printed.err == "fell short or failed: broken, missed, silent\n"
