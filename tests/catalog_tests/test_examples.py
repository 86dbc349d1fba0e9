"""`tests:` of a catalog: what passes, what fails and how it is told, what is refused."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import metricdsl
from metricdsl.__main__ import main
from metricdsl.testing import comparing, examples, report
from metricdsl.testing.examples import Outcome

CATALOG = """
timezone: Asia/Tokyo
entities:
  accounts:
    table: crm.accounts
    key: account_id
    fields: {region: text, rate: {type: percent, scale: 100}}
  orders:
    table: crm."Orders of us"
    key: order_id
    time: ordered_at
    joins: {account: accounts on account_id}
    fields:
      ordered_at: timestamp
      paid_on: {type: timestamp, stored_in: America/New_York}
      amount: money
      big: amount > 100
  big_orders:
    sql: SELECT order_id, account_id, amount FROM crm."Orders of us" WHERE amount > 100
    key: order_id
    joins: {account: accounts on account_id}
    fields: {amount: money}
  elsewhere:
    sql: SELECT order_id, amount FROM legacy.orders
    key: order_id
    fields: {amount: money}
metrics:
  revenue: sum(orders.amount)
  orders: count(orders)
  big_revenue: sum(big_orders.amount)
  legacy_revenue: sum(elsewhere.amount)
  late: count(orders where ordered_at < now())
  rate: avg(accounts.rate)
"""


def outcomes(tmp_path: Path, tests: str, catalog: str = CATALOG) -> list[Outcome]:
    (tmp_path / "catalog.yml").write_text(catalog + dedent(tests), "utf-8")
    return list(examples.run(metricdsl.load(tmp_path)))


def outcome(tmp_path: Path, test: str) -> Outcome:
    indented = "\n".join(f"    {line}" for line in dedent(test).strip().splitlines())
    [found] = outcomes(tmp_path, f"\ntests:\n  it:\n{indented}\n")
    return found


def test_values_and_rows_pass(tmp_path: Path) -> None:
    found = outcomes(
        tmp_path,
        """
        tests:
          a value:
            given: {orders: [{amount: 10.5}, {amount: 1}]}
            metric: revenue
            expect: 11.5
          rows through a join:
            given:
              orders:
                - [order_id, account_id, amount]
                - [1, a, 10]
                - [2, b, 5]
                - [3, null, 1]
              accounts:
                - [account_id, region]
                - [a, north]
                - [b, south]
            question: revenue by accounts.region
            expect:
              - [region, revenue]
              - [north, 10]
              - [south, 5]
              - [null, 1]
          two metrics by their names:
            given: {orders: [{amount: 10}]}
            expect: {revenue: 10, orders: 1}
          an empty table is no reason to fail:
            given: {}
            expect: {orders: 0, revenue: 0, rate: null}
        """,
    )
    assert [(o.name, o.status) for o in found] == [
        ("a value", "passed"), ("rows through a join", "passed"), ("two metrics by their names", "passed"),
        ("an empty table is no reason to fail", "passed"),
    ]  # fmt: skip


def test_times_are_as_they_are_stored(tmp_path: Path) -> None:
    """20:00 in UTC is the next day in Tokyo; a time with an offset says it outright."""
    found = outcome(
        tmp_path,
        """
        given:
          orders:
            - {ordered_at: 2025-01-31 20:00:00}
            - {ordered_at: "2025-01-31T20:00:00+09:00"}
        question: orders by month for 2025-01 to 2025-02
        as_of: 2025-06-30
        expect:
          - [month, orders]
          - [2025-01-01, 1]
          - [2025-02-01, 1]
        """,
    )
    assert found.status == "passed", report.outcome_text(found)


def test_an_offset_is_moved_to_the_zone_that_the_column_is_stored_in(tmp_path: Path) -> None:
    found = outcome(
        tmp_path,
        """
        given: {orders: [{paid_on: "2025-02-01T03:00:00+09:00"}]}
        question: orders by hour on paid_on for 2025-02-01
        as_of: 2025-06-30
        expect: 1
        """,
    )
    assert found.status == "failed"
    assert [row[1] for row in found.rows] == [0, 0, 0, 1, *[0] * 20]


def test_a_percentage_is_stored_at_the_scale_of_its_column(tmp_path: Path) -> None:
    assert (
        outcome(tmp_path, "given: {accounts: [{rate: 60%}, {rate: 20}]}\nmetric: rate\nexpect: 40%").status
        == "passed"
    )


def test_a_query_reads_the_tables_of_other_entities(tmp_path: Path) -> None:
    rows = "{orders: [{amount: 100}, {amount: 101}]}"
    assert outcome(tmp_path, f"given: {rows}\nmetric: big_revenue\nexpect: 101").status == "passed"


def test_rows_of_a_query_stand_for_its_answer(tmp_path: Path) -> None:
    given = "{big_orders: [{amount: 7}], orders: [{amount: 1000}]}"
    assert outcome(tmp_path, f"given: {given}\nmetric: big_revenue\nexpect: 7").status == "passed"
    assert (
        outcome(tmp_path, "given: {elsewhere: [{amount: 3}]}\nmetric: legacy_revenue\nexpect: 3").status
        == "passed"
    )


def test_a_query_over_tables_that_nobody_declares_needs_its_rows(tmp_path: Path) -> None:
    found = outcome(tmp_path, "given: {orders: [{amount: 3}]}\nmetric: legacy_revenue\nexpect: 3")
    assert found.status == "broken"
    assert found.problems[-1].code == "query-not-testable"
    assert found.problems[-1].hints == ("give rows of elsewhere: they stand for the answer of the query",)
    assert report.outcome_text(found).startswith("BROKEN  ")
    assert report.summary([found, found], "here") == "here: 2 tests, 2 broken"


def test_a_failure_shows_both_sides_and_the_place(tmp_path: Path) -> None:
    found = outcome(
        tmp_path,
        """
        given:
          orders: [{order_id: 1, account_id: a, amount: 10}, {order_id: 2, account_id: b, amount: 5}]
          accounts: [{account_id: a, region: north}, {account_id: b, region: south}]
        question: revenue by accounts.region
        expect:
          - [region, revenue]
          - [north, 10]
          - [south, 6]
        """,
    )
    line = CATALOG.count("\n") + 3
    assert report.outcome_text(found) == (
        "FAILED  it\n"
        f"  --> {(tmp_path / 'catalog.yml').as_posix()}:{line}:3\n"
        "  asked     revenue by accounts.region\n"
        "     region expected  revenue expected  region got  revenue got\n"
        "  ─  ───────────────  ────────────────  ──────────  ───────────\n"
        "     north            10                north       10\n"
        "  ≠  south            6                 south       5\n"
    )


@pytest.mark.parametrize(
    ("expect", "got"),
    [
        ("[{region: north, revenue: 1}]", "revenue"),  # a column that does not come
        ("[{revenue: 1}, {revenue: 1}]", "1 rows came where 2 are expected"),
        ("[]", "1 rows came where 0 are expected"),
    ],
)
def test_nothing_passes_in_silence(tmp_path: Path, expect: str, got: str) -> None:
    """Columns and rows that are left out are not forgiven."""
    found = outcome(tmp_path, f"given: {{orders: [{{amount: 1}}]}}\nquestion: revenue\nexpect: {expect}")
    assert found.status == "failed"
    assert got in found.hint


def test_a_value_does_not_stand_for_several_rows_or_columns(tmp_path: Path) -> None:
    for question in ("revenue, orders", "revenue by orders.order_id"):
        found = outcome(
            tmp_path, f"given: {{orders: [{{amount: 1}}, {{amount: 1}}]}}\nquestion: {question}\nexpect: 2"
        )
        assert found.status == "failed"
        assert "write `expect` as rows" in found.hint


@pytest.mark.parametrize(
    ("test", "code", "message"),
    [
        ("given: {order: []}\nmetric: revenue\nexpect: 1", "unknown-entity",
         "the catalog has no entity 'order'"),
        ("given: {orders: [{amont: 1}]}\nmetric: revenue\nexpect: 1", "unknown-field",
         "orders has no column 'amont'"),
        ("given: {orders: [[big], [true]]}\nmetric: revenue\nexpect: 1", "computed-field",
         "'big' of orders is computed, so a test cannot set it"),
        ("given: {orders: [{amount: much}]}\nmetric: revenue\nexpect: 1", "wrong-value",
         "'amount' must be a number, not 'much'"),
        ("given: {orders: [[ordered_at], [yesterday]]}\nmetric: revenue\nexpect: 1", "wrong-value",
         "'ordered_at' must be a time such as 2025-01-31 09:30:00, not 'yesterday'"),
        ("given: {orders: [{order_id: 1}, {order_id: 1}]}\nmetric: revenue\nexpect: 1", "duplicate-row",
         "two rows of orders have the same order_id, its key"),
        ("given: {orders: [{order_id: 1}, {amount: 1}]}\nmetric: revenue\nexpect: 1", "null-key",
         "a row of orders has no order_id, its key"),
        ("given: {}\nmetric: revenu\nexpect: 1", "unknown-metric", "revenu"),
        ("given: {}\nmetric: late\nexpect: 0", "no-as-of",
         "the answer depends on what day is today, and the test does not say"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_test_is_named(tmp_path: Path, test: str, code: str, message: str) -> None:
    found = outcome(tmp_path, test)
    assert found.status == "broken"
    assert found.problems[0].code == code
    assert message in found.problems[0].message
    assert found.problems[0].span is not None


def test_places_of_wrong_rows_are_the_very_words(tmp_path: Path) -> None:
    for test, words in {
        "given: {orders: [{order_id: 1, amount: much}]}\nmetric: revenue\nexpect: 1": "much",
        "given: {orders: [[order_id, amount], [1, 2], [2, much]]}\nmetric: revenue\nexpect: 1": "much",
        "given: {orders: [[order_id, amont], [1, 2]]}\nmetric: revenue\nexpect: 1": "amont",
        "given: {orders: [{order_id: 1, amont: 2}]}\nmetric: revenue\nexpect: 1": "amont",
    }.items():
        span = outcome(tmp_path, test).problems[0].span
        assert span is not None
        assert span.source.text[span.start : span.end] == words


BROKEN_AND_FINE = """
  broken:
    formula: sum(orders.amount)
    bettr: up
    tests: [{given: {}, expect: 1}]
  fine:
    formula: count(orders)
    tests: [{given: {}, expect: 0}, {description: two, given: {orders: [{}, {}]}, expect: 2}]
"""


def test_the_test_of_a_broken_metric_does_not_hide(tmp_path: Path) -> None:
    found = outcomes(
        tmp_path,
        """
""",
        CATALOG + BROKEN_AND_FINE,
    )
    assert [(o.name, o.status) for o in found] == [
        ("broken", "broken"),
        ("fine #1", "passed"),
        ("fine: two", "passed"),
    ]


NUMBERS = [
    ("182", 182, True), ("182", 182.4, False), ("182", 182.00000000000003, True), ("0.5", 0.5, True),
    ("0.5", 0.46, False), ("0.33", 1 / 3, False), ("0.333", 1 / 3, True), ("0.334", 1 / 3, False),
    ("0.167", 1 / 6, True), ("0.166", 1 / 6, False), ("-0.667", -2 / 3, True), ("0", 0, True),
    ("0", 1e-6, False),
    ("0.6", 0.6000000000000001, True), ("1000000.125", 1000000.1254, True),
    ("1000000.125", 1000000.126, False),
    ("0.1", Decimal("0.1"), True), ("0.000", 0.0004, True),
    ("1", True, False), ("1", "1", True), ("1", None, False),
    ("0", None, False),
]  # fmt: skip


@pytest.mark.parametrize(("written", "got", "fits"), NUMBERS)
def test_numbers_as_people_write_them(written: str, got: Any, fits: bool) -> None:
    expected = Decimal(written) if "." in written else int(written)
    assert comparing.fits(expected, got) is fits


def test_too_few_decimals_are_told(tmp_path: Path) -> None:
    rows = "{orders: [{amount: 1}, {amount: 2}, {amount: 2}]}"
    test = f"given: {rows}\nquestion: revenue / orders as mean\nexpect: 1.67"
    found = outcome(tmp_path, test)
    assert found.status == "failed"
    assert "three decimals or more" in found.hint
    assert outcome(tmp_path, test.replace("1.67", "1.667")).status == "passed"


# --- the command --------------------------------------------------------------------------------------

ONE_OF_TWO = """
tests:
  right: {given: {orders: [{amount: 1}]}, metric: revenue, expect: 1}
  wrong: {given: {orders: [{amount: 1}]}, metric: revenue, expect: 2}
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "catalog.yml").write_text(CATALOG + ONE_OF_TWO, "utf-8")
    return str(tmp_path)


def test_the_command_counts_and_fails(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", folder]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[0] == "ok      right"
    assert "  expected  2\n  got       1\n" in out
    assert out.splitlines()[-1] == f"{folder}: 2 tests, 1 failed"


def test_the_command_runs_those_that_are_named(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", folder, "--only", "right"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{folder}, right: 1 test, all passed"
    assert main(["test", folder, "--only", "none such"]) == 1


def test_no_tests_are_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "catalog.yml").write_text(CATALOG, "utf-8")
    assert main(["test", str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"{tmp_path}: no tests\n"


def test_the_command_prints_json(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", folder, "--json"]) == 1
    right, wrong = json.loads(capsys.readouterr().out)["tests"]
    assert (right["status"], right["expected"], right["got"]) == ("passed", 1, [{"revenue": 1}])
    assert (wrong["status"], wrong["expected"], wrong["question"]) == ("failed", 2, "revenue")
    assert wrong["line"] == CATALOG.count("\n") + 4


def test_the_shipped_examples_pass(capsys: pytest.CaptureFixture[str]) -> None:
    from metricdsl.settings import shipped_catalog

    assert main(["test", str(shipped_catalog())]) == 0


def test_instants_have_a_zone_of_their_own(tmp_path: Path) -> None:
    """20:00 in UTC is the next day in Tokyo; what names no zone is UTC."""
    catalog = CATALOG.replace("ordered_at: timestamp", "ordered_at: {type: timestamp, stored_in: instant}")
    test = """
    tests:
      it:
        given: {orders: [{ordered_at: 2025-01-31 20:00:00}, {ordered_at: "2025-01-31T20:00:00+09:00"}]}
        question: orders by month for 2025-01 to 2025-02
        as_of: 2025-06-30
        expect: [[month, orders], [2025-01-01, 1], [2025-02-01, 1]]
    """
    [found] = outcomes(tmp_path, test, catalog)
    assert found.status == "passed", report.outcome_text(found)
