"""What a question brings to formulas: parameters that it sets, values of Python's, groups that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula
from metricdsl.model.definitions import Definitions
from metricdsl.model.meaning import Constant, Dimension
from metricdsl.source import Span
from metricdsl.types import GRAINS, ValueType


@dataclass(eq=False)
class Environment:
    """What a question brings: parameters set by `with`, values bound from Python, groups named by `as`.

    `asked` are the parameters that formulas have asked for.
    """

    definitions: Definitions
    parameters: Mapping[str, syntax.Literal] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    groups: dict[str, Dimension] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def refuse_unused(self) -> None:
        """Raise MetricError for parameters that the question sets and nothing asked for."""
        uses = (
            f"the question uses {', '.join(sorted(self.asked))}" if self.asked else "the question uses none"
        )
        unused = [
            Diagnostic(
                "unused-parameter", f"nothing in this question uses the parameter '{name}'", literal.span,
                (f"leave it out: {uses}",),
            )
            for name, literal in self.parameters.items() if name not in self.asked
        ]  # fmt: skip
        if unused:
            raise MetricError(*unused)


def parameter_literal(node: syntax.Parameter, environment: Environment) -> syntax.Expression:
    """The literal that a parameter stands for: what the question set, else the default."""
    entries = environment.definitions.entries.parameters
    if node.name not in entries:
        raise fail(
            "unknown-parameter",
            f"there is no parameter '{node.name}'",
            node.span,
            *did_you_mean(node.name, entries),
            "declare it under `parameters:`",
        )
    entry = entries[node.name]
    environment.asked.add(node.name)
    if node.name in environment.parameters:
        literal: syntax.Expression = environment.parameters[node.name]
    elif entry.model.default is None:
        raise fail(
            "unset-parameter",
            f"parameter '{node.name}' has no default and is not set",
            node.span,
            f"set it in the question: with {node.name} = …",
        )
    else:
        default = entry.text("default")
        if entry.model.type in ("text", "date") and not default.value.startswith(("'", "date ")):
            literal = _plain_default(entry.model.type, default.value, default.whole)
        else:
            literal = parse_formula(default)
    kind = _literal_kind(literal)
    wanted = entry.model.type
    numeric = {"integer", "number", "money", "percent"}
    if wanted and kind != wanted and not ({kind, wanted} <= numeric):
        raise fail(
            "type-mismatch",
            f"parameter '{node.name}' is {wanted}, this is {kind}",
            literal.span,
            related=[("it is declared here", entry.span)],
        )
    return literal


def _plain_default(kind: str, value: str, span: Span) -> syntax.Expression:
    if kind == "text":
        return syntax.Text(value, span=span)
    try:
        return syntax.Date(date.fromisoformat(value), span=span)
    except ValueError:
        raise fail("type-mismatch", "a date is needed here, as 2025-01-31", span) from None


def _literal_kind(literal: syntax.Expression) -> str:
    match literal:
        case syntax.Duration():
            return "duration"
        case syntax.Text():
            return "text"
        case syntax.Boolean():
            return "boolean"
        case syntax.Date():
            return "date"
        case syntax.Number(percent=percent, value=value):
            return "percent" if percent else "integer" if isinstance(value, int) else "number"
        case syntax.Operation(operator="negate", operands=(operand,)):
            return _literal_kind(operand)
    raise fail(
        "not-a-literal", "a parameter's value is a literal: a number, text, date or duration", literal.span
    )


def bound(value: Any, span: Span) -> Constant:
    """A Python value as a constant."""
    match value:
        case None:
            return Constant(None, ValueType("null"))
        case bool():
            return Constant(value, ValueType("boolean"))
        case int():
            return Constant(value, ValueType("integer"))
        case float() | Decimal():
            if Decimal(str(value)).is_finite():
                return Constant(Decimal(str(value)), ValueType("number"))
        case str():
            return Constant(value, ValueType("text"))
        case datetime():
            return Constant(value, ValueType("timestamp"))
        case date():
            return Constant(value, ValueType("date"))
    raise fail(
        "unknown-value", f"a value of Python type {type(value).__name__} cannot stand in a question", span
    )


def duration(node: syntax.Length, environment: Environment) -> tuple[int, str]:
    """Amount and unit of a stretch of time."""
    if isinstance(node, syntax.Parameter) and node.bound:
        written = f"{{{{{node.name}}}}}"
        raise fail("not-a-duration", f"{written} has no unit of time", node.span, f"write {written} months")
    literal = parameter_literal(node, environment) if isinstance(node, syntax.Parameter) else node
    if not isinstance(literal, syntax.Duration):
        raise fail("not-a-duration", "a length of time is a number and a unit here", node.span,
                   "write 30 days, 3 months or 1 year")  # fmt: skip
    if literal.unit not in GRAINS:
        hints = did_you_mean(literal.unit, GRAINS)
        raise fail("unknown-unit", f"'{literal.unit}' is no unit of time", node.span, *hints)
    return literal.amount, literal.unit
