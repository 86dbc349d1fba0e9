"""ClickHouse 24.12 and later. A date is a Date32, a timestamp a DateTime64 in UTC: 1900 to 2299."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, call, cast, number, quoted, when, whole
from metricdsl.functions.zones import jumps
from metricdsl.types import Kind

SETTINGS = {
    "join_use_nulls": 1,  # a row without a match has nulls, not zeros
    "aggregate_functions_null_for_empty": 1,  # nothing averages to null, not to NaN
    "enable_extended_results_for_datetime_functions": 1,  # months begin before 1970 too
    "prefer_column_name_to_alias": 1,  # `SUM(t.amount) AS amount, AVG(t.amount)` reads the column twice
}
STARTS = {
    "second": "toStartOfSecond", "minute": "toStartOfMinute", "hour": "toStartOfHour", "week": "toMonday",
    "month": "toStartOfMonth", "quarter": "toStartOfQuarter", "year": "toStartOfYear",
}  # fmt: skip
PARTS = {
    "year": "toYear",
    "month": "toMonth",
    "day": "toDayOfMonth",
    "weekday": "toDayOfWeek",
    "hour": "toHour",
}


class FORMS(Forms):
    """Differences: settings, functions of time, sums that wrap, no common type of whole and broken numbers."""

    dialect = "clickhouse"
    backslash_in_like = True
    typed_nulls = False
    reads_first = True

    # --- values -----------------------------------------------------------------------------

    def stored(self, value: E, kind: Kind) -> E:
        match kind:
            case "text":
                return call("toString", value)  # an Enum sorts by its numbers
            case "date":
                return call("toDate32", value)  # a Date begins with 1970, and what is computed of it too
            case "timestamp":
                return self.without_zone(value)
        return value

    def without_zone(self, value: E) -> E:
        return call("toTimeZone", call("toDateTime64", value, whole(6)), quoted("UTC"))

    def date_literal(self, value: date) -> E:
        return call("toDate32", quoted(value.isoformat()))

    def timestamp_literal(self, value: datetime) -> E:
        return call("toDateTime64", quoted(value.isoformat(sep=" ")), whole(6), quoted("UTC"))

    def as_date(self, value: E) -> E:
        return call("toDate32", value)

    def as_timestamp(self, value: E) -> E:
        return call("toDateTime64", value, whole(6), quoted("UTC"))

    # --- numbers ----------------------------------------------------------------------------

    def divide(self, left: E, right: E) -> E:
        # A decimal divided by a decimal keeps two digits.
        return super().divide(left, right if isinstance(right, exp.Literal) else self.real(right))

    def rounded(self, value: E, digits: E | None) -> E:
        # A double is rounded to the even neighbour, a decimal is not.
        small = exp.LT(this=exp.Abs(this=value), expression=number("1000000000000000"))
        exact = call("toDecimal128", call("toString", self.real(value.copy())), whole(20))
        rounded = exp.Round(this=exact, decimals=digits)
        return when(
            small,
            self.real(rounded),
            exp.Round(this=self.real(value.copy()), decimals=digits and digits.copy()),
        )

    def same_type(self, values: Sequence[E], kinds: Sequence[Kind]) -> list[E]:
        # There is none of 64-bit integers and doubles, nor of decimals and doubles.
        numeric = {"integer", "number", "money", "percent", "duration"}
        if set(kinds) <= {"integer", "null"} or not set(kinds) & numeric:
            return list(values)
        return [self.real(v) if k != "null" else v for v, k in zip(values, kinds, strict=True)]

    def operands(self, values: Sequence[E], kinds: Sequence[Kind]) -> list[E]:
        # There is none of the 128 bits of a sum of integers and doubles.
        if "integer" not in kinds or not {"number", "percent", "duration"} & set(kinds):
            return list(values)
        wide = [k == "integer" and not isinstance(v, exp.Literal) for v, k in zip(values, kinds, strict=True)]
        return [self.real(v) if w else v for v, w in zip(values, wide, strict=True)]

    # --- texts ------------------------------------------------------------------------------

    def lower(self, value: E) -> E:
        return call("lowerUTF8", value)

    def upper(self, value: E) -> E:
        return call("upperUTF8", value)

    def starts_with(self, value: E, part: E) -> E:
        return call("startsWith", value, part)

    def ends_with(self, value: E, part: E) -> E:
        return call("endsWith", value, part)

    # --- time -------------------------------------------------------------------------------

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        # A wall clock is kept as if it were UTC.
        if source != "UTC":
            value = call("toTimeZone", self._relabelled(value, source), quoted("UTC"))
        if target != "UTC":
            value = self._relabelled(call("toTimeZone", value, quoted(target)), "UTC")
        return value

    def earliest(self, value: E, zone: str, midnight: bool) -> E:
        made = super().earliest(value, zone, midnight)
        if not any(jump > 0 for jump in jumps(zone, midnight)):
            return made
        # What clocks skip is read by the shift that holds after: it leads back to an earlier time.
        shown = self.converted(made.copy(), "UTC", zone)
        return self.plus(made, "timestamp", call("dateDiff", quoted("second"), shown, value.copy()), "second")

    @staticmethod
    def _relabelled(value: E, zone: str) -> E:
        """The same wall clock in another zone."""
        return call("toDateTime64", call("toString", value), whole(6), quoted(zone))

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        return call(f"add{unit.capitalize()}s", value, amount)

    def elapsed_seconds(self, start: E, end: E) -> E:
        return self.ratio(call("dateDiff", quoted("microsecond"), start, end), number("1000000"))

    def elapsed_days(self, start: E, end: E) -> E:
        return call("dateDiff", quoted("day"), start, end)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        return call(STARTS[grain], value)

    def back_by(self, instant: E, floor: E, local: E) -> E:
        beyond = call("dateDiff", quoted("microsecond"), local, floor)
        return call("addMicroseconds", instant, beyond)

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "hour" and kind == "date":
            value = self.as_timestamp(value)
        return cast(call(PARTS[name], value), "BIGINT")

    # --- aggregates -------------------------------------------------------------------------

    def sum(self, value: E, kind: Kind, condition: E | None) -> E:
        # 64 bits overflow in silence.
        known = call("toInt128", value) if kind == "integer" else value
        return super().sum(known, kind, condition)

    def variance(self, value: E, condition: E | None) -> E:
        return self._of_two(super().variance(value, condition), value, condition)

    def deviation(self, value: E, condition: E | None) -> E:
        return self._of_two(super().deviation(value, condition), value, condition)

    def _of_two(self, found: E, value: E, condition: E | None) -> E:
        """Of one value it would be NaN."""
        count = exp.Count(this=self.filtered(value.copy(), condition and condition.copy()))
        return when(exp.GT(this=count, expression=whole(1)), found)

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        known = self.real(self.filtered(value, condition))
        return exp.ParameterizedAgg(this="quantileExactInclusive", expressions=[rank], params=[known])

    def finished(self, tree: exp.Select) -> exp.Select:
        tree = super().finished(tree)
        for count in list(tree.find_all(exp.Count)):
            if not isinstance(count.parent, exp.Window | exp.Filter):
                # An unsigned number has no common type with a signed one.
                count.replace(call("toInt64", count.copy()))
        settings: list[E] = [
            exp.EQ(this=exp.var(name), expression=whole(value)) for name, value in SETTINGS.items()
        ]
        tree.set("settings", settings)
        return tree
