"""What goes wrong with a real PostgreSQL server: one paragraph each, and never the password."""

from __future__ import annotations

import os
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from metricdsl.__main__ import main
from metricdsl.run import connection as connections
from metricdsl.run import postgres
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from tests.conftest import Database

PASSWORD = "h u/s%h@x"
DRIVERS = ["postgresql:", "postgresql+psycopg:"]
SLOW = "SELECT count(*) FROM generate_series(1, 1000000000) AS t(i) WHERE i % 7 = 3"


@pytest.fixture
def server(database: Callable[[str], Database]) -> Database:
    return database("postgres")


@pytest.fixture(params=DRIVERS)
def by_url(request: pytest.FixtureRequest, server: Database) -> Iterator[Any]:
    connection = open_database(server.target.replace("postgresql:", request.param))
    yield connection
    connection.close()


@pytest.fixture(params=["psycopg", "psycopg2"])
def of_the_user(request: pytest.FixtureRequest, server: Database) -> Iterator[Any]:
    live = pytest.importorskip(request.param).connect(server.target, application_name="metricdsl")
    yield open_database(live)
    live.close()


def problem(connection: Any, sql: str, **more: Any) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught:
        connection.execute(sql, **more)
    return caught.value


def code(error: DatabaseError) -> str:
    assert len(error.diagnostics) == 1
    assert "\n" not in error.diagnostics[0].message
    return error.diagnostics[0].code


def tell(server: Database, function: str) -> int:
    """Call a function of PostgreSQL for administrators on our sessions that are there; how many."""
    mine = "application_name = 'metricdsl' AND datname = current_database()"
    return int(server.query(f"SELECT count({function}(pid)) FROM pg_stat_activity WHERE {mine}")[0][0])


def later(server: Database, function: str) -> threading.Thread:
    """The same, as soon as our query runs."""

    def wait_and_tell() -> None:
        running = (
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'metricdsl' AND state = 'active'"
        )
        for _ in range(500):
            if server.query(running)[0][0]:
                tell(server, function)
                return
            time.sleep(0.02)

    thread = threading.Thread(target=wait_and_tell)
    thread.start()
    return thread


# --- opening ----------------------------------------------------------------------------------------


@pytest.fixture
def guarded(server: Database) -> Iterator[str]:
    """The address of the server for a user who must give a password."""
    user = f"ann_{os.getpid()}"
    rules = Path(server.query("SHOW hba_file")[0][0])
    before = rules.read_text()
    rules.write_text(f"local all {user} scram-sha-256\n{before}")
    server.connection.execute(f"CREATE ROLE {user} LOGIN PASSWORD 'right'")
    server.query("SELECT pg_reload_conf()")
    try:
        yield server.target.replace("user=tester", f"user={user}")
    finally:
        rules.write_text(before)
        server.query("SELECT pg_reload_conf()")
        server.connection.execute(f"DROP ROLE {user}")


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_wrong_password_is_refused_and_never_shown(
    guarded: str, driver: str, monkeypatch: pytest.MonkeyPatch, capfd: Any, tmp_path: Path
) -> None:
    monkeypatch.setenv("SECRET", "wr0ng-s3cret")
    for url in (
        guarded.replace("postgresql://", "postgresql://:$SECRET@"),
        f"{guarded}&password=$SECRET",
    ):
        with pytest.raises(DatabaseError) as caught:
            open_database(url.replace("postgresql:", driver))
        assert code(caught.value) == "database-login"
        shown = f"{''.join(traceback.format_exception(caught.value))}{caught.value!r}"
        assert "wr0ng-s3cret" not in shown
    assert main(["run", "leads", "--database", url, "--catalog", "metrics_catalog"]) == 3
    printed = "".join(capfd.readouterr())
    assert "refused the login" in printed
    assert "wr0ng-s3cret" not in printed


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("host", ["127.0.0.1:1", "no-such-host.invalid"])
def test_a_server_that_is_not_there(driver: str, host: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        open_database(f"{driver}//ann:{PASSWORD}@{host}/shop")
    assert code(caught.value) == "database-unreachable"
    assert f"{driver}//ann:***@{host}/shop" in str(caught.value)
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_server_that_says_nothing(driver: str) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(DatabaseError) as caught:
            open_database(f"{driver}//ann@127.0.0.1:{silent.getsockname()[1]}/shop?connect_timeout=2")
    assert code(caught.value) == "database-unreachable"


def test_a_server_that_comes_up_meanwhile_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PAUSE", 0)
    tries: list[int] = []

    def opened() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise postgres.translate("57P03", "FATAL:  the database system is starting up", "x")
        return "open"

    assert connections.tried_twice(opened) == "open"


@pytest.mark.parametrize("state", ["57014", "42501", "22P02", "28P01", "57P01"])
def test_what_a_second_try_would_not_change_is_tried_once(state: str) -> None:
    tries: list[int] = []

    def refused() -> None:
        tries.append(1)
        raise postgres.translate(state, "ERROR:  no", "x")

    with pytest.raises(DatabaseError):
        connections.tried_twice(refused)
    assert tries == [1]


# --- running ----------------------------------------------------------------------------------------


def test_a_connection_lost_between_two_questions_is_opened_again(by_url: Any, server: Database) -> None:
    assert by_url.execute("SELECT 1 AS n").to_pylist() == [{"n": 1}]
    assert tell(server, "pg_terminate_backend") == 1
    assert by_url.execute("SELECT 2 AS n").to_pylist() == [{"n": 2}]
    setting = "SELECT current_setting('TimeZone') || current_setting('transaction_read_only') AS s"
    assert by_url.execute(setting).to_pylist() == [{"s": "UTCon"}]


def test_a_connection_of_the_user_is_not_opened_again(of_the_user: Any, server: Database) -> None:
    of_the_user.execute("SELECT 1 AS n")
    assert tell(server, "pg_terminate_backend") == 1
    assert code(problem(of_the_user, "SELECT 1")) == "connection-lost"
    assert code(problem(of_the_user, "SELECT 1")) == "connection-lost"


def test_a_connection_lost_in_the_middle_is_said(by_url: Any, server: Database) -> None:
    thread = later(server, "pg_terminate_backend")
    error = problem(by_url, SLOW)
    thread.join()
    assert code(error) == "connection-lost"
    assert "ask again" in str(error)
    assert by_url.execute("SELECT 2 AS n").to_pylist() == [{"n": 2}]


def test_a_query_that_an_administrator_cancels(by_url: Any, server: Database) -> None:
    thread = later(server, "pg_cancel_backend")
    assert code(problem(by_url, SLOW)) == "cancelled"
    thread.join()
    assert by_url.execute("SELECT 2 AS n").to_pylist() == [{"n": 2}]


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_time_limit_of_the_server(server: Database, driver: str) -> None:
    target = f"{server.target}&options=-c%20statement_timeout%3D200".replace("postgresql:", driver)
    connection = open_database(target)
    error = problem(connection, SLOW)
    assert code(error) == "timeout"
    assert "the server sets" in str(error)
    assert connection.execute("SELECT 2 AS n", timeout=30).to_pylist() == [{"n": 2}]
    assert "the server sets" in str(problem(connection, SLOW))
    connection.close()


def test_a_conflict_with_others_is_tried_twice(
    by_url: Any, server: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PAUSE", 0)
    tries: list[int] = []
    answer = by_url._answer
    monkeypatch.setattr(by_url, "_answer", lambda *args: (tries.append(1), answer(*args))[1])
    server.connection.execute(
        "CREATE OR REPLACE FUNCTION conflict() RETURNS int LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'concurrent update' USING ERRCODE = '40001'; END $$"
    )
    assert code(problem(by_url, "SELECT conflict()")) == "conflict"
    assert tries == [1, 1]


def test_a_sum_beyond_all_bounds_is_refused(by_url: Any) -> None:
    assert (
        code(problem(by_url, "SELECT 9223372036854775807 + i FROM generate_series(1, 1) t(i)"))
        == "database-data"
    )
