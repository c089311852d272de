"""Files, scores and ballots run where no server is installed: no Django, no web server, no cryptography library."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster10-2024"
SERVERS_OWN = ("django", "granian", "whitenoise", "allauth", "psycopg", "cryptography", "thidua.apps", "thidua.web")


def loaded_by(script: str) -> list[str]:
    """Which of the server's libraries a fresh process has loaded after the script."""
    tell = f"import sys; print('-', *(name for name in {SERVERS_OWN} if name in sys.modules), file=sys.stderr)"
    words = [sys.executable, "-c", f"{script}\n{tell}"]
    done = subprocess.run(words, check=True, capture_output=True, encoding="utf-8")
    return done.stderr.splitlines()[-1].split()


@pytest.mark.parametrize("words", [["score", str(EXAMPLE)], ["explain", str(EXAMPLE), "long-an", "I.2.1.b"]])
def test_a_score_needs_no_server(words: list[str]) -> None:
    assert loaded_by(f"from thidua.cli.main import main; main({words})") == ["-"]


@pytest.mark.parametrize("command", ["score", "serve", "tls"])
def test_help_loads_nothing(command: str) -> None:
    script = f"from thidua.cli.main import main\ntry: main(['{command}', '--help'])\nexcept SystemExit: pass"
    assert loaded_by(script) == ["-"]


def test_the_core_needs_no_server() -> None:
    walk = "import pkgutil, importlib, thidua.core as core\n"
    walk += "[importlib.import_module(found.name) for found in pkgutil.walk_packages(core.__path__, 'thidua.core.')]"
    assert loaded_by(walk) == ["-"]
