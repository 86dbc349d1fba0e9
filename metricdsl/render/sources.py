"""What stands behind FROM: an entity's table or its query, and the tables of calendars."""

from __future__ import annotations

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from metricdsl.errors import fail
from metricdsl.functions.forms import RESERVED, E, identifier
from metricdsl.model.definitions import EntityDefinition
from metricdsl.render.statement import Statement


def source(statement: Statement, entity: EntityDefinition, alias: str) -> E:
    """An entity's rows under an alias: its table, or its query as a part of the statement."""
    if entity.name in statement.environment.definitions.entries.entities:
        statement.read.add(entity.name)
    if entity.table is not None:
        found = _table(statement, entity)
    else:
        assert entity.sql is not None
        part = statement.made(("sql", entity.name))
        if part is None:
            query = _query(statement, entity.sql, entity)
            part = statement.add(f"{entity.name}_rows", query, f"{entity.name}, as the catalog selects them",
                                 key=("sql", entity.name))  # fmt: skip
        found = exp.Table(this=identifier(part))
    if found.name != alias or isinstance(found.this, exp.Func):
        found.set("alias", exp.TableAlias(this=identifier(alias)))
    return found


def _table(statement: Statement, entity: EntityDefinition) -> exp.Table:
    assert entity.table is not None
    try:
        found = exp.to_table(entity.table, dialect=statement.forms.dialect)
        for part in found.parts:
            if part.name.lower() in RESERVED:
                part.set("quoted", True)
        return found
    except SqlglotError:
        raise fail(
            "bad-table", f"'{entity.table}' cannot be read as the name of a table", entity.span,
            "write it as schema.table, and a part with blanks in double quotes",
        ) from None  # fmt: skip


def _query(statement: Statement, text: str, entity: EntityDefinition) -> exp.Query:
    try:
        parsed = sqlglot.parse(text, read=statement.forms.dialect)
    except SqlglotError as error:
        first = str(error).splitlines()[0]
        raise fail("bad-sql", f"the SQL of {entity.name} cannot be read: {first}", entity.span) from None
    if len(parsed) != 1 or not isinstance(parsed[0], exp.Query):
        raise fail("bad-sql", f"the SQL of {entity.name} must be one SELECT", entity.span)
    return parsed[0]


def calendar_of(statement: Statement, grain: str) -> tuple[exp.Table, str, str]:
    """The table of a custom grain's calendar, its date column and the column with the periods' first days."""
    entries = statement.environment.definitions.entries
    for name, entry in entries.calendars.items():
        model = entry.model
        if grain in model.grains:
            definition = EntityDefinition(
                f"{name}_calendar", model.table, model.sql, (), None, None, None, {}, {}, entry.span
            )
            found = source(statement, definition, f"{name}_calendar")
            assert isinstance(found, exp.Table)
            return found, model.date, model.grains[grain]
    raise AssertionError(grain)
