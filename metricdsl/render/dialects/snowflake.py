"""Snowflake: rendered, and smoked on an emulator; not run on the real engine."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, call, cast, quoted
from metricdsl.types import Kind


class FORMS(Forms):
    """Differences: zones by a function, DATE_TRUNC keeps dates, no BOOLEAN maximum."""

    dialect = "snowflake"
    typed_nulls = False

    def approximate_distinct(self, value: E) -> E:
        return exp.ApproxDistinct(this=value)

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        return call("CONVERT_TIMEZONE", quoted(source), quoted(target), value)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        # Weeks follow the session's WEEK_START; the language's are cut from a Monday by counting days.
        if grain == "week":
            weekday = call("DAYOFWEEKISO", value.copy())
            back = exp.Paren(this=exp.Sub(this=exp.Literal.number(1), expression=weekday))
            return call("DATEADD", exp.var("DAY"), back, value)
        floor = call("DATE_TRUNC", quoted(grain), value)
        return cast(floor, "DATE") if kind == "date" else floor

    def contains(self, value: E, part: E) -> E:
        return call("CONTAINS", value, part)

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "weekday":
            return call("DAYOFWEEKISO", value)
        return super().local_part(name, value, kind)

    def steps(self, first: E, last: E, unit: str) -> E:
        return call("DATEDIFF", exp.var(unit.upper()), first, last)
