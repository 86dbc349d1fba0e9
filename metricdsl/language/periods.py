"""The days that `for` and `as of` write: `2025`, `2025-Q1`, `2025-03`, `2025-03-14`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from metricdsl.errors import MetricError, fail
from metricdsl.source import Span

_YEAR = re.compile(r"([0-9]{4})", re.ASCII)
_QUARTER = re.compile(r"([0-9]{4})-Q([0-9])", re.ASCII)
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})", re.ASCII)
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


def period(text: str, span: Span) -> tuple[date, date]:
    """The first and the last day of what is written; raises MetricError where there is no such period."""
    if match := _YEAR.fullmatch(text):
        return _months(int(match[1]), 1, 12, text, span)
    if match := _QUARTER.fullmatch(text):
        if match[2] not in "1234":
            raise _impossible(text, "a year has the quarters Q1 to Q4", span)
        return _months(int(match[1]), int(match[2]) * 3 - 2, 3, text, span)
    if match := _MONTH.fullmatch(text):
        if not 1 <= int(match[2]) <= 12:
            raise _impossible(text, "a year has the months 01 to 12", span)
        return _months(int(match[1]), int(match[2]), 1, text, span)
    if _DAY.fullmatch(text):
        the_day = day(text, span)
        return the_day, the_day
    raise fail(
        "syntax-period",
        f"'{text}' is not a period.",
        span,
        "write a year, a quarter, a month or a day: 2025, 2025-Q1, 2025-03, 2025-03-14; a range is '2025-01 to 2025-06'",
    )


def day(text: str, span: Span) -> date:
    """The day that is written as `2025-03-14`; raises MetricError where there is none."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise fail("syntax-date", f"'{text}' is not a day.", span, "write year-month-day: 2025-01-31")
    year, month, number = (int(part) for part in match.groups())
    if year == 0:
        raise _impossible(text, "years run from 0001 to 9999", span)
    if not 1 <= month <= 12:
        raise _impossible(text, "a year has the months 01 to 12", span)
    if not 1 <= number <= monthrange(year, month)[1]:
        raise _impossible(text, f"that month has {monthrange(year, month)[1]} days", span)
    return date(year, month, number)


def _months(year: int, month: int, count: int, text: str, span: Span) -> tuple[date, date]:
    if year == 0:
        raise _impossible(text, "years run from 0001 to 9999", span)
    last = month + count - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def _impossible(text: str, why: str, span: Span) -> MetricError:
    return fail("syntax-date", f"There is no {text}: {why}.", span)
