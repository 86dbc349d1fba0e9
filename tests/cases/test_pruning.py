"""A table of partitions by day is read no further than a question's range: BigQuery leaves the others unread.

It does where the column stands bare beside constants in the filter of the scan, as its analyzer sees it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from metricdsl import compiler, load
from tests.benchmarks.questions import TODAY, Question, catalog, questions
from tests.engines import Table

PARTITIONS = {"orders": "ordered_at", "leads": "created_at", "subscriptions": "started_on"}
OPERATORS = {
    "ZetaSQL:$greater_or_equal": "from", "ZetaSQL:$greater": "from",
    "ZetaSQL:$less": "to", "ZetaSQL:$less_or_equal": "to",
}  # fmt: skip
BOTH = {"from", "to"}
STORED = """
timezone: Europe/Berlin
entities:
  orders:
    table: orders
    key: id
    time: ordered_at
    fields: {id: integer, ordered_at: {type: timestamp, stored_in: Europe/Berlin}}
metrics:
  n: count(orders)
"""
# A running sum needs all that was before.
NEEDED: dict[str, set[str]] = {"08-running-sum": {"to"}}
# What is read whole beside: the rows of a stock are counted by their first and last period, and what follows
# is looked for once for all rows.
WHOLE = {"06-stock": {"subscriptions"}, "12-followed-by": {"leads", "orders"}}


def tables(instants: bool) -> tuple[Table, ...]:
    """The tables of the benchmarks' catalog, without rows; their timestamps have a zone or have not."""
    found = []
    for name, entry in catalog().entries.entities.items():
        joins = catalog().definitions.entity(name).joins.values()
        columns = {own: "integer" for join in joins for own, _ in join.columns}
        columns |= {field: model.type or "integer" for field, model in entry.model.fields.items()}
        types = ["timestamptz" if t == "timestamp" and instants else t for t in columns.values()]
        assert entry.model.table is not None
        found.append(Table(entry.model.table, tuple(columns), tuple(types), ()))
    return tuple(found)


def text(question: Question) -> str:
    """The question of a range: some have one."""
    return question.text if " for " in question.text else f"{question.text} for last 24 months"


@pytest.mark.parametrize("instants", [False, True], ids=["datetime", "timestamp"])
@pytest.mark.parametrize("question", questions(), ids=lambda q: q.name)
def test_only_the_partitions_of_the_range_are_read(question: Question, instants: bool, database: Any) -> None:
    running = database("bigquery")
    running.load(tables(instants))
    fields = {"orders": "ordered_at", "leads": "created_at"}
    zoned = frozenset(fields.items()) if instants else frozenset()
    made = compiler.compile(text(question), catalog(), "bigquery", as_of=TODAY, zoned=zoned)
    read = list(bounds(running.connection.analyzed(made.sql)))
    assert read
    for table, found in read:
        if table in WHOLE.get(question.name, ()):
            continue
        assert found >= NEEDED.get(question.name, BOTH), f"{table}: {found}\n{made.sql}"


@pytest.mark.parametrize("instants", [False, True], ids=["datetime", "timestamp"])
@pytest.mark.parametrize(
    "asked",
    [
        "prior(revenue, 1 day) as before by day for last 30 days",
        "prior(revenue, 1 year) as before by month for last 12 months",
        "prior(revenue, 1 month) as before for last 12 months",
        "revenue by hour for last 2 days vs prior day",
        "revenue by month, orders.channel for last 6 months where orders.items > 3",
        "trailing(revenue, 7 days) as week by day for last 30 days",
    ],
)
def test_moved_times_are_bounded_too(asked: str, instants: bool, database: Any) -> None:
    running = database("bigquery")
    running.load(tables(instants))
    zoned = frozenset([("orders", "ordered_at")]) if instants else frozenset()
    made = compiler.compile(asked, catalog(), "bigquery", as_of=TODAY, zoned=zoned)
    read = list(bounds(running.connection.analyzed(made.sql)))
    assert read
    assert all(found == BOTH for _, found in read), made.sql


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/New_York"])
def test_local_time_stands_bare(zone: str, database: Any, tmp_path: Path) -> None:
    (tmp_path / "catalog.yml").write_text(STORED.replace("timezone: Europe/Berlin", f"timezone: {zone}"))
    running = database("bigquery")
    running.load((Table("orders", ("id", "ordered_at"), ("integer", "timestamp"), ()),))
    made = compiler.compile("n by day for last 30 days", load(tmp_path), "bigquery", as_of=TODAY)
    assert list(bounds(running.connection.analyzed(made.sql))) == [("orders", BOTH)]


def test_a_column_in_a_function_is_none(database: Any) -> None:
    running = database("bigquery")
    running.load(tables(instants=True))
    where = "DATETIME(ordered_at, 'UTC') >= DATETIME '2024-01-01' AND ordered_at < TIMESTAMP '2025-01-01'"
    assert list(bounds(running.connection.analyzed(f"SELECT 1 AS n FROM orders WHERE {where}"))) == [
        ("orders", {"to"})
    ]


def bounds(statement: Any) -> Iterator[tuple[str, set[str]]]:
    """Each scan of a table that has partitions, and at which ends its column is bounded by constants."""
    from tests.engines.bigquery_rules import columns, conjuncts, nodes

    found: dict[int, set[str]] = defaultdict(set)
    for node in nodes(statement):
        if node.DESCRIPTOR.name == "ResolvedFilterScanProto":
            for call in conjuncts(node.filter_expr):
                operator = OPERATORS.get(call.parent.function.name)
                if operator is not None:
                    left, right = call.parent.argument_list
                    bare = left.resolved_column_ref_node
                    if bare.HasField("column") and not columns(right):
                        found[bare.column.column_id].add(operator)
    for node in nodes(statement):
        if node.DESCRIPTOR.name == "ResolvedTableScanProto" and node.table.name in PARTITIONS:
            (own,) = [c for c in node.parent.column_list if c.name == PARTITIONS[node.table.name]]
            yield node.table.name, found[own.column_id]
