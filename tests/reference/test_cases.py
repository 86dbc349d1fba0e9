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

SKIPPED = {
    "7-questions/custom-calendar": "the evaluator has no calendars but the built-in one",
    "7-questions/names: a metric by its label in Chinese, a field by its label in Japanese": "nor labels of fields",
    "7-questions/names: labels of several words stand in backquotes": "nor labels of fields",
    "7-questions/targets: the target of a segment holds where the question is about nothing else":
        "the evaluator's targets look at groups only",
    "4-contexts/per-grain-windows: the first and the last period's value": "the evaluator has no order of keys",
    **{
        f"4-contexts/per-grain-windows: {title}": "the evaluator does not say where periods since the beginning begin"
        for title in ("the days from the beginning, whatever range is asked for", "the same without a grain",
                      "the months from the beginning")
    },
}  # fmt: skip


def answered() -> Iterator[Any]:
    for file in case_files():
        for case in file.cases:
            if case.rows is not None and case.ask is not None:
                reason = SKIPPED.get(case.id, SKIPPED.get(file.name))
                marks = [pytest.mark.skip(reason=reason)] if reason else []
                yield pytest.param(file, case, id=case.id, marks=marks)


def records(file: CaseFile) -> dict[str, list[dict[str, Any]]]:
    """Rows by table; an entity that is made by SQL has them under its own name."""
    found = {t.name: [dict(zip(t.columns, row, strict=True)) for row in t.rows] for t in file.tables}
    for name, entity in yaml.safe_load(file.catalog)["entities"].items():
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
