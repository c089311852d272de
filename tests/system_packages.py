"""Tests that need a system package: `@pytest.mark.system("poppler-utils")`.

The packages stand in `.ci/system-packages.txt`, each with the command that proves it. Where one is missing, its
tests are skipped and the end of the run says so in plain sight; in CI, where root can install it, they fail.
"""

import os
import shutil
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pytest

LIST = Path(__file__).parents[1] / ".ci" / "system-packages.txt"
PROPERTY = "missing system package"


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A Debian package, the command that proves that it is there, and why tests need it."""

    name: str
    command: str
    reason: str

    def is_installed(self) -> bool:
        """Whether the proving command is on the path."""
        return shutil.which(self.command) is not None


class Verdict(Enum):
    """What becomes of a test whose package is missing."""

    SKIP = "skip"
    FAIL = "fail"


def read_packages(text: str) -> dict[str, SystemPackage]:
    """Reads the list: a package, its command and the reason on each line that is neither empty nor a comment."""
    rows = (line.split(maxsplit=2) for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {name: SystemPackage(name, command, reason) for name, command, reason in rows}


def judge_missing(*, in_ci: bool, is_root: bool) -> Verdict:
    """CI as root could have installed the package, so its absence is a fault there; elsewhere it is a skip."""
    return Verdict.FAIL if in_ci and is_root else Verdict.SKIP


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("system_packages", "file that lists the system packages of the tests", default=str(LIST))


def pytest_runtest_setup(item: pytest.Item) -> None:
    names = [name for marker in item.iter_markers("system") for name in marker.args]
    if not names:
        return
    known = read_packages(Path(item.config.getini("system_packages")).read_text(encoding="utf-8"))
    if unknown := sorted(set(names) - set(known)):
        pytest.fail(f"not in .ci/system-packages.txt: {', '.join(unknown)}", pytrace=False)
    missing = [known[name] for name in names if not known[name].is_installed()]
    if missing:
        _refuse(item, missing)


def _refuse(item: pytest.Item, missing: list[SystemPackage]) -> None:
    packages = ", ".join(package.name for package in missing)
    in_ci = os.environ.get("CI") == "true"
    if judge_missing(in_ci=in_ci, is_root=os.geteuid() == 0) is Verdict.FAIL:
        pytest.fail(f"system package missing: {packages} (make system installs it)", pytrace=False)
    item.user_properties.append((PROPERTY, packages))
    pytest.skip(f"system package missing: {packages}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names every group of tests that did not run for want of a package, and how to get it."""
    groups = Counter(
        (value, report.nodeid.split("::")[0])
        for report in terminalreporter.getreports("skipped")
        for key, value in report.user_properties
        if key == PROPERTY
    )
    if not groups:
        return
    terminalreporter.section("NOT TESTED: system packages are missing", sep="!", red=True, bold=True)
    for (packages, file), count in sorted(groups.items()):
        terminalreporter.line(f"{packages}: {count} tests of {file} did not run", red=True)
    terminalreporter.line("Install what is missing:  sudo make system", red=True, bold=True)
