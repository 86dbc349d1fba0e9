"""Snowflake. A timestamp is a TIMESTAMP_NTZ that holds UTC: what a bare TIMESTAMP is follows the account.

Texts compare by code point; a column that was declared with a collation compares by that.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

import sqlglot
from sqlglot import exp
from sqlglot.dialects.snowflake import Snowflake

from metricdsl.functions.forms import RESERVED, E, Forms, ascending, call, cast, quoted, whole
from metricdsl.types import Kind

WORDS = """
alter connect connection current database delete drop exists following gscluster having increment insert issue
like minus of organization qualify regexp revoke rlike sample schema start trigger values view whenever
"""
GENERATED = "SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS n FROM TABLE(GENERATOR(ROWCOUNT => 1))"
DAY, SECOND, MICROSECOND = "YYYY-MM-DD", "YYYY-MM-DD HH24:MI:SS", "YYYY-MM-DD HH24:MI:SS.FF6"


class ExplicitSnowflake(Snowflake):
    """Snowflake's text with NULLS LAST always said: an account may have another DEFAULT_NULL_ORDERING."""

    class Generator(Snowflake.Generator):  # type: ignore[valid-type,misc]  # sqlglot makes it when it runs
        TYPE_MAPPING: ClassVar[dict[Any, str]] = {
            **Snowflake.Generator.TYPE_MAPPING,
            exp.DataType.Type.TIMESTAMPNTZ: "TIMESTAMP_NTZ",  # the name by which it goes everywhere
        }

        def ordered_sql(self, expression: exp.Ordered) -> str:
            direction = " DESC" if expression.args.get("desc") else ""
            nulls = "FIRST" if expression.args.get("nulls_first") else "LAST"
            return f"{self.sql(expression, 'this')}{direction} NULLS {nulls}"


class FORMS(Forms):
    """Differences: formats, zones and moved times by functions, names in capitals, decimals by default.

    Nothing follows a parameter of the account or the session: formats, the first day of the week,
    the zone and what TIMESTAMP means are said each time.
    """

    dialect = "snowflake"
    writer = ExplicitSnowflake
    boolean_maximum = True
    reserved = frozenset(WORDS.split())
    sql_types: ClassVar[dict[str, str]] = {
        **Forms.sql_types,
        "timestamp": "TIMESTAMP_NTZ",
        # The smallest goes with decimals and doubles in a UNION without changing either.
        **dict.fromkeys(("integer", "number", "money", "percent", "duration"), "DECIMAL(1, 0)"),
    }  # fmt: skip

    # --- values -----------------------------------------------------------------------------

    def date_literal(self, value: date) -> E:
        return call("TO_DATE", quoted(value.isoformat()), quoted(DAY))

    def timestamp_literal(self, value: datetime) -> E:
        form = MICROSECOND if value.microsecond else SECOND
        return call("TO_TIMESTAMP_NTZ", quoted(value.isoformat(sep=" ")), quoted(form))

    def as_timestamp(self, value: E) -> E:
        return cast(value, "TIMESTAMP_NTZ")

    def text(self, value: E, kind: Kind) -> E:
        match kind:
            case "date":
                return call("TO_VARCHAR", value, quoted(DAY))
            case "timestamp":
                digits = call("TO_VARCHAR", self.local(value), quoted(MICROSECOND))
                return call("RTRIM", call("RTRIM", digits, quoted("0")), quoted("."))
        return super().text(value, kind)

    def key_text(self, value: E, kind: Kind | None) -> E:
        # As a text a timestamp has milliseconds, or what the account says.
        if kind == "timestamp":
            return call("TO_VARCHAR", value, quoted("YYYY-MM-DD HH24:MI:SS.FF9"))
        return super().key_text(value, kind)

    def type_name(self, value: E) -> E:
        return call("SYSTEM$TYPEOF", value)

    # --- texts ------------------------------------------------------------------------------

    def contains(self, value: E, part: E) -> E:
        return call("CONTAINS", value, part)

    # --- time -------------------------------------------------------------------------------

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        return call("CONVERT_TIMEZONE", quoted(source), quoted(target), value)

    def without_zone(self, value: E) -> E:
        return self.as_timestamp(call("CONVERT_TIMEZONE", quoted("UTC"), value))

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        # An interval there stands only behind + and -, and cannot be multiplied.
        return call("DATEADD", exp.var(unit.upper()), amount, value)

    def elapsed_days(self, start: E, end: E) -> E:
        return call("DATEDIFF", exp.var("DAY"), start, end)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        # Weeks follow the session's WEEK_START; the language's are cut from a Monday by counting days.
        if grain == "week":
            back = exp.Sub(this=whole(1), expression=call("DAYOFWEEKISO", value.copy()))
            return self.as_date(self.plus(value, "date", back, "day"))
        floor = call("DATE_TRUNC", quoted(grain), value)
        return cast(floor, "DATE") if kind == "date" else floor

    def back_by(self, instant: E, floor: E, local: E) -> E:
        # Timestamps have no difference. Both have the same fraction of a second: the boundaries are the seconds.
        east = call("DATEDIFF", exp.var("SECOND"), local, instant)
        return self.plus(floor, "timestamp", east, "second")

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "weekday":
            return call("DAYOFWEEKISO", value)
        return super().local_part(name, value, kind)

    def numbers(self, first: E, last: E, unit: str) -> exp.Select:
        most, _ = self._most(first, last, unit)
        if not isinstance(most, exp.Literal | exp.Neg):
            return super().numbers(first, last, unit)
        # A generator is easier to read, but its row count is a literal.
        count = int(most.this.this) * -1 if isinstance(most, exp.Neg) else int(most.this)
        generated = sqlglot.parse_one(GENERATED, read="snowflake", into=exp.Select)
        for literal in list(generated.find_all(exp.Generator)):
            literal.set("rowcount", whole(max(count + 1, 0)))
        return generated

    # --- aggregates -------------------------------------------------------------------------

    def variance(self, value: E, condition: E | None) -> E:
        # Of decimals it would be a decimal, with few digits.
        return super().variance(self.real(value), condition)

    def deviation(self, value: E, condition: E | None) -> E:
        return super().deviation(self.real(value), condition)

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        ordered = ascending([self.real(self.filtered(value, condition))])
        return exp.WithinGroup(this=exp.PercentileCont(this=rank), expression=exp.Order(expressions=ordered))

    def approximate_distinct(self, value: E) -> E:
        return exp.ApproxDistinct(this=value)

    # --- the whole statement ------------------------------------------------------------------

    def finished(self, tree: exp.Select) -> exp.Select:
        tree = super().finished(tree)
        for name in tree.find_all(exp.Identifier):
            if name.args.get("quoted") and (name.this in RESERVED or name.this in self.reserved):
                # Only the word is in the way: without quotes it would be in capitals, as the others are.
                name.set("this", name.this.upper())
        return tree
