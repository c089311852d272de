"""Questions that are asked with every keystroke, each spelled once a process.

Django puts a query together anew whenever it is asked; for a few rows that takes several times as long as the database
takes to answer. A prepared question keeps the statement that Django spelled, and fills in what is asked about.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet, Value

from thidua.core.errors import Fault

Row = TypeVar("Row", bound=Model)


class Asked(Value):
    """A value of a field that is only known when the question is asked, under the field's name or another."""

    def __init__(self, model: type[Model], field: str, name: str = "") -> None:
        super().__init__(name or field, output_field=model._meta.get_field(field))

    def as_sql(self, *_of: Any, **_more: Any) -> tuple[str, list[Any]]:
        """A placeholder, and itself in the place of the value."""
        return "%s", [self]

    def adapted(self, value: object) -> Any:
        """A value as the database takes it."""
        return self.output_field.get_db_prep_value(value, connection)


def asked_each(model: type[Model], field: str, count: int) -> list[Asked]:
    """So many values of one field; they are told as `numbered`."""
    return [Asked(model, field, str(place)) for place in range(count)]


def numbered(values: Iterable[object]) -> dict[str, object]:
    """The values of `asked_each`, in any order."""
    return {str(place): value for place, value in enumerate(values)}


class Prepared:
    """A question for some columns (`values_list`); what it is asked about stands as `Asked` in its query.

    It is spelled when it is first asked, for the database of the process.
    """

    def __init__(self, query: Callable[[], "QuerySet[Any, tuple[Any, ...]]"]) -> None:
        self._query = query

    def ask(self, **asked: object) -> list[Any]:
        """The rows, as tuples, for values by name. Raises Fault where these are not the values that it asks for."""
        try:
            spelled = self._spelled
        except EmptyResultSet:  # one of none is asked for: Django does not ask
            return []
        with connection.cursor() as cursor:
            cursor.execute(spelled.sql, spelled.filled(asked))
            return spelled.converted(cursor.fetchall())

    @cached_property
    def _spelled(self) -> "_Spelled":
        compiler = self._query().query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        return _Spelled(sql, tuple(params), compiler)


@dataclass(frozen=True, slots=True)
class _Spelled:
    sql: str
    params: tuple[Any, ...]
    compiler: Any

    def filled(self, asked: Mapping[str, object]) -> list[Any]:
        names = {one.value for one in self.params if isinstance(one, Asked)}
        if names != asked.keys():
            raise Fault(f"asks for {sorted(names)}, and is told {sorted(asked)}")
        return [one.adapted(asked[one.value]) if isinstance(one, Asked) else one for one in self.params]

    def converted(self, rows: list[Any]) -> list[Any]:
        converters = self.compiler.get_converters([column for column, _sql, _alias in self.compiler.select])
        return list(map(tuple, self.compiler.apply_converters(rows, converters))) if converters else rows


def columns_of(model: type[Model]) -> list[str]:
    """The names of all columns of a table."""
    return [field.attname for field in model._meta.concrete_fields]


def made_of(model: type[Row], rows: Iterable[Sequence[Any]]) -> list[Row]:
    """Objects out of all columns, as a query makes them."""
    names = columns_of(model)
    return [model.from_db(connection.alias, names, row) for row in rows]
