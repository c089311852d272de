"""The wheel is whole: every file of the source is in it, and the server runs from it and from nothing else."""

import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from server_process import environment, free_port

ROOT = Path(__file__).parents[2]
MADE = ("__pycache__", ".pyc")  # by Python, not by us


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, as an installation has it."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("thidua-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_every_file_of_the_source_is_in_it(unpacked: Path) -> None:
    source = ROOT / "src"
    files = {path.relative_to(source) for path in (source / "thidua").rglob("*") if path.is_file()}
    ours = {path for path in files if not any(part.endswith(MADE) for part in path.parts)}
    assert {path for path in ours if not (unpacked / path).is_file()} == set()


@pytest.mark.usefixtures("loopback")
def test_the_server_runs_from_it(unpacked: Path, tmp_path: Path) -> None:
    port, environ = free_port(), environment(PYTHONPATH=str(unpacked))
    where = subprocess.run(
        [sys.executable, "-c", "import thidua; print(thidua.__file__)"], env=environ, check=True, capture_output=True
    )
    assert where.stdout.decode().startswith(str(unpacked))
    words = [sys.executable, "-m", "thidua.cli.main", "serve", "--port", str(port), "--data", str(tmp_path / "data")]
    with subprocess.Popen(words, env=environ, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        assert server.stdout.readline() == f"Thi đua: http://127.0.0.1:{port}/\n"
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=40) == 0
    assert list((tmp_path / "data" / "static").rglob("*.css"))
