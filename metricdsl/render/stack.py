"""Scans one below the other, then regrouped: totals and running values beside the groups."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.aggregates import merged
from metricdsl.functions.forms import E, column, identifier, whole
from metricdsl.plan.scans import PerScan, Scan, is_hidden
from metricdsl.render.frame import LEVEL, MEMBER, SHOWN, Frame, Level, Parts, has_own_periods
from metricdsl.render.groups import member_rows, read_inside, spine_rows
from metricdsl.render.order import ordered
from metricdsl.render.statement import named, table, union
from metricdsl.types import Kind


def stacked(frame: Frame, parts: Parts) -> list[exp.Select]:
    """All scans one below the other: each gives its own columns, and null for the others'."""
    selects = [_scan_rows(frame, scan, name) for scan, name in parts]
    selects += member_rows(frame)
    selects += _candidates(frame, parts)
    selects += _marking(frame)
    return selects + spine_rows(frame, parts)


def _candidates(frame: Frame, parts: Parts) -> list[exp.Select]:
    """The members among which the best are picked: those of the answer, also where the metric has no row."""
    result: list[exp.Select] = []
    shown = [name for scan, name in parts if frame.level(scan.context) == frame.base and not is_hidden(scan)]
    for level in frame.picked_levels():
        for name in shown:
            values: dict[str, E] = {c: column(c, name) for c in frame.key_columns(level[0])}
            values |= {LEVEL: whole(frame.levels.index(level)), SHOWN: whole(1)}
            query = exp.Select(expressions=frame.row(values)).from_(table(name))
            query.set("distinct", exp.Distinct())
            result.append(query)
    return result


def _marking(frame: Frame) -> list[exp.Select]:
    """What each `per GRAIN` has read, where the values of a path are those of the rows of its periods."""
    if not frame.marks_read:
        return []
    values: dict[str, E] = {c: column(c) for c in (*frame.period_columns(), *frame.key_columns())}
    values |= {LEVEL: whole(0), SHOWN: whole(1), MEMBER: whole(1)}
    return [
        exp.Select(expressions=frame.row(values)).from_(table(name)).distinct() for name in read_inside(frame)
    ]


def _scan_rows(frame: Frame, scan: Scan | PerScan, name: str) -> exp.Select:
    level = frame.level(scan.context)
    columns = [
        *(frame.period_columns() if frame.timed and not level[1] else ()),
        *frame.key_columns(level[0]),
    ]
    values: dict[str, E] = {c: column(c, name) for c in (*columns, *(c.name for c in scan.cells))}
    values[LEVEL] = whole(frame.levels.index(level))
    if not is_hidden(scan) or (level != frame.base and level not in frame.picked_levels()):
        values[SHOWN] = _shown(frame, scan, name)
    if frame.marks_read and level == frame.base and not has_own_periods(scan):
        values[MEMBER] = whole(1)
    return exp.Select(expressions=frame.row(values)).from_(table(name))


def _shown(frame: Frame, scan: Scan | PerScan, name: str) -> E:
    """A null period is there for rows without a time, not for the rows of `per ENTITY`, which are in all periods."""
    if not frame.hides_undated(scan):
        return whole(1)
    (period,) = frame.period_columns()
    dated = exp.Not(this=exp.Is(this=column(period, name), expression=exp.Null()))
    return exp.Case(ifs=[exp.If(this=dated, true=whole(1))])


def regrouped(frame: Frame, rows: list[exp.Select]) -> str:
    """One row for each group: a cell stands in one row of the stack, all others are null there."""
    forms = frame.statement.forms
    cells = {c.name for c in frame.block.cells} | {MEMBER, SHOWN}
    groups = [c for c, _ in frame.columns() if c not in cells]
    source = exp.Subquery(this=union(rows), alias=exp.TableAlias(this=identifier("stacked")))
    expressions: list[E] = [column(c, "stacked") for c in groups]
    for name, kind in frame.columns():
        if name in cells and name != SHOWN:
            expressions.append(named(forms.one_of_column(column(name, "stacked"), kind), name))
    query = exp.Select(expressions=expressions).from_(source)
    if groups:
        query.set("group", exp.Group(expressions=[whole(i + 1) for i in range(len(groups))]))
        if frame.hides:
            shown = exp.EQ(this=exp.Max(this=column(SHOWN, "stacked")), expression=whole(1))
            query.set("having", exp.Having(this=shown))
    return frame.statement.add(
        "answer" if not frame.block.per else "rows_per_key", query, "one row for each group"
    )


def with_running(frame: Frame, part: str) -> str:
    """Running totals, added up over the periods of each group once all of these are there."""
    if not frame.running:
        return part
    (period,) = frame.period_columns()
    partition = [column(c, part) for c in frame.key_columns()]
    if len(frame.levels) > 1:
        partition.append(column(LEVEL, part))
    expressions: list[E] = []
    for name in frame.statement.columns(part):
        if name not in frame.running:
            expressions.append(column(name, part))
            continue
        total = exp.Window(
            this=merged(frame.running[name], column(name, part)),
            partition_by=[p.copy() for p in partition] or None,
            order=exp.Order(expressions=[ordered(column(period, part))]),
            spec=exp.WindowSpec(kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="CURRENT ROW"),
        )
        timed = exp.Not(this=exp.Is(this=column(period, part), expression=exp.Null()))
        expressions.append(named(exp.Case(ifs=[exp.If(this=timed, true=total)]), name))
    query = exp.Select(expressions=expressions).from_(table(part))
    return frame.statement.add("with_running", query, f"running: {', '.join(frame.running)}")


def with_totals(frame: Frame, part: str) -> str:
    """Totals stand in rows of their own level; every row of the groups below gets them."""
    coarse = [c for c in frame.block.cells if frame.level(c.context) != frame.base]
    return spread(frame, part, [(c.name, c.type.kind, frame.level(c.context)) for c in coarse])


def spread(frame: Frame, part: str, columns: list[tuple[str, Kind, Level]]) -> str:
    """Columns of coarser levels on every row of the groups below."""
    if not columns:
        return part
    coarse = {name: (kind, level) for name, kind, level in columns}
    expressions: list[E] = []
    for name in frame.statement.columns(part):
        if name in coarse:
            kind, level = coarse[name]
            expressions.append(named(_over_level(frame, part, name, kind, level), name))
        else:
            expressions.append(column(name, part))
    query = exp.Select(expressions=expressions).from_(table(part))
    return frame.statement.add("with_totals", query, "totals beside the groups that they are of")


def _over_level(frame: Frame, part: str, name: str, kind: Kind, level: Level) -> E:
    keep, whole_range, _ = level
    partition = [column(c, part) for c in frame.key_columns(keep)]
    if frame.timed and not whole_range:
        partition += [column(c, part) for c in frame.period_columns()]
    mine = exp.Case(
        ifs=[exp.If(this=exp.EQ(this=column(LEVEL, part), expression=whole(frame.levels.index(level))),
                    true=column(name, part))]
    )  # fmt: skip
    return frame.statement.forms.one_of_column(mine, kind, over=partition)
