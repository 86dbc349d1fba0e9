"""Days and units as they are written: `2025`, `2025-Q1`, `2025-03`, `2025-03-14`; `months`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from metricdsl.errors import MetricError, fail
from metricdsl.language.spellings import range_meant
from metricdsl.source import Span
from metricdsl.types import GRAINS

_YEAR = re.compile(r"([0-9]{4})", re.ASCII)
_QUARTER = re.compile(r"([0-9]{4})-Q([0-9])", re.ASCII)
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})", re.ASCII)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


def period(text: str, span: Span) -> tuple[date, date]:
    """The first and the last day of what is written; raises MetricError where there is no such period."""
    if _DAY.fullmatch(text):
        return day(text, span), day(text, span)
    if _YEAR.fullmatch(text) or _QUARTER.fullmatch(text) or _MONTH.fullmatch(text):
        if text.startswith("0000"):
            raise _impossible(text, "years begin with 0001", span)
        days = _days(text)
        if days is None:
            what = "quarters Q1 to Q4" if "Q" in text else "months 01 to 12"
            raise _impossible(text, f"a year has the {what}", span)
        return days
    if (meant := range_meant(text)) and meant[0] == text:
        raise fail("syntax-period", f"'{text}' is not how a period is written", span, f"write {meant[1]}")
    raise fail(
        "syntax-period",
        f"'{text}' is not a period",
        span,
        "write a year, a quarter, a month or a day: 2025, 2025-Q1, 2025-03, 2025-03-14",
        "a range of them is written '2025-01 to 2025-06'",
    )


def day(text: str, span: Span) -> date:
    """The day that is written as `2025-03-14`; raises MetricError where there is none."""
    match = _DAY.fullmatch(text)
    if match is None:
        meant = range_meant(text)
        example = meant[1] if meant and _DAY.fullmatch(meant[1]) else "year-month-day: 2025-01-31"
        raise fail("syntax-date", f"'{text}' is not a day", span, f"write {example}")
    year, month, number = (int(part) for part in match.groups())
    if year == 0:
        raise _impossible(text, "years begin with 0001", span)
    if not 1 <= month <= 12:
        raise _impossible(text, "a year has the months 01 to 12", span)
    if not 1 <= number <= monthrange(year, month)[1]:
        raise _impossible(text, f"that month has {monthrange(year, month)[1]} days", span)
    return date(year, month, number)


def written(first: date, last: date) -> str:
    """The shortest spelling of a range of days, both included: `2025-Q1`, `2025-01-05 to 2025-02-03`."""
    if first == last:
        return first.isoformat()
    year = f"{first.year:04}"
    for text in (year, f"{year}-Q{(first.month + 2) // 3}", f"{year}-{first.month:02}"):
        if _days(text) == (first, last):
            return text
    return f"{first} to {last}"


def singular(unit: str, amount: int) -> str:
    """`months` as `month`; a plural of a catalog's own grain is known by its number only."""
    bare = unit.removesuffix("s")
    return bare if bare in GRAINS or (amount != 1 and unit not in GRAINS and bare) else unit


def _days(text: str) -> tuple[date, date] | None:
    """The days of a year, quarter or month; None where there is no such one."""
    year, part = int(text[:4]), text[5:]
    if not part:
        first, last = 1, 12
    elif part.startswith("Q"):
        first, last = int(part[1]) * 3 - 2, int(part[1]) * 3
    else:
        first = last = int(part)
    if first < 1 or last > 12:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _impossible(text: str, why: str, span: Span) -> MetricError:
    return fail("syntax-date", f"there is no {text}: {why}", span)
