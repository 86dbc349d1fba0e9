"""What the models of a catalog have in common: how a map is read, and keys that many of them have."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from metricdsl.catalog import habits
from metricdsl.catalog.values import Localized, Synonyms, Word, Words, matching, must_be
from metricdsl.types import TIME_UNITS

Key = Field
"""Pydantic's word for a key of a map; here a field is what an entity has."""


class Model(BaseModel):
    """A map of known keys, or its short form: a text that stands for the one key `short`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    short: ClassVar[str | None] = None
    form: ClassVar[str] = "a map of keys"

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if isinstance(value, str) and cls.short:
            value = cls.expand(value)
        if not isinstance(value, dict):
            raise must_be(cls.form, value)
        return value

    @classmethod
    def expand(cls, value: str) -> dict[str, str]:
        """The map that a short form stands for."""
        assert cls.short is not None
        return {cls.short: value}

    @classmethod
    def with_short_form(cls, schema: dict[str, Any]) -> dict[str, Any]:
        """The JSON Schema of the map, with the short form as an alternative."""
        if not cls.short:
            return schema
        return {"description": schema["description"], "anyOf": [schema["properties"][cls.short], schema]}


Label = Annotated[Localized | None, Key(description="The name that people see, or a map of it by language.")]
Description = Annotated[Localized | None, Key(description="What it means, or a map of that by language.")]
OtherNames = Annotated[Synonyms | None, Key(description="Other names for it, or a map of them by language.")]
Owner = Annotated[Word | None, Key(description="Who answers for it.")]
Tags = Annotated[Words, Key(description="Words to find it by.")]

Currency = Annotated[str, *matching("[A-Z]{3}", "a currency code such as JPY")]
Format = Annotated[
    str,
    *matching(
        r"(percent|money|number)(\([0-9]\))?|duration|score",
        "percent(1), money(0), number(2), duration or score",
        meant=habits.number_format,
    ),
]
Amount = Annotated[
    str,
    *matching(
        rf"[-+]?[0-9]+(\.[0-9]+)?(%| +({'|'.join(TIME_UNITS)})s?)?",
        "a number, a percentage such as 60%, or a duration such as 3 days",
        "number",
        meant=habits.amount,
    ),
]
