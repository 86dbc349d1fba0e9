"""Stocks folded to the periods in which their rows begin and end, where that tells them."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.aggregates import AGGREGATES, merged
from metricdsl.functions.forms import E, column, is_null, when, whole
from metricdsl.functions.sql import any_of
from metricdsl.model.meaning import Measure
from metricdsl.plan.periods import floor
from metricdsl.plan.scans import Scan
from metricdsl.render.extents import periods_of
from metricdsl.render.frame import Frame
from metricdsl.render.reading import grouped, measure_sql, scan_keys
from metricdsl.render.rows import Rows
from metricdsl.render.statement import table
from metricdsl.render.time import Periods, lifetime
from metricdsl.types import GRAINS, MONTHS, SUB_DAY

ON_BOUNDARY = "on_boundary"


def stock_foldable(frame: Frame, scan: Scan) -> bool:
    """Whether a stock can be told from the periods in which its rows begin and end.

    On the grid of the periods a row that began before a boundary began in an earlier period, and one that
    ends at it or later ends in its period or later. What is there during a period ends after its start: then
    it matters too whether a row ends on the boundary itself, which is told of days only.
    """
    grain, interval, context = frame.spine.grain, frame.spine.interval, scan.context
    if scan.stock is None or frame.nested or context.whole or context.window or context.aligned:
        return False
    if scan.stock == "during" and not _of_days(frame, scan):
        return False
    if (
        grain not in GRAINS
        or grain in SUB_DAY
        or not scan.cells
        or (context.shifts and not moves_whole(scan, grain))
    ):
        return False
    calendar = frame.statement.forms.calendar
    if any(b is not None and floor(b, grain, calendar) != b for b in (interval.start, interval.end)):
        return False
    functions = [
        (c.measure.function, c.measure.distinct) for c in scan.cells if isinstance(c.measure, Measure)
    ]
    return all(AGGREGATES[name].merge is not None and not distinct for name, distinct in functions)


def stock_select(frame: Frame, scan: Scan) -> exp.Select:
    """A stock's SELECT over its rows, folded to the periods in which they begin and end."""
    forms, grain = frame.statement.forms, frame.spine.grain
    assert grain is not None
    rows = Rows(frame.statement, scan.entity, until=rows_stand(frame, scan), axis=scan.axis)
    keys = scan_keys(frame, rows, scan)
    cells = {c.name: measure_sql(frame, rows, c, scan) for c in scan.cells}
    begin, until = lifetime(rows, scan)
    first, last = (
        (f"first_{grain}", forms.truncated(*begin, grain)),
        (f"last_{grain}", forms.truncated(*until, grain)),
    )
    fold = [first, last]
    if scan.stock == "during":
        on_it = exp.EQ(this=until[0].copy(), expression=last[1].copy())
        fold.append((ON_BOUNDARY, when(on_it, whole(1), whole(0))))
    conditions = [rows.sql(f) for f in scan.filters]  # before the joins that they need are read
    query = rows.select()
    grouped(query, [*fold, *keys], cells, conditions)
    comment = f"{', '.join(cells)} by the {grain}s in which they begin and end"
    name = frame.statement.add(f"{scan.entity}_by_{grain}s", query, comment)
    periods = periods_of(frame)
    there = _there_during if scan.stock == "during" else _there_at
    on = there(scan, periods, column(first[0], name), column(last[0], name), column(ON_BOUNDARY, name))
    placed_query = exp.Select().from_(table(name))
    placed_query = placed_query.join(table(periods.name), on=on, join_type="inner")
    merges = {
        c.name: AGGREGATES[c.measure.function].merge for c in scan.cells if isinstance(c.measure, Measure)
    }
    values = {n: merged(m, column(n, name)) for n, m in merges.items() if m is not None}
    period_columns = [(c, column(c, periods.name)) for c in periods.columns]
    grouped(placed_query, [*period_columns, *((k, column(k, name)) for k, _ in keys)], values, [])
    return placed_query


def _there_at(scan: Scan, periods: Periods, first: E, last: E, _: E) -> E:
    """Whether rows are there at the boundary of a period, by the periods in which they begin and end."""
    boundary = (periods.start() if scan.stock == "start" else periods.end())[0]
    stays = exp.GTE(this=last, expression=boundary.copy())
    began = exp.LT(this=first, expression=boundary)
    return exp.And(this=began, expression=any_of([is_null(last.copy()), stays]))


def _there_during(scan: Scan, periods: Periods, first: E, last: E, on_boundary: E) -> E:
    """Whether rows are there in a period: they began by then, and end in it or later, but not as it starts."""
    period = periods.start()[0]
    ends_in_it = exp.And(
        this=exp.EQ(this=last.copy(), expression=period.copy()),
        expression=exp.EQ(this=on_boundary, expression=whole(0)),
    )
    reaches = [
        is_null(last.copy()),
        exp.GT(this=last, expression=period.copy()),
        exp.Paren(this=ends_in_it),
        exp.EQ(this=first.copy(), expression=period.copy()),
    ]
    return exp.And(this=exp.LTE(this=first, expression=period), expression=any_of(reaches))


def _of_days(frame: Frame, scan: Scan) -> bool:
    """Whether rows begin and end on days, not at moments within them."""
    entity = frame.statement.environment.definitions.entity(scan.entity)
    if entity.lifetime is None:
        return False
    fields = (entity.fields[entity.lifetime.start], entity.fields[entity.lifetime.end])
    return all(f.type is not None and f.type.kind == "date" for f in fields)


def rows_stand(frame: Frame, scan: Scan) -> bool:
    """Whether a row stands until its key's next one: a snapshot without a lifetime."""
    return frame.statement.environment.definitions.entity(scan.entity).lifetime is None


def moves_whole(scan: Scan, atom: str) -> bool:
    """Whether a scan only moves whole atoms, so that every value of an atom stays what it is."""
    if scan.context.window is not None:
        return False
    for _, unit in scan.context.shifts:
        if (
            unit != atom
            and not (atom == "month" and unit in MONTHS)
            and not (atom == "week" and unit == "week")
        ):
            return False
    return True
