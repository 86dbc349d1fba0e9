"""SQLite, in memory, with the types and spellings that people use: texts for time, columns that mind no capitals."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tests.engines import Table, create, insert, quoted, schemas

NAME = "SQLite"
DIALECT = "sqlite"

TYPES = {
    "text": "TEXT COLLATE NOCASE",
    "integer": "INTEGER",
    "number": "REAL",
    "money": "NUMERIC",
    "percent": "REAL",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "duration": "REAL",
    "timestamptz": "TEXT",
}


def connect() -> Any:
    return sqlite3.connect(":memory:")


def load(connection: Any, tables: Sequence[Table]) -> None:
    attached = {name for _, name, _ in connection.execute("PRAGMA database_list")}
    for schema in attached - {"temp"}:
        for (name,) in connection.execute(
            f"SELECT name FROM {quoted(schema)}.sqlite_master WHERE type = 'table'"
        ).fetchall():
            connection.execute(f"DROP TABLE {quoted(schema)}.{quoted(name)}")
    connection.commit()
    for schema in schemas(tables):
        if schema not in attached:
            connection.execute(f"ATTACH DATABASE ':memory:' AS {quoted(schema)}")
    for table in tables:
        connection.execute(create(table, TYPES))
        connection.executemany(insert(table, "?"), [list(map(stored, row)) for row in table.rows])
    connection.commit()


def stored(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat(sep="T" if value.second % 2 else " ")
        case date():
            return value.isoformat()
        case Decimal():
            return float(value)
    return value


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    return list(connection.execute(sql).fetchall())


def database(connection: Any) -> Any:
    return connection
