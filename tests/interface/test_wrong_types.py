"""A column that is not of the type that the catalog says is refused before any number is made of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.run.failure import DatabaseError
from tests.conftest import Database
from tests.engines import Table

CATALOG = """
catalog: shop
entities:
  orders:
    table: orders
    key: id
    time: sold_on
    fields:
      id: integer
      sold_on: date
      amount: money
      rebate: money
      paid: boolean
metrics:
  orders: count(orders)
  revenue: sum(orders.amount)
  largest: max(orders.amount)
  rebates: sum(orders.rebate)
  paid: count(orders.id where paid)
"""
COLUMNS = {"id": "integer", "sold_on": "date", "amount": "money", "rebate": "money", "paid": "boolean"}
ENGINES = ["duckdb", "postgres", "mariadb"]


@pytest.fixture
def session(tmp_path: Path, database: Callable[[str], Database]) -> Callable[..., metricdsl.Session]:
    """A session with a table without rows, in which some columns are of other types."""
    (tmp_path / "shop.yml").write_text(CATALOG)

    def connected(engine: str, **others: str) -> metricdsl.Session:
        types = {**COLUMNS, **others}
        server = database(engine)
        server.load((Table("orders", tuple(types), tuple(types.values()), ()),))
        return metricdsl.connect(tmp_path, server.target)

    return connected


def refusal(session: metricdsl.Session, question: str) -> str:
    with pytest.raises(DatabaseError) as caught:
        session.ask(question, as_of="2025-06-30")
    assert [d.code for d in caught.value.diagnostics] == ["wrong-type"]
    return str(caught.value)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("metric", ["revenue", "largest"])
def test_text_for_money_is_refused(session: Any, engine: str, metric: str) -> None:
    text = refusal(session(engine, amount="text"), metric)
    assert "field 'amount' is of type money, but orders.amount holds a text" in text
    assert "shop.yml:11:15" in text
    assert f"needed for {metric}" in text


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", ["text", "timestamp", "integer"])
def test_what_is_no_date_is_refused(session: Any, engine: str, kind: str) -> None:
    text = refusal(session(engine, sold_on=kind), "orders by month")
    assert (
        f"field 'sold_on' is of type date, but orders.sold_on holds a {kind.replace('integer', 'number')}"
        in text
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_text_for_true_and_false_is_refused(session: Any, engine: str) -> None:
    assert "orders.paid holds a text" in refusal(session(engine, paid="text"), "paid")


@pytest.mark.parametrize("engine", ENGINES)
def test_other_questions_are_answered(session: Any, engine: str) -> None:
    opened = session(engine, amount="text")
    assert opened.ask("orders, rebates", as_of="2025-06-30").rows == [(0, 0.0)]
    refusal(opened, "revenue")
    assert opened.ask("orders", as_of="2025-06-30").rows == [(0,)]


def test_a_table_is_asked_once_a_session(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = session("duckdb")
    asked: list[str] = []
    execute = opened.database.execute
    monkeypatch.setattr(
        opened.database, "execute", lambda sql, *more: (asked.append(sql), execute(sql, *more))[1]
    )
    for question in ("orders", "revenue by month", "largest by paid"):
        opened.ask(question, as_of="2025-06-30")
    assert [sql.endswith("LIMIT 0") for sql in asked] == [True, False, False, False]


def test_a_connection_may_tell_types_by_itself(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a query without rows costs as much as one with."""
    opened = session("duckdb")
    told: list[str] = []
    execute = opened.database.execute
    tell = lambda sql: (told.append(sql), execute(sql).schema)[1]  # noqa: E731
    monkeypatch.setattr(opened.database, "schema", tell, raising=False)
    opened.ask("orders", as_of="2025-06-30")
    assert len(told) == 1


# --- SQLite, where every value has a type of its own ------------------------------------------------


@pytest.fixture
def lite(tmp_path: Path) -> Callable[..., metricdsl.Session]:
    (tmp_path / "shop.yml").write_text(CATALOG)

    def connected(declared: str = "", **values: object) -> metricdsl.Session:
        live = sqlite3.connect(":memory:")
        live.execute(f"CREATE TABLE orders (id, sold_on, amount {declared}, rebate, paid)")
        good = {"id": 1, "sold_on": "2025-06-01", "amount": 10.5, "rebate": None, "paid": 1}
        for row in (good, {**good, **values}):
            live.execute("INSERT INTO orders VALUES (?, ?, ?, ?, ?)", list(row.values()))
        return metricdsl.connect(tmp_path, live)

    return connected


@pytest.mark.parametrize(
    ("values", "question"),
    [
        ({"amount": "n/a"}, "revenue"),
        ({"amount": "1,000"}, "largest"),
        ({"amount": b"12"}, "revenue"),
        ({"paid": "yes"}, "paid"),
        ({"sold_on": "01/06/2025"}, "orders by month"),
        ({"sold_on": 1748736000}, "orders by month"),
        ({"sold_on": ""}, "orders by month"),
    ],
)
def test_values_of_another_type_are_refused(lite: Any, values: Any, question: str) -> None:
    (name,) = values
    assert f"orders.{name} holds values of another type" in refusal(lite(**values), question)


def test_values_that_a_question_does_not_read_are_no_matter(lite: Any) -> None:
    session = lite(rebate="n/a")
    assert session.ask("revenue by month", as_of="2025-06-30").rows[-1][1] == 21.0
    refusal(session, "rebates")


def test_numbers_of_any_kind_are_numbers(lite: Any) -> None:
    assert lite("NUMERIC", amount="12").ask("revenue", as_of="2025-06-30").rows == [(22.5,)]
    assert lite(amount=12).ask("revenue", as_of="2025-06-30").rows == [(22.5,)]
    assert lite(amount=None, sold_on=None, paid=None).ask("revenue", as_of="2025-06-30").rows == [(10.5,)]


def test_a_column_that_is_not_there_does_not_hide_a_value_of_another_type(tmp_path: Path) -> None:
    (tmp_path / "shop.yml").write_text(CATALOG)
    live = sqlite3.connect(":memory:")
    live.execute("CREATE TABLE orders (id, sold_on, amount)")
    live.execute("INSERT INTO orders VALUES (1, '2025-06-01', 'n/a')")
    refusal(metricdsl.connect(tmp_path, live), "revenue")


# --- zones ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("driver", ["", "+psycopg", "psycopg", "psycopg2", "sqlalchemy"])
def test_columns_with_a_zone_are_found_by_every_driver(
    driver: str, tmp_path: Path, database: Callable[[str], Database]
) -> None:
    (tmp_path / "shop.yml").write_text(
        "catalog: x\ntimezone: Asia/Tokyo\nentities:\n  visits:\n    table: visits\n    key: id\n    time: at\n"
        "    fields: {id: integer, at: {type: timestamp, stored_in: Asia/Tokyo}}\nmetrics: {visits: count(visits)}\n"
    )
    server = database("postgres")
    noon = datetime.fromisoformat("2025-01-01T12:00:00+00:00")
    server.load((Table("visits", ("id", "at"), ("integer", "timestamptz"), ((1, noon),)),))
    target: Any = server.target.replace(
        "postgresql:", f"postgresql{driver}:" if driver[:1] in "+" else "postgresql:"
    )
    if driver == "sqlalchemy":
        sqlalchemy = pytest.importorskip("sqlalchemy")
        target = sqlalchemy.create_engine(target.replace("postgresql:", "postgresql+psycopg:"))
    elif driver.isidentifier():
        target = pytest.importorskip(driver).connect(target)
    with metricdsl.connect(tmp_path, target) as session:
        answer = session.ask("visits by hour for 2025-01-01", as_of="2025-01-02")
        assert [row for row in answer.rows if row[1]] == [(datetime(2025, 1, 1, 21), 1)]
    if hasattr(target, "dispose"):
        target.dispose()
    elif hasattr(target, "close"):
        target.close()


def test_a_day_with_a_time_behind_it_is_no_date(tmp_path: Path) -> None:
    """SQLite has no dates: the text equals no day, so a condition on one would find nothing."""
    (tmp_path / "shop.yml").write_text(CATALOG)
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE orders (id INTEGER, sold_on TEXT, amount REAL, rebate REAL, paid INTEGER)")
    database.execute("INSERT INTO orders VALUES (1, '2025-01-05 00:00:00', 5, 0, 1)")
    opened = metricdsl.connect(tmp_path, database)
    assert "field 'sold_on' is of type date" in refusal(
        opened, "orders where orders.sold_on = date '2025-01-05'"
    )
