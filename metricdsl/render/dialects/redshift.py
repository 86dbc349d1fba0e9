"""Amazon Redshift. It compares texts by code point, unless a column or the database minds no capitals.

Blanks at the end of a text do not count there, whatever the SQL says.
"""

from __future__ import annotations

from typing import ClassVar

from sqlglot import exp
from sqlglot.dialects.redshift import Redshift

from metricdsl.functions.forms import E, Forms, call, cast, divided, is_null, number, paren, quoted, whole
from metricdsl.types import Kind


class Quoting(Redshift):
    """Redshift's text with a quote doubled, as anywhere else, where sqlglot puts a backslash before it."""

    class Tokenizer(Redshift.Tokenizer):
        STRING_ESCAPES: ClassVar[list[str]] = ["'", "\\"]


class FORMS(Forms):
    """Differences: functions for moved times, boundaries counted, decimals that are short by default.

    What PostgreSQL has and Redshift lacks is not used: FILTER, arrays, series, IS DISTINCT FROM, frames by
    range; and nothing that only its leader node can do, such as intervals of a computed length.
    """

    dialect = "redshift"
    backslash_in_like = True
    writer = Quoting
    sql_types: ClassVar[dict[str, str]] = {
        **Forms.sql_types,
        # The smallest goes with longer texts, decimals and doubles in a UNION without changing them.
        "text": "VARCHAR(1)", "null": "VARCHAR(1)",
        **dict.fromkeys(("number", "money", "percent", "duration"), "DECIMAL(1, 0)"),
    }  # fmt: skip

    def type_name(self, value: E) -> E:
        # Only the leader node knows types, and it reads no tables: nothing is said of them.
        return quoted("")

    # --- numbers ----------------------------------------------------------------------------

    def rounded(self, value: E, digits: E | None) -> E:
        # ROUND of a double may round half to even, and a decimal's quotient keeps few digits.
        if digits is None:
            return exp.Mul(this=call("SIGN", value), expression=_half_up(value.copy()))
        scale = _power_of_ten(digits)
        nearest = _half_up(exp.Mul(this=paren(value), expression=scale))
        signed = exp.Mul(this=call("SIGN", value.copy()), expression=nearest)
        return exp.Div(this=signed, expression=self.real(scale.copy()), typed=False, safe=False)

    def remainder(self, left: E, right: E) -> E:
        # % and MOD take no doubles.
        quotient = divided(self.real(left.copy()), self.null_if_zero(right.copy()))
        times = exp.Mul(this=call("TRUNC", quotient), expression=paren(right))
        return exp.Sub(this=paren(left), expression=times)

    # --- texts ------------------------------------------------------------------------------

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=call("STRPOS", value, part), expression=whole(0))

    # --- time -------------------------------------------------------------------------------

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        return call("CONVERT_TIMEZONE", quoted(source), quoted(target), value)

    def plus(self, value: E, kind: Kind, amount: E, unit: str) -> E:
        # Never by years: from 29 February they lead to 1 March. A date becomes a timestamp.
        moved = call("DATEADD", exp.var(unit.upper()), amount, value)
        return self.as_date(moved) if kind == "date" else moved

    def elapsed_seconds(self, start: E, end: E) -> E:
        return self.ratio(call("DATEDIFF", exp.var("MICROSECOND"), start, end), number("1000000.0"))

    def elapsed_days(self, start: E, end: E) -> E:
        return call("DATEDIFF", exp.var("DAY"), start, end)

    def date_trunc(self, grain: str, value: E, kind: Kind) -> E:
        floor = call("DATE_TRUNC", quoted(grain), self.as_timestamp(value) if kind == "date" else value)
        return self.as_date(floor) if kind == "date" else floor

    def back_by(self, instant: E, floor: E, local: E) -> E:
        # Both have the same fraction of a second: the boundaries between them are the seconds.
        east = call("DATEDIFF", exp.var("SECOND"), local, instant)
        return self.plus(floor, "timestamp", east, "second")

    def local_part(self, name: str, value: E, kind: Kind) -> E:
        if name != "weekday":
            return super().local_part(name, value, kind)
        from_sunday = cast(exp.Extract(this=exp.var("DOW"), expression=value), "BIGINT")
        before = exp.Paren(this=exp.Add(this=from_sunday, expression=whole(6)))
        return exp.Add(this=exp.Mod(this=before, expression=whole(7)), expression=whole(1))

    # --- the whole statement ------------------------------------------------------------------

    def finished(self, tree: exp.Select) -> exp.Select:
        tree = super().finished(tree)
        for same in list(tree.find_all(exp.NullSafeEQ)):
            same.replace(_same_or_both_null(same.this, same.expression))
        return tree


def _half_up(value: E) -> E:
    return exp.Floor(this=exp.Add(this=exp.Abs(this=value), expression=number("0.5")))


def _power_of_ten(digits: E) -> E:
    if isinstance(digits, exp.Literal):
        return whole(10 ** int(digits.this))
    return call("POWER", cast(whole(10), "DOUBLE"), digits)


def _same_or_both_null(left: E, right: E) -> E:
    """Equality of which null is no exception: there is no IS DISTINCT FROM."""
    both = exp.And(this=is_null(left.copy()), expression=is_null(right.copy()))
    return exp.Paren(this=exp.Or(this=exp.EQ(this=left, expression=right), expression=exp.Paren(this=both)))
