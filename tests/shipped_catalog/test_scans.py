"""All scorecards together read the tables less often than entities × time axes × shifts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import sqlglot
from sqlglot import exp

import metricdsl
from metricdsl.catalog.scorecards import question
from metricdsl.model.meaning import Measure
from metricdsl.plan.nodes import Block

CATALOG = Path(__file__).resolve().parents[2] / "metrics_catalog"


def leaves(block: Block) -> list[tuple[str, object, object]]:
    """Entity, time axis and shifts of every aggregate."""
    found: list[tuple[str, object, object]] = []
    for cell in block.cells:
        if isinstance(cell.measure, Measure):
            found.append((cell.measure.entity, cell.measure.axis, cell.context.shifts))
        else:
            found += leaves(cell.measure.block)
    return found


def test_scorecards_read_each_table_few_times() -> None:
    catalog = metricdsl.load(CATALOG)
    scans = bound = 0
    for card in catalog.entries.scorecards.values():
        compiled = metricdsl.compile(question(card).value, catalog, as_of=date(2025, 6, 30))
        tree = sqlglot.parse_one(compiled.sql, read="duckdb")
        read = [f.this for f in tree.find_all(exp.From) if isinstance(f.this, exp.Table)]
        scans += sum(1 for table in read if table.db == "crm")
        assert compiled.plan is not None
        entities, axes, shifts = zip(*leaves(compiled.plan.block), strict=True)
        bound += len(set(entities)) * len(set(axes)) * len(set(shifts))
    print(f"{scans} scans, {bound} = the sum of entities × time axes × shifts")
    assert scans < bound
