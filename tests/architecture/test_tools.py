"""Lint, format, types and import layers: each part of `make check` passes, so `make test` covers them all."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKS = ("check-lint", "check-format", "check-types", "check-imports")


@pytest.mark.parametrize("check", CHECKS)
def test_the_tree_passes(check: str) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL"}}
    done = subprocess.run(
        ["make", "--silent", check], cwd=ROOT, env=environment, check=False, capture_output=True, encoding="utf-8"
    )
    if done.returncode != 0:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def test_make_check_has_no_part_that_is_not_tested() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    prerequisites = re.search(r"^check: setup ([^#\n]*)##", makefile, re.MULTILINE)
    assert prerequisites is not None
    assert tuple(prerequisites[1].split()) == CHECKS
