"""DuckDB: a file, memory, or the connection that a notebook already has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from metricdsl.run import failure
from metricdsl.run.address import Address, query_of
from metricdsl.run.connection import Progress, interruptible

if TYPE_CHECKING:
    import duckdb
    import pyarrow

STATE = """
    SELECT current_setting('search_path'),
        EXISTS (SELECT 1 FROM duckdb_tables() WHERE temporary)
        OR EXISTS (SELECT 1 FROM duckdb_views() WHERE temporary AND NOT internal)
"""
SETTINGS = {
    "TimeZone": "UTC",
    "default_order": "ASC",
    "default_null_order": "nulls_last",
    "default_collation": "",
    "integer_division": "false",
    "ieee_floating_point_ops": "true",
    "scalar_subquery_error_on_multiple_rows": "true",
}
"""What answers could lean on, as a new connection has it; time is in UTC."""
MIXES_COLUMNS = "common_subplan"
"""An optimizer that takes two scans of a table joined to itself for one, with the wrong columns (duckdb issue 25819)."""


class DuckDB:
    """Reads through a cursor of its own, with its own time zone, so that the user's results stay open.

    A cursor does not see the temporary tables and registered frames of the user's connection: where it
    has any, the question goes through that connection itself.
    """

    dialect = "duckdb"

    def __init__(self, connection: duckdb.DuckDBPyConnection, name: str, owned: bool) -> None:
        self.name = name
        self._connection = connection
        self._owned = owned
        self._cursor = connection.cursor()
        _set(self._cursor, SETTINGS)
        self._cursor.execute("SET python_enable_replacements = false")  # our variables are no tables
        self._search_path: str | None = None
        known = "SELECT 1 FROM duckdb_optimizers() WHERE name = ?"
        self._mixes_columns = bool(self._cursor.execute(known, [MIXES_COLUMNS]).fetchall())
        self._sets_back = self._mixes_columns and MIXES_COLUMNS not in self._optimizers_off()

    def _optimizers_off(self) -> list[str]:
        """A setting of the whole database: there is none of a connection."""
        ((names,),) = self._cursor.execute("SELECT current_setting('disabled_optimizers')").fetchall()
        return [name for name in names.split(",") if name]

    def _turn_off(self, names: list[str]) -> None:
        self._cursor.execute("SET GLOBAL disabled_optimizers = ?", [",".join(names)])

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        import duckdb

        try:
            if self._mixes_columns and MIXES_COLUMNS not in (off := self._optimizers_off()):
                self._turn_off([*off, MIXES_COLUMNS])
            if self._owned or not self._has_temporary():
                return self._run(self._cursor, sql, timeout, progress)
            return self._through_the_users(sql, timeout, progress)
        except duckdb.Error as error:
            raise translate(error, self.name) from None

    def _has_temporary(self) -> bool:
        """Whether the user's connection holds tables of its own; takes over its search path on the way.

        `sql` is refused while a result of the connection is unfinished, where `execute` would drop it.
        """
        import duckdb

        try:
            row = self._connection.sql(STATE).fetchall()[0]
        except duckdb.Error as error:
            if "unfinished result" in str(error):
                return False
            raise
        if row[0] != self._search_path:
            self._search_path = row[0]
            self._cursor.execute("SET search_path = ?", [row[0]])
        return bool(row[1])

    def _through_the_users(self, sql: str, timeout: float | None, progress: Progress | None) -> pyarrow.Table:
        names = ", ".join(f"current_setting('{name}')::VARCHAR" for name in SETTINGS)
        before = dict(zip(SETTINGS, self._connection.sql(f"SELECT {names}").fetchall()[0], strict=True))
        _set(self._connection, SETTINGS)
        try:
            return self._run(self._connection, sql, timeout, progress)
        finally:
            _set(self._connection, before)

    @staticmethod
    def _run(
        on: duckdb.DuckDBPyConnection, sql: str, timeout: float | None, progress: Progress | None
    ) -> pyarrow.Table:
        return interruptible(lambda: on.sql(sql).to_arrow_table(), on.interrupt, timeout, progress)

    def close(self) -> None:
        if self._sets_back and not self._owned:
            self._turn_off([name for name in self._optimizers_off() if name != MIXES_COLUMNS])
        self._cursor.close()
        if self._owned:
            self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def _set(connection: duckdb.DuckDBPyConnection, values: Mapping[str, str]) -> None:
    """For this connection only: without SESSION some settings are those of the whole database."""
    for name, value in values.items():
        connection.execute(f"SET SESSION {name} = '{value}'")


def open_url(address: Address) -> DuckDB:
    """`duckdb:///sales.duckdb` is read only, `duckdb://` is an empty database in memory."""
    require_driver()
    if not address.path:
        import duckdb

        return DuckDB(duckdb.connect(":memory:"), address.shown, owned=True)
    if not Path(address.path).exists():
        raise failure.database_error(
            "database-unreachable",
            f"There is no file {address.path}.",
            "check the path: duckdb:///sales.duckdb is relative to the current folder, "
            "duckdb:////data/sales.duckdb is absolute; `kpi demo` makes a database to play with",
        )  # fmt: skip
    return DuckDB(_connect(address), address.shown, owned=True)


def _connect(address: Address) -> duckdb.DuckDBPyConnection:
    """Read only, unless the same process has it open for writing."""
    import duckdb

    read_only = query_of(address).get("read_only", "true").lower() != "false"
    try:
        return duckdb.connect(address.path, read_only=read_only)
    except duckdb.ConnectionException:
        return duckdb.connect(address.path, read_only=not read_only)
    except duckdb.Error as error:
        raise failure.database_error(
            "database-unreachable", f"The file {address.path} could not be opened: {first_line(error)}.",
            *(["close the other program that writes to it"] if "lock" in str(error).lower() else []),
        ) from None  # fmt: skip


def require_driver() -> None:
    try:
        import duckdb  # noqa: F401  # is it there?
    except ImportError:
        raise failure.missing_driver("duckdb", "a DuckDB database", "pip install duckdb") from None


def from_object(connection: object) -> DuckDB | None:
    """The user's own connection, or None when it is something else."""
    if type(connection).__module__.partition(".")[0] not in {"duckdb", "_duckdb"}:
        return None
    import duckdb

    if not isinstance(connection, duckdb.DuckDBPyConnection):
        return None
    return DuckDB(connection, "the DuckDB connection", owned=False)


def translate(error: duckdb.Error, name: str) -> failure.DatabaseError:
    import duckdb

    text = str(error)
    table = re.search(r'Table with name "?(.+?)"? does not exist', text)
    if isinstance(error, duckdb.CatalogException) and table:
        return failure.missing_table(table[1], name)
    column = re.search(r'(?:column|named) "([^"]+)"', text)
    if isinstance(error, duckdb.BinderException) and column:
        return failure.missing_column(column[1], name)
    match error:
        case duckdb.InterruptException():
            return failure.stopped(name)
        case duckdb.PermissionException():
            return failure.no_permission(name, first_line(error))
        case duckdb.ConversionException() | duckdb.OutOfRangeException() | duckdb.DataError():
            return failure.unfit_data(name, first_line(error))
        case duckdb.IOException():
            return failure.unreachable(name, first_line(error))
        case _:
            return failure.other(name, first_line(error))


def first_line(error: Exception) -> str:
    line = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return line.rstrip(".!")
