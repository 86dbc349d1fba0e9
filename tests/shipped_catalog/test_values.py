"""Every KPI by month over the demo: plausible in every month, and some forty equal to SQL written by hand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest

from metricdsl.model.catalog import Catalog
from tests.shipped_catalog.conftest import KPIS

AS_OF = date(2025, 6, 30)
MONTHS = "by month for 2023-07-01 to 2025-06-30"

# What a value may be, where it is not just "0 or more".
SIGNED = {
    "campaign_uplift",
    "customer_growth_rate",
    "expectation_gap",
    "net_new_customers",
    "net_promoter_score",
    "revenue_growth_rate",
    "sentiment_score",
}
MAY_PASS_ONE = {"marketing_roi", "revenue_growth_rate"}
MAY_BE_ZERO = {"customer_referrals"}


def by_month(catalog: Catalog, crm: duckdb.DuckDBPyConnection, name: str) -> list[tuple[date, Any]]:
    rows = crm.execute(catalog.sql(f"{name} {MONTHS}", as_of=AS_OF)).fetchall()
    return [(date(month.year, month.month, month.day), value) for month, value in rows]


@pytest.mark.parametrize("name", sorted(KPIS))
def test_every_kpi_has_a_plausible_value_in_every_month(
    catalog: Catalog, crm: duckdb.DuckDBPyConnection, name: str
) -> None:
    rows = by_month(catalog, crm, name)
    assert len(rows) == 24
    values = [value for _, value in rows]
    assert None not in values
    assert len({round(float(v), 9) for v in values}) > 2  # it moves
    if name not in SIGNED:
        assert min(values) >= 0 if name in MAY_BE_ZERO else min(values) > 0
    if catalog.entries.metrics[name].model.unit == "percent" and name not in MAY_PASS_ONE:
        assert min(values) > -1
        assert max(values) < 1


BY_HAND = dict(
    section.split("\n", 1)
    for section in Path(__file__).with_name("by_hand.sql").read_text("utf-8").split("-- kpi ")[1:]
)


@pytest.fixture(scope="module")
def by_hand(crm: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The demo with the macros of by_hand.sql."""
    crm.execute(Path(__file__).with_name("by_hand.sql").read_text("utf-8").split("-- kpi ")[0])
    return crm


@pytest.mark.parametrize("name", BY_HAND)
def test_values_equal_sql_written_by_hand(
    catalog: Catalog, by_hand: duckdb.DuckDBPyConnection, name: str
) -> None:
    months = [date(2023 + i // 12, i % 12 + 1, 1) for i in range(6, 31)]
    sql = BY_HAND[name]
    expected = []
    for s, e in pairwise(months):
        given = {k: v for k, v in {"s": s, "e": e}.items() if f"${k}" in sql}
        [(value,)] = by_hand.execute(sql, given).fetchall()
        expected.append((s, value))
    found = by_month(catalog, by_hand, name)
    assert [month for month, _ in found] == [month for month, _ in expected]
    assert [float(v) for _, v in found] == pytest.approx([float(v) for _, v in expected], rel=1e-9)
