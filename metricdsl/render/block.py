"""A block to the part of a statement that holds its rows: scans, stacked, regrouped, ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from metricdsl.functions.aggregates import AGGREGATES, AggregateCall
from metricdsl.functions.forms import E, column, whole
from metricdsl.plan.nodes import HERE, Block, Cell, PerCell
from metricdsl.plan.presence import presence_inside
from metricdsl.plan.scans import PerScan, Scan
from metricdsl.render.extents import periods_of
from metricdsl.render.folds import folded
from metricdsl.render.frame import LEVEL, MEMBER, Frame, Parts, Read, other_flag
from metricdsl.render.groups import domain_of
from metricdsl.render.order import Values
from metricdsl.render.ranks import ranked
from metricdsl.render.reading import grouped, scan_select
from metricdsl.render.stack import regrouped, stacked, with_running, with_totals
from metricdsl.render.statement import table


def block_part(frame: Frame) -> str:
    """The name of the part with the block's rows: level, periods, keys, cells and ranks."""
    parts = frame.parts = frame.parts or _scan_parts(frame)
    rows = stacked(frame, parts)
    if len(rows) == 1 and len(parts) == 1 and len(frame.levels) == 1:
        return ranked(frame, parts[0][1])  # one scan is all there is: its rows are the block's
    return ranked(frame, with_totals(frame, with_running(frame, regrouped(frame, rows))))


def _scan_parts(frame: Frame) -> Parts:
    """Each scan as a part. `per GRAIN` comes last: each has its periods in all groups that any part tells."""
    parts: Parts = []

    def add(scan: Scan | PerScan, query: exp.Select) -> None:
        parts.append((scan, frame.statement.add(_word(scan), query, _comment(scan))))

    plain = [s for s in (*frame.scans, *frame.presence) if isinstance(s, Scan)]
    for scan, query in folded(frame, [s for s in plain if not s.untimed]):
        add(scan, query)
        if _has_own_periods(frame, scan):
            assert frame.spine.grain is not None
            read = Read(parts[-1][1], frame.spine.grain, frame.spine.grain, scan.keys)
            frame.read_by_time[(scan.entity, scan.axis, scan.filters)] = read
    per = [s for s in frame.scans if isinstance(s, PerScan)]
    for nested in (s for s in per if s.block.spine.outer is None):
        add(nested, per_select(frame, nested, nested_frame(frame, nested))[0])
    for scan in (s for s in plain if s.untimed):
        add(scan, _untimed_select(frame, scan))
    frame.inside = [(s, nested_frame(frame, s)) for s in per if s.block.spine.outer is not None]
    for block, telling in presence_inside(frame.block, frame.statement.environment):
        for scan, query in _told_inside(frame, block, telling):
            add(scan, query)
    for _, inner in frame.inside:
        inner.parts = _scan_parts(inner)
    for nested, inner in frame.inside:
        inner.domain = domain_of(frame, nested, parts) if frame.block.keys else None
    for nested, inner in frame.inside:
        add(nested, per_select(frame, nested, inner)[0])
    return parts


def _told_inside(frame: Frame, block: Block, telling: list[Scan]) -> Iterator[tuple[Scan, exp.Select]]:
    """Which groups have rows in which of our periods, by what is read in the periods inside of these."""
    around = periods_of(frame) if frame.timed else None
    inner = Frame(frame.statement, block, around, top_lists=frame.top_lists, telling=telling)
    columns = [*frame.period_columns(), *frame.key_columns()]
    for scan, name in _scan_parts(inner):
        assert isinstance(scan, Scan)
        query = exp.Select(expressions=[column(c) for c in columns]).from_(table(name)).distinct()
        yield replace(scan, context=HERE), query


def _untimed_select(frame: Frame, scan: Scan) -> exp.Select:
    """The groups of rows without a time, from what has been read already or else from the table."""
    read = frame.read_by_time.get((scan.entity, scan.axis, scan.filters))
    columns = frame.key_columns()
    if read is None or read.keys[: len(scan.keys)] != scan.keys:
        return scan_select(frame, scan)[0]
    if not set(columns) <= set(frame.statement.columns(read.part)):
        return scan_select(frame, scan)[0]
    assert frame.spine.grain is not None
    period = column(read.column, read.part)
    query = exp.Select().from_(table(read.part))
    keys = [(name, column(name, read.part)) for name in columns]
    untimed = exp.Is(this=period.copy(), expression=exp.Null())
    grouped(query, [(frame.spine.grain, period), *keys], {}, [untimed])
    return query


def _has_own_periods(frame: Frame, scan: Scan) -> bool:
    """Whether a scan's rows are all that there are, each in its own period."""
    context = scan.context
    unmoved = not context.shifts and context.window is None and not context.aligned
    by_time = frame.timed and not frame.nested and not context.whole and scan.stock is None
    return by_time and unmoved and not scan.present and not scan.untimed


def per_select(frame: Frame, scan: PerScan, inner: Frame) -> tuple[exp.Select, dict[str, E]]:
    """The SELECT that aggregates a nested block's rows, and each cell's expression by name."""
    part = block_part(inner)
    own = Values(inner, part)
    timed = frame.timed and not scan.context.whole
    groups: list[tuple[str, E]] = [(c, column(c, part)) for c in (frame.period_columns() if timed else ())]
    for key, position in zip(frame.block.keys, scan.keys, strict=True):
        if position is None:
            continue
        if key.top:
            groups.append((other_flag(key), column(other_flag(key), part)))
        groups.append((key.name, column(key.name, part)))
    conditions = _kept_rows(inner, part)
    cells = {c.name: _per_sql(frame, c, own) for c in scan.cells}
    query = exp.Select().from_(table(part))
    grouped(query, groups, cells, conditions)
    return query, cells


def nested_frame(frame: Frame, scan: PerScan) -> Frame:
    """The frame of a nested block: by `per GRAIN` it cuts our periods, else it has the same ones."""
    timed = frame.timed and not scan.context.whole
    inner = Frame(frame.statement, scan.block, top_lists=frame.top_lists)
    if scan.block.spine.outer is not None and scan.block.spine != frame.spine:
        inner.outer_periods = periods_of(frame) if timed else None
        return inner
    if frame.nested:
        inner.outer_periods = frame.outer_periods
    if timed:
        inner.shares, inner.read_by_time = frame, frame.read_by_time
    return inner


def _kept_rows(frame: Frame, part: str) -> list[E]:
    """The rows of this nested block that count: keys that are not null, members that exist, its own level."""
    conditions: list[E] = []
    if len(frame.levels) > 1:
        conditions.append(exp.EQ(this=column(LEVEL, part), expression=whole(0)))
    own = len(frame.block.keys) - sum(1 for k in frame.block.per if k.kind != "grain")
    for key in frame.block.keys[own:]:
        conditions.append(exp.Not(this=exp.Is(this=column(key.name, part), expression=exp.Null())))
    if frame.marks:
        conditions.append(exp.EQ(this=column(MEMBER, part), expression=whole(1)))
    return conditions


def _per_sql(frame: Frame, cell: Cell, inner: Values) -> E:
    measure = cell.measure
    assert isinstance(measure, PerCell)
    arguments = tuple(inner.sql(v) for v in (measure.value, *measure.arguments))
    kinds = tuple(v.type.kind for v in (measure.value, *measure.arguments))
    in_time = (column(inner.frame.spine.column, inner.part),) if measure.function in ("first", "last") else ()
    call = AggregateCall(arguments, kinds, None, measure.distinct, in_time)
    return AGGREGATES[measure.function].sql(frame.statement.forms, call)


def _word(scan: Scan | PerScan) -> str:
    if isinstance(scan, PerScan):
        measure = scan.cells[0].measure
        assert isinstance(measure, PerCell)
        return "_".join(["values_per", *(k.name.split(".")[-1] for k in measure.source.keys)])
    word = scan.entity
    if not scan.cells:
        word += "_groups"
    if scan.context.shifts:
        word += "_prior"
    if scan.stock:
        word += "_during" if scan.stock == "during" else f"_at_{scan.stock}"
    if scan.context.keep is not None or scan.context.whole or scan.context.unfiltered:
        word += "_total"
    return word + "_scan"


def _comment(scan: Scan | PerScan) -> str:
    if not scan.cells:
        return "which groups have rows"
    return ", ".join(c.name for c in scan.cells)
