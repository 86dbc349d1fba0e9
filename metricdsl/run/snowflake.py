"""Snowflake through its own connector (3.12 and later): a URL, or a connection that the user has."""

from __future__ import annotations

import re
import uuid
import warnings
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from metricdsl.run import failure
from metricdsl.run.address import Address, encoded, query_of, scrub
from metricdsl.run.connection import Connection, Progress, interruptible, tried_twice
from metricdsl.run.rows import table_of
from metricdsl.run.schemes import SCHEMES

if TYPE_CHECKING:
    import pyarrow

TAG = "metricdsl"
"""What a query's QUERY_TAG begins with, by which Snowflake's query history tells whose it is."""
BY_TAG = "SELECT query_id FROM TABLE(information_schema.query_history_by_session()) WHERE query_tag = '{}'"
MISSING = frozenset({2003, 2043})
LOST = frozenset({250002, 390104, 390110, 390111, 390112, 390114, 390115, 390195})
"""The session has ended: nothing was asked for some hours, or somebody closed it."""
PERMISSION = frozenset({3001, 3003, 3041})
LOGIN = r"username or password|JWT|authenticat|\b3901\d\d\b|\bMFA\b|login .*denied|No \w* ?(user|password|account)"
LOGIN_NUMBERS = frozenset({251001, 251005, 251006, 251008})


class Snowflake:
    """Each query has a tag of its own, by which it can be stopped, and a time limit of its own."""

    dialect = "snowflake"

    def __init__(
        self,
        connection: Any,
        name: str,
        secrets: tuple[str, ...] = (),
        reopen: Callable[[], Any] | None = None,
    ) -> None:
        """`reopen` makes another such connection where this one was opened here and its session has ended."""
        self.name = name
        self._connection = connection
        self._secrets = secrets
        self._reopen = reopen

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        try:
            return self._answer(sql, timeout, progress)
        except failure.DatabaseError as error:
            if self._reopen is None or error.diagnostics[0].code != "connection-lost":
                raise
        self._connection = self._reopen()
        return self._answer(sql, timeout, progress)

    def _answer(self, sql: str, timeout: float | None, progress: Progress | None) -> pyarrow.Table:
        tag = f"{TAG} {uuid.uuid4()}"
        try:
            return interruptible(
                lambda: self._read(sql, tag, timeout), lambda: self._cancel(tag), timeout, progress
            )
        except failure.DatabaseError:
            raise
        except Exception as error:  # the connector's, which is not imported for it
            raise translate(error, f"Snowflake ({self.name})", self._secrets) from None

    def _read(self, sql: str, tag: str, timeout: float | None) -> pyarrow.Table:
        limit = {} if timeout is None else {"STATEMENT_TIMEOUT_IN_SECONDS": int(timeout) + 2}
        with self._connection.cursor() as cursor:
            cursor.execute(sql, _statement_params={"QUERY_TAG": tag, **limit})
            try:
                # Nanoseconds would end with the year 2262.
                table: pyarrow.Table = cursor.fetch_arrow_all(
                    force_return_table=True, force_microsecond_precision=True
                )
            except Exception as error:
                if not _is_no_arrow(error):
                    raise
                return table_of([column[0] for column in cursor.description], map(_values, cursor.fetchall()))
            return table

    def schema(self, sql: str) -> pyarrow.Schema:
        """The types of a query's columns, which no warehouse is needed for; no rows would not tell all zones."""
        try:
            with self._connection.cursor() as cursor:
                return schema_of(cursor.describe(sql))
        except Exception as error:
            raise translate(error, f"Snowflake ({self.name})", self._secrets) from None

    def _cancel(self, tag: str) -> None:
        """Through another cursor: the first one waits."""
        with self._connection.cursor() as cursor:
            cursor.execute(BY_TAG.format(tag))
            for row in cursor.fetchall():
                cursor.execute(f"SELECT SYSTEM$CANCEL_QUERY('{_values(row)[0]}')")

    def close(self) -> None:
        if self._reopen is not None:
            self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def schema_of(columns: Iterable[Sequence[Any]]) -> pyarrow.Schema:
    """From names and Snowflake's numbers of types; Arrow's null is what cannot be told, as of a VARIANT."""
    import pyarrow

    types = {
        0: pyarrow.decimal128(38, 0), 1: pyarrow.float64(), 2: pyarrow.string(), 3: pyarrow.date32(),
        4: pyarrow.timestamp("us"), 6: pyarrow.timestamp("us", "UTC"), 7: pyarrow.timestamp("us", "UTC"),
        8: pyarrow.timestamp("us"), 13: pyarrow.bool_(),
    }  # fmt: skip
    return pyarrow.schema([(name, types.get(number, pyarrow.null())) for name, number, *_ in columns])


def _values(row: Any) -> tuple[Any, ...]:
    """A row of a plain or of a dictionary's cursor."""
    return tuple(row.values()) if isinstance(row, dict) else tuple(row)


def _is_no_arrow(error: Exception) -> bool:
    """Whether rows came as JSON, as some accounts want it, or the connector is an old one."""
    return isinstance(error, TypeError) or type(error).__name__ == "NotSupportedError"


def open_url(address: Address) -> Connection:
    """`snowflake://user:$PASSWORD@account/database/schema?warehouse=…&role=…`

    What stands behind the `?` are the connector's own parameters: `authenticator=externalbrowser`,
    `private_key_file=…`; `snowflake://?connection_name=dev` is one of the file connections.toml.
    """
    if address.driver is not None:
        from metricdsl.run import sqlalchemy

        return sqlalchemy.open_url(address)
    try:
        import snowflake.connector as connector
    except ImportError:
        install = SCHEMES["snowflake"].install
        raise failure.missing_driver("snowflake-connector-python", "Snowflake", install) from None
    options = options_of(address)

    def opened() -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)  # of defaults that we do not use
                return connector.connect(**options)
        except Exception as error:
            raise translate(error, f"Snowflake ({address.shown})", address.secrets, opening=True) from None

    def reopened() -> Any:
        return tried_twice(opened)

    return Snowflake(reopened(), address.shown, address.secrets, reopened)


def options_of(address: Address) -> dict[str, Any]:
    """What the connector is told; session parameters that an answer could lean on there are none."""
    parts = urlsplit(encoded(address.text))
    database, _, schema = unquote(parts.path).strip("/").partition("/")
    account = (parts.hostname or "").removesuffix(".snowflakecomputing.com")
    said = {"account": account, "user": unquote(parts.username or ""), "password": unquote(parts.password or ""),
            "database": database, "schema": schema, **query_of(address)}  # fmt: skip
    options: dict[str, Any] = {name: value for name, value in said.items() if value}
    if "port" in options:
        options["port"] = int(options["port"])
    return {"application": TAG, "session_parameters": {"QUERY_TAG": TAG}, **options}


def from_object(connection: object) -> Snowflake | None:
    """The user's own connection of the connector, or of a Snowpark session; None when it is something else."""
    if type(connection).__module__.partition(".")[0] != "snowflake":
        return None
    if callable(getattr(connection, "cursor", None)):
        return Snowflake(connection, "the snowflake connection")
    own = getattr(connection, "connection", None)  # a Session's
    return Snowflake(own, "the Snowpark session") if callable(getattr(own, "cursor", None)) else None


def translate(
    error: Exception, name: str, secrets: tuple[str, ...] = (), opening: bool = False
) -> failure.DatabaseError:
    """By the connector's number of the error, else by the class of the SQL standard's state."""
    number, state = getattr(error, "errno", None), str(getattr(error, "sqlstate", None) or "")
    detail = _told(scrub(str(error), secrets))
    if number in LOST and not opening:
        return failure.lost(name, detail)
    if opening or state.startswith("08") or number in LOGIN_NUMBERS:
        return _not_opened(number, detail, name)
    if number in PERMISSION:
        return failure.no_permission(name, detail)
    quoted = re.search(r"'([^']+)'", detail)
    match number:
        case _ if number in MISSING and quoted:
            return failure.missing_table(_plain(quoted[1]), name)
        case 904 if quoted:
            return failure.missing_column(_plain(quoted[1]).rpartition(".")[2], name)
        case 604:
            return failure.stopped(name)
        case 630:
            return failure.timed_out(name)
        case 606:
            hint = "name one: …?warehouse=NAME in the URL, or `warehouse=` where you connect"
            return failure.database_error(
                "database-warehouse", f"{name} has no warehouse for the query.", hint
            )
    return failure.unfit_data(name, detail) if state.startswith("22") else failure.other(name, detail)


def _not_opened(number: int | None, detail: str, name: str) -> failure.DatabaseError:
    if number in LOGIN_NUMBERS or re.search(LOGIN, detail, re.IGNORECASE):
        return failure.refused_login(name, detail)
    if "onfiguration" in detail:
        hint = "check the address, and the connector's parameters behind its ?"
        return failure.database_error("database-url", f"{name} cannot be opened: {detail}.", hint)
    return failure.unreachable(name, detail)


def _told(text: str) -> str:
    """An error's text in one line, without its numbers and those of the request."""
    text = re.sub(r"\((?:request_id|sfqid)=[^)]*\)|^\s*(?:\d{5,6} \(\w{5}\):\s*|\d{6}:\s*)+", "", text)
    text = re.sub(r"^(?:[0-9a-f-]{36}: )", "", text)
    text = re.sub(r"SQL (?:compilation|execution) error:|error line \d+ at position \d+", "", text)
    return " ".join(text.split()).rstrip(".")


def _plain(name: str) -> str:
    """`DB.SCHEMA."Table"` without the quotes."""
    return name.replace('"', "")
