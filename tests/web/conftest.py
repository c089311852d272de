"""Pages run on SQLite alone: their words, forms and addresses do not hang on the database, and the services and reads
that they call are tested on both. On PostgreSQL each page is opened once all the same
(tests/server/test_reading_while_locked.py), and each form is sent by everybody (tests/security).
"""

from pathlib import Path

import pytest

# These pages read or write rows themselves, or two people write at once.
ON_BOTH = {"account", "test_entry_pages.py", "test_organisation_pages.py", "test_upload_pages.py"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """Leave out of the second run what is not named above."""
    if item.path.relative_to(Path(__file__).parent).parts[0] not in ON_BOTH:
        item.add_marker("one_database")
