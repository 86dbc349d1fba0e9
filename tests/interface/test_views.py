"""A view shows what the question shows, on the database that it is made for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl.__main__ import main

CATALOG = """\
timezone: Asia/Tokyo
entities:
  visits:
    table: visits
    key: id
    time: seen
    fields: {id: integer, seen: timestamp}
views:
  by_day: count(visits) as n by day
"""


@pytest.mark.parametrize("kind", ["TIMESTAMP", "TIMESTAMPTZ"])
def test_columns_with_a_time_zone_are_told_apart(tmp_path: Path, capsys: Any, kind: str) -> None:
    """In Tokyo it is the second of January already."""
    file = tmp_path / "data.duckdb"
    (tmp_path / "c.yml").write_text(CATALOG, "utf-8")
    with duckdb.connect(str(file)) as made:
        made.execute("SET TimeZone = 'America/New_York'")
        made.execute(f"CREATE TABLE visits (id INT, seen {kind})")
        made.execute("INSERT INTO visits VALUES (1, TIMESTAMPTZ '2024-01-01 16:00:00+00' AT TIME ZONE 'UTC')"
                     if kind == "TIMESTAMP" else
                     "INSERT INTO visits VALUES (1, TIMESTAMPTZ '2024-01-01 16:00:00+00')")  # fmt: skip
    assert (
        main(["view", "by_day", "--catalog", str(tmp_path / "c.yml"), "--database", f"duckdb:///{file}"]) == 0
    )
    statement = capsys.readouterr().out
    with duckdb.connect(str(file)) as made:
        made.execute(statement)
        rows = made.execute("SELECT CAST(day AS TEXT), n FROM by_day").fetchall()
    assert rows == [("2024-01-02", 1)]
    with metricdsl.connect(tmp_path / "c.yml", file) as session:
        assert session.sql("count(visits) as n by day") == session.ask("count(visits) as n by day").sql
