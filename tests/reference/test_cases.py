"""The worked cases of `tests/cases` by the evaluator: two readings of the language page must agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from tests.cases.comparing import MARK, drawn, same
from tests.cases.reading import Case, CaseFile, case_files
from tests.engines import duckdb
from tests.reference.evaluator import evaluate


def answered() -> Iterator[Any]:
    for file in case_files():
        for case in file.cases:
            if case.rows is not None and case.ask is not None:
                yield pytest.param(file, case, id=case.id)


def records(file: CaseFile) -> dict[str, list[dict[str, Any]]]:
    """Rows by table; an entity or a calendar that is made by SQL has them under its own name."""
    found = {t.name: [dict(zip(t.columns, row, strict=True)) for row in t.rows] for t in file.tables}
    catalog = yaml.safe_load(file.catalog)
    for name, entity in {**catalog["entities"], **catalog.get("calendars", {})}.items():
        if "sql" in entity:
            connection = duckdb.connect()
            duckdb.load(connection, file.tables)
            cursor = connection.execute(entity["sql"])
            columns = [column[0] for column in cursor.description]
            found[name] = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return found


@pytest.mark.parametrize(("file", "case"), list(answered()))
def test_the_evaluator_gives_the_rows_of_a_case(file: CaseFile, case: Case) -> None:
    assert case.ask is not None
    assert case.rows is not None
    catalog = yaml.safe_load(file.catalog)
    answer = evaluate(case.ask, catalog, records(file), case.as_of or date(2025, 6, 15))
    columns = case.rows[0]
    rows = answer.rows
    if columns[-1] == MARK:
        rows = [(*row, "+".join(sorted(marks)) or "-") for row, marks in zip(rows, answer.marks, strict=True)]
    assert same(case.rows, columns, rows), "\n" + drawn(columns, rows)
