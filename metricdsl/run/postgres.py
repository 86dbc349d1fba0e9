"""PostgreSQL by URL: rows as Arrow through ADBC, or through psycopg where ADBC is not installed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure
from metricdsl.run.address import Address, encoded, query_of, scrub
from metricdsl.run.connection import Connection, Progress, interruptible

if TYPE_CHECKING:
    import pyarrow

INSTALL = 'pip install "metricdsl[postgres]"'
SESSION = (
    "SET application_name = 'metricdsl'",
    "SET TIME ZONE 'UTC'",
    "SET default_transaction_read_only = on",
)


def open_url(address: Address) -> Connection:
    """`postgresql://…`, or `postgresql+psycopg://…` to ask for one driver."""
    if address.driver != "psycopg":
        try:
            import adbc_driver_postgresql.dbapi  # noqa: F401  # is it there?
        except ImportError:
            if address.driver == "adbc":
                raise failure.missing_driver("adbc-driver-postgresql", "PostgreSQL", INSTALL) from None
        else:
            return AdbcPostgres(address)
    from metricdsl.run import psycopg

    return psycopg.open_url(address)


class AdbcPostgres:
    dialect = "postgres"

    def __init__(self, address: Address) -> None:
        import adbc_driver_postgresql.dbapi as driver

        self.name = address.shown
        self._secrets = address.secrets
        try:
            self._connection = driver.connect(connection_url(address), autocommit=True)
        except driver.Error as error:
            raise self._translate(error) from None
        for statement in SESSION:
            self._set(statement)

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        import adbc_driver_manager.dbapi as driver

        try:
            self._set(f"SET statement_timeout = {server_limit(timeout)}")
            with self._connection.cursor() as cursor:
                return interruptible(lambda: _fetch(cursor, sql), cursor.adbc_cancel, timeout, progress)
        except driver.Error as error:
            raise self._translate(error) from None

    def _set(self, statement: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(statement)

    def _translate(self, error: Exception) -> failure.DatabaseError:
        return translate(
            getattr(error, "sqlstate", None), scrub(str(error), self._secrets), f"PostgreSQL ({self.name})"
        )

    def close(self) -> None:
        self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def _fetch(cursor: Any, sql: str) -> pyarrow.Table:
    """The driver puts the query in brackets, so a comment at its end needs an end of line."""
    cursor.execute(sql + "\n")
    return without_opaque(cursor.fetch_arrow_table())


def without_opaque(table: pyarrow.Table) -> pyarrow.Table:
    """NUMERIC arrives as text in a wrapper, an enum as its bytes: both become plain text."""
    import pyarrow

    def plain(column: pyarrow.ChunkedArray) -> pyarrow.ChunkedArray:
        if isinstance(column.type, pyarrow.BaseExtensionType):
            column = pyarrow.chunked_array(
                [chunk.storage for chunk in column.chunks], column.type.storage_type
            )
        return column.cast(pyarrow.string()) if pyarrow.types.is_binary(column.type) else column

    columns = [
        column if pyarrow.types.is_fixed_size_binary(getattr(column.type, "storage_type", column.type))
        else plain(column) for column in table.columns
    ]  # fmt: skip
    return pyarrow.Table.from_arrays(columns, names=table.column_names)


def connection_url(address: Address) -> str:
    """For libpq, which knows no `+driver`, and which would wait for a dead host for minutes."""
    url = "postgresql://" + encoded(address.text).partition("://")[2]
    if "connect_timeout" in query_of(address):
        return url
    return f"{url}{'&' if '?' in url else '?'}connect_timeout=10"


def server_limit(timeout: float | None) -> int:
    """Milliseconds for the server: a little later than our own, which gives the better message."""
    return 0 if timeout is None else int(timeout * 1000) + 2000


def translate(sqlstate: str | None, text: str, name: str) -> failure.DatabaseError:
    """A server's error by its code, else a client library's by its words."""
    detail = primary(text)
    match sqlstate:
        case "42P01" | "3F000":
            return failure.missing_table(_named(detail), name)
        case "42703":
            return failure.missing_column(_named(detail), name)
        case "42501":
            return failure.no_permission(name, detail)
        case "57014":
            timed_out = "statement timeout" in detail
            return failure.timed_out(name) if timed_out else failure.stopped(name)
        case "57P01" | "57P02" | "57P03" | "08000" | "08003" | "08006":
            return failure.unreachable(name, detail)
        case str() if sqlstate.startswith("28") or sqlstate == "3D000":
            return failure.refused_login(name, detail)
        case str() if sqlstate.startswith("22"):
            return failure.unfit_data(name, detail)
        case None if "FATAL" in text or "no password supplied" in text:
            return failure.refused_login(name, detail)
        case None if "connect" in text or "resolve" in text or "translate host" in text:
            return failure.unreachable(name, detail)
        case _:
            return failure.other(name, detail)


def _named(detail: str) -> str:
    """`relation "crm.leads" does not exist`, `column l.amount does not exist`: the name in it."""
    found = re.search(r'["«“„](.+?)["»”“]', detail) or re.search(r"column (\S+)", detail)
    return found[1].replace('"', "") if found else detail


def primary(text: str) -> str:
    """The one line that matters of a driver's text."""
    text = re.split(r"\n\s*LINE \d|\n*\s*Query was:|\.? SQLSTATE:", text, maxsplit=1)[0]
    text = re.split(r"(?:ERROR|FATAL): +", text)[-1]
    text = re.split(r"failed to connect: |connection failed: ", text, flags=re.IGNORECASE)[-1]
    return " ".join(text.split()).rstrip(".?")
