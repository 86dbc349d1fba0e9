"""What goes wrong with a real MariaDB server that has logins and rights: one paragraph each, and never the password."""

from __future__ import annotations

import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.__main__ import main
from metricdsl.run import mysql
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from tests import engines
from tests.conftest import NOT_RUN
from tests.engines import mariadb

SLOW = "SELECT COUNT(*) FROM seq_1_to_1000000 AS a, seq_1_to_1000000 AS b WHERE a.seq % 7 = b.seq % 3"
PASSWORD = "r1ght/ü@x"


@dataclass
class Server:
    port: int
    administrator: Any

    def url(self, user: str = "ann", password: str = PASSWORD, database: str = "shop") -> str:
        return f"mysql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def do(self, *statements: str) -> list[tuple[Any, ...]]:
        with self.administrator.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall())

    def kill(self, what: str) -> int:
        """End the sessions of ann, or what they do; how many there are."""
        threads = self.do("SELECT id FROM information_schema.processlist WHERE user = 'ann'")
        for (thread,) in threads:
            self.do(f"KILL {what} {thread}")
        return len(threads)

    def kill_later(self, what: str) -> threading.Thread:
        """The same, as soon as a query runs."""

        def wait_and_kill() -> None:
            running = "SELECT COUNT(*) FROM information_schema.processlist WHERE user = 'ann' AND info LIKE '%seq_1%'"
            for _ in range(500):
                if self.do(running)[0][0]:
                    self.kill(what)
                    return
                time.sleep(0.02)

        thread = threading.Thread(target=wait_and_kill)
        thread.start()
        return thread


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    try:
        pytest.importorskip("pymysql", reason=f"{NOT_RUN}MariaDB (the package pymysql is not installed)")
        folder = mariadb.start(f"--port={port}", "--performance-schema=ON", open_to_all=False)
        found = Server(port, mariadb.administrator(folder))
    except engines.Unavailable as reason:
        pytest.skip(f"{NOT_RUN}MariaDB ({reason})")
    found.do(
        "CREATE DATABASE shop",
        "CREATE TABLE shop.orders (id INT, amount DECIMAL(10, 2), label VARCHAR(20), sold_on DATE)",
        "INSERT INTO shop.orders VALUES (1, 10, '5', '2025-01-01')",
        "CREATE DATABASE vault",
        "CREATE TABLE vault.hidden (id INT, amount INT, sold_on DATE)",
        f"CREATE USER ann@'%' IDENTIFIED BY '{PASSWORD}'",
        "GRANT SELECT ON shop.* TO ann@'%'",
        "DELETE FROM mysql.global_priv WHERE user = ''",
        "FLUSH PRIVILEGES",
    )
    yield found
    found.administrator.close()


@pytest.fixture
def by_url(server: Server) -> Iterator[Any]:
    connection = open_database(server.url())
    yield connection
    connection.close()


@pytest.fixture(params=["pymysql", "mysql.connector"])
def of_the_user(request: pytest.FixtureRequest, server: Server) -> Any:
    driver = pytest.importorskip(request.param)
    password: Any = PASSWORD.encode() if request.param == "pymysql" else PASSWORD
    live = driver.connect(host="127.0.0.1", port=server.port, user="ann", password=password, database="shop")
    return open_database(live)


def problem(connection: Any, sql: str, **more: Any) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught:
        connection.execute(sql, **more)
    return caught.value


def refused(url: str) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught:
        open_database(url)
    return caught.value


def code(error: DatabaseError) -> str:
    assert len(error.diagnostics) == 1
    assert "\n" not in error.diagnostics[0].message
    return error.diagnostics[0].code


# --- opening ----------------------------------------------------------------------------------------


def test_a_wrong_password_is_refused_and_never_shown(
    server: Server, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    monkeypatch.setenv("SECRET", "wr0ng-s3cret")
    for url in (
        server.url(password="$SECRET"),
        f"mysql://ann@127.0.0.1:{server.port}/shop?password=$SECRET",
        server.url(password="$SECRET").replace("mysql:", "mysql+pymysql:"),
    ):
        error = refused(url)
        assert code(error) == "database-login"
        assert "wr0ng-s3cret" not in f"{''.join(traceback.format_exception(error))}{error!r}"
    assert main(["run", "leads", "--database", url, "--catalog", "metrics_catalog"]) == 3
    printed = "".join(capfd.readouterr())
    assert "refused the login" in printed
    assert "wr0ng-s3cret" not in printed


def test_a_password_of_any_letters(by_url: Any) -> None:
    assert by_url.execute("SELECT CURRENT_USER() AS u").to_pylist() == [{"u": "ann@%"}]
    assert by_url.name.startswith("mysql://ann:***@")


def test_a_database_that_is_not_there(server: Server) -> None:
    assert code(refused(server.url(database="nowhere"))) == "database-login"


@pytest.mark.parametrize("host", ["127.0.0.1:1", "no-such-host.invalid"])
def test_a_server_that_is_not_there(host: str) -> None:
    error = refused(f"mysql://ann:{PASSWORD}@{host}/shop")
    assert code(error) == "database-unreachable"
    assert f"mysql://ann:***@{host}/shop" in str(error)


def test_a_server_that_says_nothing() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"mysql://ann:{PASSWORD}@127.0.0.1:{silent.getsockname()[1]}/shop?connect_timeout=1"
        assert code(refused(url)) == "database-unreachable"


def test_an_option_that_there_is_not(server: Server) -> None:
    error = refused(f"{server.url()}?conect_timeout=1")
    assert code(error) == "database-url"
    assert "connect_timeout" in str(error)


def test_the_server_is_told_the_programs_name(server: Server, by_url: Any) -> None:
    by_url.execute("SELECT 1")
    told = server.do(
        "SELECT attr_value FROM performance_schema.session_connect_attrs AS a JOIN information_schema.processlist"
        " AS p ON p.id = a.processlist_id WHERE a.attr_name = 'program_name' AND p.user = 'ann'"
    )
    assert ("metricdsl",) in told


# --- running ----------------------------------------------------------------------------------------


def test_a_connection_lost_between_two_questions_is_opened_again(server: Server, by_url: Any) -> None:
    assert by_url.execute("SELECT 1 AS n").to_pylist() == [{"n": 1}]
    assert server.kill("CONNECTION") >= 1
    assert by_url.execute("SELECT 2 AS n").to_pylist() == [{"n": 2}]
    assert "READ ONLY" in str(problem(by_url, "CREATE TABLE shop.x (a INT)"))


def test_a_connection_of_the_user_is_not_opened_again(server: Server, of_the_user: Any) -> None:
    of_the_user.execute("SELECT 1 AS n")
    assert server.kill("CONNECTION") >= 1
    assert code(problem(of_the_user, "SELECT 1")) == "connection-lost"
    assert code(problem(of_the_user, "SELECT 1")) == "connection-lost"


def test_a_connection_lost_in_the_middle_is_said(server: Server, by_url: Any) -> None:
    thread = server.kill_later("CONNECTION")
    error = problem(by_url, SLOW)
    thread.join()
    assert code(error) == "connection-lost"
    assert by_url.execute("SELECT 2 AS n").to_pylist() == [{"n": 2}]


def test_a_query_that_an_administrator_stops(server: Server, by_url: Any) -> None:
    thread = server.kill_later("QUERY")
    assert code(problem(by_url, SLOW)) == "cancelled"
    thread.join()
    assert by_url.execute("SELECT 2 AS n").to_pylist() == [{"n": 2}]


def test_a_time_limit_of_the_server(server: Server) -> None:
    server.do("SET GLOBAL max_statement_time = 0.2")
    try:
        connection = open_database(server.url())
    finally:
        server.do("SET GLOBAL max_statement_time = 0")
    error = problem(connection, SLOW)
    assert code(error) == "timeout"
    assert "the server sets" in str(error)
    assert connection.execute("SELECT 2 AS n", timeout=30).to_pylist() == [{"n": 2}]
    assert "the server sets" in str(problem(connection, SLOW))
    connection.close()


def test_a_table_that_may_not_be_read(by_url: Any) -> None:
    assert code(problem(by_url, "SELECT * FROM vault.hidden")) == "permission"


def test_numbers_beyond_all_bounds_are_refused(by_url: Any) -> None:
    assert code(problem(by_url, "SELECT 18446744073709551615 + id FROM orders")) == "database-data"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1040, "database-unreachable"), (1205, "conflict"), (1213, "conflict"), (3024, "timeout"), (9999, "database-error")],
)  # fmt: skip
def test_errors_by_their_number(number: int, expected: str) -> None:
    assert code(mysql.translate(RuntimeError(number, "what it says"), "x")) == expected


def test_the_transaction_of_the_user_goes_on_and_none_is_left(server: Server) -> None:
    import pymysql

    live = pymysql.connect(
        host="127.0.0.1", port=server.port, user="ann", password=PASSWORD.encode(), database="shop"
    )
    connection = open_database(live)
    counted = "SELECT COUNT(*) AS n FROM orders"
    assert connection.execute(counted).to_pylist() == [{"n": 1}]
    server.do("INSERT INTO shop.orders VALUES (2, 1, 'x', '2025-01-01')")
    try:
        assert connection.execute(counted).to_pylist() == [{"n": 2}]  # no snapshot was kept
        live.begin()
        live.query(counted)
        server.do("DELETE FROM shop.orders WHERE id = 2")
        assert connection.execute(counted).to_pylist() == [{"n": 2}]  # the user's own is seen
    finally:
        server.do("DELETE FROM shop.orders WHERE id = 2")
        live.close()


# --- a catalog that does not fit --------------------------------------------------------------------


@pytest.fixture
def ask(server: Server, tmp_path: Path) -> Callable[..., DatabaseError]:
    def refusal(table: str = "orders", amount: str = "amount") -> DatabaseError:
        (tmp_path / "shop.yml").write_text(
            f"catalog: shop\nentities:\n  orders:\n    table: {table}\n    key: id\n    time: sold_on\n"
            f"    fields: {{id: integer, sold_on: date, amount: {{type: money, column: {amount}}}}}\n"
            "metrics:\n  revenue: sum(orders.amount)\n"
        )
        session = metricdsl.connect(tmp_path, server.url())
        with pytest.raises(DatabaseError) as caught:
            session.ask("revenue by month", as_of="2025-06-30")
        session.close()
        return caught.value

    return refusal


@pytest.mark.parametrize(
    ("names", "expected", "line"),
    [
        ({"table": "ordres"}, "missing-table", 4),
        ({"table": "vault.hidden"}, "permission", None),
        ({"amount": "amonut"}, "missing-column", 7),
        ({"amount": "label"}, "wrong-type", 7),
    ],
)  # fmt: skip
def test_a_catalog_that_does_not_fit(ask: Any, names: Any, expected: str, line: int | None) -> None:
    error = ask(**names)
    assert code(error) == expected
    span = error.diagnostics[0].span
    assert (int(span.location.split(":")[-2]) if span else None) == line
    assert line is None or "revenue" in str(error)
