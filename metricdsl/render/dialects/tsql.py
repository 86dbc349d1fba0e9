"""SQL Server 2022 and Azure SQL: parsed by a grammar of T-SQL, written by its manual; not run on the engine.

SQL Server holds texts for equal that differ only in blanks at their ends; it has no collation that does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from sqlglot import exp
from sqlglot.dialects.tsql import TSQL

from metricdsl.functions.compact import writer
from metricdsl.functions.conditions import apart
from metricdsl.functions.forms import (
    E,
    Forms,
    call,
    cast,
    column,
    identifier,
    number,
    paren,
    quoted,
    when,
    whole,
)
from metricdsl.functions.grouping import columns_first, groups_of
from metricdsl.functions.zone_rules import RULE, ZoneRules
from metricdsl.functions.zones import Switch
from metricdsl.types import Kind

COLLATION = "Latin1_General_100_BIN2_UTF8"  # by code point; minds capitals and accents
KEYWORDS = """
add alter authorization backup begin break browse bulk cascade checkpoint close clustered coalesce commit compute
contains containstable continue convert current cursor database dbcc deallocate declare delete deny disk
distributed double drop dump errlvl escape exec execute exists exit external file fillfactor foreign freetext
freetexttable function goto holdlock identity identity_insert identitycol if index insert key kill lineno load
merge national nocheck nonclustered nullif of off offsets open opendatasource openquery openrowset openxml option
over percent plan precision print proc procedure public raiserror read readtext reconfigure replication restore
restrict return revert revoke rollback rowcount rowguidcol rule save schema securityaudit semantickeyphrasetable
semanticsimilaritydetailstable semanticsimilaritytable setuser shutdown statistics system_user textsize top tran
transaction trigger truncate tsequal unpivot updatetext use user view waitfor while within writetext
"""
AGGREGATES = ("VAR", "STDEV", "APPROX_COUNT_DISTINCT")


class FORMS(ZoneRules, Forms):
    """Differences: no boolean values, collations, zones by rules, functions of time, GROUP BY of columns only."""

    dialect = "tsql"
    writer = writer(TSQL)
    reserved = frozenset(KEYWORDS.split())
    narrow_integers = True
    sql_types: ClassVar[dict[str, str]] = {
        # An INT goes with integers, decimals and doubles in a UNION without changing any of them.
        "text": "NVARCHAR(MAX)", "integer": "INT", "number": "INT", "money": "INT", "percent": "INT",
        "duration": "INT", "boolean": "INT", "date": "DATE", "timestamp": "TIMESTAMP(6)", "null": "INT",
    }  # fmt: skip

    # --- values -----------------------------------------------------------------------------

    def stored(self, value: E, kind: Kind) -> E:
        # Columns mind neither capitals nor, often, accents.
        if kind == "text":
            return exp.Collate(this=value, expression=exp.var(COLLATION))
        value.meta["bit"] = kind == "boolean"
        return value

    def shown(self, value: E, kind: Kind) -> E:
        return cast(value, "BIT") if kind == "boolean" else super().shown(value, kind)

    def bare_text(self, value: E) -> E:
        return cast(value, "NVARCHAR(MAX)")

    def text(self, value: E, kind: Kind) -> E:
        if kind in ("text", "null", "boolean", "date", "integer"):
            return super().text(value, kind)
        if kind == "timestamp":
            return call("REPLACE", self.bare_text(self.local(value)), quoted(".000000"), quoted(""))
        # A cast keeps six digits.
        return call("FORMAT", self.real(value), quoted("0.###############"), quoted("en-US"))

    def type_name(self, value: E) -> E:
        return cast(call("SQL_VARIANT_PROPERTY", value, quoted("BaseType")), "NVARCHAR(MAX)")

    # --- numbers ----------------------------------------------------------------------------

    def sum(self, value: E, kind: Kind, condition: E | None) -> E:
        # A sum of integers is one of as many bits, and fails where it is larger.
        return super().sum(cast(value, "DECIMAL(38, 0)") if kind == "integer" else value, kind, condition)

    def aggregate(self, make: type[exp.Expression], value: E, condition: E | None) -> E:
        # A BIT has no smallest and no largest value.
        return super().aggregate(make, cast(value, "INT") if value.meta.get("bit") else value, condition)

    def rounded(self, value: E, digits: E | None) -> E:
        # A double is 1.00499…, where it is written 1.005.
        small = exp.LT(this=exp.Abs(this=value), expression=number("1e20"))
        exact = exp.Round(this=cast(value.copy(), "DECIMAL(38, 15)"), decimals=digits or whole(0))
        return when(small, self.real(exact), self.real(value.copy()))

    def remainder(self, left: E, right: E) -> E:
        # There is none of doubles.
        divisor = self.null_if_zero(cast(right, "DECIMAL(38, 10)"))
        return exp.Mod(this=cast(left, "DECIMAL(38, 10)"), expression=divisor)

    def variance(self, value: E, condition: E | None) -> E:
        return call("VAR", self.filtered(value, condition))

    def deviation(self, value: E, condition: E | None) -> E:
        return call("STDEV", self.filtered(value, condition))

    def approximate_distinct(self, value: E) -> E:
        return call("APPROX_COUNT_DISTINCT", value)

    # --- texts ------------------------------------------------------------------------------

    def joined(self, parts: Sequence[E]) -> E:
        # Texts of limited length would be cut off behind 8,000 bytes.
        result = self.bare_text(parts[0])
        for part in parts[1:]:
            result = exp.Add(this=result, expression=paren(part))
        return exp.Paren(this=result)

    def length(self, value: E) -> E:
        # LEN does not count blanks at the end.
        closed = exp.Add(this=paren(value), expression=quoted("."))
        return exp.Paren(this=exp.Sub(this=call("LEN", closed), expression=whole(1)))

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=self._place(part, value), expression=whole(0))

    def starts_with(self, value: E, part: E) -> E:
        # Equal texts may differ in blanks at the end; found ones do not.
        return exp.EQ(this=self._place(part, value), expression=whole(1))

    def ends_with(self, value: E, part: E) -> E:
        return exp.EQ(this=self._place(part, value, "REVERSE"), expression=whole(1))

    def _place(self, part: E, value: E, through: str = "") -> E:
        """Where a part first is; the empty text, which is never found, is at the first place."""
        seen = [call(through, v) if through else v for v in (part, value)]
        if isinstance(part, exp.Literal):
            return call("CHARINDEX", *seen) if part.this else call("SIGN", call("LEN", self._closed(value)))
        empty = exp.EQ(this=self.length(part.copy()), expression=whole(0))
        first = call("SIGN", call("LEN", self._closed(value.copy())))
        return when(empty, first, call("CHARINDEX", *seen))

    @staticmethod
    def _closed(value: E) -> E:
        return exp.Add(this=paren(value), expression=quoted("."))

    def like(self, value: E, pattern: E) -> E:
        # [a-z] is one letter there.
        if isinstance(pattern, exp.Literal):
            return exp.Like(this=value, expression=quoted(pattern.this.replace("[", "[[]")))
        return exp.Like(this=value, expression=call("REPLACE", pattern, quoted("["), quoted("[[]")))

    # --- time -------------------------------------------------------------------------------

    def as_timestamp(self, value: E) -> E:
        return cast(value, "TIMESTAMP(6)")

    def timestamp_literal(self, value: object) -> E:
        return self.as_timestamp(quoted(str(value)))

    def without_zone(self, value: E) -> E:
        return self.as_timestamp(call("SWITCHOFFSET", value, quoted("+00:00")))

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        return call("DATEADD", exp.var(unit.upper()), amount, value)

    def elapsed_seconds(self, start: E, end: E) -> E:
        return self.ratio(call("DATEDIFF_BIG", exp.var("MICROSECOND"), start, end), whole(1_000_000))

    def elapsed_days(self, start: E, end: E) -> E:
        return call("DATEDIFF", exp.var("DAY"), start, end)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        # A WEEK begins as the session says, an ISO_WEEK on Monday.
        return call("DATETRUNC", exp.var("ISO_WEEK" if grain == "week" else grain.upper()), value)

    def back_by(self, instant: E, floor: E, local: E) -> E:
        # DATEADD takes no more than 32 bits: whole seconds are taken away, then what is less than one.
        beyond = exp.Neg(this=call("DATEDIFF", exp.var("SECOND"), floor, local))
        return call("DATETRUNC", exp.var("SECOND"), self.plus(instant, "timestamp", beyond, "second"))

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "weekday":
            return exp.Paren(this=exp.Add(this=_weekday(value), expression=whole(1)))
        if name == "hour" and kind == "date":
            value = self.as_timestamp(value)
        return call("DATEPART", exp.var(name.upper()), value)

    # --- zones: AT TIME ZONE knows the names and the rules of Windows, which begin in 2006 -------------

    def moved_by_rules(self, value: E, rules: exp.Table) -> E:
        once = exp.Select(expressions=[exp.Alias(this=value, alias=identifier("t"))])
        at = column("t", "moment")
        query = exp.Select(expressions=[self.plus(at, "timestamp", self.shift(at), "second")])
        query = query.from_(exp.Subquery(this=once, alias=exp.TableAlias(this=identifier("moment"))))
        return exp.Subquery(this=query.join(rules, on=self.applies(at)))

    def switch_columns(self, switch: Switch | None) -> dict[str, E]:
        if switch is None:
            return dict.fromkeys(("month", "day", "weekday", "rest"), exp.Null())
        weekday = whole(switch.weekday) if switch.weekday is not None else exp.Null()
        return {"month": whole(switch.month), "day": whole(switch.day), "weekday": weekday,
                "rest": whole(switch.seconds)}  # fmt: skip

    def change(self, value: E, index: int) -> E:
        day = call(
            "DATEFROMPARTS", call("YEAR", value), column(f"month_{index}", RULE), column(f"day_{index}", RULE)
        )
        to_weekday = exp.Sub(this=column(f"weekday_{index}", RULE), expression=_weekday(day.copy()))
        ahead = exp.Mod(
            this=exp.Paren(this=exp.Add(this=to_weekday, expression=whole(7))), expression=whole(7)
        )
        moved = self.plus(day, "date", exp.Coalesce(this=ahead, expressions=[whole(0)]), "day")
        return self.plus(self.as_timestamp(moved), "timestamp", column(f"rest_{index}", RULE), "second")

    # --- the whole statement ------------------------------------------------------------------

    def finished(self, tree: exp.Select) -> exp.Select:
        tree = super().finished(tree)
        for select in list(tree.find_all(exp.Select)):
            group = select.args.get("group")
            # Neither an aggregate nor GROUP BY takes a subquery, and what is grouped by is found again if it is a column.
            if any(not isinstance(g, exp.Column) for g in groups_of(select)) or _has_inner_query(select):
                columns_first(select)
            if group is not None:
                group.set("expressions", [g.copy() for g in groups_of(select)])
        apart(tree)
        for order in tree.find_all(exp.Order):
            # A value may stand there once.
            order.set("expressions", list({o.this: o for o in reversed(order.expressions)}.values())[::-1])
        for count in tree.find_all(exp.Count):
            count.set("big_int", True)
        for text in list(tree.find_all(exp.Literal)):
            if text.is_string and not text.this.isascii():
                text.replace(exp.National(this=text.this))
        return tree


def _has_inner_query(select: exp.Select) -> bool:
    """Whether an aggregate is of what a subquery tells."""
    return any(
        node.parent_select is select and node.find(exp.Subquery) is not None
        for node in select.find_all(exp.AggFunc, exp.Anonymous)
        if isinstance(node, exp.AggFunc) or node.this in AGGREGATES
    )


def _weekday(day: E) -> E:
    """0 for Monday; DATEPART counts from the day that the session says."""
    days = call("DATEDIFF", exp.var("DAY"), cast(quoted("0001-01-01"), "DATE"), day)
    return exp.Mod(this=days, expression=whole(7))
