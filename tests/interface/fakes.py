"""Answers without a catalog or a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from metricdsl.run.result import Result
from metricdsl.run.rows import table_of
from metricdsl.run.values import normalised


@dataclass(frozen=True)
class Column:
    name: str
    label: str
    kind: str = "number"
    unit: str | None = None
    role: str = "metric"
    format: str | None = None
    better: str | None = None
    metric: str | None = None
    grain: str | None = None


@dataclass(frozen=True)
class Mark:
    row: int
    mark: str
    column: int | None = None


MONTH = Column("month", "Month", "date", role="period", grain="month")
REGION = Column("accounts.region", "Region", "text", role="group")
REVENUE = Column("revenue", "Revenue", "money", "JPY", format="money(0)", better="up", metric="revenue")
WIN_RATE = Column("win_rate", "Win rate", "percent", format="percent(1)", better="up", metric="win_rate")


def answer(
    columns: list[Column], rows: list[list[Any]], *, marks: tuple[Mark, ...] = (), **more: Any
) -> Result:
    table = table_of([f"c{i}" for i in range(len(columns))], rows)
    settings: dict[str, Any] = {
        "language": "en",
        "as_of": date(2025, 6, 30),
        "sql": "SELECT 1 AS one\nWHERE 1 < 2",
    } | more
    return Result(
        question="", columns=tuple(columns), table=normalised(table, columns, "Asia/Tokyo"),  # type: ignore[arg-type]
        mark_rows=lambda _: marks, **settings,
    )  # fmt: skip


def months(count: int, *series: list[Any]) -> list[list[Any]]:
    return [[date(2025 if i < 12 else 2026, i % 12 + 1, 1), *(s[i] for s in series)] for i in range(count)]
