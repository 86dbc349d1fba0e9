"""A question's syntax to its plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from metricdsl.errors import Diagnostic, MetricError, fail
from metricdsl.language import syntax
from metricdsl.language.printer import to_text
from metricdsl.model.definitions import Definitions
from metricdsl.model.dimensions import bare_dimension, dimension_value, names_in
from metricdsl.model.meaning import (
    AlignedCut,
    Apply,
    Column,
    Dimension,
    InContext,
    Measure,
    Prior,
    Value,
    measures,
)  # fmt: skip
from metricdsl.model.metrics import Metrics, MetricScope, best_is_low, grains, metric_named
from metricdsl.model.rows import RowScope, dimension_of
from metricdsl.model.scalars import Environment, duration, resolve
from metricdsl.plan.contexts import Leaves
from metricdsl.plan.nodes import Context, Key, Output, Plan, Sort, Spine, TopList
from metricdsl.plan.periods import as_of_day, interval
from metricdsl.plan.targets import target_columns
from metricdsl.types import GRAINS, SUB_DAY, ValueType

HERE = Context()


@dataclass(frozen=True, eq=False)
class Asker:
    """What it takes to plan a question: a catalog's metrics and what was asked beside."""

    metrics: Metrics
    question: syntax.Question
    language: str

    @property
    def environment(self) -> Environment:
        return self.metrics.environment

    @property
    def definitions(self) -> Definitions:
        return self.environment.definitions


def plan(
    definitions: Definitions,
    question: syntax.Question,
    as_of: Any = None,
    language: str | None = None,
    values: Mapping[str, Any] | None = None,
    metrics: Metrics | None = None,
) -> Plan:
    """The plan of a question. `metrics` may be shared by questions that set no parameters."""
    environment = Environment(definitions, dict(question.parameters), values or {})
    for name, literal in question.parameters:
        if name not in definitions.entries.parameters:
            from metricdsl.errors import did_you_mean

            known = did_you_mean(name, definitions.entries.parameters)
            raise fail("unknown-parameter", f"there is no parameter '{name}'", literal.span, *known)
    if metrics is None or question.parameters or values or any(g.alias for g in question.by):
        metrics = Metrics(environment)
    languages = definitions.entries.settings.languages
    asker = Asker(metrics, question, language or (languages[0] if languages else "en"))
    return _plan(asker, as_of)


def _plan(asker: Asker, as_of_asked: Any) -> Plan:
    question, definitions = asker.question, asker.definitions
    calendar = definitions.calendar
    as_of = as_of_day(question.as_of or as_of_asked, calendar)
    grain, keys = _groups(asker)
    problems: list[Diagnostic] = []
    spine = Spine(grain, interval(question.range, grain, as_of, calendar), column=grain or "")
    top_list = None
    if question.top is not None:
        keys, top_list = _top_list(asker, keys, spine)
    filters = (question.where,) if question.where is not None else ()
    leaves = Leaves(keys, spine, filters, axis=_axis(question))
    outputs = [*_group_outputs(asker, grain, keys)]
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
    if top_list is not None:
        outputs.append(Output("is_other", "", "hidden", ValueType("integer")))
    leaves.hidden = True
    scope = MetricScope(asker.metrics, labels=True, aliases=tuple(aliases))
    having = _having(question, scope, leaves, outputs)
    sorts = tuple(_sort(o, scope, leaves, outputs, asker) for o in question.order)
    top = None
    if question.top is not None and not question.top.others:
        top = _top(asker, question.top, leaves, scope)
    return Plan(
        leaves.block(), tuple(outputs), having, sorts, question.limit, top, top_list, as_of, tuple(used)
    )


def _constant(column: syntax.Column) -> Diagnostic:
    message = "this counts nothing: it has neither a metric nor an aggregate"
    return Diagnostic("no-aggregate", message, column.span, ("name a metric, or aggregate: count(orders)",))


def _axis(question: syntax.Question) -> syntax.Name | None:
    if (
        question.by_axis is not None
        and question.for_axis is not None
        and question.by_axis != question.for_axis
    ):
        raise fail(
            "two-axes",
            "`by` and `for` name two time axes; a question has one",
            question.for_axis.span,
            related=[("the other is named here", question.by_axis.span)],
        )
    return question.by_axis or question.for_axis


# --- groups ------------------------------------------------------------------------------------------


def _groups(asker: Asker) -> tuple[str | None, tuple[Key, ...]]:
    """The time grain and the keys that `by` asks for (and `top`, which implies its own)."""
    grain: str | None = None
    items: list[tuple[Dimension, str | None, bool]] = []
    known = grains(asker.environment)
    for grouping in asker.question.by:
        expression = grouping.expression
        if (
            isinstance(expression, syntax.Name)
            and len(expression.parts) == 1
            and expression.parts[0] in known
        ):
            if grain is not None:
                raise fail(
                    "two-grains",
                    f"'{grain}' and '{expression.parts[0]}': a question has one time grain",
                    expression.span,
                    f"for a second one group by a date: {expression.parts[0]} of …",
                )
            grain = expression.parts[0]
            continue
        dimension = _dimension(asker, grouping)
        if any(d == dimension for d, _, _ in items):
            raise fail("duplicate-group", "this is asked for twice", grouping.span)
        items.append((dimension, grouping.alias, grouping.all))
        if grouping.alias:
            asker.environment.groups[grouping.alias] = dimension
    top = asker.question.top
    if top is not None:
        wanted = dimension_of(asker.environment, top.dimension)
        if all(d != wanted for d, _, _ in items):
            items.append((wanted, None, False))
    if asker.question.by_axis is not None and grain is None:
        raise fail(
            "unused-tail", "'on' needs a time grain before it", asker.question.by_axis.span, "by month on …"
        )
    return grain, _named(asker, items, grain)


def _dimension(asker: Asker, grouping: syntax.Grouping) -> Dimension:
    expression = grouping.expression
    if isinstance(expression, syntax.Name):
        return dimension_of(asker.environment, expression)
    if isinstance(expression, syntax.GrainOf) and expression.grain not in GRAINS:
        raise fail("unknown-grain", f"'{expression.grain}' is no built-in grain", expression.span)
    return Dimension(None, (), grouping.alias or to_text(expression), expression, grouping.span)


def _named(
    asker: Asker, items: list[tuple[Dimension, str | None, bool]], grain: str | None
) -> tuple[Key, ...]:
    """The keys under their names: the last part of the path, the whole of it where two would collide."""
    short = [alias or d.leaf for d, alias, _ in items]
    keys: list[Key] = []
    for (dimension, alias, everyone), name in zip(items, short, strict=True):
        if alias is None and (short.count(name) > 1 or name == grain):
            name = ".".join(
                (*((dimension.root,) if dimension.root else ()), *dimension.joins, dimension.leaf)
            )
        if any(k.name == name for k in keys) or name == grain:
            raise fail(
                "duplicate-column", f"two columns are named '{name}'", dimension.span, "name one with `as`"
            )
        kind, labels = _kind_and_order(asker, dimension)
        keys.append(Key(name, dimension, all_members=everyone, type=kind, order_labels=labels))
    return tuple(keys)


def _kind_and_order(asker: Asker, dimension: Dimension) -> tuple[ValueType, tuple[str, ...]]:
    """The type of a dimension, and where its labels have an order of their own (buckets), these."""
    environment = asker.environment
    root = dimension.root
    if root is None and dimension.expression is None:
        root = environment.definitions.entries.dimensions[dimension.leaf].model.members[0].split(".")[0]
    if root is None:
        root = _any_entity(dimension.expression, environment)
    scope = RowScope(environment, root, bare=False, axis=_any_axis(environment, root))
    value = dimension_value(dimension, scope)
    if isinstance(value, Apply) and value.function == "bucket":
        from metricdsl.functions.choices import bucket_labels

        edges = [str(a.value) for a in value.arguments[1:]]  # type: ignore[union-attr]  # constants, checked
        return value.type, tuple(bucket_labels(edges))
    return value.type, ()


def _any_entity(expression: Any, environment: Environment) -> str:
    """An entity on which an expression can be read: the first that it names."""
    entities = environment.definitions.entries.entities
    for name in names_in(expression):
        if len(name.parts) > 1 and name.parts[0] in entities:
            return name.parts[0]
        if len(name.parts) == 1:
            dimension = bare_dimension(environment, name)
            if dimension.root is not None:
                return dimension.root
    raise fail("no-entity", "nothing here says of which entity", getattr(expression, "span", None),
               "name the field with its entity, as accounts.region")  # fmt: skip


def _any_axis(environment: Environment, entity: str) -> Value:
    definition = environment.definitions.entity(entity)
    if definition.axis and definition.fields[definition.axis].unmapped is None:
        return RowScope(environment, entity).field(definition.axis, definition.span)
    return Column((), entity, "", ValueType("date"))


def _group_outputs(asker: Asker, grain: str | None, keys: tuple[Key, ...]) -> list[Output]:
    outputs: list[Output] = []
    if grain is not None:
        kind = ValueType("timestamp" if grain in SUB_DAY else "date")
        alias = next((g.alias for g in asker.question.by if g.alias and _is_grain(g, grain)), None)
        outputs.append(Output(alias or grain, alias or _grain_label(grain, asker.language), "period", kind))
    for index, key in enumerate(keys):
        assert key.type is not None
        outputs.append(Output(key.name, _label(asker, key), "group", key.type, key=index))
    if len(outputs) < len(asker.question.by):
        raise AssertionError("a group was lost")
    if grain is not None:
        position = next(i for i, g in enumerate(asker.question.by) if _is_grain(g, grain))
        outputs.insert(position, outputs.pop(0))
    return outputs


def _is_grain(grouping: syntax.Grouping, grain: str) -> bool:
    return isinstance(grouping.expression, syntax.Name) and grouping.expression.parts == (grain,)


def _grain_label(grain: str, language: str) -> str:
    from metricdsl.plan.words import GRAIN_WORDS

    return GRAIN_WORDS.get(grain, {}).get(language, grain.replace("_", " ").capitalize())


def _label(asker: Asker, key: Key) -> str:
    from metricdsl.catalog.values import localized

    assert key.dimension is not None
    dimension, entries = key.dimension, asker.definitions.entries
    if dimension.root is None:
        if dimension.expression is None:
            model = entries.dimensions[dimension.leaf].model
            return localized(model.label, asker.language) or key.name
        return key.name
    entity = asker.definitions.entity(dimension.root)
    for join in dimension.joins:
        entity = asker.definitions.entity(entity.joins[join].target)
    field = entries.entities[entity.name].model.fields.get(dimension.leaf)
    return (localized(field.label, asker.language) if field else None) or key.name


# --- metrics -----------------------------------------------------------------------------------------


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
    from metricdsl.catalog.values import localized

    label, form, better = name, None, None
    if metric:
        model = asker.definitions.entries.metrics[metric].model
        label = localized(model.label, asker.language) or name
        form, better = model.format, model.better
    if column.alias:
        label = column.alias
    versus = asker.question.versus
    if isinstance(versus, syntax.VersusPrior) and versus.aligned:
        value = InContext(value, AlignedCut(), value.type, versus.span)
    placed = leaves.place(value, HERE)
    outputs = [Output(name, label, "metric", value.type, placed, metric=metric, format=form, better=better)]
    match asker.question.versus:
        case syntax.VersusPrior(by=by, aligned=aligned, span=span):
            amount, unit = duration(by, asker.environment)
            prior: Value = InContext(value, Prior(amount, unit, "vs prior"), value.type, span)
            if aligned:
                prior = InContext(prior, AlignedCut(), value.type, span)
            before = leaves.place(prior, HERE)
            outputs.append(replace(outputs[0], name=f"{name}_prior", role="prior", value=before))
            if value.type.numeric:
                change = Apply("-", (placed, before), value.type)
                outputs.append(replace(outputs[0], name=f"{name}_change", role="change", value=change))
        case syntax.VersusTarget():
            outputs += target_columns(asker.environment, leaves, outputs[0], metric)
        case None:
            pass
    return outputs


def _having(
    question: syntax.Question, scope: MetricScope, leaves: Leaves, outputs: list[Output]
) -> Value | None:
    if question.having is None:
        return None
    value = resolve(question.having, _Answer(scope, leaves, outputs))
    if value.type.kind not in ("boolean", "null"):
        raise fail(
            "not-a-condition", f"'having' needs a condition, this is {value.type}", question.having.span
        )
    return leaves.place(value, HERE)


@dataclass(frozen=True, eq=False)
class _Answer:
    """The scope of `having` and `order by`: formulas, and the answer's own further columns by name."""

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
        for output in self.outputs:
            if output.name == word and output.role not in ("metric", "period", "group"):
                assert output.value is not None
                return output.value
        return self.scope.named(name)

    def other(self, node: syntax.Expression) -> Value:
        return self.scope.other(node)


def _sort(
    order: syntax.Order, scope: MetricScope, leaves: Leaves, outputs: list[Output], asker: Asker
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
    del asker
    value = resolve(expression, _Answer(scope, leaves, outputs))
    return Sort(None, leaves.place(value, HERE), order.descending)


# --- top ---------------------------------------------------------------------------------------------


def _top_list(asker: Asker, keys: tuple[Key, ...], spine: Spine) -> tuple[tuple[Key, ...], TopList | None]:
    """With `with others` the best members are found first, and the key's other members become one."""
    top = asker.question.top
    assert top is not None
    if top.count < 1:
        raise fail("wrong-arguments", "top needs a number of 1 or more", top.span)
    if not top.others:
        return keys, None
    wanted = dimension_of(asker.environment, top.dimension)
    index = next(i for i, key in enumerate(keys) if key.dimension == wanted)
    name = f"top_{keys[index].name}"
    filters = (asker.question.where,) if asker.question.where is not None else ()
    leaves = Leaves(
        (replace(keys[index], all_members=False),),
        Spine(None, spine.interval),
        filters,
        axis=_axis(asker.question),
    )
    _place_shown(asker, leaves)
    leaves.hidden = True
    value = leaves.place(resolve(top.by, _top_scope(asker)), HERE)
    ascending = best_is_low(top.by, asker.environment)
    listed = TopList(name, leaves.block(), value, top.count, ascending)
    changed = tuple(replace(k, top=name) if i == index else k for i, k in enumerate(keys))
    return changed, listed


def _place_shown(asker: Asker, leaves: Leaves) -> None:
    """The metrics of the question, whose members are those that can be among the best."""
    for column in asker.question.columns:
        try:
            leaves.place(resolve(column.formula, _top_scope(asker)), HERE)
        except MetricError:
            continue  # the question itself reports it; a window without a period tells no members here


def _top_scope(asker: Asker) -> MetricScope:
    aliases = tuple((c.alias, c.formula) for c in asker.question.columns if c.alias)
    return MetricScope(asker.metrics, labels=True, aliases=aliases)


def _top(asker: Asker, top: syntax.Top, leaves: Leaves, scope: MetricScope) -> tuple[str, int]:
    """The column that numbers the members of the key, best first, over the whole range."""
    wanted = dimension_of(asker.environment, top.dimension)
    index = next(i for i, key in enumerate(leaves.keys) if key.dimension == wanted)
    context = Context(keep=frozenset({index}), whole=leaves.spine.grain is not None)
    if len(leaves.keys) == 1:
        context = replace(context, keep=None)
    inner = leaves.place(resolve(top.by, scope), context)
    ascending = best_is_low(top.by, asker.environment)
    column = leaves.ranking(inner, frozenset(), context, ascending, numbered=True, word="top_rank")
    return column.name, top.count
