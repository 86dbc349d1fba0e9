"""The answer: plain values, the same whichever engine they came from."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, overload

from metricdsl.errors import Diagnostic

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from metricdsl.compiler import Mark, OutputColumn
    from metricdsl.show.card import Cards
    from metricdsl.show.chart import Chart

Value = int | float | str | bool | date | datetime | None
Row = tuple[Value, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """The rows of a question, in order, one tuple of plain Python values each.

    Percentages are ratios (0.6), periods their first day, hours and less local time without a zone;
    null, NaN and infinity are None. `warnings` are what the question has to say about itself.
    """

    question: str
    columns: tuple[OutputColumn, ...]
    table: pyarrow.Table = field(repr=False)
    sql: str
    as_of: date
    language: str
    warnings: tuple[Diagnostic, ...] = ()
    mark_rows: Callable[[list[Row]], Iterable[Mark]] | None = field(default=None, repr=False)
    rows_shown: int = 60

    @cached_property
    def rows(self) -> list[Row]:
        return list(zip(*(_python(column) for column in self.table.columns), strict=True))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Which rows are incomplete, cut by the range, or the rest that `with others` adds."""
        return tuple(self.mark_rows(self.rows)) if self.mark_rows is not None else ()

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @overload
    def __getitem__(self, key: int) -> Row: ...
    @overload
    def __getitem__(self, key: slice) -> list[Row]: ...
    @overload
    def __getitem__(self, key: str) -> list[Value]: ...
    def __getitem__(self, key: int | slice | str) -> Row | list[Row] | list[Value]:
        """A row by its number, rows by a slice, a column's values by its name."""
        if isinstance(key, str):
            return _python(self.table.column(self._position(key)))
        return self.rows[key]

    def _position(self, name: str) -> int:
        from metricdsl.errors import did_you_mean, fail

        names = [column.name for column in self.columns]
        if name not in names:
            raise fail("unknown-column", f"The answer has no column '{name}'.", None,
                       *(did_you_mean(name, names) or (f"its columns are {', '.join(names)}",)))  # fmt: skip
        return names.index(name)

    def dicts(self) -> list[dict[str, Value]]:
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def arrow(self) -> pyarrow.Table:
        return self.table

    def df(self) -> pandas.DataFrame:
        """A pandas frame: dates are datetime64, whole numbers with gaps are Int64."""
        frame: pandas.DataFrame = self.table.to_pandas(
            date_as_object=False, types_mapper=_nullable(self.table)
        )
        return frame

    def polars(self) -> polars.DataFrame:
        try:
            import polars
        except ImportError:
            from metricdsl.run.failure import missing_driver

            raise missing_driver("polars", "the answer as a polars frame", "pip install polars") from None
        return polars.from_arrow(self.table)  # type: ignore[return-value]  # a table gives a frame

    def csv(self) -> str:
        """With a heading line of column names; null is an empty cell."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(column.name for column in self.columns)
        writer.writerows([plain(value) for value in row] for row in self.rows)
        return text.getvalue()

    def json(self, indent: int | None = None) -> str:
        """`{"columns": [{"name", "label", "type", "unit"}], "rows": [[…]], "as_of", "sql", "marks"}`

        A mark is `{"row", "mark"}`: the row's number from 0, and `incomplete`, `cut` or `other`.
        """
        answer = {
            "columns": [
                {"name": c.name, "label": c.label, "type": c.kind, "unit": c.unit} for c in self.columns
            ],
            "rows": [[plain(value) for value in row] for row in self.rows],
            "as_of": self.as_of.isoformat(),
            "sql": self.sql,
            "marks": [{"row": mark.row, "mark": mark.mark} for mark in self.marks],
        }  # fmt: skip
        return json.dumps(answer, ensure_ascii=False, indent=indent)

    # What people see is drawn by `show`.

    def text(self, limit: int | None = None) -> str:
        """An aligned table for terminals, at most `limit` rows of it (`rows_shown` where left out)."""
        text: str = _show("table").text_table(self, self.rows_shown if limit is None else limit)
        return text

    def to_html(self, limit: int | None = None) -> str:
        """A table with plain inline styles, at most `limit` rows of it (`rows_shown` where left out)."""
        text: str = _show("html").html_table(self, self.rows_shown if limit is None else limit)
        return text

    def card(self) -> Cards:
        """The latest value of each KPI with its change and status. For answers without groups but time."""
        made: Cards = _show("card").cards(self)
        return made

    def chart(self) -> Chart:
        """Lines over time, else bars. Needs the extra `charts`."""
        made: Chart = _show("chart").chart(self)
        return made

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        return self.text()


def _show(file: str) -> Any:
    """A file of `show`: it comes later in the pipeline, so it is looked up when it is called."""
    return import_module(f"metricdsl.show.{file}")


def _python(column: pyarrow.ChunkedArray) -> list[Value]:
    """Decimals are whole numbers beyond 64 bits here."""
    values = column.to_pylist()
    return [int(v) if isinstance(v, Decimal) else v for v in values] if _is_decimal(column) else values


def _is_decimal(column: pyarrow.ChunkedArray) -> bool:
    import pyarrow

    return bool(pyarrow.types.is_decimal(column.type))


def plain(value: Value) -> str | int | float | bool | None:
    """As JSON and CSV have it: dates as text."""
    return value.isoformat() if isinstance(value, date) else value


def _nullable(table: pyarrow.Table) -> Any:
    """Keeps whole numbers whole in pandas where some are missing."""
    import pyarrow

    if any(pyarrow.types.is_int64(c.type) and c.null_count for c in table.columns):
        import pandas

        return {pyarrow.int64(): pandas.Int64Dtype()}.get
    return None
