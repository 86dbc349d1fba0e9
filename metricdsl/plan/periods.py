"""What `for` and `as of` say, as an interval of local time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from metricdsl.errors import fail
from metricdsl.functions.forms import CalendarSettings
from metricdsl.language import syntax
from metricdsl.types import GRAINS, MONTHS, SECONDS, SUB_DAY, add, truncate

Moment = date | datetime
"""A bound: a date stands for its midnight; hours and less are local datetimes without zone."""


@dataclass(frozen=True, slots=True)
class Interval:
    """[start, end) of local time; None is unbounded. `chosen` is false where the question says nothing."""

    start: Moment | None = None
    end: Moment | None = None

    @property
    def bounded(self) -> bool:
        return self.start is not None and self.end is not None


@dataclass(frozen=True, slots=True)
class AsOfDay:
    """The as-of day, included whole; `instant` is UTC: its end, or now where no day was asked for."""

    day: date
    instant: datetime

    @property
    def end(self) -> date:
        return self.day + timedelta(days=1)


def as_of_day(asked: date | None, calendar: CalendarSettings) -> AsOfDay:
    """Today in the catalog's zone, or the day asked for."""
    zone = ZoneInfo(calendar.zone)
    if asked is None:
        now = datetime.now(ZoneInfo("UTC"))
        return AsOfDay(now.astimezone(zone).date(), now.replace(tzinfo=None))
    return AsOfDay(asked, to_utc(asked + timedelta(days=1), calendar))


def midnight(moment: Moment) -> datetime:
    """A local moment; of a date its midnight."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def to_utc(moment: Moment, calendar: CalendarSettings) -> datetime:
    """A local moment, or one that says its own zone, as UTC without zone."""
    local = midnight(moment)
    zoned = local if local.tzinfo else local.replace(tzinfo=ZoneInfo(calendar.zone))
    return zoned.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)


def floor(moment: Moment, grain: str, calendar: CalendarSettings) -> Moment:
    """The start of the built-in grain's period that holds a moment."""
    if grain in SUB_DAY:
        local = midnight(moment)
        minute = 0 if grain == "hour" else local.minute
        second = local.second if grain == "second" else 0
        return local.replace(minute=minute, second=second, microsecond=0)
    day = moment.date() if isinstance(moment, datetime) else moment
    return truncate(day, grain, calendar.week_start, calendar.fiscal_month)


def moved(moment: Moment, amount: int, unit: str) -> Moment:
    """A local moment plus a number of units."""
    if unit in SUB_DAY:
        local = midnight(moment)
        return local + timedelta(seconds=amount * SECONDS[unit])
    if isinstance(moment, datetime):
        return datetime.combine(add(moment.date(), amount, unit), moment.time())
    return add(moment, amount, unit)


def earlier(moment: Moment, day: date) -> Moment:
    """The moment, or the begin of the day where that comes first."""
    return min(moment, midnight(day)) if isinstance(moment, datetime) else min(moment, day)


def interval(
    asked: syntax.Range | None, grain: str | None, as_of: AsOfDay, calendar: CalendarSettings
) -> Interval:
    """The range that `for` says. Custom grains cannot be told in days here and are refused."""
    if asked is None:
        return Interval()
    try:
        return _interval(asked, grain, as_of, calendar)
    except (OverflowError, ValueError):
        raise fail("date-out-of-range", "this reaches beyond the years 1 to 9999", asked.span) from None


def _interval(asked: syntax.Range, grain: str | None, as_of: AsOfDay, calendar: CalendarSettings) -> Interval:
    unit = asked.unit
    if unit is not None and unit not in GRAINS:
        raise fail(
            "custom-grain-range",
            f"the days of a {unit} stand in a calendar's table, which is not read before the SQL is written",
            asked.span,
            "say the days, as in 2025-03-02 to 2025-03-29",
        )
    current: Moment = as_of.day
    if unit in SUB_DAY:
        current = datetime.combine(as_of.day, time(23, 59, 59))
    match asked.kind:
        case "explicit":
            assert asked.first is not None
            assert asked.last is not None
            return Interval(asked.first, asked.last + timedelta(days=1))
        case "since":
            shown = grain if grain in GRAINS and grain not in SUB_DAY else "day"
            assert shown is not None
            return Interval(asked.first, moved(floor(as_of.day, shown, calendar), 1, shown))
        case "before":
            return Interval(None, asked.last)
        case "last":
            assert unit is not None
            assert asked.count is not None
            end = floor(current, unit, calendar)
            return Interval(moved(end, -asked.count, unit), end)
        case "this":
            assert unit is not None
            start = floor(current, unit, calendar)
            return Interval(start, moved(start, 1, unit))
        case "to date":
            assert unit is not None
            return Interval(floor(current, unit, calendar), as_of.end)


def longest_days(unit: str, amount: int) -> int:
    """The most days that a stretch can have."""
    if unit in MONTHS:
        months = MONTHS[unit] * amount
        return {1: 31, 2: 62, 3: 92, 6: 184, 12: 366}.get(months, months * 31)
    return -(-amount * SECONDS[unit] // 86400)


def shorter(window: tuple[int, str], grain: str) -> bool:
    """Whether a window can be shorter than a period of a grain."""
    amount, unit = window
    if unit in MONTHS and grain in MONTHS:
        return amount * MONTHS[unit] < MONTHS[grain]
    if unit in SECONDS and grain in SECONDS:
        return amount * SECONDS[unit] < SECONDS[grain]
    if unit in MONTHS:
        return False
    return amount * SECONDS[unit] < longest_days(grain, 1) * 86400
