"""Python's values in a question: `{{name}}`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest

import metricdsl

CATALOG = """
timezone: Asia/Tokyo
entities:
  visits:
    table: visits
    key: id
    time: seen
    fields: {id: integer, seen: timestamp, day: date, region: text}
"""
NEW_YEAR = datetime(2025, 1, 1)  # in Tokyo; 2024-12-31 15:00 in UTC


@pytest.fixture
def session(tmp_path: Path) -> metricdsl.Session:
    (tmp_path / "catalog.yml").write_text(CATALOG, "utf-8")
    database = duckdb.connect()
    database.execute("CREATE TABLE visits (id INT, seen TIMESTAMP, day DATE, region TEXT)")
    database.execute(
        "INSERT INTO visits VALUES (1, '2024-12-31 14:59:59', '2024-12-31', 'north'),"
        "(2, '2024-12-31 15:00:00', '2025-01-01', 'south'), (3, '2025-01-01 00:00:00', '2025-01-01', null)"
    )
    return metricdsl.connect(tmp_path, database)


@pytest.mark.parametrize(
    ("moment", "visits"),
    [
        (NEW_YEAR, 2),
        (pandas.Timestamp(NEW_YEAR), 2),
        (datetime(2024, 12, 31, 15, tzinfo=UTC), 2),
        (datetime(2024, 12, 31, 10, tzinfo=timezone(timedelta(hours=-5))), 2),
        (datetime(2024, 12, 31, 14, tzinfo=UTC), 3),
        (datetime(2025, 1, 1, tzinfo=UTC), 1),
        (date(2025, 1, 1), 2),
        (pandas.NaT, 0),
        (None, 0),
    ],
)
def test_a_moment_is_local_unless_it_says_its_zone(
    session: metricdsl.Session, moment: Any, visits: int
) -> None:
    assert session.ask("count(visits) where visits.seen >= {{moment}}", values={"moment": moment}).rows == [
        (visits,)
    ]


def test_lists(session: metricdsl.Session) -> None:
    def count(condition: str, **values: Any) -> Any:
        return session.ask(f"count(visits) where visits.{condition}", values=values).rows[0][0]

    assert count("region in ({{regions}})", regions=["north", "south"]) == 2
    assert count("region in ({{regions}}, 'south')", regions={"north"}) == 2
    assert count("region not in ({{regions}})", regions=pandas.Series(["north"])) == 1
    assert count("seen in ({{moments}})", moments=[NEW_YEAR]) == 1


@pytest.mark.parametrize("wrong", [["1"], "1", [date(2025, 1, 1)]])
def test_a_value_of_another_type_is_refused(session: metricdsl.Session, wrong: Any) -> None:
    with pytest.raises(metricdsl.MetricError) as raised:
        session.ask("count(visits) where visits.id in ({{ids}})", values={"ids": wrong})
    assert raised.value.diagnostics[0].code == "type-mismatch"


@pytest.mark.parametrize(
    ("clause", "value", "visits"),
    [
        ("for {{x}}", date(2025, 1, 1), 2),
        ("for {{x}}", "2024", 1),
        ("for {{x}}", "2024-12", 1),
        ("for since {{x}}", pandas.Timestamp("2025-01-01"), 2),
        ("for before {{ x }}", "2025", 1),
        ("for 2024-12-31 to {{x}}", date(2025, 1, 1), 3),
        ("for last {{x}} days as of 2025-01-02", 1, 2),
        ("for last {{x}} days as of 2025-01-02", 2, 3),
        ("for this day as of {{x}}", date(2024, 12, 31), 1),
    ],
)
def test_a_value_may_be_a_number_or_a_day_of_a_range(
    session: metricdsl.Session, clause: str, value: Any, visits: int
) -> None:
    assert session.ask(f"count(visits) {clause}", values={"x": value}).rows == [(visits,)]


def test_a_value_may_say_how_many(session: metricdsl.Session) -> None:
    rows = session.ask("count(visits) by visits.day limit {{n}}", values={"n": 1}).rows
    assert rows == [(date(2024, 12, 31), 1)]
    rows = session.ask("count(visits) top {{n}} visits.day by count(visits)", values={"n": 1}).rows
    assert rows == [(date(2025, 1, 1), 2)]
    rows = session.ask("prior(count(visits), {{n}} days) for 2025-01-02", values={"n": 2}).rows
    assert rows == [(1,)]


@pytest.mark.parametrize(
    ("question", "value", "message"),
    [
        ("count(visits) for last {{x}} days", "3", "{{x}} is no whole number"),
        ("count(visits) for last {{x}} days", True, "{{x}} is no whole number"),
        ("count(visits) for last {{x}} days", 0, "this has to be 1 or more"),
        ("count(visits) limit {{x}}", 1.5, "{{x}} is no whole number"),
        ("count(visits) limit {{other}}", 1, "there is no Python value 'other'"),
        ("count(visits) for {{x}}", 2025, "{{x}} is no day and no period"),
        ("count(visits) for {{x}}", datetime(2025, 1, 1, 12), "{{x}} is no day and no period"),
        ("count(visits) for {{x}}", "2025 by month", "'2025 by month' is not a period"),
        ("count(visits) as of {{x}}", "2025-01", "{{x}} is not one day: 2025-01"),
        ("count(visits) by {{x}}", "region", "a Python value cannot stand for a group"),
        ("prior(count(visits), {{x}}) for 2025", 3, "{{x}} has no unit of time"),
    ],
)
def test_what_a_value_cannot_stand_for(
    session: metricdsl.Session, question: str, value: Any, message: str
) -> None:
    with pytest.raises(metricdsl.MetricError, match=re.escape(message)):
        session.ask(question, values={"x": value})
