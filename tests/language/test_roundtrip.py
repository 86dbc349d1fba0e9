"""What is printed parses to the same tree, for every tree."""

from __future__ import annotations

from hypothesis import given, settings

from metricdsl.language import parser
from metricdsl.language.printer import to_text
from metricdsl.source import Text
from tests.language import random_trees


@settings(max_examples=400, deadline=None)
@given(random_trees.expressions)
def test_formulas(tree):
    assert parser.parse_formula(Text.of(to_text(tree))) == tree


@settings(max_examples=300, deadline=None)
@given(random_trees.questions())
def test_questions(tree):
    assert parser.parse_question(Text.of(to_text(tree))) == tree


@given(random_trees.signatures)
def test_signatures(tree):
    assert parser.parse_signature(Text.of(to_text(tree))) == tree


@given(random_trees.joins)
def test_joins(tree):
    assert parser.parse_join(Text.of(to_text(tree))) == tree
