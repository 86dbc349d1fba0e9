"""What the values of a catalog are read as. Each reader takes what was written and says what it must be.

A bare word arrives as `Plain`, a quoted one as `str`: `hidden: true` is a boolean, `label: true` the text
"true" and `hidden: "true"` an error. Messages are predicates, to be read after "'hidden' in metric 'x' …".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BeforeValidator, Discriminator, GetJsonSchemaHandler, Tag, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from metricdsl.errors import nearest

_BOOLEANS = ("true", "True", "TRUE", "false", "False", "FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_PERCENT = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?%")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Plain(str):
    """A scalar without quotes, whose meaning depends on where it stands."""

    __slots__ = ()


def wrong(
    message: str, *hints: str, code: str = "wrong-value", inside: tuple[str | int, ...] = ()
) -> PydanticCustomError:
    """A problem with a value, or with what stands inside of it: a predicate, and what to do about it."""
    context = {"message": message, "hints": hints, "code": code, "inside": inside}
    return PydanticCustomError("catalog", "{message}", context)


def must_be(what: str, value: object, *hints: str) -> PydanticCustomError:
    """`must be true or false, not 'maybe'`"""
    return wrong(f"must be {what}, not {described(value)}", *hints)


def described(value: object) -> str:
    """A value as it is quoted in a message."""
    match value:
        case dict():
            return "a map"
        case list() | tuple():
            return "a list"
        case None:
            return "empty"
        case _:
            words = " ".join(str(value).split())
            return f"'{words[:37]}…'" if len(words) > 40 else f"'{words}'"


# --- scalars --------------------------------------------------------------------------------------


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise must_be("a text", value)
    if not value.strip():
        raise wrong("must be a text, and it is empty", code="empty-value")
    return str(value).strip()


def _flag(value: object) -> bool:
    if isinstance(value, Plain) and value in _BOOLEANS:
        return value.lower() == "true"
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower(), str(value))
    hints = (f"write {meant} without quotes",) if meant in _BOOLEANS else ()
    raise must_be("true or false", value, *hints)


def _scale(value: object) -> Decimal:
    if isinstance(value, Plain) and _NUMBER.fullmatch(value) and Decimal(value) > 0:
        return Decimal(value)
    raise must_be("a number above 0", value)


def _day(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong(f"must be a date, and there is no day {value}") from None
    raise must_be("a date such as 2025-01-31", value)


def _zone(value: object) -> str:
    name = _text(value)
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        near = nearest(name, available_timezones(), 2)
        hint = (
            "did you mean " + " or ".join(f"'{n}'" for n in near) + "?"
            if near
            else "such as Asia/Tokyo or UTC"
        )
        raise must_be("the name of a time zone", value, hint) from None
    return name


def _language(value: object) -> str:
    name = _text(value)
    if not _LANGUAGE.fullmatch(name):
        raise must_be("a language such as en, ja or zh-Hant", value)
    return name


Word = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""Any text. Numbers and booleans are taken as they are written."""

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Scale = Annotated[Decimal, BeforeValidator(_scale), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Zone = Annotated[
    str, BeforeValidator(_zone), WithJsonSchema({"type": "string", "examples": ["UTC", "Asia/Tokyo"]})
]
StoredIn = Annotated[
    str,
    BeforeValidator(lambda value: value if value == "instant" else _zone(value)),
    WithJsonSchema({"type": "string", "examples": ["UTC", "Asia/Tokyo", "instant"]}),
]
Language = Annotated[
    str, BeforeValidator(_language), WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"})
]


def matching(
    pattern: str, what: str, *types: str, meant: Callable[[str], tuple[str, ...]] = lambda _: ()
) -> tuple[BeforeValidator, WithJsonSchema]:
    """A text of one form; `what` names it in the message. `types` are what an editor takes it for.

    `meant` gives a hint for what is written from habit.
    """

    def read(value: object) -> str:
        words = _text(value)
        if not re.fullmatch(pattern, words):
            raise must_be(what, value, *meant(words))
        return words

    return BeforeValidator(read), WithJsonSchema({"type": ["string", *types], "pattern": f"^({pattern})$"})


# --- cells of tests -------------------------------------------------------------------------------

Cell = str | int | Decimal | bool | None
"""One value in the rows of a test. Dates and times stay texts; they are read as their column's type."""


def cell(value: object) -> Cell:
    """As YAML 1.2 reads it, exact decimals and `60%` (0.6) included."""
    if not isinstance(value, Plain):
        return value  # type: ignore[return-value]  # a quoted text, or None
    if value in _BOOLEANS:
        return value.lower() == "true"
    if _INTEGER.fullmatch(value):
        return int(value)
    if _NUMBER.fullmatch(value):
        return Decimal(value)
    if _PERCENT.fullmatch(value):
        return Decimal(value[:-1]) / 100
    return str(value)


CELL_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}

# --- one or many, and texts by language -----------------------------------------------------------


def listed(value: object) -> object:
    """What stands alone is a list of one."""
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True)
class _OrAlone:
    """Tells the JSON Schema that one item may stand without a list around it."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core)
        return {"anyOf": [schema["items"], schema]}


ONE_OR_MANY = (BeforeValidator(listed), _OrAlone())
"""For a tuple whose one item may be written alone: `Annotated[tuple[X, ...], *ONE_OR_MANY]`."""


def _text_or_map(value: object) -> str:
    return "<map>" if isinstance(value, dict) else "<text>"


Words = Annotated[tuple[Word, ...], *ONE_OR_MANY]
"""A text or a list of texts; always a tuple in the model."""

Localized = Annotated[
    Annotated[Word, Tag("<text>")] | Annotated[dict[Language, Word], Tag("<map>")],
    Discriminator(_text_or_map),
]
"""A text, or a map from languages to texts."""

Synonyms = Annotated[
    Annotated[Words, Tag("<text>")] | Annotated[dict[Language, Words], Tag("<map>")],
    Discriminator(_text_or_map),
]
"""A text or a list of texts, or a map from languages to one of these."""


def localized(value: str | dict[str, str] | None, language: str | None, fallback: str = "en") -> str | None:
    """The text in a language, else in its base language (`zh` for `zh-Hant`), in the fallback, or any."""
    if value is None or isinstance(value, str):
        return value
    for wanted in (language, language.split("-")[0] if language else None, fallback):
        if wanted in value:
            return value[wanted]
    return next(iter(value.values()), None)


def every_text(value: str | tuple[str, ...] | dict[str, Any] | None) -> tuple[str, ...]:
    """All texts of a label or of synonyms, whatever their language."""
    match value:
        case None:
            return ()
        case str():
            return (value,)
        case tuple():
            return value
        case _:
            return tuple(words for part in value.values() for words in every_text(part))
