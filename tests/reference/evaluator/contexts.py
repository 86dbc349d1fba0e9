"""What a formula is a function of (the page's first sentence), and what is read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from metricdsl.language import syntax
from tests.reference.evaluator.calendar import Period
from tests.reference.evaluator.catalog import Path
from tests.reference.evaluator.values import Duration, Value


class When(Enum):
    """What a context may have in place of a period."""

    ALWAYS = "there is no period"
    UNDATED = "the null period: rows whose time is null"
    NEVER = "no row at all"


@dataclass(frozen=True)
class Key:
    """A group, or the k of `per k`. `kept` is set where the other values make one group."""

    expression: syntax.Expression | syntax.GrainOf | syntax.Since
    kept: frozenset[Value] | None = None


@dataclass(frozen=True)
class RowOf:
    """The k of `per ENTITY`: the entity's row that a row leads to."""

    entity: str


@dataclass(frozen=True)
class Context:
    """Group values, a period, filters; and how far row times are moved before they are compared with it.

    `limit` cuts the period (`aligned`), `peers` are the groups that `rank` is over, `grain` that of the
    period; `present` are the k that a row must have, where it does not matter which.
    """

    keys: tuple[tuple[Key | RowOf, Value], ...] = ()
    period: Period | When = When.ALWAYS
    moves: tuple[Duration, ...] = ()
    filters: tuple[syntax.Expression, ...] = ()
    narrowed: tuple[syntax.Expression, ...] = ()
    limit: datetime | None = None
    peers: tuple[tuple[tuple[Key | RowOf, Value], ...], ...] = ()
    grain: str | None = None
    present: tuple[Key | RowOf, ...] = ()
    totalled: bool = False


@dataclass(frozen=True)
class Leaf:
    """An aggregate, its entity and time axis; without a node all rows of an entity, whatever their time."""

    node: syntax.Aggregate | None
    entity: str
    axis: Path | None


class Other:
    """The group that `with others` makes of all values but the best."""

    def __str__(self) -> str:
        return "Other"


OTHER = Other()


def parts(node: object) -> tuple[object, ...]:
    """What an operator or a function of values is made of."""
    match node:
        case tuple():
            return node
        case syntax.Operation() | syntax.Membership() | syntax.Between() | syntax.IsNull() | syntax.Case():
            return tuple(getattr(node, slot) for slot in type(node).__slots__ if slot != "span")
        case syntax.Call(arguments=arguments):
            return arguments
    return ()


def row_names(tree: object) -> list[Path]:
    """The names in a row expression that are read on the row itself; () for what is read on other rows."""
    match tree:
        case syntax.Name(parts=path):
            return [path]
        case syntax.Aggregate() | syntax.Has() | syntax.Neighbour():
            return [()]
    return [name for part in parts(tree) for name in row_names(part)]
