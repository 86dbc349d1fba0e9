"""Trino 446 and later: parsed by its grammar, written by its manual; not run on the engine."""

from __future__ import annotations

from sqlglot import exp
from sqlglot.dialects.trino import Trino

from metricdsl.functions.forms import E, Forms, call, cast, number, paren, quoted, when, whole
from metricdsl.types import Kind

KEYWORDS = """
alter auto constraint cube current_path current_schema deallocate delete drop escape exists insert json_array
json_exists json_object json_query json_table json_value listagg normalize prepare recursive rollup skip trim
uescape unnest
"""


class TypedTrino(Trino):
    """Trino's text with the digits of a TIMESTAMP, which sqlglot leaves out of casts: then there are three."""

    class Generator(Trino.Generator):  # type: ignore[valid-type,misc]  # sqlglot makes it when it runs
        def datatype_sql(self, expression: exp.DataType) -> str:
            if expression.this == exp.DataType.Type.TIMESTAMP:
                return "TIMESTAMP(6)"
            return str(super().datatype_sql(expression))


class FORMS(Forms):
    """Differences: functions of time, exact sums, decimal literals, texts of numbers."""

    dialect = "trino"
    writer = TypedTrino
    filter_clause = True
    boolean_maximum = True
    narrow_integers = True
    reserved = frozenset(KEYWORDS.split())

    # --- values -----------------------------------------------------------------------------

    def without_zone(self, value: E) -> E:
        # AT TIME ZONE moves a time stamp and keeps that it has a zone; a cast drops the zone.
        return cast(exp.AtTimeZone(this=paren(value), zone=quoted("UTC")), "TIMESTAMP")

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        # Without a zone of its own, a time stamp would be taken for one of the session's zone.
        meant = call("WITH_TIMEZONE", value, quoted(source))
        return cast(exp.AtTimeZone(this=meant, zone=quoted(target)), "TIMESTAMP")

    def bare_text(self, value: E) -> E:
        return cast(value, "VARCHAR")

    def text(self, value: E, kind: Kind) -> E:
        if kind in ("text", "null", "boolean", "timestamp", "date", "integer"):
            return super().text(value, kind)
        # A cast writes 0.5 as 5.0E-1; that to a decimal keeps the digits of a double that tell it.
        real = self.real(value)
        small = exp.LT(this=exp.Abs(this=real), expression=number("1e20"))
        digits = self.bare_text(cast(real.copy(), "DECIMAL(38, 17)"))
        shortened = call("REGEXP_REPLACE", digits, quoted("[.]?0+$"))
        return when(small, shortened, self.bare_text(real.copy()))

    # --- numbers ----------------------------------------------------------------------------

    def sum(self, value: E, kind: Kind, condition: E | None) -> E:
        # A sum of 64-bit integers fails where it is larger.
        return super().sum(cast(value, "DECIMAL(38, 0)") if kind == "integer" else value, kind, condition)

    def rounded(self, value: E, digits: E | None) -> E:
        # A double is rounded by way of a 64-bit integer: wrong beyond that, and 1.005 becomes 1.0 with two digits.
        small = exp.LT(this=exp.Abs(this=value), expression=number("1e20"))
        exact = exp.Round(this=cast(value.copy(), "DECIMAL(38, 17)"), decimals=digits)
        return when(small, self.real(exact), self.real(value.copy()))

    # --- texts ------------------------------------------------------------------------------

    def starts_with(self, value: E, part: E) -> E:
        return call("STARTS_WITH", value, part)

    def ends_with(self, value: E, part: E) -> E:
        # There is no RIGHT, and ENDS_WITH is young.
        end = call("SUBSTR", value, exp.Add(this=self._beyond(value, part), expression=whole(1)))
        fits = exp.GTE(this=self._beyond(value, part), expression=whole(0))
        return exp.And(this=fits, expression=exp.EQ(this=end, expression=paren(part.copy())))

    def _beyond(self, value: E, part: E) -> E:
        """How many characters a text has more than another."""
        return exp.Sub(this=self.length(value.copy()), expression=self.length(part.copy()))

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=call("STRPOS", value, part), expression=whole(0))

    def trim(self, value: E) -> E:
        # TRIM alone takes line breaks and tabs too.
        return exp.Trim(this=value, expression=quoted(" "), position="BOTH")

    # --- time -------------------------------------------------------------------------------

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        return call("DATE_ADD", quoted(unit), amount, value)

    def elapsed_seconds(self, start: E, end: E) -> E:
        # DATE_DIFF and intervals end with the millisecond; seconds as doubles would be off in the last digits.
        def microseconds(value: E) -> E:
            return self.as_integer(exp.Mul(this=call("TO_UNIXTIME", value), expression=whole(1_000_000)))

        difference = exp.Sub(this=microseconds(end), expression=microseconds(start))
        return self.ratio(difference, whole(1_000_000))

    def elapsed_days(self, start: E, end: E) -> E:
        return call("DATE_DIFF", quoted("day"), start, end)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        return call("DATE_TRUNC", quoted(grain), value)

    def back_by(self, instant: E, floor: E, local: E) -> E:
        # Intervals end with the millisecond: whole seconds are taken away, then what is less than one.
        beyond = exp.Neg(this=call("DATE_DIFF", quoted("second"), floor, local))
        return call("DATE_TRUNC", quoted("second"), self.plus(instant, "timestamp", beyond, "second"))

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "weekday":
            return call("DAY_OF_WEEK", value)  # 1 is Monday
        if name == "hour" and kind == "date":
            value = self.as_timestamp(value)
        return exp.Extract(this=exp.var(name.upper()), expression=value)

    # --- aggregates -------------------------------------------------------------------------

    def approximate_distinct(self, value: E) -> E:
        return call("APPROX_DISTINCT", value)
