"""Which periods and groups an answer has (section 7): the range, the spine, the groups that are read."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from metricdsl.language import syntax
from tests.reference.evaluator.calendar import BEGINNING, Clock, Period
from tests.reference.evaluator.catalog import Catalog, Refused, Unspecified, formula
from tests.reference.evaluator.contexts import Context, Key, Leaf, When
from tests.reference.evaluator.formulas import Formulas
from tests.reference.evaluator.leaves import Leaves
from tests.reference.evaluator.rows import Row, Rows
from tests.reference.evaluator.values import Value

Group = tuple[tuple[Key, Value], ...]


@dataclass(frozen=True)
class Line:
    """One row of the answer before it is shown."""

    period: Period | None
    group: Group
    context: Context
    values: tuple[Value, ...] = ()


class Frame:
    """A question with all that is needed to answer it."""

    def __init__(
        self, tree: syntax.Question, catalog: Catalog, tables: Mapping[str, list[dict[str, Any]]], as_of: date
    ) -> None:
        self.tree, self.catalog = tree, catalog
        settings = catalog.source
        self.clock = Clock(
            settings.get("timezone", "UTC"),
            settings.get("week_starts", "monday"),
            settings.get("fiscal_year_starts", "january"),
            as_of,
            own_grains(catalog, tables),
        )
        if tree.by_axis and tree.for_axis and tree.by_axis != tree.for_axis:
            raise Unspecified("two time axes")
        names = {c.alias: c.formula for c in tree.columns if c.alias}
        rows = Rows(catalog, self.clock, tables, self._parameters())
        self.metrics = Formulas(Leaves(rows, tree.by_axis or tree.for_axis), names)
        self.by = list(tree.by)
        if tree.top and not any(self.named(g, tree.top.dimension) for g in self.by):
            self.by.append(syntax.Grouping(tree.top.dimension, span=tree.top.span))
        grains = [g.expression.parts[0] for g in self.by if self.is_grain(g)]
        if len(grains) > 1:
            raise Refused("two grains")
        self.grain: str | None = grains[0] if grains else None
        self.keys = [Key(g.expression) for g in self.by if not self.is_grain(g)]
        self.filters = (tree.where,) if tree.where else ()
        aligned = isinstance(tree.versus, syntax.VersusPrior) and tree.versus.aligned
        self.base = Context(filters=self.filters, limit=self.clock.now if aligned else None)
        self.columns = self._columns()
        self.range = self._range(tree.range) if tree.range else None
        self.leaves = [leaf for c in self.columns for leaf in self.metrics.all_leaves(c)]

    def _parameters(self) -> dict[str, Any]:
        defaults = {n: p["default"] for n, p in self.catalog.section("parameters").items()}
        types = {n: p["type"] for n, p in self.catalog.section("parameters").items()}
        found: dict[str, Any] = {
            n: syntax.Text(str(v), span=None) if types[n] == "text" else formula(str(v))  # type: ignore[arg-type]  # no place
            for n, v in defaults.items()
        }
        return found | dict(self.tree.parameters)

    def is_grain(self, grouping: syntax.Grouping) -> bool:
        """Whether a group is the periods."""
        return self.clock.is_grain(grouping.expression)

    def named(self, grouping: syntax.Grouping, name: syntax.Name) -> bool:
        """Whether a name means this group."""
        if grouping.alias is not None and name.parts == (grouping.alias,):
            return True
        return self.metrics.listed(Key(grouping.expression), (name,))

    def _columns(self) -> list[syntax.Expression]:
        """Each metric, with what `vs prior` puts right after it."""
        found: list[syntax.Expression] = []
        for column in self.tree.columns:
            found.append(column.formula)
            if isinstance(self.tree.versus, syntax.VersusPrior):
                by, aligned = self.tree.versus.by, self.tree.versus.aligned
                for function in ("prior", "change"):
                    found.append(syntax.Shifted(function, column.formula, by, aligned, span=column.span))  # type: ignore[arg-type]
        return found

    # time

    def _range(self, asked: syntax.Range) -> Period:
        clock = self.clock
        match asked.kind:
            case "explicit":
                assert asked.first
                assert asked.last
                return Period(clock.instant(asked.first), clock.add(clock.instant(asked.last), 1, "day"))
            case "since":
                assert asked.first
                end = clock.current(self.grain).end if self.grain else clock.now
                return Period(clock.instant(asked.first), end)
            case "before":
                assert asked.last
                return Period(BEGINNING, clock.instant(asked.last))
            case "last":
                assert asked.unit
                assert asked.count
                return Period(clock.current(asked.unit, -asked.count).start, clock.current(asked.unit).start)
            case "this":
                assert asked.unit
                return clock.current(asked.unit)
            case "to date":
                assert asked.unit
                return Period(clock.current(asked.unit).start, clock.now)

    def _dated(self) -> list[tuple[datetime | None, Leaf, Row]]:
        """The rows that make the spine, with their time (a stock's is its beginning or snapshot date)."""
        found = []
        for leaf in self.leaves:
            if leaf.node is not None:
                for row in self._filtered(leaf, Context()):
                    moment = self.metrics.leaves.moved(self.metrics.leaves.beginning(leaf, row), ())
                    found.append((moment, leaf, row))
        return found

    def _filtered(self, leaf: Leaf, context: Context) -> list[Row]:
        """The rows of a leaf in a context that pass the question's filters; none where those are out of reach."""
        try:
            if leaf.node is not None and leaf.node.stock and context.period is When.ALWAYS and self.grain:
                rows = self.metrics.leaves.read(
                    Leaf(None, leaf.entity, None), replace(context, filters=self.filters)
                )
            else:
                rows = self.metrics.leaves.read(leaf, replace(context, filters=self.filters, keys=()))
        except Refused as refusal:
            if refusal.args[0] in ("unreachable", "ambiguous"):
                return []
            raise
        return rows

    def spine(self) -> list[Period]:
        """Whole periods, first to last: of the `for`, else of the rows."""
        assert self.grain
        moments = [t for t, _, _ in self._dated() if t is not None]
        start, end = datetime.max, BEGINNING
        if self.range is not None:
            start, end = self.range.start, self.range.end
            moments = [t for t in moments if t < end]
        if self.range is None or start == BEGINNING:
            if not moments:
                return []
            start = min(moments)
        if self.range is None:
            end = self.clock.period(max(moments), self.grain).end
        return list(self.clock.periods(self.grain, start, end))

    def cut(self, period: Period) -> Period:
        """A period is counted as far as the range goes."""
        if self.range is None:
            return period
        start, end = max(period.start, self.range.start), min(period.end, self.range.end)
        return Period(start, end, period.label)

    # groups

    def groups(self, context: Context) -> set[Group]:
        """Those of which a leaf of a shown column reads a row in one of its contexts."""
        found = set()
        for column in self.columns:
            for leaf, inner in self.metrics.reads(column, context):
                for row in self._filtered(leaf, inner):
                    found |= self._group(leaf, row, inner.totalled)
        return found

    def _group(self, leaf: Leaf, row: Row, totalled: bool) -> set[Group]:
        try:
            return {tuple((k, self.metrics.leaves.key(k, leaf, row)) for k in self.keys)}
        except Refused:
            if totalled:
                return set()
            raise

    def with_members(self, groups: set[Group]) -> set[Group]:
        """`all`: the values of rows of the dimension's own entity too, beside each of the other groups."""
        asked = [g for g in self.by if not self.is_grain(g)]
        if not any(g.all for g in asked):
            return groups
        choices: list[list[Group]] = []
        for key, grouping in zip(self.keys, asked, strict=True):
            if grouping.all:
                present = {v for g in groups for k, v in g if k is key}
                choices.append([((key, v),) for v in present | self._members(key)])
        rest = {tuple(p for p, g in zip(group, asked, strict=True) if not g.all) for group in groups}
        if all(g.all for g in asked):
            rest = {()}
        order = {id(k): i for i, k in enumerate(self.keys)}
        return {
            tuple(sorted(itertools.chain(r, *c), key=lambda pair: order[id(pair[0])]))
            for r in rest
            for c in itertools.product(*choices)
        }

    def _members(self, key: Key) -> set[Value]:
        if not isinstance(key.expression, syntax.Name):
            raise Unspecified("all of an expression")
        first, *middle, last = self.metrics.full(key.expression)
        at = self.catalog.entities[first]
        for join in middle:
            at = self.catalog.entities[at.joins[join].entity]
        leaf = Leaf(None, at.name, None)
        filters = tuple(c for c in conjuncts(self.tree.where) if self._concerns(c, leaf))
        return {
            self.metrics.rows.read(r, (last,), True)
            for r in self.metrics.leaves.read(leaf, Context(filters=filters))
        }

    def _concerns(self, condition: syntax.Expression, leaf: Leaf) -> bool:
        """A filter on what happened, which a member cannot reach, says nothing about who is there."""
        try:
            self.metrics.leaves.read(leaf, Context(filters=(condition,)))
        except Refused:
            return False
        return True

    # lines

    def lines(self) -> list[Line]:
        base = replace(self.base, grain=self.grain)
        whole = replace(base, period=self.range or When.ALWAYS)
        self._check(replace(whole, period=self.clock.current("day")) if self.grain else whole)
        if self.grain is None:
            groups = self.with_members(self.groups(whole)) if self.keys else {()}
            return [Line(None, g, replace(whole, peers=tuple(groups))) for g in groups]
        periods = [(p, replace(base, period=self.cut(p))) for p in self.spine()]
        undated = {g for t, leaf, row in self._dated() if t is None for g in self._group(leaf, row, True)}
        groups = {g for _, c in periods for g in self.groups(c)} | (undated if self.range is None else set())
        groups = self.with_members(groups) if self.keys else {()}
        lines = [Line(p, g, replace(c, peers=tuple(groups))) for p, c in periods for g in groups]
        if self.range is None:
            null = replace(base, period=When.UNDATED, peers=tuple(undated))
            lines += [Line(None, g, null) for g in undated]
        return lines

    def _check(self, context: Context) -> None:
        """What is an error is one without any rows too."""
        keys: Group = tuple((k, None) for k in self.keys)
        for column in self.columns:
            with suppress(Unspecified):  # of today, which a calendar may not list
                self.metrics.value(column, replace(context, keys=keys, peers=(keys,)))
        if self.tree.top is not None:
            self.worth(self.tree.top.by, self.keys[self.place(self.tree.top)], {None})

    def place(self, top: syntax.Top) -> int:
        """Which of the groups it is about."""
        groups = [g for g in self.by if not self.is_grain(g)]
        return next(i for i, g in enumerate(groups) if self.named(g, top.dimension))

    def worth(self, by: syntax.Expression, key: Key, values: set[Value]) -> dict[Value, Value]:
        """What each value is ordered by: over the whole range, without the other groups."""
        context = replace(
            self.base, period=self.range or When.ALWAYS, peers=tuple(((key, v),) for v in values)
        )
        return {v: self.metrics.value(by, replace(context, keys=((key, v),))) for v in values}


def conjuncts(condition: syntax.Expression | None) -> list[syntax.Expression]:
    match condition:
        case None:
            return []
        case syntax.Operation(operator="and", operands=operands):
            return [part for operand in operands for part in conjuncts(operand)]
    return [condition]


def own_grains(catalog: Catalog, tables: Mapping[str, list[dict[str, Any]]]) -> dict[str, dict[date, date]]:
    """Section 1: the grains of the catalog's calendars, each with the first day of every day's period."""
    return {
        grain: {row[calendar["date"]]: row[column] for row in tables[calendar.get("table", name)]}
        for name, calendar in catalog.section("calendars").items()
        for grain, column in calendar["grains"].items()
    }
