"""A metric is a function from a context to a number (section 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from metricdsl.language import syntax
from tests.reference.evaluator.aggregates import aggregate
from tests.reference.evaluator.calendar import BEGINNING, MONTHS, SECONDS, Period
from tests.reference.evaluator.catalog import Path, Refused, Unspecified
from tests.reference.evaluator.contexts import OTHER, Context, Key, Leaf, RowOf, When, parts
from tests.reference.evaluator.leaves import Leaves
from tests.reference.evaluator.rows import Row
from tests.reference.evaluator.values import Value, ascending, calculate, descending

CONTEXTS = (syntax.Shifted, syntax.Trailing, syntax.ToDate, syntax.Running, syntax.Total)


class Formulas:
    """Formulas in contexts. `names` are the question's aliases."""

    def __init__(self, leaves: Leaves, names: dict[str, syntax.Expression]) -> None:
        self.leaves, self.rows, self.names = leaves, leaves.rows, names
        self.catalog, self.clock = leaves.catalog, leaves.clock

    def value(self, node: syntax.Expression, context: Context) -> Value:
        """The number of a formula in a context."""

        def named(part: syntax.Expression) -> Value:
            match part:
                case syntax.Name():
                    return self.value(self.meant(part), context)
                case syntax.Parameter():
                    return self.rows.parameter(part)
                case syntax.Call():
                    return self.value(self._body(part), context)
                case syntax.Aggregate(per=()):
                    return self._aggregate(part, context)
                case syntax.Aggregate():
                    return self._per(part, context)
                case syntax.Shifted():
                    return self._shifted(part, context)
                case syntax.Rank():
                    return self._rank(part, context)
                case syntax.Narrowed(formula=inner, where=where):
                    return self.value(inner, replace(context, narrowed=(*context.narrowed, where)))
            (inner_context,) = self.inner(part, context)
            return self.value(part.formula, inner_context)

        return calculate(node, named, self.clock)

    def meant(self, name: syntax.Name) -> syntax.Expression:
        """An alias of the question, or a metric."""
        if len(name.parts) == 1:
            if name.parts[0] in self.names:
                return self.names[name.parts[0]]
            found = self.catalog.metric(name.parts[0])
            if found is not None:
                return found
        raise Refused("unknown name")

    def _body(self, call: syntax.Call) -> syntax.Expression:
        body = self.catalog.expanded(call)
        if body is None:
            raise Refused("unknown function")
        return body

    def _aggregate(self, node: syntax.Aggregate, context: Context) -> Value:
        leaf = self.leaves.leaf(node)
        rows = [r for r in self.leaves.read(leaf, context) if self.rows.holds(node.where, r, inside=True)]
        if isinstance(node.arguments[0], syntax.Sequence):
            return self._sequence(node, node.arguments[0], rows)
        return self.rows.aggregate(node, rows, leaf.entity, leaf.axis)

    def _sequence(self, node: syntax.Aggregate, sequence: syntax.Sequence, rows: list[Row]) -> Value:
        """Section 4: each row of the first step counts once, whichever rows follow it."""
        rows = [r for r in rows if self.rows.holds(sequence.steps[0].where, r, inside=True)]
        chains = {r: list(self.rows.chains(r, sequence.steps)) for r in rows}
        if sequence.elapsed:
            ends = {r: [self.rows.time(c[-1]) for c in chains[r]] for r in rows if chains[r]}
            days = [(min(self.clock.elapsed(self.rows.time(r), e, "day") for e in ends[r]),) for r in ends]
            return aggregate(node.function, days, node.distinct)
        reached = [bool(chains[r]) for r in rows]
        return (
            aggregate("share", [(r,) for r in reached], False) if node.function == "share" else sum(reached)
        )

    # other contexts (section 4)

    def inner(self, node: syntax.Expression, context: Context) -> list[Context]:
        """The contexts in which a formula reads what is inside it."""
        match node:
            case syntax.Shifted(function="prior", by=by, aligned=aligned):
                return [self._prior(self._cut(context, aligned), by)]
            case syntax.Shifted(by=by, aligned=aligned):
                now = self._cut(context, aligned)
                return [now, self._prior(now, by)]
            case syntax.Trailing(window=window):
                by = self.rows.duration(window)
                if (
                    context.grain
                    and context.grain not in self.clock.own
                    and _nominal(by.unit) * by.amount < _nominal(context.grain)
                ):
                    raise Refused("window shorter than the grain")
                return [self._window(context, lambda end: self.clock.add(end, -by.amount, by.unit))]
            case syntax.ToDate(grain=grain):
                instant = timedelta(microseconds=1)
                return [self._window(context, lambda end: self.clock.period(end - instant, grain).start)]
            case syntax.Running():
                always = context.period is When.ALWAYS
                return [context if always else self._window(context, lambda end: BEGINNING)]
            case syntax.Total(by=by, ignoring_filters=ignoring):
                kept = tuple((k, v) for k, v in context.keys if isinstance(k, Key) and self.listed(k, by))
                filters = () if ignoring else context.filters
                return [replace(context, keys=kept, filters=filters, totalled=True)]
        return [context]

    def _cut(self, context: Context, aligned: bool) -> Context:
        return replace(context, limit=self.clock.now) if aligned else context

    def _prior(self, context: Context, by: syntax.Duration | syntax.Parameter) -> Context:
        if context.period is When.ALWAYS:
            raise Refused("no period")
        return replace(context, moves=(*context.moves, self.rows.duration(by)))

    def _window(self, context: Context, start: Callable[[datetime], Any]) -> Context:
        """A wider period that ends where the period ends; the null period has none."""
        if context.period is When.ALWAYS:
            raise Refused("no period")
        if not isinstance(context.period, Period):
            return replace(context, period=When.NEVER)
        end = context.period.end
        return replace(context, period=Period(start(end), end))

    def listed(self, key: Key, names: tuple[syntax.Name, ...]) -> bool:
        """Whether a group is one of those that `by` or `within` lists, in full or bare."""
        wanted = [self.full(name) for name in names]
        return isinstance(key.expression, syntax.Name) and self.full(key.expression) in wanted

    def full(self, name: syntax.Name) -> Path:
        if len(name.parts) > 1 or name.parts[0] in self.catalog.section("dimensions"):
            return name.parts
        owners = self.catalog.owners(name.parts[0])
        return owners[0] if len(owners) == 1 else name.parts

    def _shifted(self, node: syntax.Shifted, context: Context) -> Value:
        """prior; m - prior; (m - prior) / abs(prior)"""
        values = [self.value(node.formula, c) for c in self.inner(node, context)]
        if node.function == "prior":
            return values[0]
        now, prior = values
        if now is None or prior is None:
            return None
        if node.function == "change":
            return now - prior
        return (now - prior) / abs(prior) if prior else None

    def _rank(self, node: syntax.Rank, context: Context) -> Value:
        """1, 2, 2, 4 over the result's groups of the period; null has none, and so has Other."""
        own = dict(context.keys)
        if OTHER in [v for k, v in context.keys if isinstance(k, Key) and k.kept is not None]:
            return None
        if context.keys not in context.peers:
            raise Refused("rank without the result's groups")
        within = [k for k, _ in context.keys if isinstance(k, Key) and self.listed(k, node.within)]
        if len(within) < len(node.within):
            raise Refused("rank within what is not asked")
        peers = [p for p in context.peers if all(dict(p)[k] == own[k] for k in within)]
        values = [self.value(node.formula, replace(context, keys=p)) for p in peers]
        mine = self.value(node.formula, context)
        order = self.order(node.formula)
        if mine is None:
            return None
        return 1 + sum(1 for value in values if value is not None and order(value) < order(mine))

    def order(self, node: syntax.Expression) -> Callable[[Value], Any]:
        """Best first, by `better` of the metric."""
        name = node.parts[0] if isinstance(node, syntax.Name) else ""
        if name in self.names:
            return self.order(self.names[name])
        return ascending if self.catalog.metric_setting(name, "better") == "down" else descending

    # per (section 4)

    def _per(self, node: syntax.Aggregate, context: Context) -> Value:
        """The formula in the context for each k, then aggregated."""
        if node.function in ("first", "last") and not any(map(self.clock.is_grain, node.per)):
            raise Unspecified("an order of the keys")
        contexts = [
            replace(part, keys=(*part.keys, *keys))
            for part in self._parts(node, context)
            for keys in self._each(node, part)
        ]
        values = [tuple(self.value(a, c) for a in node.arguments) for c in contexts]
        return aggregate(node.function, values, node.distinct)

    def _parts(self, node: syntax.Aggregate, context: Context) -> list[Context]:
        """As a grain: the overlap of the period, as it was before, with each period that has begun."""
        grains = [k.parts[0] for k in node.per if self.clock.is_grain(k)]
        if not grains:
            return [context]
        if len(node.per) > 1:
            raise Unspecified("a grain among several keys")
        if context.period is When.ALWAYS:
            raise Refused("no period")
        if not isinstance(context.period, Period):
            return []
        start, end = self.leaves.bounds(context)
        for move in reversed(context.moves):
            start, end = (self.clock.first_moved_to(t, move.amount, move.unit) for t in (start, end))
        if start == BEGINNING:
            begun = min(self._beginnings(node, context, end), default=None)
            if begun is None:
                return []
            start = self.clock.period(begun, grains[0]).start
        context = replace(context, moves=(), limit=None, grain=grains[0])
        overlaps = [
            Period(max(start, p.start), min(end, p.end)) for p in self.clock.periods(grains[0], start, end)
        ]
        return [replace(context, period=p) for p in overlaps if p.start < self.clock.now]

    def _beginnings(self, node: syntax.Aggregate, context: Context, end: datetime) -> Iterator[datetime]:
        """Times from which there are periods: of the rows that the filters leave, of any group."""
        for leaf in self.all_leaves(node.arguments):
            for row in self.leaves.read(Leaf(None, leaf.entity, None), Context(filters=context.filters)):
                begun = self.leaves.moved(self.leaves.beginning(leaf, row), ())
                if begun is not None and begun < end:
                    yield begun

    def _each(self, node: syntax.Aggregate, context: Context) -> list[tuple[tuple[Key | RowOf, Value], ...]]:
        """As an entity: each row in the groups and filters. As a path: each value of the context's rows."""
        keys = [self._k(name) for name in node.per if not self.clock.is_grain(name)]
        if any(isinstance(k, RowOf) for k in keys):
            if len(keys) > 1:
                raise Unspecified("an entity among several keys")
            list(self.reads(node.arguments, context))  # what is an error is one without any rows too
            (key,) = keys
            return [((key, row),) for row in self.leaves.read(Leaf(None, key.entity, None), context)]
        if not keys:
            return [()]
        within = replace(context, present=(*context.present, *keys))
        found = {
            tuple(self.leaves.key(k, leaf, row) for k in keys)
            for leaf, inner in self.reads(node.arguments, within)
            for row in self._rows_within(leaf, inner, within)
        }
        return [tuple(zip(keys, values, strict=True)) for values in found]

    def _rows_within(self, leaf: Leaf, inner: Context, outer: Context) -> list[Row]:
        """What a leaf reads of the outer context's groups: a total inside `per` does not widen those."""
        try:
            return self.leaves.read(leaf, replace(inner, keys=outer.keys, filters=outer.filters))
        except Refused:
            if inner.totalled:  # it need not reach them
                return []
            raise

    def _k(self, name: syntax.Name) -> Key | RowOf:
        if len(name.parts) == 1 and name.parts[0] in self.catalog.entities:
            return RowOf(name.parts[0])
        return Key(name)

    # what is read (sections 3 and 4: which groups, and which k, there are)

    def all_leaves(self, node: object) -> Iterator[Leaf]:
        """Every leaf of a formula, whatever the context."""
        if isinstance(node, syntax.Aggregate) and not node.per:
            yield self.leaves.leaf(node)
        else:
            for part in self._inside(node):
                yield from self.all_leaves(part)

    def reads(self, node: object, context: Context) -> Iterator[tuple[Leaf, Context]]:
        """Every leaf of a formula in each of its contexts; `(F where C)` removes nothing here."""
        match node:
            case syntax.Aggregate(per=()):
                yield self.leaves.leaf(node), context
            case syntax.Aggregate():
                keys = tuple(self._k(name) for name in node.per if not self.clock.is_grain(name))
                yield from ((Leaf(None, k.entity, None), context) for k in keys if isinstance(k, RowOf))
                for part in self._parts(node, context):
                    yield from self.reads(node.arguments, replace(part, present=(*part.present, *keys)))
            case _ if isinstance(node, CONTEXTS):
                for inner in self.inner(node, context):
                    yield from self.reads(node.formula, inner)
            case _:
                for part in self._inside(node):
                    yield from self.reads(part, context)

    def _inside(self, node: object) -> tuple[object, ...]:
        """The formulas that a formula is made of."""
        match node:
            case syntax.Name():
                return (self.meant(node),)
            case syntax.Call():
                return (self.catalog.expanded(node) or node.arguments,)
            case syntax.Aggregate():
                return node.arguments
            case syntax.Narrowed() | syntax.Rank():
                return (node.formula,)
        return (node.formula,) if isinstance(node, CONTEXTS) else parts(node)


def _nominal(unit: str) -> float:
    """A unit's usual length in seconds."""
    return SECONDS[unit] if unit in SECONDS else MONTHS[unit] * 30.4375 * 86400
