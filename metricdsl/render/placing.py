"""How a scan's rows come to periods: by their time, through windows, as a stock."""

from __future__ import annotations

from dataclasses import replace

from sqlglot import exp

from metricdsl.functions.forms import E, all_of, column, paren
from metricdsl.plan.periods import Interval, earlier
from metricdsl.plan.scans import Scan
from metricdsl.render.extents import extent_of, periods_of
from metricdsl.render.frame import Frame
from metricdsl.render.rows import Rows
from metricdsl.render.statement import table
from metricdsl.render.time import (
    Periods,
    alive,
    in_window,
    inside,
    landing,
    literal,
    near,
    not_beyond_as_of,
    truncated,
    window_bounds,
    windowed,
)
from metricdsl.types import Kind


def placed(frame: Frame, rows: Rows, scan: Scan) -> tuple[list[tuple[str, E]], exp.Join | None, list[E]]:
    """How a scan's rows come to periods: period columns, the join to the periods, and conditions."""
    forms, context = frame.statement.forms, scan.context
    timed = frame.timed and not context.whole
    cut = _aligned(frame, rows, scan)
    if scan.stock is not None:
        if not timed:
            return [], None, [*_stock_now(frame, rows, scan), *cut]
        periods = periods_of(frame)
        start, end = window_bounds(frame.statement, periods, context)
        if context.aligned:
            start = not_beyond_as_of(frame.statement, start) if start is not None else None
            end = not_beyond_as_of(frame.statement, end)
        on = alive(frame.statement, rows, scan, start, end)
        return _from_periods(periods), exp.Join(this=table(periods.name), on=on), cut
    if scan.axis is None:
        return [], None, []
    at = landing(rows, scan.axis, context.shifts)
    unmoved = (rows.sql(scan.axis), scan.axis.type.kind)
    if not timed:
        interval = windowed(frame.spine.interval, context, forms)
        bounds = near(forms, unmoved, interval, context.shifts)
        return [], None, [*bounds, *inside(forms, at, interval), *cut]
    if context.window is None and not frame.nested:
        grain = frame.spine.grain
        assert grain is not None
        period = truncated(rows, at, grain)
        clipped = within_extent(frame, at[0], period) if context.shifts else []
        bounds = near(forms, unmoved, frame.spine.interval, context.shifts)
        inner = inside(forms, at, frame.spine.interval)
        return [(grain, period)], None, [*bounds, *inner, *clipped, *cut]
    periods = periods_of(frame)
    join = exp.Join(this=table(periods.name), on=all_of(in_window(frame.statement, at, periods, context)))
    return _from_periods(periods), join, cut


def within_extent(frame: Frame, moment: E, period: E) -> list[E]:
    """Where the range is open, moved rows count in the periods that unmoved rows span, no others."""
    interval = frame.spine.interval
    if interval.bounded:
        return []
    assert frame.spine.grain is not None
    extent = extent_of(frame, frame.spine.grain, wide=False)
    within: list[E] = []
    if interval.start is None:
        within.append(exp.GTE(this=period.copy(), expression=extent.first()))
    if interval.end is None:
        within.append(exp.LTE(this=period.copy(), expression=extent.last()))
    untimed = exp.Is(this=paren(moment.copy()), expression=exp.Null())
    inside_spine = all_of(within)
    assert inside_spine is not None
    return [exp.Paren(this=exp.Or(this=untimed, expression=exp.Paren(this=inside_spine)))]


def _from_periods(periods: Periods) -> list[tuple[str, E]]:
    return [(name, column(name, periods.name)) for name in periods.columns]


def _stock_now(frame: Frame, rows: Rows, scan: Scan) -> list[E]:
    """A stock without periods: at the bounds of the range, or at the as-of instant."""
    forms, as_of = frame.statement.forms, frame.statement.as_of
    interval = windowed(frame.spine.interval, scan.context, forms)
    end_of_day = interval.end if interval.end is not None else as_of.end
    start_of_day = interval.start
    if scan.context.aligned:
        end_of_day = earlier(end_of_day, as_of.end)
        start_of_day = start_of_day and earlier(start_of_day, as_of.end)
    if (
        interval.end is None
        and interval.start is None
        and scan.stock == "during"
        and scan.context.window is None
    ):
        start_of_day = end_of_day
    kind: Kind = "date"
    end = (literal(forms, end_of_day, kind), kind)
    start = (literal(forms, start_of_day, kind), kind) if start_of_day is not None else None
    if start_of_day == end_of_day:
        # `during` an instant: alive just before it.

        return [alive(frame.statement, rows, replace(scan, stock="end"), None, end)]
    return [alive(frame.statement, rows, scan, start, end)]


def _aligned(frame: Frame, rows: Rows, scan: Scan) -> list[E]:
    """Only what has happened by the end of the as-of day, in moved time."""
    if not scan.context.aligned:
        return []
    forms = frame.statement.forms
    if scan.stock is not None or scan.axis is None:
        return []
    at = landing(rows, scan.axis, scan.context.shifts)
    (happened,) = inside(forms, at, Interval(None, frame.statement.as_of.end))
    untimed = exp.Is(this=at[0].copy(), expression=exp.Null())
    return [exp.Paren(this=exp.Or(this=happened, expression=untimed))]
