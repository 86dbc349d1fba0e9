"""Hints in the catalog's own names: `write sum(orders.amount)` says little where there are no orders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from metricdsl.errors import Diagnostic, MetricError

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog
    from metricdsl.model.definitions import EntityDefinition

_CODES = frozenset({"no-entity", "no-aggregate", "unknown-function", "unknown-name"})
_EXAMPLE = re.compile(
    r"(?<!['`\w.])(orders\.amount|orders\.customer|accounts\.region|account\.region|signed_up_on|ordered_on"
    r"|revenue|orders|leads|customers)(?!['`\w.(])"
)


def in_own_names(diagnostic: Diagnostic, catalog: Catalog) -> Diagnostic:
    """The same, with names of the catalog for those of the examples in its hints that it does not have."""
    if not (diagnostic.code.startswith("syntax-") or diagnostic.code in _CODES):
        return diagnostic
    if not any(map(_EXAMPLE.search, diagnostic.hints)):
        return diagnostic
    try:
        own = dict(_own(catalog))
    except MetricError:
        return diagnostic
    hints = (_EXAMPLE.sub(lambda found: own.get(found[0], found[0]), hint) for hint in diagnostic.hints)
    return replace(diagnostic, hints=tuple(hints))


def _own(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """What stands for each example's name."""
    entities = catalog.definitions.usable_entities()
    metrics = catalog.entries.metrics
    if "revenue" not in metrics and metrics:
        yield "revenue", _written(next(iter(metrics)))
    numbers = list(_fields(entities, "money")) or list(_fields(entities, "number", "integer", "percent"))
    texts = sorted(_fields(entities, "text"), key=lambda found: not _listed(catalog, found))
    joins = [(entity, join) for entity in entities.values() for join in entity.joins]
    moments = [(entity, entity.axis) for entity in entities.values() if entity.axis]
    for example, found in (
        ("orders.amount", numbers),
        ("accounts.region", texts),
        ("orders.customer", joins),
    ):
        if found and not _has(entities, example):
            entity, field = found[0]
            yield example, f"{_written(entity.name)}.{_written(field)}"
    counted = [numbers[0][0].name] if numbers else []
    for example, likely in (("signed_up_on", []), ("ordered_on", counted)):
        at = sorted(moments, key=lambda found: found[0].name not in likely)
        if at and not any(example in entity.fields for entity in entities.values()):
            yield example, f"{_written(at[0][0].name)}.{_written(at[0][1])}"
    stocks = [name for name, entity in entities.items() if entity.lifetime]
    for example, likely in (("orders", counted), ("leads", []), ("customers", stocks)):
        if example not in entities and entities:
            yield example, _written([*likely, *entities][0])


def _fields(entities: dict[str, EntityDefinition], *kinds: str) -> Iterator[tuple[EntityDefinition, str]]:
    """The fields of these types that are no keys."""
    for entity in entities.values():
        for field in entity.fields.values():
            if (
                field.type is not None
                and field.type.kind in kinds
                and field.column not in entity.key_columns()
            ):
                yield entity, field.name


def _listed(catalog: Catalog, field: tuple[EntityDefinition, str]) -> bool:
    """Whether the catalog says what a field can be: then it is one to group by."""
    entity, name = field
    return bool(catalog.entries.entities[entity.name].model.fields[name].values)


def _has(entities: dict[str, EntityDefinition], path: str) -> bool:
    name, _, field = path.partition(".")
    return name in entities and (field in entities[name].fields or field in entities[name].joins)


def _written(name: str) -> str:
    return name if name.isidentifier() else f"`{name}`"
