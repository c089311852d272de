"""In apps and pages a row changes through a recording and in no other way; the ledger's own app is the exception.

Read off the syntax tree: a call that writes rows is allowed on the name that `with recording(…) as name` gave, on a
parameter that is declared to be a `Recording`, or with one of these as an argument. That the rows written so have
their entry is watched while tests run (`tests/write_watch.py`).
"""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import CASCADE

import thidua

SOURCE = Path(thidua.__file__).parent
WRITES = {
    "abulk_create", "abulk_update", "acreate", "adelete", "aget_or_create", "asave", "aupdate", "aupdate_or_create",
    "bulk_create", "bulk_update", "create", "delete", "delete_many", "get_or_create", "save", "save_many", "update",
    "update_or_create",
}  # fmt: skip
# Calls of these names that write no row of the movement, each with its reason: (file, pattern of what is called). A
# line that is no longer needed fails.
ALLOWED: dict[tuple[str, str], str] = {
    ("apps/access/attempts.py", "*"): "counts of failed sign-ins are forgotten after a while",
    (
        "apps/notices/services/*",
        "*",
    ): "notices are made of entries, and what somebody has read is no fact of the movement",
    ("apps/access/models.py", "super().save"): "what `record.save` ends in",
    ("apps/access/services/identities.py", "identity.save"): "allauth's link to an outside login, inside a recording",
    (
        "apps/access/services/second_step.py",
        "*",
    ): "allauth's keys of a second step, inside a recording that tells of them",
    ("web/account/*", "UserSession.*"): "which browsers are signed in, forgotten when they leave",
    ("web/account/views/own.py", "request.session.save"): "the session itself",
}


def source_files() -> list[Path]:
    files = [path for area in ("apps", "web", "cli") for path in sorted((SOURCE / area).rglob("*.py"))]
    return [path for path in files if "migrations" not in path.parts and not is_ledger(path)]


def is_ledger(path: Path) -> bool:
    return path.parent == SOURCE / "apps" / "ledger"


def writes_of(source: str) -> Iterator[str]:
    """What writes rows in one module on anything else than a recording."""
    tree = ast.parse(source)
    recordings = set(recording_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            receiver = ast.unparse(node.func.value)
            if not recordings & {receiver, *map(ast.unparse, node.args)}:
                yield f"{receiver}.{node.func.attr}"


def recording_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.withitem) and isinstance(node.optional_vars, ast.Name):
            call = node.context_expr
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "recording":
                yield node.optional_vars.id
        if isinstance(node, ast.arg) and node.annotation is not None and ast.unparse(node.annotation) == "Recording":
            yield node.arg


def test_rows_change_only_in_recordings() -> None:
    unused = set(ALLOWED)
    for path in source_files():
        name = path.relative_to(SOURCE).as_posix()
        for write in writes_of(path.read_text(encoding="utf-8")):
            fitting = {(file, what) for file, what in ALLOWED if fnmatch(name, file) and fnmatch(write, what)}
            assert fitting, (name, write)
            unused -= fitting
    assert unused == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("with recording(EVENT, by=author) as record:\n    record.save(row)", []),
        ("def keep(record: Recording, row: Row) -> None:\n    record.delete(row)", []),
        ("with recording(EVENT, by=author) as record:\n    change.save(record, basis)", []),
        ("row.save()", ["row.save"]),
        ("with transaction.atomic() as record:\n    record.save(row)", ["record.save"]),
        ("Unit.objects.filter(pk=1).update(name='x')", ["Unit.objects.filter(pk=1).update"]),
        ("Unit.objects.bulk_create(rows)", ["Unit.objects.bulk_create"]),
    ],
)
def test_the_reading_of_a_module(source: str, found: list[str]) -> None:
    assert list(writes_of(source)) == found


def test_no_row_goes_because_another_goes() -> None:
    cascading = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("thidua.")
        for field in model._meta.concrete_fields
        if field.remote_field is not None and field.remote_field.on_delete is CASCADE
    ]
    assert cascading == []


def test_no_recorded_table_has_a_silent_companion() -> None:
    """Rows of an automatic table between two models have no recording."""
    between = [model._meta.label for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
    assert [label for label in between if not label.startswith("auth.")] == []
