"""Whether what came is what was expected.

A number must be equal, but for the last digits of a double. Where it is written with three decimals or more
(0.167, or 16.7%), the value may have more of them: it must round to what is written. Nothing coarser is
taken: `0.5` is not 0.46. Texts, dates, true and false, and null must be the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from metricdsl.catalog.values import Cell

FEWEST_DECIMALS = 3
LAST_DIGITS = Fraction(1, 10**12)

Plain = int | float | Decimal | str | bool | date | datetime | None


def fits(expected: Cell, got: Plain) -> bool:
    """One value."""
    match got:
        case None:
            return expected is None
        case bool():
            return isinstance(expected, bool) and expected == got
        case int() | float() | Decimal():
            return is_number(expected) and near(expected, got, tolerance(expected))
        case datetime():
            return isinstance(expected, str) and _moment(expected) == got
        case date():
            return isinstance(expected, str) and expected == got.isoformat()
        case str():
            return expected is not None and not isinstance(expected, bool) and str(expected) == got


def is_number(cell: Cell) -> bool:
    return isinstance(cell, int | Decimal) and not isinstance(cell, bool)


def near(expected: Cell, got: int | float | Decimal, allowed: Fraction) -> bool:
    assert isinstance(expected, int | Decimal)
    try:
        difference = abs(Fraction(got) - Fraction(expected))
    except (ValueError, OverflowError):  # not a number, infinite
        return False
    return difference <= max(allowed, LAST_DIGITS * max(abs(Fraction(expected)), Fraction(1)))


def tolerance(expected: Cell) -> Fraction:
    """Half of the last decimal that is written, where there are enough of them."""
    decimals = _decimals(expected)
    return Fraction(1, 2 * 10**decimals) if decimals >= FEWEST_DECIMALS else Fraction(0)


def _decimals(cell: Cell) -> int:
    return -int(cell.as_tuple().exponent) if isinstance(cell, Decimal) else 0


def is_rounded(expected: Cell, got: Plain) -> bool:
    """Whether a value that does not fit would, were it rounded to the decimals that are written."""
    if not is_number(expected) or isinstance(got, bool) or not isinstance(got, int | float | Decimal):
        return False
    decimals = _decimals(expected)
    return 0 < decimals < FEWEST_DECIMALS and near(expected, got, Fraction(1, 2 * 10**decimals))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def same_row(expected: Mapping[str, Cell], columns: Sequence[str], row: Sequence[Plain]) -> bool:
    """A row with the very columns, in any order."""
    return set(expected) == set(columns) and all(
        fits(expected[column], value) for column, value in zip(columns, row, strict=True)
    )
