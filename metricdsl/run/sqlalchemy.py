"""SQLAlchemy: an engine or connection that the user has, or a URL for which nothing better is here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure
from metricdsl.run.address import Address, mask, scrub, secrets
from metricdsl.run.connection import Connection, Progress
from metricdsl.run.dbapi import of_driver as of_any_driver
from metricdsl.run.dbapi import translate
from metricdsl.run.mysql import server_dialect
from metricdsl.run.schemes import SCHEMES

if TYPE_CHECKING:
    import pyarrow

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
            if self._dialect in ("mysql", "mariadb"):
                pooled = self._pooled()
                self._dialect = server_dialect(pooled.driver_connection)
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
            driver = pooled.driver_connection
            return of_driver(driver, self.dialect, self.name, self._engine.raw_connection).execute(
                sql, timeout, progress
            )
        except (KeyboardInterrupt, failure.DatabaseError) as error:
            if self.dialect not in ("sqlite", "duckdb") and _may_be_busy(error):
                pooled.invalidate()
            raise
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


def _may_be_busy(error: BaseException) -> bool:
    """Whether a driver's connection is not fit for the pool: a query may still run on it, or it is gone."""
    if not isinstance(error, failure.DatabaseError):
        return True
    return error.diagnostics[0].code in ("timeout", "connection-lost")


def of_driver(connection: object, dialect: str, name: str, another: Callable[[], Any]) -> Connection:
    """The best way to read through a driver's own connection; `another` opens one more."""
    from metricdsl.run import duckdb, psycopg, psycopg2, redshift, snowflake, sqlite

    if module_of(connection) == "duckdb_engine":  # wraps DuckDB's own
        connection = getattr(connection, "_ConnectionWrapper__c", connection)
    for file in (sqlite, redshift, snowflake, psycopg, psycopg2, duckdb):
        found: Connection | None = file.from_object(connection)
        if found is not None:
            return found
    return of_any_driver(connection, dialect, name, another)


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
        engine = database.engine
        return of_driver(driver, sql_dialect(engine), mask(str(engine.url)), engine.raw_connection)
    return None


def open_url(address: Address) -> Connection:
    """Raises DatabaseError where SQLAlchemy or its driver for the URL is missing."""
    known = SCHEMES.get(address.scheme)
    install = known.install if known and known.opener == "sqlalchemy" else "pip install sqlalchemy"
    try:
        import sqlalchemy
    except ImportError:
        raise failure.missing_driver("sqlalchemy", address.shown, install) from None
    try:
        return Engine(sqlalchemy.create_engine(address.text))
    except ImportError as error:
        module = error.name or address.scheme
        line = install if known and known.opener == "sqlalchemy" else f"pip install {module}"
        raise failure.missing_driver(module, address.shown, line) from None
    except sqlalchemy.exc.NoSuchModuleError:
        if known:
            raise failure.missing_driver(f"{address.scheme} for SQLAlchemy", address.shown, install) from None
        raise failure.database_error(
            "database-driver",
            f"SQLAlchemy knows no kind of database named '{address.scheme}' ({address.shown}).",
            "install the package that adds it to SQLAlchemy, or check the spelling",
        ) from None
