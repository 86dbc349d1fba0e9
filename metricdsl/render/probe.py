"""A question to the database about itself: the columns of an entity, without any row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlglot import exp

from metricdsl.errors import MetricError
from metricdsl.functions.forms import E, column, when, whole
from metricdsl.model.environment import Environment
from metricdsl.plan.periods import as_of_day
from metricdsl.render.dialects import forms_of
from metricdsl.render.select import to_sql
from metricdsl.render.sources import source
from metricdsl.render.statement import Statement, named
from metricdsl.types import Kind

if TYPE_CHECKING:
    from metricdsl.model.definitions import Definitions, FieldDefinition


def columns_query(
    definitions: Definitions, entity: str, dialect: str, columns: Sequence[str] | None = None
) -> str:
    """The SQL that yields an entity's columns, or some of them, with their types, and no row."""
    statement = _statement(definitions, dialect)
    chosen: list[E] = [exp.Star()] if columns is None else [column(name, entity) for name in columns]
    query = exp.Select(expressions=chosen).from_(source(statement, definitions.entity(entity), entity))
    query.set("limit", exp.Limit(expression=whole(0)))
    return to_sql(statement.forms.finished(statement.finished(query)), dialect)


def misfits_query(
    definitions: Definitions, entity: str, dialect: str, kinds: Mapping[str, tuple[str, Kind]]
) -> str | None:
    """The SQL that tells in one row under each name whether any value of its column is not of a kind: 1, 0 or null.

    None for engines whose columns have types, where no value can be of another.
    """
    statement = _statement(definitions, dialect)
    tests: list[E] = []
    for name, (stored, kind) in kinds.items():
        misfit = statement.forms.misfit(column(stored, entity), kind)
        if misfit is not None:
            tests.append(named(exp.Max(this=when(misfit, whole(1), whole(0))), name))
    if not tests:
        return None
    query = exp.Select(expressions=tests).from_(source(statement, definitions.entity(entity), entity))
    return to_sql(statement.forms.finished(statement.finished(query)), dialect)


def stored_fields(definitions: Definitions, entity: str) -> list[FieldDefinition]:
    """The fields that are columns, with the types that the catalog says."""
    fields = definitions.entity(entity).fields.values()
    return [f for f in fields if f.type is not None and f.expression is None and f.unmapped is None]


def open_fields(definitions: Definitions, entity: str) -> dict[str, FieldDefinition]:
    """The columns of which the catalog does not say the type, each with the field that it is.

    They are an entity's own keys and times and, before them, the keys that its joins lead to.
    """
    here = definitions.entity(entity)
    found: dict[str, FieldDefinition] = {}
    for join in (j for j in here.joins.values() if j.unmapped is None):
        with suppress(MetricError):  # a broken entity is reported where it is used
            fields = definitions.entity(join.target).fields.values()
            found |= {
                own: f for own, other in join.columns for f in fields if f.assumed and f.column == other
            }
    return found | {f.column: f for f in here.fields.values() if f.assumed and f.unmapped is None}


def _statement(definitions: Definitions, dialect: str) -> Statement:
    forms = forms_of(dialect)(definitions.calendar)
    return Statement(Environment(definitions), forms, as_of_day(None, definitions.calendar))
