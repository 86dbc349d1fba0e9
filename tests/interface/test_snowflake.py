"""Snowflake's own connector against the emulator's server, and what the emulator cannot do against fakes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

import metricdsl
from metricdsl.functions.forms import CalendarSettings, column
from metricdsl.render.dialects import forms_of
from metricdsl.run import snowflake
from metricdsl.run.address import parse_address
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from metricdsl.views.statement import view_statement
from tests.engines import Table
from tests.engines import snowflake as engine

SHELF = Table("shelf", ("id", "region"), ("integer", "text"), ((1, "north"), (2, "south"), (3, None)))
CATALOG = """
entities:
  shelf: {table: shelf, key: id, fields: {region: text}}
views:
  per_region: {question: count(shelf) as n by shelf.region, description: How many}
"""


@pytest.fixture
def running(database: Callable[[str], Any]) -> Any:
    found = database("snowflake")
    found.load((SHELF,))
    return found


@pytest.fixture
def url(running: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the same server, with an odd password."""
    monkeypatch.setenv("SNOWFLAKE_PASSWORD", "s:e/c@ret")
    port = engine.PORTS[-1]
    return f"snowflake://tester:$SNOWFLAKE_PASSWORD@test/tests/work?host=127.0.0.1&port={port}&protocol=http"


def code(error: DatabaseError) -> str:
    return error.diagnostics[0].code


def test_rows_by_url(url: str) -> None:
    connection = open_database(url)
    assert connection.dialect == "snowflake"
    assert "s:e/c@ret" not in repr(connection)
    assert ":***@test/tests" in repr(connection)
    rows = connection.execute("SELECT id, region FROM shelf ORDER BY id")
    assert [list(row.values()) for row in rows.to_pylist()] == [[1, "north"], [2, "south"], [3, None]]
    far = connection.execute("SELECT TO_TIMESTAMP_NTZ('3000-01-01 00:00:00.5') AS t")
    assert far.column(0).to_pylist() == [datetime(3000, 1, 1, 0, 0, 0, 500000)]
    connection.close()


def test_columns_of_no_rows_have_types(url: str) -> None:
    connection = open_database(url)
    schema = connection.execute("SELECT id, TO_DATE('2025-01-01') AS d FROM shelf WHERE FALSE").schema
    assert [str(field.type) for field in schema] == ["int64", "date32[day]"]
    connection.close()


def test_own_connection_stays_open(running: Any, tmp_path: Path) -> None:
    (tmp_path / "catalog.yml").write_text(CATALOG)
    with metricdsl.connect(tmp_path, running.connection) as session:
        assert session.ask("count(shelf) as n by shelf.region").rows == [
            ("north", 1),
            ("south", 1),
            (None, 1),
        ]
    assert running.query("SELECT COUNT(*) FROM shelf") == [(3,)]


INSTANTS = """
timezone: Europe/Berlin
entities:
  calls: {table: calls, key: id, time: at, fields: {at: timestamp}}
"""


def test_instants_are_told_from_wall_clocks(running: Any, tmp_path: Path) -> None:
    """23:30 in UTC is the next day in Berlin, of which a time without a zone knows nothing."""
    berlin = timezone(timedelta(hours=1))
    late = datetime(2025, 1, 2, 0, 30, tzinfo=berlin).astimezone(UTC)
    running.load((Table("calls", ("id", "at"), ("integer", "timestamptz"), ((1, late),)),))
    (tmp_path / "catalog.yml").write_text(INSTANTS)
    with metricdsl.connect(tmp_path, running.connection) as session:
        schema = session.database.schema("SELECT * FROM calls LIMIT 0")  # type: ignore[attr-defined]
        assert [str(field.type) for field in schema] == ["decimal128(38, 0)", "timestamp[us, tz=UTC]"]
        answer = session.ask("count(calls) as n by day")
    assert answer.rows == [(date(2025, 1, 2), 1)]
    assert """CONVERT_TIMEZONE('UTC', calls."AT")""" in answer.sql


def test_a_column_of_unknown_type_has_none() -> None:
    schema = snowflake.schema_of([("A", 5, None), ("B", 13, None), ("C", 6, None)])
    assert [str(field.type) for field in schema] == ["null", "bool", "timestamp[us, tz=UTC]"]


def test_failures_of_the_server(url: str) -> None:
    connection = open_database(url)
    with pytest.raises(DatabaseError) as raised:
        connection.execute("SELECT CAST('x' AS NUMBER)")
    assert code(raised.value) == "database-data"
    assert "s:e/c@ret" not in str(raised.value)
    assert connection.execute("SELECT 1 AS a").num_rows == 1
    connection.close()


def test_a_view_of_the_catalog(running: Any, tmp_path: Path) -> None:
    (tmp_path / "catalog.yml").write_text(CATALOG)
    made = view_statement(metricdsl.load(tmp_path), "per_region", "snowflake")
    for statement in made.sql.split(";\n\n"):
        running.query(statement.rstrip(";"))
    assert sorted(running.query("SELECT n FROM per_region WHERE region IS NOT NULL")) == [(1,), (1,)]


@pytest.mark.parametrize(
    ("number", "state", "text", "wanted", "word"),
    [
        (2003, "02000", "SQL compilation error:\nObject 'CRM.LEADS' does not exist or not authorized.",
         "missing-table", "CRM.LEADS"),
        (904, "42000", "SQL compilation error: error line 3 at position 9\ninvalid identifier 'LEADS.AMOUNT'",
         "missing-column", "AMOUNT"),
        (3001, "42501", "SQL access control error:\nInsufficient privileges to operate on schema 'CRM'",
         "permission", "CRM"),
        (604, "57014", "SQL execution canceled", "cancelled", "stopped"),
        (630, "57014", "Statement reached its statement or warehouse timeout of 5 second(s) and was canceled.",
         "timeout", "limit"),
        (606, "57P03", "No active warehouse selected in the current session.", "database-warehouse", "warehouse="),
        (390114, "08001", "Authentication token has expired. The user must authenticate again.",
         "connection-lost", "expired"),
        (250001, "08001", "Failed to connect to DB: x. Incorrect username or password was specified.",
         "database-login", "password"),
        (250001, "08001", "Could not connect to Snowflake backend after 2 attempt(s).Aborting",
         "database-unreachable", "backend"),
        (100038, "22018", "Numeric value 'x' is not recognized", "database-data", "Numeric value"),
        (1003, "42000", "SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'x'.",
         "database-error", "unexpected"),
    ],
)  # fmt: skip
def test_errors_in_our_words(number: int, state: str, text: str, wanted: str, word: str) -> None:
    error = Exception(f"{number:06d} ({state}): {text} secret")
    error.errno, error.sqlstate = number, state  # type: ignore[attr-defined]
    found = snowflake.translate(error, "Snowflake (x)", ("secret",))
    assert code(found) == wanted
    assert word in str(found)
    assert "secret" not in str(found)
    assert f"{number:06d}" not in str(found)


def test_parameters_of_the_url() -> None:
    address = parse_address(
        "snowflake://ann%40acme:p%2Fw@org-acme.snowflakecomputing.com/sales/crm?warehouse=small&role=reader"
    )
    options = snowflake.options_of(address)
    assert options.pop("session_parameters") == {"QUERY_TAG": "metricdsl"}
    assert options == {
        "application": "metricdsl", "account": "org-acme", "user": "ann@acme", "password": "p/w",
        "database": "sales", "schema": "crm", "warehouse": "small", "role": "reader",
    }  # fmt: skip
    named = snowflake.options_of(parse_address("snowflake://?connection_name=dev"))
    assert (named["connection_name"], "account" in named, "password" in named) == ("dev", False, False)
    key = parse_address(
        "snowflake://ann@org-acme/sales?private_key_file=/keys/k.p8&private_key_file_pwd=hush"
    )
    assert snowflake.options_of(key)["private_key_file"] == "/keys/k.p8"
    assert "hush" not in key.shown


def test_the_driver_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "snowflake.connector", None)
    with pytest.raises(DatabaseError) as raised:
        open_database("snowflake://ann@acme/sales")
    assert code(raised.value) == "database-driver"
    assert 'pip install "metricdsl[snowflake]"' in str(raised.value)


class Connection:
    """The connector's connection as far as it is used; `waits` until it is told to cancel, or `fails`."""

    __module__ = "snowflake.connector.connection"

    def __init__(self, waits: bool = False, fails: Exception | None = None, arrow: bool = True) -> None:
        self.waits, self.fails, self.arrow = waits, fails, arrow
        self.done: list[str] = []
        self.parameters: list[dict[str, Any]] = []
        self.closed, self.cancelled = False, Event()

    def cursor(self) -> Cursor:
        return Cursor(self)

    def close(self) -> None:
        self.closed = True


class Cursor:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.description = [("A", 0)]

    def __enter__(self) -> Cursor:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def execute(self, sql: str, _statement_params: dict[str, Any] | None = None) -> None:
        own = self.connection
        own.done.append(sql)
        if "CANCEL_QUERY" in sql:
            own.cancelled.set()
        if _statement_params is None:
            return
        own.parameters.append(_statement_params)
        if own.fails is not None:
            raise own.fails
        if own.waits:
            assert own.cancelled.wait(30)
            raise failed(604, "57014", "SQL execution canceled")

    def fetchall(self) -> list[Any]:
        return [("01b2-3",)]

    def fetch_arrow_all(self, **options: bool) -> Any:
        if not self.connection.arrow:
            raise type("NotSupportedError", (Exception,), {})("no Arrow")
        import pyarrow

        assert options == {"force_return_table": True, "force_microsecond_precision": True}
        return pyarrow.table({"A": [1]})


def failed(number: int, state: str, text: str) -> Exception:
    error = Exception(f"{number:06d} ({state}): {text}")
    error.errno, error.sqlstate = number, state  # type: ignore[attr-defined]
    return error


def test_a_time_limit_stops_the_query_in_snowflake() -> None:
    connection = Connection(waits=True)
    found = open_database(connection)
    with pytest.raises(DatabaseError) as raised:
        found.execute("SELECT 1", timeout=0.2)
    assert code(raised.value) == "timeout"
    tag = connection.parameters[0]["QUERY_TAG"]
    assert tag.startswith("metricdsl ")
    assert connection.parameters[0]["STATEMENT_TIMEOUT_IN_SECONDS"] == 2
    history, stop = connection.done[1:3]
    assert f"query_tag = '{tag}'" in history
    assert stop == "SELECT SYSTEM$CANCEL_QUERY('01b2-3')"
    assert not connection.closed


def test_rows_without_arrow() -> None:
    assert open_database(Connection(arrow=False)).execute("SELECT 1").to_pylist() == [{"A": "01b2-3"}]


def test_a_session_that_has_ended_is_opened_anew() -> None:
    expired = Connection(fails=failed(390114, "08001", "Authentication token has expired."))
    anew = Connection()
    ours = snowflake.Snowflake(expired, "x", reopen=lambda: anew)
    assert ours.execute("SELECT 1").num_rows == 1
    assert (expired.done, anew.done) == (["SELECT 1"], ["SELECT 1"])
    theirs = open_database(expired)
    with pytest.raises(DatabaseError) as raised:
        theirs.execute("SELECT 1")
    assert code(raised.value) == "connection-lost"


def test_a_snowpark_session_has_a_connection() -> None:
    session = SimpleNamespace(connection=Connection())
    kind = type("Session", (), {"__module__": "snowflake.snowpark.session", "connection": session.connection})
    assert repr(open_database(kind())) == "<the Snowpark session>"


NAMES = """
timezone: Europe/Berlin
entities:
  orders:
    table: crm.orders
    key: id
    time: at
    fields: {id: integer, end: timestamp, at: timestamp, order: text, Amount: number}
"""


def test_nothing_follows_the_account(tmp_path: Path) -> None:
    """Formats, the first weekday, what TIMESTAMP means: all are said. Words are quoted in capitals."""
    (tmp_path / "catalog.yml").write_text(NAMES)
    catalog = metricdsl.load(tmp_path)
    ask = "max(orders.end) as last, sum(orders.Amount) as s by week, orders.order for 2025-02"
    sql = catalog.sql(ask, dialect="snowflake", as_of=date(2025, 3, 1))
    assert "DAYOFWEEKISO(" in sql
    assert "WEEK," not in sql
    assert "TO_TIMESTAMP_NTZ('2025-01-31 23:00:00', 'YYYY-MM-DD HH24:MI:SS')" in sql
    assert "AS TIMESTAMP)" not in sql
    assert '."ORDER"' in sql
    assert '."END"' in sql
    assert '."Amount"' in sql
    assert "FROM crm.orders" in sql


def test_a_time_in_a_key_keeps_its_digits() -> None:
    """As text it would have milliseconds: two rows could be one."""
    forms = forms_of("snowflake")(CalendarSettings())
    assert forms.key_text(column("at"), "timestamp").sql("snowflake").endswith("SS.FF9')")
