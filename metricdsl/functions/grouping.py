"""Aggregates that need their group's rows in order or number: computed in two steps where an engine has none.

`in_group(window)` stands inside an aggregate for a window over the rows of the aggregate's own group.
`two_steps` then moves a SELECT's rows into a subquery that computes these windows, and groups around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from sqlglot import exp

from metricdsl.functions.sql import E, column, free_name, identifier

PLACED = "placed"


class InGroup(exp.Expression):
    """A window whose partition is the group of the SELECT that it stands in."""

    arg_types: ClassVar[dict[str, bool]] = {"this": True}


def in_group(function: E, order: list[E] | None = None) -> E:
    """A window function of the rows of the group."""
    ordered = exp.Order(expressions=order) if order else None
    return InGroup(this=exp.Window(this=function, order=ordered))


def two_steps(tree: exp.Expression, plain_groups: bool = False) -> None:
    """Rewrite, in place, each SELECT of a statement that has windows over its groups.

    With `plain_groups` those too that group by more than columns and outputs: an engine may not see
    that an output is made from an expression that is grouped by.
    """
    if not plain_groups and tree.find(InGroup) is None:
        return
    for select in list(tree.find_all(exp.Select)):
        found = [n for n in select.find_all(InGroup) if n.parent_select is select]
        if found or (plain_groups and _reads_inside_groups(select)):
            _Rewriting(select, found).apply()


def _reads_inside_groups(select: exp.Select) -> bool:
    """Whether an output is made from an expression that is grouped by, or reads such a one's columns."""
    groups = [g for g in groups_of(select) if not isinstance(g, exp.Column)]
    if not groups:
        return False
    outputs = [e.unalias() for e in select.expressions]
    if any(g not in outputs for g in groups):
        return True
    others = [o for o in outputs if o not in groups]
    having = select.args.get("having")
    return any(n in groups for o in (*others, *([having] if having else [])) for n in o.walk())


def columns_first(select: exp.Select) -> None:
    """Rewrite, in place, a SELECT so that it groups by columns, and reads columns only, of a subquery."""
    _Rewriting(select, []).apply()


def groups_of(select: exp.Select) -> Iterator[E]:
    """What a SELECT groups by, positions being looked up."""
    group = select.args.get("group")
    for item in group.expressions if group is not None else ():
        ordinal = isinstance(item, exp.Literal) and not item.is_string
        yield select.expressions[int(item.this) - 1].unalias() if ordinal else item


def reads_outside(query: exp.Expr) -> bool:
    """Whether a query in a SELECT reads the rows of that SELECT."""
    own = {source.alias_or_name for source in query.find_all(exp.Table, exp.Subquery)}
    return any(c.table and c.table not in own for c in query.find_all(exp.Column))


class _Rewriting:
    """One SELECT: what it reads becomes the columns of a subquery, each under a name."""

    def __init__(self, select: exp.Select, windows: Sequence[E]) -> None:
        self.select, self.windows = select, windows
        self.inner: dict[str, E] = {}
        self.names: dict[E, str] = {}
        self.groups = list(groups_of(select))
        self.whole = {e.table for e in select.expressions if isinstance(e, exp.Column) and e.name == "*"}

    def apply(self) -> None:
        for index, group in enumerate(self.groups):
            aliases = [
                e.alias for e in self.select.expressions if isinstance(e, exp.Alias) and e.this == group
            ]
            self._keep(group.copy(), aliases[0] if aliases else f"group_{index + 1}")
        for window in self.windows:
            over = window.this.copy()
            over.set("partition_by", [g.copy() for g in self.groups] or None)
            window.replace(self._replaced(over, "placing"))
        for key in ("expressions", "group", "having", "order"):
            self._read_from_inner(self.select, key)
        whole = [exp.Column(this=exp.Star(), table=identifier(name)) for name in sorted(self.whole)]
        made = [exp.Alias(this=v, alias=identifier(n)) for n, v in self.inner.items()]
        inner = exp.Select(expressions=[*whole, *made])
        for key in ("from_", "joins", "where"):
            inner.set(key, self.select.args.get(key))
            self.select.set(key, None)
        source = exp.Subquery(this=inner, alias=exp.TableAlias(this=identifier(PLACED)))
        self.select.set("from_", exp.From(this=source))

    def _read_from_inner(self, node: exp.Expression, key: str) -> None:
        """Groups, columns and queries that read the rows become columns of the subquery."""
        value = node.args.get(key)
        if isinstance(value, list):
            node.set(key, [self._read(v) for v in value])
        elif isinstance(value, exp.Expression):
            node.set(key, self._read(value))

    def _read(self, node: object) -> object:
        if not isinstance(node, exp.Expression):
            return node
        if isinstance(node, exp.Query):
            return self._replaced(node, "moved") if reads_outside(node) else node
        if isinstance(node, exp.Column) and node.table == PLACED:
            return node
        if isinstance(node, exp.Column) and node.table in self.whole:
            return exp.Column(this=node.this, table=identifier(PLACED))
        if node in self.names or isinstance(node, exp.Column):
            return self._replaced(node, node.name or "value")
        for key in list(node.args):
            self._read_from_inner(node, key)
        return node

    def _replaced(self, value: E, word: str) -> E:
        if value not in self.names:
            self._keep(value.copy(), word)
        return column(self.names[value], PLACED)

    def _keep(self, value: E, word: str) -> None:
        if value in self.names:
            return
        name = free_name(word, self.inner)
        self.inner[name] = value
        self.names[value] = name
