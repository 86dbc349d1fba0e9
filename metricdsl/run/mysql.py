"""MySQL and MariaDB: a URL through PyMySQL, or a connection of any of their drivers that the user has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from metricdsl.run import failure
from metricdsl.run.address import Address, encoded
from metricdsl.run.connection import Connection, Progress, interruptible, tried_twice
from metricdsl.run.mysql_errors import translate
from metricdsl.run.rows import columns_of, table_of_columns, with_types
from metricdsl.run.schemes import SCHEMES

if TYPE_CHECKING:
    import pyarrow

PACKAGES = ("pymysql", "MySQLdb", "mysql", "mariadb")
SETTINGS = {
    "time_zone": "'+00:00'",
    "sql_mode": "'ONLY_FULL_GROUP_BY,NO_UNSIGNED_SUBTRACTION'",
    "sql_auto_is_null": "0",
    "sql_big_selects": "1",
    "sql_select_limit": "18446744073709551615",
}
"""What answers could lean on. Modes change what ||, NOT and a backslash mean."""
BIT = 16
"""The type code of columns whose values drivers leave as bytes."""


class MySQL:
    """Sets what answers could lean on, and on the user's own connection sets it back."""

    def __init__(
        self,
        connection: Any,
        name: str,
        another: Callable[[], Any] | None,
        owned: bool = False,
        secrets: tuple[str, ...] = (),
    ) -> None:
        """`another` opens one more connection to the server, through which a query is stopped."""
        self.name = name
        self._connection = connection
        self._another = another
        self._owned = owned
        self._secrets = secrets
        self._thread = 0
        self._lock = Lock()
        self.dialect = server_dialect(connection)

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        if not self._owned:
            return self._answer(sql, timeout, progress)
        self._make_ready()
        return tried_twice(lambda: self._answer(sql, timeout, progress))

    def _make_ready(self) -> None:
        try:
            self._one_row("SELECT 1")
        except Exception as error:
            if self._another is None or self._translate(error).diagnostics[0].code != "connection-lost":
                raise self._translate(error) from None
            self._connection = tried_twice(self._another)

    def _answer(self, sql: str, timeout: float | None, progress: Progress | None) -> pyarrow.Table:
        try:
            return interruptible(lambda: self._read(sql, timeout), self._cancel, timeout, progress)
        except failure.DatabaseError:
            raise
        except Exception as error:  # each driver has its own family of errors
            raise self._translate(error) from None

    def _read(self, sql: str, timeout: float | None) -> pyarrow.Table:
        with self._lock, self._settled(timeout):
            cursor = self._connection.cursor()
            try:
                cursor.execute(sql)
                return typed(cursor.description or (), cursor.fetchall())
            finally:
                cursor.close()

    @contextmanager
    def _settled(self, timeout: float | None) -> Iterator[None]:
        """With our settings, and without a transaction that goes on afterwards."""
        in_transaction = is_in_transaction(self._connection)
        wanted = {**SETTINGS, **self._limit(timeout)}
        names = list(wanted)
        self._thread, *before = self._one_row(f"SELECT CONNECTION_ID(), {', '.join(f'@@{n}' for n in names)}")
        self._set(wanted)
        try:
            yield
        finally:
            with suppress(Exception):  # the connection is gone: the first error says more
                self._set({name: _literal(value) for name, value in zip(names, before, strict=True)})
                if not in_transaction:
                    self._connection.rollback()

    def _limit(self, timeout: float | None) -> dict[str, str]:
        """For the server: a little later than our own, which gives the better message."""
        if timeout is None:
            return {}
        if self.dialect == "mariadb":
            return {"max_statement_time": f"{timeout + 2:.3f}"}
        return {"max_execution_time": str(int(timeout * 1000) + 2000)}

    def _set(self, values: dict[str, str]) -> None:
        cursor = self._connection.cursor()
        cursor.execute("SET " + ", ".join(f"SESSION {name} = {value}" for name, value in values.items()))
        cursor.close()

    def _one_row(self, sql: str) -> Sequence[Any]:
        cursor = self._connection.cursor()
        cursor.execute(sql)
        row = cursor.fetchone()
        cursor.close()
        return list(row.values()) if isinstance(row, dict) else list(row)

    def _cancel(self) -> None:
        """The server is told through another connection, as it listens on this one to nothing."""
        if self._another is None or not self._thread:
            return
        other = self._another()
        try:
            cursor = other.cursor()
            cursor.execute(f"KILL QUERY {int(self._thread)}")
            cursor.close()
        finally:
            other.close()

    def _translate(self, error: Exception) -> failure.DatabaseError:
        return translate(error, self.name, self._secrets)

    def close(self) -> None:
        if self._owned:
            with suppress(Exception):  # it is gone already
                self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


# --- what the server is, and what it sends --------------------------------------------------------


def server_dialect(connection: Any) -> str:
    """All of the drivers connect to both servers, which name a collation differently."""
    version = getattr(connection, "server_info", None) or getattr(connection, "get_server_info", "")
    return "mariadb" if "mariadb" in str(version() if callable(version) else version).lower() else "mysql"


def is_in_transaction(connection: Any) -> bool:
    """Also where that cannot be told: then it is left as it is."""
    if isinstance(known := getattr(connection, "in_transaction", None), bool):
        return known
    status = getattr(connection, "server_status", None)
    return bool(status & 1) if isinstance(status, int) else True


def typed(description: Sequence[Sequence[Any]], rows: Sequence[Any]) -> pyarrow.Table:
    """Bits as numbers, bytes of text as text. A column without rows or values still has its type."""
    names, codes = [column[0] for column in description], [column[1] for column in description]
    columns = columns_of(rows) or [()] * len(names)
    plain = [_without_bytes(column, code) for column, code in zip(columns, codes, strict=True)]
    return with_types(table_of_columns(names, plain), types_of(codes))


def _without_bytes(values: Sequence[Any], code: int) -> Sequence[Any]:
    if not any(isinstance(value, bytes | bytearray) for value in values):
        return values
    return [
        value if not isinstance(value, bytes | bytearray)
        else int.from_bytes(value, "big") if code == BIT
        else _text(value)
        for value in values
    ]  # fmt: skip


def _text(value: bytes | bytearray) -> str | bytes:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return bytes(value)


def types_of(codes: Sequence[int]) -> list[pyarrow.DataType | None]:
    """The types of columns by the protocol's numbers for them. A TIMESTAMP is an instant, shown in our UTC."""
    import pyarrow

    known = {
        **dict.fromkeys((0, 4, 5, 246), pyarrow.float64()),
        **dict.fromkeys((1, 2, 3, 8, 9, 13, 16), pyarrow.int64()),
        **dict.fromkeys((15, 245, 247, 248, 249, 250, 251, 252, 253, 254), pyarrow.string()),
        **dict.fromkeys((10, 14), pyarrow.date32()),
        **dict.fromkeys((12, 18), pyarrow.timestamp("us")),
        **dict.fromkeys((7, 17), pyarrow.timestamp("us", "UTC")),
    }
    return [known.get(code) for code in codes]


def _literal(value: object) -> str:
    """A setting's value as the server told it."""
    if isinstance(value, bytes | bytearray):
        value = value.decode()
    return (
        str(value) if isinstance(value, int | float | Decimal) else "'" + str(value).replace("'", "''") + "'"
    )


# --- opening --------------------------------------------------------------------------------------


def open_url(address: Address) -> Connection:
    """`mysql://…` and `mariadb://…`; with another driver than PyMySQL behind a `+` through SQLAlchemy."""
    if address.driver not in (None, "pymysql"):
        from metricdsl.run import sqlalchemy

        return sqlalchemy.open_url(address)
    try:
        import pymysql  # type: ignore[import-untyped]  # noqa: F401  # is it there?
    except ImportError:
        install = SCHEMES["mysql"].install
        raise failure.missing_driver("PyMySQL", "MySQL or MariaDB", install) from None
    options = connect_options(address)

    def opened() -> Any:
        import pymysql

        try:
            connection = pymysql.connect(**options)
            with connection.cursor() as cursor:
                cursor.execute("SET SESSION TRANSACTION READ ONLY")
        except (pymysql.Error, OSError, RuntimeError) as error:
            raise translate(error, address.shown, address.secrets, connecting=True) from None
        connection._read_timeout = None  # queries have limits of their own
        return connection

    return MySQL(tried_twice(opened), address.shown, opened, owned=True, secrets=address.secrets)


def connect_options(address: Address) -> dict[str, Any]:
    """What PyMySQL is told. Behind the `?`: unix_socket, charset, connect_timeout, ssl_ca, ssl_cert, ssl_key."""
    parts = urlsplit(encoded(address.text))
    query = dict(parse_qsl(parts.query))
    wait = int(query.pop("connect_timeout", 10))
    known = {"unix_socket", "charset", "ssl_ca", "ssl_cert", "ssl_key", "user", "password"}
    if unknown := sorted(set(query) - known):
        raise failure.database_error(
            "database-url",
            f"'{unknown[0]}' is no option of the address {address.shown}.",
            f"there are: {', '.join(sorted({*known, 'connect_timeout'}))}",
        )
    try:
        port = parts.port or 3306
    except ValueError:
        raise failure.database_error("database-url", f"The port in {address.shown} is no number.") from None
    return {
        "host": parts.hostname or "127.0.0.1",
        "port": port,
        "user": unquote(parts.username) if parts.username else None,
        "password": unquote(parts.password or "").encode(),  # of a str it would take Latin-1
        "database": unquote(parts.path.removeprefix("/")) or None,
        "charset": "utf8mb4",
        "connect_timeout": wait,
        "read_timeout": wait,  # a server that is there and says nothing
        "autocommit": True,
        "program_name": "metricdsl",
        **query,
    }


def from_object(connection: Any, name: str, another: Callable[[], Any] | None = None) -> MySQL:
    """The user's own connection, of any driver."""
    return MySQL(connection, name, another or _twin_maker(connection))


def _twin_maker(connection: Any) -> Callable[[], Any] | None:
    """PyMySQL's connections know how they were made; of others a query can only be stopped by its time limit."""
    if type(connection).__module__.partition(".")[0] != "pymysql":
        return None
    known = {name: getattr(connection, name) for name in ("host", "port", "user", "password", "unix_socket")}
    requires_tls = getattr(connection, "_ssl_required", getattr(connection, "ssl", False))
    tls = {"ssl": connection.ctx} if requires_tls else {}
    return lambda: type(connection)(**known, **tls, connect_timeout=10)
