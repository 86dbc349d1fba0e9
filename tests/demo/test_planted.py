"""Effects that were planted in the data, found again by plain SQL."""

from __future__ import annotations

import pytest

from tests.demo.conftest import Query


def test_one_campaign_lifts_conversion_by_four_points(query: Query) -> None:
    rates = dict(
        query(
            "SELECT audience, avg((converted_at IS NOT NULL)::INTEGER) FROM crm.campaign_members "
            "JOIN crm.campaigns USING (campaign_id) WHERE name = 'Come back' GROUP BY 1"
        )
    )
    assert rates["target"] - rates["control"] == pytest.approx(0.04)


def test_the_other_campaigns_lift_it_by_less(query: Query) -> None:
    rates = dict(
        query(
            "SELECT audience, avg((converted_at IS NOT NULL)::INTEGER) FROM crm.campaign_members "
            "JOIN crm.campaigns USING (campaign_id) WHERE name <> 'Come back' GROUP BY 1"
        )
    )
    assert 0.005 < rates["target"] - rates["control"] < 0.03


def test_control_groups_are_a_twentieth(query: Query) -> None:
    [(share,)] = query("SELECT avg((audience = 'control')::INTEGER) FROM crm.campaign_members")
    assert share == pytest.approx(0.05, abs=0.001)


def test_referred_leads_convert_twice_as_often(query: Query) -> None:
    rates = dict(
        query(
            "SELECT source = 'referral', avg((converted_at IS NOT NULL)::INTEGER) FROM crm.leads "
            "WHERE created_at < TIMESTAMP '2025-01-01' GROUP BY 1"
        )
    )
    assert 1.8 < rates[True] / rates[False] < 2.2


def test_churn_spikes_in_one_month(query: Query) -> None:
    rates = query(
        "SELECT month, (SELECT count(*) FROM crm.customers WHERE date_trunc('month', left_on) = month) "
        "/ (SELECT count(*) FROM crm.customers WHERE acquired_on < month AND (left_on IS NULL "
        "OR left_on >= month)) AS churn "
        "FROM (SELECT unnest(generate_series(DATE '2023-07-01', DATE '2025-06-01', INTERVAL 1 MONTH)) "
        "AS month) ORDER BY churn DESC"
    )
    (worst, spike), (_, next_worst) = rates[:2]
    assert worst.strftime("%Y-%m") == "2024-10"
    assert spike > 2 * next_worst


def test_most_won_value_took_four_to_eleven_follow_ups(query: Query) -> None:
    [(share,)] = query(
        "WITH efforts AS (SELECT opportunity_id, count(*) AS n FROM crm.follow_ups GROUP BY 1) "
        "SELECT sum(amount) FILTER (n BETWEEN 4 AND 11) / sum(amount) FROM crm.opportunities "
        "LEFT JOIN efforts USING (opportunity_id) WHERE stage = 'won' AND currency = 'USD'"
    )
    assert 0.75 < share < 0.95


def test_one_sales_call_in_six_succeeds(query: Query) -> None:
    [(share,)] = query("SELECT avg((outcome = 'positive')::INTEGER) FROM crm.calls WHERE purpose = 'sales'")
    assert share == pytest.approx(1 / 6, abs=0.01)
