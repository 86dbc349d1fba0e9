"""The SQL forms of time: the generic ones, made from a few primitives that a dialect may override.

Inside SQL a date is a DATE, and a timestamp is a TIMESTAMP without zone that holds UTC. Local time (the
catalog's zone) is made where the calendar is asked for, and never kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import ClassVar

from sqlglot import exp

from metricdsl.functions.sql import Conversion, Converted, E, cast, divided, number, paren, quoted, whole
from metricdsl.functions.zones import jumps, skips_days, steady_local
from metricdsl.types import MONTHS, SECONDS, SUB_DAY, Kind


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """Where and how a catalog cuts time: `week_start` 0 is Monday, `fiscal_month` 1 is January."""

    zone: str = "UTC"
    week_start: int = 0
    fiscal_month: int = 1


class TimeForms:
    """What is asked of time, made from primitives. They are what a dialect overrides."""

    calendar: CalendarSettings
    moves_aggregates: ClassVar[bool] = True  # an aggregate's moment may be moved to a zone in the same SELECT
    reads_first: ClassVar[bool] = False  # `converted` reads a local time that comes twice as the first one

    @property
    def aggregates_move(self) -> bool:
        """Whether the zone of an aggregate's moment can be had where the aggregate stands."""
        return self.moves_aggregates or self.calendar.zone == "UTC"

    # --- primitives -------------------------------------------------------------------------

    def moment(self, value: date) -> E:
        """A literal; timestamps hold UTC. What it says is kept, so that a spine can be counted out here."""
        made = self.timestamp_literal(value) if isinstance(value, datetime) else self.date_literal(value)
        made.meta["moment"] = value
        return made

    def date_literal(self, value: date) -> E:
        return cast(quoted(value.isoformat()), "DATE")

    def timestamp_literal(self, value: datetime) -> E:
        return cast(quoted(value.isoformat(sep=" ")), "TIMESTAMP")

    def as_date(self, value: E) -> E:
        """The date of a timestamp without zone."""
        return cast(value, "DATE")

    def as_timestamp(self, value: E) -> E:
        """A date's midnight as a timestamp without zone."""
        return cast(value, "TIMESTAMP")

    def converted(self, value: E, source: str, target: str) -> E:
        """A timestamp without zone, meant in one zone, as one meant in another: as the engine reads it."""
        if source == target:
            return value
        # AT TIME ZONE binds more tightly than + and -.
        meant = exp.AtTimeZone(this=paren(value), zone=quoted(source))
        return exp.AtTimeZone(this=meant, zone=quoted(target))

    def without_zone(self, value: E) -> E:
        """A timestamp that has a time zone as the same instant in UTC, without one."""
        return exp.AtTimeZone(this=paren(value), zone=quoted("UTC"))

    def against(self, make: type[E], value: E, bound: E) -> E:
        """A moment compared with a literal of its kind; local time with one of local time, where it tells that.

        So a column stands bare, and what it leaves out need not be read.
        """
        local, moment = value.meta.get("local_time"), bound.meta.get("moment")
        if local is not None and isinstance(moment, datetime):
            there = steady_local(moment, local[1])
            if there is not None:
                return make(this=local[0].copy(), expression=self.moment(there))
        return make(this=value.copy(), expression=bound)

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        """A moment plus seconds … hours, days or months, month ends clamped; a date stays a date."""
        if isinstance(amount, exp.Neg) and isinstance(amount.this, exp.Literal):
            moved: E = exp.Sub(this=paren(value), expression=self.interval(amount.this, unit))
        else:
            moved = exp.Add(this=paren(value), expression=self.interval(amount, unit))
        return self.as_date(moved) if kind == "date" else moved

    def interval(self, amount: E, unit: str) -> E:
        if isinstance(amount, exp.Literal):
            return exp.Interval(this=quoted(str(amount.this)), unit=exp.var(unit.upper()))
        one = exp.Interval(this=quoted("1"), unit=exp.var(unit.upper()))
        return exp.Mul(this=paren(amount), expression=one)

    def elapsed_seconds(self, start: E, end: E) -> E:
        """Seconds from one timestamp to another, with fractions."""
        microseconds = exp.TimestampDiff(this=end, expression=start, unit=exp.var("MICROSECOND"))
        return self.ratio(microseconds, number("1000000.0"))

    def elapsed_days(self, start: E, end: E) -> E:
        """Whole days from one date to another."""
        return exp.DateDiff(this=end, expression=start, unit=exp.var("DAY"))

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        """The start of a Monday week, calendar month, quarter or year (a date), or of an hour or less."""
        floor = exp.TimestampTrunc(this=value, unit=exp.var(grain.upper()))
        return self.as_date(floor) if kind == "date" else floor

    def back_by(self, instant: E, floor: E, local: E) -> E:
        """An instant less what local time has gone beyond a start."""
        return exp.Sub(this=paren(instant), expression=exp.Paren(this=exp.Sub(this=local, expression=floor)))

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        """A part of a date, or of a timestamp as it stands; weekday is 1 for Monday."""
        if name == "hour" and kind == "date":
            value = self.as_timestamp(value)
        unit = "ISODOW" if name == "weekday" else name.upper()
        return cast(exp.Extract(this=exp.var(unit), expression=value), "BIGINT")

    def ratio(self, left: E, right: E) -> E:
        """A fraction as a double; the divisor is a literal that is not 0."""
        return divided(cast(left, "DOUBLE"), right)

    def as_integer(self, value: E) -> E:
        """A whole number as an integer."""
        return cast(value, "BIGINT")

    # --- zones ------------------------------------------------------------------------------

    def zone_parts(self, tables: Iterable[exp.Table]) -> Iterator[exp.CTE]:
        """The parts that a statement's conversions need, if they are among its tables."""
        yield from ()

    def local(self, value: E) -> E:
        """A UTC timestamp in the catalog's zone."""
        made = self.converted(value, "UTC", self.calendar.zone)
        return value if made is value else self.marked("local", made)

    def marked(self, became: str, made: E) -> E:
        """What stands for a conversion; the same one where it was made before."""
        if isinstance(made, Converted):
            return made
        return Converted(this=self.conversions.setdefault(made, Conversion(made, became)))

    @cached_property
    def conversions(self) -> dict[E, Conversion]:
        """What a statement converts, by its SQL."""
        return {}

    def instant(self, value: E, kind: Kind) -> E:
        """A date or timestamp as a UTC timestamp: a date is its midnight in the catalog's zone."""
        if kind == "timestamp":
            return value
        return self.to_utc(self.as_timestamp(value), self.calendar.zone, midnight=True)

    def to_utc(self, value: E, zone: str, midnight: bool = False) -> E:
        """A timestamp of local time as UTC; of the catalog's zone it is kept, for its day is known then.

        What comes twice is the first of both; what clocks skip is read by the shift that held before.
        """
        if zone == "UTC":
            return value
        made = self.marked("utc", self.earliest(value, zone, midnight))
        made.meta["local_time"] = (value, zone)
        if zone == self.calendar.zone and not skips_days(zone):
            made.meta["local"] = value
        return made

    def earliest(self, value: E, zone: str, midnight: bool) -> E:
        """The first of the instants at which clocks show a time; `midnight` says that it is one."""
        made = self.marked("utc", self.converted(value, zone, "UTC"))
        ifs = []
        for jump in jumps(zone, midnight):
            if jump < 0 and not self.reads_first:
                before = self.plus(made.copy(), "timestamp", exp.Neg(this=whole(-jump)), "second")
                leads_back = exp.EQ(this=self.converted(before, "UTC", zone), expression=paren(value.copy()))
                ifs.append(exp.If(this=leads_back, true=exp.Neg(this=whole(-jump))))
        if not ifs:
            return made
        return self.plus(made, "timestamp", exp.Case(ifs=ifs, default=whole(0)), "second")

    def known_local(self, value: E) -> E | None:
        """The local time that a UTC timestamp was made from, where that tells its day."""
        known: E | None = value.meta.get("local")
        return known.copy() if known is not None else None

    def day(self, value: E, kind: Kind) -> E:
        """The local date of a date or timestamp."""
        if kind != "timestamp":
            return value
        known = self.known_local(value)
        return self.as_date(known if known is not None else self.local(value))

    def part(self, name: str, value: E, kind: Kind) -> E:
        """`year month day weekday hour` of local time; weekday is 1 for Monday."""
        return self.local_part(name, value if kind == "date" else self.local(value), kind)

    # --- the calendar -----------------------------------------------------------------------

    def truncated(self, value: E, kind: Kind, grain: str) -> E:
        """The start of the period that holds a moment: a date, or for hours and less a UTC timestamp."""
        if grain in SUB_DAY:
            instant = self.instant(value, kind)
            local = self.local(instant)
            floor = self.date_trunc(grain, local, "timestamp")
            if self.calendar.zone == "UTC":
                return floor
            # So that the two equal local hours of a day on which clocks go back stay two.
            return self.back_by(instant.copy(), floor, local.copy())
        day = self.day(value, kind)
        if grain == "day":
            return day
        if grain == "week":
            return self._moved(day, "week", self.calendar.week_start, "day")
        if grain.startswith("fiscal_"):
            return self._moved(day, grain.removeprefix("fiscal_"), self.calendar.fiscal_month - 1, "month")
        return self.date_trunc(grain, day, "date")

    def _moved(self, day: E, grain: str, offset: int, unit: str) -> E:
        """Truncation by periods that begin some days or months after the usual ones."""
        if not offset:
            return self.date_trunc(grain, day, "date")
        floor = self.date_trunc(grain, self.plus(day, "date", whole(-offset), unit), "date")
        return self.plus(floor, "date", whole(offset), unit)

    def add(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        """A moment plus a number of units by local calendar; days and more leave a date a date."""
        if unit in SUB_DAY:
            return self.plus(self.instant(value, kind), "timestamp", amount, unit)
        amount, unit = basic(amount, unit)
        if kind == "timestamp" and self.calendar.zone != "UTC":
            there = self.marked("moved", self.plus(self.local(value), kind, amount, unit))
            return self.to_utc(there, self.calendar.zone)
        return self.plus(value, kind, amount, unit)


def basic(amount: E, unit: str) -> tuple[E, str]:
    """The same stretch in days or months, the units that every engine knows."""
    factor, known = (MONTHS[unit], "month") if unit in MONTHS else (SECONDS[unit] // 86400, "day")
    if factor == 1:
        return amount, known
    if isinstance(amount, exp.Literal):
        return whole(int(amount.this) * factor), known
    if isinstance(amount, exp.Neg) and isinstance(amount.this, exp.Literal):
        return whole(-int(amount.this.this) * factor), known
    return exp.Mul(this=paren(amount), expression=whole(factor)), known


__all__ = ["CalendarSettings", "TimeForms", "basic"]
