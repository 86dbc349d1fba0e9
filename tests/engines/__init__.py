"""The databases that tests run on, one small file each.

A file says NAME (as people write it) and DIALECT (as metricdsl writes it), and has four functions:

    connect() -> Any                   # a connection, fresh and empty; raises Unavailable
    load(connection, tables) -> None   # makes the tables, dropping what an earlier `load` made
    query(connection, sql) -> list     # rows as tuples of what the driver gives
    database(connection) -> Any        # what `metricdsl.connect` takes; None where it cannot connect to it
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

NAMES = (
    "duckdb", "postgres", "sqlite", "mariadb", "clickhouse", "spark", "bigquery", "snowflake", "redshift",
)  # fmt: skip


class Unavailable(Exception):
    """Why an engine cannot be started here, in one line."""


@dataclass(frozen=True)
class Table:
    """Rows of plain Python values. `types` are those of the language: text, integer, money, date …"""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Engine(Protocol):
    NAME: str
    DIALECT: str

    def connect(self) -> Any: ...
    def load(self, connection: Any, tables: Sequence[Table]) -> None: ...
    def query(self, connection: Any, sql: str) -> list[tuple[Any, ...]]: ...
    def database(self, connection: Any) -> Any: ...


def engine(name: str) -> Engine:
    """The engine of that name; nothing is started yet."""
    return cast(Engine, importlib.import_module(f"tests.engines.{name}"))


def quoted(name: str) -> str:
    """A name in double quotes, for the engines that quote as the standard says."""
    return '"' + name.replace('"', '""') + '"'


def dotted(name: str) -> str:
    """`crm.orders` as `"crm"."orders"`"""
    return ".".join(map(quoted, name.split(".")))


def create(table: Table, types: dict[str, str]) -> str:
    """The CREATE TABLE statement, with the engine's own names of the types."""
    columns = ", ".join(
        f"{quoted(column)} {types[kind]}" for column, kind in zip(table.columns, table.types, strict=True)
    )
    return f"CREATE TABLE {dotted(table.name)} ({columns})"


def insert(table: Table, mark: str) -> str:
    """The INSERT statement for one row, with `mark` for each value."""
    return f"INSERT INTO {dotted(table.name)} VALUES ({', '.join([mark] * len(table.columns))})"


def schemas(tables: Sequence[Table]) -> list[str]:
    """The schemas that the tables' names speak of."""
    return sorted({table.name.rsplit(".", 1)[0] for table in tables if "." in table.name})
