"""Ranges of time as people write them elsewhere, and how they are written here."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from metricdsl.types import GRAINS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "sept",
]
_TO_DATE = {"y": "year", "q": "quarter", "m": "month", "w": "week"}
_UNIT = r"([a-z_]+?)s?(?![\w'])"
_MONTH = rf"({'|'.join(_NAMES)}|{'|'.join(_MONTHS)})\.?(?!\w)"


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: str, month: str | int, day: str | int | None = None) -> str | None:
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else f"{found:%Y-%m}"


# One period: a pattern, and what its groups are here.
_PERIODS: tuple[tuple[str, Callable[..., str | None]], ...] = (
    (r"q([1-4])[\s'/-]*([0-9]{4})(?!\w)", lambda quarter, year: f"{year}-Q{quarter}"),
    (r"([0-9]{4})[\s/.-]*q([1-4])(?!\w)", lambda year, quarter: f"{year}-Q{quarter}"),
    (rf"([0-9]{{1,2}})[\s.-]+{_MONTH}[\s,-]*([0-9]{{4}})(?!\w)", lambda d, m, y: _day(y, _month(m), d)),
    (rf"{_MONTH}[\s]+([0-9]{{1,2}}),?\s+([0-9]{{4}})(?!\w)", lambda m, d, y: _day(y, _month(m), d)),
    (rf"{_MONTH}[\s,/-]*([0-9]{{4}})(?!\w)", lambda month, year: _day(year, _month(month))),
    (rf"([0-9]{{4}})[\s/-]*{_MONTH}", lambda year, month: _day(year, _month(month))),
    (r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日", _day),
    (r"([0-9]{4})年([0-9]{1,2})月", _day),
    (r"([0-9]{4})年", lambda year: year),
    (r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})(?!\w)", _day),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})(?!\w)", _day),
    (r"([0-9]{4})[/.-]([0-9]{1,2})(?!\w)", _day),
    (r"([0-9]{4})(?!\w)", lambda year: year),
)
_TO = re.compile(r"\s*(?:to|until|till|through|thru|-|–|—|~|〜|\.\.+)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_RELATIVE: tuple[tuple[str, Callable[..., str | None]], ...] = (
    (
        rf"(?:the\s+)?(?:last|past|previous|prior)\s+([0-9]+)\s+{_UNIT}",
        lambda count, unit: _grain(f"last {count} ", unit, "s"),
    ),
    (rf"(?:the\s+)?(?:last|past|previous|prior)\s+{_UNIT}", lambda unit: _grain("last ", unit)),
    (rf"(?:the\s+)?(?:this|current)\s+{_UNIT}", lambda unit: _grain("this ", unit)),
    (rf"{_UNIT}[\s-]to[\s-]date(?!\w)", lambda unit: _grain("", unit, " to date")),
    (r"([yqmw])td(?!\w)", lambda letter: f"{_TO_DATE[letter.lower()]} to date"),
    (rf"([0-9]{{1,3}})\s+{_UNIT}", lambda count, unit: _grain(f"last {count} ", unit, "s")),
)


def _grain(before: str, unit: str, after: str = "") -> str | None:
    return f"{before}{unit.lower()}{after}" if unit.lower() in GRAINS else None


def range_meant(text: str) -> tuple[str, str] | None:
    """The range of time with which a text begins: as it is written, and as it is written here."""
    for pattern, here in _RELATIVE:
        if (found := re.match(pattern, text, re.IGNORECASE)) and (spelled := here(*found.groups())):
            return found[0], spelled
    opened = re.match(r"(?:from|between)\s+", text, re.IGNORECASE)
    start = opened.end() if opened else 0
    first = _one(text[start:])
    if first is None:
        return None
    end = start + len(first[0])
    if joined := _TO.match(text, end) or (opened and _AND.match(text, end)):
        last = _one(text[joined.end() :])
        if last is not None:
            return text[: joined.end() + len(last[0])], f"{first[1]} to {last[1]}"
    return text[:end], f"since {first[1]}" if opened else first[1]


def _one(text: str) -> tuple[str, str] | None:
    for pattern, here in _PERIODS:
        if (found := re.match(pattern, text, re.IGNORECASE)) and (spelled := here(*found.groups())):
            return found[0], spelled
    return None
