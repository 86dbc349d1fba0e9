"""The rows that a test gives, as values of their columns; what does not fit is named with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from metricdsl.catalog.entries import Entry
from metricdsl.catalog.examples import Example, Row
from metricdsl.catalog.values import Cell
from metricdsl.errors import Diagnostic, MetricError, did_you_mean
from metricdsl.model.definitions import EntityDefinition
from metricdsl.source import Span
from metricdsl.testing.columns import Column

Step = str | int


@dataclass(frozen=True, eq=False)
class Given:
    """The rows of a test and where they stand: `path` leads from the entry to the test."""

    entry: Entry[Any]
    path: tuple[Step, ...]
    example: Example

    def place(self, entity: str) -> Span:
        return self.entry.key(*self.path, "given", entity)

    def cell(self, entity: str, row: int, name: str) -> Span:
        """The place of a value, in rows written as maps or as a table."""
        return self.entry.where(*self._steps(entity, row, name))

    def heading(self, entity: str, row: int, name: str) -> Span:
        """The place of a column's name."""
        steps = self._steps(entity, row, name)
        if isinstance(steps[-1], int):
            return self.entry.where(*steps[:-2], 0, steps[-1])
        return self.entry.key(*steps)

    def is_percentage(self, entity: str, row: int, name: str) -> bool:
        """Whether a value is written with a percent sign."""
        span = self.cell(entity, row, name)
        return span.source.text[span.start : span.end].endswith("%")

    def _steps(self, entity: str, row: int, name: str) -> tuple[Step, ...]:
        above = (*self.path, "given", entity)
        if self._is_table(above):
            return (*above, row + 1, list(self.example.given[entity][row]).index(name))
        return (*above, row, name)

    def _is_table(self, above: tuple[Step, ...]) -> bool:
        return self.entry.is_list(*above, 0)


def column_names(entity: EntityDefinition) -> dict[str, str]:
    """What a row may name -> the column it fills: stored fields, and columns of keys and joins."""
    names = {f.name: f.column for f in entity.fields.values() if f.expression is None}
    joined = [own for join in entity.joins.values() for own, _ in join.columns]
    for column in (*entity.key_columns(), *joined):
        if column not in entity.fields:
            names.setdefault(column, column)
    return names


def unknown_names(given: Given, entity: EntityDefinition) -> Iterator[Diagnostic]:
    """A complaint for each name that no column has."""
    names, rows = column_names(entity), given.example.given[entity.name]
    seen: set[str] = set()
    for index, row in enumerate(rows):
        for name in row:
            if name in names or name in seen:
                continue
            seen.add(name)
            place = given.heading(entity.name, index, name)
            if name in entity.fields:
                message = f"'{name}' of {entity.name} is computed, so a test cannot set it"
                hint = f"give what it is computed from: {', '.join(names)}"
                yield Diagnostic("computed-field", message, place, (hint,))
            else:
                hints = did_you_mean(name, names) or (f"its columns are {', '.join(names)}",)
                yield Diagnostic("unknown-field", f"{entity.name} has no column '{name}'", place, hints)


def values(given: Given, entity: EntityDefinition, columns: Mapping[str, Column]) -> list[dict[str, Any]]:
    """The rows by column. A key that is left out is numbered 1, 2, 3, …

    Raises MetricError for all names and values that do not fit, for a key without a value or given twice.
    """
    problems = list(unknown_names(given, entity))
    names, rows = column_names(entity), []
    for index, row in enumerate(given.example.given[entity.name]):
        made: dict[str, Any] = {}
        for name, cell in row.items():
            if name in names:
                try:
                    made[names[name]] = _value(given, entity.name, index, name, cell, columns[names[name]])
                except ValueError as error:
                    place = given.cell(entity.name, index, name)
                    problems.append(Diagnostic("wrong-value", f"'{name}' {error}", place))
        rows.append(made)
    if not problems:
        problems += _keyed(given, entity, columns, rows)
    if problems:
        raise MetricError(*problems)
    return rows


def _keyed(
    given: Given, entity: EntityDefinition, columns: Mapping[str, Column], rows: list[dict[str, Any]]
) -> Iterator[Diagnostic]:
    key = entity.key_columns()
    for column in key:
        if not any(column in row for row in rows) and columns[column].kind in ("integer", "text", "number"):
            for number, row in enumerate(rows, 1):
                row[column] = str(number) if columns[column].kind == "text" else number
    seen: dict[tuple[Any, ...], int] = {}
    for index, row in enumerate(rows if key else ()):
        values = tuple(row.get(column) for column in key)
        place, words = given.entry.where(*given.path, "given", entity.name, index), ", ".join(key)
        if None in values:
            yield Diagnostic("null-key", f"a row of {entity.name} has no {words}, its key", place)
        elif values in seen:
            message = f"two rows of {entity.name} have the same {words}, its key"
            yield Diagnostic("duplicate-row", message, place, ("give each row a key of its own",))
        seen.setdefault(values, index)


def _value(given: Given, entity: str, index: int, name: str, cell: Cell, column: Column) -> Any:
    """As the table stores it. `60%` in a column that holds 60 for 60 % is stored as 60."""
    if cell is None:
        return None
    value = _READERS.get(column.kind, _text)(cell, column)
    if column.scale and isinstance(cell, Decimal) and given.is_percentage(entity, index, name):
        return value * Decimal(str(column.scale))
    return value


def _text(cell: Cell, _: Column) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _integer(cell: Cell, _: Column) -> int:
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    raise ValueError(f"must be a whole number, not {_shown(cell)}")


def _number(cell: Cell, _: Column) -> Decimal:
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        return Decimal(cell)
    raise ValueError(f"must be a number, not {_shown(cell)}")


def _boolean(cell: Cell, _: Column) -> bool:
    if isinstance(cell, bool):
        return cell
    raise ValueError(f"must be true or false, not {_shown(cell)}")


def _date(cell: Cell, _: Column) -> date:
    try:
        return date.fromisoformat(str(cell))
    except ValueError:
        raise ValueError(f"must be a date such as 2025-01-31, not {_shown(cell)}") from None


def _timestamp(cell: Cell, column: Column) -> datetime:
    """A time that names its own zone is moved to the one that the column is stored in."""
    try:
        moment = datetime.fromisoformat(str(cell))
    except ValueError:
        raise ValueError(f"must be a time such as 2025-01-31 09:30:00, not {_shown(cell)}") from None
    if column.stored_in == "instant":
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(ZoneInfo(column.stored_in)).replace(tzinfo=None)


_READERS: dict[str, Callable[[Cell, Column], Any]] = {
    "integer": _integer, "number": _number, "money": _number, "percent": _number, "duration": _number,
    "boolean": _boolean, "date": _date, "timestamp": _timestamp,
}  # fmt: skip


def _shown(cell: Cell) -> str:
    return f"'{cell}'" if isinstance(cell, str) else str(cell).lower()


def written(given: Given, entity: EntityDefinition) -> dict[tuple[str, str], list[Cell]]:
    """The values of a test by entity and column, for columns whose type nothing else tells."""
    names, found = column_names(entity), dict[tuple[str, str], list[Cell]]()
    rows: tuple[Row, ...] = given.example.given.get(entity.name, ())
    for row in rows:
        for name, cell in row.items():
            if name in names:
                found.setdefault((entity.name, names[name]), []).append(cell)
    return found
