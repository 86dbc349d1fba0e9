"""Passes for speed change no number: the cases that they touch, once more without them. One is for readers."""

from __future__ import annotations

import re
from typing import Any

import pytest

import metricdsl
from metricdsl.render import folds
from tests.cases import comparing
from tests.cases.reading import Case
from tests.cases.test_cases import CASES, FILES, catalog, marked

__all__ = ["catalog"]

FOLDED = re.compile(r"trailing|running|to_date|prior|growth|change|\bper\b|at (start|end)|during")


def touched(case: Case) -> bool:
    formulas = f"{case.ask} {FILES[case.file].catalog}"
    return (
        case.rows is not None
        and FOLDED.search(formulas) is not None
        and re.search(r"\bby\b", case.ask or "") is not None
    )


@pytest.mark.parametrize("case", [marked(case, "duckdb") for case in CASES if touched(case)])
def test_rows_without_folding(
    case: Case, database: Any, catalog: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folds, "ENABLED", False)
    file, running = FILES[case.file], database("duckdb")
    running.load(file.tables)
    assert case.rows is not None
    with metricdsl.connect(catalog(file), running.target) as session:
        answer = session.ask(case.ask or "", as_of=case.as_of, language=case.language)
    rows, columns = answer.rows, [column.name for column in answer.columns]
    if case.rows[0][-1] == comparing.MARK:
        rows, columns = comparing.with_marks(rows, answer.marks), [*columns, comparing.MARK]
    if not comparing.same(case.rows, columns, rows):
        pytest.fail(f"{case.id}\n\n{comparing.drawn(columns, rows)}\n\n{answer.sql}", pytrace=False)


@pytest.mark.parametrize("dialect", ["mariadb", "mysql", "sqlite", "tsql"])
def test_a_conversion_is_said_once(dialect: str, catalog: Any) -> None:
    """Five of them: each scan's time as local, a day later as UTC and that as local, and the hour that is shown."""
    title = "yesterday's rows land in the first of the two hours"
    case = next(c for c in FILES["traps/midnights-twice"].cases if c.title == title)
    compiled = metricdsl.compile(case.ask or "", catalog(FILES[case.file]), dialect=dialect, as_of=case.as_of)
    assert len(re.findall(r"(?:FROM|JOIN) zone_", compiled.sql)) == 5
