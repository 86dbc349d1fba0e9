"""Which columns a table needs so that all entities that read it can, and of what type they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from metricdsl.catalog.values import Cell
from metricdsl.model.definitions import EntityDefinition
from metricdsl.types import ValueType

Place = tuple[str, str]
"""An entity and a column of its rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stored column. `stored_in` and `scale` say how its values are meant."""

    name: str
    kind: str
    stored_in: str = "UTC"
    scale: float | None = None


@dataclass
class _Classes:
    """Columns that joins compare, so that one type fits all of a class."""

    parents: dict[Place, Place] = field(default_factory=dict)

    def root(self, place: Place) -> Place:
        while (parent := self.parents.setdefault(place, place)) != place:
            place = parent
        return place

    def join(self, one: Place, other: Place) -> None:
        self.parents[self.root(one)] = self.root(other)


def columns(
    entities: Mapping[str, EntityDefinition], written: Mapping[Place, Iterable[Cell]]
) -> dict[str, dict[str, Column]]:
    """The columns of each entity: its stored fields, its key, and what its joins compare.

    A column that no field declares has the type of what it is joined with, else that of the values written.
    """
    classes, declared = _Classes(), dict[Place, ValueType]()
    found: dict[str, dict[str, Column]] = {name: {} for name in entities}
    for name, entity in entities.items():
        for f in entity.fields.values():
            if f.expression is None and f.type is not None:
                implied = f.span == entity.span  # a key that no field declares passes as text
                if not implied:
                    declared[name, f.column] = f.type
                    found[name].setdefault(f.column, Column(f.column, f.type.kind, f.stored_in, f.scale))
                classes.root((name, f.column))
        for join in entity.joins.values():
            for own, other in join.columns:
                classes.join((name, own), (join.target, other))
    kinds = _kinds(classes, declared, written)
    for name, column in list(classes.parents):
        if name in found:
            kind = kinds.get(classes.root((name, column)), "text")
            found[name].setdefault(column, Column(column, kind))
    return found


def _kinds(
    classes: _Classes, declared: Mapping[Place, ValueType], written: Mapping[Place, Iterable[Cell]]
) -> dict[Place, str]:
    kinds: dict[Place, str] = {}
    for place, kind in declared.items():
        kinds.setdefault(classes.root(place), kind.kind)
    values: dict[Place, list[Cell]] = {}
    for place, cells in written.items():
        values.setdefault(classes.root(place), []).extend(cells)
    for root, cells in values.items():
        kinds.setdefault(root, guessed(cells))
    return kinds


def guessed(cells: Iterable[Cell]) -> str:
    """The type that all values have that are not null; text where they differ or there is none."""
    kinds = {_kind(cell) for cell in cells if cell is not None}
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "text"


def _kind(cell: Cell) -> str:
    match cell:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case Decimal():
            return "number"
        case _:
            return "text"
