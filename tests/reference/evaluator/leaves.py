"""Aggregates and the rows that they read in a context (section 3), stocks (section 5)."""

from __future__ import annotations

from datetime import datetime

from metricdsl.language import syntax
from tests.reference.evaluator.calendar import MONTHS, Moment, Period
from tests.reference.evaluator.catalog import Path, Refused, Unspecified, aggregate_entity, formula
from tests.reference.evaluator.contexts import OTHER, Context, Key, Leaf, RowOf, When, row_names
from tests.reference.evaluator.rows import Row, Rows
from tests.reference.evaluator.values import Duration, Value


class Leaves:
    """What aggregates read. `axis` is the question's own time axis."""

    def __init__(self, rows: Rows, axis: syntax.Name | None) -> None:
        self.rows, self.catalog, self.clock, self.axis = rows, rows.catalog, rows.clock, axis

    def leaf(self, node: syntax.Aggregate) -> Leaf:
        entity = aggregate_entity(self.catalog, node)
        self._check(node, entity)
        axis = self.rows.axis(node, entity)
        if self.axis is not None and not node.stock:
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
            far = [self._far(entity, name) for name in row_names(node.arguments[0])]
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
        inner = row_names(formula(field["expr"])) if "expr" in field else []
        return bool(inner) and all(self._far(entity, name) for name in inner)

    def time(self, leaf: Leaf, row: Row) -> Moment | None:
        if leaf.axis is None:
            raise Refused("no time axis")
        found: Moment | None = self.rows.read(row, leaf.axis, True)
        return found

    def beginning(self, leaf: Leaf, row: Row) -> Moment | None:
        """When a row comes into sight: its time; of a stock when its lifetime begins, or its snapshot's date."""
        if leaf.node is None or not leaf.node.stock:
            return self.time(leaf, row)
        name = row.entity.snapshot or (row.entity.lifetime or {})["from"]
        found: Moment | None = self.rows.field(row, name)
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
        if leaf.node is not None and leaf.node.stock == "start" and context.period is When.ALWAYS:
            raise Refused("no period")
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
            for name in row_names(inner):
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
