"""Where a metric comes from, down to columns, and what can slice it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.model import meaning as m
from metricdsl.model.joins import paths
from metricdsl.model.rows import RowScope

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog
    from metricdsl.model.definitions import Definitions


@dataclass
class Lineage:
    """The columns that are read, by entity in the order in which they are met."""

    definitions: Definitions
    columns: dict[str, dict[str, None]] = field(default_factory=dict)

    def read(self, value: object, base: str) -> None:
        """All columns below a value that is read on rows of `base`."""
        match value:
            case m.Column(path=path, entity=entity, field=name):
                self._joins(base, path)
                self._add(entity, [self.definitions.entity(entity).fields[name].column])
            case m.ForeignKey(path=path, entity=entity, join=join):
                self._joins(base, path)
                self._add(entity, [own for own, _ in self.definitions.entity(entity).joins[join].columns])
            case m.PrimaryKey(path=path, entity=entity):
                self._joins(base, path)
                self._add(entity, self.definitions.entity(entity).key_columns())
            case m.Derived(path=path, entity=entity, what=what):
                self._joins(base, path)
                self._derived(what, entity)
            case m.Measure():
                self._measure(value)
            case _:
                for part in _parts(value):
                    self.read(part, base)

    def _measure(self, measure: m.Measure) -> None:
        entity = self.definitions.entity(measure.entity)
        self._add(measure.entity, [])
        for part in (*measure.arguments, measure.condition, *measure.filters, measure.axis):
            self.read(part, measure.entity)
        if measure.stock and entity.lifetime:
            alive = (entity.lifetime.start, entity.lifetime.end)
            self._add(measure.entity, [entity.fields[name].column for name in alive])
        elif measure.stock and entity.snapshot:
            self._add(measure.entity, [*entity.key_columns(), entity.fields[entity.snapshot].column])

    def _derived(self, what: m.Rollup | m.Following | m.Neighbour, entity: str) -> None:
        match what:
            case m.Rollup(child=child, link=link):
                self._joins(child, link)
                self.read((*what.arguments, what.condition, what.time), child)
            case m.Following(entity=follower):
                self.read((what.own_key, what.own_time), entity)
                self.read((what.key, what.time, what.reached, what.condition), follower)
            case m.Neighbour():
                self.read((what.value, what.per, what.time), entity)

    def _joins(self, base: str, path: m.Path) -> None:
        """The columns on both sides of each join of a path."""
        for name in path:
            join = self.definitions.entity(base).joins[name]
            self._add(base, [own for own, _ in join.columns])
            self._add(join.target, [other for _, other in join.columns])
            base = join.target

    def _add(self, entity: str, columns: Iterable[str]) -> None:
        self.columns.setdefault(entity, {}).update(dict.fromkeys(columns))


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        yield from value
    elif is_dataclass(value) and type(value).__module__ == m.__name__:
        yield from (getattr(value, f.name) for f in fields(value))


def columns_read(catalog: Catalog, value: m.Value) -> dict[str, tuple[str, ...]]:
    """By entity, the columns of its table that a metric's value is made from."""
    lineage = Lineage(catalog.definitions)
    for measure in m.measures(value):
        lineage.read(measure, measure.entity)
    return {entity: tuple(columns) for entity, columns in lineage.columns.items()}


def sliceable(catalog: Catalog, value: m.Value) -> dict[str, tuple[str, ...]]:
    """By entity, the fields by which all aggregates of a metric can be grouped, each reached in one way."""
    definitions = catalog.definitions
    read = {measure.entity for measure in m.measures(value)}
    found: dict[str, tuple[str, ...]] = {}
    for name, entity in definitions.usable_entities().items():
        if all(_ways(definitions, base, name) == 1 for base in read):
            said = catalog.entries.entities[name].model.fields
            shown = [f for f in entity.fields if f in said and not said[f].hidden]
            found[name] = tuple(f for f in shown if _has_meaning(catalog, name, f))
    return {name: names for name, names in found.items() if names}


def _has_meaning(catalog: Catalog, entity: str, field: str) -> bool:
    """Whether a field can be read: not where it is wrong, or where the sources lack what it needs."""
    scope = RowScope(catalog.metrics.environment, entity)
    try:
        scope.field(field, scope.here.span)
    except MetricError:
        return False
    return True


def _ways(definitions: Definitions, base: str, goal: str) -> int:
    try:
        return len(paths(definitions, base, goal))
    except MetricError:
        return 0


def time_axes(catalog: Catalog, value: m.Value) -> tuple[str, ...]:
    """The fields on whose time the aggregates stand, as `orders.ordered_at`; stocks stand at moments."""
    axes = []
    for measure in m.measures(value):
        usual = catalog.definitions.entity(measure.entity).axis
        if isinstance(measure.axis, m.Column) and not measure.stock:
            axes.append(f"{measure.entity}.{measure.axis.field}")
        elif measure.axis is not None and not measure.stock and not measure.chosen:
            axes.append(f"{measure.entity}.{usual}")
    return tuple(dict.fromkeys(axes))
