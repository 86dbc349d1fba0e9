"""The settings of a session or a server change no answer, and a session that the user has keeps its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from tests.conftest import Database
from tests.engines import Table

CATALOG = """
catalog: shop
timezone: Asia/Tokyo
entities:
  orders:
    table: orders
    key: id
    time: sold_at
    fields: {id: integer, team: text, amount: money, sold_at: timestamp, paid_on: date}
metrics:
  orders: count(orders)
  revenue: sum(orders.amount)
  paid: count(orders.id where paid_on is not null)
  paid_share: paid / orders
"""
ORDERS = Table(
    "orders",
    ("id", "team", "amount", "sold_at", "paid_on"),
    ("integer", "text", "money", "timestamp", "date"),
    (
        (1, r"a\b", Decimal("10.10"), datetime(2025, 1, 31, 15, 30), date(2025, 2, 1)),  # February in Tokyo
        (2, "A", Decimal("20.20"), datetime(2025, 1, 31, 14, 30), None),
        (3, "a", None, datetime(2025, 1, 1, 0, 0), None),
        (4, None, Decimal("5.00"), datetime(2025, 2, 1, 0, 0), date(2025, 2, 2)),
        (5, "it's", Decimal("1.00"), datetime(2025, 2, 1, 0, 0), None),
        (6, "a ", Decimal("7.00"), datetime(2025, 2, 1, 0, 0), None),
    ),
)
ANSWERS = {
    "orders, revenue by team": [
        ("A", 1, 20.2), ("a", 1, 0.0), ("a ", 1, 7.0), (r"a\b", 1, 10.1), ("it's", 1, 1.0), (None, 1, 5.0),
    ],
    "orders, paid_share by month for 2025-01 to 2025-02": [
        (date(2025, 1, 1), 2, 0.0), (date(2025, 2, 1), 4, 0.5),
    ],
    r"orders where team = 'a\b'": [(1,)],
    "orders where team = 'a'": [(1,)],
    "orders where not team in ('a', 'A')": [(3,)],
    "orders where team like 'a%'": [(3,)],
    "orders where team = 'it''s' or team is null": [(2,)],
    "paid_share": [(1 / 3,)],
    "orders by id where paid_on >= date '2025-02-02'": [(4, 1)],
}  # fmt: skip


@pytest.fixture
def ask(tmp_path: Path) -> Callable[[Any], None]:
    """Asks a database all questions and compares."""
    (tmp_path / "shop.yml").write_text(CATALOG)
    catalog = metricdsl.load(tmp_path)

    def check(target: Any) -> None:
        with metricdsl.connect(catalog, target) as session:
            for question, rows in ANSWERS.items():
                assert session.ask(question, as_of="2025-03-31").rows == [pytest.approx(r) for r in rows]

    return check


# --- DuckDB -----------------------------------------------------------------------------------------

DUCKDB = {
    "TimeZone": "America/St_Johns", "default_order": "DESC", "default_null_order": "NULLS_FIRST",
    "default_collation": "nocase", "integer_division": "true", "ieee_floating_point_ops": "false",
    "scalar_subquery_error_on_multiple_rows": "false", "preserve_insertion_order": "false",
}  # fmt: skip


@pytest.mark.parametrize("scope", ["GLOBAL", "SESSION"])
@pytest.mark.parametrize("temporary", [False, True])
def test_duckdb(database: Callable[[str], Database], ask: Any, scope: str, temporary: bool) -> None:
    with duckdb.connect() as live:
        database("duckdb").engine.load(live, [ORDERS])
        for name, value in DUCKDB.items():
            live.execute(f"SET {'' if scope == 'GLOBAL' else 'SESSION '}{name} = '{value}'")
        if temporary:  # then the questions go through the user's own connection
            live.execute("CREATE TEMP TABLE mine AS SELECT 1 AS x")
        before = _duckdb_settings(live)
        ask(live)
        assert _duckdb_settings(live) == before


def test_an_optimizer_that_mixes_columns_is_off_while_a_duckdb_session_is_open(
    database: Callable[[str], Database], ask: Any, tmp_path: Path
) -> None:
    def off() -> Any:
        ((names,),) = live.execute("SELECT current_setting('disabled_optimizers')").fetchall()
        return names

    with duckdb.connect() as live:
        database("duckdb").engine.load(live, [ORDERS])
        live.execute("SET disabled_optimizers = 'top_n'")
        catalog = metricdsl.load(tmp_path)  # which `ask` wrote
        with metricdsl.connect(catalog, live) as session:
            session.ask("orders", as_of="2025-03-31")
            assert off() == "top_n,common_subplan"
            ask(live)  # another session, which is closed
            session.ask("orders", as_of="2025-03-31")
            assert off() == "top_n,common_subplan"
        assert off() == "top_n"


def _duckdb_settings(live: Any) -> Any:
    return live.execute("SELECT " + ", ".join(f"current_setting('{n}')::VARCHAR" for n in DUCKDB)).fetchall()


# --- PostgreSQL -------------------------------------------------------------------------------------

POSTGRES = {
    "TimeZone": "America/St_Johns", "DateStyle": "German", "IntervalStyle": "sql_standard",
    "standard_conforming_strings": "off", "extra_float_digits": "-15", "transform_null_equals": "on",
    "jit": "off", "default_transaction_isolation": "serializable",
}  # fmt: skip


@pytest.fixture
def odd_postgres(database: Callable[[str], Database]) -> Any:
    """The address of a server whose sessions begin with other settings."""
    server = database("postgres")
    server.load((ORDERS,))
    options = "%20".join(f"-c%20{name}%3D{value}" for name, value in POSTGRES.items())
    return f"{server.target}&options={options}"


@pytest.mark.parametrize("driver", ["", "+psycopg"])
def test_postgresql_by_url(odd_postgres: str, ask: Any, driver: str) -> None:
    ask(odd_postgres.replace("postgresql:", f"postgresql{driver}:"))


@pytest.mark.parametrize("driver", ["psycopg", "psycopg2"])
@pytest.mark.parametrize("autocommit", [False, True])
def test_postgresql_that_the_user_has(odd_postgres: str, ask: Any, driver: str, autocommit: bool) -> None:
    live = pytest.importorskip(driver).connect(odd_postgres)
    live.autocommit = autocommit
    before = _postgres_settings(live)
    ask(live)
    assert _postgres_settings(live) == before
    live.close()


def _postgres_settings(live: Any) -> Any:
    cursor = live.cursor()
    cursor.execute("SELECT " + ", ".join(f"current_setting('{name}')" for name in POSTGRES))
    return cursor.fetchall()


# --- MariaDB ----------------------------------------------------------------------------------------

MODE = "ANSI,NO_BACKSLASH_ESCAPES,HIGH_NOT_PRECEDENCE,PAD_CHAR_TO_FULL_LENGTH,EMPTY_STRING_IS_NULL"
MARIADB = {
    "time_zone": "'+09:00'", "sql_mode": f"'{MODE}'", "sql_select_limit": "1", "sql_auto_is_null": "1",
    "div_precision_increment": "0", "sql_big_selects": "0", "max_join_size": "1", "group_concat_max_len": "4",
    "lc_time_names": "'de_DE'",
}  # fmt: skip


@pytest.fixture
def mariadb(database: Callable[[str], Database]) -> Any:
    server = database("mariadb")
    server.load((ORDERS,))
    return server.connection


@pytest.mark.parametrize("driver", ["pymysql", "mysql.connector"])
def test_mariadb_that_the_user_has(mariadb: Any, ask: Any, driver: str) -> None:
    package = pytest.importorskip(driver)
    live = package.connect(user="root", unix_socket=mariadb.unix_socket, database="main")
    cursor = live.cursor()
    cursor.execute("SET " + ", ".join(f"SESSION {name} = {value}" for name, value in MARIADB.items()))
    before = _mariadb_settings(live)
    ask(live)
    assert _mariadb_settings(live) == before
    live.close()


def _mariadb_settings(live: Any) -> Any:
    cursor = live.cursor()
    cursor.execute(f"SELECT {', '.join('@@' + name for name in MARIADB)}")
    return cursor.fetchall()


@pytest.mark.parametrize("driver", ["", "+mysqlconnector"])
def test_mariadb_by_url(mariadb: Any, ask: Any, driver: str) -> None:
    if driver:
        pytest.importorskip("sqlalchemy")
        pytest.importorskip("mysql.connector")
    with mariadb.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join('@@GLOBAL.' + name for name in MARIADB)}")
        before = cursor.fetchone()
        cursor.execute("SET " + ", ".join(f"GLOBAL {name} = {value}" for name, value in MARIADB.items()))
        try:
            ask(f"mysql{driver}://root@localhost/main?unix_socket={mariadb.unix_socket}")
        finally:
            marks = ", ".join(f"GLOBAL {name} = %s" for name in MARIADB)
            cursor.execute(f"SET {marks}", before)


# --- SQLite -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [bytes, lambda value: "x", str])
def test_sqlite(database: Callable[[str], Database], ask: Any, text: Any) -> None:
    live = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
    database("sqlite").engine.load(live, [ORDERS])
    live.text_factory, live.row_factory = text, sqlite3.Row
    for pragma in ("case_sensitive_like", "reverse_unordered_selects", "automatic_index"):
        live.execute(f"PRAGMA {pragma} = ON")
    ask(live)
    assert (live.text_factory, live.row_factory) == (text, sqlite3.Row)
    live.close()
