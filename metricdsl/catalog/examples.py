"""Tests of definitions: rows in, values out.

metrics:
  win_rate:
    formula: deals_won / deals_decided
    tests:
      - description: open deals do not count
        given:
          opportunities:
            - {stage: won}
            - {stage: lost}
            - {stage: open}
        expect: 50%

tests:
  deals are counted in the month in which they close:
    given:
      opportunities:                     # or as a table, the first row with the fields' names
        - [stage, closed_on]
        - [won, 2025-01-31]
        - [won, 2025-02-01]
    question: deals_won by month for 2025-01 to 2025-02
    as_of: 2025-03-01
    expect:
      - [month, deals_won]
      - [2025-01-01, 1]
      - [2025-02-01, 1]
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema, field_validator

from metricdsl.catalog import values
from metricdsl.catalog.keys import Description, Key, Model
from metricdsl.catalog.values import CELL_SCHEMA, Cell, Day, Word, described, must_be, wrong

Row = dict[str, Cell]
"""One value by field or column name. Dates and times are texts, to be read as their column's type."""

_ROW_SCHEMA: dict[str, Any] = {"type": "object", "additionalProperties": CELL_SCHEMA}
_ROWS_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {"anyOf": [_ROW_SCHEMA, {"type": "array", "items": CELL_SCHEMA}]},
}


def _rows(value: object) -> object:
    """Rows as maps, from maps or from lists below a first row of names."""
    if not isinstance(value, list):
        raise must_be("a list of rows", value)
    if not value or not isinstance(value[0], list):
        return [_row(row, i) for i, row in enumerate(value)]
    names = _names(value[0])
    rows = []
    for i, row in enumerate(value[1:], 1):
        if not isinstance(row, list):
            raise wrong(f"must be a list like the first row, not {described(row)}", inside=(i,))
        if len(row) != len(names):
            raise wrong(f"must have {len(names)} values like the first row, not {len(row)}", inside=(i,))
        rows.append({name: _cell(v, (i, j)) for j, (name, v) in enumerate(zip(names, row, strict=True))})
    return rows


def _names(row: list[object]) -> list[str]:
    for i, name in enumerate(row):
        if not isinstance(name, str):
            raise wrong(f"must be the name of a column, not {described(name)}", inside=(0, i))
        if name in row[:i]:
            raise wrong("names a column a second time", inside=(0, i))
    return [str(name) for name in row]


def _row(row: object, i: int) -> Row:
    if not isinstance(row, dict):
        raise wrong(f"must be a row such as {{stage: won}}, not {described(row)}", inside=(i,))
    return {name: _cell(value, (i, name)) for name, value in row.items()}


def _cell(value: object, inside: tuple[str | int, ...]) -> Cell:
    if isinstance(value, dict | list):
        raise wrong(f"must be a single value, not {described(value)}", inside=inside)
    return values.cell(value)


def _expected(value: object) -> object:
    if isinstance(value, dict):
        return (_row(value, 0),)
    return _rows(value) if isinstance(value, list) else values.cell(value)


Rows = Annotated[tuple[Row, ...], BeforeValidator(_rows), WithJsonSchema(_ROWS_SCHEMA)]
Expected = Annotated[
    Cell | tuple[Row, ...],
    BeforeValidator(_expected),
    WithJsonSchema({"anyOf": [CELL_SCHEMA, _ROW_SCHEMA, _ROWS_SCHEMA]}),
]


class Example(Model):
    """Rows in, value out: shows what a metric means, and proves it."""

    description: Description = None
    given: dict[str, Rows] = Key(
        description="The rows of each entity: a list of maps (`{stage: won}`), or of lists below a first one "
        "with the fields' names. What is left out is null, an entity that is left out has no rows."
    )
    question: Word | None = Key(
        None, description="The question to ask, where the metric alone is not enough."
    )
    as_of: Day | None = Key(None, description="The day that counts as today.")
    expect: Expected = Key(
        description="The value; or the answer's rows in their order, written like those of `given`."
    )

    def asked(self, metric: str) -> str:
        """The question: the one written, or the metric alone."""
        return self.question or _name(metric)


class Test(Example):
    """Rows in, values out: an example of several definitions at once."""

    __test__: ClassVar[bool] = False  # no class of tests, whatever pytest thinks of its name

    metric: Word | None = Key(
        None,
        validate_default=True,
        description="The metric to compute; without it and a question, the metrics that `expect` names.",
    )

    @field_validator("metric")
    @classmethod
    def _one_question(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and info.data.get("question"):
            raise wrong("cannot stand beside 'question': ask one of them", code="conflicting-keys")
        if not value and info.data.get("question", "") is None and not _columns(info.data.get("expect", ())):
            hint = "write `metric: …` or `question: …`, or name metrics as in `expect: {win_rate: 50%}`"
            raise wrong("asks for nothing", hint, code="missing-key")
        return value

    def asked(self, metric: str = "") -> str:
        """The question: the one written, or the metric, or those that `expect` names."""
        return (
            super().asked(metric or self.metric or "")
            if self.metric or self.question
            else ", ".join(_name(column) for column in _columns(self.expect))
        )


def _columns(expected: Cell | tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(expected[0]) if isinstance(expected, tuple) and expected else ()


def _name(words: str) -> str:
    return words if words.isidentifier() else f"`{words}`"
