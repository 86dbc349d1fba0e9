"""The benchmark's questions on fewer rows: the right rows, and no more work than the hand-written SQL has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from tests.benchmarks.questions import (
    SCORECARD,
    Question,
    compiled,
    database,
    difference,
    questions,
    scorecard,
)

MOST = 1.5
"""How many times the rows of the hand-written plan may pass through the operators of ours. Unlike a time this
is the same on every machine, and a join of raw rows to the days that see them makes it 60."""


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with database(100_000) as opened:
        yield opened


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_rows_equal_those_of_the_hand_written_sql(
    question: Question, connection: duckdb.DuckDBPyConnection
) -> None:
    ours, by_hand = (connection.execute(sql).fetchall() for sql in (question.ours, question.by_hand))
    assert len(by_hand) >= 12
    assert not difference(ours, by_hand)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_work_is_that_of_the_hand_written_sql(
    question: Question, connection: duckdb.DuckDBPyConnection
) -> None:
    ours, by_hand = (rows_passed(connection, sql) for sql in (question.ours, question.by_hand))
    assert ours < MOST * by_hand


def test_a_scorecard_shows_what_each_of_its_metrics_is_alone(connection: duckdb.DuckDBPyConnection) -> None:
    together = connection.execute(compiled(scorecard(*SCORECARD))).fetchall()
    for place, metric in enumerate(SCORECARD, start=1):
        alone = connection.execute(compiled(scorecard(metric))).fetchall()
        assert not difference([(row[0], row[place]) for row in together], alone)


def test_a_scorecard_reads_its_table_once(connection: duckdb.DuckDBPyConnection) -> None:
    together, alone = (tables_read(connection, compiled(scorecard(*m))) for m in (SCORECARD, ["revenue"]))
    assert together == alone == ["memory.main.orders"]


def rows_passed(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    """The rows that leave the operators of a statement's plan, all together."""
    return sum(operator["intermediate_rows"] for operator in _operators(connection, sql))


def tables_read(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    found = (operator["extra_info"].get("Table") for operator in _operators(connection, sql))
    return [table for table in found if table]


def _operators(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[dict[str, Any]]:
    [(_, plan)] = connection.execute(f"EXPLAIN (ANALYZE, FORMAT json) {sql}").fetchall()
    waiting = json.loads(plan)["operator"]
    while waiting:
        operator = waiting.pop()
        waiting += operator.get("children", [])
        yield operator
