"""ClickHouse, in this process by the package chdb. Its zone is an unusual one, its nulls are as they come."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from tests.engines import Table, Unavailable, create, dotted, quoted, schemas

NAME = "ClickHouse"
DIALECT = "clickhouse"

TYPES = {
    "text": "Nullable(String)",
    "integer": "Nullable(Int64)",
    "number": "Nullable(Float64)",
    "money": "Nullable(Decimal(18, 2))",
    "percent": "Nullable(Float64)",
    "boolean": "Nullable(Bool)",
    "date": "Nullable(Date32)",
    "timestamp": "Nullable(DateTime64(6, 'UTC'))",
    "duration": "Nullable(Float64)",
    "timestamptz": "Nullable(DateTime64(6, 'Asia/Kathmandu'))",
}


def connect() -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import chdb
    except ImportError as missing:
        raise Unavailable("the package chdb is not installed") from missing
    connection = chdb.connect(":memory:")
    query(connection, "SET session_timezone = 'America/St_Johns'")
    return connection


def load(connection: Any, tables: Sequence[Table]) -> None:
    own = "name NOT IN ('system', 'default', 'INFORMATION_SCHEMA', 'information_schema', '_local')"
    for (name,) in query(connection, f"SELECT name FROM system.databases WHERE {own}"):
        query(connection, f"DROP DATABASE {quoted(name)}")
    for name in {"main", *schemas(tables)}:
        query(connection, f"CREATE DATABASE {quoted(name)} ENGINE = Memory")
    query(connection, "USE main")
    for table in tables:
        query(connection, f"{create(table, TYPES)} ENGINE = Memory")
        if table.rows:
            rows = ", ".join(f"({', '.join(map(literal, row, table.types))})" for row in table.rows)
            query(connection, f"INSERT INTO {dotted(table.name)} VALUES {rows}")


def literal(value: Any, kind: str) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).lower()
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        case datetime():
            return f"toDateTime64('{value.replace(tzinfo=None).isoformat(sep=' ')}', 6, 'UTC')"
        case date():
            return f"toDate32('{value.isoformat()}')"
    return f"'{value}'" if kind == "money" else repr(value)


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    cursor = connection.cursor()
    cursor.execute(sql)
    return [tuple(row) for row in cursor.fetchall() or ()]


def database(connection: Any) -> Any:
    return connection
