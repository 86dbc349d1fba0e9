"""A few random questions, always the same, on every engine that can be run: their rows are those of the page."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

import metricdsl
from tests import engines
from tests.engines import Table
from tests.reference.asking import (
    Asking,
    Refusal,
    askings,
    by_the_page,
    by_the_product,
    loaded,
    same,
    shown,
)
from tests.reference.evaluator import Answer
from tests.reference.test_random import ACCEPTED, COMMON

QUESTIONS = 12
SLOW = {"snowflake"}  # its emulator takes a second to load a table


@pytest.mark.parametrize("engine", [name for name in engines.NAMES if name not in {"duckdb", *SLOW}])
def test_random_questions(engine: str, database: Any) -> None:
    running = database(engine)
    compared = 0

    def opened(catalog: str, tables: tuple[Table, ...]) -> Any:
        running.load(tables)
        return metricdsl.connect(loaded(catalog), running.target)

    @settings(COMMON, max_examples=QUESTIONS)
    @given(askings())
    def ask(asking: Asking) -> None:
        nonlocal compared
        expected, came = by_the_page(asking), by_the_product(asking, opened)
        if not isinstance(expected, Answer) or (isinstance(came, Refusal) and came.code in ACCEPTED):
            return
        texts = f"{asking!r}\nby the page:\n{shown(expected)}\n\ncame:\n{shown(came)}"
        assert isinstance(came, Answer), texts
        assert same(expected, came), texts
        compared += 1

    ask()
    assert compared >= QUESTIONS // 3
