"""PostgreSQL through a connection of psycopg2 that the user has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure, postgres
from metricdsl.run.connection import Progress, interruptible
from metricdsl.run.rows import table_of, with_types

if TYPE_CHECKING:
    import pyarrow

IN_TRANSACTION = 2  # psycopg2.extensions.TRANSACTION_STATUS_INTRANS


class Psycopg2Postgres:
    """Each query runs in a transaction, or a savepoint of the user's, that is rolled back."""

    dialect = "postgres"

    def __init__(self, connection: Any, name: str) -> None:
        self.name = name
        self._connection = connection
        self._lock = Lock()

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        try:
            return interruptible(lambda: self._read(sql, timeout), self._connection.cancel, timeout, progress)
        except failure.DatabaseError:
            raise
        except Exception as error:  # psycopg2's, and no other package is imported for it
            state = getattr(error, "pgcode", None)
            raise postgres.translate(state, str(error), f"PostgreSQL ({self.name})") from None

    def _read(self, sql: str, timeout: float | None) -> pyarrow.Table:
        limit = {} if timeout is None else {"statement_timeout": postgres.server_limit(timeout)}
        values = {**postgres.SETTINGS, "transaction_read_only": "on", **limit}
        with self._lock, self._connection.cursor() as cursor, self._aside(cursor):
            cursor.execute(postgres.setting(values, local=True))
            cursor.execute(sql)
            columns = cursor.description or ()
            table = table_of([column[0] for column in columns], cursor.fetchall())
            return with_types(table, postgres.types_of([column[1] for column in columns]))

    @contextmanager
    def _aside(self, cursor: Any) -> Iterator[None]:
        """A transaction that leaves nothing behind."""
        inside = self._connection.info.transaction_status == IN_TRANSACTION
        if inside:
            cursor.execute("SAVEPOINT metricdsl")
        elif self._connection.autocommit:
            cursor.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.closed:
                pass
            elif inside:
                cursor.execute("ROLLBACK TO SAVEPOINT metricdsl")
                cursor.execute("RELEASE SAVEPOINT metricdsl")
            elif self._connection.autocommit:
                cursor.execute("ROLLBACK")
            else:
                self._connection.rollback()

    def close(self) -> None:
        """The connection is the user's: it stays open."""

    def __repr__(self) -> str:
        return f"<{self.name}>"


def from_object(connection: Any) -> Psycopg2Postgres | None:
    """The user's own psycopg2 connection, or None when it is something else."""
    if type(connection).__module__.partition(".")[0] != "psycopg2":
        return None
    if not callable(getattr(connection, "cancel", None)):
        return None
    return Psycopg2Postgres(connection, "the psycopg2 connection")
