"""What stands beside a metric is labelled for what it is, in JSON and in tables alike."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

import metricdsl
from metricdsl.show.sheet import sheet

CATALOG = """
languages: [en, ja, zh, ms]
entities:
  orders:
    table: orders
    key: id
    time: day
    fields: {id: integer, day: date, amount: number}
metrics:
  revenue: {label: {en: Revenue, ja: 売上, zh: 收入, ms: Hasil}, formula: sum(orders.amount), target: 5}
"""


@pytest.fixture
def session(tmp_path: Path) -> metricdsl.Session:
    (tmp_path / "catalog.yml").write_text(CATALOG, "utf-8")
    database = duckdb.connect()
    database.execute("CREATE TABLE orders AS SELECT 1 AS id, DATE '2025-03-01' AS day, 7 AS amount")
    return metricdsl.connect(tmp_path, database)


@pytest.mark.parametrize(
    ("language", "clause", "labels", "headings"),
    [
        ("en", "vs prior year", "Revenue|Revenue, prior year|Revenue, change", "Revenue|prior year|change"),
        ("ja", "vs prior year", "売上|売上、前年|売上、増減", "売上|前年|増減"),
        ("zh", "vs prior year", "收入|收入，上年|收入，变化", "收入|上年|变化"),
        (
            "ms",
            "vs prior year",
            "Hasil|Hasil, tahun sebelumnya|Hasil, perubahan",
            "Hasil|tahun sebelumnya|perubahan",
        ),
        (
            "en",
            "vs prior 3 months",
            "Revenue|Revenue, 3 months before|Revenue, change",
            "Revenue|3 months before|change",
        ),
        ("ja", "vs prior 3 months", "売上|売上、3か月前|売上、増減", "売上|3か月前|増減"),
        (
            "en",
            "vs target",
            "Revenue|Revenue, target|Revenue, gap|Revenue, status",
            "Revenue|target|gap|status",
        ),
        ("zh", "vs target", "收入|收入，目标|收入，差距|收入，状态", "收入|目标|差距|状态"),
    ],
)
def test_companions_of_a_metric(
    session: metricdsl.Session, language: str, clause: str, labels: str, headings: str
) -> None:
    answer = session.ask(f"revenue for 2025 {clause}", language=language)
    assert "|".join(column["label"] for column in json.loads(answer.json())["columns"]) == labels
    assert "|".join(sheet(answer, 10).headings) == headings


def test_two_metrics_without_names(session: metricdsl.Session) -> None:
    answer = session.ask("sum(orders.amount) as a, avg(orders.amount) as b for 2025 vs prior month")
    assert sheet(answer, 10).headings == ("a", "prior month", "change", "b", "prior month", "change")
    assert [column.label for column in answer.columns][3:5] == ["b", "b, prior month"]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "prior year"), ("ja", "前年"), ("zh", "上年"), ("ms", "tahun sebelumnya")]
)
def test_a_card_says_what_it_compares_with(session: metricdsl.Session, language: str, words: str) -> None:
    card = session.ask("revenue for 2025 vs prior year", language=language).card()
    assert words in card.text().splitlines()[0]
    assert f"({words} " in card._repr_html_()
