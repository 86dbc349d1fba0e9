"""Python's values in a question: `{{name}}`."""

from __future__ import annotations

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
