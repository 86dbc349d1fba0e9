"""Runs the examples that stand beside definitions: rows in, value out, on DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb

from metricdsl.catalog.examples import Example
from metricdsl.model.catalog import Catalog
from metricdsl.model.definitions import EntityDefinition

TODAY = date(2025, 12, 31)  # for examples that say no other
TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "money": "DECIMAL(18, 2)",
    "percent": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "duration": "DOUBLE",
}


def examples(catalog: Catalog) -> Iterator[tuple[str, Example]]:
    for name, entry in catalog.entries.metrics.items():
        for example in entry.model.tests:
            yield name, example


def answer(catalog: Catalog, metric: str, example: Example) -> Any:
    """What comes out: one value, or rows as maps when the example expects rows."""
    connection = duckdb.connect()
    _make_tables(connection, catalog)
    for name, rows in example.given.items():
        entity = catalog.definitions.entity(name)
        for row in rows:
            _insert(connection, entity, row)
    sql = catalog.sql(
        example.asked(metric), as_of=date.fromisoformat(str(example.as_of)) if example.as_of else TODAY
    )
    found = connection.execute(sql)
    names = [column[0] for column in found.description]
    rows_out = [dict(zip(names, map(plain, row), strict=True)) for row in found.fetchall()]
    if isinstance(example.expect, tuple):
        return rows_out
    assert len(rows_out) == 1
    return rows_out[0][names[-1]]


def plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()[:10]
    return float(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else value


def _make_tables(connection: duckdb.DuckDBPyConnection, catalog: Catalog) -> None:
    connection.execute("CREATE SCHEMA crm")
    tables: dict[str, dict[str, str]] = {}
    for name in catalog.entries.entities:
        entity = catalog.definitions.entity(name)
        assert entity.table
        tables.setdefault(entity.table, {}).update(columns(catalog, entity))
    for table, types in tables.items():
        connection.execute(f"CREATE TABLE {table} ({', '.join(f'{c} {t}' for c, t in types.items())})")


def columns(catalog: Catalog, entity: EntityDefinition) -> dict[str, str]:
    stored = {f.column: TYPES[f.type.kind] for f in entity.fields.values() if f.type and not f.expression}
    for join in entity.joins.values():
        target = {f.column: f.type for f in catalog.definitions.entity(join.target).fields.values()}
        for own, other in join.columns:
            stored.setdefault(own, TYPES[target[other].kind])  # type: ignore[union-attr]
    return stored


def _insert(connection: duckdb.DuckDBPyConnection, entity: EntityDefinition, row: dict[str, Any]) -> None:
    names = [entity.fields[n].column if n in entity.fields else n for n in row]
    marks = ", ".join("?" for _ in names)
    values = [None if v is None else str(v) for v in row.values()]
    connection.execute(f"INSERT INTO {entity.table} ({', '.join(names)}) VALUES ({marks})", values)
