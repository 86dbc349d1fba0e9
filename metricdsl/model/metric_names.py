"""Which metric a name means: by name, label or synonym; and what to say where it is none."""

from __future__ import annotations

import re

from metricdsl.errors import MetricError, did_you_mean, fail
from metricdsl.language import syntax
from metricdsl.model.environment import Environment
from metricdsl.model.rows import RowScope
from metricdsl.source import Span
from metricdsl.types import ValueType


def metric_named(name: syntax.Name, environment: Environment, labels: bool) -> str:
    """The metric that a name means; with `labels` also one whose label or synonym it is."""
    word = ".".join(name.parts)
    entries = environment.definitions.entries
    if word in entries.metrics:
        return word
    if labels:
        found = [m for m in environment.definitions.metric_words.get(word, ()) if m in entries.metrics]
        if len(found) == 1:
            return found[0]
        if found:
            raise fail(
                "ambiguous-name",
                f"'{word}' is the label of several metrics",
                name.span,
                "name one: " + ", ".join(found),
            )
    raise _not_a_metric(name, environment)


def _aggregated(kind: ValueType, field: str) -> str:
    """An aggregate that suits a field."""
    if kind.numeric:
        return f"sum({field})"
    if kind.temporal:
        return f"max({field})"
    return f"share({field})" if kind.kind == "boolean" else f"count(distinct {field})"


def _not_a_metric(name: syntax.Name, environment: Environment) -> MetricError:
    entries = environment.definitions.entries
    word = ".".join(name.parts)
    first = name.parts[0]
    if first in entries.entities:
        if len(name.parts) == 1:
            message = f"'{word}' is an entity, not a metric"
            return fail("not-a-metric", message, name.span, f"count({word}) counts its rows")
        message = f"'{word}' is a field: every row has its own"
        try:
            value = RowScope(environment, first).follow(name.parts[1:], name.span)
        except MetricError as error:
            return error
        hint = f"aggregate it, as in {_aggregated(value.type, word)}"
        return fail("not-a-metric", message, name.span, hint)
    if word in entries.segments:
        message = f"'{word}' is a segment, a condition"
        return fail("not-a-metric", message, name.span, f"use it behind where: … where {word}")
    known = [*entries.metrics, *environment.definitions.metric_words]
    if (dashed := _with_dashes(name.span)) in known:
        message = f"there is no metric '{word}': a dash in a bare name is a minus"
        return fail("unknown-metric", message, name.span, f"write `{dashed}`, in backquotes")
    return fail("unknown-metric", f"there is no metric '{word}'", name.span, *did_you_mean(word, known))


def _with_dashes(span: Span) -> str:
    """The name that begins at a place, if dashes were letters: `net-promoter`."""
    found = re.match(r"\w+(?:-\w+)+", span.source.text[span.start :])
    return found[0] if found else ""


def best_is_low(formula: syntax.Expression, environment: Environment) -> bool:
    """Whether the smallest value is the best: as the metric's `better` says, else the largest is."""
    match formula:
        case syntax.Name(parts=parts):
            try:
                metric = metric_named(formula, environment, labels=True)
            except MetricError:
                return False
            del parts
            better = environment.definitions.entries.metrics[metric].model.better
            return bool(better == "down")
        case (
            syntax.Narrowed(formula=inner) | syntax.Shifted(formula=inner) | syntax.Trailing(formula=inner)
            | syntax.ToDate(formula=inner) | syntax.Running(formula=inner) | syntax.Total(formula=inner)
        ):  # fmt: skip
            return best_is_low(inner, environment)
        case _:
            return False
