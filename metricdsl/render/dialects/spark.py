"""Spark 3.4 and later. A timestamp is a TIMESTAMP_NTZ that holds UTC: other timestamps follow the session's zone."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import ClassVar

from sqlglot import exp

from metricdsl.functions.forms import (
    E,
    Forms,
    call,
    cast,
    column,
    divided,
    identifier,
    is_not_null,
    paren,
    quoted,
    whole,
)
from metricdsl.types import Kind

STARTS = {"week": "WEEK", "month": "MONTH", "quarter": "QUARTER", "year": "YEAR"}


class FORMS(Forms):
    """Differences: timestamps without zone by name, weekdays, exact percentiles, intervals from parts."""

    dialect = "spark"
    backslash_in_like = True
    typed_nulls = False
    filter_clause = True
    boolean_maximum = True
    narrow_integers = True
    reads_first = True
    sql_types: ClassVar[dict[str, str]] = {**Forms.sql_types, "timestamp": "TIMESTAMP_NTZ"}

    # --- values -----------------------------------------------------------------------------

    def timestamp_literal(self, value: datetime) -> E:
        return self.as_timestamp(quoted(value.isoformat(sep=" ")))

    def as_timestamp(self, value: E) -> E:
        return cast(value, "TIMESTAMP_NTZ")

    def without_zone(self, value: E) -> E:
        # By way of the session's zone an hour would be told twice each autumn; TIMESTAMPADD takes 32 bits.
        micros = cast(call("UNIX_MICROS", value), "DECIMAL(20, 0)")
        seconds = divided(micros, whole(1_000_000))
        made = self.plus(self.timestamp_literal(datetime(1970, 1, 1)), "timestamp", seconds, "second")
        made.meta["instant"] = value
        return made

    def against(self, make: type[E], value: E, bound: E) -> E:
        # Only bare columns are compared while files are read.
        instant, moment = value.meta.get("instant"), bound.meta.get("moment")
        if instant is None or moment is None:
            return super().against(make, value, bound)
        return make(
            this=instant.copy(), expression=cast(quoted(f"{moment.isoformat(sep=' ')}Z"), "TIMESTAMP_LTZ")
        )

    # --- texts ------------------------------------------------------------------------------

    def contains(self, value: E, part: E) -> E:
        return call("CONTAINS", value, part)

    def starts_with(self, value: E, part: E) -> E:
        return call("STARTSWITH", value, part)

    def ends_with(self, value: E, part: E) -> E:
        return call("ENDSWITH", value, part)

    # --- time -------------------------------------------------------------------------------

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        return call("CONVERT_TIMEZONE", quoted(source), quoted(target), value)

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        if kind == "date":
            return call("ADD_MONTHS" if unit == "month" else "DATE_ADD", value, amount)
        if unit == "month":
            step = call("MAKE_YM_INTERVAL", whole(0), amount)
        else:
            places = ["day", "hour", "minute", "second"]
            parts = [amount if unit == place else whole(0) for place in places[: places.index(unit) + 1]]
            step = call("MAKE_DT_INTERVAL", *parts)
        return exp.Add(this=paren(value), expression=step)

    def elapsed_seconds(self, start: E, end: E) -> E:
        # TIMESTAMPDIFF reads both in the session's zone.
        difference = exp.Paren(this=exp.Sub(this=paren(end), expression=paren(start)))
        total: E | None = None
        for unit, size in (("DAY", 86400), ("HOUR", 3600), ("MINUTE", 60), ("SECOND", 1)):
            part: E = exp.Extract(this=exp.var(unit), expression=difference.copy())
            part = part if size == 1 else exp.Mul(this=part, expression=whole(size))
            total = part if total is None else exp.Add(this=total, expression=part)
        assert total is not None
        return self.real(total)

    def elapsed_days(self, start: E, end: E) -> E:
        return call("DATEDIFF", end, start)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        if grain in STARTS:
            return call("TRUNC", value, quoted(STARTS[grain]))
        # DATE_TRUNC reads it in the session's zone.
        places = ["year", "month", "day", "hour", "minute", "second"]
        kept = places[: places.index(grain) + 1]
        parts: list[E] = [call(p.upper(), value.copy()) if p in kept else whole(0) for p in places]
        return call("MAKE_TIMESTAMP_NTZ", *parts)

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "weekday":
            return exp.Add(this=call("WEEKDAY", value), expression=whole(1))
        return super().local_part(name, value, kind)

    def numbers(self, first: E, last: E, unit: str) -> exp.Select:
        # Crossed digits would all be crossed before the last is known.
        known = "moment" in first.meta and "moment" in last.meta
        most = self._most(first, last, unit)[0] if known else cast(self.steps(first, last, unit), "INT")
        if isinstance(most, exp.Literal):
            return _counted(most)
        # A sequence to a smaller number counts down.
        counted = _counted(exp.Greatest(this=most, expressions=[whole(0)]))
        source = exp.Subquery(this=counted, alias=exp.TableAlias(this=identifier("counted")))
        query = exp.Select(expressions=[column("n")]).from_(source)
        return query.where(exp.LTE(this=column("n"), expression=most.copy()))

    # --- aggregates -------------------------------------------------------------------------

    def sum(self, value: E, kind: Kind, condition: E | None) -> E:
        # Outside ANSI mode 64 bits overflow in silence.
        return super().sum(cast(value, "DECIMAL(20, 0)") if kind == "integer" else value, kind, condition)

    def approximate_distinct(self, value: E) -> E:
        return call("APPROX_COUNT_DISTINCT", value)

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        return call("PERCENTILE", self.real(self.filtered(value, condition)), rank)

    # --- the whole statement ------------------------------------------------------------------

    def finished(self, tree: exp.Select) -> exp.Select:
        tree = super().finished(tree)
        _order_by_position(tree)
        _read_once(tree)
        return tree


def _counted(most: E) -> exp.Select:
    """A SELECT of the numbers from 0 to the last."""
    every = call("EXPLODE", call("SEQUENCE", whole(0), most))
    return exp.Select(expressions=[exp.Alias(this=every, alias=identifier("n"))])


def _order_by_position(tree: exp.Select) -> None:
    """Before Spark 3.5 an aggregate is not found in ORDER BY where there is a HAVING."""
    order = tree.args.get("order")
    outputs = [output.unalias() for output in tree.expressions]
    if order is None or not tree.args.get("having"):
        return
    for key in order.expressions:
        if key.this in outputs:
            key.set("this", whole(outputs.index(key.this) + 1))


def _read_once(tree: exp.Select) -> None:
    """A part that is used twice would be computed twice, were it deterministic: tables read, rows sorted."""
    with_ = tree.args.get("with_")
    parts: list[exp.CTE] = list(with_.expressions) if with_ else []
    used = Counter(table.name for table in tree.find_all(exp.Table))
    light: set[str] = set()
    for part in parts:
        reads = {table.name for table in part.this.find_all(exp.Table)}
        if reads <= light and (not reads or part.this.find(exp.Window) is None):
            light.add(part.alias)
        elif used[part.alias] > 1 and isinstance(part.this, exp.Select):
            always = is_not_null(call("RAND"))
            always.add_comments(["so that it is computed once"])
            add = part.this.having if part.this.args.get("group") else part.this.where
            add(always, copy=False)
            light.add(part.alias)
