"""Values: literals, operators and row functions (section 2), for rows and metrics alike."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from metricdsl.language import syntax
from tests.reference.evaluator.calendar import SECONDS, Clock

Value = Any


class Elapsed(float):
    """What `days(a, b)` and the like give: a number that knows its unit, comparable with `3 days`."""

    unit: str

    def __new__(cls, value: float, unit: str) -> Elapsed:
        made = super().__new__(cls, value)
        made.unit = unit
        return made


class Label(str):
    """A bucket's label, which sorts by its edge."""

    rank: int

    def __new__(cls, text: str, rank: int) -> Label:
        made = super().__new__(cls, text)
        made.rank = rank
        return made


@dataclass(frozen=True)
class Duration:
    amount: int
    unit: str

    def __neg__(self) -> Duration:
        return Duration(-self.amount, self.unit)


def calculate(node: syntax.Expression, name: Callable[[Any], Value], clock: Clock) -> Value:
    """The value of an expression; `name` gives that of what is neither literal, operator nor function."""

    def of(part: syntax.Expression) -> Value:
        return calculate(part, name, clock)

    match node:
        case syntax.Number(value=value):
            return value if isinstance(value, int) else Fraction(value)
        case syntax.Text(value=value) | syntax.Boolean(value=value) | syntax.Date(value=value):
            return value
        case syntax.Null():
            return None
        case syntax.Duration(amount=amount, unit=unit):
            return Duration(amount, unit)
        case syntax.Operation(operator=operator, operands=operands):
            return operate(operator, [of(o) for o in operands], clock)
        case syntax.Membership(value=value, items=items, negated=negated):
            found = [compare("=", of(value), of(item), clock) for item in items]
            inside = True if True in found else None if None in found else False
            return negate(inside) if negated else inside
        case syntax.Between(value=value, low=low, high=high, negated=negated):
            bounds = [compare(">=", of(value), of(low), clock), compare("<=", of(value), of(high), clock)]
            return negate(both(bounds)) if negated else both(bounds)
        case syntax.IsNull(value=value, negated=negated):
            return (of(value) is None) != negated
        case syntax.Case(branches=branches, default=default):
            for condition, result in branches:
                if of(condition) is True:
                    return of(result)
            return None if default is None else of(default)
        case syntax.Call(function=function, arguments=arguments) if function in (*FUNCTIONS, *OF_NULL):
            return call(function, [of(a) for a in arguments], clock)
        case _:
            return name(node)


# operators


def both(parts: Sequence[bool | None]) -> bool | None:
    return False if False in parts else None if None in parts else True


def negate(value: bool | None) -> bool | None:
    return None if value is None else not value


def operate(operator: str, operands: list[Value], clock: Clock) -> Value:
    match operator:
        case "and":
            return both(operands)
        case "or":
            return negate(both([negate(o) for o in operands]))
        case "not":
            return negate(operands[0])
    if None in operands:
        return None
    if operator == "negate":
        return -operands[0]
    a, b = operands
    match operator:
        case "+" if isinstance(b, Duration):
            return clock.add(a, b.amount, b.unit)
        case "-" if isinstance(b, Duration):
            return clock.add(a, -b.amount, b.unit)
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return a / b if b else None
        case "contains":
            return b in a
        case "starts with":
            return a.startswith(b)
        case "ends with":
            return a.endswith(b)
        case "like":
            pattern = "".join({"%": ".*", "_": "."}.get(c, re.escape(c)) for c in b)
            return re.fullmatch(pattern, a, re.DOTALL) is not None
    return compare(operator, a, b, clock)


def compare(operator: str, a: Value, b: Value, clock: Clock) -> bool | None:
    if a is None or b is None:
        return None
    a, b = comparable(a, b, clock)
    return {"=": a == b, "!=": a != b}[operator] if operator in ("=", "!=") else {
        "<": lambda: a < b, "<=": lambda: a <= b, ">": lambda: a > b, ">=": lambda: a >= b,
    }[operator]()  # fmt: skip


def comparable(a: Value, b: Value, clock: Clock) -> tuple[Value, Value]:
    """A duration is counted in the other side's unit; a date among timestamps is its midnight."""
    if isinstance(b, Duration) and isinstance(a, Elapsed):
        return Fraction(a), Fraction(b.amount * SECONDS[b.unit], SECONDS[a.unit])
    if isinstance(a, Duration):
        return comparable(b, a, clock)[::-1]
    if (isinstance(a, Fraction) and isinstance(b, float)) or (
        isinstance(a, float) and isinstance(b, Fraction)
    ):
        return float(a), float(b)
    if isinstance(a, datetime) != isinstance(b, datetime):
        return clock.instant(a), clock.instant(b)
    return a, b


# functions


OF_NULL = ("coalesce", "nullif", "today", "now")


def call(function: str, arguments: list[Value], clock: Clock) -> Value:
    match function:
        case "coalesce":
            return next((a for a in arguments if a is not None), None)
        case "nullif":
            return None if compare("=", *arguments, clock) else arguments[0]
        case "today":
            return clock.today
        case "now":
            return clock.now
    if None in arguments:
        return None
    return FUNCTIONS[function](clock, *arguments)


def rounded(clock: Clock, x: float, digits: int = 0) -> float:
    """Half away from zero, of the very number in binary."""
    scaled = abs(Fraction(x)) * 10**digits
    whole = math.floor(scaled + Fraction(1, 2))
    return math.copysign(float(Fraction(whole) / 10**digits), x)


def bucket(clock: Clock, x: float, *edges: float) -> Label:
    rank = sum(1 for edge in edges if x >= edge)
    if rank == 0:
        return Label(f"< {edges[0]}", 0)
    if rank == len(edges):
        return Label(f"≥ {edges[-1]}", rank)
    return Label(f"{edges[rank - 1]} to < {edges[rank]}", rank)


def extreme(choose: Callable[..., Value]) -> Callable[..., Value]:
    def chosen(clock: Clock, *x: Value) -> Value:
        return choose(x, key=lambda v: comparable(v, x[0], clock)[0])

    return chosen


def elapsed(unit: str) -> Callable[..., Value]:
    return lambda clock, a, b: Elapsed(clock.elapsed(a, b, unit), unit)


def power(clock: Clock, x: float, y: float) -> float | None:
    if (x == 0 and y < 0) or (x < 0 and y != math.floor(y)):
        return None
    return float(x) ** float(y)


FUNCTIONS: dict[str, Callable[..., Value]] = {
    **{f"{unit}s": elapsed(unit) for unit in SECONDS},
    "months": lambda clock, a, b: clock.whole(a, b, "month"),
    "years": lambda clock, a, b: clock.whole(a, b, "year"),
    "date": lambda clock, t: clock.day(t),
    "year": lambda clock, t: clock.local(t).year,
    "month": lambda clock, t: clock.local(t).month,
    "day": lambda clock, t: clock.local(t).day,
    "weekday": lambda clock, t: clock.local(t).isoweekday(),
    "hour": lambda clock, t: clock.local(t).hour,
    "least": extreme(min),
    "greatest": extreme(max),
    "abs": lambda clock, x: abs(x),
    "round": rounded,
    "floor": lambda clock, x: math.floor(x),
    "ceil": lambda clock, x: math.ceil(x),
    "sqrt": lambda clock, x: math.sqrt(x) if x >= 0 else None,
    "ln": lambda clock, x: math.log(x) if x > 0 else None,
    "exp": lambda clock, x: math.exp(x),
    "power": power,
    "mod": lambda clock, x, y: None if y == 0 else math.fmod(x, y),
    "lower": lambda clock, x: x.lower(),
    "upper": lambda clock, x: x.upper(),
    "trim": lambda clock, x: x.strip(" "),
    "length": lambda clock, x: len(x),
    "concat": lambda clock, *x: "".join(x),
    "bucket": bucket,
}


# order: section 2 for text, section 7 for nulls


def ascending(value: Value) -> tuple[Any, ...]:
    """A key that sorts values of one kind, nulls last."""
    if value is None:
        return (1,)
    return (0, value.rank) if isinstance(value, Label) else (0, value)


def descending(value: Value) -> tuple[Any, ...]:
    """The same from the largest down, nulls last all the same."""
    return (1,) if value is None else (0, Reversed(ascending(value)))


class Reversed:
    def __init__(self, key: Any) -> None:
        self.key = key

    def __lt__(self, other: Reversed) -> bool:
        return other.key < self.key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reversed) and self.key == other.key


def plain(value: Value, clock: Clock) -> Value:
    """As an answer shows it: timestamps in local time, decimals as numbers."""
    if isinstance(value, datetime):
        return clock.local(value)
    if isinstance(value, Label):
        return str(value)
    return float(value) if isinstance(value, (Fraction, Elapsed)) else value


def day_after(day: date) -> date:
    return day + timedelta(days=1)
