"""Deep, long and senseless texts: an answer or a clear error, never a crash."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metricdsl.errors import MetricError
from metricdsl.language import parser, printer
from metricdsl.language.grammar import AGGREGATES, GRAMMAR, SPECIAL, keywords, lark
from metricdsl.language.trees import MAX_LEVELS
from metricdsl.source import Text
from tests.language.random_trees import KEYWORDS

NESTED = {
    "brackets": ("(", "a", ")"),
    "sums": ("(1 + ", "a", ")"),
    "minus": ("-(", "a", ")"),
    "not": ("not (", "a", ")"),
    "calls": ("abs(1 + ", "a", ")"),
    "if": ("if(a > 1, b + ", "a", ", c)"),
    "narrowed": ("(b + ", "a", " where c)"),
    "case": ("case when a then (", "b", ") end"),
    "aggregates": ("avg(", "count(a)", " per day)"),
    "contexts": ("total(", "m", " by d)"),
}


def nested(shape, depth):
    before, inside, after = NESTED[shape]
    return before * depth + inside + after * depth


@pytest.mark.parametrize("shape", NESTED)
def test_brackets_nest_200_deep(shape):
    text = nested(shape, 200 - NESTED[shape][1].count("("))
    tree, again = (parser.parse_formula(Text.of(text)) for _ in range(2))
    assert tree == again
    assert hash(tree) == hash(again)
    assert parser.parse_formula(Text.of(printer.to_text(tree))) == tree
    assert parser.parse_question(Text.of(text)).columns[0].formula == tree


@pytest.mark.parametrize("shape", NESTED)
def test_deeper_brackets_are_refused_at_their_place(shape):
    text = nested(shape, 201)
    place = [match.start() for match in re.finditer(r"\(", text)][200]
    with pytest.raises(MetricError) as caught:
        parser.parse_formula(Text.of(text))
    [error] = caught.value.diagnostics
    assert (error.code, error.span.start) == ("syntax-too-deep", place)
    assert error.message == "brackets nest more than 200 deep here"


def test_brackets_in_texts_names_and_comments_do_not_nest():
    text = f"'{'(' * 300}' = `{'(' * 300}` # {'(' * 300}"
    assert parser.parse_formula(Text.of(text)).operator == "="


def test_long_chains_are_refused_before_they_are_too_deep_to_walk():
    chain = "a" + " + a" * (MAX_LEVELS - 10)
    assert printer.to_text(parser.parse_formula(Text.of(chain))) == chain
    for text in ("a" + " + a" * 700, "not " * 700 + "a", "- " * 700 + "a", " or ".join(["a = 1"] * 5000)):
        with pytest.raises(MetricError, match=r"nested in more than 600 operations"):
            parser.parse_formula(Text.of(text))


@pytest.mark.parametrize("text", ["a + " * 250_000, "(" * 1_000_000, "'" * 999_999, "あ" * 1_000_000])
def test_a_megabyte_is_refused_at_once(text):
    with pytest.raises(MetricError) as caught:
        parser.parse_formula(Text.of(text))
    [error] = caught.value.diagnostics
    assert error.code == "syntax-too-long"
    assert error.message.startswith("this formula has ")
    assert error.span.start == 50_000


@pytest.mark.parametrize(
    "text", ["a, " * 16_000 + "a b", "(" * 49_999, ")" * 49_999, "'x' " * 12_000, "!" * 49_999, "a " * 24_000]
)
def test_the_longest_wrong_texts_get_an_error(text):
    with pytest.raises(MetricError):
        parser.parse_question(Text.of(text))


WORDS = st.sampled_from(
    [
        *KEYWORDS,
        *SPECIAL,
        *"()(),.=<>+-*/%'`#${}[];!&",
        "a",
        "orders.amount",
        "'x'",
        "`a b`",
        "1",
        "2025",
        "90%",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from(["formula", "question", "signature", "join"])
)
def test_any_text_gives_a_tree_or_an_error_with_a_place(text, kind):
    try:
        tree = getattr(parser, f"parse_{kind}")(Text.of(text))
    except MetricError as error:
        for diagnostic in error.diagnostics:
            assert diagnostic.span is not None
            assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
            assert diagnostic.code.startswith("syntax-")
    else:
        assert getattr(parser, f"parse_{kind}")(Text.of(printer.to_text(tree))) == tree


def test_the_named_functions_are_those_of_the_grammar():
    patterns = {terminal.name: terminal.pattern.value for terminal in lark().terminals}
    functions = {name: set(re.findall("[a-z_]+", p)) for name, p in patterns.items() if "(?=\\s*\\()" in p}
    del functions["FUNCTION"]
    assert functions["AGGREGATE"] - {"s"} == AGGREGATES
    assert set().union(*functions.values()) - {"s"} == SPECIAL


def test_words_that_are_never_names_are_printed_in_backquotes():
    reserved = re.search(r"_NEVER_A_NAME: /\(\?!\(\?:(.*?)\)", GRAMMAR.read_text("utf-8"))[1].split("|")
    assert set(reserved) <= printer.QUOTED
    assert set(reserved) <= {word for words in keywords().values() for word in words}


def test_the_grammar_has_no_conflicts(caplog):
    """Lark settles a conflict between shifting and reducing by itself, and says so to its log only."""
    from lark import Lark, logger

    from metricdsl.language.grammar import STARTS, _whole_words

    logger.setLevel("DEBUG")
    logger.addHandler(caplog.handler)
    try:
        Lark(
            GRAMMAR.read_text("utf-8"),
            parser="lalr",
            start=list(STARTS),
            maybe_placeholders=False,
            edit_terminals=_whole_words,
            debug=True,
        )
    finally:
        logger.setLevel("CRITICAL")
        logger.removeHandler(caplog.handler)
    assert any("Unused terminals" in line for line in caplog.messages), "the log was not heard"
    assert [line for line in caplog.messages if "conflict" in line.lower()] == []


def test_lark_is_imported_when_something_is_parsed():
    code = "import sys, metricdsl.language.parser, metricdsl.language.printer; print('lark' in sys.modules)"
    root = Path(parser.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
