"""The syntax trees: what was written, before anyone knows what it means.

Trees are equal when they say the same, wherever they stand: spans take no part in comparison.
Names are kept as written (without backquotes); whether `orders` is an entity, a metric or a label
is decided in `model`.
"""
# ruff: noqa: RUF009  # `_span()` makes a dataclass field

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Literal as OneOf
from typing import TypeVar

from metricdsl.source import Span

T = TypeVar("T")


def _span() -> Span:
    return field(compare=False, repr=False, kw_only=True)  # type: ignore[no-any-return]  # a field's default


# --- values -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """`42`, `1.5`, or `60%`, whose value is 0.6 and `percent` true."""

    value: int | Decimal
    percent: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Text:
    """`'text'`"""

    value: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Boolean:
    """`true`, `false`"""

    value: bool
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Null:
    """`null`"""

    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Date:
    """`date '2025-01-31'`"""

    value: date
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Duration:
    """`3 months`: the unit is stored in the singular, second … year, or a fiscal or custom grain."""

    amount: int
    unit: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Name:
    """`revenue`, `orders.amount`, `tickets.requester.role`: one part for each piece between dots."""

    parts: tuple[str, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Parameter:
    """`$window`, and `{{window}}` in a notebook (`bound` is then true: a Python value, never text)."""

    name: str
    bound: bool = False
    span: Span = _span()


# --- operators and functions of rows or of metric values -----------------------------------------

Operator = OneOf[
    "or", "and", "not", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "negate",
    "contains", "starts with", "ends with", "like",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator and its operands: one for `not` and `negate`, else two (chains nest to the left)."""

    operator: Operator
    operands: tuple[Expression, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Membership:
    """`x in (a, b)`, `x not in (a, b)`"""

    value: Expression
    items: tuple[Expression, ...]
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Between:
    """`x between low and high`, both included"""

    value: Expression
    low: Expression
    high: Expression
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class IsNull:
    """`x is null`, `x is not null`"""

    value: Expression
    negated: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Case:
    """`case when … then … else … end`, and `if(c, a, b)`; without `else` the default is None"""

    branches: tuple[tuple[Expression, Expression], ...]
    default: Expression | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Call:
    """A row function or one of the catalog's: `coalesce(a, 0)`, `nps(surveys.score)`"""

    function: str
    arguments: tuple[Expression, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """`previous(x per k)`, `next(x per k)`"""

    function: OneOf["previous", "next"]
    value: Expression
    per: Name
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Has:
    """`has(opportunities where won)`"""

    entity: Name
    where: Expression | None = None
    span: Span = _span()


# --- aggregates ----------------------------------------------------------------------------------

Stock = OneOf["start", "end", "during"]


@dataclass(frozen=True, slots=True)
class Step:
    """One side of a sequence. The first step has none of `negated`, `via`, `within`.

    `within` is (least, most): `within 30 days` is (None, 30 days), `within 30 to 60 days` both, in one unit.
    """

    entity: Name
    where: Expression | None = None
    negated: bool = False
    via: Name | None = None
    within: tuple[Length | None, Length] | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Sequence:
    """`leads followed by orders via customer within 30 days`, perhaps with `elapsed` at its end"""

    steps: tuple[Step, ...]
    elapsed: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Aggregate:
    """`sum(orders.amount where … on …)`, `count(customers at start)`, `avg(F per k)`

    `count(leads)` has the Name `leads` as its argument. With `per` the argument is a formula of
    metrics and aggregates; keys are names of paths, entities or grains. The second argument of
    `percentile` and `weighted_avg` follows the first.
    """

    function: str
    arguments: tuple[Expression | Sequence, ...]
    distinct: bool = False
    per: tuple[Name, ...] = ()
    repeated: bool = False
    where: Expression | None = None
    on: Name | None = None
    stock: Stock | None = None
    span: Span = _span()


# --- other contexts ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`(F where C)`"""

    formula: Expression
    where: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Shifted:
    """`prior(m, 1 year)`, `change(m, 1 year)`, `growth(m, 1 year, aligned)`"""

    function: OneOf["prior", "change", "growth"]
    formula: Expression
    by: Length
    aligned: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Trailing:
    """`trailing(m, 3 months)`"""

    formula: Expression
    window: Length
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class ToDate:
    """`to_date(m, year)`: the grain as written"""

    formula: Expression
    grain: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Running:
    """`running(m)`"""

    formula: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Total:
    """`total(m)`, `total(m by d, …)`, `total(m ignoring filters)`"""

    formula: Expression
    by: tuple[Name, ...] = ()
    ignoring_filters: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Rank:
    """`rank(m)`, `rank(m within d)`"""

    formula: Expression
    within: tuple[Name, ...] = ()
    span: Span = _span()


Length = Duration | Parameter | Name
"""A name is a function's parameter."""
Literal = Number | Text | Boolean | Null | Date | Duration
RowExpression = (
    Literal | Name | Parameter | Operation | Membership | Between | IsNull | Case | Call | Neighbour | Has
)
ContextExpression = Narrowed | Shifted | Trailing | ToDate | Running | Total | Rank
Expression = RowExpression | Aggregate | ContextExpression

# --- the catalog's functions ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Signature:
    """`nps(score)`, the key of an entry in `functions:`"""

    name: str
    parameters: tuple[str, ...]
    span: Span = _span()


# --- joins, as written in the catalog -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Join:
    """`accounts on account_id`, `sales_reps on owner_id = rep_id`, `plans on (tenant, plan) as of ordered_at`

    `columns` are pairs (own column, other's column); a bare column stands for itself on both sides... unless
    the other's key has another name, which `model` looks up: then the second is None.
    """

    entity: str
    columns: tuple[tuple[str, str | None], ...]
    as_of: str | None = None
    span: Span = _span()


# --- questions -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """`growth(revenue, 1 year) as yoy`"""

    formula: Expression
    alias: str | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class GrainOf:
    """`month of accounts.signed_up_on`"""

    grain: str
    field: Name
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Since:
    """`months since accounts.signed_up_on`: the unit in the singular"""

    unit: str
    field: Name
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Grouping:
    """One item of `by`. A Name may be a grain, a field or a label; `all` asks for members without rows."""

    expression: Expression | GrainOf | Since
    alias: str | None = None
    all: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Range:
    """What `for` says.

    explicit: `first` and `last` days, both included; since: `first`; before: `last` is the day *not*
    included any more; last: `count` and `unit`; this, to date: `unit` (in the singular).
    """

    kind: OneOf["explicit", "since", "before", "last", "this", "to date"]
    first: date | None = None
    last: date | None = None
    count: int | None = None
    unit: str | None = None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class VersusPrior:
    """`vs prior year`, `vs prior 3 months`, `vs prior year aligned`"""

    by: Duration | Parameter
    aligned: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class VersusTarget:
    """`vs target`"""

    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Order:
    """One item of `order by`"""

    expression: Expression
    descending: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Top:
    """`top 5 accounts.region by revenue with others`"""

    count: int
    dimension: Name
    by: Expression
    others: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Question:
    """A whole question; `by_axis` and `for_axis` are what stands behind `on` in those clauses."""

    columns: tuple[Column, ...]
    by: tuple[Grouping, ...] = ()
    by_axis: Name | None = None
    range: Range | None = None
    for_axis: Name | None = None
    as_of: date | None = None
    where: Expression | None = None
    versus: VersusPrior | VersusTarget | None = None
    having: Expression | None = None
    order: tuple[Order, ...] = ()
    top: Top | None = None
    limit: int | None = None
    parameters: tuple[tuple[str, Literal], ...] = ()
    span: Span = _span()


def nodes(tree: object, kind: type[T]) -> Iterator[T]:
    """All nodes of a kind, in the order in which they are written."""
    if isinstance(tree, kind):
        yield tree
    if isinstance(tree, tuple):
        for part in tree:
            yield from nodes(part, kind)
    elif is_dataclass(tree) and not isinstance(tree, Span):
        for field_ in fields(tree):
            yield from nodes(getattr(tree, field_.name), kind)


# --- comparison ------------------------------------------------------------------------------------
# Formulas may be deeper than Python recurses, so trees are compared and hashed without recursion.


def _flat(tree: object) -> list[object]:
    flat: list[object] = []
    waiting = [tree]
    while waiting:
        item = waiting.pop()
        if (compared := _COMPARED.get(type(item))) is not None:
            flat.append(type(item))
            waiting.extend([getattr(item, name) for name in compared])
        elif type(item) is tuple:
            flat.append(len(item))
            waiting.extend(item)
        else:
            flat.append(item)
    return flat


def _equal(self: object, other: object) -> bool:
    return self is other or (type(self) is type(other) and _flat(self) == _flat(other))


def _hash(self: object) -> int:
    return hash(tuple(_flat(self)))


_COMPARED: dict[type, tuple[str, ...]] = {
    kind: tuple(f.name for f in fields(kind) if f.compare)
    for kind in list(globals().values())
    if isinstance(kind, type) and is_dataclass(kind) and kind is not Span
}
for _kind in _COMPARED:
    setattr(_kind, "__eq__", _equal)  # noqa: B010  # mypy takes no assignment to a method
    setattr(_kind, "__hash__", _hash)  # noqa: B010
