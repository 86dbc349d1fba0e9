"""Any other DB-API connection that the user has: pg8000, Oracle, SQL Server, Trino, …"""

from __future__ import annotations

import re
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure, mysql, postgres
from metricdsl.run.connection import Connection, Progress, interruptible
from metricdsl.run.rows import table_of

if TYPE_CHECKING:
    import pyarrow

DIALECTS = {
    "psycopg2": "postgres", "pg8000": "postgres", "redshift_connector": "redshift", "snowflake": "snowflake",
    "google": "bigquery", "pymysql": "mysql", "MySQLdb": "mysql", "mysql": "mysql", "mariadb": "mysql",
    "trino": "trino", "databricks": "databricks", "pyodbc": "tsql", "pymssql": "tsql", "oracledb": "oracle",
}  # fmt: skip


class DbApi:
    """Reads through a cursor of its own, and rolls back after a failure, which some databases want."""

    def __init__(self, connection: Any, dialect: str, name: str) -> None:
        self.dialect = dialect
        self.name = name
        self._connection = connection
        self._lock = Lock()
        """Not every driver can stop a query: the next one waits for its end."""

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        try:
            return interruptible(lambda: self._read(sql), self._cancel, timeout, progress)
        except (failure.DatabaseError, KeyboardInterrupt):
            self._roll_back()
            raise
        except Exception as error:  # each driver has its own family of errors
            self._roll_back()
            raise translate(error, self.name) from None

    def _read(self, sql: str) -> pyarrow.Table:
        with self._lock:
            cursor = self._connection.cursor()
            try:
                cursor.execute(sql)
                names = [column[0] for column in cursor.description or ()]
                return table_of(names, cursor.fetchall())
            finally:
                cursor.close()

    def _cancel(self) -> None:
        for method in ("cancel", "interrupt"):
            if callable(stop := getattr(self._connection, method, None)):
                stop()
                return

    def _roll_back(self) -> None:
        try:
            self._connection.rollback()
        except Exception:
            return  # a driver without transactions, or a connection that is gone: the first error says more

    def close(self) -> None:
        """The connection is the user's: it stays open."""

    def __repr__(self) -> str:
        return f"<{self.name}>"


def from_object(connection: object) -> Connection | None:
    """Any object with a `cursor()` from a package whose SQL is known, or None."""
    package = type(connection).__module__.partition(".")[0]
    if not callable(getattr(connection, "cursor", None)):
        return None
    if package not in DIALECTS:
        raise failure.database_error(
            "database-url",
            f"Which SQL a connection of '{package}' speaks is not known.",
            "pass a SQLAlchemy engine instead, whose dialect says it",
        )
    return of_driver(connection, DIALECTS[package], f"the {package} connection")


def of_driver(
    connection: object, dialect: str, name: str, another: Callable[[], Any] | None = None
) -> Connection:
    """The way to read through a driver's connection. `another` opens one more, through which to stop a query."""
    if dialect in ("mysql", "mariadb"):
        return mysql.from_object(connection, name, another)
    return DbApi(connection, dialect, name)


def translate(error: Exception, name: str) -> failure.DatabaseError:
    """By the code of the SQL standard where the driver has it, else by the words that most databases use."""
    state = getattr(error, "sqlstate", None) or getattr(error, "pgcode", None)
    if isinstance(state, str) and state:
        return postgres.translate(state, str(error), name)
    text = postgres.primary(str(error)) or type(error).__name__
    missing = re.search(
        r"(?:table|object|relation) [`'\"]?([\w.]+)[`'\"]? (?:doesn't|does not) exist|no such table: (\S+)",
        text,
        re.IGNORECASE,
    )  # fmt: skip
    if missing:
        return failure.missing_table(missing[1] or missing[2], name)
    column = re.search(
        r"(?:unknown|no such|invalid) (?:column|identifier)(?: name)?:? [`'\"]?([\w.]+)", text, re.IGNORECASE
    )
    if column:
        return failure.missing_column(column[1], name)
    if re.search(r"permission|denied|not authori[sz]ed|privilege", text, re.IGNORECASE):
        return failure.no_permission(name, text)
    return failure.other(name, text)
