"""BigQuery's GoogleSQL. A timestamp is a DATETIME that holds UTC; a TIMESTAMP column is an instant."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp
from sqlglot.dialects.bigquery import BigQuery

from metricdsl.functions.forms import (
    E,
    Forms,
    call,
    cast,
    column,
    identifier,
    number,
    quoted,
    whole,
)
from metricdsl.functions.grouping import in_group
from metricdsl.functions.spine_forms import steps_between
from metricdsl.render.dialects.bigquery_tree import rewritten
from metricdsl.types import NUMERIC, SUB_DAY, Kind

LONGEST = 10_000
"""An array has 1,048,576 elements at most, in Google's own implementation of the language 16,000."""


class ExplicitBigQuery(BigQuery):
    """BigQuery's text: null order as it is meant, literals of time as such."""

    class Generator(BigQuery.Generator):  # type: ignore[valid-type,misc]  # sqlglot makes it when it runs
        def ordered_sql(self, expression: exp.Ordered) -> str:
            # sqlglot leaves NULLS out where it thinks that it is refused.
            direction = " DESC" if expression.args.get("desc") else ""
            first = bool(expression.args.get("nulls_first"))
            usual = first != bool(direction)
            nulls = "" if usual else f" NULLS {'FIRST' if first else 'LAST'}"
            return f"{self.sql(expression, 'this')}{direction}{nulls}"

        def cast_sql(self, expression: exp.Cast, safe_prefix: str | None = None) -> str:
            if isinstance(expression.this, exp.Literal) and expression.to.is_type(
                "date", "timestamp", "timestamptz"
            ):
                return f"{self.sql(expression, 'to')} {self.sql(expression, 'this')}"
            return str(super().cast_sql(expression, safe_prefix))


class FORMS(Forms):
    """Differences: functions of time, null-safe keys, remainders of doubles, native series."""

    dialect = "bigquery"
    backslash_in_like = True
    writer = ExplicitBigQuery
    boolean_maximum = True
    reads_first = True
    partitions = True
    plain_groups = True  # what is grouped by is not looked for inside of other expressions

    # --- values -----------------------------------------------------------------------------

    def null(self, kind: Kind) -> E:
        # Without a type it is an integer, which goes with all numbers.
        return exp.Null() if kind in NUMERIC else cast(exp.Null(), self.sql_types[kind])

    def stored(self, value: E, kind: Kind) -> E:
        if kind in NUMERIC and kind != "integer":
            value.meta["real"] = True
        return value

    def without_zone(self, value: E) -> E:
        made = call("DATETIME", value, quoted("UTC"))
        made.meta["instant"] = True
        return made

    def type_name(self, value: E) -> E:
        # A TIMESTAMP has a time zone, as only others' TIMESTAMPTZ has by its name.
        return call("REPLACE", call("TYPEOF", value), quoted("TIMESTAMP"), quoted("TIMESTAMPTZ"))

    # --- numbers ----------------------------------------------------------------------------

    def remainder(self, left: E, right: E) -> E:
        # There is none of doubles.
        return call("MOD", cast(left, "BIGDECIMAL"), self.null_if_zero(cast(right, "BIGDECIMAL")))

    # --- texts ------------------------------------------------------------------------------

    def joined(self, parts: Sequence[E]) -> E:
        # A bare NULL is no text.
        return super().joined([cast(p, "TEXT") if isinstance(p, exp.Null) else p for p in parts])

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=call("STRPOS", value, part), expression=whole(0))

    def starts_with(self, value: E, part: E) -> E:
        return call("STARTS_WITH", value, part)

    def ends_with(self, value: E, part: E) -> E:
        return call("ENDS_WITH", value, part)

    def trim(self, value: E) -> E:
        # All kinds of white space would go.
        return call("TRIM", value, quoted(" "))

    # --- time -------------------------------------------------------------------------------

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        if source == "UTC" and value.meta.get("instant"):
            return call("DATETIME", value.expressions[0], quoted(target))
        return call("DATETIME", call("TIMESTAMP", value, quoted(source)), quoted(target))

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        counted = isinstance(amount, exp.Literal) or (isinstance(amount, exp.Column) and amount.name == "n")
        if unit == "second" and not counted:
            # Seconds may have fractions, an interval of them may not.
            amount = self.as_integer(exp.Mul(this=exp.Paren(this=amount), expression=whole(1_000_000)))
            unit = "microsecond"
        step = exp.Interval(this=amount, unit=exp.var(unit.upper()))
        return call("DATE_ADD" if kind == "date" else "DATETIME_ADD", value, step)

    def elapsed_seconds(self, start: E, end: E) -> E:
        microseconds = call("DATETIME_DIFF", end, start, exp.var("MICROSECOND"))
        return exp.Div(this=microseconds, expression=number("1000000"), typed=False, safe=False)

    def elapsed_days(self, start: E, end: E) -> E:
        return call("DATE_DIFF", end, start, exp.var("DAY"))

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        unit = "ISOWEEK" if grain == "week" else grain.upper()  # a WEEK begins on Sunday
        return call("DATE_TRUNC" if kind == "date" else "DATETIME_TRUNC", value, exp.var(unit))

    def back_by(self, instant: E, floor: E, local: E) -> E:
        beyond = call("DATETIME_DIFF", local, floor, exp.var("MICROSECOND"))
        return call("DATETIME_SUB", instant, exp.Interval(this=beyond, unit=exp.var("MICROSECOND")))

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "hour" and kind == "date":
            value = self.as_timestamp(value)
        if name == "weekday":
            from_saturday = exp.Extract(this=exp.var("DAYOFWEEK"), expression=value)
            from_monday = call("MOD", exp.Add(this=from_saturday, expression=whole(5)), whole(7))
            return exp.Add(this=from_monday, expression=whole(1))
        return exp.Extract(this=exp.var(name.upper()), expression=value)

    def series(self, first: E, last: E, grain: str, name: str) -> exp.Select:
        known = _known_steps(first, last, grain.removeprefix("fiscal_"))
        if grain in SUB_DAY or (known is not None and known >= LONGEST):
            return super().series(first, last, grain, name)
        step = exp.Interval(this=whole(1), unit=exp.var(grain.removeprefix("fiscal_").upper()))
        starts = call("GENERATE_DATE_ARRAY", first, last, step)
        return exp.Select(expressions=[column(name)]).from_(_unnested(starts, name))

    def numbers(self, first: E, last: E, unit: str) -> exp.Select:
        known = _known_steps(first, last, unit)
        most = self._most(first, last, unit)[0]
        if known is not None and known < LONGEST:
            query = exp.Select(expressions=[column("n")])
            return query.from_(_unnested(call("GENERATE_ARRAY", whole(0), most), "n"))
        many = call("GENERATE_ARRAY", whole(0), call("DIV", most, whole(LONGEST)))
        least = exp.Least(this=most.copy(), expressions=[whole(LONGEST - 1)])
        ones = call("GENERATE_ARRAY", whole(0), least)
        total = exp.Add(
            this=exp.Mul(this=column("high"), expression=whole(LONGEST)), expression=column("low")
        )
        query = exp.Select(expressions=[exp.Alias(this=total, alias=identifier("n"))])
        query = query.from_(_unnested(many, "high")).join(_unnested(ones, "low"), join_type="cross")
        return query.where(exp.LTE(this=total.copy(), expression=most.copy()))

    # --- aggregates -------------------------------------------------------------------------

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        if not isinstance(rank, exp.Literal):
            return super().percentile(value, rank, condition)
        # It is a window function only, and its rank a literal.
        known = self.real(self.filtered(value, condition))
        return exp.Max(this=in_group(call("PERCENTILE_CONT", known, rank)))

    # --- the whole statement ----------------------------------------------------------------

    def finished(self, tree: exp.Select) -> exp.Select:
        return rewritten(super().finished(tree))


def _known_steps(first: E, last: E, unit: str) -> int | None:
    start, end = first.meta.get("moment"), last.meta.get("moment")
    return steps_between(start, end, unit) if start is not None and end is not None else None


def _unnested(array: E, name: str) -> exp.Unnest:
    return exp.Unnest(expressions=[array], alias=exp.TableAlias(columns=[identifier(name)]))
