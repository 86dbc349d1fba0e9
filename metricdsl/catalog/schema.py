"""The keys of a catalog: what may be written, as frozen models which also make the JSON Schema.

Short forms are normalised (`leads: count(leads)` is a Metric with a formula). Formulas, conditions and joins
stay texts here; `Entry.text` gives them with their places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, ValidationInfo, field_validator, model_validator

from metricdsl.catalog import values
from metricdsl.catalog.entities import (
    ONE_OF_TABLE_AND_SQL,
    Entity,
    Field,
    FieldType,
    Lifetime,
    one_of_table_and_sql,
)
from metricdsl.catalog.entries import SECTIONS
from metricdsl.catalog.examples import Example, Test
from metricdsl.catalog.keys import (
    Amount,
    Currency,
    Description,
    Format,
    Key,
    Label,
    Model,
    OtherNames,
    Owner,
    Tags,
)
from metricdsl.catalog.sources import TableSource
from metricdsl.catalog.values import (
    Day,
    Flag,
    Language,
    Word,
    Zone,
    every_text,
    localized,
    must_be,
    wrong,
)

__all__ = [
    "Entity", "Example", "Field", "FieldType", "Lifetime", "Model", "TableSource", "Test", "every_text",
    "localized",
]  # fmt: skip

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Month = Literal[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
]  # fmt: skip
Better = Literal["up", "down", "none"]


class Settings(Model):
    """The keys at the top of one file, beside the sections."""

    catalog: Word | None = Key(None, description="The catalog's name.")
    version: Literal[1] = Key(1, description="The version of the file format: 1.")
    timezone: Zone = Key("UTC", description="The time zone in which days and other periods begin and end.")
    week_starts: Weekday = Key("monday", description="The first day of a week.")
    fiscal_year_starts: Month | None = Key(
        None,
        description="The first month of the fiscal year; gives the grains fiscal_quarter and fiscal_year.",
    )
    currency: Currency | None = Key(None, description="The unit of money that says no other, such as JPY.")
    languages: tuple[Language, ...] = Key((), description="The languages of labels, the preferred one first.")

    @field_validator("version", mode="before")
    @classmethod
    def _known_version(cls, value: object) -> object:
        if isinstance(value, values.Plain) and value == "1":
            return 1
        raise must_be("1, the only version of the file format", value)


class Target(Model):
    """A value to reach, perhaps only from a day on or under a condition."""

    short: ClassVar[str | None] = "value"
    form: ClassVar[str] = "a number, a percentage, or a map of keys"

    value: Amount = Key(description="The value to reach: 1000, 60% or 3 days.")
    from_: Day | None = Key(None, alias="from", description="The first day on which it holds.")
    where: Word | None = Key(None, description="The condition on the groups under which it holds.")
    warn: Amount | None = Key(None, description="Up to where a miss is only a warning.")


class Metric(Model):
    """A number that is computed from rows."""

    short: ClassVar[str | None] = "formula"
    form: ClassVar[str] = "a formula, or a map of keys"

    label: Label = None
    description: Description = None
    synonyms: OtherNames = None
    formula: Word = Key(
        description="How it is computed, such as count(leads where qualified) / count(leads)."
    )
    format: Format | None = Key(
        None, description="How it is shown: percent(1), money(0), number(2), duration or score."
    )
    unit: Word | None = Key(None, description="Its unit, such as JPY; inferred where it is left out.")
    better: Better | None = Key(None, description="Which way is good: up, down or none.")
    target: Annotated[tuple[Target, ...], *values.ONE_OR_MANY] = Key(
        (), description="The value to reach, or a list of them by period (from) and segment (where)."
    )
    warn: Amount | None = Key(None, description="Up to where a miss of the target is only a warning.")
    owner: Owner = None
    tags: Tags = ()
    certified: Day | None = Key(None, description="The day on which its owner last approved it.")
    deprecated: Word | None = Key(
        None, description="Why it should no longer be used, and what to use instead."
    )
    hidden: Flag = Key(False, description="Leave the metric out of lists.")
    tests: tuple[Example, ...] = Key((), description="Examples: rows in, value out.")

    @field_validator("target")
    @classmethod
    def _one_at_a_time(cls, targets: tuple[Target, ...]) -> tuple[Target, ...]:
        held = [(target.from_, target.where) for target in targets]
        for i, one in enumerate(held):
            if one in held[:i]:
                raise wrong(f"has the 'from' and 'where' of item {held.index(one) + 1}", inside=(i,))
        return targets

    @field_validator("warn")
    @classmethod
    def _beside_a_target(cls, value: str | None, info: ValidationInfo) -> str | None:
        if "target" in info.data and not info.data["target"]:
            raise wrong("needs a 'target' beside it", code="conflicting-keys")
        return value


class Segment(Model):
    """A condition with a name, used as `where large`."""

    short: ClassVar[str | None] = "where"
    form: ClassVar[str] = "a condition, or a map of keys"

    where: Word = Key(description="The condition, such as accounts.employees > 1000.")
    label: Label = None
    description: Description = None
    synonyms: OtherNames = None


class Function(Model):
    """A formula with holes; its key is its signature, such as nps(score)."""

    short: ClassVar[str | None] = "formula"
    form: ClassVar[str] = "a formula, or a map of keys"

    formula: Word = Key(description="The formula, in which the signature's names stand for the arguments.")
    label: Label = None
    description: Description = None


class Parameter(Model):
    """A value that a question may set, used as $window in formulas."""

    type: FieldType = Key(description="What the value is.")
    default: Word = Key(
        description="The value where a question sets none: 30 days, 0.5, 2025-01-31; texts without quotes."
    )
    label: Label = None
    description: Description = None

    @field_validator("default")
    @classmethod
    def _of_its_type(cls, value: str, info: ValidationInfo) -> str:
        pattern, example = _DEFAULTS.get(info.data.get("type", "text"), (".*", ""))
        if not re.fullmatch(pattern, value, re.DOTALL):
            raise must_be(f"of type {info.data['type']}, such as {example}", value)
        return value


_NUMBER = r"[-+]?[0-9]+(\.[0-9]+)?"
_DEFAULTS = {
    "integer": (r"[-+]?[0-9]+", "12"),
    "number": (_NUMBER, "1.5"),
    "money": (_NUMBER, "1000"),
    "percent": (_NUMBER + "%?", "60%"),
    "boolean": ("true|false", "true"),
    "date": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "2025-01-31"),
    "timestamp": (r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9:.]+", "2025-01-31 09:30"),
    "duration": (r"[0-9]+ +[a-z_]+", "30 days"),
}
"""What the default of a parameter looks like, by its type."""


class View(Model):
    """A question that becomes a database view."""

    short: ClassVar[str | None] = "question"
    form: ClassVar[str] = "a question, or a map of keys"

    question: Word = Key(description="The question, such as revenue, win_rate by month.")
    name: Word | None = Key(None, description="The view's name in the database, where it is not the key.")
    schema_: Word | None = Key(None, alias="schema", description="The database schema in which it is made.")
    description: Description = None
    materialized: Flag = Key(False, description="Store the rows, where the database can.")


class Scorecard(Model):
    """Metrics that are shown together: a list of them with what they share, or a whole question."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["metrics"]}, {"required": ["question"]}]}
    )
    short: ClassVar[str | None] = "question"
    form: ClassVar[str] = "a question, or a map of keys"

    label: Label = None
    description: Description = None
    metrics: tuple[Word, ...] = Key((), description="Names of metrics, or formulas, in their order.")
    by: Word | None = Key(None, description="What they are shown by, as in a question.")
    for_: Word | None = Key(None, alias="for", description="The time range, as in a question.")
    where: Word | None = Key(None, description="The condition, as in a question.")
    vs: Word | None = Key(None, description="What they are compared with: target, prior year.")
    question: Word | None = Key(
        None, description="A whole question, in place of all the others.", validate_default=True
    )

    @field_validator("question")
    @classmethod
    def _one_form(cls, value: str | None, info: ValidationInfo) -> str | None:
        beside = [
            name.rstrip("_") for name in ("metrics", "by", "for_", "where", "vs") if info.data.get(name)
        ]
        if value and beside:
            raise wrong(f"cannot stand beside '{beside[0]}': a question says it all", code="conflicting-keys")
        if not value and "metrics" in info.data and not info.data["metrics"]:
            raise wrong("has neither 'metrics' nor 'question'", code="missing-key")
        return value


class Calendar(Model):
    """Periods of one's own, read from a table with one row per day."""

    model_config = ConfigDict(json_schema_extra=ONE_OF_TABLE_AND_SQL)

    table: Word | None = Key(None, description="The table, such as finance.calendar.")
    sql: Word | None = Key(None, description="A SELECT in place of a table.", validate_default=True)
    date: Word = Key(description="The column with the day.")
    grains: dict[str, Word] = Key(
        description="The new grains: each with the column that holds the first day of the period."
    )

    _one_origin = field_validator("sql")(one_of_table_and_sql)


class Dimension(Model):
    """Something that several entities carry without a table of its own."""

    form: ClassVar[str] = "a list of fields, or a map of keys"

    members: tuple[Word, ...] = Key(
        description="The fields that hold it, such as [accounts.segment, sales_targets.segment]."
    )
    label: Label = None
    description: Description = None

    @model_validator(mode="before")
    @classmethod
    def _list(cls, value: object) -> object:
        return {"members": value} if isinstance(value, list) else value

    @classmethod
    def with_short_form(cls, schema: dict[str, Any]) -> dict[str, Any]:
        return {"description": schema["description"], "anyOf": [schema["properties"]["members"], schema]}


MODELS: Mapping[str, type[Model]] = {
    "settings": Settings,
    "entity": Entity,
    "metric": Metric,
    "segment": Segment,
    "function": Function,
    "parameter": Parameter,
    "view": View,
    "scorecard": Scorecard,
    "test": Test,
    "calendar": Calendar,
    "dimension": Dimension,
    "source": TableSource,
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a catalog's file, by which editors complete, explain and check it."""
    from metricdsl.catalog.editors import file_schema

    sections = {section: MODELS[kind] for section, kind in SECTIONS.items()}
    return file_schema(Settings, sections, (Field, Target))
