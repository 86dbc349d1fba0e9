"""Rows and row expressions: fields, joins, `has`, rollups, neighbours, sequences (sections 1 to 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from metricdsl.language import syntax
from tests.reference.evaluator.aggregates import aggregate
from tests.reference.evaluator.calendar import Clock, Moment
from tests.reference.evaluator.catalog import (
    Catalog,
    Entity,
    Path,
    Refused,
    Unspecified,
    aggregate_entity,
    formula,
)
from tests.reference.evaluator.values import Duration, Value, ascending, calculate, day_after


class Row:
    """One row of an entity; `stored` by field, and by column for those without a field."""

    def __init__(self, entity: Entity, number: int, stored: dict[str, Value]) -> None:
        self.entity, self.number, self.stored = entity, number, stored
        self.known: dict[Any, Value] = {}

    @property
    def key(self) -> Value:
        """What an aggregate that counts it distinct sees."""
        values = [self.stored[k] for k in self.entity.key]
        return values[0] if len(values) == 1 else tuple(values)


class Rows:
    """All rows of all entities, and what can be read on one row."""

    def __init__(
        self,
        catalog: Catalog,
        clock: Clock,
        tables: Mapping[str, list[dict[str, Any]]],
        values: Mapping[str, Any],
    ) -> None:
        self.catalog, self.clock, self.parameters = catalog, clock, values
        self.all = {
            e.name: [self._row(e, i, r) for i, r in enumerate(tables[e.table])]
            for e in catalog.entities.values()
        }

    def _row(self, entity: Entity, number: int, record: Mapping[str, Any]) -> Row:
        stored = {column: self._stored(value, {}) for column, value in record.items()}
        for name, field in entity.fields.items():
            if "expr" not in field:
                stored[name] = self._stored(record[field.get("column", name)], field)
        return Row(entity, number, stored)

    def _stored(self, value: Value, field: Mapping[str, Any]) -> Value:
        """Section 1: `stored_in` is the zone of a timestamp without one, `scale` divides a percent."""
        if isinstance(value, datetime):
            return self.clock.from_local(value, ZoneInfo(field.get("stored_in", "UTC")))
        if isinstance(value, Decimal):
            value = Fraction(value)
        return value / field["scale"] if "scale" in field and value is not None else value

    # names

    def read(self, row: Row | None, parts: Path, inside: bool) -> Value:
        """What a name is on a row; a join's value is its foreign key."""
        if row is None:
            return None
        hops, last = self.catalog.locate(row.entity.name, parts, inside)
        at = self.walk(row, hops)
        if at is None:
            return None
        if last is None:
            return at.key
        return self.foreign_key(at, last) if last in at.entity.joins else self.field(at, last)

    def walk(self, row: Row | None, hops: Path) -> Row | None:
        for hop in hops:
            row = None if row is None else self.joined(row, hop)
        return row

    def foreign_key(self, row: Row, join: str) -> Value:
        values = tuple(row.stored[own] for own, _ in row.entity.joins[join].columns)
        return None if None in values else values[0] if len(values) == 1 else values

    def joined(self, row: Row, name: str) -> Row | None:
        """The one row that a join leads to, or none (section 3: a row without a match stays)."""
        join = row.entity.joins[name]
        other = self.catalog.entities[join.entity]
        value = self.foreign_key(row, name)
        if value is None:
            return None
        theirs = [theirs or (other.key[0] if len(join.columns) == 1 and len(other.key) == 1 else own)
                  for own, theirs in join.columns]  # fmt: skip
        wanted = [row.stored[own] for own, _ in join.columns]
        for candidate in self.all[join.entity]:
            if [candidate.stored[t] for t in theirs] == wanted and self._stands(candidate, row, join.as_of):
                return candidate
        return None

    def _stands(self, candidate: Row, row: Row, as_of: str | None) -> bool:
        if as_of is None:
            return True
        moment = self.field(row, as_of)
        begun, ended = self.lifetime(candidate)
        return (
            moment is not None
            and begun is not None
            and self.clock.instant(begun) <= self.clock.instant(moment)
            and (ended is None or self.clock.instant(moment) < self.clock.instant(ended))
        )

    def lifetime(self, row: Row) -> tuple[Moment | None, Moment | None]:
        """Section 1: alive in [from, to); `inclusive` when `to` is the last day alive."""
        assert row.entity.lifetime is not None
        begun, ended = (self.field(row, row.entity.lifetime[k]) for k in ("from", "to"))
        if row.entity.lifetime.get("inclusive") and ended is not None:
            ended = day_after(ended)
        return begun, ended

    def field(self, row: Row, name: str) -> Value:
        field = row.entity.fields.get(name)
        if field is None or "expr" not in field:
            return row.stored[name]
        if name not in row.known:
            row.known[name] = self.value(formula(field["expr"]), row, inside=True)
        return row.known[name]

    # expressions

    def holds(self, condition: syntax.Expression | None, row: Row, inside: bool) -> bool:
        """Section 2: a condition that is null is not satisfied."""
        if condition is None:
            return True
        if (condition, inside) not in row.known:
            row.known[condition, inside] = self.value(condition, row, inside) is True
        return bool(row.known[condition, inside])

    def value(self, node: syntax.Expression, row: Row, inside: bool) -> Value:
        def named(part: syntax.Expression) -> Value:
            match part:
                case syntax.Name(parts=parts):
                    return self._name(row, parts, inside)
                case syntax.Parameter():
                    return self.parameter(part)
                case syntax.Call():
                    return self.value(self._body(part), row, inside)
                case syntax.Has(entity=entity, where=where):
                    return any(
                        self.holds(where, child, True) for child in self.children(row, entity.parts[0])
                    )
                case syntax.Aggregate():
                    return self._rollup(part, row)
                case syntax.Neighbour():
                    return self._neighbour(part, row)
            raise Refused(f"{type(part).__name__} on a row")

        return calculate(node, named, self.clock)

    def _name(self, row: Row, parts: Path, inside: bool) -> Value:
        if len(parts) == 1 and not (inside and parts[0] in (*row.entity.fields, *row.entity.joins)):
            segment = self.catalog.segment(parts[0])
            if segment is not None:
                return self.value(segment, row, inside=False)
        return self.read(row, parts, inside)

    def _body(self, call: syntax.Call) -> syntax.Expression:
        body = self.catalog.expanded(call)
        if body is None:
            raise Refused("unknown function")
        return body

    def parameter(self, node: syntax.Parameter) -> Value:
        """`$window`, whose value is a literal."""
        return calculate(self.parameters[node.name], lambda part: part, self.clock)

    def duration(self, node: syntax.Duration | syntax.Parameter) -> Duration:
        value = calculate(node, self.parameter, self.clock)
        assert isinstance(value, Duration)
        return value

    def children(self, row: Row, child: str) -> Iterator[Row]:
        """The rows of a child or grandchild entity that lead to this one."""
        hops = self.catalog.route(child, row.entity.name)
        if not hops:
            raise Refused("no child")
        return (c for c in self.all[child] if self.walk(c, hops) is row)

    def _rollup(self, node: syntax.Aggregate, row: Row) -> Value:
        """Section 1: all rows of a child, whatever the context."""
        child = aggregate_entity(self.catalog, node)
        if node.per or node.stock:
            raise Refused("a rollup in a context")
        rows = [c for c in self.children(row, child) if self.holds(node.where, c, True)]
        return self.aggregate(node, rows, child, self.axis(node, child))

    def aggregate(self, node: syntax.Aggregate, rows: list[Row], entity: str, axis: Path | None) -> Value:
        """An aggregate of rows that have been chosen."""
        if node.function in ("first", "last"):
            rows = self.in_order(rows, axis)
        if isinstance(node.arguments[0], syntax.Name) and node.arguments[0].parts == (entity,):
            return aggregate("count", [(True,) for _ in rows], False)
        values = [tuple(self.value(a, row, inside=True) for a in node.arguments) for row in rows]
        return aggregate(node.function, values, node.distinct)

    def axis(self, node: syntax.Aggregate, entity: str) -> Path | None:
        """The time axis: the entity's, unless `on` names another."""
        if node.on is not None:
            return node.on.parts
        time = self.catalog.entities[entity].time or self.catalog.entities[entity].snapshot
        return None if time is None else (time,)

    def in_order(self, rows: Iterable[Row], axis: Path | None) -> list[Row]:
        """By time, rows without one left out; the key decides among equal times."""
        if axis is None:
            raise Refused("no time axis")
        timed = [(self.clock.instant(t), r) for r in rows if (t := self.read(r, axis, True)) is not None]
        if any(not r.entity.key for _, r in timed) and len({t for t, _ in timed}) < len(timed):
            raise Unspecified("equal times of an entity without a key")
        return [
            r
            for _, r in sorted(
                timed, key=lambda p: (p[0], [ascending(p[1].stored[k]) for k in p[1].entity.key])
            )
        ]

    def _neighbour(self, node: syntax.Neighbour, row: Row) -> Value:
        """Section 2: x of the neighbouring row of the same k in the order of the entity's time."""
        key = self.read(row, node.per.parts, True)
        if key is None:
            return None
        time = row.entity.time
        same = [r for r in self.all[row.entity.name] if self.read(r, node.per.parts, True) == key]
        ordered = self.in_order(same, None if time is None else (time,))
        if row not in ordered:
            return None
        place = ordered.index(row) + (1 if node.function == "next" else -1)
        return self.value(node.value, ordered[place], True) if 0 <= place < len(ordered) else None

    # sequences (section 4)

    def chains(self, row: Row, steps: tuple[syntax.Step, ...]) -> Iterator[tuple[Row, ...]]:
        """Every way in which rows follow this one, step by step; none where something fits a negated step."""

        def grow(chain: tuple[Row, ...], rest: tuple[syntax.Step, ...]) -> Iterator[tuple[Row, ...]]:
            if not rest:
                yield chain
                return
            fitting = [r for r in self.all[rest[0].entity.parts[0]] if self._follows(chain, r, rest[0])]
            if rest[0].negated:
                if len(rest) > 1:
                    raise Unspecified("a step behind `not followed by`")
                if not fitting:
                    yield chain
            else:
                for found in fitting:
                    yield from grow((*chain, found), rest[1:])

        return grow((row,), steps[1:])

    def _follows(self, chain: tuple[Row, ...], row: Row, step: syntax.Step) -> bool:
        if (
            row in chain
            or not self.holds(step.where, row, True)
            or not self._linked(chain[-1], row, step.via)
        ):
            return False
        before, after = self.time(chain[-1]), self.time(row)
        if before is None or after is None or self.clock.instant(after) < self.clock.instant(before):
            return False
        if step.within is None:
            return True
        least, most = (None if w is None else self.duration(w) for w in step.within)
        assert most is not None
        return self._reached(before, least, after) and not self._passed(before, most, after)

    def _reached(self, before: Moment, least: Duration | None, after: Moment) -> bool:
        if least is None:
            return True
        return self.clock.instant(self.clock.add(before, least.amount, least.unit)) <= self.clock.instant(
            after
        )

    def _passed(self, before: Moment, most: Duration, after: Moment) -> bool:
        return self.clock.instant(self.clock.add(before, most.amount, most.unit)) < self.clock.instant(after)

    def time(self, row: Row) -> Moment | None:
        if row.entity.time is None:
            raise Refused("no time axis")
        found: Moment | None = self.field(row, row.entity.time)
        return found

    def _linked(self, before: Row, after: Row, via: syntax.Name | None) -> bool:
        """The same `via` on both sides; left out when one side joins the other. Null matches nothing."""
        if via is not None:
            value = self.read(before, via.parts, True)
            return value is not None and value == self.read(after, via.parts, True)
        for one, other in ((before, after), (after, before)):
            joins = [n for n, j in one.entity.joins.items() if j.entity == other.entity.name]
            if len(joins) > 1:
                raise Refused("ambiguous")
            if joins:
                return self.joined(one, joins[0]) is other
        raise Refused("no via")
