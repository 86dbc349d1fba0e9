"""Numbers, money and dates as a language writes them, by Unicode's CLDR (which Babel brings)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

from metricdsl.types import SUB_DAY

if TYPE_CHECKING:
    from babel import Locale

DIGITS = 400
"""More than any float has."""
SKELETONS = {"month": "yMMM", "quarter": "yQQQ", "year": "y"}
ISO_PATTERNS = {"month": "y-MM", "quarter": "y-'Q'Q", "year": "y"}
D3 = {
    "y": "%Y", "M": "%-m", "MM": "%m", "MMM": "%b", "MMMM": "%B", "d": "%-d", "dd": "%d", "Q": "%q",
    "HH": "%H", "mm": "%M",
}  # fmt: skip


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language tag such as ja or zh-Hant; English for one that nobody knows."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def decimal_shown(value: Decimal, places: int, language: str) -> str:
    """`1,234.5`"""
    from babel.numbers import format_decimal

    locale = locale_of(language)
    with localcontext(prec=DIGITS):
        return format_decimal(value, _with_places(locale.decimal_formats[None].pattern, places), locale)


def percent_shown(value: Decimal, places: int, language: str) -> str:
    """`12.5%` of 0.125"""
    from babel.numbers import format_percent

    locale = locale_of(language)
    with localcontext(prec=DIGITS):
        return format_percent(value, _with_places(locale.percent_formats[None].pattern, places), locale)


def money_shown(value: Decimal, currency: str, places: int, language: str) -> str:
    """`-€1,234.50`; a currency that has no sign in the language stands apart from the digits."""
    from babel.numbers import format_currency, get_currency_symbol

    locale = locale_of(language)
    pattern = _with_places(locale.currency_formats["standard"].pattern, places)
    with localcontext(prec=DIGITS):
        text = format_currency(value, currency, pattern, locale, currency_digits=False)
    sign = get_currency_symbol(currency, locale)
    return re.sub(rf"({re.escape(sign)})(?=\d)", "\\1\u00a0", text) if sign[-1].isalpha() else text


def money_places(currency: str) -> int:
    """The decimals that a currency has: none for JPY, two for EUR."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency) if currency else 2


def _with_places(pattern: str, places: int) -> str:
    """A pattern of CLDR with another number of decimals."""
    return re.sub(r"0(\.[0#]+)?", "0" + ("." + "0" * places if places else ""), pattern)


# --- dates ----------------------------------------------------------------------------------


def period_shown(start: date, grain: str | None, language: str) -> str:
    """A period's name where everyone calls it the same, else its first day (weeks and fiscal periods)."""
    from babel.dates import parse_pattern

    return parse_pattern(_pattern(grain, language)).apply(start, locale_of(language))


def moment_shown(moment: datetime, language: str) -> str:
    """A day and its time, without seconds where there are none."""
    from babel.dates import parse_pattern

    time = "HH:mm" if moment.second == moment.microsecond == 0 else "HH:mm:ss"
    return parse_pattern(f"{_pattern('day', language)} {time}").apply(moment, locale_of(language))


def chart_pattern(grain: str | None, language: str) -> str:
    """The pattern of a period in d3's letters, which charts want."""
    pattern = _pattern(grain, language) + (" HH:mm" if grain in SUB_DAY else "")
    parts = re.findall(r"'([^']*)'|(([a-zA-Z])\3*)|([^a-zA-Z']+)", pattern)
    quarter = locale_of(language).quarters["format"]["abbreviated"][1].replace("1", "%q")
    letters = {**D3, "QQQ": quarter}
    return "".join(quoted or between or letters[field] for quoted, field, _, between in parts)


def chart_locale(language: str) -> dict[str, object]:
    """What Vega wants to know of a language for the numbers and dates on its axes."""
    locale = locale_of(language)
    symbols = locale.number_symbols["latn"]
    months, days = locale.months["format"], locale.days["format"]
    week = [6, *range(6)]  # Vega's begins with Sunday, CLDR's with Monday
    return {
        "number": {"decimal": symbols["decimal"], "thousands": symbols["group"], "grouping": [3],
                   "currency": ["", ""]},
        "time": {
            "dateTime": "%Y-%m-%d %H:%M", "date": chart_pattern("day", language), "time": "%H:%M:%S",
            "periods": ["AM", "PM"],
            "days": [days["wide"][i] for i in week], "shortDays": [days["abbreviated"][i] for i in week],
            "months": [months["wide"][i] for i in range(1, 13)],
            "shortMonths": [months["abbreviated"][i] for i in range(1, 13)],
        },
    }  # fmt: skip


def _pattern(grain: str | None, language: str) -> str:
    """A period's pattern of CLDR. Plain English has two orders of day and month, so it gets that of ISO 8601."""
    locale = locale_of(language)
    if str(locale) == "en":
        return ISO_PATTERNS.get(grain or "", "y-MM-dd")
    skeleton = SKELETONS.get(grain or "")
    if skeleton is None:
        return str(locale.date_formats["medium"].pattern)
    return str(locale.datetime_skeletons[skeleton].pattern)
