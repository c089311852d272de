"""What the application's role may do on PostgreSQL: less than the triggers already refuse, so that nobody who holds its
password can take the triggers away. The role owns no table; another one migrates.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from thidua.apps.ledger.models import Chain, Disclosure, Entry, EntryRow

_RIGHTS = {
    Entry: "SELECT, INSERT",
    EntryRow: "SELECT, INSERT",
    Disclosure: "SELECT, INSERT, DELETE",  # erasure
    Chain: "SELECT, INSERT, UPDATE",  # the head moves
}
_ALL = "SELECT, INSERT, UPDATE, DELETE"


def grant_statements(role: str) -> Iterator[str]:
    """SQL for the owner of the tables to run, after each migration."""
    name = connection.ops.quote_name(role)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name};"
    yield f"GRANT USAGE ON SCHEMA public TO {name};"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name};"
    for model in apps.get_models(include_auto_created=True):
        table = connection.ops.quote_name(model._meta.db_table)
        yield f"GRANT {_RIGHTS.get(model, _ALL)} ON {table} TO {name};"
    yield f"GRANT SELECT ON django_migrations TO {name};"
