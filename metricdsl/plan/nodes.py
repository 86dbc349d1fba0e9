"""The plan: leaves in contexts, grouped into the scans that read them, stacked into blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from metricdsl.language import syntax
from metricdsl.model.meaning import Dimension, Measure, PerKey, PerMeasure, Value, Window
from metricdsl.plan.periods import AsOfDay, Interval
from metricdsl.types import ValueType


@dataclass(frozen=True, slots=True)
class Context:
    """In which context a leaf is read.

    shifts: what is added to each row's time, in this order. window: what the period becomes.
    keep: the keys that are kept, by position; None for all. whole: no period, the whole range.
    """

    shifts: tuple[tuple[int, str], ...] = ()
    window: Window | None = None
    keep: frozenset[int] | None = None
    whole: bool = False
    unfiltered: bool = False
    aligned: bool = False


HERE = Context()
"""The context of a question's columns as they stand."""


@dataclass(frozen=True, slots=True)
class Key:
    """A grouping column of a block.

    Exactly one of `dimension` and `entity` (its primary key) is set. With `top`, the named relation
    holds the members that are kept; all others become one, Other.
    """

    name: str
    dimension: Dimension | None
    entity: str | None = None
    all_members: bool = False
    top: str | None = None
    type: ValueType | None = None
    order_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One leaf in its context: a column of the block. A hidden one only sorts or filters: no groups."""

    name: str
    measure: Measure | PerCell
    context: Context
    zero: bool
    type: ValueType
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class PerCell:
    """An aggregate over the rows of a nested block."""

    function: str
    block: Block
    value: Value
    arguments: tuple[Value, ...]
    distinct: bool
    source: PerMeasure


@dataclass(frozen=True, slots=True)
class Ranking:
    """A rank over the rows of a level: the kept keys. `dense` ties are broken for `top`."""

    name: str
    value: Value
    within: frozenset[int]
    keep: frozenset[int] | None
    whole: bool
    ascending: bool
    numbered: bool


@dataclass(frozen=True, slots=True)
class Spine:
    """The periods of a block: a grain over the asked interval.

    A nested spine (`per day`) cuts the periods of `outer`, as seen through `context`, into its own.
    """

    grain: str | None
    interval: Interval
    outer: Spine | None = None
    context: Context | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Values on rows of keys and periods."""

    keys: tuple[Key, ...]
    spine: Spine
    cells: tuple[Cell, ...]
    rankings: tuple[Ranking, ...]
    filters: tuple[syntax.Expression, ...]
    narrowing: tuple[syntax.Expression, ...]
    axis: syntax.Name | None
    per: tuple[PerKey, ...] = ()


OutputRole = Literal[
    "period", "group", "metric", "prior", "change", "target", "gap", "status", "is_other", "last_day"
]
"""The last two are not shown: they tell which rows are Other, and where a calendar's periods end."""
UNSHOWN = frozenset({"is_other", "last_day"})


@dataclass(frozen=True, slots=True)
class Output:
    """A column of the answer: a key by position, the period, or a value."""

    name: str
    label: str
    role: OutputRole
    type: ValueType
    value: Value | None = None
    key: int | None = None
    metric: str | None = None
    format: str | None = None
    better: str | None = None


@dataclass(frozen=True, slots=True)
class Sort:
    """A column to order by: an output, or a value that is not shown."""

    output: int | None
    value: Value | None
    descending: bool


@dataclass(frozen=True, slots=True)
class TopList:
    """The members of a key that are kept, computed first, where the others become one."""

    name: str
    block: Block
    value: Value
    count: int
    ascending: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole question. `peers` has the ranks of a block in which Other stands for members of a key."""

    block: Block
    outputs: tuple[Output, ...]
    having: Value | None
    sorts: tuple[Sort, ...]
    limit: int | None
    top: tuple[str, int] | None
    top_list: TopList | None
    as_of: AsOfDay
    metrics: tuple[str, ...]
    peers: Block | None = None
