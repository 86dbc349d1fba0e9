"""The entities fit the demo's tables: columns, keys, joins, listed values."""

from __future__ import annotations

import duckdb

from metricdsl.model.catalog import Catalog
from tests.shipped_catalog.examples import columns


def test_every_column_is_there_and_every_table_is_used(
    catalog: Catalog, crm: duckdb.DuckDBPyConnection
) -> None:
    there = set(
        crm.execute(
            "SELECT 'crm.' || table_name, column_name FROM duckdb_columns() WHERE schema_name = 'crm'"
        ).fetchall()
    )
    asked = set()
    for name in catalog.entries.entities:
        entity = catalog.definitions.entity(name)
        asked |= {(entity.table, column) for column in columns(catalog, entity)}
    assert asked - there == set()
    assert {table for table, _ in there} == {table for table, _ in asked}


def test_keys_are_unique_and_never_null(catalog: Catalog, crm: duckdb.DuckDBPyConnection) -> None:
    for name in catalog.entries.entities:
        entity = catalog.definitions.entity(name)
        key = ", ".join(entity.key_columns())
        repeated = crm.execute(
            f"SELECT {key} FROM {entity.table} GROUP BY ALL HAVING count(*) > 1 OR bool_or(({key}) IS NULL)"
        ).fetchall()
        assert repeated == [], name


def test_joins_find_most_rows(catalog: Catalog, crm: duckdb.DuckDBPyConnection) -> None:
    """Of the rows that name another one, nearly all name one that is there."""
    for name in catalog.entries.entities:
        entity = catalog.definitions.entity(name)
        for join in entity.joins.values():
            if entity.table is None or len(join.columns) > 1:
                continue
            [(own, other)] = join.columns
            target = catalog.definitions.entity(join.target).table
            [(found,)] = crm.execute(
                f"SELECT avg(({own} IN (SELECT {other} FROM {target}))::INT) FROM {entity.table} "
                f"WHERE {own} IS NOT NULL"
            ).fetchall()
            assert found > 0.97, (name, join.name)


def test_listed_values_are_those_that_occur(catalog: Catalog, crm: duckdb.DuckDBPyConnection) -> None:
    for name, entry in catalog.entries.entities.items():
        for field, definition in entry.model.fields.items():
            if definition.values:
                column = definition.column or field
                rows = crm.execute(f"SELECT DISTINCT {column} FROM {entry.model.table}").fetchall()
                assert {v for (v,) in rows} - {None} == set(definition.values), (name, field)


def test_the_catalog_has_no_error_and_no_warning(catalog: Catalog) -> None:
    assert [str(d) for d in catalog.check()] == []
