"""What the rows are like: whole where they must be, and with the flaws that real data has."""

from __future__ import annotations

import pytest

from tests.demo.conftest import Query


@pytest.mark.parametrize(
    ("sql", "at_least"),
    [
        ("SELECT count(*) FROM crm.orders WHERE customer_id IS NULL", 100),
        ("SELECT count(*) FROM crm.orders ANTI JOIN crm.customers USING (customer_id) "
         "WHERE customer_id IS NOT NULL", 20),
        ("SELECT count(*) FROM crm.cases ANTI JOIN crm.customers USING (customer_id) "
         "WHERE customer_id IS NOT NULL", 5),
        ("SELECT count(*) FROM crm.customers ANTI JOIN crm.orders USING (customer_id)", 50),
        ("SELECT count(*) FROM crm.customers WHERE industry IS NULL", 20),
        ("SELECT count(*) FROM crm.customers WHERE left_on IS NOT NULL", 500),
        ("SELECT count(*) FROM crm.cases WHERE first_replied_at IS NULL", 50),
        ("SELECT count(*) FROM crm.cases WHERE first_replied_at > opened_at + INTERVAL 1 DAY", 100),
        ("SELECT count(*) FROM crm.opportunities WHERE amount IS NULL", 5),
        ("SELECT count(*) FROM crm.survey_answers WHERE score IS NULL", 100),
        ("SELECT count(*) FROM (SELECT 1 FROM crm.order_items GROUP BY order_id HAVING count(*) > 2)", 2000),
        ("SELECT count(*) FROM crm.orders WHERE currency = 'JPY'", 1000),
        ("SELECT count(*) FROM crm.customers WHERE name LIKE '%東京%'", 10),
    ],
)  # fmt: skip
def test_flaws_and_shapes_are_there(query: Query, sql: str, at_least: int) -> None:
    assert query(sql)[0][0] >= at_least


@pytest.mark.parametrize(
    "sql",
    [
        # an order is the sum of its items
        "SELECT o.order_id FROM crm.orders AS o JOIN crm.order_items AS i USING (order_id) "
        "GROUP BY o.order_id, o.amount, o.cost HAVING sum(i.amount) <> o.amount OR sum(i.cost) <> o.cost",
        "SELECT order_id FROM crm.orders ANTI JOIN crm.order_items USING (order_id)",
        # a customer buys in one currency, and only while a customer
        "SELECT customer_id FROM crm.orders JOIN crm.customers AS c USING (customer_id) "
        "WHERE orders.currency <> c.currency",
        "SELECT order_id FROM crm.orders JOIN crm.customers USING (customer_id) "
        "WHERE ordered_at < acquired_on OR ordered_at >= left_on",
        "SELECT case_id FROM crm.cases JOIN crm.customers USING (customer_id) WHERE opened_at >= left_on",
        "SELECT customer_id FROM crm.customers WHERE left_on <= acquired_on",
        # a deal is closed when it is won or lost, and its stages lead there one after the other
        "SELECT opportunity_id FROM crm.opportunities "
        "WHERE (stage IN ('won', 'lost')) <> (closed_on IS NOT NULL)",
        "SELECT opportunity_id FROM crm.opportunities WHERE closed_on < created_on "
        "OR created_on < first_contact_on",
        "SELECT opportunity_id FROM crm.opportunities WHERE loss_reason IS NOT NULL AND stage <> 'lost'",
        "SELECT opportunity_id FROM crm.stage_history WHERE left_at < entered_at",
        "SELECT opportunity_id FROM crm.stage_history WHERE left_at IS NULL GROUP BY 1 HAVING count(*) <> 1",
        "SELECT o.opportunity_id FROM crm.opportunities AS o JOIN crm.stage_history AS s "
        "USING (opportunity_id) "
        "WHERE s.left_at IS NULL AND s.stage <> o.stage",
        # each deal won from a lead made a customer
        "SELECT opportunity_id FROM crm.opportunities WHERE kind = 'new' "
        "AND (stage = 'won') <> (customer_id IS NOT NULL)",
        "SELECT lead_id FROM crm.leads WHERE (converted_at IS NOT NULL) <> (customer_id IS NOT NULL)",
        "SELECT lead_id FROM crm.leads WHERE first_response_at < created_at "
        "OR qualified_at < created_at OR converted_at < qualified_at::DATE",
        # two people of the company never share a name
        "SELECT name FROM crm.users GROUP BY 1 HAVING count(*) > 1",
        # steps come in their order
        "SELECT case_id FROM crm.cases WHERE first_replied_at < opened_at "
        "OR resolved_at < first_replied_at OR closed_at < resolved_at",
        "SELECT contact_id FROM crm.contacts WHERE first_message_at < added_at "
        "OR details_left_at < first_message_at OR first_bought_at < details_left_at",
        "SELECT contract_id FROM crm.contracts WHERE ended_on > due_on OR started_on >= due_on "
        "OR renewed_on <> due_on",
        "SELECT member_id FROM crm.campaign_members WHERE audience = 'control' "
        "AND (reached_at IS NOT NULL OR responded_at IS NOT NULL)",
        "SELECT order_id FROM crm.orders JOIN crm.campaigns USING (campaign_id) "
        "WHERE ordered_at < started_on",
        "SELECT lead_id FROM crm.leads JOIN crm.campaigns USING (campaign_id) WHERE created_at < started_on",
        "SELECT order_id FROM crm.orders JOIN crm.conversations USING (conversation_id) "
        "WHERE ordered_at < started_at",
        "SELECT customer_id FROM crm.customer_snapshots GROUP BY 1 HAVING count(*) FILTER (NOT active) > 1",
    ],
)  # fmt: skip
def test_nothing_contradicts_itself(query: Query, sql: str) -> None:
    assert query(sql) == []


def test_busy_and_quiet_months(query: Query) -> None:
    by_month = dict(query("SELECT month(ordered_at), count(*) FROM crm.orders GROUP BY 1"))
    assert by_month[12] > 1.2 * by_month[8]
    by_day = dict(query("SELECT isodow(created_at), count(*) FROM crm.leads GROUP BY 1"))
    assert by_day[6] + by_day[7] < by_day[1]
    years = [
        n
        for (n,) in query(
            "SELECT count(*) FROM crm.orders GROUP BY year(ordered_at + INTERVAL 6 MONTHS) "
            "ORDER BY min(ordered_at)"
        )
    ]
    assert years == sorted(years)
