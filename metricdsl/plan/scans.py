"""A block's leaves, grouped into the scans that read them: one for each entity, axis and context."""

from __future__ import annotations

from dataclasses import dataclass, replace

from metricdsl.errors import MetricError, fail
from metricdsl.language import syntax
from metricdsl.model import joins
from metricdsl.model.dimensions import dimension_value
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import Measure, PrimaryKey, Value
from metricdsl.model.rows import RowScope
from metricdsl.model.scalars import condition
from metricdsl.plan.nodes import Block, Cell, Context, Key, PerCell


@dataclass(frozen=True, slots=True)
class Scan:
    """One pass over an entity's rows. Without cells it only tells which groups have rows.

    keys: for each key of the block its value on a row, None where the context drops it.
    present: values that must not be null. untimed: only the rows without a time.
    """

    entity: str
    axis: Value | None
    stock: syntax.Stock | None
    context: Context
    keys: tuple[Value | None, ...]
    filters: tuple[Value, ...]
    cells: tuple[Cell, ...]
    present: tuple[Value, ...] = ()
    untimed: bool = False


@dataclass(frozen=True, slots=True)
class PerScan:
    """One pass over the rows of a nested block; the positions say which of its keys are kept ones of ours."""

    block: Block
    context: Context
    keys: tuple[int | None, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """The rows of an entity as groups, whether or not anything happened to them."""

    entity: str
    keys: tuple[Value | None, ...]
    filters: tuple[Value, ...]
    marks: bool


def scans(block: Block, environment: Environment) -> list[Scan | PerScan]:
    """The scans of a block's cells, in the order in which the cells first need them."""
    grouped: dict[tuple[object, ...], list[Cell]] = {}
    for cell in block.cells:
        if isinstance(cell.measure, PerCell):
            grouped.setdefault((id(cell.measure.block), cell.context), []).append(cell)
        else:
            m = cell.measure
            axis = _axis(m, block, environment)
            grouped.setdefault((m.entity, axis, m.stock, m.filters, cell.context), []).append(cell)
    result: list[Scan | PerScan] = []
    for cells in grouped.values():
        first = cells[0].measure
        if isinstance(first, PerCell):
            kept = [i for i in range(len(block.keys)) if _kept(i, cells[0].context)]
            keys = tuple(kept.index(i) if i in kept else None for i in range(len(block.keys)))
            result.append(PerScan(first.block, cells[0].context, keys, tuple(cells)))
        else:
            result.append(scan_of(first, cells[0].context, block, environment, tuple(cells)))
    return result


def _kept(index: int, context: Context) -> bool:
    return context.keep is None or index in context.keep


def _axis(measure: Measure, block: Block, environment: Environment) -> Value | None:
    """The measure's own time axis, or the one that the question names with `on`."""
    if block.axis is None or measure.stock is not None:
        return measure.axis
    definitions = environment.definitions
    default = RowScope(environment, measure.entity)
    entity = definitions.entity(measure.entity)
    if entity.axis and measure.axis != default.field(entity.axis, measure.span):
        return measure.axis  # the aggregate says `on` itself
    name = block.axis
    scope = default
    if len(name.parts) > 1 and name.parts[0] == measure.entity:
        name = syntax.Name(name.parts[1:], span=name.span)
    if name.parts[0] not in entity.fields and name.parts[0] not in entity.joins:
        raise fail(
            "no-such-axis",
            f"{measure.entity} has no time field '{'.'.join(block.axis.parts)}'",
            block.axis.span,
            related=[("it is asked for by this aggregate", measure.span)],
        )
    axis = scope.named(name)
    if not axis.type.temporal:
        raise fail("not-a-time", f"'{'.'.join(name.parts)}' is {axis.type}, not a date", name.span)
    return axis


def scan_of(
    measure: Measure, context: Context, block: Block, environment: Environment, cells: tuple[Cell, ...]
) -> Scan:
    """The scan that reads a measure in a context."""
    axis = _axis(measure, block, environment)
    needs_time = (block.spine.grain is not None and not context.whole) or context.shifts or context.window
    bounded = block.spine.interval.start is not None or block.spine.interval.end is not None
    if (needs_time or bounded) and axis is None and measure.stock is None:
        raise fail(
            "no-time",
            f"{measure.entity} has no time, so it cannot be asked by period",
            measure.span,
            f"add `time:` to the entity {measure.entity}, or `on` a date field to the aggregate",
        )
    scope = RowScope(environment, measure.entity, bare=False, axis=axis)
    keys = tuple(
        key_value(key, scope, measure) if _kept(i, context) else None for i, key in enumerate(block.keys)
    )
    filters = measure.filters
    if not context.unfiltered:
        filters = (*filters, *(filter_value(f, scope, measure) for f in block.filters))
    return Scan(measure.entity, axis, measure.stock, context, keys, filters, cells)


def key_value(key: Key, scope: RowScope, measure: Measure | None) -> Value:
    """A key on a row; where the entity does not reach it the error names the aggregate."""
    try:
        if key.entity is not None:
            return entity_key(key.entity, scope)
        assert key.dimension is not None
        return dimension_value(key.dimension, scope)
    except MetricError as error:
        raise _about(error, measure) from None


def entity_key(entity: str, scope: RowScope) -> Value:
    definitions = scope.environment.definitions
    kind = definitions.entity(entity).key_type()
    if entity == scope.base:
        return PrimaryKey((), entity, kind)
    path = joins.the_path(definitions, scope.base, entity, f"value for each of {entity}", None)
    return PrimaryKey(path, entity, kind)


def filter_value(node: syntax.Expression, scope: RowScope, measure: Measure | None) -> Value:
    """A filter of the question on a row of the measure's entity."""
    try:
        return condition(node, scope)
    except MetricError as error:
        raise _about(error, measure) from None


def _about(error: MetricError, measure: Measure | None) -> MetricError:
    if measure is None:
        return error
    asker = f"metric '{measure.metric}' aggregates" if measure.metric else f"this {measure.function} reads"
    diagnostics = [
        replace(
            d,
            message=f"{asker} {measure.entity}, but {d.message}",
            related=(*d.related, (f"the aggregate of {measure.entity}", measure.span)),
        )
        if d.code in ("unreachable", "ambiguous-path")
        else d
        for d in error.diagnostics
    ]
    return MetricError(*diagnostics)


def by_beginning(measure: Measure, block: Block, environment: Environment) -> tuple[Measure, Block]:
    """A stock as its rows by when they begin, or by the day of their snapshot; any other measure as it is."""
    if measure.stock is None:
        return measure, block
    entity = environment.definitions.entity(measure.entity)
    name = entity.lifetime.start if entity.lifetime else entity.snapshot
    assert name is not None
    axis = RowScope(environment, measure.entity).field(name, measure.span)
    return replace(measure, stock=None, axis=axis), replace(block, axis=None)


def is_base(context: Context, block: Block) -> bool:
    """Whether a context stands at the block's own groups."""
    return context.keep is None and not context.whole and not context.unfiltered


def is_hidden(scan: Scan | PerScan) -> bool:
    """Whether a scan is only for sorting or filtering: then it adds no group."""
    return bool(scan.cells) and all(c.hidden for c in scan.cells)


def all_measures(block: Block) -> list[Measure]:
    """The measures of a block and of those inside it, but for what only sorts or filters."""
    found: list[Measure] = []
    for cell in (c for c in block.cells if not c.hidden):
        found += [cell.measure] if isinstance(cell.measure, Measure) else all_measures(cell.measure.block)
    return found


def members(block: Block, environment: Environment) -> list[Members]:
    """The entities whose rows are groups by themselves: of `per ENTITY` (which mark theirs) and of `all`."""
    result: list[Members] = []
    for index, key in enumerate(block.keys):
        if key.entity is not None and index >= len(block.keys) - len(block.per):
            scope = RowScope(environment, key.entity, bare=False)
            keys = tuple(_member_key(k, scope, key.entity) for k in block.keys)
            conditions = (*block.narrowing, *block.filters)
            filters = tuple(filter_value(f, scope, None) for f in conditions)
            result.append(Members(key.entity, keys, filters, marks=True))
        if key.all_members:
            assert key.dimension is not None
            root = _root(key, environment)
            scope = RowScope(environment, root, bare=False)
            value = scope.follow((key.dimension.leaf,), key.dimension.span)
            own = tuple(value if i == index else None for i in range(len(block.keys)))
            result.append(Members(root, own, tuple(_reachable_filters(block, scope)), marks=False))
    return result


def _member_key(key: Key, scope: RowScope, entity: str) -> Value:
    try:
        return key_value(key, scope, None)
    except MetricError as error:
        diagnostics = [
            replace(
                d, hints=(*d.hints, f"`per {entity}` counts every one of them, so it must reach each group")
            )
            for d in error.diagnostics
        ]
        raise MetricError(*diagnostics) from None


def _root(key: Key, environment: Environment) -> str:
    """The entity whose rows hold a dimension's members: the one at the end of its path."""
    assert key.dimension is not None
    if key.dimension.root is None:
        raise fail("all-of-expression", "`all` needs a field of an entity", key.dimension.span)
    entity = key.dimension.root
    for join in key.dimension.joins:
        entity = environment.definitions.entity(entity).joins[join].target
    return entity


def _reachable_filters(block: Block, scope: RowScope) -> list[Value]:
    filters: list[Value] = []
    for node in block.filters:
        try:
            filters.append(condition(node, scope))
        except MetricError:
            continue  # a filter on what happened says nothing about who is there
    return filters
