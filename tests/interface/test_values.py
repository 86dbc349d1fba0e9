"""The same values through every way to connect: wide numbers, far days, odd texts, and nothing at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl.run.failure import DatabaseError
from tests.conftest import Database
from tests.engines import Table

CATALOG = """
catalog: values
entities:
  things:
    table: things
    key: id
    fields: {id: integer, label: text, amount: money, big: integer, day: date, at: timestamp, flag: boolean, rate: number}
metrics:
  amount: sum(things.amount)
  big: max(things.big)
  total: sum(things.big)
  day: min(things.day)
  at: max(things.at)
  flags: count(things.id where flag)
  rate: max(things.rate)
"""
QUESTION = "amount, big, day, at, flags, rate by label"
COLUMNS = ("id", "label", "amount", "big", "day", "at", "flag", "rate")
TYPES = ("integer", "text", "money", "integer", "date", "timestamp", "boolean", "number")
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
OLD, NEW = datetime(1969, 12, 31, 23, 59, 59, 123456), datetime(2038, 1, 19, 3, 14, 8, 250000)
WAYS = (
    "duckdb", "duckdb-url", "sqlite", "sqlite-url", "sqlite-sqlalchemy",
    "postgres-url", "postgres-psycopg-url", "postgres-psycopg", "postgres-psycopg2", "postgres-sqlalchemy",
    "mariadb-url", "mariadb-pymysql", "mariadb-mysql.connector", "mariadb-sqlalchemy", "clickhouse",
)  # fmt: skip


def table(first: date, last: date) -> Table:
    rows = (
        (1, "", Decimal("12345678901234.56"), 9007199254740993, first, OLD, True, 0.1),
        (2, "😀 é", Decimal("-0.01"), 9223372036854775807, last, NEW, False, -1e300),
        (3, None, None, None, None, None, None, None),
        (4, "null", Decimal("0.10"), -9223372036854775807, date(2024, 2, 29), OLD, True, 5e-324),
    )
    return Table("things", COLUMNS, TYPES, rows)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(
    way: str, tmp_path: Path, database: Callable[[str], Database], request: pytest.FixtureRequest
) -> Callable[[Table], metricdsl.Session]:
    """A session on a table, by one of the ways."""
    (tmp_path / "values.yml").write_text(CATALOG)

    def session(rows: Table) -> metricdsl.Session:
        found = metricdsl.connect(tmp_path, target(way, rows, tmp_path, database, request))
        request.addfinalizer(found.close)
        return found

    return session


def target(way: str, rows: Table, folder: Path, database: Any, request: pytest.FixtureRequest) -> Any:
    name, _, kind = way.partition("-")
    server = database(name)
    if name in ("duckdb", "sqlite"):
        return of_a_file(name, kind, server, rows, folder, request)
    server.load((rows,))
    if name == "postgres":
        return of_postgres(kind, server.target, request)
    if name == "mariadb":
        return of_mariadb(kind, f"unix_socket={server.connection.unix_socket}", request)
    return server.target


def of_a_file(
    name: str, kind: str, server: Any, rows: Table, folder: Path, request: pytest.FixtureRequest
) -> Any:
    file = folder / f"x.{name}"
    live = duckdb.connect(file) if name == "duckdb" else sqlite3.connect(file)
    server.engine.load(live, [rows])
    if not kind:
        request.addfinalizer(live.close)
        return live
    live.close()
    return engine(f"{name}:///{file}", request) if kind == "sqlalchemy" else f"{name}:///{file}"


def of_postgres(kind: str, url: str, request: pytest.FixtureRequest) -> Any:
    if kind.endswith("url"):
        return url.replace("postgresql:", "postgresql+psycopg:") if kind.startswith("psycopg") else url
    if kind == "sqlalchemy":
        return engine(url.replace("postgresql:", "postgresql+psycopg:"), request)
    live = pytest.importorskip(kind).connect(url)
    request.addfinalizer(live.close)
    return live


def of_mariadb(kind: str, socket: str, request: pytest.FixtureRequest) -> Any:
    if kind == "url":
        return f"mariadb://root@localhost/main?{socket}"
    if kind == "sqlalchemy":
        return engine(f"mysql+pymysql://root@localhost/main?{socket}", request)
    live = pytest.importorskip(kind).connect(
        user="root", unix_socket=socket.partition("=")[2], database="main"
    )
    request.addfinalizer(live.close)
    return live


def engine(url: str, request: pytest.FixtureRequest) -> Any:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    try:
        made = sqlalchemy.create_engine(url)
    except sqlalchemy.exc.NoSuchModuleError:
        pytest.skip(f"SQLAlchemy has nothing for {url.partition(':')[0]}")
    request.addfinalizer(made.dispose)
    return made


def test_values_are_the_same(way: str, opened: Any) -> None:
    # ClickHouse has no days before 1900 and after 2299; SQLite's own functions know thousandths of a second.
    first, last = (date(1900, 1, 1), date(2299, 12, 31)) if way == "clickhouse" else (FIRST, LAST)
    old, new = (at.replace(microsecond=at.microsecond // 1000 * 1000) for at in (OLD, NEW))
    if not way.startswith("sqlite"):
        old, new = OLD, NEW
    answer = opened(table(first, last)).ask(QUESTION, as_of="2025-06-30")
    assert answer.rows == [
        ("", 12345678901234.56, 9007199254740993, first, old, 1, 0.1),
        ("null", 0.1, -9223372036854775807, date(2024, 2, 29), old, 1, 5e-324),
        ("😀 é", -0.01, 9223372036854775807, last, new, 0, -1e300),
        (None, 0.0, None, None, None, 0, None),
    ]
    assert [type(value) for value in answer.rows[0]] == [str, float, int, date, datetime, int, float]


def test_sums_beyond_64_bits_are_exact_or_refused(way: str, opened: Any) -> None:
    rows = tuple((i, "x", None, 9223372036854775807, None, None, None, None) for i in (1, 2))
    session = opened(Table("things", COLUMNS, TYPES, rows))
    if way.startswith("sqlite"):
        with pytest.raises(DatabaseError) as caught:
            session.ask("total", as_of="2025-06-30")
        assert caught.value.diagnostics[0].code == "database-data"
    else:
        assert session.ask("total", as_of="2025-06-30").rows == [(18446744073709551614,)]


def test_an_empty_table_has_no_rows(opened: Any) -> None:
    session = opened(Table("things", COLUMNS, TYPES, ()))
    assert session.ask(QUESTION, as_of="2025-06-30").rows == []
    assert session.ask("amount, big, day, at, flags", as_of="2025-06-30").rows == [(0.0, None, None, None, 0)]


def test_an_answer_is_shown_without_pandas(tmp_path: Path) -> None:
    """Importing it takes longer than most questions do."""
    catalog = tmp_path / "shop.yml"
    catalog.write_text("""
        entities:
          orders:
            sql: SELECT 1 AS id, DATE '2025-01-06' AS day, TIMESTAMP '2025-01-06 09:00:00' AS at, 2.5 AS amount, 'a' AS kind
            key: id
            time: day
            fields: {day: date, at: timestamp, amount: {type: money, unit: USD}, kind: text}
    """)
    program = (
        "import sys, metricdsl, duckdb;"
        "shop = metricdsl.connect(metricdsl.load(sys.argv[1]), duckdb.connect());"
        "asked = 'sum(orders.amount) as a, count(orders) as b, max(orders.at) as c by month, orders.kind';"
        "answer = shop.ask(asked, as_of='2025-06-30');"
        "print(answer.rows[0][1:4], len(answer.text()) > 0, 'pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(catalog)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "('a', 2.5, 1) True False\n", done.stderr
