"""A connection for what the user has: a URL, or an object of a driver."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from metricdsl.run import failure
from metricdsl.run.address import parse_address, unknown_scheme
from metricdsl.run.connection import Connection
from metricdsl.run.schemes import SCHEMES

PLUGINS = "metricdsl.databases"
"""Entry points of this group are named like a URL's scheme, and called with the URL return a Connection."""

FROM_OBJECT = (
    "duckdb", "sqlite", "spark", "databricks", "snowflake", "redshift", "psycopg", "psycopg2", "clickhouse", "bigquery",
    "sqlalchemy", "dbapi",
)  # fmt: skip
"""Files of this folder whose `from_object` tells whether an object is theirs; the first that says so has it."""


def open_database(database: object) -> Connection:
    """The connection for a URL or for an object that the user has."""
    if isinstance(database, str | Path):
        return _open_url(str(database))
    if callable(getattr(database, "execute", None)) and isinstance(getattr(database, "dialect", None), str):
        return database  # type: ignore[return-value]  # a plugin's, or ours
    for file in FROM_OBJECT:
        found: Connection | None = import_module(f"metricdsl.run.{file}").from_object(database)
        if found is not None:
            return found
    raise failure.database_error(
        "database-url",
        f"A {type(database).__name__} is no database.",
        "pass a DuckDB, DB-API or SQLAlchemy connection, or a URL such as duckdb:///sales.duckdb",
    )


def _open_url(text: str) -> Connection:
    if "://" not in text and text in (known := plugins()):
        return _of_plugin(known[text], text)
    address = parse_address(text)
    if address.scheme in SCHEMES:
        file = SCHEMES[address.scheme].opener
    elif address.scheme in (known := plugins()):
        return _of_plugin(known[address.scheme], address.text)
    elif address.driver:
        file = "sqlalchemy"
    else:
        raise unknown_scheme(address, (*SCHEMES, *plugins()))
    opened: Connection = import_module(f"metricdsl.run.{file}").open_url(address)
    return opened


def _of_plugin(point: EntryPoint, address: str) -> Connection:
    connection: Connection = point.load()(address)
    return connection


def plugins() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=PLUGINS)}
