"""What formulas mean: typed trees in which every name is resolved.

A row expression is read on one row of an entity; `path` is the chain of many-to-one joins that leads
from that entity to the one whose column is meant. A metric expression is a function of a context.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal as OneOf

from metricdsl.language import syntax
from metricdsl.source import Span
from metricdsl.types import ValueType

Path = tuple[str, ...]

# --- values of rows and of metrics alike ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal. A duration's value is its amount, its type's unit says of what."""

    value: int | Decimal | str | bool | date | None
    type: ValueType


@dataclass(frozen=True, slots=True)
class AsOf:
    """`today()`, a date, or `now()`, a timestamp"""

    type: ValueType


@dataclass(frozen=True, slots=True)
class Apply:
    """An operator (by its sign or word) or a row function (by its name) and its arguments."""

    function: str
    arguments: tuple[Value, ...]
    type: ValueType


@dataclass(frozen=True, slots=True)
class TimeShift:
    """A moment plus (or with a negative amount minus) a number of units"""

    moment: Value
    amount: int
    unit: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class CaseWhen:
    """The value of the first branch whose condition holds"""

    branches: tuple[tuple[Value, Value], ...]
    default: Value
    type: ValueType


# --- values of rows -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Column:
    """A stored field of the entity at the end of the path"""

    path: Path
    entity: str
    field: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """The value of a join: its foreign key, whether or not the other row exists"""

    path: Path
    entity: str
    join: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class PrimaryKey:
    """The key of the entity at the end of the path; where it need not be `real`, a foreign key tells it"""

    path: Path
    entity: str
    type: ValueType
    real: bool = False


@dataclass(frozen=True, slots=True)
class Truncated:
    """The start of the period of a grain that holds a moment"""

    moment: Value
    grain: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class RowTime:
    """The row's time on the axis of the aggregate that reads it"""

    type: ValueType


@dataclass(frozen=True, slots=True)
class Rollup:
    """An aggregate over all rows of a child entity, one value for each row of the parent.

    The arguments and the condition are read on the child; `link` is the path from child to parent.
    """

    function: str
    child: str
    link: Path
    arguments: tuple[Value, ...]
    condition: Value | None
    distinct: bool
    time: Value | None


@dataclass(frozen=True, slots=True)
class Following:
    """The time of the earliest row of `entity` that fits behind a row; null where none does.

    `own_key` and `own_time` are read on the row, everything else on the row that follows. `reached`
    is what is minimised: the following row's time, or that of what follows it in turn.
    """

    own_key: Value
    own_time: Value
    entity: str
    key: Value
    time: Value
    reached: Value
    condition: Value | None
    least: tuple[int, str] | None
    most: tuple[int, str] | None
    itself: bool


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The value of the neighbouring row of the same `per`, in the order of time"""

    function: OneOf["previous", "next"]
    value: Value
    per: Value
    time: Value


@dataclass(frozen=True, slots=True)
class Derived:
    """A value of the row at the end of the path that takes other rows to know"""

    path: Path
    entity: str
    what: Rollup | Following | Neighbour
    type: ValueType


# --- values of contexts: metrics ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measure:
    """An aggregate of an entity's rows: a leaf.

    `condition` picks the rows that count without removing any group; `filters` remove rows (they come
    from around a `per`). `axis` is the time, `chosen` that the author named it with `on`; `stock` is how a
    lifetime or snapshot is read. `metric` is the one asked for, for messages.
    """

    function: str
    entity: str
    arguments: tuple[Value, ...]
    distinct: bool
    condition: Value | None
    filters: tuple[Value, ...]
    axis: Value | None
    stock: syntax.Stock | None
    type: ValueType
    span: Span = field(compare=False, repr=False)
    chosen: bool = field(compare=False, default=False)
    metric: str | None = field(compare=False, default=None)


@dataclass(frozen=True, slots=True)
class PerKey:
    """One key of `per`: a path, an entity's name or a grain"""

    kind: OneOf["path", "entity", "grain"]
    name: str
    dimension: Dimension | None
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PerMeasure:
    """An aggregate of a formula's values, one for each combination of the keys"""

    function: str
    formula: Value
    arguments: tuple[Value, ...]
    distinct: bool
    keys: tuple[PerKey, ...]
    conditions: tuple[syntax.Expression, ...]
    type: ValueType
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Prior:
    """Each row's time is moved forward; `word` is what the author wrote, for messages"""

    amount: int
    unit: str
    word: str = field(compare=False, default="prior")


@dataclass(frozen=True, slots=True)
class AlignedCut:
    """Only rows whose moved time is before the end of the as-of day"""


@dataclass(frozen=True, slots=True)
class TrailingWindow:
    """The period becomes the stretch that ends where it ends"""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class ToDateWindow:
    """The period begins where the grain's period that holds its last day begins"""

    grain: str


@dataclass(frozen=True, slots=True)
class RunningWindow:
    """The period has no beginning"""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Only the listed groups are kept, and with `unfiltered` the question's filters are dropped"""

    keep: tuple[Dimension, ...]
    unfiltered: bool


Window = TrailingWindow | ToDateWindow | RunningWindow
Change = Prior | AlignedCut | Window | Dropped


@dataclass(frozen=True, slots=True)
class InContext:
    """A formula in a changed context"""

    formula: Value
    change: Change
    type: ValueType
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RankOf:
    """1 for the best, over the result's groups of the period"""

    formula: Value
    within: tuple[Dimension, ...]
    ascending: bool
    type: ValueType
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something to group by, before it is known from which entity it is reached.

    `root` is the entity that its path starts at, None for an expression, a shared dimension or a
    grain; `joins` and `leaf` complete the path. Two dimensions are the same when all but the span is.
    """

    root: str | None
    joins: Path
    leaf: str
    expression: syntax.Expression | syntax.GrainOf | syntax.Since | None
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Computed:
    """A column of the plan, by its name; `zero` says that null stands for 0 there"""

    name: str
    zero: bool
    type: ValueType


RowValue = Column | ForeignKey | PrimaryKey | Truncated | RowTime | Derived
MetricValue = Measure | PerMeasure | InContext | RankOf
Value = Constant | AsOf | Apply | TimeShift | CaseWhen | RowValue | MetricValue | Computed


def children(value: Value) -> tuple[Value, ...]:
    """The values that a value is directly made of, in the same context."""
    match value:
        case Apply(arguments=arguments):
            return arguments
        case TimeShift(moment=moment) | Truncated(moment=moment):
            return (moment,)
        case CaseWhen(branches=branches, default=default):
            return (*(part for branch in branches for part in branch), default)
        case InContext(formula=formula) | RankOf(formula=formula) | PerMeasure(formula=formula):
            return (formula,)
        case _:
            return ()


def walk(value: Value) -> Iterator[Value]:
    """A value and all below it, parents first."""
    pending = [value]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(children(current)))


def measures(value: Value) -> list[Measure]:
    """All leaves of a metric expression, those inside `per` too."""
    return [v for v in walk(value) if isinstance(v, Measure)]
