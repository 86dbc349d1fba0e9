"""The tables of a test in an empty DuckDB: one for each entity, most of them without rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlglot import exp
from sqlglot.errors import SqlglotError

from metricdsl.errors import Diagnostic, MetricError, did_you_mean
from metricdsl.model.catalog import Catalog
from metricdsl.model.definitions import EntityDefinition
from metricdsl.testing.columns import Column, columns
from metricdsl.testing.given import Given, values, written

if TYPE_CHECKING:
    import duckdb

TYPES = {
    "text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "percent": "DOUBLE", "duration": "DOUBLE",
    "boolean": "BOOLEAN", "date": "DATE", "timestamp": "TIMESTAMP",
}  # fmt: skip
GIVEN = "rows of the test"


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be made. `rows` are by column."""

    name: exp.Table
    columns: Mapping[str, Column]
    rows: list[dict[str, Any]]


def fill(connection: duckdb.DuckDBPyConnection, catalog: Catalog, given: Given) -> Catalog:
    """Make the tables that a test needs, and give the catalog that reads them.

    It is another one where rows are given of an entity that is a query: they stand for its answer.
    Raises MetricError for rows that do not fit.
    """
    _known(catalog, given)
    queries = [name for name in given.example.given if _entity_is_query(catalog, name)]
    if queries:
        catalog = Catalog(catalog.entries)
        for name in queries:
            stand_in = exp.table_(name, db=GIVEN, quoted=True).sql("duckdb")
            query = catalog.definitions.entity(name)
            catalog.definitions.substitute(replace(query, table=stand_in, sql=None))
    for table in _tables(catalog, given):
        _make(connection, table)
    return catalog


def _entity_is_query(catalog: Catalog, name: str) -> bool:
    return name in catalog.entries.entities and catalog.definitions.entity(name).table is None


def _known(catalog: Catalog, given: Given) -> None:
    known = (*catalog.entries.entities, *catalog.entries.calendars)
    problems = [
        Diagnostic(
            "unknown-entity", f"the catalog has no entity '{name}'", given.place(name),
            did_you_mean(name, known) or (f"the entities are {', '.join(known)}",),
        )
        for name in given.example.given
        if name not in known
    ]  # fmt: skip
    if problems:
        raise MetricError(*problems)


def _tables(catalog: Catalog, given: Given) -> Iterable[Table]:
    """All tables; entities that read the same one share its columns."""
    entities = catalog.definitions.usable_entities()
    for name in given.example.given:
        if name in catalog.entries.entities:
            entities[name] = catalog.definitions.entity(name)  # raises where it is broken
    texts = {place: cells for e in entities.values() for place, cells in written(given, e).items()}
    needed = columns(entities, texts)
    made: dict[str, tuple[str, Table]] = {}
    for name, entity in entities.items():
        if entity.table is None:
            continue
        table = Table(_name(entity), needed[name], [])
        first, shared = made.setdefault(table.name.sql("duckdb").lower(), (name, table))
        made[table.name.sql("duckdb").lower()] = (first, _merged(shared, table))
        if name in given.example.given:
            _add(made, entity, given, needed[name])
    yield from (table for _, table in made.values())
    yield from _calendars(catalog, given)


def _add(
    made: dict[str, tuple[str, Table]], entity: EntityDefinition, given: Given, own: Mapping[str, Column]
) -> None:
    first, table = made[_name(entity).sql("duckdb").lower()]
    if table.rows:
        message = f"{first} and {entity.name} read the same table"
        raise MetricError(
            Diagnostic("one-table", message, given.place(entity.name), ("give the rows of one of them",))
        )
    table.rows.extend(values(given, entity, own))


def _merged(one: Table, other: Table) -> Table:
    return Table(one.name, {**other.columns, **one.columns}, one.rows)


def _name(entity: EntityDefinition) -> exp.Table:
    assert entity.table is not None
    try:
        return exp.to_table(entity.table, dialect="duckdb")
    except SqlglotError:
        message = f"'{entity.table}' cannot be read as the name of a table"
        raise MetricError(Diagnostic("bad-table", message, entity.span)) from None


def _calendars(catalog: Catalog, given: Given) -> Iterable[Table]:
    """A calendar has a day and the first days of its periods."""
    for name, entry in catalog.entries.calendars.items():
        calendar = entry.model
        if calendar.table is None:
            continue
        days = {c: Column(c, "date") for c in (calendar.date, *calendar.grains.values())}
        stand_in = EntityDefinition(name, calendar.table, None, (), None, None, None, {}, {}, entry.span)
        rows = []
        if name in given.example.given:
            rows = _days(given, name, days)
        yield Table(_name(stand_in), days, rows)


def _days(given: Given, name: str, days: Mapping[str, Column]) -> list[dict[str, Any]]:
    from metricdsl.model.definitions import FieldDefinition
    from metricdsl.types import ValueType

    span = given.place(name)
    fields = {
        c: FieldDefinition(c, name, c, ValueType("date"), None, "UTC", None, span) for c in days
    }  # the same reading as for an entity
    return values(given, EntityDefinition(name, "", None, (), None, None, None, fields, {}, span), days)


# --- SQL ----------------------------------------------------------------------------------------------


def _make(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    name = table.name
    if name.catalog:
        attached = exp.to_identifier(name.catalog, quoted=True).sql("duckdb")
        connection.execute(f"ATTACH IF NOT EXISTS ':memory:' AS {attached}")
    if name.db:
        schema = exp.Create(this=exp.Table(this=_quoted(name.db), db=None), kind="SCHEMA", exists=True)
        if name.catalog:
            schema.this.set("db", _quoted(name.catalog))
        connection.execute(schema.sql("duckdb"))
    definitions = [
        exp.ColumnDef(this=_quoted(c.name), kind=exp.DataType.build(_type(c, table.rows), dialect="duckdb"))
        for c in table.columns.values()
    ]
    definitions = definitions or [exp.ColumnDef(this=_quoted("no columns"), kind=exp.DataType.build("INT"))]
    target = exp.Schema(this=_plain(name), expressions=definitions)
    connection.execute(exp.Create(this=target, kind="TABLE").sql("duckdb"))
    for row in table.rows:
        _insert(connection, name, row)


def _insert(connection: duckdb.DuckDBPyConnection, name: exp.Table, row: Mapping[str, Any]) -> None:
    if not row:
        connection.execute(f"INSERT INTO {_plain(name).sql('duckdb')} DEFAULT VALUES")
        return
    into = exp.Schema(this=_plain(name), expressions=[_quoted(column) for column in row])
    marks = exp.Values(expressions=[exp.Tuple(expressions=[exp.Placeholder() for _ in row])])
    connection.execute(exp.Insert(this=into, expression=marks).sql("duckdb"), list(row.values()))


def _plain(name: exp.Table) -> exp.Table:
    """The same table with every part quoted."""
    return exp.table_(name.name, db=name.db or None, catalog=name.catalog or None, quoted=True)


def _quoted(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=True)


def _type(column: Column, rows: Iterable[Mapping[str, Any]]) -> str:
    """Money keeps the digits that are written, two at least, so that nothing is rounded on its way in."""
    if column.kind == "timestamp" and column.stored_in == "instant":
        return "TIMESTAMPTZ"
    if column.kind != "money":
        return TYPES.get(column.kind, "VARCHAR")
    digits = [-int(v.as_tuple().exponent) for row in rows if isinstance(v := row.get(column.name), Decimal)]
    return f"DECIMAL(18, {min(max([2, *digits]), 9)})"
