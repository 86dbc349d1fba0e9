"""Where a function is called: in a question, or in what the catalog defines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog
    from metricdsl.source import Span, Text


def first_call(catalog: Catalog, question: syntax.Question, function: str) -> Span | None:
    """The call in the question, else the first in the catalog; None where a plugin's function calls it."""
    for tree in (question, *_trees(catalog)):
        calls: list[syntax.Aggregate | syntax.Call] = [*syntax.nodes(tree, syntax.Call)]
        for call in (*calls, *syntax.nodes(tree, syntax.Aggregate)):
            if call.function == function:
                return call.span
    return None


def _trees(catalog: Catalog) -> Iterator[syntax.Expression]:
    for text in _texts(catalog):
        try:
            yield parse_formula(text)
        except MetricError:
            continue  # `kpi check` tells of it


def _texts(catalog: Catalog) -> Iterator[Text]:
    """The formulas of metrics and functions, the conditions of segments, the expressions of fields."""
    entries = catalog.entries
    for entry in (*entries.metrics.values(), *entries.functions.values()):
        yield entry.text("formula")
    for segment in entries.segments.values():
        try:
            yield segment.text("where")
        except LookupError:
            yield segment.text()
    for name in entries.entities:
        fields = catalog.definitions.entity(name).fields.values()
        yield from (field.expression for field in fields if field.expression is not None)
