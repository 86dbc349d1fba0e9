"""Text to trees. The grammar is grammar.lark; Lark is imported when something is first parsed."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from metricdsl.errors import fail
from metricdsl.language import syntax
from metricdsl.source import Text

if TYPE_CHECKING:
    from lark import Lark

GRAMMAR = Path(__file__).with_name("grammar.lark")
STARTS = ("formula", "question", "signature", "join")
MAX_CHARACTERS = 100_000


def parse_formula(text: Text) -> syntax.Expression:
    """The tree of `sum(orders.amount) / count(customers)`; raises MetricError where it is no formula."""
    return cast(syntax.Expression, _parse(text, "formula", "formula"))


def parse_condition(text: Text) -> syntax.Expression:
    """The tree of `account.region = 'EMEA'`: a formula, which errors call a condition."""
    return cast(syntax.Expression, _parse(text, "formula", "condition"))


def parse_question(text: Text) -> syntax.Question:
    """The tree of `revenue by month for 2025`; raises MetricError where it is no question."""
    return cast(syntax.Question, _parse(text, "question", "question"))


def parse_signature(text: Text) -> syntax.Signature:
    """The tree of `nps(score)`, the key of a function of the catalog."""
    return cast(syntax.Signature, _parse(text, "signature", "signature"))


def parse_join(text: Text) -> syntax.Join:
    """The tree of `sales_reps on owner_id = rep_id`."""
    return cast(syntax.Join, _parse(text, "join", "join"))


def _parse(text: Text, start: str, what: str) -> Any:
    from lark import UnexpectedInput

    from metricdsl.language.mistakes import check_brackets, explain
    from metricdsl.language.trees import Trees

    if len(text.value) > MAX_CHARACTERS:
        raise fail(
            "syntax-too-long",
            f"This {what} has {len(text.value):,} characters; {MAX_CHARACTERS:,} is the most.",
            text.span(MAX_CHARACTERS, MAX_CHARACTERS + 1),
            "make metrics of its parts, and use their names",
        )
    check_brackets(text)
    try:
        parsed = lark().parse(text.value, start=start)
    except UnexpectedInput as error:
        raise explain(text, what, error) from None
    return Trees(text).build(parsed)


@cache
def lark() -> Lark:
    """The parser, kept beside Python's compiled modules (Lark notes in the file what it was made of)."""
    from lark import Lark

    return Lark(
        GRAMMAR.read_text("utf-8"),
        parser="lalr",
        start=list(STARTS),
        maybe_placeholders=False,
        propagate_positions=True,
        edit_terminals=_whole_words,
        cache=False if sys.dont_write_bytecode else _cache_file(),
    )


def _cache_file() -> str:
    path = Path(cache_from_source(str(GRAMMAR)))
    return str(path.with_suffix(".tables"))


def _whole_words(terminal: Any) -> None:
    """Keywords end where a word ends: `by` is not the beginning of `bytes`."""
    from lark.lexer import PatternRE, PatternStr

    if isinstance(terminal.pattern, PatternStr) and terminal.pattern.value.isalpha():
        terminal.pattern = PatternRE(terminal.pattern.value + r"\b")
