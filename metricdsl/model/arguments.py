"""Aggregates of rows: the entity that they stand on, their arguments, and what must not be added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metricdsl.errors import did_you_mean, fail
from metricdsl.functions.aggregates import AGGREGATES
from metricdsl.functions.signature import ACCEPTS, WORDS
from metricdsl.language import syntax
from metricdsl.model.definitions import EntityDefinition
from metricdsl.model.dimensions import names_in
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import Column, Constant, Derived, ForeignKey, Path, PrimaryKey, Value, walk
from metricdsl.model.scalars import resolve
from metricdsl.types import ValueType

if TYPE_CHECKING:
    from metricdsl.model.rows import RowScope


def aggregated_entity(node: syntax.Aggregate, environment: Environment) -> str:
    """The entity that an aggregate stands on: the one that its argument names first."""
    entities = environment.definitions.entries.entities
    for argument in node.arguments:
        if isinstance(argument, syntax.Sequence):
            return entity_named(argument.steps[0].entity, environment)
        if (
            isinstance(argument, syntax.Name)
            and len(argument.parts) == 1
            and node.function in ("count", "approx_count")
        ):
            return entity_named(argument, environment)
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
        *_with_entity(node, environment),
    )


def _with_entity(node: syntax.Aggregate, environment: Environment) -> list[str]:
    """How a bare field is named with its entity, or a metric is aggregated."""
    bare = [".".join(name.parts) for argument in node.arguments for name in names_in(argument)]
    if bare and bare[0] in environment.definitions.entries.metrics:
        return [f"'{bare[0]}' is a metric; over its months write {node.function}({bare[0]} per month)"]
    entities = environment.definitions.usable_entities()
    owners = [
        name for name, entity in entities.items() if bare and bare[0] in (*entity.fields, *entity.joins)
    ]
    if 0 < len(owners) <= 4:
        return ["name the entity too: " + " or ".join(f"{owner}.{bare[0]}" for owner in owners)]
    return [f"name it with its field, as in {node.function}(orders.amount)"]


def entity_named(name: syntax.Name, environment: Environment) -> str:
    entities = environment.definitions.entries.entities
    word = ".".join(name.parts)
    if word not in entities:
        hints = did_you_mean(word, entities)
        if word in environment.definitions.entries.metrics:
            hints = (*hints, f"'{word}' is a metric: use it without count(…)")
        raise fail("unknown-entity", f"'{word}' is no entity", name.span, *hints)
    environment.definitions.entity(word)
    return word


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
            f"{entity.name} has one row per thing per date: "
            f"{node.function} over time would count things again and again",
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
