"""Are the tables and columns that a catalog reads in the database, and of the right types?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from metricdsl.errors import Diagnostic, MetricError, did_you_mean
from metricdsl.run.column_types import family, fits, has_zone
from metricdsl.run.connection import Connection, schema_of
from metricdsl.run.failure import DatabaseError
from metricdsl.source import Span

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog
    from metricdsl.model.definitions import EntityDefinition, FieldDefinition, JoinDefinition

LISTED = 5  # metrics that a message names
Column = tuple[str, str]
"""An entity and a column of its table."""


@dataclass(frozen=True, slots=True)
class Use:
    """What reads a column, in words, and its place in the catalog."""

    what: str
    place: Span


@dataclass(eq=False)
class ColumnCheck:
    """What the database has, entity by entity, as far as `run` has found out.

    types: by entity and column the type as the database names it; an entity without a table has no key.
    broken: columns that are not there or of a wrong type; bad_joins: (entity, join) of unlike types.
    """

    catalog: Catalog
    database: Connection
    types: dict[str, dict[str, str]] = field(default_factory=dict)
    broken: set[Column] = field(default_factory=set)
    bad_joins: set[tuple[str, str]] = field(default_factory=set)
    zoned: set[tuple[str, str]] = field(default_factory=set)
    failures: list[Diagnostic] = field(default_factory=list)
    untyped: bool = False

    def run(self) -> Iterator[Diagnostic]:
        """All that is wrong. What the database itself refuses is kept in `failures`."""
        entities = self.catalog.definitions.usable_entities().values()
        for entity in entities:
            yield from self._columns(entity)
        for entity in entities:
            if entity.name in self.types:
                yield from self._types(entity)
        for entity in entities:
            for join in entity.joins.values():
                yield from self._join(entity, join)
        if self.untyped:
            message = f"{self.database.name} does not tell the types of columns, so they were not checked"
            yield Diagnostic("unknown-types", message, severity="warning")

    # --- what is there ----------------------------------------------------------------------------

    def _columns(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        from metricdsl.render.probe import columns_query
        from metricdsl.render.verify import same_name

        definitions, dialect = self.catalog.definitions, self.database.dialect
        try:
            stored = schema_of(self.database, columns_query(definitions, entity.name, dialect)).names
            uses, present = self._uses(entity), []
            for column, of_it in uses.items():
                if any(same_name(dialect, column, name) for name in stored):
                    present.append(column)
                else:
                    self.broken.add((entity.name, column))
                    yield self._missing_column(entity, column, of_it, stored)
            self.types[entity.name] = self._type_names(entity.name, present)
        except DatabaseError as error:
            if error.missing is None:
                self.failures += error.diagnostics
            else:
                yield self._missing_table(entity, error)

    def _type_names(self, entity: str, columns: list[str]) -> dict[str, str]:
        """The types of columns by name; empty texts from a database that has no function for it."""
        from metricdsl.render.verify import Verification

        if self.untyped or not columns:
            return dict.fromkeys(columns, "")
        sql = Verification(self.catalog.definitions, self.database.dialect).types(entity, columns)
        try:
            answer = self.database.execute(sql)
        except DatabaseError as error:
            if error.diagnostics[0].code != "database-error":
                raise
            self.untyped = True
            return dict.fromkeys(columns, "")
        return {name: str(values[0].as_py()) for name, values in zip(columns, answer.columns, strict=True)}

    def _uses(self, entity: EntityDefinition) -> dict[str, list[Use]]:
        """The columns of an entity that anything reads, and what does."""
        entry = self.catalog.entries.entities[entity.name]
        declared = entry.model.fields
        found: dict[str, list[Use]] = {}
        for name, f in entity.fields.items():
            if f.expression is None and f.unmapped is None:
                what, place = f"field '{name}'", entry.where("fields", name, "column")
                if name not in declared:
                    part = "key" if name in entity.key else "snapshot"
                    what, place = f"the {part}", entry.where(part)
                elif declared[name].column is None:
                    place = f.span
                found.setdefault(f.column, []).append(Use(what, place))
        for column in entity.key_columns():  # of a computed field too, which no join can compare
            found.setdefault(column, [Use("the key", entry.where("key"))])
        for other in self.catalog.definitions.usable_entities().values():
            for join in other.joins.values():
                words = f"join '{join.name}'" + (f" of {other.name}" if other is not entity else "")
                for own, theirs in join.columns if join.unmapped is None else ():
                    if other is entity:
                        found.setdefault(own, []).append(Use(words, join.span))
                    if join.target == entity.name:
                        found.setdefault(theirs, []).append(Use(words, join.span))
        return found

    def _missing_column(
        self, entity: EntityDefinition, column: str, uses: list[Use], stored: list[str]
    ) -> Diagnostic:
        readers = " and ".join(dict.fromkeys(use.what for use in uses))
        verb = "read" if " and " in readers else "reads"
        message = f"{rows_of(entity)} has no column '{column}', which {readers} {verb}"
        hints = (*did_you_mean(column, stored), *self._needed(entity.name, column))
        return Diagnostic("missing-column", message, uses[0].place, hints)

    def _missing_table(self, entity: EntityDefinition, error: DatabaseError) -> Diagnostic:
        entry, missing = self.catalog.entries.entities[entity.name], error.missing
        assert missing is not None
        needed = self._needed(entity.name, None)
        if entity.table is None:
            message = (
                f"the query of {entity.name} reads the {missing.what} {missing.name}, which is not there"
            )
            return Diagnostic(f"missing-{missing.what}", message, entry.where("sql"), needed)
        message = f"{self.database.name} has no table {entity.table}, of which the rows of {entity.name} are"
        known = [*self._tables, *(name.rpartition(".")[2] for name in self._tables)]
        hints = (*did_you_mean(entity.table, known), *needed)
        return Diagnostic("missing-table", message, entry.where("table"), hints)

    @cached_property
    def _tables(self) -> list[str]:
        """The tables of the database, where it lists them as the standard says."""
        from metricdsl.render.verify import Verification

        try:
            sql = Verification(self.catalog.definitions, self.database.dialect).tables()
            schemas, names = (c.to_pylist() for c in self.database.execute(sql).columns)
        except DatabaseError:
            return []
        return [f"{schema}.{name}" for schema, name in zip(schemas, names, strict=True)]

    def _needed(self, entity: str, column: str | None) -> tuple[str, ...]:
        """The metrics that read a column, or anything of an entity, as a hint."""
        names = [
            name for name, read in self._reads.items()
            if entity in read and (column is None or column in read[entity])
        ]  # fmt: skip
        more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
        return (f"needed for {', '.join(names[:LISTED])}{more}",) if names else ()

    @cached_property
    def _reads(self) -> dict[str, Mapping[str, tuple[str, ...]]]:
        """By metric and entity the columns that it is made from."""
        from metricdsl.model.lineage import columns_read
        from metricdsl.model.metrics import MetricScope

        metrics = self.catalog.metrics
        found: dict[str, Mapping[str, tuple[str, ...]]] = {}
        for name, entry in self.catalog.entries.metrics.items():
            try:
                found[name] = columns_read(
                    self.catalog, metrics.metric(name, MetricScope(metrics), entry.span)
                )
            except MetricError:
                continue  # it is reported by itself
        return found

    # --- of which type ----------------------------------------------------------------------------

    def _types(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        entry = self.catalog.entries.entities[entity.name]
        for name, f in entity.fields.items():
            type_name = self.types[entity.name].get(f.column)
            if f.expression is None and f.type is not None and name in entry.model.fields and type_name:
                place = entry.where("fields", name, "type")
                if not fits(f.type.kind, type_name, self.database.dialect):
                    self.broken.add((entity.name, f.column))
                    yield _wrong_type(entity, f, type_name, place)
                elif f.type.kind == "timestamp" and family(type_name) == "timestamp":
                    yield from self._zone(entity, f, type_name, place)

    def _zone(
        self, entity: EntityDefinition, f: FieldDefinition, type_name: str, place: Span
    ) -> Iterator[Diagnostic]:
        if has_zone(type_name):
            self.zoned.add((entity.name, f.name))
            if f.stored_in != "instant":
                message = (
                    f"{rows_of(entity)}.{f.column} has a time zone of its own, which '{f.name}' does not say"
                )
                hint = "add `stored_in: instant`: SQL and views that are made without the database need it"
                yield Diagnostic("column-zone", message, place, (hint,), severity="warning")
        elif f.stored_in == "instant":
            self.broken.add((entity.name, f.column))
            message = f"{rows_of(entity)}.{f.column} is {type_name}, which has no time zone of its own"
            hint = "write the zone that it is meant in: `stored_in: UTC`"
            yield Diagnostic("column-zone", message, place, (hint,))

    def _join(self, entity: EntityDefinition, join: JoinDefinition) -> Iterator[Diagnostic]:
        for own, other in join.columns if join.unmapped is None else ():
            sides = (self.types.get(entity.name, {}).get(own), self.types.get(join.target, {}).get(other))
            families = {family(name) for name in sides if name} - {None}
            if len(families) > 1:
                self.bad_joins.add((entity.name, join.name))
                message = (
                    f"join '{join.name}' compares {entity.name}.{own}, which is {sides[0]}, "
                    f"with {join.target}.{other}, which is {sides[1]}"
                )
                hint = "make both columns of one type, or convert one in a query: `sql: SELECT …`"
                yield Diagnostic("join-types", message, join.span, (hint,))


def rows_of(entity: EntityDefinition) -> str:
    """Where an entity's rows are, in words."""
    return entity.table or f"the query of {entity.name}"


def _wrong_type(entity: EntityDefinition, f: FieldDefinition, type_name: str, place: Span) -> Diagnostic:
    assert f.type is not None
    message = f"field '{f.name}' is of type {f.type.kind}, but {rows_of(entity)}.{f.column} is {type_name}"
    found = family(type_name)
    kind = {"uuid": "text"}.get(found or "", found)
    hint = "convert it in a query: `sql: SELECT …`"
    if kind != "other":
        hint = f"declare it as `type: {kind}`, or {hint}"
    return Diagnostic("wrong-type", message, place, (hint,))
