"""PostgreSQL 13 and later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from sqlglot import exp

from metricdsl.functions.forms import (
    E,
    Forms,
    ascending,
    call,
    cast,
    divided,
    identifier,
    paren,
    quoted,
    whole,
)
from metricdsl.types import SUB_DAY, Kind


class FORMS(Forms):
    """Differences: integer division, collations, timestamps' difference, FILTER, native series."""

    dialect = "postgres"
    backslash_in_like = True
    filter_clause = True
    boolean_maximum = True
    narrow_integers = True
    sql_types: ClassVar[dict[str, str]] = {
        **Forms.sql_types,
        # NUMERIC goes with integers, decimals and doubles in a UNION without changing any of them.
        "integer": "DECIMAL", "number": "DECIMAL", "money": "DECIMAL", "percent": "DECIMAL", "duration": "DECIMAL",
    }  # fmt: skip

    def type_name(self, value: E) -> E:
        return cast(call("PG_TYPEOF", value), "TEXT")

    def ordered_text(self, value: E) -> E:
        return exp.Collate(this=paren(value), expression=exp.Identifier(this="C", quoted=True))

    def rounded(self, value: E, digits: E | None) -> E:
        # ROUND of a double rounds half to even, and takes no digits.
        return exp.Round(this=cast(value, "DECIMAL"), decimals=digits)

    def remainder(self, left: E, right: E) -> E:
        return exp.Mod(this=cast(left, "DECIMAL"), expression=self.null_if_zero(cast(right, "DECIMAL")))

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=call("STRPOS", value, part), expression=whole(0))

    def ratio(self, left: E, right: E) -> E:
        return divided(left, right)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        # DATE_TRUNC of a DATE goes over the session's zone; a TIMESTAMP does not.
        floor = call("DATE_TRUNC", quoted(grain), cast(value, "TIMESTAMP") if kind == "date" else value)
        return cast(floor, "DATE") if kind == "date" else floor

    def elapsed_seconds(self, start: E, end: E) -> E:
        difference = exp.Paren(this=exp.Sub(this=paren(end), expression=paren(start)))
        return cast(exp.Extract(this=exp.var("EPOCH"), expression=difference), "DOUBLE")

    def elapsed_days(self, start: E, end: E) -> E:
        return exp.Paren(this=exp.Sub(this=end, expression=start))

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        ordered = exp.Ordered(this=self.real(value), nulls_first=False)
        found = exp.WithinGroup(
            this=exp.PercentileCont(this=rank), expression=exp.Order(expressions=[ordered])
        )
        return (
            exp.Filter(this=found, expression=exp.Where(this=condition)) if condition is not None else found
        )

    def nth(self, value: E, kind: Kind, order: Sequence[E], condition: E, last: bool) -> E:
        keys = ascending(order, descending=last)
        array = exp.ArrayAgg(this=exp.Order(this=value, expressions=keys), nulls_excluded=False)
        kept = exp.Filter(this=array, expression=exp.Where(this=condition))
        return exp.Bracket(this=exp.Paren(this=kept), expressions=[whole(1)], offset=1)

    def series(self, first: E, last: E, grain: str, name: str) -> exp.Select:
        unit = grain.removeprefix("fiscal_")
        step = self.interval(whole(3), "month") if unit == "quarter" else self.interval(whole(1), unit)
        table = call("GENERATE_SERIES", cast(first, "TIMESTAMP"), cast(last, "TIMESTAMP"), step)
        alias = exp.TableAlias(this=identifier("series"), columns=[identifier("start")])
        start = exp.Column(this=identifier("start"), table=identifier("series"))
        shown = cast(start, "TIMESTAMP" if grain in SUB_DAY else "DATE")
        source = exp.Table(this=table, alias=alias)
        return exp.select(exp.Alias(this=shown, alias=identifier(name))).from_(source)
