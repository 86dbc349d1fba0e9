"""Columns of four bytes hold numbers whose product they do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import metricdsl
from tests.conftest import Database

CATALOG = """
catalog: stock
entities:
  lots:
    table: lots
    key: id
    fields: {id: integer, pieces: integer, price: integer, paid: {expr: pieces * price}}
metrics:
  paid: sum(lots.paid)
  most: max(lots.price * pieces)
  cubes: sum(lots.pieces * pieces * price)
"""


@pytest.mark.parametrize("engine", ["duckdb", "postgres"])
def test_products_of_narrow_columns(engine: str, database: Callable[[str], Database], tmp_path: Path) -> None:
    (tmp_path / "stock.yml").write_text(CATALOG)
    server = database(engine)
    server.connection.execute("DROP TABLE IF EXISTS lots")
    server.connection.execute("CREATE TABLE lots (id INTEGER, pieces INTEGER, price INTEGER)")
    server.connection.execute("INSERT INTO lots VALUES (1, 50000, 60000), (2, -100000, 100000), (3, NULL, 7)")
    answer = metricdsl.connect(tmp_path, server.target).ask("paid, most, cubes")
    # 3,000,000,000 and -10,000,000,000; times 50,000 and -100,000
    assert answer.rows == [(-7_000_000_000, 3_000_000_000, 1_150_000_000_000_000)]
