"""All functions, and the operators' result types."""

from __future__ import annotations

from functools import cache

from metricdsl.functions.aggregates import AGGREGATES, AggregateFunction
from metricdsl.functions.signature import ROW_FUNCTIONS, RowFunction


@cache
def row_functions() -> dict[str, RowFunction]:
    """The built-in row functions, and those of the entry point group `metricdsl.functions`."""
    from importlib.metadata import entry_points

    from metricdsl.functions import choices, dates, numbers, texts  # noqa: F401  # they declare themselves

    for point in entry_points(group="metricdsl.functions"):
        point.load()
    return ROW_FUNCTIONS


__all__ = ["AGGREGATES", "AggregateFunction", "row_functions"]
