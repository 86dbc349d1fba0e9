"""What the database's columns are: asked once an entity and session, before its first question.

Some engines take a text for the number 0 or compare it as text, and all take a time without a zone for what the
catalog says: what would be a wrong number silently is found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from metricdsl.errors import Diagnostic
from metricdsl.run.column_types import OTHERWISE, arrow_family, cannot_be, kind_of
from metricdsl.run.connection import Connection, schema_of
from metricdsl.run.failure import DatabaseError
from metricdsl.types import Kind, ValueType

if TYPE_CHECKING:
    import pyarrow

    from metricdsl.compiler import Compiled
    from metricdsl.model.catalog import Catalog
    from metricdsl.model.definitions import FieldDefinition


@dataclass(eq=False)
class Probe:
    """`zoned`: (entity, field) whose columns have a time zone; `misfits`: what the columns hold instead.

    `types`: those of fields whose type the catalog leaves open, which are keys and times that it does not declare.
    """

    catalog: Catalog
    database: Connection
    types: dict[tuple[str, str], ValueType] = field(default_factory=dict)
    zoned: set[tuple[str, str]] = field(default_factory=set)
    misfits: dict[tuple[str, str], str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def look_at(self, compiled: Compiled) -> None:
        """Ask about the entities of a question that no earlier one had."""
        for entity in sorted(compiled.entities - self.seen):
            try:
                self._look_at(entity, compiled.sql)
            except DatabaseError as error:
                if error.missing is None:
                    raise
                continue  # the question itself fails on it, and says what it needs
            self.seen.add(entity)

    def look_at_open(self) -> None:
        """Ask about all entities with a key or a time whose type the catalog leaves open."""
        for name, entity in self.catalog.definitions.usable_entities().items():
            if name not in self.seen and any(f.assumed for f in entity.fields.values()):
                with suppress(DatabaseError):
                    self._look_at(name, "")
                    self.seen.add(name)

    def _look_at(self, entity: str, sql: str) -> None:
        from metricdsl.render.probe import open_fields, stored_fields

        fields = stored_fields(self.catalog.definitions, entity)
        opened = open_fields(self.catalog.definitions, entity)
        self._look_at_open_values(entity, opened)
        if not fields or self._look_at_values(entity, fields, [f for f in fields if reads(sql, f)]):
            return
        types = {c.name.casefold(): c for c in self._schema(entity, [f for f in fields if reads(sql, f)])}
        for column, f in opened.items():
            assert f.type is not None
            found = types.get(column.casefold())
            if found is not None and (kind := kind_of(found, f.type.kind)):
                self.types[f.entity, f.name] = ValueType(kind)
        for f in map(self._known, fields):
            if f.column.casefold() in types:
                self._note(f, types[f.column.casefold()])

    def _known(self, f: FieldDefinition) -> FieldDefinition:
        return replace(f, type=self.types.get((f.entity, f.name), f.type))

    def _look_at_open_values(self, entity: str, opened: Mapping[str, FieldDefinition]) -> None:
        """Where columns have no types that bind, the values tell."""
        from metricdsl.render.probe import misfits_query

        definitions, dialect = self.catalog.definitions, self.database.dialect
        kinds = {c: OTHERWISE[f.type.kind] for c, f in opened.items() if f.type is not None}
        query = misfits_query(definitions, entity, dialect, {c: (c, kind) for c, (kind, _) in kinds.items()})
        if query is None:
            return
        try:
            answer = self.database.execute(query)
        except DatabaseError as error:
            if error.missing is None:
                raise
            return  # a join that nothing follows may have no column
        for column, found in zip(answer.column_names, answer.columns, strict=True):
            f, (kind, otherwise), misfit = opened[column], kinds[column], found[0].as_py()
            if misfit is not None:
                self.types[f.entity, f.name] = ValueType(otherwise if misfit else kind)

    def _look_at_values(
        self, entity: str, fields: list[FieldDefinition], read: list[FieldDefinition]
    ) -> bool:
        """Where columns have no types that bind, the values tell. Whether that is so here."""
        from metricdsl.render.probe import misfits_query

        definitions, dialect = self.catalog.definitions, self.database.dialect
        query = misfits_query(definitions, entity, dialect, kinds_of(map(self._known, fields)))
        if query is None:
            return False
        try:
            answer = self.database.execute(query)
        except DatabaseError as error:  # another field may have no column
            query = misfits_query(definitions, entity, dialect, kinds_of(map(self._known, read)))
            if error.missing is None or query is None:
                raise
            answer = self.database.execute(query)
        for name, found in zip(answer.column_names, answer.columns, strict=True):
            if found[0].as_py() == 1:
                self.misfits[entity, name] = "values of another type"
        return True

    def _schema(self, entity: str, read: list[FieldDefinition]) -> pyarrow.Schema:
        """The types of all columns; of those that are read where the user may not see the others."""
        from metricdsl.render.probe import columns_query

        definitions, dialect = self.catalog.definitions, self.database.dialect
        try:
            return schema_of(self.database, columns_query(definitions, entity, dialect))
        except DatabaseError as error:
            if error.diagnostics[0].code != "permission" or not read:
                raise
        return schema_of(self.database, columns_query(definitions, entity, dialect, [f.column for f in read]))

    def _note(self, f: FieldDefinition, column: pyarrow.Field) -> None:
        assert f.type is not None
        family = arrow_family(column)
        if family is not None and cannot_be(f.type.kind, family):
            self.misfits[f.entity, f.name] = f"a {family}" if family != "other" else str(column.type)
        if f.type.kind == "timestamp" and getattr(column.type, "tz", None):
            self.zoned.add((f.entity, f.name))

    def refuse_misfits(self, compiled: Compiled) -> None:
        """Raises DatabaseError for what the question reads and cannot work with."""
        if found := list(self._wrong_types(compiled)):
            raise DatabaseError(*found)

    def _wrong_types(self, compiled: Compiled) -> Iterator[Diagnostic]:
        metrics = list(dict.fromkeys(c.metric for c in compiled.columns if c.metric))
        needed = (f"needed for {', '.join(metrics)}",) if metrics else ()
        for (entity, name), found in self.misfits.items():
            definition = self.catalog.definitions.entity(entity)
            f = definition.fields[name]
            if entity not in compiled.entities or not reads(compiled.sql, f):
                continue
            assert f.type is not None
            entry = self.catalog.entries.entities[entity]
            place = entry.where("fields", name, "type") if name in entry.model.fields else f.span
            rows = definition.table or f"the query of {entity}"
            message = f"field '{name}' is of type {f.type.kind}, but {rows}.{f.column} holds {found}"
            hint = "correct the column or the type, or convert it in a query: `sql: SELECT …`"
            yield Diagnostic("wrong-type", message, place, (*needed, hint))


def kinds_of(fields: Iterable[FieldDefinition]) -> dict[str, tuple[str, Kind]]:
    """The columns of fields, with what the catalog says of them."""
    return {f.name: (f.column, f.type.kind) for f in fields if f.type is not None}


def reads(sql: str, f: FieldDefinition) -> bool:
    """Whether a column's name stands in the SQL: rather once too often than not."""
    return re.search(rf"(?<!\w){re.escape(f.column)}(?!\w)", sql, re.IGNORECASE) is not None
