"""The evaluator against rows that were worked out by hand from the language page, section by section."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from tests.cases import reading
from tests.cases.comparing import drawn, same
from tests.reference.evaluator import Refused, evaluate

CATALOG = """
week_starts: sunday
fiscal_year_starts: april
timezone: Asia/Tokyo
entities:
  accounts:
    table: accounts
    key: account_id
    time: joined_on
    joins: {parent: accounts on parent_id = account_id}
    fields:
      region: text
      joined_on: date
      visit_count: count(visits)
      first_web_on: min(visits.came_on where channel = 'web' and came_on >= accounts.joined_on)
  orders:
    table: orders
    key: order_id
    time: ordered_on
    joins:
      account: accounts on account_id
      payer: accounts on payer_id = account_id
    fields: {order_id: integer, channel: text, amount: integer, ordered_on: date, shipped_at: timestamp}
  visits:
    table: visits
    key: visit_id
    time: came_on
    joins: {account: accounts on account_id}
    fields: {came_on: date, channel: text}
  subscriptions:
    table: subscriptions
    key: subscription_id
    time: began_on
    lifetime: {from: began_on, to: ended_on}
    joins: {account: accounts on account_id}
    fields: {began_on: date, ended_on: date, price: integer}
  balances:
    table: balances
    key: [account_id, taken_on]
    snapshot: taken_on
    joins: {account: accounts on account_id}
    fields: {taken_on: date, amount: integer}
metrics:
  revenue: sum(orders.amount)
  visits: count(visits)
  live: count(subscriptions at end)
  returns: {formula: count(orders where amount < 0), better: down}
  planned: {formula: sum(orders.amount), target: [{value: 1}, {from: 2025-02-01, value: 60}]}
"""
TABLES = {
    # 3 has no region; 2 is a child of 1
    "accounts": """
        account_id  region  joined_on   parent_id
        1           north   2025-01-15  null
        2           south   2025-01-31  1
        3           null    2025-02-10  9
    """,
    # 14 has no time, 15 no account, 16 one that does not exist
    "orders": """
        order_id  account_id  payer_id  channel  amount  ordered_on  shipped_at
        11        1           1         web      100     2025-01-20  2025-01-20 15:00:00
        12        1           2         shop     50      2025-02-28  2025-02-28 14:59:59
        13        2           1         web      -20     2025-03-31  2025-03-31 15:00:00
        14        3           3         null     7       null        null
        15        null        1         web      30      2025-01-31  2025-02-01 00:00:00
        16        8           null      shop     10      2025-03-01  null
    """,
    "visits": """
        visit_id  account_id  channel  came_on
        1         1           web      2025-01-18
        2         1           web      2025-01-20
        3         2           shop     2025-03-01
        4         2           web      2025-03-31
    """,
    "subscriptions": """
        subscription_id  account_id  price  began_on    ended_on
        1                1           10     2025-01-01  2025-02-01
        2                1           20     2025-01-31  2025-03-15
        3                2           40     2025-02-01  null
        4                2           80     2025-02-10  2025-02-20
    """,
    "balances": """
        account_id  amount  taken_on
        1           5       2025-01-10
        1           6       2025-01-31
        1           9       2025-03-02
        2           20      2025-02-01
    """,
}
EXAMPLES = {
    "rows without a match, and a null key, stay": """
        revenue by orders.account.region
        ---
        region  revenue
        north   150
        south   -20
        null    47
    """,
    "another role is another answer": """
        revenue by orders.payer.region
        ---
        region  revenue
        north   110
        south   50
        null    17
    """,
    "two roles make the plain path ambiguous": "revenue by accounts.region",
    "what cannot be reached is an error, rows or not": "visits by orders.channel",
    "a sum behind a join": "sum(orders.account.visit_count)",
    "a self-join is followed when named": """
        count(accounts where parent.region = 'north') as n
        ---
        n
        1
    """,
    "a period without rows is there, and a null time at the end": """
        revenue by month
        ---
        month       revenue
        2025-01-01  130
        2025-02-01  50
        2025-03-01  -10
        null        7
    """,
    "prior is the month before, not the row before": """
        prior(sum(orders.amount where channel = 'web'), 1 month) as p by month for 2025-02 to 2025-04
        ---
        month       p
        2025-02-01  130
        2025-03-01  0
        2025-04-01  -20
    """,
    # 31 January lands on 28 February as all of 28 to 31 do; 1 March has 1 February, which has none
    "month ends are clamped, and nothing is lost": """
        prior(revenue, 1 month) as p by day for 2025-02-27 to 2025-03-01
        ---
        day         p
        2025-02-27  0
        2025-02-28  30
        2025-03-01  0
    """,
    "a quarter before, by quarter": """
        prior(revenue, 1 quarter) as p by quarter for 2025-Q2
        ---
        quarter     p
        2025-04-01  170
    """,
    "a year before, by week": """
        prior(revenue, 52 weeks) as p by week for 2026-01-18 to 2026-01-24
        ---
        week        p
        2026-01-18  100
    """,
    "a filter does not truncate a window": """
        trailing(revenue, 2 months) as t, to_date(revenue, year) as y, running(revenue) as r
        by month for 2025-03
        ---
        month       t   y    r
        2025-03-01  40  170  170
    """,
    "a ratio of trailing windows is the ratio of sums": """
        trailing(revenue / visits, 3 months) as t by month for 2025-03
        ---
        month       t
        2025-03-01  85/2
    """,
    "the fiscal year begins in April": """
        revenue by fiscal_year for 2025-01 to 2025-04
        ---
        fiscal_year  revenue
        2024-04-01   170
        2025-04-01   0
    """,
    "weeks begin on Sunday": """
        visits by week for 2025-01-18 to 2025-01-20
        ---
        week        visits
        2025-01-12  1
        2025-01-19  1
    """,
    # stored in UTC, cut in Tokyo: 15:00 is the next day's midnight
    "days are cut in the catalog's zone": """
        count(orders on shipped_at) as n by day for 2025-02-28 to 2025-03-01
        ---
        day         n
        2025-02-28  1
        2025-03-01  0
    """,
    "two metrics on their own entities": """
        visits, count(subscriptions where price > 10) as subs, visits / subs as r by accounts.region
        ---
        region  visits  subs  r
        north   2       1     2
        south   2       2     1
    """,
    "at the start, at the end and during": """
        count(subscriptions at start) as s, live, count(subscriptions during) as d,
        count(subscriptions) as begun by month for 2025-01 to 2025-03
        ---
        month       s  live  d  begun
        2025-01-01  0  2     2  2
        2025-02-01  2  2     3  2
        2025-03-01  2  1     2  0
    """,
    "without a period a stock is read at the end of today": """
        live as of 2025-02-15
        ---
        live
        3
    """,
    "the boundary of a prior stock moves": """
        live, prior(live, 1 month) as p by month for 2025-03
        ---
        month       live  p
        2025-03-01  1     2
    """,
    "a snapshot stands until the next": """
        sum(balances.amount at end) as e, sum(balances.amount at start) as s by month for 2025-01 to 2025-03
        ---
        month       e   s
        2025-01-01  6   0
        2025-02-01  26  6
        2025-03-01  29  26
    """,
    "the last snapshot is picked before any condition": """
        sum(balances.amount where amount < 9 at end) as e by month for 2025-03
        ---
        month       e
        2025-03-01  0
    """,
    "a snapshot is not added over time": "sum(balances.amount)",
    # 1: visits on 18 and 20 January, ordered on the 20th; 2: 1 and 31 March, ordered on the 31st
    "followed by, at or after, its end included": """
        count(visits followed by orders via account) as any,
        count(visits followed by orders via account within 2 days) as soon,
        count(visits not followed by orders via account within 1 days) as lost,
        share(visits where channel = 'web' followed by orders via account) as s,
        avg(visits followed by orders via account elapsed) as wait
        by month for 2025-01 to 2025-03
        ---
        month       any  soon  lost  s     wait
        2025-01-01  2    2     1     1     1
        2025-02-01  0    0     0     null  null
        2025-03-01  2    1     1     1     15
    """,
    # accounts 1, 2 and 8 have orders; January and March two, February one, April has not begun
    "per path, per entity, per grain": """
        count(revenue per orders.account) as k, sum(count(visits) per accounts) as v,
        avg(count(orders) per month) as m for 2025-01 to 2025-04 as of 2025-03-10
        ---
        k  v  m
        3  4  5/3
    """,
    "the share of customers who came back": """
        share(visits >= 2 per accounts) as s
        ---
        s
        2/3
    """,
    "the total keeps time and nothing else": """
        revenue / total(revenue) as s by quarter, orders.channel for 2025-Q1
        ---
        quarter     channel  s
        2025-01-01  shop     6/17
        2025-01-01  web      11/17
    """,
    "a rank shares places, fewer returns are better": """
        rank(revenue) as r, rank(returns) as b by orders.channel
        ---
        channel  r  b
        shop     2  1
        web      1  3
        null     3  1
    """,
    "cohorts": """
        visits by month of accounts.joined_on, months since accounts.joined_on
        ---
        joined_on   since  visits
        2025-01-01  0      2
        2025-01-01  1      1
        2025-01-01  2      1
    """,
    "members without rows": """
        visits by all accounts.region
        ---
        region  visits
        north   2
        south   2
        null    0
    """,
    "the best, and all others as one": """
        count(distinct orders.account) as n top 1 orders.channel by revenue with others
        ---
        channel  n
        web      2
        Other    3
    """,
    "like with like while the year runs": """
        revenue by year for 2025-01 to 2026-12 as of 2026-02-28 vs prior year aligned
        ---
        year        revenue  revenue_prior  revenue_change
        2025-01-01  170      0              170
        2026-01-01  0        180            -180
    """,
    "a rollup covers all rows, whatever the context": """
        sum(accounts.visit_count) as n, min(accounts.first_web_on) as f by month for 2025-01
        ---
        month       n  f
        2025-01-01  4  2025-01-18
    """,
    "a range leaves out the null period and is shown in full": """
        visits by month for 2024-12 to 2025-02
        ---
        month       visits
        2024-12-01  0
        2025-01-01  2
        2025-02-01  0
    """,
    "the null period has no first day, so no target from a day on": """
        planned by month vs target
        ---
        month       planned  planned_target  planned_gap  planned_status
        2025-01-01  130      1               129          good
        2025-02-01  50       60              -10          bad
        2025-03-01  -10      60              -70          bad
        null        7        1               6            good
    """,
    # 2 and 3 are there at the end of February; the last to begin is 3, which has no end
    "another time axis is none of a stock's": """
        last(subscriptions.price at end) as p for 2025-02 on ended_on
        ---
        p
        40
    """,
    "nulls are last both ways": """
        sum(orders.amount) as s by orders.channel order by orders.channel desc
        ---
        channel  s
        web      110
        shop     60
        null     7
    """,
}  # fmt: skip


def lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


@pytest.fixture(scope="module")
def tables() -> dict[str, list[dict[str, Any]]]:
    types = reading.declared_types(CATALOG)
    found = [reading.table(name, lines(text), types.get(name, {})) for name, text in TABLES.items()]
    return {t.name: [dict(zip(t.columns, row, strict=True)) for row in t.rows] for t in found}


@pytest.mark.parametrize("title", EXAMPLES)
def test_the_rows_worked_out_by_hand(title: str, tables: dict[str, list[dict[str, Any]]]) -> None:
    question, _, wanted = lines(EXAMPLES[title]).partition("\n---\n")
    if not wanted:
        with pytest.raises(Refused):
            evaluate(question, yaml.safe_load(CATALOG), tables, date(2025, 6, 1))
        return
    answer = evaluate(question, yaml.safe_load(CATALOG), tables, date(2025, 6, 1))
    expected = [reading.cells(line) for line in wanted.splitlines()]
    named = [name or shown for name, shown in zip(answer.columns, expected[0], strict=True)]
    assert same(expected, named, answer.rows), "\n" + drawn(named, answer.rows)
