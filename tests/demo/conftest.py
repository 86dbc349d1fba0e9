from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pytest

from metricdsl import demo

Query = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def crm() -> Iterator[duckdb.DuckDBPyConnection]:
    """The demo at scale 1."""
    with duckdb.connect() as connection:
        demo.create(connection)
        yield connection


@pytest.fixture(scope="session")
def query(crm: duckdb.DuckDBPyConnection) -> Query:
    return lambda sql: list(crm.execute(sql).fetchall())
