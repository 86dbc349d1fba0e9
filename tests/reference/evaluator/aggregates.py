"""What an aggregate makes of a list of values (section 3). Each value is the tuple of its arguments."""

from __future__ import annotations

import math
import statistics
from typing import Any

from tests.reference.evaluator.values import Label, ascending

Value = Any


def aggregate(function: str, rows: list[tuple[Value, ...]], distinct: bool) -> Value:
    """Every aggregate skips nulls; count and sum of nothing are 0, all others null."""
    if function == "percentile":
        return percentile([x for x, _ in rows if x is not None], rows[0][1]) if rows else None
    if function == "weighted_avg":
        pairs = [(x, w) for x, w in rows if x is not None and w is not None]
        weight = math.fsum(w for _, w in pairs)
        return math.fsum(x * w for x, w in pairs) / weight if weight else None
    values = [x for (x, *_) in rows if x is not None]
    if function in ("count", "approx_count"):
        return len(set(values)) if distinct else len(values)
    if function == "sum":
        return total(values)
    return SIMPLE[function](values) if values else None


def total(values: list[Value]) -> Value:
    """Whole numbers exactly, others to the last bit."""
    return math.fsum(values) if any(isinstance(v, float) for v in values) else sum(values)


def percentile(values: list[Value], share: float) -> Value:
    """Interpolated between the neighbours."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low, high = ordered[math.floor(place)], ordered[math.ceil(place)]
    return low + (high - low) * (place - math.floor(place))


def only(values: list[Value]) -> Value:
    return values[0] if len(set(values)) == 1 else None


def sample(function: Any) -> Any:
    """`stddev` and `variance` are of the sample: null of one value."""
    return lambda values: float(function([float(v) for v in values])) if len(values) > 1 else None


SIMPLE = {
    "avg": lambda v: total(v) / len(v),
    "median": lambda v: percentile(v, 0.5),
    "min": lambda v: min(v, key=ascending),
    "max": lambda v: max(v, key=ascending),
    "stddev": sample(statistics.stdev),
    "variance": sample(statistics.variance),
    "share": lambda v: sum(1 for x in v if x) / len(v),
    "first": lambda v: v[0],
    "last": lambda v: v[-1],
    "only": only,
}
__all__ = ["Label", "aggregate"]
