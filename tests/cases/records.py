"""The SQL of each case, kept as a record beside the rows, which are the truth.

A record shows the SQL for DuckDB, and of each other dialect the lines that differ. `make cases-accept`
writes them all anew; read the difference before you commit it.
"""

from __future__ import annotations

import difflib
import sys
import tempfile
from pathlib import Path

import metricdsl
from tests.cases.reading import RECORDS, Case, CaseFile, case_files

FIRST = "duckdb"
OTHERS = ("postgres", "snowflake")


def loaded(file: CaseFile, folder: Path) -> metricdsl.Catalog:
    """The catalog of a case file, written to a folder of its own."""
    path = folder / "catalog.yml"
    path.write_text(file.catalog, encoding="utf-8")
    return metricdsl.load(path)


def record(file: CaseFile, catalog: metricdsl.Catalog) -> str:
    """The text of one record file: a part for each case that has rows."""
    return "\n".join(part(case, catalog) for case in file.cases if case.rows is not None)


def part(case: Case, catalog: metricdsl.Catalog) -> str:
    assert case.ask is not None
    first = sql(case, catalog, FIRST)
    lines = [f"-- {case.title}", *(f"--   {line}" for line in case.ask.strip().splitlines()), first + ";"]
    for dialect in OTHERS:
        other = sql(case, catalog, dialect)
        changes = list(difflib.unified_diff(first.splitlines(), other.splitlines(), lineterm="", n=0))[2:]
        lines += [f"-- {dialect}:"] * bool(changes)
        lines += [f"--   {line}" for line in changes if not line.startswith("@@")]
    return "\n".join(lines) + "\n"


def sql(case: Case, catalog: metricdsl.Catalog, dialect: str) -> str:
    """The SQL, or why the dialect has none."""
    assert case.ask is not None
    try:
        return catalog.sql(case.ask, dialect=dialect, as_of=case.as_of)
    except metricdsl.MetricError as refused:
        return f"-- refused: {refused.diagnostics[0].message}"


def path(file: CaseFile) -> Path:
    return RECORDS / f"{file.name}.sql"


def accept() -> None:
    kept = set()
    for file in case_files():
        with tempfile.TemporaryDirectory() as folder:
            text = record(file, loaded(file, Path(folder))) if any(case.rows for case in file.cases) else ""
        if text:
            path(file).parent.mkdir(parents=True, exist_ok=True)
            path(file).write_text(text, encoding="utf-8")
            kept.add(path(file))
    for stale in set(RECORDS.rglob("*.sql")) - kept:
        stale.unlink()


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        sys.exit("usage: python -m tests.cases.records --accept")
    accept()
