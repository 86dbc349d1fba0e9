"""Entities, joins and names (sections 1 and 3), from the plain dictionaries that the YAML file holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from metricdsl.language import parser, syntax
from metricdsl.source import Text
from tests.reference.evaluator.calendar import Unspecified

TYPES = ["text", "integer", "number", "money", "percent", "boolean", "date", "timestamp", "duration"]
Path = tuple[str, ...]


class Refused(Exception):
    """The page calls it an error; the argument is a word for the reason."""


@cache
def formula(text: str) -> syntax.Expression:
    return parser.parse_formula(Text.of(text))


@cache
def parse_join(text: str) -> syntax.Join:
    return parser.parse_join(Text.of(text))


@dataclass
class Entity:
    name: str
    table: str
    key: tuple[str, ...]
    time: str | None
    joins: dict[str, syntax.Join]
    fields: dict[str, dict[str, Any]]
    lifetime: dict[str, Any] | None
    snapshot: str | None

    @staticmethod
    def read(name: str, entry: Mapping[str, Any]) -> Entity:
        key = entry.get("key", [])
        fields = {n: f if isinstance(f, dict) else {"type": f} if f in TYPES else {"expr": f}
                  for n, f in entry.get("fields", {}).items()}  # fmt: skip
        lifetime = entry.get("lifetime") or {}
        for time in (entry.get("time"), entry.get("snapshot"), lifetime.get("from"), lifetime.get("to")):
            if time:
                fields.setdefault(time, {"type": "date"})
        joins = {n: parse_join(j) for n, j in entry.get("joins", {}).items()}
        return Entity(name, entry.get("table", name), tuple([key] if isinstance(key, str) else key), entry.get("time"),
                      joins, fields, entry.get("lifetime"), entry.get("snapshot"))  # fmt: skip


@dataclass
class Catalog:
    source: Mapping[str, Any]
    entities: dict[str, Entity] = field(init=False)

    def __post_init__(self) -> None:
        self.entities = {n: Entity.read(n, e) for n, e in self.section("entities").items()}

    def section(self, name: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.source.get(name, {})
        return found

    def metric_name(self, word: str) -> str:
        """Section 7: a metric by its name, or by a label or synonym in any language."""
        found = [name for name, m in self.section("metrics").items()
                 if isinstance(m, dict) and word in (*texts(m.get("label")), *texts(m.get("synonyms")))]  # fmt: skip
        return found[0] if word not in self.section("metrics") and len(found) == 1 else word

    def metric(self, word: str) -> syntax.Expression | None:
        entry = self.section("metrics").get(self.metric_name(word))
        if entry is None:
            return None
        return formula(entry if isinstance(entry, str) else entry["formula"])

    def metric_setting(self, word: str, key: str) -> Any:
        entry = self.section("metrics").get(self.metric_name(word))
        return entry.get(key) if isinstance(entry, dict) else None

    def segment(self, name: str) -> syntax.Expression | None:
        entry = self.section("segments").get(name)
        return None if entry is None else formula(entry if isinstance(entry, str) else entry["where"])

    def expanded(self, call: syntax.Call) -> syntax.Expression | None:
        """Section 6: a call of a catalog's function with its arguments put in; None for a built-in."""
        for signature_text, body in self.section("functions").items():
            signature = parser.parse_signature(Text.of(signature_text))
            if signature.name == call.function:
                body = formula(body if isinstance(body, str) else body["formula"])
                return put(body, dict(zip(signature.parameters, call.arguments, strict=True)))
        return None

    # section 3: fields are reached through many-to-one joins only

    def routes(self, start: str, goal: str, seen: Path = ()) -> list[Path]:
        """All chains of joins between two entities; a join to the own entity only counts when named."""
        if start == goal:
            return [()]
        found = []
        for name, join in self.entities[start].joins.items():
            if join.entity != start and join.entity not in seen:
                for rest in self.routes(join.entity, goal, (*seen, start)):
                    found.append((name, *rest))
        return found

    def route(self, start: str, goal: str) -> Path:
        found = self.routes(start, goal)
        if len(found) != 1:
            raise Refused("unreachable" if not found else "ambiguous")
        return found[0]

    def locate(self, entity: str, parts: Path, inside: bool) -> tuple[Path, str | None]:
        """From an entity, the joins that a name follows, and the field or join it ends at (None: the row).

        `inside` an aggregate bare names are the entity's own; elsewhere the first part is an entity.
        """
        own = self.entities[entity]
        if not inside and len(parts) == 1:
            return self.shared(entity, parts[0])
        bare = own.fields if len(parts) == 1 else ()
        if parts[0] in self.entities and not (inside and parts[0] in (*own.joins, *bare)):
            hops, rest = self.route(entity, parts[0]), parts[1:]
            at = parts[0]
        elif inside:
            hops, rest, at = (), parts, entity
        else:
            raise Refused("unknown name")
        for part in rest[:-1]:
            if part not in self.entities[at].joins:
                raise Refused("unknown name")
            hops, at = (*hops, part), self.entities[at].joins[part].entity
        if rest and rest[-1] not in (*self.entities[at].joins, *self.entities[at].fields):
            raise Refused("unknown name")
        return hops, rest[-1] if rest else None

    def owners(self, name: str) -> list[Path]:
        """The fields that a bare name means: those of that name, else of that label or synonym in any language."""
        fields = [(e.name, n, f) for e in self.entities.values() for n, f in e.fields.items()]
        named = [(e, n) for e, n, _ in fields if n == name]
        return named or [
            (e, n) for e, n, f in fields if name in (*texts(f.get("label")), *texts(f.get("synonyms")))
        ]

    def shared(self, entity: str, name: str) -> tuple[Path, str | None]:
        """A bare name outside of an aggregate: a declared dimension, or a field unique in the catalog."""
        owners = self.section("dimensions").get(name)
        if owners is None:
            owners = [".".join(path) for path in self.owners(name)]
            if len(owners) != 1:
                raise Refused("unknown name" if not owners else "ambiguous")
        places = [tuple(owner.split(".")) for owner in owners]
        own = [p for p in places if p[0] == entity]
        reached = own or [p for p in places if self.routes(entity, p[0])]
        if len(reached) != 1:
            raise Refused("unreachable" if not reached else "ambiguous")
        return self.locate(entity, reached[0], inside=False)


def texts(value: Any) -> list[str]:
    """The texts of a label: one, a list of them, or a map of either by language."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def put(tree: Any, arguments: Mapping[str, Any]) -> Any:
    """A tree with the named single-part names replaced."""
    if isinstance(tree, syntax.Name) and len(tree.parts) == 1 and tree.parts[0] in arguments:
        return arguments[tree.parts[0]]
    if isinstance(tree, tuple):
        return tuple(put(item, arguments) for item in tree)
    if (
        dataclasses.is_dataclass(tree)
        and not isinstance(tree, type)
        and type(tree).__module__ == syntax.__name__
    ):
        changed = {f.name: put(getattr(tree, f.name), arguments)
                   for f in dataclasses.fields(tree) if f.name != "span"}  # fmt: skip
        return dataclasses.replace(tree, **changed)
    return tree


def names(tree: Any) -> Iterator[Path]:
    """All names of a formula, in the order in which they are written."""
    if isinstance(tree, syntax.Name):
        yield tree.parts
    elif isinstance(tree, syntax.Sequence):
        yield tree.steps[0].entity.parts
    elif isinstance(tree, tuple):
        for part in tree:
            yield from names(part)
    elif dataclasses.is_dataclass(tree):
        for slot in dataclasses.fields(tree):
            if slot.name != "span":
                yield from names(getattr(tree, slot.name))


def aggregate_entity(catalog: Catalog, node: syntax.Aggregate) -> str:
    """Section 3: an aggregate stands on the entity that its argument names first."""
    for parts in names(node.arguments):
        if parts[0] in catalog.entities:
            return parts[0]
    raise Refused("no entity")


__all__ = ["Catalog", "Entity", "Path", "Refused", "Unspecified", "aggregate_entity", "formula"]
