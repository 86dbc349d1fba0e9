"""The mappings that come with the catalog, on small tables of those shapes. Values are worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.model.catalog import Catalog
from metricdsl.run.session import Session
from metricdsl.settings import shipped_catalog

HERE = Path(__file__).parent
AS_OF = date(2025, 6, 30)
NAMES = ("salesforce", "hubspot")


def catalog(name: str) -> Catalog:
    return metricdsl.load(shipped_catalog(), sources=name)


CATALOGS = {name: catalog(name) for name in NAMES}


@pytest.fixture(scope="module")
def sessions() -> Any:
    import duckdb

    made = {}
    for name in NAMES:
        connection = duckdb.connect()
        connection.execute((HERE / f"{name}.sql").read_text("utf-8"))
        made[name] = metricdsl.connect(CATALOGS[name], connection)
    return made


def value(session: Session, question: str) -> Any:
    [row] = session.ask(question, as_of=AS_OF).rows
    return row[-1]


COMMON = {
    "deals_won": 2,
    "deals_lost": 1,
    "win_rate": 2 / 3,
    "win_rate_by_amount": 4000 / 4400,
    "opportunities": 4,  # the deleted one is none
    "opportunity_win_rate": 2 / 4,
    "total_deal_value": 4000,
    "average_deal_value": 2000,
    "pipeline_value": 5000,
    "new_customers": 2,
    "follow_ups": 3,
    "follow_ups_per_won_deal": 3 / 2,
    "average_resolution_time": (10 + 20) / 2,
    "same_day_closures": 1,
}
OF_ONE = {
    "salesforce": {
        "leads": 4,
        "lead_conversion_rate": 2 / 4,
        "marketing_sourced_customer_share": 1 / 2,
        "sales_calls": 2,  # completed, outbound, about an opportunity
        "campaigns": 1,
        "campaign_responses": 1,
        "campaign_response_rate": 1 / 3,  # one is only planned
        "stage_duration": (10 + 20 + 21 + 19) / 4,
        "deal_velocity": (10 + 20 + 21 + 19) / 4,
        "sales_forecast": 0,  # the one open deal is in a stage in which none was decided
    },
    "hubspot": {
        "leads": 4,
        "lead_conversion_rate": 1 / 4,
        "lead_qualification_rate": 2 / 4,
        "marketing_sourced_customer_share": 2 / 3,
        "new_customers": 3,  # the deal of two companies won both
        "average_response_time": (20 + 40) / 2,
    },
}
VALUES = [(name, kpi, v) for name in NAMES for kpi, v in {**COMMON, **OF_ONE[name]}.items()]


@pytest.mark.parametrize(("name", "kpi", "expected"), VALUES)
def test_values(sessions: dict[str, Session], name: str, kpi: str, expected: float) -> None:
    assert value(sessions[name], kpi) == pytest.approx(expected)


@pytest.mark.parametrize("name", NAMES)
def test_every_available_kpi_runs_by_month(sessions: dict[str, Session], name: str) -> None:
    available = set(CATALOGS[name].entries.metrics) - set(CATALOGS[name].unavailable)
    for kpi in available:
        assert len(sessions[name].ask(f"{kpi} by month for 2025-01 to 2025-02", as_of=AS_OF).rows) == 2, kpi


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_and_much_is_there(name: str) -> None:
    assert [str(d) for d in CATALOGS[name].check()] == []
    available = set(CATALOGS[name].entries.metrics) - set(CATALOGS[name].unavailable)
    assert available >= set(COMMON)
    assert "revenue" not in available
    assert (
        CATALOGS[name].unavailable["churn_rate"] == "field 'left_on' of customers is not mapped to a column"
    )
    assert CATALOGS[name].unavailable["complaints"] == "field 'kind' of cases is not mapped to a column"


@pytest.mark.parametrize("name", NAMES)
def test_deals_by_stage_owner_and_customer(sessions: dict[str, Session], name: str) -> None:
    def rows(question: str) -> dict[Any, Any]:
        return dict(sessions[name].ask(question, as_of=AS_OF).rows)

    by_stage = "count(opportunities on created_on) as n by opportunities.stage"
    assert rows(by_stage) == {"won": 2, "lost": 1, "negotiation": 1}
    xena = {"salesforce": "Xena", "hubspot": "Xena Xu"}[name]
    assert rows("total_deal_value by users.name") == {xena: 1000, "Yuri": 3000}
    assert rows("total_deal_value by customers.name having total_deal_value > 0") == {
        "Acme": 1000,
        "Bolt": 3000,
    }


def test_the_first_stage_of_salesforce_is_the_one_that_was_left(sessions: dict[str, Session]) -> None:
    rows = sessions["salesforce"].ask("stage_duration by stage_history.stage", as_of=AS_OF).rows
    found = {stage: days for stage, days in rows if days is not None}
    assert found == {"qualification": (10 + 21) / 2, "proposal": 20, "needs": 19}


def test_the_wish_date_of_an_open_deal_is_no_close_date(sessions: dict[str, Session]) -> None:
    for name in NAMES:
        rows = sessions[name].ask("count(opportunities) as n by month for 2025-02", as_of=AS_OF).rows
        assert [row[1] for row in rows] == [2]


@pytest.mark.postgres
@pytest.mark.parametrize("name", NAMES)
def test_postgres_gives_the_same_values(database: Callable[[str], Any], name: str) -> None:
    import psycopg

    server = database("postgres")
    server.load(())
    with psycopg.connect(server.target, autocommit=True) as made:
        made.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")  # type: ignore[arg-type]  # one of two names
        text = (HERE / f"{name}.sql").read_text("utf-8").replace("DOUBLE", "DOUBLE PRECISION")
        made.execute(text)  # type: ignore[arg-type]  # a file of ours
    try:
        with metricdsl.connect(CATALOGS[name], server.target) as session:
            for kpi, expected in {**COMMON, **OF_ONE[name]}.items():
                assert value(session, kpi) == pytest.approx(expected), kpi
    finally:
        with psycopg.connect(server.target, autocommit=True) as made:
            made.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")  # type: ignore[arg-type]  # as above
