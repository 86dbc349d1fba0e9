"""ClickHouse: chdb in this process, and clickhouse-connect on a server that lets chdb answer over HTTP."""

from __future__ import annotations

import threading
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from metricdsl.run import clickhouse
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from tests.conftest import Database

SLOW = "SELECT count() AS n FROM numbers(1000000000000) WHERE number % 7 = 3"


class Server(ThreadingHTTPServer):
    """Speaks as much of ClickHouse's HTTP as clickhouse-connect asks; chdb runs the queries."""

    def __init__(self, connection: Any) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.connection = connection
        self.asked: list[tuple[dict[str, list[str]], str, str]] = []


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        options = parse_qs(urlsplit(self.path).query)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        sql = (options.get("query", [""])[0] + body).strip()
        self.server.asked.append((options, sql, self.headers.get("User-Agent", "")))
        if b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")) == b"ann:wrong":
            return self._send(
                403, b"Code: 516. DB::Exception: ann: Authentication failed. (AUTHENTICATION_FAILED)"
            )
        format_ = "Native" if "FORMAT Native" in sql else "TabSeparated"
        try:
            answer = self.server.connection.query(sql.replace("FORMAT Native", ""), format_).bytes()
        except Exception as error:
            return self._send(404, str(error).encode())
        return self._send(200, answer)

    do_GET = do_POST

    def _send(self, status: int, answer: bytes) -> None:
        self.send_response(status)
        if status != 200:
            self.send_header("X-ClickHouse-Exception-Code", "1")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def embedded(database: Callable[[str], Database]) -> Any:
    connection = database("clickhouse").connection
    connection.query("CREATE DATABASE IF NOT EXISTS main")
    connection.query("USE main")
    connection.query("DROP TABLE IF EXISTS shelf")
    connection.query("CREATE TABLE shelf (id Int64, amount Nullable(Decimal(10, 2))) ENGINE = Memory")
    connection.query("INSERT INTO shelf VALUES (1, 10.5), (2, NULL), (3, 7)")
    return connection


@pytest.fixture
def server(embedded: Any) -> Iterator[Server]:
    pytest.importorskip("clickhouse_connect")
    with Server(embedded) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


@pytest.fixture(params=["chdb", "http", "client"])
def opened(request: pytest.FixtureRequest, embedded: Any) -> Iterator[Any]:
    if request.param == "chdb":
        yield open_database(embedded)
        return
    found = request.getfixturevalue("server")
    if request.param == "http":
        connection = open_database(f"clickhouse://ann:right@127.0.0.1:{found.server_port}/main")
        yield connection
        connection.close()
        return
    import clickhouse_connect

    client = clickhouse_connect.get_client(host="127.0.0.1", port=found.server_port, database="main")
    yield open_database(client)
    client.close()


def problem(connection: Any, sql: str, **more: Any) -> DatabaseError:
    with pytest.raises(DatabaseError) as caught:
        connection.execute(sql, **more)
    return caught.value


def test_rows_and_their_names(opened: Any) -> None:
    table = opened.execute("SELECT id, amount AS price FROM shelf ORDER BY id -- last")
    assert table.to_pylist() == [
        {"id": 1, "price": 10.5}, {"id": 2, "price": None}, {"id": 3, "price": 7.0},
    ]  # fmt: skip
    empty = opened.execute("SELECT id FROM shelf WHERE id > 9")
    assert (empty.column_names, len(empty)) == (["id"], 0)


def test_types_without_running_the_query(opened: Any) -> None:
    sql = """SELECT id, amount, toNullable('x') AS name, toDate32('1950-01-01') AS day, true AS yes,
        toDateTime64('2025-01-01', 6, 'UTC') AS wall, toDateTime('2025-01-01', 'Asia/Tokyo') AS instant,
        toLowCardinality('q') AS few FROM shelf LIMIT 0"""
    types = {field.name: str(field.type) for field in opened.schema(sql)}
    assert types == {
        "id": "int64", "amount": "double", "name": "string", "day": "date32[day]", "yes": "bool",
        "wall": "timestamp[us]", "instant": "timestamp[us, tz=UTC]", "few": "string",
    }  # fmt: skip


def test_values_keep_their_digits(opened: Any) -> None:
    sql = """SELECT toInt128('170141183460469231731687303715884105727') AS big, toDate32('1950-01-01') AS day,
        'a\\0b😀' AS text, toDecimal128('1234567890123.0123456789', 10) AS money"""
    assert opened.execute(sql).to_pylist() == [
        {
            "big": Decimal(2**127 - 1),
            "day": date(1950, 1, 1),
            "text": "a\0b😀",
            "money": 1234567890123.0123456789,
        }
    ]


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("SELECT 1 FROM nowhere", "missing-table"),
        ("SELECT colour FROM shelf", "missing-column"),
        ("SELECT toInt32('x')", "database-data"),
        ("SELECT sum('x')", "database-data"),
    ],
)
def test_errors(opened: Any, sql: str, code: str) -> None:
    error = problem(opened, sql)
    assert error.diagnostics[0].code == code
    assert "DB::Exception" not in str(error)
    missing = {"missing-table": "nowhere", "missing-column": "colour"}.get(code)
    assert (error.missing.name if error.missing else None) == missing


def test_a_time_limit_ends_the_query(embedded: Any) -> None:
    connection = open_database(embedded)
    assert problem(connection, SLOW, timeout=0.5).diagnostics[0].code == "timeout"
    assert connection.execute("SELECT 1 AS n", timeout=30).to_pylist() == [{"n": 1}]


def test_the_server_is_told_who_asks_and_for_how_long(server: Server) -> None:
    connection = open_database(f"clickhouse://ann:right@127.0.0.1:{server.server_port}/main")
    connection.execute("SELECT 1", timeout=8)
    options, _, agent = server.asked[-1]
    assert "metricdsl" in agent
    assert options["query_id"][0].startswith("metricdsl-")
    assert options["max_execution_time"] == ["9"]


def test_a_wrong_password_is_never_shown(server: Server) -> None:
    with pytest.raises(DatabaseError) as caught:
        open_database(f"clickhouse://ann:wrong@127.0.0.1:{server.server_port}/main")
    assert caught.value.diagnostics[0].code == "database-login"
    assert "wrong" not in str(caught.value)


def test_a_server_that_is_not_there() -> None:
    pytest.importorskip("clickhouse_connect")
    with pytest.raises(DatabaseError) as caught:
        open_database("clickhouse://ann:s3cret@127.0.0.1:1/main")
    assert caught.value.diagnostics[0].code == "database-unreachable"
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Code: 394. DB::Exception: Query was cancelled. (QUERY_WAS_CANCELLED)", "cancelled"),
        ("Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED) (version 26.9)", "timeout"),
        ("Code: 497. DB::Exception: ann: Not enough privileges. (ACCESS_DENIED)", "permission"),
        ("('Connection aborted.', RemoteDisconnected('closed'))", "connection-lost"),
    ],
)
def test_errors_by_their_name(text: str, code: str) -> None:
    assert clickhouse.translate(text, "x").diagnostics[0].code == code
