from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import metricdsl
from metricdsl import demo
from metricdsl.model.catalog import Catalog

FOLDER = Path(__file__).parents[2] / "metrics_catalog"
LINES = Path(__file__).with_name("kpis.txt").read_text().splitlines()
KPIS: dict[str, str] = {name: area for area, name in map(str.split, LINES)}
"""The area of each KPI that the catalog must have."""


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return metricdsl.load(FOLDER)


@pytest.fixture(scope="session")
def crm() -> Iterator[duckdb.DuckDBPyConnection]:
    """The demo at scale 1."""
    with duckdb.connect() as connection:
        demo.create(connection)
        yield connection
