"""An empty database of the server in a folder of its own, for what is measured with rows."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"


@contextmanager
def empty_database() -> Iterator[Path]:
    """Django set up over a migrated file of SQLite, with the cases of the tests at hand; once a process.

    Models can be read from here on only. Gives the folder, which is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "thidua.config.settings.test",
            "DATABASE_URL": f"sqlite:///{folder}/season.db",
        }
        sys.path.insert(0, str(TESTS))
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        yield Path(folder)
