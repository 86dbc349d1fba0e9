"""Connections of other drivers, and SQLAlchemy's engines."""

from __future__ import annotations

import sqlite3
import sys
import types
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from metricdsl.run import dbapi, postgres
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from metricdsl.run.rows import table_of
from metricdsl.run.schemes import SCHEMES

TABLE = "DROP TABLE IF EXISTS shelf; CREATE TABLE shelf (id integer); INSERT INTO shelf VALUES (1), (2)"


class Driver:
    """A DB-API connection that does what it is told."""

    __module__ = "trino.dbapi"

    def __init__(self, rows: object = (), error: Exception | None = None) -> None:
        self.rows, self.error = rows, error
        self.description = [("a", None), ("b", None)]
        self.done: list[str] = []

    def cursor(self) -> Driver:
        return self

    def execute(self, sql: str) -> None:
        self.done.append(sql)
        if self.error:
            raise self.error

    def fetchall(self) -> object:
        return self.rows

    def rollback(self) -> None:
        self.done.append("rollback")

    def close(self) -> None:
        self.done.append("close")


def test_rows_of_any_driver() -> None:
    driver = Driver([(1, Decimal("1.5")), (None, Decimal(2))])
    connection = open_database(driver)
    assert (connection.dialect, connection.name) == ("trino", "the trino connection")
    assert connection.execute("SELECT 1").to_pylist() == [{"a": 1, "b": 1.5}, {"a": None, "b": 2.0}]
    assert driver.done == ["SELECT 1", "close"]


def test_rows_that_are_maps() -> None:
    assert table_of(["a", "b"], [{"a": 1, "b": "x"}]).to_pylist() == [{"a": 1, "b": "x"}]


def test_columns_of_mixed_values_become_text() -> None:
    assert table_of(["a"], [(1,), ("x",), (None,)]).to_pylist() == [{"a": "1"}, {"a": "x"}, {"a": None}]
    assert table_of(["a"], [(2**80,), (1,)]).to_pylist() == [{"a": Decimal(2**80)}, {"a": Decimal(1)}]


@pytest.mark.parametrize(
    ("text", "code", "missing"),
    [
        ("(1146, \"Table 'shop.orders' doesn't exist\")", "missing-table", "shop.orders"),
        ("002003 (42S02): error:\nObject 'S.ORDERS' does not exist.", "missing-table", "S.ORDERS"),
        ("(1054, \"Unknown column 'o.colour' in 'field list'\")", "missing-column", "o.colour"),
        ("000904 (42000): error line 1\ninvalid identifier 'COLOUR'", "missing-column", "COLOUR"),
        ("(1142, \"SELECT command denied to user 'ann'@'h' for table 'orders'\")", "permission", None),
        ("something else broke", "database-error", None),
    ],
)  # fmt: skip
def test_errors_by_their_words_roll_back(text: str, code: str, missing: str | None) -> None:
    driver = Driver(error=RuntimeError(text))
    with pytest.raises(DatabaseError) as caught:
        open_database(driver).execute("SELECT 1")
    assert caught.value.diagnostics[0].code == code
    assert (caught.value.missing.name if caught.value.missing else None) == missing
    assert driver.done[-1] == "rollback"


def test_errors_by_the_code_of_the_standard() -> None:
    class Refused(Exception):
        pgcode = "42P01"

    assert dbapi.translate(Refused('relation "orders" does not exist'), "x").missing is not None


def test_a_connection_of_an_unknown_package_is_refused() -> None:
    Strange = type("Strange", (Driver,), {"__module__": "strange"})
    with pytest.raises(DatabaseError, match="Which SQL a connection of 'strange' speaks is not known"):
        open_database(Strange())


@pytest.mark.parametrize(
    ("state", "text", "code"),
    [
        ("42P01", "NOT_FOUND: Failed: ERROR:  relation \"leads\" does not exist\nLINE 1: x", "missing-table"),
        ("42703", "ERROR:  column l.amount does not exist\nLINE 1: …", "missing-column"),
        ("42501", "ERROR:  permission denied for table leads", "permission"),
        ("57014", "ERROR:  canceling statement due to statement timeout", "timeout"),
        ("57014", "ERROR:  canceling statement due to user request", "cancelled"),
        ("22P02", 'ERROR:  invalid input syntax for type integer: "a"', "database-data"),
        (None, "IO: [libpq] Failed to connect: FATAL:  password authentication failed\n", "database-login"),
        (None, "[libpq] Failed to connect: could not translate host name \"h\"", "database-unreachable"),
        ("57P01", "FATAL:  terminating connection due to administrator command", "connection-lost"),
        (None, "FATAL:  terminating connection due to administrator command\nserver closed the …", "connection-lost"),
        (None, "no connection to the server\n", "connection-lost"),
        ("57P03", "FATAL:  the database system is starting up", "database-unreachable"),
        ("40001", "ERROR:  canceling statement due to conflict with recovery", "conflict"),
        ("XX000", "ERROR:  something", "database-error"),
    ],
)  # fmt: skip
def test_errors_of_postgresql(state: str | None, text: str, code: str) -> None:
    error = postgres.translate(state, text, "PostgreSQL")
    assert error.diagnostics[0].code == code
    assert not any(part in str(error) for part in ("LINE 1", "libpq", "SQLSTATE"))


def test_names_in_errors_of_postgresql() -> None:
    missing = postgres.translate("42P01", 'relation "crm.leads" does not exist', "x").missing
    assert missing is not None
    assert missing.name == "crm.leads"
    missing = postgres.translate("42703", "column l.amount does not exist", "x").missing
    assert missing is not None
    assert missing.name == "l.amount"


PACKAGES = (
    "adbc_driver_postgresql", "adbc_driver_postgresql.dbapi", "psycopg", "duckdb", "pymysql", "sqlalchemy", "chdb",
    "clickhouse_connect", "snowflake", "google", "google.cloud", "databricks", "pyspark",
)  # fmt: skip


@pytest.mark.parametrize("scheme", [name for name, scheme in SCHEMES.items() if scheme.install])
def test_a_missing_driver_says_how_to_get_it(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PACKAGES:
        monkeypatch.setitem(sys.modules, name, None)
    for variable in ("PASSWORD", "TOKEN"):
        monkeypatch.setenv(variable, "x")
    with pytest.raises(DatabaseError) as caught:
        open_database(SCHEMES[scheme].url)
    assert caught.value.diagnostics[0].code == "database-driver"
    assert caught.value.diagnostics[0].hints == (f"install it with: {SCHEMES[scheme].install}",)


@pytest.mark.parametrize("scheme", ["snowflake", "redshift", "trino", "databricks", "bigquery"])
def test_what_sqlalchemy_does_not_have_by_itself_says_how_to_get_it(scheme: str) -> None:
    pytest.importorskip("sqlalchemy")
    if SCHEMES[scheme].opener != "sqlalchemy":
        pytest.skip(f"{scheme} is not read through SQLAlchemy")
    with pytest.raises(DatabaseError) as caught:
        open_database(f"{scheme}://h/x")
    assert caught.value.diagnostics[0].hints == (f"install it with: {SCHEMES[scheme].install}",)


def test_an_unknown_kind_of_database_lists_those_that_there_are() -> None:
    with pytest.raises(DatabaseError) as caught:
        open_database("cassandra://h/x")
    assert f"there are: {', '.join(SCHEMES)}" in caught.value.diagnostics[0].hints


def test_a_plugin_is_found_by_its_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    from metricdsl.run import opening

    opened: list[str] = []
    point = types.SimpleNamespace(load=lambda: lambda url: opened.append(url) or open_database("duckdb://"))
    monkeypatch.setattr(opening, "plugins", lambda: {"lake": point})
    open_database("lake://somewhere")
    open_database("lake")
    assert opened == ["lake://somewhere", "lake"]


# --- SQLAlchemy -------------------------------------------------------------------------------------------


def test_an_engine_of_sqlite(tmp_path: Path) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    with sqlite3.connect(tmp_path / "x.db") as made:
        made.executescript(TABLE)
    connection = open_database(sqlalchemy.create_engine(f"sqlite:///{tmp_path}/x.db"))
    assert connection.dialect == "sqlite"
    assert connection.execute("SELECT count(*) AS n FROM shelf").to_pylist() == [{"n": 2}]
    with pytest.raises(DatabaseError, match="no table nowhere"):
        connection.execute("SELECT 1 FROM nowhere")
    assert connection.execute("SELECT count(*) AS n FROM shelf").to_pylist() == [{"n": 2}]


def test_an_engine_of_postgresql(database: Callable[[str], Any]) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    server = database("postgres")
    server.connection.execute(TABLE)
    engine = sqlalchemy.create_engine(server.target.replace("postgresql:", "postgresql+psycopg:"))
    connection = open_database(engine)
    assert connection.dialect == "postgres"
    assert connection.execute("SELECT count(*) AS n FROM shelf").to_pylist() == [{"n": 2}]
    with engine.connect() as live:
        live.exec_driver_sql("INSERT INTO shelf VALUES (3)")
        assert open_database(live).execute("SELECT count(*) AS n FROM shelf").to_pylist() == [{"n": 3}]
        live.commit()
    assert server.query("SELECT count(*) FROM shelf") == [(3,)]
    engine.dispose()


def test_a_password_of_an_engine_is_never_shown() -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    connection = open_database(sqlalchemy.create_engine("postgresql+psycopg://ann:hush@127.0.0.1:1/x"))
    assert connection.name == "postgresql+psycopg://ann:***@127.0.0.1:1/x"
    with pytest.raises(DatabaseError) as caught:
        connection.execute("SELECT 1")
    assert caught.value.diagnostics[0].code == "database-unreachable"
    assert "hush" not in str(caught.value)


def test_an_unknown_kind_of_database_for_sqlalchemy() -> None:
    pytest.importorskip("sqlalchemy")
    with pytest.raises(DatabaseError, match="knows no kind of database named 'nonsense'"):
        open_database("nonsense+driver://h/x")


# --- the same questions on each way to connect ------------------------------------------------------------


def test_a_duckdb_relation_is_no_database() -> None:
    with pytest.raises(DatabaseError, match="is no database"):
        open_database(duckdb.sql("SELECT 1"))
