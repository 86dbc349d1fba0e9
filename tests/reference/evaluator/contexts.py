"""A metric is a function from a context to a number: leaves (section 3), other contexts (4), stocks (5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from metricdsl.language import syntax
from tests.reference.evaluator.aggregates import aggregate
from tests.reference.evaluator.calendar import MONTHS, SECONDS, Moment, Period
from tests.reference.evaluator.catalog import (
    Path,
    Refused,
    Unspecified,
    aggregate_entity,
    formula,
)
from tests.reference.evaluator.rows import Row, Rows
from tests.reference.evaluator.values import Duration, Value, ascending, calculate, descending


class When(Enum):
    """What a context may have in place of a period."""

    ALWAYS = "there is no period"
    UNDATED = "the null period: rows whose time is null"
    NEVER = "no row at all"


@dataclass(frozen=True)
class Key:
    """A group, or the k of `per k`. `kept` is set where the other values make one group."""

    expression: syntax.Expression | syntax.GrainOf | syntax.Since
    kept: frozenset[Value] | None = None


@dataclass(frozen=True)
class RowOf:
    """The k of `per ENTITY`: the entity's row that a row leads to."""

    entity: str


@dataclass(frozen=True)
class Context:
    """Group values, a period, filters; and how far row times are moved before they are compared with it.

    `limit` cuts the period (`aligned`), `peers` are the groups that `rank` is over, `grain` that of the
    period; `present` are the k that a row must have, where it does not matter which.
    """

    keys: tuple[tuple[Key | RowOf, Value], ...] = ()
    period: Period | When = When.ALWAYS
    moves: tuple[Duration, ...] = ()
    filters: tuple[syntax.Expression, ...] = ()
    narrowed: tuple[syntax.Expression, ...] = ()
    limit: datetime | None = None
    peers: tuple[tuple[tuple[Key | RowOf, Value], ...], ...] = ()
    grain: str | None = None
    present: tuple[Key | RowOf, ...] = ()
    totalled: bool = False


@dataclass(frozen=True)
class Leaf:
    """An aggregate, its entity and time axis; without a node all rows of an entity, whatever their time."""

    node: syntax.Aggregate | None
    entity: str
    axis: Path | None


class Other:
    """The group that `with others` makes of all values but the best."""

    def __str__(self) -> str:
        return "Other"


OTHER = Other()


class Metrics:
    """Formulas in contexts. `axis` is the question's own time axis, `names` its aliases."""

    def __init__(self, rows: Rows, axis: syntax.Name | None, names: dict[str, syntax.Expression]) -> None:
        self.rows, self.catalog, self.clock = rows, rows.catalog, rows.clock
        self.axis, self.names = axis, names

    # leaves

    def leaf(self, node: syntax.Aggregate) -> Leaf:
        entity = aggregate_entity(self.catalog, node)
        self._check(node, entity)
        axis = self.rows.axis(node, entity)
        if self.axis is not None:
            hops, last = self.catalog.locate(entity, self.axis.parts, self._own(entity, self.axis.parts))
            assert last is not None
            axis = (*hops, last)
        return Leaf(node, entity, axis)

    def _own(self, entity: str, parts: Path) -> bool:
        return len(parts) == 1 and parts[0] in self.catalog.entities[entity].fields

    def _check(self, node: syntax.Aggregate, entity: str) -> None:
        """Section 5: a snapshot is never added over time. Section 3: a sum never repeats a value silently."""
        own = self.catalog.entities[entity]
        if own.snapshot and node.stock is None and node.function not in ("min", "max"):
            raise Refused("snapshot over time")
        if (node.stock and not (own.lifetime or own.snapshot)) or (node.stock == "during" and own.snapshot):
            raise Refused("not a stock")
        if node.function == "sum" and not isinstance(node.arguments[0], syntax.Sequence):
            far = [self._far(entity, name) for name in names(node.arguments[0])]
            if bool(far and all(far)) != node.repeated:
                raise Refused("repeated")

    def _far(self, entity: str, parts: Path) -> bool:
        """Whether a name ends behind a join that is not one-to-one."""
        if not parts:
            return False
        hops, last = self.catalog.locate(entity, parts, True)
        for hop in hops:
            here = self.catalog.entities[entity]
            join = here.joins[hop]
            if {own for own, _ in join.columns} != set(here.key):
                return True
            entity = join.entity
        field = self.catalog.entities[entity].fields.get(last or "", {})
        inner = names(formula(field["expr"])) if "expr" in field else []
        return bool(inner) and all(self._far(entity, name) for name in inner)

    def time(self, leaf: Leaf, row: Row) -> Moment | None:
        if leaf.axis is None:
            raise Refused("no time axis")
        found: Moment | None = self.rows.read(row, leaf.axis, True)
        return found

    def moved(self, moment: Moment | None, moves: tuple[Duration, ...]) -> datetime | None:
        """Section 4: each row's time is moved forward, the outer shift first."""
        for move in moves:
            moment = None if moment is None else self.clock.add(moment, move.amount, move.unit)
        return None if moment is None else self.clock.instant(moment)

    def key(self, key: Key | RowOf, leaf: Leaf, row: Row) -> Value:
        """The group that a row is in."""
        if isinstance(key, RowOf):
            return self.rows.walk(row, self.catalog.route(row.entity.name, key.entity))
        memo = (key.expression, leaf)
        if memo not in row.known:
            row.known[memo] = self._group(key.expression, leaf, row)
        value = row.known[memo]
        return OTHER if key.kept is not None and value not in key.kept else value

    def _group(
        self, expression: syntax.Expression | syntax.GrainOf | syntax.Since, leaf: Leaf, row: Row
    ) -> Value:
        match expression:
            case syntax.GrainOf(grain=grain, field=field):
                moment = self.rows.value(field, row, inside=False)
                return (
                    None
                    if moment is None
                    else self.clock.shown(self.clock.period(moment, grain).label, grain)
                )
            case syntax.Since(unit=unit, field=field):
                start = self.rows.value(field, row, inside=False)
                if leaf.node is None or leaf.node.stock:
                    raise Unspecified("time since, for rows without a time")
                end = self.time(leaf, row)
                if start is None or end is None:
                    return None
                if unit in MONTHS:
                    return self.clock.whole(start, end, unit)
                return int(self.clock.elapsed(start, end, unit))
            case _:
                return self.rows.value(expression, row, inside=False)

    def read(self, leaf: Leaf, context: Context) -> list[Row]:
        """The rows of a leaf's entity that are in a context; the leaf's own conditions are not looked at."""
        conditions = (*context.filters, *context.narrowed)
        self._reach(
            leaf.entity, (*conditions, *(k.expression for k, _ in context.keys if isinstance(k, Key)))
        )
        return [
            row
            for row in self.rows.all[leaf.entity]
            if self._in_period(leaf, row, context)
            and all(self.rows.holds(c, row, inside=False) for c in conditions)
            and all(self.key(key, leaf, row) == value for key, value in context.keys)
            and all(self.key(key, leaf, row) is not None for key in context.present)
        ]

    def _reach(self, entity: str, expressions: tuple[object, ...]) -> None:
        """Section 3: a dimension or filter that the entity cannot reach is an error, rows or not."""
        for expression in expressions:
            inner = expression.field if isinstance(expression, (syntax.GrainOf, syntax.Since)) else expression
            for name in names(inner):
                if name and (len(name) > 1 or self.catalog.segment(name[0]) is None):
                    self.catalog.locate(entity, name, inside=False)

    def _in_period(self, leaf: Leaf, row: Row, context: Context) -> bool:
        if leaf.node is None:
            return True
        if leaf.node.stock:
            return self._in_stock(leaf.node.stock, row, context)
        if context.period is When.ALWAYS:
            return True
        moment = self.moved(self.time(leaf, row), context.moves)
        if not isinstance(context.period, Period):
            return moment is None and context.period is When.UNDATED
        start, end = self.bounds(context)
        return moment is not None and start <= moment < end

    def bounds(self, context: Context) -> tuple[datetime, datetime]:
        """The period's start and end, cut by `aligned`."""
        assert isinstance(context.period, Period)
        limit = context.limit or datetime.max
        return min(context.period.start, limit), min(context.period.end, limit)

    # stocks (section 5)

    def _in_stock(self, stock: str, row: Row, context: Context) -> bool:
        if context.period is When.ALWAYS:  # read at the as-of instant
            if stock == "start":
                raise Refused("no period")
            stock, start, end = "end", self.clock.now, self.clock.now
        elif isinstance(context.period, Period):
            start, end = self.bounds(context)
        else:
            return False
        if row.entity.snapshot:
            return self._last_snapshot(row, start if stock == "start" else end, context.moves)
        begun, ended = (self.moved(t, context.moves) for t in self.rows.lifetime(row))
        if begun is None:
            return False
        ended = ended or datetime.max
        match stock:
            case "start":
                return begun < start <= ended
            case "end":
                return begun < end <= ended
            case _:
                return (begun < end and start < ended) or start <= begun < end

    def _last_snapshot(self, row: Row, boundary: datetime, moves: tuple[Duration, ...]) -> bool:
        """Per key less the date the last row before a boundary, of all rows."""
        date = row.entity.snapshot
        assert date is not None

        def thing(r: Row) -> list[Value]:
            return [r.stored[k] for k in r.entity.key if k != date]

        def time(r: Row) -> datetime | None:
            moment = self.moved(self.rows.field(r, date), moves)
            return moment if moment is not None and moment < boundary else None

        if time(row) is None:
            return False
        before = [r for r in self.rows.all[row.entity.name] if thing(r) == thing(row) and time(r) is not None]
        return row is max(before, key=lambda r: self.clock.instant(self.rows.field(r, date)))

    # formulas

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
        leaf = self.leaf(node)
        rows = [r for r in self.read(leaf, context) if self.rows.holds(node.where, r, inside=True)]
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
                if context.grain and _nominal(by.unit) * by.amount < _nominal(context.grain):
                    raise Refused("window shorter than the grain")
                return [self._window(context, lambda end: self.clock.add(end, -by.amount, by.unit))]
            case syntax.ToDate(grain=grain):
                instant = timedelta(microseconds=1)
                return [self._window(context, lambda end: self.clock.period(end - instant, grain).start)]
            case syntax.Running():
                return [
                    context
                    if context.period is When.ALWAYS
                    else self._window(context, lambda end: datetime.min)
                ]
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

    def _window(self, context: Context, start: object) -> Context:
        """A wider period that ends where the period ends; the null period has none."""
        if context.period is When.ALWAYS:
            raise Refused("no period")
        if not isinstance(context.period, Period):
            return replace(context, period=When.NEVER)
        end = context.period.end
        return replace(context, period=Period(start(end), end))  # type: ignore[operator]  # Moment -> Moment

    def listed(self, key: Key, names: tuple[syntax.Name, ...]) -> bool:
        """Whether a group is one of those that `by` or `within` lists."""
        return any(self._same(key.expression, name) for name in names)

    def _same(self, expression: object, name: syntax.Name) -> bool:
        """The same field, written in full or bare."""
        if not isinstance(expression, syntax.Name):
            return False
        return self.full(expression) == self.full(name)

    def full(self, name: syntax.Name) -> Path:
        if len(name.parts) > 1 or name.parts[0] in self.catalog.section("dimensions"):
            return name.parts
        owners = [e.name for e in self.catalog.entities.values() if name.parts[0] in e.fields]
        return (*owners, *name.parts) if len(owners) == 1 else name.parts

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
        return (
            None if mine is None else 1 + sum(1 for v in values if v is not None and order(v) < order(mine))
        )

    def order(self, node: syntax.Expression):  # type: ignore[no-untyped-def]  # a sort key
        """Best first, by `better` of the metric."""
        name = node.parts[0] if isinstance(node, syntax.Name) else ""
        if name in self.names:
            return self.order(self.names[name])
        return ascending if self.catalog.metric_setting(name, "better") == "down" else descending

    # per (section 4)

    def _per(self, node: syntax.Aggregate, context: Context) -> Value:
        """The formula in the context for each k, then aggregated."""
        if node.function in ("first", "last"):
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
        grains = [k.parts[0] for k in node.per if _is_grain(k)]
        if not grains:
            return [context]
        if len(node.per) > 1:
            raise Unspecified("a grain among several keys")
        if context.period is When.ALWAYS:
            raise Refused("no period")
        if not isinstance(context.period, Period):
            return []
        start, end = self.bounds(context)
        for move in reversed(context.moves):
            start, end = (self.clock.first_moved_to(t, move.amount, move.unit) for t in (start, end))
        if start == datetime.min:
            raise Unspecified("the periods since the beginning")
        context = replace(context, moves=(), limit=None, grain=grains[0])
        overlaps = [
            Period(max(start, p.start), min(end, p.end)) for p in self.clock.periods(grains[0], start, end)
        ]
        return [replace(context, period=p) for p in overlaps if p.start < self.clock.now]

    def _each(self, node: syntax.Aggregate, context: Context) -> list[tuple[tuple[Key | RowOf, Value], ...]]:
        """As an entity: each row in the groups and filters. As a path: each value of the context's rows."""
        keys = [self._k(name) for name in node.per if not _is_grain(name)]
        if any(isinstance(k, RowOf) for k in keys):
            if len(keys) > 1:
                raise Unspecified("an entity among several keys")
            list(self.reads(node.arguments, context))  # what is an error is one without any rows too
            (key,) = keys
            return [((key, row),) for row in self.read(Leaf(None, key.entity, None), context)]
        if not keys:
            return [()]
        within = replace(context, present=(*context.present, *keys))
        found = {
            tuple(self.key(k, leaf, row) for k in keys)
            for leaf, inner in self.reads(node.arguments, within)
            for row in self._rows_within(leaf, inner, within)
        }
        return [tuple(zip(keys, values, strict=True)) for values in found]

    def _rows_within(self, leaf: Leaf, inner: Context, outer: Context) -> list[Row]:
        """What a leaf reads of the outer context's groups: a total inside `per` does not widen those."""
        try:
            return self.read(leaf, replace(inner, keys=outer.keys, filters=outer.filters))
        except Refused:
            if inner.totalled:  # it need not reach them
                return []
            raise

    def _k(self, name: syntax.Name) -> Key | RowOf:
        if len(name.parts) == 1 and name.parts[0] in self.catalog.entities:
            return RowOf(name.parts[0])
        return Key(name)

    def leaves(self, node: object) -> Iterator[Leaf]:
        """Every leaf of a formula, whatever the context."""
        match node:
            case syntax.Name():
                yield from self.leaves(self.meant(node))
            case syntax.Call() if (body := self.catalog.expanded(node)) is not None:
                yield from self.leaves(body)
            case syntax.Aggregate(per=()):
                yield self.leaf(node)
            case syntax.Aggregate() | syntax.Call():
                yield from self.leaves(node.arguments)
            case syntax.Shifted() | syntax.Trailing() | syntax.ToDate() | syntax.Running() | syntax.Total():
                yield from self.leaves(node.formula)
            case syntax.Narrowed() | syntax.Rank():
                yield from self.leaves(node.formula)
            case _:
                for part in parts(node):
                    yield from self.leaves(part)

    # what is read (sections 3 and 4: which groups, and which k, there are)

    def reads(self, node: object, context: Context) -> Iterator[tuple[Leaf, Context]]:
        """Every leaf of a formula in each of its contexts; `(F where C)` removes nothing here."""
        match node:
            case syntax.Name():
                yield from self.reads(self.meant(node), context)
            case syntax.Call() if (body := self.catalog.expanded(node)) is not None:
                yield from self.reads(body, context)
            case syntax.Aggregate(per=()):
                yield self.leaf(node), context
            case syntax.Aggregate():
                keys = tuple(self._k(name) for name in node.per if not _is_grain(name))
                for key in keys:
                    if isinstance(key, RowOf):
                        yield Leaf(None, key.entity, None), context
                for part in self._parts(node, context):
                    yield from self.reads(node.arguments, replace(part, present=(*part.present, *keys)))
            case syntax.Shifted() | syntax.Trailing() | syntax.ToDate() | syntax.Running() | syntax.Total():
                for inner in self.inner(node, context):
                    yield from self.reads(node.formula, inner)
            case syntax.Narrowed() | syntax.Rank():
                yield from self.reads(node.formula, context)
            case tuple():
                for part in node:
                    yield from self.reads(part, context)
            case (
                syntax.Operation() | syntax.Membership() | syntax.Between() | syntax.IsNull() | syntax.Case()
            ):
                for slot in type(node).__slots__:
                    yield from self.reads(getattr(node, slot) if slot != "span" else None, context)
            case syntax.Call():
                yield from self.reads(node.arguments, context)


def _is_grain(name: syntax.Name) -> bool:
    return len(name.parts) == 1 and name.parts[0] in (*MONTHS, *SECONDS)


def _nominal(unit: str) -> float:
    """A unit's usual length in seconds."""
    return SECONDS[unit] if unit in SECONDS else MONTHS[unit] * 30.4375 * 86400


def parts(node: object) -> tuple[object, ...]:
    """What an operator or a function of values is made of."""
    match node:
        case tuple():
            return node
        case syntax.Operation() | syntax.Membership() | syntax.Between() | syntax.IsNull() | syntax.Case():
            return tuple(getattr(node, slot) for slot in type(node).__slots__ if slot != "span")
        case syntax.Call(arguments=arguments):
            return arguments
    return ()


def names(tree: object) -> list[Path]:
    """The names in a row expression that are read on the row itself; () for what is read on other rows."""
    match tree:
        case syntax.Name(parts=path):
            return [path]
        case syntax.Aggregate() | syntax.Has() | syntax.Neighbour():
            return [()]
    return [name for part in parts(tree) for name in names(part)]


__all__ = ["OTHER", "Context", "Key", "Leaf", "Metrics", "When"]
