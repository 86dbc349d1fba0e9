"""What only planning shows: scorecards, views and targets, as far as they can be checked without being asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from metricdsl.catalog.scorecards import question as question_of
from metricdsl.errors import Diagnostic, MetricError
from metricdsl.language import syntax
from metricdsl.language.parser import parse_condition, parse_question
from metricdsl.model.dimensions import names_in
from metricdsl.model.environment import Environment
from metricdsl.plan.build import plan
from metricdsl.plan.targets import target_text
from metricdsl.source import Text

if TYPE_CHECKING:
    from metricdsl.catalog.entries import Entry
    from metricdsl.catalog.schema import Metric, View
    from metricdsl.model.catalog import Catalog

A_PERIOD = parse_question(Text.of("any for 2025")).range
"""For metrics that have a meaning only in one."""

Task = Callable[[], list[Diagnostic]]


def tasks(catalog: Catalog) -> Iterator[Task]:
    """Each raises MetricError for what is wrong."""
    entries = catalog.entries
    for view in entries.views.values():
        yield lambda view=view: _view(catalog, view)  # type: ignore[misc]  # bound now
    for card in entries.scorecards.values():
        yield lambda card=card: _question(catalog, question_of(card))  # type: ignore[misc]  # bound now
    for name, metric in entries.metrics.items():
        yield lambda name=name, metric=metric: _targets(catalog, name, metric)  # type: ignore[misc]  # bound now


def _view(catalog: Catalog, entry: Entry[View]) -> list[Diagnostic]:
    _ = entry.model  # tells first what is wrong in the way it is written
    return _question(catalog, entry.text("question"))


def _question(catalog: Catalog, text: Text) -> list[Diagnostic]:
    question = parse_question(text)
    environment = Environment(catalog.definitions, dict(question.parameters))
    plan(environment, question, metrics=catalog.metrics)
    return []


def _targets(catalog: Catalog, name: str, entry: Entry[Metric]) -> list[Diagnostic]:
    """The metric against its targets, by all that their conditions speak of."""
    targets = entry.model.target
    if not targets:
        return []
    here = entry.span
    conditions = [parse_condition(target_text(entry, i, "where")) for i, t in enumerate(targets) if t.where]
    groups = {
        n.parts: n
        for tree in conditions
        for n in names_in(tree)
        if n.parts[0] not in catalog.entries.segments
    }
    question = syntax.Question(
        (syntax.Column(syntax.Name((name,), span=here), span=here),),
        by=tuple(syntax.Grouping(n, span=n.span) for n in groups.values()),
        versus=syntax.VersusTarget(span=here), span=here,
    )  # fmt: skip
    environment = Environment(catalog.definitions)
    try:
        made = plan(environment, question, metrics=catalog.metrics)
    except MetricError as error:
        if {d.code for d in error.diagnostics} != {"no-period"}:
            raise
        made = plan(environment, replace(question, range=A_PERIOD), metrics=catalog.metrics)
    shown = next(output for output in made.outputs if output.role == "metric")
    percent = shown.type.kind == "percent" or (shown.format or "").startswith("percent")
    return [_hundredfold(text) for text in _amounts(entry) if percent and _is_large(text.value)]


def _amounts(entry: Entry[Metric]) -> Iterator[Text]:
    """The targets and the bounds of their warnings, as they are written."""
    for i, target in enumerate(entry.model.target):
        yield target_text(entry, i, "value")
        if target.warn:
            yield entry.text("target", i, "warn") if entry.is_list("target") else entry.text("target", "warn")
    if entry.model.warn:
        yield entry.text("warn")


def _is_large(amount: str) -> bool:
    """Whether a bare number is more than all: 1 is 100 %."""
    try:
        return abs(float(amount)) > 1
    except ValueError:
        return False


def _hundredfold(amount: Text) -> Diagnostic:
    """`target: 38` of a share, which is 38 times all."""
    written = amount.value
    meant = f"{Decimal(written) * 100:f}".removesuffix(".0").removesuffix(".00")
    return Diagnostic(
        "percent-without-sign", f"this metric is a percentage, and {written} means {meant}%", amount.whole,
        (f"write {written}%", f"if {meant}% is meant, write {meant}%"), severity="warning",
    )  # fmt: skip
