"""MySQL 8.0.17 and later; MariaDB has a file of its own, which differs by one word."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlglot import exp
from sqlglot.dialects.mysql import MySQL

from metricdsl.functions.compact import writer
from metricdsl.functions.forms import (
    E,
    Forms,
    call,
    cast,
    column,
    number,
    paren,
    quoted,
    when,
    whole,
)
from metricdsl.functions.zone_rules import RULE, ZoneRules
from metricdsl.functions.zones import Switch
from metricdsl.types import Kind

SUB_DAY = {"hour": "%Y-%m-%d %H:00:00", "minute": "%Y-%m-%d %H:%i:00", "second": "%Y-%m-%d %H:%i:%s"}


class FORMS(ZoneRules, Forms):
    """Differences: collations, decimals by default, no DATE_TRUNC, zones by rules."""

    dialect = "mysql"
    writer = writer(MySQL)
    typed_nulls = False
    plain_groups = True  # with ONLY_FULL_GROUP_BY, as is usual
    sql_types: ClassVar[dict[str, str]] = {**Forms.sql_types, "timestamp": "DATETIME(6)"}
    collation: ClassVar[str] = "utf8mb4_0900_bin"  # by code point, and blanks at the end count

    # --- values -----------------------------------------------------------------------------

    def stored(self, value: E, kind: Kind) -> E:
        # Columns mind neither capitals nor accents by default, nor blanks at the end.
        return self.exact(value) if kind == "text" else value

    def exact(self, value: E) -> E:
        text = exp.DataType(this=exp.DataType.Type.CHARACTER_SET, kind=exp.var("utf8mb4"))
        return exp.Collate(this=exp.Cast(this=value, to=text), expression=exp.var(self.collation))

    def timestamp_literal(self, value: datetime) -> E:
        return self.as_timestamp(quoted(value.isoformat(sep=" ")))

    def as_timestamp(self, value: E) -> E:
        return cast(value, "DATETIME(6)")

    # --- numbers ----------------------------------------------------------------------------

    def rounded(self, value: E, digits: E | None) -> E:
        # A double is rounded to the even neighbour; a decimal is not, but has 65 digits at most.
        small = exp.LT(this=exp.Abs(this=value), expression=number("1000000000000000"))
        exact = exp.Round(this=cast(value.copy(), "DECIMAL(65, 30)"), decimals=digits)
        return when(small, exact, exp.Round(this=value.copy(), decimals=digits and digits.copy()))

    # --- texts ------------------------------------------------------------------------------

    def starts_with(self, value: E, part: E) -> E:
        return exp.EQ(this=exp.Left(this=value, expression=self.length(part)), expression=paren(part.copy()))

    def like(self, value: E, pattern: E) -> E:
        # A backslash is LIKE's escape unless it has another; MariaDB takes none for the backslash too.
        if isinstance(pattern, exp.Literal) and "\\" not in pattern.this:
            return exp.Like(this=value, expression=pattern)
        like = exp.Like(this=value, expression=self.doubled(pattern, "|"))
        return exp.Escape(this=like, expression=quoted("|"))

    # --- time -------------------------------------------------------------------------------

    def interval(self, amount: E, unit: str) -> E:
        if unit == "second" and not isinstance(amount, exp.Literal):
            # Seconds may have fractions.
            microseconds = exp.Mul(this=exp.Paren(this=amount), expression=whole(1_000_000))
            return exp.Interval(this=exp.Paren(this=microseconds), unit=exp.var("MICROSECOND"))
        return exp.Interval(
            this=amount if isinstance(amount, exp.Literal) else exp.Paren(this=amount),
            unit=exp.var(unit.upper()),
        )

    def elapsed_seconds(self, start: E, end: E) -> E:
        # Decimals would keep four digits.
        return self.ratio(call("TIMESTAMPDIFF", exp.var("MICROSECOND"), start, end), number("1000000"))

    def elapsed_days(self, start: E, end: E) -> E:
        return call("DATEDIFF", end, start)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        match grain:
            case "hour" | "minute" | "second":
                return self.as_timestamp(call("DATE_FORMAT", value, quoted(SUB_DAY[grain])))
            case "week":
                return self.plus(value, "date", exp.Neg(this=call("WEEKDAY", value.copy())), "day")
            case "month":
                back = exp.Sub(this=whole(1), expression=call("DAYOFMONTH", value.copy()))
                return self.plus(value, "date", back, "day")
        year = call("MAKEDATE", call("YEAR", value), whole(1))
        if grain == "year":
            return year
        months = exp.Mul(
            this=whole(3),
            expression=exp.Paren(this=exp.Sub(this=call("QUARTER", value.copy()), expression=whole(1))),
        )
        return self.plus(year, "date", months, "month")

    def back_by(self, instant: E, floor: E, local: E) -> E:
        beyond = call("TIMESTAMPDIFF", exp.var("MICROSECOND"), floor, local)
        return exp.Sub(this=paren(instant), expression=exp.Interval(this=beyond, unit=exp.var("MICROSECOND")))

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "weekday":
            return exp.Add(this=call("WEEKDAY", value), expression=whole(1))
        return call({"day": "DAYOFMONTH"}.get(name, name.upper()), value)

    # --- zones: named ones need tables that few servers have, and end with 1970 and 2038 --------

    def moved_by_rules(self, value: E, rules: exp.Table) -> E:
        shift = exp.Select(expressions=[self.shift(value)]).from_(rules).where(self.applies(value))
        return exp.Add(
            this=paren(value.copy()),
            expression=exp.Interval(this=exp.Subquery(this=shift), unit=exp.var("SECOND")),
        )

    def switch_columns(self, switch: Switch | None) -> dict[str, E]:
        if switch is None:
            return {"day": exp.Null(), "weekday": exp.Null(), "rest": exp.Null()}
        weekday = whole(switch.weekday) if switch.weekday is not None else exp.Null()
        return {"day": quoted(f"-{switch.month:02}-{switch.day:02}"), "weekday": weekday,
                "rest": whole(switch.seconds)}  # fmt: skip

    def change(self, value: E, index: int) -> E:
        day = self.as_timestamp(self.joined([call("YEAR", value), column(f"day_{index}", RULE)]))
        to_weekday = exp.Sub(this=column(f"weekday_{index}", RULE), expression=call("WEEKDAY", day.copy()))
        ahead = call("MOD", exp.Add(this=to_weekday, expression=whole(7)), whole(7))
        moved = self.plus(day, "timestamp", exp.Coalesce(this=ahead, expressions=[whole(0)]), "day")
        return exp.Add(
            this=moved,
            expression=exp.Interval(this=column(f"rest_{index}", RULE), unit=exp.var("SECOND")),
        )
