"""The page about what runs where says what the suite does."""

from __future__ import annotations

from metricdsl.functions.vocabulary import AGGREGATES, row_functions
from metricdsl.render.dialects import dialects, forms_of
from tests.documentation import engines


def test_the_page_is_what_comes_out() -> None:
    assert engines.PAGE.read_text("utf-8") == engines.page(), (
        "write it anew: python -m tests.documentation.engines"
    )


def test_every_function_and_clause_has_a_case() -> None:
    """Else "runs" would say what nobody has seen."""
    found = engines.uses()
    assert [name for name in (*AGGREGATES, *row_functions()) if not found.functions[name]] == []
    assert [clause for clause in engines.CLAUSES if not found.clauses[clause]] == []


def test_what_is_refused_is_a_function_of_the_language() -> None:
    known = {*AGGREGATES, *row_functions()}
    assert [(d, name) for d in dialects() for name in forms_of(d).refused if name not in known] == []
