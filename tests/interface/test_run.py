"""Ways to connect: plain rows, errors in words, and a connection that can be used again."""

from __future__ import annotations

import _thread
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from metricdsl.run import address
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from metricdsl.run.values import normalised
from tests.interface.fakes import Column

ENDLESS = {
    "duckdb": "SELECT count(*) FROM range(1000000000000) AS t(i) WHERE i % 7 = 3",
    "postgres": "SELECT count(*) FROM generate_series(1, 1000000000) AS t(i) WHERE i % 7 = 3",
    "mariadb": "SELECT COUNT(*) FROM seq_1_to_1000000 AS a, seq_1_to_1000000 AS b WHERE a.seq % 7 = b.seq % 3",
    "sqlite": "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT count(*) FROM t",
}
PASSWORD = "s3cr3t/ü@x"


WAYS = (
    "duckdb", "duckdb-live", "sqlite", "sqlite-live", "postgres", "psycopg", "psycopg-live", "psycopg2-live",
    "postgres-sqlalchemy", "mysql", "pymysql-live", "mysql-sqlalchemy",
)  # fmt: skip


@pytest.fixture(params=WAYS)
def opened(request: pytest.FixtureRequest, database: Callable[[str], Any], tmp_path: Path) -> Any:
    """An open connection with a table `shelf (id, amount)` of three rows, for each way to connect."""
    connection = open_database(_target(request.param, database, tmp_path, request))
    yield connection
    connection.close()


def _target(way: str, database: Callable[[str], Any], folder: Path, request: pytest.FixtureRequest) -> Any:
    match way:
        case "duckdb":
            with duckdb.connect(folder / "x.duckdb") as made:
                _fill(made)
            return f"duckdb:///{folder}/x.duckdb"
        case "duckdb-live":
            live = duckdb.connect()
            _fill(live)
            return live
        case "sqlite":
            with sqlite3.connect(folder / "x.db") as lite:
                _fill(lite)
            return f"sqlite:///{folder}/x.db"
        case "sqlite-live":
            lite = sqlite3.connect(":memory:")
            _fill(lite)
            return lite
        case "mysql" | "pymysql-live" | "mysql-sqlalchemy":
            return _of_mariadb(way, database("mariadb").connection, request)
        case _:
            return _of_postgres(way, database("postgres"), request)


def _of_postgres(way: str, server: Any, request: pytest.FixtureRequest) -> Any:
    _fill(server.connection)
    match way:
        case "postgres":
            return server.target
        case "psycopg":
            return server.target.replace("postgresql:", "postgresql+psycopg:")
        case "postgres-sqlalchemy":
            sqlalchemy = pytest.importorskip("sqlalchemy")
            engine = sqlalchemy.create_engine(server.target.replace("postgresql:", "postgresql+psycopg:"))
            request.addfinalizer(engine.dispose)
            return engine
    driver = pytest.importorskip(way.removesuffix("-live"))
    live = driver.connect(server.target)
    request.addfinalizer(live.close)
    return live


def _of_mariadb(way: str, connection: Any, request: pytest.FixtureRequest) -> Any:
    connection.query("CREATE DATABASE IF NOT EXISTS main")
    connection.select_db("main")
    with connection.cursor() as cursor:
        _fill(cursor)
    socket = connection.unix_socket
    match way:
        case "mysql":
            return f"mysql://root@localhost/main?unix_socket={socket}"
        case "mysql-sqlalchemy":
            sqlalchemy = pytest.importorskip("sqlalchemy")
            engine = sqlalchemy.create_engine(f"mysql+pymysql://root@localhost/main?unix_socket={socket}")
            request.addfinalizer(engine.dispose)
            return engine
    import pymysql

    live = pymysql.connect(user="root", unix_socket=socket, database="main")
    request.addfinalizer(live.close)
    return live


def _fill(connection: Any) -> None:
    connection.execute("DROP TABLE IF EXISTS shelf")
    connection.execute("CREATE TABLE shelf (id integer, amount numeric(10, 2))")
    connection.execute("INSERT INTO shelf VALUES (1, 10.5), (2, NULL), (3, 7)")


def quoting(connection: Any, name: str) -> str:
    """A name that is no plain word."""
    return f"`{name}`" if connection.dialect == "mariadb" else f'"{name}"'


def rows(connection: Any, sql: str, **more: Any) -> list[list[Any]]:
    return [list(row.values()) for row in connection.execute(sql, **more).to_pylist()]


def problem(connection: Any, sql: str, **more: Any) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught:
        connection.execute(sql, **more)
    return caught.value


def test_rows_come_in_order_with_their_names(opened: Any) -> None:
    name = quoting(opened, "zwei mal")
    table = opened.execute(f"SELECT id AS number, id * 2 AS {name} FROM shelf ORDER BY id DESC -- last")
    assert table.column_names == ["number", "zwei mal"]
    assert table.to_pylist()[0] == {"number": 3, "zwei mal": 6}
    assert len(table) == 3


def test_no_rows_still_have_columns(opened: Any) -> None:
    table = opened.execute("SELECT id, amount FROM shelf WHERE id > 99")
    assert (table.column_names, len(table)) == (["id", "amount"], 0)


def test_a_missing_table_is_named(opened: Any) -> None:
    error = problem(opened, "SELECT 1 FROM nowhere")
    assert error.missing is not None
    assert error.diagnostics[0].code == "missing-table"
    assert error.missing.name.rpartition(".")[2] == "nowhere"


def test_a_missing_column_is_named(opened: Any) -> None:
    error = problem(opened, "SELECT o.colour FROM shelf AS o")
    assert error.missing is not None
    assert error.diagnostics[0].code == "missing-column"
    assert error.missing.name.rpartition(".")[2] == "colour"


def test_the_connection_can_be_used_after_an_error(opened: Any) -> None:
    problem(opened, "SELECT 1 FROM nowhere")
    assert rows(opened, "SELECT count(*) FROM shelf") == [[3]]


def test_a_time_limit_ends_the_query(opened: Any) -> None:
    started = time.monotonic()
    error = problem(opened, ENDLESS[opened.dialect], timeout=0.3)
    assert error.diagnostics[0].code == "timeout"
    assert error.diagnostics[0].message == "The query was stopped after 0.3 seconds, the time limit."
    assert time.monotonic() - started < 10
    assert rows(opened, "SELECT count(*) FROM shelf") == [[3]]


def test_the_stop_button_ends_the_query(opened: Any) -> None:
    threading.Timer(0.4, _thread.interrupt_main).start()
    with pytest.raises(KeyboardInterrupt):
        opened.execute(ENDLESS[opened.dialect])
    assert rows(opened, "SELECT count(*) FROM shelf") == [[3]]


def test_progress_is_told_while_a_query_runs(opened: Any) -> None:
    told: list[float] = []
    problem(opened, ENDLESS[opened.dialect], timeout=1.2, progress=told.append)
    assert 1 <= len(told) <= 4
    assert told == sorted(told)


@pytest.mark.parametrize(
    "opened",
    [
        "duckdb",
        "sqlite",
        "postgres",
        "psycopg",
        "psycopg-live",
        "psycopg2-live",
        "postgres-sqlalchemy",
        "mysql",
    ],
    indirect=True,
)
def test_nothing_can_be_written(opened: Any) -> None:
    problem(opened, "CREATE TABLE x (a integer)")
    assert problem(opened, "SELECT * FROM x").diagnostics[0].code == "missing-table"


def test_a_password_is_in_no_name_and_no_message() -> None:
    url = f"postgresql://ann:{PASSWORD}@127.0.0.1:1/shop"
    with pytest.raises(DatabaseError) as caught:
        open_database(url)
    assert caught.value.diagnostics[0].code == "database-unreachable"
    assert "postgresql://ann:***@127.0.0.1:1/shop" in str(caught.value)
    assert "s3cr3t" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ann:pw@host/db", "postgresql://ann:***@host/db"),
        ("postgresql://ann:p@w:x@host/db", "postgresql://ann:***@host/db"),
        ("postgresql://ann:p/w@host/db", "postgresql://ann:***@host/db"),
        ("mysql://ann@host/db?password=pw&x=1", "mysql://ann@host/db?password=***&x=1"),
        ("postgresql://ann@host/db", "postgresql://ann@host/db"),
        ("duckdb:///sales.duckdb", "duckdb:///sales.duckdb"),
    ],
)
def test_passwords_are_masked(url: str, shown: str) -> None:
    assert address.mask(url) == shown
    assert "pw" not in repr(address.parse_address(url, {}))


def test_a_decoded_password_is_masked_too() -> None:
    hidden = address.secrets("postgresql://ann:p%40ss@host/db")
    assert address.scrub("bad password p@ss (p%40ss)", hidden) == "bad password *** (***)"


def test_the_environment_fills_a_url_in() -> None:
    environment = {"PW": "a/b@c", "HOST": "db.example"}
    filled = address.fill_in("postgresql://ann:$PW@${HOST}:5432/x", environment)
    assert filled == "postgresql://ann:a%2Fb%40c@db.example:5432/x"
    assert address.fill_in("postgresql://ann:pa$PW@h/x", environment) == "postgresql://ann:pa$PW@h/x"


def test_a_variable_that_is_not_set_is_named() -> None:
    with pytest.raises(DatabaseError, match=r"The environment variable PWD_X, .* is not set"):
        address.fill_in("postgresql://ann:$PWD_X@h/x", {})


@pytest.mark.parametrize(
    ("target", "code", "words"),
    [
        ("duckdb:///nowhere/x.duckdb", "database-unreachable", "There is no file nowhere/x.duckdb."),
        ("sqlite:///nowhere/x.db", "database-unreachable", "There is no file nowhere/x.db."),
        ("pg://ann:pw@h/x", "database-url", "'pg' is no kind of database that can be reached here (pg://ann:***@h/x)."),
        ("my warehouse", "database-url", "'my warehouse' is not the address of a database."),
        (42, "database-url", "A int is no database."),
    ],
)  # fmt: skip
def test_what_is_no_database(target: object, code: str, words: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        open_database(target)
    assert (caught.value.diagnostics[0].code, caught.value.diagnostics[0].message) == (code, words)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("hello, this is not a database at all")
    with pytest.raises(DatabaseError, match="could not be opened"):
        open_database(tmp_path / "x.duckdb")


class TestDuckDB:
    """The connection that a notebook already has."""

    def test_its_unfinished_result_stays(self) -> None:
        live = duckdb.connect()
        _fill(live)
        mine = live.execute("SELECT * FROM range(100000)")
        mine.fetchone()
        assert rows(open_database(live), "SELECT count(*) FROM shelf") == [[3]]
        assert mine.fetchone() == (1,)

    def test_its_temporary_tables_and_frames_are_seen(self) -> None:
        live = duckdb.connect()
        _fill(live)
        connection = open_database(live)
        live.execute("CREATE TEMP TABLE shelf AS SELECT 1 AS id, 2 AS amount").fetchall()
        live.register("frame", duckdb.sql("SELECT 5 AS x").to_arrow_table())
        assert rows(connection, "SELECT count(*) FROM shelf") == [[1]]
        assert rows(connection, "SELECT x FROM frame") == [[5]]

    def test_its_schema_is_followed(self) -> None:
        live = duckdb.connect()
        _fill(live)
        connection = open_database(live)
        live.execute('CREATE SCHEMA "o\'dd"; USE "o\'dd"; CREATE TABLE shelf AS SELECT 1 AS id').fetchall()
        assert rows(connection, "SELECT count(*) FROM shelf") == [[1]]

    def test_its_time_zone_is_left_alone_and_not_used(self) -> None:
        live = duckdb.connect()
        live.execute("SET TimeZone = 'Asia/Tokyo'")
        live.execute("CREATE TEMP TABLE t AS SELECT 1 AS x")
        connection = open_database(live)
        hour = "SELECT hour(TIMESTAMPTZ '2025-01-01 00:00:00+00')"
        assert rows(connection, hour) == [[0]]
        assert live.execute("SELECT current_setting('TimeZone')").fetchall() == [("Asia/Tokyo",)]

    def test_variables_of_python_are_no_tables(self) -> None:
        sql = duckdb.sql("SELECT 5 AS x").to_arrow_table()  # noqa: F841  # what a careless cursor would find
        error = problem(open_database("duckdb://"), "SELECT * FROM sql")
        assert error.diagnostics[0].code == "missing-table"

    def test_it_stays_open(self) -> None:
        live = duckdb.connect()
        open_database(live).close()
        assert live.execute("SELECT 1").fetchall() == [(1,)]

    def test_a_file_open_for_writing_in_this_process_can_be_read(self, tmp_path: Path) -> None:
        with duckdb.connect(tmp_path / "x.duckdb") as live:
            _fill(live)
            assert rows(open_database(tmp_path / "x.duckdb"), "SELECT count(*) FROM shelf") == [[3]]


class TestPostgres:
    @pytest.fixture(params=["postgresql:", "postgresql+psycopg:"])
    def server(self, request: pytest.FixtureRequest, database: Callable[[str], Any]) -> Any:
        found = database("postgres")
        connection = open_database(found.target.replace("postgresql:", request.param))
        yield connection
        connection.close()

    def test_types_arrive_as_values(self, server: Any, database: Callable[[str], Any]) -> None:
        live = database("postgres").connection
        live.execute("DROP TYPE IF EXISTS mood; CREATE TYPE mood AS ENUM ('glad', 'sad')")
        sql = """SELECT 1.50::numeric AS a, 'NaN'::numeric AS b, 12345678901234567890123::numeric AS c,
            'sad'::mood AS d, 'infinity'::float8 AS e, DATE '2025-01-31' AS f,
            TIMESTAMPTZ '2025-01-01 00:00:00+00' AS g, true AS h,
            '00000000-0000-0000-0000-000000000001'::uuid AS i, NULL::text AS j, 'x  '::char(3) AS k,
            2::numeric AS l"""
        kinds = [
            "money",
            "number",
            "integer",
            "text",
            "number",
            "date",
            "timestamp",
            "boolean",
            "text",
            "text",
            "text",
            "integer",
        ]
        columns = [Column(name, name, kind) for name, kind in zip("abcdefghijkl", kinds, strict=True)]
        table = normalised(server.execute(sql), columns, "Asia/Tokyo")  # type: ignore[arg-type]
        values = [str(value) for value in table.to_pylist()[0].values()]
        assert values == [
            "1.5", "None", "12345678901234567890123", "sad", "None", "2025-01-31", "2025-01-01 09:00:00",
            "True",
            "00000000-0000-0000-0000-000000000001", "None", "x  ", "2",
        ]  # fmt: skip

    def test_sessions_are_named_read_only_and_in_utc(self, server: Any) -> None:
        sql = """SELECT current_setting('application_name') AS a, current_setting('TimeZone') AS b,
            current_setting('transaction_read_only') AS c"""
        assert [list(row.values()) for row in server.execute(sql).to_pylist()] == [["metricdsl", "UTC", "on"]]

    def test_a_database_that_is_not_there(self, database: Callable[[str], Any]) -> None:
        target = database("postgres").target.replace("worker_", "no_")
        for url in (target, target.replace("postgresql:", "postgresql+psycopg:")):
            with pytest.raises(DatabaseError) as caught:
                open_database(url)
            assert caught.value.diagnostics[0].code == "database-login"

    def test_a_table_that_may_not_be_read(self, server: Any, database: Callable[[str], Any]) -> None:
        found = database("postgres")
        _fill(found.connection)
        role = f"guest_{os.getpid()}"  # a server's roles are those of all workers
        found.connection.execute(f"CREATE ROLE {role} LOGIN; GRANT USAGE ON SCHEMA public TO {role}")
        try:
            guest = open_database(found.target.replace("user=tester", f"user={role}"))
            assert problem(guest, "SELECT * FROM shelf").diagnostics[0].code == "permission"
            guest.close()
        finally:
            found.connection.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")

    def test_the_users_transaction_is_left_as_it_was(self, database: Callable[[str], Any]) -> None:
        import psycopg

        found = database("postgres")
        _fill(found.connection)
        with psycopg.connect(found.target) as live:
            live.execute("SET TIME ZONE 'Asia/Tokyo'")
            live.execute("INSERT INTO shelf VALUES (4, 4)")
            connection = open_database(live)
            assert rows(connection, "SELECT count(*) FROM shelf") == [[4]]
            problem(connection, "SELECT 1 FROM nowhere")
            live.execute("INSERT INTO shelf VALUES (5, 5)")
            assert live.execute("SELECT current_setting('TimeZone')").fetchall() == [("Asia/Tokyo",)]
            live.commit()
        assert found.query("SELECT count(*) FROM shelf") == [(5,)]
