"""`by`: the time grain and the keys of a question, and their columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from metricdsl.catalog.values import localized
from metricdsl.errors import fail
from metricdsl.functions.choices import bucket_labels
from metricdsl.language import syntax
from metricdsl.language.printer import to_text
from metricdsl.model.dimensions import bare_dimension, dimension_value, names_in, segment_condition
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import Apply, Column, Dimension, Value
from metricdsl.model.metrics import grains
from metricdsl.model.rows import RowScope, dimension_of
from metricdsl.plan.asker import Asker
from metricdsl.plan.nodes import Key, Output
from metricdsl.plan.words import GRAIN_WORDS
from metricdsl.types import GRAINS, SUB_DAY, ValueType


def groups(asker: Asker) -> tuple[str | None, tuple[Key, ...]]:
    """The time grain and the keys that `by` asks for (and `top`, which implies its own)."""
    grain: str | None = None
    items: list[tuple[Dimension, str | None, bool]] = []
    known = grains(asker.environment)
    for grouping in asker.question.by:
        expression = grouping.expression
        if (
            isinstance(expression, syntax.Name)
            and len(expression.parts) == 1
            and expression.parts[0] in known
        ):
            if grain is not None:
                raise fail(
                    "two-grains",
                    f"'{grain}' and '{expression.parts[0]}': a question has one time grain",
                    expression.span,
                    f"for a second one group by a date: {expression.parts[0]} of …",
                )
            grain = expression.parts[0]
            continue
        dimension = _dimension(asker, grouping)
        if any(d == dimension for d, _, _ in items):
            raise fail("duplicate-group", "this is asked for twice", grouping.span)
        items.append((dimension, grouping.alias, grouping.all))
        if grouping.alias and any(g.alias == grouping.alias for g in asker.question.by if g is not grouping):
            message = f"two columns are named '{grouping.alias}'"
            raise fail("duplicate-column", message, grouping.span, "give one another name")
        if grouping.alias:
            asker.environment.groups[grouping.alias] = dimension
    top = asker.question.top
    if top is not None:
        wanted = dimension_of(asker.environment, top.dimension)
        if all(d != wanted for d, _, _ in items):
            items.append((wanted, None, False))
    if asker.question.by_axis is not None and grain is None:
        raise fail(
            "unused-tail", "'on' needs a time grain before it", asker.question.by_axis.span, "by month on …"
        )
    return grain, _named(asker, items, grain)


def _dimension(asker: Asker, grouping: syntax.Grouping) -> Dimension:
    expression = grouping.expression
    if isinstance(expression, syntax.Name):
        return dimension_of(asker.environment, expression)
    if isinstance(expression, syntax.GrainOf) and expression.grain not in GRAINS:
        raise fail("unknown-grain", f"'{expression.grain}' is no built-in grain", expression.span)
    return Dimension(None, (), grouping.alias or to_text(expression), expression, grouping.span)


def _named(
    asker: Asker, items: list[tuple[Dimension, str | None, bool]], grain: str | None
) -> tuple[Key, ...]:
    """The keys under their names: the last part of the path, the whole of it where two would collide."""
    short = [alias or d.leaf for d, alias, _ in items]
    keys: list[Key] = []
    for (dimension, alias, everyone), name in zip(items, short, strict=True):
        if alias is None and (short.count(name) > 1 or name == grain):
            name = ".".join(
                (*((dimension.root,) if dimension.root else ()), *dimension.joins, dimension.leaf)
            )
        if any(k.name == name for k in keys) or name == grain:
            raise fail(
                "duplicate-column", f"two columns are named '{name}'", dimension.span, "name one with `as`"
            )
        kind, labels = _kind_and_order(asker, dimension)
        keys.append(Key(name, dimension, all_members=everyone, type=kind, order_labels=labels))
    return tuple(keys)


def _kind_and_order(asker: Asker, dimension: Dimension) -> tuple[ValueType, tuple[str, ...]]:
    """The type of a dimension, and where its labels have an order of their own (buckets), these."""
    environment = asker.environment
    root = dimension.root
    if root is None and dimension.expression is None:
        root = environment.definitions.entries.dimensions[dimension.leaf].model.members[0].split(".")[0]
    if root is None:
        root = _any_entity(dimension.expression, environment)
    scope = RowScope(environment, root, bare=False, axis=_any_axis(environment, root))
    value = dimension_value(dimension, scope)
    if isinstance(value, Apply) and value.function == "bucket":
        edges = [str(a.value) for a in value.arguments[1:]]  # type: ignore[union-attr]  # constants, checked
        return value.type, tuple(bucket_labels(edges))
    return value.type, ()


def _any_entity(expression: Any, environment: Environment) -> str:
    """An entity on which an expression can be read: the first that it names."""
    found = next(_entities_named(expression, environment), None)
    if found is None:
        raise fail("no-entity", "nothing here says of which entity", getattr(expression, "span", None),
                   "name the field with its entity, as accounts.region")  # fmt: skip
    return found


def _entities_named(
    expression: Any, environment: Environment, segments: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The entities of an expression's names, in the order of writing; of a segment those of its condition."""
    entries = environment.definitions.entries
    for name in names_in(expression):
        word = name.parts[0]
        if len(name.parts) > 1:
            if word in entries.entities:
                yield word
        elif word in entries.segments:
            if word not in segments:  # else it refers to itself, which resolving it reports
                yield from _entities_named(
                    segment_condition(environment, word), environment, segments | {word}
                )
        elif word in entries.dimensions:
            yield entries.dimensions[word].model.members[0].split(".")[0]
        elif (root := bare_dimension(environment, name).root) is not None:
            yield root


def _any_axis(environment: Environment, entity: str) -> Value:
    definition = environment.definitions.entity(entity)
    if definition.axis and definition.fields[definition.axis].unmapped is None:
        return RowScope(environment, entity).field(definition.axis, definition.span)
    return Column((), entity, "", ValueType("date"))


def group_outputs(asker: Asker, grain: str | None, keys: tuple[Key, ...]) -> list[Output]:
    """The columns of the period and the keys, in the order of writing."""
    outputs: list[Output] = []
    if grain is not None:
        kind = ValueType("timestamp" if grain in SUB_DAY else "date")
        alias = next((g.alias for g in asker.question.by if g.alias and _is_grain(g, grain)), None)
        outputs.append(Output(alias or grain, alias or _grain_label(grain, asker.language), "period", kind))
    for index, key in enumerate(keys):
        assert key.type is not None
        outputs.append(Output(key.name, _label(asker, key), "group", key.type, key=index))
    if len(outputs) < len(asker.question.by):
        raise AssertionError("a group was lost")
    if grain is not None:
        position = next(i for i, g in enumerate(asker.question.by) if _is_grain(g, grain))
        outputs.insert(position, outputs.pop(0))
    return outputs


def _is_grain(grouping: syntax.Grouping, grain: str) -> bool:
    return isinstance(grouping.expression, syntax.Name) and grouping.expression.parts == (grain,)


def _grain_label(grain: str, language: str) -> str:
    return GRAIN_WORDS.get(grain, {}).get(language, grain.replace("_", " ").capitalize())


def _label(asker: Asker, key: Key) -> str:
    assert key.dimension is not None
    dimension, entries = key.dimension, asker.definitions.entries
    if dimension.root is None:
        if dimension.expression is None:
            model = entries.dimensions[dimension.leaf].model
            return localized(model.label, asker.language) or key.name
        if dimension.leaf in entries.segments and key.name == dimension.leaf:
            return localized(entries.segments[dimension.leaf].model.label, asker.language) or key.name
        return key.name
    entity = asker.definitions.entity(dimension.root)
    for join in dimension.joins:
        entity = asker.definitions.entity(entity.joins[join].target)
    field = entries.entities[entity.name].model.fields.get(dimension.leaf)
    return (localized(field.label, asker.language) if field else None) or key.name
