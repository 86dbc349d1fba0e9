"""Snowflake: rendered, and smoked on an emulator; not run on the real engine."""

from __future__ import annotations

import sqlglot
from sqlglot import exp
from sqlglot.dialects.snowflake import Snowflake

from metricdsl.functions.forms import E, Forms, call, cast, column, identifier, quoted
from metricdsl.types import Kind

GENERATED = "SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS n FROM TABLE(GENERATOR(ROWCOUNT => 100000))"


class ExplicitSnowflake(Snowflake):
    """Snowflake's text with NULLS LAST always said: an account may have another DEFAULT_NULL_ORDERING."""

    class Generator(Snowflake.Generator):  # type: ignore[valid-type,misc]  # sqlglot makes it when it runs
        def ordered_sql(self, expression: exp.Ordered) -> str:
            direction = " DESC" if expression.args.get("desc") else ""
            nulls = "FIRST" if expression.args.get("nulls_first") else "LAST"
            return f"{self.sql(expression, 'this')}{direction} NULLS {nulls}"


class FORMS(Forms):
    """Differences: zones and moved times by functions, generated numbers, no BOOLEAN maximum."""

    dialect = "snowflake"
    writer = ExplicitSnowflake
    typed_nulls = False

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        # An interval there stands only behind + and -, and cannot be multiplied.
        return call("DATEADD", exp.var(unit.upper()), amount, value)

    def numbers(self, first: E, last: E, unit: str) -> exp.Select:
        # A generator's row count is a literal: as many as the widest spine may have, cut where it ends.
        generated = sqlglot.parse_one(GENERATED, read="snowflake")
        source = exp.Subquery(this=generated, alias=exp.TableAlias(this=identifier("generated")))
        n = column("n", "generated")
        steps = call("DATEDIFF", exp.var(unit.upper()), first.copy(), last.copy())
        query = exp.Select(expressions=[n]).from_(source)
        return query.where(exp.LTE(this=n.copy(), expression=steps))

    def type_name(self, value: E) -> E:
        return call("SYSTEM$TYPEOF", value)

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
