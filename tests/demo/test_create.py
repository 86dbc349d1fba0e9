"""How the demo is made: the same rows for the same scale, as much as asked, nothing of the user's touched."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from metricdsl import demo
from metricdsl.errors import MetricError

MAY_LIE_AHEAD = {("contracts", "due_on"), ("appointments", "scheduled_at")}


def made(scale: float, until: date = demo.UNTIL, threads: int = 2) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(config={"threads": threads})
    demo.create(connection, scale, until)
    return connection


def fingerprints(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """Of each table the number of its rows and a sum over all their values."""
    return {
        table: connection.execute(f"SELECT count(*), sum(hash(t)) FROM crm.{table} AS t").fetchone()
        for table in tables(connection)
    }


def tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    return [
        t
        for (t,) in connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'crm'"
        ).fetchall()
    ]


def test_same_scale_same_rows() -> None:
    assert fingerprints(made(0.05, threads=1)) == fingerprints(made(0.05, threads=4))


def test_another_scale_other_rows() -> None:
    small, large = made(0.05), made(0.1)
    for table in ("orders", "leads", "customers", "cases", "interactions", "mentions"):
        (few,), (many,) = (c.execute(f"SELECT count(*) FROM crm.{table}").fetchone() for c in (small, large))
        assert 1.7 < many / few < 2.3, table


@pytest.mark.parametrize("until", [date(2024, 2, 29), date(2025, 6, 30), date(2023, 11, 15)])
def test_three_years_up_to_any_day(until: date) -> None:
    connection = made(0.05, until)
    first, last = connection.execute(
        "SELECT min(ordered_at)::DATE, max(ordered_at)::DATE FROM crm.orders"
    ).fetchone()
    assert 0 <= (until - last).days <= 7
    assert 3 * 365 - 10 <= (last - first).days <= 3 * 366
    assert all(count for count, _ in fingerprints(connection).values())


def test_nothing_lies_after_the_last_day() -> None:
    connection = made(0.2)
    columns = connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE schema_name = 'crm' AND data_type IN ('DATE', 'TIMESTAMP')"
    ).fetchall()
    assert len(columns) > 40
    late = {
        (table, column)
        for table, column in columns
        if connection.execute(f"SELECT max({column})::DATE FROM crm.{table}").fetchone()[0] > demo.UNTIL
    }
    assert late <= MAY_LIE_AHEAD


def test_a_schema_with_tables_is_not_overwritten() -> None:
    connection = duckdb.connect()
    connection.execute("CREATE SCHEMA crm")
    connection.execute("CREATE TABLE crm.customers AS SELECT 42 AS mine")
    with pytest.raises(MetricError, match="already has tables in the schema crm"):
        demo.create(connection, 0.05)
    assert connection.execute("SELECT mine FROM crm.customers").fetchall() == [(42,)]
    demo.create(connection, 0.05, replace=True)
    assert "mine" not in [c for c, *_ in connection.execute("DESCRIBE crm.customers").fetchall()]


@pytest.mark.parametrize("scale", [0, -1])
def test_a_scale_below_nothing_is_refused(scale: float) -> None:
    with pytest.raises(MetricError, match="must be greater than 0"):
        demo.create(duckdb.connect(), scale)


def test_nothing_else_is_left_behind() -> None:
    connection = made(0.05)
    assert (
        connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name <> 'crm'").fetchall()
        == []
    )
    assert (
        connection.execute("SELECT function_name FROM duckdb_functions() WHERE NOT internal").fetchall() == []
    )
