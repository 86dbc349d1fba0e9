"""The groups of a block beside those that have rows: members, and every period for every group."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import E, all_of, column, identifier, whole
from metricdsl.plan.periods import Interval
from metricdsl.plan.scans import Members, PerScan
from metricdsl.render.extents import periods_of
from metricdsl.render.frame import LEVEL, MEMBER, SHOWN, Frame, Parts, is_hidden
from metricdsl.render.reading import scan_keys
from metricdsl.render.rows import Rows
from metricdsl.render.statement import named, table, union


def member_rows(frame: Frame, parts: Parts) -> list[exp.Select]:
    """The rows of `per ENTITY` by themselves, in every period, and in the null one where there is one."""
    result: list[exp.Select] = []
    for member in frame.members:
        if member.marks:
            result.append(_members_in_periods(frame, member))
            result += [_members_untimed(frame, member, name) for name in _untimed_parts(frame, parts)[:1]]
    return result


def _members_in_periods(frame: Frame, member: Members) -> exp.Select:
    rows = Rows(frame.statement, member.entity)
    values = dict(scan_keys(frame, rows, member))
    conditions = [rows.sql(f) for f in member.filters]
    query = rows.select()
    if frame.timed:
        periods = periods_of(frame)
        values |= {c: column(c, periods.name) for c in periods.columns}
        query = query.join(table(periods.name), join_type="cross")
    return _as_members(frame, query, values, conditions)


def _members_untimed(frame: Frame, member: Members, untimed: str) -> exp.Select:
    """The members in the null period, which is there when a row has no time."""
    rows = Rows(frame.statement, member.entity)
    values = dict(scan_keys(frame, rows, member))
    conditions = [rows.sql(f) for f in member.filters]
    there = exp.Exists(this=exp.Select(expressions=[whole(1)]).from_(table(untimed)))
    return _as_members(frame, rows.select(), values, [there, *conditions])


def _untimed_parts(frame: Frame, parts: Parts) -> list[str]:
    """A part with the rows of the scans that have no period, where the question leaves such rows in."""
    if not frame.timed or frame.nested or frame.spine.interval != Interval():
        return []
    (period,) = frame.period_columns()
    selects = [
        exp.Select(expressions=[named(whole(1), "untimed")])
        .from_(table(name))
        .where(exp.Is(this=column(period, name), expression=exp.Null()))
        for scan, name in parts
        if not scan.context.whole
    ]
    if not selects:
        return []
    return [frame.statement.add("rows_without_time", union(selects), "rows without a time, if any")]


def _as_members(frame: Frame, query: exp.Select, values: dict[str, E], conditions: list[E]) -> exp.Select:
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
        for scan, name in parts
        if frame.level(scan.context) == frame.base and not is_hidden(scan)
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
    """The groups of the block so far, at the keys that a nested block keeps."""
    kept = [i for i, position in enumerate(scan.keys) if position is not None]
    if not kept:
        return None
    columns = frame.key_columns(frozenset(kept))
    selects = [
        exp.Select(expressions=[column(c) for c in columns]).from_(table(name))
        for s, name in parts
        if frame.level(s.context) == frame.base
    ]
    selects += _member_selects(frame, columns)
    if not selects:
        return None
    return frame.statement.add("groups", _distinct(selects), "the groups of the answer")


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
