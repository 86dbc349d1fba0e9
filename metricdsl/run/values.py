"""One type for each kind of column, whichever engine the values came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from metricdsl.run.failure import other, unfit_data
from metricdsl.types import Kind

if TYPE_CHECKING:
    import pyarrow

    from metricdsl.compiler import OutputColumn


def normalised(table: pyarrow.Table, columns: Sequence[OutputColumn], zone: str) -> pyarrow.Table:
    """The table with the columns' names and one Arrow type a kind; NaN and infinity become null.

    integer: int64 (decimal beyond 64 bits), number money percent duration: double, text: string,
    date: date32, timestamp: microseconds of local time, without a zone.
    """
    import pyarrow

    if table.num_columns != len(columns):
        raise other("the database", f"it returned {table.num_columns} columns for {len(columns)}")
    arrays = [
        _converted(array.combine_chunks(), column.kind, zone)
        for array, column in zip(table.columns, columns, strict=True)
    ]
    return pyarrow.Table.from_arrays(arrays, names=[column.name for column in columns])


def _converted(array: pyarrow.Array, kind: Kind, zone: str) -> pyarrow.Array:
    import pyarrow

    types = pyarrow.types
    if types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if types.is_null(array.type):
        return array.cast(_arrow_type(kind))
    match kind:
        case "integer":
            return _integers(array)
        case "number" | "money" | "percent" | "duration":
            return _floats(array)
        case "text" | "null":
            return array if types.is_string(array.type) else _by_value(array, str, pyarrow.string())
        case "boolean":
            return array if types.is_boolean(array.type) else _by_value(array, _boolean, pyarrow.bool_())
        case "date":
            return array if types.is_date32(array.type) else _by_value(array, _date, pyarrow.date32())
        case "timestamp":
            return _timestamps(array, zone)


def _arrow_type(kind: Kind) -> pyarrow.DataType:
    import pyarrow

    return {
        "integer": pyarrow.int64(), "text": pyarrow.string(), "null": pyarrow.string(),
        "boolean": pyarrow.bool_(), "date": pyarrow.date32(), "timestamp": pyarrow.timestamp("us"),
    }.get(kind, pyarrow.float64())  # fmt: skip


def _integers(array: pyarrow.Array) -> pyarrow.Array:
    """Exact however long; a value with a fraction makes the column one of floats, never cuts it."""
    import pyarrow

    if pyarrow.types.is_integer(array.type) and array.type != pyarrow.uint64():
        return array.cast(pyarrow.int64())
    exact = [_decimal(value) for value in array.to_pylist()]
    if any(value is not None and value != value.to_integral_value() for value in exact):
        return pyarrow.array([None if v is None else float(v) for v in exact], pyarrow.float64())
    try:
        return pyarrow.array([None if v is None else int(v) for v in exact], pyarrow.int64())
    except OverflowError:
        return pyarrow.array(exact, pyarrow.decimal256(76, 0))


def _floats(array: pyarrow.Array) -> pyarrow.Array:
    import pyarrow
    import pyarrow.compute as compute

    if pyarrow.types.is_interval(array.type) or pyarrow.types.is_duration(array.type):
        raise other("the database", "it returned an interval where a number was expected")
    if pyarrow.types.is_boolean(array.type):
        array = array.cast(pyarrow.int8())
    # Unsafe: whole numbers beyond 2^53 lose their last digits.
    numbers = array.cast(pyarrow.float64(), safe=False)
    # For a plain None pyarrow would import pandas, which takes longer than most questions.
    (missing,) = pyarrow.nulls(1, numbers.type)
    return compute.if_else(compute.is_finite(numbers), numbers, missing)


def _timestamps(array: pyarrow.Array, zone: str) -> pyarrow.Array:
    """Instants as the wall clock of the catalog's zone; what has no zone is local time already."""
    import pyarrow
    import pyarrow.compute as compute

    if pyarrow.types.is_timestamp(array.type):
        if array.type.tz is not None:
            array = compute.local_timestamp(
                array.cast(pyarrow.timestamp("us", "UTC")).cast(pyarrow.timestamp("us", zone))
            )
        return array.cast(pyarrow.timestamp("us"), safe=False)
    return _by_value(array, lambda value: _timestamp(value, zone), pyarrow.timestamp("us"))


def _by_value(array: pyarrow.Array, convert: Callable[[Any], Any], to: pyarrow.DataType) -> pyarrow.Array:
    import pyarrow

    return pyarrow.array([None if v is None else convert(v) for v in array.to_pylist()], to)


def _decimal(value: object) -> Decimal | None:
    """None for null, NaN and infinity, which some engines write as text."""
    if value is None:
        return None
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        raise other("the database", f"it returned '{value}' where a number was expected") from None
    return exact if exact.is_finite() else None


def _boolean(value: object) -> bool:
    if value in (0, 1):
        return bool(value)
    words = {"t": True, "true": True, "1": True, "f": False, "false": False, "0": False}
    if (found := words.get(str(value).lower())) is None:
        raise other("the database", f"it returned '{value}' where true or false was expected")
    return found


def _date(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:  # MySQL has a day 0000-00-00
        raise unfit_data("the database", f"'{value}', where a date was expected") from None


def _timestamp(value: object, zone: str) -> datetime:
    if isinstance(value, datetime):
        instant = value
    elif isinstance(value, date):
        instant = datetime(value.year, value.month, value.day)
    else:
        try:
            instant = datetime.fromisoformat(str(value))
        except ValueError:
            raise unfit_data("the database", f"'{value}', where a timestamp was expected") from None
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if instant.tzinfo else instant
