"""Text to trees: the grammar is in grammar.lark, what its rules become in trees.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from metricdsl.errors import fail
from metricdsl.language import syntax
from metricdsl.language.grammar import lark
from metricdsl.language.place import words
from metricdsl.source import Text

MAX_CHARACTERS = 50_000
MAX_BRACKETS = 200


def parse_formula(text: Text) -> syntax.Expression:
    """The tree of `sum(orders.amount) / count(customers)`; raises MetricError where it is no formula."""
    return cast(syntax.Expression, _parse(text, "formula", "formula"))


def parse_condition(text: Text) -> syntax.Expression:
    """The tree of `account.region = 'EMEA'`: a formula, which errors call a condition."""
    return cast(syntax.Expression, _parse(text, "formula", "condition"))


def parse_question(text: Text, values: Mapping[str, Any] | None = None) -> syntax.Question:
    """The tree of `revenue by month for 2025`; raises MetricError where it is no question.

    `values` are Python's: one may stand for a number or a day in a clause, as in `for last {{n}} months`.
    """
    return cast(syntax.Question, _parse(text, "question", "question", values))


def parse_signature(text: Text) -> syntax.Signature:
    """The tree of `nps(score)`, the key of a function of the catalog."""
    return cast(syntax.Signature, _parse(text, "signature", "signature"))


def parse_join(text: Text) -> syntax.Join:
    """The tree of `sales_reps on owner_id = rep_id`."""
    return cast(syntax.Join, _parse(text, "join", "join"))


def _parse(text: Text, rule: str, what: str, values: Mapping[str, Any] | None = None) -> Any:
    from lark import UnexpectedInput

    from metricdsl.language.trees import Trees

    _check_size(text, what)
    try:
        parsed = lark().parse(text.value, start=rule)
    except UnexpectedInput as error:
        from metricdsl.language.mistakes import explain

        raise explain(text, rule, what, error) from None
    return Trees(text, values).build(parsed)


def _check_size(text: Text, what: str) -> None:
    if len(text.value) > MAX_CHARACTERS:
        raise fail(
            "syntax-too-long",
            f"this {what} has {len(text.value):,} characters; {MAX_CHARACTERS:,} is the most",
            text.span(MAX_CHARACTERS, MAX_CHARACTERS + 1),
            "make metrics of its parts, and use their names",
        )
    if text.value.count("(") > MAX_BRACKETS:
        depth = 0
        for word, start in words(text.value):
            depth += (word == "(") - (word == ")")
            if depth > MAX_BRACKETS:
                raise fail("syntax-too-deep", f"brackets nest more than {MAX_BRACKETS} deep here",
                           text.span(start, start + 1), "make metrics of the inner parts")  # fmt: skip
