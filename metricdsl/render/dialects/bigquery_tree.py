"""What BigQuery reads otherwise than it is written, or refuses: rewritten in the finished statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import cast as typed

from sqlglot import exp

from metricdsl.functions.forms import E, call, cast, column, identifier, is_null, quoted
from metricdsl.functions.grouping import groups_of

LONGEST_NAME = 300
REFUSED = frozenset('!"$()*,./;?@[\\]^`{}~')
"""Signs that no column's name may have."""
PLACES = exp.RowNumber | exp.Rank | exp.DenseRank | exp.Lag | exp.Lead
"""Window functions without a frame."""


def rewritten(tree: exp.Select) -> exp.Select:
    for rewrite in REWRITES:
        rewrite(tree)
    return tree


def _own(select: E) -> Iterator[E]:
    """The nodes of a SELECT without those of queries inside it."""
    nodes = select.walk(prune=lambda node: isinstance(node, exp.Query) and id(node) != id(select))
    return typed(Iterator[E], nodes)


def _keep_names_apart(tree: exp.Select) -> None:
    """In HAVING and ORDER BY `orders.seller` is a field of the output `orders`: then the table gets an alias.

    What is grouped by is known there by its output's name only.
    """
    for select in tree.find_all(exp.Select):
        outputs = {e.alias.lower() for e in select.expressions if isinstance(e, exp.Alias)}
        tables = [select.args.get("from_"), *(select.args.get("joins") or ())]
        for table in (t.this for t in tables if t is not None):
            if not (select.args.get("having") or select.args.get("order")):
                continue
            if table.alias_or_name.lower() in outputs:
                _rename(select, table, f"{table.alias_or_name}_rows")
        if select.args.get("group") and select.args.get("order"):
            made = {e.this: e.alias for e in select.expressions if isinstance(e, exp.Alias)}
            grouped = {g for g in groups_of(select) if g in made and not isinstance(g, exp.Column)}
            for node in list(_own(select.args["order"])):
                if node in grouped:
                    node.replace(column(made[node]))


def _rename(select: exp.Select, table: E, name: str) -> None:
    for node in _own(select):
        if isinstance(node, exp.Column) and node.table == table.alias_or_name:
            node.set("table", identifier(name))
    table.set("alias", exp.TableAlias(this=identifier(name)))


def _bare_instants(tree: exp.Select) -> None:
    """A TIMESTAMP column is compared as such with literals: only then are partitions left unread."""
    for compared in list(tree.find_all(exp.GTE, exp.GT, exp.LTE, exp.LT, exp.EQ, exp.NEQ)):
        instant, moment = compared.this, compared.expression.meta.get("moment")
        if instant.meta.get("instant") and isinstance(moment, datetime):
            literal = cast(quoted(f"{moment.isoformat(sep=' ')}+00"), "TIMESTAMPTZ")
            compared.set("this", instant.expressions[0].copy())
            compared.set("expression", literal)


def _whole_names(tree: exp.Select) -> None:
    """`project.dataset.table` as one name: a part of the statement may be named like the dataset."""
    for table in tree.find_all(exp.Table):
        select = table.parent_select
        first = table.parts[0].name
        near = select.find_all(exp.TableAlias) if select is not None else ()
        if len(table.parts) > 1 and all(a.name != first for a in near):  # else it is an array of a row
            table.meta["quoted_table"] = True
            if not table.alias:
                table.set("alias", exp.TableAlias(this=identifier(table.name)))


def _null_safe_keys(tree: exp.Select) -> None:
    """An outer join needs an equality. A null's JSON is a text."""
    for join in tree.find_all(exp.Join):
        for same in list(join.find_all(exp.NullSafeEQ)):
            sides = [call("TO_JSON_STRING", side) for side in (same.this, same.expression)]
            same.replace(exp.EQ(this=sides[0], expression=sides[1]))


def _partitions(tree: exp.Select) -> None:
    """A window's partition cannot be a double."""
    outputs = [e for s in tree.find_all(exp.Select) for e in s.expressions if e.alias_or_name]
    real: set[str] = set()
    while more := {e.alias_or_name for e in outputs if _may_be_real(e, real)} - real:
        real |= more
    for window in tree.find_all(exp.Window):
        keys = window.args.get("partition_by") or []
        window.set("partition_by", [call("TO_JSON_STRING", k) if _may_be_real(k, real) else k for k in keys])


def _may_be_real(value: E, names: set[str]) -> bool:
    made = value.unalias()
    if isinstance(made, exp.Cast):
        return made.is_type("double")
    columns = made.find_all(exp.Column)
    casts = made.find_all(exp.Cast)
    return (
        any(c.meta.get("real") or c.name in names for c in columns)
        or any(c.is_type("double") for c in casts)
        or made.find(exp.Div, exp.Round, exp.Floor, exp.Ceil) is not None
    )


def _null_order(tree: exp.Select) -> None:
    """Inside aggregates, and windows of aggregates by RANGE, NULLS is refused: there a key says it."""
    for order in tree.find_all(exp.Order):
        inside = order.find_ancestor(exp.AggFunc, exp.Window, exp.Query)
        if isinstance(inside, exp.Window):
            spec = inside.args.get("spec")
            ranged = spec is None or spec.args.get("kind") == "RANGE"
            inside = inside.this if ranged and not isinstance(inside.this, PLACES) else None
        if not isinstance(inside, exp.AggFunc):
            continue
        keys: list[E] = []
        for key in order.expressions:
            descending, first = bool(key.args.get("desc")), bool(key.args.get("nulls_first"))
            if descending == first:
                keys.append(exp.Ordered(this=is_null(key.this.copy()), desc=first, nulls_first=not first))
                key.set("nulls_first", not descending)
            keys.append(key)
        order.set("expressions", keys)


def _field_names(tree: exp.Select) -> None:
    """Signs that no column's name may have; no table has such columns."""
    names = {i.this for i in tree.find_all(exp.Identifier) if not isinstance(i.parent, exp.Table)}
    taken = {name.lower() for name in names}
    renamed: dict[str, str] = {}
    for name in sorted(names):
        if REFUSED & set(name) or len(name) > LONGEST_NAME:
            plain = "".join("_" if c in REFUSED else c for c in name)[: LONGEST_NAME - 4]
            number, free = 1, plain
            while free.lower() in taken:
                number += 1
                free = f"{plain}_{number}"
            taken.add(free.lower())
            renamed[name] = free
    for node in tree.find_all(exp.Identifier):
        if node.this in renamed and not isinstance(node.parent, exp.Table):
            node.set("this", renamed[node.this])


REWRITES = (
    _keep_names_apart, _bare_instants, _whole_names, _null_safe_keys, _partitions, _null_order, _field_names,
)  # fmt: skip
