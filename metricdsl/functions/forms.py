"""The SQL forms of the primitives: the generic ones. A dialect overrides what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from sqlglot import Dialect, exp

from metricdsl.functions.grouping import in_group, two_steps
from metricdsl.functions.spine_forms import DIGITS, SpineForms
from metricdsl.functions.sql import (
    RESERVED,
    E,
    all_of,
    ascending,
    call,
    cast,
    column,
    divided,
    identifier,
    is_not_null,
    is_null,
    number,
    paren,
    quoted,
    spell_out,
    when,
    whole,
)  # fmt: skip
from metricdsl.functions.time_forms import CalendarSettings
from metricdsl.types import Kind


@dataclass
class NotOffered(Exception):
    """A function that a dialect has no right form of; the question's place is not known here."""

    function: str
    dialect: str
    reason: str


class Forms(SpineForms):
    """What functions, scans and spines ask of a dialect. This class is the generic form."""

    dialect: ClassVar[str] = ""
    writer: ClassVar[type[Dialect] | None] = None  # where sqlglot's own generator leaves something out
    sql_types: ClassVar[dict[str, str]] = {
        "text": "TEXT", "integer": "BIGINT", "number": "DOUBLE", "money": "DOUBLE", "percent": "DOUBLE",
        "duration": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "timestamp": "TIMESTAMP", "null": "TEXT",
    }  # fmt: skip
    typed_nulls: ClassVar[bool] = True
    filter_clause: ClassVar[bool] = False
    reserved: ClassVar[frozenset[str]] = frozenset()  # words that only this dialect wants quoted
    plain_groups: ClassVar[bool] = False  # GROUP BY takes columns and positions only
    partitions: ClassVar[bool] = False  # what a bare column's bounds leave out is not read
    boolean_maximum: ClassVar[bool] = False  # BOOL_OR by whatever name
    narrow_integers: ClassVar[bool] = False  # the product of two INT columns is an INT
    backslash_in_like: ClassVar[bool] = False  # LIKE's escape, where nothing else is said
    refused: ClassVar[Mapping[str, str]] = {}  # functions of the language that cannot be told right, and why

    def __init__(self, calendar: CalendarSettings) -> None:
        self.calendar = calendar

    def offer(self, function: str) -> None:
        """Raise NotOffered for a function of the language that this dialect refuses."""
        if function in self.refused:
            raise NotOffered(function, self.dialect, self.refused[function])

    # --- values -----------------------------------------------------------------------------

    def literal(self, value: object) -> E:
        """A Python value as a literal; timestamps hold UTC."""
        match value:
            case None:
                return exp.Null()
            case bool():
                return exp.Boolean(this=value)
            case int():
                return whole(value)
            case Decimal() | float():
                digits = number(format(abs(Decimal(str(value))), "f"))
                return exp.Neg(this=digits) if value < 0 else digits
            case str():
                return quoted(value)
            case date():
                return self.moment(value)
        raise AssertionError(f"no literal for {value!r}")

    def null(self, kind: Kind) -> E:
        """Null, with its type where a UNION of this dialect needs it."""
        return cast(exp.Null(), self.sql_types[kind]) if self.typed_nulls else exp.Null()

    def stored(self, value: E, kind: Kind) -> E:
        """A column of a table, as what is computed with expects it."""
        return value

    def misfit(self, value: E, kind: Kind) -> E | None:
        """Whether a stored value is not what its field says; None where the column's type rules that out."""
        return None

    def shown(self, value: E, kind: Kind) -> E:
        """A column of the answer."""
        return self.local(value) if kind == "timestamp" else value

    def text(self, value: E, kind: Kind) -> E:
        """A value as a text that is the same on every engine; a timestamp in local time."""
        match kind:
            case "text" | "null":
                return value
            case "boolean":
                untrue = exp.If(this=exp.Not(this=paren(value.copy())), true=quoted("false"))
                return exp.Case(ifs=[exp.If(this=value, true=quoted("true")), untrue])
            case "timestamp":
                return self.bare_text(self.local(value))
            case "date" | "integer":
                return self.bare_text(value)
        real = self.real(value)
        is_whole = exp.And(
            this=exp.EQ(this=real, expression=exp.Floor(this=real.copy())),
            expression=exp.LT(this=exp.Abs(this=real.copy()), expression=number("1000000000000000")),
        )
        return when(is_whole, self.bare_text(self.as_integer(real.copy())), self.bare_text(real.copy()))

    def bare_text(self, value: E) -> E:
        """A value as the engine writes it; good for keys, whose texts are only compared with each other."""
        return cast(value, "TEXT")

    def key_text(self, value: E, kind: Kind | None) -> E:
        """A part of a key as a text that no other value has; kind is None where it is not declared."""
        return self.bare_text(value)

    def type_name(self, value: E) -> E:
        """The name of a value's type, as the engine writes it."""
        return call("TYPEOF", value)

    # --- numbers ----------------------------------------------------------------------------

    def real(self, value: E) -> E:
        """A number as a double."""
        return cast(value, "DOUBLE")

    def averaged(self, value: E) -> E:
        """A number whose AVG is a double."""
        return self.real(value)

    def same_type(self, values: Sequence[E], kinds: Sequence[Kind]) -> list[E]:
        """Values of which one is chosen, as one type where the engine finds none by itself."""
        return list(values)

    def operands(self, values: Sequence[E], kinds: Sequence[Kind]) -> list[E]:
        """The sides of a sum, difference or product of numbers, as types that the engine has one for."""
        return list(values)

    def one_or_zero(self, condition: E) -> E:
        """1 where a condition holds, 0 where it does not, null where it is null, as numbers to be averaged."""
        branches = ((condition, "1.0"), (exp.Not(this=exp.Paren(this=condition.copy())), "0.0"))
        ifs = [exp.If(this=c, true=exp.Literal.number(n)) for c, n in branches]
        return self.averaged(exp.Case(ifs=ifs))

    def divide(self, left: E, right: E) -> E:
        """True division, null when the divisor is 0."""
        divisor = (
            right if isinstance(right, exp.Literal) and right.this.strip("0.") else self.null_if_zero(right)
        )
        return exp.Div(this=self.real(left), expression=divisor, typed=False, safe=False)

    def null_if_zero(self, value: E) -> E:
        return exp.Nullif(this=value, expression=whole(0))

    def remainder(self, left: E, right: E) -> E:
        """The remainder, with the dividend's sign."""
        return exp.Mod(this=paren(left), expression=self.null_if_zero(right))

    def rounded(self, value: E, digits: E | None) -> E:
        """Rounded half away from zero."""
        return exp.Round(this=value, decimals=digits)

    def floor(self, value: E) -> E:
        return exp.Floor(this=value)

    def ceiling(self, value: E) -> E:
        return exp.Ceil(this=value)

    # --- texts ------------------------------------------------------------------------------

    def ordered_text(self, value: E) -> E:
        """A text that compares and sorts by code point."""
        return value

    def joined(self, parts: Sequence[E]) -> E:
        """Concatenation; null when a part is."""
        result = parts[0]
        for part in parts[1:]:
            result = exp.DPipe(this=result, expression=part, safe=False)
        return result

    def contains(self, value: E, part: E) -> E:
        return exp.GT(this=exp.StrPosition(this=value, substr=part), expression=whole(0))

    def starts_with(self, value: E, part: E) -> E:
        return exp.EQ(this=exp.Left(this=value, expression=exp.Length(this=part)), expression=part.copy())

    def ends_with(self, value: E, part: E) -> E:
        return exp.EQ(this=exp.Right(this=value, expression=exp.Length(this=part)), expression=part.copy())

    def lower(self, value: E) -> E:
        return exp.Lower(this=value)

    def upper(self, value: E) -> E:
        return exp.Upper(this=value)

    def trim(self, value: E) -> E:
        """Without blanks at the ends."""
        return exp.Trim(this=value)

    def length(self, value: E) -> E:
        """The number of characters."""
        return exp.Length(this=value)

    def like(self, value: E, pattern: E) -> E:
        """Whether a text fits a pattern of `%` and `_`; a backslash is a letter like any other."""
        if not self.backslash_in_like:
            return exp.Like(this=value, expression=pattern)
        return exp.Like(this=value, expression=self.doubled(pattern, "\\"))

    def doubled(self, pattern: E, letter: str) -> E:
        """A pattern in which a letter that escapes stands for itself."""
        if isinstance(pattern, exp.Literal):
            return quoted(pattern.this.replace(letter, 2 * letter))
        return call("REPLACE", pattern, quoted(letter), quoted(2 * letter))

    # --- aggregates -------------------------------------------------------------------------

    def filtered(self, value: E, condition: E | None) -> E:
        """A value where a condition holds, else null."""
        return value if condition is None else when(condition, value)

    def aggregate(self, make: type[exp.Expression], value: E, condition: E | None) -> E:
        """A one-argument aggregate of the rows that satisfy a condition."""
        if condition is not None and self.filter_clause:
            return exp.Filter(this=make(this=value), expression=exp.Where(this=condition))
        return make(this=self.filtered(value, condition))

    def sum(self, value: E, kind: Kind, condition: E | None) -> E:
        """The sum, which is exact or fails however many digits it has."""
        return self.aggregate(exp.Sum, value, condition)

    def variance(self, value: E, condition: E | None) -> E:
        """The variance of the sample; null of fewer than two values."""
        return call("VAR_SAMP", self.filtered(value, condition))

    def deviation(self, value: E, condition: E | None) -> E:
        """The standard deviation of the sample."""
        return call("STDDEV_SAMP", self.filtered(value, condition))

    def percentile(self, value: E, rank: E, condition: E | None) -> E:
        """The interpolated percentile."""
        known = self.real(self.filtered(value, condition))
        place = in_group(exp.RowNumber(), ascending([known]))
        above = exp.Sub(this=in_group(exp.Count(this=known.copy())), expression=whole(1))
        position = exp.Mul(this=rank, expression=exp.Paren(this=above))

        def at(edge: E) -> E:
            found = exp.EQ(this=place.copy(), expression=exp.Add(this=edge, expression=whole(1)))
            return exp.Max(this=when(found, known.copy()))

        low, high = at(self.floor(position.copy())), at(self.ceiling(position.copy()))
        between = exp.Max(this=exp.Sub(this=position, expression=self.floor(position.copy())))
        rise = exp.Mul(this=exp.Paren(this=exp.Sub(this=high, expression=low.copy())), expression=between)
        return exp.Paren(this=exp.Add(this=low, expression=rise))

    def nth(self, value: E, kind: Kind, order: Sequence[E], condition: E, last: bool) -> E:
        """The value of the first or last row by an order, of the rows that satisfy a condition."""
        kept = when(condition, whole(0), whole(1))
        place = in_group(exp.RowNumber(), [*ascending([kept]), *ascending(order, descending=last)])
        is_it = exp.And(this=exp.EQ(this=place, expression=whole(1)), expression=paren(condition.copy()))
        return self.one_of_column(when(is_it, value), kind)

    def approximate_distinct(self, value: E) -> E:
        """About the number of different values; the exact one is not wrong."""
        return exp.Count(this=exp.Distinct(expressions=[value]))

    def one_of_column(self, value: E, kind: Kind, over: Sequence[E] | None = None) -> E:
        """The one non-null value of a group of rows, all others being null; `over` makes it a window."""
        as_number = kind == "boolean" and not self.boolean_maximum
        if as_number:
            value = exp.Case(
                ifs=[
                    exp.If(this=value, true=whole(1)),
                    exp.If(this=exp.Not(this=paren(value.copy())), true=whole(0)),
                ]
            )
        found: E = exp.LogicalOr(this=value) if kind == "boolean" and not as_number else exp.Max(this=value)
        if over is not None:
            found = exp.Window(this=found, partition_by=list(over) or None)
        return exp.EQ(this=found, expression=whole(1)) if as_number else found

    # --- the whole statement ------------------------------------------------------------------

    def finished(self, tree: exp.Select) -> exp.Select:
        """The statement with what its forms ask for around them: two steps, digits, rules of zones."""
        if self.conversions:
            spell_out(tree)
        two_steps(tree, self.plain_groups)
        tables = list(tree.find_all(exp.Table))
        parts = list(self.zone_parts(tables))
        if any(t.name == DIGITS for t in tables):
            digits = exp.union(*(exp.Select(expressions=[_digit(i)]) for i in range(10)), distinct=False)
            parts.append(exp.CTE(this=digits, alias=exp.TableAlias(this=identifier(DIGITS))))
        if parts:
            own = tree.args["with_"].expressions if tree.args.get("with_") else []
            tree.set("with_", exp.With(expressions=[*parts, *own]))
        for name in tree.find_all(exp.Identifier) if self.reserved else ():
            if name.this in self.reserved:
                name.set("quoted", True)
        return tree


def _digit(value: int) -> E:
    return exp.Alias(this=whole(value), alias=identifier("d")) if value == 0 else whole(value)


__all__ = [
    "RESERVED", "CalendarSettings", "E", "Forms", "NotOffered", "all_of", "ascending", "call", "cast", "column",
    "divided", "identifier", "is_not_null", "is_null", "number", "paren", "quoted", "when", "whole",
]  # fmt: skip
