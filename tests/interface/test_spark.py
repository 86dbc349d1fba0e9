"""Spark by the user's own session: rows, and what goes wrong in words."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.run import spark
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from tests.engines import Table

CATALOG = """
timezone: Asia/Tokyo
entities:
  orders:
    table: crm.orders
    key: id
    time: made_at
    fields: {id: integer, made_at: timestamp, region: text, amount: money}
metrics:
  revenue: sum(orders.amount)
"""
ROWS = (
    (1, datetime(2025, 1, 31, 14, 59, tzinfo=UTC), "north", Decimal("10.10")),
    (2, datetime(2025, 1, 31, 15, 0, tzinfo=UTC), "south", Decimal("20.20")),  # February in Tokyo
)
ORDERS = Table(
    "crm.orders", ("id", "made_at", "region", "amount"), ("integer", "timestamptz", "text", "money"), ROWS
)
ENDLESS = "SELECT COUNT(*) AS n FROM RANGE(1000000000000) WHERE id % 7 = 3"


@pytest.fixture
def session(database: Callable[[str], Any]) -> Any:
    engine = database("spark")
    engine.load((ORDERS,))
    return engine.connection


def asking(session: Any, folder: Path, catalog: str = CATALOG) -> Any:
    (folder / "catalog.yml").write_text(catalog, encoding="utf-8")
    return metricdsl.connect(folder, session)


def refused(raised: Any) -> str:
    """The error's code; it is one paragraph, and has nothing of Java's."""
    text = str(raised.value)
    assert not any(word in text for word in ("org.apache", "\tat ", "SQLSTATE", "Py4J"))
    return str(raised.value.diagnostics[0].code)


def test_a_question(session: Any, tmp_path: Path) -> None:
    asked = asking(session, tmp_path)
    assert asked.ask("revenue, min(orders.made_at) as first by month", as_of="2025-02-28").rows == [
        (date(2025, 1, 1), 10.1, datetime(2025, 1, 31, 23, 59)),
        (date(2025, 2, 1), 20.2, datetime(2025, 2, 1)),
    ]
    assert (asked.database.dialect, asked.database.name) == ("spark", "the Spark session")
    asked.close()
    assert session.sql("SELECT 1").collect() == [(1,)]  # it is the user's


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("table: crm.orders", "table: crm.older", "no table crm.older"),
        ("region: text", "region: {type: text, column: colour}", "no column colour there"),
    ],
)
def test_a_missing_table_or_column_says_what_needs_it(
    old: str, new: str, found: str, session: Any, tmp_path: Path
) -> None:
    asked = asking(session, tmp_path, CATALOG.replace(old, new))
    with pytest.raises(DatabaseError, match=found) as raised:
        asked.ask("revenue by orders.region")
    assert refused(raised) in ("missing-table", "missing-column")
    assert "It is needed for revenue." in str(raised.value)
    assert "catalog.yml:" in str(raised.value)


def test_a_value_of_another_type(session: Any, capfd: Any) -> None:
    with pytest.raises(DatabaseError, match="holds a value that the query cannot work with") as raised:
        open_database(session).execute("SELECT SUM(region) AS s FROM crm.orders")
    assert refused(raised) == "database-data"
    assert "Traceback" not in capfd.readouterr().err


def test_a_time_limit_ends_the_query_on_the_cluster(session: Any) -> None:
    connection = open_database(session)
    with pytest.raises(DatabaseError, match=r"stopped after 0\.5 seconds") as raised:
        connection.execute(ENDLESS, timeout=0.5)
    assert refused(raised) == "timeout"
    assert running(session) == ()
    assert connection.execute("SELECT 1 AS a").to_pylist() == [{"a": 1}]


def running(session: Any) -> tuple[int, ...]:
    """The jobs that still run, once they had time to end."""
    tracker = session.sparkContext.statusTracker()
    until = time.monotonic() + 120
    while tracker.getActiveJobsIds() and time.monotonic() < until:
        time.sleep(0.05)
    return tuple(tracker.getActiveJobsIds())


def test_someone_else_stops_the_query(session: Any) -> None:
    def stop() -> None:
        tracker = session.sparkContext.statusTracker()
        while not tracker.getActiveJobsIds():
            time.sleep(0.05)
        session.sparkContext.cancelAllJobs()

    threading.Thread(target=stop, daemon=True).start()
    with pytest.raises(DatabaseError, match="stopped in the Spark session by someone else") as raised:
        open_database(session).execute(ENDLESS)
    assert refused(raised) == "cancelled"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[TABLE_OR_VIEW_NOT_FOUND] The table or view `crm`.`a b` cannot be found. Verify\nmore", "missing-table", "crm.a b"),
        ("[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable or function parameter with name `o`.`c` cannot be",
         "missing-column", "no column c there"),
        ("Job aborted due to stage failure: Task 0 failed: x.SparkArithmeticException: [ARITHMETIC_OVERFLOW] long "
         "overflow. SQLSTATE: 22003\n\tat org.apache", "database-data", "long overflow."),
        ("[INSUFFICIENT_PERMISSIONS] Insufficient privileges: no SELECT on t. SQLSTATE: 42501", "permission", "no SELECT"),
        ("Job 3 cancelled part of cancelled job group metricdsl-1", "cancelled", "by someone else"),
        ("[INVALID_HANDLE.SESSION_CLOSED] The handle is invalid. Session was closed.", "connection-lost", "was lost"),
        ("'NoneType' object has no attribute 'setJobGroup'", "connection-lost", "the session has been stopped"),
        ("[PARSE_SYNTAX_ERROR] Syntax error at or near 'x'.", "database-error", "PARSE_SYNTAX_ERROR"),
    ],
)  # fmt: skip
def test_errors_by_their_condition(text: str, code: str, words: str) -> None:
    error = spark.translate(text, "Spark")
    assert error.diagnostics[0].code == code
    assert words in str(error)
    assert "org.apache" not in str(error)


class Remote:
    """A session of Spark Connect before version 4: no context, no Arrow; its queries are stopped by tags."""

    __module__ = "pyspark.sql.connect.session"

    def __init__(self, seconds: float = 0) -> None:
        self.tags: set[str] = set()
        self.seen: list[set[str]] = []
        self.columns = ["a", "b"]
        self._seconds, self._stopped = seconds, threading.Event()

    @property
    def sparkContext(self) -> Any:
        raise NotImplementedError("Attribute `sparkContext` is not supported in Spark Connect")

    def addTag(self, tag: str) -> None:
        self.tags.add(tag)

    def removeTag(self, tag: str) -> None:
        self.tags.remove(tag)

    def interruptTag(self, tag: str) -> None:
        assert tag in self.tags
        self._stopped.set()

    def sql(self, _: str) -> Remote:
        return self

    def collect(self) -> list[tuple[Any, ...]]:
        self.seen.append(set(self.tags))
        if self._stopped.wait(self._seconds):
            raise RuntimeError("[OPERATION_CANCELED] Operation has been canceled.")
        return [(1, Decimal("1.5")), (None, None)]


def test_connect_runs_each_query_under_a_tag() -> None:
    session = Remote()
    assert open_database(session).execute("SELECT").to_pylist() == [
        {"a": 1, "b": 1.5},
        {"a": None, "b": None},
    ]
    (tags,) = session.seen
    assert [tag.startswith("metricdsl-") for tag in tags] == [True]
    assert session.tags == set()


def test_connect_stops_a_query_by_its_tag() -> None:
    with pytest.raises(DatabaseError, match="stopped after"):
        open_database(Remote(seconds=60)).execute("SELECT", timeout=0.1)
