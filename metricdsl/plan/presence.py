"""Which groups and periods are there: scans for what the scans of a block's cells do not tell."""

from __future__ import annotations

from dataclasses import replace

from metricdsl.errors import MetricError
from metricdsl.model.dimensions import dimension_value
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import Measure, PerKey, PrimaryKey, Value
from metricdsl.model.rows import RowScope
from metricdsl.model.scalars import condition
from metricdsl.plan.nodes import Block, Cell, Context, PerCell
from metricdsl.plan.periods import Interval
from metricdsl.plan.scans import (
    PerScan,
    Scan,
    all_measures,
    by_beginning,
    entity_key,
    is_base,
    is_hidden,
    scan_of,
)


def presence(block: Block, found: list[Scan | PerScan], environment: Environment) -> list[Scan]:
    """Scans for groups only: for leaves that no scan reads at the block's own groups and without narrowing.

    A group is in the result when any aggregate, in any of its contexts, reads a row of it; totals and
    values `per` something are read at other groups.
    """
    untimed = untimed_rows(block, environment)
    if not block.keys:
        return untimed
    shown = [s for s in found if isinstance(s, Scan) and not is_hidden(s)]
    have = {_reading(s) for s in shown if is_base(s.context, block)}
    extra: list[Scan] = []
    for measure, context, per in _base_measures(block):
        scan = _presence_scan(measure, context, per, block, environment)
        if scan is not None and _reading(scan) not in have:
            have.add(_reading(scan))
            extra.append(scan)
    return extra + [s for s in untimed if _reading(s) not in have]


def _presence_scan(
    measure: Measure, context: Context, per: tuple[PerKey, ...], block: Block, environment: Environment
) -> Scan | None:
    """What tells the block's groups by the rows that a measure reads; None where these need not reach them."""
    plain = replace(context, keep=None, whole=False, unfiltered=False)
    scope = RowScope(environment, measure.entity, bare=False)
    try:
        narrowing = tuple(condition(n, scope) for n in block.narrowing)
        scan = scan_of(replace(measure, filters=narrowing), plain, block, environment, ())
        return replace(scan, present=tuple(_per_value(k, scope) for k in per if k.kind != "grain"))
    except MetricError as error:
        if all(d.code in ("unreachable", "ambiguous-path") for d in error.diagnostics):
            return None  # `total(m by d)` need not reach the other groups
        raise


def presence_inside(block: Block, environment: Environment) -> list[tuple[Block, list[Scan]]]:
    """The same for `per GRAIN`, read in its periods: a block with these and our groups, and its scans."""
    if not block.keys:
        return []
    found: list[tuple[Block, list[Scan]]] = []
    for cell in (c for c in block.cells if not c.hidden and not _tells_groups(c, block)):
        for per, keys in _per_grains(cell, ()):
            ours = replace(
                per.block,
                keys=block.keys,
                rankings=(),
                filters=block.filters,
                narrowing=block.narrowing,
                per=(),
            )
            read = (
                _presence_scan(m, c, (*keys, *k), ours, environment)
                for inner in per.block.cells for m, c, k in _measures_of(inner, inside=True)
            )  # fmt: skip
            found.append((ours, list({_reading(s): s for s in read if s is not None}.values())))
    return found


def _tells_groups(cell: Cell, block: Block) -> bool:
    """Whether the rows of a cell's own scan tell the block's groups."""
    measure = cell.measure
    unnarrowed = isinstance(measure, Measure) or measure.source.conditions == block.narrowing
    return unnarrowed and is_base(cell.context, block)


def _base_measures(block: Block) -> list[tuple[Measure, Context, tuple[PerKey, ...]]]:
    """The measures that do not tell the block's groups by themselves, and the keys that they are `per`.

    Those inside a `per GRAIN` are read in other periods.
    """
    silent = [c for c in block.cells if not c.hidden and not _tells_groups(c, block)]
    return [found for cell in silent for found in _measures_of(cell)]


def _measures_of(cell: Cell, inside: bool = False) -> list[tuple[Measure, Context, tuple[PerKey, ...]]]:
    """The measures of a cell with the keys that they are `per`; those `inside` a further `per GRAIN` if asked."""
    if isinstance(cell.measure, Measure):
        return [(cell.measure, cell.context, ())]
    has_grain, keys = _has_grain(cell.measure), cell.measure.source.keys
    if has_grain and not inside:
        return []
    found = [found for inner in cell.measure.block.cells for found in _measures_of(inner, inside)]
    return [(m, cell.context if has_grain else c, (*keys, *k)) for m, c, k in found]


def _per_grains(cell: Cell, keys: tuple[PerKey, ...]) -> list[tuple[PerCell, tuple[PerKey, ...]]]:
    """The `per GRAIN` of a cell that are in none other, each with the keys of the `per` around it."""
    if isinstance(cell.measure, Measure):
        return []
    if _has_grain(cell.measure):
        return [(cell.measure, (*keys, *cell.measure.source.keys))]
    keys = (*keys, *cell.measure.source.keys)
    return [found for inner in cell.measure.block.cells for found in _per_grains(inner, keys)]


def _has_grain(per: PerCell) -> bool:
    return any(k.kind == "grain" for k in per.source.keys)


def _reading(scan: Scan) -> tuple[object, ...]:
    return (
        scan.entity, scan.axis, scan.stock, scan.context, scan.keys, scan.filters, scan.present, scan.untimed,
    )  # fmt: skip


def _per_value(key: PerKey, scope: RowScope) -> Value:
    """What must be there for a row to belong to a value of `per`: the path's value, or the entity's row."""
    if key.dimension is not None:
        return dimension_value(key.dimension, scope)
    found = entity_key(key.name, scope)
    assert isinstance(found, PrimaryKey)
    return replace(found, real=True)


def untimed_rows(block: Block, environment: Environment) -> list[Scan]:
    """Scans that tell of rows without a time, which are a period of their own that no window sees."""
    spine = block.spine
    if spine.grain is None or spine.outer is not None or spine.interval != Interval() or block.per:
        return []
    found: list[Scan] = []
    shown = [c for c in block.cells if not c.hidden]
    told = {c.measure for c in shown if is_base(c.context, block) and c.context.window is None}
    for measure in dict.fromkeys(all_measures(block)):
        if measure.stock is None and measure in told:
            continue  # its own scan reads them
        measure, asked = by_beginning(measure, block, environment)
        scope = RowScope(environment, measure.entity, bare=False)
        narrowing = tuple(condition(n, scope) for n in block.narrowing)
        try:
            scan = scan_of(replace(measure, filters=narrowing), Context(), asked, environment, ())
        except MetricError:
            continue  # `total(m by d)` need not reach the other groups
        scan = replace(scan, untimed=True)
        if scan not in found:
            found.append(scan)
    return found
