"""Databricks' forms are Spark's: where a case's SQL is the same text, it has run on Spark; where not, it runs here."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cases import records
from tests.cases.reading import Case
from tests.cases.test_cases import CASES, FILES, catalog

__all__ = ["catalog"]


@pytest.mark.parametrize("case", [c for c in CASES if c.rows is not None], ids=lambda c: c.id)
def test_the_sql_is_that_of_spark(case: Case, database: Any, catalog: Any) -> None:
    of_spark, of_databricks = (
        records.sql(case, catalog(FILES[case.file]), d) for d in ("spark", "databricks")
    )
    if of_databricks == of_spark:
        return
    running = database("spark")
    running.load(FILES[case.file].tables)
    assert running.query(of_databricks) == running.query(of_spark)
