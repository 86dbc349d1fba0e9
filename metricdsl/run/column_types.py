"""The types of a database's columns against those of the catalog's fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from metricdsl.types import NUMERIC, Kind

if TYPE_CHECKING:
    import pyarrow

_FAMILIES = (
    (r"\[\]", "other"),
    (r"^(array|list|struct|map|json|xml|blob|bytea|binary|variant|object|interval|time(?!stamp))", "other"),
    (r"^(timestamp|datetime)", "timestamp"),
    (r"^date\b", "date"),
    (r"^bool", "boolean"),
    (r"^u?(tiny|small|medium|big|huge)?int(eger)?[0-9]*\b", "number"),
    (r"^(number|numeric|dec|double|float|real|money|fixed)", "number"),
    (r"^(uuid|uniqueidentifier)", "uuid"),
    (r"^enum|^name$|char|text|string|clob", "text"),
)
_BY_VALUE = {"sqlite": {"boolean": "number", "date": "text", "timestamp": "text"}}
"""What a database keeps that has no such type."""


def family(declared: str) -> str | None:
    """What a column holds, by the name of its type; None where that cannot be told."""
    words = declared.strip().lower()
    return next((found for pattern, found in _FAMILIES if re.search(pattern, words)), None)


def has_zone(declared: str) -> bool:
    """Whether a timestamp has a time zone of its own."""
    words = declared.lower()
    return bool(re.search(r"with (local )?time zone|timestamp_?l?tz", words))


def fits(kind: str, declared: str, dialect: str) -> bool:
    """Whether a column can be a field of a type; what cannot be told is taken to fit."""
    found = family(declared)
    wanted = "number" if kind in NUMERIC else kind
    wanted = _BY_VALUE.get(dialect, {}).get(wanted, wanted)
    return found is None or found == wanted or (wanted == "text" and found == "uuid")


NUMBER_AS_TEXT = b"number"
"""Metadata of an Arrow field whose numbers are written as text, so as to lose no digit."""


def arrow_family(column: pyarrow.Field) -> str | None:
    """What a column of an Arrow table holds; None where that cannot be told."""
    from pyarrow import types

    kind = column.type.value_type if types.is_dictionary(column.type) else column.type
    if NUMBER_AS_TEXT in (column.metadata or {}):
        return "number"
    tests = {
        "number": (types.is_integer, types.is_floating, types.is_decimal),
        "text": (types.is_string, types.is_large_string, types.is_string_view),
        "boolean": (types.is_boolean,),
        "date": (types.is_date,),
        "timestamp": (types.is_timestamp,),
    }
    return next((name for name, are in tests.items() if any(is_it(kind) for is_it in are)), None)


def kind_of(column: pyarrow.Field, guess: str) -> Kind | None:
    """The type of a field that the catalog leaves open: a key (a text is guessed) or a time (a date is).

    None for what stays as it was guessed.
    """
    from pyarrow import types

    match arrow_family(column):
        case "timestamp":
            return "timestamp"
        case "date":
            return "date"
        case "number" if guess == "text":
            digits = column.type.scale if types.is_decimal(column.type) else 0
            return "number" if digits or types.is_floating(column.type) else "integer"
    return None


OTHERWISE: Mapping[str, tuple[Kind, Kind]] = {"text": ("integer", "text"), "date": ("date", "timestamp")}
"""By what was guessed: what a field is if all its values are so, and what it is else, where columns have no types."""


def cannot_be(kind: str, found: str) -> bool:
    """Whether a number would be silently wrong where a field of a type has such a column.

    A boolean may be kept as 0 and 1, a day stands for its midnight, and anything can be read as text.
    """
    match kind:
        case "date":
            return found != "date"
        case "timestamp":
            return found not in ("timestamp", "date")
        case "boolean":
            return found not in ("boolean", "number")
        case _ if kind in NUMERIC:
            return found not in ("number", "boolean")
    return False
