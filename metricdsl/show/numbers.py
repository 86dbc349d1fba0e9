"""How values look: by the metric's format, its unit, and the grain of a period."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING

from metricdsl.run.result import Value
from metricdsl.show.locales import (
    DIGITS,
    decimal_shown,
    moment_shown,
    money_places,
    money_shown,
    percent_shown,
    period_shown,
)
from metricdsl.show.words import word
from metricdsl.types import SECONDS, TIME_UNITS

if TYPE_CHECKING:
    from metricdsl.compiler import OutputColumn

NOTHING = "–"


def shown(value: Value, column: OutputColumn, language: str, decimals: int | None = None) -> str:
    """A value as people read it. `decimals` is for numbers whose format does not say it."""
    match value:
        case None:
            return _missing(column, language)
        case bool():
            return word("yes" if value else "no", language)
        case str():
            return word(value, language) if column.role == "status" else one_line(value)
        case datetime():
            return moment_shown(value, language)
        case date():
            return period_shown(value, column.grain, language)
        case _:
            return number_shown(value, column, language, decimals)


def _missing(column: OutputColumn, language: str) -> str:
    match column.role:
        case "period":
            return word("no date", language)
        case "group":
            return word("no value", language)
        case _:
            return NOTHING


def number_shown(value: float, column: OutputColumn, language: str, decimals: int | None = None) -> str:
    """A number with its unit. Differences carry their sign, those of rates are in percentage points."""
    form, places = _format(column)
    places = decimals if places is None else places
    is_difference = column.role in {"change", "gap"}
    match form:
        case "percent" if is_difference:
            places = 1 if places is None else places
            points = decimal_shown(rounded(value, places, scale=2), places, language)
            text = f"{points} {word('points', language)}"
        case "percent":
            places = 1 if places is None else places
            text = percent_shown(rounded(value, places + 2), places, language)
        case "money":
            text = _money(value, column.unit, places, language)
        case "duration":
            text = _duration(value, column.unit, language, 1 if places is None else places)
        case "score":
            text = number_text(value, 1 if places is None else places, language)
        case _:
            text = number_text(value, 2 if places is None else places, language) + _unit(column, language)
    return f"+{text}" if is_difference and value > 0 else text


def number_text(value: float, places: int, language: str) -> str:
    """`1,234.5`, rounded half away from zero."""
    return decimal_shown(rounded(value, places), places, language)


def _format(column: OutputColumn) -> tuple[str, int | None]:
    """The format's name and number of decimals, the column's kind standing in for what is not written."""
    if column.format:
        found = re.fullmatch(r"(\w+)(?:\((\d)\))?", column.format)
        assert found is not None
        return found[1], int(found[2]) if found[2] else None
    return (column.kind, None) if column.kind != "integer" else ("number", 0)


def rounded(value: float, places: int, scale: int = 0) -> Decimal:
    """Halves away from zero, as people round; `scale` moves the point."""
    with localcontext(prec=DIGITS, rounding=ROUND_HALF_UP):
        exact = Decimal(repr(value) if isinstance(value, float) else value).scaleb(scale)
        number = exact.quantize(Decimal(1).scaleb(-places))
        return number or abs(number)  # no minus before a zero


def places_for(values: Sequence[Value], column: OutputColumn) -> int | None:
    """Decimals of numbers without a format: four where all are below 0.1, else two. None: it is settled."""
    if column.format or column.kind != "number":
        return None
    sizes = [abs(v) for v in values if isinstance(v, int | float) and v]
    return 4 if sizes and max(sizes) < 0.1 else 2


def _money(value: float, unit: str | None, places: int | None, language: str) -> str:
    currency, _, rest = (unit or "").partition(" ")
    places = money_places(currency) if places is None else places
    amount = (
        money_shown(rounded(value, places), currency, places, language)
        if currency
        else number_text(value, places, language)
    )
    return f"{amount} {rest}" if rest else amount


def _duration(value: float, unit: str | None, language: str, places: int) -> str:
    """In the largest unit of which there is at least one; months and longer stay what they are."""
    name = time_unit(unit) or "second"
    if name not in SECONDS:
        return f"{number_text(value, places, language)} {word(name, language)}"
    seconds = value * SECONDS[name]
    best = next((u for u in ("day", "hour", "minute") if abs(seconds) >= SECONDS[u]), "second")
    best = name if not seconds else best
    return f"{number_text(seconds / SECONDS[best], places, language)} {word(best, language)}"


def _unit(column: OutputColumn, language: str) -> str:
    if not column.unit:
        return ""
    name = time_unit(column.unit)
    return f" {word(name, language)}" if name else f" {one_line(column.unit)}"


def time_unit(unit: str | None) -> str | None:
    """`day` of `days`; None for what is no plain unit of time."""
    singular = (unit or "").removesuffix("s")
    return singular if singular in TIME_UNITS else None


def one_line(text: str) -> str:
    """A text without line ends and other control characters, which could repaint a terminal."""
    return "".join(
        " " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c
        for c in text
        if unicodedata.category(c) != "Cf"
    )
