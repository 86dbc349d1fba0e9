"""A time need not be among the fields: a session knows from the database whether it is a date or a moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl.errors import MetricError
from metricdsl.run.failure import DatabaseError
from tests.conftest import Database
from tests.engines import Table

CATALOG = """
catalog: club
timezone: Asia/Tokyo
entities:
  members:
    table: members
    key: id
    time: joined_on
    lifetime: {from: joined_on, to: left_on}
    fields: {region: text}
  visits:
    table: visits
    key: id
    time: seen_at
    joins: {member: members on member_id}
"""
TABLES = (
    Table("members", ("id", "region", "joined_on", "left_on"), ("integer", "text", "date", "date"), (
        (1, "a", date(2025, 1, 5), None), (2, "a", date(2025, 1, 20), date(2025, 3, 10)),
        (3, "b", date(2025, 2, 11), None),
    )),
    # The first is of 1 February in Tokyo, the second of 31 January.
    Table("visits", ("id", "member_id", "seen_at"), ("integer", "integer", "timestamp"), (
        (1, 1, datetime(2025, 1, 31, 16)), (2, 1, datetime(2025, 1, 31, 14)), (3, 3, datetime(2025, 2, 10)),
    )),
)  # fmt: skip
JANUARY, FEBRUARY, MARCH = date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)
QUESTIONS: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("count(visits) by month for 2025-01 to 2025-02", [(JANUARY, 1), (FEBRUARY, 2)]),
    ("max(visits.seen_at) as latest", [(datetime(2025, 2, 10, 9),)]),
    (
        "count(members at end) as there, count(members on left_on) as left by month for 2025-Q1",
        [(JANUARY, 2, 0), (FEBRUARY, 3, 0), (MARCH, 2, 1)],
    ),
    ("min(members.joined_on) as first by members.region", [("a", date(2025, 1, 5)), ("b", date(2025, 2, 11))]),
    # 31 January of member 1 is 26 days after 5 January, 10 February 9:00 is before member 3 joined.
    ("count(visits where seen_at > member.joined_on) as n", [(2,)]),
]  # fmt: skip


@pytest.fixture
def catalog(tmp_path: Path) -> metricdsl.Catalog:
    (tmp_path / "club.yml").write_text(CATALOG)
    return metricdsl.load(tmp_path)


@pytest.mark.parametrize("engine", ["duckdb", "postgres", "sqlite", "mariadb"])
def test_times_that_are_no_fields(engine: str, database: Callable[[str], Database], catalog: Any) -> None:
    server = database(engine)
    server.load(TABLES)
    for question, rows in QUESTIONS:
        # A session of its own: nothing is known from an earlier question.
        assert metricdsl.connect(catalog, server.connection).ask(question, as_of="2025-06-30").rows == rows


def test_what_the_page_says_is_checked_clean(catalog: metricdsl.Catalog) -> None:
    assert catalog.check() == []


def test_a_name_that_is_nearly_a_field_is_a_slip(tmp_path: Path) -> None:
    wrong = CATALOG.replace("fields: {region: text}", "fields: {region: text, joined_at: date}")
    (tmp_path / "club.yml").write_text(wrong)
    (problem, *_) = metricdsl.load(tmp_path).check()
    assert (problem.code, problem.message) == ("unknown-field", "'joined_on' is no field of members")
    assert any("joined_at" in hint for hint in problem.hints)


def test_a_column_that_is_no_time_is_refused(catalog: metricdsl.Catalog) -> None:
    shop = duckdb.connect()
    shop.execute("CREATE TABLE visits AS SELECT 1 AS id, 1 AS member_id, '2025-01-31' AS seen_at")
    with pytest.raises(DatabaseError, match=r"'seen_at' is of type date, but .* holds a text"):
        metricdsl.connect(catalog, shop).ask("count(visits) by month")


def test_a_column_that_is_not_there_is_told(catalog: metricdsl.Catalog) -> None:
    shop = duckdb.connect()
    shop.execute("CREATE TABLE visits AS SELECT 1 AS id, 1 AS member_id")
    with pytest.raises(MetricError, match="seen_at"):
        metricdsl.connect(catalog, shop).ask("count(visits) by month")
