"""Value types, units, and the grains of time with their calendar arithmetic."""

from __future__ import annotations

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


def add_months(day: date, months: int) -> date:
    """The same day of another month; a day that the month lacks becomes its last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    first = date(year, month + 1, 1)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))
