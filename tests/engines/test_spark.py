"""Spark as users' clusters have it: other zones, with and without ANSI mode, timestamps of their own default type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from tests.cases import comparing
from tests.cases.reading import Case
from tests.cases.test_cases import CASES, FILES, asked, catalog, marked
from tests.engines import Table

__all__ = ["catalog"]

TIMED = [c for c in CASES if c.rows and any("timestamp" in t.types for t in FILES[c.file].tables)]
"""The cases whose tables have timestamps."""
UNLIKE = {"spark.sql.session.timeZone": "America/New_York", "spark.sql.ansi.enabled": "false"}
"""Other settings than all cases run with."""
SUMS = """
entities:
  things: {table: things, key: id, fields: {id: integer, size: integer}}
"""


@pytest.fixture
def spark(database: Callable[[str], Any]) -> Iterator[Any]:
    running = database("spark")
    conf = running.connection.conf
    before = {name: conf.get(name) for name in UNLIKE}
    for name, value in UNLIKE.items():
        conf.set(name, value)
    yield running
    for name, value in before.items():
        conf.set(name, value)


def answer(case: Case, running: Any, catalog: Any, tables: tuple[Table, ...]) -> None:
    running.load(tables)
    found = asked(running, catalog(FILES[case.file]), case)
    rows, columns = found.rows, [column.name for column in found.columns]
    assert case.rows is not None
    if case.rows[0][-1] == comparing.MARK:
        rows, columns = comparing.with_marks(rows, found.marks), [*columns, comparing.MARK]
    assert comparing.same(case.rows, columns, rows), f"{comparing.drawn(columns, rows)}\n\n{found.sql}"


@pytest.mark.parametrize("case", [marked(case, "spark") for case in TIMED])
def test_the_settings_of_a_session_do_not_matter(case: Case, spark: Any, catalog: Any) -> None:
    answer(case, spark, catalog, FILES[case.file].tables)


@pytest.mark.parametrize(
    "case", [marked(case, "spark") for case in TIMED if "stored_in" not in FILES[case.file].catalog]
)
def test_timestamps_that_are_instants(case: Case, spark: Any, catalog: Any) -> None:
    """`TIMESTAMP` is an instant on Spark, shown in the session's zone."""
    answer(case, spark, catalog, tuple(map(with_zones, FILES[case.file].tables)))


def with_zones(table: Table) -> Table:
    """The same table with its timestamps, which are in UTC, in columns that have a zone."""
    types = tuple("timestamptz" if kind == "timestamp" else kind for kind in table.types)
    rows = tuple(
        tuple(v.replace(tzinfo=UTC) if isinstance(v, datetime) else v for v in r) for r in table.rows
    )
    return replace(table, types=types, rows=rows)


def test_sums_beyond_64_bits_are_exact_without_ansi_mode(spark: Any, tmp_path: Path) -> None:
    big = 2**62
    spark.load((Table("things", ("id", "size"), ("integer", "integer"), ((1, big), (2, big), (3, big))),))
    (tmp_path / "catalog.yml").write_text(SUMS, encoding="utf-8")
    with metricdsl.connect(tmp_path, spark.target) as session:
        assert session.ask("sum(things.size) as s").rows == [(3 * big,)]
