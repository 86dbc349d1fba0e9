"""A plan to one SELECT."""

from __future__ import annotations

from sqlglot import ErrorLevel, exp

from metricdsl.functions.forms import E, all_of, column, identifier, quoted, whole
from metricdsl.model.environment import Environment
from metricdsl.plan.nodes import Output, Plan, TopList
from metricdsl.plan.scans import PerScan, Scan
from metricdsl.render.block import block_part, nested_frame, per_select
from metricdsl.render.conversions import say_once
from metricdsl.render.dialects import forms_of
from metricdsl.render.frame import LEVEL, Frame, other_flag
from metricdsl.render.order import Values, default_order, key_order, ordered
from metricdsl.render.reading import scan_select
from metricdsl.render.sources import calendar_of
from metricdsl.render.statement import Statement, named, table

OTHER = "Other"
PERIODS, LAST_DAY = "calendar_periods", "last_day"


def render(
    plan: Plan, environment: Environment, dialect: str, zoned: frozenset[tuple[str, str]] = frozenset()
) -> tuple[exp.Select, frozenset[str]]:
    """The statement that answers a question, as a sqlglot tree, and the entities that it reads."""
    forms = forms_of(dialect)(environment.definitions.calendar)
    statement = Statement(environment, forms, plan.as_of, zoned)
    top_lists = {}
    if plan.top_list is not None:
        top_lists[plan.top_list.name] = _top_list(statement, plan.top_list)
    frame = Frame(statement, plan.block, top_lists=top_lists)
    final = _final(plan, frame)
    if forms.conversions:
        say_once(statement, final)
    return forms.finished(statement.finished(final)), frozenset(statement.read)


def to_sql(tree: exp.Select, dialect: str) -> str:
    """The text of a statement, laid out to be read."""
    forms = forms_of(dialect)
    writer = forms.writer or forms.dialect
    return tree.sql(dialect=writer, pretty=True, unsupported_level=ErrorLevel.IGNORE, copy=False)


def _final(plan: Plan, frame: Frame) -> exp.Select:
    forms = frame.statement.forms
    direct = frame.direct() if forms.aggregates_move else None
    if direct is None or plan.block.rankings or plan.peers is not None:
        part = block_part(frame)
        if plan.peers is not None:
            part = with_ranks(frame, part, Frame(frame.statement, plan.peers))
        values = Values(frame, part)
        query = exp.Select().from_(table(part))
        if any(o.role == "last_day" for o in plan.outputs):
            query = query.join(_last_days(frame, part), copy=False)
        conditions = _row_conditions(plan, frame, part)
        having = [values.sql(plan.having)] if plan.having is not None else []
        query.set(
            "expressions", [named(_output(plan, frame, o, values, part, {}), o.name) for o in plan.outputs]
        )
        if conditions or having:
            query = query.where(*conditions, *having)
        return _ordered(plan, frame, query, values, part, {})
    return _direct(plan, frame, direct)


def _last_days(frame: Frame, part: str) -> exp.Join:
    """The last day of each period of a calendar, whatever the range: it tells which are cut or incomplete."""
    grain = frame.spine.grain
    assert grain is not None
    calendar, date_column, grain_column = calendar_of(frame.statement, grain)
    calendar.set("alias", exp.TableAlias(this=identifier("calendar")))
    first, last = column(grain_column, "calendar"), exp.Max(this=column(date_column, "calendar"))
    query = exp.Select(expressions=[named(first, grain), named(last, LAST_DAY)]).from_(calendar)
    query.set("group", exp.Group(expressions=[whole(1)]))
    source = exp.Subquery(this=query, alias=exp.TableAlias(this=identifier(PERIODS)))
    same = exp.EQ(this=column(grain, PERIODS), expression=column(grain, part))
    return exp.Join(this=source, side="LEFT", on=same)


def with_ranks(frame: Frame, part: str, peers: Frame) -> str:
    """The part with the ranks that its groups have among all members; Other has none."""
    ranked = block_part(peers)
    names = [r.name for r in peers.block.rankings]
    mine = [column(c, part) for c in frame.statement.columns(part)]
    query = exp.Select(expressions=[*mine, *(column(name, ranked) for name in names)]).from_(table(part))
    shared = [*peers.period_columns(), *peers.key_columns()]
    on: list[E] = [exp.NullSafeEQ(this=column(c, part), expression=column(c, ranked)) for c in shared]
    flags = [other_flag(key) for key in frame.block.keys if key.top]
    on += [exp.EQ(this=column(flag, part), expression=whole(0)) for flag in flags]
    on += _row_conditions_of(peers, ranked)
    query = query.join(table(ranked), on=all_of(on), join_type="left")
    return frame.statement.add("answer_ranked", query, "the ranks among all members")


def _direct(plan: Plan, frame: Frame, scan: Scan | PerScan) -> exp.Select:
    """A question that is one scan: its formulas stand in that scan's SELECT."""
    if isinstance(scan, Scan):
        query, cells = scan_select(frame, scan)
    else:
        query, cells = per_select(frame, scan, nested_frame(frame, scan))
    keys = {e.alias: e.this for e in query.selects if isinstance(e, exp.Alias) and e.alias not in cells}
    values = Values(frame, None, {**keys, **cells})
    outputs = [named(_output(plan, frame, o, values, None, keys), o.name) for o in plan.outputs]
    query.set("expressions", outputs)
    if query.args.get("group"):
        places = {o.this: whole(i + 1) for i, o in enumerate(outputs)}
        groups = [
            *(keys[other_flag(k)] for k in plan.block.keys if k.top),
            *(keys[k.name] for k in plan.block.keys),
        ]
        query.set("group", exp.Group(expressions=[places.get(g, g).copy() for g in groups]))
    if plan.having is not None:
        query.set("having", exp.Having(this=values.sql(plan.having)))
    return _ordered(plan, frame, query, values, None, keys)


def _row_conditions(plan: Plan, frame: Frame, part: str) -> list[E]:
    conditions: list[E] = []
    if len(frame.levels) > 1:
        conditions.append(exp.EQ(this=column(LEVEL, part), expression=whole(0)))
    if plan.top is not None:
        name, count = plan.top
        conditions.append(exp.LTE(this=column(name, part), expression=whole(count)))
    return conditions


def _output(
    plan: Plan, frame: Frame, output: Output, values: Values, part: str | None, keys: dict[str, E]
) -> E:
    if output.role == "period":
        assert plan.block.spine.grain is not None
        return frame.statement.forms.shown(column(plan.block.spine.grain, part), output.type.kind)
    if output.role == "is_other":
        flags = [other_flag(k) for k in plan.block.keys if k.top]
        return keys[flags[0]].copy() if part is None else column(flags[0], part)
    if output.role == "last_day":
        return column(LAST_DAY, PERIODS)
    if output.key is not None:
        key = plan.block.keys[output.key]
        value = keys[key.name].copy() if part is None else column(key.name, part)
        if key.top:
            flag = keys[other_flag(key)].copy() if part is None else column(other_flag(key), part)
            is_other = exp.EQ(this=flag, expression=whole(1))
            shown = frame.statement.forms.text(value, output.type.kind)
            return exp.Case(ifs=[exp.If(this=is_other, true=quoted(OTHER))], default=shown)
        return frame.statement.forms.shown(value, output.type.kind)
    assert output.value is not None
    return frame.statement.forms.shown(values.sql(output.value), output.type.kind)


def _ordered(
    plan: Plan, frame: Frame, query: exp.Select, values: Values, part: str | None, keys: dict[str, E]
) -> exp.Select:
    """The asked order, ties in the default one; and the limit."""
    order: list[E] = []
    forms = frame.statement.forms
    if plan.sorts:
        for key in plan.block.keys:
            if key.top:  # Other comes last, whatever the order
                flag = keys[other_flag(key)].copy() if part is None else column(other_flag(key), part)
                order.append(ordered(flag))
    for sort in plan.sorts:
        if sort.output is not None:
            output = plan.outputs[sort.output]
            if output.key is not None:
                key = plan.block.keys[output.key]
                value = keys[key.name].copy() if part is None else column(key.name, part)
                order.append(key_order(frame, key, value, sort.descending))
                continue
            period = plan.block.spine.grain or ""
            value = column(period, part) if output.role == "period" else values.sql(output.value)  # type: ignore[arg-type]  # it has one
            if output.type.kind == "text":
                value = forms.ordered_text(value)
        else:
            assert sort.value is not None
            value = values.sql(sort.value)
        order.append(ordered(value, sort.descending))
    if part is None:
        for key in plan.block.keys:
            if key.top:
                order.append(ordered(keys[other_flag(key)].copy()))
            order.append(key_order(frame, key, keys[key.name].copy()))
    else:
        order += default_order(frame, part)
    if order:
        query.set("order", exp.Order(expressions=order))
    if plan.limit is not None:
        query.set("limit", exp.Limit(expression=whole(plan.limit)))
    return query


def _top_list(statement: Statement, top: TopList) -> str:
    """The part with the members that are kept, and their places."""
    frame = Frame(statement, top.block)
    part = block_part(frame)
    values = Values(frame, part)
    key = top.block.keys[0]
    order = [ordered(values.sql(top.value), not top.ascending), *default_order(frame, part)]
    place = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=order))
    ranked = exp.Select(expressions=[column(key.name, part), named(place, "place")]).from_(table(part))
    conditions = _row_conditions_of(frame, part)
    if conditions:
        ranked = ranked.where(*conditions)
    name = statement.add(f"{top.name}_places", ranked)
    kept = exp.Select(expressions=[column(key.name), column("place")]).from_(table(name))
    kept = kept.where(exp.LTE(this=column("place"), expression=whole(top.count)))
    return statement.add(top.name, kept, f"the best {top.count} of {key.name}")


def _row_conditions_of(frame: Frame, part: str) -> list[E]:
    if len(frame.levels) > 1:
        return [exp.EQ(this=column(LEVEL, part), expression=whole(0))]
    return []
