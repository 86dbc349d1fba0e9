"""SQLite 3.35 and later. It has no dates: they are ISO 8601 texts, as SQLite's own functions write them.

A date is `2025-01-31`, a timestamp `2025-01-31 10:00:00.000`: texts of one length, which compare as time does.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlglot import exp
from sqlglot.dialects.sqlite import SQLite

from metricdsl.functions.compact import writer
from metricdsl.functions.forms import (
    E,
    Forms,
    all_of,
    call,
    cast,
    column,
    divided,
    identifier,
    is_not_null,
    is_null,
    paren,
    quoted,
    whole,
)  # fmt: skip
from metricdsl.functions.grouping import in_group
from metricdsl.functions.zone_rules import RULE, ZoneRules
from metricdsl.functions.zones import Switch
from metricdsl.types import NUMERIC, TEMPORAL, Kind

SECONDS = "%Y-%m-%d %H:%M:%f"
KEYWORDS = """
abort action add after always analyze attach autoincrement before begin cascade column commit conflict current
database deferred detach drop each escape exclude exclusive explain fail filter first following generated glob
groups if ignore immediate index indexed initially insert instead isnull key last match materialized no nothing
notnull nulls of others over partition plan pragma preceding query raise range recursive regexp reindex release
rename replace restrict returning rollback rows savepoint temp temporary ties transaction trigger unbounded
vacuum view virtual without
"""
LENGTHS = {"hour": 13, "minute": 16, "second": 19}
"""How many characters of a timestamp tell its hour, minute and second."""


class FORMS(ZoneRules, Forms):
    """Differences: texts for time, rules for zones, no percentiles or variance, GLOB for LIKE."""

    dialect = "sqlite"
    writer = writer(SQLite)
    typed_nulls = False
    reserved = frozenset(KEYWORDS.split())

    # --- values -----------------------------------------------------------------------------

    def stored(self, value: E, kind: Kind) -> E:
        match kind:
            case "date":
                return call("DATE", value)
            case "timestamp":
                return call("STRFTIME", quoted(SECONDS), value)
            case "text":
                # A column may be declared NOCASE.
                return exp.Collate(this=value, expression=exp.var("BINARY"))
        return value

    def misfit(self, value: E, kind: Kind) -> E | None:
        # Any column holds any value: the sum of a text is 0, a day that is no ISO 8601 text becomes null.
        storage = call("TYPEOF", value)
        if kind in NUMERIC or kind == "boolean":
            return exp.In(this=storage, expressions=[quoted("text"), quoted("blob")])
        if kind in TEMPORAL:
            no_text = exp.NEQ(this=storage, expression=quoted("text"))
            wrong = exp.Or(this=no_text, expression=is_null(call("DATE", value.copy())))
            if kind == "date":  # a day with a time behind it equals no day
                longer = exp.GT(this=call("LENGTH", value.copy()), expression=whole(10))
                wrong = exp.Or(this=wrong, expression=longer)
            return all_of([is_not_null(value.copy()), exp.paren(wrong)])
        return None

    def date_literal(self, value: date) -> E:
        return quoted(value.isoformat())

    def timestamp_literal(self, value: datetime) -> E:
        return quoted(value.isoformat(sep=" ", timespec="milliseconds"))

    def as_date(self, value: E) -> E:
        return call("SUBSTR", value, whole(1), whole(10))

    def as_timestamp(self, value: E) -> E:
        return exp.DPipe(this=paren(value), expression=quoted(" 00:00:00.000"), safe=False)

    # --- time -------------------------------------------------------------------------------

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        if unit == "month":
            return self._plus_months(value, kind, amount)
        step = _step(amount, unit)
        return call("DATE", value, step) if kind == "date" else call("STRFTIME", quoted(SECONDS), value, step)

    def _plus_months(self, value: E, kind: Kind, amount: E) -> E:
        # SQLite goes on from 31 January to 3 March: the earlier of that and the month's last day is meant.
        beyond = call("DATE", value, _step(amount, "month"))
        after = call("DATE", value.copy(), quoted("start of month"), _step(amount, "month"), quoted("+1 month"),
                     quoted("-1 day"))  # fmt: skip
        day = call("MIN", beyond, after)
        if kind == "date":
            return day
        return exp.DPipe(this=day, expression=call("SUBSTR", value.copy(), whole(11)), safe=False)

    def elapsed_seconds(self, start: E, end: E) -> E:
        # Days as floats would be off by some microseconds: whole seconds, then thousandths.
        def seconds(value: E) -> E:
            return self.as_integer(call("STRFTIME", quoted("%s"), value))

        def thousandths(value: E) -> E:
            return call("SUBSTR", value.copy(), whole(21), whole(3))

        whole_seconds = exp.Sub(this=seconds(end), expression=seconds(start))
        rest = exp.Paren(this=exp.Sub(this=thousandths(end), expression=thousandths(start)))
        return exp.Add(this=whole_seconds, expression=divided(rest, exp.Literal.number("1000.0")))

    def elapsed_days(self, start: E, end: E) -> E:
        days = exp.Sub(this=call("JULIANDAY", end), expression=call("JULIANDAY", start))
        return self.as_integer(days)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        match grain:
            case "hour" | "minute" | "second":
                kept = call("SUBSTR", value, whole(1), whole(LENGTHS[grain]))
                return exp.DPipe(
                    this=kept, expression=quoted("00000:00:00.000"[LENGTHS[grain] - 8 :]), safe=False
                )
            case "week":
                return call("DATE", value, quoted("-6 days"), quoted("weekday 1"))
            case "quarter":
                month = exp.Sub(this=self.local_part("month", value.copy(), "date"), expression=whole(1))
                back = exp.Neg(this=exp.Paren(this=exp.Mod(this=exp.Paren(this=month), expression=whole(3))))
                return call("DATE", value, quoted("start of month"), _step(back, "month"))
        return call("DATE", value, quoted(f"start of {grain}"))

    def back_by(self, instant: E, floor: E, local: E) -> E:
        beyond = exp.Neg(this=exp.Paren(this=self.elapsed_seconds(floor, local)))
        return self.plus(instant, "timestamp", beyond, "second")

    def moved_by_rules(self, value: E, rules: exp.Table) -> E:
        # A subquery without FROM is computed once, however often its column is read.
        once = exp.Select(expressions=[exp.Alias(this=value, alias=identifier("t"))])
        at = column("t", "moment")
        query = exp.Select(expressions=[call("STRFTIME", quoted(SECONDS), at, self.shift(at))])
        query = query.from_(exp.Subquery(this=once, alias=exp.TableAlias(this=identifier("moment"))))
        return exp.Subquery(this=query.join(rules, on=self.applies(at)))

    def shift_literal(self, seconds: int) -> E:
        return quoted(f"{seconds:+} seconds")

    def switch_columns(self, switch: Switch | None) -> dict[str, E]:
        if switch is None:
            return {"day": exp.Null(), "step": exp.Null(), "rest": exp.Null()}
        step = f"weekday {(switch.weekday + 1) % 7}" if switch.weekday is not None else "+0 days"
        return {"day": quoted(f"-{switch.month:02}-{switch.day:02}"), "step": quoted(step),
                "rest": quoted(f"{switch.seconds:+} seconds")}  # fmt: skip

    def change(self, value: E, index: int) -> E:
        year = call("STRFTIME", quoted("%Y"), value)
        day = exp.DPipe(this=year, expression=column(f"day_{index}", RULE), safe=False)
        steps = [column(f"{word}_{index}", RULE) for word in ("step", "rest")]
        return call("STRFTIME", quoted(SECONDS), day, *steps)

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        letter = {"year": "%Y", "month": "%m", "day": "%d", "hour": "%H", "weekday": "%w"}[name]
        found = self.as_integer(call("STRFTIME", quoted(letter), value))
        if name != "weekday":
            return found
        from_monday = exp.Mod(
            this=exp.Paren(this=exp.Add(this=found, expression=whole(6))), expression=whole(7)
        )
        return exp.Add(this=from_monday, expression=whole(1))

    def numbers(self, first: E, last: E, unit: str) -> exp.Select:
        # Recursion has no limit here.
        most = self.steps(first, last, unit)
        start = exp.Select(expressions=[exp.Alias(this=whole(0), alias=identifier("n"))])
        more = exp.Select(expressions=[exp.Add(this=column("n"), expression=whole(1))]).from_("counted")
        more = more.where(exp.LT(this=column("n"), expression=paren(most)))
        counted = exp.CTE(
            this=exp.Union(this=start, expression=more, distinct=False),
            alias=exp.TableAlias(this=identifier("counted")),
        )
        query = exp.Select(expressions=[column("n")]).from_("counted")
        # The start must be there: a series of no rows has no first number either.
        query = query.where(exp.GTE(this=paren(most.copy()), expression=whole(0)))
        query.set("with_", exp.With(expressions=[counted], recursive=True))
        return query

    # --- numbers ----------------------------------------------------------------------------

    def remainder(self, left: E, right: E) -> E:
        # % cuts both sides to integers.
        times = cast(divided(self.real(left.copy()), self.null_if_zero(right.copy())), "BIGINT")
        return exp.Sub(this=paren(left), expression=exp.Mul(this=times, expression=paren(right)))

    # --- texts ------------------------------------------------------------------------------

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=call("INSTR", value, part), expression=whole(0))

    def starts_with(self, value: E, part: E) -> E:
        return exp.EQ(this=call("SUBSTR", value, whole(1), self.length(part)), expression=paren(part.copy()))

    def ends_with(self, value: E, part: E) -> E:
        start = exp.Sub(
            this=self.length(value),
            expression=exp.Paren(this=exp.Sub(this=self.length(part), expression=whole(1))),
        )
        end = call("SUBSTR", value.copy(), start)
        fits = exp.GTE(this=self.length(value.copy()), expression=self.length(part.copy()))
        return exp.And(this=fits, expression=exp.EQ(this=end, expression=paren(part.copy())))

    def like(self, value: E, pattern: E) -> E:
        # LIKE does not mind capitals; GLOB does, with other wildcards.
        return exp.Glob(this=value, expression=_glob(pattern))

    # --- aggregates -------------------------------------------------------------------------

    def variance(self, value: E, condition: E | None) -> E:
        known = self.filtered(value, condition)
        distance = exp.Sub(this=paren(known), expression=in_group(exp.Avg(this=known.copy())))
        squares = exp.Sum(
            this=exp.Mul(this=exp.Paren(this=distance), expression=exp.Paren(this=distance.copy()))
        )
        degrees = exp.Sub(this=exp.Count(this=known.copy()), expression=whole(1))
        return self.divide(squares, degrees)

    def deviation(self, value: E, condition: E | None) -> E:
        return exp.Sqrt(this=self.variance(value, condition))


def _step(amount: E, unit: str) -> E:
    """A modifier of SQLite's date functions: `+3 days`."""
    if isinstance(amount, exp.Literal):
        return quoted(f"+{amount.this} {unit}s")
    if isinstance(amount, exp.Neg) and isinstance(amount.this, exp.Literal):
        return quoted(f"-{amount.this.this} {unit}s")
    return exp.DPipe(this=exp.Paren(this=amount), expression=quoted(f" {unit}s"), safe=False)


def _glob(pattern: E) -> E:
    """A LIKE pattern with GLOB's wildcards."""
    changes = (("[", "[[]"), ("*", "[*]"), ("?", "[?]"), ("%", "*"), ("_", "?"))
    if isinstance(pattern, exp.Literal):
        text = pattern.this
        for old, new in changes:
            text = text.replace(old, new)
        return quoted(text)
    for old, new in changes:
        pattern = call("REPLACE", pattern, quoted(old), quoted(new))
    return pattern
