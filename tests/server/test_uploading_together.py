"""Two files of one unit at the same moment: one is taken in whole, the other is told why not; nothing is mixed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from own_database import own_database
from server_process import environment
from thidua.words.language import Language
from thidua.words.say import say

pytestmark = [pytest.mark.rows]
LOAD = Path(__file__).parents[1] / "uploading_load.py"
TIMES, LINES = 3, 40


def test_of_two_files_at_once_one_is_taken_in_whole_and_the_other_is_told(tmp_path: Path) -> None:
    with own_database(tmp_path) as address:
        surroundings = environment(DATABASE_URL=address, DJANGO_SETTINGS_MODULE="thidua.config.settings.test")
        run = subprocess.run(
            [sys.executable, LOAD, str(TIMES)], env=surroundings, capture_output=True, encoding="utf-8", check=False
        )
    assert run.returncode == 0, run.stderr
    rounds = [json.loads(text) for text in run.stdout.splitlines()]
    assert len(rounds) == TIMES
    meanwhile = say("reporting.written_meanwhile", Language.VI)
    for number, found in enumerate(rounds, start=1):
        taken = [value for value, (status, _html) in found["told"].items() if status == 302]
        refused = [(status, meanwhile in html) for status, html in found["told"].values() if status != 302]
        assert (len(taken), refused) == (1, [(400, True)])
        assert found["figures"] == taken * LINES
        assert found["written"] == number * LINES
        assert found["problems"] == []
