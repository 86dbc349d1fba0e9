"""A view shows what the question shows, on the database that it is made for."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl.__main__ import main
from metricdsl.views.statement import view_statement

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
CALENDAR = """\
calendars:
  halves: {table: days, date: day, grains: {half: half}}
entities:
  visits:
    table: visits
    key: id
    time: seen
    fields: {id: integer, seen: timestamp}
views:
  by_half: count(visits) as n by half
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


def test_a_view_of_a_calendars_periods_has_what_the_question_asks_for(tmp_path: Path) -> None:
    (tmp_path / "c.yml").write_text(CALENDAR, "utf-8")
    data = duckdb.connect()
    data.execute("CREATE TABLE visits AS SELECT 1 AS id, TIMESTAMP '2024-01-20 12:00:00' AS seen")
    data.execute("CREATE TABLE days AS SELECT DATE '2024-01-15' + i AS day, DATE '2024-01-15' AS half "
                 "FROM (SELECT UNNEST([0, 5, 16]) AS i)")  # fmt: skip
    data.execute(view_statement(metricdsl.load(tmp_path), "by_half", "duckdb").sql)
    shown = data.execute("FROM by_half")
    assert [column[0] for column in shown.description] == ["half", "n"]
    assert shown.fetchall() == [(date(2024, 1, 15), 1)]


STORED = """\
entities:
  visits: {table: visits, key: id, time: seen, fields: {id: integer, seen: date}}
views:
  by_day: {question: count(visits) as n by day, materialized: true, description: Visits, schema: kpi}
"""


def test_a_stored_view_is_made_anew_in_one_transaction(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "c.yml").write_text(STORED, "utf-8")
    assert main(["view", "by_day", "--catalog", str(tmp_path / "c.yml"), "--dialect", "postgres"]) == 0
    printed = capsys.readouterr()
    first = [statement.split("\n")[0] for statement in printed.out.strip().split(";\n\n")]
    assert first == [
        "BEGIN",
        "DROP MATERIALIZED VIEW IF EXISTS kpi.by_day",
        "CREATE MATERIALIZED VIEW kpi.by_day AS",
        "COMMENT ON MATERIALIZED VIEW kpi.by_day IS 'Visits'",
        "COMMIT;",
    ]
    assert printed.err == ""


def test_a_stored_view_can_be_made_again(tmp_path: Path, capsys: Any, database: Any) -> None:
    psycopg = pytest.importorskip("psycopg")
    server = database("postgres")
    (tmp_path / "c.yml").write_text(STORED, "utf-8")
    main(["view", "by_day", "--catalog", str(tmp_path / "c.yml"), "--dialect", "postgres"])
    statement = capsys.readouterr().out
    with psycopg.connect(server.target, autocommit=True) as made:
        made.execute("CREATE SCHEMA kpi")
        try:
            made.execute("CREATE TABLE visits AS SELECT 1 AS id, DATE '2025-01-01' AS seen")
            for _ in range(2):
                made.execute(statement)
            assert made.execute("SELECT n FROM kpi.by_day").fetchall() == [(1,)]
            with pytest.raises(psycopg.Error):
                made.execute(statement.replace("FROM visits", "FROM nothing"))
            made.execute("ROLLBACK")
            assert made.execute("SELECT n FROM kpi.by_day").fetchall() == [(1,)]
        finally:
            made.execute("DROP SCHEMA kpi CASCADE")
            made.execute("DROP TABLE visits")


def test_where_rows_are_not_stored_it_is_said(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "c.yml").write_text(STORED, "utf-8")
    assert main(["view", "by_day", "--catalog", str(tmp_path / "c.yml"), "--dialect", "duckdb"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("CREATE OR REPLACE VIEW kpi.by_day AS\n")
    assert printed.err == "note: rows are stored on PostgreSQL only; this is a plain view\n"


def test_a_view_of_sqlite_can_be_made_again(tmp_path: Path) -> None:
    """SQLite has no OR REPLACE."""
    (tmp_path / "c.yml").write_text(CATALOG, "utf-8")
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE visits (id INTEGER, seen TIMESTAMP)")
    database.execute("INSERT INTO visits VALUES (1, '2024-01-01 16:00:00'), (2, '2024-01-03 01:00:00')")
    made = view_statement(metricdsl.load(tmp_path), "by_day", "sqlite")
    for _ in range(2):
        database.executescript(made.sql)
    assert database.execute("SELECT day, n FROM by_day ORDER BY 1").fetchall() == [
        ("2024-01-02", 1), ("2024-01-03", 1),
    ]  # fmt: skip
