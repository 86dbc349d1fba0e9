"""PostgreSQL through psycopg 3: a URL where ADBC is missing, or a connection that the user has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from metricdsl.run import failure, postgres
from metricdsl.run.address import Address, scrub
from metricdsl.run.connection import Progress, interruptible
from metricdsl.run.rows import table_of

if TYPE_CHECKING:
    import psycopg
    import pyarrow


class PsycopgPostgres:
    """Each query runs in a transaction, or a savepoint of the user's, that is rolled back."""

    dialect = "postgres"

    def __init__(
        self, connection: psycopg.Connection[Any], name: str, owned: bool, secrets: tuple[str, ...] = ()
    ) -> None:
        self.name = name
        self._connection = connection
        self._owned = owned
        self._secrets = secrets

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        import psycopg

        try:
            return interruptible(lambda: self._read(sql, timeout), self._connection.cancel, timeout, progress)
        except psycopg.Error as error:
            text = scrub(str(error), self._secrets)
            raise postgres.translate(error.sqlstate, text, f"PostgreSQL ({self.name})") from None

    def _read(self, sql: str, timeout: float | None) -> pyarrow.Table:
        from psycopg.rows import tuple_row

        with (
            self._connection.transaction(force_rollback=True),
            self._connection.cursor(row_factory=tuple_row) as cursor,
        ):
            cursor.execute("SET LOCAL TIME ZONE 'UTC'")
            cursor.execute("SET LOCAL transaction_read_only = on")
            cursor.execute(f"SET LOCAL statement_timeout = {postgres.server_limit(timeout)}".encode())
            cursor.execute(sql.encode())
            names = [column.name for column in cursor.description or ()]
            return table_of(names, cursor.fetchall())

    def close(self) -> None:
        if self._owned:
            self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def open_url(address: Address) -> PsycopgPostgres:
    try:
        import psycopg
    except ImportError:
        raise failure.missing_driver("adbc-driver-postgresql", "PostgreSQL", postgres.INSTALL) from None
    try:
        connection = psycopg.connect(postgres.connection_url(address), application_name="metricdsl")
    except psycopg.Error as error:
        text = scrub(str(error), address.secrets)
        raise postgres.translate(error.sqlstate, text, f"PostgreSQL ({address.shown})") from None
    return PsycopgPostgres(connection, address.shown, True, address.secrets)


def from_object(connection: object) -> PsycopgPostgres | None:
    """The user's own psycopg connection, or None when it is something else."""
    if type(connection).__module__.partition(".")[0] != "psycopg":
        return None
    import psycopg

    if not isinstance(connection, psycopg.Connection):
        return None
    return PsycopgPostgres(connection, "the psycopg connection", owned=False)
