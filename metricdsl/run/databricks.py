"""Databricks: a SQL warehouse or cluster, rows as Arrow through its own connector."""

from __future__ import annotations

import logging
import re
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies

from metricdsl.run import failure, spark
from metricdsl.run.address import Address, encoded, query_of, scrub
from metricdsl.run.connection import Connection, Progress, interruptible, tried_twice
from metricdsl.run.schemes import SCHEMES

if TYPE_CHECKING:
    import pyarrow

SETTINGS = {"ansi_mode": "true", "timezone": "UTC"}
"""What fails is said, not made null; names of a warehouse's settings, a cluster does not mind them."""
PATIENCE = 10  # seconds for a host to answer at all
REFUSED = frozenset({401, 403})
LOST = r"session|handle|Connection (aborted|reset|refused)|RemoteDisconnected|closed"


class Databricks:
    """A session that is opened here is opened again when it was lost between two questions."""

    dialect = "databricks"

    def __init__(
        self, opened: Callable[[], Any], name: str, secrets: tuple[str, ...] = (), owned: bool = True
    ) -> None:
        self.name = name
        self._secrets = secrets
        self._owned = owned
        self._open = opened
        self._limit: int | None = None
        """The server's time limit in seconds, where it was set here."""
        self._connection = tried_twice(self._opened)

    def _opened(self) -> Any:
        self._limit = None
        try:
            return self._open()
        except Exception as error:
            raise self._translate(error, opening=True) from None

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        try:
            return self._answer(sql, timeout, progress)
        except failure.DatabaseError as error:
            if not self._owned or error.diagnostics[0].code != "connection-lost":
                raise
        old, self._connection = self._connection, tried_twice(self._opened)
        with suppress(
            Exception
        ):  # else it is closed when Python ends, from a server that may be gone by then
            old.close()
        return self._answer(sql, timeout, progress)

    def _answer(self, sql: str, timeout: float | None, progress: Progress | None) -> pyarrow.Table:
        try:
            with self._connection.cursor() as cursor:
                return interruptible(
                    lambda: self._fetch(cursor, sql, timeout), cursor.cancel, timeout, progress
                )
        except failure.DatabaseError:
            raise
        except Exception as error:
            raise self._translate(error, opening=False) from None

    def _fetch(self, cursor: Any, sql: str, timeout: float | None) -> pyarrow.Table:
        # A little later than our own limit, which gives the better message: for when we are gone.
        limit = None if timeout is None else int(timeout) + 5
        if self._owned and limit != self._limit:
            verb = "RESET STATEMENT_TIMEOUT" if limit is None else f"SET STATEMENT_TIMEOUT = {limit}"
            cursor.execute(verb)
            self._limit = limit
        cursor.execute(sql)
        return cursor.fetchall_arrow()

    def _translate(self, error: Exception, opening: bool) -> failure.DatabaseError:
        context: dict[str, Any] = getattr(error, "context", None) or {}
        text = scrub(str(error) or type(error).__name__, self._secrets)
        database = f"Databricks ({self.name})" if self._owned else self.name
        detail = " ".join(text.removeprefix("Error during request to server").split()).strip(" :.")
        if context.get("http-code") in REFUSED:
            return failure.refused_login(database, detail or f"HTTP {context['http-code']}")
        found = spark.translate(text, database)
        if opening and found.diagnostics[0].code in {"database-error", "connection-lost"}:
            return failure.unreachable(database, detail)
        if found.diagnostics[0].code != "database-error":
            return found
        if type(error).__name__ == "RequestError" or re.search(LOST, text):
            return failure.lost(database, detail)
        return found

    def close(self) -> None:
        """A connection that the user made stays open."""
        if self._owned:
            self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def open_url(address: Address) -> Connection:
    """`databricks://token:$TOKEN@host/sql/1.0/warehouses/x?catalog=main&schema=sales`"""
    try:
        from databricks import sql
    except ImportError:
        install = SCHEMES[address.scheme].install
        raise failure.missing_driver("databricks-sql-connector", "Databricks", install) from None
    arguments = connection_arguments(address)
    # It would write failed requests, which are raised too, to stderr where no logging is set up.
    logging.getLogger("databricks.sql").addHandler(logging.NullHandler())

    def opened() -> Any:
        _knock(arguments["server_hostname"], arguments["_port"])
        return sql.connect(**arguments)

    return Databricks(opened, address.shown, address.secrets)


def _knock(host: str, port: int) -> None:
    """The connector tries a host that is not there for a quarter of an hour."""
    if "https" not in getproxies():
        socket.create_connection((host, port), PATIENCE).close()


def connection_arguments(address: Address) -> dict[str, Any]:
    """What the connector is told. The path is the URL's own, or its `http_path`."""
    parts, query = urlsplit(encoded(address.text)), query_of(address)
    path = query.get("http_path") or unquote(parts.path)
    missing = [
        what for what, there in (("host", parts.hostname), ("HTTP path", path.strip("/")), ("token", parts.password))
        if not there
    ]  # fmt: skip
    if missing:
        raise failure.database_error(
            "database-url",
            f"The address {address.shown} has no {' and no '.join(missing)}.",
            f"write {SCHEMES['databricks'].url}; the warehouse's page shows them under Connection details",
        )
    return {
        "server_hostname": parts.hostname,
        "http_path": path,
        "access_token": unquote(parts.password or ""),
        "catalog": query.get("catalog"),
        "schema": query.get("schema"),
        "session_configuration": dict(SETTINGS),
        "user_agent_entry": "metricdsl",
        "enable_telemetry": False,
        "_port": parts.port or 443,
    }


def from_object(connection: object) -> Databricks | None:
    """A connection of databricks.sql that the user has, or None."""
    if not type(connection).__module__.startswith("databricks.sql"):
        return None
    return Databricks(lambda: connection, "the Databricks connection", owned=False)
