"""Where the rows of entities are, in a database whose tables and columns have other names.

sources:
  opportunities:
    table: salesforce.opportunity
    columns:                                # the name in the catalog: the column
      opportunity_id: id
      customer_id: account_id               # columns of keys and joins too
      closed_on: close_date
    fields:                                 # what is no column by itself, and what that is made from
      is_won: boolean
      is_closed: boolean
      stage: if(is_won, 'won', if(is_closed, 'lost', 'open'))
  users: crm.users                          # the names are the same
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, field_validator

from metricdsl.catalog.entities import ONE_OF_TABLE_AND_SQL, Field, one_of_table_and_sql
from metricdsl.catalog.keys import Key, Model
from metricdsl.catalog.values import Word


class TableSource(Model):
    """Where the rows of an entity are, and what its fields are called there."""

    model_config = ConfigDict(json_schema_extra=ONE_OF_TABLE_AND_SQL)
    short: ClassVar[str | None] = "table"
    form: ClassVar[str] = "a table, or a map of keys"

    table: Word | None = Key(None, description="The table, such as salesforce.opportunity.")
    sql: Word | None = Key(None, description="A SELECT in place of a table.", validate_default=True)
    columns: dict[str, Word] = Key(
        {},
        description="The column of each stored field, and of what keys and joins compare. Without `columns` "
        "and `fields` the names are the same; with them what is not listed is not there.",
    )
    fields: dict[str, Field] = Key(
        {},
        description="Fields that are computed from the table's columns, and the columns that this takes.",
    )

    _one_origin = field_validator("sql")(one_of_table_and_sql)

    @property
    def keeps_names(self) -> bool:
        """Whether all columns are called as the catalog calls them."""
        return not self.columns and not self.fields
