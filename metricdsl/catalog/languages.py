"""The languages in which a catalog can be asked and shown."""

from __future__ import annotations

from collections.abc import Sequence

from metricdsl.errors import did_you_mean, fail

OURS = ("en", "ja", "zh", "ms")
COUNTRIES = {"jp": "ja", "cn": "zh", "tw": "zh", "my": "ms", "kr": "ko", "us": "en", "uk": "en", "gb": "en"}


def meant(language: str, listed: Sequence[str]) -> tuple[str, ...]:
    """`did you mean 'ja'?` for a country, or for a misspelt language, of those there are."""
    known = COUNTRIES.get(language.lower(), "")
    return (f"did you mean '{known}'?",) if known in listed else did_you_mean(language, listed)


def refuse_unknown(language: str | None, listed: Sequence[str]) -> None:
    """Raises MetricError for a language that is none of the catalog's; where it lists none, of nobody's."""
    if language is None or _base(language) in {_base(one) for one in listed or OURS}:
        return
    if listed:
        message = f"the catalog does not speak '{language}'"
        hints = (*meant(language, listed), f"its languages are {', '.join(listed)}")
        raise fail("unknown-language", message, None, *hints)
    if not _exists(language):
        hints = (*meant(language, OURS), "write a language as en, ja or zh-Hant")
        raise fail("unknown-language", f"there is no language '{language}'", None, *hints)


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _exists(language: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True
