"""SQLAlchemy: an engine or connection that the user has, or a URL for which nothing better is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from metricdsl.run import failure
from metricdsl.run.address import Address, mask, scrub, secrets
from metricdsl.run.connection import Connection, Progress
from metricdsl.run.dbapi import DbApi, server_dialect, translate

if TYPE_CHECKING:
    import pyarrow

KNOWN = (
    "mysql",
    "mariadb",
    "snowflake",
    "bigquery",
    "redshift",
    "databricks",
    "trino",
    "mssql",
    "oracle",
    "clickhouse",
)
DIALECTS = {"postgresql": "postgres", "mssql": "tsql", "awsathena": "athena"}


class Engine:
    """Takes a driver's connection from the engine's pool for each query and gives it back."""

    def __init__(self, engine: Any) -> None:
        self._dialect = ""
        url = engine.url.render_as_string(hide_password=False)
        self.name = mask(url)
        self._secrets = secrets(url)
        self._engine = engine

    @property
    def dialect(self) -> str:
        """Asked of the server where the URL does not tell."""
        if not self._dialect:
            self._dialect = sql_dialect(self._engine)
            if self._dialect == "mysql":
                pooled = self._pooled()
                self._dialect = server_dialect(pooled.driver_connection, self._dialect)
                pooled.close()
        return self._dialect

    def _pooled(self) -> Any:
        """A connection of the pool."""
        import sqlalchemy

        try:
            return self._engine.raw_connection()
        except sqlalchemy.exc.SQLAlchemyError as error:
            raise self._unreachable(
                error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) else error
            ) from None
        except Exception as error:  # each driver has its own family of errors
            raise self._unreachable(error) from None

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        pooled = self._pooled()
        try:
            return of_driver(pooled.driver_connection, self.dialect, self.name).execute(
                sql, timeout, progress
            )
        finally:
            pooled.close()

    def _unreachable(self, error: object) -> failure.DatabaseError:
        known = translate(Exception(scrub(str(error), self._secrets)), self.name)
        is_known = known.diagnostics[0].code != "database-error"
        detail = scrub(" ".join(str(error).split()), self._secrets)
        return known if is_known else failure.unreachable(self.name, detail.rstrip("."))

    def close(self) -> None:
        """The engine and its pool are the user's."""

    def __repr__(self) -> str:
        return f"<{self.name}>"


def of_driver(connection: object, dialect: str, name: str) -> Connection:
    """The best way to read through a driver's own connection."""
    from metricdsl.run import duckdb, psycopg, sqlite

    if module_of(connection) == "duckdb_engine":  # wraps DuckDB's own
        connection = getattr(connection, "_ConnectionWrapper__c", connection)
    for from_object in (sqlite.from_object, psycopg.from_object, duckdb.from_object):
        if (found := from_object(connection)) is not None:
            return found
    return DbApi(connection, dialect, name)


def sql_dialect(engine: Any) -> str:
    name = str(engine.dialect.name)
    return DIALECTS.get(name, name)


def module_of(thing: object) -> str:
    return type(thing).__module__.partition(".")[0]


def from_object(database: object) -> Connection | None:
    """An engine, or a connection (its transaction and temporary tables are then seen); else None."""
    if module_of(database) not in {"sqlalchemy", "sqlmodel"}:
        return None
    import sqlalchemy

    if isinstance(database, sqlalchemy.Engine):
        return Engine(database)
    if isinstance(database, sqlalchemy.Connection):
        driver = database.connection.driver_connection
        dialect = server_dialect(driver, sql_dialect(database.engine))
        return of_driver(driver, dialect, mask(str(database.engine.url)))
    return None


def open_url(address: Address) -> Connection:
    """Raises DatabaseError where SQLAlchemy or its driver for the URL is missing."""
    try:
        import sqlalchemy
    except ImportError:
        raise failure.missing_driver(
            "sqlalchemy", f"{address.shown}", "pip install sqlalchemy and the driver of your database"
        ) from None
    try:
        return Engine(sqlalchemy.create_engine(address.text))
    except ImportError as error:
        module = error.name or address.scheme
        raise failure.missing_driver(module, address.shown, f"pip install {module}") from None
    except sqlalchemy.exc.NoSuchModuleError:
        raise failure.database_error(
            "database-driver",
            f"SQLAlchemy knows no kind of database named '{address.scheme}' ({address.shown}).",
            "install the package that adds it to SQLAlchemy, or check the spelling",
        ) from None
