"""No GET writes: while another connection holds the write lock, every page is there and waits for nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.pages import PAGES
from own_database import own_database
from server_process import environment

pytestmark = pytest.mark.rows
PROGRAM = Path(__file__).parents[1] / "locked_pages.py"


def test_every_page_answers_while_somebody_writes(tmp_path: Path) -> None:
    with own_database(tmp_path) as address:
        environ = environment(DATABASE_URL=address, DJANGO_SETTINGS_MODULE="thidua.config.settings.test")
        done = subprocess.run(
            [sys.executable, PROGRAM], env=environ, check=False, capture_output=True, encoding="utf-8", timeout=300
        )
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [page["name"] for page in found] == [page.name for page in PAGES if not page.typed]
    assert [page for page in found if page["found"] != page["expected"]] == []
