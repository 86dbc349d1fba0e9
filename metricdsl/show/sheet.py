"""An answer as texts in a grid: what the table of a terminal and that of a notebook have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from metricdsl.plan.words import beside
from metricdsl.run.result import Result, Row, Value
from metricdsl.show import sparks
from metricdsl.show.locales import period_shown
from metricdsl.show.numbers import number_text, one_line, places_for, shown
from metricdsl.show.words import word

if TYPE_CHECKING:
    from metricdsl.compiler import OutputColumn

SIGNS = {"good": "✓", "warning": "!", "bad": "✗"}
MARK_SIGNS = {"incomplete": "*", "cut": "†"}
LEAST_FOR_TREND = 3
COMPANIONS = frozenset({"prior", "change", "target", "gap", "status"})
Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Trend:
    """The values of a column in the order of time, and the same in words."""

    series: tuple[float | None, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Headings, rows of texts, for a time series a trend (or None) for each column, and notes."""

    caption: str
    headings: tuple[str, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[str, ...], ...]
    trends: tuple[Trend | None, ...] | None
    notes: tuple[str, ...]


def sheet(result: Result, limit: int) -> Sheet:
    """The first `limit` rows."""
    columns, language = result.columns, result.language
    rows = result.rows[:limit]
    cells = [column_cells([row[i] for row in rows], column, language) for i, column in enumerate(columns)]
    _set_marks(cells, result, limit)
    return Sheet(
        caption=caption(columns),
        headings=headings(columns, language),
        aligns=tuple("right" if is_number(column) else "left" for column in columns),
        rows=tuple(zip(*cells, strict=True)),
        trends=_trends(result),
        notes=_notes(result, len(rows)),
    )


def column_cells(values: Sequence[Value], column: OutputColumn, language: str) -> list[str]:
    places = places_for(values, column)
    texts = [shown(value, column, language, places) for value in values]
    if column.role == "status":
        return [
            f"{SIGNS[v]} {t}" if isinstance(v, str) and v in SIGNS else t
            for v, t in zip(values, texts, strict=True)
        ]
    return texts


def headings(columns: Sequence[OutputColumn], language: str) -> tuple[str, ...]:
    """Labels; of `Revenue, prior year`, which stands behind `Revenue`, only what is new."""
    found, metric = [], ""
    for column in columns:
        if column.role == "metric":
            metric = column.label
        known = beside(metric, "", language) if column.role in COMPANIONS else ""
        found.append(one_line(column.label.removeprefix(known)))
    return tuple(found)


def is_number(column: OutputColumn) -> bool:
    return column.role not in {"period", "group", "status"} and column.kind not in {
        "text",
        "date",
        "timestamp",
        "boolean",
    }


def caption(columns: Sequence[OutputColumn]) -> str:
    """`Revenue, Win rate · Month, Region`"""
    metrics = ", ".join(one_line(c.label) for c in columns if c.role == "metric")
    groups = ", ".join(one_line(c.label) for c in columns if c.role in {"period", "group"})
    return " · ".join(part for part in (metrics, groups) if part)


def _set_marks(cells: list[list[str]], result: Result, limit: int) -> None:
    """A sign behind the period (or the first column) of a row that is not what it seems."""
    period = next((i for i, c in enumerate(result.columns) if c.role == "period"), 0)
    for mark in result.marks:
        if mark.row < limit and mark.mark in MARK_SIGNS:
            cells[period][mark.row] += " " + MARK_SIGNS[mark.mark]


def _notes(result: Result, rows_shown: int) -> tuple[str, ...]:
    language, count = result.language, len(result)
    kinds = {mark.mark for mark in result.marks}
    notes = [f"{sign} {word(mark, language)}" for mark, sign in MARK_SIGNS.items() if mark in kinds]
    total = number_text(count, 0, language)
    if rows_shown < count:
        extent = word("some rows", language, shown=number_text(rows_shown, 0, language), count=total)
    else:
        extent = word({0: "no rows", 1: "one row"}.get(count, "rows"), language, count=total)
    notes += [f"! {one_line(warning.message)}" for warning in result.warnings]
    if says_nothing(result):
        notes.append(f"! {word('nothing', language)}")
    notes.append(f"{extent} · {as_of(result)}")
    return tuple(notes)


def says_nothing(result: Result) -> bool:
    """Whether every metric of every row is null or zero."""
    metrics = [i for i, column in enumerate(result.columns) if column.role == "metric"]
    return bool(metrics) and len(result) > 0 and not any(row[i] for row in result.rows for i in metrics)


def as_of(result: Result) -> str:
    """`as of 2025-06-30`"""
    return word("as of", result.language, day=period_shown(result.as_of, "day", result.language))


def _trends(result: Result) -> tuple[Trend | None, ...] | None:
    """For an answer whose only group is time, in the order of time."""
    groups = [i for i, c in enumerate(result.columns) if c.role in {"period", "group"}]
    if len(groups) != 1 or result.columns[groups[0]].role != "period":
        return None
    rows = begun(result, groups[0])
    periods = [row[groups[0]] for row in rows]
    if len(rows) < LEAST_FOR_TREND or periods != sorted(periods):  # type: ignore[type-var]  # all are dates
        return None
    names = column_cells(periods, result.columns[groups[0]], result.language)
    return tuple(
        trend([row[i] for row in rows], column, names, result.language) if column.role == "metric" else None
        for i, column in enumerate(result.columns)
    )


def begun(result: Result, period: int) -> list[Row]:
    """The rows whose period has begun by the as-of day: those behind it would end every trend with a fall."""
    return [row for row in result.rows if isinstance(day := row[period], date) and _day(day) <= result.as_of]


def _day(period: date) -> date:
    return period.date() if isinstance(period, datetime) else period


def trend(
    values: Sequence[Value], column: OutputColumn, periods: Sequence[str], language: str
) -> Trend | None:
    """None where a column has no numbers."""
    series = tuple(
        float(v) if isinstance(v, int | float) and not isinstance(v, bool) else None for v in values
    )
    if all(v is None for v in series):
        return None
    return Trend(series, sparks.spoken(series, column_cells(values, column, language), periods, language))
