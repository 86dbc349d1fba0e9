"""Run times on DuckDB: questions against the SQL that a person would write, a scorecard against its parts."""

from __future__ import annotations

from typing import Any

import duckdb

from tests.benchmarks.questions import SCORECARD, Question, compiled, difference, scorecard
from tests.benchmarks.timing import Line, side_by_side

SCORECARD_TARGET = 1.5


def question(asked: Question, connection: duckdb.DuckDBPyConnection) -> Line:
    """Ours against the hand-written SQL. Raises AssertionError where the rows are not equal."""

    def run(sql: str) -> list[Any]:
        return connection.execute(sql).fetchall()

    found = difference(run(asked.ours), run(asked.by_hand))
    assert not found, f"{asked.name}: {found}"
    ours, other = side_by_side(lambda: run(asked.ours), lambda: run(asked.by_hand))
    return Line(asked.name, ours, other, asked.target)


def together(connection: duckdb.DuckDBPyConnection) -> Line:
    """Twelve KPIs in one question against the slowest one of them alone."""
    statements = [compiled(scorecard(*SCORECARD)), *(compiled(scorecard(metric)) for metric in SCORECARD)]
    all_twelve, *alone = side_by_side(
        *(lambda sql=sql: connection.execute(sql).fetchall() for sql in statements)
    )
    slowest = max(range(len(alone)), key=lambda i: alone[i].cpu)
    name = f"scorecard of {len(SCORECARD)} against {SCORECARD[slowest]} alone"
    return Line(name, all_twelve, alone[slowest], SCORECARD_TARGET)
