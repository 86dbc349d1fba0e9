"""What rows and metrics have in common: literals, operators, row functions, the catalog's functions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.functions.aggregates import AGGREGATES
from metricdsl.functions.signature import WORDS, RowFunction, accepts
from metricdsl.functions.vocabulary import row_functions
from metricdsl.language import syntax
from metricdsl.language.advice import FUNCTIONS
from metricdsl.language.values import python_value
from metricdsl.model import operators
from metricdsl.model.environment import Environment, bound, parameter_literal
from metricdsl.model.expansion import expanded
from metricdsl.model.meaning import Apply, AsOf, CaseWhen, Column, Constant, TimeShift, Value
from metricdsl.source import Span
from metricdsl.types import MONTHS, SECONDS, SUB_DAY, TIME_UNITS, ValueType, unit_named

BOOLEAN = operators.BOOLEAN


class Scope(Protocol):
    """Where an expression stands: it decides what names and the larger constructs mean there."""

    @property
    def environment(self) -> Environment: ...

    @property
    def expanding(self) -> tuple[str, ...]: ...

    def named(self, name: syntax.Name) -> Value: ...

    def other(self, node: syntax.Expression) -> Value: ...

    def within(self, function: str) -> Scope: ...


def resolve(node: syntax.Expression, scope: Scope) -> Value:
    """The meaning of an expression; raises MetricError where it has none."""
    match node:
        case syntax.Number(value=value, percent=percent):
            kind = "percent" if percent else "integer" if isinstance(value, int) else "number"
            return Constant(value, ValueType(kind))  # type: ignore[arg-type]  # one of three kinds
        case syntax.Text(value=text):
            if variable := re.fullmatch(r"\s*\{\{\s*(\w+)\s*\}\}\s*", text):
                message = "in quotes this is a plain text, not the variable"
                raise fail(
                    "quoted-variable", message, node.span, f"write {{{{{variable[1]}}}}} without quotes"
                )
            return Constant(text, ValueType("text"))
        case syntax.Boolean(value=truth):
            return Constant(truth, BOOLEAN)
        case syntax.Null():
            return Constant(None, ValueType("null"))
        case syntax.Date(value=day):
            return Constant(day, ValueType("date"))
        case syntax.Duration(amount=amount, unit=unit):
            if unit not in TIME_UNITS:
                raise fail(
                    "unknown-unit", f"'{unit}' is no unit of time", node.span, *did_you_mean(unit, TIME_UNITS)
                )
            return Constant(amount, ValueType("duration", unit_named(unit)))
        case syntax.Parameter():
            return parameter(node, scope)
        case syntax.Name():
            return scope.named(node)
        case syntax.Operation():
            return _operation(node, scope)
        case syntax.Membership():
            return _membership(node, scope)
        case syntax.Between():
            return _between(node, scope)
        case syntax.IsNull(value=inner, negated=negated):
            return Apply("is not null" if negated else "is null", (resolve(inner, scope),), BOOLEAN)
        case syntax.Case():
            return _case(node, scope)
        case syntax.Call():
            return _call(node, scope)
        case _:
            return scope.other(node)


def condition(node: syntax.Expression, scope: Scope) -> Value:
    """An expression that must be a condition."""
    value = resolve(node, scope)
    if value.type.kind not in ("boolean", "null"):
        raise fail(
            "not-a-condition",
            f"a condition is needed here, this is {value.type}",
            node.span,
            "compare it, as in: … = 'won'",
        )
    return value


def conjunction(conditions: list[Value]) -> Value | None:
    """All of them at once; None where there are none."""
    if not conditions:
        return None
    result = conditions[0]
    for c in conditions[1:]:
        result = Apply("and", (result, c), BOOLEAN)
    return result


def parameter(node: syntax.Parameter, scope: Scope) -> Value:
    """The value of `$name`, or of a Python value bound by `{{name}}`."""
    environment = scope.environment
    if node.bound:
        if not environment.values and node.name in environment.definitions.entries.metrics:
            raise fail("unknown-value", "there are no Python values here", node.span,
                       f"a metric stands by its name alone: write {node.name}")  # fmt: skip
        return bound(python_value(node.name, environment.values, node.span), node.span)
    return resolve(parameter_literal(node, environment), scope)


# --- operators -------------------------------------------------------------------------------------


def _operand(node: syntax.Expression, value: Value) -> operators.Operand:
    return value.type, node.span, isinstance(value, Constant)


def resolve_all(nodes: Iterable[syntax.Expression], scope: Scope) -> list[Value]:
    """The meanings of several expressions; an error tells what is wrong in each of them."""
    values: list[Value] = []
    problems: dict[tuple[str, object], Diagnostic] = {}
    for node in nodes:
        try:
            values.append(resolve(node, scope))
        except MetricError as error:
            problems |= {(d.message, d.span and d.span.location): d for d in error.diagnostics}
    if problems:
        raise MetricError(*problems.values())
    return values


def _operation(node: syntax.Operation, scope: Scope) -> Value:
    values = resolve_all(node.operands, scope)
    if node.operator in ("+", "-"):
        shifted = _time_shift(node, values)
        if shifted is not None:
            return shifted
    pairs = [_operand(o, v) for o, v in zip(node.operands, values, strict=True)]
    kind = operators.result(node.operator, pairs, node.span)
    if node.operator in ("=", "!="):
        _occurs(values[0], values[1], node.operands[1].span, scope)
        _occurs(values[1], values[0], node.operands[0].span, scope)
    if len(values) == 2:
        values = _in_one_unit(values)
    return Apply(node.operator, tuple(values), kind)


def _time_shift(node: syntax.Operation, values: list[Value]) -> Value | None:
    """A date plus or minus a stretch of time."""
    moment, stretch = values
    if node.operator == "+" and stretch.type.temporal and moment.type.kind == "duration":
        moment, stretch = stretch, moment
    if not moment.type.temporal:
        return None
    if isinstance(stretch, Constant) and stretch.type.kind == "duration" and isinstance(stretch.value, int):
        unit = stretch.type.unit[0][0]
        amount = stretch.value if node.operator == "+" else -stretch.value
        if unit not in SECONDS and unit not in MONTHS:
            raise fail("unknown-unit", f"'{unit}' is no unit of time for a date", node.span)
        kind = ValueType("timestamp") if unit in SUB_DAY else moment.type
        return TimeShift(moment, amount, unit, kind)
    hint = (
        "days(a, b) gives the days between two moments" if stretch.type.temporal else "add 3 days, 1 month …"
    )
    raise fail(
        "not-a-duration", f"{stretch.type} cannot be added to or taken from {moment.type}", node.span, hint
    )


def _in_one_unit(values: list[Value]) -> list[Value]:
    """A literal stretch of time told in the other side's unit."""
    left, right = values
    if isinstance(right, Constant) and right.type.kind == "duration":
        return [left, converted(right, left.type)]
    if isinstance(left, Constant) and left.type.kind == "duration":
        return [converted(left, right.type), right]
    return values


def converted(constant: Constant, to: ValueType) -> Constant:
    if len(to.unit) != 1 or to.unit == constant.type.unit or isinstance(constant.value, str | bool | None):
        return constant
    if not constant.type.unit:
        return Constant(constant.value, to)  # a bare number takes the other side's unit
    source, target = constant.type.unit[0][0], to.unit[0][0]
    sizes = SECONDS if source in SECONDS else MONTHS
    if source not in sizes or target not in sizes:
        return constant
    value = Decimal(constant.value) * sizes[source] / sizes[target]  # type: ignore[arg-type]  # a number
    return Constant(int(value) if value == int(value) else value, to)


def _occurs(field: Value, constant: Value, span: Span, scope: Scope) -> None:
    """A text that is compared with a field must be one of its `values`, where the catalog lists them."""
    if (
        not isinstance(field, Column)
        or not isinstance(constant, Constant)
        or not isinstance(constant.value, str)
    ):
        return
    entry = scope.environment.definitions.entries.entities[field.entity]
    written = entry.model.fields.get(field.field)
    if written is not None and written.values and constant.value not in written.values:
        message = f"'{field.field}' of {field.entity} has no value '{constant.value}'"
        hints = did_you_mean(constant.value, written.values) or (
            f"its values are {', '.join(written.values)}",
        )
        raise fail("unknown-value", message, span, *hints, "or add it to the field's `values`")


def _membership(node: syntax.Membership, scope: Scope) -> Value:
    value = resolve(node.value, scope)
    items: list[Value] = []
    for item in node.items:
        for found in _members(item, scope):
            operators.comparable("in", _operand(node.value, value), _operand(item, found), node.span)
            _occurs(value, found, item.span, scope)
            items.append(_in_one_unit([value, found])[1])
    if node.negated and any(isinstance(i, Constant) and i.value is None for i in items):
        message = "'not in' a list with null in it is never true"
        raise fail("compared-with-null", message, node.span, "leave null out, and write 'and … is not null'")
    if not items:
        raise fail("empty-list", "the list is empty", node.span)
    return Apply("not in" if node.negated else "in", (value, *items), BOOLEAN)


def _members(item: syntax.Expression, scope: Scope) -> list[Value]:
    """The values that one item of a list stands for: several where it is a list bound from Python."""
    if isinstance(item, syntax.Parameter) and item.bound:
        python = scope.environment.values.get(item.name)
        if isinstance(python, list | tuple | set | frozenset):
            return [bound(value, item.span) for value in python]
    return [resolve(item, scope)]


def _between(node: syntax.Between, scope: Scope) -> Value:
    value, low, high = (resolve(n, scope) for n in (node.value, node.low, node.high))
    for bound_node, bound_value in ((node.low, low), (node.high, high)):
        operators.comparable(
            "between", _operand(node.value, value), _operand(bound_node, bound_value), node.span
        )
    low, high = _in_one_unit([value, low])[1], _in_one_unit([value, high])[1]
    between = Apply("between", (value, low, high), BOOLEAN)
    return Apply("not", (between,), BOOLEAN) if node.negated else between


def _case(node: syntax.Case, scope: Scope) -> Value:
    branches = [(condition(c, scope), resolve(v, scope)) for c, v in node.branches]
    default = resolve(node.default, scope) if node.default is not None else Constant(None, ValueType("null"))
    nodes = [v for _, v in node.branches] + ([node.default] if node.default is not None else [])
    values = [v for _, v in branches] + ([default] if node.default is not None else [])
    return CaseWhen(tuple(branches), default, _common(nodes, values, node.span))


def _common(nodes: list[syntax.Expression], values: list[Value], span: Span) -> ValueType:
    """The one type of several values, any of which may be taken."""
    known = [(n, v) for n, v in zip(nodes, values, strict=True) if v.type.kind != "null"]
    if not known:
        return ValueType("null")
    kind = known[0][1].type
    first_node = known[0][0]
    for other_node, other in known[1:]:
        left: operators.Operand = (kind, first_node.span, False)
        right: operators.Operand = (other.type, other_node.span, isinstance(other, Constant))
        if kind.numeric and other.type.numeric:
            operators.comparable("taken with", left, right, span)
            kind = operators.result("+", [left, right], span)
        else:
            operators.comparable("case", left, right, span)
            if kind.kind != other.type.kind:
                raise fail(
                    "type-mismatch",
                    f"one value is {kind}, another {other.type}",
                    other_node.span,
                    related=[(f"this is {kind}", first_node.span)],
                )
    return kind


# --- functions -------------------------------------------------------------------------------------


def _call(node: syntax.Call, scope: Scope) -> Value:
    if node.function in scope.environment.definitions.entries.functions:
        entry = scope.environment.definitions.entries.functions[node.function]
        return resolve(expanded(node, entry, scope.expanding), scope.within(node.function))
    if node.function in ("today", "now"):
        if node.arguments:
            raise fail("wrong-arguments", f"{node.function}() takes no arguments", node.span)
        return AsOf(ValueType("date" if node.function == "today" else "timestamp"))
    function = row_functions().get(node.function)
    if function is None:
        raise unknown_function(node, scope.environment)
    values = resolve_all(node.arguments, scope)
    _check_arguments(node, function, values)
    kind = function.result([v.type for v in values])
    if function.returns == "common" or node.function == "nullif":
        kind = _common(list(node.arguments), values, node.span)
    return Apply(function.name, tuple(values), kind)


def unknown_function(node: syntax.Call, environment: Environment) -> MetricError:
    known = [*row_functions(), *AGGREGATES, *environment.definitions.entries.functions, "prior", "growth",
             "change", "trailing", "to_date", "running", "total", "rank", "has", "today", "now",
             "if"]  # fmt: skip
    hints = did_you_mean(node.function, known)
    if (habit := FUNCTIONS.get(node.function.lower())) is not None:
        hints = (habit,)
    return fail("unknown-function", f"there is no function '{node.function}'", node.span, *hints)


def _check_arguments(node: syntax.Call, function: RowFunction, values: list[Value]) -> None:
    least, most = function.least + any(s.repeated for s in function.slots), function.most
    if len(values) < least or (most is not None and len(values) > most):
        wanted = str(least) if least == most else f"{least} or more" if most is None else f"{least} to {most}"
        raise fail(
            "wrong-arguments",
            f"{function.name} takes {wanted} argument{'s' * (wanted != '1')}, not {len(values)}",
            node.span,
            f"use: {function.usage}",
        )
    for index, value in enumerate(values):
        slot = function.slot(index)
        if not accepts(slot, value.type.kind):
            raise fail(
                "type-mismatch",
                f"{function.name} needs {WORDS[slot.accepts]} here, this is {value.type}",
                node.arguments[index].span,
            )
    if node.function == "bucket":
        edges = values[1:]
        numbers = [v.value for v in edges if isinstance(v, Constant) and isinstance(v.value, int | Decimal)]
        if len(numbers) != len(edges) or any(a >= b for a, b in pairwise(numbers)):
            raise fail(
                "wrong-arguments", "bucket takes numbers that grow, as in bucket(x, 10, 20)", node.span
            )
