"""PostgreSQL by URL: rows as Arrow through ADBC, or through psycopg where ADBC is not installed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure
from metricdsl.run.address import Address, encoded, query_of, scrub
from metricdsl.run.column_types import NUMBER_AS_TEXT
from metricdsl.run.connection import Connection, Progress, interruptible, tried_twice

if TYPE_CHECKING:
    import pyarrow

INSTALL = 'pip install "metricdsl[postgres]"'
SETTINGS = {
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "IntervalStyle": "postgres",
    "extra_float_digits": "1",
    "standard_conforming_strings": "on",
    "transform_null_equals": "off",
}
"""What answers could lean on, as a new server has it; time is in UTC."""
LOST = r"terminating connection|server closed the connection|no connection to the server|connection (is|already) (closed|lost)"
"""What client libraries say without a code."""
OWN = {"application_name": "metricdsl", "default_transaction_read_only": "on"}


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
        self.name = address.shown
        self._url = connection_url(address)
        self._secrets = address.secrets
        self._limit = "0"
        """The server's own time limit."""
        self._connection = tried_twice(self._opened)

    def _opened(self) -> Any:
        import adbc_driver_postgresql.dbapi as driver

        try:
            connection = driver.connect(self._url, autocommit=True)
            _one_row(connection, setting({**SETTINGS, **OWN}))
            self._limit = _one_row(connection, "SELECT current_setting('statement_timeout')")[0]
        except driver.Error as error:
            raise self._translate(error) from None
        return connection

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        self._make_ready(timeout)
        return tried_twice(lambda: self._answer(sql, timeout, progress))

    def _make_ready(self, timeout: float | None) -> None:
        """Set the time limit, which shows whether the connection is still there; else open another."""
        import adbc_driver_manager.dbapi as driver

        limit = setting({"statement_timeout": self._limit if timeout is None else server_limit(timeout)})
        try:
            _one_row(self._connection, limit)
        except driver.Error as error:
            if self._translate(error).diagnostics[0].code != "connection-lost":
                raise self._translate(error) from None
            self.close()
            self._connection = tried_twice(self._opened)
            _one_row(self._connection, limit)

    def _answer(self, sql: str, timeout: float | None, progress: Progress | None) -> pyarrow.Table:
        import adbc_driver_manager.dbapi as driver

        try:
            with self._connection.cursor() as cursor:
                return interruptible(lambda: _fetch(cursor, sql), cursor.adbc_cancel, timeout, progress)
        except driver.Error as error:
            raise self._translate(error) from None

    def _translate(self, error: Exception) -> failure.DatabaseError:
        return translate(
            getattr(error, "sqlstate", None), scrub(str(error), self._secrets), f"PostgreSQL ({self.name})"
        )

    def close(self) -> None:
        self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def _one_row(connection: Any, statement: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row: tuple[Any, ...] = cursor.fetchone()
        return row


def setting(values: Mapping[str, str], local: bool = False) -> str:
    """One statement that sets all of them, for the transaction only where `local`."""
    calls = (f"set_config('{name}', '{value}', {str(local).lower()})" for name, value in values.items())
    return f"SELECT {', '.join(calls)}"


def _fetch(cursor: Any, sql: str) -> pyarrow.Table:
    """The driver puts the query in brackets, so a comment at its end needs an end of line."""
    cursor.execute(sql + "\n")
    return without_opaque(cursor.fetch_arrow_table())


def without_opaque(table: pyarrow.Table) -> pyarrow.Table:
    """NUMERIC arrives as text in a wrapper, an enum as its bytes: both become plain text."""
    import pyarrow

    def plain(
        field: pyarrow.Field, column: pyarrow.ChunkedArray
    ) -> tuple[pyarrow.Field, pyarrow.ChunkedArray]:
        kind = field.type
        if isinstance(kind, pyarrow.BaseExtensionType):
            if getattr(kind, "type_name", "") == "numeric":
                field = field.with_metadata({NUMBER_AS_TEXT: b""})
            kind = kind.storage_type
            column = pyarrow.chunked_array([chunk.storage for chunk in column.chunks], kind)
        if pyarrow.types.is_binary(kind):
            kind, column = pyarrow.string(), column.cast(pyarrow.string())
        return field.with_type(kind), column

    plains = [
        (field, column) if pyarrow.types.is_fixed_size_binary(getattr(field.type, "storage_type", field.type))
        else plain(field, column)
        for field, column in zip(table.schema, table.columns, strict=True)
    ]  # fmt: skip
    return pyarrow.Table.from_arrays([c for _, c in plains], schema=pyarrow.schema([f for f, _ in plains]))


def types_of(oids: Sequence[int]) -> list[pyarrow.DataType | None]:
    """The types of columns by PostgreSQL's numbers for them, as far as they matter here."""
    import pyarrow

    known = {
        **dict.fromkeys((20, 21, 23), pyarrow.int64()),
        **dict.fromkeys((700, 701, 1700), pyarrow.float64()),
        **dict.fromkeys((25, 1042, 1043), pyarrow.string()),
        16: pyarrow.bool_(),
        1082: pyarrow.date32(),
        1114: pyarrow.timestamp("us"),
        1184: pyarrow.timestamp("us", "UTC"),
    }
    return [known.get(oid) for oid in oids]


def connection_url(address: Address) -> str:
    """For libpq, which knows no `+driver`, and which would wait for a dead host for minutes."""
    url = "postgresql://" + encoded(address.text).partition("://")[2]
    if "connect_timeout" in query_of(address):
        return url
    return f"{url}{'&' if '?' in url else '?'}connect_timeout=10"


def server_limit(timeout: float) -> str:
    """Milliseconds for the server: a little later than our own, which gives the better message."""
    return str(int(timeout * 1000) + 2000)


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
        case "57P03" | "53300":  # it is starting up, or has too many connections
            return failure.unreachable(name, detail, passing=True)
        case "57P01" | "57P02" | "57P05" | "25P03" | "08000" | "08003" | "08006":
            return failure.lost(name, detail)
        case "40001" | "40P01":
            return failure.in_conflict(name, detail)
        case str() if sqlstate.startswith("28") or sqlstate == "3D000":
            return failure.refused_login(name, detail)
        case str() if sqlstate.startswith("22"):
            return failure.unfit_data(name, detail)
        case None if re.search(LOST, text):
            return failure.lost(name, detail)
        case None if "FATAL" in text or "no password supplied" in text:
            return failure.refused_login(name, detail)
        case None if "connect" in text or "resolve" in text or "translate host" in text:
            return failure.unreachable(name, detail, passing="refused" in text)
        case _:
            return failure.other(name, detail)


def _named(detail: str) -> str:
    """`relation "crm.leads" does not exist`, `column l.amount does not exist`: the name in it."""
    found = re.search(r'["«“„](.+?)["»”“]', detail) or re.search(r"column (\S+)", detail)
    return found[1].replace('"', "") if found else detail


def primary(text: str) -> str:
    """The one line that matters of a driver's text."""
    text = re.split(r"\n\s*LINE \d|\n*\s*Query was:|\.? SQLSTATE:", text, maxsplit=1)[0]
    text = re.split(r"(?:ERROR|FATAL): +", text)[-1].split("\n\tThis probably means")[0]
    text = re.split(r"failed to connect: |connection failed: ", text, flags=re.IGNORECASE)[-1]
    return " ".join(text.split()).rstrip(".?")
