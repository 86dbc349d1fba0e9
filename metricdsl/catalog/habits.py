"""What people write from habit where a catalog wants something else, and what it would be here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_AMOUNT = re.compile(r"[^\w+-]{0,2}([-+]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s*(%|[A-Za-z]*)")
_TIMES = {
    "k": 1_000,
    "m": 1_000_000,
    "mio": 1_000_000,
    "million": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
}
_PERCENT = frozenset({"%", "percent", "pct", "pc"})
_FORMATS = (
    (r"[$€£¥]|currency|money|dollar|euro|yen", "money(0)"),
    (r"%|percent|pct|ratio|rate", "percent(1)"),
    (r"day|hour|minute|second|time", "duration"),
    (r"int|#|0|number|decimal|float|digit|round", "number(0)"),
)
TYPES = {
    "varchar": "text", "char": "text", "string": "text", "str": "text", "int": "integer", "bigint": "integer",
    "float": "number", "double": "number", "real": "number", "decimal": "number", "numeric": "number",
    "bool": "boolean", "datetime": "timestamp", "timestamptz": "timestamp", "currency": "money",
    "percentage": "percent",
}  # fmt: skip
"""Types of databases and other tools, and what they are here."""
_CHOICES = TYPES | {
    "higher": "up", "high": "up", "more": "up", "max": "up", "increase": "up", "larger": "up", "greater": "up",
    "lower": "down", "low": "down", "less": "down", "min": "down", "decrease": "down", "smaller": "down",
}  # fmt: skip


def amount(text: str) -> tuple[str, ...]:
    """`write 5000000` of `¥5,000,000` and `5M`, `write 38%` of `38 percent`."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return ()
    digits, unit = found[1].replace(",", ""), found[2]
    if unit.lower() in _PERCENT:
        return (f"write {digits}%",)
    if times := _TIMES.get(unit.lower()):
        return (f"write {(Decimal(digits) * times).normalize():f}",)
    is_currency = not unit or re.fullmatch("[A-Z]{3}", unit)
    return (f"write {digits}",) if is_currency else ()


def number_format(text: str) -> tuple[str, ...]:
    """`write percent(1)` of `0.0%`."""
    meant = next((ours for pattern, ours in _FORMATS if re.search(pattern, text.lower())), None)
    return (f"write {meant}",) if meant else ()


def choice(text: str, allowed: Sequence[str]) -> tuple[str, ...]:
    """`did you mean 'up'?` of `higher`."""
    meant = _CHOICES.get(text.lower())
    return (f"did you mean '{meant}'?",) if meant in allowed else ()


def shape(path: tuple[str | int, ...], value: object) -> tuple[str, ...]:
    """How a label, a join or the like is written, where a list or a map stands in its place."""
    match path:
        case (*_, "label" | "description") if isinstance(value, list):
            return ("write a text, or one for each language: {en: Sales, ja: 売上}",)
        case ("joins",):
            return ("write `account: accounts on account_id`, each in a line of its own",)
        case ("joins", _) if isinstance(value, dict):
            return (f"write it as a text: {_join(value)}",)
        case (*_, "fields"):
            return ("write `amount: money`, each in a line of its own",)
        case (*_, "lifetime"):
            return ("write {from: joined_on, to: left_on}",)
    return ()


def _join(parts: dict[object, object]) -> str:
    """A join whose parts stand in a map, as other tools have it."""
    to = next(
        (parts[key] for key in ("to", "entity", "table", "references", "model") if key in parts), "accounts"
    )
    on = next((parts[key] for key in ("on", "key", "column", "foreign_key") if key in parts), "account_id")
    return f"{to} on {on}"
