"""DuckDB, the embedded default."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB

from metricdsl.functions.forms import E, Forms, ascending, call, cast, column, divided
from metricdsl.types import SUB_DAY, Kind


class ExplicitDuckDB(DuckDB):
    """DuckDB's text with NULLS LAST always said: a connection may have another default."""

    class Generator(DuckDB.Generator):  # type: ignore[valid-type,misc]  # sqlglot makes it when it runs
        def ordered_sql(self, expression: exp.Ordered) -> str:
            direction = " DESC" if expression.args.get("desc") else ""
            nulls = "FIRST" if expression.args.get("nulls_first") else "LAST"
            return f"{self.sql(expression, 'this')}{direction} NULLS {nulls}"


class FORMS(Forms):
    """Differences: no typed nulls needed, FILTER, native series, lists."""

    dialect = "duckdb"
    writer = ExplicitDuckDB
    typed_nulls = False
    filter_clause = True
    boolean_maximum = True
    narrow_integers = True

    def real(self, value: E) -> E:
        # A DECIMAL would keep its scale in quantiles; `/` and AVG give doubles by themselves.
        return cast(value, "DOUBLE")

    def averaged(self, value: E) -> E:
        return value

    def one_or_zero(self, condition: E) -> E:
        return cast(condition, "INTEGER")

    def divide(self, left: E, right: E) -> E:
        divisor = (
            right if isinstance(right, exp.Literal) and right.this.strip("0.") else self.null_if_zero(right)
        )
        return exp.Div(this=left, expression=divisor, typed=False, safe=False)

    def ratio(self, left: E, right: E) -> E:
        return divided(left, right)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        floor = call("DATE_TRUNC", exp.Literal.string(grain), value)
        return cast(floor, "DATE") if kind == "date" else floor

    def contains(self, value: E, part: E) -> E:
        return call("CONTAINS", value, part)

    def starts_with(self, value: E, part: E) -> E:
        return call("STARTS_WITH", value, part)

    def ends_with(self, value: E, part: E) -> E:
        return call("ENDS_WITH", value, part)

    def approximate_distinct(self, value: E) -> E:
        return exp.ApproxDistinct(this=value)

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        quantile = call("QUANTILE_CONT", self.real(value), rank)
        return (
            exp.Filter(this=quantile, expression=exp.Where(this=condition))
            if condition is not None
            else quantile
        )

    def nth(self, value: E, kind: Kind, order: Sequence[E], condition: E, last: bool) -> E:
        first = exp.First(this=exp.Order(this=value, expressions=ascending(order, descending=last)))
        return exp.Filter(this=first, expression=exp.Where(this=condition))

    def series(self, first: E, last: E, grain: str, name: str) -> exp.Select:
        unit = grain.removeprefix("fiscal_")
        step = (
            self.interval(exp.Literal.number(3), "month")
            if unit == "quarter"
            else self.interval(exp.Literal.number(1), unit)
        )
        starts = call("UNNEST", call("GENERATE_SERIES", first, last, step))
        return exp.select(
            exp.alias_(starts if grain in SUB_DAY else cast(starts, "DATE"), name, quoted=_quoted(name))
        )


def _quoted(name: str) -> bool:
    return bool(column(name).this.quoted)
