"""The demonstration for every test of a module: loaded once, in a transaction around theirs. Whatever a test writes is
undone after it, as ever. Every test of such a module begins with these rows, so it asks for nothing else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytest_django import DjangoDbBlocker

from databases import assert_ledger_is_whole
from thidua.apps.demo.script import Script
from write_watch import WATCH

DEMO = Path(__file__).parents[1] / "examples" / "demo"
AT = datetime(2024, 11, 23, 14, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))  # the afternoon of its conference


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Script]:
    """What its folder says; its rows are there."""
    from thidua.apps.demo.loading import load_demo

    WATCH.done.clear()
    with django_db_blocker.unblock(), _around_tests():
        script, _ = load_demo(DEMO, at=AT)
        assert_ledger_is_whole()
        yield script


@contextmanager
def _around_tests() -> Iterator[None]:
    """A transaction that counts as a test's own: what the product opens within it is the product's."""
    from django.db import transaction

    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)
