"""Value types, units, and the grains of time with their calendar arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

Kind = Literal[
    "text", "integer", "number", "money", "percent", "boolean", "date", "timestamp", "duration", "null"
]
FIELD_TYPES: tuple[str, ...] = tuple(k for k in get_args(Kind) if k != "null")
NUMERIC: frozenset[str] = frozenset({"integer", "number", "money", "percent", "duration"})
TEMPORAL: frozenset[str] = frozenset({"date", "timestamp"})

TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "fiscal_quarter": 3, "fiscal_year": 12}
GRAINS = (*TIME_UNITS, "fiscal_quarter", "fiscal_year")
SUB_DAY = frozenset({"second", "minute", "hour"})
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip

Unit = tuple[tuple[str, int], ...]
"""Base units with exponents, sorted: `(("JPY", 1), ("day", -1))` is yen a day; `()` is a bare number."""


@dataclass(frozen=True, slots=True)
class ValueType:
    """What a value is: its kind, and for numbers the unit."""

    kind: Kind
    unit: Unit = ()

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC

    @property
    def temporal(self) -> bool:
        return self.kind in TEMPORAL

    def __str__(self) -> str:
        if self.kind == "money" or (self.unit and self.kind != "percent"):
            return unit_text(self.unit) or self.kind
        return {"null": "nothing (null)", "boolean": "a condition"}.get(self.kind, self.kind)


def unit_named(name: str) -> Unit:
    """The unit that an author wrote: a time unit in either number, a currency or any other word."""
    singular = name[:-1] if name.endswith("s") and name[:-1] in TIME_UNITS else name
    return () if name in ("", "count", "percent") else ((singular, 1),)


def unit_text(unit: Unit) -> str:
    """`JPY`, `days`, `JPY / day`"""
    above = [_power(name, n, plural=True) for name, n in unit if n > 0]
    below = [_power(name, -n, plural=False) for name, n in unit if n < 0]
    text = " ".join(above) or ("1" if below else "")
    return f"{text} / {' '.join(below)}" if below else text


def _power(name: str, exponent: int, plural: bool) -> str:
    shown = name + "s" if plural and name in TIME_UNITS else name
    return shown if exponent == 1 else f"{shown}^{exponent}"


def multiply(left: Unit, right: Unit, sign: int = 1) -> Unit:
    """The unit of a product, or with sign -1 of a quotient."""
    powers = dict(left)
    for name, exponent in right:
        powers[name] = powers.get(name, 0) + sign * exponent
    return tuple(sorted((name, n) for name, n in powers.items() if n))


def number_of(unit: Unit) -> ValueType:
    """The type of a number with a unit: money for one currency, a duration for one time unit."""
    if len(unit) == 1 and unit[0][1] == 1:
        return ValueType("duration" if unit[0][0] in TIME_UNITS else "money", unit) if (
            unit[0][0] in TIME_UNITS or is_currency(unit[0][0])
        ) else ValueType("number", unit)  # fmt: skip
    return ValueType("number", unit)


def is_currency(name: str) -> bool:
    """A word of three capitals, as ISO 4217 has them."""
    return len(name) == 3 and name.isalpha() and name.isupper()


def add_months(day: date, months: int) -> date:
    """The same day of another month; a day that the month lacks becomes its last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    first = date(year, month + 1, 1)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def add(day: date, amount: int, unit: str) -> date:
    """A date plus whole days, weeks, months, quarters or years (fiscal ones too)."""
    if unit in MONTHS:
        return add_months(day, amount * MONTHS[unit])
    return day + timedelta(days=amount * SECONDS[unit] // 86400)


def truncate(day: date, grain: str, week_start: int, fiscal_month: int) -> date:
    """The first day of the period of a built-in grain of a day or more that holds a day.

    `week_start` is 0 for Monday … 6 for Sunday, `fiscal_month` 1 for January … 12.
    """
    if grain == "week":
        return day - timedelta(days=(day.weekday() - week_start) % 7)
    if grain in MONTHS:
        offset = fiscal_month - 1 if grain.startswith("fiscal") else 0
        index = day.year * 12 + day.month - 1 - offset
        index -= index % MONTHS[grain]
        return date((index + offset) // 12, (index + offset) % 12 + 1, 1)
    return day
