"""ClickHouse: a server through clickhouse-connect or clickhouse-driver, or chdb in this process."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from metricdsl.run import failure
from metricdsl.run.address import Address, encoded, query_of, scrub
from metricdsl.run.connection import Connection, Progress, interruptible, too_slow, tried_twice
from metricdsl.run.rows import table_of_columns
from metricdsl.run.schemes import SCHEMES

if TYPE_CHECKING:
    import pyarrow

Answer = tuple[Sequence[str], Sequence[Sequence[Any]]]
"""The names of the columns, and the values of each."""


class Way(Protocol):
    """What differs between the packages."""

    def read(self, sql: str, settings: dict[str, Any], query: str) -> Answer: ...
    def stop(self, query: str) -> None: ...
    def close(self) -> None: ...


class ClickHouse:
    """Each query has a name of its own, by which the server can be told to stop it."""

    dialect = "clickhouse"

    def __init__(self, way: Way, name: str, secrets: tuple[str, ...] = (), owned: bool = False) -> None:
        self.name = name
        self._way = way
        self._secrets = secrets
        self._owned = owned
        self._lock = Lock()

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        query = f"metricdsl-{uuid4()}"
        # Whole seconds, as older servers want them; the stop at the very time comes from here.
        settings = {} if timeout is None else {"max_execution_time": int(timeout) + 1}

        def read() -> pyarrow.Table:
            with self._lock:
                names, columns = self._way.read(sql, {"log_comment": "metricdsl", **settings}, query)
            return table_of_columns(names, columns)

        try:
            return interruptible(read, lambda: self._way.stop(query), timeout, progress)
        except failure.DatabaseError:
            raise
        except Exception as error:  # each package has its own family of errors
            text = scrub(str(error), self._secrets)
            if timeout is not None and "TIMEOUT_EXCEEDED" in text:
                raise too_slow(timeout) from None
            raise translate(text, self.name) from None

    def schema(self, sql: str) -> pyarrow.Schema:
        """The types of a query's columns, without running it."""
        import pyarrow

        described = self.execute(f"DESCRIBE ({sql}\n)")
        names, types = (column.to_pylist() for column in described.columns[:2])
        return pyarrow.schema(
            [pyarrow.field(n, arrow_type(t)) for n, t in zip(names, types, strict=True)]
        )  # fmt: skip

    def close(self) -> None:
        if self._owned:
            self._way.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def arrow_type(name: str) -> pyarrow.DataType:
    """A type that tells the family; null where it does not matter here."""
    import pyarrow

    while wrapped := re.fullmatch(r"(?:Nullable|LowCardinality)\((.*)\)", name):
        name = wrapped[1]
    families = (
        (r"U?Int\d+", pyarrow.int64()),
        (r"Float\d+|BFloat16|Decimal.*", pyarrow.float64()),
        (r"String|FixedString.*|Enum.*", pyarrow.string()),
        (r"Bool", pyarrow.bool_()),
        (r"Date|Date32", pyarrow.date32()),
        (r"DateTime\d*\(.*'(?!UTC').+'\)", pyarrow.timestamp("us", "UTC")),
        (r"DateTime.*", pyarrow.timestamp("us")),  # in UTC or the server's zone a wall clock may be meant
    )
    return next((known for pattern, known in families if re.fullmatch(pattern, name)), pyarrow.null())


# --- the packages ---------------------------------------------------------------------------------


class Embedded:
    """chdb: it has one query at a time, which only its time limit can end."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def read(self, sql: str, settings: dict[str, Any], query: str) -> Answer:
        cursor = self._connection.cursor()
        limit = settings.get("max_execution_time", 0)
        if limit:
            cursor.execute(f"SET max_execution_time = {limit}")
        try:
            cursor.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            rows = cursor.fetchall() or ()
            return names, list(zip(*rows, strict=True)) or [()] * len(names)
        finally:
            if limit:
                cursor.execute("SET max_execution_time = 0")
            cursor.close()

    def stop(self, query: str) -> None:
        """The time limit does."""

    def close(self) -> None:
        self._connection.close()


class ByHttp:
    """A client of clickhouse-connect."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def read(self, sql: str, settings: dict[str, Any], query: str) -> Answer:
        answer = self._client.query(sql, settings={**settings, "query_id": query})
        names = answer.column_names
        if not names:  # an answer without rows need not name its columns
            names = self._client.query(f"DESCRIBE ({sql}\n)").result_columns[0]
        return names, answer.result_columns or [()] * len(names)

    def stop(self, query: str) -> None:
        self._client.command(f"KILL QUERY WHERE query_id = '{query}' ASYNC")

    def close(self) -> None:
        self._client.close()


class ByNative:
    """A client of clickhouse-driver."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def read(self, sql: str, settings: dict[str, Any], query: str) -> Answer:
        columns, types = self._client.execute(
            sql, settings=settings, query_id=query, with_column_types=True, columnar=True
        )
        return [name for name, _ in types], columns or [()] * len(types)

    def stop(self, query: str) -> None:
        with suppress(Exception):  # it reads what is left of the answer, which is of no use
            self._client.cancel()

    def close(self) -> None:
        self._client.disconnect()


# --- opening --------------------------------------------------------------------------------------


def open_url(address: Address) -> Connection:
    """`chdb://` is in memory, `chdb:///folder` what chdb keeps there; `clickhouse://` is a server, by HTTP."""
    return _open_chdb(address) if address.scheme == "chdb" else _open_server(address)


def _open_chdb(address: Address) -> Connection:
    try:
        import chdb
    except ImportError:
        raise failure.missing_driver("chdb", "ClickHouse in this process", SCHEMES["chdb"].install) from None
    try:
        connect: Callable[[str], Any] = chdb.connect
        return ClickHouse(Embedded(connect(address.path or ":memory:")), address.shown, owned=True)
    except Exception as error:  # of several kinds
        raise failure.unreachable(address.shown, " ".join(str(error).split()).rstrip(".")) from None


def _open_server(address: Address) -> Connection:
    try:
        import clickhouse_connect
    except ImportError:
        install = SCHEMES["clickhouse"].install
        raise failure.missing_driver("clickhouse-connect", "ClickHouse", install) from None
    parts, query = urlsplit(encoded(address.text)), query_of(address)
    secure = query.get("secure", "false").lower() in ("true", "1")
    try:
        port = parts.port or (8443 if secure else 8123)
    except ValueError:
        raise failure.database_error("database-url", f"The port in {address.shown} is no number.") from None

    def opened() -> Any:
        try:
            return clickhouse_connect.get_client(
                host=parts.hostname or "localhost", port=port, secure=secure, client_name="metricdsl",
                username=unquote(parts.username or query.get("user", "default")),
                password=unquote(parts.password or query.get("password", "")),
                database=unquote(parts.path.removeprefix("/")) or "default",
                connect_timeout=int(query.get("connect_timeout", "10")), autogenerate_session_id=False,
            )  # fmt: skip
        except Exception as error:
            raise translate(scrub(str(error), address.secrets), address.shown, connecting=True) from None

    return ClickHouse(ByHttp(tried_twice(opened)), address.shown, address.secrets, owned=True)


def from_object(connection: Any) -> Connection | None:
    """The user's own connection or client, or None when it is something else."""
    ways: dict[str, Callable[[], Way]] = {
        "chdb": lambda: Embedded(connection),
        "clickhouse_connect": lambda: ByHttp(getattr(connection, "client", connection)),
        "clickhouse_driver": lambda: ByNative(connection),
    }
    package = type(connection).__module__.partition(".")[0]
    if package not in ways:
        return None
    return ClickHouse(ways[package](), f"the {package} connection")


# --- errors ---------------------------------------------------------------------------------------


def translate(text: str, name: str, connecting: bool = False) -> failure.DatabaseError:
    """By the name of the server's error, which stands in brackets at its end."""
    found = re.findall(r"\(([A-Z][A-Z_]+)\)", text)
    words = re.sub(r"\s*\([A-Z_]+\).*|.*DB::Exception: |In scope .*", "", " ".join(text.split())).rstrip(". ")
    named = re.search(r"['`]([^'`]+)['`]", words) or re.search(r"Table (\S+) does", words)
    thing = named[1] if named else words
    match found[-1] if found else "":
        case "UNKNOWN_TABLE":
            return failure.missing_table(thing, name)
        case "UNKNOWN_IDENTIFIER" | "NO_SUCH_COLUMN_IN_TABLE":
            return failure.missing_column(thing, name)
        case "AUTHENTICATION_FAILED" | "UNKNOWN_USER" | "WRONG_PASSWORD" | "REQUIRED_PASSWORD":
            return failure.refused_login(name, words)
        case "UNKNOWN_DATABASE":
            return failure.refused_login(name, words) if connecting else failure.missing_table(thing, name)
        case "ACCESS_DENIED" | "READONLY" | "NOT_ENOUGH_PRIVILEGES":
            return failure.no_permission(name, words)
        case "TIMEOUT_EXCEEDED":
            return failure.timed_out(name)
        case "QUERY_WAS_CANCELLED" | "QUERY_WAS_CANCELLED_BY_CLIENT":
            return failure.stopped(name)
        case "DECIMAL_OVERFLOW" | "TYPE_MISMATCH" | "NO_COMMON_TYPE" | "ILLEGAL_TYPE_OF_ARGUMENT":
            return failure.unfit_data(name, words)
        case code if code.startswith(("CANNOT_PARSE", "CANNOT_CONVERT", "VALUE_IS_OUT_OF_RANGE")):
            return failure.unfit_data(name, words)
        case "" if connecting:
            return failure.unreachable(name, words, passing="refused" in words)
        case "" if re.search("Connection|Max retries|RemoteDisconnected|EOF", words):
            return failure.lost(name, words)
    return failure.other(name, words)
