"""Results of past releases replay for ever: what a release computed and stored, the engine of today computes again.

`tests/fixtures/results/<release>/` holds whole seasons as folders with their `standings.json`, and golden cases with
their results. They are never written anew. With each release its own are added beside the older ones:

    thidua score examples/cluster10-2024 --out OUT      then standings.json and the folder
    python tests/core/results/test_past_releases.py     writes what is missing of this release's golden cases
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from thidua import __version__
from thidua.core.canonical import Plain
from thidua.core.results.replay import replay, stored_stage
from thidua.core.results.result import SeasonName, result_document
from thidua.core.standings import standings
from thidua.files.golden import evaluate_golden
from thidua.files.season import load_season

RESULTS = Path(__file__).parents[2] / "fixtures" / "results"
SEASONS = sorted(path.parent for path in RESULTS.glob("*/*/standings.json"))
GOLDEN = sorted(RESULTS.glob("*/golden/*.yaml"))
CASE = SeasonName(code="golden", title="Golden", cluster="", year=2024)


def named(path: Path) -> str:
    return str(path.relative_to(RESULTS))


def computed(path: Path) -> Iterator[dict[str, Plain]]:
    """The result of each case of a golden file, as this release computes it."""
    for evaluation in evaluate_golden(path):
        yield result_document(evaluation, standings(evaluation), CASE, engine=__version__)


def test_there_is_something_of_a_past_release() -> None:
    assert (len(SEASONS), len(GOLDEN)) >= (1, 2)


@pytest.mark.parametrize("folder", SEASONS, ids=named)
def test_season_of_a_past_release_replays_to_every_number(folder: Path) -> None:
    stored = json.loads((folder / "standings.json").read_text(encoding="utf-8"), parse_float=str)
    found = replay(stored, load_season(folder).result(engine=__version__, stage=stored_stage(stored)))
    assert found.is_same, found
    assert found.numbers > 500


@pytest.mark.parametrize("path", GOLDEN, ids=named)
def test_golden_cases_of_a_past_release_replay_to_every_number(path: Path) -> None:
    stored: list[dict[str, Any]] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"), parse_float=str)
    now = list(computed(path))
    found = [replay(then, one) for then, one in zip(stored, now, strict=True)]
    assert [one for one in found if not one.is_same] == []
    assert sum(one.numbers for one in found) > 50


if __name__ == "__main__":
    for case in GOLDEN:
        if case.parent.parent.name == __version__ and not case.with_suffix(".json").exists():
            text = json.dumps(list(computed(case)), ensure_ascii=False, indent=1)
            case.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
            sys.stdout.write(f"{case.with_suffix('.json')}\n")
