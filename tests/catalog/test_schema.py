"""What definitions become: short forms, YAML 1.2 values, texts by language, examples."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pydantic
import pytest

from metricdsl.catalog import schema
from metricdsl.catalog.entries import SECTIONS, Entries
from metricdsl.catalog.loader import SETTINGS, load_entries
from metricdsl.catalog.schema import Example, Field, Target
from metricdsl.catalog.values import every_text, localized
from metricdsl.errors import MetricError
from metricdsl.types import FIELD_TYPES, MONTH_NAMES, WEEKDAYS


def load(tmp_path: Path, text: str) -> Entries:
    (tmp_path / "c.yml").write_text(text, encoding="utf-8")
    return load_entries(tmp_path)


def fields(tmp_path: Path, text: str) -> dict[str, Field]:
    lines = "".join(f"      {line}\n" for line in text.splitlines())
    return load(tmp_path, f"entities:\n  e:\n    table: t\n    fields:\n{lines}").entities["e"].model.fields


def test_fields_in_their_short_and_long_forms(tmp_path: Path) -> None:
    read = fields(
        tmp_path,
        "a: text\nb: stage = 'won'\nc: {type: money, unit: JPY}\nd: {column: x, type: integer}\n"
        "e: {type: timestamp, stored_in: Asia/Tokyo}\nf: {type: percent, scale: 100}\ng: {expr: text}",
    )
    assert read == {
        "a": Field(type="text"),
        "b": Field(expr="stage = 'won'"),
        "c": Field(type="money", unit="JPY"),
        "d": Field(type="integer", column="x"),
        "e": Field(type="timestamp", stored_in="Asia/Tokyo"),
        "f": Field.model_construct(type="percent", scale=Decimal(100)),
        "g": Field(expr="text"),
    }


def test_lists_of_one_may_stand_alone(tmp_path: Path) -> None:
    entries = load(tmp_path, "entities:\n  a: {table: t, key: id, tags: x}\n  b: {table: t, key: [a, b]}\n")
    assert entries.entities["a"].model.key == ("id",)
    assert entries.entities["a"].model.tags == ("x",)
    assert entries.entities["b"].model.key == ("a", "b")


def test_targets(tmp_path: Path) -> None:
    read = load(
        tmp_path,
        "metrics:\n  a: {formula: x, target: 60%, warn: 0.5}\n"
        "  b: {formula: x, target: {where: c, value: 3 days}}\n"
        "  c:\n    formula: x\n    target:\n      - value: 1000\n"
        "      - {from: 2026-01-01, value: -2.5, warn: 1}\n",
    ).metrics
    assert read["a"].model.target == (Target(value="60%"),)
    assert read["a"].model.warn == "0.5"
    assert read["b"].model.target == (Target(value="3 days", where="c"),)
    later = read["c"].model.target[1]
    assert (later.value, later.from_, later.warn) == ("-2.5", date(2026, 1, 1), "1")


@pytest.mark.parametrize("amount", ["1,000", "60 %", "sixty", "1e3", "-", "3 days ago", "60%%", "[1]"])
def test_amounts_that_are_none(tmp_path: Path, amount: str) -> None:
    with pytest.raises(MetricError, match="must be a number, a percentage such as 60%, or a duration"):
        _ = load(tmp_path, f'metrics: {{a: {{formula: x, target: "{amount}"}}}}').metrics["a"].model


def test_other_sections(tmp_path: Path) -> None:
    entries = load(
        tmp_path,
        "segments: {large: accounts.employees > 1000, hot: {where: score > 5, label: Hot}}\n"
        "parameters: {window: {type: duration, default: 30 days}}\n"
        "views: {sales: {question: revenue by month, schema: kpi, materialized: true}}\n"
        "scorecards:\n  all: revenue, leads\n"
        "  sales: {metrics: [revenue, leads], for: this month, vs: target}\n"
        "calendars: {retail: {table: t, date: d, grains: {retail_month: month_start}}}\n"
        "dimensions: {segment: [a.segment, b.segment], region: {members: [a.region], label: Region}}\n",
    )
    assert entries.segments["large"].model.where == "accounts.employees > 1000"
    assert entries.segments["hot"].model.label == "Hot"
    assert entries.parameters["window"].model.default == "30 days"
    view = entries.views["sales"].model
    assert (view.question, view.schema_, view.materialized) == ("revenue by month", "kpi", True)
    assert entries.scorecards["all"].model.question == "revenue, leads"
    sales = entries.scorecards["sales"].model
    assert (sales.metrics, sales.for_, sales.vs) == (("revenue", "leads"), "this month", "target")
    assert entries.calendars["retail"].model.grains == {"retail_month": "month_start"}
    assert entries.dimensions["segment"].model.members == ("a.segment", "b.segment")
    assert entries.dimensions["region"].model.label == "Region"


def test_comments_stand_behind_what_is_no_formula(tmp_path: Path) -> None:
    entries = load(
        tmp_path,
        "metrics:  # a\n  m:  # b\n    formula: |  # c\n      count(x)  # d\n    label: M  # e\n"
        "    tests:\n      - given: {where: [{question: a}]}  # f\n        expect: 1  # g\n"
        "  n: 'count(x)'  # h\nentities:\n  e:\n    table: t  # i\n    joins:\n      a: b on c  # j\n"
        "    fields:\n      where:\n        type: text  # k\n      expr: {type: text}  # l\n",
    )
    assert entries.metrics["m"].model.formula == "count(x)  # d"
    assert entries.metrics["n"].model.formula == "count(x)"
    assert entries.entities["e"].model.joins == {"a": "b on c"}
    assert entries.entities["e"].model.fields["where"].type == "text"


def test_models_are_frozen(tmp_path: Path) -> None:
    metric = load(tmp_path, "metrics: {a: count(x)}").metrics["a"].model
    with pytest.raises(pydantic.ValidationError):
        metric.formula = "count(y)"


def test_the_keys_of_all_sections_have_models() -> None:
    assert {*SECTIONS.values(), "settings"} == set(schema.MODELS)
    assert set(SETTINGS) == set(schema.Settings.model_fields)
    assert get_args(schema.FieldType) == FIELD_TYPES
    assert get_args(schema.Weekday) == WEEKDAYS
    assert get_args(schema.Month) == MONTH_NAMES


# --- YAML 1.2, by what is wanted ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "word", ["on", "off", "yes", "no", "NO", "1:30", "010", "0x1F", "1_000", "2025-01-01", "true", "1.10"]
)
def test_words_that_yaml_1_1_took_for_something_else_are_texts(tmp_path: Path, word: str) -> None:
    entries = load(
        tmp_path, f"metrics:\n  {word}:\n    formula: count(x)\n    label: {word}\n    tags: [{word}]\n"
    )
    metric = entries.metrics[word].model
    assert (metric.label, metric.tags) == (word, (word,))


@pytest.mark.parametrize(
    ("written", "meant"), [("true", True), ("False", False), ("TRUE", True), ("false", False)]
)
def test_booleans(tmp_path: Path, written: str, meant: bool) -> None:
    entries = load(tmp_path, f"metrics:\n  a: {{formula: x, hidden: {written}}}\n")
    assert entries.metrics["a"].model.hidden is meant


@pytest.mark.parametrize("written", ["yes", "on", '"true"', "1", "tRUE", "y"])
def test_what_is_no_boolean(tmp_path: Path, written: str) -> None:
    entries = load(tmp_path, f"metrics:\n  a: {{formula: x, hidden: {written}}}\n")
    with pytest.raises(MetricError, match="must be true or false"):
        _ = entries.metrics["a"].model


@pytest.mark.parametrize(
    ("written", "day"), [("2025-09-01", date(2025, 9, 1)), ('"2024-02-29"', date(2024, 2, 29))]
)
def test_dates(tmp_path: Path, written: str, day: date) -> None:
    assert (
        load(tmp_path, f"metrics: {{a: {{formula: x, certified: {written}}}}}").metrics["a"].model.certified
        == day
    )


@pytest.mark.parametrize(
    "written",
    ["2025-02-29", "2025-9-1", "20250901", "2025-09-01 10:00", "2025", "２０２５-09-01"],
)
def test_what_is_no_date(tmp_path: Path, written: str) -> None:
    with pytest.raises(MetricError, match="'certified' of metric 'a' must be a date"):
        _ = load(tmp_path, f"metrics: {{a: {{formula: x, certified: {written}}}}}").metrics["a"].model


def test_formulas_that_look_like_other_things(tmp_path: Path) -> None:
    entries = load(tmp_path, "metrics:\n  a: 1\n  b: 0.50\n  c: true\n  d: 60%\n  e: '1'\n")
    assert [entry.model.formula for entry in entries.metrics.values()] == ["1", "0.50", "true", "60%", "1"]


# --- languages ----------------------------------------------------------------------------------------


def test_texts_by_language(tmp_path: Path) -> None:
    metric = (
        load(
            tmp_path,
            "metrics:\n  a:\n    formula: x\n    label: {en: Win rate, ja: 成約率, zh: 赢单率, no: Ja}\n"
            "    synonyms: {en: [success rate, hit rate], ja: 勝率}\n    description: One text for all.\n",
        )
        .metrics["a"]
        .model
    )
    assert localized(metric.label, "ja") == "成約率"
    assert localized(metric.label, "zh-Hant") == "赢单率"
    assert localized(metric.label, "no") == "Ja"
    assert localized(metric.label, "ms") == localized(metric.label, None) == "Win rate"
    assert localized(metric.label, "ms", fallback="ja") == "成約率"
    assert localized(metric.description, "ja") == "One text for all."
    assert localized({"ja": "成約率"}, "fr") == "成約率"
    assert localized(None, "en") is None
    assert every_text(metric.synonyms) == ("success rate", "hit rate", "勝率")
    assert every_text(metric.label) == ("Win rate", "成約率", "赢单率", "Ja")
    assert every_text(None) == ()


# --- examples -----------------------------------------------------------------------------------------


def test_rows_as_maps_and_as_lists_are_the_same(tmp_path: Path) -> None:
    metrics = load(
        tmp_path,
        "metrics:\n"
        "  a: {formula: x, tests: [{given: {d: [{s: won, n: 1}, {s: ~, n: 2.50}]}, expect: 50%}]}\n"
        "  b: {formula: x, tests: [{given: {d: [[s, n], [won, 1], [null, 2.50]]}, expect: 0.5}]}\n",
    ).metrics
    (a,), (b,) = metrics["a"].model.tests, metrics["b"].model.tests
    assert a == b
    assert a.given == {"d": ({"s": "won", "n": 1}, {"s": None, "n": Decimal("2.50")})}
    assert a.expect == Decimal("0.5")
    assert a.asked("a") == "a"


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("1", 1), ("-1", -1), ("1.10", Decimal("1.10")), (".5", Decimal("0.5")), ("1e3", Decimal(1000)),
        ("60%", Decimal("0.6")), ('"60%"', "60%"), ("true", True), ("null", None), ("~", None), ("", None),
        ("won", "won"), ('"1"', "1"), ("2025-01-31", "2025-01-31"), ("2025-01-31 09:30", "2025-01-31 09:30"),
        ("yes", "yes"), ("1:30", "1:30"), ("0x1F", "0x1F"), ("''", ""),
    ],
)  # fmt: skip
def test_cells(tmp_path: Path, written: str, cell: object) -> None:
    text = (
        f"tests:\n  t:\n    metric: m\n    given:\n      d:\n        - a: {written}\n    expect: {written}\n"
    )
    test = load(tmp_path, text).tests["t"].model
    assert test.given["d"][0]["a"] == test.expect == cell
    assert type(test.expect) is type(cell)


@pytest.mark.parametrize(
    ("written", "asked", "expected"),
    [
        ("metric: win_rate\n    expect: 1", "win_rate", 1),
        ("question: leads by month\n    expect: [{month: 2025-01-01, leads: 3}]", "leads by month",
         ({"month": "2025-01-01", "leads": 3},)),
        ("question: leads by month\n    expect: [[month, leads], [2025-01-01, 3]]", "leads by month",
         ({"month": "2025-01-01", "leads": 3},)),
        ("expect: {win_rate: 50%, 成約 率: 2}", "win_rate, `成約 率`",
         ({"win_rate": Decimal("0.5"), "成約 率": 2},)),
        ("question: leads by month\n    expect: []", "leads by month", ()),
    ],
)  # fmt: skip
def test_what_a_test_asks(tmp_path: Path, written: str, asked: str, expected: object) -> None:
    test = (
        load(tmp_path, f"tests:\n  t:\n    given: {{}}\n    as_of: 2025-06-30\n    {written}\n")
        .tests["t"]
        .model
    )
    assert isinstance(test, Example)
    assert (test.asked(), test.expect, test.as_of) == (asked, expected, date(2025, 6, 30))
