"""PostgreSQL through psycopg 3: a URL where ADBC is missing, or a connection that the user has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure, postgres
from metricdsl.run.address import Address, scrub
from metricdsl.run.connection import Progress, interruptible, tried_twice
from metricdsl.run.rows import table_of, with_types

if TYPE_CHECKING:
    import psycopg
    import pyarrow


class PsycopgPostgres:
    """Each query runs in a transaction, or a savepoint of the user's, that is rolled back."""

    dialect = "postgres"
    product = "PostgreSQL"

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        name: str,
        secrets: tuple[str, ...] = (),
        reopen: Callable[[], psycopg.Connection[Any]] | None = None,
    ) -> None:
        """`reopen` makes another such connection where this one was opened here and got lost."""
        self.name = name
        self._connection = connection
        self._secrets = secrets
        self._reopen = reopen

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        if self._reopen is None:
            return self._answer(sql, timeout, progress)
        if not self._is_there():
            self._connection = self._reopen()
        return tried_twice(lambda: self._answer(sql, timeout, progress))

    def _is_there(self) -> bool:
        import psycopg

        try:
            self._connection.execute("SELECT 1")
        except psycopg.OperationalError:
            self._connection.close()
            return False
        return True

    def _answer(self, sql: str, timeout: float | None, progress: Progress | None) -> pyarrow.Table:
        import psycopg

        try:
            return interruptible(lambda: self._read(sql, timeout), self._connection.cancel, timeout, progress)
        except psycopg.Error as error:
            raise translate(error, f"{self.product} ({self.name})", self._secrets) from None

    def _read(self, sql: str, timeout: float | None) -> pyarrow.Table:
        from psycopg.rows import tuple_row

        limit = {} if timeout is None else {"statement_timeout": postgres.server_limit(timeout)}
        values = {**postgres.SETTINGS, "transaction_read_only": "on", **limit}
        with (
            self._connection.transaction(force_rollback=True),
            self._connection.cursor(row_factory=tuple_row) as cursor,
        ):
            cursor.execute(postgres.setting(values, local=True).encode())
            cursor.execute(sql.encode())
            columns = cursor.description or []
            table = table_of([column.name for column in columns], cursor.fetchall())
            return with_types(table, postgres.types_of([column.type_code for column in columns]))

    def close(self) -> None:
        if self._reopen is not None:
            self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def open_url(address: Address) -> PsycopgPostgres:
    try:
        import psycopg
    except ImportError:
        raise failure.missing_driver("adbc-driver-postgresql", "PostgreSQL", postgres.INSTALL) from None

    def opened() -> psycopg.Connection[Any]:
        url = postgres.connection_url(address)
        try:
            return psycopg.connect(url, autocommit=True, application_name="metricdsl")
        except psycopg.Error as error:
            raise translate(error, f"PostgreSQL ({address.shown})", address.secrets) from None

    def reopened() -> psycopg.Connection[Any]:
        return tried_twice(opened)

    return PsycopgPostgres(reopened(), address.shown, address.secrets, reopened)


def from_object(connection: object) -> PsycopgPostgres | None:
    """The user's own psycopg connection, or None when it is something else."""
    if type(connection).__module__.partition(".")[0] != "psycopg":
        return None
    import psycopg

    if not isinstance(connection, psycopg.Connection):
        return None
    return PsycopgPostgres(connection, "the psycopg connection")


def translate(error: psycopg.Error, name: str, secrets: tuple[str, ...]) -> failure.DatabaseError:
    """The driver's error in our words, without the secrets of the address."""
    return postgres.translate(error.sqlstate, scrub(str(error), secrets), name)
