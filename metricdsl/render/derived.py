"""Values of a row that are read from other rows: rollups of children, and what follows; each is a part of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from metricdsl.functions.aggregates import AGGREGATES, AggregateCall
from metricdsl.functions.forms import E, all_of, column, identifier, whole
from metricdsl.model.meaning import Following, PrimaryKey, Rollup, Value
from metricdsl.render.statement import named
from metricdsl.types import Kind, ValueType

if TYPE_CHECKING:
    from metricdsl.render.rows import Rows

_ANY = ValueType("text")


def aggregate(
    rows: Rows, function: str, arguments: tuple[Value, ...], distinct: bool, condition: E | None,
    time: Value | None,
) -> E:  # fmt: skip
    """An aggregate's SQL over rows."""
    order: list[E] = []
    if function in ("first", "last"):
        order = [rows.sql(time)] if time is not None else []
        order += [column(k, rows.entity) for k in rows.definition.key_columns()]
    call = AggregateCall(
        tuple(rows.sql(a) for a in arguments),
        tuple(a.type.kind for a in arguments),
        condition,
        distinct,
        tuple(order),
    )
    return AGGREGATES[function].sql(rows.statement.forms, call)


def rollup_query(rows: Rows, rollup: Rollup) -> exp.Select:
    """One row for each parent that has children: `key`, `value`; `rows` are the children."""
    condition = rows.sql(rollup.condition) if rollup.condition is not None else None
    key = rows.sql(PrimaryKey(rollup.link, "", _ANY))
    value = aggregate(rows, rollup.function, rollup.arguments, rollup.distinct, condition, rollup.time)
    query = rows.select().select(named(key, "key"), named(value, "value"), copy=False)
    query.where(exp.Not(this=exp.Is(this=key.copy(), expression=exp.Null())), copy=False)
    query.set("group", exp.Group(expressions=[whole(1)]))
    return query


def following_query(first: Rows, second: Rows, following: Following) -> exp.Select:
    """For each key and time of the first rows that are followed by second ones: the earliest time reached."""
    forms = first.statement.forms
    own_key, own_time = first.sql(following.own_key), first.sql(following.own_time)
    columns: list[E] = [named(own_key, "key"), named(own_time, "at")]
    if following.itself:
        columns.append(named(first.key(()), "row_key"))
    anchors = first.select().select(*columns, copy=False)
    anchors.set("distinct", exp.Distinct())
    present = [exp.Not(this=exp.Is(this=v.copy(), expression=exp.Null())) for v in (own_key, own_time)]
    anchors.where(*present, copy=False)

    key, time = second.sql(following.key), second.sql(following.time)
    reached = second.sql(following.reached)
    next_columns: list[E] = [named(key, "next_key"), named(time, "next_at"), named(reached, "reached")]
    if following.itself:
        next_columns.append(named(second.key(()), "next_row_key"))
    condition = second.sql(following.condition) if following.condition is not None else None
    nexts = second.select().select(*next_columns, copy=False)
    if condition is not None:
        nexts.where(condition, copy=False)

    own_kind, next_kind = following.own_time.type.kind, following.time.type.kind
    at, next_at = column("at", "earlier"), column("next_at", "later")

    def bound(shift: tuple[int, str] | None) -> tuple[E, Kind]:
        if shift is None:
            return at.copy(), own_kind
        amount, unit = shift
        moved = forms.add(at.copy(), own_kind, whole(amount), unit)
        return moved, "timestamp" if unit in ("hour", "minute", "second") else own_kind

    def compare(make: type[E], limit: tuple[E, Kind]) -> E:
        value, kind = limit
        if kind == next_kind:
            return make(this=next_at.copy(), expression=value)
        return make(this=forms.instant(next_at.copy(), next_kind), expression=forms.instant(value, kind))

    on: list[E] = [exp.EQ(this=column("next_key", "later"), expression=column("key", "earlier"))]
    on.append(compare(exp.GTE, bound(following.least)))
    if following.most is not None:
        on.append(compare(exp.LTE, bound(following.most)))
    if following.itself:
        on.append(exp.NEQ(this=column("next_row_key", "later"), expression=column("row_key", "earlier")))
    kept: list[E] = [column("key", "earlier"), column("at", "earlier")]
    if following.itself:
        kept.append(column("row_key", "earlier"))
    query = exp.Select(expressions=[*kept, named(exp.Min(this=column("reached", "later")), "reached")])
    query.set(
        "from_", exp.From(this=exp.Subquery(this=anchors, alias=exp.TableAlias(this=identifier("earlier"))))
    )
    later = exp.Subquery(this=nexts, alias=exp.TableAlias(this=identifier("later")))
    query.set("joins", [exp.Join(this=later, on=all_of(on))])
    query.set("group", exp.Group(expressions=[whole(i + 1) for i in range(len(kept))]))
    return query
