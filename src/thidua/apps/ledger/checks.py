"""The system check without which no server starts: the ledger's tables refuse what they must refuse."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from thidua.apps.ledger.guards import missing_guards
from thidua.words.language import Language
from thidua.words.say import say


@register(Tags.database)
def check_guards(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """An error for each database whose guards are missing; a warning while migrations wait, for they install them."""
    return [message for alias in databases or () for message in _check(connections[alias])]


def _check(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    missing = missing_guards(connection)
    if not missing:
        return []
    weight = checks.Warning if _is_waiting(connection) else checks.Error
    message, hint = (say(code, Language.VI, guards=missing) for code in ("ledger.unguarded", "ledger.unguarded_hint"))
    return [weight(message, hint=hint, id="ledger.E001")]


def _is_waiting(connection: BaseDatabaseWrapper) -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
