"""How a function is declared: annotations are its signature, the docstring is its reference entry."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from sqlglot import exp

from metricdsl.types import FIELD_TYPES, Kind, ValueType, number_of, unit_named

Typed = tuple[exp.Expression, ValueType]
"""What a function's SQL is made from: an argument's SQL and its type."""

# What may stand as an annotation. To mypy an argument is SQL with its type; the mark is for us.
anything = Annotated[Any, "any"]
number = Annotated[Any, "number"]
text = Annotated[Any, "text"]
condition = Annotated[Any, "boolean"]
moment = Annotated[Any, "temporal"]
integer = Annotated[Any, "integer"]
same = Annotated[Any, "same"]
common = Annotated[Any, "common"]
plain = Annotated[Any, "plain"]
a_date = Annotated[Any, "date"]
a_timestamp = Annotated[Any, "timestamp"]
in_seconds = Annotated[Any, "seconds"]
in_minutes = Annotated[Any, "minutes"]
in_hours = Annotated[Any, "hours"]
in_days = Annotated[Any, "days"]
in_weeks = Annotated[Any, "weeks"]
in_months = Annotated[Any, "months"]
in_years = Annotated[Any, "years"]

ACCEPTS: dict[str, frozenset[str]] = {
    "any": frozenset(FIELD_TYPES),
    "number": frozenset({"integer", "number", "money", "percent", "duration"}),
    "integer": frozenset({"integer"}),
    "text": frozenset({"text"}),
    "boolean": frozenset({"boolean"}),
    "temporal": frozenset({"date", "timestamp"}),
}  # fmt: skip
WORDS = {
    "any": "any value", "number": "a number", "integer": "a whole number", "text": "a text",
    "boolean": "a condition", "temporal": "a date or timestamp",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """One parameter: its name, what it accepts (a key of ACCEPTS), whether it may be left out or repeated."""

    name: str
    accepts: str
    optional: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class RowFunction:
    """A function of values: of one row's fields, or of metric values alike."""

    name: str
    slots: tuple[Slot, ...]
    returns: str
    sql: Callable[..., exp.Expression]
    doc: str

    @property
    def least(self) -> int:
        return sum(1 for s in self.slots if not s.optional and not s.repeated)

    @property
    def most(self) -> int | None:
        return None if any(s.repeated for s in self.slots) else len(self.slots)

    def slot(self, index: int) -> Slot:
        return self.slots[min(index, len(self.slots) - 1)]

    @property
    def usage(self) -> str:
        """`round(x, digits)`, for messages."""
        return f"{self.name}({', '.join(s.name + (', …' if s.repeated else '') for s in self.slots)})"

    def result(self, arguments: Sequence[ValueType]) -> ValueType:
        """The type of the result, the arguments having been checked."""
        match self.returns:
            case "same":
                return arguments[0]
            case "common":
                return next((a for a in arguments if a.kind != "null"), arguments[0])
            case "plain":
                return ValueType("number")
            case "integer" | "text" | "boolean" | "date" | "timestamp" as kind:
                return ValueType(kind)
            case unit:
                return number_of(unit_named(unit))


ROW_FUNCTIONS: dict[str, RowFunction] = {}


def _mark(annotation: object) -> str:
    metadata = getattr(annotation, "__metadata__", None)
    return str(metadata[0]) if metadata else str(annotation)


def row_function(function: Callable[..., exp.Expression]) -> Callable[..., exp.Expression]:
    """Declare a row function. The first parameter receives the dialect's forms, the others (SQL, type)."""
    signature = inspect.signature(function, eval_str=True)
    slots = tuple(
        Slot(p.name.rstrip("_"), _mark(p.annotation), p.default is not p.empty, p.kind is p.VAR_POSITIONAL)
        for p in list(signature.parameters.values())[1:]
    )
    name = function.__name__.rstrip("_")
    returns = _mark(signature.return_annotation)
    ROW_FUNCTIONS[name] = RowFunction(
        name, slots, returns, offered(name, function), inspect.getdoc(function) or ""
    )
    return function


def offered(name: str, sql: Callable[..., exp.Expression]) -> Callable[..., exp.Expression]:
    """The function's SQL, made only by forms that offer it."""

    def checked(forms: Any, *arguments: Any) -> exp.Expression:
        forms.offer(name)
        return sql(forms, *arguments)

    return checked


def accepts(slot: Slot, kind: Kind) -> bool:
    """Whether an argument of this kind may stand there; null may stand anywhere."""
    return kind == "null" or kind in ACCEPTS[slot.accepts]


__all__ = [
    "ROW_FUNCTIONS", "WORDS", "RowFunction", "Slot", "Typed", "a_date", "a_timestamp", "accepts", "anything",
    "common", "condition", "integer", "moment", "number", "plain", "row_function", "same", "text",
]  # fmt: skip
