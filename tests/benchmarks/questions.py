"""Questions beside the SQL that a person would write for them, and rows to run both on."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

import metricdsl

if TYPE_CHECKING:
    from metricdsl import Catalog

HERE = Path(__file__).parent
TODAY = date(2025, 1, 1)  # the day after the last row
SCORECARD = (
    "revenue", "order_count", "average_order", "largest_order", "smallest_order", "items_per_order",
    "web_revenue", "web_share", "paid_share", "refund_rate", "buyers", "revenue_per_buyer",
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A file of `by_hand`: the question, how many times its SQL's run time ours may take, and that SQL."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @cached_property
    def by_hand(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def text(self) -> str:
        return self._said("ask")

    @property
    def target(self) -> float:
        return float(self._said("at most"))

    @cached_property
    def ours(self) -> str:
        return compiled(self.text)

    def _said(self, what: str) -> str:
        found = re.search(rf"^-- {what}: (.*)$", self.by_hand, re.MULTILINE)
        assert found, f"{self.path} has no line '-- {what}: …'"
        return found[1]


def questions() -> list[Question]:
    return [Question(path) for path in sorted((HERE / "by_hand").glob("*.sql"))]


def scorecard(*metrics: str) -> str:
    return f"{', '.join(metrics)} by month for last 12 months"


@cache
def catalog() -> Catalog:
    return metricdsl.load(HERE / "catalog.yml")


def compiled(question: str) -> str:
    return catalog().sql(question, as_of=TODAY)


def database(orders: int) -> duckdb.DuckDBPyConnection:
    """The tables of rows.sql, in memory."""
    connection = duckdb.connect()
    make_tables(connection, orders)
    return connection


def make_tables(connection: duckdb.DuckDBPyConnection, orders: int) -> None:
    for statement in connection.extract_statements((HERE / "rows.sql").read_text("utf-8")):
        connection.execute(statement, {"size": orders} if statement.named_parameters else None)


def difference(
    ours: Sequence[Sequence[Any]], others: Sequence[Sequence[Any]], tolerance: float = 1e-9
) -> str:
    """Nothing when the rows are equal, but for the last digits of a number; else the first that differ."""
    for number, (row, other) in enumerate(zip_longest(ours, others, fillvalue=())):
        equal = (_equal(value, by_hand, tolerance) for value, by_hand in zip(row, other, strict=False))
        if len(row) != len(other) or not all(equal):
            return f"row {number} is {row}, by hand {other}"
    return ""


def _equal(value: Any, other: Any, tolerance: float) -> bool:
    numbers = isinstance(value, int | float | Decimal) and isinstance(other, int | float | Decimal)
    return (
        math.isclose(value, other, rel_tol=tolerance, abs_tol=tolerance) if numbers else bool(value == other)
    )
