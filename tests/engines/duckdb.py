"""DuckDB, in memory. Its settings are the unkind ones, so that no answer can lean on a default."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.engines import Table, Unavailable, create, insert, quoted, schemas

NAME = "DuckDB"
DIALECT = "duckdb"

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
    "timestamptz": "TIMESTAMPTZ",
}


def connect() -> Any:
    try:
        import duckdb
    except ImportError as missing:
        raise Unavailable("the package duckdb is not installed") from missing
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'America/St_Johns'")
    connection.execute("SET default_null_order = 'nulls_first'")
    return connection


def load(connection: Any, tables: Sequence[Table]) -> None:
    for schema, name in connection.execute(
        "SELECT table_schema, table_name FROM information_schema.tables"
    ).fetchall():
        connection.execute(f"DROP TABLE {quoted(schema)}.{quoted(name)}")
    for schema in schemas(tables):
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {quoted(schema)}")
    for table in tables:
        connection.execute(create(table, TYPES))
        if table.rows:
            connection.executemany(insert(table, "?"), [list(row) for row in table.rows])


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    return list(connection.execute(sql).fetchall())


def database(connection: Any) -> Any:
    return connection
