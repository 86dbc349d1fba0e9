"""The keys of a catalog: what may be written, as frozen models which also make the JSON Schema.

Short forms are normalised (`leads: count(leads)` is a Metric with a formula). Formulas, conditions and joins
stay texts here; `Entry.text` gives them with their places.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic import (
    Field as Key,
)

from metricdsl.catalog import values
from metricdsl.catalog.values import (
    CELL_SCHEMA,
    CellValue,
    Day,
    Flag,
    Language,
    Localized,
    Number,
    Synonyms,
    Word,
    Words,
    Zone,
    every_text,
    localized,
    matching,
    must_be,
    wrong,
)
from metricdsl.types import FIELD_TYPES

__all__ = ["every_text", "localized"]

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Month = Literal[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
]  # fmt: skip
FieldType = Literal[
    "text", "integer", "number", "money", "percent", "boolean", "date", "timestamp", "duration"
]
Better = Literal["up", "down", "none"]


class Model(BaseModel):
    """A map of known keys, or its short form: a text that stands for the one key `short`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)
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
    currency: Annotated[str, matching("[A-Z]{3}", "a currency code such as JPY")] | None = Key(
        None, description="The unit of money that says no other, such as JPY."
    )
    languages: tuple[Language, ...] = Key((), description="The languages of labels, the preferred one first.")

    @field_validator("version", mode="before")
    @classmethod
    def _known_version(cls, value: object) -> object:
        if isinstance(value, values.Plain) and value == "1":
            return 1
        raise must_be("1, the only version of the file format", value)


class Lifetime(Model):
    """From when to when a row is alive."""

    from_: Word = Key(alias="from", description="The field with the first moment at which a row is alive.")
    to: Word = Key(description="The field with the first moment at which it no longer is; null: still alive.")
    inclusive: Flag = Key(False, description="`to` holds the last day alive, not the first day after it.")


class Field(Model):
    """A column, or an expression over columns and other fields."""

    short: ClassVar[str | None] = "expr"
    form: ClassVar[str] = "a type, an expression, or a map of keys"

    type: FieldType | None = Key(None, description="What the values are.")
    column: Word | None = Key(None, description="The column's name, where it is not the field's.")
    expr: Word | None = Key(
        None,
        validate_default=True,
        description="A row expression (stage = 'won'), or an aggregate of a child entity (count(orders)).",
    )
    unit: Word | None = Key(None, description="The unit of the values, such as JPY.")
    values: Words | None = Key(
        None, description="The values that occur; others are reported by the data checks."
    )
    stored_in: Zone | None = Key(None, description="The time zone that a timestamp without one is meant in.")
    scale: Number | None = Key(None, description="What stands for 1: 100 when the column holds 10 for 10 %.")
    hidden: Flag = Key(False, description="Leave the field out of lists.")
    label: Localized | None = Key(None, description="The name that people see, or a map of it by language.")
    description: Localized | None = Key(None, description="What it means, or a map of it by language.")
    synonyms: Synonyms | None = Key(None, description="Other names for it, or a map of them by language.")

    @classmethod
    def expand(cls, value: str) -> dict[str, str]:
        return {"type" if value in FIELD_TYPES else "expr": value}

    @field_validator("expr")
    @classmethod
    def _one_origin(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("column"):
            raise wrong(
                "cannot stand beside 'column': a field is a column or an expression", code="conflicting-keys"
            )
        if not value and "type" in info.data and not info.data["type"]:
            raise wrong(
                "has neither 'type' nor 'expr'",
                "write what its values are, such as `type: text`",
                code="missing-key",
            )
        return value


class Entity(Model):
    """A thing that has rows."""

    label: Localized | None = Key(None, description="The name that people see, or a map of it by language.")
    description: Localized | None = Key(None, description="What a row is, or a map of it by language.")
    synonyms: Synonyms | None = Key(None, description="Other names for it, or a map of them by language.")
    hidden: Flag = Key(False, description="Leave the entity out of lists.")
    table: Word | None = Key(None, description="The table with the rows, such as crm.leads.")
    sql: Word | None = Key(
        None, description="A SELECT that yields the rows, where no table does.", validate_default=True
    )
    key: Words | None = Key(
        None, description="The column or columns that identify a row: unique and never null."
    )
    time: Word | None = Key(
        None, description="The field on whose date or time rows are counted unless a formula says otherwise."
    )
    lifetime: Lifetime | None = Key(
        None, description="From when to when a row is alive; for stocks such as customers at start."
    )
    snapshot: Word | None = Key(
        None, description="The date of a snapshot, where there is one row per thing and date."
    )
    joins: dict[str, Word] = Key(
        {}, description="Other entities that a row belongs to: `account: accounts on account_id`."
    )
    fields: dict[str, Field] = Key({}, description="The columns and expressions that can be used.")
    owner: Word | None = Key(None, description="Who answers for it.")
    tags: Words = Key((), description="Words to find it by.")

    @field_validator("sql")
    @classmethod
    def _one_origin(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("table"):
            raise wrong(
                "cannot stand beside 'table': the rows come from one of them", code="conflicting-keys"
            )
        if not value and "table" in info.data and not info.data["table"]:
            raise wrong("has neither 'table' nor 'sql'", "write `table: schema.name`", code="missing-key")
        return value

    @field_validator("fields")
    @classmethod
    def _unlike_joins(cls, fields: dict[str, Field], info: ValidationInfo) -> dict[str, Field]:
        for name in fields:
            if name in info.data.get("joins", {}):
                raise wrong(f"has a field and a join of the same name '{name}'", code="duplicate-name")
        return fields


_AMOUNT = r"[-+]?[0-9]+(\.[0-9]+)?( ?%| [a-z]+)?"
Amount = Annotated[
    str,
    matching(_AMOUNT, "a number, a percentage such as 60%, or a duration such as 3 days"),
    WithJsonSchema({"type": ["number", "string"]}),
]


class Target(Model):
    """A value to reach, perhaps only from a day on or under a condition."""

    short: ClassVar[str | None] = "value"
    form: ClassVar[str] = "a number, a percentage, or a map of keys"

    value: Amount = Key(description="The value to reach: 1000, 60% or 3 days.")
    from_: Day | None = Key(None, alias="from", description="The first day on which it holds.")
    where: Word | None = Key(None, description="The condition on the groups under which it holds.")
    warn: Amount | None = Key(None, description="Up to where a miss is only a warning.")


class Test(Model):
    """Rows in, values out: an example that shows what a definition means, and proves it.

    `given` has the rows of each entity, as maps, or as lists below a first row of field names. What is left
    out is null. `expect` is one value, or rows written in the same two ways.
    """

    __test__: ClassVar[bool] = False  # pytest would take it for a class of tests

    description: Localized | None = Key(None, description="What the example shows.")
    given: dict[str, Rows] = Key(
        description="The rows of each entity: a list of maps (`{stage: won}`), or a list of lists whose first "
        "names the fields. What is left out is null, an entity that is left out has no rows."
    )
    metric: Word | None = Key(None, description="The metric to compute; inside a metric it is that metric.")
    question: Word | None = Key(
        None, description="The question to ask, where the metric alone is not enough."
    )
    as_of: Day | None = Key(None, description="The day that counts as today.")
    expect: Expected = Key(
        description="The value, or the answer's rows in their order, as maps or as lists below a row of names."
    )

    @field_validator("question")
    @classmethod
    def _one_question(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("metric"):
            raise wrong("cannot stand beside 'metric': ask one of them", code="conflicting-keys")
        return value

    def asked(self, metric: str | None = None) -> str:
        """The question: as written, or the metric, or the metrics that `expect` names."""
        if self.question:
            return self.question
        if self.metric or metric:
            return _name(self.metric or metric or "")
        rows = self.expect if isinstance(self.expect, tuple) else ()
        return ", ".join(_name(name) for name in (rows[0] if rows else ()))


def _name(words: str) -> str:
    return words if words.isidentifier() else f"`{words}`"


def _rows(value: object) -> object:
    """Rows as maps, from maps or from lists below a first row of names."""
    if not isinstance(value, list):
        raise must_be("a list of rows", value)
    if not value or not isinstance(value[0], list):
        return value
    names, *rows = value
    for number, row in enumerate(rows, 2):
        if not isinstance(row, list) or len(row) != len(names):
            raise wrong(
                f"names {len(names)} columns in its first row, and row {number} does not have as many values"
            )
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


def _expected(value: object) -> object:
    if isinstance(value, dict):
        return ({name: values.cell(v) for name, v in value.items()},)
    if not isinstance(value, list):
        return values.cell(value)
    rows = _rows(value)
    assert isinstance(rows, list)
    for row in rows:
        if not isinstance(row, dict):
            raise must_be("one value, or a list of rows", value)
    return tuple({name: values.cell(v) for name, v in row.items()} for row in rows)


_ROWS_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "anyOf": [
            {"type": "object", "additionalProperties": CELL_SCHEMA},
            {"type": "array", "items": CELL_SCHEMA},
        ]
    },
}
Row = dict[str, CellValue]
Rows = Annotated[tuple[Row, ...], BeforeValidator(_rows), WithJsonSchema(_ROWS_SCHEMA)]
Expected = Annotated[
    Any,
    BeforeValidator(_expected),
    WithJsonSchema(
        {"anyOf": [CELL_SCHEMA, {"type": "object", "additionalProperties": CELL_SCHEMA}, _ROWS_SCHEMA]}
    ),
]
"""A Cell, or a tuple of rows."""


class Metric(Model):
    """A number that is computed from rows."""

    short: ClassVar[str | None] = "formula"
    form: ClassVar[str] = "a formula, or a map of keys"

    label: Localized | None = Key(None, description="The name that people see, or a map of it by language.")
    description: Localized | None = Key(None, description="What it means, or a map of it by language.")
    synonyms: Synonyms | None = Key(None, description="Other names for it, or a map of them by language.")
    formula: Word = Key(
        description="How it is computed, such as count(leads where qualified) / count(leads)."
    )
    format: (
        Annotated[
            str,
            matching(
                r"(percent|money|number)(\([0-9]\))?|duration|score",
                "percent(1), money(0), number(2), duration or score",
            ),  # fmt: skip
        ]
        | None
    ) = Key(None, description="How it is shown: percent(1), money(0), number(2), duration or score.")
    unit: Word | None = Key(None, description="Its unit, such as JPY; inferred where it is left out.")
    better: Better | None = Key(None, description="Which way is good: up, down or none.")
    target: Annotated[tuple[Target, ...], BeforeValidator(values.listed)] = Key(
        (), description="The value to reach, or a list of them by period (from) and segment (where)."
    )
    warn: Amount | None = Key(None, description="Up to where a miss of the target is only a warning.")
    owner: Word | None = Key(None, description="Who answers for it.")
    tags: Words = Key((), description="Words to find it by.")
    certified: Day | None = Key(None, description="The day on which its owner last approved it.")
    deprecated: Word | None = Key(
        None, description="Why it should no longer be used, and what to use instead."
    )
    hidden: Flag = Key(False, description="Leave the metric out of lists.")
    tests: tuple[Test, ...] = Key((), description="Examples: rows in, value out.")


class Segment(Model):
    """A condition with a name, used as `where large`."""

    short: ClassVar[str | None] = "where"
    form: ClassVar[str] = "a condition, or a map of keys"

    where: Word = Key(description="The condition, such as accounts.employees > 1000.")
    label: Localized | None = Key(None, description="The name that people see, or a map of it by language.")
    description: Localized | None = Key(None, description="What it means, or a map of it by language.")
    synonyms: Synonyms | None = Key(None, description="Other names for it, or a map of them by language.")


class Function(Model):
    """A formula with holes; its key is its signature, such as nps(score)."""

    short: ClassVar[str | None] = "formula"
    form: ClassVar[str] = "a formula, or a map of keys"

    formula: Word = Key(description="The formula, in which the signature's names stand for the arguments.")
    label: Localized | None = Key(None, description="The name that people see, or a map of it by language.")
    description: Localized | None = Key(None, description="What it computes, or a map of it by language.")


class Parameter(Model):
    """A value that a question may set, used as $window in formulas."""

    type: FieldType = Key(description="What the value is.")
    default: Word = Key(
        description="The value where a question sets none, as in a formula but texts without quotes."
    )
    label: Localized | None = Key(None, description="The name that people see, or a map of it by language.")
    description: Localized | None = Key(None, description="What it does, or a map of it by language.")


class View(Model):
    """A question that becomes a database view."""

    question: Word = Key(description="The question, such as revenue, win_rate by month.")
    name: Word | None = Key(None, description="The view's name in the database, where it is not the key.")
    schema_: Word | None = Key(None, alias="schema", description="The database schema in which it is made.")
    description: Localized | None = Key(None, description="What it shows; becomes the view's comment.")
    materialized: Flag = Key(False, description="Store the rows, where the database can.")


class Scorecard(Model):
    """Metrics that are shown together: a list of them with what they share, or a whole question."""

    short: ClassVar[str | None] = "question"
    form: ClassVar[str] = "a question, or a map of keys"

    label: Localized | None = Key(None, description="The title, or a map of it by language.")
    description: Localized | None = Key(None, description="What it shows, or a map of it by language.")
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

    table: Word | None = Key(None, description="The table, such as finance.calendar.")
    sql: Word | None = Key(None, description="A SELECT in place of a table.", validate_default=True)
    date: Word = Key(description="The column with the day.")
    grains: dict[str, Word] = Key(
        description="The new grains: each with the column that holds the first day of the period."
    )

    _one_origin = field_validator("sql")(Entity._one_origin.__func__)  # type: ignore[attr-defined]


class Dimension(Model):
    """Something that several entities carry without a table of its own."""

    members: tuple[Word, ...] = Key(
        description="The fields that hold it, such as [accounts.segment, sales_targets.segment]."
    )
    label: Localized | None = Key(None, description="The name that people see, or a map of it by language.")
    description: Localized | None = Key(None, description="What it means, or a map of it by language.")

    @model_validator(mode="before")
    @classmethod
    def _list(cls, value: object) -> object:
        return {"members": value} if isinstance(value, list) else value


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
}
