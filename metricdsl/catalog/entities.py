"""Entities: the things that have rows."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import ConfigDict, ValidationInfo, field_validator
from pydantic.config import JsonDict

from metricdsl.catalog.keys import Description, Key, Label, Model, OtherNames, Owner, Tags
from metricdsl.catalog.values import Flag, Scale, StoredIn, Word, Words, wrong
from metricdsl.types import FIELD_TYPES

FieldType = Literal[
    "text", "integer", "number", "money", "percent", "boolean", "date", "timestamp", "duration"
]


def one_of_table_and_sql(value: str | None, info: ValidationInfo) -> str | None:
    """The check of `sql`, which knows `table`: rows come from one of them."""
    if value and info.data.get("table"):
        raise wrong("cannot stand beside 'table': the rows come from one of them", code="conflicting-keys")
    if not value and "table" in info.data and not info.data["table"]:
        raise wrong("has neither 'table' nor 'sql'", "write `table: schema.name`", code="missing-key")
    return value


ONE_OF_TABLE_AND_SQL: JsonDict = {"oneOf": [{"required": ["table"]}, {"required": ["sql"]}]}
"""The same for the JSON Schema."""


class Lifetime(Model):
    """From when to when a row is alive."""

    from_: Word = Key(alias="from", description="The field with the first moment at which a row is alive.")
    to: Word = Key(description="The field with the first moment at which it no longer is; null: still alive.")
    inclusive: Flag = Key(False, description="`to` holds the last day alive, not the first day after it.")


class Field(Model):
    """A column, or an expression over columns and other fields."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["type"]}, {"required": ["expr"]}]})
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
    stored_in: StoredIn | None = Key(
        None,
        description="The time zone that a timestamp without one is meant in; `instant` for a column that has "
        "its own (TIMESTAMP WITH TIME ZONE).",
    )
    scale: Scale | None = Key(None, description="What stands for 1: 100 when the column holds 10 for 10 %.")
    hidden: Flag = Key(False, description="Leave the field out of lists.")
    label: Label = None
    description: Description = None
    synonyms: OtherNames = None

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

    @field_validator("scale", "stored_in")
    @classmethod
    def _of_its_type(cls, value: Decimal | str | None, info: ValidationInfo) -> Decimal | str | None:
        assert info.field_name is not None
        wanted = {"scale": "percent", "stored_in": "timestamp"}[info.field_name]
        if "type" in info.data and info.data["type"] != wanted:
            raise wrong(f"is only for fields of type {wanted}", code="conflicting-keys")
        return value


class Entity(Model):
    """A thing that has rows."""

    model_config = ConfigDict(json_schema_extra=ONE_OF_TABLE_AND_SQL)

    label: Label = None
    description: Description = None
    synonyms: OtherNames = None
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
    owner: Owner = None
    tags: Tags = ()

    _one_origin = field_validator("sql")(one_of_table_and_sql)

    @property
    def times(self) -> tuple[str, ...]:
        """The names that stand for its times, which need not be fields."""
        ends = (self.lifetime.from_, self.lifetime.to) if self.lifetime else ()
        return tuple(name for name in (self.time, self.snapshot, *ends) if name)

    @field_validator("key")
    @classmethod
    def _one_column_each(cls, key: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if key and len(key) == 1 and "," in key[0]:
            names = ", ".join(part.strip(" ()") for part in key[0].split(","))
            raise wrong("names several columns in one text", f"write a list: [{names}]")
        return key

    @field_validator("fields")
    @classmethod
    def _unlike_joins(cls, fields: dict[str, Field], info: ValidationInfo) -> dict[str, Field]:
        for name in fields:
            if name in info.data.get("joins", {}):
                raise wrong("has the name of a join", code="duplicate-name", inside=(name,))
        return fields
