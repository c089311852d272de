"""Dependencies: each has its reason, and both locks hold the same files of the public index."""

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OURS = "thidua"


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=\[; ]", requirement)[0] for requirement in requirements}


def runtime_libraries() -> set[str]:
    return names_of(read_toml("pyproject.toml")["project"]["dependencies"])


def all_libraries() -> set[str]:
    project = read_toml("pyproject.toml")
    extras = [library for extra in project["project"]["optional-dependencies"].values() for library in extra]
    return runtime_libraries() | names_of([*extras, *project["dependency-groups"]["dev"]])


def locked_packages() -> list[dict[str, Any]]:
    return [package for package in read_toml("uv.lock")["package"] if package["name"] != OURS]


def files_of(package: dict[str, Any]) -> list[dict[str, str]]:
    return [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]


def exported_hashes() -> dict[tuple[str, str], set[str]]:
    """Library and version → the hashes that requirements.lock accepts."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.findall(r"^([\w.-]+)==(\S+)[^\n]*\n((?: +--hash=\S+[ \\]*\n)+)", text, re.MULTILINE)
    return {(name, version): set(re.findall(r"--hash=(\S+)", hashes)) for name, version, hashes in blocks}


def test_every_library_has_its_line_of_reason() -> None:
    page = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    reasons = re.findall(r"^\| `([\w-]+)` \| \S.+ \|$", page, re.MULTILINE)
    assert sorted(reasons) == sorted(all_libraries())


def test_the_lock_covers_every_library_asked_for() -> None:
    assert all_libraries() - {name for name, _ in exported_hashes()} == set()


def test_both_locks_hold_the_same_files() -> None:
    locked = {
        (package["name"], package["version"]): {file["hash"] for file in files_of(package)}
        for package in locked_packages()
    }
    assert exported_hashes() == locked


def test_the_lock_names_the_public_index_only() -> None:
    hosts = re.findall(r'"((?:https?|file)://[^/"]*)', (ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert set(hosts) == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_every_runtime_library_has_a_wheel_for_windows() -> None:
    """The README says that the command can be carried to Windows."""
    wheels = {package["name"]: " ".join(file["url"] for file in files_of(package)) for package in locked_packages()}
    without = [name for name in sorted(runtime_libraries()) if not re.search(r"win_amd64|none-any", wheels[name])]
    assert without == []
