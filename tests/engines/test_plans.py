"""How Spark carries out the reference questions: each table is read once, with its filters, and facts are not crossed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from tests.benchmarks import questions

FACTS = ("orders", "leads", "subscriptions")
DIMENSIONS = ("customers", "sales_reps")
ORDERS = 2000
TWICE = {
    "12-followed-by": {"leads": 2}
}  # the keys that are followed are looked up before the rows are counted
RANGES = ("02-ratio", "05-growth", "07-trailing-sum", "09-trailing-distinct", "10-growth-of-ratio")
DAYS = """
entities:
  sales:
    table: sales
    key: id
    time: day
    fields: {id: integer, day: date, amount: number}
"""
STAMPS = """
timezone: Asia/Tokyo
entities:
  sales:
    table: sales
    key: id
    time: at
    fields: {id: integer, at: {type: timestamp, stored_in: STORED}, amount: number}
"""


@dataclass(frozen=True)
class Node:
    """An operator of a plan, with its name, its number and the operators below it."""

    name: str
    number: str
    below: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        yield self
        for node in self.below:
            yield from node.walk()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables as Parquet."""
    folder = tmp_path_factory.mktemp("parquet")
    with questions.database(ORDERS) as connection:
        for table in (*FACTS, *DIMENSIONS):
            connection.execute(f"COPY {table} TO '{folder}/{table}.parquet'")
    return folder


@pytest.fixture
def spark(database: Callable[[str], Any]) -> Iterator[Any]:
    """A session beside the one of the cases: views of its own, in the same Java."""
    session = database("spark").connection.newSession()
    yield session
    for (name,) in session.sql("SHOW VIEWS").select("viewName").collect():
        session.catalog.dropTempView(name)


def read(spark: Any, folder: Path) -> None:
    for file in folder.glob("*.parquet"):
        spark.read.parquet(str(file)).createOrReplaceTempView(file.stem)


def formatted(spark: Any, sql: str) -> str:
    return str(spark.sql(f"EXPLAIN FORMATTED {sql}").collect()[0][0])


def tree(text: str) -> list[Node]:
    """The plan's outline, and those of its subqueries: each operator stands deeper than the one above it."""
    outlines = re.findall(r"^(?:[ :+*|-]*\S.*\(\d+\).*\n)+", text, re.MULTILINE)
    found = []
    for outline in outlines:
        lines = [re.match(r"([ :+-]*)\*? ?(?:\(\d+\) )?(.*)", line) for line in outline.splitlines()]
        rows = [(len(m[1]), m[2]) for m in lines if m]
        if len(rows) > 1 or "Scan" in rows[0][1]:
            found.append(_node(rows))
    return found


def _node(rows: list[tuple[int, str]]) -> Node:
    (_, name), rest = rows[0], rows[1:]
    tops = [i for i, (depth, _) in enumerate(rest) if depth == min(d for d, _ in rest)]
    parts = [rest[start:end] for start, end in zip_longest(tops, tops[1:])]
    number = re.search(r"\((\d+)\)", name)
    return Node(name, number[1] if number else "", tuple(_node(part) for part in parts))


def reads(node: Node, nodes: dict[str, Node], text: str) -> bool:
    """Whether files are read below an operator, or were for one that it uses again."""
    again = dict(re.findall(r"^\((\d+)\) ReusedExchange \[Reuses operator id: (\d+)\]", text, re.MULTILINE))
    return any(
        "Scan parquet" in n.name or (n.number in again and reads(nodes[again[n.number]], nodes, text))
        for n in node.walk()
    )


def scans(text: str) -> Counter[str]:
    return Counter(
        re.findall(r"^Location: InMemoryFileIndex ?\[file:\S*?/(\w+)\.parquet\]", text, re.MULTILINE)
    )


@pytest.mark.parametrize("question", questions.questions(), ids=lambda q: q.name)
def test_each_table_is_read_once(question: Any, spark: Any, files: Path) -> None:
    read(spark, files)
    sql = questions.catalog().sql(question.text, dialect="spark", as_of=questions.TODAY)
    text = formatted(spark, sql)
    found = scans(text)
    assert found
    assert {t: n for t, n in found.items() if n > 1} == TWICE.get(question.name, {})
    assert "CartesianProduct" not in text
    nodes = {node.number: node for root in tree(text) for node in root.walk()}
    for node in nodes.values():
        assert "NestedLoop" not in node.name or not all(reads(side, nodes, text) for side in node.below), text


@pytest.mark.parametrize("name", RANGES)
def test_filters_are_applied_while_files_are_read(name: str, spark: Any, files: Path) -> None:
    read(spark, files)
    question = next(q for q in questions.questions() if q.name == name)
    sql = questions.catalog().sql(question.text, dialect="spark", as_of=questions.TODAY)
    (pushed,) = re.findall(r"^PushedFilters: (.*ordered_at.*)$", formatted(spark, sql), re.MULTILINE)
    assert "GreaterThanOrEqual(ordered_at," in pushed
    assert "LessThan(ordered_at," in pushed


def test_only_the_days_asked_for_are_read(spark: Any, tmp_path: Path) -> None:
    with duckdb.connect() as connection:
        days = (
            "SELECT i AS id, DATE '2024-01-01' + i::INTEGER AS day, i / 7 AS amount FROM range(100) AS r(i)"
        )
        connection.execute(f"COPY ({days}) TO '{tmp_path}/sales' (FORMAT parquet, PARTITION_BY day)")
    spark.read.parquet(str(tmp_path / "sales")).createOrReplaceTempView("sales")
    (tmp_path / "catalog.yml").write_text(DAYS, encoding="utf-8")
    catalog = metricdsl.load(tmp_path / "catalog.yml")
    sql = catalog.sql("sum(sales.amount) as s by week for 2024-03", dialect="spark", as_of=date(2024, 6, 1))
    (filters,) = re.findall(r"^PartitionFilters: (.*)$", formatted(spark, sql), re.MULTILINE)
    assert "day" in filters
    frame = spark.sql(sql)
    frame.collect()
    (leaf,) = leaves(frame._jdf.queryExecution().executedPlan())
    assert leaf.metrics().get("numFiles").get().value() == 31


def leaves(plan: Any) -> list[Any]:
    """The scans of files below an operator."""
    found = plan.collectLeaves()
    return [
        leaf
        for leaf in (found.apply(i) for i in range(found.size()))
        if leaf.nodeName().startswith("Scan parquet")
    ]


@pytest.mark.parametrize(("stored", "kind"), [("instant", "TIMESTAMP_LTZ"), ("UTC", "TIMESTAMP_NTZ")])
def test_filters_of_timestamps(stored: str, kind: str, spark: Any, tmp_path: Path) -> None:
    """With a zone of their own or without, the bare column is compared."""
    rows = f"SELECT id, CAST(TIMESTAMP '2024-01-01 00:00:00Z' AS {kind}) AS at, 1.0D AS amount FROM RANGE(3)"
    spark.sql(rows).write.parquet(str(tmp_path / "sales"))
    spark.read.parquet(str(tmp_path / "sales")).createOrReplaceTempView("sales")
    (tmp_path / "catalog.yml").write_text(STAMPS.replace("STORED", stored), encoding="utf-8")
    catalog = metricdsl.load(tmp_path / "catalog.yml")
    sql = catalog.sql("sum(sales.amount) as s by week for 2024-03", dialect="spark", as_of=date(2024, 6, 1))
    (pushed,) = re.findall(r"^PushedFilters: (.*)$", formatted(spark, sql), re.MULTILINE)
    assert "GreaterThanOrEqual(at," in pushed
    assert "LessThan(at," in pushed
