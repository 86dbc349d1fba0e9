"""The demo on PostgreSQL: the same tables, the same values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from metricdsl import demo
from metricdsl.errors import MetricError

pytestmark = pytest.mark.postgres


@pytest.fixture
def small() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    demo.create(connection, 0.05)
    return connection


def test_copy(database: Callable[[str], Any], small: duckdb.DuckDBPyConnection) -> None:
    server = database("postgres")
    server.load(())
    demo.copy_to_postgres(small, server.target)
    for table in small.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'crm'").fetchall():
        sql = f"SELECT count(*) FROM crm.{table[0]}"
        assert server.query(sql) == small.execute(sql).fetchall(), table
    for sql in (
        "SELECT currency, sum(amount), sum(cost), min(ordered_at), max(ordered_at) "
        "FROM crm.orders GROUP BY 1 ORDER BY 1",
        "SELECT name, region, acquired_on, left_on, employees FROM crm.customers ORDER BY customer_id",
        "SELECT kept, count(*) FROM crm.appointments WHERE kept IS NOT NULL GROUP BY 1 ORDER BY 1",
    ):
        assert server.query(sql) == small.execute(sql).fetchall()


def test_another_schema_is_not_overwritten(
    database: Callable[[str], Any], small: duckdb.DuckDBPyConnection
) -> None:
    server = database("postgres")
    server.load(())
    demo.copy_to_postgres(small, server.target, schema='my "crm"')
    with pytest.raises(MetricError, match='already has a schema my "crm"'):
        demo.copy_to_postgres(small, server.target, schema='my "crm"')
    demo.copy_to_postgres(small, server.target, schema='my "crm"', replace=True)
    assert server.query('SELECT count(*) FROM "my ""crm""".stages') == [(6,)]


def test_a_connection_without_the_demo_is_refused() -> None:
    with pytest.raises(MetricError, match="no tables in the schema crm"):
        demo.copy_to_postgres(duckdb.connect(), "postgresql:///nowhere")
