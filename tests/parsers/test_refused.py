"""What a warehouse cannot be asked, because it cannot tell it right."""

from __future__ import annotations

from pathlib import Path

import pytest

import metricdsl

CATALOG = """
entities:
  things:
    table: things
    key: id
    fields: {id: integer, name: text}
"""


@pytest.mark.parametrize("condition", ["name = ''", "name != ''", "name in ('a', '')", "name contains ''"])
def test_oracle_has_no_empty_text(condition: str, tmp_path: Path) -> None:
    (tmp_path / "catalog.yml").write_text(CATALOG, encoding="utf-8")
    catalog = metricdsl.load(tmp_path)
    question = f"count(things where {condition}) as n"
    assert catalog.sql(question, dialect="trino")
    with pytest.raises(metricdsl.MetricError, match="the empty text cannot be asked of oracle") as raised:
        catalog.sql(question, dialect="oracle")
    assert [d.code for d in raised.value.diagnostics] == ["not-on-dialect"]
