"""Redshift through psycopg 3: a URL, or a connection that the user has. It is not PostgreSQL in all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from metricdsl.run import failure, postgres
from metricdsl.run.address import Address, query_of
from metricdsl.run.connection import Connection, tried_twice
from metricdsl.run.psycopg import PsycopgPostgres, translate
from metricdsl.run.rows import table_of, with_types
from metricdsl.run.schemes import SCHEMES

if TYPE_CHECKING:
    import psycopg
    import pyarrow

PORT = 5439
NEWEST = 90000
"""Redshift says that it is PostgreSQL 8.0.2, which is older than any that psycopg knows."""


class Redshift(PsycopgPostgres):
    """Each query runs in a transaction that is rolled back, or in the user's: there are no savepoints."""

    dialect = "redshift"
    product = "Redshift"

    def _read(self, sql: str, timeout: float | None) -> pyarrow.Table:
        from psycopg.rows import tuple_row

        with self._connection.cursor(row_factory=tuple_row) as cursor, self._aside(cursor, timeout):
            cursor.execute(sql.encode())
            columns = cursor.description or []
            table = table_of([column.name for column in columns], cursor.fetchall())
            return with_types(table, postgres.types_of([column.type_code for column in columns]))

    @contextmanager
    def _aside(self, cursor: psycopg.Cursor[Any], timeout: float | None) -> Iterator[None]:
        from psycopg.pq import TransactionStatus

        if self._connection.info.transaction_status != TransactionStatus.IDLE:
            yield
            return
        if self._connection.autocommit:
            cursor.execute(b"BEGIN READ ONLY")
        if timeout is not None:
            cursor.execute(f"SET LOCAL statement_timeout TO {postgres.server_limit(timeout)}".encode())
        try:
            yield
        finally:
            if not self._connection.closed:
                self._connection.rollback()


def open_url(address: Address) -> Connection:
    """`redshift://user:$PASSWORD@host:5439/database`; with `+redshift_connector` through SQLAlchemy."""
    if address.driver not in (None, "psycopg"):
        from metricdsl.run import sqlalchemy

        return sqlalchemy.open_url(address)
    try:
        import psycopg
    except ImportError:
        install = SCHEMES["redshift"].install
        raise failure.missing_driver("psycopg", "Redshift", install) from None
    url = postgres.connection_url(address)
    options: dict[str, Any] = {} if _has_port(url, address) else {"port": PORT}

    def opened() -> psycopg.Connection[Any]:
        try:
            # Redshift calls its encoding UNICODE, and its prepared statements cannot all be forgotten at once.
            return psycopg.connect(
                url, autocommit=True, application_name="metricdsl", client_encoding="UTF8",
                prepare_threshold=None, **options,
            )  # fmt: skip
        except psycopg.Error as error:
            raise translate(error, f"Redshift ({address.shown})", address.secrets) from None

    def reopened() -> psycopg.Connection[Any]:
        return tried_twice(opened)

    return Redshift(reopened(), address.shown, address.secrets, reopened)


def _has_port(url: str, address: Address) -> bool:
    return "port" in query_of(address) or urlsplit(url).port is not None


def from_object(connection: Any) -> Connection | None:
    """The user's own connection of psycopg 3 or psycopg2 where a Redshift is behind it."""
    package = type(connection).__module__.partition(".")[0]
    if package == "psycopg2" and getattr(connection, "server_version", NEWEST) < NEWEST:
        from metricdsl.run.dbapi import DbApi

        return DbApi(connection, "redshift", "the psycopg2 connection")
    if package != "psycopg":
        return None
    import psycopg

    if not isinstance(connection, psycopg.Connection) or connection.info.server_version >= NEWEST:
        return None
    return Redshift(connection, "the psycopg connection")
