"""Entities whose rows are in tables of another schema: the catalog's meaning, the sources' columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from metricdsl.catalog.entries import Entries, Entry
from metricdsl.catalog.schema import Entity, Field, TableSource
from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.language.parser import parse_join
from metricdsl.source import Span, Text

if TYPE_CHECKING:
    from metricdsl.catalog.naming import Path

NOT_MAPPED = "not-mapped"
"""The code of errors that say that the sources lack something, not that anything is wrong."""

_OWN_KEYS = (
    "type",
    "column",
    "expr",
    "scale",
    "stored_in",
    "values",
    "unit",
    "label",
    "description",
    "synonyms",
)


def mapped(entries: Entries) -> Entries:
    """The same catalog, its entities read from where the sources say."""
    entities = {
        name: MappedEntity(entry, entries.sources.get(name)) for name, entry in entries.entities.items()
    }
    return replace(entries, entities=entities)


def unmapped(entries: Entries) -> Entries:
    """The catalog without its sources."""
    plain = {name: e.entry if isinstance(e, MappedEntity) else e for name, e in entries.entities.items()}
    return replace(entries, entities=plain, sources={})


class MappedEntity(Entry[Entity]):
    """An entity of the catalog as its source has it. What the source says has its place there."""

    __slots__ = ("entry", "mapping", "missing")

    def __init__(self, entry: Entry[Entity], mapping: Entry[TableSource] | None) -> None:
        super().__init__(entry.name, entry.kind, entry.source, entry.key_node, entry.node)
        self.entry, self.mapping = entry, mapping
        self.missing: dict[str, Span] = {}
        """What the source has no column for, with the place of the source: fields, and columns of joins."""

    def text(self, *path: str | int) -> Text:
        return self._home(path).text(*path)

    def where(self, *path: str | int) -> Span:
        home, path = self._place(path)
        return home.where(*path)

    def key(self, *path: str | int) -> Span:
        home, path = self._place(path)
        return home.key(*path)

    def _home(self, path: Path) -> Entry[Any]:
        if self.mapping is None:
            return self.entry
        match path:
            case ("table" | "sql", *_):
                return self.mapping
            case ("fields", str(name), *_) if name in self.mapping.model.fields:
                return self.mapping
            case _:
                return self.entry

    def _place(self, path: Path) -> tuple[Entry[Any], Path]:
        match path:
            case ("fields", str(name)) if self.mapping is not None and name in self.mapping.model.columns:
                return self.mapping, ("columns", name)
            case _:
                return self._home(path), path

    def _made(self) -> Entity:
        if self.mapping is None:
            hint = f"add `{self.name}:` with its table to the sources"
            raise fail(NOT_MAPPED, f"entity '{self.name}' is not mapped to a table", self.entry.span, hint)
        base, source = self.entry.model, self.mapping.model
        compared = columns_of_joins(self.entry)
        problems = list(_unknown(self.mapping, base, compared))
        fields = dict(self._fields(base, source, problems))
        for name in _undeclared(base, compared):
            if name not in fields and name in source.columns:
                fields[name] = Field.model_construct(column=source.columns[name], hidden=True)
            elif name not in fields and not source.keeps_names:
                self.missing[name] = self.mapping.span
        problems += self._keys_without_column(base, compared, fields)
        if problems:
            raise MetricError(*problems)
        return base.model_copy(update={"table": source.table, "sql": source.sql, "fields": fields})

    def _fields(
        self, base: Entity, source: TableSource, problems: list[Diagnostic]
    ) -> Iterator[tuple[str, Field]]:
        assert self.mapping is not None
        for name, field in base.fields.items():
            if name in source.fields:
                yield name, _merged(field, source.fields[name], name)
            elif name in source.columns and field.type is None:
                hint = f"write it below `fields:`, as `{name}: {{type: …, column: {source.columns[name]}}}`"
                message = f"'{name}' of {self.name} is computed, and nothing says of what type the column is"
                problems.append(
                    Diagnostic("missing-type", message, self.mapping.key("columns", name), (hint,))
                )
            elif name in source.columns:
                yield name, field.model_copy(update={"column": source.columns[name], "expr": None})
            else:
                if field.expr is None and not source.keeps_names:
                    self.missing[name] = self.mapping.span
                yield name, field
        for name, field in source.fields.items():
            if name not in base.fields:
                yield name, field.model_copy(update={"hidden": True})

    def _keys_without_column(
        self, base: Entity, compared: tuple[str, ...], fields: dict[str, Field]
    ) -> Iterator[Diagnostic]:
        assert self.mapping is not None
        for name in dict.fromkeys((*(base.key or ()), *((base.snapshot,) if base.snapshot else ()))):
            if name in self.missing:
                message = f"the key of {self.name} is not mapped: no column is given for '{name}'"
                hint = f"add `{name}: COLUMN` to its `columns:`"
                yield Diagnostic("missing-key", message, self.mapping.span, (hint,))
        for name in dict.fromkeys((*(base.key or ()), *compared)):
            if name in self.mapping.model.fields and fields[name].expr is not None:
                message = f"'{name}' of {self.name} is compared by joins, so it must be a column"
                place = self.mapping.key("fields", name)
                yield Diagnostic(
                    "computed-field", message, place, ("compute it in a query: `sql: SELECT …`",)
                )


def columns_of_joins(entry: Entry[Entity]) -> tuple[str, ...]:
    """The entity's own side of what its joins compare."""
    found: dict[str, None] = {}
    for name in entry.model.joins:
        try:
            found |= dict.fromkeys(own for own, _ in parse_join(entry.text("joins", name)).columns)
        except MetricError:
            continue  # the join is reported where it is used
    return tuple(found)


def _undeclared(base: Entity, compared: tuple[str, ...]) -> tuple[str, ...]:
    """Columns that need not be declared as fields: those of the key, of joins, and the times."""
    return (*(base.key or ()), *compared, *base.times)


def _unknown(mapping: Entry[TableSource], base: Entity, compared: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Names in `columns` that nothing in the entity has, and names in both."""
    known = (*base.fields, *_undeclared(base, compared))
    for name in mapping.model.columns:
        if name not in known:
            message = f"{mapping.name} has no field '{name}', nor is it compared by its key or joins"
            hints = did_you_mean(name, known) or ("what the source needs besides, write below `fields:`",)
            yield Diagnostic("unknown-field", message, mapping.key("columns", name), hints)
        elif name in mapping.model.fields:
            message = f"'{name}' of {mapping.name} is given twice, in 'columns' and in 'fields'"
            yield Diagnostic("conflicting-keys", message, mapping.key("fields", name))


def _merged(field: Field, own: Field, name: str) -> Field:
    """The catalog's field with what the source says of it; what it does not say stays."""
    said = {key: getattr(own, key) for key in _OWN_KEYS if key in own.model_fields_set}
    if own.expr is not None:
        return field.model_copy(update={"column": None, "scale": None, "stored_in": None, **said})
    return field.model_copy(update={"expr": None, "column": own.column or name, **said})


def missing(entry: Entry[Entity], name: str) -> Span | None:
    """Where the source stands that has no column for a field or a join's side; None where there is one."""
    return entry.missing.get(name) if isinstance(entry, MappedEntity) else None


def is_mapped(entry: Entry[Entity]) -> bool:
    return not isinstance(entry, MappedEntity) or entry.mapping is not None
