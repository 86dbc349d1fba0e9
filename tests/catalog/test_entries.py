"""Entries: names, texts, places, and models that are made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from metricdsl.catalog.entries import Entries
from metricdsl.catalog.loader import load_entries
from metricdsl.errors import MetricError
from metricdsl.source import Span

CATALOG = """\
catalog: crm
timezone: Asia/Tokyo

entities:
  deals:
    table: crm.deals
    key: deal_id
    joins:
      account: accounts on account_id
    fields:
      stage: {type: text, values: [open, won]}
      won: stage = 'won'
      closed_on: date

metrics:
  deals: count(deals)
  win_rate:
    formula: "share(deals.won)"
    target:
      - value: 60%
      - {from: 2026-01-01, value: 65%}
  churn:
    formula: |
      lost /
        before
    target: 5%

functions:
  nps(score): share(score >= 9)
"""


@pytest.fixture
def entries(tmp_path: Path) -> Entries:
    (tmp_path / "crm.yml").write_text(CATALOG, encoding="utf-8")
    return load_entries(tmp_path / "crm.yml")


def words(span: Span) -> str:
    return span.source.text[span.start : span.end]


def test_metrics_and_entities_may_share_a_name(entries: Entries) -> None:
    assert entries.metrics["deals"].kind == "metric"
    assert entries.entities["deals"].kind == "entity"


def test_texts(entries: Entries) -> None:
    deals = entries.entities["deals"]
    assert deals.text("joins", "account").value == "accounts on account_id"
    assert deals.text("fields", "stage", "values", 1).value == "won"
    formula = entries.metrics["win_rate"].text("formula")
    assert formula.value == words(formula.whole) == "share(deals.won)"
    churn = entries.metrics["churn"].text("formula")
    assert churn.value == "lost /\n  before\n"
    assert words(churn.span(9, 15)) == "before"


def test_short_forms_answer_for_long_ones(entries: Entries) -> None:
    assert entries.metrics["deals"].text("formula").value == "count(deals)"
    deals = entries.entities["deals"]
    assert deals.text("fields", "won", "expr").value == "stage = 'won'"
    assert deals.text("fields", "closed_on", "type").value == "date"
    assert deals.text("key", 0).value == "deal_id"
    assert entries.metrics["churn"].text("target", 0, "value").value == "5%"
    assert entries.metrics["win_rate"].text("target", 1, "value").value == "65%"


def test_a_function_has_its_signature(entries: Entries) -> None:
    nps = entries.functions["nps"]
    assert (nps.name, words(nps.span)) == ("nps", "nps")
    assert nps.text("signature").value == words(nps.text("signature").whole) == "nps(score)"
    assert nps.text("formula").value == "share(score >= 9)"


def test_what_is_not_written_has_no_text(entries: Entries) -> None:
    with pytest.raises(KeyError):
        entries.metrics["win_rate"].text("unit")
    with pytest.raises(KeyError):
        entries.metrics["win_rate"].text("target")


def test_places(entries: Entries) -> None:
    deals = entries.entities["deals"]
    assert words(deals.span) == words(deals.key()) == "deals"
    assert words(deals.key("fields", "won")) == "won"
    assert words(deals.where("fields", "won")) == "stage = 'won'"
    assert words(deals.where("fields", "stage", "values")) == "[open, won]"
    assert words(deals.key("fields", "stage", "values", 0)) == "open"
    assert words(entries.metrics["win_rate"].where("formula")) == '"share(deals.won)"'
    assert words(entries.settings_entry.where("timezone")) == "Asia/Tokyo"
    assert entries.metrics["churn"].where("formula").location.endswith("crm.yml:24:7")


def test_what_is_not_written_is_placed_at_what_it_would_stand_in(entries: Entries) -> None:
    assert words(entries.entities["deals"].where("fields", "stage", "label")) == "stage"
    assert words(entries.metrics["win_rate"].where("unit")) == "win_rate"
    assert words(entries.metrics["win_rate"].key("unit")) == "win_rate"


def test_settings(entries: Entries, tmp_path: Path) -> None:
    assert (entries.settings.catalog, entries.settings.timezone) == ("crm", "Asia/Tokyo")
    (tmp_path / "other.yml").write_text("metrics: {a: count(x)}")
    other = load_entries(tmp_path / "other.yml")
    assert (other.settings.catalog, other.settings.timezone) == (None, "UTC")
    assert other.settings.week_starts == "monday"
    assert other.settings_entry.where("timezone").start == 0


def test_a_model_is_made_once(entries: Entries) -> None:
    assert entries.metrics["deals"].model is entries.metrics["deals"].model


def test_an_error_is_found_once_and_raised_each_time(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("metrics: {a: {}}")
    entry = load_entries(tmp_path).metrics["a"]
    raised = []
    for _ in range(2):
        with pytest.raises(MetricError) as one:
            _ = entry.model
        raised.append(one.value)
    assert raised[0] is not raised[1]
    assert raised[0].diagnostics == raised[1].diagnostics
