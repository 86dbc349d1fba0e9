"""A question's syntax to its plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from metricdsl.catalog.values import localized
from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.language import syntax
from metricdsl.language.printer import to_text
from metricdsl.model.environment import Environment, duration
from metricdsl.model.meaning import (
    Apply,
    Computed,
    InContext,
    Measure,
    Prior,
    Value,
    measures,
)  # fmt: skip
from metricdsl.model.metric_names import metric_named
from metricdsl.model.metrics import Metrics, MetricScope
from metricdsl.model.scalars import resolve
from metricdsl.plan import words
from metricdsl.plan.asker import Asker
from metricdsl.plan.contexts import Leaves
from metricdsl.plan.groups import group_outputs, groups
from metricdsl.plan.nodes import Output, Plan, Sort, Spine
from metricdsl.plan.periods import as_of_day, interval
from metricdsl.plan.targets import target_columns
from metricdsl.plan.top import top_list, top_rank
from metricdsl.source import Span
from metricdsl.types import GRAINS, ValueType


def plan(
    environment: Environment,
    question: syntax.Question,
    as_of: Any = None,
    language: str | None = None,
    metrics: Metrics | None = None,
) -> Plan:
    """The plan of a question in its environment. `metrics` may be shared by questions that set no parameters."""
    for name, literal in environment.parameters.items():
        if name not in environment.definitions.entries.parameters:
            known = did_you_mean(name, environment.definitions.entries.parameters)
            raise fail("unknown-parameter", f"there is no parameter '{name}'", literal.span, *known)
    if metrics is None or environment.parameters or environment.values or any(g.alias for g in question.by):
        metrics = Metrics(environment)
    languages = environment.definitions.entries.settings.languages
    asker = Asker(metrics, question, language or (languages[0] if languages else "en"))
    return _plan(asker, as_of)


def _plan(asker: Asker, as_of_asked: Any) -> Plan:
    question, definitions = asker.question, asker.definitions
    calendar = definitions.calendar
    as_of = as_of_day(question.as_of or as_of_asked, calendar)
    grain, keys = groups(asker)
    problems: list[Diagnostic] = []
    spine = Spine(grain, interval(question.range, grain, as_of, calendar), column=grain or "")
    filters = (question.where,) if question.where is not None else ()
    listed = peers = None
    if question.top is not None and question.top.others:
        peers = Leaves(keys, spine, filters, axis=asker.axis())
        keys, listed = top_list(asker, question.top, keys, spine)
    leaves = Leaves(keys, spine, filters, axis=asker.axis(), peers=peers)
    outputs = [*group_outputs(asker, grain, keys)]
    aliases: list[tuple[str, syntax.Expression]] = []
    placed: dict[str, tuple[syntax.Expression, Value]] = {}
    used: list[str] = []
    for column in question.columns:
        scope = MetricScope(asker.metrics, labels=True, aliases=tuple(aliases))
        metric = _metric_of(column.formula, asker)
        try:
            value = resolve(column.formula, scope)
        except MetricError as error:
            problems += error.diagnostics
            continue
        if not measures(value):
            problems.append(_constant(column))
            continue
        if metric:
            used.append(metric)
            if isinstance(value, Measure):
                leaves.names.setdefault(value, metric)
        name = column.alias or metric or to_text(column.formula)
        if name in placed or any(o.name == name for o in outputs):
            raise fail(
                "duplicate-column", f"two columns are named '{name}'", column.span, "name one with `as`"
            )
        placed[name] = (column.formula, value)
        aliases.append((name, column.formula))
        outputs += _metric_outputs(asker, leaves, name, metric, value, column)
    if problems:
        raise MetricError(*problems)
    if listed is not None:
        outputs.append(Output("is_other", "", "is_other", ValueType("integer")))
    if grain is not None and grain not in GRAINS:
        outputs.append(Output(f"{grain}_last_day", "", "last_day", ValueType("date")))
    for one in (leaves, peers):
        if one is not None:
            one.hidden = True
    scope = MetricScope(asker.metrics, labels=True, aliases=tuple(aliases))
    having = _having(asker, scope, leaves, outputs)
    sorts = tuple(_sort(o, asker, scope, leaves, outputs) for o in question.order)
    top = None
    if question.top is not None and not question.top.others:
        top = top_rank(asker, question.top, leaves, scope)
    return Plan(
        leaves.block(), tuple(outputs), having, sorts, question.limit, top, listed, as_of, tuple(used),
        peers.block() if peers is not None and peers.ranks else None,
    )  # fmt: skip


def _constant(column: syntax.Column) -> Diagnostic:
    message = "this counts nothing: it has neither a metric nor an aggregate"
    return Diagnostic("no-aggregate", message, column.span, ("name a metric, or aggregate: count(orders)",))


def _metric_of(formula: syntax.Expression, asker: Asker) -> str | None:
    """The metric that a column is, where it is nothing but one."""
    if isinstance(formula, syntax.Name) and len(formula.parts) == 1:
        word = formula.parts[0]
        if word in asker.definitions.entries.metrics:
            return word
        try:
            return metric_named(formula, asker.environment, labels=True)
        except Exception:  # an alias, or an error that resolving the column reports
            return None
    return None


def _metric_outputs(
    asker: Asker, leaves: Leaves, name: str, metric: str | None, value: Value, column: syntax.Column
) -> list[Output]:
    """A metric's column, and behind it those of `vs`."""
    label, form, better = name, None, None
    if metric:
        model = asker.definitions.entries.metrics[metric].model
        label = localized(model.label, asker.language) or name
        form, better = model.format, model.better
    if column.alias:
        label = column.alias
    placed = leaves.shown(value, asker.here())
    outputs = [Output(name, label, "metric", value.type, placed, metric=metric, format=form, better=better)]
    match asker.question.versus:
        case syntax.VersusPrior(by=by, span=span):
            amount, unit = duration(by, asker.environment)
            prior = InContext(value, Prior(amount, unit, "vs prior"), value.type, span)
            before = leaves.shown(prior, asker.here())
            said = words.beside(label, words.prior(amount, unit, asker.language), asker.language)
            outputs.append(replace(outputs[0], name=f"{name}_prior", label=said, role="prior", value=before))
            if value.type.numeric:
                change = Apply("-", (placed, before), value.type)
                said = words.beside(label, words.companion("change", asker.language), asker.language)
                outputs.append(
                    replace(outputs[0], name=f"{name}_change", label=said, role="change", value=change)
                )
        case syntax.VersusTarget():
            outputs += target_columns(asker.environment, leaves, outputs[0], metric, asker.language)
        case None:
            pass
    return outputs


def _having(asker: Asker, scope: MetricScope, leaves: Leaves, outputs: list[Output]) -> Value | None:
    having = asker.question.having
    if having is None:
        return None
    value = resolve(having, _Answer(scope, leaves, outputs))
    if value.type.kind not in ("boolean", "null"):
        raise fail("not-a-condition", f"'having' needs a condition, this is {value.type}", having.span)
    return leaves.place(value, asker.here())


@dataclass(frozen=True, eq=False)
class _Answer:
    """The scope of `having` and `order by`: formulas, and the answer's own columns by name."""

    scope: MetricScope
    leaves: Leaves
    outputs: list[Output]

    @property
    def environment(self) -> Environment:
        return self.scope.environment

    @property
    def expanding(self) -> tuple[str, ...]:
        return self.scope.expanding

    def within(self, function: str) -> MetricScope:
        return self.scope.within(function)

    def named(self, name: syntax.Name) -> Value:
        word = ".".join(name.parts)
        for output in (o for o in self.outputs if o.name == word):
            if (
                output.role in ("period", "group")
                and word not in self.environment.definitions.entries.metrics
            ):
                return self._group(output, name.span)
            if output.role not in ("metric", "period", "group"):
                assert output.value is not None
                return output.value
        return self.scope.named(name)

    def _group(self, output: Output, span: Span) -> Value:
        """The column of a period or a group."""
        if output.key is None:
            assert self.leaves.spine.grain is not None
            return Computed(self.leaves.spine.grain, False, output.type)
        key = self.leaves.keys[output.key]
        if key.top:
            message = f"'{output.name}' is Other in one row, which has no value of its own"
            raise fail("group-with-others", message, span, "put a condition on it behind `where`")
        return Computed(key.name, False, output.type)

    def other(self, node: syntax.Expression) -> Value:
        return self.scope.other(node)


def _sort(
    order: syntax.Order, asker: Asker, scope: MetricScope, leaves: Leaves, outputs: list[Output]
) -> Sort:
    """One item of `order by`: a column of the answer, or a formula."""
    expression = order.expression
    if isinstance(expression, syntax.Name):
        word = ".".join(expression.parts)
        for index, output in enumerate(outputs):
            if output.name == word or (output.role == "period" and word == leaves.spine.grain):
                return Sort(index, None, order.descending)
            if output.role == "group" and output.key is not None:
                key = leaves.keys[output.key]
                assert key.dimension is not None
                path = ((key.dimension.root,) if key.dimension.root else ()) + key.dimension.joins
                if ".".join((*path, key.dimension.leaf)) == word or output.label == word:
                    return Sort(index, None, order.descending)
    value = resolve(expression, _Answer(scope, leaves, outputs))
    return Sort(None, leaves.place(value, asker.here()), order.descending)
