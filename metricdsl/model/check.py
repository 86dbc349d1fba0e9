"""Everything that is wrong or doubtful in a catalog, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.functions.vocabulary import AGGREGATES, row_functions
from metricdsl.language import parser, syntax
from metricdsl.model import doubts
from metricdsl.model.dimensions import bare_dimension, names_in
from metricdsl.model.environment import parameter_literal
from metricdsl.model.expansion import refuse_built_in
from metricdsl.model.meaning import Apply, Measure, PerMeasure, Value, walk
from metricdsl.model.metrics import MetricScope
from metricdsl.model.own_names import in_own_names
from metricdsl.model.rows import RowScope, dimension_of
from metricdsl.model.scalars import condition, unknown_function
from metricdsl.model.sources import NOT_MAPPED

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog

Task = Callable[[], Iterable[Diagnostic]]
"""Gives warnings, and raises MetricError for what is wrong."""


def check(catalog: Catalog, more: Iterable[Task] = ()) -> list[Diagnostic]:
    """All diagnostics, each once, in the order of the files and lines; `more` are those of later stages."""
    found: dict[tuple[object, ...], Diagnostic] = {}
    for task in (lambda: list(catalog.entries.problems), *_settled(catalog, more)):
        for diagnostic in _problems(task):
            diagnostic = in_own_names(diagnostic, catalog)
            if diagnostic.code == NOT_MAPPED:
                continue  # no mistake: the sources do not have it, and `kpi list` says what that means
            place = diagnostic.span
            key = (diagnostic.code, diagnostic.message, place and (place.source.name, place.start))
            found.setdefault(key, diagnostic)
    return sorted(found.values(), key=place_of)


def place_of(diagnostic: Diagnostic) -> tuple[str, int]:
    """By which diagnostics are sorted."""
    span = diagnostic.span
    return (span.source.name, span.start) if span is not None else ("", 0)


def _problems(task: Callable[[], Iterable[Diagnostic]]) -> list[Diagnostic]:
    try:
        return list(task())
    except MetricError as error:
        return list(error.diagnostics)
    except RecursionError:
        return [Diagnostic("too-deep", "a formula is nested too deeply")]


def _settled(catalog: Catalog, more: Iterable[Task]) -> Iterable[Task]:
    """Nothing can be told of definitions while the settings are wrong but how they are written."""
    try:
        _ = catalog.entries.settings
    except MetricError as error:
        yield lambda problems=error.diagnostics: problems  # type: ignore[misc]  # bound now
        for entry in catalog.entries:
            yield lambda entry=entry: _nothing(entry.model)  # type: ignore[misc]  # bound now
        return
    yield from _tasks(catalog)
    yield from doubts.tasks(catalog)
    yield from more


def _tasks(catalog: Catalog) -> Iterable[Task]:
    entries, definitions = catalog.entries, catalog.definitions
    for entry in entries:
        yield lambda entry=entry: _nothing(entry.model)  # type: ignore[misc]  # bound now, called soon
    for name in entries.entities:
        yield lambda name=name: _nothing(definitions.entity(name))  # type: ignore[misc]  # as above
        yield from _field_tasks(catalog, name)
    for name in entries.segments:
        yield lambda name=name: _segment(catalog, name)  # type: ignore[misc]  # as above
    for name in entries.parameters:
        yield lambda name=name: _parameter(catalog, name)  # type: ignore[misc]  # as above
    for name in entries.functions:
        yield lambda name=name: _function(catalog, name)  # type: ignore[misc]  # as above
    for name in entries.dimensions:
        yield lambda name=name: _dimension(catalog, name)  # type: ignore[misc]  # as above
    for name in entries.sources:
        yield lambda name=name: _source(catalog, name)  # type: ignore[misc]  # as above
    for name in entries.metrics:
        yield lambda name=name: _metric(catalog, name)  # type: ignore[misc]  # as above


def _nothing(_: object) -> list[Diagnostic]:
    return []


def _field_tasks(catalog: Catalog, name: str) -> Iterable[Task]:
    try:
        entity = catalog.definitions.entity(name)
    except MetricError:
        return
    scope = RowScope(catalog.metrics.environment, name)
    for field in entity.fields.values():
        yield lambda field=field: _nothing(scope.field(field.name, field.span))  # type: ignore[misc]  # bound now


def _segment(catalog: Catalog, name: str) -> list[Diagnostic]:
    entry = catalog.entries.segments[name]
    _ = entry.model
    tree = parser.parse_condition(entry.text("where"))
    condition(tree, RowScope(catalog.metrics.environment, _first_entity(catalog, tree), bare=False))
    return []


def _first_entity(catalog: Catalog, tree: syntax.Expression) -> str:
    for name in names_in(tree):
        if name.parts[0] in catalog.entries.entities and len(name.parts) > 1:
            return name.parts[0]
        if len(name.parts) == 1 and name.parts[0] not in catalog.entries.segments:
            root = bare_dimension(catalog.metrics.environment, name).root
            if root is not None:
                return root
    return next(iter(catalog.entries.entities))


def _parameter(catalog: Catalog, name: str) -> list[Diagnostic]:
    entry = catalog.entries.parameters[name]
    if entry.model.default is not None:
        parameter_literal(syntax.Parameter(name, span=entry.span), catalog.metrics.environment)
    return []


def _function(catalog: Catalog, name: str) -> list[Diagnostic]:
    entry = catalog.entries.functions[name]
    _ = entry.model
    signature = parser.parse_signature(entry.text("signature"))
    refuse_built_in(entry)
    body = parser.parse_formula(entry.text("formula"))
    problems = [d for call in syntax.nodes(body, syntax.Call) for d in _call(catalog, name, call)]
    known = _all_names(catalog) | set(signature.parameters)
    for unknown in (n for n in names_in(body) if n.parts[0] not in known):
        message = f"{name} has no parameter '{unknown.parts[0]}', and nothing else has that name"
        hints = did_you_mean(unknown.parts[0], signature.parameters)
        problems.append(Diagnostic("unknown-name", message, unknown.span, hints))
    return problems


def _call(catalog: Catalog, function: str, call: syntax.Call) -> Iterable[Diagnostic]:
    """What is wrong with a call in a function's body: nothing has its name, or it leads back to the function."""
    functions = catalog.entries.functions
    if call.function not in (*functions, *row_functions(), "today", "now"):
        yield from unknown_function(call, catalog.metrics.environment).diagnostics
    elif chain := _way_back(catalog, function, (call.function,)):
        message = f"functions refer to each other in a circle: {' → '.join((function, *chain))}"
        yield Diagnostic("cycle", message, call.span)


def _way_back(catalog: Catalog, function: str, chain: tuple[str, ...]) -> tuple[str, ...]:
    """The calls by which the last of a chain comes to a function; empty where it does not."""
    last, functions = chain[-1], catalog.entries.functions
    if last == function:
        return chain
    if last not in functions or last in chain[:-1]:
        return ()
    body = parser.parse_formula(functions[last].text("formula"))
    ways = (_way_back(catalog, function, (*chain, c.function)) for c in syntax.nodes(body, syntax.Call))
    return next((way for way in ways if way), ())


def _all_names(catalog: Catalog) -> set[str]:
    """Whatever a name in a formula can begin with."""
    entries = catalog.entries
    names = {*entries.metrics, *entries.segments, *entries.dimensions, *entries.entities}
    for entity in entries.entities:
        try:
            definition = catalog.definitions.entity(entity)
        except MetricError:
            continue  # told by itself
        names |= {*definition.fields, *definition.joins}
    return names


def _dimension(catalog: Catalog, name: str) -> list[Diagnostic]:
    entry = catalog.entries.dimensions[name]
    for member in entry.model.members:
        dimension_of(catalog.metrics.environment, syntax.Name(tuple(member.split(".")), span=entry.span))
    return []


def _source(catalog: Catalog, name: str) -> list[Diagnostic]:
    entities = catalog.entries.entities
    if name not in entities:
        place = catalog.entries.sources[name].span
        raise fail(
            "unknown-entity", f"the catalog has no entity '{name}'", place, *did_you_mean(name, entities)
        )
    return []


def _metric(catalog: Catalog, name: str) -> list[Diagnostic]:
    entry = catalog.entries.metrics[name]
    value = catalog.metrics.metric(name, MetricScope(catalog.metrics), entry.span)
    return [
        d
        for v in walk(value)
        if isinstance(v, Apply) and v.function == "/"
        for d in _flow_divisor(catalog, v)
    ]


def _flow_divisor(catalog: Catalog, ratio: Apply) -> list[Diagnostic]:
    """A ratio that divides by those who began in the period, where those who were there are likely meant."""
    above, below = ratio.arguments
    axes = {m.axis for m in _own(above)}
    found: list[Diagnostic] = []
    for measure in _own(below):
        entity = catalog.definitions.entity(measure.entity)
        flow = measure.stock is None and not measure.chosen and AGGREGATES[measure.function].zero
        if flow and entity.lifetime is not None and axes and measure.axis not in axes:
            start = entity.lifetime.start
            found.append(
                Diagnostic(
                    "flow-as-divisor",
                    f"this counts the {entity.name} whose {start} is in the period, not those who are there",
                    measure.span,
                    (
                        f"likely meant: count({entity.name} at start) or count({entity.name} at end)",
                        f"if those who began are meant, say so: count({entity.name} on {start})",
                    ),
                    severity="warning",
                )
            )
    return found


def _own(value: Value) -> list[Measure]:
    """The measures of a value that are read in its own context, not per something."""
    if isinstance(value, PerMeasure):
        return []
    return [v for v in walk(value) if isinstance(v, Measure)]
