"""Metric formulas: functions of a context, with every name resolved down to aggregates of rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from metricdsl.errors import MetricError, did_you_mean, fail
from metricdsl.functions.aggregates import AGGREGATES
from metricdsl.functions.signature import ACCEPTS, WORDS
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula
from metricdsl.model.arguments import (
    aggregate_type,
    aggregated_entity,
    arguments_of,
    check_plain,
    check_repetition,
)  # fmt: skip
from metricdsl.model.environment import Environment, duration
from metricdsl.model.meaning import (
    AlignedCut,
    Apply,
    Change,
    Dimension,
    Dropped,
    InContext,
    Measure,
    PerKey,
    PerMeasure,
    Prior,
    RankOf,
    RunningWindow,
    ToDateWindow,
    TrailingWindow,
    Value,
    walk,
)  # fmt: skip
from metricdsl.model.metric_names import best_is_low, metric_named
from metricdsl.model.rows import RowScope, dimension_of
from metricdsl.model.scalars import condition, conjunction, resolve
from metricdsl.model.sequences import followed
from metricdsl.source import Span
from metricdsl.types import GRAINS, ValueType, number_of, unit_named, unit_text

PERCENT = ValueType("percent")
NOT_SHOWN_AS = {"money": ("percent", "duration"), "duration": ("percent", "money")}
INTEGER = ValueType("integer")


@dataclass(eq=False)
class Metrics:
    """The meaning of a catalog's metrics under one environment, each worked out once."""

    environment: Environment
    _known: dict[tuple[object, ...], Value | MetricError] = field(default_factory=dict)

    def metric(self, name: str, scope: MetricScope, span: Span | None) -> Value:
        """The meaning of a metric by its name, in the scope from which it is named."""
        key = (name, scope.conditions, scope.filters, scope.inside_per)
        if key not in self._known:
            if name in scope.expanding:
                chain = " → ".join((*scope.expanding[scope.expanding.index(name) :], name))
                raise fail("cycle", f"metrics refer to each other in a circle: {chain}", span)
            entry = self.environment.definitions.entries.metrics[name]
            _ = entry.model
            try:
                value = resolve(parse_formula(entry.text("formula")), scope.within(name))
                self._known[key] = self._typed(name, value)
            except RecursionError:
                message = f"the formula of '{name}', or one that it uses, is nested too deeply"
                raise fail("too-deep", message, entry.span) from None
            except MetricError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, MetricError):
            raise MetricError(*found.diagnostics)
        return found

    def _typed(self, name: str, value: Value) -> Value:
        """The value under the unit and format that the metric declares."""
        entry = self.environment.definitions.entries.metrics[name]
        model, kind = entry.model, value.type
        if model.unit and model.unit not in ("count", "percent", "score"):
            unit = unit_named(model.unit)
            if kind.unit and kind.unit != unit:
                raise fail(
                    "unit-mismatch",
                    f"metric '{name}' declares {unit_text(unit)}, its formula gives {unit_text(kind.unit)}",
                    entry.where("unit"),
                )
            if kind.numeric and not kind.unit and unit:
                kind = number_of(unit)
        form = (model.format or "").partition("(")[0]
        if (form == "percent" and kind.unit) or kind.kind in NOT_SHOWN_AS.get(form, ()):
            message = f"metric '{name}' is shown as {form}, its formula gives {kind}"
            raise fail("unit-mismatch", message, entry.where("format"))
        if form == "percent" and kind.numeric:
            kind = PERCENT
        if model.unit == "percent" and kind.numeric and not kind.unit:
            kind = PERCENT
        return value if kind == value.type else Apply("typed", (value,), kind)


@dataclass(frozen=True, eq=False)
class MetricScope:
    """Where a formula stands.

    `conditions` come from `(F where …)` around it; `filters` are those around a `per`, which remove rows.
    `labels` allows metrics by label or synonym, as questions do. `aliases` are later columns' names.
    """

    metrics: Metrics
    conditions: tuple[syntax.Expression, ...] = ()
    filters: tuple[syntax.Expression, ...] = ()
    inside_per: bool = False
    labels: bool = False
    aliases: tuple[tuple[str, syntax.Expression], ...] = ()
    expanding: tuple[str, ...] = ()

    @property
    def environment(self) -> Environment:
        return self.metrics.environment

    def within(self, function: str) -> MetricScope:
        return replace(self, expanding=(*self.expanding, function), labels=False, aliases=())

    def named(self, name: syntax.Name) -> Value:
        word = name.parts[0]
        if len(name.parts) == 1:
            for index, (alias, formula) in enumerate(self.aliases):
                if alias == word:
                    return resolve(formula, replace(self, aliases=self.aliases[:index]))
        found = metric_named(name, self.environment, self.labels)
        return self.metrics.metric(found, self, name.span)

    def other(self, node: syntax.Expression) -> Value:
        match node:
            case syntax.Aggregate(per=()):
                return self._measure(node)
            case syntax.Aggregate():
                return self._per(node)
            case syntax.Narrowed(formula=formula, where=where):
                value = resolve(formula, replace(self, conditions=(*self.conditions, where)))
                if not any(isinstance(v, Measure) for v in _leaves(value)):
                    raise fail("unused-tail", "this condition has nothing to narrow", where.span)
                return value
            case syntax.Shifted():
                return self._shifted(node)
            case syntax.Trailing(formula=formula, window=window):
                amount, unit = duration(window, self.environment)
                if amount <= 0:
                    raise fail("not-a-duration", "a window is longer than nothing", window.span)
                return self._changed(formula, TrailingWindow(amount, unit), node.span)
            case syntax.ToDate(formula=formula, grain=grain):
                check_grain(grain, self.environment, node.span)
                return self._changed(formula, ToDateWindow(grain), node.span)
            case syntax.Running(formula=formula):
                return self._changed(formula, RunningWindow(), node.span)
            case syntax.Total(formula=formula, by=by, ignoring_filters=unfiltered):
                keep = tuple(self._kept(d) for d in by)
                return self._changed(formula, Dropped(keep, unfiltered), node.span)
            case syntax.Rank():
                return self._rank(node)
            case _:
                raise fail(
                    "not-in-a-formula", "this looks at single rows; put it inside an aggregate", node.span
                )

    def _changed(self, formula: syntax.Expression, change: Change, span: Span) -> InContext:
        value = resolve(formula, self)
        return InContext(value, change, value.type, span)

    def _shifted(self, node: syntax.Shifted) -> Value:
        amount, unit = duration(node.by, self.environment)
        value = resolve(node.formula, self)
        prior: Value = InContext(value, Prior(amount, unit, node.function), value.type, node.span)
        if node.aligned:
            # The cut stands outside: it is told in moved time, which is that of the current period.
            prior = InContext(prior, AlignedCut(), value.type, node.span)
        if node.function == "prior":
            return prior
        if not value.type.numeric and value.type.kind != "null":
            raise fail(
                "not-a-number", f"{node.function} needs a number, this is {value.type}", node.formula.span
            )
        current = InContext(value, AlignedCut(), value.type, node.span) if node.aligned else value
        change = Apply("-", (current, prior), value.type)
        if node.function == "change":
            return change
        return Apply("/", (change, Apply("abs", (prior,), value.type)), PERCENT)

    def _kept(self, name: syntax.Name) -> Dimension:
        """A group behind `total(… by …)` or `within`; a grain of time is none, for time stays."""
        try:
            return dimension_of(self.environment, name)
        except MetricError:
            if ".".join(name.parts) not in grains(self.environment):
                raise
        message = f"'{name.parts[0]}' is no group to be kept: the question's periods always are"
        raise fail("grain-as-group", message, name.span, "leave it out")

    def _rank(self, node: syntax.Rank) -> Value:
        if self.inside_per:
            raise fail(
                "rank-inside-per",
                "a rank is over the result's groups; inside `per` there are none",
                node.span,
            )
        value = resolve(node.formula, self)
        within = tuple(self._kept(d) for d in node.within)
        return RankOf(value, within, best_is_low(node.formula, self.environment), INTEGER, node.span)

    # --- aggregates ------------------------------------------------------------------------------

    def _measure(self, node: syntax.Aggregate) -> Value:
        entity = aggregated_entity(node, self.environment)
        scope = RowScope(self.environment, entity, expanding=self.expanding)
        here = scope.here
        axis = self._axis(node, scope)
        scope = replace(scope, axis=axis)
        conditions = [condition(node.where, scope)] if node.where is not None else []
        sequence = node.arguments[0] if isinstance(node.arguments[0], syntax.Sequence) else None
        function, distinct = node.function, node.distinct
        if sequence is None:
            arguments, distinct = arguments_of(node, scope)
            check_repetition(node, arguments, scope)
            kind = aggregate_type(node, arguments)
        else:
            arguments, function, kind = self._sequence(node, sequence, scope)
            first = sequence.steps[0].where
            if first is not None:
                conditions.insert(0, condition(first, scope))
            if function == "count":
                conditions += arguments
                arguments = ()
        self._check_stock(node, scope)
        if sequence is None or here.snapshot:
            check_plain(node, here, node.stock)
        outer = replace(scope, bare=False)
        conditions += [condition(c, outer) for c in self.conditions]
        filters = tuple(condition(c, outer) for c in self.filters)
        return Measure(
            function, entity, arguments, distinct, conjunction(conditions), filters, axis, node.stock, kind,
            node.span, chosen=node.on is not None, metric=self._asked(),
        )  # fmt: skip

    def _asked(self) -> str | None:
        """The metric of the question in which this stands."""
        metrics = self.environment.definitions.entries.metrics
        return next((name for name in self.expanding if name in metrics), None)

    def _axis(self, node: syntax.Aggregate, scope: RowScope) -> Value | None:
        if node.on is not None:
            axis = scope.named(node.on)
            if not axis.type.temporal:
                raise fail(
                    "not-a-time", f"'{'.'.join(node.on.parts)}' is {axis.type}, not a date", node.on.span
                )
            return axis
        return scope.field(scope.here.axis, node.span) if scope.here.axis else None

    def _check_stock(self, node: syntax.Aggregate, scope: RowScope) -> None:
        if node.stock is None:
            return
        here = scope.here
        tail = "during" if node.stock == "during" else f"at {node.stock}"
        if here.lifetime is None and here.snapshot is None:
            raise fail(
                "no-lifetime",
                f"{here.name} has neither a lifetime nor snapshots, so nothing says which are there '{tail}'",
                node.span,
                f"add `lifetime: {{from: …, to: …}}` to {here.name}",
            )
        for name in (here.lifetime.start, here.lifetime.end) if here.lifetime else ():
            here.fields[name].require(node.span)
        if node.on is not None:
            raise fail(
                "unused-tail", f"'on' has no effect beside '{tail}'", node.on.span, "take one of them out"
            )

    def _sequence(
        self, node: syntax.Aggregate, sequence: syntax.Sequence, scope: RowScope
    ) -> tuple[tuple[Value, ...], str, ValueType]:
        met, reached, own_time = followed(sequence, scope)
        if sequence.elapsed:
            if sequence.steps[-1].negated:
                raise fail("elapsed-of-nothing", "what is not followed takes no time", sequence.span)
            days = ValueType("duration", unit_named("days"))
            function = AGGREGATES[node.function]
            if function.accepts[0] not in ("number", "any") or len(function.accepts) != len(node.arguments):
                raise fail("wrong-arguments", f"{node.function} does not take `elapsed`", node.span)
            extra = tuple(resolve(a, scope) for a in node.arguments[1:] if not isinstance(a, syntax.Sequence))
            return (Apply("days", (own_time, reached), days), *extra), node.function, function.result([days])
        if node.function not in ("count", "share") or node.distinct:
            raise fail(
                "sequence-without-elapsed",
                f"{node.function} of a sequence needs `elapsed` at its end",
                node.span,
                "count and share go without",
            )
        return (met,), node.function, INTEGER if node.function == "count" else PERCENT

    def _per(self, node: syntax.Aggregate) -> Value:
        if node.on is not None or node.stock is not None or node.repeated:
            raise fail(
                "tail-not-allowed",
                "behind `per` stands no other tail; put it on the inner aggregate",
                node.span,
            )
        function = AGGREGATES[node.function]
        only_grain = len(node.per) == 1 and node.per[0].parts[0] in grains(self.environment)
        if node.function in ("first", "last") and not only_grain:
            raise fail("no-order", f"values per key have no order in time for {node.function}", node.span)
        inner = replace(self, conditions=(), filters=(*self.filters, *self.conditions), inside_per=True)
        formula = node.arguments[0]
        assert not isinstance(formula, syntax.Sequence)
        if len(node.arguments) != len(function.accepts):
            raise fail(
                "wrong-arguments", f"{node.function} takes {len(function.accepts)} argument(s)", node.span
            )
        values = [resolve(a, inner) for a in node.arguments]  # type: ignore[arg-type]  # no sequences here
        for value, wanted, argument in zip(values, function.accepts, node.arguments, strict=True):
            if value.type.kind != "null" and value.type.kind not in ACCEPTS[wanted]:
                message = f"{node.function} needs {WORDS[wanted]} here, this is {value.type}"
                raise fail("type-mismatch", message, argument.span)
        if not any(isinstance(v, Measure) for v in _leaves(values[0])):
            raise fail(
                "no-aggregate", "a value `per` something is an aggregate, as in count(orders)", formula.span
            )
        if node.where is not None:
            raise fail(
                "tail-not-allowed", "put the condition inside the inner aggregate, or around: (… where …)",
                node.where.span,
            )  # fmt: skip
        keys = tuple(self._per_key(k) for k in node.per)
        kind = function.result([v.type for v in values])
        return PerMeasure(
            node.function, values[0], tuple(values[1:]), node.distinct, keys,
            (*self.filters, *self.conditions), kind, node.span,
        )  # fmt: skip

    def _per_key(self, name: syntax.Name) -> PerKey:
        word = name.parts[0]
        if len(name.parts) == 1:
            if word in self.environment.definitions.entries.entities:
                entity = self.environment.definitions.entity(word)
                if not entity.key:
                    raise fail(
                        "missing-key", f"{word} has no key to tell its rows apart", name.span, "add `key:`"
                    )
                return PerKey("entity", word, None, name.span)
            if word in grains(self.environment):
                return PerKey("grain", word, None, name.span)
        return PerKey("path", ".".join(name.parts), dimension_of(self.environment, name), name.span)


def _leaves(value: Value) -> list[Value]:
    return list(walk(value))


def grains(environment: Environment) -> tuple[str, ...]:
    """All grains: the built-in ones and those of the catalog's calendars."""
    custom = [g for entry in environment.definitions.entries.calendars.values() for g in entry.model.grains]
    return (*GRAINS, *custom)


def check_grain(grain: str, environment: Environment, span: Span) -> None:
    if grain not in grains(environment):
        known = grains(environment)
        raise fail("unknown-grain", f"'{grain}' is no grain of time", span, *did_you_mean(grain, known))
