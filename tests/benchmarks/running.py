"""Run times on DuckDB: questions against the SQL that a person would write, a scorecard against its parts."""

from __future__ import annotations

from typing import Any

import duckdb

from metricdsl.run.duckdb import MIXES_COLUMNS
from tests.benchmarks.questions import SCORECARD, Question, compiled, difference, scorecard
from tests.benchmarks.timing import Line, side_by_side

SCORECARD_TARGET = 1.5


def question(asked: Question, connection: duckdb.DuckDBPyConnection) -> Line:
    """Ours as a session runs it against the hand-written SQL. Raises AssertionError where the rows are not equal."""

    def by_hand() -> list[Any]:
        connection.execute("RESET disabled_optimizers")
        return connection.execute(asked.by_hand).fetchall()

    found = difference(in_a_session(connection, asked.ours), by_hand())
    assert not found, f"{asked.name}: {found}"
    ours, other = side_by_side(lambda: in_a_session(connection, asked.ours), by_hand)
    return Line(asked.name, ours, other, asked.target)


def in_a_session(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    """Rows as a session asks for them: without the optimizer that it turns off."""
    connection.execute("SET GLOBAL disabled_optimizers = ?", [MIXES_COLUMNS])
    return connection.execute(sql).fetchall()


def together(connection: duckdb.DuckDBPyConnection) -> Line:
    """Twelve KPIs in one question against the slowest one of them alone."""
    statements = [compiled(scorecard(*SCORECARD)), *(compiled(scorecard(metric)) for metric in SCORECARD)]
    all_twelve, *alone = side_by_side(
        *(lambda sql=sql: in_a_session(connection, sql) for sql in statements)  # type: ignore[misc]  # bound now
    )
    slowest = max(range(len(alone)), key=lambda i: alone[i].cpu)
    name = f"scorecard of {len(SCORECARD)} against {SCORECARD[slowest]} alone"
    return Line(name, all_twelve, alone[slowest], SCORECARD_TARGET)
