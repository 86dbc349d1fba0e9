"""The types and units that operators accept and give (section 8 of the language)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from metricdsl.errors import fail
from metricdsl.source import Span
from metricdsl.types import SECONDS, Unit, ValueType, multiply, number_of

Operand = tuple[ValueType, Span, bool]
"""Type, place, and whether it is a literal."""

BOOLEAN = ValueType("boolean")


def result(operator: str, operands: Sequence[Operand], span: Span) -> ValueType:
    """The type of an operation; an error that names both places when its operands do not go together."""
    match operator:
        case "and" | "or" | "not":
            for kind, place, _ in operands:
                if kind.kind not in ("boolean", "null"):
                    several = operator == "and" and kind.numeric
                    hints = ["several metrics are separated by commas"] if several else []
                    message = f"'{operator}' needs a condition here, this is {kind}"
                    raise fail("not-a-condition", message, place, *hints)
            return BOOLEAN
        case "negate":
            _need_number(operands[0], "-")
            return operands[0][0]
        case "contains" | "starts with" | "ends with" | "like":
            for kind, place, _ in operands:
                if kind.kind not in ("text", "null"):
                    raise fail("not-a-text", f"'{operator}' compares texts, this is {kind}", place)
            return BOOLEAN
        case "=" | "!=" | "<" | "<=" | ">" | ">=":
            comparable(operator, operands[0], operands[1], span)
            return BOOLEAN
        case "+" | "-":
            return _sum(operator, operands[0], operands[1], span)
        case "*" | "/":
            return _product(operator, operands[0], operands[1])
    raise AssertionError(operator)


def comparable(operator: str, left: Operand, right: Operand, span: Span) -> None:
    """Both sides are of one kind and unit; dates go with timestamps, bare numbers with any unit."""
    a, b = left[0], right[0]
    if "null" in (a.kind, b.kind):
        if operator in ("=", "!="):
            raise fail(
                "compared-with-null",
                f"'{operator} null' is never true",
                span,
                "write 'is null' or 'is not null'",
            )
        return
    if a.numeric and b.numeric:
        _same_unit(operator, left, right, span)
    elif a.kind != b.kind and not (a.temporal and b.temporal):
        raise fail(
            "type-mismatch",
            f"{a} cannot be compared with {b}",
            span,
            *_unquoted(left, right),
            *_unquoted(right, left),
            related=[(f"this is {a}", left[1]), (f"this is {b}", right[1])],
        )


def _unquoted(operand: Operand, other: Operand) -> list[str]:
    """How a date or a number is written that stands in quotes as a text does."""
    kind, place, literal = other
    if kind.kind != "text" or not literal:
        return []
    written = place.source.text[place.start : place.end].strip("'")
    if operand[0].temporal:
        day = written if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written) else "2025-01-31"
        return [f"write the date as date '{day}'"]
    digits = re.sub(r"[,\s_]", "", written)
    if operand[0].numeric and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?%?", digits):
        return [f"write the number without quotes: {digits}"]
    return []


def _need_number(operand: Operand, operator: str) -> None:
    kind, place, _ = operand
    if not kind.numeric and kind.kind != "null":
        hints = ["days(a, b) gives the days between two moments"] if kind.temporal else []
        raise fail("not-a-number", f"'{operator}' needs a number here, this is {kind}", place, *hints)


def convertible(a: Unit, b: Unit) -> bool:
    """Whether both are fixed stretches of time, one of which can be told in the other."""
    return len(a) == len(b) == 1 and a[0][0] in SECONDS and b[0][0] in SECONDS and a[0][1] == b[0][1] == 1


def _same_unit(operator: str, left: Operand, right: Operand, span: Span) -> ValueType:
    (a, a_place, a_literal), (b, b_place, b_literal) = left, right
    if a.kind != "percent" and b.kind != "percent":
        if a.unit == b.unit:
            return b if a.kind == "integer" else a
        if not a.unit or not b.unit:
            return a if a.unit else b
        if convertible(a.unit, b.unit) and (a_literal or b_literal):
            return b if a_literal else a
    elif not a.unit and not b.unit:
        return a if a.kind == "percent" else b
    verb = {"+": "added to", "-": "subtracted from", "taken with": "chosen beside"}.get(
        operator, "compared with"
    )
    one, other = (b, a) if operator == "-" else (a, b)
    raise fail(
        "unit-mismatch",
        f"{one} cannot be {verb} {other}",
        span,
        related=[(f"this is {a}", a_place), (f"this is {b}", b_place)],
    )


def _sum(operator: str, left: Operand, right: Operand, span: Span) -> ValueType:
    if left[0].kind == "null":
        return right[0]
    if right[0].kind == "null":
        return left[0]
    for operand in (left, right):
        _need_number(operand, operator)
    return _same_unit(operator, left, right, span)


def _product(operator: str, left: Operand, right: Operand) -> ValueType:
    for operand in (left, right):
        _need_number(operand, operator)
    a, b = left[0], right[0]
    unit = multiply(a.unit, b.unit, 1 if operator == "*" else -1)
    if operator == "*" and not unit and a.kind == b.kind == "integer":
        return ValueType("integer")
    if operator == "*" and not unit and "percent" in (a.kind, b.kind) and a.kind == b.kind:
        return ValueType("percent")
    return number_of(unit)
