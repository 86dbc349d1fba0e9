"""What stands in for BigQuery refuses what BigQuery refuses: each statement beside one that it takes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engines import Table

ORDERS = Table(
    "orders",
    ("id", "seller", "amount", "rate", "day", "moment", "instant"),
    ("integer", "text", "money", "number", "date", "timestamp", "timestamptz"),
    (),
)
SELLERS = Table("sellers", ("name", "since"), ("text", "date"), ())

PAIRS = {
    "a column that is not there": ("SELECT colour FROM orders", "SELECT seller FROM orders"),
    "a function that is not there": ("SELECT MEDIAN(rate) FROM orders", "SELECT MAX(rate) FROM orders"),
    "a column that is not grouped by": (
        "SELECT seller, day FROM orders GROUP BY seller",
        "SELECT seller, MAX(day) FROM orders GROUP BY seller",
    ),
    "an expression around what is grouped by": (
        "SELECT DATE_ADD(DATE_TRUNC(day, MONTH), INTERVAL 1 DAY) FROM orders GROUP BY DATE_TRUNC(day, MONTH)",
        "SELECT DATE_TRUNC(day, MONTH) FROM orders GROUP BY DATE_TRUNC(day, MONTH)",
    ),
    "a text compared with a number": (
        "SELECT id FROM orders WHERE seller = 1",
        "SELECT id FROM orders WHERE seller = '1'",
    ),
    "an instant compared with a time of no zone": (
        "SELECT id FROM orders WHERE instant >= moment",
        "SELECT id FROM orders WHERE DATETIME(instant, 'UTC') >= moment",
    ),
    "types that go not together in a union": (
        "SELECT day FROM orders UNION ALL SELECT id FROM orders",
        "SELECT rate FROM orders UNION ALL SELECT id FROM orders",
    ),
    "an aggregate in an aggregate": ("SELECT SUM(COUNT(*)) FROM orders", "SELECT SUM(1) FROM orders"),
    "the output's name hides the table's": (
        "SELECT COUNT(*) AS orders, seller FROM orders GROUP BY 2 ORDER BY orders.seller",
        "SELECT COUNT(*) AS number, seller FROM orders GROUP BY 2 ORDER BY orders.seller",
    ),
    "months added to an instant": (
        "SELECT TIMESTAMP_ADD(instant, INTERVAL 1 MONTH) FROM orders",
        "SELECT TIMESTAMP_ADD(instant, INTERVAL 1 DAY) FROM orders",
    ),
    "half a second as an interval": (
        "SELECT DATETIME_ADD(moment, INTERVAL 0.5 SECOND) FROM orders",
        "SELECT DATETIME_ADD(moment, INTERVAL 500 MILLISECOND) FROM orders",
    ),
    "the remainder of a double": ("SELECT MOD(rate, 2) FROM orders", "SELECT MOD(amount, 2) FROM orders"),
    "a partition by doubles": (
        "SELECT COUNT(*) OVER (PARTITION BY rate) FROM orders",
        "SELECT COUNT(*) OVER (PARTITION BY amount) FROM orders",
    ),
    "FILTER": (
        "SELECT COUNT(*) FILTER (WHERE id > 1) FROM orders",
        "SELECT COUNTIF(id > 1) FROM orders",
    ),
    "WITHIN GROUP": (
        "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY rate) FROM orders",
        "SELECT PERCENTILE_CONT(rate, 0.5) OVER () FROM orders",
    ),
    "a cast by colons": ("SELECT id::STRING FROM orders", "SELECT CAST(id AS STRING) FROM orders"),
    "a name of the same SELECT": (
        "SELECT id + 1 AS next, next + 1 AS further FROM orders",
        "SELECT next + 1 AS further FROM (SELECT id + 1 AS next FROM orders)",
    ),
    "ILIKE": (
        "SELECT ILIKE(seller, 'a') FROM orders",
        "SELECT LOWER(seller) LIKE 'a' FROM orders",
    ),
    "a list of rows": ("SELECT * FROM (VALUES (1), (2))", "SELECT * FROM UNNEST([1, 2])"),
    "a statement that changes something": ("DELETE FROM orders WHERE id = 1", "SELECT id FROM orders"),
    # What GoogleSQL allows and BigQuery does not run.
    "an outer join without an equality": (
        "SELECT id FROM orders LEFT JOIN sellers ON since <= day",
        "SELECT id FROM orders LEFT JOIN sellers ON since <= day AND name = seller",
    ),
    "an outer join on a comparison that is safe for nulls": (
        "SELECT id FROM orders LEFT JOIN sellers ON name IS NOT DISTINCT FROM seller",
        "SELECT id FROM orders LEFT JOIN sellers ON TO_JSON_STRING(name) = TO_JSON_STRING(seller)",
    ),
    "a subquery for each row": (
        "SELECT (SELECT MAX(since) FROM sellers WHERE since <= orders.day) FROM orders",
        "SELECT (SELECT MAX(since) FROM sellers) FROM orders",
    ),
    "nulls last in an aggregate": (
        "SELECT STRING_AGG(seller ORDER BY day NULLS LAST) FROM orders",
        "SELECT STRING_AGG(seller ORDER BY day IS NULL, day) FROM orders",
    ),
    "nulls last in a range": (
        "SELECT SUM(id) OVER (ORDER BY day NULLS LAST) FROM orders",
        "SELECT SUM(id) OVER (ORDER BY day NULLS LAST ROWS UNBOUNDED PRECEDING) FROM orders",
    ),
    "two columns of a name": ("SELECT id AS n, day AS N FROM orders", "SELECT id AS n, day AS d FROM orders"),
    "a column's name with a point": ("SELECT id AS `a.b` FROM orders", "SELECT id AS `a b` FROM orders"),
}


@pytest.fixture
def running(database: Any) -> Any:
    found = database("bigquery")
    found.load((ORDERS, SELLERS))
    return found


@pytest.mark.parametrize("reason", PAIRS)
def test_a_bad_statement_is_refused(reason: str, running: Any) -> None:
    from tests.engines.googlesql import Refused

    bad, good = PAIRS[reason]
    assert running.query(good) is not None
    with pytest.raises(Refused):
        running.query(bad)
