"""Dimensions: what a path, a label or a grouping expression stands for, whoever reads it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from metricdsl.errors import did_you_mean, fail
from metricdsl.functions.vocabulary import row_functions
from metricdsl.language import syntax
from metricdsl.language.parser import parse_condition
from metricdsl.model.definitions import words_of
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import Apply, CaseWhen, Constant, Dimension, RowTime, Truncated, Value
from metricdsl.model.scalars import resolve
from metricdsl.source import Span
from metricdsl.types import GRAINS, SUB_DAY, ValueType

if TYPE_CHECKING:
    from metricdsl.model.rows import RowScope


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
    hints = literal_meant(word, environment) or _no_field(word, environment)
    hints = hints or did_you_mean(word, [*GRAINS, *known])
    if word in environment.definitions.entries.metrics:
        hints = (f"'{word}' is a metric: put a condition on it behind `having`", *hints)
    raise fail("unknown-name", f"there is no field '{word}'", name.span, *hints)


def segment_condition(environment: Environment, name: str) -> syntax.Expression:
    """What a segment stands for."""
    entry = environment.definitions.entries.segments[name]
    try:
        text = entry.text("where")
    except LookupError:
        text = entry.text()
    return parse_condition(text)


def _no_field(word: str, environment: Environment) -> tuple[str, ...]:
    """What a known word is that is no field, and what to write for it."""
    if word in GRAINS:
        of_row = f", and the {word} of a row is {word}(ordered_on)" if word in row_functions() else ""
        return (f"'{word}' is a grain: by {word} groups by it{of_row}", "a range of time stands behind `for`")
    if word in row_functions():
        return (f"'{word}' is a function: {row_functions()[word].usage}",)
    usable = environment.definitions.usable_entities()
    if word in usable:
        fields = [f"{word}.{field}" for field in usable[word].fields][:3]
        return (f"'{word}' is an entity: name a field of it, such as {', '.join(fields)}",)
    return ()


def literal_meant(word: str, environment: Environment) -> tuple[str, ...]:
    """How a value is written that was taken for a name: a text lacks its quotes, a keyword is in capitals."""
    if word.lower() in ("null", "true", "false"):
        return (f"write {word.lower()}",)
    if word.lower() in ("today", "now"):
        return (f"write {word.lower()}()",)
    entities = environment.definitions.entries.entities
    usable = environment.definitions.usable_entities()
    values = (f.values or () for e in usable for f in entities[e].model.fields.values())
    return (f"a text stands in quotes: '{word}'",) if any(word in known for known in values) else ()


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
        dates = start.type.kind == end.type.kind == "date"
        return replace(elapsed, type=ValueType("integer")) if dates and unit == "day" else _whole(elapsed)
    months = Apply("years" if unit == "year" else "months", (start, end), ValueType("integer"))
    if unit == "quarter":
        return _whole(Apply("/", (months, Constant(3, ValueType("integer"))), ValueType("number")))
    return months


def _whole(value: Value) -> Value:
    """Without the fraction, of a time before the start as of one after it (and never a negative zero)."""
    integer = ValueType("integer")
    zero, size = Constant(0, integer), Apply("floor", (Apply("abs", (value,), value.type),), integer)
    before = Apply("<", (value, zero), ValueType("boolean"))
    return CaseWhen(((before, Apply("-", (zero, size), integer)),), size, integer)


def names_in(tree: object) -> list[syntax.Name]:
    """The names of an argument in the order of writing, without those inside `has`."""
    if isinstance(tree, syntax.Name):
        return [tree]
    if isinstance(tree, syntax.Has | Span):
        return []
    if isinstance(tree, tuple):
        return [n for item in tree for n in names_in(item)]
    if is_dataclass(tree):
        return [n for f in fields(tree) for n in names_in(getattr(tree, f.name))]
    return []
