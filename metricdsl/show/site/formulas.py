"""Formulas in which each metric, entity, field and function is a link to where it is explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.functions.vocabulary import AGGREGATES, row_functions
from metricdsl.language import syntax as s
from metricdsl.language.parser import parse_formula
from metricdsl.show.site.addresses import Addresses, anchor
from metricdsl.show.site.markup import Content, Markup, join, link
from metricdsl.source import Span, Text

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog

FUNCTIONS = "functions.html"
Bases = tuple[str, ...]
"""The entities on whose rows an expression is read, the innermost first."""
Parse = Callable[[Text], object]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands in a formula, and what it is the name of."""

    start: int
    end: int
    kind: str
    name: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Formulas:
    """Knows what the names of a catalog's formulas mean."""

    catalog: Catalog
    addresses: Addresses

    def linked(self, text: str, up: str, bases: Bases = (), parse: Parse = parse_formula) -> Markup:
        """A formula or question as it is written, with links; one that cannot be read stays plain."""
        parts: list[Content] = []
        done = 0
        for place in self.places(text, bases, parse):
            parts += [text[done : place.start], link(self.address(place, up), text[place.start : place.end])]
            done = place.end
        return join(parts, text[done:])

    def places(self, text: str, bases: Bases = (), parse: Parse = parse_formula) -> list[Place]:
        """What a formula or a question names, in its order."""
        try:
            tree = parse(Text.of(text))
        except MetricError:
            return []
        return sorted(set(self._places(tree, bases)), key=lambda place: place.start)

    def address(self, place: Place, up: str) -> str:
        match place.kind:
            case "metric":
                return self.addresses.metric(place.name, up)
            case "entity":
                return self.addresses.entity(place.name, up, place.field)
            case kind:
                return f"{up}{FUNCTIONS}#{anchor(kind, place.name)}"

    def _places(self, tree: object, bases: Bases) -> Iterator[Place]:
        match tree:
            case s.Name():
                yield from self._name(tree, bases)
            case s.Aggregate():
                yield from self._word(tree.span, tree.function)
                yield from self._aggregate(tree, bases)
            case s.Call(function=function):
                yield from self._word(tree.span, function)
                yield from self._places(tree.arguments, bases)
            case s.Has(entity=entity, where=where):
                yield from self._name(entity, ())
                yield from self._places(where, (".".join(entity.parts), *bases))
            case s.Step(entity=entity, where=where):
                inner = (".".join(entity.parts), *bases)
                yield from self._name(entity, ())
                yield from self._places((where, tree.via), inner)
            case s.Parameter(name=name) if name in self.catalog.entries.parameters:
                yield Place(tree.span.start, tree.span.end, "parameter", name)
            case _:
                for part in _parts(tree):
                    yield from self._places(part, bases)

    def _aggregate(self, tree: s.Aggregate, bases: Bases) -> Iterator[Place]:
        base = None if tree.per else _first_name(tree.arguments)
        inner = (base, *bases) if base in self.catalog.entries.entities and base else bases
        for part in (tree.arguments, tree.per, tree.where, tree.on):
            yield from self._places(part, inner)

    def _word(self, span: Span, name: str) -> Iterator[Place]:
        """The name of a function, with which its call begins."""
        kinds = {
            "aggregate": name in AGGREGATES, "own": name in self.catalog.entries.functions,
            "function": name in row_functions(),
        }  # fmt: skip
        kind = next((kind for kind, known in kinds.items() if known), None)
        if kind and span.source.text.startswith(name, span.start):
            yield Place(span.start, span.start + len(name), kind, name)

    def _name(self, name: s.Name, bases: Bases) -> Iterator[Place]:
        found = self._meaning(name.parts, bases)
        if found is not None:
            yield Place(name.span.start, name.span.end, *found)

    def _meaning(self, parts: tuple[str, ...], bases: Bases) -> tuple[str, str, str] | None:
        """Kind, name and field. An entity's own names go first, then what has no dots, then entities."""
        entries = self.catalog.entries
        for base in bases:
            if (found := self._along(base, parts)) is not None:
                return found
        name = ".".join(parts)
        if not bases and name in entries.metrics:
            return "metric", name, ""
        if name in entries.segments:
            return "segment", name, ""
        return self._along(parts[0], parts[1:]) if parts[0] in entries.entities else None

    def _along(self, base: str, parts: Iterable[str]) -> tuple[str, str, str] | None:
        """The entity at the end of a path of joins, and the field with which it may end."""
        definitions = self.catalog.definitions
        field = ""
        try:
            for part in parts:
                entity = definitions.entity(base)
                if field or part not in (entity.fields if part not in entity.joins else entity.joins):
                    return None
                base, field = (entity.joins[part].target, "") if part in entity.joins else (base, part)
        except (MetricError, KeyError):
            return None
        return "entity", base, field


def _first_name(tree: object) -> str | None:
    """The entity that an aggregate names first."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, s.Name):
            return part.parts[0]
        waiting += reversed(_parts(part))
    return None


def _parts(tree: object) -> list[object]:
    """What stands directly inside a tree, or in tuples there: one level of recursion for one of the tree."""
    if isinstance(tree, tuple):
        return [inner for part in tree for inner in (_parts(part) if isinstance(part, tuple) else [part])]
    if not is_dataclass(tree) or isinstance(tree, Span):
        return []
    return _parts(tuple(getattr(tree, part.name) for part in fields(tree)))
