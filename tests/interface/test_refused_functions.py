"""A function that a dialect has no right form of is refused where it is called, before any SQL is made."""

from __future__ import annotations

from pathlib import Path

import pytest

import metricdsl
from metricdsl.render.dialects.duckdb import FORMS

CATALOG = """\
entities:
  orders:
    table: orders
    key: id
    fields:
      id: integer
      amount: number
      size: {expr: "ceil(amount)"}
metrics:
  middle: {formula: "1 + median(orders.amount)"}
"""


@pytest.mark.parametrize(
    ("question", "function", "place"),
    [
        ("count(orders), median(orders.amount)", "median", "<question>:1:16"),
        ("middle", "median", "catalog.yml:10:26"),
        ("sum(orders.size)", "ceil", "catalog.yml:8:21"),
        ("sum(floor(ceil(orders.amount)))", "ceil", "<question>:1:11"),
    ],
)
def test_the_place_and_the_reason_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str, function: str, place: str
) -> None:
    (tmp_path / "catalog.yml").write_text(CATALOG, "utf-8")
    catalog = metricdsl.load(tmp_path)
    metricdsl.compile(question, catalog)
    monkeypatch.setattr(FORMS, "refused", {function: "it is being mended"})
    with pytest.raises(metricdsl.MetricError) as raised:
        metricdsl.compile(question, catalog)
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code == "not-on-dialect"
    assert diagnostic.message == f"{function} cannot be asked of duckdb: it is being mended"
    assert place in str(raised.value)
