"""The types of a database's columns against those of the catalog's fields."""

from __future__ import annotations

import re

from metricdsl.types import NUMERIC

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
