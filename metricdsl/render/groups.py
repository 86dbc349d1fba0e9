"""The groups of a block beside those that have rows: members, and every period for every group."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import E, all_of, column, identifier, whole
from metricdsl.plan.scans import Members, PerScan, Scan, is_hidden
from metricdsl.render.extents import periods_of
from metricdsl.render.frame import LEVEL, MEMBER, SHOWN, Frame, Parts
from metricdsl.render.reading import scan_keys
from metricdsl.render.rows import Rows
from metricdsl.render.statement import named, table, union
from metricdsl.render.time import Periods


def member_rows(frame: Frame) -> list[exp.Select]:
    """The rows of `per ENTITY` by themselves, in every period and in the null one."""
    result: list[exp.Select] = []
    for member in (m for m in frame.members if m.marks):
        if frame.timed:
            result.append(_as_members(frame, member, periods_of(frame)))
        if not frame.timed or frame.undated:
            result.append(_as_members(frame, member, None))
    return result


def _as_members(frame: Frame, member: Members, periods: Periods | None) -> exp.Select:
    rows = Rows(frame.statement, member.entity)
    values = dict(scan_keys(frame, rows, member))
    conditions = [rows.sql(f) for f in member.filters]
    query = rows.select()
    if periods is not None:
        values |= {c: column(c, periods.name) for c in periods.columns}
        query = query.join(table(periods.name), join_type="cross")
    values |= {MEMBER: whole(1), LEVEL: whole(0), SHOWN: whole(1)}
    query.set("expressions", frame.row(values))
    where = all_of(conditions)
    return query.where(where) if where is not None else query


def spine_rows(frame: Frame, parts: Parts) -> list[exp.Select]:
    """Every period for every group, and members without rows."""
    everyone = [m for m in frame.members if not m.marks]
    if not frame.timed and not everyone:
        return []
    if frame.timed and frame.block.per and not any(k.kind == "grain" for k in frame.block.per):
        return []  # `per PATH` has the values that the period's rows have, no others
    if not frame.block.keys:
        periods = periods_of(frame)
        values: dict[str, E] = {c: column(c, periods.name) for c in periods.columns}
        values |= {LEVEL: whole(0), SHOWN: whole(1)}
        return [exp.Select(expressions=frame.row(values)).from_(table(periods.name))]
    return [_dense(frame, parts, everyone)]


def _dense(frame: Frame, parts: Parts, everyone: list[Members]) -> exp.Select:
    groups = _groups(frame, parts, everyone)
    values: dict[str, E] = {c: column(c, groups) for c in frame.key_columns()}
    query = exp.Select().from_(table(groups))
    if frame.timed:
        periods = periods_of(frame)
        values |= {c: column(c, periods.name) for c in periods.columns}
        within = _per_path_periods(frame)
        if within:
            on = [exp.NullSafeEQ(this=column(c, groups), expression=column(c, periods.name)) for c in within]
            query = query.join(table(periods.name), on=all_of(on))
        else:
            query = query.join(table(periods.name), join_type="cross")
    query.set("expressions", frame.row({**values, LEVEL: whole(0), SHOWN: whole(1)}))
    return query


def _per_path_periods(frame: Frame) -> tuple[str, ...]:
    """For `per day, PATH`: the path's values are those of each outer period."""
    paths = any(k.kind == "path" for k in frame.block.per)
    return frame.period_columns()[:-1] if paths and frame.nested else ()


def _groups(frame: Frame, parts: Parts, everyone: list[Members]) -> str:
    """The part with the distinct groups of the block."""
    columns = [*_per_path_periods(frame), *frame.key_columns()]
    if frame.domain is not None and not any(k.kind != "grain" for k in frame.block.per):
        return frame.domain
    selects = [
        exp.Select(expressions=[column(c) for c in columns]).from_(table(name))
        for name in _telling(frame, parts)
    ]
    own = None
    if selects:
        own = frame.statement.add("groups", _distinct(selects), "the groups that have rows")
    for member in everyone:
        own = _with_members(frame, own, member, columns)
    assert own is not None
    return own


def _distinct(selects: list[exp.Select]) -> exp.Query:
    if len(selects) == 1:
        selects[0].set("distinct", exp.Distinct())
    return union(selects, distinct=True)


def _with_members(frame: Frame, groups: str | None, member: Members, columns: list[str]) -> str:
    """The groups, and every member of one key in combination with all that the other keys have."""
    rows = Rows(frame.statement, member.entity)
    keys = dict(scan_keys(frame, rows, member))
    query = _distinct_rows(rows, keys, member)
    mine = frame.statement.add("members", query, f"all members of {', '.join(keys)}")
    others = [c for c in columns if c not in keys]
    full = exp.Select(
        expressions=[column(c, mine) if c in keys else column(c, "rest") for c in columns]
    ).from_(table(mine))
    if others:
        assert groups is not None
        rest = exp.Select(expressions=[column(c) for c in others]).from_(table(groups))
        rest.set("distinct", exp.Distinct())
        full = full.join(
            exp.Subquery(this=rest, alias=exp.TableAlias(this=identifier("rest"))), join_type="cross"
        )
    if groups is None:
        return frame.statement.add("groups", full)
    both = exp.Union(
        this=exp.Select(expressions=[column(c) for c in columns]).from_(table(groups)),
        expression=full,
        distinct=True,
    )
    return frame.statement.add("groups", both, "the groups that have rows, and all members")


def domain_of(frame: Frame, scan: PerScan, parts: Parts) -> str | None:
    """The groups of the block, at the keys that a nested block keeps: `per GRAIN` each has all periods."""
    kept = [i for i, position in enumerate(scan.keys) if position is not None]
    if not kept:
        return None
    columns = frame.key_columns(frozenset(kept))
    selects = [
        exp.Select(expressions=[column(c) for c in columns]).from_(table(name))
        for name in [*_telling(frame, parts), *read_inside(frame)]
    ]
    selects += _member_selects(frame, columns)
    if not selects:
        return None
    return frame.statement.add("groups", _distinct(selects), "the groups of the answer")


def read_inside(frame: Frame) -> list[str]:
    """The parts of each `per GRAIN` that tell which groups have rows in its periods."""
    return [
        name for scan, inner in frame.inside if _tells(frame, scan) for name in _telling(inner, inner.parts)
    ]


def _telling(frame: Frame, parts: Parts) -> list[str]:
    return [name for scan, name in parts if _tells(frame, scan)]


def _tells(frame: Frame, scan: Scan | PerScan) -> bool:
    """Whether the rows of a scan are in the groups of the answer, and it is not one that only sorts or filters."""
    return frame.level(scan.context) == frame.base and not is_hidden(scan)


def _member_selects(frame: Frame, columns: list[str]) -> list[exp.Select]:
    result: list[exp.Select] = []
    for member in frame.members:
        if member.marks:
            continue
        rows = Rows(frame.statement, member.entity)
        keys = dict(scan_keys(frame, rows, member))
        if set(keys) != set(columns):
            continue
        result.append(_distinct_rows(rows, {c: keys[c] for c in columns}, member))
    return result


def _distinct_rows(rows: Rows, columns: dict[str, E], member: Members) -> exp.Select:
    """The members themselves: the distinct values of their columns."""
    where = all_of([rows.sql(f) for f in member.filters])  # before the joins that it needs are read
    query = rows.select()
    query.set("expressions", [named(v, c) for c, v in columns.items()])
    if where is not None:
        query.set("where", exp.Where(this=where))
    query.set("distinct", exp.Distinct())
    return query
