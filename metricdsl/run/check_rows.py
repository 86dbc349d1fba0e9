"""Do the rows of a database keep what a catalog says of them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from metricdsl.errors import Diagnostic, MetricError, Severity
from metricdsl.run.check_columns import Column, ColumnCheck
from metricdsl.run.failure import DatabaseError
from metricdsl.source import Span

if TYPE_CHECKING:
    from metricdsl.model.definitions import EntityDefinition, JoinDefinition
    from metricdsl.model.meaning import Value
    from metricdsl.render.verify import Verification


@dataclass(frozen=True, slots=True)
class Offences:
    """Up to three examples as (values, rows), how many there are in all, and the rows of all."""

    examples: tuple[tuple[tuple[Any, ...], int], ...]
    found: int
    rows: int

    def __str__(self) -> str:
        texts = [", ".join(map(_shown, values)) for values, _ in self.examples]
        shown = [f"({t})" if len(v) > 1 else t for t, (v, _) in zip(texts, self.examples, strict=True)]
        return ", ".join([*shown, "…"] if self.found > len(shown) else shown)


@dataclass(eq=False)
class RowCheck:
    """Checks of an entity's rows, each one statement; those that need what is missing are left out."""

    columns: ColumnCheck
    verification: Verification

    def run(self) -> Iterator[Diagnostic]:
        """All that is wrong or doubtful. What the database refuses goes to the columns' `failures`."""
        for entity in self.columns.catalog.definitions.usable_entities().values():
            for check in (
                self._keys,
                self._lifetime,
                self._overlaps,
                self._values,
                self._orphans,
                self._time,
            ):
                try:
                    yield from check(entity)
                except DatabaseError as error:
                    self.columns.failures += error.diagnostics

    # --- the checks -------------------------------------------------------------------------------

    def _keys(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        if not entity.key or not self._readable(entity, columns=entity.key_columns()):
            return
        place = self._where(entity, "key")
        names = _named(entity.key)
        if nulls := self._count(self.verification.null_keys(entity.name)):
            message = f"{_rows(nulls)} of {entity.name} {_have(nulls)} no key: null in {names}"
            yield _diagnostic("null-key", message, place)
        if repeated := self._offences(self.verification.repeated_keys(entity.name)):
            keys = f"{repeated.found} key{'s' if repeated.found != 1 else ''} of {entity.name}"
            message = f"{keys} {_have(repeated.found)} several rows: {names} {repeated}"
            yield _diagnostic(
                "repeated-key",
                message,
                place,
                "name the columns that make a row unique, or select one row of each",
            )

    def _lifetime(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        life = entity.lifetime
        if life is None or not self._readable(entity, *self._fields(entity, life.start, life.end)):
            return
        if found := self._offences(self.verification.reversed_lifetimes(entity.name)):
            verb = "ends" if found.rows == 1 else "end"
            message = f"{_rows(found.rows)} of {entity.name} {verb} before {life.start}: {found}"
            yield _diagnostic("reversed-lifetime", message, self._where(entity, "lifetime"))

    def _overlaps(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        """A row that joins `as of` a moment must find one row alive."""
        life, seen = entity.lifetime, set()
        for join in self._joins_to(entity):
            columns = tuple(other for _, other in join.columns)
            if join.as_of is None or life is None or columns in seen:
                continue
            seen.add(columns)
            if not self._readable(entity, *self._fields(entity, life.start, life.end), columns=columns):
                continue
            if found := self._offences(self.verification.overlapping_lifetimes(entity.name, columns)):
                message = (
                    f"several rows of {entity.name} are alive at the same time for {found.found} "
                    f"{_named(columns)}: {found}"
                )
                related = (f"'{join.name}' of {join.entity} would count rows twice", join.span)
                place = self._where(entity, "lifetime")
                yield Diagnostic("overlapping-lifetimes", message, place, (), (related,))

    def _values(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        for name, declared in self._model(entity).fields.items():
            values = self._fields(entity, name) if declared.values else []
            if values and self._readable(entity, *values):
                sql = self.verification.other_values(entity.name, values[0], declared.values)
                if found := self._offences(sql):
                    listed = ", ".join(f"{_shown(v[0])} ({_rows(n)})" for v, n in found.examples)
                    more = ", …" if found.found > len(found.examples) else ""
                    message = (
                        f"{_rows(found.rows)} of {entity.name} {_have(found.rows)} an unlisted '{name}': "
                    )
                    place = self._where(entity, "fields", name, "values")
                    yield _diagnostic("other-values", message + listed + more, place, severity="warning")

    def _orphans(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        from metricdsl.model.meaning import PrimaryKey
        from metricdsl.types import ValueType

        for join in entity.joins.values():
            if join.unmapped is not None or (entity.name, join.name) in self.columns.bad_joins:
                continue
            read: list[Value] = [PrimaryKey((join.name,), join.target, ValueType("text"))]
            if join.as_of is not None and not self._readable_as_of(entity, join):
                continue
            if self._readable(entity, *read) and (
                found := self._offences(self.verification.orphans(entity.name, join.name))
            ):
                verb = "leads" if found.rows == 1 else "lead"
                moment = f" at {join.as_of}" if join.as_of else ""
                message = f"{_rows(found.rows)} of {entity.name} {verb} to no row of {join.target}{moment}: "
                own = _named([name for name, _ in join.columns])
                hint = f"grouped by a field of {join.target}, they are the group null"
                yield _diagnostic("orphans", f"{message}{own} {found}", join.span, hint, severity="warning")

    def _readable_as_of(self, entity: EntityDefinition, join: JoinDefinition) -> bool:
        target = self.columns.catalog.definitions.entity(join.target)
        assert join.as_of is not None
        assert target.lifetime is not None
        life = self._fields(target, target.lifetime.start, target.lifetime.end)
        return self._readable(entity, *self._fields(entity, join.as_of)) and self._readable(target, *life)

    def _time(self, entity: EntityDefinition) -> Iterator[Diagnostic]:
        values = self._fields(entity, entity.axis) if entity.axis else []
        if not values or not self._readable(entity, *values):
            return
        if count := self._count(self.verification.without(entity.name, values[0])):
            message = f"{_rows(count)} of {entity.name} {_have(count)} no time: {entity.axis} is null"
            hint = "they are in no period; `on` counts them by another time"
            part = "time" if self._model(entity).time else "lifetime" if entity.lifetime else "snapshot"
            yield _diagnostic("no-time", message, self._where(entity, part), hint, severity="warning")

    # --- what they share --------------------------------------------------------------------------

    def _model(self, entity: EntityDefinition) -> Any:
        return self.columns.catalog.entries.entities[entity.name].model

    def _where(self, entity: EntityDefinition, *path: str) -> Span:
        return self.columns.catalog.entries.entities[entity.name].where(*path)

    def _joins_to(self, entity: EntityDefinition) -> list[JoinDefinition]:
        usable = self.columns.catalog.definitions.usable_entities().values()
        joins = [join for other in usable for join in other.joins.values()]
        return [join for join in joins if join.target == entity.name and join.unmapped is None]

    def _fields(self, entity: EntityDefinition, *names: str) -> list[Value]:
        """The meaning of fields; nothing where one of them has none, which is reported elsewhere."""
        from metricdsl.model.rows import RowScope

        scope = RowScope(self.verification.environment, entity.name)
        try:
            return [scope.field(name, entity.span) for name in names]
        except MetricError:
            return []

    def _readable(self, entity: EntityDefinition, *values: Value, columns: Sequence[str] = ()) -> bool:
        """Whether all that the values (at least one, or the columns) read is there and of the right type."""
        from metricdsl.model.lineage import Lineage

        lineage = Lineage(self.columns.catalog.definitions)
        for value in values:
            lineage.read(value, entity.name)
        read: set[Column] = {(name, c) for name, of_it in lineage.columns.items() for c in of_it}
        read |= {(entity.name, c) for c in columns}
        known = all(name in self.columns.types for name, _ in read)
        return bool(read) and known and not read & self.columns.broken

    def _table(self, sql: str) -> list[tuple[Any, ...]]:
        answer = self.columns.database.execute(sql)
        return list(zip(*(column.to_pylist() for column in answer.columns), strict=True))

    def _count(self, sql: str) -> int:
        return int(self._table(sql)[0][0])

    def _offences(self, sql: str) -> Offences | None:
        rows = self._table(sql)
        if not rows:
            return None
        examples = tuple((row[:-3], int(row[-3])) for row in rows)
        return Offences(examples, int(rows[0][-2]), int(rows[0][-1]))


def _diagnostic(
    code: str, message: str, place: Span, *hints: str, severity: Severity = "error"
) -> Diagnostic:
    return Diagnostic(code, message, place, hints, severity=severity)


def _shown(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)


def _named(columns: Sequence[str]) -> str:
    return columns[0] if len(columns) == 1 else f"({', '.join(columns)})"


def _rows(count: int) -> str:
    return f"{count} row{'s' if count != 1 else ''}"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def check_data(columns: ColumnCheck, known: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What is known of the catalog, and all that is wrong or doubtful in the database, in the files' order.

    Raises DatabaseError, with what was found and what failed, where the database refuses a statement.
    """
    from metricdsl.model.check import place_of
    from metricdsl.render.verify import Verification

    found = [*known, *columns.run()]
    definitions, dialect = columns.catalog.definitions, columns.database.dialect
    found += RowCheck(columns, Verification(definitions, dialect, frozenset(columns.zoned))).run()
    found.sort(key=place_of)
    if columns.failures:
        raise DatabaseError(*found, *dict.fromkeys(columns.failures))
    return found
