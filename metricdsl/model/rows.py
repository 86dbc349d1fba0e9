"""Row expressions: what names mean on one row of an entity."""

from __future__ import annotations

from dataclasses import dataclass, replace

from metricdsl.catalog import habits
from metricdsl.errors import MetricError, did_you_mean, fail
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula
from metricdsl.model import joins
from metricdsl.model.arguments import aggregate_type, aggregated_entity, arguments_of, check_plain
from metricdsl.model.definitions import EntityDefinition
from metricdsl.model.dimensions import bare_dimension, dimension_value, literal_meant, segment_condition
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import (
    Apply,
    CaseWhen,
    Column,
    Constant,
    Derived,
    Dimension,
    ForeignKey,
    Neighbour,
    Path,
    PrimaryKey,
    Rollup,
    TimeShift,
    Truncated,
    Value,
)  # fmt: skip
from metricdsl.model.scalars import BOOLEAN, condition, resolve
from metricdsl.source import Span
from metricdsl.types import FIELD_TYPES, ValueType


@dataclass(frozen=True, eq=False)
class RowScope:
    """One row of `base`, seen from the entity at the end of `path`.

    `bare` allows that entity's own fields without its name, as inside an aggregate. `parent` is the
    row's parent scope inside a rollup. `axis` is the time of the aggregate that reads the row.
    """

    environment: Environment
    base: str
    path: Path = ()
    entity: str = ""
    bare: bool = True
    parent: RowScope | None = None
    axis: Value | None = None
    expanding: tuple[str, ...] = ()

    @property
    def here(self) -> EntityDefinition:
        return self.environment.definitions.entity(self.entity or self.base)

    def within(self, function: str) -> RowScope:
        return replace(self, expanding=(*self.expanding, function))

    # --- names ----------------------------------------------------------------------------------

    def named(self, name: syntax.Name) -> Value:
        first = name.parts[0]
        if self.bare:
            for scope in (self, self.parent):
                if scope is not None and scope.begins(name.parts):
                    return scope.follow(name.parts, name.span)
        entries = self.environment.definitions.entries
        if len(name.parts) > 1 and first in entries.entities:
            return self.qualified(first, name.parts[1:], name.span)
        if len(name.parts) == 1:
            if first in entries.segments:
                return self._segment(first, name.span)
            if first in entries.dimensions:
                return self.shared(first, name.span)
            if not self.bare:
                dimension = bare_dimension(self.environment, name)
                return dimension_value(dimension, self)
        raise self._unknown(name)

    def begins(self, parts: tuple[str, ...]) -> bool:
        """Whether a path begins here; a field before a dot is meant only where no entity has its name."""
        first, entities = parts[0], self.environment.definitions.entries.entities
        return first in self.here.joins or (
            first in self.here.fields and (len(parts) == 1 or first not in entities)
        )

    def _unknown(self, name: syntax.Name) -> MetricError:
        first = name.parts[0]
        entries = self.environment.definitions.entries
        if self.bare:
            known = [*self.here.fields, *self.here.joins, *entries.segments, *entries.dimensions]
            if len(name.parts) > 1:
                known += list(entries.entities)
            message = f"{self.here.name} has no field or join '{first}'"
        else:
            known = [*entries.entities, *entries.segments, *entries.dimensions]
            message = f"'{first}' is no entity, segment or dimension"
        hints = literal_meant(first, self.environment) if len(name.parts) == 1 else ()
        hints = hints or did_you_mean(first, known)
        return fail("unknown-name", message, part_of(name.span, first), *hints)

    def qualified(self, root: str, rest: tuple[str, ...], span: Span) -> Value:
        """`accounts.region` read on a row of this scope."""
        definitions = self.environment.definitions
        if self.parent is not None and root == self.parent.here.name:
            return self.parent.follow(rest, span)
        if root == self.here.name:
            return self.follow(rest, span)
        way = joins.the_path(definitions, self.here.name, root, f"'{'.'.join((root, *rest))}'", span)
        return replace(self, path=self.path + way, entity=root).follow(rest, span)

    def follow(self, parts: tuple[str, ...], span: Span) -> Value:
        """Joins and at last a field or a join, from this entity on."""
        scope = self
        for index, part in enumerate(parts):
            here, last = scope.here, index == len(parts) - 1
            if last and part in here.fields:
                return scope.field(part, span)
            if part not in here.joins:
                kind = "field or join" if last else "join"
                raise fail(
                    "unknown-name",
                    f"{here.name} has no {kind} '{part}'",
                    part_of(span, part),
                    *did_you_mean(part, [*here.joins, *(here.fields if last else ())]),
                )
            join = here.joins[part]
            if join.unmapped is not None:
                raise join.unmapped
            if last:
                target = self.environment.definitions.entity(join.target)
                return ForeignKey(scope.path, here.name, part, target.key_type())
            scope = replace(scope, path=(*scope.path, part), entity=join.target)
        raise AssertionError(parts)

    def field(self, name: str, span: Span) -> Value:
        """A stored field, or the meaning of its expression."""
        definition = self.here.fields[name]
        definition.require(span)
        if definition.expression is None:
            assert definition.type is not None
            return Column(self.path, self.here.name, name, definition.type)
        mark = f"{self.here.name}.{name}"
        if mark in self.expanding:
            chain = " → ".join((*self.expanding[self.expanding.index(mark) :], mark))
            raise fail("cycle", f"fields refer to each other in a circle: {chain}", definition.span)
        scope = replace(self, bare=True, parent=None, expanding=(*self.expanding, mark))
        try:
            value = resolve(parse_formula(definition.expression), scope)
        except MetricError as error:
            raise _perhaps_a_type(error, definition.expression.value) from None
        if definition.type is not None and definition.type != value.type:
            value = _declared(value, definition.type, definition.span)
        return value if not self.path or null_without_row(value) else self._where_there(value)

    def _where_there(self, value: Value) -> Value:
        """A value of a joined row; null where there is none, whatever the expression makes of nulls."""
        here = self.here
        if not here.key:
            return value
        key = PrimaryKey(self.path, here.name, here.key_type(), real=True)
        there = Apply("is not null", (key,), BOOLEAN)
        return CaseWhen(((there, value),), Constant(None, value.type), value.type)

    def _segment(self, name: str, span: Span) -> Value:
        entry = self.environment.definitions.entries.segments[name]
        if name in self.expanding:
            raise fail("cycle", f"segment '{name}' refers to itself", span)
        _ = entry.model
        scope = replace(self, bare=False, parent=None, expanding=(*self.expanding, name))
        return condition(segment_condition(self.environment, name), scope)

    def shared(self, name: str, span: Span) -> Value:
        """A dimension that several entities carry: the one member that this entity has or reaches."""
        definitions = self.environment.definitions
        members = [tuple(m.split(".")) for m in definitions.entries.dimensions[name].model.members]
        own = [m for m in members if m[0] == self.here.name]
        if own:
            return self.follow(own[0][1:], span)
        reachable = [m for m in members if joins.paths(definitions, self.here.name, m[0])]
        if len(reachable) == 1:
            return self.qualified(reachable[0][0], reachable[0][1:], span)
        if not reachable:
            carriers = ", ".join(sorted({m[0] for m in members}))
            raise fail(
                "unreachable",
                f"{self.here.name} has no join that leads to the dimension '{name}'",
                span,
                f"these carry it: {carriers}",
            )
        raise fail(
            "ambiguous-path",
            f"'{name}' can be reached from {self.here.name} in {len(reachable)} ways",
            span,
            "name one: " + ", ".join(".".join(m) for m in reachable),
        )

    # --- larger constructs -----------------------------------------------------------------------

    def other(self, node: syntax.Expression) -> Value:
        match node:
            case syntax.Has(entity=entity, where=where):
                count = syntax.Aggregate("count", (entity,), where=where, span=node.span)
                rollup = self._rollup(count, exists=True)
                present = Derived(self.path, self.here.name, rollup, ValueType("integer"))
                return Apply(">", (present, Constant(0, ValueType("integer"))), BOOLEAN)
            case syntax.Aggregate() if not self.bare:
                raise fail(
                    "aggregate-in-where",
                    "a condition on rows cannot look at an aggregate of many rows",
                    node.span,
                    "put a condition on the answer behind `having`",
                    "for a condition on children use has(… where …), or a rollup field",
                )
            case syntax.Aggregate(per=()):
                rollup = self._rollup(node)
                return Derived(self.path, self.here.name, rollup, aggregate_type(node, rollup.arguments))
            case syntax.Neighbour():
                return self._neighbour(node)
            case _:
                raise fail(
                    "not-on-a-row",
                    "this is a value of many rows; here every row is looked at by itself",
                    node.span,
                    "use an aggregate `per` something: avg(… per customers)",
                )

    def _rollup(self, node: syntax.Aggregate, exists: bool = False) -> Rollup:
        if node.on is not None or node.stock is not None:
            raise fail(
                "tail-not-allowed",
                "a rollup covers all rows of the child; 'on' and 'at' do not apply",
                node.span,
            )
        definitions = self.environment.definitions
        child = aggregated_entity(node, self.environment)
        parent = self.here.name
        if child == parent:
            raise fail("rollup-of-itself", f"{parent} cannot be rolled up onto itself", node.span)
        link = joins.the_path(definitions, child, parent, f"value for each of {parent}", node.span)
        own = replace(self, base=parent, path=(), entity=parent)
        scope = RowScope(
            self.environment, child, parent=replace(own, base=child, path=link), expanding=self.expanding
        )
        arguments, distinct = arguments_of(node, scope)
        if not exists:
            check_plain(node, scope.here, None)
        where = condition(node.where, scope) if node.where is not None else None
        axis = scope.here.axis
        time = scope.field(axis, node.span) if axis else None
        return Rollup(node.function, child, link, arguments, where, distinct, time)

    def _neighbour(self, node: syntax.Neighbour) -> Value:
        axis = self.here.axis
        if axis is None:
            raise fail(
                "no-time",
                f"{self.here.name} has no time, so its rows have no order",
                node.span,
                "add `time:`",
            )
        local = replace(self, base=self.here.name, path=(), entity=self.here.name, bare=True)
        value = resolve(node.value, local)
        per = local.named(node.per)
        time = local.field(axis, node.span)
        return Derived(self.path, self.here.name, Neighbour(node.function, value, per, time), value.type)


def null_without_row(value: Value) -> bool:
    """Whether a value is null by itself where all that it reads is null."""
    match value:
        case Column() | ForeignKey() | PrimaryKey() | Derived():
            return True
        case Apply(function="is null" | "is not null"):
            return False
        case Apply(function="and" | "or" | "coalesce", arguments=arguments):
            return all(null_without_row(a) for a in arguments)
        case Apply(arguments=arguments):
            return any(null_without_row(a) for a in arguments)
        case TimeShift(moment=moment) | Truncated(moment=moment):
            return null_without_row(moment)
        case Constant(value=None):
            return True
        case _:
            return False


def _declared(value: Value, kind: ValueType, span: Span) -> Value:
    """A value under the type that its field declares: a unit may be added, a kind not changed."""
    same_family = value.type.kind == kind.kind or (value.type.numeric and kind.numeric)
    if not same_family or (value.type.unit and kind.unit and value.type.unit != kind.unit):
        raise fail("type-mismatch", f"the field is declared {kind}, its expression is {value.type}", span)
    return Apply("typed", (value,), kind)


def part_of(span: Span, word: str) -> Span:
    """The place of one part of a path, where it can be told."""
    text = span.source.text[span.start : span.end]
    if text.count(word) != 1:
        return span
    start = span.start + text.index(word)
    return Span(span.source, start, start + len(word))


def dimension_of(environment: Environment, name: syntax.Name) -> Dimension:
    """What a path stands for in `by`, `total(… by …)`, `within`, `per`: independent of who reads it."""
    entries = environment.definitions.entries
    first = name.parts[0]
    if len(name.parts) == 1:
        return bare_dimension(environment, name)
    if first not in entries.entities:
        raise fail(
            "unknown-name",
            f"'{first}' is no entity",
            part_of(name.span, first),
            *did_you_mean(first, entries.entities),
        )
    RowScope(environment, first).follow(name.parts[1:], name.span)
    return Dimension(first, name.parts[1:-1], name.parts[-1], None, name.span)


def _perhaps_a_type(error: MetricError, expression: str) -> MetricError:
    """What stands behind a field's name is a type or an expression: a database's word for a type is neither."""
    ours = habits.TYPES.get(expression.partition("(")[0].strip().lower())
    if ours is None:
        return error
    first = error.diagnostics[0]
    return MetricError(
        replace(first, hints=(f"as a type write {ours}; the types are {', '.join(FIELD_TYPES)}",))
    )
