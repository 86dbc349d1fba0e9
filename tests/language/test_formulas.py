"""Formulas: which tree each spelling gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from metricdsl.errors import MetricError
from metricdsl.language import syntax as s
from metricdsl.language.parser import parse_condition, parse_formula, parse_join, parse_signature
from metricdsl.source import Text
from tests.language.random_trees import HERE


def parse(text):
    return parse_formula(Text.of(text))


def name(path):
    return s.Name(tuple(path.split(".")), span=HERE)


def number(value, percent=False):
    return s.Number(value, percent, span=HERE)


def duration(amount, unit):
    return s.Duration(amount, unit, span=HERE)


def aggregate(function, *arguments, **fields):
    return s.Aggregate(function, arguments, **fields, span=HERE)


A, B, C, M, X = (name(letter) for letter in "abcmx")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("42", number(42)),
        ("1.5", number(Decimal("1.5"))),
        ("60%", number(Decimal("0.6"), percent=True)),
        ("99.95%", number(Decimal("0.9995"), percent=True)),
        ("'it''s'", s.Text("it's", span=HERE)),
        ("''", s.Text("", span=HERE)),
        ("'# no comment'", s.Text("# no comment", span=HERE)),
        ("true", s.Boolean(True, span=HERE)),
        ("false", s.Boolean(False, span=HERE)),
        ("null", s.Null(span=HERE)),
        ("date '2025-01-31'", s.Date(date(2025, 1, 31), span=HERE)),
        ("date'2024-02-29'", s.Date(date(2024, 2, 29), span=HERE)),
        ("3 months", duration(3, "month")),
        ("1 month", duration(1, "month")),
        ("1 days", duration(1, "day")),
        ("30 day", duration(30, "day")),
        ("2 fiscal_quarters", duration(2, "fiscal_quarter")),
        ("2 sprints", duration(2, "sprint")),
        ("1 class", duration(1, "class")),
        ("$window", s.Parameter("window", span=HERE)),
        ("{{ regions }}", s.Parameter("regions", bound=True, span=HERE)),
        ("tickets.requester.role", name("tickets.requester.role")),
        ("orders . amount", name("orders.amount")),
        ("`Win rate`", s.Name(("Win rate",), span=HERE)),
        ("`a``b`.`c d`", s.Name(("a`b", "c d"), span=HERE)),
        ("a # the first\n+ b", s.Operation("+", (A, B), span=HERE)),
    ],
)
def test_values(text, tree):
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "bracketed"),
    [
        ("a or b and c", "a or (b and c)"),
        ("a or b or c", "(a or b) or c"),
        ("not a and b", "(not a) and b"),
        ("not a = b", "not (a = b)"),
        ("not not a", "not (not a)"),
        ("a + 1 < b * 2", "(a + 1) < (b * 2)"),
        ("a - b - c", "(a - b) - c"),
        ("a - b + c", "(a - b) + c"),
        ("a / b * c", "(a / b) * c"),
        ("a + b * c", "a + (b * c)"),
        ("-a * b", "(-a) * b"),
        ("a - -b", "a - (-b)"),
        ("a * -b + c", "(a * (-b)) + c"),
        ("a in (1) and b", "(a in (1)) and b"),
        ("a between 1 and 2 and b", "(a between 1 and 2) and b"),
        ("a between b - 1 and b + 1", "a between (b - 1) and (b + 1)"),
        ("a + b is null or c", "((a + b) is null) or c"),
        ("a contains 'x' or b starts with 'y'", "(a contains 'x') or (b starts with 'y')"),
        ("not a is not null", "not (a is not null)"),
        ("case when a or b then 1 else 2 end + 1", "(case when (a or b) then 1 else 2 end) + 1"),
    ],
)
def test_precedence(text, bracketed):
    assert parse(text) == parse(bracketed)


def test_brackets_matter_where_they_change_the_meaning():
    assert parse("a - (b - c)") != parse("a - b - c")
    assert parse("(a or b) and c") != parse("a or b and c")
    assert parse("not (a and b)") != parse("not a and b")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a != b", s.Operation("!=", (A, B), span=HERE)),
        ("a starts   with b", s.Operation("starts with", (A, B), span=HERE)),
        ("a ends with b", s.Operation("ends with", (A, B), span=HERE)),
        ("a like b", s.Operation("like", (A, B), span=HERE)),
        ("-a", s.Operation("negate", (A,), span=HERE)),
        ("a in (1, b)", s.Membership(A, (number(1), B), span=HERE)),
        ("a not in (1)", s.Membership(A, (number(1),), negated=True, span=HERE)),
        ("a in {{b}}", s.Membership(A, (s.Parameter("b", bound=True, span=HERE),), span=HERE)),
        ("a not between 1 and 2", s.Between(A, number(1), number(2), negated=True, span=HERE)),
        ("a is null", s.IsNull(A, span=HERE)),
        ("a is not null", s.IsNull(A, negated=True, span=HERE)),
        ("if(a, b, c)", s.Case(((A, B),), C, span=HERE)),
        ("case when a then b when b then c end", s.Case(((A, B), (B, C)), span=HERE)),
        ("today()", s.Call("today", (), span=HERE)),
        ("nps(m, 1)", s.Call("nps", (M, number(1)), span=HERE)),
        ("previous(x per c)", s.Neighbour("previous", X, C, span=HERE)),
        ("next(x per a.b)", s.Neighbour("next", X, name("a.b"), span=HERE)),
        ("has(a where b)", s.Has(A, B, span=HERE)),
        ("has(a)", s.Has(A, span=HERE)),
        ("(m where a)", s.Narrowed(M, A, span=HERE)),
        ("prior(m, 1 year)", s.Shifted("prior", M, duration(1, "year"), span=HERE)),
        ("growth(m, $n, aligned)", s.Shifted("growth", M, s.Parameter("n", span=HERE), True, span=HERE)),
        ("trailing(m, 3 months)", s.Trailing(M, duration(3, "month"), span=HERE)),
        ("to_date(m, fiscal_year)", s.ToDate(M, "fiscal_year", span=HERE)),
        ("running(m)", s.Running(M, span=HERE)),
        ("total(m)", s.Total(M, span=HERE)),
        ("total(m by a, b)", s.Total(M, (A, B), span=HERE)),
        ("total(m by a ignoring filters)", s.Total(M, (A,), True, span=HERE)),
        ("rank(m)", s.Rank(M, span=HERE)),
        ("rank(m within a, b)", s.Rank(M, (A, B), span=HERE)),
    ],
)
def test_expressions(text, tree):
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("count(a)", aggregate("count", A)),
        ("count(distinct a.b)", aggregate("count", name("a.b"), distinct=True)),
        ("approx_count(distinct a)", aggregate("approx_count", A, distinct=True)),
        ("percentile(a, 90%)", aggregate("percentile", A, number(Decimal("0.9"), percent=True))),
        ("weighted_avg(a, b where c)", aggregate("weighted_avg", A, B, where=C)),
        (
            "sum(a repeated where b on c at end)",
            aggregate("sum", A, repeated=True, where=B, on=C, stock="end"),
        ),
        ("count(a at start)", aggregate("count", A, stock="start")),
        ("count(a where b during)", aggregate("count", A, where=B, stock="during")),
        ("avg(m per a, b)", aggregate("avg", M, per=(A, B))),
        ("percentile(m per a, b, 50%)", aggregate("percentile", M, number(Decimal("0.5"), True), per=(A, B))),
        ("percentile(m, 50% per a)", aggregate("percentile", M, number(Decimal("0.5"), True), per=(A,))),
        ("min(a)", aggregate("min", A)),
        ("first(a)", aggregate("first", A)),
    ],
)
def test_aggregates(text, tree):
    assert parse(text) == tree


def step(entity, **fields):
    return s.Step(name(entity), **fields, span=HERE)


@pytest.mark.parametrize(
    ("text", "steps", "elapsed"),
    [
        ("count(a followed by b)", (step("a"), step("b")), False),
        (
            "count(a where x followed by b where x and m via c within 30 days)",
            (
                step("a", where=X),
                step("b", where=parse("x and m"), via=C, within=(None, duration(30, "day"))),
            ),
            False,
        ),
        (
            "count(a followed by b within 30 to 60 days where x via c)",
            (step("a"), step("b", where=X, via=C, within=(duration(30, "day"), duration(60, "day")))),
            False,
        ),
        ("count(a not followed by b via c)", (step("a"), step("b", negated=True, via=C)), False),
        (
            "count(a followed by b within $w followed by c elapsed)",
            (step("a"), step("b", within=(None, s.Parameter("w", span=HERE))), step("c")),
            True,
        ),
        (
            "count(a followed by b within 1 week to 30 days)",
            (step("a"), step("b", within=(duration(1, "week"), duration(30, "day")))),
            False,
        ),
    ],
)
def test_sequences(text, steps, elapsed):
    assert parse(text) == aggregate("count", s.Sequence(steps, elapsed, span=HERE))


SOFT = [
    *("date", "month", "year", "first", "last", "count", "sum", "end", "start", "top", "by", "on", "for"),
    *("value", "rank", "total", "if", "has", "prior", "limit", "order", "with", "all", "per", "at", "to"),
    *("since", "this", "target", "during", "repeated", "elapsed", "via", "within", "desc", "contains", "of"),
    *("distinct", "starts", "vs", "as", "running", "aligned", "before", "followed"),
]
RESERVED = [
    *("and", "or", "not", "in", "is", "between", "like", "case", "when", "then", "else"),
    *("where", "having", "true", "false", "null"),
]


@pytest.mark.parametrize("word", SOFT)
def test_keywords_are_names_where_no_doubt_arises(word):
    assert parse(word) == name(word)
    assert parse(f"{word} + orders.{word}") == s.Operation(
        "+", (name(word), name(f"orders.{word}")), span=HERE
    )
    assert parse(f"sum(orders.{word} where {word} > 1 on {word})").on == name(word)
    assert parse(f"case when {word} then {word} else {word} end").default == name(word)


@pytest.mark.parametrize("word", RESERVED)
def test_some_words_are_names_only_in_backquotes_or_after_a_dot(word):
    assert parse(f"orders.{word}") == name(f"orders.{word}")
    assert parse(f"`{word}` + 1").operands[0] == name(word)
    assert not reads_as_name(word)


def reads_as_name(word):
    try:
        return parse(f"{word} + 1") == s.Operation("+", (name(word), number(1)), span=HERE)
    except MetricError:
        return False


@pytest.mark.parametrize(
    "word",
    [
        "解約率",
        "Kadar_kemenangan",
        "Größe",
        "ยอดขาย",
        "จำนวนลูกค้า",
        "विक्रय_मूल्य",
        "売上高2025",
        "_private",
        "Ａ",
    ],
)
def test_names_are_of_any_script(word):
    assert parse(f"{word}.{word}") == name(f"{word}.{word}")


def test_a_word_ends_where_it_ends():
    assert parse("android") == name("android")
    assert parse("a and nothing") == s.Operation("and", (A, name("nothing")), span=HERE)
    assert parse("count_all + iffy") == s.Operation("+", (name("count_all"), name("iffy")), span=HERE)


def test_arguments_behind_a_sequence():
    tree = parse("percentile(a followed by b elapsed, 90%)")
    sequence = s.Sequence((step("a"), step("b")), elapsed=True, span=HERE)
    assert tree == aggregate("percentile", sequence, number(Decimal("0.9"), percent=True))


def test_conditions_are_formulas():
    assert parse_condition(Text.of("a = b or c")) == parse("a = b or c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("accounts on account_id", s.Join("accounts", (("account_id", None),), span=HERE)),
        ("sales_reps on owner_id = rep_id", s.Join("sales_reps", (("owner_id", "rep_id"),), span=HERE)),
        (
            "plans on (tenant, plan = code) as of ordered_at",
            s.Join("plans", (("tenant", None), ("plan", "code")), "ordered_at", span=HERE),
        ),
    ],
)
def test_joins(text, tree):
    assert parse_join(Text.of(text)) == tree


def test_signatures():
    assert parse_signature(Text.of("nps(score)")) == s.Signature("nps", ("score",), span=HERE)
    assert parse_signature(Text.of("ratio ( part, whole )")) == s.Signature(
        "ratio", ("part", "whole"), span=HERE
    )
