"""Values to SQL expressions. What differs between rows and computed columns is asked of `leaf`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, cast, paren, whole
from metricdsl.functions.vocabulary import row_functions
from metricdsl.model.meaning import Apply, AsOf, CaseWhen, Column, Constant, TimeShift, Truncated, Value
from metricdsl.plan.periods import AsOfDay, to_utc
from metricdsl.types import Kind

ARITHMETIC: dict[str, type[E]] = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}
COMPARISONS: dict[str, type[E]] = {
    "=": exp.EQ, "!=": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE,
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Renderer:
    """Turns values into SQL for one dialect and as-of day."""

    forms: Forms
    as_of: AsOfDay

    def sql(self, value: Value, leaf: Callable[[Value], E]) -> E:
        """The expression of a value."""
        match value:
            case Constant(value=None, type=kind) if kind.kind != "null":
                return self.forms.null(kind.kind)
            case Constant(value=literal):
                if isinstance(literal, datetime):  # bound from Python
                    literal = to_utc(literal, self.forms.calendar)
                return self.forms.literal(literal)
            case AsOf(type=kind):
                return self.forms.literal(self.as_of.day if kind.kind == "date" else self.as_of.instant)
            case Apply():
                return self._apply(value, leaf)
            case TimeShift(moment=moment, amount=amount, unit=unit):
                return self.forms.add(self.sql(moment, leaf), moment.type.kind, whole(amount), unit)
            case CaseWhen(branches=branches, default=default):
                values = [*(v for _, v in branches), default]
                *chosen, otherwise = self.forms.same_type(
                    [self.sql(v, leaf) for v in values], [v.type.kind for v in values]
                )
                conditions = [self.sql(c, leaf) for c, _ in branches]
                ifs = [exp.If(this=c, true=v) for c, v in zip(conditions, chosen, strict=True)]
                nothing = isinstance(default, Constant) and default.value is None
                return exp.Case(ifs=ifs, default=None if nothing else otherwise)
            case Truncated(moment=moment, grain=grain):
                return self.forms.truncated(self.sql(moment, leaf), moment.type.kind, grain)
            case _:
                return leaf(value)

    def _apply(self, value: Apply, leaf: Callable[[Value], E]) -> E:
        name = value.function
        if name in ("in", "not in", "between") or name in COMPARISONS:
            return self._comparison(value, leaf)
        arguments = [self.sql(a, leaf) for a in value.arguments]
        if name in ARITHMETIC:
            arguments = self.forms.operands(arguments, [a.type.kind for a in value.arguments])
        match name:
            case "typed":
                return arguments[0]
            case "and" | "or":
                make = exp.And if name == "and" else exp.Or
                return make(this=_clause(arguments[0], make), expression=_clause(arguments[1], make))
            case "not":
                return exp.Not(this=exp.Paren(this=arguments[0]))
            case "negate":
                return exp.Neg(this=paren(arguments[0]))
            case "/":
                return self.forms.divide(_factor(arguments[0]), _factor(arguments[1]))
            case "*":
                left, right = self._widened(value, arguments)
                return exp.Mul(this=_factor(left), expression=_factor(right))
            case "+" | "-":
                right = arguments[1]
                right = exp.Paren(this=right) if isinstance(right, exp.Add | exp.Sub | exp.Case) else right
                return ARITHMETIC[name](this=arguments[0], expression=right)
            case "is null" | "is not null":
                test = exp.Is(this=paren(arguments[0]), expression=exp.Null())
                return test if name == "is null" else exp.Not(this=test)
            case "contains":
                return self.forms.contains(arguments[0], arguments[1])
            case "starts with":
                return self.forms.starts_with(arguments[0], arguments[1])
            case "ends with":
                return self.forms.ends_with(arguments[0], arguments[1])
            case "like":
                return self.forms.like(arguments[0], arguments[1])
        function = row_functions()[name]
        if (
            function.returns == "common"
            and len({a.type.kind for a in value.arguments} & {"date", "timestamp"}) == 2
        ):
            arguments = [
                self.forms.instant(s, a.type.kind) for s, a in zip(arguments, value.arguments, strict=True)
            ]
        typed = [(s, a.type) for s, a in zip(arguments, value.arguments, strict=True)]
        return function.sql(self.forms, *typed)

    def _widened(self, product: Apply, factors: list[E]) -> list[E]:
        """The factors; of two whole numbers the first that is a column has room for the product."""
        columns = [i for i, value in enumerate(product.arguments) if isinstance(value, Column)]
        if self.forms.narrow_integers and product.type.kind == "integer" and columns:
            factors[columns[0]] = cast(factors[columns[0]], "BIGINT")
        return factors

    def _comparison(self, value: Apply, leaf: Callable[[Value], E]) -> E:
        """Dates compare with timestamps as instants, texts by code point."""
        kinds = {a.type.kind for a in value.arguments}
        arguments = [self._comparable(a, leaf, kinds, value.function) for a in value.arguments]
        first, *rest = arguments
        match value.function:
            case "between":
                return exp.Between(this=first, low=rest[0], high=rest[1])
            case "in":
                return exp.In(this=first, expressions=rest)
            case "not in":
                return exp.Not(this=exp.In(this=first, expressions=rest))
            case operator:
                return COMPARISONS[operator](this=first, expression=rest[0])

    def _comparable(self, value: Value, leaf: Callable[[Value], E], kinds: set[Kind], operator: str) -> E:
        sql = paren(self.sql(value, leaf))
        if {"date", "timestamp"} <= kinds:
            if isinstance(value, Constant) and value.type.kind == "date":
                return self.forms.literal(to_utc(value.value, self.forms.calendar))  # type: ignore[arg-type]  # a date
            return self.forms.instant(sql, value.type.kind)
        if value.type.kind == "text" and operator in ("<", "<=", ">", ">=", "between"):
            return paren(self.forms.ordered_text(sql))
        return sql


def _clause(value: E, parent: type[exp.Connector]) -> E:
    """Brackets around an `or` inside an `and`."""
    return (
        exp.Paren(this=value) if isinstance(value, exp.Connector) and not isinstance(value, parent) else value
    )


def _factor(value: E) -> E:
    """Brackets around what binds less tightly than a product."""
    loose = exp.Add | exp.Sub | exp.Case | exp.Mul | exp.Div
    return exp.Paren(this=value) if isinstance(value, loose) else value
