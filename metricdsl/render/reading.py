"""A scan's SELECT: its groups, its aggregates, its conditions."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import E, all_of, column, paren, whole
from metricdsl.model.meaning import Measure, Truncated
from metricdsl.plan.nodes import Cell, Key
from metricdsl.plan.scans import Members, Scan
from metricdsl.render.derived import aggregate
from metricdsl.render.frame import Frame, other_flag
from metricdsl.render.placing import placed
from metricdsl.render.rows import Rows
from metricdsl.render.statement import named
from metricdsl.types import GRAINS


def scan_select(frame: Frame, scan: Scan) -> tuple[exp.Select, dict[str, E]]:
    """A scan's SELECT, with its periods, keys and cells; and each cell's expression by name."""
    rows = Rows(frame.statement, scan.entity, axis=scan.axis)
    definition = rows.definition
    rows.until = scan.stock is not None and definition.lifetime is None
    keys = scan_keys(frame, rows, scan)
    cells = {c.name: measure_sql(frame, rows, c, scan) for c in scan.cells}
    conditions = [rows.sql(f) for f in scan.filters]
    conditions += [exp.Not(this=exp.Is(this=rows.sql(v), expression=exp.Null())) for v in scan.present]
    if scan.untimed:
        assert scan.axis is not None
        conditions.append(exp.Is(this=paren(rows.sql(scan.axis)), expression=exp.Null()))
    period_columns, join, timing = placed(frame, rows, scan)
    conditions = [*timing, *conditions]
    query = rows.select()
    if join is not None:
        query.append("joins", join)
    grouped(query, [*period_columns, *keys], cells, conditions)
    return query, cells


def grouped(query: exp.Select, groups: list[tuple[str, E]], cells: dict[str, E], conditions: list[E]) -> None:
    """Give a query its columns and conditions, and group it by the first of these columns."""
    expressions = [named(value, name) for name, value in [*groups, *cells.items()]]
    query.set("expressions", expressions or [named(whole(1), "present")])
    where = all_of(conditions)
    if where is not None:
        query.set("where", exp.Where(this=where))
    if groups:
        query.set("group", exp.Group(expressions=[whole(i + 1) for i in range(len(groups))]))


def scan_keys(frame: Frame, rows: Rows, scan: Scan | Members) -> list[tuple[str, E]]:
    """The columns of the block's keys on rows."""
    result: list[tuple[str, E]] = []
    for key, value in zip(frame.block.keys, scan.keys, strict=True):
        if value is None:
            continue
        if isinstance(value, Truncated) and value.grain not in GRAINS:
            sql = rows.calendar(rows.sql(value.moment), value.grain)
        else:
            sql = rows.sql(value)
        result += _with_other(frame, rows, key, sql) if key.top else [(key.name, sql)]
    return result


def _with_other(frame: Frame, rows: Rows, key: Key, value: E) -> list[tuple[str, E]]:
    """A key whose members outside the top list become one."""
    assert key.top is not None
    part = frame.top_lists[key.top]
    alias = rows.join_part(
        "best", part, lambda best: exp.NullSafeEQ(this=column(key.name, best), expression=paren(value))
    )
    outside = exp.Is(this=column("place", alias), expression=exp.Null())
    flag = exp.Case(ifs=[exp.If(this=outside, true=whole(1))], default=whole(0))
    kept = exp.Case(ifs=[exp.If(this=exp.Not(this=outside.copy()), true=value.copy())])
    return [(other_flag(key), flag), (key.name, kept)]


def measure_sql(frame: Frame, rows: Rows, cell: Cell, scan: Scan) -> E:
    """The aggregate of a cell over rows."""
    measure = cell.measure
    assert isinstance(measure, Measure)
    condition = rows.sql(measure.condition) if measure.condition is not None else None
    return aggregate(rows, measure.function, measure.arguments, measure.distinct, condition, scan.axis)
