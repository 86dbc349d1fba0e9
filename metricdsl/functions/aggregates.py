"""Aggregates: what they accept, what they give of no rows, whether partial results add up, and their SQL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, all_of, paren, when, whole
from metricdsl.functions.signature import offered
from metricdsl.types import Kind, ValueType, multiply, number_of

Merge = Literal["sum", "min", "max"]


@dataclass(frozen=True, slots=True)
class AggregateCall:
    """What an aggregate's SQL is made from.

    `arguments` are empty for the count of rows. `condition` picks rows. `order` is the time axis and then
    the key, for `first` and `last`; its first item is the time.
    """

    arguments: tuple[E, ...]
    kinds: tuple[Kind, ...]
    condition: E | None
    distinct: bool
    order: tuple[E, ...]


@dataclass(frozen=True, slots=True)
class Partial:
    """A partial result of a set of rows, and how the results of several sets become that of all."""

    value: E
    merge: Merge


@dataclass(frozen=True, slots=True)
class AggregateFunction:
    """An aggregate.

    accepts: for each argument a set of kinds, by the words of `signature.ACCEPTS`.
    zero: of no rows it is 0, else null.
    merge: how partial results combine into the whole, None where only the rows tell.
    """

    name: str
    accepts: tuple[str, ...]
    zero: bool
    merge: Merge | None
    result: Callable[[Sequence[ValueType]], ValueType]
    sql: Callable[[Forms, AggregateCall], E]
    doc: str


AGGREGATES: dict[str, AggregateFunction] = {}


def _declare(
    name: str,
    accepts: tuple[str, ...],
    result: Callable[[Sequence[ValueType]], ValueType],
    *,
    zero: bool = False,
    merge: Merge | None = None,
) -> Callable[[Callable[[Forms, AggregateCall], E]], Callable[[Forms, AggregateCall], E]]:
    def keep(sql: Callable[[Forms, AggregateCall], E]) -> Callable[[Forms, AggregateCall], E]:
        doc = (sql.__doc__ or "").strip()
        AGGREGATES[name] = AggregateFunction(name, accepts, zero, merge, result, offered(name, sql), doc)
        return sql

    return keep


def _same(types: Sequence[ValueType]) -> ValueType:
    return types[0]


def _fractional(types: Sequence[ValueType]) -> ValueType:
    return ValueType("number", types[0].unit) if types[0].kind == "integer" else types[0]


def _count(types: Sequence[ValueType]) -> ValueType:
    return ValueType("integer")


def _squared(types: Sequence[ValueType]) -> ValueType:
    return number_of(multiply(types[0].unit, types[0].unit))


def _percent(types: Sequence[ValueType]) -> ValueType:
    return ValueType("percent")


@_declare("count", ("any",), _count, zero=True, merge="sum")
def count(forms: Forms, call: AggregateCall) -> E:
    """The number of rows, of values that are not null, or with `distinct` of different values."""
    if call.distinct:
        return exp.Count(
            this=exp.Distinct(expressions=[forms.filtered(_one_value(forms, call), call.condition)])
        )
    if call.arguments:
        return forms.aggregate(exp.Count, call.arguments[0], call.condition)
    if call.condition is None:
        return exp.Count(this=exp.Star())
    if forms.filter_clause:
        return exp.Filter(this=exp.Count(this=exp.Star()), expression=exp.Where(this=call.condition))
    return exp.Count(this=when(call.condition, whole(1)))


def _one_value(forms: Forms, call: AggregateCall) -> E:
    """A key of several columns as one text in which no two keys look alike; null when a part is."""
    if len(call.arguments) == 1:
        return call.arguments[0]
    parts: list[E] = []
    for argument, kind in zip(call.arguments, call.kinds, strict=True):
        text = forms.key_text(argument, kind)
        parts += [forms.bare_text(forms.length(text)), exp.Literal.string(":"), text.copy()]
    return forms.joined(parts)


@_declare("approx_count", ("any",), _count, zero=True)
def approx_count(forms: Forms, call: AggregateCall) -> E:
    """About the number of different values, by the engine's own sketch."""
    return forms.approximate_distinct(forms.filtered(_one_value(forms, call), call.condition))


@_declare("sum", ("number",), _same, zero=True, merge="sum")
def sum_(forms: Forms, call: AggregateCall) -> E:
    """The sum of the values that are not null; 0 of none."""
    return forms.sum(call.arguments[0], call.kinds[0], call.condition)


@_declare("avg", ("number",), _fractional)
def avg(forms: Forms, call: AggregateCall) -> E:
    """The mean of the values that are not null."""
    return forms.aggregate(exp.Avg, forms.averaged(call.arguments[0]), call.condition)


@_declare("min", ("any",), _same, merge="min")
def min_(forms: Forms, call: AggregateCall) -> E:
    """The smallest value."""
    return forms.aggregate(exp.Min, _comparable(forms, call), call.condition)


@_declare("max", ("any",), _same, merge="max")
def max_(forms: Forms, call: AggregateCall) -> E:
    """The largest value."""
    return forms.aggregate(exp.Max, _comparable(forms, call), call.condition)


def _comparable(forms: Forms, call: AggregateCall) -> E:
    return forms.ordered_text(call.arguments[0]) if call.kinds[0] == "text" else call.arguments[0]


@_declare("stddev", ("number",), _fractional)
def stddev(forms: Forms, call: AggregateCall) -> E:
    """The standard deviation of the sample; null of fewer than two values."""
    return forms.deviation(forms.real(call.arguments[0]), call.condition)


@_declare("variance", ("number",), _squared)
def variance(forms: Forms, call: AggregateCall) -> E:
    """The variance of the sample; null of fewer than two values."""
    return forms.variance(forms.real(call.arguments[0]), call.condition)


@_declare("median", ("number",), _fractional)
def median(forms: Forms, call: AggregateCall) -> E:
    """The middle value, or the mean of the middle two."""
    return forms.percentile(call.arguments[0], exp.Literal.number("0.5"), call.condition)


@_declare("percentile", ("number", "number"), _fractional)
def percentile(forms: Forms, call: AggregateCall) -> E:
    """The value below which a share of the rows lies, interpolated: `percentile(orders.amount, 90%)`."""
    return forms.percentile(call.arguments[0], call.arguments[1], call.condition)


@_declare("weighted_avg", ("number", "number"), _fractional)
def weighted_avg(forms: Forms, call: AggregateCall) -> E:
    """The mean of x weighted by w, of the rows in which neither is null."""
    value, weight = call.arguments
    present = all_of(
        [
            exp.Not(this=exp.Is(this=paren(value.copy()), expression=exp.Null())),
            *([call.condition] if call.condition is not None else []),
        ]
    )
    factors = forms.operands([forms.real(value), weight], ["number", call.kinds[1]])
    product = exp.Mul(this=paren(factors[0]), expression=paren(factors[1]))
    above = forms.aggregate(exp.Sum, product, call.condition and call.condition.copy())
    return forms.divide(above, forms.aggregate(exp.Sum, weight.copy(), present))


@_declare("share", ("boolean",), _percent)
def share(forms: Forms, call: AggregateCall) -> E:
    """The rows for which a condition holds, divided by those for which it is not null."""
    return forms.aggregate(exp.Avg, forms.one_or_zero(call.arguments[0]), call.condition)


def _nth(forms: Forms, call: AggregateCall, last: bool) -> E:
    present = [
        exp.Not(this=exp.Is(this=paren(v.copy()), expression=exp.Null()))
        for v in (call.arguments[0], call.order[0])
    ]
    condition = all_of([*present, *([call.condition] if call.condition is not None else [])])
    assert condition is not None
    return forms.nth(call.arguments[0], call.kinds[0], call.order, condition, last)


@_declare("first", ("any",), _same)
def first(forms: Forms, call: AggregateCall) -> E:
    """The value of the earliest row by the time axis that has one; the key decides among equal times."""
    return _nth(forms, call, last=False)


@_declare("last", ("any",), _same)
def last(forms: Forms, call: AggregateCall) -> E:
    """The value of the latest row by the time axis that has one; the key decides among equal times."""
    return _nth(forms, call, last=True)


@_declare("only", ("any",), _same)
def only(forms: Forms, call: AggregateCall) -> E:
    """The one value that all rows have; null when there are several."""
    low = min_(forms, call)
    return when(exp.EQ(this=low, expression=max_(forms, _again(call))), low.copy())


def partials(name: str, forms: Forms, call: AggregateCall) -> list[Partial] | None:
    """What to keep of each day so that a stretch of days can be told from it; None where only rows tell.

    One partial is the aggregate itself; two are above and below a fraction.
    """
    function = AGGREGATES[name]
    if call.distinct:
        return None
    if function.merge is not None:
        return [Partial(function.sql(forms, call), function.merge)]
    if name == "avg":
        above = forms.aggregate(exp.Sum, forms.real(call.arguments[0]), call.condition)
        return [Partial(above, "sum"), Partial(count(forms, _again(call)), "sum")]
    if name == "share":
        holds = all_of([paren(call.arguments[0]), *([call.condition] if call.condition is not None else [])])
        above = count(forms, AggregateCall((), (), holds, False, ()))
        return [Partial(above, "sum"), Partial(count(forms, _again(call)), "sum")]
    return None


def merged(merge: Merge, value: E) -> E:
    """Partial results combined."""
    makes: dict[Merge, Callable[..., E]] = {"sum": exp.Sum, "min": exp.Min, "max": exp.Max}
    return makes[merge](this=value)


def _again(call: AggregateCall) -> AggregateCall:
    condition = call.condition.copy() if call.condition is not None else None
    return AggregateCall(
        tuple(a.copy() for a in call.arguments), call.kinds, condition, call.distinct, call.order
    )
