"""Rows of Python values, as DB-API drivers give them, as an Arrow table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow


def table_of(names: Sequence[str], rows: Iterable[Any]) -> pyarrow.Table:
    """A table whose column types follow from the values; a column of nulls only has Arrow's type null."""
    return table_of_columns(names, columns_of(rows) or [()] * len(names))


def columns_of(rows: Iterable[Any]) -> list[Sequence[Any]]:
    """The values of each column; none at all where there is no row."""
    tuples = (tuple(row.values()) if isinstance(row, Mapping) else tuple(row) for row in rows)
    return list(zip(*tuples, strict=True))


def table_of_columns(names: Sequence[str], columns: Iterable[Sequence[Any]]) -> pyarrow.Table:
    import pyarrow

    return pyarrow.Table.from_arrays([_array(column) for column in columns], names=list(names))


def with_types(table: pyarrow.Table, types: Sequence[pyarrow.DataType | None]) -> pyarrow.Table:
    """The types that the server says, for columns that have nothing but nulls."""
    import pyarrow

    for index, known in enumerate(types):
        column = table.schema.field(index)
        if known is not None and pyarrow.types.is_null(column.type):
            table = table.set_column(index, column.name, table.column(index).cast(known))
    return table


def _array(values: Sequence[Any]) -> pyarrow.Array:
    """Decimals with digits after the point become floats; whole numbers stay exact however long they are."""
    import pyarrow

    if any(isinstance(value, Decimal) for value in values):
        whole = all(
            not isinstance(v, Decimal) or (v.is_finite() and v == v.to_integral_value()) for v in values
        )
        values = [_number(value, whole) for value in values]
    try:
        return pyarrow.array(values)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, OverflowError):
        return _odd(values)


def _number(value: object, whole: bool) -> object:
    if not isinstance(value, Decimal):
        return value
    return int(value) if whole else float(value)


def _odd(values: Sequence[Any]) -> pyarrow.Array:
    """What Arrow cannot type by itself: numbers beyond 64 bits, UUIDs, or a mix (SQLite allows that)."""
    import pyarrow

    if all(value is None or isinstance(value, int) for value in values):
        decimals = [None if value is None else Decimal(value) for value in values]
        try:
            return pyarrow.array(decimals, pyarrow.decimal256(76, 0))
        except pyarrow.ArrowInvalid:
            return pyarrow.array([None if value is None else float(value) for value in values])
    return pyarrow.array([None if value is None else str(value) for value in values], pyarrow.string())
