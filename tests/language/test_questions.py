"""Questions: clauses in any order, and the places of all trees."""

from __future__ import annotations

import itertools
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

import pytest

from metricdsl.language import syntax as s
from metricdsl.language.parser import parse_formula, parse_question
from metricdsl.language.printer import to_text
from metricdsl.source import Source, Text
from tests.language.random_trees import HERE


def ask(text):
    return parse_question(Text.of(text))


def formula(text):
    return parse_formula(Text.of(text))


CLAUSES = [
    "by month, accounts.region",
    "for last 12 months",
    "where accounts.industry = 'tech'",
    "vs prior year",
    "having revenue > 1000",
    "order by revenue desc, win_rate",
    "top 5 accounts.region by revenue with others",
    "limit 100",
    "as of 2025-03-14",
    "with window = 60 days, least = -1.5",
]
WHOLE = s.Question(
    columns=(
        s.Column(formula("revenue"), span=HERE),
        s.Column(formula("growth(revenue, 1 year)"), "yoy", span=HERE),
    ),
    by=(s.Grouping(formula("month"), span=HERE), s.Grouping(formula("accounts.region"), span=HERE)),
    range=s.Range("last", count=12, unit="month", span=HERE),
    as_of=date(2025, 3, 14),
    where=formula("accounts.industry = 'tech'"),
    versus=s.VersusPrior(formula("1 year"), span=HERE),
    having=formula("revenue > 1000"),
    order=(
        s.Order(formula("revenue"), descending=True, span=HERE),
        s.Order(formula("win_rate"), span=HERE),
    ),
    top=s.Top(5, formula("accounts.region"), formula("revenue"), others=True, span=HERE),
    limit=100,
    parameters=(("window", formula("60 days")), ("least", s.Number(Decimal("-1.5"), span=HERE))),
    span=HERE,
)


@pytest.mark.parametrize("separator", [" ", "\n", "\n  # a comment, by the way\n"])
def test_clauses_in_any_order(separator):
    for shift in range(len(CLAUSES)):
        turned = [*CLAUSES[shift:], *CLAUSES[:shift]]
        for order in (turned, turned[::-1]):
            assert ask(separator.join(["revenue, growth(revenue, 1 year) as yoy", *order])) == WHOLE


def test_each_pair_of_clauses_can_follow_each_other():
    for first, second in itertools.permutations(CLAUSES, 2):
        assert ask(f"revenue {first} {second}") == ask(f"revenue {second} {first}")


def test_only_columns():
    columns = (s.Column(formula("a"), span=HERE), s.Column(formula("count(b)"), "c", span=HERE))
    assert ask("a, count(b) as c") == s.Question(columns, span=HERE)


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("2025", s.Range("explicit", date(2025, 1, 1), date(2025, 12, 31), span=HERE)),
        ("2025-Q1", s.Range("explicit", date(2025, 1, 1), date(2025, 3, 31), span=HERE)),
        ("2025-Q4", s.Range("explicit", date(2025, 10, 1), date(2025, 12, 31), span=HERE)),
        ("2024-02", s.Range("explicit", date(2024, 2, 1), date(2024, 2, 29), span=HERE)),
        ("2025-03-14", s.Range("explicit", date(2025, 3, 14), date(2025, 3, 14), span=HERE)),
        ("2025-01-05 to 2025-06-30", s.Range("explicit", date(2025, 1, 5), date(2025, 6, 30), span=HERE)),
        ("2024-Q3 to 2025-02", s.Range("explicit", date(2024, 7, 1), date(2025, 2, 28), span=HERE)),
        ("9999-12", s.Range("explicit", date(9999, 12, 1), date(9999, 12, 31), span=HERE)),
        ("since 2025-Q2", s.Range("since", first=date(2025, 4, 1), span=HERE)),
        ("before 2025", s.Range("before", last=date(2025, 1, 1), span=HERE)),
        ("last 3 fiscal_quarters", s.Range("last", count=3, unit="fiscal_quarter", span=HERE)),
        ("last month", s.Range("last", count=1, unit="month", span=HERE)),
        ("this week", s.Range("this", unit="week", span=HERE)),
        ("year to date", s.Range("to date", unit="year", span=HERE)),
        ("today", s.Range("this", unit="day", span=HERE)),
        ("yesterday", s.Range("last", count=1, unit="day", span=HERE)),
    ],
)
def test_ranges(text, range_):
    assert ask(f"m for {text}").range == range_
    assert ask(f"m for {text} on paid_on limit 3").range == range_
    assert ask(f"m for {text} on paid_on limit 3").for_axis == formula("paid_on")


@pytest.mark.parametrize(
    ("text", "groupings"),
    [
        ("all accounts.region", [s.Grouping(formula("accounts.region"), all=True, span=HERE)]),
        (
            "month of accounts.signed_up_on as cohort, months since accounts.signed_up_on",
            [
                s.Grouping(
                    s.GrainOf("month", formula("accounts.signed_up_on"), span=HERE), "cohort", span=HERE
                ),
                s.Grouping(s.Since("month", formula("accounts.signed_up_on"), span=HERE), span=HERE),
            ],
        ),
        ("bucket(x, 10, 20) as size", [s.Grouping(formula("bucket(x, 10, 20)"), "size", span=HERE)]),
        ("by, of, for", [s.Grouping(formula(word), span=HERE) for word in ("`by`", "`of`", "`for`")]),
        ("`all`", [s.Grouping(formula("`all`"), span=HERE)]),
    ],
)
def test_groupings(text, groupings):
    assert ask(f"m by {text}").by == tuple(groupings)


@pytest.mark.parametrize("by", ["month on paid_on, region", "month, region on paid_on"])
def test_the_axis_of_by(by):
    question = ask(f"m by {by} for 2025")
    assert question.by_axis == formula("paid_on")
    assert [to_text(grouping) for grouping in question.by] == ["month", "region"]
    assert question.for_axis is None


@pytest.mark.parametrize(
    ("text", "versus"),
    [
        ("prior 3 months", s.VersusPrior(formula("3 months"), span=HERE)),
        ("prior year aligned", s.VersusPrior(formula("1 year"), aligned=True, span=HERE)),
        ("prior $n", s.VersusPrior(formula("$n"), span=HERE)),
        ("target", s.VersusTarget(span=HERE)),
    ],
)
def test_versus(text, versus):
    assert ask(f"m vs {text}").versus == versus


def test_keywords_end_a_number():
    """`1000 order` is no duration."""
    assert ask("m having m > 1000 order by m").having == formula("m > 1000")
    assert ask("m where x = 1 by month").where == formula("x = 1")


def test_as_of_takes_a_date_literal_too():
    assert ask("m as of date '2025-01-31'").as_of == date(2025, 1, 31)


# --- places ---------------------------------------------------------------------------------------


def trees(tree):
    if is_dataclass(tree) and hasattr(tree, "span"):
        yield tree
        for field in fields(tree):
            yield from trees(getattr(tree, field.name))
    elif isinstance(tree, tuple):
        for item in tree:
            yield from trees(item)


PLACES = """
revenue / (a + b), sum(orders.amount where (x > 1) on paid_on) as y,
count(leads where w followed by orders via customer within 30 days)
by month of accounts.signed_up_on, all region as r
for 2025-01 to 2025-03 where not (p or q) vs prior year
top 5 region by -revenue with others
"""


def test_a_tree_is_where_its_words_are():
    found = {PLACES[t.span.start : t.span.end]: type(t) for t in trees(ask(PLACES))}
    assert found == {
        PLACES.strip(): s.Question,
        "revenue / (a + b)": s.Operation,
        "revenue": s.Name,
        "a + b": s.Operation,
        "a": s.Name,
        "b": s.Name,
        "sum(orders.amount where (x > 1) on paid_on) as y": s.Column,
        "sum(orders.amount where (x > 1) on paid_on)": s.Aggregate,
        "orders.amount": s.Name,
        "x > 1": s.Operation,
        "x": s.Name,
        "1": s.Number,
        "paid_on": s.Name,
        "count(leads where w followed by orders via customer within 30 days)": s.Aggregate,
        "leads where w followed by orders via customer within 30 days": s.Sequence,
        "leads where w": s.Step,
        "leads": s.Name,
        "w": s.Name,
        "followed by orders via customer within 30 days": s.Step,
        "orders": s.Name,
        "customer": s.Name,
        "30 days": s.Duration,
        "month of accounts.signed_up_on": s.GrainOf,
        "accounts.signed_up_on": s.Name,
        "all region as r": s.Grouping,
        "region": s.Name,
        "2025-01 to 2025-03": s.Range,
        "not (p or q)": s.Operation,
        "p or q": s.Operation,
        "p": s.Name,
        "q": s.Name,
        "vs prior year": s.VersusPrior,
        "year": s.Duration,
        "top 5 region by -revenue with others": s.Top,
        "-revenue": s.Operation,
    }


def test_places_follow_the_map_of_a_folded_text():
    source = Source("metrics.yml", "formula: a +\n    b")
    offsets = [9, 10, 11, 12, 17]  # the line's end and its indent became one space
    tree = parse_formula(Text("a + b", source, offsets))
    assert (tree.span.start, tree.span.end) == (9, 18)
    assert tree.operands[1].span.location == "metrics.yml:2:5"
