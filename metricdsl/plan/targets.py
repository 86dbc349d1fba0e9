"""`vs target`: which target holds for a row, how far the metric is from it, and what that means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from metricdsl.errors import MetricError, fail
from metricdsl.language import syntax
from metricdsl.language.parser import parse_condition, parse_formula
from metricdsl.model import operators
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import Apply, AsOf, CaseWhen, Computed, Constant, Dimension, Value
from metricdsl.model.rows import dimension_of
from metricdsl.model.scalars import BOOLEAN, conjunction, converted, resolve
from metricdsl.plan.contexts import Leaves
from metricdsl.plan.nodes import Output, OutputRole
from metricdsl.plan.words import beside
from metricdsl.plan.words import companion as said
from metricdsl.source import Text
from metricdsl.types import ValueType, unit_named

TEXT = ValueType("text")


@dataclass(frozen=True, eq=False)
class _RowOfAnswer:
    """The scope of a target's condition: the groups of the answer, and what its filters hold at one value."""

    environment: Environment
    leaves: Leaves
    expanding: tuple[str, ...] = ()

    def within(self, function: str) -> _RowOfAnswer:
        return replace(self, expanding=(*self.expanding, function))

    def named(self, name: syntax.Name) -> Value:
        segments = self.environment.definitions.entries.segments
        if len(name.parts) == 1 and name.parts[0] in segments:
            entry = segments[name.parts[0]]
            _ = entry.model
            return resolve(parse_condition(entry.text("where")), self)
        dimension = dimension_of(self.environment, name)
        for key in self.leaves.keys:
            if key.dimension == dimension:
                assert key.type is not None
                return Computed(key.name, False, key.type)
        for held, value in _held_at(self.environment, self.leaves.filters):
            if held == dimension:
                return resolve(value, self)
        raise _NotGrouped

    def other(self, node: syntax.Expression) -> Value:
        raise fail(
            "not-a-condition", "a target's condition compares groups, such as accounts.region", node.span
        )


class _NotGrouped(Exception):
    """The condition speaks of something that may differ within a row of the answer: it cannot be said to hold."""


def _held_at(
    environment: Environment, filters: Iterable[syntax.Expression]
) -> Iterator[tuple[Dimension, syntax.Expression]]:
    """The dimensions that a question's conditions hold at one value: `where deals.region = 'west'`."""
    for condition in filters:
        match condition:
            case syntax.Operation(operator="and", operands=operands):
                yield from _held_at(environment, operands)
            case syntax.Operation(operator="=", operands=(syntax.Name() as name, value)) if isinstance(
                value, syntax.Text | syntax.Number | syntax.Boolean | syntax.Date | syntax.Parameter
            ):
                try:
                    yield dimension_of(environment, name), value
                except MetricError:
                    continue  # a metric's own field, which is no dimension


def target_columns(
    environment: Environment, leaves: Leaves, output: Output, metric: str | None, language: str
) -> list[Output]:
    """The columns `m_target`, `m_gap`, `m_status` of a metric; null where no target holds."""
    value = output.value
    assert value is not None
    target, warn = _held(environment, leaves, output, metric)
    gap = _apply("-", value, target, output.type)
    status = _status(value, target, warn, output.better)

    def companion(role: OutputRole, value: Value) -> Output:
        label = beside(output.label, said(role, language), language)
        return replace(output, name=f"{output.name}_{role}", label=label, role=role, value=value)

    return [
        companion("target", target),
        companion("gap", gap),
        replace(companion("status", status), type=TEXT, format=None),
    ]


def _apply(function: str, left: Value, right: Value, kind: ValueType) -> Value:
    if isinstance(right, Constant) and right.value is None:
        return Constant(None, kind)
    return Apply(function, (left, right), kind)


def _held(
    environment: Environment, leaves: Leaves, output: Output, metric: str | None
) -> tuple[Value, Value]:
    """The target and the warning limit that hold for a row: a matching `where`, then the latest `from`."""
    nothing = Constant(None, output.type)
    if metric is None:
        return nothing, nothing
    entry = environment.definitions.entries.metrics[metric]
    model = entry.model
    general = _amount(_text_at(entry, "warn"), output) if model.warn is not None else nothing
    choices: list[tuple[bool, date, Value | None, Value, Value]] = []
    for index, target in enumerate(model.target):
        amount = _amount(target_text(entry, index, "value"), output)
        warn = _amount(target_text(entry, index, "warn"), output) if target.warn is not None else general
        conditions: list[Value] = []
        if target.where is not None:
            try:
                scope = _RowOfAnswer(environment, leaves)
                conditions.append(resolve(parse_condition(target_text(entry, index, "where")), scope))
            except _NotGrouped:
                continue
        if target.from_ is not None:
            conditions.append(_begun(leaves, target.from_))
        held = conjunction(conditions)
        choices.append((target.where is not None, target.from_ or date.min, held, amount, warn))
    choices.sort(key=lambda c: (c[0], c[1]), reverse=True)
    return _chosen([(c[2], c[3]) for c in choices], output.type), _chosen(
        [(c[2], c[4]) for c in choices], output.type
    )


def _chosen(choices: list[tuple[Value | None, Value]], kind: ValueType) -> Value:
    branches: list[tuple[Value, Value]] = []
    default: Value = Constant(None, kind)
    for held, amount in choices:
        if held is None:
            default = amount
            break
        branches.append((held, amount))
    return CaseWhen(tuple(branches), default, kind) if branches else default


def _begun(leaves: Leaves, start: date) -> Value:
    """Whether a target's `from` is not after the period's first day."""
    if leaves.spine.grain is not None:
        first: Value = Computed(leaves.spine.column, False, ValueType("date"))
        return Apply("<=", (Constant(start, ValueType("date")), first), BOOLEAN)
    begin = leaves.spine.interval.start
    first = Constant(begin, ValueType("date")) if begin is not None else AsOf(ValueType("date"))
    return Apply("<=", (Constant(start, ValueType("date")), first), BOOLEAN)


def _text_at(entry: Any, *path: str | int) -> Text:
    found: Text = entry.text(*path)
    return found


def target_text(entry: Any, index: int, key: str) -> Text:
    """A piece of a metric's target, in whichever form that is written."""
    for path in (("target", index, key), ("target", key), ("target", index), ("target",)):
        try:
            return _text_at(entry, *path)
        except (KeyError, LookupError):
            continue
    raise AssertionError((entry.name, index, key))


def _amount(text: Text, output: Output) -> Value:
    """A target's literal, which must go with the metric's unit."""
    literal = parse_formula(text)
    if isinstance(literal, syntax.Operation) and literal.operator == "negate":
        inner = _literal(literal.operands[0])
        constant = Constant(-inner.value, inner.type)  # type: ignore[operator]  # a number
    else:
        constant = _literal(literal)
    try:
        operators.comparable(
            "compared with", (output.type, text.whole, False), (constant.type, text.whole, True), text.whole
        )
    except MetricError:
        raise fail(
            "unit-mismatch",
            f"the target is {constant.type}, the metric '{output.metric}' is {output.type}",
            text.whole,
        ) from None
    if output.type.unit and constant.type.kind == "percent":
        raise fail(
            "unit-mismatch",
            f"the target is a percentage, the metric '{output.metric}' is {output.type}",
            text.whole,
        )
    return converted(constant, output.type)


def _literal(node: syntax.Expression) -> Constant:
    match node:
        case syntax.Number(value=value, percent=percent):
            return Constant(Decimal(value), ValueType("percent" if percent else "number"))
        case syntax.Duration(amount=amount, unit=unit):
            return Constant(amount, ValueType("duration", unit_named(unit)))
    raise fail("not-a-literal", "a target is a number, a percentage or a stretch of time", node.span)


def _status(value: Value, target: Value, warn: Value, better: str | None) -> Value:
    """`good` at the target or beyond, `warning` at the warning limit or beyond, else `bad`."""
    if isinstance(target, Constant) and target.value is None:
        return Constant(None, TEXT)
    reached = "<=" if better == "down" else ">="
    known = Apply(
        "and", (Apply("is not null", (value,), BOOLEAN), Apply("is not null", (target,), BOOLEAN)), BOOLEAN
    )
    branches: list[tuple[Value, Value]] = [
        (Apply(reached, (value, target), BOOLEAN), Constant("good", TEXT)),
    ]
    if not (isinstance(warn, Constant) and warn.value is None):
        branches.append((Apply(reached, (value, warn), BOOLEAN), Constant("warning", TEXT)))
    branches.append((known, Constant("bad", TEXT)))
    return CaseWhen(tuple(branches), Constant(None, TEXT), TEXT)
