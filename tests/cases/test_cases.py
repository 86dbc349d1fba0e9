"""Every case on every engine, and the records of their SQL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.compiler import Mark, OutputColumn
from metricdsl.errors import Diagnostic
from tests import engines
from tests.cases import comparing, records
from tests.cases.reading import RECORDS, Case, CaseFile, case_files
from tests.conftest import Database

FILES = {file.name: file for file in case_files()}
CASES = [case for file in FILES.values() for case in file.cases]


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Callable[[CaseFile], metricdsl.Catalog]:
    """The catalog of a case file; files named in errors are relative to its folder."""
    found: dict[str, metricdsl.Catalog] = {}

    def get(file: CaseFile) -> metricdsl.Catalog:
        if file.name not in found:
            found[file.name] = records.loaded(file, tmp_path_factory.mktemp("catalog"))
        return found[file.name]

    return get


def marked(case: Case, engine: str) -> Any:
    reason = case.xfail.get(engine, case.xfail.get(""))
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, marks=marks, id=case.id)


def answers(engine: str) -> list[Any]:
    return [pytest.param(engine, *p.values, marks=p.marks, id=f"{engine}-{p.id}")
            for case in CASES if case.rows is not None for p in [marked(case, engine)]]  # fmt: skip


@pytest.mark.parametrize(("engine", "case"), [p for name in engines.NAMES for p in answers(name)])
def test_rows(engine: str, case: Case, database: Any, catalog: Any) -> None:
    file, running = FILES[case.file], database(engine)
    assert case.ask is not None
    assert case.rows is not None
    running.load(file.tables)
    answer = asked(running, catalog(file), case)
    rows, columns = answer.rows, [column.name for column in answer.columns]
    if case.rows[0][-1] == comparing.MARK:
        rows, columns = comparing.with_marks(rows, answer.marks), [*columns, comparing.MARK]
    if not comparing.same(case.rows, columns, rows):
        pytest.fail(
            f"{case.id}\n\n{case.ask}\n\nexpected:\n{comparing.aligned(case.rows)}\n\n"
            f"came:\n{comparing.drawn(columns, rows)}\n\n{answer.sql}",
            pytrace=False,
        )
    warned = "\n\n".join(str(warning) for warning in answer.warnings)
    assert (case.warns or "") in warned


@dataclass(frozen=True)
class Answer:
    """What an engine gave that `metricdsl.connect` does not know; else a `metricdsl.Result` has the same."""

    columns: tuple[OutputColumn, ...]
    rows: list[tuple[Any, ...]]
    marks: list[Mark]
    sql: str
    warnings: tuple[Diagnostic, ...]


def asked(running: Database, catalog: metricdsl.Catalog, case: Case) -> Answer | metricdsl.Result:
    """As a user asks; where the engine cannot be connected to, the SQL is run by the engine's own client."""
    assert case.ask is not None
    if running.target is not None:
        with metricdsl.connect(catalog, running.target) as session:
            return session.ask(case.ask, as_of=case.as_of, language=case.language)
    made = metricdsl.compile(
        case.ask, catalog, dialect=running.engine.DIALECT, as_of=case.as_of, language=case.language
    )
    rows = running.query(made.sql)
    return Answer(made.columns, rows, made.marks(rows), made.sql, made.warnings)


@pytest.mark.parametrize("case", [marked(case, "error") for case in CASES if case.error is not None])
def test_error(case: Case, catalog: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(metricdsl.MetricError) as raised:
        metricdsl.compile(case.ask or "", catalog(FILES[case.file]), as_of=case.as_of)
    same_text(case, case.error, shortened(str(raised.value), tmp_path_factory))


@pytest.mark.parametrize("case", [marked(case, "check") for case in CASES if case.check is not None])
def test_check(case: Case, catalog: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = "\n\n".join(str(diagnostic) for diagnostic in catalog(FILES[case.file]).check())
    same_text(case, case.check, shortened(found, tmp_path_factory))


def same_text(case: Case, expected: str | None, came: str) -> None:
    if (expected or "").strip() != came.strip():
        pytest.fail(f"{case.id}\n\nexpected:\n{expected}\ncame:\n{came}", pytrace=False)


def shortened(text: str, factory: pytest.TempPathFactory) -> str:
    """The text without the temporary folders in the names of files."""
    for folder in sorted(Path(factory.getbasetemp()).iterdir()):
        text = text.replace(f"{folder}/", "")
    return text


@pytest.mark.parametrize("name", FILES)
def test_record(name: str, catalog: Any) -> None:
    """The SQL is what it was: `make cases-accept` after a change that is meant."""
    file = FILES[name]
    expected = records.path(file).read_text(encoding="utf-8") if records.path(file).exists() else ""
    assert records.record(file, catalog(file)) == expected


def test_no_record_is_stale() -> None:
    assert set(RECORDS.rglob("*.sql")) <= {records.path(file) for file in FILES.values()}
