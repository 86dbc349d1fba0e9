"""Values from Python for `{{name}}` in a question: plain ones, never text that becomes a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metricdsl.errors import fail


@dataclass(frozen=True, eq=False)
class Bound(Mapping[str, object]):
    """Python's variables as values that a question can use; each is looked at only when it is named."""

    variables: Mapping[str, object]

    def __getitem__(self, name: str) -> object:
        try:
            return plain_value(self.variables[name])
        except TypeError as error:
            message = f"the Python variable '{name}' is {error}, which a question cannot use"
            hint = "use a text, a number, a date, true or false, or a list of them"
            raise fail("wrong-value", message, None, hint) from None

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.variables if not name.startswith("_"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def plain_value(value: object) -> object:
    """A Python value without NumPy or pandas; lists, sets, arrays and columns become tuples."""
    if isinstance(value, date) and str(value) == "NaT":  # pandas' missing moment passes for a datetime
        return None
    match value:
        case None | bool() | int() | float() | Decimal() | str() | date():
            return value
        case bytes() | Mapping() | type():
            raise TypeError(f"a {type(value).__name__}")
    if callable(item := getattr(value, "item", None)) and not getattr(value, "shape", None):
        return plain_value(item())
    if isinstance(value, Iterable):
        parts = tuple(plain_value(part) for part in value)
        if not any(isinstance(part, tuple) for part in parts):
            return parts
    raise TypeError(f"a {type(value).__name__}")
