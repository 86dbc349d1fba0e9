"""Row expressions: what names mean on one row of an entity."""

from __future__ import annotations

from dataclasses import dataclass, replace

from metricdsl.errors import MetricError, did_you_mean, fail
from metricdsl.functions.aggregates import AGGREGATES
from metricdsl.functions.signature import ACCEPTS, WORDS
from metricdsl.language import syntax
from metricdsl.language.parser import parse_condition, parse_formula
from metricdsl.model import joins
from metricdsl.model.definitions import EntityDefinition
from metricdsl.model.meaning import (
    Apply,
    CaseWhen,
    Column,
    Constant,
    Derived,
    Dimension,
    Following,
    ForeignKey,
    Neighbour,
    Path,
    PrimaryKey,
    Rollup,
    RowTime,
    TimeShift,
    Truncated,
    Value,
)  # fmt: skip
from metricdsl.model.scalars import BOOLEAN, Environment, condition, duration, resolve
from metricdsl.source import Span
from metricdsl.types import SUB_DAY, ValueType


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
            if first in self.here.fields or first in self.here.joins:
                return self.follow(name.parts, name.span)
            if self.parent is not None and (
                first in self.parent.here.fields or first in self.parent.here.joins
            ):
                return self.parent.follow(name.parts, name.span)
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
        return fail("unknown-name", message, part_of(name.span, first), *did_you_mean(first, known))

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
        value = resolve(parse_formula(definition.expression), scope)
        if definition.type is not None and definition.type != value.type:
            value = _declared(value, definition.type, definition.span)
        return value if not self.path or null_without_row(value) else self._where_there(value)

    def _where_there(self, value: Value) -> Value:
        """A value of a joined row; null where there is no such row, whatever the expression makes of nulls."""
        here = self.here
        if not here.key:
            return value
        key = PrimaryKey(self.path, here.name, here.key_type(), real=True)
        return CaseWhen(((Apply("is not null", (key,), BOOLEAN), value),), Constant(None, value.type), value.type)

    def _segment(self, name: str, span: Span) -> Value:
        entry = self.environment.definitions.entries.segments[name]
        if name in self.expanding:
            raise fail("cycle", f"segment '{name}' refers to itself", span)
        _ = entry.model
        scope = replace(self, bare=False, parent=None, expanding=(*self.expanding, name))
        try:
            text = entry.text("where")
        except LookupError:
            text = entry.text()
        return condition(parse_condition(text), scope)

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


# --- dimensions -------------------------------------------------------------------------------------


def dimension(environment: Environment, name: syntax.Name) -> Dimension:
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


def bare_dimension(environment: Environment, name: syntax.Name) -> Dimension:
    """A shared dimension, or a field by its name alone or by a label, where that is unique."""
    word = name.parts[0]
    definitions = environment.definitions
    if word in environment.groups:
        return environment.groups[word]
    if word in definitions.entries.dimensions or word in definitions.entries.segments:
        return Dimension(None, (), word, None if word in definitions.entries.dimensions else name, name.span)
    usable = definitions.usable_entities()
    owners = [e for e, d in usable.items() if word in d.fields]
    if not owners:
        return _labelled(environment, name)
    if len(owners) > 1:
        raise fail(
            "ambiguous-name",
            f"{len(owners)} entities have a field '{word}'",
            name.span,
            "name one: " + ", ".join(f"{e}.{word}" for e in owners),
        )
    return Dimension(owners[0], (), word, None, name.span)


def _labelled(environment: Environment, name: syntax.Name) -> Dimension:
    word = name.parts[0]
    found: list[tuple[str, str]] = []
    known: list[str] = []
    for entity, entry in environment.definitions.entries.entities.items():
        if entity not in environment.definitions.usable_entities():
            continue
        for field, model in entry.model.fields.items():
            known.append(field)
            if word in words_of(model):
                found.append((entity, field))
    if len(found) == 1:
        return Dimension(found[0][0], (), found[0][1], None, name.span)
    if found:
        choices = ", ".join(f"{e}.{f}" for e, f in found)
        raise fail(
            "ambiguous-name", f"'{word}' is the label of several fields", name.span, f"name one: {choices}"
        )
    hints = did_you_mean(word, known)
    if word in environment.definitions.entries.metrics:
        hints = (f"'{word}' is a metric: put a condition on it behind `having`", *hints)
    raise fail("unknown-name", f"there is no field '{word}'", name.span, *hints)


def words_of(model: object) -> set[str]:
    """The labels and synonyms of an entry in all languages."""
    words: set[str] = set()
    for value in (getattr(model, "label", None), getattr(model, "synonyms", None)):
        values = value.values() if isinstance(value, dict) else [value]
        for v in values:
            words.update(v if isinstance(v, list | tuple) else [v] if isinstance(v, str) else [])
    return words


def dimension_value(dimension: Dimension, scope: RowScope) -> Value:
    """A dimension's value on a row; an error where the row's entity does not reach it."""
    match dimension.expression:
        case syntax.GrainOf(grain=grain, field=name):
            moment = replace(scope, bare=False).named(name)
            if not moment.type.temporal:
                raise fail("not-a-time", f"'{'.'.join(name.parts)}' is {moment.type}, not a date", name.span)
            return Truncated(moment, grain, ValueType("timestamp" if grain in SUB_DAY else "date"))
        case syntax.Since(unit=unit, field=name, span=span):
            moment = replace(scope, bare=False).named(name)
            if scope.axis is None:
                raise fail("no-time", f"{scope.here.name} has no time to count {unit}s up to", span)
            return _since(moment, RowTime(scope.axis.type), unit, span)
        case None:
            if dimension.root is None:
                return scope.shared(dimension.leaf, dimension.span)
            return scope.qualified(dimension.root, (*dimension.joins, dimension.leaf), dimension.span)
        case expression:
            return resolve(expression, replace(scope, bare=False))


def _since(start: Value, end: Value, unit: str, span: Span) -> Value:
    if not start.type.temporal:
        raise fail("not-a-time", f"this is {start.type}, not a date or timestamp", span)
    if unit not in ("month", "year", "quarter"):
        elapsed = Apply(f"{unit}s", (start, end), ValueType("number"))
        return Apply("floor", (elapsed,), ValueType("integer"))
    months = Apply("years" if unit == "year" else "months", (start, end), ValueType("integer"))
    if unit == "quarter":
        quotient = Apply("/", (months, Constant(3, ValueType("integer"))), ValueType("number"))
        return Apply("floor", (quotient,), ValueType("integer"))
    return months


# --- aggregates' arguments ---------------------------------------------------------------------------


def aggregated_entity(node: syntax.Aggregate, environment: Environment) -> str:
    """The entity that an aggregate stands on: the one that its argument names first."""
    entities = environment.definitions.entries.entities
    for argument in node.arguments:
        if isinstance(argument, syntax.Sequence):
            return _entity_named(argument.steps[0].entity, environment)
        if (
            isinstance(argument, syntax.Name)
            and len(argument.parts) == 1
            and node.function in ("count", "approx_count")
        ):
            return _entity_named(argument, environment)
        for name in names_in(argument):
            if len(name.parts) > 1:
                if name.parts[0] not in entities:
                    raise fail(
                        "unknown-entity",
                        f"'{name.parts[0]}' is no entity",
                        name.span,
                        *did_you_mean(name.parts[0], entities),
                    )
                return name.parts[0]
    raise fail(
        "no-entity",
        f"{node.function} does not say of which entity",
        node.span,
        f"name it with its field, as in {node.function}(orders.amount)",
    )


def _entity_named(name: syntax.Name, environment: Environment) -> str:
    entities = environment.definitions.entries.entities
    word = ".".join(name.parts)
    if word not in entities:
        hints = did_you_mean(word, entities)
        if word in environment.definitions.entries.metrics:
            hints = (*hints, f"'{word}' is a metric: use it without count(…)")
        raise fail("unknown-entity", f"'{word}' is no entity", name.span, *hints)
    environment.definitions.entity(word)
    return word


def names_in(tree: object) -> list[syntax.Name]:
    """The names of an argument in the order of writing, without those inside `has`."""
    import dataclasses

    if isinstance(tree, syntax.Name):
        return [tree]
    if isinstance(tree, syntax.Has | Span):
        return []
    if isinstance(tree, tuple):
        return [n for item in tree for n in names_in(item)]
    if dataclasses.is_dataclass(tree):
        return [n for f in dataclasses.fields(tree) for n in names_in(getattr(tree, f.name))]
    return []


def arguments_of(node: syntax.Aggregate, scope: RowScope) -> tuple[tuple[Value, ...], bool]:
    """The arguments of an aggregate on a row, their kinds checked; none for the count of rows."""
    function = AGGREGATES[node.function]
    first = node.arguments[0]
    if (
        isinstance(first, syntax.Name)
        and len(first.parts) == 1
        and function.name in ("count", "approx_count")
    ):
        if node.distinct or function.name == "approx_count":
            if not scope.here.key:
                raise fail("missing-key", f"{scope.here.name} has no key to count", node.span, "add `key:`")
            return (PrimaryKey((), scope.here.name, scope.here.key_type()),), True
        return (), False
    if len(node.arguments) != len(function.accepts):
        raise fail(
            "wrong-arguments",
            f"{function.name} takes {len(function.accepts)} argument(s), not {len(node.arguments)}",
            node.span,
        )
    values = tuple(resolve(a, scope) for a in node.arguments)  # type: ignore[arg-type]  # sequences were taken out
    for value, wanted, argument in zip(values, function.accepts, node.arguments, strict=True):
        if value.type.kind != "null" and value.type.kind not in ACCEPTS[wanted]:
            raise fail(
                "type-mismatch",
                f"{function.name} needs {WORDS[wanted]} here, this is {value.type}",
                argument.span,
            )
    if function.name == "percentile":
        rank = values[1]
        if not isinstance(rank, Constant) or not 0 <= rank.value <= 1:  # type: ignore[operator]  # a number
            raise fail("wrong-arguments", "the percentile is a share from 0% to 100%", node.arguments[1].span)
    return values, node.distinct


def aggregate_type(node: syntax.Aggregate, arguments: tuple[Value, ...]) -> ValueType:
    return AGGREGATES[node.function].result([a.type for a in arguments])


def check_plain(node: syntax.Aggregate, entity: EntityDefinition, stock: syntax.Stock | None) -> None:
    """Adding up what must not be added: rows of a snapshot over time."""
    if entity.snapshot and stock is None and node.function not in ("min", "max"):
        raise fail(
            "snapshot-over-time",
            f"{entity.name} has one row per thing per date: {node.function} over time would count things again and again",
            node.span,
            "say when: add `at end` (or `at start`, `during`)",
        )


def check_repetition(node: syntax.Aggregate, values: tuple[Value, ...], scope: RowScope) -> None:
    """A sum of what lies behind a many-to-one join adds one value many times, unless it says `repeated`."""
    needed = node.function == "sum" and all_behind_join(values, scope)
    if needed and not node.repeated:
        column = next(v for v in _row_leaves(values) if isinstance(v, Column | Derived | ForeignKey))
        written = ".".join(next(iter(names_in(node.arguments))).parts)
        owner = column.entity
        field = column.field if isinstance(column, Column) else written.split(".")[-1]
        raise fail(
            "repeated-values",
            f"many {scope.base} share one of {owner}, so this sum would add its {field} many times",
            node.span,
            f"sum(`{owner}`.{field}) adds each once".replace("`", ""),
            f"sum({written} repeated) adds it once for each of {scope.base}",
        )
    if node.repeated and not needed:
        raise fail(
            "unused-tail", "'repeated' has no effect here: nothing would be added more than once", node.span,
            "take it out",
        )  # fmt: skip


def _row_leaves(values: tuple[Value, ...]) -> list[Value]:
    from metricdsl.model.meaning import walk

    return [
        v
        for value in values
        for v in walk(value)
        if isinstance(v, Column | ForeignKey | PrimaryKey | Derived)
    ]


def all_behind_join(values: tuple[Value, ...], scope: RowScope) -> bool:
    leaves = _row_leaves(values)
    return bool(leaves) and all(not _one_to_one(leaf.path, scope) for leaf in leaves)  # type: ignore[union-attr]


def _one_to_one(path: Path, scope: RowScope) -> bool:
    """Whether each row at the end of a path belongs to one row of the base only."""
    entity = scope.environment.definitions.entity(scope.base)
    for name in path:
        join = entity.joins[name]
        if not entity.key or {own for own, _ in join.columns} != set(entity.key_columns()):
            return False
        entity = scope.environment.definitions.entity(join.target)
    return True


# --- sequences ----------------------------------------------------------------------------------------


def followed(sequence: syntax.Sequence, scope: RowScope) -> tuple[Value, Value, Value]:
    """Of a row of the first step: whether it is followed, when at the earliest, and its own time."""
    own_time = _step_time(sequence.steps[0], scope)
    met, reached = _reached(sequence.steps, 0, scope)
    return met, reached, own_time


def _step_time(step: syntax.Step, scope: RowScope) -> Value:
    axis = scope.here.axis
    if axis is None:
        raise fail(
            "no-time", f"{scope.here.name} has no time, so nothing comes after it", step.span, "add `time:`"
        )
    return scope.field(axis, step.span)


def _reached(steps: tuple[syntax.Step, ...], index: int, scope: RowScope) -> tuple[Value, Value]:
    """Whether step `index` is followed by the rest of the steps, and the time of the last one."""
    time = _step_time(steps[index], scope)
    if index == len(steps) - 1:
        return Constant(True, BOOLEAN), time
    step = steps[index + 1]
    following_scope = RowScope(
        scope.environment, _entity_named(step.entity, scope.environment), expanding=scope.expanding
    )
    met, reached = _reached(steps, index + 1, following_scope)
    conditions = [condition(step.where, following_scope)] if step.where is not None else []
    if not (isinstance(met, Constant) and met.value is True):
        conditions.append(met)
    own_key, key = _via(step, scope, following_scope)
    least, most = _within(step, scope.environment)
    what = Following(
        own_key, time, following_scope.base, key, _step_time(step, following_scope), reached,
        conjunction(conditions), least, most, itself=scope.base == following_scope.base,
    )  # fmt: skip
    found = Derived((), scope.base, what, reached.type)
    if step.negated:
        if index + 1 < len(steps) - 1:
            raise fail("not-followed-inside", "'not followed by' can only be the last step", step.span)
        return Apply("is null", (found,), BOOLEAN), time
    return Apply("is not null", (found,), BOOLEAN), found


def conjunction(conditions: list[Value]) -> Value | None:
    if not conditions:
        return None
    result = conditions[0]
    for c in conditions[1:]:
        result = Apply("and", (result, c), BOOLEAN)
    return result


def _within(
    step: syntax.Step, environment: Environment
) -> tuple[tuple[int, str] | None, tuple[int, str] | None]:
    if step.within is None:
        return None, None
    least, most = step.within
    return (duration(least, environment) if least is not None else None), duration(most, environment)


def _via(step: syntax.Step, scope: RowScope, following: RowScope) -> tuple[Value, Value]:
    if step.via is not None:
        return scope.named(step.via), following.named(step.via)
    definitions = scope.environment.definitions
    forward = [
        n for n, j in scope.here.joins.items() if j.target == following.base and j.target != scope.base
    ]
    backward = [
        n for n, j in following.here.joins.items() if j.target == scope.base and j.target != following.base
    ]
    if len(forward) + len(backward) != 1:
        both = sorted(set(scope.here.joins) & set(following.here.joins))
        advice = f"as in: via {both[0]}" if both else "as in: via customer"
        raise fail(
            "missing-via",
            f"nothing says which {following.base} belong to which {scope.base}",
            step.span,
            f"add the join or field that both have, {advice}",
        )
    if forward:
        target = definitions.entity(following.base)
        kind = target.key_type()
        return ForeignKey((), scope.base, forward[0], kind), PrimaryKey((), following.base, kind)
    kind = scope.here.key_type()
    return PrimaryKey((), scope.base, kind), ForeignKey((), following.base, backward[0], kind)
