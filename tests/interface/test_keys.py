"""A key need not be among the fields: a session knows from the database whether it is a number or a text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.views.statement import view_statement
from tests.conftest import Database
from tests.engines import Table

CATALOG = """
catalog: shop
entities:
  orders:
    table: orders
    key: order_id
    time: sold_on
    joins:
      customer: customers on customer_id
      country: countries on country_code
    fields: {sold_on: date, amount: number}
  customers:
    table: customers
    key: customer_id
    fields: {region: text}
  countries:
    table: countries
    key: code
    fields: {population: integer}
metrics:
  orders: count(orders)
  early: count(orders where order_id < 3)
views:
  of_nine: count(orders) as orders, max(orders.order_id) as latest where orders.customer = 9
"""
# Customer 10 has two orders, 9 has one, one has nobody; 9 stands before 10 as a number, after it as a text.
ORDERS = (
    (1, 10, "b", date(2025, 1, 5), 5.0),
    (2, 9, "b", date(2025, 1, 6), 7.0),
    (3, 10, "a", date(2025, 2, 7), 1.0),
    (20, None, None, date(2025, 2, 8), 2.0),
)
TABLES = (
    Table(
        "orders", ("order_id", "customer_id", "country_code", "sold_on", "amount"),
        ("integer", "integer", "text", "date", "number"), ORDERS,
    ),
    Table("customers", ("customer_id", "region"), ("integer", "text"), ((9, "north"), (10, "south"))),
    Table("countries", ("code", "population"), ("text", "integer"), (("a", 1), ("b", 2))),
)  # fmt: skip
ENGINES = ["duckdb", "postgres", "sqlite", "mariadb"]

QUESTIONS: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("orders by orders.customer", [(9, 1), (10, 2), (None, 1)]),
    ("orders by orders.order_id where orders.order_id > 2", [(3, 1), (20, 1)]),
    ("orders by customers.customer_id order by customers.customer_id desc", [(10, 2), (9, 1), (None, 1)]),
    ("orders top 1 orders.customer by orders with others", [("10", 2), ("Other", 2)]),
    ("orders where orders.customer in (9, 11)", [(1,)]),
    ("orders where customers.customer_id = 10", [(2,)]),
    ("max(orders.order_id) as latest, count(distinct orders.customer) as buyers", [(20, 2)]),
    ("max(orders per orders.customer) as most, count(orders per customers) as all", [(2, 2)]),
    # Keys that are texts stay texts.
    ("orders by orders.country", [("a", 1), ("b", 2), (None, 1)]),
    ("orders where orders.country = 'a'", [(1,)]),
]


@pytest.fixture(params=ENGINES)
def server(request: pytest.FixtureRequest, database: Callable[[str], Database]) -> Database:
    found = database(request.param)
    found.load(TABLES)
    return found


def session(folder: Path, server: Database) -> metricdsl.Session:
    (folder / "shop.yml").write_text(CATALOG)
    return metricdsl.connect(folder, server.target)


@pytest.mark.parametrize(("question", "rows"), QUESTIONS)
def test_keys_have_the_type_of_their_column(
    server: Database, tmp_path: Path, question: str, rows: list[tuple[Any, ...]]
) -> None:
    answer = session(tmp_path, server).ask(question, as_of="2025-06-30")
    assert answer.rows == rows
    assert [[type(v) for v in row] for row in answer.rows] == [[type(v) for v in row] for row in rows]


def test_every_question_of_a_session_knows_them(server: Database, tmp_path: Path) -> None:
    asking = session(tmp_path, server)
    assert [asking.ask(q, as_of="2025-06-30").rows for q, _ in QUESTIONS] == [rows for _, rows in QUESTIONS]


def test_a_view_knows_them(server: Database, tmp_path: Path) -> None:
    asking = session(tmp_path, server)
    made = view_statement(
        asking.catalog, "of_nine", asking.database.dialect, date(2025, 6, 30), asking.compiled
    )
    assert "= 9" in made.sql


def test_a_metric_that_compares_them_is_not_broken(server: Database, tmp_path: Path) -> None:
    asking = session(tmp_path, server)
    assert asking.ask("early, orders by orders.customer").rows == [(9, 1, 1), (10, 1, 2), (None, 0, 1)]
    assert not asking.ask("orders by orders.customer").warnings


def test_a_number_is_no_text_without_a_database(tmp_path: Path) -> None:
    (tmp_path / "shop.yml").write_text(CATALOG)
    with pytest.raises(metricdsl.MetricError) as caught:
        metricdsl.load(tmp_path).sql("orders where orders.customer = 9")
    assert caught.value.diagnostics[0].code == "type-mismatch"


def test_a_join_without_a_column_hides_nothing(tmp_path: Path) -> None:
    """SQLite keeps any value in any column: a text among the amounts is found all the same."""
    (tmp_path / "shop.yml").write_text(CATALOG)
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE orders (order_id INTEGER, customer_id INTEGER, sold_on TEXT, amount REAL)")
    database.execute("INSERT INTO orders VALUES (1, 2, '2025-01-05', 'five')")
    with pytest.raises(metricdsl.MetricError) as caught:
        metricdsl.connect(tmp_path, database).ask("sum(orders.amount)")
    assert caught.value.diagnostics[0].code == "wrong-type"
