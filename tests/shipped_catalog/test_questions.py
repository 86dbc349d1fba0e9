"""Scorecards, views and breakdowns over the demo: they run, and find what was planted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl import demo
from metricdsl.model.catalog import Catalog
from metricdsl.run.session import Session
from tests.shipped_catalog.conftest import FOLDER, KPIS

AS_OF = date(2025, 6, 30)
CARDS = metricdsl.load(FOLDER).entries.scorecards
VIEWS = metricdsl.load(FOLDER).entries.views


@pytest.fixture(scope="module")
def session(catalog: Catalog, crm: duckdb.DuckDBPyConnection) -> Session:
    return metricdsl.connect(catalog, crm)


@pytest.mark.parametrize("name", CARDS)
def test_every_scorecard_answers(session: Session, name: str) -> None:
    result = session.scorecard(name, as_of=AS_OF)
    assert len(result.rows) > 1
    assert result.warnings == ()
    for position, column in enumerate(result.columns):
        values = [row[position] for row in result.rows]
        assert any(value is not None for value in values), column.name


def test_scorecards_that_are_wanted(catalog: Catalog) -> None:
    reports = {"sales_forecast", "sales_conversion", "sales_performance", "lost_deals"}
    assert set(KPIS.values()) | reports | {"overview", "demo"} <= set(CARDS)
    assert len(CARDS["demo"].model.metrics) == 10


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_answers(session: Session, catalog: Catalog, name: str) -> None:
    assert len(session.ask(VIEWS[name].model.question, as_of=AS_OF).rows) >= 36


def column(session: Session, question: str) -> dict[Any, Any]:
    return {row[0]: row[1] for row in session.ask(question, as_of=AS_OF).rows}


def test_one_campaign_lifts_conversion_by_four_points(session: Session) -> None:
    assert column(session, "campaign_uplift by campaigns.name")["Come back"] == pytest.approx(0.04)


def test_referred_leads_convert_twice_as_often(session: Session) -> None:
    rates = column(
        session, "lead_conversion_rate by leads.source = 'referral' as referred for before 2025-01"
    )
    assert 1.8 < rates[True] / rates[False] < 2.2


def test_churn_spikes_in_one_month(session: Session) -> None:
    rates = column(
        session, "churn_rate by month for 2023-07-01 to 2025-06-30 order by churn_rate desc limit 2"
    )
    (worst, spike), (_, next_worst) = rates.items()
    assert worst == date(2024, 10, 1)
    assert spike > 2 * next_worst


def test_currencies_are_kept_apart(session: Session, crm: duckdb.DuckDBPyConnection) -> None:
    [row] = session.ask("revenue, revenue_jpy", as_of=AS_OF).rows
    by_hand = dict(crm.execute("SELECT currency, sum(amount) FROM crm.orders GROUP BY 1").fetchall())
    assert row == (pytest.approx(float(by_hand["USD"])), pytest.approx(float(by_hand["JPY"])))


def test_the_products_make_up_the_revenue(session: Session) -> None:
    [(revenue, of_products)] = session.ask("revenue, product_revenue for 2024", as_of=AS_OF).rows
    assert revenue == of_products
    by_category = column(session, "product_revenue by products.category for 2024")
    assert set(by_category) == {"core", "service", "add-on"}
    assert sum(by_category.values()) == pytest.approx(revenue)


def test_growth_takes_the_previous_period_that_it_is_told(session: Session) -> None:
    asked = (
        "revenue_growth_rate, growth(revenue, 3 months) as by_hand by quarter for 2024 "
        "with previous = 3 months"
    )
    for _, growth, by_hand in session.ask(asked, as_of=AS_OF).rows:
        assert growth == by_hand


@pytest.mark.postgres
def test_postgres_gives_the_same_values(database: Callable[[str], Any], catalog: Catalog) -> None:
    server = database("postgres")
    server.load(())
    local = duckdb.connect()
    demo.create(local, 0.2)
    demo.copy_to_postgres(local, server.target)
    here, there = (metricdsl.connect(catalog, place) for place in (local, server.target))
    for area in sorted(set(KPIS.values())):
        question = (
            f"{', '.join(k for k, a in KPIS.items() if a == area)} by month for 2025-01-01 to 2025-06-30"
        )
        expected, found = (s.ask(question, as_of=AS_OF).rows for s in (here, there))
        assert [list(map(approximately, row)) for row in expected] == [list(row) for row in found], area


def approximately(value: Any) -> Any:
    return pytest.approx(value, rel=1e-9) if isinstance(value, float) else value
