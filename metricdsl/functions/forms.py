"""The SQL forms of the primitives, as sqlglot expressions: the generic ones. A dialect overrides what differs.

Inside SQL a date is a DATE, and a timestamp is a TIMESTAMP without zone that holds UTC. Local time (the
catalog's zone) is made where the calendar is asked for, and never kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from sqlglot import Dialect, exp

from metricdsl.types import MONTHS, SECONDS, SUB_DAY, Kind

E = exp.Expression

RESERVED = frozenset(
    """
    all analyse analyze and anti any array as asc asof asymmetric at authorization between binary
    both by case cast check collate collation column columns concurrently constraint create cross
    current_catalog current_date current_role current_time current_timestamp current_user default
    deferrable desc describe distinct do else end except exists extract false fetch for foreign
    freeze from full generated glob grant group grouping having ilike in initially inner intersect
    into is isnull join lambda lateral leading left like limit localtime localtimestamp natural not
    notnull null offset on only or order outer overlaps pivot placing position positional primary
    qualify references returning right row rows select semi session_user set show similar some
    summarize symmetric table tablesample then to trailing true try_cast union unique unpivot
    update user using values variadic verbose when where window with
    """.split()
)
"""Words that some engine does not take as a name without quotes."""


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """Where and how a catalog cuts time: `week_start` 0 is Monday, `fiscal_month` 1 is January."""

    zone: str = "UTC"
    week_start: int = 0
    fiscal_month: int = 1


def column(name: str, table: str | None = None) -> exp.Column:
    """A column by its name, quoted only where the dialect's generator finds it needs to be."""
    return exp.Column(this=identifier(name), table=identifier(table) if table else None)


def identifier(name: str) -> exp.Identifier:
    """An identifier; reserved words and what is no plain lower-case name are quoted."""
    plain = name.isascii() and name.replace("_", "a").isalnum() and name == name.lower() and not name[0].isdigit()
    return exp.Identifier(this=name, quoted=not plain or name in RESERVED)


def call(name: str, *arguments: E) -> E:
    """A function that sqlglot need not know."""
    return exp.Anonymous(this=name, expressions=list(arguments))


def whole(value: int) -> E:
    """An integer literal."""
    return exp.Neg(this=exp.Literal.number(-value)) if value < 0 else exp.Literal.number(value)


def quoted(value: str) -> E:
    """A text literal; sqlglot escapes it for the dialect."""
    return exp.Literal.string(value)


def cast(value: E, kind: str) -> E:
    return exp.Cast(this=value, to=exp.DataType.build(kind))


def paren(value: E) -> E:
    """Brackets around what binds less tightly than a comparison's operand."""
    return exp.Paren(this=value) if isinstance(value, exp.Binary | exp.Unary | exp.Between | exp.In | exp.Not) and not isinstance(value, exp.Paren | exp.Dot | exp.Neg) else value  # fmt: skip


def all_of(conditions: Sequence[E]) -> E | None:
    """Their conjunction, or None where there is none."""
    found: E | None = None
    for condition in conditions:
        bracketed = exp.Paren(this=condition) if isinstance(condition, exp.Or) else condition
        found = bracketed if found is None else exp.And(this=found, expression=bracketed)
    return found


def when(condition: E, value: E, default: E | None = None) -> exp.Case:
    """`CASE WHEN condition THEN value [ELSE default] END`"""
    return exp.Case(ifs=[exp.If(this=condition, true=value)], default=default)


class Forms:
    """What functions, scans and spines ask of a dialect. This class is the generic form."""

    dialect: ClassVar[str] = ""
    writer: ClassVar[type[Dialect] | None] = None  # where sqlglot's own generator leaves something out
    sql_types: ClassVar[dict[str, str]] = {
        "text": "TEXT", "integer": "BIGINT", "number": "DOUBLE", "money": "DOUBLE", "percent": "DOUBLE",
        "duration": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "timestamp": "TIMESTAMP", "null": "TEXT",
    }  # fmt: skip
    typed_nulls: ClassVar[bool] = True
    filter_clause: ClassVar[bool] = False

    def __init__(self, calendar: CalendarSettings) -> None:
        self.calendar = calendar

    # --- literals ---------------------------------------------------------------------------

    def literal(self, value: object) -> E:
        """A Python value as a literal; timestamps hold UTC."""
        match value:
            case None:
                return exp.Null()
            case bool():
                return exp.Boolean(this=value)
            case int():
                return whole(value)
            case Decimal() | float():
                text = format(abs(Decimal(str(value))), "f")
                number = exp.Literal.number(text)
                return exp.Neg(this=number) if value < 0 else number
            case str():
                return quoted(value)
            case datetime():
                return cast(quoted(value.isoformat(sep=" ")), "TIMESTAMP")
            case date():
                return cast(quoted(value.isoformat()), "DATE")
        raise AssertionError(f"no literal for {value!r}")

    def null(self, kind: Kind) -> E:
        """Null, with its type where a UNION of this dialect needs it."""
        return cast(exp.Null(), self.sql_types[kind]) if self.typed_nulls else exp.Null()

    # --- numbers ----------------------------------------------------------------------------

    def real(self, value: E) -> E:
        """A number as a double."""
        return cast(value, "DOUBLE")

    def divide(self, left: E, right: E) -> E:
        """True division, null when the divisor is 0."""
        divisor = right if isinstance(right, exp.Literal) and right.this.strip("0.") else self.null_if_zero(right)
        return exp.Div(this=self.real(left), expression=divisor, typed=False, safe=False)

    def null_if_zero(self, value: E) -> E:
        return exp.Nullif(this=value, expression=whole(0))

    def remainder(self, left: E, right: E) -> E:
        """The remainder, with the dividend's sign."""
        return exp.Mod(this=paren(left), expression=self.null_if_zero(right))

    def rounded(self, value: E, digits: E | None) -> E:
        """Rounded half away from zero."""
        return exp.Round(this=value, decimals=digits)

    # --- texts ------------------------------------------------------------------------------

    def ordered_text(self, value: E) -> E:
        """A text that compares and sorts by code point."""
        return value

    def joined(self, parts: Sequence[E]) -> E:
        """Concatenation; null when a part is."""
        result = parts[0]
        for part in parts[1:]:
            result = exp.DPipe(this=result, expression=part, safe=False)
        return result

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=exp.StrPosition(this=value, substr=part), expression=whole(0))

    def starts_with(self, value: E, part: E) -> E:
        return exp.EQ(this=exp.Left(this=value, expression=exp.Length(this=part)), expression=part.copy())

    def ends_with(self, value: E, part: E) -> E:
        return exp.EQ(this=exp.Right(this=value, expression=exp.Length(this=part)), expression=part.copy())

    # --- time: zones ------------------------------------------------------------------------

    def converted(self, value: E, source: str, target: str) -> E:
        """A timestamp without zone, meant in one zone, as one meant in another."""
        if source == target:
            return value
        # AT TIME ZONE binds more tightly than + and -.
        meant = exp.AtTimeZone(this=paren(value), zone=quoted(source))
        return exp.AtTimeZone(this=meant, zone=quoted(target))

    def local(self, value: E) -> E:
        """A UTC timestamp in the catalog's zone."""
        return self.converted(value, "UTC", self.calendar.zone)

    def instant(self, value: E, kind: Kind) -> E:
        """A date or timestamp as a UTC timestamp: a date is its midnight in the catalog's zone."""
        if kind == "timestamp":
            return value
        return self.converted(cast(value, "TIMESTAMP"), self.calendar.zone, "UTC")

    def day(self, value: E, kind: Kind) -> E:
        """The local date of a date or timestamp."""
        return cast(self.local(value), "DATE") if kind == "timestamp" else value

    # --- time: the calendar -----------------------------------------------------------------

    def truncated(self, value: E, kind: Kind, grain: str) -> E:
        """The start of the period that holds a moment: a date, or for hours and less a UTC timestamp."""
        if grain in SUB_DAY:
            instant = self.instant(value, kind)
            local = self.local(instant)
            floor = self.date_trunc(grain, local, "timestamp")
            if self.calendar.zone == "UTC":
                return floor
            # What local time has gone beyond the hour is taken off the instant, so that the two equal
            # local hours of a day on which clocks go back stay two.
            return exp.Sub(
                this=instant.copy(), expression=exp.Paren(this=exp.Sub(this=local.copy(), expression=floor))
            )
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
        floor = self.date_trunc(grain, self.add(day, "date", whole(-offset), unit), "date")
        return self.add(floor, "date", whole(offset), unit)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        """The start of a Monday week, calendar month, quarter or year (a date), or of an hour or less."""
        floor = exp.TimestampTrunc(this=value, unit=exp.var(grain.upper()))
        return cast(floor, "DATE") if kind == "date" else floor

    def add(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        """A moment plus a number of units by local calendar; days and more leave a date a date."""
        if unit in SUB_DAY:
            return self.plus_interval(self.instant(value, kind), amount, unit)
        if kind == "timestamp":
            moved = self.plus_interval(self.local(value), *self._basic(amount, unit))
            return self.converted(moved, self.calendar.zone, "UTC")
        return cast(self.plus_interval(value, *self._basic(amount, unit)), "DATE")

    @staticmethod
    def _basic(amount: E, unit: str) -> tuple[E, str]:
        """The same stretch in days or months, the units that every engine knows."""
        factor, basic = (MONTHS[unit], "month") if unit in MONTHS else (SECONDS[unit] // 86400, "day")
        if factor == 1:
            return amount, basic
        if isinstance(amount, exp.Literal):
            return whole(int(amount.this) * factor), basic
        if isinstance(amount, exp.Neg) and isinstance(amount.this, exp.Literal):
            return whole(-int(amount.this.this) * factor), basic
        return exp.Mul(this=paren(amount), expression=whole(factor)), basic

    def plus_interval(self, value: E, amount: E, unit: str) -> E:
        """Plus an interval whose amount may be negative."""
        if isinstance(amount, exp.Neg) and isinstance(amount.this, exp.Literal):
            return exp.Sub(this=paren(value), expression=self.interval(amount.this, unit))
        return exp.Add(this=paren(value), expression=self.interval(amount, unit))

    def interval(self, amount: E, unit: str) -> E:
        if isinstance(amount, exp.Literal):
            return exp.Interval(this=quoted(str(amount.this)), unit=exp.var(unit.upper()))
        one = exp.Interval(this=quoted("1"), unit=exp.var(unit.upper()))
        return exp.Mul(this=paren(amount), expression=one)

    def elapsed_seconds(self, start: E, end: E) -> E:
        """Seconds from one UTC timestamp to another, with fractions."""
        microseconds = exp.TimestampDiff(this=end, expression=start, unit=exp.var("MICROSECOND"))
        return exp.Div(this=microseconds, expression=exp.Literal.number("1000000.0"), typed=False, safe=False)

    def elapsed_days(self, start: E, end: E) -> E:
        """Whole days from one date to another."""
        return exp.DateDiff(this=end, expression=start, unit=exp.var("DAY"))

    def part(self, name: str, value: E, kind: Kind) -> E:
        """`year month day weekday hour` of local time; weekday is 1 for Monday."""
        local = value if kind == "date" else self.local(value)
        if name == "hour" and kind == "date":
            local = cast(value, "TIMESTAMP")
        unit = "ISODOW" if name == "weekday" else name.upper()
        return cast(exp.Extract(this=exp.var(unit), expression=local), "BIGINT")

    def series(self, first: E, last: E, grain: str, name: str) -> exp.Select:
        """A SELECT of the starts of periods from the first to the last, both periods' starts themselves.

        Each step is added to the first start (never to the one before), so clamped ends do not drift.
        """
        unit = grain.removeprefix("fiscal_")
        kind = "TIMESTAMP" if grain in SUB_DAY else "DATE"
        numbers = self.numbers(self.steps(first, last, unit))
        moved = self.plus_interval(first.copy(), column("n", "numbers"), unit if unit != "quarter" else "month")
        if unit == "quarter":
            moved = self.plus_interval(
                first.copy(), exp.Mul(this=column("n", "numbers"), expression=whole(3)), "month"
            )
        return exp.select(exp.alias_(cast(moved, kind), name)).from_(numbers)

    def steps(self, first: E, last: E, unit: str) -> E:
        """How many steps of a unit lead from one start to the other."""
        return exp.DateDiff(this=last, expression=first, unit=exp.var(unit.upper()))

    def numbers(self, most: E) -> E:
        """A table `numbers(n)` of 0 … most, most below 100,000, from a cross join of digits."""
        digits = exp.union(*(exp.select(exp.alias_(whole(i), "d")) for i in range(10)), distinct=False)
        parts: list[E] = []
        query = exp.select()
        for i in range(5):
            table = f"d{i}"
            parts.append(exp.Mul(this=column("d", table), expression=whole(10**i)))
            source = exp.Subquery(this=digits.copy(), alias=exp.TableAlias(this=identifier(table)))
            query = query.from_(source) if i == 0 else query.join(source, join_type="cross")
        total: E = parts[0]
        for part in parts[1:]:
            total = exp.Add(this=total, expression=part)
        query = query.select(exp.alias_(total, "n"))
        limited = exp.select(column("n")).from_(
            exp.Subquery(this=query, alias=exp.TableAlias(this=identifier("digits")))
        )
        limited = limited.where(exp.LTE(this=column("n"), expression=most))
        return exp.Subquery(this=limited, alias=exp.TableAlias(this=identifier("numbers")))

    # --- aggregates -------------------------------------------------------------------------

    def filtered(self, value: E, condition: E | None) -> E:
        """A value where a condition holds, else null."""
        return value if condition is None else when(condition, value)

    def aggregate(self, make: type[exp.Func], value: E, condition: E | None) -> E:
        """A one-argument aggregate of the rows that satisfy a condition."""
        if condition is not None and self.filter_clause:
            return exp.Filter(this=make(this=value), expression=exp.Where(this=condition))
        return make(this=self.filtered(value, condition))

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        """The interpolated percentile."""
        ordered = exp.Ordered(this=self.real(self.filtered(value, condition)), nulls_first=False)
        return exp.WithinGroup(this=exp.PercentileCont(this=rank), expression=exp.Order(expressions=[ordered]))

    def nth(self, value: E, order: Sequence[E], condition: E, last: bool) -> E:
        """The value of the first or last row by an order, of the rows that satisfy a condition."""
        keys: list[E] = [exp.Ordered(this=o, desc=last, nulls_first=False) for o in order]
        array = exp.ArrayAgg(this=exp.Order(this=self.filtered(value, condition), expressions=keys))
        return exp.Bracket(this=array, expressions=[whole(1)])

    def approximate_distinct(self, value: E) -> E:
        return exp.ApproxDistinct(this=value)

    def greatest_of_column(self, value: E, kind: Kind) -> E:
        """The one non-null value of a group of rows, all others being null."""
        return exp.LogicalOr(this=value) if kind == "boolean" else exp.Max(this=value)
