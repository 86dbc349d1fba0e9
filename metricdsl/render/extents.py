"""A block's periods, and where these begin and end when the range is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from metricdsl.functions.forms import E, column, identifier
from metricdsl.model.meaning import Measure, ToDateWindow
from metricdsl.plan.nodes import Block, Context, PerCell
from metricdsl.plan.periods import Interval
from metricdsl.plan.scans import all_measures, by_beginning, scan_of
from metricdsl.render.frame import Frame
from metricdsl.render.rows import Rows
from metricdsl.render.spine import (
    Extent,
    nested_periods,
    opens_below,
    reaches_back,
    spine_periods,
    with_custom_starts,
)
from metricdsl.render.statement import named, table, union
from metricdsl.render.time import (
    Periods,
    inside,
    landing,
    truncated,
)
from metricdsl.types import GRAINS, SUB_DAY

DAYS_OR_MORE = frozenset(GRAINS) - SUB_DAY


def periods_of(frame: Frame) -> Periods:
    """The block's periods as a part, made when first needed."""
    if frame.shares is not None:
        return periods_of(frame.shares)
    if frame.made_periods is None:
        if frame.nested:
            extent = _data_extent(frame)
            made = nested_periods(
                frame.statement, frame.spine, frame.outer_periods, extent, frame.statement.as_of
            )
        else:
            assert frame.spine.grain is not None
            extent = extent_of(frame, frame.spine.grain, wide=False)
            made = spine_periods(frame.statement, frame.spine, extent, _needs_bounds(frame))
        frame.made_periods = with_custom_starts(frame.statement, made, set(_to_date_grains(frame.block)))
    return frame.made_periods


def _to_date_grains(block: Block) -> Iterator[str]:
    """The grains of `to_date` in a block, and in those inside that have its periods."""
    for cell in block.cells:
        if isinstance(cell.context.window, ToDateWindow):
            yield cell.context.window.grain
        if isinstance(cell.measure, PerCell):
            yield from _to_date_grains(cell.measure.block)


def _data_extent(frame: Frame) -> Extent:
    """The first and last day with rows, where it is these that tell which periods there are inside."""
    needed = frame.outer_periods is None or opens_below(frame.spine)
    return extent_of(frame, "day", wide=True) if needed else Extent(None)


def _needs_bounds(frame: Frame) -> bool:
    """Whether anything looks at where periods start and end, not only which there are."""
    return any(
        isinstance(m, PerCell) or m.stock is not None or c.context.window is not None
        for c, m in ((c, c.measure) for c in frame.block.cells)
    )


def extent_of(frame: Frame, grain: str, wide: bool) -> Extent:
    """Where the range is open: the first and last period in which a row of any leaf falls."""
    if frame.shares is not None:
        return extent_of(frame.shares, grain, wide)
    if (grain, wide) not in frame.made_extents:
        frame.made_extents[(grain, wide)] = _made_extent(frame, grain, wide)
    return frame.made_extents[(grain, wide)]


def _made_extent(frame: Frame, grain: str, wide: bool) -> Extent:
    if frame.spine.interval.bounded and not (wide and reaches_back(frame.spine)):
        return Extent(None)
    selects: list[exp.Select] = []
    seen: set[object] = set()
    interval = frame.spine.interval
    within = Interval(None, interval.end) if wide and reaches_back(frame.spine) else interval
    for measure in all_measures(frame.block):
        selected = _measure_extent(frame, measure, grain, within, seen)
        if selected is not None:
            selects.append(selected)
    if not selects:
        return Extent(None)
    source = exp.Subquery(this=union(selects), alias=exp.TableAlias(this=identifier("extents")))
    query = exp.Select(
        expressions=[
            named(exp.Min(this=column("first_period", "extents")), "first_period"),
            named(exp.Max(this=column("last_period", "extents")), "last_period"),
        ]
    ).from_(source)
    return Extent(frame.statement.add("extent", query, f"the first and last {grain} with rows"))


def _measure_extent(
    frame: Frame, measure: Measure, grain: str, within: Interval, seen: set[object]
) -> exp.Select | None:
    environment = frame.statement.environment
    plain, block = by_beginning(replace(measure, filters=()), frame.block, environment)
    scan = scan_of(plain, Context(), replace(block, keys=()), environment, ())
    if (scan.entity, scan.axis, scan.filters) in seen:
        return None
    seen.add((scan.entity, scan.axis, scan.filters))
    read = frame.read_by_time.get((scan.entity, scan.axis, scan.filters))
    is_all = within == frame.spine.interval
    if (
        read is not None
        and is_all
        and (read.grain == grain or (read.grain == "day" and grain in DAYS_OR_MORE))
    ):
        ends: list[E] = [make(this=column(read.column, read.part)) for make in (exp.Min, exp.Max)]
        if read.grain != grain:
            ends = [frame.statement.forms.truncated(end, "date", grain) for end in ends]
        query = exp.Select().from_(table(read.part))
        query.set("expressions", [named(ends[0], "first_period"), named(ends[1], "last_period")])
        return query
    rows = Rows(frame.statement, scan.entity, axis=scan.axis)
    assert scan.axis is not None
    at = landing(rows, scan.axis, ())
    conditions = [
        *[rows.sql(f) for f in scan.filters],
        *inside(frame.statement.forms, at, within),
    ]
    if grain in GRAINS and (at[1] == "date" or frame.statement.forms.aggregates_move):
        # truncation keeps the order: it is enough to truncate the first and the last
        ends = [truncated(rows, (make(this=at[0].copy()), at[1]), grain) for make in (exp.Min, exp.Max)]
    else:
        period = truncated(rows, at, grain)
        ends = [exp.Min(this=period), exp.Max(this=period.copy())]
    query = rows.select()
    query.set("expressions", [named(ends[0], "first_period"), named(ends[1], "last_period")])
    return query.where(*conditions) if conditions else query
