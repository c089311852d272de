"""The throw-away PostgreSQL of the tests: it ends with its command's exit code and leaves nothing behind."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "postgres.sh"
pytestmark = pytest.mark.system("postgresql")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the database's files go: everybody may pass through, as in /tmp, since the database is another user's."""
    for each in (tmp_path, *tmp_path.parents):
        if each.owner() == tmp_path.owner() and each.name.startswith(("test_", "popen-", "pytest-")):
            each.chmod(0o755)
    return tmp_path


def start(folder: Path, script: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "TMPDIR": str(folder), "FSYNC": "off"}
    return subprocess.Popen(
        ["sh", TOOL, "sh", "-c", script],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def test_the_command_gets_an_address_and_its_exit_code_comes_back(folder: Path) -> None:
    tool = start(folder, 'echo "$DATABASE_URL"; exit 7')
    output, errors = tool.communicate(timeout=60)
    assert (tool.returncode, errors) == (7, "")
    assert output.startswith("postgres://thidua:")
    assert list(folder.iterdir()) == []


def test_an_interrupt_stops_the_database_and_leaves_nothing(folder: Path) -> None:
    with start(folder, "echo ready; exec sleep 60") as tool:
        assert tool.stdout is not None
        assert tool.stdout.readline() == "ready\n"
        (place,) = folder.iterdir()
        database = int((place / "data" / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
        os.killpg(tool.pid, signal.SIGINT)
        assert tool.wait(timeout=60) == 130
    assert list(folder.iterdir()) == []
    assert not is_running(database)


def is_running(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


def test_without_postgresql_the_tool_says_so_and_ends_with_3(tmp_path: Path) -> None:
    for name in ("sh", "id", "grep", "dirname", "readlink"):
        (tmp_path / name).symlink_to(Path("/usr/bin") / name)
    text = TOOL.read_text(encoding="utf-8").replace("/usr/lib/postgresql/*/bin", f"{tmp_path}/none/*/bin")
    done = subprocess.run(
        ["/bin/sh", "-c", text], env={"PATH": str(tmp_path)}, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 3
    assert "NOT TESTED ON PostgreSQL: the package postgresql is missing" in done.stderr
