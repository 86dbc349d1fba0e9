"""Databricks by its own connector: a server on this machine that speaks its protocol, and runs the SQL on Spark."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from metricdsl.run.spark import Spark
from tests.engines import Table

connector = pytest.importorskip("databricks.sql", reason="databricks-sql-connector is not installed")

from tests.interface.fake_databricks import TOKEN, Server  # noqa: E402  # it needs the connector

CATALOG = """
timezone: Asia/Tokyo
entities:
  orders:
    table: main.orders
    key: id
    time: made_at
    fields: {id: integer, made_at: timestamp, region: text, amount: money, paid: boolean}
metrics:
  revenue: sum(orders.amount)
"""
ROWS = (
    (1, datetime(2025, 1, 31, 14, 59, tzinfo=UTC), "north", Decimal("10.10"), True),
    (2, datetime(2025, 1, 31, 15, 0, tzinfo=UTC), "south", Decimal("20.20"), False),  # February in Tokyo
    (3, datetime(2025, 2, 28, 14, 59, tzinfo=UTC), None, None, None),
    (4, datetime(2025, 2, 28, 14, 59, tzinfo=UTC), "n'o`r\"d\\", Decimal("0.01"), True),
)
ORDERS = Table(
    "main.orders", ("id", "made_at", "region", "amount", "paid"),
    ("integer", "timestamptz", "text", "money", "boolean"), ROWS,
)  # fmt: skip
ENDLESS = "SELECT COUNT(*) AS n FROM RANGE(1000000000000) WHERE id % 7 = 3"


class OnSpark:
    """Runs statements on Spark; `cancel` stops them all."""

    def __init__(self, session: Any) -> None:
        self.spark, self.names = Spark(session), list[str]()

    def run(self, statement: str) -> Any:
        self.names.append(f"served {len(self.names)}")
        return self.spark._read(statement, self.names[-1])

    def cancel(self) -> None:
        for name in self.names:
            self.spark._cancel(name)


@pytest.fixture
def server(database: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    engine = database("spark")
    engine.load((ORDERS,))
    spark = OnSpark(engine.connection)
    running = Server(spark.run, spark.cancel)
    connect = connector.connect
    # The one difference from a real server: no TLS.
    monkeypatch.setattr(
        connector, "connect", lambda **more: connect(**more, _connection_uri=f"{running.uri}/x")
    )
    monkeypatch.setenv("DATABRICKS_TOKEN", TOKEN)
    yield running
    running.close()
    stop_all(engine.connection)


def stop_all(session: Any) -> None:
    """Nothing goes on after a test: a job that begins after its statement was stopped would run for ever."""
    context = session.sparkContext
    quiet = 0
    while quiet < 5:
        context.cancelAllJobs()
        time.sleep(0.1)
        quiet = 0 if context.statusTracker().getActiveJobsIds() else quiet + 1


def url(server: Server, more: str = "/sql/1.0/warehouses/x?catalog=crm&schema=main") -> str:
    return f"databricks://token:$DATABRICKS_TOKEN@{server.uri.removeprefix('http://')}{more}"


@pytest.fixture
def session(server: Server, tmp_path: Path) -> Iterator[Any]:
    (tmp_path / "catalog.yml").write_text(CATALOG, encoding="utf-8")
    with metricdsl.connect(tmp_path, url(server)) as opened:
        yield opened


def code(raised: Any) -> str:
    return str(raised.value.diagnostics[0].code)


def test_a_question(session: Any) -> None:
    """More rows than one fetch has, and a column with a zone, which the connector tells."""
    asked = "revenue, min(orders.made_at) as first, share(orders.paid) as paid by month, orders.region"
    answer = session.ask(asked, as_of="2025-02-28")
    assert answer.rows == [
        (date(2025, 1, 1), "n'o`r\"d\\", 0.0, None, None),
        (date(2025, 1, 1), "north", 10.1, datetime(2025, 1, 31, 23, 59), 1.0),
        (date(2025, 1, 1), "south", 0.0, None, None),
        (date(2025, 1, 1), None, 0.0, None, None),
        (date(2025, 2, 1), "n'o`r\"d\\", 0.01, datetime(2025, 2, 28, 23, 59), 1.0),
        (date(2025, 2, 1), "north", 0.0, None, None),
        (date(2025, 2, 1), "south", 20.2, datetime(2025, 2, 1), 0.0),
        (date(2025, 2, 1), None, 0.0, datetime(2025, 2, 28, 23, 59), None),
    ]
    assert session.database.dialect == "databricks"


def test_what_the_server_is_told(session: Any, server: Server) -> None:
    session.ask("revenue")
    (opened,) = server.handler.sessions.values()
    assert (opened.initialNamespace.catalogName, opened.initialNamespace.schemaName) == ("crm", "main")
    assert opened.configuration["ansi_mode"] == "true"
    assert all(agent.endswith("(metricdsl)") for agent in server.agents)
    assert server.handler.operations == {}  # every statement was closed
    session.close()
    assert server.handler.sessions == {}


def test_the_token_is_never_shown(session: Any, server: Server) -> None:
    assert TOKEN not in f"{session!r} {session.database!r} {session.database.name}"
    server.handler.run = lambda _: 1 / 0  # type: ignore[return-value]
    with pytest.raises(DatabaseError, match=r"token:\*\*\*@127") as raised:
        session.ask("revenue")
    assert TOKEN not in str(raised.value)


def test_a_refused_token(server: Server, monkeypatch: pytest.MonkeyPatch, capfd: Any) -> None:
    monkeypatch.setenv("DATABRICKS_TOKEN", "dapi-wrong")
    with pytest.raises(DatabaseError, match="refused the login: Invalid access token") as raised:
        open_database(url(server))
    assert code(raised) == "database-login"
    assert "dapi-wrong" not in str(raised.value)
    assert capfd.readouterr().err == ""


def test_nobody_listens(server: Server) -> None:
    server.close()
    with pytest.raises(DatabaseError, match="could not be reached") as raised:
        open_database(url(server))
    assert code(raised) == "database-unreachable"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("table: main.orders", "no table main.older"),
        ("region: text", "no column colour there"),
    ],
)
def test_a_missing_table_or_column_says_what_needs_it(
    server: Server, tmp_path: Path, change: str, found: str
) -> None:
    new = {"table: main.orders": "table: main.older", "region: text": "region: {type: text, column: colour}"}
    (tmp_path / "catalog.yml").write_text(CATALOG.replace(change, new[change]), encoding="utf-8")
    with metricdsl.connect(tmp_path, url(server)) as opened, pytest.raises(DatabaseError) as raised:
        opened.ask("revenue by orders.region")
    assert found in str(raised.value)
    assert "It is needed for revenue." in str(raised.value)
    assert "catalog.yml:" in str(raised.value)


def test_a_time_limit_ends_the_query_in_the_server_too(session: Any, server: Server) -> None:
    statements: list[str] = []
    work = server.handler._work
    server.handler._work = lambda o: (statements.append(o.statement), work(o))[1]  # type: ignore[method-assign,func-returns-value]
    with pytest.raises(DatabaseError, match=r"stopped after 0\.5 seconds") as raised:
        session.database.execute(ENDLESS, timeout=0.5)
    assert code(raised) == "timeout"
    assert statements == ["SET STATEMENT_TIMEOUT = 5", ENDLESS]
    assert session.ask("revenue").rows == [(pytest.approx(30.31),)]
    assert statements[2] == "RESET STATEMENT_TIMEOUT"


def test_someone_else_stops_the_query(session: Any, server: Server) -> None:
    def stop() -> None:
        while not (running := [o for o in server.handler.operations.values() if "RANGE" in o.statement]):
            time.sleep(0.01)
        running[0].cancelled = True
        server.handler.cancel()

    threading.Thread(target=stop, daemon=True).start()
    with pytest.raises(DatabaseError, match=r"was stopped in Databricks .* by someone else") as raised:
        session.database.execute(ENDLESS)
    assert code(raised) == "cancelled"


def test_a_lost_session_is_opened_again(session: Any, server: Server) -> None:
    server.handler.sessions.clear()
    assert session.ask("revenue").rows == [(pytest.approx(30.31),)]


def test_a_server_that_goes_away(session: Any, server: Server) -> None:
    server.refuses = 400
    with pytest.raises(DatabaseError) as raised:
        session.ask("revenue")
    assert code(raised) in ("connection-lost", "database-unreachable")
    server.refuses = None
    assert session.ask("revenue").rows == [(pytest.approx(30.31),)]


def test_a_connection_of_the_user_stays_open(server: Server) -> None:
    own = connector.connect(
        server_hostname="127.0.0.1", http_path="/x", access_token=TOKEN, enable_telemetry=False
    )
    with own:
        connection = open_database(own)
        assert (connection.dialect, connection.name) == ("databricks", "the Databricks connection")
        assert connection.execute("SELECT 1 AS a", timeout=60).to_pylist() == [{"a": 1}]
        connection.close()
        assert connection.execute("SELECT 2 AS a").to_pylist() == [{"a": 2}]


def test_the_path_may_be_a_parameter(server: Server) -> None:
    connection = open_database(url(server, "?http_path=/sql/1.0/warehouses/x"))
    assert connection.execute("SELECT 1 AS a").to_pylist() == [{"a": 1}]
    connection.close()


@pytest.mark.parametrize(
    ("address", "lacks"),
    [
        ("databricks://token:x@host", "no HTTP path"),
        ("databricks://host/sql/1.0/warehouses/x", "no token"),
        ("databricks://", "no host and no HTTP path and no token"),
    ],
)
def test_an_address_that_is_not_whole(address: str, lacks: str) -> None:
    with pytest.raises(DatabaseError, match=lacks) as raised:
        open_database(address)
    assert "databricks://token:$TOKEN@host/sql/1.0/warehouses/x" in str(raised.value)


def test_without_the_connector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "databricks", None)
    with pytest.raises(DatabaseError, match="'databricks-sql-connector' is needed") as raised:
        open_database("databricks://token:x@host/sql/1.0/warehouses/x")
    assert 'pip install "metricdsl[databricks]"' in str(raised.value)
