"""Oracle Database 12.2 and later: parsed by a grammar of it, written by its manual; not run on the engine.

The empty text is null there, so it cannot be asked for. A boolean is a number, 1 or 0. A date is a DATE at
midnight, a timestamp a TIMESTAMP; a column that is a DATE may be either, as the catalog says.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar

from sqlglot import exp
from sqlglot.dialects.oracle import Oracle

from metricdsl.functions.conditions import apart
from metricdsl.functions.forms import (
    RESERVED,
    E,
    Forms,
    NotOffered,
    all_of,
    call,
    cast,
    identifier,
    is_not_null,
    number,
    paren,
    quoted,
    when,
    whole,
)
from metricdsl.functions.grouping import groups_of
from metricdsl.types import Kind

KEYWORDS = """
access add all alter and any as asc audit between by char check cluster column column_value comment compress connect
create current date decimal default delete desc distinct drop else exclusive exists file float for from grant group
having identified immediate in increment index initial insert integer intersect into is level like lock long
maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not nowait null number of offline on online
option or order pctfree prior public raw rename resource revoke row rowid rownum rows select session set share size
smallint start successful synonym sysdate table then to trigger uid union unique update user validate values varchar
varchar2 view whenever where with
"""
STARTS = {"week": "IW", "month": "MM", "quarter": "Q", "year": "YYYY", "hour": "HH24", "minute": "MI"}
DIGITS = "FM9999999999999999999999990.999999999999999"


class TypedOracle(Oracle):
    """Oracle's text with dates as literals: a cast reads a text as the session's settings say."""

    class Generator(Oracle.Generator):  # type: ignore[valid-type,misc]  # sqlglot makes it when it runs
        EXPRESSIONS_WITHOUT_NESTED_CTES: ClassVar[set[type[exp.Expression]]] = {exp.Select}

        def cast_sql(self, expression: exp.Cast, safe_prefix: str | None = None) -> str:
            if expression.meta.get("literal"):
                kind = "DATE" if expression.to.this == exp.DataType.Type.DATE else "TIMESTAMP"
                return f"{kind} {self.sql(expression, 'this')}"
            return str(super().cast_sql(expression, safe_prefix))


class FORMS(Forms):
    """Differences: no boolean values, no empty text, functions of time, the session's order of texts, names."""

    dialect = "oracle"
    reads_first = True
    writer = TypedOracle
    plain_groups = True  # GROUP BY takes no positions; what is made of a group is not always seen to be
    sql_types: ClassVar[dict[str, str]] = {
        # A NUMBER goes with doubles in a UNION without changing them.
        "text": "VARCHAR(4000)", "integer": "DECIMAL", "number": "DECIMAL", "money": "DECIMAL",
        "percent": "DECIMAL", "duration": "DECIMAL", "boolean": "DECIMAL", "date": "DATE",
        "timestamp": "TIMESTAMP(6)", "null": "VARCHAR(4000)",
    }  # fmt: skip

    # --- values -----------------------------------------------------------------------------

    def literal(self, value: object) -> E:
        if value == "":
            raise NotOffered("the empty text", self.dialect, "Oracle holds it for null")
        return super().literal(value)

    def stored(self, value: E, kind: Kind) -> E:
        match kind:
            case "date":
                return call("TRUNC", value)  # a DATE has a time of the day
            case "timestamp":
                made = self.as_timestamp(value)  # two DATEs differ by a number, two TIMESTAMPs by an interval
                made.meta["stored"] = True
                return made
        return value

    def date_literal(self, value: date) -> E:
        made = super().date_literal(value)
        made.meta["literal"] = True
        return made

    def timestamp_literal(self, value: datetime) -> E:
        made = super().timestamp_literal(value)
        made.meta["literal"] = True
        return made

    def as_date(self, value: E) -> E:
        return call("TRUNC", value)

    def as_timestamp(self, value: E) -> E:
        return cast(value, "TIMESTAMP(6)")

    def bare_text(self, value: E) -> E:
        # TO_CHAR writes numbers and dates as the session's settings say, and not all of a date.
        return call("RAWTOHEX", value)

    def text(self, value: E, kind: Kind) -> E:
        match kind:
            case "text" | "null" | "boolean":
                return super().text(value, kind)
            case "date":
                return call("TO_CHAR", value, quoted("YYYY-MM-DD"))
            case "timestamp":
                shown = call("TO_CHAR", self.local(value), quoted("YYYY-MM-DD HH24:MI:SS.FF6"))
                return call("REPLACE", shown, quoted(".000000"))
        # Without a format there is no 0 before the point.
        digits = call("RTRIM", call("TO_CHAR", value, quoted(DIGITS)), quoted("."))
        small = exp.LT(this=exp.Abs(this=value.copy()), expression=number("1000000000000000000000000"))
        return when(small, digits, call("TO_CHAR", value.copy()))

    def type_name(self, value: E) -> E:
        return call("DUMP", value)

    # --- numbers: a NUMBER is exact, and divides truly ------------------------------------------

    def real(self, value: E) -> E:
        return value

    def divide(self, left: E, right: E) -> E:
        made = super().divide(paren(left), right)
        made.set("expression", paren(made.expression))
        return made

    def ratio(self, left: E, right: E) -> E:
        return exp.Div(this=paren(left), expression=paren(right), typed=False, safe=False)

    def rounded(self, value: E, digits: E | None) -> E:
        # A BINARY_DOUBLE is rounded to the even neighbour.
        return super().rounded(cast(value, "DECIMAL"), digits)

    def as_integer(self, value: E) -> E:
        return call("TRUNC", value)

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        order = exp.Order(expressions=[exp.Ordered(this=self.filtered(value, condition), nulls_first=False)])
        return exp.WithinGroup(this=exp.PercentileCont(this=rank), expression=order)

    def approximate_distinct(self, value: E) -> E:
        return call("APPROX_COUNT_DISTINCT", value)

    # --- texts ------------------------------------------------------------------------------

    def ordered_text(self, value: E) -> E:
        # ORDER BY follows the session's language.
        return call("NLSSORT", value, quoted("NLS_SORT=BINARY"))

    def aggregate(self, make: type[exp.Expression], value: E, condition: E | None) -> E:
        # The smallest and the largest text are themselves wanted, and do not follow the session's language.
        plain = (
            value.expressions[0] if isinstance(value, exp.Anonymous) and value.this == "NLSSORT" else value
        )
        return super().aggregate(make, plain, condition)

    def joined(self, parts: Sequence[E]) -> E:
        # || takes null for the empty text.
        known = all_of([is_not_null(p.copy()) for p in parts if not isinstance(p, exp.Literal)])
        made = super().joined([paren(p) for p in parts])
        return when(known, made) if known is not None else made

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=call("INSTR", value, part), expression=whole(0))

    def starts_with(self, value: E, part: E) -> E:
        return exp.EQ(this=call("INSTR", value, part), expression=whole(1))

    def ends_with(self, value: E, part: E) -> E:
        # There is no RIGHT, and SUBSTR from before the beginning is null.
        beyond = exp.Sub(this=self.length(value.copy()), expression=self.length(part.copy()))
        end = call("SUBSTR", value, exp.Add(this=beyond, expression=whole(1)))
        fits = exp.GTE(this=beyond.copy(), expression=whole(0))
        return exp.And(this=fits, expression=exp.EQ(this=end, expression=paren(part)))

    # --- time -------------------------------------------------------------------------------

    def without_zone(self, value: E) -> E:
        # A cast would drop the zone.
        column = value.this if value.meta.get("stored") else value
        return self.as_timestamp(call("SYS_EXTRACT_UTC", column))

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        if source != "UTC":
            value = self._to_utc(value, source)
        return value if target == "UTC" else self._from_utc(value, target)

    def _from_utc(self, value: E, zone: str) -> E:
        meant = call("FROM_TZ", value, quoted("UTC"))
        return self.as_timestamp(exp.AtTimeZone(this=meant, zone=quoted(zone)))

    def _to_utc(self, value: E, zone: str) -> E:
        # FROM_TZ fails on an hour that clocks skip. The shifts of a day before and after tell what it may be:
        # that before holds where it leads back, and where neither does.
        def by_shift_at(amount: int) -> E:
            there = call("FROM_TZ", self.plus(value.copy(), "timestamp", whole(amount), "day"), quoted("UTC"))
            shift = call("TO_CHAR", exp.AtTimeZone(this=there, zone=quoted(zone)), quoted("TZH:TZM"))
            return call("SYS_EXTRACT_UTC", call("FROM_TZ", value.copy(), shift))

        before, after = by_shift_at(-1), by_shift_at(1)
        leads_back = exp.EQ(this=self._from_utc(before.copy(), zone), expression=value.copy())
        skipped = exp.NEQ(this=self._from_utc(after.copy(), zone), expression=value.copy())
        return when(exp.Or(this=leads_back, expression=skipped), before, after)

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        if unit == "month":
            return self._plus_months(value, kind, amount)
        if kind == "date":
            if isinstance(amount, exp.Neg):
                return exp.Paren(this=exp.Sub(this=paren(value), expression=paren(amount.this)))
            return exp.Paren(this=exp.Add(this=paren(value), expression=paren(amount)))
        step = call("NUMTODSINTERVAL", amount, quoted(unit.upper()))
        return exp.Paren(this=exp.Add(this=paren(value), expression=step))

    def _plus_months(self, value: E, kind: Kind, amount: E) -> E:
        if kind == "date" and _starts_month(value):
            return call("ADD_MONTHS", value, amount)
        if kind != "date":
            day = self.as_date(value.copy())
            rest = exp.Sub(this=paren(value), expression=self.as_timestamp(day.copy()))
            moved = self.as_timestamp(self._plus_months(day, "date", amount))
            return exp.Paren(this=exp.Add(this=moved, expression=exp.Paren(this=rest)))
        # From the last day of a month ADD_MONTHS goes to the last day of another, be it a later one.
        month = call("ADD_MONTHS", self.date_trunc("month", value, "date"), amount)
        same_day = exp.Add(this=month, expression=self.local_part("day", value.copy(), "date"))
        before = exp.Sub(this=same_day, expression=whole(1))
        return exp.Least(this=before, expressions=[call("LAST_DAY", month.copy())])

    def elapsed_seconds(self, start: E, end: E) -> E:
        difference = exp.Paren(this=exp.Sub(this=paren(end), expression=paren(start)))
        total: E | None = None
        for unit, size in (("DAY", 86400), ("HOUR", 3600), ("MINUTE", 60), ("SECOND", 1)):
            part: E = exp.Extract(this=exp.var(unit), expression=difference.copy())
            part = part if size == 1 else exp.Mul(this=part, expression=whole(size))
            total = part if total is None else exp.Add(this=total, expression=part)
        assert total is not None
        return exp.Paren(this=total)

    def elapsed_days(self, start: E, end: E) -> E:
        return exp.Paren(this=exp.Sub(this=paren(end), expression=paren(start)))

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        if grain == "second":
            # TRUNC knows no seconds.
            second = exp.Extract(this=exp.var("SECOND"), expression=value.copy())
            rest = call("NUMTODSINTERVAL", call("MOD", second, whole(1)), quoted("SECOND"))
            return exp.Paren(this=exp.Sub(this=paren(value), expression=rest))
        floor = call("TRUNC", _untruncated(value), quoted(STARTS[grain]))
        return self.as_timestamp(floor) if kind == "timestamp" else floor

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name == "weekday":
            monday = call("TRUNC", value.copy(), quoted("IW"))
            days = exp.Sub(this=call("TRUNC", value), expression=monday)
            return exp.Paren(this=exp.Add(this=days, expression=whole(1)))
        if name == "hour" and kind == "date":
            return exp.Extract(this=exp.var("HOUR"), expression=self.as_timestamp(value))
        return exp.Extract(this=exp.var(name.upper()), expression=_untruncated(value))

    # --- the whole statement ------------------------------------------------------------------

    def finished(self, tree: exp.Select) -> exp.Select:
        tree = super().finished(tree)
        for select in tree.find_all(exp.Select):
            group = select.args.get("group")
            if group is not None:
                group.set("expressions", [g.copy() for g in groups_of(select)])
            if select.args.get("from_") is None:
                select.set("from_", exp.From(this=exp.Table(this=identifier("dual"))))
        apart(tree)
        for name in tree.find_all(exp.Identifier):
            _cased(name)
        return tree


def _untruncated(value: E) -> E:
    """What was cut to its day, where its day is asked for again or a longer period."""
    cut = isinstance(value, exp.Anonymous) and value.this == "TRUNC" and len(value.expressions) == 1
    return value.expressions[0] if cut else value


def _starts_month(value: E) -> bool:
    """Whether a date is known to be no last day of a month."""
    moment = value.meta.get("moment")
    if moment is not None:
        return bool(moment.day < 28)
    if not isinstance(value, exp.Anonymous) or value.this != "TRUNC" or len(value.expressions) != 2:
        return False
    return value.expressions[1].name in ("MM", "Q", "YYYY")


def _cased(name: exp.Identifier) -> None:
    """A plain name without quotes is one of capitals there: with quotes it must be written so."""
    text = str(name.this)
    plain = text.isascii() and text.replace("_", "a").isalnum() and text == text.lower()
    if plain and text[0].isalpha():
        quotes = text in RESERVED or text in KEYWORDS.split()
        name.set("quoted", quotes)
        name.set("this", text.upper() if quotes else text)
