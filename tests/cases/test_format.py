"""The runner itself: what it takes for equal, and that it refuses a case it does not understand."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from metricdsl.compiler import Mark
from tests import engines
from tests.cases import reading
from tests.cases.comparing import fits, same, with_marks
from tests.cases.reading import cells, guess, table


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("null", None),
        ("4/7", 4 / 7),
        ("0.1", Decimal("0.10")),
        ("1e300", 1e300),
        ("true", True),
        ("2025-01-31", date(2025, 1, 31)),
        ("2025-01-31 10:00:00", datetime(2025, 1, 31, 10)),
        ("north", "north"),
        ("'5'", "5"),
        ("''", ""),
        ("'null'", "null"),
        ("O'Brien", "O'Brien"),
    ],
)
def test_a_token_fits_its_value(token: str, value: Any) -> None:
    assert fits(token, value)


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("0", None),
        ("null", 0),
        ("null", "null"),
        ("0.571", 4 / 7),
        ("1", True),
        ("true", "true"),
        ("5", "5"),
        ("0", float("nan")),
        ("1", float("inf")),
        ("2025-01-31", datetime(2025, 1, 31)),
        ("2025-01-31 00:00:00", date(2025, 1, 31)),
        ("2025-01-31", "2025-01-30"),
        ("north", "North"),
    ],
)
def test_a_token_does_not_fit_another_value(token: str, value: Any) -> None:
    assert not fits(token, value)


def test_rows_are_compared_in_order_and_whole() -> None:
    expected = [("region", "n"), ("a", "1"), ("b", "2")]
    assert same(expected, ["region", "n"], [("a", 1), ("b", 2)])
    assert not same(expected, ["region", "n"], [("b", 2), ("a", 1)])
    assert not same(expected, ["region", "n"], [("a", 1)])
    assert not same(expected, ["region", "n"], [("a", 1), ("b", 2), ("c", 3)])
    assert not same(expected, ["n", "region"], [("a", 1), ("b", 2)])
    assert not same(expected, ["region", "n"], [("a", 1, 0), ("b", 2, 0)])


def test_marks_stand_in_a_last_column() -> None:
    marks = [Mark(1, "incomplete", "month"), Mark(1, "cut", "month")]
    assert with_marks([(1,), (2,)], marks) == [(1, "-"), (2, "cut+incomplete")]


def test_a_table_takes_its_types_from_the_catalog_the_header_or_the_values() -> None:
    made = table(
        "t", "id  rate:percent  amount  name\n1   0.5  10  null\n2  null  7.25  '7'\n", {"amount": "money"}
    )
    assert made.types == ("integer", "percent", "money", "text")
    assert made.rows == ((1, 0.5, Decimal(10), None), (2, None, Decimal("7.25"), "7"))
    assert guess(["2025-01-01", "null"]) == "date"
    assert guess(["true", "1"]) == "text"


def test_one_space_does_not_part_values() -> None:
    assert cells("  a b   2025-01-01 10:00  c ") == ("a b", "2025-01-01 10:00", "c")


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("{title: t, ask: q}", "exactly one of rows, error, check"),
        ("{title: t, ask: q, rows: n, errror: x}", "unknown keys ['errror']"),
        ('{title: t, ask: q, rows: "a  b\\n1"}', "not as many values"),
    ],
)
def test_a_case_that_is_not_understood_stops_the_run(case: str, words: str, tmp_path: Path,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(reading, "FOLDER", tmp_path)
    (tmp_path / "x.yml").write_text(f"catalog: ''\ncases:\n  - {case}\n")
    with pytest.raises(ValueError, match=r".*") as raised:
        reading.read(tmp_path / "x.yml")
    assert words in str(raised.value)


@pytest.mark.parametrize("name", engines.NAMES)
def test_an_engine_keeps_what_is_loaded(name: str, database: Any) -> None:
    """Loading again leaves nothing of before; values come back as they went in."""
    running = database(name)
    rows = "id  at  day  amount:money  name\n1  2025-01-01 10:00:00  2024-02-29  1.10  'a b'\n"
    first = table("crm.orders", rows, {"at": "timestamp"})
    second = table("things", "id  name\n1  null\n2  %s ? $1\n", {})
    running.load((first,))
    (row,) = running.query("SELECT * FROM crm.orders")
    assert all(map(fits, ("1", "2025-01-01 10:00:00", "2024-02-29", "1.10", "a b"), row))
    running.load((second,))
    assert running.query("SELECT name FROM things ORDER BY id") == [(None,), ("%s ? $1",)]
    with pytest.raises(Exception, match=r"(?i)orders|crm"):
        running.query("SELECT * FROM crm.orders")
