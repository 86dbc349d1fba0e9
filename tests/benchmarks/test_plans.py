"""What DuckDB and PostgreSQL mean to do for the benchmark's questions: each table read once, and only its rows of
the range; no two tables put before each other row by row."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.benchmarks import warehouses
from tests.benchmarks.plans import READERS, Plan
from tests.benchmarks.questions import Question, catalog, database, questions
from tests.engines import postgres

FACTS = {"orders", "leads", "subscriptions"}
MORE_READS = {
    # Its keys and times without the rest, to find what follows them; then all of its rows, to count.
    "12-followed-by": {"leads": 2},
}
START, AS_OF = date(2023, 7, 1), date(2024, 7, 1)  # within the rows, so that both ends leave rows out
FURTHEST = timedelta(days=367)  # before the range: what a year earlier is compared with
UNBOUNDED = {
    "06-stock": "what began before the range may still be there in it",
}

QUESTIONS = questions()
RANGES = [q for q in QUESTIONS if " for last " in q.text and q.name not in UNBOUNDED]
Planned = Callable[[str, str], Plan]


@pytest.fixture(scope="module")
def rows() -> Iterator[duckdb.DuckDBPyConnection]:
    with database(100_000) as opened:
        yield opened


@pytest.fixture(scope="module")
def connections(
    rows: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """Connections by engine: DuckDB's is there, PostgreSQL's comes when it is first wanted."""
    opened: dict[str, Any] = {"duckdb": rows}
    yield opened
    if "postgres" in opened:
        opened["postgres"].close()


@pytest.fixture
def planned(
    database: Any, connections: dict[str, Any], rows: duckdb.DuckDBPyConnection, tmp_path: Path
) -> Planned:
    def plan(engine: str, question: str) -> Plan:
        database(engine)  # skips where it cannot be had
        if engine not in connections:
            connections[engine] = _postgres(rows, tmp_path)
        sql = catalog().sql(question, dialect=engine, as_of=AS_OF)
        return READERS[engine](connections[engine], sql)

    return plan


def _postgres(rows: duckdb.DuckDBPyConnection, folder: Path) -> Any:
    """A database with the same tables, analysed."""
    import psycopg

    server, name = postgres.start(), f"plans_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with psycopg.connect(postgres.address(server, "postgres"), autocommit=True) as maker:
        maker.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        maker.execute(f"CREATE DATABASE {name}")
    connection = psycopg.connect(postgres.address(server, name), autocommit=True)
    warehouses.to_postgres(rows, connection, folder)
    return connection


@pytest.mark.parametrize("engine", sorted(READERS))
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_each_table_is_read_once(question: Question, engine: str, planned: Planned) -> None:
    plan = planned(engine, question.text)
    read = Counter(o.table for o in plan.operators() if o.table and o.table not in plan.parts)
    asked = set(re.findall(r"\w+", question.by_hand)) & set(warehouses.TABLES)
    assert read == dict.fromkeys(asked, 1) | MORE_READS.get(question.name, {})


@pytest.mark.parametrize("engine", sorted(READERS))
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_no_table_is_put_row_by_row_before_another(question: Question, engine: str, planned: Planned) -> None:
    plan = planned(engine, question.text)
    raw = [plan.raw(operator) & FACTS for operator in plan.operators() if operator.compares_all]
    assert not any(raw)


@pytest.mark.parametrize("engine", sorted(READERS))
@pytest.mark.parametrize("question", RANGES, ids=lambda question: question.name)
def test_the_range_is_read_only(question: Question, engine: str, planned: Planned) -> None:
    plan = planned(engine, question.text.replace("24 months", "12 months"))
    [filters] = [o.filters for o in plan.operators() if o.table in FACTS]
    bounds = {sign: date.fromisoformat(day) for sign, day in BOUND.findall(filters)}
    assert bounds.pop("<") == AS_OF
    if "running" in question.text:  # adds up all that there has been
        assert not bounds
    else:
        assert START - FURTHEST <= bounds[">="] <= START


BOUND = re.compile(r"ordered_at (<|>=) '(\d{4}-\d\d-\d\d) 00:00:00'")


@pytest.mark.parametrize("engine", sorted(READERS))
def test_a_filter_is_applied_while_its_table_is_read(engine: str, planned: Planned) -> None:
    [question] = [q for q in QUESTIONS if "where orders.items >= 2" in q.text]
    [filters] = [o.filters for o in planned(engine, question.text).operators() if o.table == "orders"]
    assert "items >= 2" in filters


@pytest.mark.parametrize("engine", sorted(READERS))
def test_a_plan_that_joins_every_row_with_every_row_is_seen(
    engine: str, planned: Planned, connections: Any
) -> None:
    planned(engine, "revenue")  # so that there is a connection
    sql = "SELECT count(*) FROM orders JOIN leads ON orders.ordered_at < leads.created_at"
    plan = READERS[engine](connections[engine], sql)
    assert [plan.raw(o) for o in plan.operators() if o.compares_all] == [{"orders", "leads"}]
