"""A question to the database about itself: the columns of an entity, without any row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from metricdsl.functions.forms import whole
from metricdsl.model.scalars import Environment
from metricdsl.plan.periods import as_of_day
from metricdsl.render.dialects import forms_of
from metricdsl.render.select import to_sql
from metricdsl.render.sources import source
from metricdsl.render.statement import Statement

if TYPE_CHECKING:
    from metricdsl.model.definitions import Definitions


def columns_query(definitions: Definitions, entity: str, dialect: str) -> str:
    """The SQL that yields an entity's columns with their types, and no row."""
    forms = forms_of(dialect)(definitions.calendar)
    statement = Statement(Environment(definitions), forms, as_of_day(None, definitions.calendar))
    query = exp.Select(expressions=[exp.Star()])
    query = query.from_(source(statement, definitions.entity(entity), entity))
    query.set("limit", exp.Limit(expression=whole(0)))
    return to_sql(statement.finished(query), dialect)


def instants(definitions: Definitions, entity: str) -> dict[str, str]:
    """The entity's stored timestamps: fields by their columns."""
    fields = definitions.entity(entity).fields.values()
    return {
        f.column: f.name
        for f in fields
        if f.type is not None and f.type.kind == "timestamp" and not f.expression
    }
